#include "core/storage/LockTestProcess.h"

#include "core/storage/LockTestChild.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QStringList>

namespace core {

LockTestProcess::~LockTestProcess()
{
    end();
}

bool LockTestProcess::start(const QString& program, const QString& role)
{
    QStringList arguments{QLatin1String(lockTestArgument)};
    if (!role.isEmpty()) {
        arguments.append(role);
    }
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, arguments);
    return m_process.waitForStarted();
}

QByteArray LockTestProcess::ask(const QByteArray& line,
                                std::chrono::milliseconds patience,
                                const Progress& progress)
{
    constexpr int stepMs = 20;
    QElapsedTimer time;
    time.start();
    m_process.write(line + '\n');
    while (!m_process.canReadLine()) {
        if (progress.isStopped() || time.elapsed() >= patience.count()) {
            return silent;
        }
        m_process.waitForReadyRead(stepMs);
        if (!isRunning() && !m_process.canReadLine()) {
            return dead;
        }
        if (m_meanwhile && !m_process.canReadLine()) {
            m_meanwhile();
        }
    }
    return m_process.readLine().trimmed();
}

void LockTestProcess::kill()
{
    m_process.kill();
    constexpr int patienceMs
        = 1000; // one that hangs in the system dies when the share answers again
    m_process.waitForFinished(patienceMs);
}

void LockTestProcess::end()
{
    if (!isRunning()) {
        return;
    }
    m_process.closeWriteChannel();
    constexpr int patienceMs = 1000;
    if (!m_process.waitForFinished(patienceMs)) {
        kill();
    }
}

Result<QString> lockTestProgram(const QString& wanted)
{
    if (!wanted.isEmpty()) {
        return wanted;
    }
    if (!canBeLockTestChild()) {
        // Another program that uses this library would be started anew, whatever it does then.
        return Error{ErrorCode::Unsupported,
                     QCoreApplication::translate("core::LockTest",
                                                 "This program cannot test whether the folder can "
                                                 "be shared."),
                     {}};
    }
    return QCoreApplication::applicationFilePath();
}

Error lockTestNotStarted(const QString& program)
{
    return {ErrorCode::Io,
            QCoreApplication::translate("core::LockTest",
                                        "The test of the folder could not be started. Install the "
                                        "program again."),
            program};
}

QByteArray lockTestVfsWord(const QString& vfs)
{
    return vfs.isEmpty() ? QByteArrayLiteral("-") : vfs.toUtf8().toHex();
}

} // namespace core
