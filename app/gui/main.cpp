// dossier: the window.
#include "app/gui/Application.h"
#include "app/gui/SingleInstance.h"
#include "core/base/CompiledPatterns.h"
#include "core/base/CrashDumps.h"
#include "core/base/Log.h"
#include "core/base/Resources.h"
#include "core/crypto/SecureBytes.h"
#include "core/storage/CipherDriver.h"
#include "core/storage/LockTest.h"
#include "ui/shell/Appearance.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QStandardPaths>

namespace {

/// The other program stands in another folder.
QString absolute(const QString& path)
{
    return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
}

} // namespace

int main(int argc, char** argv)
{
    if (const auto code = core::runAsLockTestChild(argc, argv)) {
        return *code;
    }
    core::keepNoCrashDumps();
    core::avoidCompiledPatterns();
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
    const QString first = QCoreApplication::arguments().value(1);
    const QString office = first.startsWith(u'-') ? QString() : first;
    const bool isSample = QCoreApplication::arguments().contains(QStringLiteral("--sample"));
    gui::SingleInstance instance;
    if (!isSample && instance.isTakenOver(absolute(office))) {
        return 0;
    }
    gui::Application program;
    instance.listen([&program](const QString& named) { return program.takeOver(named); });
    if (isSample) {
        program.openSample();
    } else if (!office.isEmpty()) {
        program.showOffice(office); // a shortcut, or a folder dropped on the program
    } else {
        program.showStart();
    }
    return QApplication::exec();
}
