/// ApprovalOffice: a small encrypted office with people of each role, each with their own session
/// over one connection.
///
///     ApprovalOffice office;
///     Person& li = office.person("li", Role::Sales, "North");
///     Client client = office.client("li", {{Field::Name, u"苏州元诚科技有限公司"}});
#pragma once

#include "tests/support/SealedKeysFor.h"

#include "core/approval/ChangeService.h"
#include "core/approval/RequestService.h"
#include "core/base/Resources.h"
#include "core/duplicates/MergeService.h"
#include "core/records/ClientParts.h"
#include "core/records/ClientStandardizer.h"
#include "core/records/ClientStore.h"
#include "core/records/HistoryStore.h"
#include "core/security/AuditChain.h"
#include "core/security/SettingStore.h"
#include "core/security/UserStore.h"
#include "core/storage/Migrations.h"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace approvaltest {

using namespace core;

inline const QString oldPhone = QStringLiteral("+8613800138000");
inline const QString newPhone = QStringLiteral("13912345678");
inline const QString newStored = QStringLiteral("+8613912345678");

/// What a use case that must succeed gave.
template <typename T>
T done(Result<T> result)
{
    if (!result) {
        FAIL(result.error().message.toStdString() << " / " << result.error().detail.toStdString());
    }
    return *std::move(result);
}

template <typename T>
ErrorCode failure(const Result<T>& result)
{
    REQUIRE_FALSE(result);
    CHECK_FALSE(result.error().message.isEmpty());
    return result.error().code;
}

/// One rule that is easily broken: an e-mail has an @.
class MailRule final : public ClientCheck
{
public:
    [[nodiscard]] Findings check(const ClientValues& values) const override
    {
        const QString& mail = values.value(Field::Email);
        if (mail.isEmpty() || mail.contains(u'@')) {
            return {};
        }
        return {{Field::Email,
                 QStringLiteral("no_at"),
                 Severity::Error,
                 QStringLiteral("An e-mail has an @.")}};
    }
};

struct Person
{
    Person(Connection& connection,
           const Clock& clock,
           const QByteArray& officeId,
           Session who,
           const ClientWriter& writer,
           const ClientCheck& check,
           const WorkingDays& calendar)
        : session(std::move(who))
        , context{connection,
                  connection,
                  session,
                  clock,
                  officeId,
                  QTimeZone("Asia/Shanghai"),
                  QStringLiteral("desk")}
        , merges(context, writer)
        , changes(context, writer, check, merges, calendar)
        , requests(context, writer, merges, calendar)
    { }

    Session session;
    OfficeContext context;
    MergeService merges;
    ChangeService changes;
    RequestService requests;
};

class ApprovalOffice
{
public:
    ApprovalOffice()
    {
        REQUIRE(initCrypto());
        m_calendar
            = done(WorkingDays::fromText(u"2026-01-01\toff\n2026-10-01\toff\n2026-10-02\toff\n"
                                         u"2026-10-05\toff\n2026-10-06\toff\n2026-10-07\toff\n"
                                         u"2026-10-10\twork\n"));
        at(QDateTime(QDate(2026, 11, 24), QTime(10, 0), QTimeZone("Asia/Shanghai"))); // a Tuesday
        auto opened = Connection::open(
            {.path = m_folder.filePath(QStringLiteral("office.db")), .create = true},
            SecureBytes::random(32));
        REQUIRE(opened);
        m_connection = *std::move(opened);
        initResources();
        REQUIRE(migrate(*m_connection, m_clock));
        admin = &person("admin", Role::DataAdmin);
    }

    void at(const QDateTime& time) { m_clock.set(time.toUTC()); }

