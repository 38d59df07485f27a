#include "core/standardize/EuropeanPages.h"

#include "core/standardize/TextDecoding.h"

#include <QString>

#include <algorithm>
#include <array>
#include <uchardet.h>

namespace core {

namespace {

/// The letters beyond ASCII that a language writes, in lower case, and the page its programs write them in.
struct Language
{
    const char* page;
    const char16_t* letters;
};

// The first of equals prevails, so Western ones stand first: a lone "ü" is German, not Hungarian.
constexpr std::array languages{
    Language{"windows-1252", u"äöüßé"},
    Language{"windows-1252", u"éèêëàâçîïôûùüœÿæ"},
    Language{"windows-1252", u"áéíóúñüªº"},
    Language{"windows-1252", u"ãõáéíóúâêôçàüªº"},
    Language{"windows-1252", u"àèéìòùîº"},
    Language{"windows-1252", u"åäöæøéü"},
    Language{"windows-1252", u"áéíóúýþæöð"},
    Language{"windows-1252", u"éëïöüèêçá"},
    Language{"windows-1250", u"ąćęłńóśźż"},
    Language{"windows-1250", u"áčďéěíňóřšťúůýž"},
    Language{"windows-1250", u"áäčďéíĺľňóôŕšťúýž"},
    Language{"windows-1250", u"áéíóöőúüű"},
    Language{"windows-1250", u"čćđšž"},
    Language{"windows-1250", u"ăâîşţ"},
    Language{"windows-1254", u"çğıöşüâîû"},
    Language{"macintosh", u"äöüßé"},
    Language{"macintosh", u"éèêëàâçîïôûùœ"},
    Language{"macintosh", u"áéíóúñü"},
    Language{"macintosh", u"åäöæøé"},
    Language{"ibm-850", u"äöüßé"},
    Language{"ibm-850", u"éèêëàâçîïôûù"},
    Language{"ibm-850", u"áéíóúñü"},
};

struct Alphabet
{
    const char* page;
    const char16_t* frequent; ///< they make up most of any text
    char16_t first;
    char16_t last;
};

constexpr std::array alphabets{
    Alphabet{"windows-1251", u"оеаинтсрвлкмдпу", 0x0400, 0x045F},
    Alphabet{"koi8-r", u"оеаинтсрвлкмдпу", 0x0400, 0x045F},
    Alphabet{"windows-1253", u"αοιετσςνηυρπκλάόί", 0x0384, 0x03CE},
    Alphabet{"windows-1255", u"יוהאלרתבשנמםחק", 0x05D0, 0x05EA},
    Alphabet{"windows-1256", u"ايلمنرتبوهدعسفة", 0x0621, 0x064A},
};

QString decoded(const QByteArray& bytes, const char* page)
{
    return TextDecoder(QLatin1String(page)).decode(bytes, true);
}

bool isAsciiLetter(QChar c)
{
    return c.unicode() < 0x80 && c.isLetter();
}

bool isHigh(QChar c)
{
    return c.unicode() >= 0x80;
}

/// Signs that people put between and around words.
bool isSign(QChar c)
{
    return QStringView(u"\u00a0§°€£©®™–—…•‘’“”„‚«»²³½¼·±´¿¡‹›").contains(c);
}

/// A sign stands where people put it: money beside a number, a quotation mark around a word.
bool isSensibleSign(QChar before, QChar c, QChar after)
{
    if (!isSign(c)) {
        return false;
    }
    if (QStringView(u"\u00a0§©®™–—…•’‘“”„‚·‹›").contains(c)) {
        return true;
    }
    if (QStringView(u"¿¡«").contains(c)) {
        return !isAsciiLetter(before);
    }
    const bool isPower = (c == u'²' || c == u'³') && before == u'm';
    return !isAsciiLetter(after) && (!isAsciiLetter(before) || isPower || c == u'»');
}

/// How many characters of the run from `begin` to `end` stand where accented letters or signs stand.
qsizetype sensibleOf(const QString& text, qsizetype begin, qsizetype end)
{
    const QChar before = begin > 0 ? text[begin - 1] : QChar(u' ');
    const QChar after = end < text.size() ? text[end] : QChar(u' ');
    constexpr qsizetype longest = 3;
    if (end - begin > longest) {
        return 0;
    }
    const bool inWord = isAsciiLetter(before) || isAsciiLetter(after);
    qsizetype good = 0;
    for (qsizetype i = begin; i < end; ++i) {
        const QChar c = text[i];
        const bool alone = end - begin == 1 && QStringView(u"àéèöåøóòùäÀÉÖÅØ").contains(c);
        good += (c.isLetter() && (inWord || alone)) || isSensibleSign(before, c, after) ? 1 : 0;
    }
    return good;
}

double wordSense(const QString& text)
{
    qsizetype high = 0;
    qsizetype good = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isHigh(text[i])) {
            continue;
        }
        qsizetype end = i;
        while (end < text.size() && isHigh(text[end])) {
            ++end;
        }
        high += end - i;
        good += sensibleOf(text, i, end);
        i = end;
    }
    return high == 0 ? 0 : double(good) / double(high);
}

