#include "core/base/Memory.h"

#include <windows.h>

namespace core {

void giveBackMemory()
{
    HeapCompact(GetProcessHeap(), 0);
}

} // namespace core
