/// HeaderWords: what the header of a column means, in English, Chinese and German, in the words of
/// the programs that offices export from, and in this program's own labels and field names. Pure,
/// any thread.
///
///     headerTarget(u"客户名称*")          -> name
///     headerTarget(u"E-mail 1 - Value")   -> email
///     headerTarget(u"Umsatz")             -> nothing
#pragma once

#include "core/records/Field.h"

#include <QString>

#include <optional>

namespace core {

/// What becomes of a column.
enum class ColumnUse : std::uint8_t
{
    Ignored, ///< no field was found: listed, not stored
    LeftOut, ///< somebody said so, or nothing a record needs (serial numbers, labels of other
    ///< columns)
    Custom, ///< kept as a field of the office's own
    Sealed, ///< id numbers or bank accounts: `field` says which, or each cell does
    ToField,
    GivenName,
    MiddleName,
    FamilyName,
    NameTitle, ///< Dr., Mr: before the name, or no part of it
    NameSuffix, ///< Jr., PhD
    Organization, ///< the company beside a person's name
    Address, ///< a whole address in one cell
    MixedCode, ///< credit code or id number, judged cell by cell
    Mobile, ///< preferred as the phone
};

struct ColumnTarget
{
    ColumnUse use = ColumnUse::Ignored;
    /// Only for ColumnUse::ToField and Sealed; for LeftOut one that the office fills itself.
    Field field = Field::Id;

    friend bool operator==(const ColumnTarget&, const ColumnTarget&) = default;
};

/// "name", "given_name", "address", "custom", "id_number", "sealed" (each cell says which); empty for ignored and left out ones. A
/// column of credit codes and id numbers together is "credit_code", one of mobiles is "phone".
[[nodiscard]] QString columnUseName(const ColumnTarget& target);
/// Reads what columnUseName() gives; empty is LeftOut. Nothing where the word is none, or a field
/// that no file may set.
[[nodiscard]] std::optional<ColumnTarget> columnUseByName(const QString& name);

/// Nothing where the header says nothing; Ignored where it says what is no field (a fax).
[[nodiscard]] std::optional<ColumnTarget> headerTarget(QStringView header);
/// For comparing headers: stars, colons and blanks off, folded, hints in brackets off.
[[nodiscard]] QString foldHeader(QStringView header);

} // namespace core
