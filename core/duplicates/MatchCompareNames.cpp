#include "core/duplicates/MatchJudged.h"

#include <algorithm>
#include <bit>

namespace core {

namespace {

constexpr float initialsBits = 8; // three letters, few of which begin words

/// What is only alike could as well be one of the many values around it.
float blurred(const RareSlice& a, const RareSlice& b, float by)
{
    return std::max(shared(a, b) - by, 0.5F);
}

class NamePair
{
public:
    NamePair(const MatchFeatures& a,
             const MatchName& left,
             const MatchFeatures& b,
             const MatchName& right)
        : m_a(a)
        , m_b(b)
        , m_left(left)
        , m_right(right)
    { }

    [[nodiscard]] Judged person() const
    {
        if (m_left.isEmpty() || m_right.isEmpty()) {
            return {};
        }
        if (const Judged equal = whole(); equal.level != level::missing) {
            return equal;
        }
        if (m_left.isHan && m_right.isHan) {
            if (const Judged given = givenAlone(); given.level != level::missing) {
                return given;
            }
        }
        return words(true);
    }

    [[nodiscard]] Judged company() const
    {
        if (m_left.isEmpty() || m_right.isEmpty()) {
            return {};
        }
        if (const Judged equal = whole(); equal.level != level::missing) {
            return equal;
        }
        if (m_left.isHan && m_right.isHan) {
            return chineseCompany();
        }
        return words(false);
    }

private:
    [[nodiscard]] TextView a(const Slice& slice) const { return m_a.text(slice); }
    [[nodiscard]] TextView b(const Slice& slice) const { return m_b.text(slice); }

    [[nodiscard]] Judged whole() const
    {
        if (isEqual(a(m_left.whole), b(m_right.whole))) {
            return {level::same, shared(m_left.whole, m_right.whole)};
        }
        if (isEqual(a(m_left.sound), b(m_right.sound))
            || (m_left.isHan && m_right.isHan && isReordered(a(m_left.whole), b(m_right.whole)))
            || joinedSound(m_a, m_left, b(m_right.sound))
            || joinedSound(m_b, m_right, a(m_left.sound))) {
            return {level::sound, shared(m_left.sound, m_right.sound)};
        }
        return {};
    }

    /// 国强 for 王国强: of two characters, since 强 alone is anybody.
    [[nodiscard]] Judged givenAlone() const
    {
        const auto isGiven = [](const MatchFeatures& full,
                                const MatchName& name,
                                const MatchFeatures& brief,
                                const MatchName& part) {
            return name.count == 2 && part.whole.size >= 2
                && full.text(name.parts[1].text) == brief.text(part.whole);
        };
        if (isGiven(m_a, m_left, m_b, m_right)) {
            return {level::part, bitsOf(m_left.parts[1].text)};
        }
        if (isGiven(m_b, m_right, m_a, m_left)) {
            return {level::part, bitsOf(m_right.parts[1].text)};
        }
        return {};
    }

    /// "wangwei" and 王伟: the sounds in the order of the name.
    static bool joinedSound(const MatchFeatures& features, const MatchName& name, TextView other)
    {
        if (name.count != 2) {
            return false;
        }
        const TextView first = features.text(name.parts[0].sound);
        const TextView second = features.text(name.parts[1].sound);
        return other.size() == first.size() + second.size()
            && ((other.starts_with(first) && other.ends_with(second))
                || (other.starts_with(second) && other.ends_with(first)));
    }

    [[nodiscard]] Judged chineseCompany() const
    {
        const TextView left = a(m_left.whole);
        const TextView right = b(m_right.whole);
        const bool leftLonger = left.size() >= right.size();
        const TextView longer = leftLonger ? left : right;
        const TextView shorter = leftLonger ? right : left;
        const MatchName& brief = leftLonger ? m_right : m_left;
        const auto brand = [&](std::size_t letters) {
            // As rare as its first letters: the short form itself may stand only once.
            const std::size_t index = letters >= 3 ? 1 : 0;
            return index < m_left.count && index < m_right.count
                ? shared(m_left.parts[index].text, m_right.parts[index].text)
                : bitsOf(brief.whole);
        };
        if (shorter.size() >= 2 && longer.starts_with(shorter)) {
            return {level::part, brand(shorter.size())};
        }
        std::size_t prefix = 0;
        while (prefix < shorter.size() && left[prefix] == right[prefix]) {
            ++prefix;
        }
        const bool sameBrandSound = m_left.count > 0 && m_right.count > 0
            && a(m_left.parts[0].sound) == b(m_right.parts[0].sound);
        const int slips = shorter.size() >= 4 ? editDistance(left, right, 2) : 9;
        if (slips == 1 && (left.size() != right.size() || prefix >= 3 || sameBrandSound)) {
            return {level::near, blurred(m_left.whole, m_right.whole, 2)};
        }
        if (slips == 1 && editDistance(a(m_left.sound), b(m_right.sound), 1) <= 1) {
            return {level::near, blurred(m_left.whole, m_right.whole, 2)};
        }
        if (slips == 1 && isReordered(left, right)) {
            return {level::near, blurred(m_left.whole, m_right.whole, 2)};
        }
        if (isShortened(shorter, longer) && shorter.size() >= 3) {
            return {level::part, brand(2)};
        }
        if (slips == 2 && shorter.size() >= 6 && (prefix >= 2 || sameBrandSound)) {
            return {level::near, blurred(m_left.whole, m_right.whole, 4)};
        }
        if (slips == 1 || prefix >= 2 || sameBrandSound) {
            return {level::half, prefix >= 2 ? brand(prefix) : 2};
        }
        return {level::different, noRarity};
    }

