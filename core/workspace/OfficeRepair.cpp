// A keyring from a backup takes the place of the office's.
#include "core/crypto/KeyringFile.h"
#include "core/security/UserStore.h"
#include "core/workspace/OfficeAccessParts.h"
#include "core/workspace/OfficeKeyring.h"
#include "core/workspace/OfficePast.h"
#include "core/workspace/OfficePeople.h"
#include "core/workspace/OfficePlace.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace core {

namespace {

Error repairError(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::OfficeRepair", text), {}};
}

Result<Keyring> keyringIn(const QString& path)
{
    constexpr qint64 mostBytes = qint64{16} * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes) {
        return repairError(
            ErrorCode::Io,
            QT_TRANSLATE_NOOP("core::OfficeRepair", "The copy of the keyring cannot be read."));
    }
    return Keyring::parse(file.readAll());
}

KeyringMemory memoryOf(const Keyring& keyring, const KeyringDirectory& directory)
{
    return {keyring.officeId(),
            directory.chain.hashAt(0),
            directory.chain.sequence(),
            directory.chain.head(),
            keyring.generation()};
}

/// Against what this computer knows, and against what the folder has, where that is whole and genuine.
KeyringStanding judgeRepair(const Keyring& keyring,
                            const KeyringDirectory& directory,
                            const std::optional<Keyring>& present,
                            const Unlocked& person)
{
    KeyringStanding standing = judge(keyring, directory, recallKeyring(keyring.officeId()));
    auto now = present ? present->unlock(person) : Result<Unlocked>(Error{});
    auto genuine = now ? present->directory(*now) : Result<KeyringDirectory>(Error{});
    if (genuine && standing != KeyringStanding::Foreign) {
        const KeyringStanding toPresent = judge(keyring, directory, memoryOf(*present, *genuine));
        const bool isWorse
            = toPresent == KeyringStanding::Foreign || toPresent == KeyringStanding::Older;
        standing = isWorse ? toPresent : standing;
    }
    return standing;
}

Result<> checkStanding(KeyringStanding standing, bool acceptsOlder)
{
    if (standing == KeyringStanding::Foreign) {
        return repairError(ErrorCode::Corrupt,
                           QT_TRANSLATE_NOOP("core::OfficeRepair",
                                             "This keyring is not one of this office as this "
                                             "computer knows it: it began otherwise, or went "
                                             "another way. It is not put back."));
    }
    if (standing == KeyringStanding::Older && !acceptsOlder) {
        return repairError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::OfficeRepair",
                              "This copy is older than the keyring that this computer knows. Look "
                              "for a newer one; where there is none, say that you accept it: "
                              "whoever came since loses access until you give a new password, and "
                              "passwords are those of that time."));
    }
    return {};
}

Result<std::vector<KnownPerson>> peopleOf(Connection& connection)
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
    std::vector<KnownPerson> people;
    for (const User& row : *rows) {
        KnownPerson known;
        known.now
            = {row.uuid, row.name, roleName(row.role), row.active, {row.signKey, row.sealKey}};
        for (const UserKey& key : *keys) {
            if (key.uuid == row.uuid) {
                known.signKeys.push_back(key.signKey);
            }
        }
        people.push_back(std::move(known));
    }
    return people;
}

/// The keyring that is put back, and what it says; in step with the users table.
Result<KeyringDirectory> fitToTable(Connection& connection,
                                    Keyring& keyring,
                                    const OfficeAccess& access,
                                    const KeyringDirectory& directory,
                                    bool acceptsOlder)
{
    if (auto same = checkPutBack(connection, directory); same) {
        return directory;
    } else if (!acceptsOlder || same.error().code != ErrorCode::Corrupt) {
        return same.error();
    }
    auto people = peopleOf(connection);
    if (!people) {
        return people.error();
    }
    if (auto done = keyring.catchUp(*access.person, *people); !done) {
        return done.error();
    }
    return keyring.directory(*access.person);
}

} // namespace

Result<std::shared_ptr<const OfficeAccess>> repairKeyring(const Login& login,
                                                          const KeyringRepair& repair)
{
    auto place = placeOfOffice(login.folder);
    if (!place) {
        return place.error();
    }
    auto copy = keyringIn(repair.file);
    if (!copy) {
        return copy.error();
    }
    Keyring& keyring = *copy;
    auto person = keyring.unlock(credentialsOf(login, keyring.officeId()));
    if (!person) {
        return person.error();
    }
    if (!isAdministrator(person->role)) {
        return repairError(ErrorCode::Denied,
                           QT_TRANSLATE_NOOP("core::OfficeRepair",
                                             "Only a data administrator may put a keyring back."));
    }
    auto directory = keyring.directory(*person);
    if (!directory) {
        return directory.error();
    }
    auto there = readKeyring(place->folder);
    std::optional<Keyring> present;
    if (there) {
        present = *std::move(there);
    }
    const KeyringStanding standing = judgeRepair(keyring, *directory, present, *person);
    if (auto usable = checkStanding(standing, repair.acceptsOlder); !usable) {
        return usable.error();
    }
    auto made = accessFor(place->folder, keyring, *std::move(person));
    if (!made) {
        return made.error();
    }
    OfficeAccess& access = **made;
    access.placeWarning = place->warning;
    access.keyringStanding = standing;
    auto connection = connectTo(access);
    if (!connection) {
        return connection.error();
    }
    for (auto* step : {&judgePast, &readInside}) {
        if (auto done = (*step)(**connection, access); !done) {
            return done.error();
        }
    }
    auto fitting = fitToTable(**connection, keyring, access, *directory, repair.acceptsOlder);
    if (!fitting) {
        return fitting.error();
    }
    auto actor = keyringActor(**connection, access.person->uuid);
    if (!actor) {
        return actor.error();
    }
    access.session = sessionOf(*access.person, *actor, {});
    OfficeContext office = contextOf(**connection, access);
    const std::optional<quint64> replaced
        = present ? std::optional(present->generation()) : std::nullopt;
    auto done = followKeyring(
        office,
        *fitting,
        {repairAction.toString(), QStringLiteral("office"), access.person->uuid, [&] {
             return putBack(access.folder, keyring, replaced);
         }});
    if (!done) {
        return done.error();
    }
    if (auto read = readPerson(**connection, access); !read) {
        return read.error();
    }
    noteKeyring(access.folder, keyring, *fitting);
    if (auto noted = noteHead(**connection, access); !noted) {
        return noted.error();
    }
    return std::shared_ptr<const OfficeAccess>(*std::move(made));
}

} // namespace core
