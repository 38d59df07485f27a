/// ClientStore: the tables clients, client_keys and id_counters; the only place with the SQL that writes them. Reads
/// on any connection; writes inside an Operation and says nothing of history or permission: that is ClientWriter's and
/// the services'. Thread of the connection.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/records/Client.h"
#include "core/records/ClientTexts.h"
#include "core/security/Operation.h"
#include "core/storage/Connection.h"
#include "core/storage/Statement.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

namespace core {

class ClientStore
{
public:
    explicit ClientStore(Connection& connection);

    Result<std::optional<Client>> byPk(ClientPk pk) const;
    /// By the id people use; follows merges to the survivor.
    Result<std::optional<Client>> byId(const ClientId& id) const;
    /// The record with exactly this id, merged or not.
    Result<std::optional<Client>> exactly(const ClientId& id) const;
    Result<std::vector<Client>> byPks(const std::vector<ClientPk>& pks) const;
    /// What this person looks after, archived ones too, merged, erased and trashed ones not; in pk order.
    Result<std::vector<ClientPk>> ownedBy(UserPk owner) const;
    /// Every record that is not merged or erased, in pk order; stops at the first error that `each` returns.
    Result<> forEach(const std::function<Result<>(const Client&)>& each) const;
    Result<std::int64_t> count() const; ///< active

    /// The columns that `read` expects, for other queries "FROM clients c LEFT JOIN users o ON o.pk = c.owner_pk".
    static const QString& columns();
    static int columnCount();
    /// Row of a SELECT that begins with columns().
    [[nodiscard]] static Client read(const Statement& row);
    [[nodiscard]] static UserPk owner(const Statement& row);
    /// The same without a copy, for what passes over many records; valid until the statement's next step.
    static void readTexts(const Statement& row, ClientTexts& texts);

    Result<> insert(Client& client, UserPk by, BatchPk batch); ///< sets pk
    /// Writes all values where the version is still `baseVersion`; Conflict otherwise.
    Result<> update(const Client& client, UserPk by, int baseVersion);

    Result<QByteArray> key(ClientPk pk) const;
    Result<> insertKey(ClientPk pk, const QByteArray& key);
    /// The next id of the day, in the office's time zone.
    Result<ClientId> nextId(const Operation& operation);

    /// Keyed hash over the source values by field name, empty ones left out (security.md, Evidence), version 1.
    [[nodiscard]] static QByteArray hash(const Client& client, const QByteArray& key);

private:
    Connection* m_connection;
};

/// Somebody else changed the record first.
[[nodiscard]] Error conflictError();

} // namespace core
