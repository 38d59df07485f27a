#include "core/crypto/Digest.h"
#include "core/crypto/Identity.h"
#include "core/crypto/PasswordKey.h"
#include "core/crypto/PasswordStrength.h"
#include "core/crypto/Seal.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

QByteArray hexOf(const SecureBytes& key)
{
    const SecureBytes hex = key.toHex();
    return {reinterpret_cast<const char*>(hex.data()), qsizetype(hex.size())};
}

} // namespace

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
    CHECK(checkNewPassword(QStringLiteral("granite walrus teapot meadow")));
    for (const char* weak : {"", "1", "password"}) {
        const auto refused = checkNewPassword(QLatin1String(weak));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.contains(QStringLiteral("guessed soon")));
    }
}

// Published values: that the names in the headers are what the code does, and that a library's change is seen.

TEST_CASE("Argon2id gives what its reference implementation gives for this program's cost")
{
    // argon2 0~20171227 (the authors' program): echo -n "granite walrus" | argon2 saltsaltsaltsalt -id -t 3 -k 65536 -p 1 -l 32
    auto key = stretchPassword(
        u"granite walrus", QByteArrayLiteral("saltsaltsaltsalt"), {KdfCost::leastMemoryMib, 3});
    REQUIRE(key);
    CHECK(hexOf(*key) == "e23c01c4db1fd34beb2fcbf29ac53ca927c08b1941226fdacdcc7101c96c576c");
}

TEST_CASE("sealing is XChaCha20-Poly1305: the example of draft-irtf-cfrg-xchacha, A.3.1, opens")
{
    const QByteArray key
        = QByteArray::fromHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    const QByteArray sealed
        = QByteArray::fromHex("404142434445464748494a4b4c4d4e4f5051525354555657"
                              "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
                              "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
                              "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                              "21f9664c97637da9768812f615c68b13b52e"
                              "c0875924c1c7987947deafd8780acf49");
    auto text = openSealed(key, sealed, QByteArray::fromHex("50515253c0c1c2c3c4c5c6c7"));
    REQUIRE(text);
    CHECK(text->startsWith("Ladies and Gentlemen of the class of '99"));
}

TEST_CASE("a person's keys are Ed25519 and X25519 keys of subkeys of the seed")
{
    // By other implementations: Python's hashlib (BLAKE2b with salt and personalization) and OpenSSL's curves.
    SecureBytes seed(seedBytes);
    for (std::size_t i = 0; i < seed.size(); ++i) {
        seed.data()[i] = static_cast<unsigned char>(i);
    }
    const Identity person(seed);
    CHECK(person.publicKeys().sign.toHex()
          == "da65522aef3b2c97ee0d0a3b2bda1da0ea56f29c4b86b03ff5025b83a623870c");
    CHECK(person.publicKeys().seal.toHex()
          == "586b9596d743208e293bb7304549a94c6c8159004c6a8e8921c38e672d6b4948");
    CHECK(person.sign("audit", "message").toHex()
          == "037ed61d7886de93e22f4381e9c56d4779d8bd7967c0a6b61a9682c99bbffc7e"
             "1b7005e16b46ccec8bcabd40d31cb1ab8077342deef3706804bb1bd6a1dbe403");
}
