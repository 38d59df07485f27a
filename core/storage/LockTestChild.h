/// LockTestChild: one side of the lock test, in a process of its own. Reads a command a line from standard input, answers
/// with a line on standard output, and ends when its input does, so that none outlives its parent.
///
///     open <path> <key> <vfs or -> <create or existing>      ok
///     shared | reserved | exclusive                          ok, or busy: somebody holds what conflicts
///     release                                                ok
///     write <row> <seed> <bytes>                             ok: committed
///     read <row>                                             ok <digest of the row's bytes>
///     size                                                   ok <bytes of the file>
///     remove                                                 ok: closed, file and journal are gone
///
/// With a second argument it is the one who looks after the files of a talk instead (LockTalkFiles.h).
/// Paths, names and keys in hexadecimal. What goes wrong is "error <word> <detail>". Internal to core/storage.
#pragma once

#include <QByteArray>
#include <QString>

namespace core {

inline constexpr auto lockTestArgument = "--lock-test-child";

/// Whether runAsLockTestChild() stands in this program's main().
[[nodiscard]] bool canBeLockTestChild();

/// The bytes that `write` makes of a seed, for both sides.
[[nodiscard]] QByteArray lockTestBytes(const QByteArray& seed, int count);

} // namespace core
