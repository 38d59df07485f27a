// dossier: the window.
#include "app/gui/Application.h"
#include "core/base/CrashDumps.h"
#include "core/base/Log.h"
#include "core/base/Resources.h"
#include "core/crypto/SecureBytes.h"
#include "core/storage/CipherDriver.h"
#include "core/storage/LockTest.h"
#include "ui/shell/Appearance.h"

#include <QApplication>
#include <QIcon>
#include <QStandardPaths>

int main(int argc, char** argv)
{
    if (const auto code = core::runAsLockTestChild(argc, argv)) {
        return *code;
    }
    core::keepNoCrashDumps();
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Dossier"));
    QCoreApplication::setApplicationName(QStringLiteral("Dossier"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DOSSIER_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.dossier.Dossier"));
    core::initResources();
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/dossier/program.svg")));
    core::startLog(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                   + QStringLiteral("/logs/dossier.log"));
    core::initCrypto();
    core::registerCipherDriver();
    ui::applyAppearance();
    gui::Application program;
    if (QCoreApplication::arguments().contains(QStringLiteral("--sample"))) {
        program.openSample();
    } else if (const QString office = QCoreApplication::arguments().value(1);
               !office.isEmpty() && !office.startsWith(u'-')) {
        program.showOffice(office); // a shortcut, or a folder dropped on the program
    } else {
        program.showStart();
    }
    return QApplication::exec();
}
