#include "core/security/KeyringStep.h"

#include "core/crypto/KeyringFile.h"
#include "core/security/KeyringMemory.h"
#include "core/security/SettingStore.h"
#include "core/security/UserStore.h"

namespace core {

Result<> noteSealingEpoch(Operation& operation, std::uint32_t epoch)
{
    SettingStore settings(operation.connection());
    auto noted = settings.value(sealingEpochSetting);
    if (!noted) {
        return noted.error();
    }
    const QString wanted = QString::number(epoch);
    return epoch == 0 || *noted == wanted
        ? Result<>()
        : settings.set(operation, QStringView(sealingEpochSetting).toString(), wanted);
}

Result<> takeKeyringStep(OfficeContext& office,
                         const QString& folder,
                         const Unlocked& by,
                         const KeyringStep& step)
{
    auto operation = Operation::begin(office, step.action);
    if (!operation) {
        return operation.error();
    }
    auto now = readKeyring(folder);
    if (!now) {
        return now.error();
    }
    if (now->generation() != step.based.generation()) {
        return usersChangedError();
    }
    operation->setObject(step.object);
    if (step.rows) {
        if (auto done = step.rows(*operation); !done) {
            return done;
        }
    }
    // The keyring goes first: a person whose slot is there but whose row is not cannot log in, which is the safe side
    // of a crash between the two.
    if (auto done = writeKeyring(folder, step.next); !done) {
        return done;
    }
    if (auto done = operation->commit(); !done) {
        return done;
    }
    rememberChange(step.next, by);
    return {};
}

} // namespace core
