/// FileInUse: does another program keep others out of a file? On Windows whoever opens a file says what others may do with it
/// meanwhile; a spreadsheet program lets nobody write or replace it. Asked after a failure, for words that help. Elsewhere a
/// program cannot keep others out, and nobody is said to. Any thread.
#pragma once

#include <QString>

namespace core {

/// For reading, for writing, or for being replaced by another file of its name.
[[nodiscard]] bool isHeldByAnotherProgram(const QString& path);
/// "Another program has this file open. …"
[[nodiscard]] QString heldByAnotherProgramWords();

} // namespace core
