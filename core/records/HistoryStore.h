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
    QString newId; ///< of a record's first entry: the id that it was given
    /// Over all the above but names and pk.
    QByteArray entryHash;
    bool isAsWritten = true; ///< false where that says otherwise; ClientService::history() looks
};

class HistoryStore
{
public:
    explicit HistoryStore(Connection& connection);

    Result<> insert(HistoryEntry& entry); ///< sets pk
    Result<std::vector<HistoryEntry>> ofClient(ClientPk client) const; ///< newest first
    /// Whose history the batch has a part in, by row.
    Result<std::vector<ClientPk>> clientsOf(BatchPk batch) const;
    /// Every entry, with its client's key and id (empty where the client is gone); `each` says whether it wants more.
    Result<>
    forEach(const std::function<
            bool(const HistoryEntry&, const QByteArray& clientKey, const QString& id)>& each) const;
    /// The change that made the record what it was at `version`, and all after it, oldest first.
    Result<std::vector<HistoryEntry>> since(ClientPk client, int version) const;

private:
    Connection* m_connection;
};

/// What the entry says, keyed with the client's key.
[[nodiscard]] QByteArray historyHash(const HistoryEntry& entry, const QByteArray& clientKey);

/// {"phone":["old","new"]} and back. A record's id stands in its first entry, for whoever looks for a record that is
/// gone; it is no change.
[[nodiscard]] QString changesToText(const ChangeSet& changes);
[[nodiscard]] ChangeSet changesFromText(const QString& text);
[[nodiscard]] QString newIdIn(const QString& text);

} // namespace core
