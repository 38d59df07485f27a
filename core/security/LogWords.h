/// LogWords: what the actions of the log are called, and which belong together: for the log page, its filters and exports, and
/// for how long their details are kept. Any thread.
#pragma once

#include <QString>
#include <QStringView>

#include <cstdint>
#include <string>
#include <vector>

namespace core {

enum class LogGroup : std::uint8_t
{
    Looks, ///< looks, searches, revealed fields, prints
    Changes, ///< records that came, changed, went
    Requests,
    Merges,
    Imports,
    Exports,
    Logins, ///< that failed
    People, ///< people, roles, passwords
    Office ///< keys, settings, the log itself, all else
};

[[nodiscard]] const std::vector<LogGroup>& allLogGroups();
[[nodiscard]] QString logGroupLabel(LogGroup group); ///< translated
/// "looks", "changes", …: for the command line.
[[nodiscard]] QString logGroupName(LogGroup group);
[[nodiscard]] LogGroup logGroupOf(QStringView action);

/// "client.update" -> "changed a record", translated; an action that is not known is its own name.
[[nodiscard]] QString logActionLabel(QStringView action);

/// Processing of personal data, whose details are kept longer.
[[nodiscard]] bool isProcessing(QStringView action);

} // namespace core
