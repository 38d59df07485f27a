/// LockMeetingGuest: the one of two computers that does not lead a lock test (LockMeeting.h): does what the leader's talk
/// says, one command after the other, with a player of its own:
///
///     open <key> <create or existing>      the leader's database; a player is started where there is none
///     kill                                 the player, as a crash would
///     ping                                 ok
///     report <name>:<problem>:<ms> …       what came of it: the end
///     what LockTestChild.h plays           is passed on
///
/// Whoever can write in the folder can lead: nothing else is done, and only to the one file. Internal to core/storage.
#pragma once

#include "core/base/Progress.h"
#include "core/storage/LockChecks.h"
#include "core/storage/LockMeeting.h"
#include "core/storage/LockTalk.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QString>

#include <memory>
#include <span>
#include <vector>

namespace core {

[[nodiscard]] QByteArray lockReportText(const std::vector<LockChecks::Done>& done);
/// Of the steps that both know; what is no report is a test that ended before its time.
[[nodiscard]] std::vector<LockChecks::Done> lockReport(const QByteArray& text,
                                                       std::span<const LockChecks::Step> steps);

/// The line for the player; empty where the leader may not ask for this.
[[nodiscard]] QByteArray
lockPlayerLine(const QByteArray& command, const QString& databasePath, const QString& vfs);

class LockMeetingGuest
{
public:
    LockMeetingGuest(LockTalk& talk,
                     const QString& folder,
                     QString program,
                     LockMeetingOptions options,
                     const Progress& progress);

    /// Until the report, or until the leader is gone.
    std::vector<LockChecks::Done> follow(std::span<const LockChecks::Step> steps);

private:
    QByteArray carryOut(const QByteArray& command);
    QByteArray play(const QByteArray& line);
    LockProblem waitForReport(QByteArray& report);

    LockTalk& m_talk;
    QString m_database;
    QString m_program;
    LockMeetingOptions m_options;
    const Progress& m_progress;
    std::unique_ptr<LockTestProcess> m_player;
};

} // namespace core
