/// AuditChain: reads and checks the log: sequence without gaps, every hash over its predecessor, every signature by
/// the key its actor had then, every root over the rows it names, and the rows of today against their last entry.
/// Thread of the connection; verify() has helpers of its own for hashes and signatures.
///
///     auto report = AuditChain(connection, officeId).verify(progress);
///     if (report && report->firstBad) …                  // its number, and why
///
/// A long log is read in pieces, and between them nobody is kept from saving.
///
/// The canonical bytes of an entry, version 1, each field with its length before it (crypto/Digest.h):
/// "dossier-audit-1", office id, seq, at, host, actor uuid, action, object, op_id, row count, root, detail_key,
/// detail hash, previous hash. hash = BLAKE2b-256 of that; signature = Ed25519 over hash.
#pragma once

#include "core/base/Id.h"
#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/crypto/Digest.h"
#include "core/storage/Connection.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace core {

struct AuditEntry
{
    std::int64_t seq = 0;
    QString at; ///< as stored, it is part of what is signed
    UserPk actor;
    QByteArray actorUuid;
    QString actorName;
    QString host;
    QString action;
    QString object;
    QByteArray opId;
    std::int64_t rowCount = 0;
    QByteArray root;
    QString detailKey;
    QByteArray detail;
    QByteArray detailHash;
    QByteArray previousHash;
    QByteArray hash;
    QByteArray signature;
};

/// BLAKE2b-256 over the canonical bytes.
[[nodiscard]] QByteArray auditHash(const QByteArray& officeId, const AuditEntry& entry);

/// The root of an entry: over the digests of its plain rows, of its history rows, and of the looks that came with it, each in
/// order. An entry without looks has no third digest.
[[nodiscard]] QByteArray
auditRoot(const QByteArray& rows, const QByteArray& history, const QByteArray& looks);
void addAuditRow(Hasher& hasher,
                 const QString& object,
                 const QByteArray& before,
                 const QByteArray& after);

/// What an entry's signature is bound to, so that it can be taken for no other kind of signature.
inline constexpr std::string_view auditContext = "dossier-audit";

struct AuditProblem
{
    std::int64_t seq = 0;
    QString object; ///< what the entry is about, as it says
    QString message; ///< translated
};

/// A place in the chain: an entry, and its hash.
struct AuditPlace
{
    std::int64_t seq = 0;
    QByteArray hash;
    QString at; ///< UTC, as the entry says
};

struct AuditReport
{
    std::int64_t entries = 0; ///< that were checked
    std::optional<std::int64_t> firstBad;
    QString problem; ///< translated: what is wrong with the first bad one
    std::vector<AuditProblem> problems; ///< the first thousand bad ones
    AuditPlace last; ///< the last entry that was checked
    bool hasMore = false; ///< the log goes on after it
};

class AuditChain
{
public:
    AuditChain(Connection& connection, QByteArray officeId);

    Result<std::optional<AuditEntry>> entry(std::int64_t seq) const;
    /// The whole log as it is at the call, or what comes after a place that was verified before, as far as `most` entries;
    /// where the log has another entry at that place, that is the first bad one.
    Result<AuditReport> verify(Progress& progress,
                               const AuditPlace& after = {},
                               std::int64_t most = std::numeric_limits<std::int64_t>::max()) const;
    /// Whether one entry's hash, signature and root are right (not its place in the chain).
    Result<std::optional<QString>> problemOf(const AuditEntry& entry) const;

private:
    Connection* m_connection;
    QByteArray m_officeId;
};

} // namespace core
