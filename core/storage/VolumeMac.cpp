#include "core/storage/Volume.h"

#include <QFile>

#include <sys/mount.h>
#include <sys/param.h>

namespace core {

VolumeFacts askVolume(const QString& canonicalFolder)
{
    struct statfs answer
    { };
    if (::statfs(QFile::encodeName(canonicalFolder).constData(), &answer) != 0) {
        return {};
    }
    return factsOf(MacVolume{QString::fromUtf8(answer.f_fstypename),
                             QFile::decodeName(answer.f_mntfromname),
                             answer.f_flags});
}

} // namespace core
