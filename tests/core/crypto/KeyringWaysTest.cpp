// By which ways a person comes in, and what it costs to try a password; another recovery code; an old keyring that takes
// the place of a lost one.
#include "core/crypto/Bytes.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Keyring.h"

#include <QtEndian>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace core;

namespace {

constexpr KdfCost waysCost{KdfCost::leastMemoryMib, KdfCost::leastPasses};

Credentials known(const char* name, const char* password, std::vector<WayIn> ways = {})
{
    return {QString::fromUtf8(name), QString::fromUtf8(password), {}, waysCost, std::move(ways)};
}

WayIn computer(const char* name, const char* secret)
{
    return {SecondSecret::ThisComputer, secret, QString::fromLatin1(name)};
}

Keyring::Created madeOffice()
{
    auto keyring = Keyring::create(QByteArray(16, 'o'), known("li", "one"));
    REQUIRE(keyring);
    return *std::move(keyring);
}

std::vector<SlotOwner> slotsOf(const Keyring& keyring, const Unlocked& by, const QByteArray& uuid)
{
    auto directory = keyring.directory(by);
    REQUIRE(directory);
    std::vector<SlotOwner> own = directory->slotOwners;
    std::erase_if(own, [&uuid](const SlotOwner& owner) { return owner.uuid != uuid; });
    return own;
}

} // namespace

TEST_CASE("an enrolled computer opens the office with the password, which alone no longer does")
{
    Keyring::Created office = madeOffice();
    Keyring& keyring = office.keyring;
    const QByteArray uuid = office.admin.uuid;
    const auto alone = slotsOf(keyring, office.admin, uuid);
    REQUIRE(alone.size() == 1);
    REQUIRE(keyring.changeWays(
        office.admin, known("li", "one"), {computer("desk", "d")}, {alone.front().slotId}));
    CHECK_FALSE(keyring.unlock(known("li", "one")));
    auto atDesk = keyring.unlock(known("li", "one", {{}, computer("desk", "d")}));
    REQUIRE(atDesk);
    CHECK(atDesk->second == SecondSecret::ThisComputer);
    CHECK(atDesk->secondLabel == QStringLiteral("desk"));

    REQUIRE(keyring.changeWays(*atDesk, known("li", "one"), {computer("laptop", "l")}, {}));
    CHECK(keyring.unlock(known("li", "one", {computer("laptop", "l")})));
    CHECK(keyring.unlock(known("li", "one", {computer("desk", "d")})));
    const auto both = slotsOf(keyring, *atDesk, uuid);
    REQUIRE(both.size() == 2);
    CHECK(keyring.changeWays(*atDesk, known("li", "one"), {}, {both[0].slotId, both[1].slotId})
              .error()
              .code
          == ErrorCode::Invalid);

    // A new password by the same way: the laptop's slot was made with the old one, and goes.
    Credentials changed = known("li", "two", {wayOf(*atDesk)});
    REQUIRE(keyring.setPassword(*atDesk, uuid, changed));
    CHECK(keyring.unlock(known("li", "two", {computer("desk", "d")})));
    CHECK_FALSE(keyring.unlock(known("li", "two")));
    CHECK_FALSE(keyring.unlock(known("li", "one", {computer("laptop", "l")})));
}

TEST_CASE("nobody's slots are taken by somebody else's change of his own ways")
{
    Keyring::Created office = madeOffice();
    REQUIRE(office.keyring.addUser(office.admin, known("wang", "x"), QStringLiteral("sales")));
    auto wang = office.keyring.unlock(known("wang", "x"));
    REQUIRE(wang);
    const auto ofLi = slotsOf(office.keyring, office.admin, office.admin.uuid);
    REQUIRE(office.keyring.changeWays(
        *wang, known("wang", "x"), {computer("desk", "d")}, {ofLi.front().slotId}));
    CHECK(office.keyring.unlock(known("li", "one")));
}

