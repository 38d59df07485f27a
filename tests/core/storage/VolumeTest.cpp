// What the systems say of a drive, what is made of it, and which folders sync programs own: tables.
#include "core/storage/Volume.h"

#include "core/storage/SyncFolders.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

// As /proc/self/mountinfo of a Linux desktop has them; the network parts as the kernel writes them.
const QByteArray mountInfo
    = "22 27 0:21 / /proc rw,relatime - proc proc rw\n"
      "27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw,discard,errors=remount-ro\n"
      "40 27 8:17 / /media/li/USB\\040STICK rw,nosuid shared:2 master:1 - vfat /dev/sdb1 "
      "rw,fmask=0022,codepage=437\n"
      "41 27 8:33 / /media/li/Karte rw - exfat /dev/sdc1 rw,iocharset=utf8\n"
      "50 27 0:50 / /mnt/acme rw,relatime - cifs //nas/Firma rw,vers=3.1.1,cache=strict,"
      "username=li,uid=0,file_mode=0755,soft,serverino,rsize=4194304\n"
      "51 50 0:51 / /mnt/acme/loose rw - cifs //nas/Loose rw,vers=3.0,cache=loose\n"
      "52 27 0:52 / /mnt/nobrl rw,relatime - cifs //nas/Alt rw,vers=3.1.1,cache=strict,nobrl\n"
      "53 27 0:53 / /mnt/ro ro,relatime - cifs //nas/Archiv rw,vers=3.1.1,cache=strict\n"
      "60 27 0:60 / /mnt/nfs rw,relatime - nfs4 srv:/export rw,vers=4.2,local_lock=none\n"
      "61 27 0:61 / /mnt/nfs3 rw - nfs srv:/old rw,vers=3,nolock,local_lock=all\n"
      "62 27 0:62 / /mnt/nfsflock rw - nfs srv:/f rw,vers=3,local_lock=flock\n"
      "63 27 0:63 / /mnt/nfsposix rw - nfs srv:/p rw,vers=3,local_lock=posix\n"
      "70 27 0:70 / /home/li/ssh rw - fuse.sshfs li@srv:/home rw,user_id=1000\n"
      "71 27 0:71 / /home/li/dav rw - fuse https://dav.example.org/x rw,user_id=1000\n"
      "72 27 0:72 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw\n"
      "73 27 0:73 / /home/li/cloud rw - fuse.rclone remote: rw\n"
      "74 27 0:74 / /home/li/vault rw - fuse.gocryptfs /home/li/.vault rw\n"
      "75 27 8:49 / /media/li/Windows rw - fuseblk /dev/sdd1 rw,user_id=0\n"
      "80 27 0:80 / /mnt/strange rw - strangefs none rw\n"
      "81 27 0:81 / /srv/back\\134slash rw - ext4 /dev/vdb rw\n"
      "90 27 0:90 / /mnt/twice rw - ext4 /dev/vdc rw\n"
      "91 90 0:91 / /mnt/twice rw - cifs //nas/Over rw,cache=strict\n"
      "no mount at all\n"
      "92 27\n";

VolumeVerdict onLinux(const char* path)
{
    const auto mount = mountOf(parseMountInfo(mountInfo), QString::fromUtf8(path));
    REQUIRE(mount);
    return judgeVolume(factsOf(*mount), {});
}

} // namespace

TEST_CASE("a folder is on the mount whose place is the longest beginning of its path")
{
    struct Row
    {
        const char* path;
        const char* source;
    };
    const Row rows[]{
        {"/home/li/Acme.dossier", "/dev/vda1"},
        {"/", "/dev/vda1"},
        {"/media/li/USB STICK/Acme", "/dev/sdb1"},
        {"/media/li/USB STICKER/Acme", "/dev/vda1"},
        {"/mnt/acme", "//nas/Firma"},
        {"/mnt/acmes/x", "/dev/vda1"},
        {"/mnt/acme/loose/x", "//nas/Loose"},
        {"/srv/back\\slash/x", "/dev/vdb"},
        {"/mnt/twice/x", "//nas/Over"},
    };
    const auto mounts = parseMountInfo(mountInfo);
    CHECK(mounts.size() == 22);
    for (const Row& row : rows) {
        INFO(row.path);
        const auto mount = mountOf(mounts, QString::fromUtf8(row.path));
        REQUIRE(mount);
        CHECK(mount->source == QString::fromUtf8(row.source));
    }
    CHECK_FALSE(mountOf({}, QStringLiteral("/home")));
}

