#include "core/crypto/Digest.h"
#include "core/crypto/Identity.h"
#include "core/crypto/PasswordStrength.h"
#include "core/crypto/Seal.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;

TEST_CASE("a digest is BLAKE2b-256: the published value of the empty text")
{
    CHECK(digest({}).toHex() == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(digest("abc").toHex()
          == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("fields cannot slide into each other")
{
    Hasher one;
    one.add(u"ab");
    one.add(u"c");
    Hasher two;
    two.add(u"a");
    two.add(u"bc");
    CHECK(one.finish() != two.finish());
}

TEST_CASE("what is sealed opens with the same key and the same associated text only")
{
    const QByteArray key = randomBytes(32);
    const QByteArray sealed = seal(key, "text", "place");
    CHECK(*openSealed(key, sealed, "place") == "text");
    CHECK(openSealed(key, sealed, "elsewhere").error().code == ErrorCode::Corrupt);
    CHECK_FALSE(openSealed(randomBytes(32), sealed, "place"));
    QByteArray cut = sealed;
    cut.chop(1);
    CHECK_FALSE(openSealed(key, cut, "place"));
    CHECK_FALSE(openSealed(key, {}, "place"));
}

TEST_CASE("a signature holds for its message, its key and its context")
{
    const Identity person(SecureBytes::random(seedBytes));
    const Identity other(SecureBytes::random(seedBytes));
    const QByteArray signature = person.sign("log", "message");
    CHECK(verifySignature(person.publicKeys().sign, "log", "message", signature));
    CHECK_FALSE(verifySignature(person.publicKeys().sign, "certificate", "message", signature));
    CHECK_FALSE(verifySignature(person.publicKeys().sign, "log", "other", signature));
    CHECK_FALSE(verifySignature(other.publicKeys().sign, "log", "message", signature));
}

TEST_CASE("what is sealed to a person only that person opens, the same seed giving the same person")
{
    const SecureBytes seed = SecureBytes::random(seedBytes);
    const Identity person(seed);
    const Identity again(seed);
    const QByteArray sealed = sealTo(person.publicKeys().seal, SecureBytes::copyOf(seed.bytes()));
    auto opened = again.open(sealed);
    REQUIRE(opened);
    CHECK(*opened == seed);
    CHECK_FALSE(Identity(SecureBytes::random(seedBytes)).open(sealed));
}

TEST_CASE("weak passwords are told from strong ones")
{
    CHECK(passwordStrength(QStringLiteral("123456")) < 2);
    CHECK(passwordStrength(QStringLiteral("password")) < 3);
    CHECK(passwordStrength(QStringLiteral("granite walrus teapot meadow")) >= 3);
}
