#include "core/security/AuditChain.h"

#include "core/crypto/Digest.h"
#include "core/crypto/Identity.h"
#include "core/security/AuditScan.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

namespace core {

namespace {

constexpr std::size_t mostProblems = 1000;
constexpr std::int64_t entriesOfPiece = 4096; ///< read in some 50 ms

QString sayOfEntry(const char* text)
{
    return QCoreApplication::translate("core::AuditChain", text);
}

enum class EntryFault : std::uint8_t
{
    None,
    Author,
    Text,
    Detail,
    Signature,
    Rows,
    Looks
};

QString faultText(EntryFault fault)
{
    switch (fault) {
    case EntryFault::None:
        break;
    case EntryFault::Author:
        return sayOfEntry(
            QT_TRANSLATE_NOOP("core::AuditChain", "Its author is not a user of this office."));
    case EntryFault::Text:
        return sayOfEntry(
            QT_TRANSLATE_NOOP("core::AuditChain", "Its text was changed after it was signed."));
    case EntryFault::Detail:
        return sayOfEntry(
            QT_TRANSLATE_NOOP("core::AuditChain", "Its detail was changed after it was signed."));
    case EntryFault::Signature:
        return sayOfEntry(
            QT_TRANSLATE_NOOP("core::AuditChain", "Its signature is not its author's."));
    case EntryFault::Rows:
        return sayOfEntry(QT_TRANSLATE_NOOP("core::AuditChain",
                                            "The history it stands for was changed afterwards."));
    case EntryFault::Looks:
        return sayOfEntry(QT_TRANSLATE_NOOP(
            "core::AuditChain", "It speaks of looks of somebody else than who signed it."));
    }
    return {};
}

/// Every key that people signed with, from which entry on.
class SignKeys
{
public:
    static Result<SignKeys> read(Connection& connection)
    {
        SignKeys keys;
        auto done = connection
                        .statement("SELECT user_pk, since_seq, sign_key FROM user_keys"
                                   " ORDER BY user_pk, since_seq")
                        .forEach([&keys](const Statement& row) {
                            keys.m_keys[row.int64(0)].push_back({row.int64(1), row.blob(2)});
                        });
        if (!done) {
            return done.error();
        }
        return keys;
    }

    [[nodiscard]] QByteArray at(UserPk user, std::int64_t seq) const
    {
        const auto theirs = m_keys.constFind(user.value);
        QByteArray key;
        if (theirs != m_keys.constEnd()) {
            for (const auto& [since, sign] : *theirs) {
                if (since > seq) {
                    break;
                }
                key = sign;
            }
        }
        return key;
    }

private:
    QHash<std::int64_t, std::vector<std::pair<std::int64_t, QByteArray>>> m_keys;
};

EntryFault faultOf(const ScannedEntry& scanned, const QByteArray& officeId, const SignKeys& keys)
{
    const AuditEntry& entry = scanned.entry;
    if (entry.actorUuid.isEmpty()) {
        return EntryFault::Author;
    }
    if (auditHash(officeId, entry) != entry.hash) {
        return EntryFault::Text;
    }
    if (!entry.detail.isEmpty() && digest(entry.detail) != entry.detailHash) {
        return EntryFault::Detail;
    }
    if (!verifySignature(
            keys.at(entry.actor, entry.seq), auditContext, entry.hash, entry.signature)) {
        return EntryFault::Signature;
    }
    if (scanned.rows != entry.rowCount || scanned.root != entry.root) {
        return EntryFault::Rows;
    }
    return scanned.hasForeignLooks ? EntryFault::Looks : EntryFault::None;
}

/// A piece of the log, whose entries threads look at while the next piece is read.
class CheckedPiece
{
public:
    CheckedPiece(std::vector<ScannedEntry> read, const QByteArray& officeId, const SignKeys& keys)
        : entries(std::move(read))
        , faults(entries.size(), EntryFault::None)
    {
        const auto look = [this, &officeId, &keys] {
            constexpr std::size_t share = 64;
            for (std::size_t i = m_next.fetch_add(share); i < entries.size();
                 i = m_next.fetch_add(share)) {
                const std::size_t end = std::min(i + share, entries.size());
                for (std::size_t at = i; at < end; ++at) {
                    faults[at] = faultOf(entries[at], officeId, keys);
                }
            }
        };
        if (entries.size() <= fewEntries) {
            look(); // a thread costs more
            return;
        }
        const unsigned count = std::max(1U, std::thread::hardware_concurrency());
        for (unsigned i = 0; i < count; ++i) {
            m_threads.emplace_back(look);
        }
    }
    ~CheckedPiece() { finish(); }
    CheckedPiece(const CheckedPiece&) = delete;
    CheckedPiece& operator=(const CheckedPiece&) = delete;

    void finish()
    {
        for (std::thread& thread : m_threads) {
            thread.join();
        }
        m_threads.clear();
    }

