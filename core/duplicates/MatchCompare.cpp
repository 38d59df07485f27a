#include "core/duplicates/MatchCompare.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace core {

namespace {

constexpr float noRarity = -1;
constexpr float initialsBits = 8; // three letters, few of which begin words

struct Judged
{
    std::uint8_t level = level::missing;
    float bits = noRarity;
};

float bitsOf(const RareSlice& slice)
{
    return float(slice.rarity) / 8.0F;
}

/// The value the two share is as rare as the one of them says who has met it more often.
float shared(const RareSlice& a, const RareSlice& b)
{
    return std::min(bitsOf(a), bitsOf(b));
}

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
            if (left.size() == 2 && right.size() == 2 && isReordered(left, right)) {
                return Alike::Near;
            }
            if ((left.size() == 1 && right.size() == 2
                 && right.find(left.front()) != TextView::npos)
                || (right.size() == 1 && left.size() == 2
                    && left.find(right.front()) != TextView::npos)) {
                return Alike::Near; // a letter lost
            }
            if (std::max(left.size(), right.size()) == 3 && editDistance(left, right, 1) == 1) {
                return Alike::Near; // no given name has three: one was doubled
            }
            return shorter.size() >= 4 && editDistance(shorter, longer, 1) == 1 ? Alike::Near
                                                                                : Alike::No;
        }
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

    /// Each word with its best partner, whatever the order.
    [[nodiscard]] Judged words(bool person) const
    {
        float bits = 0;
        bool slipped = false;
        int met = 0;
        std::uint32_t leftTaken = 0;
        std::uint32_t rightTaken = 0;
        for (const Alike wanted :
             {Alike::Same, Alike::Sound, Alike::Near, Alike::Short, Alike::Initial}) {
            for (std::size_t i = 0; i < m_left.count; ++i) {
                for (std::size_t k = 0; k < m_right.count && (leftTaken >> i & 1U) == 0; ++k) {
                    const MatchName::Part& x = m_left.parts[i];
                    const MatchName::Part& y = m_right.parts[k];
                    if ((rightTaken >> k & 1U) != 0 || alike(x, y, person) != wanted) {
                        continue;
                    }
                    leftTaken |= 1U << i;
                    rightTaken |= 1U << k;
                    ++met;
                    switch (wanted) {
                    case Alike::Same:
                        bits += shared(x.text, y.text);
                        break;
                    case Alike::Sound:
                        bits += shared(x.sound, y.sound);
                        break;
                    case Alike::Near:
                    case Alike::Short:
                        bits += blurred(x.sound, y.sound, 3);
                        slipped = true;
                        break;
                    case Alike::Initial:
                        bits += 3;
                        slipped = true;
                        break;
                    case Alike::No:
                        break;
                    }
                }
            }
        }
        const int leftOver = int(m_left.count) - met;
        const int rightOver = int(m_right.count) - met;
        // Words are not independent of each other; two common ones together are rarer than they look, rare ones not.
        const float most = std::max(shared(m_left.whole, m_right.whole), 8.0F);
        bits = std::min(bits, most);
        if (met == 0 && !person
            && (isInitials(m_a, m_left, m_b, m_right) || isInitials(m_b, m_right, m_a, m_left))) {
            return {level::part, initialsBits};
        }
        if (met > 0 && (leftOver == 0 || rightOver == 0)) {
            const bool complete = leftOver == 0 && rightOver == 0;
            return {complete ? (slipped ? level::near : level::sound) : level::part, bits};
        }
        const TextView left = a(m_left.sound);
        const TextView right = b(m_right.sound);
        const std::size_t shortest = std::min(left.size(), right.size());
        const bool han = m_left.isHan || m_right.isHan;
        if (!han
            && ((shortest >= 5 && editDistance(left, right, 1) <= 1)
                || (shortest >= 8 && dice(left, right) > 0.8)
                || (shortest >= 6 && editDistance(a(m_left.whole), b(m_right.whole), 2) <= 2))) {
            return {level::near, blurred(m_left.whole, m_right.whole, 3)};
        }
        if (met > 0) {
            const bool surnames = person && m_left.surname < m_left.count
                && m_right.surname < m_right.count && met == 1
                && (leftTaken >> m_left.surname & 1U) != 0
                && (rightTaken >> m_right.surname & 1U) != 0;
            return {surnames && !givenBeginAlike() ? level::family : level::half, bits};
        }
        return {level::different, noRarity};
    }

    const MatchFeatures& m_a;
    const MatchFeatures& m_b;
    const MatchName& m_left;
    const MatchName& m_right;
};

