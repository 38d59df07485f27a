#include "core/crypto/KeyringFile.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace core {

bool flushToDisk(QFile& file)
{
#ifdef F_FULLFSYNC
    // fsync on macOS leaves the data in the drive's own cache.
    if (::fcntl(file.handle(), F_FULLFSYNC) == 0) {
        return true;
    }
#endif
    return ::fsync(file.handle()) == 0;
}

} // namespace core