TEST_CASE("a slot is sealed anew at a higher cost with the same password and secret")
{
    Keyring::Created office = madeOffice();
    Credentials withFile = known("wang", "x");
    withFile.secondSecret = "file";
    REQUIRE(office.keyring.addUser(office.admin, withFile, QStringLiteral("sales")));
    auto wang = office.keyring.unlock(withFile);
    REQUIRE(wang);
    CHECK(office.keyring.costOf(wang->slotId).memoryMib == 64);
    Credentials dearer = withFile;
    dearer.cost = {96, 3};
    REQUIRE(office.keyring.sealAtCost(*wang, dearer));
    CHECK(office.keyring.costCount() == 2);
    auto again = office.keyring.unlock(withFile);
    REQUIRE(again);
    CHECK(office.keyring.costOf(again->slotId).memoryMib == 96);
    CHECK(again->second == SecondSecret::KeyFile);
    CHECK(slotsOf(office.keyring, *again, again->uuid).size() == 1);
    CHECK_FALSE(office.keyring.unlock(known("wang", "x")));
}

TEST_CASE("a keyring in which a slot claims a cost outside the limits is refused before any hash")
{
    const Keyring::Created office = madeOffice();
    constexpr qsizetype firstSlot = 160; // behind the head of the file (Keyring.h)
    constexpr qsizetype memoryAt = firstSlot + 16 + 16 + 4;
    constexpr qsizetype passesAt = memoryAt + 4;
    const auto parsedWith = [&office](qsizetype at, quint32 value) {
        QByteArray body = office.keyring.bytes().chopped(32 + 64);
        qToLittleEndian(value, body.data() + at);
        return Keyring::parse(body + digest(body) + QByteArray(64, 's'));
    };
    CHECK(parsedWith(memoryAt, 64)); // the place is the right one: what is there already
    CHECK(parsedWith(passesAt, 3));
    for (const quint32 memory : {0U, 63U, 2049U, 4096U, 0x80000040U, 0xFFFFFFFFU}) {
        INFO(memory);
        CHECK(parsedWith(memoryAt, memory).error().code == ErrorCode::Corrupt);
    }
    for (const quint32 passes : {0U, 2U, 65U, 0x80000003U}) {
        INFO(passes);
        CHECK(parsedWith(passesAt, passes).error().code == ErrorCode::Corrupt);
    }
}

TEST_CASE("another recovery code takes over all that the old one had, which opens nothing any more")
{
    Keyring::Created office = madeOffice();
    Keyring& keyring = office.keyring;
    auto both = keyring.beginEpoch(office.admin);
    REQUIRE(both);
    auto li = keyring.endEpoch(*both);
    REQUIRE(li);
    const Keyring old = keyring;
    const RecoveryCode code = RecoveryCode::random();
    REQUIRE(keyring.newRecovery(*li, code));
    CHECK(keyring.unlock(office.recovery).error().code == ErrorCode::Unauthenticated);
    auto root = keyring.unlock(code);
    REQUIRE(root);
    CHECK(root->databaseKey == li->databaseKey);
    CHECK(root->sensitiveSecret == office.admin.sensitiveSecret);
    auto directory = keyring.directory(*root);
    REQUIRE(directory);
    CHECK(directory->roleKeys(RoleKey::OldDatabase, rootUuid(), *root->identity).size() == 1);
    CHECK(
        directory->roleKeys(RoleKey::Sensitive, rootUuid(), *old.unlock(office.recovery)->identity)
            .empty());
    CHECK(keyring.unlock(*li)); // nobody else lost anything

    // The new code does what the old one did.
    REQUIRE(keyring.recover(*root, known("wang", "recovered")));
    CHECK(keyring.unlock(known("wang", "recovered")));
    CHECK(keyring.newRecovery(*root, RecoveryCode::random()).error().code == ErrorCode::Invalid);
    auto wang = keyring.addUser(*root, known("chen", "x"), QStringLiteral("sales"));
    REQUIRE(wang);
    auto chen = keyring.unlock(known("chen", "x"));
    REQUIRE(chen);
    CHECK(keyring.newRecovery(*chen, RecoveryCode::random()).error().code == ErrorCode::Denied);
}

