#include "core/search/FilterConditions.h"

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

bool isOrder(const FilterCondition& condition)
{
    return condition.op.startsWith(u'<') || condition.op.startsWith(u'>');
}

/// Stored is a code where the list has it; people ask for its words.
QString industryContains(const QString& contains, const QString& part)
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

/// 北京 is stored as 北京市; empty where the name is whole already.
QString wholePlace(Field field, const QString& typed)
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

} // namespace

QString FilterConditions::bind(const QString& value)
{
    m_filter.values.append(value);
    return QStringLiteral("?");
}

Result<QString> FilterConditions::toSql(const FilterCondition& condition, Error wrong)
{
    m_wrong = std::move(wrong);
    const QString name = condition.name.toLower();
    if (auto special = flag(name); !special.isEmpty()) {
        const bool yes = condition.value.compare(u"yes", Qt::CaseInsensitive) == 0;
        const bool no = condition.value.compare(u"no", Qt::CaseInsensitive) == 0;
        if ((!yes && !no)
            || (condition.op != QLatin1String("=") && condition.op != QLatin1String("!="))) {
            return m_wrong;
        }
        return yes == (condition.op == QLatin1String("="))
            ? special
            : QString(QStringLiteral("NOT ") + special);
    }
    const bool isPart = condition.op == QLatin1String("~") || condition.op == QLatin1String("^");
    const bool isTag = name == QLatin1String("tag") || name == QLatin1String("tags");
    if (isTag && !isPart && !condition.value.isEmpty()) {
        if (isOrder(condition)) {
            return m_wrong;
        }
        m_filter.fields.push_back(Field::Tags);
        const QString has = QStringLiteral("instr(c.tags, %1) > 0")
                                .arg(bind(u';' + cleanText(condition.value) + u';'));
        return condition.op == QLatin1String("!=") ? QString(QStringLiteral("NOT ") + has) : has;
    }
    const auto field
        = fieldByName(name == QLatin1String("tag") ? QStringView(u"tags") : QStringView(name));
    if (!field) {
        return Error{
            ErrorCode::Invalid,
            QCoreApplication::translate("core::FilterExpression", "A filter knows no field \"%1\".")
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
Result<QString> FilterConditions::compareSealed(Field field, const FilterCondition& condition)
{
    const QString column = QStringLiteral("c.") + fieldName(field);
    const bool isEqual = condition.op == QLatin1String("=");
    if (!isEqual && condition.op != QLatin1String("!=")) {
        return m_wrong;
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

QString FilterConditions::flag(const QString& name)
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

/// Days are the office's; the database has UTC, and days alone of the last contact.
Result<QString>
FilterConditions::compareTime(Field field, const QString& column, const FilterCondition& condition)
{
    const auto span = timeSpanOf(condition.value, m_zone);
    if (!span) {
        return Error{
            ErrorCode::Invalid,
            QCoreApplication::translate("core::FilterExpression",
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
    const QString within = QStringLiteral("(%1 >= %2 AND %1 < %3)").arg(column, atLeast, bind(end));
    return condition.op == QLatin1String("!=") ? QString(QStringLiteral("NOT ") + within) : within;
}

QString
FilterConditions::partly(Field field, const QString& column, const FilterCondition& condition)
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

Result<QString> FilterConditions::compare(Field field, const FilterCondition& condition)
{
    QString column = QStringLiteral("c.") + fieldName(field);
    if (field == Field::Owner) {
        column = QStringLiteral("coalesce(o.name, '')");
    } else if (field == Field::Version) {
        column = QStringLiteral("CAST(c.version AS TEXT)");
    } else if (field == Field::Tags) {
        column = QStringLiteral("trim(c.tags, ';')");
    }
    const bool date
        = field == Field::CreatedAt || field == Field::UpdatedAt || field == Field::LastContactAt;
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
        return QStringLiteral("c.version %1 CAST(%2 AS INTEGER)").arg(condition.op, bind(value));
    }
    const QString op = condition.op == QLatin1String("!=") ? QStringLiteral("<>") : condition.op;
    if (field == Field::Email && (op == QLatin1String("=") || op == QLatin1String("<>"))) {
        return QStringLiteral("lower(c.email) %1 lower(%2)").arg(op, bind(value));
    }
    // Nothing is neither before nor after a value.
    const QString filled = op.startsWith(u'<') && op != QLatin1String("<>")
        ? QStringLiteral("%1 <> '' AND ").arg(column)
        : QString();
    return QStringLiteral("(%1%2 %3 %4)").arg(filled, column, op, bind(value));
}

} // namespace core
