#include "core/records/PastValues.h"

#include "core/records/ClientStore.h"
#include "core/records/HistoryStore.h"
#include "core/security/UserStore.h"

namespace core {

namespace {

/// Takes the entry's changes back; false where they do not end with these values.
bool takeBack(ClientValues& values, const HistoryEntry& entry)
{
    for (const FieldChange& change : entry.changes) {
        if (values.value(change.field) != change.after) {
            return false;
        }
        values.set(change.field, change.before);
    }
    return true;
}

/// As the log knows the record that the entry changed.
Result<bool>
isWhatWasChanged(Connection& connection, const Client& before, const HistoryEntry& entry)
{
    Client known = before;
    auto owner = UserStore(connection).pkOf(before.value(Field::Owner));
    if (!owner) {
        return owner.error();
    }
    known.owner = before.values.has(Field::Owner) ? *owner : UserPk{};
    auto key = ClientStore(connection).key(before.pk);
    if (!key) {
        return key.error();
    }
    return ClientStore::hash(known, *key) == entry.beforeHash;
}

} // namespace

Result<std::optional<ClientValues>>
valuesAtVersion(Connection& connection, const Client& current, int version)
{
    if (version == current.version) {
        return std::optional(current.values);
    }
    if (version < 1 || version > current.version) {
        return std::optional<ClientValues>{};
    }
    auto entries = HistoryStore(connection).since(current.pk, version + 1);
    if (!entries) {
        return entries.error();
    }
    Client before = current;
    for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
        if (entry->clientVersion != before.version || !takeBack(before.values, *entry)) {
            return std::optional<ClientValues>{};
        }
        --before.version;
    }
    if (before.version != version) {
        return std::optional<ClientValues>{};
    }
    auto isRight = isWhatWasChanged(connection, before, entries->front());
    if (!isRight) {
        return isRight.error();
    }
    return *isRight ? std::optional(before.values) : std::nullopt;
}

} // namespace core
