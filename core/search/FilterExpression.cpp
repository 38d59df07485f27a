#include "core/search/FilterExpression.h"

#include "core/search/FilterConditions.h"
#include "core/standardize/SealedNumbers.h"

#include <QCoreApplication>

#include <utility>

namespace core {

namespace {

class Parser
{
public:
    Parser(QStringView text, QDateTime now, SealedCode sealedCode, const QTimeZone& zone)
        : m_text(text)
        , m_sql(std::move(now), std::move(sealedCode), zone)
    { }

    Result<Filter> parse()
    {
        auto condition = expression(0);
        if (!condition) {
            return condition.error();
        }
        skipBlanks();
        if (m_at != m_text.size()) {
            return errorHere();
        }
        return m_sql.filter(*condition);
    }

    /// What was parsed, with the mask for each confidential value that it asks for.
    QString withoutSealedValues() const
    {
        QString text = m_text.toString();
        for (auto value = m_sealedValues.rbegin(); value != m_sealedValues.rend(); ++value) {
            text.replace(value->first, value->second, sealedMask());
        }
        return text;
    }

private:
    static constexpr int deepest = 100;
    static constexpr int mostConditions = 1000;

    /// In halves: the database takes an expression of any length, but of no great depth.
    static QString joined(const QStringList& parts, const QString& word)
    {
        if (parts.size() == 1) {
            return parts.front();
        }
        const qsizetype half = parts.size() / 2;
        return u'(' + joined(parts.mid(0, half), word) + word + joined(parts.mid(half), word)
            + u')';
    }

    Error errorHere() const
    {
        return {ErrorCode::Invalid,
                QCoreApplication::translate("core::FilterExpression",
                                            "This filter is not understood from character %1 on. "
                                            "An example: owner=li and city~苏州")
                    .arg(m_at + 1),
                {}};
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace()) {
            ++m_at;
        }
    }

    bool takeWord(QStringView word)
    {
        skipBlanks();
        const qsizetype end = m_at + word.size();
        if (m_text.mid(m_at, word.size()).compare(word, Qt::CaseInsensitive) == 0
            && (end == m_text.size() || m_text[end].isSpace() || m_text[end] == u'(')) {
            m_at = end;
            return true;
        }
        return false;
    }

    bool take(QChar sign)
    {
        skipBlanks();
        if (m_at < m_text.size() && m_text[m_at] == sign) {
            ++m_at;
            return true;
        }
        return false;
    }

    Result<QString> expression(int depth)
    {
        QStringList parts;
        do {
            auto part = term(depth);
            if (!part) {
                return part;
            }
            parts.append(*part);
        } while (takeWord(u"or"));
        return joined(parts, QStringLiteral(" OR "));
    }

    Result<QString> term(int depth)
    {
        QStringList parts;
        do {
            auto part = factor(depth);
            if (!part) {
                return part;
            }
            parts.append(*part);
        } while (takeWord(u"and"));
        return joined(parts, QStringLiteral(" AND "));
    }

    Result<QString> factor(int depth)
    {
        if (depth > deepest) {
            return errorHere();
        }
        if (take(u'(')) {
            auto inside = expression(depth + 1);
            if (inside && !take(u')')) {
                return errorHere();
            }
            return inside;
        }
        auto condition = comparison();
        if (!condition) {
            return condition.error();
        }
        if (++m_conditions > mostConditions) {
            return Error{ErrorCode::Invalid,
                         QCoreApplication::translate(
                             "core::FilterExpression",
                             "This filter is too long: at most %1 conditions are compared at once.")
                             .arg(mostConditions),
                         {}};
        }
        return m_sql.toSql(*condition, errorHere());
    }

