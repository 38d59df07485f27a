#include "core/duplicates/MergeStore.h"

#include "core/storage/Statement.h"

#include <QJsonDocument>

namespace core {

namespace {

constexpr std::string_view mergeColumns
    = "SELECT m.pk, m.survivor_pk, m.state, m.reason, m.plan, m.survivor_before, m.survivor_after,"
      " m.audit_seq, coalesce(m.undone_seq, 0) FROM merges m ";

std::string mergeQuery(std::string_view rest)
{
    return std::string(mergeColumns).append(rest);
}

StoredMerge readMerge(const Statement& row)
{
    StoredMerge merge;
    merge.pk = row.id<MergePk>(0);
    merge.survivor = row.id<ClientPk>(1);
    merge.undone = row.text(2) != QLatin1String("applied");
    merge.reason = row.text(3);
    merge.plan = row.text(4);
    merge.values = {valuesFromJson(row.text(5)), valuesFromJson(row.text(6))};
    merge.auditSeq = row.int64(7);
    merge.undoneSeq = row.int64(8);
    return merge;
}

QString movedText(const QJsonArray& requests)
{
    return QString::fromUtf8(QJsonDocument(requests).toJson(QJsonDocument::Compact));
}

} // namespace

MergeStore::MergeStore(Connection& connection)
    : m_connection(&connection)
{ }

Result<std::optional<StoredMerge>> MergeStore::byPk(MergePk pk) const
{
    return m_connection->statement(mergeQuery("WHERE m.pk = ?")).bindAll(pk).one(readMerge);
}

Result<std::vector<StoredMember>> MergeStore::members(MergePk pk) const
{
    return m_connection
        ->statement("SELECT client_pk, before, moved FROM merge_members WHERE merge_pk = ?"
                    " ORDER BY client_pk")
        .bindAll(pk)
        .all([](const Statement& row) {
            return StoredMember{row.id<ClientPk>(0),
                                valuesFromJson(row.text(1)),
                                QJsonDocument::fromJson(row.text(2).toUtf8()).array()};
        });
}

Result<std::vector<StoredMerge>> MergeStore::appliedInto(ClientPk survivor) const
{
    return m_connection
        ->statement(mergeQuery("WHERE m.survivor_pk = ? AND m.state = 'applied' ORDER BY m.pk"))
        .bindAll(survivor)
        .all(readMerge);
}

Result<std::optional<StoredMerge>> MergeStore::appliedOf(ClientPk member) const
{
    return m_connection
        ->statement(mergeQuery("JOIN merge_members e ON e.merge_pk = m.pk WHERE e.client_pk = ?"
                               " AND m.state = 'applied' ORDER BY m.pk DESC LIMIT 1"))
        .bindAll(member)
        .one(readMerge);
}

Result<MergePk> MergeStore::insert(const Operation& operation,
                                   const MergePlan& plan,
                                   const QString& reason,
                                   const MergedValues& values)
{
    auto inserted
        = m_connection
              ->statement(
                  "INSERT INTO merges (survivor_pk, state, merged_at, merged_by, reason, plan,"
                  " survivor_before, survivor_after, audit_seq) VALUES (?, 'applied', ?, ?, ?, ?, "
                  "?, ?, ?)")
              .bindAll(plan.survivor.pk,
                       operation.now(),
                       operation.actor(),
                       reason,
                       plan.toJson(),
                       valuesToJson(values.before),
                       valuesToJson(values.after),
                       operation.auditSeq())
              .run();
    if (!inserted) {
        return inserted.error();
    }
    return MergePk{m_connection->lastInsertId()};
}

Result<> MergeStore::insertMember(MergePk pk, const Client& client, const QJsonArray& movedRequests)
{
    return m_connection
        ->statement("INSERT INTO merge_members (merge_pk, client_pk, before, moved) VALUES (?, ?, "
                    "?, ?)")
        .bindAll(pk, client.pk, valuesToJson(client.values), movedText(movedRequests))
        .run();
}

Result<> MergeStore::setMoved(MergePk pk, ClientPk member, const QJsonArray& requests)
{
    return m_connection
        ->statement("UPDATE merge_members SET moved = ? WHERE merge_pk = ? AND client_pk = ?")
        .bindAll(movedText(requests), pk, member)
        .run();
}

Result<> MergeStore::setValues(MergePk pk, const MergedValues& values)
{
    return m_connection
        ->statement("UPDATE merges SET survivor_before = ?, survivor_after = ?, version = version "
                    "+ 1 WHERE pk = ?")
        .bindAll(valuesToJson(values.before), valuesToJson(values.after), pk)
        .run();
}

Result<> MergeStore::markUndone(const Operation& operation, MergePk pk)
{
    return m_connection
        ->statement("UPDATE merges SET state = 'undone', undone_seq = ?, version = version + 1"
                    " WHERE pk = ?")
        .bindAll(operation.auditSeq(), pk)
        .run();
}

} // namespace core
