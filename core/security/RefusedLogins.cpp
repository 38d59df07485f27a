#include "core/security/RefusedLogins.h"

#include "core/base/Log.h"
#include "core/crypto/Bytes.h"
#include "core/crypto/DerivedKey.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Identity.h"
#include "core/crypto/Seal.h"
#include "core/security/OfficeNotes.h"
#include "core/security/Operation.h"
#include "core/security/UserStore.h"
#include "core/storage/UtcText.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <optional>
#include <vector>

namespace core {

namespace {

constexpr qint64 largestNote = qint64(128) * 1024; ///< who tries for hours fills no disk

QString refusedPath(const QByteArray& officeId, const char* part)
{
    return officeNotePath(officeId, QStringLiteral(".refused") + QLatin1String(part));
}

/// 16 bits: see the header.
QByteArray hintOf(const QByteArray& officeId, const QString& name)
{
    Hasher hasher;
    hasher.add(QByteArrayLiteral("dossier-refused-1"));
    hasher.add(officeId);
    hasher.add(userNameKey(name));
    return hasher.finish().left(2);
}

QByteArray readNote(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

struct RefusedLogin
{
    QString at;
    QByteArray sealedHint;
};

/// Whole ones only: the last may have been cut by a break.
std::vector<RefusedLogin> readRefused(const QString& path)
{
    constexpr qsizetype longest = 1024;
    std::vector<RefusedLogin> refused;
    ByteReader reader(readNote(path));
    while (!reader.atEnd()) {
        RefusedLogin one{reader.text(longest), reader.sized(longest)};
        if (!reader.ok()) {
            break;
        }
        refused.push_back(std::move(one));
    }
    return refused;
}

/// The name whose hint it is; nothing where the office has none, or the seal is of another key.
std::optional<QString> nameOf(const RefusedLogin& refused,
                              const Identity& box,
                              const QByteArray& officeId,
                              const std::vector<User>& users)
{
    const auto hint = box.open(refused.sealedHint);
    if (!hint) {
        return std::nullopt;
    }
    const QByteArray bytes(reinterpret_cast<const char*>(hint->data()), qsizetype(hint->size()));
    for (const User& user : users) {
        if (hintOf(officeId, user.name) == bytes) {
            return user.name;
        }
    }
    return std::nullopt;
}

Result<>
writeRefused(OfficeContext& office, const std::vector<RefusedLogin>& refused, const Identity& box)
{
    auto operation = Operation::begin(office, refusedLoginAction);
    if (!operation) {
        return operation.error();
    }
    auto users = UserStore(operation->connection()).all();
    if (!users) {
        return users.error();
    }
    QJsonArray detail;
    for (const RefusedLogin& one : refused) {
        QJsonObject json{{QStringLiteral("at"), one.at}};
        if (const auto name = nameOf(one, box, office.officeId, *users)) {
            json.insert(QStringLiteral("user"), *name);
        }
        detail.append(json);
    }
    operation->setObject(QStringLiteral("logins:%1").arg(refused.size()));
    operation->setDetail(QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact)));
    return operation->commit();
}

} // namespace

void noteRefusedLogin(const QByteArray& officeId, const QString& typedName, const QDateTime& at)
{
    const QString path = refusedPath(officeId, "");
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        logWarning("security", QStringLiteral("a refused login cannot be noted"));
        return;
    }
    if (file.size() >= largestNote) {
        return;
    }
    const QByteArray hint = hintOf(officeId, typedName);
    ByteWriter writer;
    writer.text(utcText(at));
    writer.sized(sealTo(readNote(refusedPath(officeId, ".key")),
                        SecureBytes::copyOf({raw(hint), std::size_t(hint.size())})));
    if (file.write(writer.bytes()) != writer.bytes().size()) {
        logWarning("security", QStringLiteral("a refused login cannot be noted"));
    }
}

Result<> logRefusedLogins(OfficeContext& office, const SecureBytes& databaseKey)
{
    const Identity box(deriveKey(databaseKey, KeyPurpose::RefusedLogins));
    const QString path = refusedPath(office.officeId, "");
    if (const auto refused = readRefused(path); !refused.empty()) {
        if (auto done = writeRefused(office, refused, box); !done) {
            return done;
        }
        QFile::remove(path);
    }
    const QString keyPath = refusedPath(office.officeId, ".key");
    const QByteArray key = box.publicKeys().seal;
    if (readNote(keyPath) == key) {
        return {};
    }
    QDir().mkpath(QFileInfo(keyPath).absolutePath());
    QSaveFile file(keyPath);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(key) != key.size() || !file.commit()) {
        return Error{ErrorCode::Io,
                     QCoreApplication::translate("core::RefusedLogins",
                                                 "Failed logins cannot be noted on this computer."),
                     file.errorString()};
    }
    return {};
}

} // namespace core
