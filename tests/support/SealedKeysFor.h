/// The keys of confidential values for a session that no keyring gave: the same in every office of the tests.
#pragma once

#include "core/crypto/Seal.h"
#include "core/security/Role.h"
#include "core/security/SealedValue.h"

#include <memory>

inline std::shared_ptr<const core::SealedKeys> sealedKeysFor(core::Role role)
{
    core::initCrypto();
    core::SecureBytes secret(32);
    secret.data()[0] = 8;
    core::SealedKeys keys;
    keys.sealing = {1, core::publicHalf(secret)};
    if (role == core::Role::DataAdmin) {
        keys.secrets.push_back({1, std::move(secret)});
    }
    return std::make_shared<const core::SealedKeys>(std::move(keys));
}
