#include "core/security/KeyService.h"

#include "core/base/Log.h"
#include "core/crypto/KeyringFile.h"
#include "core/security/KeyringMemory.h"
#include "core/security/KeyringStep.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/security/SettingStore.h"
#include "core/storage/Integrity.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace core {

namespace {

/// Both keys are in the keyring from here on; nothing else of the office has changed.
constexpr QStringView beginAction = u"office.rekey_begin";
constexpr QStringView endAction = u"office.rekey";
const QString& kdfSettingName()
{
    static const QString name = QStringLiteral("kdf_memory_mib");
    return name;
}

QString sayKey(const char* text)
{
    return QCoreApplication::translate("core::KeyService", text);
}

/// An announced step may wait longer for the last colleague than a save does.
class MorePatience
{
public:
    explicit MorePatience(Connection& connection)
        : m_connection(connection)
        , m_before(connection.busyPolicy())
    {
        constexpr int times = 4;
        BusyPolicy patient = m_before;
        patient.budget *= times;
        connection.setBusyPolicy(patient);
    }
    ~MorePatience() { m_connection.setBusyPolicy(m_before); }
    MorePatience(const MorePatience&) = delete;
    MorePatience& operator=(const MorePatience&) = delete;

private:
    Connection& m_connection;
    BusyPolicy m_before;
};

/// Under the database's write lock, with the entry that says so.
Result<Operation> beginKeyStep(OfficeContext& office, QStringView action)
{
    auto operation = Operation::begin(office, action);
    if (operation) {
        operation->setObject(QStringLiteral("office"));
    }
    return operation;
}

} // namespace

Result<std::optional<KdfCost>> kdfSetting(Connection& connection)
{
    auto text = SettingStore(connection).value(kdfSettingName());
    if (!text) {
        return text.error();
    }
    const KdfCost cost{text->value_or(QString()).toInt(), KdfCost::leastPasses};
    return cost.isAllowed() ? std::optional(cost) : std::nullopt;
}

Result<KdfCost> costForNewSlot(Connection& connection, const Keyring& keyring)
{
    auto setting = kdfSetting(connection);
    if (!setting) {
        return setting.error();
    }
    return setting->value_or(keyring.usualCost());
}

KeyService::KeyService(OfficeContext& office,
                       QString folder,
                       std::shared_ptr<const Unlocked> person)
    : m_office(office)
    , m_folder(std::move(folder))
    , m_person(std::move(person))
{ }

Result<bool> KeyService::isUnfinished() const
{
    auto keyring = readKeyring(m_folder);
    if (!keyring) {
        return keyring.error();
    }
    return keyring->isChangingKey();
}

Result<KeyState> KeyService::state() const
{
    constexpr qint64 bytesPerSecond = qint64{40} * 1000 * 1000;
    auto now = readKeyringAs(m_folder, *m_person);
    if (!now) {
        return now.error();
    }
    auto directory = now->keyring.directory(now->person);
    if (!directory) {
        return directory.error();
    }
    KeyState state;
    state.isUnfinished = now->keyring.isChangingKey();
    state.leftWithKey = directory->chain.leftWithKey();
    state.databaseBytes = QFileInfo(m_office.writer.path()).size();
    state.seconds = state.databaseBytes / bytesPerSecond + 1;
    return state;
}

Result<> KeyService::setRecovery(const RecoveryCode& code)
{
    if (auto allowed = require(m_office.session, Action::Administer); !allowed) {
        return allowed;
    }
    auto now = readKeyringAs(m_folder, *m_person);
    if (!now) {
        return now.error();
    }
    const Keyring before = now->keyring;
    if (auto done = now->keyring.newRecovery(now->person, code); !done) {
        return done;
    }
    return takeKeyringStep(
        m_office,
        m_folder,
        now->person,
        {before, now->keyring, u"office.new_recovery", QStringLiteral("office")});
}

