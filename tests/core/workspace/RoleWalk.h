/// RoleWalk: an office with a person of each role, and every function of its services with what it needs by the policy's
/// table. Nobody logs in: the sessions are handed in, so that no password is hashed but the one of making the office.
///
///     WalkOffice office;
///     Desk& desk = office.desk(Role::Sales);
///     for (const Probe& probe : allProbes()) probe.run({office, desk, client}) …
#pragma once

#include "tests/support/SealedKeysFor.h"

#include "core/security/Policy.h"
#include "core/workspace/Office.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace rolewalk {

using namespace core;
using namespace Qt::StringLiterals;

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

/// Whose record it is, seen from the person who acts.
enum class Whose
{
    Own,
    Colleague, ///< of the same department
    Stranger ///< of another one
};

inline constexpr std::array allWhose{Whose::Own, Whose::Colleague, Whose::Stranger};

struct Desk
{
    Session session;
    std::unique_ptr<Office> office;
};

class WalkOffice
{
public:
    WalkOffice()
    {
        NewOffice wanted;
        wanted.folder = QDir(m_folder.path()).filePath(u"Walk.dossier"_s);
        wanted.name = u"Walk"_s;
        wanted.adminName = u"admin"_s;
        wanted.adminPassword = u"granite walrus"_s;
        wanted.kdfMemoryMib = 64;
        wanted.practice = true;
        m_access = need(createOffice(wanted)).access;
        m_admin.session = m_access->session;
        m_admin.office = need(Office::open(m_access));
        for (const Role role : allRoles) {
            m_desks[role] = enter(roleName(role), role, "North");
        }
        m_colleague = enter(u"colleague"_s, Role::Sales, "North");
        m_stranger = enter(u"stranger"_s, Role::Sales, "South");
        m_asker = enter(u"asker"_s, Role::Service, "North");
    }

    /// What somebody without a session of the same office would see: a second login of the same person.
    Desk again(const Desk& desk) const { return open(desk.session); }

    Office& admin() { return *m_admin.office; }
    Desk& desk(Role role) { return m_desks.at(role); }
    /// Service, who may ask for changes of every record.
    Office& asker() { return *m_asker.office; }

    const Session& ownerOf(Whose whose, const Desk& actor) const
    {
        switch (whose) {
        case Whose::Own:
            return actor.session;
        case Whose::Colleague:
            return m_colleague.session;
        case Whose::Stranger:
            break;
        }
        return m_stranger.session;
    }

    /// A new client; no two look alike.
    Client client(const Session& owner)
    {
        ClientValues values;
        const int n = ++m_count;
        values.set(Field::Name, u"Walker %1 Ltd"_s.arg(n));
        values.set(Field::Phone, u"+86138%1"_s.arg(n, 8, 10, QLatin1Char('0')));
        values.set(Field::Notes, u"secretnote%1"_s.arg(n));
        values.set(Field::Tags, u"walked%1"_s.arg(n));
        values.set(Field::Email, u"walker%1@hidden%1.example"_s.arg(n));
        values.set(Field::Owner, owner.name);
        AddOptions options;
        options.force = true;
        auto added = need(admin().clients().add(values, options));
        REQUIRE(added.client);
        return *added.client;
    }

    /// A request of the asker's for another phone, or (important) another name.
    RequestPk request(const Client& client, bool important)
    {
        const FieldEdit edit = important
            ? FieldEdit{Field::Name, client.value(Field::Name) + u" renamed"_s, {}}
            : FieldEdit{Field::Phone, u"13700137000"_s, {}};
        auto asked = need(asker().changes().update(client.id(), {edit}));
        REQUIRE(asked.requests.size() == 1);
        return asked.requests.front();
    }

    /// Two records of one owner, merged by the administrator.
    MergePk merged(const Client& stays, const Client& goes)
    {
        const auto plan
            = need(proposeMerge(need(admin().merges().clientsFor({stays.id(), goes.id()}))));
        return need(admin().changes().merge(plan)).merge.value();
    }

