/// OfficePlace: may an office lie in this folder? Steps 1 to 3 of opening: the folder's canonical path, no database under
/// two names, a drive that is safe (core/storage/Volume.h), and, on everything but a disk of this computer, locks that
/// work (core/storage/LockTest.h; once in 30 days).
///
/// Touches the disk and may take seconds: any thread but the window's.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/storage/LockTest.h"
#include "core/storage/Volume.h"

#include <QString>

namespace core {

struct OfficePlace
{
    QString folder; ///< canonical
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

} // namespace core
