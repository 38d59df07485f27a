/// OfficePlace: may an office lie in this folder? Steps 1 to 3 of opening: the folder's canonical path, no database under
/// two names, a drive that is safe (core/storage/Volume.h), and, on everything but a disk of this computer, locks that
/// work (core/storage/LockTest.h; once in 30 days).
///
/// Touches the disk and may take seconds: any thread but the window's.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/storage/LockMeeting.h"
#include "core/storage/LockTest.h"
#include "core/storage/Volume.h"

#include <QString>

namespace core {

class Connection;

struct OfficePlace
{
    QString folder; ///< canonical
    VolumeVerdict volume;
    QString warning; ///< translated: what the person should know of it; empty: nothing
};

/// Of an office that is there. NotFound: no such folder. Unsupported: refused, the message says why and the way out.
/// Invalid: a second name. Busy: the folder does not answer.
[[nodiscard]] Result<OfficePlace> placeOfOffice(const QString& folder);

/// Whether one may be made in this folder, which need not exist: asked of the nearest one above it that does. Makes
/// nothing. Invalid: there is an office already. Else as above.
[[nodiscard]] Result<> checkPlaceForNew(const QString& folder);

/// What a verdict about the drive means for opening: refuses, or tests the locks where they have to be. Gives the warning.
[[nodiscard]] Result<QString> settleVolume(const QString& canonicalFolder,
                                           const VolumeVerdict& volume,
                                           const LockTestOptions& options = {});

/// For trying a folder out: what the drive is, and the lock test however lately it went well.
struct ShareTest
{
    bool ok = false;
    VolumeVerdict volume;
    std::vector<LockCheck>
        checks; ///< the first, "volume", is the verdict; its message may be a warning
};
[[nodiscard]] Result<ShareTest>
testShare(const QString& folder, Progress& progress, const LockTestOptions& options = {});

/// The same with another computer that starts it too (core/storage/LockMeeting.h). Its own locks are tried first; where
/// they or the drive are refused, nobody is waited for.
struct SharedTest
{
    ShareTest test;
    QString problem; ///< translated, where not ok
    bool canTryAgain = false; ///< not ok, but nothing speaks against the folder
    QString partner; ///< the other computer's name
};
[[nodiscard]] Result<SharedTest> testShareTogether(const QString& folder,
                                                   Progress& progress,
                                                   const LockMeetingOptions& options = {});

/// Where other computers than `host` wrote in the office lately, and this one has tried its locks with none of them in the
/// last 30 days: a translated warning with the command to run. Empty otherwise, and on a disk of this computer.
[[nodiscard]] Result<QString>
warnUntriedTogether(Connection& connection, const OfficePlace& place, const QString& host);

} // namespace core
