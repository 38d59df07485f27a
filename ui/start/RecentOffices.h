/// RecentOffices: the offices this person opened on this computer, newest first; in the user's settings. Thread of the
/// window.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace ui {

struct RecentOffice
{
    QString folder;
    QString name;
    QString user; ///< who opened it last
    QString id{}; ///< the office's own, hex: the same wherever its folder lies; empty: not known
};

[[nodiscard]] std::vector<RecentOffice> recentOffices();
/// First in the list from now on. The same office under another folder leaves the list where that folder holds it no
/// more (it was moved or renamed; found out a moment later), and stays where it does (a copy).
void rememberOffice(const RecentOffice& office);
void forgetOffice(const QString& folder);
/// What is known of the office with this id; empty where it is not in the list.
[[nodiscard]] RecentOffice recentById(const QString& id);
/// Where this person's key file was at the last login to this office (its id); the path only, never what is in it. Empty:
/// none was used. An empty id knows nothing.
[[nodiscard]] QString keyFileOf(const QString& officeId, const QString& user);
void rememberKeyFile(const QString& officeId, const QString& user, const QString& path);
/// The id of the office that was last opened in this folder; empty: not known.
[[nodiscard]] QString idOfFolder(const QString& folder);
/// Those of the folders that hold no office now: moved, or their drive is away. Touches them: not on the window's
/// thread.
[[nodiscard]] QStringList foldersGone(const QStringList& folders);

/// Where a new office goes unless the person says otherwise: a folder that no sync program owns.
[[nodiscard]] QString defaultOfficesFolder();

} // namespace ui
