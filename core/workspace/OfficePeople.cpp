#include "core/workspace/OfficePeople.h"

#include "core/security/KeyringStep.h"
#include "core/security/UserStore.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

Error forgedPeople(const QString& name)
{
    return {ErrorCode::Corrupt,
            QCoreApplication::translate(
                "core::OfficePeople",
                "The database names a user or a key that the keyring of this office does not know: "
                "%1. One of the two was changed by somebody who may not. Tell the data "
                "administrator.")
                .arg(name),
            {}};
}

const User* rowOf(const std::vector<User>& rows, const QByteArray& uuid)
{
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&uuid](const User& row) { return row.uuid == uuid; });
    return found == rows.end() ? nullptr : &*found;
}

bool isBehind(const User& row, const KeyringUser& person)
{
    return roleName(row.role) != person.role || row.active != person.active
        || row.signKey != person.keys.sign || row.sealKey != person.keys.seal;
}

User rowFor(const KeyringUser& person, User row)
{
    row.uuid = person.uuid;
    row.name = person.name;
    row.role = roleByName(person.role).value_or(Role::Auditor);
    row.active = person.active;
    row.signKey = person.keys.sign;
    row.sealKey = person.keys.seal;
    return row;
}

} // namespace

Result<PeopleState> comparePeople(Connection& connection, const KeyringDirectory& directory)
{
    const UserStore users(connection);
    auto rows = users.all();
    if (!rows) {
        return rows.error();
    }
    auto keys = users.allKeys();
    if (!keys) {
        return keys.error();
    }
    for (const User& row : *rows) {
        const KeyringUser* person = directory.chain.person(row.uuid);
        if (person == nullptr || person->name != row.name
            || !directory.chain.knowsKey(row.uuid, row.signKey)) {
            return forgedPeople(row.name);
        }
    }
    for (const UserKey& key : *keys) {
        if (!directory.chain.knowsKey(key.uuid, key.signKey)) {
            return forgedPeople(key.name);
        }
    }
    const auto& people = directory.chain.people();
    const bool behind
        = std::any_of(people.begin(), people.end(), [&rows](const KeyringUser& person) {
              const User* row = rowOf(*rows, person.uuid);
              return row == nullptr || isBehind(*row, person);
          });
    return behind ? PeopleState::Behind : PeopleState::Same;
}

Result<UserPk> keyringActor(Connection& connection, const QByteArray& uuid)
{
    auto rows = UserStore(connection).all();
    if (!rows) {
        return rows.error();
    }
    if (const User* known = rowOf(*rows, uuid)) {
        return known->pk;
    }
    std::int64_t highest = 0;
    for (const User& row : *rows) {
        highest = std::max(highest, row.pk.value);
    }
    return UserPk{highest + 1};
}

Result<>
followKeyring(OfficeContext& office, const KeyringDirectory& directory, const PeopleUpdate& update)
{
    auto operation = Operation::beginForKeyring(office, update.action);
    if (!operation) {
        return operation.error();
    }
    UserStore users(office.writer);
    auto before = users.all(); // under the lock: two who log in at once mend the same rows
    if (!before) {
        return before.error();
    }
    operation->setObject(update.object);
    std::vector<KeyringUser> people = directory.chain.people();
    std::stable_partition(people.begin(), people.end(), [&update](const KeyringUser& person) {
        return person.uuid == update.actor;
    });
    for (const KeyringUser& person : people) {
        const User* row = rowOf(*before, person.uuid);
        if (row != nullptr && !isBehind(*row, person)) {
            continue;
        }
        User after = rowFor(person, row != nullptr ? *row : User{});
        auto done = row != nullptr ? users.update(*operation, *row, after)
                                   : users.insert(*operation, after);
        if (done && row == nullptr && !person.active) {
            const User inserted = rowFor(person, after);
            User disabled = inserted;
            disabled.active = false;
            done = users.update(*operation, inserted, disabled);
        }
        if (!done) {
            return done;
        }
    }
    // A crash between the two files may have kept it from being noted.
    if (auto done = noteSealingEpoch(*operation, directory.chain.sealingKey().epoch); !done) {
        return done;
    }
    if (update.beforeCommit) {
        if (auto done = update.beforeCommit(); !done) {
            return done;
        }
    }
    return operation->commit();
}

} // namespace core