    Result<FilterCondition> comparison()
    {
        skipBlanks();
        FilterCondition condition;
        while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_')) {
            condition.name.append(m_text[m_at++]);
        }
        skipBlanks();
        if (condition.name.isEmpty() || m_at == m_text.size()) {
            return errorHere();
        }
        for (const QStringView op : {QStringView(u"!="),
                                     QStringView(u"<>"),
                                     QStringView(u"<="),
                                     QStringView(u">="),
                                     QStringView(u"=="),
                                     QStringView(u"="),
                                     QStringView(u"~"),
                                     QStringView(u"^"),
                                     QStringView(u"<"),
                                     QStringView(u">")}) {
            if (m_text.mid(m_at).startsWith(op)) {
                condition.op = op == u"<>" ? QStringLiteral("!=")
                    : op == u"=="          ? QStringLiteral("=")
                                           : op.toString();
                m_at += op.size();
                break;
            }
        }
        if (condition.op.isEmpty()) {
            return errorHere();
        }
        const qsizetype begin = m_at;
        auto read = readValue(std::move(condition));
        const auto field = read ? fieldByName(read->name.toLower()) : std::nullopt;
        if (field && isSealed(*field) && !read->value.isEmpty()) {
            m_sealedValues.emplace_back(begin, m_at - begin);
        }
        return read;
    }

    /// "and" and "or" end a value where a blank or a bracket follows them.
    static bool beginsJoin(QStringView rest)
    {
        for (const QStringView word : {QStringView(u"and"), QStringView(u"or")}) {
            if (rest.size() > word.size() && rest.startsWith(word, Qt::CaseInsensitive)
                && (rest[word.size()].isSpace() || rest[word.size()] == u'(')) {
                return true;
            }
        }
        return false;
    }

    Result<FilterCondition> readValue(FilterCondition condition)
    {
        while (m_at < m_text.size() && m_text[m_at] == u' ') {
            // "field= and …" asks for empty; "field = value" has a value behind the blank.
            const QStringView rest = m_text.mid(m_at).trimmed();
            if (rest.isEmpty() || beginsJoin(rest) || rest.startsWith(u')')) {
                return condition;
            }
            ++m_at;
        }
        if (m_at < m_text.size() && (m_text[m_at] == u'"' || m_text[m_at] == u'\'')) {
            if (!readQuoted(condition.value)) {
                return errorHere();
            }
            return condition;
        }
        while (m_at < m_text.size() && m_text[m_at] != u')') {
            if (m_text[m_at].isSpace()) {
                const QStringView rest = m_text.mid(m_at).trimmed();
                if (rest.isEmpty() || beginsJoin(rest)) {
                    break;
                }
            }
            condition.value.append(m_text[m_at++]);
        }
        condition.value = condition.value.trimmed();
        return condition;
    }

    /// Twice the mark is the mark itself.
    bool readQuoted(QString& value)
    {
        const QChar quote = m_text[m_at++];
        while (m_at < m_text.size()) {
            const QChar next = m_text[m_at++];
            const bool isMark = next == quote;
            if (isMark && !(m_at < m_text.size() && m_text[m_at] == quote)) {
                return true;
            }
            m_at += isMark ? 1 : 0;
            value.append(next);
        }
        return false;
    }

    QStringView m_text;
    FilterConditions m_sql;
    int m_conditions = 0;
    qsizetype m_at = 0;
    std::vector<std::pair<qsizetype, qsizetype>>
        m_sealedValues; ///< where they stand, and how long they are
};

} // namespace

QString filterValue(const QString& value)
{
    QString inside = value;
    inside.replace(u'"', QStringLiteral("\"\""));
    return u'"' + inside + u'"';
}

QString bothFilters(const QString& one, const QString& other)
{
    if (one.isEmpty() || other.isEmpty()) {
        return one.isEmpty() ? other : one;
    }
    return u'(' + one + QStringLiteral(") and (") + other + u')';
}

QString loggableFilter(const QString& text)
{
    const SealedCode anyCode = [](Field, const QString&) {
        return QByteArrayLiteral("?");
    };
    Parser parser(text, QDateTime::fromSecsSinceEpoch(0), anyCode, QTimeZone::utc());
    if (!text.trimmed().isEmpty() && !parser.parse()) {
        return sealedMask(); // nobody is shown anything by it
    }
    return withoutSealedNumbers(parser.withoutSealedValues());
}

Result<Filter> parseFilter(QStringView text,
                           const QDateTime& now,
                           const SealedCode& sealedCode,
                           const QTimeZone& zone)
{
    if (text.trimmed().isEmpty()) {
        return Filter{QStringLiteral("1"), {}, false, {}};
    }
    return Parser(text, now, sealedCode, zone).parse();
}

} // namespace core
