// Known answers for each primitive as this program uses it: from the RFCs where the library's interface takes their
// inputs, else computed by another implementation (Python's hashlib for BLAKE2b). Argon2id has its value in
// PrimitivesTest: that of RFC 9106 needs four lanes, a secret and associated data, which libsodium does not offer.
#include "core/crypto/Bytes.h"
#include "core/crypto/Digest.h"
#include "core/crypto/KeyFile.h"
#include "core/crypto/KeyringChain.h"
#include "core/crypto/PasswordKey.h"
#include "core/crypto/RecoveryCode.h"
#include "core/crypto/Seal.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <sodium.h>

using namespace core;

namespace {

SecureBytes counted(std::size_t size)
{
    SecureBytes bytes(size);
    for (std::size_t i = 0; i < size; ++i) {
        bytes.data()[i] = static_cast<unsigned char>(i);
    }
    return bytes;
}

QByteArray bytesIn(const SecureBytes& secret)
{
    return {reinterpret_cast<const char*>(secret.data()), qsizetype(secret.size())};
}

} // namespace

TEST_CASE("the library's BLAKE2b is that of RFC 7693, keyed and not")
{
    QByteArray hash(64, '\0');
    crypto_generichash(raw(hash), 64, raw(QByteArrayLiteral("abc")), 3, nullptr, 0);
    CHECK(hash.toHex()
          == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
             "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"); // appendix A
    const SecureBytes key = counted(64);
    crypto_generichash(raw(hash), 64, nullptr, 0, key.data(), 64);
    CHECK(
        hash.toHex()
        == "10ebb67700b1868efb4417987acf4690ae9d972fb7a590c2f02871799aaa4786"
           "b5e996e8f0f4eb981fc214b005f42d2ff4233499391653df7aefcbc13fc51568"); // the authors' first
}

TEST_CASE("a keyed hash over fields is BLAKE2b-256 over them with their lengths")
{
    Hasher hasher(bytesIn(counted(32)));
    hasher.add(u"phone");
    hasher.add(u"客户");
    CHECK(hasher.finish().toHex()
          == "ade9837ed413627011c9d0e8cac620474b8edec9318036308bf15f1ac690f258");
}

TEST_CASE("a slot's key is keyed BLAKE2b over the second secret's digest and the nonce")
{
    const SecureBytes stretched = counted(32);
    const QByteArray nonce = bytesIn(counted(16));
    CHECK(bytesIn(slotKey(stretched, {}, nonce)).toHex()
          == "43d4d6931d7b4681457e59890beeafedf81f52f423510a2961a6e0097ac938bf");
    CHECK(bytesIn(slotKey(stretched, "second", nonce)).toHex()
          == "229a6613042c9e15bb9a6b53a42b7c2bb6d8371cb98896cfa1c5fbabfd1a177b");
}

TEST_CASE("subkeys are BLAKE2b with the number as salt and the context as personalization")
{
    const SecureBytes master = counted(32);
    SecureBytes sub(32);
    crypto_kdf_derive_from_key(sub.data(), sub.size(), 3, "dossier1", master.data());
    CHECK(bytesIn(sub).toHex()
          == "629bf2c9558fc1c78bb361708e04d94abce49b11bdf937219af362ad6e713618");
}

