// Logging in to an office that is there, and recovering one with its code.
#include "core/base/Log.h"
#include "core/crypto/KeyringFile.h"
#include "core/security/RefusedLogins.h"
#include "core/security/SettingStore.h"
#include "core/security/UserStore.h"
#include "core/storage/DamageMark.h"
#include "core/storage/Migrations.h"
#include "core/workspace/OfficeAccessParts.h"
#include "core/workspace/OfficeKeyring.h"
#include "core/workspace/OfficeLooks.h"
#include "core/workspace/OfficePast.h"
#include "core/workspace/OfficePeople.h"
#include "core/workspace/OfficePlace.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace core {

Result<> readInside(Connection& connection, OfficeAccess& access)
{
    SettingStore settings(connection);
    const auto read = [&settings](const char* name) {
        return settings.value(QString::fromLatin1(name));
    };
    auto name = read(nameSetting);
    auto id = read(idSetting);
    auto zone = read(zoneSetting);
    auto practice = read(practiceSetting);
    for (const auto* value : {&name, &id, &zone, &practice}) {
        if (!*value) {
            return value->error();
        }
    }
    if (id->value_or(QString()) != QString::fromLatin1(access.officeId.toHex())) {
        return officeError(
            ErrorCode::Corrupt,
            QT_TRANSLATE_NOOP(
                "core::OfficeAccess",
                "Keyring and database in this folder belong to two different offices."));
    }
    access.officeName = name->value_or(QString());
    access.timeZone = QTimeZone(zone->value_or(QString()).toLatin1());
    if (!access.timeZone.isValid()) {
        access.timeZone = QTimeZone::utc();
    }
    access.practice = practice->value_or(QString()) == QLatin1String("1");
    return {};
}

Result<> readPerson(Connection& connection, OfficeAccess& access)
{
    auto user = UserStore(connection).byUuid(access.person->uuid);
    if (!user) {
        return user.error();
    }
    if (!*user || !(*user)->active) {
        return officeError(
            ErrorCode::Unauthenticated,
            QT_TRANSLATE_NOOP(
                "core::OfficeAccess",
                "Name, password or second secret is not right, or this person's access was taken "
                "away."));
    }
    if (roleName((*user)->role) != access.person->role
        || (*user)->signKey != access.person->identity->publicKeys().sign) {
        return officeError(
            ErrorCode::Corrupt,
            QT_TRANSLATE_NOOP(
                "core::OfficeAccess",
                "Keyring and database disagree about this person. Tell the data administrator."));
    }
    access.session = sessionOf(*access.person, (*user)->pk, (*user)->department);
    return {};
}

namespace {

/// The users table must be what the keyring says; where it is only behind, a data administrator's login mends it.
Result<>
settlePeople(Connection& connection, OfficeAccess& access, const KeyringDirectory& directory)
{
    auto state = comparePeople(connection, directory);
    if (!state) {
        return state.error();
    }
    if (*state == PeopleState::Same || access.isReadOnly()
        || access.person->role != roleName(Role::DataAdmin)) {
        return {};
    }
    auto actor = keyringActor(connection, access.person->uuid);
    if (!actor) {
        return actor.error();
    }
    access.session = sessionOf(*access.person, *actor, {});
    OfficeContext office = contextOf(connection, access);
    return followKeyring(
        office,
        directory,
        {QStringLiteral("user.follow"), QStringLiteral("users"), access.person->uuid, {}});
}

} // namespace

