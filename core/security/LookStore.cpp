#include "core/security/LookStore.h"

#include "core/crypto/Seal.h"
#include "core/security/LogKeys.h"
#include "core/security/Operation.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>

namespace core {

namespace {

QByteArray lookBinding(const QByteArray& journalId, std::int64_t number)
{
    return journalId + QByteArray::number(qlonglong(number));
}

} // namespace

void addLookRow(Hasher& hasher, const StoredLook& look)
{
    hasher.add(QByteArray::number(qlonglong(look.journal)));
    hasher.add(QByteArray::number(qlonglong(look.number)));
    hasher.add(look.at);
    hasher.add(QByteArray::number(qlonglong(look.actor.value)));
    hasher.add(look.kind);
    hasher.add(QByteArray::number(qlonglong(look.client.value)));
    hasher.add(look.textKey);
    hasher.add(look.textHash);
}

QString journalText(const QByteArray& id, UserPk user, const QString& host, int slot)
{
    return QString::fromLatin1(id.toHex()) + u' ' + QString::number(user.value) + u' '
        + QString::number(slot) + u' ' + host;
}

QString JournalGap::message() const
{
    if (first == 0) {
        return QCoreApplication::translate(
                   "core::LookStore",
                   "The journal of looks of %1 on the computer %2 began anew: the one before it "
                   "was deleted or could not be read. What it had not brought is not known.")
            .arg(user, computer);
    }
    return QCoreApplication::translate(
               "core::LookStore",
               "Of the journal of looks of %1 on the computer %2 the numbers %3 to %4 never came.")
        .arg(user, computer)
        .arg(first)
        .arg(last);
}

Result<std::int64_t> LookStore::lastNumber(const QByteArray& journalId) const
{
    auto last = m_connection
                    ->statement("SELECT max(number) FROM look_rows WHERE journal_pk ="
                                " (SELECT pk FROM look_journals WHERE id = ?)")
                    .bindAll(journalId)
                    .one([](const Statement& row) { return row.int64(0); });
    if (!last) {
        return last.error();
    }
    return last->value_or(0);
}

Result<std::int64_t> LookStore::journalPk(Operation& operation, const LookJournal& journal)
{
    const QByteArray id = journal.id();
    auto known = m_connection->statement("SELECT pk FROM look_journals WHERE id = ?")
                     .bindAll(id)
                     .one([](const Statement& row) { return row.int64(0); });
    if (!known) {
        return known.error();
    }
    if (*known) {
        return **known;
    }
    const OfficeContext& office = operation.office();
    auto made = m_connection
                    ->statement("INSERT INTO look_journals (id, user_pk, host, slot)"
                                " VALUES (?, ?, ?, ?)")
                    .bindAll(id, operation.actor(), office.host, journal.slot())
                    .run();
    if (!made) {
        return made.error();
    }
    const std::int64_t pk = m_connection->lastInsertId();
    const QString object = QStringLiteral("journal:%1").arg(pk);
    operation.recordRow(
        object,
        {},
        rowHash(office, object, {journalText(id, operation.actor(), office.host, journal.slot())}));
    return pk;
}

Result<std::vector<StoredLook>> LookStore::prepare(Operation& operation,
                                                   const LookJournal& journal,
                                                   const std::vector<LookRow>& rows)
{
    std::vector<StoredLook> looks;
    if (rows.empty()) {
        return looks;
    }
    auto pk = journalPk(operation, journal);
    if (!pk) {
        return pk.error();
    }
    const QByteArray id = journal.id();
    looks.reserve(rows.size());
    for (const LookRow& row : rows) {
        StoredLook look{*pk,
                        row.number,
                        row.at,
                        operation.actor(),
                        lookKindName(row.kind),
                        row.client,
                        {},
                        {},
                        {}};
        if (!row.text.isEmpty()) {
            auto key = logKeyFor(*m_connection, row.client, row.at);
            if (!key) {
                return key.error();
            }
            look.textKey = key->name;
            look.text = seal(key->key, row.text.toUtf8(), lookBinding(id, row.number));
            look.textHash = digest(look.text);
        }
        looks.push_back(std::move(look));
    }
    return looks;
}

Result<> LookStore::insert(std::int64_t seq, const std::vector<StoredLook>& looks)
{
    int ordinal = 0;
    for (const StoredLook& look : looks) {
        auto done
            = m_connection
                  ->statement("INSERT INTO look_rows (audit_seq, ordinal, journal_pk, number, at,"
                              " actor_pk, kind, client_pk, text_key, text, text_hash)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                  .bindAll(seq,
                           ++ordinal,
                           look.journal,
                           look.number,
                           look.at,
                           look.actor,
                           look.kind,
                           look.client,
                           look.textKey,
                           look.text.isEmpty() ? std::nullopt : std::optional(look.text),
                           look.textHash)
                  .run();
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<> LookStore::remember(UserPk user, const std::vector<LookRow>& rows)
{
    bool isAny = false;
    for (const LookRow& row : rows) {
        if (!row.isOpened) {
            continue;
        }
        isAny = true;
        auto done = m_connection
                        ->statement("INSERT INTO recent_clients (user_pk, client_pk, seen_at)"
                                    " VALUES (?, ?, ?) ON CONFLICT (user_pk, client_pk)"
                                    " DO UPDATE SET seen_at = excluded.seen_at")
                        .bindAll(user, row.client, row.at)
                        .run();
        if (!done) {
            return done;
        }
    }
    if (!isAny) {
        return {};
    }
    constexpr int mostRemembered = 60; // more than are shown: some are merged or go
    return m_connection
        ->statement("DELETE FROM recent_clients WHERE user_pk = ?1 AND client_pk NOT IN"
                    " (SELECT client_pk FROM recent_clients WHERE user_pk = ?1"
                    " ORDER BY seen_at DESC LIMIT ?2)")
        .bindAll(user, mostRemembered)
        .run();
}

Result<std::vector<JournalGap>> LookStore::gaps() const
{
    const auto read = [](const Statement& row) {
        return JournalGap{row.text(0), row.text(1), row.int64(2), row.int64(3), row.int64(4)};
    };
    auto gaps = m_connection
                    ->statement(
                        "SELECT j.host, u.name, g.before + 1, g.number - 1, g.audit_seq FROM"
                        " (SELECT journal_pk, number, audit_seq, lag(number, 1, 0) OVER"
                        " (PARTITION BY journal_pk ORDER BY number) AS before FROM look_rows) g"
                        " JOIN look_journals j ON j.pk = g.journal_pk JOIN users u ON u.pk ="
                        " j.user_pk WHERE g.number <> g.before + 1 ORDER BY g.audit_seq LIMIT 1000")
                    .all(read);
    if (!gaps) {
        return gaps;
    }
    auto anew
        = m_connection
              ->statement("SELECT j.host, u.name, 0, 0, (SELECT min(l.audit_seq) FROM look_rows l"
                          " WHERE l.journal_pk = j.pk) FROM look_journals j JOIN users u ON u.pk ="
                          " j.user_pk WHERE EXISTS (SELECT 1 FROM look_journals o WHERE o.pk < j.pk"
                          " AND o.user_pk = j.user_pk AND o.host = j.host AND o.slot = j.slot)"
                          " ORDER BY j.pk LIMIT 1000")
              .all(read);
    if (!anew) {
        return anew;
    }
    gaps->insert(gaps->end(), anew->begin(), anew->end());
    return gaps;
}

} // namespace core
