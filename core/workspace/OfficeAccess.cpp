#include "core/workspace/OfficeAccess.h"

#include "core/base/Log.h"
#include "core/base/Resources.h"
#include "core/crypto/KeyringFile.h"
#include "core/security/Operation.h"
#include "core/security/SettingStore.h"
#include "core/security/UserStore.h"
#include "core/storage/Connection.h"
#include "core/storage/Migrations.h"

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

Result<QString> canonicalFolder(const QString& folder)
{
    const QString path = QDir(folder).canonicalPath();
    if (path.isEmpty()) {
        return say(ErrorCode::NotFound,
                   QT_TRANSLATE_NOOP("core::OfficeAccess",
                                     "This folder does not exist, or cannot be reached."));
    }
    return path;
}

/// Makes the folder, for its owner alone; one that is there already keeps the rights it has.
Result<QString> newFolder(const QString& folder)
{
    const QDir wanted(folder);
    if (wanted.exists(QStringLiteral("keyring.a")) || wanted.exists(QStringLiteral("keyring.b"))
        || wanted.exists(QStringLiteral("office.db"))) {
        return say(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::OfficeAccess", "There is an office in this folder already."));
    }
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
    return canonicalFolder(folder);
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
            QSysInfo::machineHostName()};
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

Result<std::shared_ptr<OfficeAccess>>
accessFor(const QString& folder, const Keyring& keyring, Unlocked person)
{
    auto access = std::make_shared<OfficeAccess>();
    access->folder = folder;
    access->officeId = keyring.officeId();
    access->clock = std::make_shared<SettableClock>();
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

/// The users table follows the keyring: a new administrator, or one with new keys.
Result<> writeRecovery(Connection& connection,
                       OfficeAccess& access,
                       const std::optional<User>& known,
                       const KeyringUser& entry)
{
    UserStore users(connection);
    if (!known) {
        auto everybody = users.all();
        if (!everybody) {
            return everybody.error();
        }
        std::int64_t highest = 0;
        for (const User& user : *everybody) {
            highest = std::max(highest, user.pk.value);
        }
        access.session.user = UserPk{highest + 1}; // the row that SQLite gives next
    }
    OfficeContext office = contextOf(connection, access);
    auto operation = Operation::beginRecovery(office, u"office.recover");
    if (!operation) {
        return operation.error();
    }
    operation->setObject(QStringLiteral("user:") + entry.name);
    User after = known.value_or(User{});
    after.uuid = entry.uuid;
    after.name = entry.name;
    after.role = Role::DataAdmin;
    after.active = true;
    after.signKey = entry.keys.sign;
    after.sealKey = entry.keys.seal;
    auto done = known ? users.update(*operation, *known, after) : users.insert(*operation, after);
    if (!done) {
        return done;
    }
    return operation->commit();
}

Result<std::unique_ptr<Connection>> openDatabase(const OfficeAccess& access, bool create)
{
    initResources(); // the migrations
    OpenOptions options;
    options.path = databasePath(access.folder);
    options.create = create;
    return Connection::open(options, access.person->databaseKey);
}

} // namespace

QString databasePath(const QString& folder)
{
    return QDir(folder).filePath(QStringLiteral("office.db"));
}

Result<CreatedOffice> createOffice(const NewOffice& wanted)
{
    if (wanted.name.trimmed().isEmpty() || wanted.adminName.trimmed().isEmpty()
        || wanted.adminPassword.isEmpty()) {
        return say(ErrorCode::Invalid,
                   QT_TRANSLATE_NOOP(
                       "core::OfficeAccess",
                       "An office needs a name, and an administrator with a name and a password."));
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
    // Nothing half is left where a step fails: the folder holds only what was made here.
    struct Undo
    {
        QString folder;
        bool armed = true;
        ~Undo()
        {
            if (armed) {
                for (const char* name :
                     {"office.db", "office.db-journal", "keyring.a", "keyring.b"}) {
                    QFile::remove(QDir(folder).filePath(QLatin1String(name)));
                }
                QDir().rmdir(folder);
            }
        }
    } undo{*folder};
    auto access = accessFor(*folder, made->keyring, std::move(made->admin));
    if (!access) {
        return access.error();
    }
    OfficeAccess& office = **access;
    office.officeName = wanted.name.trimmed();
    office.timeZone = QTimeZone::systemTimeZone();
    office.practice = wanted.practice;
    office.session = sessionOf(*office.person, {}, {});
    auto connection = openDatabase(office, true);
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
    undo.armed = false;
    logInfo("workspace", QStringLiteral("office created"));
    return CreatedOffice{*access, made->recovery.toText()};
}

Result<std::shared_ptr<const OfficeAccess>> login(const Login& login)
{
    auto folder = canonicalFolder(login.folder);
    if (!folder) {
        return folder.error();
    }
    auto keyring = readKeyring(*folder);
    if (!keyring) {
        return keyring.error();
    }
    auto person = keyring->unlock({login.user, login.password, login.secondSecret});
    if (!person) {
        logWarning("workspace", QStringLiteral("a login failed"));
        return person.error();
    }
    auto access = accessFor(*folder, *keyring, *std::move(person));
    if (!access) {
        return access.error();
    }
    auto connection = openDatabase(**access, false);
    if (!connection) {
        return connection.error();
    }
    if (auto done = migrate(**connection, *(*access)->clock); !done) {
        return done.error();
    }
    if (auto done = readInside(**connection, **access); !done) {
        return done.error();
    }
    if (auto done = readPerson(**connection, **access); !done) {
        return done.error();
    }
    return std::shared_ptr<const OfficeAccess>(*std::move(access));
}

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
    auto path = canonicalFolder(folder);
    if (!path) {
        return path.error();
    }
    auto keyring = readKeyring(*path);
    if (!keyring) {
        return keyring.error();
    }
    auto root = keyring->unlock(*code);
    if (!root) {
        return root.error();
    }
    auto opened = accessFor(*path, *keyring, *std::move(root));
    if (!opened) {
        return opened.error();
    }
    OfficeAccess& access = **opened;
    auto connection = openDatabase(access, false);
    if (!connection) {
        return connection.error();
    }
    if (auto done = readInside(**connection, access); !done) {
        return done.error();
    }
    auto known = UserStore(**connection).byName(user);
    if (!known) {
        return known.error();
    }
    const Credentials credentials{user, newPassword, {}, keyring->usualCost()};
    const QString administrator = roleName(Role::DataAdmin);
    Result<KeyringUser> entry = *known
        ? keyring->setPassword(*access.person, (*known)->uuid, credentials)
        : keyring->addUser(*access.person, credentials, administrator);
    if (entry && entry->role != administrator) {
        entry = keyring->setRole(*access.person, entry->uuid, administrator);
    }
    if (!entry) {
        return entry.error();
    }
    // The entry in the log is signed by the recovered person, whose keys the code itself has just certified.
    auto person = keyring->unlock({user, newPassword});
    if (!person) {
        return person.error();
    }
    auto recovered = accessFor(*path, *keyring, *std::move(person));
    if (!recovered) {
        return recovered.error();
    }
    OfficeAccess& now = **recovered;
    now.officeName = access.officeName;
    now.timeZone = access.timeZone;
    now.practice = access.practice;
    now.session = sessionOf(*now.person,
                            *known ? (*known)->pk : UserPk{},
                            *known ? (*known)->department : DepartmentPk{});
    if (auto done = writeRecovery(**connection, now, *known, *entry); !done) {
        return done.error();
    }
    if (auto done = writeKeyring(*path, *keyring); !done) {
        return done.error();
    }
    return std::shared_ptr<const OfficeAccess>(*std::move(recovered));
}

} // namespace core
