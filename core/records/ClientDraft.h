/// ClientDraft: what somebody is typing into a form, before it is saved; and the file in which it survives the end of the
/// program. The file lies in the person's data folder, sealed with a key derived from the person's seed: nobody else can
/// read it, on whatever computer. A confidential value is never in it, sealed or not: it is typed once more.
///
///     auto file = DraftFile::open(officeId, person.uuid);     // locked for this program, as long as the object lives
///     file->write(draft, person.seed);
///     file->remove();                                         // saved, or thrown away
///
///     for (LeftDraft& left : leftDrafts(officeId, person.uuid, person.seed)) …   // of programs that ended without that
///
/// One thread at a time per file; touches the disk.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/SecureBytes.h"
#include "core/records/Client.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QLockFile;

namespace core {

struct ClientDraft
{
    std::optional<Client> original; ///< as it was when the form was filled; empty: a new client
    std::vector<std::pair<Field, QString>> typed; ///< only what differs from the beginning
    QString reason;
    QString consent;
    QString kept{}; ///< the path of its file, while there is one
};

/// Without what is confidential; `confidentialOwn`: names of the office's own fields that are so.
[[nodiscard]] ClientDraft withoutConfidential(ClientDraft draft,
                                              const QStringList& confidentialOwn);

/// Of the original its id, row, version and values, which is what an edit needs. JSON, and back; nothing where it is none.
[[nodiscard]] QByteArray draftToBytes(const ClientDraft& draft);
[[nodiscard]] std::optional<ClientDraft> draftFromBytes(const QByteArray& bytes);

class DraftFile
{
public:
    /// Nothing where no file can be written here.
    static std::unique_ptr<DraftFile> open(const QByteArray& officeId, const QByteArray& owner);
    ~DraftFile();
    DraftFile(const DraftFile&) = delete;
    DraftFile& operator=(const DraftFile&) = delete;

    [[nodiscard]] const QString& path() const { return m_path; }
    /// In the place of what was there.
    Result<> write(const ClientDraft& draft, const SecureBytes& seed);
    void remove();

private:
    DraftFile(QString path, QByteArray binding);

    QString m_path;
    QByteArray m_binding;
    std::unique_ptr<QLockFile> m_lock;
};

struct LeftDraft
{
    ClientDraft draft; ///< `kept` says where
    QDateTime at; ///< when it was written last
};

/// Newest first. What cannot be read (an older key, damage) is no draft any more, and goes.
[[nodiscard]] std::vector<LeftDraft>
leftDrafts(const QByteArray& officeId, const QByteArray& owner, const SecureBytes& seed);
void removeDraft(const QString& path);

} // namespace core
