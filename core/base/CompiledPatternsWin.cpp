#include "core/base/CompiledPatterns.h"

#include <QtGlobal>

namespace core {

void avoidCompiledPatterns()
{
#ifdef Q_CC_MINGW
    qputenv("QT_ENABLE_REGEXP_JIT", "0");
#endif
}

} // namespace core
