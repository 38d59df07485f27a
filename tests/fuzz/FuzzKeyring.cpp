// A keyring file that somebody else wrote: its bytes with a right hash, the sealed directory in it (by somebody who knows
// the recovery code), the chain of statements, recovery codes as typed, sealed boxes of garbage.
#include "tests/fuzz/FuzzTarget.h"

#include "core/crypto/Bytes.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Keyring.h"
#include "core/crypto/Seal.h"

#include <algorithm>
#include <array>

using namespace core;

namespace {

const QByteArray office(uuidBytes, 'o');

SecureBytes fixedKey(unsigned char fill)
{
    SecureBytes key(32);
    std::fill(key.data(), key.data() + key.size(), fill);
    return key;
}

/// The root and three people, always the same.
const Identity& identity(unsigned number)
{
    static const std::array<Identity, 4> people{
        Identity(fixedKey(1)), Identity(fixedKey(2)), Identity(fixedKey(3)), Identity(fixedKey(4))};
    return people[number % people.size()];
}

QByteArray uuid(unsigned number)
{
    return number % 4 == 0 ? rootUuid() : QByteArray(uuidBytes, char('a' + number % 4));
}

void tryFile(const QByteArray& bytes)
{
    const auto keyring = Keyring::parse(bytes);
    if (keyring) {
        FUZZ_CHECK(keyring->bytes() == bytes);
        FUZZ_CHECK(keyring->usualCost().isAllowed());
    }
}

/// With the hash that a forger would compute.
void tryBody(const QByteArray& body)
{
    tryFile(body + digest(body) + QByteArray(signatureBytes, 's'));
}

void tryDirectory(const QByteArray& inner)
{
    ByteWriter writer;
    writer.sized(inner);
    const auto read = KeyringDirectory::read(office, writer.bytes());
    if (read) {
        const auto again = KeyringDirectory::read(office, read->bytes());
        FUZZ_CHECK(again && again->chain.head() == read->chain.head());
        (void)read->roleKeys(RoleKey::Sensitive, uuid(1), identity(1));
    }
}

/// Statements that are rightly signed, whoever makes them and whatever they say.
void tryStatements(const QByteArray& script)
{
    constexpr qsizetype most = 3;
    KeyringChain chain = KeyringChain::found(office, identity(0));
    for (qsizetype i = 0; i + 3 < script.size() && i < most * 4; i += 4) {
        const auto at = [&script, i](qsizetype k) {
            return unsigned(static_cast<unsigned char>(script[i + k]));
        };
        KeyringStatement statement;
        statement.kind = StatementKind(at(0));
        statement.subject = uuid(at(1));
        statement.name = QString(int(at(2) % 4), QChar(u'n'));
        statement.role = at(2) >= 128 ? QStringLiteral("data_admin") : QStringLiteral("sales");
        if (at(3) % 8 != 0) {
            statement.keys = identity(at(1)).publicKeys();
        }
        statement.epoch = at(2);
        statement.commitment = QByteArray(at(3) % 8 == 1 ? 5 : digestBytes, 'c');
        (void)chain.append(statement, uuid(at(3) / 8), identity(at(3) / 8));
    }
    const auto again = KeyringChain::replay(office, chain.statements());
    FUZZ_CHECK(again && again->head() == chain.head());
    FUZZ_CHECK(again->people().size() == chain.people().size());
}

void tryRecoveryCode(const QString& text)
{
    const auto code = RecoveryCode::parse(text);
    if (code) {
        const auto again = RecoveryCode::parse(code->toText());
        FUZZ_CHECK(again && again->toText() == code->toText());
    }
}

/// Nothing that was not sealed with this key opens.
void tryBoxes(const QByteArray& garbage)
{
    static const SecureBytes key = fixedKey(7);
    FUZZ_CHECK(!openSealedText(key, garbage, office));
    FUZZ_CHECK(!openSealed(key, garbage, office));
    if (garbage.size() < boxBytes + 16) { // longer ones try the public-key boxes no better
        FUZZ_CHECK(!identity(0).open(garbage));
    }
    static const QByteArray sealed = seal(key, QByteArrayLiteral("a text"), office);
    QByteArray changed = sealed;
    // Not by comparing the two: libFuzzer reads along and would learn the sealed bytes.
    bool isChanged = false;
    for (qsizetype i = 0; i < std::min(garbage.size(), changed.size()); ++i) {
        changed[i] = char(changed[i] ^ garbage[i]);
        isChanged = isChanged || garbage[i] != 0;
    }
    FUZZ_CHECK(isChanged != openSealedText(key, changed, office).hasValue());
}

} // namespace

FUZZ_TARGET(bytes)
{
    static const bool ready = initCrypto();
    FUZZ_CHECK(ready);
    const FuzzInput input(bytes);
    switch (input.choice % 8U) {
    case 0:
        return tryFile(input.rest);
    case 1:
    case 2:
    case 3:
        return tryBody(input.rest);
    case 4:
        return tryDirectory(input.rest);
    case 5:
        return tryStatements(input.rest);
    case 6:
        return tryRecoveryCode(input.text());
    default:
        return tryBoxes(input.rest);
    }
}
