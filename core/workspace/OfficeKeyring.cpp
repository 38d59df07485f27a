#include "core/workspace/OfficeKeyring.h"

#include "core/base/Log.h"
#include "core/crypto/KeyFile.h"
#include "core/crypto/KeyringFile.h"
#include "core/security/DeviceSecret.h"
#include "core/security/KeyService.h"
#include "core/security/KeyringStep.h"
#include "core/security/Operation.h"
#include "core/workspace/OfficeAccessParts.h"
#include "core/workspace/OfficePeople.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

Error keptError(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::OfficeKeyring", text), {}};
}

/// From the other copy, under the write lock: whoever writes a generation now is waited for.
Result<> mendCopies(OfficeContext& office, const OfficeAccess& access, const Keyring& keyring)
{
    if (areBothCopies(access.folder, keyring)) {
        return {};
    }
    auto transaction = Transaction::begin(office.writer);
    if (!transaction) {
        return transaction.error();
    }
    auto now = readKeyringAs(access.folder, *access.person);
    if (!now) {
        return now.error();
    }
    if (auto genuine = now->keyring.directory(now->person); !genuine) {
        return genuine.error();
    }
    if (areBothCopies(access.folder, now->keyring)) {
        return {};
    }
    logInfo("workspace", QStringLiteral("a copy of the keyring is written anew from the other"));
    return writeKeyring(access.folder, now->keyring);
}

Result<> raiseCost(OfficeContext& office,
                   OfficeAccess& access,
                   const Keyring& keyring,
                   const Credentials& credentials)
{
    auto wanted = kdfSetting(office.writer);
    if (!wanted || !*wanted) {
        return wanted ? Result<>() : Result<>(wanted.error());
    }
    const KdfCost has = keyring.costOf(access.person->slotId);
    if (has.memoryMib >= (*wanted)->memoryMib) {
        return {};
    }
    Keyring next = keyring;
    Credentials own = credentials;
    own.cost = {(*wanted)->memoryMib, std::max(has.passes, (*wanted)->passes)};
    auto person = keyring.unlock(*access.person);
    if (!person) {
        return person.error();
    }
    auto slotId = next.sealAtCost(*person, own);
    if (!slotId) {
        return slotId.error();
    }
    auto done = takeKeyringStep(
        office,
        access.folder,
        *person,
        {keyring, next, u"user.kdf", QStringLiteral("user:") + access.person->name});
    if (done) {
        person->slotId = *slotId;
        access.person = std::make_shared<const Unlocked>(*std::move(person));
    }
    return done;
}

} // namespace

Result<FoundKeyring> findKeyring(const QString& folder)
{
    auto keyring = readKeyring(folder);
    if (keyring) {
        return FoundKeyring{*std::move(keyring), false};
    }
    const ErrorCode code = keyring.error().code;
    if (code != ErrorCode::NotFound && code != ErrorCode::Corrupt) {
        return keyring.error();
    }
    for (Keyring& kept : keptKeyrings(databaseStartOf(databasePath(folder)))) {
        const auto known = recallKeyring(kept.officeId());
        if (known && kept.generation() >= known->generation) {
            return FoundKeyring{std::move(kept), true};
        }
    }
    return keyring.error();
}

Credentials credentialsOf(const Login& login, const QByteArray& officeId)
{
    Credentials credentials{login.user, login.password, login.secondSecret};
    if (!login.keyFile.isEmpty()) {
        auto secret = readKeyFile(login.keyFile);
        credentials.secondSecret = secret ? *std::move(secret) : randomBytes(digestBytes);
    }
    WayIn typed;
    typed.second = credentials.secondSecret.isEmpty() ? SecondSecret::None : SecondSecret::KeyFile;
    typed.secret = credentials.secondSecret;
    credentials.ways.push_back(typed);
    if (auto ofComputer = wayOfThisComputer(officeId)) {
        credentials.ways.push_back(*std::move(ofComputer));
    }
    return credentials;
}

Result<> checkPutBack(Connection& connection, const KeyringDirectory& directory)
{
    auto state = comparePeople(connection, directory);
    if (state && *state == PeopleState::Same) {
        return {};
    }
    if (!state && state.error().code != ErrorCode::Corrupt) {
        return state.error();
    }
    return staleCopyError();
}

Error staleCopyError()
{
    return keptError(
        ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("core::OfficeKeyring",
                          "Both copies of the keyring are gone or damaged, and the one that could "
                          "take their place is older than the office: its people have changed "
                          "since. Look for a newer one on a colleague's computer or in a backup "
                          "(dossierctl office repair-keyring)."));
}

Result<> putBack(const QString& folder, const Keyring& keyring, std::optional<quint64> replaced)
{
    const auto there = readKeyring(folder);
    const std::optional<quint64> generation
        = there ? std::optional(there->generation()) : std::nullopt;
    if (generation != replaced) {
        return keptError(
            ErrorCode::Conflict,
            QT_TRANSLATE_NOOP("core::OfficeKeyring",
                              "Somebody else has put a keyring back meanwhile. Try again."));
    }
    return writeKeyring(folder, keyring);
}

Result<> putBackLogged(OfficeContext& office, const OfficeAccess& access, const Keyring& keyring)
{
    auto operation = Operation::begin(office, repairAction);
    if (!operation) {
        return operation.error();
    }
    operation->setObject(QStringLiteral("office"));
    if (auto done = putBack(access.folder, keyring, std::nullopt); !done) {
        return done;
    }
    return operation->commit();
}

void tendKeyring(OfficeContext& office,
                 OfficeAccess& access,
                 const Keyring& keyring,
                 const Credentials& credentials)
{
    if (auto mended = mendCopies(office, access, keyring); !mended) {
        logWarning("workspace", QStringLiteral("keyring: ") + mended.error().message);
    }
    if (auto raised = raiseCost(office, access, keyring, credentials); !raised) {
        logWarning("workspace", QStringLiteral("password hash: ") + raised.error().message);
    }
}

} // namespace core
