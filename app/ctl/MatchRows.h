/// MatchRows: the records of any CSV file, its columns recognized by their headers.
///
///     auto rows = MatchRows::open(path, u"id"_s, {});
///     while (true) { auto record = rows->next(); if (!record) …; if (!*record) break; use(**record, rows->ids().back()); }
///
/// A record's key is its place in the file; what puts records in order is their id, so that the order of the rows says
/// nothing. One thread at a time.
#pragma once

#include "core/duplicates/DuplicateEngine.h"
#include "core/exchange/CsvReader.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace ctl {

/// Where a column's text goes in a MatchRecord.
enum class MatchPart : std::uint8_t
{
    None,
    Name,
    Given,
    Family,
    Contact,
    Phone,
    Email,
    Province,
    City,
    District,
    StreetNumber,
    Street,
    Postcode,
    Code,
    Birth,
    Type,
    Industry,
    Notes
};

class MatchRows
{
public:
    /// `map`: column -> field, before what the header says. Errors: those of the reader; Invalid for a column or a field
    /// that there is none of.
    static core::Result<MatchRows>
    open(const QString& file, const QString& idColumn, const QMap<QString, QString>& map);

    /// Nothing at the end.
    core::Result<std::optional<core::MatchRecord>> next();

    [[nodiscard]] const QStringList& ids() const { return m_ids; } ///< of what was read so far
    [[nodiscard]] const QJsonObject& mapping() const { return m_mapping; } ///< column -> field

private:
    explicit MatchRows(core::CsvReader reader)
        : m_reader(std::move(reader))
    { }

    core::Result<> readHeader(const QStringList& names,
                              const QString& idColumn,
                              const QMap<QString, QString>& map);

    core::CsvReader m_reader;
    std::vector<MatchPart> m_parts;
    qsizetype m_id = -1;
    QStringList m_ids;
    QJsonObject m_mapping;
};

} // namespace ctl
