#include "core/security/SealedValue.h"

#include "core/crypto/Keyring.h"
#include "core/crypto/Seal.h"

#include <QSet>

#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const QByteArray office(16, 'o');
const SealedPlace place{u"CUST202603020001"_s, u"id_number"_s};
const QString number = u"11010519491231002X"_s;

SecureBytes secretOf(unsigned char first)
{
    SecureBytes secret(32);
    secret.data()[0] = first;
    secret.data()[31] = 7;
    return secret;
}

/// Of the role, with its key of this epoch and all before it.
SealedKeys role(std::uint32_t epoch)
{
    SealedKeys keys;
    for (std::uint32_t one = epoch; one > 0; --one) {
        keys.secrets.push_back({one, secretOf(static_cast<unsigned char>(one))});
    }
    keys.sealing = {epoch, publicHalf(keys.secrets.front().key)};
    return keys;
}

/// Of everybody else: the public half alone.
SealedKeys anybody(std::uint32_t epoch)
{
    SealedKeys keys;
    keys.sealing = role(epoch).sealing;
    return keys;
}

} // namespace

TEST_CASE("what anybody seals only the role opens, as it was, whatever its key is by then")
{
    REQUIRE(initCrypto());
    auto made = sealValue(anybody(1), office, place, number);
    REQUIRE(made);
    CHECK(isSealedToken(made->token));
    CHECK(openValue(anybody(1), office, *made).error().code == ErrorCode::Denied);
    for (const std::uint32_t epoch : {1U, 2U, 3U}) {
        auto opened = openValue(role(epoch), office, *made);
        REQUIRE(opened);
        CHECK(opened->text == number);
        CHECK(opened->place == place);
    }
    auto anew = sealAnew(role(3), office, *made);
    REQUIRE(anew);
    CHECK(anew->token == made->token);
    CHECK(anew->epoch == 3);
    CHECK(openValue(role(3), office, *anew)->text == number);
    // Whom the role was taken from has the keys before.
    CHECK(openValue(role(2), office, *anew).error().code == ErrorCode::Denied);
    CHECK(sealValue({}, office, place, number).error().code == ErrorCode::Invalid);
    CHECK(sealValue(anybody(1), office, place, QString(5000, u'1')).error().code
          == ErrorCode::Invalid);
}

TEST_CASE("a token and a box say nothing of the value: neither itself, nor its length, nor twice "
          "the same")
{
    REQUIRE(initCrypto());
    QSet<QString> tokens;
    QSet<qsizetype> sizes;
    for (const QString& text : {u"1"_s, number, number, u"6222020200112230452"_s, QString()}) {
        auto made = sealValue(anybody(1), office, place, text);
        REQUIRE(made);
        tokens.insert(made->token);
        sizes.insert(made->box.size());
        CHECK((text.size() < 4 || !made->box.contains(text.toUtf8())));
    }
    CHECK(tokens.size() == 5);
    CHECK(sizes.size() == 1);
}

TEST_CASE("a box that was exchanged, or cut, or changed in one bit opens for nobody")
{
    REQUIRE(initCrypto());
    const SealedKeys keys = role(1);
    auto made = sealValue(keys, office, place, number);
    auto other = sealValue(keys, office, {u"CUST202603020002"_s, u"id_number"_s}, number);
    REQUIRE(made);
    REQUIRE(other);
    CHECK(openValue(keys, office, {made->token, other->epoch, other->box}).error().code
          == ErrorCode::Corrupt);
    CHECK(openValue(keys, QByteArray(16, 'x'), *made).error().code == ErrorCode::Corrupt);
    std::mt19937 random(5); // NOLINT(cert-msc51-cpp): the same each time
    int refused = 0;
    constexpr int times = 1000;
    for (int i = 0; i < times; ++i) {
        SealedBox changed = *made;
        switch (i % 3) {
        case 0:
            changed.box[qsizetype(random() % std::size_t(changed.box.size()))]
                ^= char(1U << (random() % 8U));
            break;
        case 1:
            changed.box.chop(qsizetype(1 + random() % std::size_t(changed.box.size())));
            break;
        default:
            const qsizetype at = 7 + qsizetype(random() % 42U); // the last letter has loose bits
            changed.token[at] = changed.token[at] == u'A' ? u'B' : u'A';
        }
        refused += openValue(keys, office, changed) ? 0 : 1;
    }
    CHECK(refused == times);
}

TEST_CASE(
    "the code for equality is the same for the same value in the same field, and the role's alone")
{
    REQUIRE(initCrypto());
    const auto code = [](const SealedKeys& keys, const QString& field, const QString& text) {
        return equalityCode(keys, office, field, text);
    };
    CHECK(code(role(1), u"id_number"_s, number).size() == 32);
    CHECK(code(role(1), u"id_number"_s, number) == code(role(1), u"id_number"_s, number));
    CHECK(code(role(1), u"id_number"_s, number) != code(role(1), u"bank_account"_s, number));
    CHECK(code(role(1), u"id_number"_s, number) != code(role(2), u"id_number"_s, number));
    CHECK(code(anybody(1), u"id_number"_s, number).isEmpty());
}

TEST_CASE("a token is told from what people type")
{
    CHECK_FALSE(isSealedToken(u""));
    CHECK_FALSE(isSealedToken(number));
    CHECK_FALSE(isSealedToken(u"sealed:short"));
    CHECK_FALSE(isSealedToken(QString(u"sealed:"_s + QString(43, u' '))));
    CHECK(isSealedToken(QString(u"sealed:"_s + QString(43, u'_'))));
}
