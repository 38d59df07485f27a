#include "core/workspace/OfficeAccess.h"

#include "core/base/Log.h"
#include "core/base/Resources.h"
#include "core/crypto/KeyringFile.h"
#include "core/security/KeyringMemory.h"
#include "core/security/Operation.h"
#include "core/security/SettingStore.h"
#include "core/security/UserStore.h"
#include "core/storage/Connection.h"
#include "core/storage/Migrations.h"
#include "core/workspace/OfficePast.h"
#include "core/workspace/OfficePeople.h"
#include "core/workspace/OfficePlace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSysInfo>

namespace core {

namespace {

constexpr auto nameSetting = "office_name";
constexpr auto idSetting = "office_id";
constexpr auto zoneSetting = "time_zone";
constexpr auto practiceSetting = "practice";

Error say(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::OfficeAccess", text), {}};
}

/// Makes the folder, for its owner alone; one that is there already keeps the rights it has.
Result<QString> newFolder(const QString& folder)
{
    const QDir wanted(folder);
    const bool isNew = !wanted.exists();
    if (!QDir().mkpath(wanted.absolutePath())) {
        return say(
            ErrorCode::Io,
            QT_TRANSLATE_NOOP("core::OfficeAccess",
                              "The folder cannot be made. Check the place and your rights there."));
    }
    if (isNew) {
        QFile::setPermissions(wanted.absolutePath(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return wanted.canonicalPath();
}

Session sessionOf(const Unlocked& person, UserPk pk, DepartmentPk department)
{
    return {pk,
            person.uuid,
            person.name,
            roleByName(person.role).value_or(Role::Auditor),
            department,
            person.identity};
}

OfficeContext contextOf(Connection& connection, const OfficeAccess& access)
{
    return {connection,
            connection,
            access.session,
            *access.clock,
            access.officeId,
            access.timeZone,
            QSysInfo::machineHostName(),
            access.isReadOnly(),
            access.heads.get()};
}

/// Settings and the first user, as the first use case and the first entry of the log.
Result<> writeBeginning(Connection& connection, OfficeAccess& access, const KeyringUser& admin)
{
    // The entry names its actor by row: the first row there will be.
    access.session.user = UserPk{1};
    OfficeContext office = contextOf(connection, access);
    auto operation = Operation::begin(office, u"office.create");
    if (!operation) {
        return operation.error();
    }
    User user;
    user.uuid = admin.uuid;
    user.name = admin.name;
    user.role = Role::DataAdmin;
    user.signKey = admin.keys.sign;
    user.sealKey = admin.keys.seal;
    if (auto done = UserStore(connection).insert(*operation, user); !done) {
        return done;
    }
    SettingStore settings(connection);
    const std::pair<const char*, QString> values[]{
        {nameSetting, access.officeName},
        {idSetting, QString::fromLatin1(access.officeId.toHex())},
        {zoneSetting, QString::fromLatin1(access.timeZone.id())},
        {practiceSetting, access.practice ? QStringLiteral("1") : QStringLiteral("0")},
    };
    for (const auto& [name, value] : values) {
        if (auto done = settings.set(*operation, QString::fromLatin1(name), value); !done) {
            return done;
        }
    }
    operation->setObject(QStringLiteral("office"));
    return operation->commit();
}

/// What this computer will know the office by. Where it cannot be noted, the work goes on.
void noteKeyring(const Keyring& keyring, const KeyringDirectory& directory)
{
    if (auto noted = rememberKeyring(keyring, directory); !noted) {
        logWarning("workspace", noted.error().message + u' ' + noted.error().detail);
    }
}

Result<std::shared_ptr<OfficeAccess>>
accessFor(const QString& folder, const Keyring& keyring, Unlocked person)
{
    auto access = std::make_shared<OfficeAccess>();
    access->folder = folder;
    access->officeId = keyring.officeId();
    access->clock = std::make_shared<SettableClock>();
    access->heads = std::make_shared<HeadKeeper>(access->officeId);
    access->person = std::make_shared<const Unlocked>(std::move(person));
    return access;
}

/// What stands inside the database: name, time zone, the person's row.
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
        return say(ErrorCode::Corrupt,
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
        return say(ErrorCode::Unauthenticated,
                   QT_TRANSLATE_NOOP(
                       "core::OfficeAccess",
                       "Name or password is not right, or this person's access was taken away."));
    }
    if (roleName((*user)->role) != access.person->role
        || (*user)->signKey != access.person->identity->publicKeys().sign) {
        return say(
            ErrorCode::Corrupt,
            QT_TRANSLATE_NOOP(
                "core::OfficeAccess",
                "Keyring and database disagree about this person. Tell the data administrator."));
    }
    access.session = sessionOf(*access.person, (*user)->pk, (*user)->department);
    return {};
}

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

Result<std::unique_ptr<Connection>> connectTo(const OfficeAccess& access, DatabaseFile file)
{
    initResources(); // the migrations
    OpenOptions options;
    options.path = databasePath(access.folder);
    options.create = file == DatabaseFile::New;
    options.readOnly = access.isReadOnly();
    auto connection = Connection::open(options, access.person->databaseKey);
    // While a re-key is under way the database opens with the key of one epoch or of the other.
    for (const EpochKey& other : access.person->otherKeys) {
        if (!connection && connection.error().code == ErrorCode::Corrupt) {
            connection = Connection::open(options, other.key);
        }
    }
    return connection;
}

QString databasePath(const QString& folder)
{
    return QDir(folder).filePath(QStringLiteral("office.db"));
}

QString warningAbout(const OfficeAccess& access)
{
    QStringList warnings{access.readOnlyReason, access.placeWarning};
    if (access.keyringStanding == KeyringStanding::Older) {
        warnings.append(QCoreApplication::translate(
            "core::OfficeAccess",
            "The keyring of this office is older than what this computer has seen: an old copy was "
            "put back. Passwords and people may be those of that time. Tell the data "
            "administrator."));
    }
    warnings.removeAll(QString());
    return warnings.join(u'\n');
}

namespace {

/// Nothing half is left where a step of the making fails: the folder holds only what was made here.
class UnfinishedFolder
{
public:
    explicit UnfinishedFolder(QString folder)
        : m_folder(std::move(folder))
    { }
    ~UnfinishedFolder()
    {
        if (m_kept) {
            return;
        }
        for (const char* name : {"office.db", "office.db-journal", "keyring.a", "keyring.b"}) {
            QFile::remove(QDir(m_folder).filePath(QLatin1String(name)));
        }
        QDir().rmdir(m_folder);
    }
    UnfinishedFolder(const UnfinishedFolder&) = delete;
    UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;

    void keep() { m_kept = true; }

private:
    QString m_folder;
    bool m_kept = false;
};

} // namespace

Result<CreatedOffice> createOffice(const NewOffice& wanted)
{
    if (wanted.name.trimmed().isEmpty() || wanted.adminName.trimmed().isEmpty()
        || wanted.adminPassword.isEmpty()) {
        return say(ErrorCode::Invalid,
                   QT_TRANSLATE_NOOP(
                       "core::OfficeAccess",
                       "An office needs a name, and an administrator with a name and a password."));
    }
    if (auto usable = checkPlaceForNew(wanted.folder); !usable) {
        return usable.error();
    }
    const KdfCost cost{wanted.kdfMemoryMib, KdfCost::leastPasses};
    constexpr int idBytes = 16;
    auto made
        = Keyring::create(randomBytes(idBytes), {wanted.adminName, wanted.adminPassword, {}, cost});
    if (!made) {
        return made.error();
    }
    auto folder = newFolder(wanted.folder);
    if (!folder) {
        return folder.error();
    }
    UnfinishedFolder unfinished(*folder);
    auto place = placeOfOffice(*folder);
    if (!place) {
        return place.error();
    }
    auto access = accessFor(*folder, made->keyring, std::move(made->admin));
    if (!access) {
        return access.error();
    }
    OfficeAccess& office = **access;
    office.officeName = wanted.name.trimmed();
    office.timeZone = QTimeZone::systemTimeZone();
    office.practice = wanted.practice;
    office.placeWarning = place->warning;
    office.session = sessionOf(*office.person, {}, {});
    auto connection = connectTo(office, DatabaseFile::New);
    if (!connection) {
        return connection.error();
    }
    if (auto done = migrate(**connection, *office.clock); !done) {
        return done.error();
    }
    if (auto done = writeBeginning(**connection, office, made->user); !done) {
        return done.error();
    }
    if (auto done = writeKeyring(*folder, made->keyring); !done) {
        return done.error();
    }
    if (auto noted = noteHead(**connection, office); !noted) {
        return noted.error();
    }
    if (auto directory = made->keyring.directory(*office.person)) {
        noteKeyring(made->keyring, *directory);
    }
    unfinished.keep();
    logInfo("workspace", QStringLiteral("office created"));
    return CreatedOffice{*access, made->recovery.toText()};
}

namespace {

enum class PastFile : std::uint8_t
{
    ForReading,
    Accepted
};

/// The database of a login: compared with what this computer has seen, then brought up to date and in step with the
/// keyring, or, where it is from the past, only looked at.
Result<> enterDatabase(OfficeAccess& access, const KeyringDirectory& directory, PastFile past)
{
    auto connection = connectTo(access);
    if (!connection) {
        return connection.error();
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
    if (auto done = settlePeople(**connection, access, directory); !done) {
        return done;
    }
    if (auto done = readPerson(**connection, access); !done) {
        return done;
    }
    if (past == PastFile::Accepted) {
        OfficeContext office = contextOf(**connection, access);
        if (auto done = writeAcceptance(office); !done) {
            return done;
        }
        access.headStanding = HeadStanding::Accepted;
    }
    return access.isReadOnly() ? Result<>() : noteHead(**connection, access);
}

Result<std::shared_ptr<const OfficeAccess>> enter(const Login& login, PastFile past)
{
    auto place = placeOfOffice(login.folder);
    if (!place) {
        return place.error();
    }
    const QString& folder = place->folder;
    auto keyring = readKeyring(folder);
    if (!keyring) {
        return keyring.error();
    }
    auto person = keyring->unlock({login.user, login.password, login.secondSecret});
    if (!person) {
        logWarning("workspace", QStringLiteral("a login failed"));
        return person.error();
    }
    auto directory = keyring->directory(*person);
    if (!directory) {
        return directory.error();
    }
    const KeyringStanding standing
        = judge(*keyring, *directory, recallKeyring(keyring->officeId()));
    if (standing == KeyringStanding::Foreign) {
        return say(ErrorCode::Corrupt,
                   QT_TRANSLATE_NOOP("core::OfficeAccess",
                                     "The keyring of this office is not the one that this computer "
                                     "knows: somebody put another in its place. Do not go on; tell "
                                     "the data administrator."));
    }
    auto access = accessFor(folder, *keyring, *std::move(person));
    if (!access) {
        return access.error();
    }
    (*access)->keyringStanding = standing;
    (*access)->placeWarning = place->warning;
    if (auto done = enterDatabase(**access, *directory, past); !done) {
        return done.error();
    }
    if (standing != KeyringStanding::Older) {
        noteKeyring(*keyring, *directory);
    }
    return std::shared_ptr<const OfficeAccess>(*std::move(access));
}

} // namespace

Result<std::shared_ptr<const OfficeAccess>> login(const Login& login)
{
    return enter(login, PastFile::ForReading);
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
        return say(ErrorCode::Conflict,
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
        return say(ErrorCode::Invalid,
                   QT_TRANSLATE_NOOP("core::OfficeAccess", "Give the name and the new password."));
    }
    auto code = RecoveryCode::parse(recoveryCode);
    if (!code) {
        return code.error();
    }
    auto place = placeOfOffice(folder);
    if (!place) {
        return place.error();
    }
    const QString& path = place->folder;
    auto keyring = readKeyring(path);
    if (!keyring) {
        return keyring.error();
    }
    auto root = keyring->unlock(*code);
    if (!root) {
        return root.error();
    }
    auto opened = accessFor(path, *keyring, *std::move(root));
    if (!opened) {
        return opened.error();
    }
    OfficeAccess& access = **opened;
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
    const quint64 before = keyring->generation();
    auto entry = keyring->recover(*access.person, {user, newPassword, {}, keyring->usualCost()});
    if (!entry) {
        return entry.error();
    }
    // The entry in the log is signed by the recovered person, whose keys the code itself has just stated.
    auto person = keyring->unlock({user, newPassword});
    if (!person) {
        return person.error();
    }
    auto directory = keyring->directory(*person);
    if (!directory) {
        return directory.error();
    }
    if (auto known = comparePeople(**connection, *directory); !known) {
        return known.error();
    }
    auto recovered = accessFor(path, *keyring, *std::move(person));
    if (!recovered) {
        return recovered.error();
    }
    OfficeAccess& now = **recovered;
    if (auto done = actAsRecovered(now, access, **connection); !done) {
        return done.error();
    }
    OfficeContext office = contextOf(**connection, now);
    const auto putKeyring = [&] {
        return replaceKeyring(path, before, *keyring);
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
    noteKeyring(*keyring, *directory);
    now.placeWarning = place->warning;
    if (isFromThePast(access.headStanding)) {
        // The code lets people in again; whether the older database is the office is for them to say.
        now.headStanding = access.headStanding;
        now.readOnlyReason = access.readOnlyReason;
    } else if (auto noted = noteHead(**connection, now); !noted) {
        return noted.error();
    }
    return std::shared_ptr<const OfficeAccess>(*std::move(recovered));
}

} // namespace core
