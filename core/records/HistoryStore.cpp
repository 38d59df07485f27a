#include "core/records/HistoryStore.h"

#include "core/crypto/Digest.h"
#include "core/storage/Statement.h"
#include "core/storage/UtcText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {

namespace {

constexpr std::string_view historySelect
    = "SELECT h.pk, h.client_pk, h.client_version, h.audit_seq, h.at, h.author_pk, "
      "coalesce(a.name, ''),"
      " coalesce(b.name, ''), h.action, h.reason, h.origin, h.batch_pk, h.request_pk, h.merge_pk, "
      "h.changes,"
      " h.before_hash, h.after_hash, h.entry_hash"
      " FROM history h LEFT JOIN users a ON a.pk = h.author_pk"
      " LEFT JOIN audit_entries e ON e.seq = h.audit_seq LEFT JOIN users b ON b.pk = e.actor_pk ";

HistoryEntry readHistory(const Statement& row)
{
    HistoryEntry entry;
    entry.pk = row.int64(0);
    entry.client = row.id<ClientPk>(1);
    entry.clientVersion = row.integer(2);
    entry.auditSeq = row.int64(3);
    entry.at = row.dateTime(4);
    entry.author = row.id<UserPk>(5);
    entry.authorName = row.text(6);
    entry.actorName = row.text(7);
    entry.action = row.text(8);
    entry.reason = row.text(9);
    entry.origin = row.text(10);
    entry.batch = row.id<BatchPk>(11);
    entry.request = row.id<RequestPk>(12);
    entry.merge = row.id<MergePk>(13);
    const QString changes = row.text(14);
    entry.changes = changesFromText(changes);
    entry.newId = newIdIn(changes);
    entry.beforeHash = row.blob(15);
    entry.afterHash = row.blob(16);
    entry.entryHash = row.blob(17);
    return entry;
}

QString textOf(const HistoryEntry& entry)
{
    ChangeSet changes = entry.changes;
    if (!entry.newId.isEmpty()) {
        changes.push_back({Field::Id, {}, entry.newId});
    }
    return changesToText(changes);
}

/// A JSON string (RFC 8259, section 7).
void appendJson(QString& text, const QString& value)
{
    constexpr char16_t firstPlain = 0x20;
    text += u'"';
    for (const QChar c : value) {
        if (c == u'"' || c == u'\\') {
            text += u'\\';
            text += c;
        } else if (c.unicode() < firstPlain) {
            text += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        } else {
            text += c;
        }
    }
    text += u'"';
}

std::string historyQuery(std::string_view rest)
{
    return std::string(historySelect).append(rest);
}

} // namespace

HistoryStore::HistoryStore(Connection& connection)
    : m_connection(&connection)
{ }

Result<> HistoryStore::insert(HistoryEntry& entry)
{
    auto done = m_connection
                    ->statement(
                        "INSERT INTO history (client_pk, client_version, audit_seq, at, author_pk, "
                        "action, reason,"
                        " origin, batch_pk, request_pk, merge_pk, changes, before_hash, "
                        "after_hash, entry_hash)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .bindAll(entry.client,
                             entry.clientVersion,
                             entry.auditSeq,
                             entry.at,
                             entry.author,
                             entry.action,
                             entry.reason,
                             entry.origin,
                             entry.batch,
                             entry.request,
                             entry.merge,
                             textOf(entry),
                             entry.beforeHash,
                             entry.afterHash,
                             entry.entryHash)
                    .run();
    if (!done) {
        return done;
    }
    entry.pk = m_connection->lastInsertId();
    return {};
}

Result<std::vector<HistoryEntry>> HistoryStore::ofClient(ClientPk client) const
{
    return m_connection->statement(historyQuery("WHERE h.client_pk = ? ORDER BY h.pk DESC"))
        .bindAll(client)
        .all(readHistory);
}

Result<std::vector<ClientPk>> HistoryStore::clientsOf(BatchPk batch) const
{
    return m_connection
        ->statement("SELECT DISTINCT client_pk FROM history WHERE batch_pk = ? ORDER BY client_pk")
        .bindAll(batch)
        .all([](const Statement& row) { return row.id<ClientPk>(0); });
}