namespace {

enum class PastFile : std::uint8_t
{
    ForReading,
    Accepted
};

/// A warning is not worth a login that fails.
void noteCompany(Connection& connection, const OfficePlace& place, OfficeAccess& access)
{
    if (const auto warning = warnUntriedTogether(connection, place, QSysInfo::machineHostName());
        warning && !warning->isEmpty()) {
        access.placeWarning
            += (access.placeWarning.isEmpty() ? QString() : QStringLiteral("\n")) + *warning;
    }
}

/// A login as far as the keyring goes; the database has not been opened.
struct Opened
{
    OfficePlace place;
    Keyring keyring;
    std::shared_ptr<OfficeAccess> access;
    bool isKept
        = false; ///< the keyring is what this computer had kept: the folder has none that is whole
};

/// What comes after the database is open: what this computer remembers, and what becomes of the keyring.
Result<> settleKeyring(Connection& connection,
                       const Opened& opened,
                       const KeyringDirectory& directory,
                       const Credentials& credentials)
{
    OfficeAccess& access = *opened.access;
    OfficeContext office = contextOf(connection, access);
    if (opened.isKept && !access.isReadOnly()) {
        if (auto done = putBackLogged(office, access, opened.keyring); !done) {
            return done;
        }
        access.keyringPutBack = true;
    }
    if (access.keyringStanding != KeyringStanding::Older) {
        noteKeyring(access.folder, opened.keyring, directory);
    }
    if (!access.isReadOnly()) {
        tendKeyring(office, access, opened.keyring, credentials);
    }
    return {};
}

/// The database of a login: compared with what this computer has seen, then brought up to date and in step with the
/// keyring, or, where it is from the past, only looked at.
Result<> enterDatabase(const Opened& opened,
                       const KeyringDirectory& directory,
                       const Credentials& credentials,
                       PastFile past)
{
    OfficeAccess& access = *opened.access;
    auto connection = connectTo(access);
    if (!connection) {
        // What was kept holds the key of its time; to look for today's in the folder comes to nothing.
        const bool isStale = opened.isKept && connection.error().code != ErrorCode::Busy
            && connection.error().code != ErrorCode::Io;
        return isStale ? staleCopyError() : connection.error();
    }
    if (auto done = judgePast(**connection, access); !done) {
        return done;
    }
    if (past == PastFile::Accepted) {
        if (auto allowed = beginAccepting(access); !allowed) {
            return allowed;
        }
    }
    auto ready = access.isReadOnly() ? checkReadable(**connection, access)
                                     : migrate(**connection, *access.clock);
    if (!ready) {
        return ready;
    }
    if (auto done = readInside(**connection, access); !done) {
        return done;
    }
    if (auto done = opened.isKept ? checkPutBack(**connection, directory)
                                  : settlePeople(**connection, access, directory);
        !done) {
        return done;
    }
    if (auto done = readPerson(**connection, access); !done) {
        return done;
    }
    noteCompany(**connection, opened.place, access);
    if (past == PastFile::Accepted) {
        OfficeContext office = contextOf(**connection, access);
        if (auto done = writeAcceptance(office); !done) {
            return done;
        }
        access.headStanding = HeadStanding::Accepted;
    }
    if (auto done = settleKeyring(**connection, opened, directory, credentials); !done) {
        return done;
    }
    beginEvidence(**connection, access);
    return access.isReadOnly() ? Result<>() : noteHead(**connection, access);
}

/// `unlock` says who it is; `name` is what was typed.
template <typename Unlock>
Result<Opened> openKeyring(const QString& folder, const QString& name, Unlock unlock)
{
    auto place = placeOfOffice(folder);
    if (!place) {
        return place.error();
    }
    auto found = findKeyring(place->folder);
    if (!found) {
        return found.error();
    }
    Keyring& keyring = found->keyring;
    Result<Unlocked> person = unlock(keyring);
    if (!person) {
        logWarning("workspace", QStringLiteral("a login failed"));
        if (person.error().code == ErrorCode::Unauthenticated) {
            noteRefusedLogin(keyring.officeId(), name, SystemClock().now());
        }
        return person.error();
    }
    auto access = accessFor(place->folder, keyring, *std::move(person));
    if (!access) {
        return access.error();
    }
    (*access)->placeWarning = place->warning;
    (*access)->keyChangeUnfinished = keyring.isChangingKey();
    return Opened{*std::move(place), std::move(keyring), *std::move(access), found->isKept};
}

auto withPassword(const Login& login)
{
    return [&login](const Keyring& keyring) {
        return keyring.unlock(credentialsOf(login, keyring.officeId()));
    };
}

Result<std::shared_ptr<const OfficeAccess>> enter(const Login& login, PastFile past)
{
    Credentials credentials;
    auto opened = openKeyring(login.folder, login.user, [&](const Keyring& keyring) {
        credentials = credentialsOf(login, keyring.officeId());
        return keyring.unlock(credentials);
    });
    if (!opened) {
        return opened.error();
    }
    OfficeAccess& access = *opened->access;
    const Keyring& keyring = opened->keyring;
    auto directory = keyring.directory(*access.person);
    if (!directory) {
        return directory.error();
    }
    access.keyringStanding = judge(keyring, *directory, recallKeyring(keyring.officeId()));
    if (access.keyringStanding == KeyringStanding::Foreign) {
        return officeError(
            ErrorCode::Corrupt,
            QT_TRANSLATE_NOOP("core::OfficeAccess",
                              "The keyring of this office is not the one that this computer "
                              "knows: somebody put another in its place. Do not go on; tell "
                              "the data administrator."));
    }
    if (opened->isKept && access.keyringStanding == KeyringStanding::Older) {
        return staleCopyError();
    }
    if (auto done = enterDatabase(*opened, *directory, credentials, past); !done) {
        return done.error();
    }
    return std::shared_ptr<const OfficeAccess>(std::move(opened->access));
}

} // namespace

Result<std::shared_ptr<const OfficeAccess>> login(const Login& login)
{
    return enter(login, PastFile::ForReading);
}

