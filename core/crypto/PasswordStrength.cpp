#include "core/crypto/PasswordStrength.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

#ifdef DOSSIER_HAS_ZXCVBN
#include <zxcvbn.h>
#endif

namespace core {

int passwordStrength(const QString& password)
{
#ifdef DOSSIER_HAS_ZXCVBN
    // Powers of ten of guesses at which zxcvbn's own scale goes up.
    constexpr std::array<double, 4> borders{3, 6, 8, 10};
    constexpr double bitsPerDecade = 3.321928094887362;
    const QByteArray text = password.toUtf8();
    const double decades = ZxcvbnMatch(text.constData(), nullptr, nullptr) / bitsPerDecade;
    return int(std::count_if(
        borders.begin(), borders.end(), [decades](double border) { return decades >= border; }));
#else
    constexpr std::array<qsizetype, 4> borders{6, 9, 12, 16};
    return int(std::count_if(borders.begin(), borders.end(), [&password](qsizetype border) {
        return password.size() >= border;
    }));
#endif
}

Result<> checkNewPassword(const QString& password)
{
    if (passwordStrength(password) >= acceptableStrength) {
        return {};
    }
    return Error{ErrorCode::Invalid,
                 QCoreApplication::translate("core::PasswordStrength",
                                             "This password would be guessed soon. Take four or "
                                             "more words that do not belong together."),
                 {}};
}

bool isStrengthByLengthOnly()
{
#ifdef DOSSIER_HAS_ZXCVBN
    return false;
#else
    return true;
#endif
}

} // namespace core
