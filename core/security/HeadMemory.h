/// HeadMemory: how far this computer has seen an office's log, kept in the user's own data folder beside the note about its
/// keyring (KeyringMemory.h). A file whose log ends before that place, or says something else there, is an older copy put
/// back, or another one: nothing inside it can show that, since an old copy is whole in itself.
///
///     auto standing = judgeHead(connection, officeId, recallHead(officeId));
///     if (standing && isFromThePast(*standing)) …                 // open for reading only
///     heads.committed({seq, hash, at});                           // after each commit, cheap
///
/// A data administrator can declare the older file to be the office from now on; that is an entry of the log like others,
/// signed, with the action `acceptOlderAction`. A computer that knows the file as it was before takes it over where such an
/// entry was signed later than what it had seen last. (By the clocks of the two computers: where they differ by more than
/// lies between, that computer asks once more.)
#pragma once

#include "core/base/Result.h"
#include "core/storage/Connection.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string_view>

namespace core {

inline constexpr std::u16string_view acceptOlderAction = u"office.accept_older";

/// An entry of the log, as the last one seen.
struct AuditHead
{
    std::int64_t seq = 0;
    QByteArray hash;
    QString at; ///< UTC, as the entry says

    friend bool operator==(const AuditHead&, const AuditHead&) = default;
};

enum class HeadStanding : std::uint8_t
{
    First, ///< this computer has not seen the office before
    Same,
    Newer,
    Accepted, ///< another file, which a data administrator has declared to be the office
    Older, ///< the log ends before what was seen
    Other ///< the log says something else at that place
};

[[nodiscard]] inline bool isFromThePast(HeadStanding standing)
{
    return standing == HeadStanding::Older || standing == HeadStanding::Other;
}

/// The last entry; nothing in an empty log.
[[nodiscard]] Result<std::optional<AuditHead>> readHead(Connection& connection);

[[nodiscard]] Result<HeadStanding> judgeHead(Connection& connection,
                                             const QByteArray& officeId,
                                             const std::optional<AuditHead>& known);

enum class HeadNote : std::uint8_t
{
    Seen, ///< the last entry that was seen
    Verified ///< the last one up to which this computer has verified the log
};

/// Nothing where this computer has not seen the office, or its note cannot be read. Touches the disk.
[[nodiscard]] std::optional<AuditHead> recallHead(const QByteArray& officeId,
                                                  HeadNote note = HeadNote::Seen);

/// Io where the note cannot be written; the work goes on without it. Touches the disk.
Result<>
rememberHead(const QByteArray& officeId, const AuditHead& head, HeadNote note = HeadNote::Seen);

/// Another file is the office from now on: what was verified before says nothing of it.
void forgetVerified(const QByteArray& officeId);

/// Notes the head while an office is worked in: at most once a minute, since a note is a file, and when it goes. Shared by
/// all threads of a login.
class HeadKeeper
{
public:
    explicit HeadKeeper(QByteArray officeId,
                        std::chrono::milliseconds interval = std::chrono::minutes{1});
    ~HeadKeeper();
    HeadKeeper(const HeadKeeper&) = delete;
    HeadKeeper& operator=(const HeadKeeper&) = delete;

    /// What stands in the note from the opening on.
    void seen(const AuditHead& head);
    void committed(const AuditHead& head);
    /// Writes what is not noted yet.
    void flush();

private:
    void write();

    std::mutex m_mutex;
    QByteArray m_officeId;
    std::chrono::milliseconds m_interval;
    std::chrono::steady_clock::time_point m_written;
    AuditHead m_head;
    bool m_isNoted = true;
};

} // namespace core