Result<> KeyService::setKdfMemory(int memoryMib)
{
    if (auto allowed = require(m_office.session, Action::Administer); !allowed) {
        return allowed;
    }
    if (!KdfCost{memoryMib, KdfCost::leastPasses}.isAllowed()) {
        return Error{
            ErrorCode::Invalid,
            sayKey(QT_TRANSLATE_NOOP("core::KeyService",
                                     "The password hash takes between %1 and %2 MiB of memory."))
                .arg(KdfCost::leastMemoryMib)
                .arg(KdfCost::mostMemoryMib),
            {}};
    }
    auto operation = beginKeyStep(m_office, u"office.set_kdf");
    if (!operation) {
        return operation.error();
    }
    auto keyring = readKeyring(m_folder);
    if (!keyring) {
        return keyring.error();
    }
    if (keyring->costCount() + 1 >= Keyring::mostCosts) {
        return Error{ErrorCode::Invalid,
                     sayKey(QT_TRANSLATE_NOOP(
                         "core::KeyService",
                         "Some people have not logged in since the cost was changed before. Wait "
                         "until they have, or give them new passwords.")),
                     {}};
    }
    SettingStore settings(operation->connection());
    if (auto done = settings.set(*operation, kdfSettingName(), QString::number(memoryMib)); !done) {
        return done;
    }
    return operation->commit();
}

Result<std::uint32_t> KeyService::change(Progress& progress)
{
    if (auto allowed = require(m_office.session, Action::Administer); !allowed) {
        return allowed.error();
    }
    const MorePatience patience(m_office.writer);
    auto by = beginOrGoOn();
    if (!by) {
        return by.error();
    }
    if (auto done = writeAnew(*by, progress); !done) {
        return done.error();
    }
    return finish();
}

Result<Unlocked> KeyService::beginOrGoOn()
{
    auto operation = beginKeyStep(m_office, beginAction);
    if (!operation) {
        return operation.error();
    }
    auto now = readKeyringAs(m_folder, *m_person);
    if (!now) {
        return now.error();
    }
    if (now->keyring.isChangingKey()) {
        return std::move(now->person); // broken off after this step: the entry is not needed again
    }
    auto both = now->keyring.beginEpoch(now->person);
    if (!both) {
        return both;
    }
    if (auto done = writeKeyring(m_folder, now->keyring); !done) {
        return done.error();
    }
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    rememberChange(now->keyring, *both);
    return both;
}

Result<> KeyService::writeAnew(const Unlocked& by, Progress& progress)
{
    Connection& connection = m_office.writer;
    if (!(connection.key() == by.databaseKey)) {
        const QString size = QLocale().formattedDataSize(QFileInfo(connection.path()).size(), 0);
        progress.phase(
            sayKey(QT_TRANSLATE_NOOP("core::KeyService",
                                     "Writing the database anew (%1), everybody else waits"))
                .arg(size));
        if (auto done = connection.rekey(by.databaseKey); !done) {
            return done;
        }
    }
    auto problems = checkIntegrity(connection, progress);
    if (!problems) {
        return problems.error();
    }
    if (!problems->empty()) {
        return Error{
            ErrorCode::Corrupt,
            sayKey(QT_TRANSLATE_NOOP("core::KeyService",
                                     "The database is damaged, so the change of its key is "
                                     "not finished. Check the office.")),
            problems->front().where};
    }
    return {};
}

Result<std::uint32_t> KeyService::finish()
{
    auto operation = beginKeyStep(m_office, endAction);
    if (!operation) {
        return operation.error();
    }
    auto now = readKeyringAs(m_folder, *m_person);
    if (!now) {
        return now.error();
    }
    Keyring& keyring = now->keyring;
    if (!keyring.isChangingKey()) {
        return keyring.epoch(); // somebody else has finished it meanwhile
    }
    auto next = keyring.endEpoch(now->person);
    if (!next) {
        return next.error();
    }
    if (auto done = writeKeyring(m_folder, keyring); !done) {
        return done.error();
    }
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    rememberChange(keyring, *next);
    logInfo("security", QStringLiteral("the office has a new key"));
    return keyring.epoch();
}

Result<> KeyService::stateSealingKey()
{
    if (auto allowed = require(m_office.session, Action::Administer); !allowed) {
        return allowed;
    }
    auto now = readKeyringAs(m_folder, *m_person);
    if (!now) {
        return now.error();
    }
    if (now->person.sealing.epoch > 0) {
        return {}; // somebody else was quicker
    }
    const Keyring before = now->keyring;
    auto person = now->keyring.stateSealingKey(now->person);
    if (!person) {
        return person.error();
    }
    return takeKeyringStep(m_office,
                           m_folder,
                           *person,
                           {before,
                            now->keyring,
                            u"keys.sealing",
                            QStringLiteral("keyring"),
                            [&person](Operation& operation) {
                                return noteSealingEpoch(operation, person->sealing.epoch);
                            }});
}

} // namespace core
