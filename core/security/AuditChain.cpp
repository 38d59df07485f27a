#include "core/security/AuditChain.h"

#include "core/crypto/Digest.h"
#include "core/crypto/Identity.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>

namespace core {

namespace {

constexpr std::string_view entryColumns
    = "SELECT e.seq, e.at, e.actor_pk, u.uuid, u.name, e.host, e.action, e.object, e.op_id, "
      "e.row_count, e.root,"
      " e.detail_key, e.detail, e.detail_hash, e.prev_hash, e.hash, e.signature"
      " FROM audit_entries e LEFT JOIN users u ON u.pk = e.actor_pk ";

AuditEntry readEntry(const Statement& row)
{
    AuditEntry entry;
    entry.seq = row.int64(0);
    entry.at = row.text(1);
    entry.actor = row.id<UserPk>(2);
    entry.actorUuid = row.blob(3);
    entry.actorName = row.text(4);
    entry.host = row.text(5);
    entry.action = row.text(6);
    entry.object = row.text(7);
    entry.opId = row.blob(8);
    entry.rowCount = row.int64(9);
    entry.root = row.blob(10);
    entry.detailKey = row.text(11);
    entry.detail = row.blob(12);
    entry.detailHash = row.blob(13);
    entry.previousHash = row.blob(14);
    entry.hash = row.blob(15);
    entry.signature = row.blob(16);
    return entry;
}

constexpr std::size_t mostProblems = 1000;

QString say(const char* text)
{
    return QCoreApplication::translate("core::AuditChain", text);
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

QByteArray auditRoot(const QByteArray& rows, const QByteArray& history)
{
    Hasher root;
    root.add(rows);
    root.add(history);
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
    return m_connection->statement(std::string(entryColumns).append("WHERE e.seq = ?"))
        .bindAll(seq)
        .one(readEntry);
}

Result<QByteArray> AuditChain::rootOf(std::int64_t seq, std::int64_t& rows) const
{
    Hasher plain;
    Hasher history;
    rows = 0;
    auto done = m_connection
                    ->statement("SELECT object, before_hash, after_hash FROM audit_rows WHERE seq "
                                "= ? ORDER BY ordinal")
                    .bindAll(seq)
                    .forEach([&](const Statement& row) {
                        addAuditRow(plain, row.text(0), row.blob(1), row.blob(2));
                        ++rows;
                    });
    if (!done) {
        return done.error();
    }
    done = m_connection
               ->statement("SELECT client_pk, before_hash, after_hash, entry_hash FROM history "
                           "WHERE audit_seq = ? ORDER BY pk")
               .bindAll(seq)
               .forEach([&](const Statement& row) {
                   addAuditRow(history, QString::number(row.int64(0)), row.blob(1), row.blob(2));
                   history.add(row.blob(3));
                   ++rows;
               });
    if (!done) {
        return done.error();
    }
    return auditRoot(plain.finish(), history.finish());
}

Result<std::optional<QString>> AuditChain::problemOf(const AuditEntry& entry) const
{
    if (entry.actorUuid.isEmpty()) {
        return std::optional(say("Its author is not a user of this office."));
    }
    if (auditHash(m_officeId, entry) != entry.hash) {
        return std::optional(say("Its text was changed after it was signed."));
    }
    if (!entry.detail.isEmpty() && digest(entry.detail) != entry.detailHash) {
        return std::optional(say("Its detail was changed after it was signed."));
    }
    auto key = UserStore(*m_connection).signKeyAt(entry.actor, entry.seq);
    if (!key) {
        return key.error();
    }
    if (!verifySignature(*key, auditContext, entry.hash, entry.signature)) {
        return std::optional(say("Its signature is not its author's."));
    }
    std::int64_t rows = 0;
    auto root = rootOf(entry.seq, rows);
    if (!root) {
        return root.error();
    }
    if (rows != entry.rowCount || *root != entry.root) {
        return std::optional(say("The history it stands for was changed afterwards."));
    }
    return std::optional<QString>{};
}

Result<AuditReport> AuditChain::verify(Progress& progress) const
{
    auto total = m_connection->statement("SELECT count(*) FROM audit_entries")
                     .one([](const Statement& row) { return row.int64(0); });
    if (!total) {
        return total.error();
    }
    AuditReport report;
    QByteArray previous;
    std::int64_t expected = 1;
    auto cursor = m_connection->statement(std::string(entryColumns).append("ORDER BY e.seq"));
    auto done = cursor.forEach([&](const Statement& row) -> Result<> {
        const AuditEntry entry = readEntry(row);
        ++report.entries;
        if (!progress.step(report.entries, total->value_or(0))) {
            return cancelledError();
        }
        std::optional<QString> problem;
        if (entry.seq != expected) {
            problem = say("An entry before it is missing.");
        } else if (entry.previousHash != previous) {
            problem = say("It does not follow the entry before it.");
        } else {
            auto found = problemOf(entry);
            if (!found) {
                return found.error();
            }
            problem = *found;
        }
        if (problem && !report.firstBad) {
            report.firstBad = entry.seq;
            report.problem = *problem;
        }
        if (problem && report.problems.size() < mostProblems) {
            report.problems.push_back({entry.seq, entry.object, *problem});
        }
        previous = entry.hash;
        expected = entry.seq + 1;
        return {};
    });
    if (!done) {
        return done.error();
    }
    return report;
}

} // namespace core
