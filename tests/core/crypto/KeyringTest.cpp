#include "core/crypto/Keyring.h"

#include "tests/support/ResourceLimit.h"

#include "core/crypto/Digest.h"
#include "core/crypto/KeyringFile.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

constexpr KdfCost cheap{KdfCost::leastMemoryMib, KdfCost::leastPasses};

Credentials person(const char* name, const char* password)
{
    return {QString::fromUtf8(name), QString::fromUtf8(password), {}, cheap};
}

Keyring::Created newKeyring()
{
    auto made = Keyring::create(QByteArray(16, 'o'), person("李娜", "correct horse"));
    REQUIRE(made);
    return *std::move(made);
}

} // namespace

TEST_CASE(
    "the administrator opens a new keyring, in any spelling of the name, and nobody else does")
{
    const Keyring::Created made = newKeyring();
    auto again = Keyring::parse(made.keyring.bytes());
    REQUIRE(again);
    auto opened = again->unlock(person(" 李娜 ", "correct horse"));
    REQUIRE(opened);
    CHECK(opened->databaseKey == made.admin.databaseKey);
    CHECK(opened->role == QStringLiteral("data_admin"));
    CHECK(again->unlock(person("李娜", "wrong")).error().code == ErrorCode::Unauthenticated);
    CHECK(again->unlock(person("nobody", "correct horse")).error().code
          == ErrorCode::Unauthenticated);
    Credentials withKeyFile = person("李娜", "correct horse");
    withKeyFile.secondSecret = QByteArrayLiteral("another secret");
    CHECK(again->unlock(withKeyFile).error().code == ErrorCode::Unauthenticated);
}

TEST_CASE("the recovery code as people type it opens the keyring, another office's does not")
{
    const Keyring::Created made = newKeyring();
    const QString typed = made.recovery.toText().toLower().replace(u'\n', u' ').replace(u'0', u'o');
    auto code = RecoveryCode::parse(typed);
    REQUIRE(code);
    auto opened = made.keyring.unlock(*code);
    REQUIRE(opened);
    CHECK(opened->databaseKey == made.admin.databaseKey);
    CHECK(opened->sensitiveSecret == made.admin.sensitiveSecret);
    CHECK(made.keyring.unlock(RecoveryCode::random()).error().code == ErrorCode::Unauthenticated);
}

TEST_CASE("a slip in the recovery code is found, and its line named")
{
    const QString text = RecoveryCode::random().toText();
    QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 4);
    QChar& slipped = lines[2][0];
    slipped = slipped == u'7' ? u'8' : u'7';
    auto parsed = RecoveryCode::parse(lines.join(u'\n'));
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().message.contains(u'3'));
    lines.swapItemsAt(0, 1);
    CHECK_FALSE(RecoveryCode::parse(lines.join(u'\n')));
}

TEST_CASE("no slip of one character in a recovery code passes")
{
    const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    const QString text = RecoveryCode::random().toText();
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!alphabet.contains(text[at])) {
            continue;
        }
        for (const QChar other : alphabet) {
            QString slipped = text;
            slipped[at] = other;
            REQUIRE(RecoveryCode::parse(slipped).hasValue() == (other == text[at]));
        }
    }
}

TEST_CASE("a person added opens the keyring until the access is taken away")
{
    Keyring::Created made = newKeyring();
    auto added
        = made.keyring.addUser(made.admin, person("wang", "pw of wang"), QStringLiteral("sales"));
    REQUIRE(added);
    auto opened = made.keyring.unlock(person("Wang", "pw of wang"));
    REQUIRE(opened);
    CHECK(opened->uuid == added->uuid);
    CHECK(opened->sensitiveSecret.isEmpty());
    CHECK(
        made.keyring.addUser(made.admin, person("WANG", "x"), QStringLiteral("sales")).error().code
        == ErrorCode::Conflict);
    REQUIRE(made.keyring.disable(made.admin, added->uuid));
    CHECK(made.keyring.unlock(person("wang", "pw of wang")).error().code
          == ErrorCode::Unauthenticated);
}

