#include "core/standardize/Codes.h"

#include "core/standardize/TextForm.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace core {

namespace {

bool isDigitAt(QStringView text, qsizetype i)
{
    return text[i].unicode() >= u'0' && text[i].unicode() <= u'9';
}

bool allDigits(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isDigitAt(text, i)) {
            return false;
        }
    }
    return !text.isEmpty();
}

int digitAt(QStringView text, qsizetype i)
{
    return text[i].unicode() - u'0';
}

constexpr QStringView creditAlphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY";

} // namespace

QString normalizeCode(QStringView text)
{
    QString code;
    for (const QChar c : cleanText(narrowWidth(text))) {
        if (c != u' ' && c != u'-') {
            code.append(c.toUpper());
        }
    }
    return code;
}

bool hasCreditCodeShape(QStringView code)
{
    if (code.size() != 18 || hasIdNumberShape(code)) {
        return false;
    }
    // Registering authority and kind, then the six digits of the region.
    if (!QStringView(u"123456789ANY").contains(code[0]) || !allDigits(code.mid(2, 6))) {
        return false;
    }
    return std::all_of(
        code.begin(), code.end(), [](QChar c) { return creditAlphabet.contains(c); });
}

bool isCreditCode(QStringView code)
{
    if (code.size() != 18) {
        return false;
    }
    int sum = 0;
    int weight = 1;
    for (qsizetype i = 0; i < 17; ++i) {
        const qsizetype value = creditAlphabet.indexOf(code[i]);
        if (value < 0) {
            return false;
        }
        sum += int(value) * weight;
        weight = weight * 3 % 31;
    }
    return creditAlphabet.indexOf(code[17]) == (31 - sum % 31) % 31;
}

bool isOldRegistrationNumber(QStringView code)
{
    if (code.size() != 15 || !allDigits(code)) {
        return false;
    }
    int rest = 10;
    for (qsizetype i = 0; i < 14; ++i) {
        rest = (rest + digitAt(code, i)) % 10;
        rest = (rest == 0 ? 10 : rest) * 2 % 11;
    }
    return (rest + digitAt(code, 14)) % 10 == 1;
}

bool hasIdNumberShape(QStringView code)
{
    if (code.size() != 18 || !allDigits(code.left(17))
        || !(isDigitAt(code, 17) || code[17] == u'X' || code[17] == u'x')) {
        return false;
    }
    const int region = digitAt(code, 0) * 10 + digitAt(code, 1);
    const QDate birthday(code.mid(6, 4).toInt(), code.mid(10, 2).toInt(), code.mid(12, 2).toInt());
    return region >= 11 && region <= 83 && birthday.isValid() && birthday.year() >= 1890
        && birthday.year() <= 2100;
}

bool isIdNumber(QStringView code)
{
    if (!hasIdNumberShape(code)) {
        return false;
    }
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (qsizetype i = 0; i < 17; ++i) {
        sum += digitAt(code, i) * weights[std::size_t(i)];
    }
    constexpr QStringView checks = u"10X98765432";
    return code[17].toUpper() == checks[sum % 11];
}

bool isBankCard(QStringView code)
{
    if (code.size() < 16 || code.size() > 19 || !allDigits(code)
        || !QStringView(u"34569").contains(code[0])) {
        return false;
    }
    int sum = 0;
    for (qsizetype i = 0; i < code.size(); ++i) {
        int value = digitAt(code, code.size() - 1 - i);
        if (i % 2 == 1) {
            value *= 2;
            value -= value > 9 ? 9 : 0;
        }
        sum += value;
    }
    return sum % 10 == 0;
}

bool isSpreadsheetDamaged(QStringView text)
{
    static const QRegularExpression form(QStringLiteral(R"(^\s*\d(?:[.,]\d+)?[eE]\+?\d{2}\s*$)"));
    return form.match(text.toString()).hasMatch();
}

} // namespace core