    QString file(const QByteArray& bytes)
    {
        QFile file(QDir(m_folder.path()).filePath(u"file%1.csv"_s.arg(++m_count)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        return file.fileName();
    }
    QString path(const QString& name) const { return QDir(m_folder.path()).filePath(name); }
    int next() { return ++m_count; }

private:
    Desk open(const Session& session) const
    {
        auto access = std::make_shared<OfficeAccess>(*m_access);
        access->session = session;
        access->session.policy = std::make_shared<PolicyInForce>(); // a login of its own
        Desk desk{access->session, nullptr};
        desk.office = need(Office::open(std::move(access)));
        return desk;
    }

    Desk enter(const QString& name, Role role, const char* department)
    {
        const auto identity = std::make_shared<const Identity>(SecureBytes::random(seedBytes));
        User user;
        user.uuid = randomBytes(16);
        user.name = name;
        user.role = role;
        user.signKey = identity->publicKeys().sign;
        user.sealKey = identity->publicKeys().seal;
        auto operation = need(Operation::begin(m_admin.office->context(), u"user.add"));
        UserStore users(operation.connection());
        user.department = need(users.departmentNamed(operation, QString::fromLatin1(department)));
        need(users.insert(operation, user));
        need(operation.commit());
        Session session;
        session.user = user.pk;
        session.uuid = user.uuid;
        session.name = name;
        session.role = role;
        session.department = user.department;
        session.identity = identity;
        session.sealed = sealedKeysFor(role);
        return open(session);
    }

    QTemporaryDir m_folder;
    std::shared_ptr<const OfficeAccess> m_access;
    Desk m_admin;
    std::map<Role, Desk> m_desks;
    Desk m_colleague;
    Desk m_stranger;
    Desk m_asker;
    int m_count = 0;
};

/// What a probe works with.
struct Step
{
    WalkOffice& walk;
    Desk& desk;
    const Client& client;
    const Session& owner;
    Whose whose;

    [[nodiscard]] Office& office() const { return *desk.office; }
};

/// What the table says, read without the code that it is to judge.
class Judge
{
public:
    Judge(const Policy& policy, Role role, Whose whose)
        : m_policy(policy)
        , m_role(role)
        , m_whose(whose)
    { }

    /// For the record.
    [[nodiscard]] Verdict may(Action action) const
    {
        const Grant grant = m_policy.grant(m_role, action);
        if (reaches(grant.direct)) {
            return Verdict::Allowed;
        }
        return reaches(grant.byRequest) ? Verdict::ByRequest : Verdict::Denied;
    }
    /// For no record in particular.
    [[nodiscard]] Verdict mayAtAll(Action action) const
    {
        const Grant grant = m_policy.grant(m_role, action);
        if (grant.direct != Scope::None) {
            return Verdict::Allowed;
        }
        return grant.byRequest != Scope::None ? Verdict::ByRequest : Verdict::Denied;
    }
    [[nodiscard]] Scope scope(Action action) const { return m_policy.grant(m_role, action).direct; }
    [[nodiscard]] Whose whose() const { return m_whose; }

private:
    [[nodiscard]] bool reaches(Scope scope) const
    {
        switch (scope) {
        case Scope::None:
            return false;
        case Scope::Own:
            return m_whose == Whose::Own;
        case Scope::Department:
            return m_whose != Whose::Stranger;
        case Scope::All:
            break;
        }
        return true;
    }

    const Policy& m_policy;
    Role m_role;
    Whose m_whose;
};

inline Verdict onlyIf(bool allowed)
{
    return allowed ? Verdict::Allowed : Verdict::Denied;
}

/// All of them: the least.
inline Verdict both(Verdict a, Verdict b)
{
    return std::max(a, b);
}

struct Probe
{
    std::string function; ///< "Class::method", and what is special about this call behind a blank
    std::function<Verdict(const Judge&)> expected;
    std::function<Verdict(const Step&)> run;
    bool isAboutRecord = true;
};

/// What a result came to; any other error than Denied fails.
template <typename T>
Verdict answerOf(const Result<T>& result, Verdict otherwise = Verdict::Allowed)
{
    if (result) {
        return otherwise;
    }
    if (result.error().code != ErrorCode::Denied) {
        FAIL(result.error().message.toStdString() << " / " << result.error().detail.toStdString());
    }
    return Verdict::Denied;
}

std::vector<Probe> clientProbes();
std::vector<Probe> requestProbes();
std::vector<Probe> officeProbes();

} // namespace rolewalk