    enum class Alike : std::uint8_t
    {
        No,
        Initial,
        Short,
        Near,
        Sound,
        Same
    };

    [[nodiscard]] Alike alike(const MatchName::Part& x, const MatchName::Part& y, bool person) const
    {
        const TextView left = a(x.text);
        const TextView right = b(y.text);
        if (isEqual(left, right)) {
            return Alike::Same;
        }
        const TextView leftSound = a(x.sound);
        const TextView rightSound = b(y.sound);
        if (isEqual(leftSound, rightSound)) {
            return Alike::Sound;
        }
        const TextView shorter = leftSound.size() <= rightSound.size() ? leftSound : rightSound;
        const TextView longer = leftSound.size() <= rightSound.size() ? rightSound : leftSound;
        const auto letters = [](TextView text) {
            std::uint32_t bits = 0;
            for (const char16_t letter : text) {
                bits |= 1U << (letter & 31U);
            }
            return bits;
        };
        constexpr int mostOdd = 5;
        if (shorter.size() > 3 && !shorter.empty() && !longer.starts_with(shorter.substr(0, 3))
            && std::popcount(letters(shorter) ^ letters(longer)) > mostOdd) {
            return Alike::No;
        }
        if (m_left.isHan && m_right.isHan) {
            const bool isNear = isNearHan(left, right)
                || (shorter.size() >= 4 && editDistance(shorter, longer, 1) == 1);
            return isNear ? Alike::Near : Alike::No;
        }
        return alikeLatin(shorter, longer, person);
    }

    /// Two words of characters, none of them the other.
    static bool isNearHan(TextView left, TextView right)
    {
        if (left.size() == 2 && right.size() == 2) {
            return isReordered(left, right);
        }
        const auto hasLost = [](TextView brief, TextView full) {
            return brief.size() == 1 && full.size() == 2
                && full.find(brief.front()) != TextView::npos;
        };
        if (hasLost(left, right) || hasLost(right, left)) {
            return true;
        }
        // No given name has three: one was doubled.
        return std::max(left.size(), right.size()) == 3 && editDistance(left, right, 1) == 1;
    }

    /// Two words of letters, none of them the other.
    static Alike alikeLatin(TextView shorter, TextView longer, bool person)
    {
        if (shorter.size() >= 4 && shorter.front() == longer.front()
            && isReordered(shorter, longer)) {
            return Alike::Near;
        }
        if (shorter.size() == 1) {
            return person && shorter.front() == longer.front() ? Alike::Initial : Alike::No;
        }
        if (shorter.size() >= 3 && longer.starts_with(shorter)) {
            return Alike::Short;
        }
        const int slips = editDistance(shorter, longer, 2);
        if ((shorter.size() >= 3 && slips == 1) || (shorter.size() >= 7 && slips == 2)
            || (shorter.size() >= 5 && jaroWinkler(shorter, longer) > 0.9)) {
            return Alike::Near;
        }
        if (!person && shorter.size() >= 3 && isShortened(shorter, longer)
            && shorter.back() == longer.back()) {
            return Alike::Short;
        }
        return Alike::No;
    }

    /// Kate and Katherine: what could be a short form. Of two Latin names whose surnames are known.
    [[nodiscard]] bool givenBeginAlike() const
    {
        const auto given = [](const MatchFeatures& features, const MatchName& name) {
            return features.text(name.parts[name.surname == 0 ? 1 : 0].text).substr(0, 2);
        };
        return !m_left.isHan && !m_right.isHan && given(m_a, m_left) == given(m_b, m_right);
    }

