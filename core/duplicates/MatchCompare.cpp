#include "core/duplicates/MatchCompare.h"

#include "core/duplicates/MatchJudged.h"

#include <algorithm>
#include <cstdlib>

namespace core {

namespace {

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
    result.levels.fill(level::missing);
    set(MatchField::Name,
        persons ? comparePersons(a, a.name, b, b.name) : compareCompanies(a, a.name, b, b.name));
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
    set(MatchField::Contact, comparePersons(a, a.contact, b, b.contact));
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
