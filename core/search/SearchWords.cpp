#include "core/search/SearchWords.h"

#include "core/records/ClientStandardizer.h"
#include "core/records/Contact.h"
#include "core/standardize/Email.h"
#include "core/standardize/Phone.h"
#include "core/standardize/Pinyin.h"
#include "core/standardize/TextForm.h"

#include <algorithm>
#include <vector>

namespace core {

namespace {

constexpr qsizetype digitRun = 3;
constexpr qsizetype letterRun = 3;
constexpr qsizetype dayLength = 8; ///< of a client id, before its serial

/// Letters and digits only, folded: the form of whole values.
QString solid(QStringView text)
{
    QString result;
    for (const QChar c : foldText(text)) {
        if (c.isLetterOrNumber()) {
            result.append(c);
        }
    }
    return result;
}

class WordSet
{
public:
    void add(QLatin1Char kind, QStringView word)
    {
        if (word.isEmpty()) {
            return;
        }
        const qsizetype before = m_text.size();
        if (before > 0) {
            m_text += u' ';
        }
        const qsizetype start = m_text.size();
        m_text += kind;
        m_text += word;
        const Word added{start, m_text.size() - start, qHash(QStringView(m_text).mid(start))};
        // Some dozens of words: looking through them is quicker than a set of strings.
        const bool known = std::any_of(m_words.begin(), m_words.end(), [&](const Word& one) {
            return one.hash == added.hash && one.length == added.length
                && QStringView(m_text).mid(one.start, one.length) == QStringView(m_text).mid(start);
        });
        if (known) {
            m_text.truncate(before);
        } else {
            m_words.push_back(added);
        }
    }
    [[nodiscard]] const QString& text() const { return m_text; }

private:
    struct Word
    {
        qsizetype start;
        qsizetype length;
        std::size_t hash;
    };
    std::vector<Word> m_words; ///< in the order they came, so that the text is always the same
    QString m_text;
};

struct Run
{
    QString text;
    bool han = false;
};

std::vector<Run> runsOf(const QString& folded)
{
    std::vector<Run> runs;
    for (const QChar c : folded) {
        const bool han = isHan(c.unicode());
        if (!c.isLetterOrNumber()) {
            runs.push_back({});
        } else if (runs.empty() || runs.back().text.isEmpty() || runs.back().han != han) {
            runs.push_back({QString(c), han});
        } else {
            runs.back().text.append(c);
        }
    }
    std::erase_if(runs, [](const Run& run) { return run.text.isEmpty(); });
    return runs;
}

/// `inside`: also letters inside its Latin words are found.
void addText(WordSet& words, QStringView text, bool inside = true)
{
    for (const Run& run : runsOf(foldText(text))) {
        if (!run.han) {
            words.add(QLatin1Char('w'), run.text);
            if (!inside) {
                continue;
            }
            // Its beginning is asked for by the word itself.
            for (qsizetype i = 1; i + letterRun <= run.text.size(); ++i) {
                words.add(QLatin1Char('t'), QStringView(run.text).mid(i, letterRun));
            }
            continue;
        }
        for (qsizetype i = 0; i < run.text.size(); ++i) {
            words.add(QLatin1Char('h'), QStringView(run.text).mid(i, 1));
            if (i + 1 < run.text.size()) {
                words.add(QLatin1Char('h'), QStringView(run.text).mid(i, 2));
            }
        }
    }
}

void addReading(WordSet& words, QStringView text, bool person)
{
    if (!containsHan(text)) {
        return;
    }
    const QStringList syllables = pinyinSyllables(text, person);
    for (qsizetype start = 0; start < syllables.size(); ++start) {
        QString full;
        QString initials;
        for (qsizetype i = start; i < syllables.size(); ++i) {
            full += syllables[i];
            initials
                += syllables[i].front().isDigit() ? syllables[i] : QString(syllables[i].front());
        }
        if (start == 0) {
            words.add(QLatin1Char('e'), full);
            words.add(QLatin1Char('e'), initials);
        }
        words.add(QLatin1Char('p'), full);
        words.add(QLatin1Char('i'), initials);
    }
}

/// The reading of a name from each syllable to its end grows with the square of its length: of a whole cell of a file that
/// stands where a name should, only as much is found as a name may have.
constexpr qsizetype longestName = 400;

void addName(WordSet& words, const QString& whole, bool person)
{
    const QString name = whole.left(longestName);
    if (name.isEmpty()) {
        return;
    }
    words.add(QLatin1Char('e'), solid(name));
    addText(words, name);
    addReading(words, name, person);
}

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.unicode() >= u'0' && c.unicode() <= u'9') {
            digits.append(c);
        }
    }
    return digits;
}

