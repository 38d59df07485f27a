#include "core/storage/Volume.h"

#include <QFile>

#include <sys/vfs.h>

namespace core {

namespace {

/// Of no use for cifs and NFS, whose options it does not tell; better than nothing where /proc is not there.
VolumeFacts askStatfs(const QString& folder)
{
    constexpr long readOnlyMount = 0x0001; // ST_RDONLY
    struct statfs answer
    { };
    if (::statfs(QFile::encodeName(folder).constData(), &answer) != 0) {
        return {};
    }
    return factsOfType(static_cast<std::uint32_t>(answer.f_type),
                       (answer.f_flags & readOnlyMount) != 0);
}

} // namespace

VolumeFacts askVolume(const QString& canonicalFolder)
{
    QFile table(QStringLiteral("/proc/self/mountinfo"));
    if (table.open(QIODevice::ReadOnly)) {
        const auto mount = mountOf(parseMountInfo(table.readAll()), canonicalFolder);
        if (mount) {
            return factsOf(*mount);
        }
    }
    return askStatfs(canonicalFolder);
}

} // namespace core
