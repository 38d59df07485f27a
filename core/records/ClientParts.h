/// The small interfaces that a save calls. They are declared here, on the floor of the save, and implemented above
/// (validation, search, duplicates); the workspace hands them in. Implementations are called on the writer's thread,
/// inside the transaction.
#pragma once

#include "core/base/Result.h"
#include "core/records/Client.h"
#include "core/records/Finding.h"
#include "core/storage/Connection.h"

#include <QStringList>

#include <cstdint>
#include <vector>

namespace core {

/// The rules. Pure.
class ClientCheck
{
public:
    virtual ~ClientCheck() = default;
    [[nodiscard]] virtual Findings check(const ClientValues& values) const = 0;
};

/// Whatever is derived from clients and kept with every save: search index, sort keys, duplicate keys.
class ClientIndex
{
public:
    virtual ~ClientIndex() = default;
    virtual Result<> add(Connection& connection, const Client& client) = 0;
    virtual Result<> change(Connection& connection, const Client& before, const Client& after) = 0;
    virtual Result<> remove(Connection& connection, const Client& client) = 0;

    /// Before `count` records are taken out in one transaction. Where building anew from what remains is quicker, an
    /// index may leave every call alone from here on, until finishRemoval() builds it or dropRemoval() forgets it.
    virtual Result<> beginRemoval(Connection& /*connection*/, std::int64_t /*count*/) { return {}; }
    virtual Result<> finishRemoval(Connection& /*connection*/) { return {}; }
    virtual void dropRemoval() { }

    /// Many records are being added of which none is looked for before finishAddition(): an index may keep back what it has
    /// to store and put it in together, in its own order. dropAddition() forgets what was kept back.
    virtual void beginAddition() { }
    virtual Result<> finishAddition(Connection& /*connection*/) { return {}; }
    virtual void dropAddition() { }
};

/// A record that may be the same client.
struct DuplicateHint
{
    ClientPk pk;
    ClientId id;
    double score = 0; ///< calibrated probability, 0..1
    QStringList reasons; ///< translated: "same phone", "name differs only in 张/章"
    QString name; ///< empty where the person may not see the record
    QString owner; ///< whose it is
    bool certain = false;
};

/// The check at entry.
class DuplicateLookup
{
public:
    virtual ~DuplicateLookup() = default;
    /// Best first; `self` is left out. Never contains what somebody decided to be different from `self`.
    virtual Result<std::vector<DuplicateHint>>
    candidates(Connection& connection, const ClientValues& values, ClientPk self) = 0;
};

} // namespace core