void addPhone(WordSet& words, const QString& stored)
{
    if (stored.isEmpty()) {
        return;
    }
    const Phone phone = phoneFromStored(stored);
    const QString shown = digitsOf(shownPhone(phone.e164.isEmpty() ? stored : phone.e164));
    words.add(QLatin1Char('e'), shown);
    words.add(QLatin1Char('e'), digitsOf(phone.e164));
    for (qsizetype i = 0; i + digitRun <= shown.size(); ++i) {
        words.add(QLatin1Char('d'), QStringView(shown).mid(i, digitRun));
    }
}

void addEmail(WordSet& words, const QString& email)
{
    words.add(QLatin1Char('e'), solid(email));
    const qsizetype at = email.lastIndexOf(u'@');
    addText(words, at < 0 ? QStringView(email) : QStringView(email).first(at));
    // Nobody looks for letters inside the name of a provider that half the office has.
    const QString domain = emailDomain(email);
    addText(words, domain, !isFreeMailDomain(domain));
}

QString anyOf(const QStringList& questions)
{
    return questions.size() == 1 ? questions.first()
                                 : u'(' + questions.join(QStringLiteral(" OR ")) + u')';
}

/// FTS5's own words and signs lose their meaning between quotation marks.
QString quoted(QLatin1Char kind, const QString& word, bool prefix)
{
    const QString text = u'"' + (kind + word) + u'"';
    return prefix ? QString(text + u'*') : text;
}

/// The day and serial of a client id: "0017", "20260302".
QString idQuestion(const QString& digits)
{
    constexpr qsizetype serialLength = 4;
    return digits.size() < serialLength
        ? QString()
        : quoted(QLatin1Char('n'), digits, digits.size() >= dayLength);
}

/// `inside`: also letters inside a Latin word.
QString containsQuestion(const QString& folded, bool inside)
{
    QStringList all;
    for (const Run& run : runsOf(folded)) {
        if (run.han) {
            if (run.text.size() == 1) {
                all.append(quoted(QLatin1Char('h'), run.text, false));
            }
            for (qsizetype i = 0; i + 1 < run.text.size(); ++i) {
                all.append(quoted(QLatin1Char('h'), run.text.mid(i, 2), false));
            }
            continue;
        }
        const QString digits = digitsOf(run.text);
        if (digits.size() == run.text.size() && digits.size() >= digitRun) {
            QStringList windows;
            for (qsizetype i = 0; i + digitRun <= digits.size(); ++i) {
                windows.append(quoted(QLatin1Char('d'), digits.mid(i, digitRun), false));
            }
            QStringList ways{u'(' + windows.join(QStringLiteral(" AND ")) + u')',
                             quoted(QLatin1Char('w'), run.text, true)};
            if (const QString id = idQuestion(digits); !id.isEmpty()) {
                ways.append(id);
            }
            all.append(anyOf(ways));
            continue;
        }
        QStringList ways{quoted(QLatin1Char('w'), run.text, true),
                         quoted(QLatin1Char('p'), run.text, true),
                         quoted(QLatin1Char('i'), run.text, true)};
        if (inside && run.text.size() >= letterRun) {
            QStringList windows;
            for (qsizetype i = 0; i + letterRun <= run.text.size(); ++i) {
                windows.append(quoted(QLatin1Char('t'), run.text.mid(i, letterRun), false));
            }
            ways.append(u'(' + windows.join(QStringLiteral(" AND ")) + u')');
        }
        all.append(anyOf(ways));
    }
    return all.join(QStringLiteral(" AND "));
}

