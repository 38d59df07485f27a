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

QString testedKey()
{
    return QStringLiteral("tested_at");
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

} // namespace

bool isLockTestRemembered(const QString& canonicalFolder,
                          const QString& identity,
                          const QDateTime& now)
{
    constexpr qint64 daysKept = 30;
    QFile file(lockTestNote(canonicalFolder, identity));
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QJsonObject note = QJsonDocument::fromJson(file.readAll()).object();
    const QDateTime tested = QDateTime::fromString(note.value(testedKey()).toString(), Qt::ISODate);
    return tested.isValid() && tested <= now && tested.addDays(daysKept) > now;
}

Result<>
rememberLockTest(const QString& canonicalFolder, const QString& identity, const QDateTime& now)
{
    const QString path = lockTestNote(canonicalFolder, identity);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray bytes
        = QJsonDocument(QJsonObject{{testedKey(), now.toUTC().toString(Qt::ISODate)}}).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return Error{ErrorCode::Io,
                     QCoreApplication::translate("core::LockTestMemory",
                                                 "The test of the folder could not be noted."),
                     file.errorString()};
    }
    return {};
}

} // namespace core