TEST_CASE("whom an administrator certified stays certified when he is no administrator any more")
{
    Keyring::Created made = newKeyring();
    auto second = made.keyring.addUser(
        made.admin, person("second", "pw two"), QStringLiteral("data_admin"));
    REQUIRE(second);
    auto opened = made.keyring.unlock(person("second", "pw two"));
    REQUIRE(opened);
    CHECK(opened->sensitiveSecret == made.admin.sensitiveSecret);
    REQUIRE(made.keyring.setRole(*opened, made.admin.uuid, QStringLiteral("sales")));
    auto demoted = made.keyring.unlock(person("李娜", "correct horse"));
    REQUIRE(demoted);
    CHECK(demoted->role == QStringLiteral("sales"));
    CHECK(demoted->sensitiveSecret.isEmpty());
    CHECK(made.keyring.unlock(person("second", "pw two")));
}

TEST_CASE("a new password replaces the old one and keeps one's own keys; an administrator's reset "
          "makes new ones")
{
    Keyring::Created made = newKeyring();
    auto added = made.keyring.addUser(made.admin, person("wang", "old"), QStringLiteral("sales"));
    REQUIRE(added);
    auto self = made.keyring.unlock(person("wang", "old"));
    REQUIRE(self);
    auto own = made.keyring.setPassword(*self, self->uuid, person("wang", "new"));
    REQUIRE(own);
    CHECK(own->keys == added->keys);
    CHECK_FALSE(made.keyring.unlock(person("wang", "old")));
    CHECK(made.keyring.unlock(person("wang", "new")));
    auto reset = made.keyring.setPassword(made.admin, added->uuid, person("wang", "reset"));
    REQUIRE(reset);
    CHECK_FALSE(reset->keys == added->keys);
    CHECK(made.keyring.unlock(person("wang", "reset")));
}

TEST_CASE("no changed byte of a keyring goes unseen")
{
    const Keyring::Created made = newKeyring();
    const QByteArray whole = made.keyring.bytes();
    for (qsizetype at = 0; at < whole.size() - 64; at += 7) {
        QByteArray changed = whole;
        changed[at] = char(changed[at] ^ 0x20);
        auto parsed = Keyring::parse(changed);
        INFO("byte " << at);
        REQUIRE_FALSE(parsed);
        CHECK((parsed.error().code == ErrorCode::Corrupt
               || parsed.error().code == ErrorCode::Unsupported));
    }
    for (const qsizetype size : {qsizetype(0), qsizetype(5), whole.size() / 2, whole.size() - 1}) {
        CHECK(Keyring::parse(whole.left(size)).error().code == ErrorCode::Corrupt);
    }
    // The signature is looked at when somebody opens it.
    QByteArray forged = whole;
    forged[whole.size() - 1] = char(forged[whole.size() - 1] ^ 1);
    auto parsed = Keyring::parse(forged);
    REQUIRE(parsed);
    CHECK(parsed->unlock(person("李娜", "correct horse")).error().code == ErrorCode::Corrupt);
}

TEST_CASE("a keyring shows no name and always a multiple of eight slots")
{
    Keyring::Created made = newKeyring();
    CHECK_FALSE(made.keyring.bytes().contains("李娜"));
    const qsizetype one = made.keyring.bytes().size();
    for (const char* name : {"wang", "chen", "zhao"}) {
        REQUIRE(made.keyring.addUser(made.admin, person(name, "x"), QStringLiteral("sales")));
        CHECK_FALSE(made.keyring.bytes().contains(name));
        CHECK(made.keyring.bytes().size() == one); // up to seven people are dummies' places
    }
}

TEST_CASE("a keyring cut or stirred at random is refused in words, whatever its bytes say")
{
    const Keyring::Created made = newKeyring();
    const QByteArray whole = made.keyring.bytes();
    QRandomGenerator random(20261124);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray changed = whole.left(random.bounded(whole.size()) + 1);
        for (int i = random.bounded(1, 8); i > 0; --i) {
            changed[random.bounded(changed.size())] = char(random.bounded(256));
        }
        if (changed == whole) {
            continue;
        }
        // The hash is put right, so that what stands behind it is reached too.
        constexpr qsizetype tail = 32 + 64;
        if (round % 2 == 0 && changed.size() > tail) {
            const QByteArray body = changed.chopped(tail);
            changed = body + digest(body) + changed.right(64);
        }
        auto parsed = Keyring::parse(changed);
        if (!parsed) {
            REQUIRE((parsed.error().code == ErrorCode::Corrupt
                     || parsed.error().code == ErrorCode::Unsupported));
            continue;
        }
        REQUIRE_FALSE(parsed->directory(made.admin));
    }
}

