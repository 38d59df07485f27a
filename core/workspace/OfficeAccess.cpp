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
#include "core/workspace/OfficeAccessParts.h"
#include "core/workspace/OfficeLooks.h"
#include "core/workspace/OfficePast.h"
#include "core/workspace/OfficePlace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSysInfo>

namespace core {

Error officeError(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::OfficeAccess", text), {}};
}

Session sessionOf(const Unlocked& person, UserPk pk, DepartmentPk department)
{
    return {pk,
            person.uuid,
            person.name,
            roleByName(person.role).value_or(Role::Auditor),
            department,
            person.identity,
            std::make_shared<const SealedKeys>(sealedKeysOf(person))};
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
            access.heads.get(),
            {},
            sealedKeysFrom(access)};
}

decltype(OfficeContext::sealedNow) sealedKeysFrom(const OfficeAccess& access)
{
    using Known = std::shared_ptr<const SealedKeys>;
    return [folder = access.folder, person = access.person, kept = std::make_shared<Known>()](
               std::uint32_t least) -> Result<Known> {
        if (!*kept || (*kept)->sealing.epoch < least) {
            auto now = readKeyringAs(folder, *person);
            if (!now) {
                return now.error();
            }
            *kept = std::make_shared<const SealedKeys>(sealedKeysOf(now->person));
        }
        return *kept;
    };
}

void noteKeyring(const QString& folder, const Keyring& keyring, const KeyringDirectory& directory)
{
    if (auto noted = rememberKeyring(keyring, directory, databaseStartOf(databasePath(folder)));
        !noted) {
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

namespace {

/// Makes the folder, for its owner alone; one that is there already keeps the rights it has.
Result<QString> newFolder(const QString& folder)
{
    const QDir wanted(folder);
    const bool isNew = !wanted.exists();
    if (!QDir().mkpath(wanted.absolutePath())) {
        return officeError(
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

} // namespace

namespace {

/// What the keyring holds for this person now: while the office's key is changed the database opens with one of two, and
/// somebody else may have changed it since the login.
Result<std::vector<SecureBytes>> keysOfToday(const QString& folder, const Unlocked& person)
{
    auto now = readKeyringAs(folder, person);
    if (!now) {
        return now.error();
    }
    std::vector<SecureBytes> keys;
    keys.push_back(std::move(now->person.databaseKey));
    for (EpochKey& other : now->person.otherKeys) {
        keys.push_back(std::move(other.key));
    }
    return keys;
}

} // namespace

Result<std::unique_ptr<Connection>> connectTo(const OfficeAccess& access, DatabaseFile file)
{
    initResources(); // the migrations
    OpenOptions options;
    options.path = databasePath(access.folder);
    options.create = file == DatabaseFile::New;
    options.vfs = access.vfs;
    options.busy = BusyPolicy::forFile(options.path);
    options.readOnly = access.isReadOnly();
    if (file == DatabaseFile::Existing) {
        options.keysNow = [folder = access.folder, person = access.person] {
            return keysOfToday(folder, *person);
        };
    }
    return Connection::open(options, access.person->databaseKey);
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
    if (access.keyringPutBack) {
        warnings.append(QCoreApplication::translate(
            "core::OfficeAccess",
            "Both copies of the office's keyring were gone or damaged. They were written anew from "
            "what this computer had kept. A password that a colleague has changed since may be the "
            "former one again; ask, and look after the folder."));
    }
    if (access.keyChangeUnfinished) {
        warnings.append(QCoreApplication::translate(
            "core::OfficeAccess",
            "A change of the office's key was not finished. Nothing is lost and everybody can "
            "work; a data administrator finishes it with: dossierctl office rekey"));
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
        return officeError(
            ErrorCode::Invalid,
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
        noteKeyring(*folder, made->keyring, *directory);
    }
    beginEvidence(**connection, office);
    unfinished.keep();
    logInfo("workspace", QStringLiteral("office created"));
    return CreatedOffice{*access, made->recovery.toText()};
}

} // namespace core
