#include "core/crypto/KeyringFile.h"

#include <QFile>

#include <io.h>
#include <windows.h>

namespace core {

bool flushToDisk(QFile& file)
{
    return ::FlushFileBuffers(reinterpret_cast<HANDLE>(::_get_osfhandle(file.handle()))) != 0;
}

} // namespace core