TEST_CASE("nobody takes away his own access, and a member cannot speak for an administrator")
{
    Keyring::Created made = newKeyring();
    CHECK(made.keyring.disable(made.admin, made.admin.uuid).error().code == ErrorCode::Invalid);
    auto added = made.keyring.addUser(made.admin, person("wang", "x"), QStringLiteral("sales"));
    REQUIRE(added);
    auto wang = made.keyring.unlock(person("wang", "x"));
    REQUIRE(wang);
    CHECK(made.keyring.setRole(*wang, wang->uuid, QStringLiteral("data_admin")).error().code
          == ErrorCode::Denied);
    CHECK(made.keyring.disable(*wang, made.admin.uuid).error().code == ErrorCode::Denied);
    CHECK(made.keyring.setPassword(*wang, made.admin.uuid, person("李娜", "mine")).error().code
          == ErrorCode::Denied);
    CHECK(made.keyring.unlock(person("李娜", "correct horse")));
}

TEST_CASE("the recovery code makes an administrator of anybody in one generation")
{
    Keyring::Created made = newKeyring();
    auto added = made.keyring.addUser(made.admin, person("wang", "x"), QStringLiteral("sales"));
    REQUIRE(added);
    REQUIRE(made.keyring.disable(made.admin, added->uuid));
    auto root = made.keyring.unlock(made.recovery);
    REQUIRE(root);
    const quint64 before = made.keyring.generation();
    REQUIRE(made.keyring.recover(*root, person("wang", "recovered")));
    CHECK(made.keyring.generation() == before + 1);
    auto wang = made.keyring.unlock(person("wang", "recovered"));
    REQUIRE(wang);
    CHECK(wang->role == QStringLiteral("data_admin"));
    CHECK(wang->sensitiveSecret == made.admin.sensitiveSecret);
    CHECK(made.keyring.unlock(person("李娜", "correct horse"))); // nobody else lost anything
}

TEST_CASE("a second secret enters the key: without it the password opens nothing")
{
    Keyring::Created made = newKeyring();
    Credentials withFile = person("wang", "x");
    withFile.secondSecret = QByteArrayLiteral("what the key file holds");
    REQUIRE(made.keyring.addUser(made.admin, withFile, QStringLiteral("sales")));
    CHECK(made.keyring.unlock(withFile));
    CHECK(made.keyring.unlock(person("wang", "x")).error().code == ErrorCode::Unauthenticated);
}