TEST_CASE("who left after the newest key is named until there is another key")
{
    Keyring::Created office = madeOffice();
    Keyring& keyring = office.keyring;
    const auto left = [&keyring](const Unlocked& by) {
        auto directory = keyring.directory(by);
        REQUIRE(directory);
        return directory->chain.leftWithKey();
    };
    auto wang = keyring.addUser(office.admin, known("wang", "x"), QStringLiteral("sales"));
    auto chen = keyring.addUser(office.admin, known("chen", "x"), QStringLiteral("sales"));
    REQUIRE((wang && chen));
    CHECK(left(office.admin).isEmpty());
    REQUIRE(keyring.disable(office.admin, wang->uuid));
    REQUIRE(keyring.disable(office.admin, chen->uuid));
    CHECK(left(office.admin) == QStringList{QStringLiteral("wang"), QStringLiteral("chen")});
    REQUIRE(keyring.setPassword(office.admin, chen->uuid, known("chen", "y"))); // back again
    CHECK(left(office.admin) == QStringList{QStringLiteral("wang")});
    auto both = keyring.beginEpoch(office.admin);
    REQUIRE(both);
    CHECK(left(*both).isEmpty());
}

TEST_CASE(
    "an old keyring is brought to what the office knows of its people, and gives nobody access")
{
    Keyring::Created office = madeOffice();
    Keyring& keyring = office.keyring;
    auto wang = keyring.addUser(office.admin, known("wang", "x"), QStringLiteral("manager"));
    auto chen = keyring.addUser(office.admin, known("chen", "x"), QStringLiteral("sales"));
    REQUIRE((wang && chen));
    Keyring old = keyring;
    auto zhao = keyring.addUser(office.admin, known("zhao", "x"), QStringLiteral("sales"));
    REQUIRE(zhao);
    REQUIRE(keyring.setRole(office.admin, wang->uuid, QStringLiteral("sales")));
    REQUIRE(keyring.disable(office.admin, chen->uuid));
    REQUIRE(keyring.setPassword(office.admin, zhao->uuid, known("zhao", "y")));
    auto now = keyring.directory(office.admin);
    REQUIRE(now);
    std::vector<KnownPerson> people;
    for (const KeyringUser& person : now->chain.people()) {
        KnownPerson one{person, {}};
        for (const KeyPeriod& period : now->chain.keys()) {
            if (period.uuid == person.uuid) {
                one.signKeys.push_back(period.signKey);
            }
        }
        people.push_back(one);
    }
    REQUIRE(old.catchUp(office.admin, people));
    auto caught = old.directory(office.admin);
    REQUIRE(caught);
    CHECK(caught->chain.person(wang->uuid)->role == QStringLiteral("sales"));
    CHECK_FALSE(caught->chain.person(chen->uuid)->active);
    const KeyringUser* newcomer = caught->chain.person(zhao->uuid);
    REQUIRE(newcomer != nullptr);
    CHECK_FALSE(newcomer->active);
    CHECK(newcomer->keys == now->chain.person(zhao->uuid)->keys);
    CHECK(caught->chain.knowsKey(zhao->uuid, zhao->keys.sign));
    CHECK(old.unlock(known("wang", "x")));
    CHECK_FALSE(old.unlock(known("chen", "x")));
    CHECK_FALSE(old.unlock(known("zhao", "y")));

    SECTION("who is not an administrator any more does not do it")
    {
        people.front().now.role = QStringLiteral("sales");
        CHECK(old.catchUp(office.admin, people).error().code == ErrorCode::Denied);
    }
}