TEST_CASE(
    "Linux mounts: disks are used, unsafe connections refused with their reason, strange ones "
    "warned of")
{
    struct Row
    {
        const char* path;
        VolumeKind kind;
        VolumeUse use;
        const char* word; ///< what the message has to name
    };
    const Row rows[]{
        {"/home/li/Acme", VolumeKind::Local, VolumeUse::Usable, ""},
        {"/media/li/Windows/Acme", VolumeKind::Local, VolumeUse::Usable, ""},
        {"/mnt/acme/Acme", VolumeKind::Smb, VolumeUse::Usable, ""},
        {"/mnt/acme/loose", VolumeKind::Smb, VolumeUse::Refuse, "cache=loose"},
        {"/mnt/nobrl/Acme", VolumeKind::Smb, VolumeUse::Refuse, "nobrl"},
        {"/mnt/ro/Acme", VolumeKind::Smb, VolumeUse::Refuse, "reading only"},
        {"/media/li/USB STICK", VolumeKind::Fat, VolumeUse::Refuse, "FAT"},
        {"/media/li/Karte", VolumeKind::Fat, VolumeUse::Refuse, "FAT"},
        {"/mnt/nfs/Acme", VolumeKind::OtherNetwork, VolumeUse::Warn, "nfs4"},
        {"/mnt/nfs3/Acme", VolumeKind::OtherNetwork, VolumeUse::Refuse, "nolock"},
        {"/mnt/nfsflock/Acme", VolumeKind::OtherNetwork, VolumeUse::Warn, "nfs"},
        {"/mnt/nfsposix/Acme", VolumeKind::OtherNetwork, VolumeUse::Refuse, "local_lock=posix"},
        {"/home/li/ssh/Acme", VolumeKind::NoLocks, VolumeUse::Refuse, "sshfs"},
        {"/home/li/dav/Acme", VolumeKind::WebDav, VolumeUse::Refuse, "WebDAV"},
        {"/run/user/1000/gvfs/smb-share:server=nas,share=firma",
         VolumeKind::NoLocks,
         VolumeUse::Refuse,
         "gvfsd"},
        {"/home/li/cloud/Acme", VolumeKind::NoLocks, VolumeUse::Refuse, "rclone"},
        {"/home/li/vault/Acme", VolumeKind::Unknown, VolumeUse::Warn, "connected"},
        {"/mnt/strange/Acme", VolumeKind::Unknown, VolumeUse::Warn, "connected"},
    };
    for (const Row& row : rows) {
        INFO(row.path);
        const VolumeVerdict verdict = onLinux(row.path);
        CHECK(verdict.kind == row.kind);
        CHECK(verdict.use == row.use);
        CHECK(verdict.message.isEmpty() == (row.use == VolumeUse::Usable));
        CHECK(verdict.message.contains(QLatin1String(row.word)));
        CHECK(verdict.needsLockTest() == (row.kind != VolumeKind::Local));
    }
    CHECK(onLinux("/mnt/acme/a").identity == onLinux("/mnt/acme/b").identity);
    CHECK(onLinux("/mnt/acme/a").identity != onLinux("/mnt/ro/a").identity);
}

