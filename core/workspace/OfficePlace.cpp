#include "core/workspace/OfficePlace.h"

#include "core/base/Log.h"
#include "core/storage/Connection.h"
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

void noteLockTest(const QString& folder,
                  const VolumeVerdict& volume,
                  LockTestKind kind = LockTestKind::Alone)
{
    const auto noted
        = rememberLockTest(folder, volume.identity, QDateTime::currentDateTimeUtc(), kind);
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
    const VolumeVerdict volume = volumeOf(*path);
    auto warning = settleVolume(*path, volume);
    if (!warning) {
        return warning.error();
    }
    return OfficePlace{*path, volume, *warning};
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

namespace {

bool isUndecided(LockMeetingReport::Outcome outcome)
{
    return outcome != LockMeetingReport::Outcome::Works
        && outcome != LockMeetingReport::Outcome::Fails;
}

QString firstProblem(const std::vector<LockCheck>& checks)
{
    for (const LockCheck& check : checks) {
        if (!check.ok) {
            return check.message;
        }
    }
    return {};
}

} // namespace

Result<SharedTest>
testShareTogether(const QString& folder, Progress& progress, const LockMeetingOptions& options)
{
    auto path = canonicalPlace(folder);
    if (!path) {
        return path.error();
    }
    auto alone = testShare(*path, progress, {.program = options.program, .vfs = options.vfs});
    if (!alone) {
        return alone.error();
    }
    SharedTest shared{*std::move(alone), {}, false, {}};
    if (!shared.test.ok) {
        shared.problem = firstProblem(shared.test.checks);
        return shared;
    }
    auto report = testLocksTogether(*path, progress, options);
    if (!report) {
        return report.error();
    }
    shared.test.checks.insert(
        shared.test.checks.end(), report->checks.begin(), report->checks.end());
    shared.test.ok = report->outcome == LockMeetingReport::Outcome::Works;
    shared.problem = report->message();
    shared.canTryAgain = isUndecided(report->outcome);
    shared.partner = report->partner;
    if (shared.test.ok && !report->isSameComputer) {
        noteLockTest(*path, shared.test.volume, LockTestKind::Together);
    }
    return shared;
}

Result<QString>
warnUntriedTogether(Connection& connection, const OfficePlace& place, const QString& host)
{
    if (!place.volume.needsLockTest()
        || isLockTestRemembered(place.folder,
                                place.volume.identity,
                                QDateTime::currentDateTimeUtc(),
                                LockTestKind::Together)) {
        return QString();
    }
    // The end of the log only: a few pages, however long it is.
    auto others = connection
                      .statement("SELECT count(*) FROM (SELECT host FROM audit_entries ORDER BY "
                                 "seq DESC LIMIT 200) WHERE host <> ?")
                      .bindAll(host)
                      .one([](const Statement& row) { return row.int64(0); });
    if (!others) {
        return others.error();
    }
    return others->value_or(0) == 0
        ? QString()
        : sayPlace(QT_TRANSLATE_NOOP(
                       "core::OfficePlace",
                       "Several computers use this office, and this one has not tried with another "
                       "whether they keep out of each other's way. Run on two at the same time: "
                       "dossierctl --office \"%1\" office test-share --with-another-computer"))
              .arg(QDir::toNativeSeparators(place.folder));
}

} // namespace core
