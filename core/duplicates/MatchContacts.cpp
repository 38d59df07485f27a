#include "core/duplicates/MatchContacts.h"

#include "core/standardize/Codes.h"
#include "core/standardize/Email.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/TextForm.h"

#include <algorithm>

namespace core {

namespace {

using Qt::StringLiterals::operator""_s;

bool isArabic(QChar c)
{
    return c.unicode() >= u'0' && c.unicode() <= u'9';
}

/// Digits that a scan took for letters; only where most of it is digits.
QChar digitFor(QChar c)
{
    switch (c.unicode()) {
    case u'O':
    case u'o':
    case u'D':
        return u'0';
    case u'l':
    case u'I':
    case u'i':
    case u'|':
        return u'1';
    case u'Z':
    case u'z':
        return u'2';
    case u'S':
    case u's':
        return u'5';
    case u'b':
    case u'G':
        return u'6';
    case u'B':
        return u'8';
    case u'g':
    case u'q':
        return u'9';
    default:
        return c;
    }
}

/// One number: digits alone, without country, leading zeros and extension.
QString bareNumber(QString text)
{
    for (const auto* mark : {u"转", u"轉", u"分机", u"ext", u"Ext", u"EXT", u" x", u"#"}) {
        if (const qsizetype at = text.indexOf(QString::fromUtf16(mark)); at > 5) {
            text.truncate(at);
        }
    }
    const QString plain = text.trimmed();
    QString digits;
    for (const QChar c : plain) {
        if (const QChar digit = digitFor(c); isArabic(digit)) {
            digits.append(digit);
        }
    }
    const bool american = plain.startsWith(u"+1"_s) || plain.startsWith(u"1-"_s)
        || plain.startsWith(u"1 "_s) || plain.startsWith(u"1."_s) || plain.startsWith(u"1("_s);
    while (digits.startsWith(u'0')) {
        digits.remove(0, 1);
    }
    if (digits.startsWith(u"86"_s) && digits.size() >= 12) {
        digits.remove(0, 2);
    } else if (american && digits.size() == 11) {
        digits.remove(0, 1);
    }
    while (digits.startsWith(u'0')) {
        digits.remove(0, 1);
    }
    // 0512-38183752-12: a third part behind a landline
    const QStringList groups = plain.split(u'-');
    if (groups.size() == 3 && groups[1].size() >= 7 && groups[2].size() <= 5) {
        digits.chop(digitCount(groups[2]));
    }
    return digits;
}

/// 11111111, 13800000000: what is typed where a form insists.
bool isFiller(const QString& digits)
{
    constexpr qsizetype repeated = 7;
    return QStringView(digits).right(repeated).count(digits.back()) == repeated;
}

QStringList numbersOf(const QString& cell)
{
    QStringList numbers;
    QString text = cell;
    for (QChar& c : text) {
        if (QStringView(u"/;；、\n\r|，或").contains(c)) {
            c = u',';
        }
    }
    for (const QString& piece : text.split(u',', Qt::SkipEmptyParts)) {
        if (piece.contains(u'@') || digitCount(piece) * 2 < piece.size()) {
            continue;
        }
        const QString digits = bareNumber(piece);
        if (digits.size() >= 6 && digits.size() <= 15 && !isFiller(digits)
            && !numbers.contains(digits)) {
            numbers.append(digits);
        }
    }
    return numbers;
}

/// Telephone numbers and mail addresses that stand among other words.
void harvest(const QString& text, QStringList& phones, QStringList& mails, QString& code)
{
    QString token;
    const QString ended = QString(narrowWidth(text) + u' ');
    const auto end = [&] {
        const qsizetype digits = digitCount(token);
        if (token.contains(u'@')) {
            mails.append(token);
        } else if (token.size() == 18 && digits >= 8 && code.isEmpty()
                   && (isCreditCode(token.toUpper()) || isIdNumber(token.toUpper()))) {
            code = token;
        } else if (digits >= 7 && digits <= 13 && digits * 4 >= token.size() * 3) {
            phones.append(numbersOf(token));
        }
        token.clear();
    };
    for (const QChar c : ended) {
        const bool inside
            = c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringView(u"@._+-").contains(c));
        if (inside) {
            token.append(c);
        } else if (!token.isEmpty()) {
            end();
        }
    }
}

} // namespace

qsizetype digitCount(QStringView text)
{
    return std::count_if(text.begin(), text.end(), isArabic);
}

MatchContacts contactsOf(const MatchRecord& record, MatchKind kind)
{
    MatchContacts sorted{cleanText(record.name), cleanText(record.contact), record.code, {}, {}};
    sorted.phones = numbersOf(narrowWidth(record.phone));
    for (const QString& cell : {record.email, record.phone}) {
        if (cell.contains(u'@')) {
            sorted.mails.append(splitEmails(cell));
        }
    }
    if (!record.email.contains(u'@') && !record.email.isEmpty()) {
        sorted.phones.append(numbersOf(narrowWidth(record.email)));
    }
    if (digitCount(record.code) >= 7 && normalizeCode(record.code).size() <= 12
        && record.phone.size() >= 15 && digitCount(record.phone) >= 8) {
        // A code of 18 letters under the phone, and a telephone number in the code's place.
        const QString other = normalizeCode(record.phone);
        if (isCreditCode(other) || isIdNumber(other)) {
            sorted.phones = numbersOf(narrowWidth(record.code));
            sorted.code = other;
        }
    }
    for (QString* const called : {&sorted.contact, &sorted.name}) {
        if (digitCount(*called) >= 7) {
            QString found;
            harvest(*called, sorted.phones, sorted.mails, found);
            while (!called->isEmpty() && !called->back().isLetter()) {
                called->chop(1);
            }
        }
    }
    if (!record.notes.isEmpty()) {
        harvest(record.notes, sorted.phones, sorted.mails, sorted.code);
    }
    // Name and contact in each other's place.
    if (kind == MatchKind::Company && !sorted.contact.isEmpty()
        && guessNameKind(sorted.contact) == NameKind::Company
        && guessNameKind(sorted.name) != NameKind::Company) {
        std::swap(sorted.name, sorted.contact);
    }
    return sorted;
}

} // namespace core