TEST_CASE("without a table of mounts the number of the file system is all that is known")
{
    CHECK(judgeVolume(factsOfType(0xEF53, false), {}).use == VolumeUse::Usable);
    CHECK(judgeVolume(factsOfType(0xEF53, true), {}).use == VolumeUse::Refuse);
    CHECK(judgeVolume(factsOfType(0x4D44, false), {}).kind == VolumeKind::Fat);
    // nobrl may stand in options that nobody shows
    CHECK(judgeVolume(factsOfType(0xFF534D42, false), {}).kind == VolumeKind::Smb);
    CHECK(judgeVolume(factsOfType(0xFF534D42, false), {}).use == VolumeUse::Warn);
    CHECK(judgeVolume(factsOfType(0x6969, false), {}).use == VolumeUse::Warn);
    CHECK(judgeVolume(factsOfType(0x65735546, false), {}).kind == VolumeKind::Unknown);
    CHECK(judgeVolume(factsOfType(0x12345678, false), {}).use == VolumeUse::Warn);
    CHECK(judgeVolume({}, {}).use == VolumeUse::Warn);
}

TEST_CASE(
    "Windows drives: letters and shares, WebDAV in each of its dresses, FAT, Google's own disk")
{
    constexpr std::uint32_t fixed = 3;
    constexpr std::uint32_t removable = 2;
    constexpr std::uint32_t remote = 4;
    constexpr std::uint32_t readOnly = 0x00080000;
    struct Row
    {
        WindowsVolume volume;
        VolumeKind kind;
        VolumeUse use;
    };
    const auto say = [](const char* text) {
        return QString::fromLatin1(text);
    };
    const Row rows[]{
        {{fixed, 0x03E706FF, 0, say("NTFS"), say("System"), say("C:\\Acme"), 7},
         VolumeKind::Local,
         VolumeUse::Usable},
        {{fixed, 0, 0, say("ReFS"), {}, say("D:\\Acme"), 7}, VolumeKind::Local, VolumeUse::Usable},
        {{removable, 0, 0, say("FAT32"), say("STICK"), say("E:\\Acme"), 7},
         VolumeKind::Fat,
         VolumeUse::Refuse},
        {{removable, 0, 0, say("exFAT"), {}, say("E:\\Acme"), 7},
         VolumeKind::Fat,
         VolumeUse::Refuse},
        {{fixed, readOnly, 0, say("NTFS"), {}, say("F:\\Acme"), 7},
         VolumeKind::Local,
         VolumeUse::Refuse},
        {{fixed, 0, 0, say("FAT32"), say("Google Drive"), say("G:\\My Drive\\Acme"), 7},
         VolumeKind::Fat,
         VolumeUse::Refuse},
        {{remote, 0, 0x00020000, say("NTFS"), {}, say("\\\\nas\\Firma\\Acme"), 9},
         VolumeKind::Smb,
         VolumeUse::Usable},
        // a share of a NAS whose disk is told as FAT: what counts is SMB
        {{remote, 0, 0x00020000, say("FAT"), {}, say("\\\\nas\\Firma\\Acme"), 9},
         VolumeKind::Smb,
         VolumeUse::Usable},
        {{remote, 0, 0x002E0000, {}, {}, say("\\\\cloud.example.org\\Acme"), 0},
         VolumeKind::WebDav,
         VolumeUse::Refuse},
        {{remote, 0, 0, {}, {}, say("\\\\cloud.example.org@SSL\\DavWWWRoot\\Acme"), 0},
         VolumeKind::WebDav,
         VolumeUse::Refuse},
        {{remote, 0, 0, {}, {}, say("\\\\cloud.example.org@8080\\Acme"), 0},
         VolumeKind::WebDav,
         VolumeUse::Refuse},
        {{0, 0, 0, {}, {}, say("\\\\server\\davwwwroot\\Acme"), 0},
         VolumeKind::WebDav,
         VolumeUse::Refuse},
        {{remote, 0, 0x00420000, say("NFS"), {}, say("\\\\srv\\export"), 0},
         VolumeKind::OtherNetwork,
         VolumeUse::Warn},
        {{remote, 0, 0x00360000, {}, {}, say("\\\\tsclient\\C\\Acme"), 0},
         VolumeKind::OtherNetwork,
         VolumeUse::Warn},
        {{remote, 0, 0x00990000, {}, {}, say("\\\\odd\\share"), 0},
         VolumeKind::Unknown,
         VolumeUse::Warn},
        {{remote, 0, 0, say("NTFS"), {}, say("Z:\\Acme"), 0}, VolumeKind::Unknown, VolumeUse::Warn},
        // behind the mark for long paths a disk stays a disk, and a share a share
        {{fixed, 0, 0, say("NTFS"), {}, say("\\\\?\\C:\\Acme"), 7},
         VolumeKind::Local,
         VolumeUse::Usable},
        {{0, 0, 0, {}, {}, say("\\\\?\\UNC\\nas\\Firma\\Acme"), 0},
         VolumeKind::Unknown,
         VolumeUse::Warn},
        {{0, 0, 0, {}, {}, say("\\\\?\\unc\\cloud.example.org@SSL\\DavWWWRoot"), 0},
         VolumeKind::WebDav,
         VolumeUse::Refuse},
    };
    for (const Row& row : rows) {
        INFO(row.volume.path.toStdString() << " " << row.volume.fileSystem.toStdString());
        const VolumeVerdict verdict = judgeVolume(factsOf(row.volume), {});
        CHECK(verdict.kind == row.kind);
        CHECK(verdict.use == row.use);
    }
    CHECK(
        judgeVolume(factsOf(rows[5].volume), {}).message.contains(QStringLiteral("Google Drive")));
    // the same share by two of its folders is one drive, two local drives are two
    WindowsVolume other = rows[6].volume;
    other.path = say("\\\\NAS\\firma\\Other");
    CHECK(judgeVolume(factsOf(other), {}).identity
          == judgeVolume(factsOf(rows[6].volume), {}).identity);
    other.path = say("\\\\?\\UNC\\nas\\Firma\\Other");
    CHECK(judgeVolume(factsOf(other), {}).identity
          == judgeVolume(factsOf(rows[6].volume), {}).identity);
    other = rows[0].volume;
    other.serial = 8;
    CHECK(judgeVolume(factsOf(other), {}).identity
          != judgeVolume(factsOf(rows[0].volume), {}).identity);
}

