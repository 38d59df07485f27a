/// ClientWriter: the one way by which a client record changes: row, version, history, row hashes, feed and derived
/// tables together, inside somebody's Operation. It decides nothing; services check permission and rules first.
/// Thread of the writer.
#pragma once

#include "core/records/ClientParts.h"
#include "core/records/ClientStore.h"
#include "core/records/SealedStore.h"
#include "core/security/Operation.h"

#include <QString>

#include <memory>
#include <vector>

namespace core {

/// Where a change comes from; goes to the history.
struct Provenance
{
    QString
        action; ///< "create", "update", "import", "merge", "unmerge", "approve", "undo", "trash", "restore"
    QString reason;
    QString origin; ///< "form", "row 17 of clients.csv", another client's id
    UserPk author; ///< who wrote the values; invalid means the actor
    BatchPk batch;
    RequestPk request;
    MergePk merge;
    QString
        consent{}; ///< where the client's consent to a confidential value is kept; see ConsentStore.h
};

/// What was sealed goes to its table, with the consent without which it may not be kept. Invalid: it was withdrawn.
Result<> writeSealed(Operation& operation,
                     const SealedDraft& sealed,
                     ClientPk client,
                     const Provenance& provenance);

/// Many records are being taken out: what is derived from them may be built anew at the end. Not finished means that
/// the transaction is rolled back.
class BulkRemoval
{
public:
    BulkRemoval(std::vector<ClientIndex*> indexes, Connection& connection);
    ~BulkRemoval();
    BulkRemoval(const BulkRemoval&) = delete;
    BulkRemoval& operator=(const BulkRemoval&) = delete;

    Result<> begin(std::int64_t count);
    Result<> finish();

private:
    std::vector<ClientIndex*> m_indexes;
    Connection* m_connection;
};

/// Many records are being added; the same for that.
class BulkAddition
{
public:
    BulkAddition(std::vector<ClientIndex*> indexes, Connection& connection);
    ~BulkAddition();
    BulkAddition(const BulkAddition&) = delete;
    BulkAddition& operator=(const BulkAddition&) = delete;

    Result<> finish();

private:
    std::vector<ClientIndex*> m_indexes;
    Connection* m_connection;
};

class ClientWriter
{
public:
    ClientWriter(std::vector<ClientIndex*> indexes, const ClientCheck* check);

    /// Stores a new record with a new id (unless it has one already); sets pk, id, version, times, findings.
    Result<> create(Operation& operation, Client& client, const Provenance& provenance) const;

    /// Applies the changes to the record as it is now; a changed system state (status, mergedInto) goes along.
    /// `current` becomes the new version. A change whose `before` is not the current value is a Conflict.
    Result<> change(Operation& operation,
                    Client& current,
                    const ChangeSet& changes,
                    const Provenance& provenance) const;

    /// Seals what stands in an own field that became confidential. The history says that it was, not what it was.
    Result<> sealOwnField(Operation& operation,
                          Client& current,
                          const QString& name,
                          const Provenance& provenance) const;

    /// What happened to the record is in its history although no value changed (it took in another that had the same).
    Result<> note(Operation& operation, Client& current, const Provenance& provenance) const;

    /// Status and survivor changes (merge, unmerge, trash), with their history.
    Result<> setStatus(Operation& operation,
                       Client& current,
                       const QString& status,
                       ClientPk mergedInto,
                       const Provenance& provenance) const;

    /// Takes a record away, for the undo of the import that brought it: its values go, its row stays as a tombstone
    /// (status "erased"), because history and log point to it and its id is never given again.
    Result<>
    remove(Operation& operation, const Client& current, const Provenance& provenance) const;
    /// Around many calls of remove().
    [[nodiscard]] BulkRemoval bulkRemoval(Connection& connection) const
    {
        return {m_indexes, connection};
    }
    /// Around many calls of create().
    [[nodiscard]] std::unique_ptr<BulkAddition> bulkAddition(Connection& connection) const
    {
        return std::make_unique<BulkAddition>(m_indexes, connection);
    }

private:
    Result<> store(Operation& operation,
                   const Client& before,
                   Client& after,
                   ChangeSet changes,
                   const Provenance& provenance) const;
    /// The record before and after, by its own key.
    struct RowHashes
    {
        QByteArray before; ///< empty: it was not there
        QByteArray after;
        QByteArray key;
    };
    Result<> writeHistory(Operation& operation,
                          const Client& client,
                          const ChangeSet& changes,
                          const RowHashes& hashes,
                          const Provenance& provenance) const;

    std::vector<ClientIndex*> m_indexes;
    const ClientCheck* m_check;
};

} // namespace core