    /// IBM: one word of the first letters of the other's.
    static bool isInitials(const MatchFeatures& a,
                           const MatchName& brief,
                           const MatchFeatures& b,
                           const MatchName& full)
    {
        if (brief.count != 1 || full.count < 3 || brief.whole.size != full.count) {
            return false;
        }
        const TextView letters = a.text(brief.whole);
        for (std::size_t i = 0; i < full.count; ++i) {
            if (b.text(full.parts[i].text).front() != letters[i]) {
                return false;
            }
        }
        return true;
    }

    /// What the words of two names have in common.
    struct Met
    {
        float bits = 0;
        int words = 0;
        bool slipped = false; ///< one of them is alike only
        std::uint32_t left = 0; ///< which of them, a bit each
        std::uint32_t right = 0;
    };

    void meet(Met& met, Alike how, const MatchName::Part& x, const MatchName::Part& y) const
    {
        ++met.words;
        switch (how) {
        case Alike::Same:
            met.bits += shared(x.text, y.text);
            break;
        case Alike::Sound:
            met.bits += shared(x.sound, y.sound);
            break;
        case Alike::Near:
        case Alike::Short:
            met.bits += blurred(x.sound, y.sound, 3);
            met.slipped = true;
            break;
        case Alike::Initial:
            met.bits += 3;
            met.slipped = true;
            break;
        case Alike::No:
            break;
        }
    }

    /// Each word with its best partner, whatever the order.
    [[nodiscard]] Met meetings(bool person) const
    {
        Met met;
        for (const Alike wanted :
             {Alike::Same, Alike::Sound, Alike::Near, Alike::Short, Alike::Initial}) {
            for (std::size_t i = 0; i < m_left.count; ++i) {
                for (std::size_t k = 0; k < m_right.count && (met.left >> i & 1U) == 0; ++k) {
                    const MatchName::Part& x = m_left.parts[i];
                    const MatchName::Part& y = m_right.parts[k];
                    if ((met.right >> k & 1U) == 0 && alike(x, y, person) == wanted) {
                        met.left |= 1U << i;
                        met.right |= 1U << k;
                        meet(met, wanted, x, y);
                    }
                }
            }
        }
        return met;
    }

    /// No word in common has to be: the letters of the whole are alike.
    [[nodiscard]] bool isWholeAlike() const
    {
        const TextView left = a(m_left.sound);
        const TextView right = b(m_right.sound);
        const std::size_t shortest = std::min(left.size(), right.size());
        return !m_left.isHan && !m_right.isHan
            && ((shortest >= 5 && editDistance(left, right, 1) <= 1)
                || (shortest >= 8 && dice(left, right) > 0.8)
                || (shortest >= 6 && editDistance(a(m_left.whole), b(m_right.whole), 2) <= 2));
    }

    [[nodiscard]] Judged words(bool person) const
    {
        const Met met = meetings(person);
        const int leftOver = int(m_left.count) - met.words;
        const int rightOver = int(m_right.count) - met.words;
        // Words are not independent of each other; two common ones together are rarer than they look, rare ones not.
        const float most = std::max(shared(m_left.whole, m_right.whole), 8.0F);
        const float bits = std::min(met.bits, most);
        if (met.words == 0 && !person
            && (isInitials(m_a, m_left, m_b, m_right) || isInitials(m_b, m_right, m_a, m_left))) {
            return {level::part, initialsBits};
        }
        if (met.words > 0 && (leftOver == 0 || rightOver == 0)) {
            const bool complete = leftOver == 0 && rightOver == 0;
            return {complete ? (met.slipped ? level::near : level::sound) : level::part, bits};
        }
        if (isWholeAlike()) {
            return {level::near, blurred(m_left.whole, m_right.whole, 3)};
        }
        if (met.words > 0) {
            const bool surnames = person && m_left.surname < m_left.count
                && m_right.surname < m_right.count && met.words == 1
                && (met.left >> m_left.surname & 1U) != 0
                && (met.right >> m_right.surname & 1U) != 0;
            return {surnames && !givenBeginAlike() ? level::family : level::half, bits};
        }
        return {level::different, noRarity};
    }

    const MatchFeatures& m_a;
    const MatchFeatures& m_b;
    const MatchName& m_left;
    const MatchName& m_right;
};

} // namespace

Judged comparePersons(const MatchFeatures& a,
                      const MatchName& left,
                      const MatchFeatures& b,
                      const MatchName& right)
{
    return NamePair(a, left, b, right).person();
}

Judged compareCompanies(const MatchFeatures& a,
                        const MatchName& left,
                        const MatchFeatures& b,
                        const MatchName& right)
{
    return NamePair(a, left, b, right).company();
}

} // namespace core
