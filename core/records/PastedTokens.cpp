#include "core/records/PastedTokens.h"

#include "core/records/PastedLabels.h"
#include "core/records/PastedMarks.h"
#include "core/records/PastedWords.h"
#include "core/standardize/Address.h"
#include "core/standardize/NameWords.h"
#include "core/standardize/TextForm.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace core {

namespace {

/// A part of a line and where it begins.
struct PastedPart
{
    QString text;
    qsizetype at = 0;
};

/// Without blanks and commas around it.
PastedPart trimmedPart(const PastedPart& part)
{
    const auto isOuter = [](QChar c) {
        return c.isSpace() || c == pastedGap || QStringView(u",，、;；。/").contains(c);
    };
    qsizetype begin = 0;
    qsizetype end = part.text.size();
    while (begin < end && isOuter(part.text[begin])) {
        ++begin;
    }
    while (end > begin && isOuter(part.text[end - 1])) {
        --end;
    }
    return {part.text.mid(begin, end - begin), part.at + begin};
}

std::vector<PastedPart> splitParts(const PastedPart& whole, const QRegularExpression& separator)
{
    std::vector<PastedPart> parts;
    qsizetype begin = 0;
    const auto add = [&](qsizetype end) {
        const PastedPart part = trimmedPart({whole.text.mid(begin, end - begin), whole.at + begin});
        if (!part.text.isEmpty()) {
            parts.push_back(part);
        }
    };
    auto matches = separator.globalMatch(whole.text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        add(match.capturedStart());
        begin = match.capturedEnd();
    }
    add(whole.text.size());
    return parts;
}

/// Brackets without their other half, or around something that was taken out, hold nothing together any more.
void openBrackets(QString& line)
{
    static const QRegularExpression addressee(QStringLiteral("[（(](?:收|先生|女士)?[)）]"));
    for (auto match = addressee.match(line); match.hasMatch(); match = addressee.match(line)) {
        line.replace(match.capturedStart(),
                     match.capturedLength(),
                     QString(match.capturedLength(), pastedGap));
    }
    std::vector<qsizetype> open;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'(' || line[i] == u'（') {
            open.push_back(i);
        } else if (line[i] == u')' || line[i] == u'）') {
            if (open.empty()) {
                line[i] = pastedGap;
                continue;
            }
            if (QStringView(line).mid(open.back(), i - open.back()).contains(pastedGap)) {
                line[open.back()] = pastedGap;
                line[i] = pastedGap;
            }
            open.pop_back();
        }
    }
    for (const qsizetype i : open) {
        line[i] = pastedGap;
    }
}

/// Builds the tokens of a text line by line.
class TokenReader
{
public:
    std::vector<PastedToken> read(const QString& text);

private:
    void readSegment(const PastedPart& segment);
    void readLabelled(SaidAs as, const QString& label, const PastedPart& part);
    void readFree(const PastedPart& part);
    void readHan(const PastedPart& part);
    void readHanWord(const PastedPart& word);
    void readWestern(const PastedPart& part);
    bool readTwo(const PastedPart& part);
    void joinCompany(std::size_t first);
    void add(const PastedPart& part, PastedKind kind)
    {
        m_tokens.push_back({part.text, part.at, m_line, kind});
    }

    std::vector<PastedToken> m_tokens;
    int m_line = 0;
    SaidAs m_open = SaidAs::Nothing; ///< a label behind which its line ended
    QString m_openLabel;
};

std::vector<PastedToken> TokenReader::read(const QString& text)
{
    static const QRegularExpression separators(
        QStringLiteral(R"([\x1F;；|｜•●▪]+|\s+[/·–—-]\s+|(?<=\p{Han})\s?/\s?(?=\p{Han}))"));
    qsizetype at = 0;
    for (QString line : text.split(u'\n')) {
        openBrackets(line);
        for (const PastedPart& segment : splitParts({line, at}, separators)) {
            readSegment(segment);
        }
        at += line.size() + 1;
        ++m_line;
    }
    return m_tokens;
}

void TokenReader::readSegment(const PastedPart& segment)
{
    for (const LabelledText& cut : cutAtLabels(segment.text)) {
        PastedPart part = trimmedPart({cut.text, segment.at + cut.at});
        if (part.text.isEmpty()) {
            m_open = cut.as == SaidAs::Nothing ? m_open : cut.as;
            m_openLabel = cut.as == SaidAs::Nothing ? m_openLabel : cut.label;
        } else if (cut.as != SaidAs::Nothing) {
            readLabelled(cut.as, cut.label, part);
            m_open = SaidAs::Nothing;
        } else if (m_open != SaidAs::Nothing && m_open != SaidAs::Other) {
            readLabelled(std::exchange(m_open, SaidAs::Nothing), m_openLabel, part);
        } else {
            m_open = SaidAs::Nothing;
            readFree(part);
        }
    }
}

