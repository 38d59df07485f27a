#include "core/crypto/KeyringFile.h"

#include "core/base/FileInUse.h"
#include "core/base/Log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr std::array<const char*, 2> copies{"keyring.a", "keyring.b"};
constexpr qint64 mostBytes = qint64{16} * 1024 * 1024;

QString pathOf(const QString& folder, std::size_t copy)
{
    return QDir(folder).filePath(QLatin1String(copies[copy]));
}

Error cannotWrite(const QFile& file)
{
    return {ErrorCode::Io,
            QCoreApplication::translate("core::KeyringFile",
                                        "The keyring could not be written. Nothing was changed; "
                                        "check that there is room and that you may write there."),
            file.errorString()};
}

Result<> writeCopy(const QString& path, const Keyring& keyring)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return cannotWrite(file);
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup
                        | QFile::WriteGroup);
    if (file.write(keyring.bytes()) != keyring.bytes().size() || !file.flush()
        || !flushToDisk(file)) {
        return cannotWrite(file);
    }
    file.close();
    if (!file.open(QIODevice::ReadOnly) || file.readAll() != keyring.bytes()) {
        return cannotWrite(file);
    }
    return {};
}

} // namespace

Result<Keyring> readKeyring(const QString& folder)
{
    std::optional<Keyring> best;
    std::optional<Error> problem;
    for (std::size_t copy = 0; copy < copies.size(); ++copy) {
        QFile file(pathOf(folder, copy));
        if (!file.exists()) {
            continue;
        }
        if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes) {
            const QString said = file.errorString();
            problem
                = Error{ErrorCode::Io,
                        isHeldByAnotherProgram(file.fileName())
                            ? heldByAnotherProgramWords()
                            : QCoreApplication::translate(
                                "core::KeyringFile", "The keyring of this office cannot be read."),
                        said};
            continue;
        }
        auto keyring = Keyring::parse(file.readAll());
        if (!keyring) {
            logWarning("crypto",
                       QStringLiteral("%1 is not valid").arg(QLatin1String(copies[copy])));
            problem = keyring.error();
        } else if (!best || keyring->generation() > best->generation()) {
            best = *std::move(keyring);
        }
    }
    if (best) {
        return *std::move(best);
    }
    if (problem) {
        return *problem;
    }
    return Error{
        ErrorCode::NotFound,
        QCoreApplication::translate("core::KeyringFile", "There is no office in this folder."),
        {}};
}

Result<KeyringNow> readKeyringAs(const QString& folder, const Unlocked& person)
{
    auto keyring = readKeyring(folder);
    if (!keyring) {
        return keyring.error();
    }
    auto now = keyring->unlock(person);
    if (!now) {
        return now.error();
    }
    return KeyringNow{*std::move(keyring), *std::move(now)};
}

Result<> writeKeyring(const QString& folder, const Keyring& keyring)
{
    // One after the other, the first read back before the second is touched: one of them is whole at any moment. Both,
    // so that damage to one copy never brings back a person or a password of the generation before.
    for (std::size_t turn = 0; turn < copies.size(); ++turn) {
        if (auto done
            = writeCopy(pathOf(folder, (keyring.generation() + turn) % copies.size()), keyring);
            !done) {
            return done;
        }
    }
    return {};
}

bool areBothCopies(const QString& folder, const Keyring& keyring)
{
    return std::all_of(copies.begin(), copies.end(), [&](const char* name) {
        QFile file(QDir(folder).filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) && file.size() == keyring.bytes().size()
            && file.readAll() == keyring.bytes();
    });
}

} // namespace core