TEST_CASE("volumes of macOS")
{
    constexpr std::uint32_t local = 0x1000;
    constexpr std::uint32_t readOnly = 0x1;
    struct Row
    {
        const char* fileSystem;
        std::uint32_t flags;
        VolumeKind kind;
        VolumeUse use;
    };
    const Row rows[]{
        {"apfs", local, VolumeKind::Local, VolumeUse::Usable},
        {"apfs", local | readOnly, VolumeKind::Local, VolumeUse::Refuse},
        {"hfs", local, VolumeKind::Local, VolumeUse::Usable},
        {"msdos", local, VolumeKind::Fat, VolumeUse::Refuse},
        {"exfat", local, VolumeKind::Fat, VolumeUse::Refuse},
        {"smbfs", 0, VolumeKind::Smb, VolumeUse::Usable},
        {"nfs", 0, VolumeKind::OtherNetwork, VolumeUse::Warn},
        {"afpfs", 0, VolumeKind::OtherNetwork, VolumeUse::Warn},
        {"webdav", 0, VolumeKind::WebDav, VolumeUse::Refuse},
        {"macfuse", local, VolumeKind::Unknown, VolumeUse::Warn},
        {"apfs", 0, VolumeKind::Unknown, VolumeUse::Warn},
    };
    for (const Row& row : rows) {
        INFO(row.fileSystem << " " << row.flags);
        const VolumeVerdict verdict = judgeVolume(
            factsOf(
                MacVolume{QLatin1String(row.fileSystem), QStringLiteral("/dev/disk1"), row.flags}),
            {});
        CHECK(verdict.kind == row.kind);
        CHECK(verdict.use == row.use);
    }
}

