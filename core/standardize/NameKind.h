/// NameKind: is it a company's name or a person's, by the words in it; and name parts put together. Pure, any thread.
#pragma once

#include <QString>

namespace core {

enum class NameKind : std::uint8_t
{
    Company,
    Person,
    Unknown
};

[[nodiscard]] NameKind guessNameKind(QStringView name);
/// Given, middle and family name as a form keeps them -> as people write them: 蔡星霞, Linda M. Martinez.
[[nodiscard]] QString joinName(QStringView given, QStringView middle, QStringView family);
/// The name without its legal form (有限公司, Ltd, GmbH), folded: for comparing.
[[nodiscard]] QString withoutLegalForm(QStringView name);

} // namespace core
