#include "core/crypto/Passphrase.h"

#include "core/crypto/PasswordStrength.h"
#include "core/crypto/SecureBytes.h"

#include <QSet>

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cmath>

using namespace core;

TEST_CASE("no two pairs of syllables make the same word, so that a passphrase has all of its bits")
{
    const QStringList& syllables = passphraseSyllables();
    CHECK(syllables.size() == 256);
    QSet<QString> words;
    for (const QString& first : syllables) {
        for (const QString& second : syllables) {
            words.insert(first + second);
        }
    }
    CHECK(words.size() == 256 * 256);
    CHECK(passphraseBits() == 80);
    CHECK(passphraseBits() >= 77);
}

TEST_CASE("a passphrase is five words of known syllables, each time another one, and strong enough "
          "for a password")
{
    REQUIRE(initCrypto());
    QSet<QString> seen;
    for (int i = 0; i < 200; ++i) {
        const QString words = makePassphrase();
        CHECK(words.split(u'-').size() == 5);
        CHECK(passwordStrength(words) == 4);
        seen.insert(words);
    }
    CHECK(seen.size() == 200);
}

TEST_CASE("every syllable comes up about as often as every other")
{
    REQUIRE(initCrypto());
    // Words are taken apart greedily: only counts of first letters are compared, over 20,000 words.
    std::array<int, 26> first{};
    constexpr int drawn = 4000;
    for (int i = 0; i < drawn; ++i) {
        for (const QString& word : makePassphrase().split(u'-')) {
            ++first[std::size_t(word[0].unicode() - u'a')];
        }
    }
    std::array<int, 26> expected{};
    for (const QString& syllable : passphraseSyllables()) {
        ++expected[std::size_t(syllable[0].unicode() - u'a')];
    }
    for (std::size_t i = 0; i < first.size(); ++i) {
        const double mean = drawn * 5.0 * expected[i] / 256;
        CHECK(std::abs(first[i] - mean) <= 6 * std::sqrt(mean) + 1);
    }
}
