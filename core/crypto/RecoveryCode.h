/// RecoveryCode: 256 random bits that open the office when every password is lost, as people write them: Crockford's
/// base32 (no I, L, O, U), four lines of 14 characters in groups of four. The last character of each line checks the
/// other 13 and the line's place, so that a slip is found and named.
///
///     RecoveryCode code = RecoveryCode::random();   print(code.toText());
///     auto typed = RecoveryCode::parse(text);       // Invalid: "line 3 …"
///
/// Any thread.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/SecureBytes.h"

#include <QString>

namespace core {

class RecoveryCode
{
public:
    static RecoveryCode random();
    /// Forgives case, blanks, hyphens, O for 0, I and L for 1.
    static Result<RecoveryCode> parse(QStringView text);

    [[nodiscard]] QString toText() const; ///< lines ended by '\n'
    [[nodiscard]] SecureBytes seed() const; ///< of the identity that recovers

private:
    explicit RecoveryCode(SecureBytes bits)
        : m_bits(std::move(bits))
    { }

    SecureBytes m_bits; ///< 32 bytes
};

} // namespace core
