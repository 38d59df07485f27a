/// SearchOffice: a small encrypted office with clients in it and their search index, looked at by
/// whoever is asked for.
///
///     SearchOffice office;
///     office.add({{Field::Name, u"曾伟"}, {Field::Type, u"person"}}, "li");
///     CHECK(office.found(u"zengwei") == QStringList {u"曾伟"});
#pragma once

#include "core/base/Resources.h"
#include "core/crypto/SecureBytes.h"
#include "core/records/ClientStandardizer.h"
#include "core/records/ClientStore.h"
#include "core/search/ClientQueries.h"
#include "core/search/SearchIndex.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"
#include "core/storage/Transaction.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <memory>
#include <utility>
#include <vector>

/// Catch prints what a test saw.
inline std::ostream& operator<<(std::ostream& stream, const QString& text)
{
    return stream << '"' << text.toStdString() << '"';
}

inline std::ostream& operator<<(std::ostream& stream, const QStringList& texts)
{
    return stream << '[' << texts.join(QStringLiteral(" | ")).toStdString() << ']';
}

using namespace Qt::StringLiterals;

namespace searchtest {

using namespace core;

template <typename T>
T done(Result<T> result)
{
    if (!result) {
        FAIL(result.error().message.toStdString() << " / " << result.error().detail.toStdString());
    }
    return *std::move(result);
}

inline void done(const Result<>& result)
{
    if (!result) {
        FAIL(result.error().message.toStdString() << " / " << result.error().detail.toStdString());
    }
}

class SearchOffice
{
public:
    SearchOffice()
    {
        initResources();
        clock.set(QDateTime(QDate(2026, 11, 24), QTime(2, 0), Qt::UTC));
        connection = done(Connection::open(
            {.path = m_folder.filePath(QStringLiteral("office.db")), .create = true},
            SecureBytes::random(32)));
        for (const char* name : {"0001_initial.sql",
                                 "0002_trash.sql",
                                 "0004_evidence_and_sealed_values.sql",
                                 "0005_views.sql",
                                 "derived_duplicates.sql"}) {
            QFile file(QStringLiteral(":/dossier/migrations/") + QLatin1String(name));
            REQUIRE(file.open(QIODevice::ReadOnly));
            done(connection->executeScript(file.readAll().toStdString()));
        }
        Progress quiet;
        done(SearchIndex::prepare(*connection, quiet));
        person("admin", Role::DataAdmin);
    }

    void person(const char* name, Role role)
    {
        const QString text = QString::fromLatin1(name);
        done(
            connection
                ->statement(
                    "INSERT INTO users (uuid, name, name_key, role, sign_key, seal_key, created_at)"
                    " VALUES (?, ?, ?, ?, x'00', x'00', '2026-01-01T00:00:00.000Z')")
                .bindAll(text.toUtf8(), text, text, roleName(role))
                .run());
        Session session;
        session.user = UserPk{connection->lastInsertId()};
        session.name = text;
        session.role = role;
        session.identity = std::make_shared<const Identity>(SecureBytes::random(seedBytes));
        m_people[text] = session;
    }

    /// Typed values; the id is given in turn.
    Client add(const std::vector<std::pair<Field, QString>>& typed, const QString& owner = {})
    {
        ClientValues values;
        values.set(Field::Type, QStringLiteral("company"));
        values.set(Field::Status, QStringLiteral("active"));
        for (const auto& [field, text] : typed) {
            values.set(field, text);
        }
        Client client;
        client.values = standardizeClient(values);
        client.set(Field::Status, values.value(Field::Status));
        client.set(Field::Id,
                   QStringLiteral("CUST20261124%1").arg(++m_serial, 4, 10, QLatin1Char('0')));
        client.version = 1;
        client.createdAt = clock.now();
        client.updatedAt = clock.now();
        if (!owner.isEmpty()) {
            client.owner = m_people.at(owner).user;
            client.set(Field::Owner, owner);
        }
        auto transaction = done(Transaction::begin(*connection));
        done(ClientStore(*connection).insert(client, UserPk{1}, {}));
        done(index.add(*connection, client));
        done(transaction.commit());
        return client;
    }

    Client add(const char16_t* name) { return add({{Field::Name, QString::fromUtf16(name)}}); }
    Client addPerson(const char16_t* name)
    {
        return add(
            {{Field::Name, QString::fromUtf16(name)}, {Field::Type, QStringLiteral("person")}});
    }

    void change(const Client& before, Client after)
    {
        auto transaction = done(Transaction::begin(*connection));
        done(ClientStore(*connection).update(after, UserPk{1}, before.version));
        done(index.change(*connection, before, after));
        done(transaction.commit());
    }

    template <typename Ask>
    auto as(const QString& who, Ask ask)
    {
        OfficeContext context{*connection,
                              *connection,
                              m_people.at(who),
                              clock,
                              QByteArray(16, 'o'),
                              QTimeZone("Asia/Shanghai"),
                              QStringLiteral("desk")};
        return ask(ClientQueries(context));
    }

    QStringList
    found(const QString& text, const QString& who = QStringLiteral("admin"), int limit = 50)
    {
        return as(who, [&](const ClientQueries& queries) {
            QStringList names;
            for (const FoundClient& client : done(queries.search(text, limit)).clients) {
                names.append(client.row.client.value(Field::Name));
            }
            return names;
        });
    }

    QStringList listed(const ListQuery& query, const QString& who = QStringLiteral("admin"))
    {
        return as(who,
                  [&](const ClientQueries& queries) { return names(done(queries.list(query))); });
    }

    static QStringList names(const ClientPage& page)
    {
        QStringList result;
        for (const ClientRow& row : page.rows) {
            result.append(row.client.value(Field::Name));
        }
        return result;
    }

    std::int64_t number(const char* sql)
    {
        return done(connection->statement(sql).one(
                        [](const Statement& row) { return row.int64(0); }))
            .value_or(-1);
    }

    SettableClock clock;
    std::unique_ptr<Connection> connection;
    SearchIndex index;

private:
    QTemporaryDir m_folder;
    std::map<QString, Session> m_people;
    int m_serial = 0;
};

} // namespace searchtest
