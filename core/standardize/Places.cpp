#include "core/standardize/Places.h"

#include "core/base/Resources.h"
#include "core/standardize/PinyinMatch.h"
#include "core/standardize/TextForm.h"

#include <QFile>
#include <QHash>

#include <algorithm>

namespace core {

namespace {

struct NamedPlace
{
    PlaceLevel level = PlaceLevel::District;
    Address whole;
    MatchKeys keys;

    [[nodiscard]] const QString& name() const
    {
        return level == PlaceLevel::Province ? whole.province
            : level == PlaceLevel::City      ? whole.city
                                             : whole.district;
    }
};

bool isNoPlace(const QString& name)
{
    return name == QStringLiteral("市辖区") || name == QStringLiteral("县")
        || name.endsWith(QStringLiteral("直辖县级行政区划"));
}

/// The names above a code, from the lines that were read before it.
class PlaceReader
{
public:
    void take(const QString& code, const QString& name)
    {
        constexpr qsizetype provinceDigits = 2;
        constexpr qsizetype cityDigits = 4;
        NamedPlace place;
        place.whole.province = m_provinces.value(code.left(provinceDigits));
        if (code.endsWith(QStringLiteral("0000"))) {
            m_provinces.insert(code.left(provinceDigits), name);
            place.level = PlaceLevel::Province;
            place.whole.province = name;
        } else if (code.endsWith(QStringLiteral("00")) && code.size() == 6) {
            // In Beijing the group of its districts stands where a city would: the city is the province once more.
            const bool isCity = !isNoPlace(name);
            const bool isMunicipality = place.whole.province.endsWith(u'市');
            m_cities.insert(code.left(cityDigits),
                            isCity               ? name
                                : isMunicipality ? place.whole.province
                                                 : QString());
            const bool isFirstOfMunicipality
                = isMunicipality && code.endsWith(QStringLiteral("0100"));
            if (!isCity && !isFirstOfMunicipality) {
                return;
            }
            place.level = PlaceLevel::City;
            place.whole.city = m_cities.value(code.left(cityDigits));
        } else {
            place.whole.city = m_cities.value(code.left(cityDigits));
            place.whole.district = name;
        }
        if (!isNoPlace(place.name())) {
            place.keys = matchKeysOf(place.name());
            places.push_back(std::move(place));
        }
    }

    std::vector<NamedPlace> places;

private:
    QHash<QString, QString> m_provinces;
    QHash<QString, QString> m_cities;
};

const std::vector<NamedPlace>& namedPlaces()
{
    static const std::vector<NamedPlace> all = [] {
        initResources();
        PlaceReader reader;
        QFile file(QStringLiteral(":/dossier/tables/regions.tsv"));
        if (file.open(QIODevice::ReadOnly)) {
            for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
                const QStringList cells = line.split(u'\t');
                if (cells.size() == 2 && !line.startsWith(u'#')) {
                    reader.take(cells[0], cells[1]);
                }
            }
        }
        return std::move(reader.places);
    }();
    return all;
}

/// How much of what is said around it fits: 0 where nothing is said, or something else.
int nearness(const NamedPlace& place, const Address& around)
{
    int near = 0;
    if (place.level != PlaceLevel::Province && !around.province.isEmpty()
        && place.whole.province == around.province) {
        ++near;
    }
    if (place.level == PlaceLevel::District && !around.city.isEmpty()
        && place.whole.city == around.city) {
        near += 2;
    }
    return near;
}

} // namespace

std::vector<Address>
placesLike(PlaceLevel level, QStringView typed, const Address& around, std::size_t most)
{
    struct Found
    {
        int near;
        int rank;
        const NamedPlace* place;
    };
    const QString folded = foldText(typed);
    int nearest = 0;
    std::vector<Found> found;
    for (const NamedPlace& place : namedPlaces()) {
        const int rank = place.level == level ? matchRank(place.keys, folded) : 0;
        if (rank == 0) {
            continue;
        }
        const int near = nearness(place, around);
        nearest = std::max(nearest, near);
        found.push_back({near, rank, &place});
    }
    if (folded.isEmpty() && level != PlaceLevel::Province) {
        // Three thousand districts help nobody: those that lie here, as the table has them.
        std::erase_if(found,
                      [nearest](const Found& one) { return nearest == 0 || one.near < nearest; });
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return std::pair(a.near, a.rank) > std::pair(b.near, b.rank);
    });
    std::vector<Address> places;
    for (const Found& one : found) {
        if (places.size() == most) {
            break;
        }
        places.push_back(one.place->whole);
    }
    return places;
}

} // namespace core