Result<std::vector<IntegrityProblem>> checkDamagedOffice(const Login& login, Progress& progress)
{
    auto opened = openKeyring(login.folder, login.user, withPassword(login));
    if (!opened) {
        return opened.error();
    }
    return checkDamagedOffice(*opened->access, progress);
}

Result<std::vector<IntegrityProblem>> checkDamagedOffice(const OfficeAccess& access,
                                                         Progress& progress)
{
    auto connection = connectTo(access);
    if (!connection) {
        return connection.error();
    }
    auto problems = checkIntegrity(**connection, progress);
    if (problems && !problems->empty()) {
        static_cast<void>(markAsDamaged(
            (*connection)->path())); // where that fails, the list says it all the same
    }
    return problems;
}

Result<std::shared_ptr<const OfficeAccess>> acceptOlderOffice(const Login& login)
{
    return enter(login, PastFile::Accepted);
}

namespace {

/// The session of the person that the code has just made, in the office as the code had opened it.
Result<> actAsRecovered(OfficeAccess& now, const OfficeAccess& opened, Connection& connection)
{
    now.officeName = opened.officeName;
    now.timeZone = opened.timeZone;
    now.practice = opened.practice;
    auto actor = keyringActor(connection, now.person->uuid);
    if (!actor) {
        return actor.error();
    }
    now.session = sessionOf(*now.person, *actor, {});
    return {};
}

/// Only over the one that was read.
Result<> replaceKeyring(const QString& folder, quint64 generation, const Keyring& keyring)
{
    auto there = readKeyring(folder);
    if (!there || there->generation() != generation) {
        return officeError(ErrorCode::Conflict,
                           QT_TRANSLATE_NOOP("core::OfficeAccess",
                                             "The keyring was changed meanwhile. Try again."));
    }
    return writeKeyring(folder, keyring);
}

} // namespace

Result<std::shared_ptr<const OfficeAccess>> recoverOffice(const QString& folder,
                                                          const QString& recoveryCode,
                                                          const QString& user,
                                                          const QString& newPassword)
{
    if (user.trimmed().isEmpty() || newPassword.isEmpty()) {
        return officeError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::OfficeAccess", "Give the name and the new password."));
    }
    auto code = RecoveryCode::parse(recoveryCode);
    if (!code) {
        return code.error();
    }
    auto opened = openKeyring(
        folder, user, [&code](const Keyring& keyring) { return keyring.unlock(*code); });
    if (!opened) {
        return opened.error();
    }
    OfficeAccess& access = *opened->access;
    const QString path = access.folder;
    Keyring& keyring = opened->keyring;
    auto connection = connectTo(access);
    if (!connection) {
        return connection.error();
    }
    if (auto done = judgePast(**connection, access); !done) {
        return done.error();
    }
    if (auto done = readInside(**connection, access); !done) {
        return done.error();
    }
    const quint64 before = keyring.generation();
    auto entry = keyring.recover(*access.person, {user, newPassword, {}, keyring.usualCost()});
    if (!entry) {
        return entry.error();
    }
    // The entry in the log is signed by the recovered person, whose keys the code itself has just stated.
    auto person = keyring.unlock({user, newPassword});
    if (!person) {
        return person.error();
    }
    auto directory = keyring.directory(*person);
    if (!directory) {
        return directory.error();
    }
    if (auto known = comparePeople(**connection, *directory); !known) {
        return known.error();
    }
    auto recovered = accessFor(path, keyring, *std::move(person));
    if (!recovered) {
        return recovered.error();
    }
    OfficeAccess& now = **recovered;
    if (auto done = actAsRecovered(now, access, **connection); !done) {
        return done.error();
    }
    OfficeContext office = contextOf(**connection, now);
    const auto putKeyring = [&] {
        return replaceKeyring(path, before, keyring);
    };
    auto done = followKeyring(office,
                              *directory,
                              {QStringLiteral("office.recover"),
                               QStringLiteral("user:") + entry->name,
                               now.person->uuid,
                               putKeyring});
    if (!done) {
        return done.error();
    }
    if (auto read = readPerson(**connection, now); !read) {
        return read.error();
    }
    noteKeyring(path, keyring, *directory);
    now.placeWarning = access.placeWarning;
    if (isFromThePast(access.headStanding)) {
        // The code lets people in again; whether the older database is the office is for them to say.
        now.headStanding = access.headStanding;
        now.readOnlyReason = access.readOnlyReason;
    } else if (auto noted = noteHead(**connection, now); !noted) {
        return noted.error();
    }
    beginEvidence(**connection, now);
    return std::shared_ptr<const OfficeAccess>(*std::move(recovered));
}

} // namespace core
