#include "core/base/Memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace core {

void giveBackMemory()
{
#ifdef __GLIBC__
    malloc_trim(0); // by itself it gives back only what lies at the end of an arena
#endif
}

} // namespace core
