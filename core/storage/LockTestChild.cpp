#include "core/storage/LockTestChild.h"

#include "core/base/CrashDumps.h"
#include "core/crypto/Digest.h"
#include "core/storage/Connection.h"
#include "core/storage/LockTalkFiles.h"
#include "core/storage/LockTest.h"
#include "core/storage/Statement.h"
#include "core/storage/Transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>

namespace core {

namespace {

std::atomic<bool> isPrepared{false};

QByteArray answerOf(const Error& error)
{
    return error.code == ErrorCode::Busy ? QByteArrayLiteral("busy")
                                         : "error " + errorCodeName(error.code).toLatin1() + ' '
            + error.detail.toUtf8().replace('\n', ' ');
}

QByteArray answerOf(const Result<>& result)
{
    return result ? QByteArrayLiteral("ok") : answerOf(result.error());
}

QString textFrom(const QByteArray& hex)
{
    return QString::fromUtf8(QByteArray::fromHex(hex));
}

/// What a test left behind whose computer went down: nobody will ask for it any more.
void removeLeftovers(const QString& folder)
{
    constexpr qint64 secondsKept = 3600;
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addSecs(-secondsKept);
    const auto files = QDir(folder).entryInfoList({QStringLiteral("locktest-*.db*")}, QDir::Files);
    for (const QFileInfo& file : files) {
        if (file.lastModified() < oldest) {
            QFile::remove(file.filePath());
        }
    }
}

class LockTestSide
{
public:
    QByteArray answer(const QList<QByteArray>& words)
    {
        const QByteArray& command = words[0];
        if (command == "open") {
            return open(words);
        }
        if (command == "remove") {
            m_connection.reset();
            QFile::remove(m_path + QStringLiteral("-journal"));
            QFile::remove(m_path);
            return "ok";
        }
        if (!m_connection) {
            return "error internal not open";
        }
        if (command == "shared") {
            return shared();
        }
        if (command == "reserved" || command == "exclusive") {
            return answerOf(m_connection->execute(command == "reserved" ? "BEGIN IMMEDIATE"
                                                                        : "BEGIN EXCLUSIVE"));
        }
        if (command == "release") {
            return answerOf(m_connection->execute("ROLLBACK"));
        }
        if (command == "size") {
            return size();
        }
        return command == "write" ? write(words) : read(words);
    }

private:
    QByteArray open(const QList<QByteArray>& words)
    {
        m_path = textFrom(words.value(1));
        OpenOptions options;
        options.path = m_path;
        options.create = words.value(4) == "create";
        options.busy.budget = std::chrono::milliseconds{2000};
        options.vfs = words.value(3) == "-" ? QString() : textFrom(words.value(3));
        if (options.create) {
            removeLeftovers(QFileInfo(m_path).path());
        }
        const QByteArray key = QByteArray::fromHex(words.value(2));
        auto opened = Connection::open(
            options,
            SecureBytes::copyOf({reinterpret_cast<const unsigned char*>(key.constData()),
                                 static_cast<std::size_t>(key.size())}));
        if (!opened) {
            return answerOf(opened.error());
        }
        m_connection = *std::move(opened);
        // From here on nobody is waited for: who is busy is what is asked.
        BusyPolicy noWait;
        noWait.budget = std::chrono::milliseconds{0};
        m_connection->setBusyPolicy(noWait);
        return options.create ? answerOf(m_connection->execute(
                   "CREATE TABLE IF NOT EXISTS rows (pk INTEGER PRIMARY KEY, bytes BLOB)"))
                              : QByteArrayLiteral("ok");
    }

    QByteArray shared()
    {
        if (auto begun = m_connection->execute("BEGIN"); !begun) {
            return answerOf(begun);
        }
        return answerOf(m_connection->execute("SELECT count(*) FROM rows"));
    }

    /// As the file system layer sees the file's end while nobody can move it.
    QByteArray size()
    {
        if (const QByteArray begun = shared(); begun != "ok") {
            return begun;
        }
        sqlite3_file* file = nullptr;
        sqlite3_int64 bytes = -1;
        const bool isKnown = sqlite3_file_control(
                                 m_connection->handle(), nullptr, SQLITE_FCNTL_FILE_POINTER, &file)
                == SQLITE_OK
            && file && file->pMethods && file->pMethods->xFileSize(file, &bytes) == SQLITE_OK;
        if (auto ended = m_connection->execute("ROLLBACK"); !ended) {
            return answerOf(ended);
        }
        return isKnown ? QByteArray("ok " + QByteArray::number(qint64(bytes)))
                       : QByteArrayLiteral("error io size");
    }

    QByteArray write(const QList<QByteArray>& words)
    {
        auto transaction = Transaction::begin(*m_connection);
        if (!transaction) {
            return answerOf(transaction.error());
        }
        const QByteArray bytes
            = lockTestBytes(QByteArray::fromHex(words.value(2)), words.value(3).toInt());
        auto written
            = m_connection->statement("INSERT OR REPLACE INTO rows (pk, bytes) VALUES (?, ?)")
                  .bindAll(words.value(1).toInt(), bytes)
                  .run();
        return answerOf(written ? transaction->commit() : written);
    }

    QByteArray read(const QList<QByteArray>& words)
    {
        auto bytes = m_connection->statement("SELECT bytes FROM rows WHERE pk = ?")
                         .bindAll(words.value(1).toInt())
                         .one([](const Statement& row) { return row.blob(0); });
        if (!bytes) {
            return answerOf(bytes.error());
        }
        return "ok " + digest(bytes->value_or(QByteArray())).toHex();
    }

    QString m_path;
    std::unique_ptr<Connection> m_connection;
};

} // namespace

bool canBeLockTestChild()
{
    return isPrepared;
}

QByteArray lockTestBytes(const QByteArray& seed, int count)
{
    QByteArray bytes;
    for (QByteArray block = digest(seed); bytes.size() < count; block = digest(block)) {
        bytes += block;
    }
    bytes.truncate(count);
    return bytes;
}

std::optional<int> runAsLockTestChild(int argc, char** argv)
{
    isPrepared = true;
    if (argc < 2 || std::string_view(argv[1]) != lockTestArgument) {
        return std::nullopt;
    }
    keepNoCrashDumps();
    initCrypto();
    // Ctrl+C reaches every program of the terminal; the parent hears it too, and still needs its children to clean up.
    std::signal(SIGINT, SIG_IGN);
    const bool isTalk = argc > 2 && std::string_view(argv[2]) == lockTalkRole;
    LockTestSide side;
    for (std::string line; std::getline(std::cin, line);) {
        const QList<QByteArray> words = QByteArray::fromStdString(line).trimmed().split(' ');
        const QByteArray answer = isTalk ? answerTalk(words) : side.answer(words);
        std::cout << answer.constData() << std::endl; // flushed: the parent waits for it
    }
    return 0;
}

} // namespace core
