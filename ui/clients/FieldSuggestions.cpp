#include "ui/clients/FieldSuggestions.h"

#include "core/records/ClientStandardizer.h"
#include "core/standardize/Industry.h"
#include "core/standardize/PinyinMatch.h"
#include "core/standardize/Places.h"
#include "core/standardize/TextForm.h"

#include <algorithm>

namespace ui {

namespace {

using core::Field;

constexpr std::size_t mostOffered = 60;

struct Ranked
{
    int rank;
    Suggestion one;
};

std::vector<Suggestion> bestFirst(std::vector<Ranked> found)
{
    std::stable_sort(found.begin(), found.end(), [](const Ranked& a, const Ranked& b) {
        return a.rank > b.rank;
    });
    std::vector<Suggestion> offered;
    for (Ranked& one : found) {
        if (offered.size() < mostOffered) {
            offered.push_back(std::move(one.one));
        }
    }
    return offered;
}

struct NamedIndustry
{
    core::Industry industry;
    core::MatchKeys chinese;
    core::MatchKeys english;
    core::MatchKeys code;
};

const std::vector<NamedIndustry>& namedIndustries()
{
    static const std::vector<NamedIndustry> all = [] {
        std::vector<NamedIndustry> made;
        for (const core::Industry& industry : core::allIndustries()) {
            made.push_back({industry,
                            core::matchKeysOf(industry.chinese),
                            core::matchKeysOf(industry.english),
                            core::matchKeysOf(industry.code)});
        }
        return made;
    }();
    return all;
}

} // namespace

std::vector<Suggestion> industriesLike(const QString& typed)
{
    const QString folded = core::foldText(typed);
    std::vector<Ranked> found;
    for (const NamedIndustry& one : namedIndustries()) {
        const int rank = std::max({core::matchRank(one.code, folded) * 2, // a code is meant exactly
                                   core::matchRank(one.chinese, folded),
                                   core::matchRank(one.english, folded)});
        if (rank > 0) {
            const QString shown = core::shownValue(Field::Industry, one.industry.code);
            const QString& other
                = shown == one.industry.chinese ? one.industry.english : one.industry.chinese;
            found.push_back({rank, {shown, one.industry.code + QStringLiteral("  ") + other, {}}});
        }
    }
    return bestFirst(std::move(found));
}

std::vector<Suggestion>
placesLike(Field field, const QString& typed, const core::ClientValues& around)
{
    const auto level = field == Field::Province ? core::PlaceLevel::Province
        : field == Field::City                  ? core::PlaceLevel::City
                                                : core::PlaceLevel::District;
    const core::Address near{around.value(Field::Province), around.value(Field::City), {}, {}};
    std::vector<Suggestion> offered;
    for (const core::Address& place : core::placesLike(level, typed, near, mostOffered)) {
        Suggestion one;
        one.text = field == Field::Province ? place.province
            : field == Field::City          ? place.city
                                            : place.district;
        if (field == Field::District) {
            one.note = place.province == place.city ? place.city : place.province + place.city;
        } else if (field == Field::City && place.province != place.city) {
            one.note = place.province;
        }
        one.data = QStringList{place.province, place.city, place.district};
        offered.push_back(std::move(one));
    }
    return offered;
}

std::vector<std::pair<Field, QString>> chosenPlace(const Suggestion& one)
{
    const QStringList parts = one.data.toStringList();
    std::vector<std::pair<Field, QString>> fields;
    constexpr std::array order{Field::Province, Field::City, Field::District};
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (const QString part = parts.value(qsizetype(i)); !part.isEmpty()) {
            fields.emplace_back(order[i], part);
        }
    }
    return fields;
}

std::vector<Suggestion>
wordsLike(const QStringList& words, const QString& typed, const QStringList& without)
{
    const QString folded = core::foldText(typed);
    std::vector<Ranked> found;
    for (const QString& word : words) {
        const int rank
            = without.contains(word) ? 0 : core::matchRank(core::matchKeysOf(word), folded);
        if (rank > 0) {
            found.push_back({rank, {word, {}, {}}});
        }
    }
    return bestFirst(std::move(found));
}

std::vector<Suggestion> peopleLike(const std::vector<OfficePerson>& people, const QString& typed)
{
    const QString folded = core::foldText(typed);
    std::vector<Ranked> found;
    for (const OfficePerson& person : people) {
        if (const int rank = core::matchRank(core::matchKeysOf(person.name), folded); rank > 0) {
            found.push_back({rank, {person.name, person.department, {}}});
        }
    }
    return bestFirst(std::move(found));
}

} // namespace ui