    Person& person(const char* name, Role role, const char* department = "")
    {
        auto identity = std::make_shared<const Identity>(SecureBytes::random(seedBytes));
        Session session;
        session.uuid = randomBytes(16);
        session.name = QString::fromLatin1(name);
        session.role = role;
        session.identity = identity;
        session.sealed = sealedKeysFor(role);
        User user;
        user.uuid = session.uuid;
        user.name = session.name;
        user.role = role;
        user.signKey = identity->publicKeys().sign;
        user.sealKey = identity->publicKeys().seal;
        // The first person enters himself, the administrator everybody else.
        Session acting = m_people.empty() ? session : m_people.front()->session;
        if (m_people.empty()) {
            acting.user = UserPk{1};
        }
        OfficeContext context{*m_connection,
                              *m_connection,
                              acting,
                              m_clock,
                              m_officeId,
                              QTimeZone("Asia/Shanghai"),
                              QStringLiteral("desk")};
        auto operation = Operation::begin(context, u"user.add");
        REQUIRE(operation);
        UserStore users(*m_connection);
        if (*department != '\0') {
            auto made = users.departmentNamed(*operation, QString::fromLatin1(department));
            REQUIRE(made);
            user.department = *made;
        }
        REQUIRE(users.insert(*operation, user));
        REQUIRE(operation->commit());
        session.user = user.pk;
        session.department = user.department;
        return login(session);
    }

    /// The same person with another role, logged in again.
    Person& promoted(const Person& person, Role role)
    {
        UserStore users(*m_connection);
        auto before = users.byPk(person.session.user);
        REQUIRE(before);
        User after = **before;
        after.role = role;
        change(**before, after);
        Session session = person.session;
        session.role = role;
        return login(session);
    }

    void disable(const Person& person)
    {
        auto before = UserStore(*m_connection).byPk(person.session.user);
        REQUIRE(before);
        User after = **before;
        after.active = false;
        change(**before, after);
    }

    Client client(const Person& owner, const std::vector<std::pair<Field, QString>>& typed)
    {
        ClientValues values;
        values.set(Field::Type, QStringLiteral("company"));
        for (const auto& [field, text] : typed) {
            values.set(field, text);
        }
        Client client;
        client.values = standardizeClient(values);
        client.set(Field::Owner, owner.session.name);
        auto operation = Operation::begin(admin->context, u"client.add");
        REQUIRE(operation);
        Provenance provenance;
        provenance.action = QStringLiteral("create");
        REQUIRE(writer.create(*operation, client, provenance));
        REQUIRE(operation->commit());
        return client;
    }

    Client now(const Client& client)
    {
        auto found = ClientStore(*m_connection).byPk(client.pk);
        REQUIRE(found);
        REQUIRE(*found);
        return **found;
    }

    QString value(const Client& client, Field field) { return now(client).value(field); }

    void setting(const QString& name, const QString& text)
    {
        auto operation = Operation::begin(admin->context, u"setting.set");
        REQUIRE(operation);
        REQUIRE(SettingStore(*m_connection).set(*operation, name, text));
        REQUIRE(operation->commit());
    }

    std::int64_t logEntries()
    {
        auto count = m_connection->statement("SELECT count(*) FROM audit_entries")
                         .one([](const Statement& row) { return row.int64(0); });
        REQUIRE(count);
        return count->value_or(-1);
    }

    Connection& connection() { return *m_connection; }

    Person* admin = nullptr;
    MailRule check;
    ClientWriter writer{{}, &check};

private:
    Person& login(const Session& session)
    {
        m_people.push_back(std::make_unique<Person>(
            *m_connection, m_clock, m_officeId, session, writer, check, m_calendar));
        return *m_people.back();
    }

    void change(const User& before, User& after)
    {
        auto operation = Operation::begin(admin->context, u"user.change");
        REQUIRE(operation);
        REQUIRE(UserStore(*m_connection).update(*operation, before, after));
        REQUIRE(operation->commit());
    }

    QTemporaryDir m_folder;
    SettableClock m_clock;
    QByteArray m_officeId = QByteArray(16, 'o');
    WorkingDays m_calendar;
    std::unique_ptr<Connection> m_connection;
    std::vector<std::unique_ptr<Person>> m_people;
};

} // namespace approvaltest