    const std::vector<ScannedEntry> entries; // NOLINT(*-non-private-member-variables-in-classes)
    std::vector<EntryFault> faults; // NOLINT(*-non-private-member-variables-in-classes)

private:
    static constexpr std::size_t fewEntries = 64;
    std::atomic<std::size_t> m_next{0};
    std::vector<std::thread> m_threads;
};

void addProblem(AuditReport& report, const AuditEntry& entry, const QString& problem)
{
    if (!report.firstBad) {
        report.firstBad = entry.seq;
        report.problem = problem;
    }
    if (report.problems.size() < mostProblems) {
        report.problems.push_back({entry.seq, entry.object, problem});
    }
}

/// Follows the chain through a piece; `report.last` is the place before it, and after.
void follow(AuditReport& report, const CheckedPiece& piece)
{
    for (std::size_t i = 0; i < piece.entries.size(); ++i) {
        const AuditEntry& entry = piece.entries[i].entry;
        ++report.entries;
        if (entry.seq != report.last.seq + 1) {
            addProblem(report,
                       entry,
                       sayOfEntry(QT_TRANSLATE_NOOP("core::AuditChain",
                                                    "An entry before it is missing.")));
        } else if (entry.previousHash != report.last.hash) {
            addProblem(report,
                       entry,
                       sayOfEntry(QT_TRANSLATE_NOOP("core::AuditChain",
                                                    "It does not follow the entry before it.")));
        } else if (piece.faults[i] != EntryFault::None) {
            addProblem(report, entry, faultText(piece.faults[i]));
        }
        report.last = {entry.seq, entry.hash, entry.at};
    }
}

} // namespace

QByteArray auditHash(const QByteArray& officeId, const AuditEntry& entry)
{
    Hasher hasher;
    hasher.add(QByteArrayLiteral("dossier-audit-1"));
    hasher.add(officeId);
    hasher.add(QByteArray::number(qlonglong(entry.seq)));
    hasher.add(entry.at);
    hasher.add(entry.host);
    hasher.add(entry.actorUuid);
    hasher.add(entry.action);
    hasher.add(entry.object);
    hasher.add(entry.opId);
    hasher.add(QByteArray::number(qlonglong(entry.rowCount)));
    hasher.add(entry.root);
    hasher.add(entry.detailKey);
    hasher.add(entry.detailHash);
    hasher.add(entry.previousHash);
    return hasher.finish();
}

QByteArray auditRoot(const QByteArray& rows, const QByteArray& history, const QByteArray& looks)
{
    Hasher root;
    root.add(rows);
    root.add(history);
    if (!looks.isEmpty()) {
        root.add(looks);
    }
    return root.finish();
}

void addAuditRow(Hasher& hasher,
                 const QString& object,
                 const QByteArray& before,
                 const QByteArray& after)
{
    hasher.add(object);
    hasher.add(before);
    hasher.add(after);
}

AuditChain::AuditChain(Connection& connection, QByteArray officeId)
    : m_connection(&connection)
    , m_officeId(std::move(officeId))
{ }

Result<std::optional<AuditEntry>> AuditChain::entry(std::int64_t seq) const
{
    auto scanned = AuditScan(*m_connection).one(seq);
    if (!scanned) {
        return scanned.error();
    }
    return *scanned ? std::optional((*scanned)->entry) : std::nullopt;
}

Result<std::optional<QString>> AuditChain::problemOf(const AuditEntry& entry) const
{
    auto keys = SignKeys::read(*m_connection);
    if (!keys) {
        return keys.error();
    }
    auto now = AuditScan(*m_connection).one(entry.seq);
    if (!now) {
        return now.error();
    }
    ScannedEntry scanned = now->value_or(ScannedEntry{});
    scanned.entry = entry;
    const EntryFault fault = faultOf(scanned, m_officeId, *keys);
    return fault == EntryFault::None ? std::optional<QString>{} : faultText(fault);
}

Result<AuditReport>
AuditChain::verify(Progress& progress, const AuditPlace& after, std::int64_t most) const
{
    const AuditScan scan(*m_connection);
    auto newest = scan.lastSeq();
    auto keys = SignKeys::read(*m_connection); // later than the last entry, so none is missing
    if (!newest || !keys) {
        return newest ? keys.error() : newest.error();
    }
    const std::int64_t last = most < *newest - after.seq ? after.seq + most : *newest;
    AuditReport report;
    report.last = after;
    if (after.seq > 0) {
        auto known = entry(after.seq);
        if (!known) {
            return known.error();
        }
        AuditEntry there = known->value_or(AuditEntry{});
        if (there.hash != after.hash) {
            there.seq = after.seq;
            addProblem(report,
                       there,
                       sayOfEntry(QT_TRANSLATE_NOOP(
                           "core::AuditChain",
                           "It is not the entry that this computer has verified before.")));
        }
    }
    std::unique_ptr<CheckedPiece> before;
    const std::int64_t total = last - after.seq;
    std::int64_t place = after.seq;
    while (true) {
        auto read = scan.read(place, last, entriesOfPiece);
        if (!read) {
            return read.error();
        }
        if (before) {
            before->finish();
            follow(report, *before);
            before.reset();
        }
        if (read->empty()) {
            break;
        }
        place = read->back().entry.seq;
        if (!progress.step(report.entries, total)) {
            return cancelledError();
        }
        before = std::make_unique<CheckedPiece>(*std::move(read), m_officeId, *keys);
    }
    report.hasMore = report.last.seq < *newest;
    static_cast<void>(progress.step(total, total));
    return report;
}

} // namespace core
