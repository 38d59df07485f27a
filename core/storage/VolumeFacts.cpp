// What each system says of a drive, made into the same facts. The systems' numbers stand here as numbers, so that their
// tables are tested everywhere.
#include "core/storage/Volume.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

struct StatfsType
{
    std::uint32_t type;
    const char* name;
    bool isNetwork;
};

// linux/magic.h and the file systems' own sources
constexpr std::array statfsTypes{
    StatfsType{0xEF53, "ext4", false},
    StatfsType{0x58465342, "xfs", false},
    StatfsType{0x9123683E, "btrfs", false},
    StatfsType{0xF2F52010, "f2fs", false},
    StatfsType{0x2FC12FC1, "zfs", false},
    StatfsType{0x01021994, "tmpfs", false},
    StatfsType{0x794C7630, "overlay", false},
    StatfsType{0x7366746E, "ntfs3", false},
    StatfsType{0x4D44, "vfat", false},
    StatfsType{0x2011BAB0, "exfat", false},
    StatfsType{0xFF534D42, "cifs", true},
    StatfsType{0xFE534D42, "smb3", true},
    StatfsType{0x517B, "smb", true},
    StatfsType{0x6969, "nfs", true},
    StatfsType{0x5346414F, "afs", true},
    StatfsType{0x65735546, "fuse", true},
    StatfsType{0x01021997, "9p", true},
    StatfsType{0x00C36400, "ceph", true},
};

constexpr std::uint32_t driveRemote = 4; // DRIVE_REMOTE
constexpr std::uint32_t readOnlyVolume = 0x00080000; // FILE_READ_ONLY_VOLUME

struct RemoteProtocol
{
    std::uint32_t number;
    const char* name;
};

// wnnc.h
constexpr std::array remoteProtocols{
    RemoteProtocol{0x00020000, "smb"}, // WNNC_NET_SMB
    RemoteProtocol{0x002E0000, "webdav"}, // WNNC_NET_DAV
    RemoteProtocol{0x00420000, "nfs"}, // WNNC_NET_MS_NFS
    RemoteProtocol{0x00480000, "9p"}, // WNNC_NET_9P
    RemoteProtocol{0x00360000, "tsclient"}, // WNNC_NET_TERMSRV
    RemoteProtocol{0x00250000, "vboxsf"}, // WNNC_NET_RDR2SAMPLE, which VirtualBox took
    RemoteProtocol{0x00400000, "vmhgfs"}, // WNNC_NET_VMWARE
};

/// With slashes, and without Windows' mark for long paths: \\?\C:\Acme is C:\Acme, \\?\UNC\nas\Firma is \\nas\Firma.
QString plainPath(const QString& path)
{
    const QString mark = QStringLiteral("//?/");
    const QString ofShares = QStringLiteral("//?/UNC/");
    const QString slashes = QString(path).replace(u'\\', u'/');
    if (slashes.startsWith(ofShares, Qt::CaseInsensitive)) {
        return QStringLiteral("//") + slashes.mid(ofShares.size());
    }
    return slashes.startsWith(mark) ? slashes.mid(mark.size()) : slashes;
}

/// //server@SSL/DavWWWRoot, //server@8080/folder: how Windows writes WebDAV as a share.
bool isWebDavPath(const QString& plain)
{
    const QStringList parts = plain.split(u'/', Qt::SkipEmptyParts);
    return plain.startsWith(QLatin1String("//")) && !parts.isEmpty()
        && (parts[0].contains(u'@')
            || parts.value(1).compare(QLatin1String("DavWWWRoot"), Qt::CaseInsensitive) == 0);
}

/// "//server/share": what of a share's path names the drive.
QString shareOf(const QString& plain)
{
    const QStringList parts = plain.split(u'/', Qt::SkipEmptyParts).mid(0, 2);
    return QStringLiteral("//") + parts.join(u'/').toLower();
}

} // namespace

VolumeFacts factsOf(const MountEntry& mount)
{
    VolumeFacts facts;
    facts.fileSystem = mount.fileSystem.toLower();
    facts.source = mount.source;
    facts.options = mount.options;
    facts.isReadOnly = mount.options.contains(QLatin1String("ro"));
    // davfs2 calls itself "fuse", as much else does; its source is the address.
    if (facts.fileSystem == QLatin1String("fuse")
        && (mount.source.startsWith(QLatin1String("http://"))
            || mount.source.startsWith(QLatin1String("https://")))) {
        facts.fileSystem = QStringLiteral("webdav");
    }
    return facts;
}

VolumeFacts factsOfType(std::uint32_t statfsType, bool isReadOnly)
{
    VolumeFacts facts;
    facts.isReadOnly = isReadOnly;
    const auto* known
        = std::find_if(statfsTypes.begin(), statfsTypes.end(), [statfsType](const StatfsType& row) {
              return row.type == statfsType;
          });
    if (known != statfsTypes.end()) {
        facts.fileSystem = QLatin1String(known->name);
        facts.isRemote = known->isNetwork;
        facts.areOptionsKnown = !known->isNetwork;
    }
    return facts;
}

VolumeFacts factsOf(const WindowsVolume& volume)
{
    VolumeFacts facts;
    facts.fileSystem = volume.fileSystem.toLower();
    facts.label = volume.label;
    facts.isReadOnly = (volume.flags & readOnlyVolume) != 0;
    const QString path = plainPath(volume.path);
    const bool isShare = path.startsWith(QLatin1String("//"));
    facts.isRemote = volume.driveType == driveRemote || isShare || volume.remoteProtocol != 0;
    facts.source = isShare ? shareOf(path) : QStringLiteral("volume %1").arg(volume.serial, 0, 16);
    if (!facts.isRemote) {
        return facts;
    }
    // A share tells the file system of the server's disk ("NTFS"); what counts is how it is reached.
    if (isWebDavPath(path)) {
        facts.fileSystem = QStringLiteral("webdav");
        return facts;
    }
    const auto* known = std::find_if(
        remoteProtocols.begin(), remoteProtocols.end(), [&volume](const RemoteProtocol& row) {
            return row.number == volume.remoteProtocol;
        });
    if (known != remoteProtocols.end()) {
        facts.fileSystem = QLatin1String(known->name);
    } else {
        facts.fileSystem = volume.remoteProtocol == 0
            ? QString()
            : QStringLiteral("network %1").arg(volume.remoteProtocol, 0, 16);
    }
    return facts;
}

VolumeFacts factsOf(const MacVolume& volume)
{
    constexpr std::uint32_t readOnly = 0x00000001; // MNT_RDONLY
    constexpr std::uint32_t local = 0x00001000; // MNT_LOCAL
    VolumeFacts facts;
    facts.fileSystem = volume.fileSystem.toLower();
    facts.source = volume.source;
    facts.isReadOnly = (volume.flags & readOnly) != 0;
    facts.isRemote = (volume.flags & local) == 0;
    return facts;
}

} // namespace core
