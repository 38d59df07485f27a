#include "core/security/KeyringMemory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace core {

namespace {

QString notePath(const QByteArray& officeId)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
        + QStringLiteral("/offices/") + QString::fromLatin1(officeId.toHex())
        + QStringLiteral(".json");
}

QByteArray hexOf(const QJsonObject& note, const char* key)
{
    return QByteArray::fromHex(note.value(QLatin1String(key)).toString().toLatin1());
}

QString hexText(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

} // namespace

KeyringStanding judge(const Keyring& keyring,
                      const KeyringDirectory& directory,
                      const std::optional<KeyringMemory>& known)
{
    if (!known) {
        return KeyringStanding::First;
    }
    const KeyringChain& chain = directory.chain;
    if (chain.hashAt(0) != known->founding) {
        return KeyringStanding::Foreign;
    }
    if (chain.sequence() < known->sequence) {
        // Statements are missing. Whether what is left is a beginning of what was seen cannot be told from one hash;
        // it is no continuation of it, and that is what counts.
        return KeyringStanding::Older;
    }
    if (chain.hashAt(known->sequence) != known->head) {
        return KeyringStanding::Foreign;
    }
    if (keyring.generation() < known->generation) {
        return KeyringStanding::Older; // the same people, but an older password
    }
    return chain.sequence() == known->sequence && keyring.generation() == known->generation
        ? KeyringStanding::Same
        : KeyringStanding::Newer;
}

std::optional<KeyringMemory> recallKeyring(const QByteArray& officeId)
{
    QFile file(notePath(officeId));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject note = QJsonDocument::fromJson(file.readAll()).object();
    KeyringMemory memory{officeId,
                         hexOf(note, "founding"),
                         std::uint64_t(note.value(QStringLiteral("sequence")).toInteger()),
                         hexOf(note, "head"),
                         std::uint64_t(note.value(QStringLiteral("generation")).toInteger())};
    if (memory.founding.isEmpty() || memory.head.isEmpty()) {
        return std::nullopt;
    }
    return memory;
}

Result<> rememberKeyring(const Keyring& keyring, const KeyringDirectory& directory)
{
    const QString path = notePath(keyring.officeId());
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QJsonObject note{{QStringLiteral("founding"), hexText(directory.chain.hashAt(0))},
                           {QStringLiteral("sequence"), qint64(directory.chain.sequence())},
                           {QStringLiteral("head"), hexText(directory.chain.head())},
                           {QStringLiteral("generation"), qint64(keyring.generation())}};
    const QByteArray bytes = QJsonDocument(note).toJson();
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit()) {
        return Error{ErrorCode::Io,
                     QCoreApplication::translate(
                         "core::KeyringMemory",
                         "What this computer knows of the office could not be noted."),
                     file.errorString()};
    }
    return {};
}

} // namespace core
