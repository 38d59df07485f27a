#include "core/storage/Volume.h"

#include "core/storage/SyncFolders.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace core {

namespace {

struct KnownVolume
{
    const char* name;
    VolumeKind kind;
};

// "fuseblk" is a disk of this computer (NTFS of ntfs-3g); the plain "fuse" can be anything.
constexpr std::array knownVolumes{
    KnownVolume{"ext2", VolumeKind::Local},
    KnownVolume{"ext3", VolumeKind::Local},
    KnownVolume{"ext4", VolumeKind::Local},
    KnownVolume{"xfs", VolumeKind::Local},
    KnownVolume{"btrfs", VolumeKind::Local},
    KnownVolume{"zfs", VolumeKind::Local},
    KnownVolume{"f2fs", VolumeKind::Local},
    KnownVolume{"bcachefs", VolumeKind::Local},
    KnownVolume{"jfs", VolumeKind::Local},
    KnownVolume{"reiserfs", VolumeKind::Local},
    KnownVolume{"nilfs2", VolumeKind::Local},
    KnownVolume{"tmpfs", VolumeKind::Local},
    KnownVolume{"ramfs", VolumeKind::Local},
    KnownVolume{"overlay", VolumeKind::Local},
    KnownVolume{"ecryptfs", VolumeKind::Local},
    KnownVolume{"fuseblk", VolumeKind::Local},
    KnownVolume{"ntfs", VolumeKind::Local},
    KnownVolume{"ntfs3", VolumeKind::Local},
    KnownVolume{"refs", VolumeKind::Local},
    KnownVolume{"apfs", VolumeKind::Local},
    KnownVolume{"hfs", VolumeKind::Local},
    KnownVolume{"hfsplus", VolumeKind::Local},
    KnownVolume{"vfat", VolumeKind::Fat},
    KnownVolume{"msdos", VolumeKind::Fat},
    KnownVolume{"fat", VolumeKind::Fat},
    KnownVolume{"fat32", VolumeKind::Fat},
    KnownVolume{"exfat", VolumeKind::Fat},
    KnownVolume{"cifs", VolumeKind::Smb},
    KnownVolume{"smb", VolumeKind::Smb},
    KnownVolume{"smb3", VolumeKind::Smb},
    KnownVolume{"smbfs", VolumeKind::Smb},
    KnownVolume{"nfs", VolumeKind::OtherNetwork},
    KnownVolume{"nfs4", VolumeKind::OtherNetwork},
    KnownVolume{"afpfs", VolumeKind::OtherNetwork},
    KnownVolume{"afs", VolumeKind::OtherNetwork},
    KnownVolume{"ceph", VolumeKind::OtherNetwork},
    KnownVolume{"fuse.ceph", VolumeKind::OtherNetwork},
    KnownVolume{"fuse.glusterfs", VolumeKind::OtherNetwork},
    KnownVolume{"lustre", VolumeKind::OtherNetwork},
    KnownVolume{"gfs2", VolumeKind::OtherNetwork},
    KnownVolume{"ocfs2", VolumeKind::OtherNetwork},
    KnownVolume{"9p", VolumeKind::OtherNetwork},
    KnownVolume{"virtiofs", VolumeKind::OtherNetwork},
    KnownVolume{"vboxsf", VolumeKind::OtherNetwork},
    KnownVolume{"vmhgfs", VolumeKind::OtherNetwork},
    KnownVolume{"fuse.vmhgfs-fuse", VolumeKind::OtherNetwork},
    KnownVolume{"prl_fs", VolumeKind::OtherNetwork},
    KnownVolume{"tsclient", VolumeKind::OtherNetwork},
    KnownVolume{"webdav", VolumeKind::WebDav},
    KnownVolume{"davfs", VolumeKind::WebDav},
    KnownVolume{"fuse.davfs", VolumeKind::WebDav},
    KnownVolume{"fuse.davfs2", VolumeKind::WebDav},
    KnownVolume{"fuse.sshfs", VolumeKind::NoLocks},
    KnownVolume{"fuse.rclone", VolumeKind::NoLocks},
    KnownVolume{"fuse.gvfsd-fuse", VolumeKind::NoLocks},
    KnownVolume{"fuse.kio-fuse", VolumeKind::NoLocks},
    KnownVolume{"fuse.curlftpfs", VolumeKind::NoLocks},
    KnownVolume{"fuse.s3fs", VolumeKind::NoLocks},
    KnownVolume{"fuse.goofys", VolumeKind::NoLocks},
    KnownVolume{"fuse.gcsfuse", VolumeKind::NoLocks},
    KnownVolume{"fuse.blobfuse", VolumeKind::NoLocks},
    KnownVolume{"fuse.blobfuse2", VolumeKind::NoLocks},
    KnownVolume{"fuse.onedriver", VolumeKind::NoLocks},
    KnownVolume{"fuse.google-drive-ocamlfuse", VolumeKind::NoLocks},
    KnownVolume{"fuse.jmtpfs", VolumeKind::NoLocks},
    KnownVolume{"fuse.simple-mtpfs", VolumeKind::NoLocks},
};

// Options of Linux mounts with which locks, or what others wrote, are not seen by other computers (mount.cifs(8), nfs(5)).
constexpr std::array unsafeOptions{
    "nobrl", "nolock", "cache=loose", "local_lock=all", "local_lock=posix"};

QString sayVolume(const char* sentence)
{
    return QCoreApplication::translate("core::Volume", sentence);
}

VolumeKind kindOf(const VolumeFacts& facts)
{
    const auto* known = std::find_if(
        knownVolumes.begin(), knownVolumes.end(), [&facts](const KnownVolume& volume) {
            return facts.fileSystem == QLatin1String(volume.name);
        });
    if (known == knownVolumes.end()) {
        return VolumeKind::Unknown;
    }
    // A file system of disks that the system calls remote: reached in a way that it does not tell.
    const bool isDisk = known->kind == VolumeKind::Local || known->kind == VolumeKind::Fat;
    return isDisk && facts.isRemote ? VolumeKind::Unknown : known->kind;
}

QString unsafeOption(const VolumeFacts& facts)
{
    for (const char* option : unsafeOptions) {
        if (facts.options.contains(QLatin1String(option))) {
            return QLatin1String(option);
        }
    }
    return {};
}

QString whyRefused(VolumeKind kind, const VolumeFacts& facts, const QString& syncProgram)
{
    if (!syncProgram.isEmpty()) {
        return sayVolume(QT_TRANSLATE_NOOP(
                             "core::Volume",
                             "This folder is kept in step by %1, which copies files while they are "
                             "being written: the office would be damaged. Choose a folder outside "
                             "of it; an office that lies here can be moved there as a whole."))
            .arg(syncProgram);
    }
    if (kind == VolumeKind::WebDav) {
        return sayVolume(
            QT_TRANSLATE_NOOP("core::Volume",
                              "This folder is reached over WebDAV, where colleagues who save at "
                              "the same time overwrite each other. Use a shared folder of Windows "
                              "or of a NAS (SMB), or a folder on this computer."));
    }
    if (kind == VolumeKind::NoLocks) {
        return sayVolume(
                   QT_TRANSLATE_NOOP("core::Volume",
                                     "This kind of connection to other computers (%1) does not "
                                     "tell them what is being written, so that colleagues would "
                                     "overwrite each other. Connect the shared folder as a network "
                                     "drive (SMB), or use a folder on this computer."))
            .arg(facts.fileSystem);
    }
    if (kind == VolumeKind::Fat) {
        return sayVolume(
            QT_TRANSLATE_NOOP("core::Volume",
                              "This drive is formatted as FAT, which can lose whole files when it "
                              "is unplugged or the power fails. Use this computer's own disk, or a "
                              "drive formatted as NTFS, APFS or ext4."));
    }
    if (const QString option = unsafeOption(facts); !option.isEmpty()) {
        return sayVolume(
                   QT_TRANSLATE_NOOP("core::Volume",
                                     "This shared folder is connected with the option \"%1\", with "
                                     "which computers do not notice what others write: work would "
                                     "be lost. Ask whoever looks after your computers to connect "
                                     "it without that option."))
            .arg(option);
    }
    if (facts.isReadOnly) {
        return sayVolume(
            QT_TRANSLATE_NOOP("core::Volume",
                              "This drive is for reading only. Copy the office to a folder where "
                              "you may write, or have the drive connected for writing."));
    }
    return {};
}

QString whyWarned(VolumeKind kind, const VolumeFacts& facts)
{
    if (kind == VolumeKind::OtherNetwork) {
        return sayVolume(
                   QT_TRANSLATE_NOOP("core::Volume",
                                     "This kind of network folder (%1) was not tried with this "
                                     "program. Where you can, use a shared folder of Windows or of "
                                     "a NAS (SMB)."))
            .arg(facts.fileSystem);
    }
    if (kind == VolumeKind::Unknown || !facts.areOptionsKnown) {
        return sayVolume(
            QT_TRANSLATE_NOOP("core::Volume",
                              "It cannot be found out how this folder is connected. If it is "
                              "shared with other computers, ask whoever looks after them whether "
                              "it is an ordinary shared folder (SMB)."));
    }
    return {};
}

} // namespace

