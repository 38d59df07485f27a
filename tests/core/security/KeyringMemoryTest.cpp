#include "core/security/KeyringMemory.h"

#include "core/crypto/Digest.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

Credentials person(const char* name, const char* password)
{
    return {QString::fromUtf8(name),
            QString::fromUtf8(password),
            {},
            {KdfCost::leastMemoryMib, KdfCost::leastPasses}};
}

} // namespace

TEST_CASE("a computer tells a keyring that went on from one put back and from a forged one")
{
    const QByteArray officeId = randomBytes(16);
    auto made = Keyring::create(officeId, person("li", "one"));
    REQUIRE(made);
    const auto standing = [](const Keyring& keyring, const Unlocked& by) {
        auto directory = keyring.directory(by);
        REQUIRE(directory);
        return judge(keyring, *directory, recallKeyring(keyring.officeId()));
    };
    const auto remember = [](const Keyring& keyring, const Unlocked& by) {
        REQUIRE(rememberKeyring(keyring, *keyring.directory(by)));
    };
    Keyring& keyring = made->keyring;
    const Unlocked& li = made->admin;
    CHECK(standing(keyring, li) == KeyringStanding::First);
    REQUIRE(keyring.addUser(li, person("chen", "two"), QStringLiteral("data_admin")));
    auto chen = keyring.unlock(person("chen", "two"));
    REQUIRE(chen);
    const Keyring before = keyring;
    remember(keyring, li);
    CHECK(standing(keyring, li) == KeyringStanding::Same);

    SECTION("a new password is a newer generation of the same chain, its copy an older one")
    {
        REQUIRE(keyring.setPassword(li, li.uuid, person("li", "new")));
        CHECK(standing(keyring, li) == KeyringStanding::Newer);
        remember(keyring, li);
        CHECK(standing(before, li) == KeyringStanding::Older);
    }
    SECTION("somebody demoted puts the copy back in which he was an administrator, and goes on")
    {
        REQUIRE(keyring.setRole(li, chen->uuid, QStringLiteral("sales")));
        remember(keyring, li);
        CHECK(standing(before, *chen) == KeyringStanding::Older);
        Keyring fork = before;
        REQUIRE(fork.setRole(*chen, li.uuid, QStringLiteral("sales")));
        CHECK(standing(fork, *chen) == KeyringStanding::Foreign);
        REQUIRE(fork.addUser(*chen, person("ghost", "x"), QStringLiteral("sales")));
        CHECK(standing(fork, *chen) == KeyringStanding::Foreign);
    }
    SECTION("another keyring for the same office is foreign")
    {
        auto other = Keyring::create(officeId, person("li", "one"));
        REQUIRE(other);
        CHECK(standing(other->keyring, other->admin) == KeyringStanding::Foreign);
    }
}

#ifdef Q_OS_LINUX
TEST_CASE("what a computer knows of an office is not noted where its folder cannot be made, which "
          "is said")
{
    auto made = Keyring::create(randomBytes(16), person("li", "one"));
    REQUIRE(made);
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", "/dev/null");
    const auto noted = rememberKeyring(made->keyring, *made->keyring.directory(made->admin));
    qputenv("XDG_DATA_HOME", before);
    REQUIRE_FALSE(noted);
    CHECK(noted.error().code == ErrorCode::Io);
}
#endif
