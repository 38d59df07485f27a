/// LockTestProcess: the parent's end of a lock test's child (LockTestChild.h): asks a line, gets a line. LockTestPlayer is
/// what the checks see of it, since one of the two may play on another computer (LockMeeting.h). Internal to core/storage.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QProcess>
#include <QString>

#include <chrono>
#include <functional>

namespace core {

/// One of the two that the checks play against each other. What it answers is "ok …", "busy", "error …", or one of the
/// words below.
class LockTestPlayer
{
public:
    static constexpr auto silent = "silent"; ///< no answer in time, or the person stopped the test
    static constexpr auto dead = "dead"; ///< it ended by itself
    static constexpr auto left = "left"; ///< the other computer is not there any more

    LockTestPlayer() = default;
    virtual ~LockTestPlayer() = default;
    LockTestPlayer(const LockTestPlayer&) = delete;
    LockTestPlayer& operator=(const LockTestPlayer&) = delete;

    virtual QByteArray
    ask(const QByteArray& line, std::chrono::milliseconds patience, const Progress& progress)
        = 0;
    /// Without letting it finish, as a crash would.
    virtual void kill() = 0;
};

class LockTestProcess final : public LockTestPlayer
{
public:
    ~LockTestProcess() override;

    /// `role`: a further argument; empty for a player.
    bool start(const QString& program, const QString& role = {});
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// Called again and again while an answer is waited for.
    void setMeanwhile(std::function<void()> meanwhile) { m_meanwhile = std::move(meanwhile); }

    QByteArray ask(const QByteArray& line,
                   std::chrono::milliseconds patience,
                   const Progress& progress) override;
    void kill() override;
    /// Lets it end by itself, with its locks; kills it where the share holds it.
    void end();

private:
    QProcess m_process;
    std::function<void()> m_meanwhile;
};

/// The program that is started as a child; `wanted` empty: this one, Unsupported where its main() does not let it.
[[nodiscard]] Result<QString> lockTestProgram(const QString& wanted);
[[nodiscard]] Error lockTestNotStarted(const QString& program);

/// Which VFS a player opens through, as a word of its `open` line.
[[nodiscard]] QByteArray lockTestVfsWord(const QString& vfs);

} // namespace core
