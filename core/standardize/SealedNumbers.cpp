#include "core/standardize/SealedNumbers.h"

#include "core/standardize/Codes.h"
#include "core/standardize/TextForm.h"

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

/// A company's registration number of that length has a check digit.
bool isOldIdNumber(QStringView code)
{
    return hasOldIdShape(code) && !isOldRegistrationNumber(code);
}

bool isLatinLetter(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

/// Is what stands there such a number, with what stands around it?
bool isSealedIn(QStringView text, qsizetype start, qsizetype end)
{
    constexpr qsizetype oldLength = 15;
    const QString code = normalizeCode(text.mid(start, end - start));
    if (code.size() == oldLength) {
        // Too many other numbers have fifteen digits: only where the text says so.
        constexpr qsizetype before = 12;
        const QStringView said
            = text.mid(std::max<qsizetype>(start - before, 0), std::min(start, before));
        return hasOldIdShape(code) && (said.contains(u"身份证") || said.contains(u"证件"));
    }
    const bool inWord = (start > 0 && isLatinLetter(text[start - 1]))
        || (end < text.size() && isLatinLetter(text[end]));
    // Part of a longer code ("PO6222…"): only where its own check digit says that it is one.
    return inWord ? isIdNumber(code) || (isBankCard(code) && code.startsWith(QStringLiteral("62")))
                  : hasIdNumberShape(code) || isBankCard(code);
}

} // namespace

// Before 1999 an identity number had 15 digits, the year with two of them and no check digit.
bool hasOldIdShape(QStringView code)
{
    if (code.size() != 15 || !isAllDigits(code)) {
        return false;
    }
    const int region = code.left(2).toInt();
    return region >= 11 && region <= 65
        && QDate(1900 + code.mid(6, 2).toInt(), code.mid(8, 2).toInt(), code.mid(10, 2).toInt())
               .isValid();
}

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

QString sealedNumberPattern()
{
    return QStringLiteral(
        R"((?:\d{17}[Xx]|\d{15,19}|\d{6}[ -]\d{8}[ -]\d{3}[0-9Xx]|\d{6}[ -]\d{4}[ -]\d{4}[ -]\d{3}[0-9Xx]|\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?:[ -]\d{1,3})?))");
}

QString withoutSealedNumbers(const QString& text, QStringList& numbers)
{
    constexpr qsizetype fewest = 15;
    const auto digits
        = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    if (digits < fewest) {
        return text; // nearly every text
    }
    static const QRegularExpression number(QStringLiteral("(?<![0-9])") + sealedNumberPattern()
                                           + QStringLiteral("(?![0-9])"));
    QString narrow = narrowWidth(text);
    if (narrow.size() != text.size()) {
        narrow = text; // the places of what is found would not fit
    }
    QString result;
    qsizetype kept = 0;
    auto matches = number.globalMatch(narrow);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (isSealedIn(narrow, match.capturedStart(), match.capturedEnd())) {
            result += QStringView(text).mid(kept, match.capturedStart() - kept);
            result += QStringLiteral("***");
            kept = match.capturedEnd();
            numbers.append(normalizeCode(match.capturedView()));
        }
    }
    return kept == 0 ? text : QString(result + QStringView(text).mid(kept));
}

QString withoutSealedNumbers(const QString& text, bool& found)
{
    QStringList numbers;
    QString rest = withoutSealedNumbers(text, numbers);
    found = found || !numbers.isEmpty();
    return rest;
}

QString withoutSealedNumbers(const QString& text)
{
    QStringList numbers;
    return withoutSealedNumbers(text, numbers);
}

bool holdsSealedNumber(const QString& text)
{
    bool found = false;
    (void)withoutSealedNumbers(text, found);
    return found;
}

} // namespace core
