#include "core/base/FileInUse.h"

namespace core {

bool isHeldByAnotherProgram(const QString& /*path*/)
{
    return false;
}

} // namespace core