Result<> HistoryStore::forEach(
    const std::function<bool(const HistoryEntry&, const QByteArray&, const QString&)>& each) const
{
    std::string sql(historySelect);
    sql.insert(sql.find(" FROM history"), ", k.key, coalesce(c.id, '')");
    sql += "LEFT JOIN client_keys k ON k.client_pk = h.client_pk"
           " LEFT JOIN clients c ON c.pk = h.client_pk ORDER BY h.pk";
    constexpr int keyColumn = 18;
    auto rows = m_connection->statement(sql);
    while (true) {
        const auto state = rows.step();
        if (!state) {
            return state.error();
        }
        if (*state == StepState::Done
            || !each(readHistory(rows), rows.blob(keyColumn), rows.text(keyColumn + 1))) {
            rows.reset();
            return {};
        }
    }
}

Result<std::vector<HistoryEntry>> HistoryStore::since(ClientPk client, int version) const
{
    return m_connection
        ->statement(historyQuery("WHERE h.client_pk = ? AND h.client_version >= ? ORDER BY h.pk"))
        .bindAll(client, version)
        .all(readHistory);
}

QByteArray historyHash(const HistoryEntry& entry, const QByteArray& clientKey)
{
    Hasher hasher(clientKey);
    hasher.add(QByteArrayLiteral("dossier-history-1"));
    for (const std::int64_t number : {entry.client.value,
                                      std::int64_t(entry.clientVersion),
                                      entry.auditSeq,
                                      entry.author.value,
                                      entry.batch.value,
                                      entry.request.value,
                                      entry.merge.value}) {
        hasher.add(QString::number(number));
    }
    hasher.add(utcText(entry.at));
    hasher.add(entry.action);
    hasher.add(entry.reason);
    hasher.add(entry.origin);
    hasher.add(entry.newId);
    ChangeSet changes = entry.changes;
    std::sort(changes.begin(), changes.end(), [](const FieldChange& a, const FieldChange& b) {
        return a.field < b.field;
    });
    for (const FieldChange& change : changes) {
        hasher.add(fieldName(change.field));
        hasher.add(change.before);
        hasher.add(change.after);
    }
    return hasher.finish();
}

QString changesToText(const ChangeSet& changes)
{
    // Written by hand: a tree of JSON values for each row was a twentieth of an import. Keys in alphabetical order, as
    // QJsonObject has them.
    std::vector<const FieldChange*> sorted;
    sorted.reserve(changes.size());
    for (const FieldChange& change : changes) {
        sorted.push_back(&change);
    }
    std::sort(sorted.begin(), sorted.end(), [](const FieldChange* a, const FieldChange* b) {
        return std::string_view(fieldInfo(a->field).name) < fieldInfo(b->field).name;
    });
    QString text(u'{');
    for (const FieldChange* change : sorted) {
        if (text.size() > 1) {
            text += u',';
        }
        text += u'"' + QLatin1String(fieldInfo(change->field).name) + QLatin1String("\":[");
        appendJson(text, change->before);
        text += u',';
        appendJson(text, change->after);
        text += u']';
    }
    return text += u'}';
}

ChangeSet changesFromText(const QString& text)
{
    ChangeSet changes;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QJsonArray values = entry.value().toArray();
        if (const auto field = fieldByName(entry.key());
            field && *field != Field::Id && values.size() == 2) {
            changes.push_back({*field, values.at(0).toString(), values.at(1).toString()});
        }
    }
    std::sort(changes.begin(), changes.end(), [](const FieldChange& a, const FieldChange& b) {
        return a.field < b.field;
    });
    return changes;
}

QString newIdIn(const QString& text)
{
    if (!text.contains(QStringLiteral("\"id\":"))) {
        return {}; // every entry but the first
    }
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    return object.value(fieldName(Field::Id)).toArray().at(1).toString();
}

} // namespace core
