#include "core/storage/NetworkError.h"

#include <algorithm>
#include <array>

namespace core {

bool isNetworkGone(int systemError)
{
    // ERROR_BAD_NETPATH, ERROR_DEV_NOT_EXIST, ERROR_UNEXP_NET_ERR, ERROR_NETNAME_DELETED,
    // ERROR_SEM_TIMEOUT, ERROR_NETWORK_UNREACHABLE
    static constexpr std::array gone{53, 55, 59, 64, 121, 1231};
    return std::find(gone.begin(), gone.end(), systemError) != gone.end();
}

bool isHeldByOthers(int systemError)
{
    constexpr int sharingViolation = 32;
    return systemError == sharingViolation;
}

} // namespace core