TEST_CASE("folders of sync programs are known by their names, and no others are")
{
    struct Row
    {
        const char* path;
        const char* program;
    };
    const Row rows[]{
        {"/home/li/Dropbox/Acme.dossier", "Dropbox"},
        {"C:/Users/li/Dropbox (Acme GmbH)/Acme.dossier", "Dropbox"},
        {"C:/Users/li/OneDrive/Documents/Acme.dossier", "OneDrive"},
        {"C:/Users/li/OneDrive - Acme GmbH/Acme.dossier", "OneDrive"},
        {"C:/Users/li/onedrive", "OneDrive"},
        {"C:/Users/li/iCloudDrive/Acme", "iCloud Drive"},
        {"/Users/li/Library/Mobile Documents/com~apple~CloudDocs/Acme", "iCloud Drive"},
        {"/Users/li/Library/CloudStorage/OneDrive-Acme/Acme", "OneDrive"},
        {"/Users/li/Library/CloudStorage/GoogleDrive-li@example.org/My Drive", "GoogleDrive"},
        {"/Users/li/Library/CloudStorage/Box-Box/Acme", "Box"},
        {"C:/Users/li/Google Drive/Acme", "Google Drive"},
        {"D:/Nutstore/1/我的坚果云/Acme", "坚果云 (Nutstore)"},
        {"/home/li/坚果云/Acme", "坚果云 (Nutstore)"},
        {"D:/BaiduSyncdisk/客户", "百度网盘 (Baidu)"},
        {"D:/百度网盘同步空间/客户", "百度网盘 (Baidu)"},
        {"D:/BaiduNetdiskDownload/客户", ""},
        {"/home/li/Dropbox2/Acme", ""},
        {"/home/li/About OneDrive - notes/Acme", ""},
        {"/home/li/Documents/Acme.dossier", ""},
        {"/Users/li/Library/CloudStorage", ""},
        {"/", ""},
    };
    for (const Row& row : rows) {
        INFO(row.path);
        CHECK(syncProgramByName(QString::fromUtf8(row.path)) == QString::fromUtf8(row.program));
    }
    VolumeFacts disk;
    disk.fileSystem = QStringLiteral("ntfs");
    const VolumeVerdict verdict = judgeVolume(disk, QStringLiteral("OneDrive"));
    CHECK(verdict.use == VolumeUse::Refuse);
    CHECK(verdict.message.contains(QStringLiteral("OneDrive")));
}

TEST_CASE("a sync program's own settings name its folders")
{
    const auto places = dropboxPlaces(
        R"({"personal": {"path": "/data/Cloud", "host": 1}, "business": {"path": "/data/Firma"}})");
    REQUIRE(places.size() == 2);
    CHECK(syncProgramByPlace(QStringLiteral("/data/Cloud"), places) == QStringLiteral("Dropbox"));
    CHECK(syncProgramByPlace(QStringLiteral("/data/Firma/Acme"), places)
          == QStringLiteral("Dropbox"));
    CHECK(syncProgramByPlace(QStringLiteral("/data/Firmament"), places).isEmpty());
    CHECK(dropboxPlaces("not json").empty());
    // a setting that names a whole disk would refuse every folder
    CHECK(syncProgramByPlace(QStringLiteral("/data"), {{QStringLiteral("X"), QStringLiteral("/")}})
              .isEmpty());

    const QTemporaryDir folder;
    const QString real = QDir(folder.path()).canonicalPath() + QStringLiteral("/Firmendaten");
    REQUIRE(QDir().mkpath(real));
    const QByteArray before = qgetenv("OneDriveCommercial");
    qputenv("OneDriveCommercial", real.toLocal8Bit());
    CHECK(syncProgramOf(real + QStringLiteral("/Acme")) == QStringLiteral("OneDrive"));
    before.isNull() ? qunsetenv("OneDriveCommercial") : qputenv("OneDriveCommercial", before);
    CHECK(syncProgramOf(real).isEmpty());
}

TEST_CASE("marks are looked for up to the drive or the share, and no higher")
{
    struct Row
    {
        const char* path;
        const char* folders;
    };
    const Row rows[]{
        {"/home/li/Acme", "/home/li/Acme /home/li /home"},
        {"/", "/"},
        {"C:/Users/Acme", "C:/Users/Acme C:/Users C:"},
        {"//nas/Firma/a/Acme", "//nas/Firma/a/Acme //nas/Firma/a //nas/Firma"},
        {"//nas/Firma", "//nas/Firma"},
        {"//nas", "//nas"},
    };
    for (const Row& row : rows) {
        INFO(row.path);
        CHECK(foldersUpwards(QString::fromLatin1(row.path)).join(u' ')
              == QLatin1String(row.folders));
    }
}

