/// PastedLabels: what the parts of a pasted block are called in front of them ("联系人：", "Tel.", "Adresse:"). Pure, any
/// thread.
#pragma once

#include <QRegularExpression>
#include <QString>

#include <vector>

namespace core {

/// What a label says of the words behind it.
enum class SaidAs : std::uint8_t
{
    Nothing, ///< no label
    Name,
    Contact, ///< or a name, where a company follows
    Position,
    Region, ///< where a street follows under a label of its own
    Address,
    Other ///< a field of which nothing usable follows
};

struct LabelledText
{
    SaidAs as = SaidAs::Nothing;
    QString label; ///< as it stands there, its colon with it
    QString text;
    qsizetype at = 0; ///< where the text begins
};

/// Cuts a line before every label in it.
[[nodiscard]] std::vector<LabelledText> cutAtLabels(const QString& line);

/// A label at the front of the numbers and words that are found by their form; for patterns.
[[nodiscard]] QString phoneLabel();
[[nodiscard]] QString emailLabel();
[[nodiscard]] QString websiteLabel();
[[nodiscard]] QString codeLabel();
[[nodiscard]] QString postcodeLabel();
/// A label behind which something stands that no field here takes: a fax, QQ; and what is confidential: an account.
[[nodiscard]] const QRegularExpression& otherLabelled();
[[nodiscard]] const QRegularExpression& confidentialLabelled();

} // namespace core
