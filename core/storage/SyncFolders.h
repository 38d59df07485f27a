/// SyncFolders: is a folder kept in step by a program that copies files as they change (Dropbox, OneDrive, iCloud Drive,
/// Google Drive, Nutstore, Baidu, Syncthing, Resilio)? Such a program takes pieces of a database that is being written
/// to other computers, and makes "conflicted copies" of it.
///
/// Known by its name in the path, by the places that its settings name, and by the marks it leaves in the folder that it
/// keeps. An answer is the program's name, empty for none. Paths are canonical, with slashes. Any thread; those that look
/// at the disk say so.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace core {

struct SyncPlace
{
    QString program;
    QString folder;
};

/// By the name of a folder on the way: ".../OneDrive - Acme/...". Only names that nobody else gives.
[[nodiscard]] QString syncProgramByName(const QString& path);

[[nodiscard]] QString syncProgramByPlace(const QString& path, const std::vector<SyncPlace>& places);

/// The folders in Dropbox's info.json: {"personal": {"path": …}, "business": {…}}.
[[nodiscard]] std::vector<SyncPlace> dropboxPlaces(const QByteArray& infoJson);

/// Whether the text of a desktop.ini names the icon of a sync program, as those give their own folder.
[[nodiscard]] QString syncProgramOfIcon(const QByteArray& desktopIni);

/// The folder and all above it, up to the drive or the share.
[[nodiscard]] QStringList foldersUpwards(const QString& path);

/// Looks for marks in the folder and in all above it. Reads the disk.
[[nodiscard]] QString syncProgramByMarks(const QString& path);

/// What environment and settings of this person name. Reads the disk.
[[nodiscard]] std::vector<SyncPlace> knownSyncPlaces();

/// All of it together. Reads the disk.
[[nodiscard]] QString syncProgramOf(const QString& path);

} // namespace core