Judged comparePhones(const MatchFeatures& a, const MatchFeatures& b)
{
    Judged best;
    for (const RareSlice& mine : a.phones) {
        for (const RareSlice& theirs : b.phones) {
            if (mine.isEmpty() || theirs.isEmpty()) {
                continue;
            }
            const TextView x = a.text(mine);
            const TextView y = b.text(theirs);
            const TextView shorter = x.size() <= y.size() ? x : y;
            const TextView longer = x.size() <= y.size() ? y : x;
            if (x == y || (shorter.size() >= 7 && longer.ends_with(shorter))) {
                return {level::same, shared(mine, theirs)};
            }
            const bool slip = shorter.size() >= 7 && longer.size() - shorter.size() <= 1
                && editDistance(x, y, 1) == 1;
            const std::uint8_t now = slip ? level::otherNear : level::otherDifferent;
            best.level = std::min(best.level, now);
        }
    }
    return best;
}

/// How many bits are left of an address that only spells the name: which provider, with a dot or without.
constexpr float namedMail = 5;
constexpr float namedBox = 1;

Judged compareMails(const MatchFeatures& a, const MatchFeatures& b, bool namesAgree)
{
    Judged best;
    const auto take = [&best](std::uint8_t found, float bits) {
        if (found < best.level) {
            best = {found, bits};
        }
    };
    for (const MatchMail& mine : a.mails) {
        for (const MatchMail& theirs : b.mails) {
            if (mine.whole.isEmpty() || theirs.whole.isEmpty()) {
                continue;
            }
            const TextView x = a.text(mine.whole);
            const TextView y = b.text(theirs.whole);
            const bool told = namesAgree && (mine.isNamed || theirs.isNamed);
            if (x == y) {
                const float bits = shared(mine.whole, theirs.whole);
                return {level::same, told && mine.isFree ? std::min(bits, namedMail) : bits};
            }
            const bool sameDomain
                = !mine.domain.isEmpty() && a.text(mine.domain) == b.text(theirs.domain);
            const bool sameBox = !mine.box.isEmpty() && a.text(mine.box) == b.text(theirs.box);
            if (!mine.isRole && !theirs.isRole && !(told && !sameDomain && mine.isFree)
                && x.size() >= 9 && y.size() >= 9
                && (editDistance(x, y, 2) <= 2 || (x.size() >= 14 && dice(x, y) > 0.7))
                && (editDistance(x, y, 1) <= 1 || !mine.isFree)) {
                take(level::otherNear, noRarity);
            } else if (sameBox) {
                const float bits = shared(mine.box, theirs.box);
                take(level::mailBox, told ? std::min(bits, namedBox) : bits);
            } else if (sameDomain) {
                take(level::mailDomain, shared(mine.domain, theirs.domain));
            } else {
                take(level::mailDifferent, noRarity);
            }
        }
    }
    return best;
}

Judged compareCodes(const MatchFeatures& a, const MatchFeatures& b)
{
    if (a.code.isEmpty() || b.code.isEmpty()) {
        return {};
    }
    const TextView x = a.text(a.code);
    const TextView y = b.text(b.code);
    if (x == y) {
        return {level::same, shared(a.code, b.code)};
    }
    if (editDistance(x, y, 2) <= (x.size() >= 12 ? 2 : 1) && !(a.codeIsValid && b.codeIsValid)) {
        return {level::otherNear, noRarity};
    }
    return {a.codeIsValid && b.codeIsValid ? level::codeTwoValid : level::otherDifferent, noRarity};
}

/// Of eight digits each.
bool isWithinMonth(TextView a, TextView b)
{
    const auto days = [](TextView date) {
        int number = 0;
        for (const char16_t digit : date) {
            number = number * 10 + (digit - u'0');
        }
        // Months of 31 days: near enough.
        return (number / 10000) * 372 + (number / 100 % 100) * 31 + number % 100;
    };
    return std::abs(days(a) - days(b)) <= 31;
}