TEST_CASE("makes the files of tests/data/keyring anew, when the format changes", "[.golden]")
{
    const QDir folder(qEnvironmentVariable("DOSSIER_SOURCE_DIR")
                      + QStringLiteral("/tests/data/keyring"));
    Keyring::Created made = newKeyring();
    REQUIRE(made.keyring.addUser(
        made.admin, person("王芳", "harbour lantern"), QStringLiteral("sales")));
    QFile file(folder.filePath(QStringLiteral("format2.keyring")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(made.keyring.bytes());
    QFile note(folder.filePath(QStringLiteral("recovery.txt")));
    REQUIRE(note.open(QIODevice::WriteOnly));
    note.write(made.recovery.toText().toLatin1());
}

TEST_CASE("a keyring of the first released format still opens")
{
    // Made by the case above on the day the format was settled, with the cheapest hash.
    const QDir folder(qEnvironmentVariable("DOSSIER_SOURCE_DIR")
                      + QStringLiteral("/tests/data/keyring"));
    QFile file(folder.filePath(QStringLiteral("format2.keyring")));
    REQUIRE(file.open(QIODevice::ReadOnly));
    auto keyring = Keyring::parse(file.readAll());
    REQUIRE(keyring);
    QFile note(folder.filePath(QStringLiteral("recovery.txt")));
    REQUIRE(note.open(QIODevice::ReadOnly));
    auto code = RecoveryCode::parse(QString::fromLatin1(note.readAll()));
    REQUIRE(code);
    auto root = keyring->unlock(*code);
    REQUIRE(root);
    auto wang = keyring->unlock(person("王芳", "harbour lantern"));
    REQUIRE(wang);
    CHECK(wang->databaseKey == root->databaseKey);
    CHECK(wang->role == QStringLiteral("sales"));
    CHECK(keyring->directory(*wang)->chain.people().size() == 2);
}

TEST_CASE("damage to one copy of the keyring brings no older generation back; both damaged is an "
          "error of its own")
{
    for (const char* first : {"keyring.a", "keyring.b"}) {
        const QTemporaryDir folder;
        const auto damage = [&folder](const char* name) {
            QFile file(QDir(folder.path()).filePath(QLatin1String(name)));
            REQUIRE(file.open(QIODevice::ReadWrite));
            file.seek(200);
            file.write("damage");
        };
        CHECK(readKeyring(folder.path()).error().code == ErrorCode::NotFound);
        Keyring::Created made = newKeyring();
        REQUIRE(writeKeyring(folder.path(), made.keyring));
        damage(first); // a new office has both copies, too
        CHECK(readKeyring(folder.path())->generation() == 1);
        auto added = made.keyring.addUser(made.admin, person("wang", "x"), QStringLiteral("sales"));
        REQUIRE(added);
        REQUIRE(made.keyring.disable(made.admin, added->uuid));
        REQUIRE(writeKeyring(folder.path(), made.keyring));
        damage(first);
        auto other = readKeyring(folder.path());
        REQUIRE(other);
        CHECK(other->generation() == 3);
        CHECK_FALSE(other->unlock(person("wang", "x")));
        damage(first[8] == 'a' ? "keyring.b" : "keyring.a");
        CHECK(readKeyring(folder.path()).error().code == ErrorCode::Corrupt);
    }
}

TEST_CASE("whom a removed administrator certified stays, and nobody he certifies afterwards")
{
    Keyring::Created made = newKeyring();
    REQUIRE(
        made.keyring.addUser(made.admin, person("second", "two"), QStringLiteral("data_admin")));
    auto second = made.keyring.unlock(person("second", "two"));
    REQUIRE(second);
    REQUIRE(made.keyring.addUser(*second, person("wang", "x"), QStringLiteral("sales")));
    REQUIRE(made.keyring.disable(made.admin, second->uuid));
    CHECK(made.keyring.unlock(person("wang", "x")));
    CHECK(made.keyring.addUser(*second, person("ghost", "y"), QStringLiteral("data_admin"))
              .error()
              .code
          == ErrorCode::Denied);
}

TEST_CASE("a password hash outside the limits is refused")
{
    for (const KdfCost cost : {KdfCost{32, 3}, KdfCost{4096, 3}, KdfCost{64, 1}}) {
        CHECK_FALSE(stretchPassword(u"x", QByteArray(saltBytes, 's'), cost));
    }
}

TEST_CASE("a password is set for nobody who is not there")
{
    Keyring::Created made = newKeyring();
    const auto nobody = made.keyring.setPassword(made.admin, QByteArray(16, 'x'), person("x", "y"));
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().code == ErrorCode::NotFound);
}

TEST_CASE("a directory of other bytes than its own is damaged")
{
    const auto read = KeyringDirectory::read(QByteArray(16, 'o'), QByteArray(40, 'x'));
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::Corrupt);
}

TEST_CASE("a keyring that is no keyring by its size is not read, and none is written where there "
          "is no folder")
{
    const QTemporaryDir folder;
    for (const char* name : {"keyring.a", "keyring.b"}) {
        QFile file(folder.filePath(QLatin1String(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.resize(qint64{17} * 1024 * 1024));
    }
    CHECK(readKeyring(folder.path()).error().code == ErrorCode::Io);
    const auto written
        = writeKeyring(folder.filePath(QStringLiteral("nowhere")), newKeyring().keyring);
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::Io);
}

#if defined(Q_OS_LINUX) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("where there is not enough memory for the password hash, that is said")
{
    constexpr rlim_t most = rlim_t{1024} * 1024 * 1024;
    const ResourceLimit little(RLIMIT_AS, most);
    const auto key = stretchPassword(u"correct horse",
                                     QByteArray(saltBytes, 's'),
                                     {KdfCost::mostMemoryMib, KdfCost::leastPasses});
    REQUIRE_FALSE(key);
    CHECK(key.error().code == ErrorCode::Io);
}
#endif
