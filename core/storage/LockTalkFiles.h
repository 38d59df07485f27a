/// LockTalkFiles: how two computers that test a folder together talk (LockMeeting.h): each has a file of its own there,
/// `locktest-<id>.talk`, which it writes over and the other reads. Here are the bytes in it, and the child process that
/// touches it, so that a share that does not answer holds the child:
///
///     put <path> <bytes>         ok
///     get <path>                 ok <bytes>, or error not_found
///     list <folder>              ok <id>:<seconds since it was last written> …
///     drop <path>                ok: neither the file nor its journal is there
///
/// The file is opened and closed each time, never watched, and keeps its size: a client asks the server anew when it opens,
/// and knows sizes late. A message that was caught half written does not fit its digest. Nothing in it is secret.
/// Internal to core/storage.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace core {

inline constexpr auto lockTalkRole = "talk";

struct LockTalkMessage
{
    QString id; ///< whose file it is: 16 hex digits
    QString partner; ///< the id of whom he has turned to; empty: he waits for somebody
    QString host; ///< the computer's name, for people
    QString machine; ///< a hash that names the computer
    QString boot; ///< one that names its running system; empty where there is none
    std::int64_t beat = 0; ///< moves as long as he is there
    std::int64_t number = 0; ///< of the command, or of the one that is answered
    QByteArray text; ///< the command, or the answer
};

[[nodiscard]] QByteArray lockTalkBytes(const LockTalkMessage& message);
/// None where the bytes are not whole.
[[nodiscard]] std::optional<LockTalkMessage> lockTalkMessage(const QByteArray& bytes);

[[nodiscard]] bool isLockTalkId(const QString& id);
[[nodiscard]] QString lockTalkFile(const QString& id); ///< the name
[[nodiscard]] QString lockTalkDatabase(const QString& id); ///< that of the database he makes

/// Whom to turn to, given all who are there and alive: whoever has turned to us, else one with a lower id who waits;
/// whom we had turned to as long as he has not turned to somebody else. Empty: wait. Both reckon with the same rule, so
/// two meet whoever came first, and a third waits on.
[[nodiscard]] QString chooseLockTalkPartner(const QString& own,
                                            const QString& turnedTo,
                                            const std::vector<LockTalkMessage>& alive);

/// Both messages come from the same computer.
[[nodiscard]] bool isSameComputer(const LockTalkMessage& one, const LockTalkMessage& other);

/// The child's answer to a line.
[[nodiscard]] QByteArray answerTalk(const QList<QByteArray>& words);

} // namespace core
