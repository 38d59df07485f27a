/// Volume: what kind of drive holds a folder, and whether an office may lie there.
///
///     const VolumeVerdict volume = volumeOf(folder);          // asks the system: any thread but the window's
///     if (volume.use == VolumeUse::Refuse) return …volume.message…
///
/// Refused is what loses work without anybody noticing: WebDAV and other connections that pass no locks on, Linux mounts
/// whose options keep locks on one computer, FAT, drives for reading only, folders of sync programs. One computer's own
/// test of the locks (LockTest.h) sees none of these. Warned of is what nobody has tried. The judging is a pure function
/// over what the system said (VolumeFacts), so that every platform's answers are tested on every platform.
#pragma once

#include "core/storage/MountTable.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace core {

/// What the system said of the drive.
struct VolumeFacts
{
    QString fileSystem; ///< in its own word, lower case: "ext4", "ntfs", "cifs"; empty: not known
    QString source; ///< device or share
    QString label; ///< the drive's own name, where the system tells it (Windows)
    QStringList options; ///< of a Linux mount
    bool areOptionsKnown = true; ///< false: a Linux network mount whose options could not be read
    bool isReadOnly = false;
    bool isRemote = false; ///< the system says that it lies on another computer
};

enum class VolumeKind : std::uint8_t
{
    Local, ///< a disk of this computer
    Smb, ///< shared folder of Windows, Samba, a NAS
    OtherNetwork, ///< NFS, AFP, cluster file systems, folders shared with a virtual machine
    WebDav,
    NoLocks, ///< a connection that keeps locks to itself: sshfs, rclone, GVfs
    Fat,
    Unknown
};

enum class VolumeUse : std::uint8_t
{
    Usable,
    Warn,
    Refuse
};

struct VolumeVerdict
{
    VolumeKind kind = VolumeKind::Local;
    VolumeUse use = VolumeUse::Usable;
    QString message; ///< translated: why, and the way out; empty where usable
    QString
        identity; ///< the same for the same drive, as far as the system tells: file system and source

    /// Everything but a disk of this computer is tried before an office is opened there.
    [[nodiscard]] bool needsLockTest() const { return kind != VolumeKind::Local; }
};

/// "local", "smb", …: for JSON and logs.
[[nodiscard]] QString volumeKindName(VolumeKind kind);

/// `syncProgram`: whose folder it is (SyncFolders.h), empty for none.
[[nodiscard]] VolumeVerdict judgeVolume(const VolumeFacts& facts, const QString& syncProgram);

/// Asks the system about an existing folder, given by its canonical path. Touches the disk.
[[nodiscard]] VolumeVerdict volumeOf(const QString& canonicalFolder);

/// The system's own answer (VolumeLinux.cpp, VolumeMac.cpp, VolumeWin.cpp).
[[nodiscard]] VolumeFacts askVolume(const QString& canonicalFolder);

// What the systems say, made into facts.

[[nodiscard]] VolumeFacts factsOf(const MountEntry& mount);

/// Where /proc cannot be read: f_type of statfs(2), linux/magic.h.
[[nodiscard]] VolumeFacts factsOfType(std::uint32_t statfsType, bool isReadOnly);

/// GetDriveTypeW, GetVolumeInformationW, GetFileInformationByHandleEx(FileRemoteProtocolInfo), WNetGetUniversalNameW.
struct WindowsVolume
{
    std::uint32_t driveType = 0;
    std::uint32_t flags = 0;
    std::uint32_t remoteProtocol = 0; ///< WNNC_NET_…; 0: not told
    QString fileSystem;
    QString label;
    QString path; ///< \\server\share\… where it lies on another computer
    std::uint32_t serial = 0;
};
[[nodiscard]] VolumeFacts factsOf(const WindowsVolume& volume);

/// statfs(2) of macOS.
struct MacVolume
{
    QString fileSystem; ///< f_fstypename
    QString source; ///< f_mntfromname
    std::uint32_t flags = 0; ///< f_flags: MNT_RDONLY, MNT_LOCAL
};
[[nodiscard]] VolumeFacts factsOf(const MacVolume& volume);

} // namespace core
