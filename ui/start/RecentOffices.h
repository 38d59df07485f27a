/// RecentOffices: the offices this person opened on this computer, newest first; in the user's settings. Thread of the
/// window.
#pragma once

#include <QString>

#include <vector>

namespace ui {

struct RecentOffice
{
    QString folder;
    QString name;
    QString user; ///< who opened it last
};

[[nodiscard]] std::vector<RecentOffice> recentOffices();
void rememberOffice(const RecentOffice& office);
void forgetOffice(const QString& folder);

/// Where a new office goes unless the person says otherwise: a folder that no sync program owns.
[[nodiscard]] QString defaultOfficesFolder();

} // namespace ui