/// An address, or the beginning of one: its whole words. The last one, mostly that of a provider or "com", would be a
/// prefix of what half the office has, and reading that took 160 ms at a million; the record is looked at instead.
QString emailQuestion(const QString& folded)
{
    const qsizetype at = folded.indexOf(u'@');
    if (at <= 0 || at + 1 == folded.size() || folded.contains(u' ')) {
        return {};
    }
    const std::vector<Run> runs = runsOf(folded);
    QStringList all;
    for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
        if (runs[i].han) {
            return {};
        }
        all.append(quoted(QLatin1Char('w'), runs[i].text, false));
    }
    return all.join(QStringLiteral(" AND "));
}

/// Numbers of the mainland are shown, and so indexed, without their country: "+86 138" asks for 138.
QString withoutChina(const QString& typed)
{
    const QString digits = digitsOf(typed);
    const bool number
        = std::none_of(typed.begin(), typed.end(), [](QChar c) { return c.isLetter(); });
    const auto digitsIn = [](QLatin1String prefix) {
        return prefix.startsWith(u'+') ? prefix.size() - 1 : prefix.size();
    };
    for (const QLatin1String prefix : {QLatin1String("+86"), QLatin1String("0086")}) {
        if (number && typed.trimmed().startsWith(prefix)
            && digits.size() >= digitsIn(prefix) + digitRun) {
            return digits.mid(digitsIn(prefix));
        }
    }
    return typed;
}

/// "shantf", "stianf": syllables written out beside syllables of which only the beginning is typed. The index answers
/// for the first whole one and the initials around it; the rest is looked at.
QString mixedQuestion(const QString& whole)
{
    constexpr qsizetype shortest = 3;
    constexpr qsizetype longest = 40;
    const bool latin
        = std::all_of(whole.begin(), whole.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
    if (!latin || whole.size() < shortest || whole.size() > longest) {
        return {};
    }
    constexpr qsizetype longestSyllable = 6; // zhuang
    QStringList ways;
    const auto syllableAt = [&whole](qsizetype at, qsizetype length) {
        return at + length <= whole.size() && isPinyinSyllable(QStringView(whole).mid(at, length));
    };
    constexpr qsizetype mostInitials = 4;
    for (qsizetype at = 0; at <= mostInitials;
         ++at) { // how many initials stand before the first whole syllable
        for (qsizetype length = 2; length <= longestSyllable; ++length) {
            const qsizetype next = at + length;
            if (!syllableAt(at, length) || (at == 0 && next == whole.size())) {
                continue;
            }
            const QString initials
                = whole.left(at + 1) + (next < whole.size() ? QString(whole[next]) : QString());
            ways.append(quoted(QLatin1Char('i'), initials, true) + QStringLiteral(" AND ")
                        + quoted(QLatin1Char('p'), whole.mid(at, length), true));
        }
    }
    for (QString& way : ways) {
        way = u'(' + way + u')';
    }
    return ways.isEmpty() ? QString() : anyOf(ways);
}

/// Is it how people name this record: its id from the start, its day, its serial?
bool namesId(const QString& wanted, const QString& id)
{
    if (solid(id).startsWith(wanted)) {
        return true;
    }
    const QString digits = digitsOf(id);
    return (wanted.size() >= dayLength && digits.startsWith(wanted))
        || (!wanted.isEmpty() && digits.mid(dayLength) == wanted);
}

/// Does `typed` begin some of each of these syllables, one after the other, from `at` on?
bool beginsSyllables(QStringView typed, const QStringList& syllables, qsizetype at)
{
    if (typed.isEmpty()) {
        return true;
    }
    if (at >= syllables.size()) {
        return false;
    }
    const QString& syllable = syllables[at];
    qsizetype common = 0;
    while (common < std::min(typed.size(), syllable.size()) && typed[common] == syllable[common]) {
        ++common;
    }
    for (; common > 0; --common) { // "xian" may be xi'an as well
        if (beginsSyllables(typed.mid(common), syllables, at + 1)) {
            return true;
        }
    }
    return false;
}

} // namespace

