/// Log: what happened, for whoever looks into a problem. Rotating file in the user's own folder, never client data:
/// no values, no names, no search texts; ids of records are allowed. Any thread.
///
///     logInfo("storage", QStringLiteral("opened, schema %1").arg(version));
#pragma once

#include <QString>

namespace core {

/// Starts logging into `file` (made with its folder); without it the log goes nowhere.
void startLog(const QString& file);
void logInfo(const char* area, const QString& text);
void logWarning(const char* area, const QString& text);
void logError(const char* area, const QString& text);

} // namespace core
