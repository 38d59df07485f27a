/// MergeOffice: an encrypted office of one administrator with the tables of matching, for merges, scans and decisions.
///
///     MergeOffice office;
///     Client stays = office.add({{Field::Name, u"苏州元诚科技有限公司"_s}});
///     AppliedMerge merge = office.merge({stays, goes});
#pragma once

#include "tests/support/SealedKeysFor.h"

#include "core/base/Resources.h"
#include "core/crypto/Identity.h"
#include "core/crypto/SecureBytes.h"
#include "core/duplicates/DuplicateIndex.h"
#include "core/duplicates/DuplicateService.h"
#include "core/duplicates/EntryLookup.h"
#include "core/duplicates/MergeService.h"
#include "core/records/ClientStandardizer.h"
#include "core/records/ClientStore.h"
#include "core/records/ClientWriter.h"
#include "core/security/UserStore.h"
#include "core/storage/Migrations.h"
#include "core/storage/Statement.h"

#include <QDir>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace duplicatestest {

using namespace core;
using namespace Qt::StringLiterals;

/// What a use case that must succeed gave.
template <typename T>
T need(Result<T> result)
{
    if (!result) {
        FAIL(result.error().message.toStdString() << " / " << result.error().detail.toStdString());
    }
    return *std::move(result);
}

inline void need(const Result<>& result)
{
    if (!result) {
        FAIL(result.error().message.toStdString() << " / " << result.error().detail.toStdString());
    }
}

template <typename T>
ErrorCode failure(const Result<T>& result)
{
    REQUIRE_FALSE(result);
    CHECK_FALSE(result.error().message.isEmpty());
    return result.error().code;
}

using Values = std::vector<std::pair<Field, QString>>;

class MergeOffice
{
public:
    explicit MergeOffice(const QString& folder = QDir::tempPath())
        : m_folder(folder + u"/merge-XXXXXX"_s)
    {
        REQUIRE(initCrypto());
        initResources();
        at(QDate(2026, 11, 24));
        m_connection = need(Connection::open(
            {.path = m_folder.filePath(u"office.db"_s), .create = true}, SecureBytes::random(32)));
        need(migrate(*m_connection, m_clock));
        need(DuplicateIndex::prepare(*m_connection));
        const auto identity = std::make_shared<const Identity>(SecureBytes::random(seedBytes));
        m_session.uuid = randomBytes(16);
        m_session.name = u"li"_s;
        m_session.role = Role::DataAdmin;
        m_session.identity = identity;
        m_session.sealed = sealedKeysFor(Role::DataAdmin);
        m_session.user = UserPk{1};
        m_context = std::make_unique<OfficeContext>(OfficeContext{*m_connection,
                                                                  *m_connection,
                                                                  m_session,
                                                                  m_clock,
                                                                  QByteArray(16, 'o'),
                                                                  QTimeZone("Asia/Shanghai"),
                                                                  u"desk"_s});
        User user;
        user.uuid = m_session.uuid;
        user.name = m_session.name;
        user.role = m_session.role;
        user.signKey = identity->publicKeys().sign;
        user.sealKey = identity->publicKeys().seal;
        auto operation = need(Operation::beginForKeyring(*m_context, u"user.add"));
        need(UserStore(*m_connection).insert(operation, user));
        need(operation.commit());
        merges = std::make_unique<MergeService>(*m_context, m_writer);
        duplicates = std::make_unique<DuplicateService>(*m_context);
    }

    void at(QDate day) { m_clock.set(QDateTime(day, QTime(10, 0), QTimeZone::utc())); }

    Client add(const Values& typed)
    {
        ClientValues values;
        for (const auto& [field, text] : typed) {
            values.set(field, text);
        }
        Client client;
        client.values = standardizeClient(values);
        auto operation = need(Operation::begin(*m_context, u"client.add"));
        need(m_writer.create(operation, client, from(u"create"_s)));
        need(operation.commit());
        return client;
    }

    /// Values in stored form; all in one step.
    std::vector<Client> addAll(const std::vector<ClientValues>& all)
    {
        std::vector<Client> clients;
        auto operation = need(Operation::begin(*m_context, u"client.add"));
        for (const ClientValues& values : all) {
            Client client;
            client.values = values;
            need(m_writer.create(operation, client, from(u"create"_s)));
            clients.push_back(std::move(client));
        }
        need(operation.commit());
        return clients;
    }

