#include "core/security/Operation.h"

#include "core/crypto/Seal.h"
#include "core/security/AuditChain.h"
#include "core/security/HeadMemory.h"
#include "core/security/LogKeys.h"
#include "core/security/LookJournal.h"
#include "core/security/Permissions.h"
#include "core/storage/Migrations.h"
#include "core/storage/Statement.h"
#include "core/storage/UtcText.h"

#include <QCoreApplication>

namespace core {

namespace {

Error readOnlyOffice()
{
    return {ErrorCode::Corrupt,
            QCoreApplication::translate("core::Operation",
                                        "Nothing was saved: the office is open for reading only, "
                                        "because its database is not what this computer has seen "
                                        "last."),
            {}};
}

} // namespace

QByteArray rowHash(const OfficeContext& office, const QString& object, const QStringList& values)
{
    Hasher hasher;
    hasher.add(QByteArrayLiteral("dossier-row-1"));
    hasher.add(office.officeId);
    hasher.add(object);
    for (const QString& value : values) {
        hasher.add(value);
    }
    return hasher.finish();
}

Operation::Operation(OfficeContext& office, Transaction transaction, QString action)
    : m_office(&office)
    , m_transaction(std::move(transaction))
    , m_action(std::move(action))
    , m_now(office.clock.now())
{ }

Result<Operation>
Operation::begin(OfficeContext& office, QStringView action, const QByteArray& opId)
{
    if (office.isReadOnly) {
        return readOnlyOffice();
    }
    auto transaction = Transaction::begin(office.writer);
    if (!transaction) {
        return transaction.error();
    }
    Operation operation(office, *std::move(transaction), action.toString());
    operation.m_opId = opId.isEmpty() ? newOpId() : opId;
    if (auto known = checkNotNewer(office.writer); !known) {
        return known.error();
    }
    if (auto checked = operation.checkActor(); !checked) {
        return checked.error();
    }
    if (auto read = operation.readHead(); !read) {
        return read.error();
    }
    return operation;
}

Result<Operation> Operation::beginForKeyring(OfficeContext& office, QStringView action)
{
    if (office.isReadOnly) {
        return readOnlyOffice();
    }
    auto transaction = Transaction::begin(office.writer);
    if (!transaction) {
        return transaction.error();
    }
    Operation operation(office, *std::move(transaction), action.toString());
    operation.m_opId = newOpId();
    if (auto read = operation.readHead(); !read) {
        return read.error();
    }
    return operation;
}

Result<> Operation::readHead()
{
    struct Head
    {
        std::int64_t seq;
        QByteArray hash;
    };
    auto head = m_office->writer
                    .statement("SELECT seq, hash FROM audit_entries ORDER BY seq DESC LIMIT 1")
                    .one([](const Statement& row) {
                        return Head{row.int64(0), row.blob(1)};
                    });
    if (!head) {
        return head.error();
    }
    m_auditSeq = *head ? (*head)->seq + 1 : 1;
    m_previousHash = *head ? (*head)->hash : QByteArray{};
    return {};
}

Result<> Operation::checkActor()
{
    // The very first entry creates the office and its administrator in one go: there are no users yet.
    auto select = m_office->writer.statement(
        "SELECT (SELECT count(*) FROM users), (SELECT count(*) FROM users WHERE state = 'active'),"
        " (SELECT role FROM users WHERE pk = ?1 AND state = 'active'),"
        " (SELECT department_pk FROM users WHERE pk = ?1 AND state = 'active'),"
        " (SELECT version FROM settings WHERE name = ?2)");
    select.bindAll(m_office->session.user, QString::fromLatin1(policySetting));
    struct State
    {
        std::int64_t users;
        std::int64_t active;
        QString role;
        DepartmentPk department;
        std::int64_t policy;
    };
    auto state = select.one([](const Statement& row) {
        return State{
            row.int64(0), row.int64(1), row.text(2), row.id<DepartmentPk>(3), row.int64(4)};
    });
    if (!state) {
        return state.error();
    }
    m_soleUser = *state && (*state)->active == 1;
    const Session& session = m_office->session;
    if (*state && (*state)->users > 0
        && ((*state)->role != roleName(session.role)
            || (*state)->department != session.department)) {
        return Error{
            ErrorCode::Denied,
            QCoreApplication::translate(
                "core::Operation",
                "Your rights in this office have changed since you logged in. Log in again."),
            {}};
    }
    // Whatever is decided from here on is decided by the table that stands inside this transaction.
    return *state ? session.policy->follow(m_office->writer, (*state)->policy) : Result<>();
}

QString Operation::nowText() const
{
    return utcText(m_now);
}

void Operation::setDetail(const QString& text, ClientPk client)
{
    m_detail = text;
    m_detailClient = client;
}

void Operation::recordRow(const QString& object, const QByteArray& before, const QByteArray& after)
{
    m_rows.push_back({object, before, after});
}

void Operation::recordHistory(ClientPk client,
                              const QByteArray& before,
                              const QByteArray& after,
                              const QByteArray& entry)
{
    addAuditRow(m_historyRoot, QString::number(client.value), before, after);
    m_historyRoot.add(entry);
    ++m_historyCount;
}

void Operation::feed(const char* kind, std::int64_t firstPk, std::int64_t lastPk)
{
    if (!m_feed.empty()) {
        FeedRange& range = m_feed.back();
        if (range.kind == kind && firstPk >= range.first && firstPk <= range.last + 1) {
            range.last = std::max(range.last, lastPk);
            return;
        }
    }
    m_feed.push_back({QByteArray(kind), firstPk, lastPk});
}

/// What the person has looked at since, as far as one entry may grow.
Result<> Operation::takeLooks()
{
    LookJournal* journal = m_office->looks;
    if (journal == nullptr || journal->owner() != m_office->session.uuid || journal->isEmpty()) {
        return {};
    }
    constexpr std::size_t mostLooks = 500;
    LookStore store(m_office->writer);
    auto known = store.lastNumber(journal->id());
    if (!known) {
        return known.error();
    }
    // Another thread may have committed some of them a moment ago, and not said so yet.
    std::vector<LookRow> rows = journal->pending(mostLooks);
    std::erase_if(rows, [&](const LookRow& row) { return row.number <= *known; });
    auto looks = store.prepare(*this, *journal, rows);
    if (!looks) {
        return looks.error();
    }
    m_looks = *std::move(looks);
    return store.remember(actor(), rows);
}

Result<> Operation::writeEntry()
{
    Connection& connection = m_office->writer;
    if (auto taken = takeLooks(); !taken) {
        return taken;
    }
    AuditEntry entry;
    entry.seq = m_auditSeq;
    entry.at = nowText();
    entry.actor = m_office->session.user;
    entry.actorUuid = m_office->session.uuid;
    entry.host = m_office->host;
    entry.action = m_action;
    entry.object = m_object;
    entry.opId = m_opId;
    entry.previousHash = m_previousHash;
    entry.rowCount = std::int64_t(m_rows.size() + m_looks.size()) + m_historyCount;
    Hasher plain;
    for (const AuditRow& row : m_rows) {
        addAuditRow(plain, row.object, row.before, row.after);
    }
    Hasher looks;
    for (const StoredLook& look : m_looks) {
        addLookRow(looks, look);
    }
    entry.root = auditRoot(
        plain.finish(), m_historyRoot.finish(), m_looks.empty() ? QByteArray{} : looks.finish());
    if (!m_detail.isEmpty()) {
        auto key = logKeyFor(connection, m_detailClient, entry.at);
        if (!key) {
            return key.error();
        }
        entry.detailKey = key->name;
        entry.detail = seal(key->key, m_detail.toUtf8(), m_opId);
    }
    entry.detailHash = digest(entry.detail);
    entry.hash = auditHash(m_office->officeId, entry);
    m_entryHash = entry.hash;
    entry.signature = m_office->session.identity->sign(auditContext, entry.hash);

    auto insert = connection.statement("INSERT INTO audit_entries (seq, at, actor_pk, host, "
                                       "action, object, op_id, row_count, root, detail_key, detail,"
                                       " detail_hash, prev_hash, hash, signature) VALUES (?, ?, ?, "
                                       "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bindAll(entry.seq,
                   entry.at,
                   entry.actor,
                   entry.host,
                   entry.action,
                   entry.object,
                   entry.opId,
                   entry.rowCount,
                   entry.root,
                   entry.detailKey,
                   entry.detail,
                   entry.detailHash,
                   entry.previousHash,
                   entry.hash,
                   entry.signature);
    if (auto done = insert.run(); !done) {
        return done;
    }
    return writeRows(entry.at);
}

Result<> Operation::writeRows(const QString& at)
{
    Connection& connection = m_office->writer;
    int ordinal = 0;
    for (const AuditRow& row : m_rows) {
        auto rows = connection.statement("INSERT INTO audit_rows (seq, ordinal, object, "
                                         "before_hash, after_hash) VALUES (?, ?, ?, ?, ?)");
        rows.bindAll(m_auditSeq, ++ordinal, row.object, row.before, row.after);
        if (auto done = rows.run(); !done) {
            return done;
        }
    }
    if (auto done = LookStore(connection).insert(m_auditSeq, m_looks); !done) {
        return done;
    }
    for (const FeedRange& range : m_feed) {
        auto feedRow = connection.statement(
            "INSERT INTO change_feed (audit_seq, kind, first_pk, last_pk) VALUES (?, ?, ?, ?)");
        feedRow.bindAll(m_auditSeq, QString::fromLatin1(range.kind), range.first, range.last);
        if (auto done = feedRow.run(); !done) {
            return done;
        }
    }
    auto applied
        = connection.statement("INSERT INTO applied_ops (op_id, audit_seq, at) VALUES (?, ?, ?)");
    applied.bindAll(m_opId, m_auditSeq, at);
    return applied.run();
}

Result<> Operation::commit()
{
    if (auto written = writeEntry(); !written) {
        return written;
    }
    auto committed = m_transaction.commit();
    if (!committed && m_transaction.state() == Transaction::State::Unknown) {
        committed = settle(committed.error());
    }
    if (committed && !m_looks.empty()) {
        m_office->looks->written(m_looks.back().number);
    }
    if (committed && m_office->heads) {
        m_office->heads->committed({m_auditSeq, m_entryHash, nowText()});
    }
    return committed;
}

Result<> Operation::settle(const Error& reason)
{
    Connection& connection = m_office->writer;
    if (auto opened = connection.reopen(); !opened) {
        return reason;
    }
    auto found = connection.statement("SELECT 1 FROM applied_ops WHERE op_id = ?")
                     .bindAll(m_opId)
                     .one([](const Statement& row) { return row.integer(0); });
    if (!found) {
        return reason;
    }
    if (*found) {
        return {};
    }
    return Error{
        ErrorCode::Io,
        QCoreApplication::translate(
            "core::Operation",
            "The disk or the shared folder reported an error, and nothing was saved. Try again."),
        reason.detail};
}

} // namespace core
