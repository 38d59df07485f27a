#include "core/duplicates/DuplicateIndex.h"

#include "core/base/Resources.h"
#include "core/duplicates/MatchedClient.h"
#include "core/records/ClientStore.h"
#include "core/storage/Migrations.h"
#include "core/storage/Statement.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace core {

namespace {

constexpr std::string_view insertKey
    = "INSERT OR IGNORE INTO duplicate_keys (hash, client_pk) VALUES (?, ?)";
constexpr int duplicateRulesVersion = 4;

/// Runs a statement for each key of a record that is matched.
Result<> forEachKey(std::string_view sql, Connection& connection, const Client& client)
{
    if (!isMatched(client)) {
        return {};
    }
    Statement statement = connection.statement(sql);
    for (const std::int64_t key : blockingKeys(matchRecordOf(client.values, client.pk.value))) {
        if (auto done = statement.bindAll(key, client.pk).run(); !done) {
            return done;
        }
    }
    return {};
}

Result<> removeKeys(Connection& connection, const Client& client)
{
    return forEachKey(
        "DELETE FROM duplicate_keys WHERE hash = ? AND client_pk = ?", connection, client);
}

using KeptKeys = std::vector<std::pair<std::int64_t, std::int64_t>>; ///< key and client

void appendKeys(KeptKeys& keys, const Client& client)
{
    if (isMatched(client)) {
        for (const std::int64_t key : blockingKeys(matchRecordOf(client.values, client.pk.value))) {
            keys.emplace_back(key, client.pk.value);
        }
    }
}

/// In the order of the table: each page is filled once, instead of looked up for each key.
Result<> putInOrder(Connection& connection, KeptKeys& keys)
{
    std::sort(keys.begin(), keys.end());
    Statement insert = connection.statement(insertKey);
    for (const auto& [key, pk] : keys) {
        if (auto done = insert.bindAll(key, pk).run(); !done) {
            return done;
        }
    }
    return {};
}

/// The keys of every record there is, into the empty table.
Result<> fillKeys(Connection& connection)
{
    KeptKeys keys;
    auto read = ClientStore(connection).forEach([&keys](const Client& client) -> Result<> {
        appendKeys(keys, client);
        return {};
    });
    return read ? putInOrder(connection, keys) : read;
}

} // namespace

Result<> DuplicateIndex::prepare(Connection& connection)
{
    initResources();
    QFile file(QStringLiteral(":/dossier/migrations/derived_duplicates.sql"));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorCode::Internal,
            QCoreApplication::translate("core::DuplicateIndex", "The program is incomplete."),
            file.fileName()};
    }
    const QByteArray create = file.readAll();
    const DerivedTables tables{QStringLiteral("duplicates"),
                               duplicateRulesVersion,
                               "DROP TABLE IF EXISTS duplicate_keys; DROP TABLE IF EXISTS "
                               "duplicate_pairs; DROP TABLE IF EXISTS duplicate_members;",
                               std::string_view(create.constData(), std::size_t(create.size()))};
    if (auto there = derivedState(connection, tables); !there || *there == DerivedState::AsItWas) {
        return there ? Result<>() : Result<>(there.error());
    }
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return transaction.error();
    }
    auto state = ensureDerived(connection, tables);
    if (!state) {
        return state.error();
    }
    if (*state == DerivedState::AsItWas) {
        return {};
    }
    if (auto filled = fillKeys(connection); !filled) {
        return filled;
    }
    return transaction->commit();
}

Result<> DuplicateIndex::add(Connection& connection, const Client& client)
{
    if (m_isEmptied) {
        return {};
    }
    if (!m_keepsBack) {
        return forEachKey(insertKey, connection, client);
    }
    appendKeys(m_kept, client);
    constexpr std::size_t mostKept = 1'000'000; // 16 MB
    return m_kept.size() < mostKept ? Result<>() : putIn(connection);
}

void DuplicateIndex::beginAddition()
{
    m_keepsBack = true;
}

Result<> DuplicateIndex::finishAddition(Connection& connection)
{
    m_keepsBack = false;
    return putIn(connection);
}

void DuplicateIndex::dropAddition()
{
    m_keepsBack = false;
    m_kept.clear();
    m_kept.shrink_to_fit();
}

Result<> DuplicateIndex::putIn(Connection& connection)
{
    if (m_kept.empty()) {
        return {};
    }
    auto done = putInOrder(connection, m_kept);
    m_kept.clear();
    return done;
}

Result<> DuplicateIndex::beginRemoval(Connection& connection, std::int64_t count)
{
    auto total = ClientStore(connection).count();
    if (!total) {
        return total.error();
    }
    if (count < *total - count) {
        return {};
    }
    m_isEmptied = true; // most go: those of the others are put in anew
    return connection.statement("DELETE FROM duplicate_keys").run();
}

Result<> DuplicateIndex::finishRemoval(Connection& connection)
{
    return std::exchange(m_isEmptied, false) ? fillKeys(connection) : Result<>();
}

void DuplicateIndex::dropRemoval()
{
    m_isEmptied = false;
}

Result<> DuplicateIndex::remove(Connection& connection, const Client& client)
{
    if (auto done = putIn(connection); !done) {
        return done;
    }
    if (!m_isEmptied) {
        if (auto done = removeKeys(connection, client); !done) {
            return done;
        }
    }
    // Whoever has no partner left is no possible duplicate any more either.
    for (const char* sql :
         {"DELETE FROM duplicate_pairs WHERE a_pk = ?",
          "DELETE FROM duplicate_pairs WHERE b_pk = ?",
          "DELETE FROM duplicate_members WHERE cluster = (SELECT cluster FROM duplicate_members"
          " WHERE client_pk = ?) AND NOT EXISTS (SELECT 1 FROM duplicate_pairs"
          " WHERE a_pk = client_pk) AND NOT EXISTS (SELECT 1 FROM duplicate_pairs"
          " WHERE b_pk = client_pk)"}) {
        if (auto done = connection.statement(std::string_view(sql)).bindAll(client.pk).run();
            !done) {
            return done;
        }
    }
    return {};
}

Result<> DuplicateIndex::change(Connection& connection, const Client& before, const Client& after)
{
    const auto wasKeys = isMatched(before)
        ? blockingKeys(matchRecordOf(before.values, before.pk.value))
        : std::vector<std::int64_t>{};
    const auto nowKeys = isMatched(after)
        ? blockingKeys(matchRecordOf(after.values, after.pk.value))
        : std::vector<std::int64_t>{};
    if (wasKeys == nowKeys || (m_isEmptied && isMatched(after))) {
        return {};
    }
    if (!isMatched(after)) {
        return remove(connection, before);
    }
    if (auto done = putIn(connection); !done) {
        return done;
    }
    if (auto done = removeKeys(connection, before); !done) {
        return done;
    }
    return add(connection, after);
}

} // namespace core
