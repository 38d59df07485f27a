#include "core/base/Memory.h"

#include <malloc/malloc.h>

namespace core {

void giveBackMemory()
{
    malloc_zone_pressure_relief(nullptr, 0);
}

} // namespace core
