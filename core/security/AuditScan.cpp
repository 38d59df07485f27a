#include "core/security/AuditScan.h"

#include "core/security/LookStore.h"
#include "core/storage/Statement.h"

namespace core {

namespace {

constexpr std::string_view scanEntries
    = "SELECT e.seq, e.at, e.actor_pk, u.uuid, u.name, e.host, e.action, e.object, e.op_id, "
      "e.row_count, e.root,"
      " e.detail_key, e.detail, e.detail_hash, e.prev_hash, e.hash, e.signature"
      " FROM audit_entries e LEFT JOIN users u ON u.pk = e.actor_pk"
      " WHERE e.seq > ? AND e.seq <= ? ORDER BY e.seq LIMIT ?";

ScannedEntry readScanned(const Statement& row)
{
    ScannedEntry scanned;
    AuditEntry& entry = scanned.entry;
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
    return scanned;
}

StoredLook readLook(const Statement& row)
{
    StoredLook look;
    look.journal = row.int64(1);
    look.number = row.int64(2);
    look.at = row.text(3);
    look.actor = row.id<UserPk>(4);
    look.kind = row.text(5);
    look.client = row.id<ClientPk>(6);
    look.textKey = row.text(7);
    look.text = row.blob(8);
    look.textHash = row.blob(9);
    return look;
}

/// The rows of one table, in the order of their entries: those of an entry are taken when its turn comes.
class RowsByEntry
{
public:
    RowsByEntry(Statement statement, std::int64_t first, std::int64_t last)
        : m_rows(std::move(statement))
    {
        m_rows.bindAll(first, last);
    }

    /// Rows of entries that are not there are passed over: the gap in the chain names them.
    template <typename Each>
    Result<std::int64_t> take(std::int64_t seq, Each each)
    {
        std::int64_t count = 0;
        while (!m_atEnd) {
            if (!m_isOnRow) {
                auto state = m_rows.step();
                if (!state) {
                    return state.error();
                }
                m_atEnd = *state == StepState::Done;
                m_isOnRow = !m_atEnd;
                continue;
            }
            const std::int64_t of = m_rows.int64(0);
            if (of > seq) {
                break;
            }
            if (of == seq) {
                each(m_rows);
                ++count;
            }
            m_isOnRow = false;
        }
        return count;
    }

private:
    Statement m_rows;
    bool m_isOnRow = false;
    bool m_atEnd = false;
};

} // namespace

Result<std::int64_t> AuditScan::lastSeq() const
{
    auto last = m_connection->statement("SELECT max(seq) FROM audit_entries")
                    .one([](const Statement& row) { return row.int64(0); });
    if (!last) {
        return last.error();
    }
    return last->value_or(0);
}

Result<> AuditScan::addRoots(std::vector<ScannedEntry>& entries) const
{
    if (entries.empty()) {
        return {};
    }
    const std::int64_t first = entries.front().entry.seq;
    const std::int64_t last = entries.back().entry.seq;
    RowsByEntry plainRows(
        m_connection->statement("SELECT seq, object, before_hash, after_hash FROM audit_rows"
                                " WHERE seq BETWEEN ? AND ? ORDER BY seq, ordinal"),
        first,
        last);
    RowsByEntry historyRows(
        m_connection->statement("SELECT audit_seq, client_pk, before_hash, after_hash, entry_hash"
                                " FROM history WHERE audit_seq BETWEEN ? AND ?"
                                " ORDER BY audit_seq, pk"),
        first,
        last);
    RowsByEntry lookRows(
        m_connection->statement("SELECT audit_seq, journal_pk, number, at, actor_pk, kind,"
                                " client_pk, text_key, text, text_hash FROM look_rows"
                                " WHERE audit_seq BETWEEN ? AND ? ORDER BY audit_seq, ordinal"),
        first,
        last);
    for (ScannedEntry& scanned : entries) {
        const std::int64_t seq = scanned.entry.seq;
        Hasher plain;
        Hasher history;
        Hasher looks;
        auto plainCount = plainRows.take(seq, [&plain](const Statement& row) {
            addAuditRow(plain, row.text(1), row.blob(2), row.blob(3));
        });
        if (!plainCount) {
            return plainCount.error();
        }
        auto historyCount = historyRows.take(seq, [&history](const Statement& row) {
            addAuditRow(history, QString::number(row.int64(1)), row.blob(2), row.blob(3));
            history.add(row.blob(4));
        });
        if (!historyCount) {
            return historyCount.error();
        }
        auto lookCount = lookRows.take(seq, [&](const Statement& row) {
            StoredLook look = readLook(row);
            scanned.hasForeignLooks = scanned.hasForeignLooks || look.actor != scanned.entry.actor;
            if (!look.text.isEmpty() && digest(look.text) != look.textHash) {
                look.textHash = digest(look.text); // what is there, not what it is said to be
            }
            addLookRow(looks, look);
        });
        if (!lookCount) {
            return lookCount.error();
        }
        scanned.rows = *plainCount + *historyCount + *lookCount;
        scanned.root = auditRoot(
            plain.finish(), history.finish(), *lookCount > 0 ? looks.finish() : QByteArray{});
    }
    return {};
}

Result<std::vector<ScannedEntry>>
AuditScan::read(std::int64_t after, std::int64_t last, std::int64_t most) const
{
    auto entries = m_connection->statement(scanEntries).bindAll(after, last, most).all(readScanned);
    if (!entries) {
        return entries;
    }
    if (auto done = addRoots(*entries); !done) {
        return done.error();
    }
    return entries;
}

Result<std::optional<ScannedEntry>> AuditScan::one(std::int64_t seq) const
{
    auto entries = read(seq - 1, seq, 1);
    if (!entries) {
        return entries.error();
    }
    return entries->empty() ? std::nullopt : std::optional(std::move(entries->front()));
}

} // namespace core
