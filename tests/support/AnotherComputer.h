/// AnotherComputer: one that has not seen any office. What a program notes of offices lies in the person's data folder, so
/// another folder is another computer. Ends with its scope; work() comes back to it after a third.
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUuid>

namespace tests {

/// For the rest of the program.
inline void becomeAnotherComputer(const QString& folder)
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    // The system says where data lies, the program only under which name.
    QCoreApplication::setApplicationName(
        QStringLiteral("DossierTest ")
        + QUuid::createUuidV5(QUuid(), folder).toString(QUuid::WithoutBraces));
#else
    qputenv("XDG_DATA_HOME", folder.toLocal8Bit());
#endif
}

class AnotherComputer
{
public:
    AnotherComputer() { work(); }
    ~AnotherComputer()
    {
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
        becomeAnotherComputer(m_folder.path());
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
            .removeRecursively();
        QCoreApplication::setApplicationName(m_name);
#else
        qputenv("XDG_DATA_HOME", m_before);
#endif
    }
    AnotherComputer(const AnotherComputer&) = delete;
    AnotherComputer& operator=(const AnotherComputer&) = delete;

    void work()
    {
        becomeAnotherComputer(m_folder.path());
    }

private:
    QByteArray m_before = qgetenv("XDG_DATA_HOME");
    QString m_name = QCoreApplication::applicationName();
    QTemporaryDir m_folder;
};

} // namespace tests