/// The label speaks for the first words; behind a comma, or behind a name in characters, others may follow.
void TokenReader::readLabelled(SaidAs as, const QString& label, const PastedPart& part)
{
    if (as == SaidAs::Other) {
        m_tokens.push_back({part.text, part.at, m_line, PastedKind::Unknown, true, label});
        return;
    }
    if (as == SaidAs::Address || as == SaidAs::Region) {
        const PastedKind kind = as == SaidAs::Address ? PastedKind::Address : PastedKind::Region;
        static const QRegularExpression addressee(
            QStringLiteral("^(.*\\S)\\s+(\\p{Han}{2,4}?)收?$"));
        const auto match = addressee.match(part.text);
        const bool namesOne = match.hasMatch() && isPersonsName(match.captured(2))
            && !continuesAddress(match.captured(2));
        m_tokens.push_back(
            {namesOne ? match.captured(1) : part.text, part.at, m_line, kind, true, label});
        if (namesOne) {
            add({match.captured(2), part.at + match.capturedStart(2)}, PastedKind::Contact);
        }
        return;
    }
    static const QRegularExpression hanEnd(QStringLiteral("[，,、\\s]"));
    static const QRegularExpression westernEnd(
        QStringLiteral("[，、]|,(?!\\s*(?:Ltd|Inc|LLC|a\\.s|s\\.r))"));
    const bool isHanName = containsHan(part.text);
    qsizetype end = part.text.indexOf(isHanName ? hanEnd : westernEnd);
    if (as == SaidAs::Name && isHanName) {
        while (end > 0 && !endsAsCompany(QStringView(part.text).left(end))) {
            end = part.text.indexOf(hanEnd, end + 1);
        }
    }
    end = end < 0 ? part.text.size() : end;
    const QString words = part.text.left(end);
    static const QRegularExpression digit(QStringLiteral("\\d"));
    constexpr qsizetype longest = 60;
    PastedKind kind = as == SaidAs::Name ? PastedKind::Name
        : as == SaidAs::Position         ? PastedKind::Position
                                         : PastedKind::Contact;
    if (kind == PastedKind::Contact && endsAsCompany(words)) {
        kind = PastedKind::Name;
    }
    const bool isOdd
        = words.size() > longest || (kind != PastedKind::Name && digit.match(words).hasMatch());
    m_tokens.push_back({words, part.at, m_line, isOdd ? PastedKind::Unknown : kind, true, label});
    if (const PastedPart more = trimmedPart({part.text.mid(end), part.at + end});
        !more.text.isEmpty()) {
        readFree(more);
    }
}

void TokenReader::readFree(const PastedPart& part)
{
    if (containsHan(part.text)) {
        readHan(part);
    } else {
        readWestern(part);
    }
}

void TokenReader::readHan(const PastedPart& part)
{
    static const QRegularExpression blanks(QStringLiteral("[\\s，,、]+"));
    const std::size_t first = m_tokens.size();
    for (const PastedPart& word : splitParts(part, blanks)) {
        readHanWord(word);
    }
    joinCompany(first);
    // From where an address begins, what may belong to it does.
    for (std::size_t i = first; i < m_tokens.size(); ++i) {
        if (m_tokens[i].kind != PastedKind::Address && m_tokens[i].kind != PastedKind::Region) {
            continue;
        }
        std::size_t last = i;
        for (std::size_t j = i + 1; j < m_tokens.size(); ++j) {
            const PastedToken& next = m_tokens[j];
            if (next.kind == PastedKind::Name || next.kind == PastedKind::Position
                || next.isLabelled) {
                break;
            }
            const bool isPart = next.kind == PastedKind::Address || next.kind == PastedKind::Region
                || continuesAddress(next.text);
            last = isPart || next.kind == PastedKind::Unknown ? j : last;
        }
        // A postcode in front.
        const bool hasCode
            = i > first && m_tokens[i - 1].text.size() == 6 && isPostcode(m_tokens[i - 1].text, {});
        const std::size_t begin = hasCode ? i - 1 : i;
        PastedToken joined = m_tokens[begin];
        for (std::size_t j = begin + 1; j <= last; ++j) {
            joined.text += u' ' + m_tokens[j].text;
        }
        joined.kind = last > i ? PastedKind::Address : m_tokens[i].kind;
        if (last > i || hasCode) {
            joined.kind = hanPlace(
                QString(joined.text)
                    .remove(QRegularExpression(QStringLiteral("^\\d{6}\\s|\\s\\d{6}$"))));
            joined.kind = joined.kind == PastedKind::Unknown ? PastedKind::Address : joined.kind;
        }
        m_tokens.erase(m_tokens.begin() + std::ptrdiff_t(begin),
                       m_tokens.begin() + std::ptrdiff_t(last) + 1);
        m_tokens.insert(m_tokens.begin() + std::ptrdiff_t(begin), joined);
        return; // what follows stands alone
    }
}