QString volumeKindName(VolumeKind kind)
{
    switch (kind) {
    case VolumeKind::Local:
        return QStringLiteral("local");
    case VolumeKind::Smb:
        return QStringLiteral("smb");
    case VolumeKind::OtherNetwork:
        return QStringLiteral("network");
    case VolumeKind::WebDav:
        return QStringLiteral("webdav");
    case VolumeKind::NoLocks:
        return QStringLiteral("no_locks");
    case VolumeKind::Fat:
        return QStringLiteral("fat");
    case VolumeKind::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

VolumeVerdict judgeVolume(const VolumeFacts& facts, const QString& syncProgram)
{
    VolumeVerdict verdict;
    verdict.kind = kindOf(facts);
    verdict.identity = facts.fileSystem + u' ' + facts.source;
    // Google Drive shows itself as a FAT disk of its own name; its folders say nothing.
    const bool isGoogle = facts.label == QLatin1String("Google Drive");
    verdict.message = whyRefused(verdict.kind, facts, isGoogle ? facts.label : syncProgram);
    if (!verdict.message.isEmpty()) {
        verdict.use = VolumeUse::Refuse;
        return verdict;
    }
    verdict.message = whyWarned(verdict.kind, facts);
    verdict.use = verdict.message.isEmpty() ? VolumeUse::Usable : VolumeUse::Warn;
    return verdict;
}

VolumeVerdict volumeOf(const QString& canonicalFolder)
{
    return judgeVolume(askVolume(canonicalFolder), syncProgramOf(canonicalFolder));
}

} // namespace core
