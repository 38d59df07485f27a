#include "core/storage/SyncFolders.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace core {

namespace {

constexpr auto dropbox = "Dropbox";
constexpr auto oneDrive = "OneDrive";
constexpr auto iCloud = "iCloud Drive";
constexpr auto googleDrive = "Google Drive";
constexpr auto nutstore = "坚果云 (Nutstore)";
constexpr auto baidu = "百度网盘 (Baidu)";
constexpr auto syncthing = "Syncthing";
constexpr auto resilio = "Resilio Sync";

struct Known
{
    const char* text;
    const char* program;
};

constexpr std::array folderNames{
    Known{"dropbox", dropbox},
    Known{"onedrive", oneDrive},
    Known{"icloud drive", iCloud},
    Known{"iclouddrive", iCloud},
    Known{"com~apple~clouddocs", iCloud},
    Known{"google drive", googleDrive},
    Known{"googledrive", googleDrive},
    Known{"nutstore", nutstore},
    Known{"nutstore files", nutstore},
    Known{"nutstorefiles", nutstore},
    Known{"坚果云", nutstore},
    Known{"我的坚果云", nutstore},
    Known{"baidusyncdisk", baidu},
    Known{"baidunetdiskworkspace", baidu},
    Known{"百度网盘同步空间", baidu},
};

// Names that a program lengthens by whose account it is.
constexpr std::array folderBeginnings{
    Known{"dropbox (", dropbox},
    Known{"onedrive - ", oneDrive},
};

// Programs whose icon the desktop.ini of their folder names.
constexpr std::array icons{
    Known{"dropbox.exe", dropbox},
    Known{"onedrive.exe", oneDrive},
    Known{"icloudservices.exe", iCloud},
    Known{"iclouddrive.exe", iCloud},
    Known{"googledrivefs.exe", googleDrive},
    Known{"googledrivesync.exe", googleDrive},
    Known{"nutstore", nutstore},
};

enum class MarkIs
{
    File,
    Folder,
    Either
};

struct Mark
{
    const char* name;
    MarkIs is;
    const char* program;
};

// ".dropbox" is a file in Dropbox's folder; the folder ".dropbox" in somebody's home holds its settings only. The long one
// is the file that OneDrive hides in each folder it keeps.
constexpr std::array marks{
    Mark{".dropbox", MarkIs::File, dropbox},
    Mark{".dropbox.cache", MarkIs::Folder, dropbox},
    Mark{".849C9593-D756-4E56-8D6E-42412F2A707B", MarkIs::File, oneDrive},
    Mark{".tmp.drivedownload", MarkIs::Folder, googleDrive},
    Mark{".tmp.driveupload", MarkIs::Folder, googleDrive},
    Mark{".stfolder", MarkIs::Either, syncthing},
    Mark{".sync/ID", MarkIs::File, resilio},
};

QString programName(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

/// macOS keeps every provider's files under ~/Library/CloudStorage/<Provider>-<account>.
QString inCloudStorage(const QStringList& parts)
{
    for (qsizetype i = 0; i + 2 < parts.size(); ++i) {
        if (parts[i] == QLatin1String("Library") && parts[i + 1] == QLatin1String("CloudStorage")) {
            return parts[i + 2].section(u'-', 0, 0);
        }
    }
    return {};
}

QString markIn(const QString& folder)
{
    for (const Mark& mark : marks) {
        const QFileInfo info(folder + u'/' + QLatin1String(mark.name));
        if ((mark.is != MarkIs::Folder && info.isFile())
            || (mark.is != MarkIs::File && info.isDir())) {
            return programName(mark.program);
        }
    }
    constexpr qint64 mostBytes = 16384;
    QFile desktop(folder + QStringLiteral("/desktop.ini"));
    return desktop.open(QIODevice::ReadOnly) ? syncProgramOfIcon(desktop.read(mostBytes))
                                             : QString();
}

} // namespace

QString syncProgramByName(const QString& path)
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (const QString provider = inCloudStorage(parts); !provider.isEmpty()) {
        return provider;
    }
    for (const QString& part : parts) {
        const QString name = part.toLower();
        for (const Known& known : folderNames) {
            if (name == QString::fromUtf8(known.text)) {
                return programName(known.program);
            }
        }
        for (const Known& known : folderBeginnings) {
            if (name.startsWith(QLatin1String(known.text))) {
                return programName(known.program);
            }
        }
    }
    return {};
}

