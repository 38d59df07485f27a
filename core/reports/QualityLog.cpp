#include "core/reports/QualityLog.h"

#include "core/security/LogKeys.h"
#include "core/security/Operation.h"
#include "core/storage/Statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {

namespace {

constexpr auto qualityAction = u"quality.count";
constexpr auto qualityObject = u"quality";

QDate dayOf(const QDateTime& at, const OfficeContext& office)
{
    return at.toTimeZone(office.timeZone).date();
}

QString textOf(const ClientCounts& counts)
{
    QJsonObject owners;
    for (const auto& [owner, one] : counts.byOwner) {
        owners.insert(
            QString::number(owner),
            QJsonArray{
                qint64(one.clients), qint64(one.drafts), qint64(one.stale), qint64(one.grouped)});
    }
    const QJsonObject all{{QStringLiteral("scanned"), counts.wasScanned},
                          {QStringLiteral("owners"), owners}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QualityDay dayFrom(const QDate& day, const QString& text)
{
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object();
    QualityDay read{day, all.value(QLatin1String("scanned")).toBool(), {}};
    const QJsonObject owners = all.value(QLatin1String("owners")).toObject();
    for (auto owner = owners.begin(); owner != owners.end(); ++owner) {
        const QJsonArray numbers = owner.value().toArray();
        read.byOwner[owner.key().toLongLong()] = {numbers.at(0).toInteger(),
                                                  numbers.at(1).toInteger(),
                                                  numbers.at(2).toInteger(),
                                                  numbers.at(3).toInteger()};
    }
    return read;
}

int weekOf(const QDate& day)
{
    int year = 0;
    const int week = day.weekNumber(&year);
    constexpr int weeksOfYears = 100;
    return year * weeksOfYears + week;
}

} // namespace

Result<bool> isQualityNoted(Connection& connection, const OfficeContext& office)
{
    auto last = connection
                    .statement("SELECT at FROM audit_entries WHERE object = ? ORDER BY seq DESC"
                               " LIMIT 1")
                    .bindAll(qualityObject)
                    .one([](const Statement& row) { return row.dateTime(0); });
    if (!last) {
        return last.error();
    }
    return *last && dayOf(**last, office) == dayOf(office.clock.now(), office);
}

Result<> noteQuality(OfficeContext& office, const ClientCounts& counts)
{
    auto operation = Operation::begin(office, qualityAction);
    if (!operation) {
        return operation.error();
    }
    auto noted = isQualityNoted(operation->connection(), office);
    if (!noted) {
        return noted.error();
    }
    if (*noted) {
        return {};
    }
    operation->setObject(QString::fromUtf16(qualityObject));
    operation->setDetail(textOf(counts));
    return operation->commit();
}

Result<std::vector<QualityDay>> qualityByWeek(const OfficeContext& office, int weeks)
{
    LogKeyRing keys(office.reader);
    std::vector<QualityDay> days;
    auto entries = office.reader.statement(
        "SELECT at, detail_key, detail, op_id FROM audit_entries WHERE object = ?"
        " ORDER BY seq DESC LIMIT ?");
    constexpr int daysOfWeek = 7;
    entries.bindAll(qualityObject, weeks * daysOfWeek);
    auto done = entries.forEach([&](const Statement& row) -> Result<> {
        const QDate day = dayOf(row.dateTime(0), office);
        if (!days.empty() && weekOf(days.back().day) == weekOf(day)) {
            return {};
        }
        auto text = keys.open(row.text(1), row.blob(2), row.blob(3));
        if (!text) {
            return text.error();
        }
        if (*text) {
            days.push_back(dayFrom(day, **text));
        }
        return {};
    });
    if (!done) {
        return done.error();
    }
    days.resize(std::min(days.size(), std::size_t(weeks)));
    std::reverse(days.begin(), days.end());
    return days;
}

} // namespace core
