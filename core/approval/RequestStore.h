/// RequestStore: the tables requests and request_changes; the only place with their SQL (a merge
/// alone moves open requests to its survivor, in duplicates). Reads on any connection, writes
/// inside an Operation, whose entry signs the row with its values and base version. Says nothing of
/// permission. Thread of the connection.
#pragma once

#include "core/approval/Request.h"
#include "core/base/Result.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/storage/Connection.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

namespace core {

/// A request with what lists show beside it.
struct RequestRow
{
    Request request;
    ClientId client;
    QString clientName;
    Subject subject; ///< whose record it is now
    QString requestedBy; ///< names
    QString decidedBy;
};

class RequestStore
{
public:
    explicit RequestStore(Connection& connection);

    Result<std::optional<RequestRow>> byPk(RequestPk pk) const;

    struct Selection
    {
        std::optional<RequestState> state;
        std::optional<QDateTime> dueBefore;
        UserPk requestedBy; ///< invalid: anybody
        UserPk notRequestedBy; ///< invalid: nobody is left out
        ClientPk client; ///< invalid: any
    };
    /// Without their changes (see changesOf). Open ones the most urgent first, all others the
    /// newest first. `each` says whether it wants more.
    Result<> forEach(const Selection& selection,
                     const std::function<bool(RequestRow&)>& each) const;
    Result<std::vector<RequestedChange>> changesOf(RequestPk pk) const;

    /// The request that entry `seq` of the log approved, whole or in part.
    Result<std::optional<RequestPk>> approvedIn(std::int64_t seq) const;
    /// The batch that entry `seq` of the log brought in.
    Result<std::optional<BatchPk>> batchIn(std::int64_t seq) const;

    Result<> insert(Operation& operation,
                    Request& request); ///< sets pk, requestedBy, requestedAt, askedSeq
    /// Writes state, comment and the states of the changes, decided by the operation's actor.
    /// Conflict where it has been decided since `before` was read.
    Result<> decide(Operation& operation, const Request& before, Request& after);

    /// It cannot be decided any more: outdated, with a word for who asked.
    Result<> sendBack(Operation& operation, const Request& request, const QString& comment = {});

    /// The request as its author signed it: open, nothing decided.
    [[nodiscard]] static Request asAsked(const Request& request);
    /// Hash over all that was asked and decided, keyed with the client's key. Not over client_pk:
    /// an open request follows a merge to the survivor without a word of its own; verification
    /// tries the keys of both.
    [[nodiscard]] static QByteArray hash(const Request& request, const QByteArray& clientKey);
    /// The keys that a request of this client may be hashed with: its own, and those it was ever
    /// merged with.
    Result<std::vector<QByteArray>> keysFor(ClientPk client) const;
    /// What entry `seq` of the log says that the request was after it; empty where it says nothing.
    Result<QByteArray> signedHash(RequestPk pk, std::int64_t seq) const;

private:
    Result<> writeChanges(const Request& request);

    Connection* m_connection;
};

} // namespace core
