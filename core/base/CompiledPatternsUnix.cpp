#include "core/base/CompiledPatterns.h"

namespace core {

void avoidCompiledPatterns()
{ }

} // namespace core
