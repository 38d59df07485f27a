/// MergeStore: the tables merges and merge_members; the only place with their SQL. Reads on any connection, writes inside
/// an Operation; says nothing of permission. Thread of the connection.
#pragma once

#include "core/base/Result.h"
#include "core/duplicates/MergePlan.h"
#include "core/duplicates/UnmergePlan.h"
#include "core/security/Operation.h"
#include "core/storage/Connection.h"

#include <QJsonArray>

#include <optional>
#include <vector>

namespace core {

struct StoredMerge
{
    MergePk pk;
    ClientPk survivor;
    bool undone = false;
    QString reason;
    QString plan; ///< JSON
    MergedValues values; ///< of the survivor
    std::int64_t auditSeq = 0;
    std::int64_t undoneSeq = 0; ///< 0 while it is applied
};

struct StoredMember
{
    ClientPk client;
    ClientValues before;
    QJsonArray movedRequests; ///< open ones that went along to the survivor
};

class MergeStore
{
public:
    explicit MergeStore(Connection& connection);

    Result<std::optional<StoredMerge>> byPk(MergePk pk) const;
    Result<std::vector<StoredMember>> members(MergePk pk) const;
    /// Merges into this record that are not undone, oldest first.
    Result<std::vector<StoredMerge>> appliedInto(ClientPk survivor) const;
    /// The merge by which this record became part of another.
    Result<std::optional<StoredMerge>> appliedOf(ClientPk member) const;

    Result<MergePk> insert(const Operation& operation,
                           const MergePlan& plan,
                           const QString& reason,
                           const MergedValues& values);
    Result<> insertMember(MergePk pk, const Client& client, const QJsonArray& movedRequests);
    /// An earlier merge was undone: what this one began and ended with no longer has that one's values.
    Result<> setValues(MergePk pk, const MergedValues& values);
    /// What moved along with this member has left it again, by the undo of a merge into it.
    Result<> setMoved(MergePk pk, ClientPk member, const QJsonArray& requests);
    Result<> markUndone(const Operation& operation, MergePk pk);

private:
    Connection* m_connection;
};

} // namespace core
