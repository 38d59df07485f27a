#include "core/workspace/OfficePlace.h"

#include "core/base/Log.h"
#include "core/storage/FileLinks.h"
#include "core/storage/LockTestMemory.h"
#include "core/storage/SyncFolders.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

namespace core {

namespace {

Error refusedPlace(ErrorCode code, const QString& message)
{
    return {code, message, {}};
}

QString sayPlace(const char* text)
{
    return QCoreApplication::translate("core::OfficePlace", text);
}

Result<QString> canonicalPlace(const QString& folder)
{
    const QString path = QDir(folder).canonicalPath();
    if (path.isEmpty()) {
        return refusedPlace(
            ErrorCode::NotFound,
            sayPlace(QT_TRANSLATE_NOOP("core::OfficePlace",
                                       "This folder does not exist, or cannot be reached.")));
    }
    return path;
}

void noteLockTest(const QString& folder, const VolumeVerdict& volume)
{
    const auto noted = rememberLockTest(folder, volume.identity, QDateTime::currentDateTimeUtc());
    if (!noted) {
        logWarning("workspace", noted.error().message + u' ' + noted.error().detail);
    }
}

} // namespace

Result<QString> settleVolume(const QString& canonicalFolder,
                             const VolumeVerdict& volume,
                             const LockTestOptions& options)
{
    if (volume.use == VolumeUse::Refuse) {
        return refusedPlace(ErrorCode::Unsupported, volume.message);
    }
    if (!volume.needsLockTest()
        || isLockTestRemembered(
            canonicalFolder, volume.identity, QDateTime::currentDateTimeUtc())) {
        return volume.message;
    }
    Progress quiet;
    auto report = testLocks(canonicalFolder, quiet, options);
    if (report && report->outcome == LockTestReport::Outcome::Fails) {
        // A server that restarts in the middle fails it too: a folder is refused for what it does twice.
        report = testLocks(canonicalFolder, quiet, options);
    }
    if (!report) {
        return report.error();
    }
    switch (report->outcome) {
    case LockTestReport::Outcome::Works:
        noteLockTest(canonicalFolder, volume);
        return volume.message;
    case LockTestReport::Outcome::Fails:
        return refusedPlace(
            ErrorCode::Unsupported,
            sayPlace(QT_TRANSLATE_NOOP("core::OfficePlace",
                                       "This folder cannot be shared safely, so the office is not "
                                       "opened here: %1 Move it to another shared folder, or to "
                                       "this computer."))
                .arg(report->message()));
    case LockTestReport::Outcome::NoAnswer:
        return refusedPlace(ErrorCode::Busy, report->message()); // opening would only hang, too
    case LockTestReport::Outcome::NotTried:
        break;
    }
    // Somebody who may only read cannot make the files of the test; nothing speaks against the folder yet.
    return sayPlace(QT_TRANSLATE_NOOP("core::OfficePlace",
                                      "It could not be tested whether this folder can be shared "
                                      "safely: %1"))
        .arg(report->message());
}

Result<OfficePlace> placeOfOffice(const QString& folder)
{
    auto path = canonicalPlace(folder);
    if (!path) {
        return path.error();
    }
    if (auto single = refuseSecondName(QDir(*path).filePath(QStringLiteral("office.db")));
        !single) {
        return single.error();
    }
    auto warning = settleVolume(*path, volumeOf(*path));
    if (!warning) {
        return warning.error();
    }
    return OfficePlace{*path, *warning};
}

Result<> checkPlaceForNew(const QString& folder)
{
    const QDir wanted(folder);
    for (const char* name : {"keyring.a", "keyring.b", "office.db"}) {
        if (wanted.exists(QLatin1String(name))) {
            return refusedPlace(
                ErrorCode::Invalid,
                sayPlace(QT_TRANSLATE_NOOP("core::OfficePlace",
                                           "There is an office in this folder already.")));
        }
    }
    const QString path = QDir::cleanPath(wanted.absolutePath());
    QString above = path;
    while (QDir(above).canonicalPath().isEmpty() && QFileInfo(above).path() != above) {
        above = QFileInfo(above).path();
    }
    const QString there = QDir(above).canonicalPath();
    // The names that are still to be made count too.
    const QString whole = there + path.mid(above.size());
    const VolumeVerdict volume = judgeVolume(askVolume(there), syncProgramOf(whole));
    if (volume.use == VolumeUse::Refuse) {
        return refusedPlace(ErrorCode::Unsupported, volume.message);
    }
    return {};
}

Result<ShareTest>
testShare(const QString& folder, Progress& progress, const LockTestOptions& options)
{
    auto path = canonicalPlace(folder);
    if (!path) {
        return path.error();
    }
    QElapsedTimer time;
    time.start();
    ShareTest test;
    test.volume = volumeOf(*path);
    test.checks.push_back({QStringLiteral("volume"),
                           test.volume.use != VolumeUse::Refuse,
                           time.elapsed(),
                           test.volume.message});
    auto report = testLocks(*path, progress, options);
    if (!report) {
        return report.error();
    }
    test.checks.insert(test.checks.end(), report->checks.begin(), report->checks.end());
    const bool works = report->outcome == LockTestReport::Outcome::Works;
    test.ok = works && test.volume.use != VolumeUse::Refuse;
    if (test.ok) {
        noteLockTest(*path, test.volume);
    }
    return test;
}

} // namespace core
