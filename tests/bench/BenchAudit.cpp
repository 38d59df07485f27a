// How long it takes to verify a log: every hash, signature and root, from the first entry to the last; and again with the
// last thousand entries only, as an opening does. The entries are written as a save would write them, many in one transaction:
// each stands for a row of audit_rows, every second one for a row of history too.
//
//   bench_audit [entries]        default 100000
#include "support/BenchOffice.h"
#include "support/OwnDataFolder.h"

#include "core/base/Resources.h"
#include "core/crypto/Identity.h"
#include "core/security/AuditChain.h"
#include "core/security/HeadMemory.h"
#include "core/storage/CipherDriver.h"
#include "core/storage/Statement.h"
#include "core/storage/Transaction.h"
#include "core/storage/UtcText.h"
#include "core/workspace/Office.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace core;
using namespace tests;

namespace {

class LogWriter
{
public:
    LogWriter(Connection& connection, const OfficeAccess& access)
        : m_connection(connection)
        , m_access(access)
    {
        const auto head = need(readHead(connection));
        m_seq = head->seq;
        m_previous = head->hash;
    }

    void write(int count)
    {
        auto transaction = need(Transaction::begin(m_connection));
        const QString at = utcText(QDateTime::currentDateTimeUtc());
        for (int i = 0; i < count; ++i) {
            one(at);
        }
        need(transaction.commit());
    }

private:
    void one(const QString& at)
    {
        AuditEntry entry;
        entry.seq = ++m_seq;
        entry.at = at;
        entry.actor = m_access.session.user;
        entry.actorUuid = m_access.session.uuid;
        entry.host = QStringLiteral("desk-1");
        entry.action = QStringLiteral("client.update");
        entry.object = QStringLiteral("client:CUST%1").arg(m_seq % 20000);
        entry.opId = newOpId();
        entry.previousHash = m_previous;
        const QByteArray before = digest(m_previous);
        const QByteArray after = digest(before);
        const QString object = QStringLiteral("request:%1").arg(m_seq);
        Hasher plain;
        addAuditRow(plain, object, before, after);
        Hasher history;
        entry.rowCount = 1;
        if (m_seq % 2 == 0) {
            addAuditRow(history, QStringLiteral("1"), before, after);
            history.add(after);
            ++entry.rowCount;
        }
        entry.root = auditRoot(plain.finish(), history.finish(), {});
        entry.detailHash = digest({});
        entry.hash = auditHash(m_access.officeId, entry);
        entry.signature = m_access.session.identity->sign(auditContext, entry.hash);
        need(m_connection
                 .statement("INSERT INTO audit_entries (seq, at, actor_pk, host, action, object,"
                            " op_id, row_count, root, detail_hash, prev_hash, hash, signature)"
                            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                 .bindAll(entry.seq,
                          entry.at,
                          entry.actor,
                          entry.host,
                          entry.action,
                          entry.object,
                          entry.opId,
                          entry.rowCount,
                          entry.root,
                          entry.detailHash,
                          entry.previousHash,
                          entry.hash,
                          entry.signature)
                 .run());
        need(m_connection
                 .statement("INSERT INTO audit_rows (seq, ordinal, object, before_hash, after_hash)"
                            " VALUES (?, 1, ?, ?, ?)")
                 .bindAll(entry.seq, object, before, after)
                 .run());
        if (entry.rowCount == 2) {
            need(m_connection
                     .statement("INSERT INTO history (client_pk, client_version, audit_seq, at,"
                                " author_pk, action, changes, before_hash, after_hash, entry_hash)"
                                " VALUES (1, 1, ?, ?, ?, 'update', '{}', ?, ?, ?)")
                     .bindAll(entry.seq, at, entry.actor, before, after, after)
                     .run());
        }
        m_previous = entry.hash;
    }

    Connection& m_connection;
    const OfficeAccess& m_access;
    std::int64_t m_seq = 0;
    QByteArray m_previous;
};

void report(const char* what, const AuditReport& found, qint64 milliseconds)
{
    std::printf("%-28s %9lld entries %9.2f s   %s\n",
                what,
                static_cast<long long>(found.entries),
                double(milliseconds) / 1000,
                found.firstBad ? "BAD" : "ok");
}

} // namespace

int main(int argc, char** argv)
{
    const OwnDataFolder data;
    const QCoreApplication application(argc, argv);
    const int entries = argc > 1 ? std::max(1000, std::atoi(argv[1])) : 100000;
    initResources();
    initCrypto();
    registerCipherDriver();
    const QTemporaryDir folder;
    const auto made = makeBenchOffice(folder.path());
    const auto office = need(Office::open(made.access));
    ClientValues values;
    values.set(Field::Name, QStringLiteral("Northgate Ltd"));
    need(office->clients().add(values));
    LogWriter log(office->context().writer, *made.access);
    QElapsedTimer clock;
    clock.start();
    constexpr int entriesOfTransaction = 20000;
    for (int left = entries; left > 0; left -= entriesOfTransaction) {
        log.write(std::min(left, entriesOfTransaction));
    }
    std::printf("%-28s %9d entries %9.2f s\n", "written", entries, double(clock.elapsed()) / 1000);
    Progress quiet;
    clock.restart();
    const AuditReport whole = need(office->verifyLog(quiet));
    report("verified, whole", whole, clock.elapsed());
    log.write(1000);
    clock.restart();
    report("verified, what is new", need(office->verifyNewEntries(quiet, 1000)), clock.elapsed());
    return whole.firstBad ? 1 : 0;
}