Judged compareBirths(const MatchFeatures& a, const MatchFeatures& b)
{
    if (a.birth.isEmpty() || b.birth.isEmpty()) {
        return {};
    }
    const TextView x = a.text(a.birth);
    const TextView y = b.text(b.birth);
    if (x == y) {
        return {level::same, shared(a.birth, b.birth)};
    }
    if (x.size() != 8 || y.size() != 8) {
        return {level::birthDifferent, noRarity};
    }
    const bool exchanged = x.substr(0, 4) == y.substr(0, 4) && x.substr(4, 2) == y.substr(6)
        && x.substr(6) == y.substr(4, 2);
    if (exchanged || editDistance(x, y, 1) <= 1) {
        return {level::otherNear, noRarity};
    }
    const int parts = (x.substr(0, 4) == y.substr(0, 4) ? 1 : 0)
        + (x.substr(4, 2) == y.substr(4, 2) ? 1 : 0) + (x.substr(6) == y.substr(6) ? 1 : 0);
    if (parts == 2) {
        return {level::birthParts, noRarity};
    }
    return {isWithinMonth(x, y) ? level::birthClose : level::birthDifferent, noRarity};
}

Judged compareStreets(const MatchFeatures& a, const MatchFeatures& b)
{
    if (a.street.isEmpty() || b.street.isEmpty()) {
        return {};
    }
    const TextView x = a.text(a.street);
    const TextView y = b.text(b.street);
    if (x == y) {
        return {level::same, shared(a.street, b.street)};
    }
    const TextView myRoad = a.text(a.roadName);
    const TextView theirRoad = b.text(b.roadName);
    const TextView myNumber = a.firstNumber();
    const TextView theirNumber = b.firstNumber();
    const bool sameNumber = !myNumber.empty() && myNumber == theirNumber;
    const bool sameRoad = !myRoad.empty() && myRoad == theirRoad;
    const bool alikeRoad = sameRoad || dice(myRoad, theirRoad) > 0.6
        || (myRoad.size() >= 3 && theirRoad.size() >= 3 && editDistance(myRoad, theirRoad, 1) <= 1);
    if (sameNumber && alikeRoad) {
        // Another flat of the same house is only the same house.
        const TextView mine = a.text(a.numbers);
        const TextView theirs = b.text(b.numbers);
        const bool flats = mine.find(u' ') != TextView::npos && theirs.find(u' ') != TextView::npos;
        if (flats && mine != theirs && editDistance(mine, theirs, 2) > 2) {
            return {level::streetRoad, noRarity};
        }
        return {level::streetHouse,
                a.road.isEmpty() || b.road.isEmpty() ? 8.0F : shared(a.road, b.road)};
    }
    const double alike = dice(x, y);
    const bool sameNumbers = !a.numbers.isEmpty() && a.text(a.numbers) == b.text(b.numbers);
    if ((sameNumbers && (alike > 0.45 || a.numbers.size >= 7))
        || (alike > 0.8 && (alikeRoad || myNumber.empty()))
        || (std::min(x.size(), y.size()) >= 8 && editDistance(x, y, 2) <= 2)) {
        return {level::streetNear, noRarity};
    }
    return {sameRoad || sameNumber ? level::streetRoad : level::streetDifferent, noRarity};
}

Judged compareAreas(const MatchFeatures& a, const MatchFeatures& b)
{
    const auto equal = [&](const Slice& x, const Slice& y) {
        return !x.isEmpty() && isEqual(a.text(x), b.text(y));
    };
    const auto differ = [&](const Slice& x, const Slice& y) {
        return !x.isEmpty() && !y.isEmpty() && a.text(x) != b.text(y);
    };
    const bool fine = equal(a.district, b.district);
    const bool coarse = equal(a.city, b.city);
    if (fine && (coarse || a.city.isEmpty() || b.city.isEmpty())) {
        const float city = coarse ? shared(a.city, b.city) : 0;
        return {level::same, std::max(shared(a.district, b.district), city)};
    }
    if (coarse) {
        return {level::areaCity, shared(a.city, b.city)};
    }
    if (equal(a.city, b.district) || equal(a.district, b.city)) { // in each other's place
        return {level::areaCity, 3};
    }
    if (differ(a.city, b.city)) {
        const TextView x = a.text(a.city);
        const TextView y = b.text(b.city);
        const bool slip = std::min(x.size(), y.size()) >= 4
            && (editDistance(x, y, 1) <= 1 || jaroWinkler(x, y) > 0.87);
        return {slip || fine ? level::areaNear : level::areaDifferent, noRarity};
    }
    if (differ(a.district, b.district)) {
        const bool slip = editDistance(a.text(a.district), b.text(b.district), 1) <= 1
            && std::min(a.district.size, b.district.size) >= 4;
        return {slip ? level::areaNear : level::areaDifferent, noRarity};
    }
    if (differ(a.province, b.province)
        && a.text(a.province).front() != b.text(b.province).front()) {
        return {level::areaDifferent, noRarity};
    }
    return {};
}

