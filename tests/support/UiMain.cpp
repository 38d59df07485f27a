// The main of the window's tests: a QApplication without a screen, English, settings in a folder of their own.
#include "tests/support/FailuresAtEnd.h"
#include "tests/support/OwnDataFolder.h"
#include "tests/support/QuietPlatform.h"

#include "core/base/CompiledPatterns.h"
#include "core/base/Language.h"
#include "core/base/Resources.h"
#include "core/crypto/SecureBytes.h"
#include "core/storage/CipherDriver.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

#include <catch2/catch_session.hpp>

int main(int argc, char** argv)
{
    core::avoidCompiledPatterns();
    tests::quietPlatform();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const OwnDataFolder data;
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("DossierTest"));
    QCoreApplication::setApplicationName(QStringLiteral("DossierTest"));
    OwnDataFolder::startEmpty();
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    core::initResources();
    core::initCrypto();
    core::registerCipherDriver();
    core::useLanguage(QStringLiteral("en"));
    ui::theme::apply(application, ui::theme::Scheme::Light);
    return Catch::Session().run(argc, argv);
}