QString syncProgramByPlace(const QString& path, const std::vector<SyncPlace>& places)
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    constexpr Qt::CaseSensitivity cases = Qt::CaseInsensitive;
#else
    constexpr Qt::CaseSensitivity cases = Qt::CaseSensitive;
#endif
    for (const SyncPlace& place : places) {
        const QString folder = QDir::cleanPath(place.folder);
        // A root that is no folder of its own ("/", "C:/") would take in the whole disk.
        constexpr qsizetype longestRoot = 3;
        if (folder.size() > longestRoot
            && (path.compare(folder, cases) == 0 || path.startsWith(folder + u'/', cases))) {
            return place.program;
        }
    }
    return {};
}

std::vector<SyncPlace> dropboxPlaces(const QByteArray& infoJson)
{
    std::vector<SyncPlace> places;
    const QJsonObject accounts = QJsonDocument::fromJson(infoJson).object();
    for (const QJsonValue account : accounts) {
        const QString path = account.toObject().value(QStringLiteral("path")).toString();
        if (!path.isEmpty()) {
            places.push_back({programName(dropbox), QDir::fromNativeSeparators(path)});
        }
    }
    return places;
}

QString syncProgramOfIcon(const QByteArray& desktopIni)
{
    // Windows writes it in the code page or in UTF-16; names of programs are plain letters in both.
    const QByteArray text = QByteArray(desktopIni).replace('\0', "").toLower();
    for (const QByteArray& line : text.split('\n')) {
        if (!line.startsWith("iconresource=") && !line.startsWith("iconfile=")) {
            continue;
        }
        for (const Known& icon : icons) {
            if (line.contains(icon.text)) {
                return programName(icon.program);
            }
        }
    }
    return {};
}

QStringList foldersUpwards(const QString& path)
{
    // //server/share is the top: above it every question would go through the whole network.
    qsizetype top = 0;
    if (path.startsWith(QLatin1String("//"))) {
        const qsizetype share = path.indexOf(u'/', 2);
        const qsizetype end = share < 0 ? -1 : path.indexOf(u'/', share + 1);
        top = end < 0 ? path.size() : end;
    }
    QStringList folders{path};
    for (qsizetype slash = path.lastIndexOf(u'/'); slash > 0 && slash >= top;
         slash = path.lastIndexOf(u'/', slash - 1)) {
        folders.append(path.left(slash));
    }
    return folders;
}

QString syncProgramByMarks(const QString& path)
{
    for (const QString& folder : foldersUpwards(path)) {
        if (const QString program = markIn(folder); !program.isEmpty()) {
            return program;
        }
    }
    return {};
}

std::vector<SyncPlace> knownSyncPlaces()
{
    std::vector<SyncPlace> places;
    for (const char* variable : {"OneDrive", "OneDriveCommercial", "OneDriveConsumer"}) {
        if (const QString folder = qEnvironmentVariable(variable); !folder.isEmpty()) {
            places.push_back({programName(oneDrive), QDir::fromNativeSeparators(folder)});
        }
    }
    const QString settings[]{
        QDir::homePath() + QStringLiteral("/.dropbox/info.json"),
        qEnvironmentVariable("APPDATA") + QStringLiteral("/Dropbox/info.json"),
        qEnvironmentVariable("LOCALAPPDATA") + QStringLiteral("/Dropbox/info.json"),
    };
    for (const QString& path : settings) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) {
            const auto named = dropboxPlaces(file.readAll());
            places.insert(places.end(), named.begin(), named.end());
        }
    }
    // Canonical, as the folder that is asked about: a person's whole Dropbox may be a link to another disk.
    for (SyncPlace& place : places) {
        if (const QString canonical = QDir(place.folder).canonicalPath(); !canonical.isEmpty()) {
            place.folder = canonical;
        }
    }
    return places;
}

QString syncProgramOf(const QString& path)
{
    QString program = syncProgramByName(path);
    if (program.isEmpty()) {
        program = syncProgramByPlace(path, knownSyncPlaces());
    }
    return program.isEmpty() ? syncProgramByMarks(path) : program;
}

} // namespace core
