#include "core/crypto/KeyringChain.h"

#include "core/crypto/Digest.h"
#include "core/crypto/SecureBytes.h"

#include <catch2/catch_test_macros.hpp>

#include <functional>

using namespace core;

namespace {

const QByteArray office(16, 'o');

struct Someone
{
    QByteArray uuid = randomBytes(uuidBytes);
    Identity identity{SecureBytes::random(seedBytes)};
};

KeyringStatement admit(const Someone& who, const char* name, const char* role)
{
    KeyringStatement statement;
    statement.kind = StatementKind::Admit;
    statement.subject = who.uuid;
    statement.name = QString::fromUtf8(name);
    statement.role = QLatin1String(role);
    statement.keys = who.identity.publicKeys();
    return statement;
}

KeyringStatement about(StatementKind kind, const Someone& who, const char* role = "")
{
    KeyringStatement statement;
    statement.kind = kind;
    statement.subject = who.uuid;
    statement.role = QLatin1String(role);
    return statement;
}

/// An office with two administrators and a salesperson.
struct People
{
    Identity root{SecureBytes::random(seedBytes)};
    Someone li;
    Someone chen;
    Someone wang;
    KeyringChain chain = KeyringChain::found(office, root);

    People()
    {
        REQUIRE(chain.append(admit(li, "李娜", "data_admin"), rootUuid(), root));
        REQUIRE(chain.append(admit(chen, "chen", "data_admin"), li.uuid, li.identity));
        REQUIRE(chain.append(admit(wang, "wang", "sales"), chen.uuid, chen.identity));
    }
};

} // namespace

TEST_CASE("replaying the statements gives the same people and the same head")
{
    People people;
    REQUIRE(people.chain.append(
        about(StatementKind::SetRole, people.wang, "manager"), people.li.uuid, people.li.identity));
    auto again = KeyringChain::replay(office, people.chain.statements());
    REQUIRE(again);
    CHECK(again->head() == people.chain.head());
    CHECK(again->people().size() == 3);
    CHECK(again->named(u" WANG ")->role == QStringLiteral("manager"));
    CHECK_FALSE(KeyringChain::replay(QByteArray(16, 'p'), people.chain.statements()));
    CHECK_FALSE(KeyringChain::replay(office, {}));
}

TEST_CASE("only the root and active data administrators make statements")
{
    People people;
    const auto attempt = [&people](const Someone& who) {
        return people.chain.append(
            about(StatementKind::SetRole, people.wang, "data_admin"), who.uuid, who.identity);
    };
    CHECK(attempt(people.wang).error().code == ErrorCode::Denied);
    CHECK(attempt(Someone{}).error().code == ErrorCode::Denied);
    REQUIRE(people.chain.append(
        about(StatementKind::SetRole, people.chen, "sales"), people.li.uuid, people.li.identity));
    CHECK(attempt(people.chen).error().code == ErrorCode::Denied);
    REQUIRE(people.chain.append(
        about(StatementKind::Disable, people.chen), people.li.uuid, people.li.identity));
    CHECK(attempt(people.chen).error().code == ErrorCode::Denied);
    CHECK(people.chain.activeKey(people.chen.uuid).isEmpty());
    // In another's name, with one's own keys.
    CHECK(people.chain
              .append(about(StatementKind::SetRole, people.wang, "data_admin"),
                      people.li.uuid,
                      people.wang.identity)
              .error()
              .code
          == ErrorCode::Corrupt);
    CHECK(people.chain.person(people.wang.uuid)->role == QStringLiteral("sales"));
}

TEST_CASE("old keys sign nothing any more, and stay known for what they signed")
{
    People people;
    const QByteArray before = people.li.identity.publicKeys().sign;
    Someone renewed;
    KeyringStatement statement = about(StatementKind::NewKeys, people.li);
    statement.keys = renewed.identity.publicKeys();
    REQUIRE(people.chain.append(statement, people.chen.uuid, people.chen.identity));
    CHECK_FALSE(people.chain.append(
        about(StatementKind::Disable, people.chen), people.li.uuid, people.li.identity));
    CHECK(people.chain.append(
        about(StatementKind::Disable, people.chen), people.li.uuid, renewed.identity));
    CHECK(people.chain.knowsKey(people.li.uuid, before));
    CHECK_FALSE(people.chain.knowsKey(people.wang.uuid, before));
}

TEST_CASE("a name is given once, however it is spelled, and nobody unknown is spoken of")
{
    People people;
    const auto say = [&people](const KeyringStatement& statement) {
        return people.chain.append(statement, people.li.uuid, people.li.identity);
    };
    CHECK(say(admit(Someone{}, " Wang", "sales")).error().code == ErrorCode::Conflict);
    CHECK_FALSE(say(admit(people.wang, "other", "sales")));
    CHECK(say(about(StatementKind::Disable, Someone{})).error().code == ErrorCode::NotFound);
    CHECK_FALSE(say(about(StatementKind::Found, people.wang)));
    CHECK_FALSE(say(about(StatementKind(99), people.wang)));
}

TEST_CASE("no statement can be changed, left out, doubled or moved")
{
    People people;
    const std::vector<KeyringStatement> whole = people.chain.statements();
    using Change = std::function<void(std::vector<KeyringStatement>&)>;
    const std::vector<std::pair<const char*, Change>> changes{
        {"role",
         [](auto& all) {
             all[3].role = QStringLiteral("data_admin");
         }},
        {"name",
         [](auto& all) {
             all[3].name = QStringLiteral("ghost");
         }},
        {"subject",
         [](auto& all) {
             all[3].subject = QByteArray(16, 'x');
         }},
        {"keys",
         [](auto& all) {
             all[3].keys.sign[0] = char(all[3].keys.sign[0] ^ 1);
         }},
        {"kind",
         [](auto& all) {
             all[3].kind = StatementKind::Disable;
         }},
        {"signer",
         [](auto& all) {
             all[3].signer = all[2].signer;
         }},
        {"root",
         [](auto& all) {
             all[0].keys.seal[0] = char(all[0].keys.seal[0] ^ 1);
         }},
        {"first left out",
         [](auto& all) {
             all.erase(all.begin());
         }},
        {"one left out",
         [](auto& all) {
             all.erase(all.begin() + 2);
         }},
        {"doubled",
         [](auto& all) {
             all.push_back(all.back());
         }},
        {"moved",
         [](auto& all) {
             std::swap(all[2], all[3]);
         }},
    };
    for (const auto& [name, change] : changes) {
        INFO(name);
        std::vector<KeyringStatement> changed = whole;
        change(changed);
        auto replayed = KeyringChain::replay(office, changed);
        REQUIRE_FALSE(replayed);
        CHECK(replayed.error().code == ErrorCode::Corrupt);
    }
    CHECK(KeyringChain::replay(office, whole));
}
