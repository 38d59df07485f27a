#include "core/crypto/Keyring.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

constexpr KdfCost least{KdfCost::leastMemoryMib, KdfCost::leastPasses};

Credentials credentials(const char* name)
{
    return {QString::fromUtf8(name), QStringLiteral("granite walrus umbrella"), {}, least};
}

Keyring published(const Keyring& keyring)
{
    auto read = Keyring::parse(keyring.bytes());
    REQUIRE(read);
    return *std::move(read);
}

/// An administrator and a salesperson, logged in.
struct TwoPeople
{
    Keyring::Created made;
    Keyring keyring;
    Unlocked seller;

    static TwoPeople create()
    {
        auto made = Keyring::create(QByteArray(16, 'o'), credentials("李娜"));
        REQUIRE(made);
        Keyring keyring = made->keyring;
        REQUIRE(keyring.addUser(made->admin, credentials("王强"), QStringLiteral("sales")));
        auto seller = keyring.unlock(credentials("王强"));
        REQUIRE(seller);
        return {*std::move(made), std::move(keyring), *std::move(seller)};
    }
};

std::vector<EpochKey>
oldKeysOf(const Keyring& keyring, const Unlocked& reader, const Unlocked& person)
{
    auto directory = keyring.directory(reader);
    REQUIRE(directory);
    return directory->roleKeys(RoleKey::OldDatabase, person.uuid, *person.identity);
}

} // namespace

TEST_CASE("while the office's key is changed, everybody has both keys, without a password")
{
    TwoPeople office = TwoPeople::create();
    Keyring& keyring = office.keyring;
    const SecureBytes& former = office.made.admin.databaseKey;
    auto admin = keyring.beginEpoch(office.made.admin);
    REQUIRE(admin);
    CHECK(keyring.isChangingKey());
    CHECK(admin->epoch == 2);
    CHECK_FALSE(admin->databaseKey == former);
    REQUIRE(admin->otherKeys.size() == 1);
    CHECK(admin->otherKeys.front().key == former);

    const Keyring between = published(keyring);
    for (const auto& seller :
         {between.unlock(office.seller), between.unlock(credentials("王强"))}) {
        REQUIRE(seller);
        CHECK(seller->name == QStringLiteral("王强"));
        CHECK(seller->databaseKey == admin->databaseKey);
        REQUIRE(seller->otherKeys.size() == 1);
        CHECK(seller->otherKeys.front().key == former);
    }
    auto root = between.unlock(office.made.recovery);
    REQUIRE(root);
    CHECK(root->databaseKey == admin->databaseKey);
    auto rootAgain = between.unlock(*root);
    REQUIRE(rootAgain);
    CHECK(rootAgain->otherKeys.size() == 1);
    CHECK(keyring.beginEpoch(*admin).error().code == ErrorCode::Invalid);

    SECTION("who comes meanwhile has both too")
    {
        REQUIRE(keyring.addUser(*admin, credentials("赵敏"), QStringLiteral("sales")));
        auto newcomer = keyring.unlock(credentials("赵敏"));
        REQUIRE(newcomer);
        CHECK(newcomer->otherKeys.size() == 1);
    }
    SECTION("afterwards the former key is with data administrators and the recovery code only")
    {
        REQUIRE(keyring.setRole(*admin, office.seller.uuid, QStringLiteral("sales")));
        auto after = keyring.endEpoch(*admin);
        REQUIRE(after);
        CHECK_FALSE(keyring.isChangingKey());
        CHECK(after->otherKeys.empty());
        const Keyring now = published(keyring);
        CHECK(now.epoch() == 2);
        auto seller = now.unlock(office.seller);
        REQUIRE(seller);
        CHECK(seller->databaseKey == after->databaseKey);
        CHECK(seller->otherKeys.empty());
        CHECK(oldKeysOf(now, *after, *seller).empty());
        auto code = now.unlock(office.made.recovery);
        REQUIRE(code);
        for (const Unlocked* keeper : {&*after, &*code}) {
            const auto old = oldKeysOf(now, *after, *keeper);
            REQUIRE(old.size() == 1);
            CHECK(old.front().epoch == 1);
            CHECK(old.front().key == former);
        }
        CHECK(keyring.endEpoch(*after).error().code == ErrorCode::Invalid);

        // whoever becomes an administrator gets it, and loses it with the role
        REQUIRE(keyring.setRole(*after, office.seller.uuid, QStringLiteral("data_admin")));
        CHECK(oldKeysOf(keyring, *after, *seller).size() == 1);
        auto third = keyring.beginEpoch(*after);
        REQUIRE(third);
        auto again = keyring.endEpoch(*third);
        REQUIRE(again);
        CHECK(again->epoch == 3);
        CHECK(oldKeysOf(keyring, *again, *seller).size() == 2);
        REQUIRE(keyring.setRole(*again, office.seller.uuid, QStringLiteral("sales")));
        CHECK(oldKeysOf(keyring, *again, *seller).empty());
    }
}

TEST_CASE("whose access was taken away does not get the new key")
{
    TwoPeople office = TwoPeople::create();
    REQUIRE(office.keyring.disable(office.made.admin, office.seller.uuid));
    auto between = office.keyring.beginEpoch(office.made.admin);
    REQUIRE(between);
    for (int step = 0; step < 2; ++step) {
        CHECK(office.keyring.unlock(office.seller).error().code == ErrorCode::Unauthenticated);
        CHECK(office.keyring.unlock(credentials("王强")).error().code
              == ErrorCode::Unauthenticated);
        if (step == 0) {
            REQUIRE(office.keyring.endEpoch(*between));
        }
    }
}

TEST_CASE("who has a new password from somebody else logs in anew")
{
    TwoPeople office = TwoPeople::create();
    REQUIRE(office.keyring.setPassword(office.made.admin, office.seller.uuid, credentials("王强")));
    CHECK(office.keyring.unlock(office.seller).error().code == ErrorCode::Unauthenticated);
    CHECK(office.keyring.unlock(credentials("王强")));
}

TEST_CASE("only a data administrator changes the office's key")
{
    TwoPeople office = TwoPeople::create();
    const QByteArray before = office.keyring.bytes();
    CHECK(Keyring(office.keyring).beginEpoch(office.seller).error().code == ErrorCode::Denied);
    CHECK(office.keyring.endEpoch(office.made.admin).error().code == ErrorCode::Invalid);
    REQUIRE(office.keyring.beginEpoch(office.made.admin));
    auto seller = office.keyring.unlock(office.seller);
    REQUIRE(seller);
    CHECK(office.keyring.endEpoch(*seller).error().code == ErrorCode::Denied);
    CHECK(office.keyring.isChangingKey());
    CHECK(office.keyring.bytes() != before);
}
