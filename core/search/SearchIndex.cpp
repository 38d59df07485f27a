#include "core/search/SearchIndex.h"

#include "core/base/Resources.h"
#include "core/records/ClientStore.h"
#include "core/search/SearchWords.h"
#include "core/standardize/Pinyin.h"
#include "core/storage/Migrations.h"
#include "core/storage/Statement.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QFile>

namespace core {

namespace {

constexpr std::string_view dropSearch
    = "DROP TABLE IF EXISTS search_index; DROP TABLE IF EXISTS client_sort;";

/// Merged and erased records are found by nobody.
bool isIndexed(const Client& client)
{
    const QString& status = client.value(Field::Status);
    return status == QLatin1String("active") || status == QLatin1String("archived");
}

QString sortKeyOf(const Client& client)
{
    return sortKey(client.value(Field::Name), client.value(Field::Type) == QLatin1String("person"));
}

} // namespace

Result<> SearchIndex::prepare(Connection& connection, Progress& progress)
{
    initResources();
    QFile file(QStringLiteral(":/dossier/migrations/derived_search.sql"));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Internal,
                     QCoreApplication::translate("core::SearchIndex", "The program is incomplete."),
                     file.fileName()};
    }
    const QByteArray create = file.readAll();
    const DerivedTables tables{QStringLiteral("search"),
                               searchRulesVersion,
                               dropSearch,
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
    if (auto filled = fill(connection, progress); !filled) {
        return filled;
    }
    return transaction->commit();
}

Result<> SearchIndex::fill(Connection& connection, Progress& progress)
{
    ClientStore clients(connection);
    auto total = clients.count();
    if (!total) {
        return total.error();
    }
    progress.phase(QCoreApplication::translate("core::SearchIndex", "Preparing search"), *total);
    SearchIndex index;
    std::int64_t done = 0;
    return clients.forEach([&](const Client& client) -> Result<> {
        if (!progress.step(++done, *total)) {
            return cancelledError();
        }
        return index.add(connection, client);
    });
}

Result<> SearchIndex::add(Connection& connection, const Client& client)
{
    if (m_isEmptied || !isIndexed(client)) {
        return {};
    }
    auto done = connection.statement("INSERT INTO search_index (rowid, words) VALUES (?, ?)")
                    .bindAll(client.pk, searchWords(client))
                    .run();
    if (!done) {
        return done;
    }
    return connection.statement("INSERT INTO client_sort (client_pk, name_key) VALUES (?, ?)")
        .bindAll(client.pk, sortKeyOf(client))
        .run();
}

Result<> SearchIndex::remove(Connection& connection, const Client& client)
{
    if (m_isEmptied || !isIndexed(client)) {
        return {};
    }
    auto done
        = connection
              .statement(
                  "INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', ?, ?)")
              .bindAll(client.pk, searchWords(client))
              .run();
    if (!done) {
        return done;
    }
    return connection.statement("DELETE FROM client_sort WHERE client_pk = ?")
        .bindAll(client.pk)
        .run();
}

Result<> SearchIndex::change(Connection& connection, const Client& before, const Client& after)
{
    if (m_isEmptied) {
        return {};
    }
    if (isIndexed(before) == isIndexed(after) && searchWords(before) == searchWords(after)
        && sortKeyOf(before) == sortKeyOf(after)) {
        return {};
    }
    if (auto done = remove(connection, before); !done) {
        return done;
    }
    return add(connection, after);
}

Result<> SearchIndex::beginRemoval(Connection& connection, std::int64_t count)
{
    // Taking one record's words out costs about as much as putting them in.
    auto total
        = connection.statement("SELECT count(*) FROM client_sort").one([](const Statement& row) {
              return std::int64_t(row.int64(0));
          });
    if (!total) {
        return total.error();
    }
    if (count < total->value_or(0) - count) {
        return {};
    }
    for (const char* sql : {"INSERT INTO search_index (search_index) VALUES ('delete-all')",
                            "DELETE FROM client_sort"}) {
        if (auto done = connection.statement(std::string_view(sql)).run(); !done) {
            return done;
        }
    }
    m_isEmptied = true;
    return {};
}

Result<> SearchIndex::finishRemoval(Connection& connection)
{
    if (!m_isEmptied) {
        return {};
    }
    m_isEmptied = false;
    Progress quiet;
    return fill(connection, quiet);
}

} // namespace core