Judged compareBranches(const MatchFeatures& a, const MatchFeatures& b)
{
    const bool mine = !a.name.branch.isEmpty();
    const bool theirs = !b.name.branch.isEmpty();
    if (mine && theirs) {
        return {a.text(a.name.branch) == b.text(b.name.branch) ? level::same : level::branchTwo,
                noRarity};
    }
    if (mine || theirs) {
        return {level::branchOne, noRarity};
    }
    if (!a.name.place.isEmpty() && !b.name.place.isEmpty()
        && a.text(a.name.place) != b.text(b.name.place)) {
        return {level::branchTwo, noRarity};
    }
    return {};
}

/// How many values are letter by letter the same.
int equalValues(const MatchFeatures& a, const MatchFeatures& b)
{
    const auto equal = [&](const Slice& x, const Slice& y) {
        return !x.isEmpty() && isEqual(a.text(x), b.text(y)) ? 1 : 0;
    };
    int count = equal(a.code, b.code) + equal(a.birth, b.birth) + equal(a.street, b.street)
        + equal(a.contact.sound, b.contact.sound) + equal(a.road, b.road)
        + equal(a.name.sound, b.contact.sound) + equal(a.contact.sound, b.name.sound);
    for (const MatchMail& mine : a.mails) {
        for (const MatchMail& theirs : b.mails) {
            count += equal(mine.whole, theirs.whole) + equal(mine.box, theirs.box);
        }
    }
    for (const RareSlice& mine : a.phones) {
        for (const RareSlice& theirs : b.phones) {
            count += equal(mine, theirs);
        }
    }
    return count;
}

} // namespace

MatchComparison compare(const MatchFeatures& a, const MatchFeatures& b, bool sketchy)
{
    MatchComparison result;
    const auto set = [&result](MatchField field, const Judged& judged) {
        result.levels[std::size_t(field)] = judged.level;
        result.rarity[std::size_t(field)] = judged.bits;
    };
    const bool persons = a.kind == MatchKind::Person && b.kind == MatchKind::Person;
    const NamePair names(a, a.name, b, b.name);
    result.levels.fill(level::missing);
    set(MatchField::Name, persons ? names.person() : names.company());
    if (const std::uint8_t name = result.at(MatchField::Name); sketchy && name >= level::half
        && name <= level::different && equalValues(a, b) < (name == level::different ? 2 : 1)) {
        return result;
    }
    set(MatchField::Branch, persons ? Judged{} : compareBranches(a, b));
    set(MatchField::Phone, comparePhones(a, b));
    set(MatchField::Code, compareCodes(a, b));
    set(MatchField::Birth, compareBirths(a, b));
    set(MatchField::Street, compareStreets(a, b));
    set(MatchField::Area, compareAreas(a, b));
    set(MatchField::Contact, NamePair(a, a.contact, b, b.contact).person());
    set(MatchField::Email,
        compareMails(a,
                     b,
                     result.at(MatchField::Name) <= level::family
                         || result.at(MatchField::Contact) <= level::family));
    const bool known = a.kind != MatchKind::Unknown && b.kind != MatchKind::Unknown;
    if (known && a.kind != b.kind && (a.kindIsGiven || b.kindIsGiven)) {
        set(MatchField::Type, {1, noRarity});
    } else {
        set(MatchField::Type, {});
    }
    return result;
}

} // namespace core
