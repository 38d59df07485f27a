#include "core/records/ClientDraft.h"

#include "core/base/Log.h"
#include "core/crypto/DerivedKey.h"
#include "core/crypto/Seal.h"
#include "core/security/OfficeNotes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

namespace core {

namespace {

constexpr qint64 largestDraft = qint64(4) * 1024 * 1024;
constexpr auto draftEnding = ".draft";

QString draftFolder(const QByteArray& officeId)
{
    return officeNotePath(officeId, QStringLiteral(".drafts"));
}

QByteArray draftBinding(const QByteArray& officeId, const QByteArray& owner)
{
    return QByteArrayLiteral("dossier draft 1") + officeId + owner;
}

Error draftError(const QString& detail)
{
    return {ErrorCode::Io,
            QCoreApplication::translate("core::ClientDraft",
                                        "What is being typed cannot be kept on this computer."),
            detail};
}

QJsonObject valuesObject(const ClientValues& values)
{
    QJsonObject object;
    for (const FieldInfo& info : allFields()) {
        if (values.has(info.field)) {
            object.insert(QLatin1String(info.name), values.value(info.field));
        }
    }
    return object;
}

/// A file that no program holds any more; nothing where one does.
std::unique_ptr<QLockFile> lockDraft(const QString& path)
{
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // a form may stay open for a day
    return lock->tryLock(0) ? std::move(lock) : nullptr;
}

} // namespace

ClientDraft withoutConfidential(ClientDraft draft, const QStringList& confidentialOwn)
{
    for (auto& [field, text] : draft.typed) {
        if (field == Field::Custom && !confidentialOwn.isEmpty()) {
            QJsonObject own = QJsonDocument::fromJson(text.toUtf8()).object();
            const QJsonObject before = draft.original
                ? QJsonDocument::fromJson(draft.original->value(Field::Custom).toUtf8()).object()
                : QJsonObject();
            for (const QString& name : own.keys()) {
                if (!confidentialOwn.contains(name)) {
                    continue;
                }
                if (before.contains(name)) {
                    own.insert(name, before.value(name)); // the token
                } else {
                    own.remove(name);
                }
            }
            text = own.isEmpty()
                ? QString()
                : QString::fromUtf8(QJsonDocument(own).toJson(QJsonDocument::Compact));
        }
    }
    std::erase_if(draft.typed, [](const auto& one) { return isSealed(one.first); });
    return draft;
}

QByteArray draftToBytes(const ClientDraft& draft)
{
    QJsonObject object;
    if (draft.original) {
        object.insert(QStringLiteral("row"), QString::number(draft.original->pk.value));
        object.insert(QStringLiteral("version"), draft.original->version);
        object.insert(QStringLiteral("original"), valuesObject(draft.original->values));
    }
    QJsonObject typed;
    for (const auto& [field, text] : draft.typed) {
        typed.insert(fieldName(field), text);
    }
    object.insert(QStringLiteral("typed"), typed);
    object.insert(QStringLiteral("reason"), draft.reason);
    object.insert(QStringLiteral("consent"), draft.consent);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<ClientDraft> draftFromBytes(const QByteArray& bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (!object.value(QLatin1String("typed")).isObject()) {
        return std::nullopt;
    }
    ClientDraft draft;
    if (const QJsonValue original = object.value(QLatin1String("original")); original.isObject()) {
        draft.original.emplace();
        draft.original->pk = ClientPk{object.value(QLatin1String("row")).toString().toLongLong()};
        draft.original->version = object.value(QLatin1String("version")).toInt();
        const QJsonObject values = original.toObject();
        for (const FieldInfo& info : allFields()) {
            draft.original->set(info.field, values.value(QLatin1String(info.name)).toString());
        }
        if (draft.original->id().value.isEmpty() || !draft.original->pk.isValid()) {
            return std::nullopt;
        }
    }
    const QJsonObject typed = object.value(QLatin1String("typed")).toObject();
    for (const FieldInfo& info : allFields()) { // in their order, whatever the file's
        const QJsonValue text = typed.value(QLatin1String(info.name));
        if (text.isString() && isEditable(info.field)) {
            draft.typed.emplace_back(info.field, text.toString());
        }
    }
    draft.reason = object.value(QLatin1String("reason")).toString();
    draft.consent = object.value(QLatin1String("consent")).toString();
    return draft;
}

DraftFile::DraftFile(QString path, QByteArray binding)
    : m_path(std::move(path))
    , m_binding(std::move(binding))
{ }

DraftFile::~DraftFile() = default;

std::unique_ptr<DraftFile> DraftFile::open(const QByteArray& officeId, const QByteArray& owner)
{
    const QString folder = draftFolder(officeId);
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString name = QString::fromLatin1(owner.toHex()) + u'-'
        + QUuid::createUuid().toString(QUuid::Id128) + QLatin1String(draftEnding);
    std::unique_ptr<DraftFile> file(
        new DraftFile(folder + u'/' + name, draftBinding(officeId, owner)));
    file->m_lock = lockDraft(file->m_path);
    return file->m_lock ? std::move(file) : nullptr;
}

Result<> DraftFile::write(const ClientDraft& draft, const SecureBytes& seed)
{
    const QByteArray sealed
        = seal(deriveKey(seed, KeyPurpose::Drafts), draftToBytes(draft), m_binding);
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(sealed) != sealed.size() || !file.commit()) {
        return draftError(file.errorString());
    }
    return {};
}

void DraftFile::remove()
{
    QFile::remove(m_path);
}

std::vector<LeftDraft>
leftDrafts(const QByteArray& officeId, const QByteArray& owner, const SecureBytes& seed)
{
    std::vector<LeftDraft> left;
    const QDir folder(draftFolder(officeId));
    const QString mine
        = QString::fromLatin1(owner.toHex()) + QStringLiteral("-*") + QLatin1String(draftEnding);
    for (const QFileInfo& info : folder.entryInfoList({mine}, QDir::Files, QDir::Time)) {
        const auto lock = lockDraft(info.filePath());
        if (!lock) {
            continue; // somebody is typing it right now
        }
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly) || file.size() > largestDraft) {
            continue;
        }
        const auto text = openSealedText(
            deriveKey(seed, KeyPurpose::Drafts), file.readAll(), draftBinding(officeId, owner));
        file.close();
        auto draft = text ? draftFromBytes(*text) : std::nullopt;
        if (!draft) {
            logWarning("records", QStringLiteral("a draft cannot be read, and is removed"));
            QFile::remove(info.filePath());
            continue;
        }
        draft->kept = info.filePath();
        left.push_back({*std::move(draft), info.lastModified().toUTC()});
    }
    return left;
}

void removeDraft(const QString& path)
{
    QFile::remove(path);
}

} // namespace core
