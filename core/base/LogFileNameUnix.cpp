#include "core/base/LogFileName.h"

namespace core {

std::string logFileName(const QString& path)
{
    return path.toStdString();
}

} // namespace core
