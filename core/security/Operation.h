/// Operation: one use case. Opens the transaction, checks that its user may still act, collects the hash of every
/// row before and after, and at commit writes the one signed, chained audit entry, the feed and the op_id together
/// with the rows. Not committed means nothing happened.
///
///     auto operation = Operation::begin(office, u"client.update");
///     if (!operation) return operation.error();
///     … stores write through operation->connection(), and tell the operation what they changed …
///     return operation->commit();
///
/// What the person has looked at meanwhile comes along (LookJournal.h).
/// The entry signs: office id, sequence, previous hash, time, host, actor, action, object, op_id, and a root over all
/// rows. Verifying it needs nothing but public keys (AuditChain.h). Thread: that of the office's writer.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/crypto/Digest.h"
#include "core/security/LookStore.h"
#include "core/security/OfficeContext.h"
#include "core/storage/Transaction.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstdint>
#include <vector>

namespace core {

class Operation
{
public:
    /// Begins the transaction. Corrupt where the office may only be read (OfficeContext::isReadOnly). Denied when the user was
    /// disabled or has another role or department since the login. The session goes by the policy as it is in here.
    /// `opId` is given again when a use case is submitted a second time; empty makes a new one.
    static Result<Operation>
    begin(OfficeContext& office, QStringView action, const QByteArray& opId = {});

    /// The users table is brought to what the keyring says (a recovery, a crash between the two): the actor's own row
    /// may only just come or change, so it is not asked; the keyring was.
    static Result<Operation> beginForKeyring(OfficeContext& office, QStringView action);

    Operation(Operation&&) = default;
    Operation& operator=(Operation&&) = delete;
    Operation(const Operation&) = delete;
    Operation& operator=(const Operation&) = delete;
    ~Operation() = default;

    [[nodiscard]] Connection& connection() const { return m_office->writer; }
    [[nodiscard]] const OfficeContext& office() const { return *m_office; }
    [[nodiscard]] const Session& session() const { return m_office->session; }
    [[nodiscard]] UserPk actor() const { return m_office->session.user; }
    /// The moment of the use case, the same for all its rows. UTC.
    [[nodiscard]] const QDateTime& now() const { return m_now; }
    [[nodiscard]] QString nowText() const;
    /// The sequence number that this use case's audit entry will have.
    [[nodiscard]] std::int64_t auditSeq() const { return m_auditSeq; }
    [[nodiscard]] const QByteArray& opId() const { return m_opId; }
    /// True where the office has one active user: then nobody else could approve, and nothing is asked.
    [[nodiscard]] bool isSoleUser() const { return m_soleUser; }

    /// What the use case is about, as the log shows it ("client:CUST…", "user:li").
    void setObject(const QString& object) { m_object = object; }
    /// Text for the log that only the office reads: sealed with the client's key, or the month's where pk is 0.
    void setDetail(const QString& text, ClientPk client = {});

    /// A row of any table but clients changed. Hashes are what rowHash() gives; empty for "not there".
    void recordRow(const QString& object, const QByteArray& before, const QByteArray& after);
    /// A row of history was written (in the order of its pk); `entry` is the hash of what it says.
    void recordHistory(ClientPk client,
                       const QByteArray& before,
                       const QByteArray& after,
                       const QByteArray& entry);
    /// Others hear of it through the feed. Ranges that touch grow together.
    void feed(const char* kind, std::int64_t firstPk, std::int64_t lastPk);
    void feed(const char* kind, std::int64_t pk) { feed(kind, pk, pk); }

    /// Writes the entry, the feed and the op_id, and commits. Where the disk or the share fails in the middle of that, it
    /// is not known whether it was saved: then the office is opened anew and the op_id looked for, so that an error from
    /// here means "not saved" and the same may be submitted again, except where Transaction's own says that it is not
    /// known (the share does not answer).
    Result<> commit();

private:
    struct FeedRange
    {
        QByteArray kind;
        std::int64_t first;
        std::int64_t last;
    };
    struct AuditRow
    {
        QString object;
        QByteArray before;
        QByteArray after;
    };

    Operation(OfficeContext& office, Transaction transaction, QString action);
    Result<> checkActor();
    Result<> readHead();
    Result<> takeLooks();
    Result<> writeEntry();
    /// What belongs to the entry: rows, looks, the feed, the op_id.
    Result<> writeRows(const QString& at);
    /// After a commit of unknown outcome; `reason` is what it said.
    Result<> settle(const Error& reason);

    OfficeContext* m_office;
    Transaction m_transaction;
    QString m_action;
    QString m_object;
    QByteArray m_opId;
    QDateTime m_now;
    std::int64_t m_auditSeq = 0;
    QByteArray m_previousHash;
    QByteArray m_entryHash;
    bool m_soleUser = false;
    QString m_detail;
    ClientPk m_detailClient;
    std::vector<AuditRow> m_rows;
    std::vector<FeedRange> m_feed;
    Hasher m_historyRoot;
    std::int64_t m_historyCount = 0;
    std::vector<StoredLook> m_looks; ///< what the person's journal had waiting
};

/// Hash of a row that is not a client's: its values in a fixed order, under the office's id.
[[nodiscard]] QByteArray
rowHash(const OfficeContext& office, const QString& object, const QStringList& values);

} // namespace core
