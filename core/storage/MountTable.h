/// MountTable: which mount holds a folder, read out of the text of /proc/self/mountinfo (Linux, man 5 proc). Pure, so that
/// it is tested on every platform. Any thread.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace core {

struct MountEntry
{
    QString mountPoint;
    QString fileSystem; ///< "ext4", "cifs", "fuse.sshfs"
    QString source; ///< "/dev/sda1", "//server/share"
    QStringList options; ///< of the mount and of the file system behind it, as written
};

/// Lines that are no mount are passed over.
[[nodiscard]] std::vector<MountEntry> parseMountInfo(const QByteArray& text);

/// The mount whose place is the longest beginning of `path` (canonical); of two in one place the later one, which lies
/// over the other.
[[nodiscard]] std::optional<MountEntry> mountOf(const std::vector<MountEntry>& mounts,
                                                const QString& path);

} // namespace core
