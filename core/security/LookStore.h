/// LookStore: looks and searches as the log has them (tables look_rows, look_journals); the only place with their SQL. A row is
/// part of the root of the entry that brought it (AuditChain.h). Thread of the connection.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/crypto/Digest.h"
#include "core/security/LookJournal.h"
#include "core/storage/Connection.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace core {

class Operation;

/// One row of look_rows.
struct StoredLook
{
    std::int64_t journal = 0; ///< look_journals.pk
    std::int64_t number = 0;
    QString at;
    UserPk actor;
    QString kind;
    ClientPk client;
    QString textKey;
    QByteArray text; ///< sealed
    QByteArray textHash; ///< of the sealed text, so that removing it later breaks nothing
};

void addLookRow(Hasher& hasher, const StoredLook& look);

/// Numbers that a journal has given and the log does not know, or a journal that began anew.
struct JournalGap
{
    QString computer;
    QString user;
    std::int64_t first = 0; ///< missing numbers; 0: none are, the journal began anew
    std::int64_t last = 0;
    std::int64_t seq = 0; ///< the entry that brought what came after it

    [[nodiscard]] QString message() const; ///< translated
};

class LookStore
{
public:
    explicit LookStore(Connection& connection)
        : m_connection(&connection)
    { }

    /// Of the journal with this id; 0 where the log has none.
    Result<std::int64_t> lastNumber(const QByteArray& journalId) const;
    /// Seals the rows of a journal for the entry of `operation`; notes the journal where it is new.
    Result<std::vector<StoredLook>>
    prepare(Operation& operation, const LookJournal& journal, const std::vector<LookRow>& rows);
    Result<> insert(std::int64_t seq, const std::vector<StoredLook>& looks);
    /// What the person opened last, one row per client; the oldest go.
    Result<> remember(UserPk user, const std::vector<LookRow>& rows);

    Result<std::vector<JournalGap>> gaps() const;

private:
    Result<std::int64_t> journalPk(Operation& operation, const LookJournal& journal);

    Connection* m_connection;
};

/// What the hash of a journal's row is taken over.
[[nodiscard]] QString journalText(const QByteArray& id, UserPk user, const QString& host, int slot);

} // namespace core
