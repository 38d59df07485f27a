/// LogSettings: what counts as unusual, and how long details of the log are kept: settings of the office, each with its limits,
/// changed by a data administrator under log. Thread of the connection.
#pragma once

#include "core/base/Result.h"
#include "core/security/OfficeContext.h"
#include "core/security/UnusualAccess.h"
#include "core/storage/Connection.h"

#include <QString>

#include <array>
#include <vector>

namespace core {

/// One of them; `name` as the command line and the table have it (there with "log." before it).
struct LogSetting
{
    const char* name = "";
    int standard = 0;
    int least = 0;
    int most = 0;
    const char* label = ""; ///< to translate in "core::LogSettings"
};

[[nodiscard]] const std::vector<LogSetting>& allLogSettings();
[[nodiscard]] QString logSettingLabel(const LogSetting& setting); ///< translated

struct LogSettingValue
{
    LogSetting setting;
    int value = 0;
};

/// In the order of allLogSettings(); the standard where none was set.
Result<std::vector<LogSettingValue>> logSettings(Connection& connection);
[[nodiscard]] int valueOf(const std::vector<LogSettingValue>& values, const char* name);
[[nodiscard]] UnusualLimits limitsFrom(const std::vector<LogSettingValue>& values);

/// Denied: not a data administrator. Invalid names the one that is not known or out of its limits; nothing is changed then.
Result<> setLogSettings(OfficeContext& office, const std::vector<std::pair<QString, int>>& changes);

inline constexpr auto processingDays = "retention_processing_days";
inline constexpr auto otherDays = "retention_other_days";

} // namespace core