/// Share of what is not ASCII that the language writes.
double coverage(const QString& text, const char16_t* letters)
{
    const QStringView known(letters);
    qsizetype all = 0;
    qsizetype covered = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!isHigh(c)) {
            continue;
        }
        const QChar before = i > 0 ? text[i - 1] : QChar(u' ');
        const QChar after = i + 1 < text.size() ? text[i + 1] : QChar(u' ');
        // A thorn stands at the beginning of a word: inside it is the s of Turkish.
        const bool misplaced = c == u'þ' && isAsciiLetter(before);
        const bool written = (known.contains(c.toLower()) && !misplaced) || c == QChar(u'İ');
        ++all;
        covered += written || isSensibleSign(before, c, after) ? 1 : 0;
    }
    return all == 0 ? 0 : double(covered) / double(all);
}

/// Share of the characters beyond ASCII that another page reads otherwise.
double difference(const QString& a, const QString& b)
{
    qsizetype high = 0;
    qsizetype different = 0;
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (isHigh(a[i])) {
            ++high;
            different += a[i] != b[i] ? 1 : 0;
        }
    }
    return high == 0 ? 0 : double(different) / double(high);
}

bool hasLetter(const QString& text)
{
    return std::any_of(
        text.begin(), text.end(), [](QChar c) { return isHigh(c) && !isSign(c) && c.isLetter(); });
}

EuropeanPage latinPage(const QByteArray& bytes)
{
    constexpr double nearlyAll = 0.97;
    constexpr double some = 0.1;
    const QString western = decoded(bytes, "windows-1252");
    EuropeanPage found{QStringLiteral("windows-1252"), wordSense(western)};
    double best = 0;
    for (const Language& language : languages) {
        const bool isWestern = QLatin1String(language.page) == QLatin1String("windows-1252");
        const QString text = isWestern ? western : decoded(bytes, language.page);
        const double its = coverage(text, language.letters);
        const bool sure = isWestern
            || (its >= nearlyAll && difference(western, text) >= some && hasLetter(text));
        if (sure && its > best) {
            best = its;
            found = {QLatin1String(language.page), wordSense(text)};
        }
    }
    return found;
}

double alphabetSense(const QString& text, const Alphabet& alphabet)
{
    const QStringView frequent(alphabet.frequent);
    const auto isOurs = [&alphabet](QChar c) {
        return c.unicode() >= alphabet.first && c.unicode() <= alphabet.last && c.isLetter();
    };
    qsizetype high = 0;
    qsizetype good = 0;
    qsizetype often = 0;
    QChar before(u' ');
    for (const QChar c : text) {
        if (isHigh(c) && !isSign(c) && c != QChar(u'№')) {
            ++high;
            // A capital behind a small letter, or a Latin one beside it, is no word.
            const bool fits
                = isOurs(c) && !isAsciiLetter(before) && !(c.isUpper() && before.isLower());
            good += fits ? 1 : 0;
            often += frequent.contains(c.toLower()) ? 1 : 0;
        }
        before = c;
    }
    constexpr double usual = 0.65;
    return high == 0
        ? 0
        : double(good) / double(high) * std::min(1.0, double(often) / double(high) / usual);
}

/// What the detector library says; it needs a text of some length.
QString byDetector(const QByteArray& bytes)
{
    uchardet_t detector = uchardet_new();
    uchardet_handle_data(detector, bytes.constData(), std::size_t(bytes.size()));
    uchardet_data_end(detector);
    const QString name = QString::fromLatin1(uchardet_get_charset(detector)).toLower();
    uchardet_delete(detector);
    return name == QLatin1String("tis-620") ? QStringLiteral("windows-874") : name;
}

} // namespace

EuropeanPage guessEuropeanPage(const QByteArray& bytes)
{
    EuropeanPage best = latinPage(bytes);
    for (const Alphabet& alphabet : alphabets) {
        const double sense = alphabetSense(decoded(bytes, alphabet.page), alphabet);
        if (sense > best.sense) {
            best = {QLatin1String(alphabet.page), sense};
        }
    }
    constexpr double doubtful = 0.6;
    constexpr qsizetype enough = 40;
    const auto high
        = std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
    if (best.sense < doubtful && high >= enough) {
        static const std::array others{
            "windows-1255", "windows-1256", "windows-1257", "windows-1258", "windows-874"};
        const QString said = byDetector(bytes);
        if (std::any_of(others.begin(), others.end(), [&said](const char* name) {
                return said == QLatin1String(name);
            })) {
            return {said, doubtful};
        }
    }
    return best;
}

} // namespace core
