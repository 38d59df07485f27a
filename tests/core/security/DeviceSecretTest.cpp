#include "core/security/DeviceSecret.h"

#include "tests/support/MemoryKeystore.h"

#include "core/crypto/Digest.h"
#include "core/crypto/KeyringFile.h"
#include "core/security/KeyringMemory.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace core;

TEST_CASE("a computer's secret is made once per office, found again, and forgotten")
{
    const tests::MemoryKeystore keystore;
    const QByteArray office = randomBytes(16);
    auto none = findDeviceSecret(office);
    REQUIRE(none);
    CHECK_FALSE(*none);
    CHECK(keystore.asked() == 0); // nothing is enrolled: the keystore is not bothered
    auto made = keepDeviceSecret(office);
    REQUIRE(made);
    CHECK(made->size() == 32);
    auto again = keepDeviceSecret(office);
    REQUIRE(again);
    CHECK(*again == *made);
    CHECK_FALSE(*keepDeviceSecret(randomBytes(16)) == *made);
    auto found = findDeviceSecret(office);
    REQUIRE((found && *found));
    CHECK(**found == *made);
    REQUIRE(forgetDeviceSecret(office));
    found = findDeviceSecret(office);
    REQUIRE(found);
    CHECK_FALSE(*found);
}

TEST_CASE("a keystore that is not there or refuses is said, and nothing is made")
{
    tests::MemoryKeystore keystore;
    const QByteArray office = randomBytes(16);
    keystore.setState(tests::MemoryKeystore::State::Absent);
    CHECK(keepDeviceSecret(office).error().code == ErrorCode::Unsupported);
    REQUIRE(forgetDeviceSecret(office));
    keystore.setState(tests::MemoryKeystore::State::Locked);
    CHECK(keepDeviceSecret(office).error().code == ErrorCode::Io);
    keystore.setState(tests::MemoryKeystore::State::Open);
    auto found = findDeviceSecret(office);
    REQUIRE(found);
    CHECK_FALSE(*found);
}

TEST_CASE("a computer keeps the last two generations of a keyring, and finds them by the database")
{
    constexpr KdfCost least{KdfCost::leastMemoryMib, KdfCost::leastPasses};
    auto made
        = Keyring::create(randomBytes(16), {QStringLiteral("li"), QStringLiteral("x"), {}, least});
    REQUIRE(made);
    Keyring& keyring = made->keyring;
    const Unlocked& li = made->admin;
    const QByteArray salt = randomBytes(16);
    CHECK(keptKeyrings(salt).empty());
    CHECK(keptKeyrings({}).empty());
    REQUIRE(rememberKeyring(keyring, *keyring.directory(li), salt));
    for (int generation = 2; generation <= 4; ++generation) {
        REQUIRE(keyring.newRecovery(li, RecoveryCode::random()));
        rememberChange(keyring, li);
    }
    const auto kept = keptKeyrings(salt);
    REQUIRE(kept.size() == 2);
    CHECK(kept[0].bytes() == keyring.bytes());
    CHECK(kept[1].generation() == 3);
    CHECK(keptKeyrings(randomBytes(16)).empty());

    SECTION("an older one that is changed is no reason to forget the newer")
    {
        rememberChange(kept[1], li);
        CHECK(recallKeyring(keyring.officeId())->generation == 4);
        CHECK(keptKeyrings(salt).size() == 2);
    }
    SECTION("an older one that was accepted takes the place of what was newer")
    {
        REQUIRE(rememberKeyring(kept[1], *kept[1].directory(li)));
        const auto after = keptKeyrings(salt);
        REQUIRE(after.size() == 1);
        CHECK(after.front().generation() == 3);
    }
}

TEST_CASE("the beginning of a database names it, and a file that is none has no beginning")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x"));
    CHECK(databaseStartOf(path).isEmpty());
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("short");
    file.flush();
    CHECK(databaseStartOf(path).isEmpty());
    file.write("and now long enough");
    file.flush();
    CHECK(databaseStartOf(path) == "shortand now lon");
}
