/// LockTalk: one computer's side of the talk of a lock test between two (LockMeeting.h, LockTalkFiles.h): says, hears, and
/// shows that it is there. Who is alive is told by files that move while one looks, never by clocks, which differ.
/// The files are touched by a child process. Internal to core/storage.
#pragma once

#include "core/base/Progress.h"
#include "core/storage/LockMeeting.h"
#include "core/storage/LockTalkFiles.h"
#include "core/storage/LockTestProcess.h"

#include <QElapsedTimer>
#include <QHash>
#include <QString>

#include <vector>

namespace core {

class LockTalk
{
public:
    LockTalk(QString folder, QString program, LockMeetingOptions options, const Progress& progress);

    bool start();
    [[nodiscard]] const LockTalkMessage& own() const { return m_own; }
    /// Of the folder: it held the child too long, or it lets nobody make a file.
    [[nodiscard]] bool isSilent() const { return m_isSilent; }
    [[nodiscard]] bool isRefused() const { return m_isRefused; }

    /// All who are there and alive; takes away what crashed computers have left.
    std::vector<LockTalkMessage> alive();
    /// Empty: to nobody.
    void turnTo(const QString& partner);

    /// Whether the partner is still there; then partner() is what he says now.
    bool hear();
    void setPartner(const LockTalkMessage& partner);
    [[nodiscard]] const LockTalkMessage& partner() const { return m_partner; }

    void say(std::int64_t number, const QByteArray& text);
    /// Shows that one is there, when it is time again.
    void beat();
    void pause() const;

    /// Removes what `id` has there: his talk first, by which his partner knows that he is gone, then his database.
    void drop(const QString& id);
    /// Before the last drops: a child that the share holds is replaced; what waits no longer is the person.
    void prepareCleanUp();

private:
    struct Watched
    {
        std::int64_t beat = 0;
        QElapsedTimer moved; ///< since the last move, or since the first look
        bool isAlive = false;
    };
    QByteArray ask(const QByteArray& line);
    [[nodiscard]] QByteArray word(const QString& name) const;
    void put();
    std::optional<LockTalkMessage> get(const QString& id);
    void watch(const QString& id, std::int64_t secondsOld, std::vector<LockTalkMessage>& alive);

    QString m_folder;
    QString m_program;
    LockMeetingOptions m_options;
    const Progress* m_progress;
    Progress m_unstoppable;
    LockTestProcess m_child;
    LockTalkMessage m_own;
    LockTalkMessage m_partner;
    QHash<QString, Watched> m_watched;
    QElapsedTimer m_sinceWritten;
    QElapsedTimer m_sinceHeard;
    QByteArray m_answer;
    int m_timesMissing = 0;
    bool m_isSilent = false;
    bool m_isRefused = false;
};

} // namespace core
