/// ColumnMapping: which column of a file becomes which field. Proposed from the headers and from
/// what the columns hold, changed by the person, kept as JSON.
///
///     ColumnMapping mapping = proposeMapping(layout, sample, {.users = names});
///     if (auto done = mapping.set(u"Umsatz", u"custom"); !done) …
///     store(mapping.toJson());                     // {"Kundenname":"name","Umsatz":"custom"}
///
/// A column of id numbers or bank accounts stays sealed whatever somebody says. A pure value; any
/// thread.
#pragma once

#include "core/base/Result.h"
#include "core/exchange/HeaderWords.h"
#include "core/exchange/TableLayout.h"
#include "core/standardize/Dates.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace core {

struct Column : ColumnTarget
{
    QString header;
    QString customName{}; ///< of the own field, where it is not the header
    DateOrder dateOrder = DateOrder::Unknown; ///< of a column of days: what its cells tell
    bool chosen = false; ///< somebody said so
    bool damagedNumbers = false; ///< a spreadsheet cut some of its numbers
    bool filled = false; ///< some cell of the sample is not empty

    [[nodiscard]] const QString& customField() const
    {
        return customName.isEmpty() ? header : customName;
    }
    [[nodiscard]] bool holdsDays() const
    {
        return use == ColumnUse::ToField && field == Field::LastContactAt;
    }
    /// columnUseName(), an own field with its name: "custom:Turnover".
    [[nodiscard]] QString word() const;
    [[nodiscard]] const ColumnTarget& target() const { return *this; }
    [[nodiscard]] ColumnTarget& target() { return *this; }
};

struct ColumnMapping
{
    std::vector<Column> columns; ///< by their place in the file

    /// `column` is a header or a number from 1; `target` a word of columnUseName(), or "custom:NAME"
    /// for an own field of that name. Invalid where there is none such.
    Result<> set(QStringView column, QStringView target);

    [[nodiscard]] QStringList headersOf(ColumnUse use) const;
    [[nodiscard]] QStringList sealedColumns() const { return headersOf(ColumnUse::Sealed); }
    /// Those no field was found for, without the empty ones.
    [[nodiscard]] QStringList unmappedColumns() const;
    [[nodiscard]] bool has(const ColumnTarget& target) const;
    /// Some column names the client.
    [[nodiscard]] bool hasName() const;

    /// Those no field was found for become own fields; sealed ones and those left out do not.
    void keepUnmapped();

    /// Header -> word, unmapped and left out ones as "".
    [[nodiscard]] QString toJson() const;
    /// Takes the words of toJson() for the columns that this file has; the others stay as proposed.
    /// Invalid for a word that is none.
    Result<> take(const QJsonObject& words);
};

struct MappingHints
{
    QSet<QString>
        users{}; ///< userNameKey()s: a column of owners is one only where it names some of them
    bool usersKnown = false;
    QHash<QString, QString> remembered{}; ///< mappings of earlier imports, see MappingMemory.h
};

[[nodiscard]] ColumnMapping proposeMapping(const TableLayout& layout,
                                           const std::vector<QStringList>& sample,
                                           const MappingHints& hints = {});

} // namespace core
