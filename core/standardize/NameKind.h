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

struct NameParts
{
    QString title{};
    QString given{};
    QString middle{};
    QString family{};
    QString suffix{};
};

[[nodiscard]] NameKind guessNameKind(QStringView name);
/// Given, middle and family name as a form keeps them -> as people write them: 蔡星霞, Linda M. Martinez.
[[nodiscard]] QString joinName(QStringView given, QStringView middle, QStringView family);
/// The same with a title in front and what stands behind: Dr. Linda M. Martinez Jr., Anna Berg, PhD. A Chinese name takes
/// neither.
[[nodiscard]] QString joinName(const NameParts& parts);
/// Mr, Ms, Herr, 先生, 女士: how somebody is addressed, no part of the name.
[[nodiscard]] bool isSalutation(QStringView title);
/// Dr, Prof, 博士: what stands in a column of titles, salutations among them.
[[nodiscard]] bool isNameTitle(QStringView text);
/// The name without its legal form (有限公司, Ltd, GmbH), folded: for comparing.
[[nodiscard]] QString withoutLegalForm(QStringView name);

} // namespace core
