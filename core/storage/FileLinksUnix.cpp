#include "core/storage/FileLinks.h"

#include <QFile>

#include <sys/stat.h>

namespace core {

std::uint64_t namesOfFile(const QString& path)
{
    struct stat answer
    { };
    if (::lstat(QFile::encodeName(path).constData(), &answer) != 0) {
        return 1;
    }
    return answer.st_nlink;
}

} // namespace core
