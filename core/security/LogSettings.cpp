#include "core/security/LogSettings.h"

#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/security/SettingStore.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

constexpr int manyTimes = 1000000;
constexpr int threeYears = 3 * 365;
constexpr int oneYear = 365;
constexpr int lastHour = 23;

QString storedName(const LogSetting& setting)
{
    return QStringLiteral("log.") + QLatin1String(setting.name);
}

const LogSetting* settingNamed(const QString& name)
{
    const auto& all = allLogSettings();
    const auto found = std::find_if(all.begin(), all.end(), [&name](const LogSetting& setting) {
        return name == QLatin1String(setting.name);
    });
    return found != all.end() ? &*found : nullptr;
}

Result<> checkSetting(const QString& name, int value)
{
    const LogSetting* setting = settingNamed(name);
    if (setting == nullptr) {
        return Error{ErrorCode::Invalid,
                     QCoreApplication::translate("core::LogSettings",
                                                 "There is no such setting of the log."),
                     {}};
    }
    if (value < setting->least || value > setting->most) {
        return Error{
            ErrorCode::Invalid,
            QCoreApplication::translate("core::LogSettings", "%1 must be a number from %2 to %3.")
                .arg(name)
                .arg(setting->least)
                .arg(setting->most),
            {}};
    }
    return {};
}

} // namespace

const std::vector<LogSetting>& allLogSettings()
{
    static const std::vector<LogSetting> all{
        {"looks_of_others_per_day",
         100,
         1,
         manyTimes,
         QT_TRANSLATE_NOOP("core::LogSettings",
                           "Clients of other people that somebody may open in one day")},
        {"looks_off_hours_per_day",
         5,
         0,
         manyTimes,
         QT_TRANSLATE_NOOP("core::LogSettings",
                           "Records that somebody may open at night or on a day off")},
        {"night_from",
         22,
         0,
         lastHour,
         QT_TRANSLATE_NOOP("core::LogSettings", "The night begins at this hour")},
        {"night_to",
         6,
         0,
         lastHour,
         QT_TRANSLATE_NOOP("core::LogSettings", "The night ends at this hour")},
        {"exported_rows_per_day",
         1000,
         1,
         manyTimes,
         QT_TRANSLATE_NOOP("core::LogSettings", "Clients that somebody may export in one day")},
        {"failed_logins_per_day",
         5,
         1,
         manyTimes,
         QT_TRANSLATE_NOOP("core::LogSettings", "Failed logins of one name in one day")},
        {"changed_records_per_hour",
         200,
         1,
         manyTimes,
         QT_TRANSLATE_NOOP("core::LogSettings", "Records that somebody may change in one hour")},
        {processingDays,
         threeYears,
         threeYears,
         manyTimes,
         QT_TRANSLATE_NOOP("core::LogSettings",
                           "Days that details of changes, exports and consent are kept")},
        {otherDays,
         oneYear,
         oneYear,
         manyTimes,
         QT_TRANSLATE_NOOP("core::LogSettings", "Days that all other details are kept")},
    };
    return all;
}

QString logSettingLabel(const LogSetting& setting)
{
    return QCoreApplication::translate("core::LogSettings", setting.label);
}

Result<std::vector<LogSettingValue>> logSettings(Connection& connection)
{
    const SettingStore store(connection);
    std::vector<LogSettingValue> values;
    for (const LogSetting& setting : allLogSettings()) {
        auto stored = store.value(storedName(setting));
        if (!stored) {
            return stored.error();
        }
        bool isNumber = false;
        const int number = stored->value_or(QString()).toInt(&isNumber);
        values.push_back({setting, isNumber ? number : setting.standard});
    }
    return values;
}

int valueOf(const std::vector<LogSettingValue>& values, const char* name)
{
    for (const LogSettingValue& value : values) {
        if (std::string_view(value.setting.name) == name) {
            return value.value;
        }
    }
    return 0;
}

UnusualLimits limitsFrom(const std::vector<LogSettingValue>& values)
{
    UnusualLimits limits;
    limits.looksAtOthersPerDay = valueOf(values, "looks_of_others_per_day");
    limits.looksOffHoursPerDay = valueOf(values, "looks_off_hours_per_day");
    limits.nightFrom = valueOf(values, "night_from");
    limits.nightTo = valueOf(values, "night_to");
    limits.exportedRowsPerDay = valueOf(values, "exported_rows_per_day");
    limits.refusedLoginsPerDay = valueOf(values, "failed_logins_per_day");
    limits.changedRecordsPerHour = valueOf(values, "changed_records_per_hour");
    return limits;
}

Result<> setLogSettings(OfficeContext& office, const std::vector<std::pair<QString, int>>& changes)
{
    if (auto allowed = require(office.session, Action::Administer); !allowed) {
        return allowed;
    }
    for (const auto& [name, value] : changes) {
        if (auto fine = checkSetting(name, value); !fine) {
            return fine;
        }
    }
    auto operation = Operation::begin(office, u"log.settings");
    if (!operation) {
        return operation.error();
    }
    operation->setObject(QStringLiteral("office"));
    QStringList detail;
    SettingStore store(operation->connection());
    for (const auto& [name, value] : changes) {
        if (auto done
            = store.set(*operation, storedName(*settingNamed(name)), QString::number(value));
            !done) {
            return done;
        }
        detail.append(name + u'=' + QString::number(value));
    }
    operation->setDetail(detail.join(u' '));
    return operation->commit();
}

} // namespace core
