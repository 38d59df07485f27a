#include "core/search/FilterExpression.h"

#include "core/records/ClientStandardizer.h"
#include "core/records/SealedStore.h"
#include "core/search/Freshness.h"
#include "core/search/TimeSpan.h"
#include "core/security/UserStore.h"
#include "core/standardize/Address.h"
#include "core/standardize/Industry.h"
#include "core/standardize/SealedNumbers.h"
#include "core/standardize/TextForm.h"
#include "core/storage/UtcText.h"

#include <QCoreApplication>

#include <utility>

namespace core {

namespace {

struct Condition
{
    QString name;
    QString op;
    QString value;
};

class Parser
{
public:
    Parser(QStringView text, QDateTime now, SealedCode sealedCode, const QTimeZone& zone)
        : m_text(text)
        , m_now(std::move(now))
        , m_zone(zone)
        , m_sealedCode(std::move(sealedCode))
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
        m_filter.sql = *condition;
        return m_filter;
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
        return toSql(*condition);
    }

    Result<Condition> comparison()
    {
        skipBlanks();
        Condition condition;
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

    static bool isOrder(const Condition& condition)
    {
        return condition.op.startsWith(u'<') || condition.op.startsWith(u'>');
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

    Result<Condition> readValue(Condition condition)
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

    QString bind(const QString& value)
    {
        m_filter.values.append(value);
        return QStringLiteral("?");
    }

    Result<QString> toSql(const Condition& condition)
    {
        const QString name = condition.name.toLower();
        if (auto special = flag(name); !special.isEmpty()) {
            const bool yes = condition.value.compare(u"yes", Qt::CaseInsensitive) == 0;
            const bool no = condition.value.compare(u"no", Qt::CaseInsensitive) == 0;
            if ((!yes && !no)
                || (condition.op != QLatin1String("=") && condition.op != QLatin1String("!="))) {
                return errorHere();
            }
            return yes == (condition.op == QLatin1String("="))
                ? special
                : QString(QStringLiteral("NOT ") + special);
        }
        const bool isPart
            = condition.op == QLatin1String("~") || condition.op == QLatin1String("^");
        const bool isTag = name == QLatin1String("tag") || name == QLatin1String("tags");
        if (isTag && !isPart && !condition.value.isEmpty()) {
            if (isOrder(condition)) {
                return errorHere();
            }
            m_filter.fields.push_back(Field::Tags);
            const QString has = QStringLiteral("instr(c.tags, %1) > 0")
                                    .arg(bind(u';' + cleanText(condition.value) + u';'));
            return condition.op == QLatin1String("!=") ? QString(QStringLiteral("NOT ") + has)
                                                       : has;
        }
        const auto field
            = fieldByName(name == QLatin1String("tag") ? QStringView(u"tags") : QStringView(name));
        if (!field) {
            return Error{ErrorCode::Invalid,
                         QCoreApplication::translate("core::FilterExpression",
                                                     "A filter knows no field \"%1\".")
                             .arg(condition.name),
                         {}};
        }
        m_filter.fields.push_back(*field);
        if (isSealed(*field)) {
            return compareSealed(*field, condition);
        }
        if (*field == Field::Status) {
            m_filter.namesStatus = true;
            m_filter.namesTrash = m_filter.namesTrash
                || (condition.op == QLatin1String("=")
                    && standardizeValue(Field::Status, condition.value, {})
                        == QLatin1String("trashed"));
        }
        return compare(*field, condition);
    }

    /// Whether there is one, everybody who sees the record may ask; whose it is, the role.
    Result<QString> compareSealed(Field field, const Condition& condition)
    {
        const QString column = QStringLiteral("c.") + fieldName(field);
        const bool isEqual = condition.op == QLatin1String("=");
        if (!isEqual && condition.op != QLatin1String("!=")) {
            return errorHere();
        }
        if (condition.value.isEmpty()) {
            return QStringLiteral("%1 %2 ''")
                .arg(column, isEqual ? QStringLiteral("=") : QStringLiteral("<>"));
        }
        const QByteArray code = m_sealedCode
            ? m_sealedCode(field, standardizeValue(field, condition.value, {}))
            : QByteArray();
        if (code.isEmpty()) {
            return Error{ErrorCode::Denied,
                         QCoreApplication::translate(
                             "core::FilterExpression",
                             "Confidential values are looked for by data administrators only."),
                         {}};
        }
        return QStringLiteral("%1 %2 (SELECT token FROM sealed_index WHERE mac = x'%3')")
            .arg(column,
                 isEqual ? QStringLiteral("IN") : QStringLiteral("NOT IN"),
                 QString::fromLatin1(code.toHex()));
    }

    /// Stored is a code where the list has it; people ask for its words.
    static QString industryContains(const QString& contains, const QString& part)
    {
        QStringList codes;
        for (const Industry& industry : allIndustries()) {
            if (industry.chinese.contains(part, Qt::CaseInsensitive)
                || industry.english.contains(part, Qt::CaseInsensitive)) {
                codes.append(u'\'' + industry.code + u'\'');
            }
        }
        return codes.isEmpty() || part.isEmpty()
            ? contains
            : QStringLiteral("(%1 OR c.industry IN (%2))").arg(contains, codes.join(u','));
    }

    QString flag(const QString& name)
    {
        const auto before = [this](int months) {
            return bind(utcText(m_now.addMonths(-months)));
        };
        if (name == QLatin1String("stale")) {
            return Freshness(m_now).condition();
        }
        if (name == QLatin1String("incomplete")) {
            return QStringLiteral("(c.incomplete = 1)");
        }
        if (name == QLatin1String("pending")) {
            return QStringLiteral(
                "EXISTS (SELECT 1 FROM requests r WHERE r.client_pk = c.pk AND r.state = 'open')");
        }
        if (name == QLatin1String("possible_duplicate")) {
            return QStringLiteral(
                "EXISTS (SELECT 1 FROM duplicate_members d WHERE d.client_pk = c.pk)");
        }
        if (name == QLatin1String("archive_due")) {
            return QStringLiteral("(c.status = 'active' AND c.last_contact_at <> '' AND "
                                  "c.last_contact_at < %1)")
                .arg(before(12));
        }
        if (name == QLatin1String("retention_due")) {
            return QStringLiteral("(c.status = 'archived' AND c.updated_at < %1)").arg(before(60));
        }
        return {};
    }

    /// 北京 is stored as 北京市; empty where the name is whole already.
    static QString wholePlace(Field field, const QString& typed)
    {
        const QString name = cleanText(typed);
        QString whole;
        if (field == Field::Province) {
            whole = standardizeAddress({name, {}, {}, {}}).province;
        } else if (field == Field::City) {
            whole = standardizeAddress({{}, name, {}, {}}).city;
        }
        return whole == name ? QString() : whole;
    }

    /// Days are the office's; the database has UTC, and days alone of the last contact.
    Result<QString> compareTime(Field field, const QString& column, const Condition& condition)
    {
        const auto span = timeSpanOf(condition.value, m_zone);
        if (!span) {
            return Error{ErrorCode::Invalid,
                         QCoreApplication::translate(
                             "core::FilterExpression",
                             "\"%1\" is no date: in a filter it is written 2026-09-01.")
                             .arg(withoutSealedNumbers(condition.value.left(60))),
                         {}};
        }
        const bool isDay = field == Field::LastContactAt;
        const QString begin = isDay ? span->firstDay.toString(Qt::ISODate) : utcText(span->begin);
        const QString end = isDay ? span->dayBehind.toString(Qt::ISODate) : utcText(span->end);
        if (condition.op == QLatin1String("<")) {
            return QStringLiteral("(%1 <> '' AND %1 < %2)").arg(column, bind(begin));
        }
        if (condition.op == QLatin1String("<=")) {
            return QStringLiteral("(%1 <> '' AND %1 < %2)").arg(column, bind(end));
        }
        if (condition.op == QLatin1String(">")) {
            return QStringLiteral("(%1 >= %2)").arg(column, bind(end));
        }
        if (condition.op == QLatin1String(">=")) {
            return QStringLiteral("(%1 >= %2)").arg(column, bind(begin));
        }
        const QString atLeast = bind(begin);
        const QString within
            = QStringLiteral("(%1 >= %2 AND %1 < %3)").arg(column, atLeast, bind(end));
        return condition.op == QLatin1String("!=") ? QString(QStringLiteral("NOT ") + within)
                                                   : within;
    }

    QString partly(Field field, const QString& column, const Condition& condition)
    {
        const bool isBeginning = condition.op == QLatin1String("^");
        QString part = cleanText(condition.value);
        if (field == Field::Phone || field == Field::OtherPhones) {
            part = narrowWidth(part).remove(u'-').remove(u' ');
            if (part.startsWith(u'0')) {
                part = part.mid(1); // the zero of an area code is not in E.164
            }
            if (isBeginning && !part.startsWith(u'+')) {
                // As people read it: without the country.
                return QStringLiteral("instr(%1, %2) IN (1, 4)").arg(column, bind(part));
            }
        }
        const QString found = QStringLiteral("instr(lower(%1), lower(%2))").arg(column, bind(part))
            + (isBeginning ? QStringLiteral(" = 1") : QStringLiteral(" > 0"));
        return field == Field::Industry ? industryContains(found, part) : found;
    }

    Result<QString> compare(Field field, const Condition& condition)
    {
        QString column = QStringLiteral("c.") + fieldName(field);
        if (field == Field::Owner) {
            column = QStringLiteral("coalesce(o.name, '')");
        } else if (field == Field::Version) {
            column = QStringLiteral("CAST(c.version AS TEXT)");
        } else if (field == Field::Tags) {
            column = QStringLiteral("trim(c.tags, ';')");
        }
        const bool date = field == Field::CreatedAt || field == Field::UpdatedAt
            || field == Field::LastContactAt;
        if (date && !condition.value.isEmpty()) {
            return compareTime(field, column, condition);
        }
        if (condition.op == QLatin1String("~") || condition.op == QLatin1String("^")) {
            return partly(field, column, condition);
        }
        if (field == Field::Owner
            && (condition.op == QLatin1String("=") || condition.op == QLatin1String("!="))) {
            return QStringLiteral("coalesce(o.name_key, '') %1 %2")
                .arg(condition.op, bind(userNameKey(condition.value)));
        }
        if (const QString place = wholePlace(field, condition.value); !place.isEmpty()
            && (condition.op == QLatin1String("=") || condition.op == QLatin1String("!="))) {
            const QString typed = bind(cleanText(condition.value));
            return QStringLiteral("%1 %2 (%3, %4)")
                .arg(column,
                     condition.op == QLatin1String("=") ? QStringLiteral("IN")
                                                        : QStringLiteral("NOT IN"),
                     typed,
                     bind(place));
        }
        QString value = standardizeValue(field, condition.value, {});
        if (field == Field::Id) {
            value = value.toUpper();
            if (condition.op == QLatin1String("=") && !value.isEmpty()) {
                // The id of a record that was merged means the one that stayed, through several merges.
                const QString survivor = QStringLiteral(
                    "(WITH RECURSIVE up (pk, upper) AS (SELECT pk, merged_into FROM clients WHERE "
                    "id = %1 UNION SELECT m.pk, m.merged_into FROM up JOIN clients m ON m.pk = "
                    "up.upper) SELECT pk FROM up WHERE upper IS NULL)");
                const QString itself = bind(value);
                return QStringLiteral("(c.id = %1 OR c.pk = %2)")
                    .arg(itself, survivor.arg(bind(value)));
            }
        }
        if (field == Field::Phone && value.contains(u'x')) {
            value = value.section(u'x', 0, 0);
        }
        if (field == Field::Version && isOrder(condition)) {
            return QStringLiteral("c.version %1 CAST(%2 AS INTEGER)")
                .arg(condition.op, bind(value));
        }
        const QString op
            = condition.op == QLatin1String("!=") ? QStringLiteral("<>") : condition.op;
        if (field == Field::Email && (op == QLatin1String("=") || op == QLatin1String("<>"))) {
            return QStringLiteral("lower(c.email) %1 lower(%2)").arg(op, bind(value));
        }
        // Nothing is neither before nor after a value.
        const QString filled = op.startsWith(u'<') && op != QLatin1String("<>")
            ? QStringLiteral("%1 <> '' AND ").arg(column)
            : QString();
        return QStringLiteral("(%1%2 %3 %4)").arg(filled, column, op, bind(value));
    }

    QStringView m_text;
    QDateTime m_now;
    QTimeZone m_zone;
    int m_conditions = 0;
    SealedCode m_sealedCode;
    qsizetype m_at = 0;
    Filter m_filter;
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
