/// TextForm: tidies text for keeping and folds it for comparing. Pure, any thread.
///
///     cleanText(u"　Acme   Ltd ")      -> "Acme Ltd"
///     foldText(u"Müller 臺北")         -> "muller 台北"
#pragma once

#include <QString>
#include <QStringView>

namespace core {

/// For keeping: blanks around and doubled inside go (ideographic and no-break ones too), invisible and control
/// characters go, full-width letters and digits become ordinary. Chinese punctuation stays as it is.
[[nodiscard]] QString cleanText(QStringView text);
/// The same line by line; empty lines at the ends go.
[[nodiscard]] QString cleanMultiline(QStringView text);
/// Full-width ASCII to ordinary.
[[nodiscard]] QString narrowWidth(QStringView text);
/// Traditional characters to simplified, one by one (ICU's Traditional-Simplified, from the Unihan database).
[[nodiscard]] QString toSimplified(QStringView text);
/// For comparing and searching: NFKC, case folded, accents off, simplified.
[[nodiscard]] QString foldText(QStringView text);
[[nodiscard]] bool isHan(char32_t character);
[[nodiscard]] bool containsHan(QStringView text);

} // namespace core
