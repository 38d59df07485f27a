#include "core/storage/LockTalkFiles.h"

#include "core/crypto/Digest.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QThread>

#include <algorithm>

namespace core {

namespace {

constexpr int lockTalkSize = 8192; // of the file, always

QString pathFromWord(const QByteArray& hex)
{
    return QString::fromUtf8(QByteArray::fromHex(hex));
}

/// Over the bytes that are there, not in place of the file: whoever has it open sees them too.
QByteArray putTalk(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || file.write(bytes) != bytes.size() || !file.flush()) {
        return "error io";
    }
    file.close();
    return file.error() == QFileDevice::NoError ? "ok" : "error io";
}

QByteArray getTalk(const QString& path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        return "ok " + file.read(lockTalkSize).toHex();
    }
    return QFileInfo::exists(path) ? "error io" : "error not_found";
}

/// Ages by this computer's clock, which may be another than that of the drive.
QByteArray listTalks(const QString& folder)
{
    constexpr qsizetype mostListed = 100;
    QByteArray answer = "ok";
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto files = QDir(folder).entryInfoList({lockTalkFile(QStringLiteral("*"))}, QDir::Files);
    for (const QFileInfo& file : files.first(std::min(files.size(), mostListed))) {
        const QString id = file.baseName().section(u'-', 1);
        if (isLockTalkId(id)) {
            answer
                += ' ' + id.toLatin1() + ':' + QByteArray::number(file.lastModified().secsTo(now));
        }
    }
    return answer;
}

QByteArray dropTalk(const QString& path)
{
    constexpr int tries = 10; // Windows removes no file that somebody has open for a moment
    constexpr unsigned long pauseMs = 50;
    for (int i = 0; i < tries; ++i) {
        QFile::remove(path + QStringLiteral("-journal"));
        if (QFile::remove(path) || !QFileInfo::exists(path)) {
            return "ok";
        }
        QThread::msleep(pauseMs);
    }
    return "error io";
}

} // namespace

QByteArray lockTalkBytes(const LockTalkMessage& message)
{
    const QByteArray json
        = QJsonDocument(QJsonObject{{QStringLiteral("id"), message.id},
                                    {QStringLiteral("partner"), message.partner},
                                    {QStringLiteral("host"), message.host},
                                    {QStringLiteral("machine"), message.machine},
                                    {QStringLiteral("boot"), message.boot},
                                    {QStringLiteral("beat"), qint64(message.beat)},
                                    {QStringLiteral("number"), qint64(message.number)},
                                    {QStringLiteral("text"), QString::fromLatin1(message.text)}})
              .toJson(QJsonDocument::Compact);
    const QByteArray whole = digest(json).toHex() + '\n' + json + '\n';
    return whole.leftJustified(lockTalkSize, ' ');
}

std::optional<LockTalkMessage> lockTalkMessage(const QByteArray& bytes)
{
    const QList<QByteArray> lines = bytes.split('\n');
    if (lines.size() < 2 || digest(lines[1]).toHex() != lines[0]) {
        return std::nullopt;
    }
    const QJsonObject json = QJsonDocument::fromJson(lines[1]).object();
    constexpr qsizetype longestName = 255;
    return LockTalkMessage{json.value(QStringLiteral("id")).toString(),
                           json.value(QStringLiteral("partner")).toString(),
                           json.value(QStringLiteral("host")).toString().left(longestName),
                           json.value(QStringLiteral("machine")).toString(),
                           json.value(QStringLiteral("boot")).toString(),
                           json.value(QStringLiteral("beat")).toInteger(),
                           json.value(QStringLiteral("number")).toInteger(),
                           json.value(QStringLiteral("text")).toString().toLatin1()};
}

bool isLockTalkId(const QString& id)
{
    static const QRegularExpression hex(QStringLiteral("\\A[0-9a-f]{16}\\z"));
    return hex.match(id).hasMatch();
}

QString lockTalkFile(const QString& id)
{
    return QStringLiteral("locktest-%1.talk").arg(id);
}

QString lockTalkDatabase(const QString& id)
{
    return QStringLiteral("locktest-%1.db").arg(id);
}

QString chooseLockTalkPartner(const QString& own,
                              const QString& turnedTo,
                              const std::vector<LockTalkMessage>& alive)
{
    QString toUs;
    QString waiting;
    for (const LockTalkMessage& other : alive) {
        const bool isFree = other.partner.isEmpty() || other.partner == own;
        if (other.id == turnedTo && isFree) {
            return turnedTo;
        }
        if (other.partner == own && (toUs.isEmpty() || other.id < toUs)) {
            toUs = other.id;
        }
        if (other.partner.isEmpty() && other.id < own
            && (waiting.isEmpty() || other.id < waiting)) {
            waiting = other.id;
        }
    }
    return toUs.isEmpty() ? waiting : toUs;
}

bool isSameComputer(const LockTalkMessage& one, const LockTalkMessage& other)
{
    // Copies of one installation have the same machine id; where the system names its start, that tells them apart.
    if (!one.boot.isEmpty() && !other.boot.isEmpty()) {
        return one.boot == other.boot;
    }
    return one.machine == other.machine && one.host == other.host;
}

QByteArray answerTalk(const QList<QByteArray>& words)
{
    const QByteArray command = words.value(0);
    const QString path = pathFromWord(words.value(1));
    if (command == "put") {
        return putTalk(path, QByteArray::fromHex(words.value(2)));
    }
    if (command == "get") {
        return getTalk(path);
    }
    return command == "list" ? listTalks(path) : dropTalk(path);
}

} // namespace core
