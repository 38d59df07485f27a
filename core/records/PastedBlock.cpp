#include "core/records/PastedBlock.h"

#include "core/records/PastedMarks.h"
#include "core/records/PastedTokens.h"
#include "core/standardize/AddressLine.h"
#include "core/standardize/Country.h"
#include "core/standardize/Email.h"
#include "core/standardize/Phone.h"
#include "core/standardize/SealedNumbers.h"
#include "core/standardize/TextForm.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace core {

namespace {

using Tokens = std::vector<PastedToken>;

/// How many fields of an address a line would fill; three are a whole one.
int filledParts(const AddressLine& line)
{
    const std::array parts{&line.parts.province,
                           &line.parts.city,
                           &line.parts.district,
                           &line.parts.street,
                           &line.postcode};
    return int(std::count_if(
        parts.begin(), parts.end(), [](const QString* part) { return !part->isEmpty(); }));
}

/// "Hauptstr. 5", "80331 München", "Germany" on lines of their own: together an address, by the postcode in it.
void joinWesternAddress(Tokens& tokens)
{
    constexpr std::size_t mostLines = 4;
    static const QRegularExpression digit(QStringLiteral("\\d"));
    const auto canJoin = [&tokens](std::size_t i) {
        const PastedToken& token = tokens[i];
        return !containsHan(token.text) && token.label.isEmpty()
            && (token.kind == PastedKind::Unknown || token.kind == PastedKind::Contact);
    };
    for (std::size_t last = 0; last < tokens.size(); ++last) {
        QString text;
        for (std::size_t count = 1; count <= mostLines && count <= last + 1; ++count) {
            const std::size_t first = last + 1 - count;
            const bool isLabelled = tokens[first].kind == PastedKind::Address;
            if (!isLabelled && !canJoin(first)) {
                break;
            }
            text = text.isEmpty() ? tokens[first].text : tokens[first].text + u'\n' + text;
            const AddressLine line = splitAddressLine(text);
            const bool isWhole = !line.postcode.isEmpty() && !line.parts.city.isEmpty()
                && digit.match(line.parts.street).hasMatch();
            if (!isWhole) {
                if (isLabelled) {
                    break;
                }
                continue;
            }
            if (last + 1 < tokens.size() && canJoin(last + 1)
                && !splitAddressLine(QString(text + u'\n' + tokens[last + 1].text))
                        .country.isEmpty()
                && !countryOf(tokens[last + 1].text).isEmpty()) {
                text += u'\n' + tokens[last + 1].text;
                ++last;
            }
            tokens[first].text = text;
            tokens[first].kind = PastedKind::Address;
            tokens.erase(tokens.begin() + std::ptrdiff_t(first) + 1,
                         tokens.begin() + std::ptrdiff_t(last) + 1);
            return;
        }
    }
}

/// Reads one block; its parts in the order in which they are needed.
class BlockReader
{
public:
    PastedBlock read(const QString& text);

private:
    void takeOne(Field field, PastedKind kind);
    void takeContact();
    [[nodiscard]] std::size_t surestContact(const std::vector<std::size_t>& all) const;
    void takeAddress();
    void setAddress(const AddressLine& line);
    void takePhones();
    void takeRest();
    void decide();
    void set(Field field, const QString& value)
    {
        if (!value.isEmpty()) {
            m_block.values.emplace_back(field, value);
        }
    }
    void leave(const QString& text, qsizetype at)
    {
        m_rest.push_back({text, at, holdsSealedNumber(text)});
    }

