#include "core/base/CrashDumps.h"

#include <sys/resource.h>

namespace core {

void keepNoCrashDumps()
{
    // One byte and not none: Linux hands the image to a collecting program whatever the limit, except at one byte
    // (core(5)), and no file can be so small.
    const struct rlimit oneByte
    {
        1, 1
    };
    static_cast<void>(setrlimit(RLIMIT_CORE, &oneByte));
}

} // namespace core