QString searchWords(const Client& client)
{
    WordSet words;
    const bool person = client.value(Field::Type) == QLatin1String("person");
    words.add(QLatin1Char('e'), client.value(Field::Id).toLower());
    const QString idDigits = digitsOf(client.value(Field::Id));
    words.add(QLatin1Char('n'), idDigits);
    words.add(QLatin1Char('n'), idDigits.mid(dayLength));
    addName(words, client.value(Field::Name), person);
    if (client.value(Field::Contact) != client.value(Field::Name)) {
        addName(words, client.value(Field::Contact), true);
    }
    addPhone(words, client.value(Field::Phone));
    for (const QString& phone : client.value(Field::OtherPhones).split(u';', Qt::SkipEmptyParts)) {
        addPhone(words, phone);
    }
    if (client.values.has(Field::Email)) {
        addEmail(words, client.value(Field::Email));
    }
    for (const QString& email : client.value(Field::OtherEmails).split(u';', Qt::SkipEmptyParts)) {
        addEmail(words, email);
    }
    for (const Contact& contact : contactsFromText(client.value(Field::Contacts))) {
        addName(words, contact.name, true);
        for (const QString& phone : contact.phones) {
            addPhone(words, phone);
        }
        for (const QString& email : contact.emails) {
            addEmail(words, email);
        }
    }
    words.add(QLatin1Char('e'), client.value(Field::CreditCode).toLower());
    if (client.owner.isValid()) {
        words.add(QLatin1Char('o'), QString::number(client.owner.value));
    }
    return words.text();
}

std::vector<SearchTier> searchTiers(QStringView text)
{
    const QString typed = withoutChina(narrowWidth(text));
    const QString folded = foldText(cleanText(typed));
    const QString whole = solid(folded);
    if (whole.isEmpty()) {
        return {};
    }
    QStringList exact{quoted(QLatin1Char('e'), whole, false)};
    QStringList prefix{quoted(QLatin1Char('e'), whole, true)};
    // +86 138 0013 8000 and 138 0013 8000 are the same question.
    if (const QString digits = digitsOf(whole);
        digits.size() > 8 && digits.size() == whole.size()) {
        if (const Phone phone = parsePhone(typed); phone.isValid()) {
            exact.append(quoted(QLatin1Char('e'), digitsOf(phone.e164), false));
        }
    }
    std::vector<SearchTier> tiers{{anyOf(exact)}, {anyOf(prefix)}};
    if (const QString address = emailQuestion(folded); !address.isEmpty()) {
        tiers.push_back({address, true});
        return tiers;
    }
    if (const QString contains = containsQuestion(folded, false); !contains.isEmpty()) {
        const bool windows = whole.size() > digitRun && digitsOf(whole).size() == whole.size();
        tiers.push_back({contains, windows});
    }
    if (const QString mixed = mixedQuestion(whole); !mixed.isEmpty()) {
        tiers.push_back({mixed, true});
    }
    if (const QString inside = containsQuestion(folded, true);
        tiers.size() > 2 && inside != tiers[2].question) {
        tiers.push_back({inside, true});
    }
    return tiers;
}

QString ownedBy(UserPk owner)
{
    return quoted(QLatin1Char('o'), QString::number(owner.value), false);
}

SearchMatch matchIn(const Client& client, QStringView typed)
{
    const QString wanted = solid(withoutChina(narrowWidth(typed)));
    const QString digits = digitsOf(wanted);
    constexpr std::array order{Field::Id,
                               Field::Name,
                               Field::Contact,
                               Field::Phone,
                               Field::OtherPhones,
                               Field::Email,
                               Field::OtherEmails,
                               Field::CreditCode,
                               Field::Contacts};
    for (const Field field : order) {
        const QString shown = shownValue(field, client.value(field));
        const bool phone = field == Field::Phone || field == Field::OtherPhones;
        if (field == Field::Id) {
            if (namesId(wanted, shown)) {
                return {field, shown, true};
            }
            continue;
        }
        if (phone ? digits.size() >= digitRun && digits.size() == wanted.size()
                    && (digitsOf(shown).contains(digits)
                        || digitsOf(client.value(field)).contains(digits))
                  : !shown.isEmpty() && solid(shown).contains(wanted)) {
            return {field, shown, true};
        }
    }
    for (const Field field : {Field::Name, Field::Contact}) {
        const bool person
            = field == Field::Contact || client.value(Field::Type) == QLatin1String("person");
        const QStringList syllables = pinyinSyllables(client.value(field), person);
        for (qsizetype at = 0; at < syllables.size(); ++at) {
            if (beginsSyllables(wanted, syllables, at)) {
                return {field, client.value(field), true};
            }
        }
    }
    return {Field::Name, client.value(Field::Name), false};
}

} // namespace core