TEST_CASE("the library's signatures are Ed25519: RFC 8032, 7.1, test 2")
{
    const QByteArray seed
        = QByteArray::fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, '\0');
    SecureBytes secretKey(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(raw(publicKey), secretKey.data(), raw(seed));
    CHECK(publicKey.toHex() == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    QByteArray signature(crypto_sign_BYTES, '\0');
    const QByteArray message = QByteArray::fromHex("72");
    crypto_sign_detached(raw(signature), nullptr, raw(message), 1, secretKey.data());
    CHECK(signature.toHex()
          == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
             "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
}

TEST_CASE("the library's exchange is X25519: RFC 7748, 5.2")
{
    const QByteArray scalar
        = QByteArray::fromHex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4");
    const QByteArray point
        = QByteArray::fromHex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c");
    QByteArray shared(crypto_scalarmult_BYTES, '\0');
    REQUIRE(crypto_scalarmult(raw(shared), raw(scalar), raw(point)) == 0);
    CHECK(shared.toHex() == "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552");
}

TEST_CASE("a sealed box is an X25519 box under a nonce of BLAKE2b over both public keys")
{
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
    SecureBytes secretKey(crypto_box_SECRETKEYBYTES);
    const SecureBytes seed = counted(32);
    crypto_box_seed_keypair(raw(publicKey), secretKey.data(), seed.data());
    const SecureBytes text = counted(32);
    const QByteArray sealed = sealTo(publicKey, text);
    const QByteArray ephemeral = sealed.left(crypto_box_PUBLICKEYBYTES);
    const QByteArray both = ephemeral + publicKey;
    QByteArray nonce(crypto_box_NONCEBYTES, '\0');
    crypto_generichash(
        raw(nonce), crypto_box_NONCEBYTES, raw(both), std::size_t(both.size()), nullptr, 0);
    const QByteArray box = sealed.mid(crypto_box_PUBLICKEYBYTES);
    SecureBytes opened(text.size());
    REQUIRE(crypto_box_open_easy(opened.data(),
                                 raw(box),
                                 std::size_t(box.size()),
                                 raw(nonce),
                                 raw(ephemeral),
                                 secretKey.data())
            == 0);
    CHECK(opened == text);
}

TEST_CASE("a recovery code is Crockford's base32 with its check characters, and gives a known seed")
{
    const QString text = QStringLiteral("000G 40R4 0M30 EW\n2091 85GR 38E1 WH\n"
                                        "8124 GK2G AHC5 RJ\nR34D 1P70 X3RF G0\n");
    auto code = RecoveryCode::parse(text);
    REQUIRE(code);
    CHECK(code->toText() == text);
    CHECK(bytesIn(code->seed()).toHex()
          == "e352949df4a07f06183130e2a3e8b89d135bb2eda3b0645f6d1e7e72181b3e43");
    CHECK(RecoveryCode::parse(u"00000000000001 00000000000002 00000000000003 00000000000004"));
}

TEST_CASE("a key file counts by its content, whatever it is, and a new one is made for its owner")
{
    const QTemporaryDir folder;
    const auto write = [&folder](const char* name, const QByteArray& bytes) {
        QFile file(folder.filePath(QLatin1String(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        return file.fileName();
    };
    const QString any = write("any", "what the key file holds");
    auto secret = readKeyFile(any);
    REQUIRE(secret);
    CHECK(secret->toHex() == "91bb64cf9f5f1a8de21eefd493d710f191f9f6ed946d9e44cced554021ebae57");
    CHECK(*takeKeyFile(any) == *secret); // one that exists is used, not written
    CHECK(*readKeyFile(write("longest", QByteArray(mostKeyFileBytes, 'x'))) != *secret);

    const QString fresh = folder.filePath(QStringLiteral("新的.key"));
    auto made = takeKeyFile(fresh);
    REQUIRE(made);
    CHECK(*readKeyFile(fresh) == *made);
    CHECK(*takeKeyFile(folder.filePath(QStringLiteral("other"))) != *made);
    QFile file(fresh);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    REQUIRE(lines.size() == 2);
    CHECK(QByteArray::fromHex(lines[1]).size() == 32);
#ifdef Q_OS_UNIX
    CHECK((file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)) == 0);
#endif

    CHECK(readKeyFile(write("empty", {})).error().code == ErrorCode::Invalid);
    CHECK(readKeyFile(write("large", QByteArray(mostKeyFileBytes + 1, 'x'))).error().code
          == ErrorCode::Invalid);
    CHECK(readKeyFile(folder.filePath(QStringLiteral("none"))).error().code == ErrorCode::Io);
    CHECK(takeKeyFile(folder.filePath(QStringLiteral("no/folder"))).error().code == ErrorCode::Io);
}

TEST_CASE("a thousand statements changed at random are all refused")
{
    const QByteArray office(16, 'o');
    const Identity root(SecureBytes::random(seedBytes));
    KeyringChain chain = KeyringChain::found(office, root);
    const QByteArray li = randomBytes(uuidBytes);
    const Identity liKeys(SecureBytes::random(seedBytes));
    const auto say = [&chain](StatementKind kind,
                              const QByteArray& who,
                              const PublicKeys& keys,
                              const QByteArray& signer,
                              const Identity& by) {
        KeyringStatement statement;
        statement.kind = kind;
        statement.subject = who;
        statement.name = QString::fromLatin1(who.toHex());
        statement.role = QStringLiteral("data_admin");
        statement.keys = keys;
        statement.epoch = 7;
        statement.commitment = QByteArray(digestBytes, 'c');
        REQUIRE(chain.append(statement, signer, by));
    };
    const PublicKeys other = Identity(SecureBytes::random(seedBytes)).publicKeys();
    const QByteArray wang = randomBytes(uuidBytes);
    say(StatementKind::Admit, li, liKeys.publicKeys(), rootUuid(), root);
    say(StatementKind::NewEpoch, rootUuid(), {}, rootUuid(), root);
    say(StatementKind::Admit, wang, other, li, liKeys);
    say(StatementKind::SetRole, wang, {}, li, liKeys);
    say(StatementKind::NewKeys, wang, other, li, liKeys);
    say(StatementKind::Disable, wang, {}, li, liKeys);
    say(StatementKind::Enable, wang, {}, li, liKeys);
    say(StatementKind::NewRoot, rootUuid(), other, li, liKeys);
    REQUIRE(KeyringChain::replay(office, chain.statements()));

    QRandomGenerator random(20261127);
    for (int round = 0; round < 1000; ++round) {
        std::vector<KeyringStatement> statements = chain.statements();
        const std::size_t at = random.bounded(quint32(statements.size()));
        ByteWriter writer;
        statements[at].write(writer);
        QByteArray bytes = writer.bytes();
        const qsizetype where = random.bounded(bytes.size());
        bytes[where] = char(bytes[where] ^ (1 << random.bounded(8)));
        ByteReader reader(bytes);
        statements[at] = KeyringStatement::read(reader);
        INFO("statement " << at << ", byte " << where);
        if (!reader.atEnd()) {
            continue; // its lengths are not those of a statement any more
        }
        REQUIRE_FALSE(KeyringChain::replay(office, statements));
    }
}
