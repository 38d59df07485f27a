/// Industry: sections (letters) and divisions (two digits) of GB/T 4754-2017, with English names of our own. Pure after
/// the table is read once; any thread.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace core {

struct Industry
{
    QString code;
    QString chinese;
    QString english;
};

[[nodiscard]] const std::vector<Industry>& allIndustries();
[[nodiscard]] std::optional<Industry> industryByCode(QStringView code); ///< "65", "I", "I65"
/// The exact name in either language, or a code.
[[nodiscard]] std::optional<Industry> industryByText(QStringView text);
/// What the words probably mean: "餐饮管理" -> 62. For proposals, never stored unasked.
[[nodiscard]] std::optional<Industry> proposeIndustry(QStringView text);
/// In the language named; the text itself where it is no code.
[[nodiscard]] QString industryLabel(const QString& code, bool chinese);

} // namespace core
