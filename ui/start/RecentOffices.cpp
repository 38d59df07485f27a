#include "ui/start/RecentOffices.h"

#include "core/security/UserStore.h"
#include "core/workspace/OfficeAccess.h"
#include "ui/jobs/OfficeJobs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSettings>

#include <algorithm>
#include <iterator>

namespace ui {

namespace {

constexpr auto listKey = "recent_offices";
constexpr std::size_t longestRecent = 12;

bool isGone(const QString& folder)
{
    return !QFile::exists(core::databasePath(folder));
}

/// A name may hold what a key of the settings may not.
QString keyFileKey(const QString& officeId, const QString& user)
{
    return QStringLiteral("key_files/%1/%2")
        .arg(officeId, QString::fromLatin1(core::userNameKey(user).toUtf8().toHex()));
}

void store(const std::vector<RecentOffice>& offices)
{
    QSettings settings;
    settings.beginWriteArray(QLatin1String(listKey), int(offices.size()));
    int index = 0;
    for (const RecentOffice& office : offices) {
        settings.setArrayIndex(index++);
        settings.setValue(QStringLiteral("folder"), office.folder);
        settings.setValue(QStringLiteral("name"), office.name);
        settings.setValue(QStringLiteral("user"), office.user);
        settings.setValue(QStringLiteral("id"), office.id);
    }
    settings.endArray();
}

} // namespace

std::vector<RecentOffice> recentOffices()
{
    std::vector<RecentOffice> offices;
    QSettings settings;
    const int count = settings.beginReadArray(QLatin1String(listKey));
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        offices.push_back({settings.value(QStringLiteral("folder")).toString(),
                           settings.value(QStringLiteral("name")).toString(),
                           settings.value(QStringLiteral("user")).toString(),
                           settings.value(QStringLiteral("id")).toString()});
    }
    settings.endArray();
    return offices;
}

void rememberOffice(const RecentOffice& office)
{
    std::vector<RecentOffice> offices = recentOffices();
    QStringList elsewhere; // the same office, as it was known
    std::erase_if(offices, [&](const RecentOffice& other) {
        const bool isHere = other.folder == office.folder;
        if (!isHere && !office.id.isEmpty() && other.id == office.id) {
            elsewhere.append(other.folder);
        }
        return isHere;
    });
    offices.insert(offices.begin(), office);
    if (offices.size() > longestRecent) {
        offices.resize(longestRecent);
    }
    store(offices);
    if (elsewhere.isEmpty()) {
        return;
    }
    // Whether it lies there still, a drive that is away answers late.
    runDetached<QStringList>(
        QCoreApplication::instance(),
        [elsewhere] { return core::Result<QStringList>(foldersGone(elsewhere)); },
        [](const core::Result<QStringList>& gone) {
            for (const QString& folder : gone ? *gone : QStringList()) {
                forgetOffice(folder);
            }
        });
}

QString keyFileOf(const QString& officeId, const QString& user)
{
    return officeId.isEmpty() ? QString()
                              : QSettings().value(keyFileKey(officeId, user)).toString();
}

void rememberKeyFile(const QString& officeId, const QString& user, const QString& path)
{
    if (officeId.isEmpty()) {
        return;
    }
    QSettings settings;
    if (path.isEmpty()) {
        settings.remove(keyFileKey(officeId, user));
    } else {
        settings.setValue(keyFileKey(officeId, user), path);
    }
}

QString idOfFolder(const QString& folder)
{
    for (const RecentOffice& office : recentOffices()) {
        if (office.folder == folder) {
            return office.id;
        }
    }
    return {};
}

RecentOffice recentById(const QString& id)
{
    const std::vector<RecentOffice> offices = recentOffices();
    const auto known
        = std::find_if(offices.begin(), offices.end(), [&id](const RecentOffice& office) {
              return !id.isEmpty() && office.id == id;
          });
    return known != offices.end() ? *known : RecentOffice{};
}

QStringList foldersGone(const QStringList& folders)
{
    QStringList gone;
    std::copy_if(folders.begin(), folders.end(), std::back_inserter(gone), isGone);
    return gone;
}

void forgetOffice(const QString& folder)
{
    std::vector<RecentOffice> offices = recentOffices();
    std::erase_if(offices,
                  [&folder](const RecentOffice& office) { return office.folder == folder; });
    store(offices);
}

QString defaultOfficesFolder()
{
    // Not Documents: many Windows computers redirect it into a folder that a sync program owns.
    return QDir::home().filePath(QStringLiteral("Dossier"));
}

} // namespace ui
