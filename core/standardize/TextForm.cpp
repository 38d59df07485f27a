#include "core/standardize/TextForm.h"

#include "core/standardize/HanTable.h"

#include <QStringList>

namespace core {

namespace {

bool isInvisible(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x200B && u <= 0x200F) || (u >= 0x202A && u <= 0x202E)
        || (u >= 0x2060 && u <= 0x2064) || u == 0xFEFF || u == 0x00AD
        || (c.category() == QChar::Other_Control && u != u'\t' && u != u'\n' && u != u'\r');
}

/// Letters, digits and blanks only: full-width punctuation is how Chinese is written.
QChar narrow(QChar c)
{
    const char16_t u = c.unicode();
    const bool digit = u >= 0xFF10 && u <= 0xFF19;
    const bool letter = (u >= 0xFF21 && u <= 0xFF3A) || (u >= 0xFF41 && u <= 0xFF5A);
    return digit || letter ? QChar(char16_t(u - 0xFEE0)) : c;
}

} // namespace

bool isHan(char32_t c)
{
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x20000 && c <= 0x323AF) || c == 0x3007;
}

bool containsHan(QStringView text)
{
    for (const QChar c : text) {
        if (isHan(c.unicode()) || (c.isHighSurrogate() && c.unicode() >= 0xD840)) {
            return true;
        }
    }
    return false;
}

QString narrowWidth(QStringView text)
{
    QString result = text.toString();
    for (QChar& c : result) {
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E) {
            c = QChar(char16_t(c.unicode() - 0xFEE0));
        } else if (c.unicode() == 0x3000) {
            c = u' ';
        }
    }
    return result;
}

QString cleanText(QStringView text)
{
    QString result;
    result.reserve(text.size());
    bool blank = false;
    for (const QChar c : text) {
        if (c.isSpace()) {
            blank = !result.isEmpty();
        } else if (!isInvisible(c)) {
            if (blank) {
                result.append(u' ');
                blank = false;
            }
            result.append(narrow(c));
        }
    }
    return result;
}

QString cleanMultiline(QStringView text)
{
    QStringList lines;
    QString normal = text.toString();
    normal.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    for (const QString& line : normal.split(u'\n')) {
        lines.append(cleanText(line));
    }
    while (!lines.isEmpty() && lines.first().isEmpty()) {
        lines.removeFirst();
    }
    while (!lines.isEmpty() && lines.last().isEmpty()) {
        lines.removeLast();
    }
    return lines.join(u'\n');
}

QString toSimplified(QStringView text)
{
    const HanTable& table = HanTable::instance();
    QString result = text.toString();
    for (QChar& c : result) {
        c = QChar(table.simplified(c.unicode()));
    }
    return result;
}

QString foldText(QStringView text)
{
    // Most text is plain ASCII or simplified Chinese, for which normalizing changes nothing.
    QString result;
    result.reserve(text.size());
    const HanTable& table = HanTable::instance();
    bool plain = true;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u >= 0x80 && !HanTable::covers(u)) {
            plain = false;
            break;
        }
        result.append(u < 0x80 ? c.toLower() : QChar(table.simplified(u)));
    }
    if (plain) {
        return result;
    }
    result.clear();
    const QString folded = text.toString()
                               .normalized(QString::NormalizationForm_KC)
                               .toCaseFolded()
                               .normalized(QString::NormalizationForm_D);
    for (const QChar c : folded) {
        if (c.category() != QChar::Mark_NonSpacing && !isInvisible(c)) {
            result.append(QChar(table.simplified(c.unicode())));
        }
    }
    return result.normalized(QString::NormalizationForm_C);
}

} // namespace core
