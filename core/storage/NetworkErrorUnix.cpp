#include "core/storage/NetworkError.h"

#include <algorithm>
#include <array>
#include <cerrno>

namespace core {

bool isNetworkGone(int systemError)
{
    static constexpr std::array gone{ENOTCONN,
                                     ECONNRESET,
                                     ECONNABORTED,
                                     ENETDOWN,
                                     ENETUNREACH,
                                     EHOSTDOWN,
                                     EHOSTUNREACH,
                                     ETIMEDOUT,
                                     ESTALE};
    return std::find(gone.begin(), gone.end(), systemError) != gone.end();
}

bool isHeldByOthers(int /*systemError*/)
{
    return false;
}

} // namespace core