    PastedMarks m_marks;
    Tokens m_tokens;
    std::vector<bool> m_isTaken;
    std::vector<PastedMark> m_rest;
    PastedBlock m_block;
    QString m_country; ///< by whose rules phones are read
    bool m_hasLabel = false;
    bool m_hasWholeAddress = false;
    bool m_hasSender = false; ///< two people's addresses: whose phone is which, nobody knows
};

PastedBlock BlockReader::read(const QString& text)
{
    static const QRegularExpression sender(QStringLiteral("寄件[人方]|发件[人方]|发货[人方]|寄方"));
    m_hasSender = sender.match(text).hasMatch();
    QString left = text;
    m_marks = takePastedMarks(left);
    m_rest = m_marks.rest;
    m_tokens = pastedTokens(left);
    joinWesternAddress(m_tokens);
    m_isTaken.assign(m_tokens.size(), false);
    takeOne(Field::Name, PastedKind::Name);
    takeContact();
    takeOne(Field::Position, PastedKind::Position);
    takeAddress();
    takePhones();
    set(Field::Email, m_marks.emails.value(0));
    set(Field::OtherEmails, m_marks.emails.mid(1).join(QStringLiteral("; ")));
    set(Field::Website, m_marks.website);
    set(Field::CreditCode, m_marks.creditCode);
    takeRest();
    decide();
    return m_block;
}

/// The first that is labelled, or else the first.
void BlockReader::takeOne(Field field, PastedKind kind)
{
    const auto find = [this, kind](bool labelled) {
        return std::find_if(m_tokens.begin(), m_tokens.end(), [&](const PastedToken& token) {
            return token.kind == kind && (token.isLabelled || !labelled);
        });
    };
    auto found = find(true);
    found = found == m_tokens.end() ? find(false) : found;
    if (found == m_tokens.end()) {
        return;
    }
    set(field, found->text);
    m_hasLabel = m_hasLabel || found->isLabelled;
    m_isTaken[std::size_t(found - m_tokens.begin())] = true;
}

/// Two lines may both look like a person's name, and what is all in capitals like much else: the mailbox or the title below
/// tells; else nobody is sure.
std::size_t BlockReader::surestContact(const std::vector<std::size_t>& all) const
{
    const QString& first = m_tokens[all.front()].text;
    if (m_tokens[all.front()].isLabelled || containsHan(first)
        || (all.size() == 1 && first != first.toUpper())) {
        return all.front();
    }
    for (const std::size_t index : all) {
        for (const QString& word : foldText(m_tokens[index].text).split(u' ')) {
            constexpr qsizetype shortest = 3;
            const bool isInMail = std::any_of(
                m_marks.emails.begin(), m_marks.emails.end(), [&](const QString& mail) {
                    return foldText(mail.left(mail.indexOf(u'@'))).contains(word);
                });
            if (word.size() >= shortest && isInMail) {
                return index;
            }
        }
    }
    for (const std::size_t index : all) {
        if (index + 1 < m_tokens.size() && m_tokens[index + 1].kind == PastedKind::Position) {
            return index;
        }
    }
    return m_tokens.size();
}

void BlockReader::takeContact()
{
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        if (m_tokens[i].kind != PastedKind::Contact) {
            continue;
        }
        if (m_tokens[i].isLabelled) {
            all = {i};
            break;
        }
        all.push_back(i);
    }
    // A name by itself is sure only beside a number or an address to reach him.
    const bool isReachable = !m_marks.phones.empty() || !m_marks.emails.isEmpty();
    if (all.empty() || (!m_tokens[all.front()].isLabelled && !isReachable)) {
        return;
    }
    const std::size_t index = surestContact(all);
    if (index < m_tokens.size()) {
        set(Field::Contact, m_tokens[index].text);
        m_hasLabel = m_hasLabel || m_tokens[index].isLabelled;
        m_isTaken[index] = true;
    }
}

void BlockReader::takeAddress()
{
    const auto isPlace = [](const PastedToken& token) {
        return token.kind == PastedKind::Address || token.kind == PastedKind::Region;
    };
    std::vector<std::size_t> labelled;
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        if (isPlace(m_tokens[i])) {
            (m_tokens[i].isLabelled ? labelled : free).push_back(i);
        }
    }
    const std::vector<std::size_t>& all = labelled.empty() ? free : labelled;
    if (all.empty()) {
        return;
    }
    const PastedToken& first = m_tokens[all.front()];
    AddressLine line = splitAddressLine(first.text);
    m_isTaken[all.front()] = true;
    // 所在地区, and the street in a part of its own.
    if (all.size() > 1 && first.kind == PastedKind::Region) {
        const AddressLine more = splitAddressLine(m_tokens[all[1]].text);
        if (more.parts.province.isEmpty() && more.parts.city.isEmpty()) {
            line = splitAddressLine(QString(first.text + u' ' + m_tokens[all[1]].text));
            m_isTaken[all[1]] = true;
        }
    }
    m_hasLabel = m_hasLabel || first.isLabelled;
    setAddress(line);
}

