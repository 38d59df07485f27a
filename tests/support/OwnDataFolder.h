/// OwnDataFolder: what a test program writes about offices goes to a folder of its own, not to the person's who runs it.
/// Made in main() before the first use of QStandardPaths. A program that a test starts (sharedWithTests) has that test's.
#pragma once

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

class OwnDataFolder
{
public:
    static constexpr auto sharedWithTests = "DOSSIER_TEST_DATA_SHARED";

    OwnDataFolder()
    {
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
        QStandardPaths::setTestModeEnabled(true);
#else
        if (!qEnvironmentVariableIsSet(sharedWithTests)) {
            qputenv("XDG_DATA_HOME", m_folder.path().toLocal8Bit());
        }
#endif
    }

    /// Where the system says which folder that is, it is the same each time: without what an earlier run left there. Once the
    /// program has its name.
    static void startEmpty()
    {
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
        if (!qEnvironmentVariableIsSet(sharedWithTests)) {
            QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
                .removeRecursively();
        }
#endif
    }

private:
    QTemporaryDir m_folder;
};