TEST_CASE("a sync program is known by the marks that it leaves in its folder")
{
    const QTemporaryDir temporary;
    const QDir root(QDir(temporary.path()).canonicalPath());
    const auto write = [&root](const QString& name, const QByteArray& bytes) {
        QFile file(root.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    const QString deep = root.filePath(QStringLiteral("a/b/Acme.dossier"));
    REQUIRE(root.mkpath(deep));
    CHECK(syncProgramByMarks(deep).isEmpty());

    SECTION("Dropbox's file, not the folder of its settings in a home")
    {
        REQUIRE(root.mkpath(root.filePath(QStringLiteral(".dropbox"))));
        CHECK(syncProgramByMarks(deep).isEmpty());
        write(QStringLiteral("a/.dropbox"), "{}");
        CHECK(syncProgramByMarks(deep) == QStringLiteral("Dropbox"));
        CHECK(syncProgramByMarks(root.path()).isEmpty());
    }
    SECTION("Syncthing's folder")
    {
        REQUIRE(root.mkpath(root.filePath(QStringLiteral("a/b/.stfolder"))));
        CHECK(syncProgramOf(deep) == QStringLiteral("Syncthing"));
    }
    SECTION("OneDrive's hidden file")
    {
        write(QStringLiteral("a/.849C9593-D756-4E56-8D6E-42412F2A707B"), {});
        CHECK(syncProgramByMarks(deep) == QStringLiteral("OneDrive"));
    }
    SECTION("the icon of a folder, also in UTF-16")
    {
        write(QStringLiteral("desktop.ini"),
              "[.ShellClassInfo]\r\nLocalizedResourceName=Papers\r\n");
        CHECK(syncProgramByMarks(deep).isEmpty());
        const QString text = QStringLiteral("[.ShellClassInfo]\r\nIconResource=C:\\Program Files\\"
                                            "Microsoft OneDrive\\OneDrive.exe,6\r\n");
        write(QStringLiteral("desktop.ini"),
              QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2));
        CHECK(syncProgramByMarks(deep) == QStringLiteral("OneDrive"));
        CHECK(syncProgramOfIcon("IconFile=C:\\Dropbox\\Dropbox.exe") == QStringLiteral("Dropbox"));
        CHECK(syncProgramOfIcon("InfoTip=OneDrive.exe").isEmpty());
    }
}

TEST_CASE("the folder of this test is on a drive that can be used, and asking takes no time")
{
    const QTemporaryDir temporary;
    const QString folder = QDir(temporary.path()).canonicalPath();
    const VolumeVerdict verdict = volumeOf(folder);
    CHECK(verdict.use != VolumeUse::Refuse);
    CHECK_FALSE(verdict.identity.isEmpty());
    constexpr int times = 100;
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < times; ++i) {
        static_cast<void>(volumeOf(folder));
    }
    const double perCall = double(time.nsecsElapsed()) / times / 1e6;
#ifdef Q_OS_WIN
    constexpr double mostMs = 100; // under Wine each question goes to another program
#else
    constexpr double mostMs = 20;
#endif
    CHECK(perCall < mostMs); // on a plain disk well below one; a busy machine is not tested
}

TEST_CASE("kinds of drives have stable words")
{
    CHECK(volumeKindName(VolumeKind::Local) == QStringLiteral("local"));
    CHECK(volumeKindName(VolumeKind::Smb) == QStringLiteral("smb"));
    CHECK(volumeKindName(VolumeKind::OtherNetwork) == QStringLiteral("network"));
    CHECK(volumeKindName(VolumeKind::WebDav) == QStringLiteral("webdav"));
    CHECK(volumeKindName(VolumeKind::NoLocks) == QStringLiteral("no_locks"));
    CHECK(volumeKindName(VolumeKind::Fat) == QStringLiteral("fat"));
    CHECK(volumeKindName(VolumeKind::Unknown) == QStringLiteral("unknown"));
}