    void edit(const Client& client, const Values& stored)
    {
        ClientValues after = now(client).values;
        for (const auto& [field, text] : stored) {
            after.set(field, text);
        }
        edit(client, after);
    }
    void edit(const Client& client, const ClientValues& after)
    {
        Client current = now(client);
        auto operation = need(Operation::begin(*m_context, u"client.update"));
        need(m_writer.change(
            operation, current, differences(current.values, after), from(u"update"_s)));
        need(operation.commit());
    }

    void erase(const Client& client)
    {
        auto operation = need(Operation::begin(*m_context, u"client.erase"));
        need(m_writer.remove(operation, now(client), from(u"undo"_s)));
        need(operation.commit());
    }

    Client now(const Client& client)
    {
        return need(ClientStore(*m_connection).byPk(client.pk)).value();
    }
    QString value(const Client& client, Field field) { return now(client).value(field); }

    MergePlan plan(const std::vector<Client>& clients)
    {
        std::vector<Client> current;
        for (const Client& client : clients) {
            current.push_back(now(client));
        }
        return need(proposeMerge(current));
    }

    Result<AppliedMerge> tryMerge(const MergePlan& plan)
    {
        auto operation = need(Operation::begin(*m_context, u"merge"));
        auto applied = merges->apply(operation, plan, {});
        if (applied) {
            need(operation.commit());
        }
        return applied;
    }
    AppliedMerge merge(const std::vector<Client>& clients) { return need(tryMerge(plan(clients))); }

    using Places = std::vector<std::pair<Field, std::vector<ClientId>>>;
    Result<MergeUndo> tryUndo(MergePk merge, const Places& places = {})
    {
        auto plan = merges->planUndo(merge);
        if (!plan) {
            return plan.error();
        }
        for (const auto& [field, where] : places) {
            need(plan->place(field, where));
        }
        return tryUndo(*plan);
    }
    Result<MergeUndo> tryUndo(const UnmergePlan& plan)
    {
        auto operation = need(Operation::begin(*m_context, u"merge.undo"));
        auto undone = merges->undoIn(operation, plan, {});
        if (undone) {
            need(operation.commit());
        }
        return undone;
    }
    MergeUndo undo(MergePk merge, const Places& places = {})
    {
        return need(tryUndo(merge, places));
    }
    AppliedMerge again(MergePk merge) { return need(tryMerge(need(merges->planAgain(merge)))); }

    qint64 number(const char* sql)
    {
        return need(m_connection->statement(std::string_view(sql)).one([](const Statement& row) {
                   return row.int64(0);
               }))
            .value_or(-1);
    }

    qint64 openRequest(const Client& client)
    {
        need(m_connection
                 ->statement(
                     "INSERT INTO requests (kind, client_pk, level, state, requested_by, "
                     "requested_at, due_at, asked_seq)"
                     " VALUES ('change', ?, 'ordinary', 'open', 1, '2026-11-24', '2026-11-26', 1)")
                 .bindAll(client.pk)
                 .run());
        return m_connection->lastInsertId();
    }
    ClientPk clientOfRequest(qint64 request)
    {
        return need(m_connection->statement("SELECT client_pk FROM requests WHERE pk = ?")
                        .bindAll(request)
                        .one([](const Statement& row) { return row.id<ClientPk>(0); }))
            .value();
    }

    void addUser(const QString& name)
    {
        User user;
        user.uuid = randomBytes(16);
        user.name = name;
        const Identity identity(SecureBytes::random(seedBytes));
        user.signKey = identity.publicKeys().sign;
        user.sealKey = identity.publicKeys().seal;
        auto operation = need(Operation::begin(*m_context, u"user.add"));
        need(UserStore(*m_connection).insert(operation, user));
        need(operation.commit());
    }

    Connection& connection() { return *m_connection; }
    const ClientWriter& writer() const { return m_writer; }
    OfficeContext& context() { return *m_context; }

private:
    Provenance from(const QString& action)
    {
        Provenance provenance;
        provenance.action = action;
        provenance.consent
            = u"form %1"_s.arg(++m_forms); // only where something confidential is entered
        return provenance;
    }

    QTemporaryDir m_folder;
    SettableClock m_clock;
    std::unique_ptr<Connection> m_connection;
    Session m_session;
    std::unique_ptr<OfficeContext> m_context;
    DuplicateIndex m_index;
    ClientWriter m_writer{{&m_index}, nullptr};
    int m_forms = 0;

public:
    std::unique_ptr<MergeService> merges;
    std::unique_ptr<DuplicateService> duplicates;
};

} // namespace duplicatestest