void BlockReader::setAddress(const AddressLine& line)
{
    constexpr int whole = 3;
    m_hasWholeAddress = filledParts(line) >= whole;
    m_country = line.country;
    for (const QString& place : {line.parts.province, line.parts.city}) {
        m_country = m_country.isEmpty() ? countryOf(place) : m_country;
    }
    set(Field::Province, line.parts.province);
    set(Field::City, line.parts.city);
    set(Field::District, line.parts.district);
    set(Field::Street, line.parts.street);
    set(Field::Country, line.country);
    if (line.postcode.isEmpty()) {
        return;
    }
    if (!m_marks.postcode.isEmpty() && m_marks.postcode != line.postcode) {
        leave(m_marks.postcode, 0);
    }
    m_marks.postcode = line.postcode;
}

/// A landline without its country's code is read by the rules of where the block comes from.
QString countryOfMail(const PastedMarks& marks)
{
    static const QHash<QString, QString> known = [] {
        QHash<QString, QString> map{{QStringLiteral("uk"), QStringLiteral("GB")}};
        for (const char* code :
             {"de", "at", "ch", "cz", "sk", "pl", "fr", "it", "es", "nl", "be", "jp"}) {
            map.insert(QLatin1String(code), QString::fromLatin1(code).toUpper());
        }
        return map;
    }();
    QStringList names = marks.emails;
    QString website = marks.website;
    website.remove(QRegularExpression(QStringLiteral("^https?://|/.*$")));
    names.append(website);
    for (const QString& name : names) {
        const QString country = known.value(name.mid(name.lastIndexOf(u'.') + 1).toLower());
        if (!country.isEmpty()) {
            return country;
        }
    }
    return {};
}

void BlockReader::takePhones()
{
    set(Field::Postcode, m_marks.postcode);
    const PhoneHint hint{m_country.isEmpty() ? countryOfMail(m_marks) : m_country, {}};
    QStringList shown;
    for (const PastedMark& mark : m_marks.phones) {
        const Phone phone = parsePhone(mark.text, hint);
        const QString number = phone.isValid() ? shownPhone(phone.stored()) : phone.raw;
        if (!shown.contains(number)) {
            shown.append(number);
        }
    }
    set(Field::Phone, shown.value(0));
    set(Field::OtherPhones, shown.mid(1).join(QStringLiteral("; ")));
}

/// Pieces that stood side by side stay so.
void BlockReader::takeRest()
{
    int line = -1;
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        const PastedToken& token = m_tokens[i];
        if (m_isTaken[i] || token.kind == PastedKind::Nothing) {
            line = -1;
            continue;
        }
        if (line == token.line && token.label.isEmpty()) {
            m_rest.back().text += u' ' + token.text;
        } else {
            leave(token.label + token.text, token.at);
        }
        line = token.line;
    }
    std::stable_sort(
        m_rest.begin(), m_rest.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    for (const PastedMark& mark : m_rest) {
        m_block.rest.push_back({mark.text, mark.isConfidential});
    }
}

void BlockReader::decide()
{
    bool hasAddress = false;
    int kinds = 0;
    for (const auto& [field, value] : m_block.values) {
        const bool isAddress = isAddressField(field);
        const bool isFurther = field == Field::OtherPhones || field == Field::OtherEmails;
        kinds += isAddress || isFurther ? 0 : 1;
        hasAddress = hasAddress || isAddress;
    }
    kinds += hasAddress ? 1 : 0;
    const bool hasMark = !m_marks.phones.empty() || !m_marks.emails.isEmpty()
        || !m_marks.website.isEmpty() || !m_marks.creditCode.isEmpty();
    // A company above its whole address, as on a label; in one line it may be a long name.
    const bool isOnLabel = m_hasWholeAddress && !m_block.value(Field::Name).isEmpty()
        && m_tokens.back().line > m_tokens.front().line;
    m_block.isBlock = kinds >= 2 && !m_hasSender && (hasMark || m_hasLabel || isOnLabel);
}

} // namespace

QString PastedBlock::value(Field field) const
{
    const auto found = std::find_if(
        values.begin(), values.end(), [field](const auto& one) { return one.first == field; });
    return found == values.end() ? QString() : found->second;
}

PastedBlock readPastedBlock(QStringView text)
{
    constexpr qsizetype longest = 2000; // else it is no contact but a letter
    if (text.size() > longest) {
        return {};
    }
    // Columns of a table and of a signature end where lines do.
    static const QRegularExpression columns(QStringLiteral("\\t|[ \\x{3000}\\x{A0}]{3,}"));
    QString lines = text.toString();
    lines.replace(columns, QStringLiteral("\n"));
    lines = cleanMultiline(lines);
    lines.replace(QChar(0x2028), u'\n');
    return lines.isEmpty() ? PastedBlock{} : BlockReader().read(lines);
}

} // namespace core
