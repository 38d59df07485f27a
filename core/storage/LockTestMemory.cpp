#include "core/storage/LockTestMemory.h"

#include "core/crypto/Digest.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace core {

namespace {

QString testedKey(LockTestKind kind)
{
    return kind == LockTestKind::Alone ? QStringLiteral("tested_at")
                                       : QStringLiteral("tested_together_at");
}

QString lockTestNote(const QString& folder, const QString& identity)
{
    constexpr int nameBytes = 16;
    Hasher hasher;
    hasher.add(folder);
    hasher.add(identity);
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
        + QStringLiteral("/shares/") + QString::fromLatin1(hasher.finish().left(nameBytes).toHex())
        + QStringLiteral(".json");
}

QJsonObject readLockTestNote(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

} // namespace

bool isLockTestRemembered(const QString& canonicalFolder,
                          const QString& identity,
                          const QDateTime& now,
                          LockTestKind kind)
{
    constexpr qint64 daysKept = 30;
    const QJsonObject note = readLockTestNote(lockTestNote(canonicalFolder, identity));
    const QDateTime tested
        = QDateTime::fromString(note.value(testedKey(kind)).toString(), Qt::ISODate);
    return tested.isValid() && tested <= now && tested.addDays(daysKept) > now;
}

Result<> rememberLockTest(const QString& canonicalFolder,
                          const QString& identity,
                          const QDateTime& now,
                          LockTestKind kind)
{
    const QString path = lockTestNote(canonicalFolder, identity);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QJsonObject note = readLockTestNote(path);
    note.insert(testedKey(kind), now.toUTC().toString(Qt::ISODate));
    const QByteArray bytes = QJsonDocument(note).toJson();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return Error{ErrorCode::Io,
                     QCoreApplication::translate("core::LockTestMemory",
                                                 "The test of the folder could not be noted."),
                     file.errorString()};
    }
    return {};
}

} // namespace core