void TokenReader::readHanWord(const PastedPart& word)
{
    static const QRegularExpression dressed(QStringLiteral("^(?:[（(](.+)[)）]|(.+)[:：])$"));
    if (const auto match = dressed.match(word.text); match.hasMatch()) {
        const int group = match.lastCapturedIndex();
        if (hanKind(match.captured(group)) != PastedKind::Unknown) {
            readHanWord({match.captured(group), word.at + match.capturedStart(group)});
            return;
        }
    }
    static const QRegularExpression received(QStringLiteral("^(\\p{Han}{2,4})收$"));
    static const QRegularExpression company(
        QStringLiteral("^(.*\\d(?:号|室|楼|层|弄|座|栋|幢))(\\p{Han}{4,}公司)$"));
    if (const auto match = received.match(word.text);
        match.hasMatch() && isPersonsName(match.captured(1))) {
        add({match.captured(1), word.at}, PastedKind::Contact);
        return;
    }
    if (const auto match = company.match(word.text);
        match.hasMatch() && hanPlace(match.captured(1)) == PastedKind::Address) {
        add({match.captured(1), word.at}, PastedKind::Address);
        add({match.captured(2), word.at + match.capturedStart(2)}, PastedKind::Name);
        return;
    }
    const PastedKind kind = hanKind(word.text);
    if (const NameAndTitle both = splitNameAndTitle(word.text);
        kind != PastedKind::Name && kind != PastedKind::Address && !both.title.isEmpty()) {
        add({both.name, word.at}, PastedKind::Contact);
        add({both.title, word.at + both.name.size()}, PastedKind::Position);
        return;
    }
    if (kind == PastedKind::Unknown && readTwo(word)) {
        return;
    }
    if (const qsizetype place = placeBehindWords(word.text);
        kind == PastedKind::Unknown && place > 0) {
        readHanWord({word.text.left(place), word.at});
        add({word.text.mid(place), word.at + place}, PastedKind::Address);
        return;
    }
    add(word, kind);
}

/// 张三（销售经理）, 销售经理：张三, John Smith (Sales Manager): a person and his title.
bool TokenReader::readTwo(const PastedPart& part)
{
    static const QRegularExpression form(QStringLiteral(
        R"(^(?:([^()（）:：]+?)\s*[（(]([^()（）]+)[)）]|([^:：]+)[:：]\s*([^:：]+))$)"));
    const auto match = form.match(part.text);
    if (!match.hasMatch()) {
        return false;
    }
    const int first = match.captured(1).isEmpty() ? 3 : 1;
    const auto kindOf = [](const QString& text) {
        return containsHan(text) ? hanKind(text) : westernKind(text);
    };
    const PastedKind one = kindOf(match.captured(first));
    const PastedKind other = kindOf(match.captured(first + 1));
    const auto isBoth = [&](PastedKind a, PastedKind b) {
        return (one == a && other == b) || (one == b && other == a);
    };
    if (!isBoth(PastedKind::Contact, PastedKind::Position)) {
        return false;
    }
    add({match.captured(first), part.at}, one);
    add({match.captured(first + 1), part.at + match.capturedStart(first + 1)}, other);
    return true;
}

/// "云杉 科技有限公司", "ABC 贸易有限公司": what has no name of its own begins one word before.
void TokenReader::joinCompany(std::size_t first)
{
    static const QRegularExpression form(
        QStringLiteral("(?:股份)?(?:有限)?(?:责任)?公司$|集团$|^(?:信息|网络|电子|生物)?(?:科技|"
                       "技术|贸易|商贸|实业|服务|咨询|"
                       "管理|工程|建设|建筑|物流|投资|发展)"));
    for (std::size_t i = first + 1; i < m_tokens.size(); ++i) {
        PastedToken& before = m_tokens[i - 1];
        const PastedToken& token = m_tokens[i];
        const bool isShort = QString(token.text).remove(form).size() < 2;
        if (token.kind == PastedKind::Name && isShort
            && (before.kind == PastedKind::Unknown || before.kind == PastedKind::Region)) {
            before.text += u' ' + token.text;
            before.kind = PastedKind::Name;
            m_tokens.erase(m_tokens.begin() + std::ptrdiff_t(i));
            --i;
        }
    }
}

void TokenReader::readWestern(const PastedPart& part)
{
    static const QRegularExpression commas(QStringLiteral(
        R"(\s*,\s*(?!(?:Ltd|Inc|LLC|LLP|Co|a\.\s?s|s\.\s?r\.\s?o|spol|PhD|Ph\.D|CSc|MBA|Jr)\b))"));
    const std::vector<PastedPart> parts = splitParts(part, commas);
    const bool allKnown
        = parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](const PastedPart& one) {
              return westernKind(one.text) != PastedKind::Unknown;
          });
    if (allKnown) {
        for (const PastedPart& one : parts) {
            add(one, westernKind(one.text));
        }
    } else if (const PastedKind kind = westernKind(part.text);
               kind != PastedKind::Unknown || !readTwo(part)) {
        add(part, kind);
    }
}

} // namespace

std::vector<PastedToken> pastedTokens(const QString& text)
{
    return TokenReader().read(text);
}

} // namespace core
