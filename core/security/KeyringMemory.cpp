#include "core/security/KeyringMemory.h"

#include "core/base/Log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace core {

namespace {

constexpr auto databaseKey = "database";
constexpr qint64 mostKeptBytes = qint64{16} * 1024 * 1024;

QDir notesFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                + QStringLiteral("/offices"));
}

QString notePath(const QByteArray& officeId)
{
    return notesFolder().filePath(QString::fromLatin1(officeId.toHex()) + QStringLiteral(".json"));
}

QJsonObject readNote(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

Result<> writeOwn(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
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

QString keptPrefix(const QByteArray& officeId)
{
    return QString::fromLatin1(officeId.toHex()) + QStringLiteral(".keyring-");
}

/// Generations kept of this office, highest first.
std::vector<quint64> keptGenerations(const QByteArray& officeId)
{
    std::vector<quint64> generations;
    const QString prefix = keptPrefix(officeId);
    for (const QString& name : notesFolder().entryList({prefix + u'*'}, QDir::Files)) {
        bool ok = false;
        const quint64 generation = name.mid(prefix.size()).toULongLong(&ok);
        if (ok) {
            generations.push_back(generation);
        }
    }
    std::sort(generations.rbegin(), generations.rend());
    return generations;
}

QString keptPath(const QByteArray& officeId, quint64 generation)
{
    return notesFolder().filePath(keptPrefix(officeId) + QString::number(generation));
}

/// This one and the one before it; what was newer has been given up.
Result<> keepKeyring(const Keyring& keyring)
{
    const QByteArray& officeId = keyring.officeId();
    const QString path = keptPath(officeId, keyring.generation());
    QFile there(path);
    if (!there.open(QIODevice::ReadOnly) || there.readAll() != keyring.bytes()) {
        there.close();
        if (auto done = writeOwn(path, keyring.bytes()); !done) {
            return done;
        }
    }
    int before = 0;
    for (const quint64 generation : keptGenerations(officeId)) {
        const bool isKept = generation == keyring.generation()
            || (generation < keyring.generation() && before++ == 0);
        if (!isKept) {
            QFile::remove(keptPath(officeId, generation));
        }
    }
    return {};
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
    const QJsonObject note = readNote(notePath(officeId));
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

Result<> rememberKeyring(const Keyring& keyring,
                         const KeyringDirectory& directory,
                         const QByteArray& databaseStart)
{
    const QString path = notePath(keyring.officeId());
    QDir().mkpath(QFileInfo(path).absolutePath());
    const QString start = databaseStart.isEmpty()
        ? readNote(path).value(QLatin1String(databaseKey)).toString()
        : hexText(databaseStart);
    const QJsonObject note{{QLatin1String(databaseKey), start},
                           {QStringLiteral("founding"), hexText(directory.chain.hashAt(0))},
                           {QStringLiteral("sequence"), qint64(directory.chain.sequence())},
                           {QStringLiteral("head"), hexText(directory.chain.head())},
                           {QStringLiteral("generation"), qint64(keyring.generation())}};
    if (auto noted = writeOwn(path, QJsonDocument(note).toJson()); !noted) {
        return noted;
    }
    return keepKeyring(keyring);
}

void rememberChange(const Keyring& keyring, const Unlocked& by)
{
    auto directory = keyring.directory(by);
    if (!directory) {
        return;
    }
    const KeyringStanding standing = judge(keyring, *directory, recallKeyring(keyring.officeId()));
    if (standing == KeyringStanding::Older || standing == KeyringStanding::Foreign) {
        return; // the login has said so; what this computer knows stays what it is
    }
    if (auto noted = rememberKeyring(keyring, *directory); !noted) {
        logWarning("security", noted.error().message + u' ' + noted.error().detail);
    }
}

QByteArray databaseStartOf(const QString& path)
{
    constexpr qint64 saltLength = 16;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray start = file.read(saltLength);
    return start.size() == saltLength ? start : QByteArray();
}

std::vector<Keyring> keptKeyrings(const QByteArray& databaseStart)
{
    std::vector<Keyring> kept;
    if (databaseStart.isEmpty()) {
        return kept;
    }
    for (const QString& name : notesFolder().entryList({QStringLiteral("*.json")}, QDir::Files)) {
        if (hexOf(readNote(notesFolder().filePath(name)), databaseKey) != databaseStart) {
            continue;
        }
        const QByteArray officeId = QByteArray::fromHex(name.chopped(5).toLatin1());
        for (const quint64 generation : keptGenerations(officeId)) {
            QFile file(keptPath(officeId, generation));
            if (!file.open(QIODevice::ReadOnly) || file.size() > mostKeptBytes) {
                continue;
            }
            auto keyring = Keyring::parse(file.readAll());
            if (keyring && keyring->officeId() == officeId) {
                kept.push_back(*std::move(keyring));
            }
        }
    }
    return kept;
}

} // namespace core
