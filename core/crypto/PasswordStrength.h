/// PasswordStrength: how soon a password would be guessed, 0 (at once) to 4 (very long), by zxcvbn (Wheeler, "zxcvbn:
/// low-budget password strength estimation", USENIX Security 2016). Where the library is not built in, by length
/// alone. Any thread, milliseconds.
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace core {

[[nodiscard]] int passwordStrength(const QString& password);
/// Of a password that somebody may take.
constexpr int acceptableStrength = 3;
/// Invalid, with what to do, for one that would be guessed soon.
[[nodiscard]] Result<> checkNewPassword(const QString& password);
/// Whether this program was built without zxcvbn; whoever shows a strength says so.
[[nodiscard]] bool isStrengthByLengthOnly();

} // namespace core
