#include "core/exchange/SealedValues.h"

#include "core/standardize/Codes.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace core {

namespace {

bool isAllDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() >= u'0' && c.unicode() <= u'9';
    });
}

/// Before 1999 an identity number had 15 digits, the year with two of them and no check digit.
bool isOldIdNumber(QStringView code)
{
    if (code.size() != 15 || !isAllDigits(code) || isOldRegistrationNumber(code)) {
        return false;
    }
    const int region = code.left(2).toInt();
    return region >= 11 && region <= 65
        && QDate(1900 + code.mid(6, 2).toInt(), code.mid(8, 2).toInt(), code.mid(10, 2).toInt())
               .isValid();
}

} // namespace

bool isSealedNumber(QStringView cell)
{
    constexpr qsizetype shortest = 15;
    constexpr qsizetype longest = 40;
    if (cell.size() < shortest || cell.size() > longest) {
        return false;
    }
    const QString code = normalizeCode(cell);
    return hasIdNumberShape(code) || isBankCard(code) || isOldIdNumber(code);
}

bool isNearIdNumber(QStringView cell)
{
    constexpr qsizetype length = 18;
    const QString code = normalizeCode(cell);
    if (code.size() < length - 1 || code.size() > length + 1 || isCreditCode(code)) {
        return false;
    }
    const auto digits = std::count_if(code.begin(), code.end(), [](QChar c) {
        return c.unicode() >= u'0' && c.unicode() <= u'9';
    });
    const int region = code.left(2).toInt();
    return digits >= length - 3
        && ((region >= 11 && region <= 65) || (region >= 81 && region <= 83));
}

bool isDamagedCode(QStringView cell)
{
    if (isSpreadsheetDamaged(cell)) {
        return true;
    }
    // A spreadsheet keeps fifteen digits and fills up with zeros.
    const QString code = normalizeCode(cell);
    const bool cut = (code.size() == 18 || code.size() == 19) && isAllDigits(code)
        && code.endsWith(QStringLiteral("000"));
    return cut && !isCreditCode(code) && !isIdNumber(code) && !isBankCard(code);
}

QString withoutSealedNumbers(const QString& text, bool& found)
{
    constexpr qsizetype shortest = 16;
    if (text.size() < shortest) {
        return text;
    }
    static const QRegularExpression number(QStringLiteral(
        R"((?<![0-9A-Za-z])(?:\d{17}[0-9Xx]|\d{16}|\d{19}|\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?:[ -]\d{3})?)(?![0-9A-Za-z]))"));
    QString result;
    qsizetype kept = 0;
    auto matches = number.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString code = normalizeCode(match.capturedView());
        if (hasIdNumberShape(code) || isBankCard(code)) {
            result += QStringView(text).mid(kept, match.capturedStart() - kept);
            result += QStringLiteral("***");
            kept = match.capturedEnd();
            found = true;
        }
    }
    return kept == 0 ? text : QString(result + QStringView(text).mid(kept));
}

} // namespace core
