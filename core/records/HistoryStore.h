/// HistoryStore: every value a client ever had, from the table history; the only place with its SQL. Thread of the
/// connection.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/records/Client.h"
#include "core/storage/Connection.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <functional>
#include <vector>

namespace core {

/// One row of history: one change of one record, any number of fields.
struct HistoryEntry
{
    std::int64_t pk = 0;
    ClientPk client;
    int clientVersion = 0;
    std::int64_t auditSeq = 0;
    QDateTime at; ///< UTC
    UserPk author;
    QString authorName;
    QString actorName; ///< who did it: the approver, where a request was approved
    QString action;
    QString reason;
    QString origin;
    BatchPk batch;
    RequestPk request;
    MergePk merge;
    ChangeSet changes;
    QByteArray beforeHash;
    QByteArray afterHash;
    QByteArray detailHash;
};

class HistoryStore
{
public:
    explicit HistoryStore(Connection& connection);

    Result<> insert(HistoryEntry& entry); ///< sets pk
    /// Every row in order, with its client's key; empty where the client was erased and its key with it.
    Result<>
    forEach(const std::function<Result<>(const HistoryEntry& entry, const QByteArray& key)>& each)
        const;
    /// BLAKE2b-256 keyed with the client's key over who, when, why, where from and the values: kept with the row and
    /// part of the entry's root, so that no word of a history can be changed unseen, nor be guessed after an erasure.
    [[nodiscard]] static QByteArray hash(const HistoryEntry& entry, const QByteArray& key);
    Result<std::vector<HistoryEntry>> ofClient(ClientPk client) const; ///< newest first
    Result<std::vector<HistoryEntry>> ofBatch(BatchPk batch) const; ///< in order
    /// The change that made the record what it was at `version`, and all after it, oldest first.
    Result<std::vector<HistoryEntry>> since(ClientPk client, int version) const;

private:
    Connection* m_connection;
};

/// {"phone":["old","new"]} and back.
[[nodiscard]] QString changesToText(const ChangeSet& changes);
[[nodiscard]] ChangeSet changesFromText(const QString& text);

} // namespace core
