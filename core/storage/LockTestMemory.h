/// LockTestMemory: in which folders this computer has seen locks work, alone (LockTest.h) or together with another computer
/// (LockMeeting.h), kept in the user's own data folder for
/// 30 days. The notes name no folder, only a hash of path and drive; where the folder came to lie on another drive, or the
/// same path leads elsewhere, it is another folder. Only what went well is noted.
///
/// Touches the disk: any thread but the window's.
#pragma once

#include "core/base/Result.h"

#include <QDateTime>
#include <QString>

#include <cstdint>

namespace core {

enum class LockTestKind : std::uint8_t
{
    Alone,
    Together
};

/// `canonicalFolder` and the drive's identity (Volume.h) name the folder. A note from the future counts as none.
[[nodiscard]] bool isLockTestRemembered(const QString& canonicalFolder,
                                        const QString& identity,
                                        const QDateTime& now,
                                        LockTestKind kind = LockTestKind::Alone);

/// Io where it cannot be noted; the next opening tests again.
Result<> rememberLockTest(const QString& canonicalFolder,
                          const QString& identity,
                          const QDateTime& now,
                          LockTestKind kind = LockTestKind::Alone);

} // namespace core
