// dossier_tour [--scale 100|150] DIR: drives the real main window over a sample office and saves a picture of every
// screen and dialog, in both languages, light and dark (at 150 %: light only), named PAGE-LANGUAGE-THEME-SCALE.png,
// with an index page to look through them. Exits 1 when a screen could not be reached or saved, or where
// Inspector finds a fault.
// While a screen is being made, less is enough: --look zh-light, --only office,log (the names in parts() below).
#include "tests/support/OwnDataFolder.h"
#include "tests/support/QuietPlatform.h"
#include "tour/Scenes.h"

#include "core/base/CompiledPatterns.h"
#include "core/base/Language.h"
#include "core/base/Resources.h"
#include "core/crypto/SecureBytes.h"
#include "core/storage/CipherDriver.h"
#include "core/storage/LockTest.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <utility>

namespace {

void writeIndex(const QDir& folder)
{
    QFile index(folder.filePath(QStringLiteral("index.html")));
    if (!index.open(QIODevice::WriteOnly)) {
        return;
    }
    index.write("<!doctype html><meta charset=\"utf-8\"><title>Dossier</title><style>"
                "body{font-family:sans-serif;background:#888}figure{display:inline-block;"
                "margin:8px}img{width:620px}</style>\n");
    const QStringList pictures
        = folder.entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
    for (const QString& picture : pictures) {
        index.write(
            QStringLiteral(
                "<figure><a href=\"%1\"><img src=\"%1\"></a><figcaption>%1</figcaption></figure>\n")
                .arg(picture)
                .toUtf8());
    }
}

/// What stands behind an option, its parts between commas.
QStringList wanted(const char* option)
{
    const QStringList arguments = QCoreApplication::arguments();
    const auto at = arguments.indexOf(QLatin1String(option));
    return at < 0 ? QStringList() : arguments.value(at + 1).split(u',', Qt::SkipEmptyParts);
}

} // namespace

int main(int argc, char** argv)
{
    int scale = 100;
    for (int i = 1; i + 1 < argc; ++i) {
        if (std::strcmp(argv[i], "--scale") == 0) {
            scale = std::atoi(argv[i + 1]);
        }
    }
    if (scale != 100) {
        qputenv("QT_SCALE_FACTOR",
                QByteArray::number(scale / 100.0)); // read when the application is made
    }
    core::avoidCompiledPatterns();
    tests::quietPlatform();
    const OwnDataFolder data;
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("DossierTour"));
    QCoreApplication::setApplicationName(QStringLiteral("DossierTour"));
    OwnDataFolder::startEmpty();
    core::initResources();
    core::initCrypto();
    core::registerCipherDriver();
    const QDir folder(QCoreApplication::arguments().constLast());
    folder.mkpath(QStringLiteral("."));
    const QTemporaryDir work;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, work.path());
    auto offices = tour::makeOffices(work.path());
    if (!offices) {
        std::fprintf(stderr,
                     "%s %s\n",
                     qPrintable(offices.error().message),
                     qPrintable(offices.error().detail));
        return 1;
    }
    const QString table = tour::writeTable(work.path());
    tour::Tour pictures(folder, scale);
    const QStringList only = wanted("--only");
    const QStringList looks = wanted("--look");
    const std::pair<const char*, std::function<void()>> parts[] = {
        {"start",
         [&] {
             tour::shootStart(pictures, *offices);
         }},
        {"empty",
         [&] {
             tour::shootEmpty(pictures, offices->empty);
         }},
        {"home",
         [&] {
             tour::shootHome(pictures, *offices);
         }},
        {"print",
         [&] {
             tour::shootPrints(pictures, offices->admin);
         }},
        {"office",
         [&] {
             tour::shootOffice(pictures, offices->admin, table);
         }},
        {"shell",
         [&] {
             tour::shootShell(pictures, offices->admin);
         }},
        {"draft",
         [&] {
             tour::shootDraft(pictures, offices->admin);
         }},
        {"log",
         [&] {
             tour::shootLog(pictures, offices->admin, offices->sales);
         }},
        {"sales",
         [&] {
             tour::shootSales(pictures, offices->sales);
         }},
        {"waiting",
         [&] {
             tour::shootWaiting(pictures, offices->admin, offices->sales, table);
         }},
        {"trouble",
         [&] {
             tour::shootTrouble(pictures, *offices);
         }},
        {"unfinished",
         [&] {
             tour::shootUnfinished(pictures, *offices);
         }},
        {"keys",
         [&] {
             tour::shootKeys(pictures, offices->admin);
         }},
    };
    for (const char* language : {"zh", "en"}) {
        for (const bool dark : {false, true}) {
            if (dark && scale != 100) {
                continue;
            }
            const QString look = QLatin1String(language)
                + (dark ? QStringLiteral("-dark") : QStringLiteral("-light"));
            if (!looks.isEmpty() && !looks.contains(look)) {
                continue;
            }
            core::useLanguage(QLatin1String(language));
            ui::theme::apply(application,
                             dark ? ui::theme::Scheme::Dark : ui::theme::Scheme::Light);
            pictures.setLook(QLatin1String(language),
                             dark ? QStringLiteral("dark") : QStringLiteral("light"));
            for (const auto& [name, shoot] : parts) {
                if (only.isEmpty() || only.contains(QLatin1String(name))) {
                    shoot();
                }
            }
        }
    }
    writeIndex(folder);
    std::printf("%d pictures\n", int(pictures.pictures().size()));
    const auto& faults = pictures.faults();
    for (auto fault = faults.cbegin(); fault != faults.cend(); ++fault) {
        std::printf("%s (%d pictures, first %s)\n",
                    qPrintable(fault.key()),
                    int(fault->size()),
                    qPrintable(fault->constFirst()));
    }
    return pictures.hasMissed() || !faults.isEmpty() ? 1 : 0;
}
