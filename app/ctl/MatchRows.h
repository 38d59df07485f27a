/// MatchRows: the records of any CSV file, its columns recognized by their headers.
///
///     auto rows = MatchRows::open(path, u"id"_s, {});
///     while (true) { auto record = rows->next(); if (!record) …; if (!*record) break; use(**record, rows->id((*record)->key)); }
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
    Organization,
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

    [[nodiscard]] std::int64_t size() const { return std::int64_t(m_ends.size()); } ///< read so far
    [[nodiscard]] QString id(std::int64_t key) const;
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
    QByteArray
        m_ids; // one behind the other: a million strings of their own would cost more than their records' pairs
    std::vector<std::size_t> m_ends;
    QJsonObject m_mapping;
};

} // namespace ctl
