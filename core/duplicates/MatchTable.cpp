#include "core/duplicates/MatchTable.h"

#include "core/duplicates/MatchKeys.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <mutex>
#include <thread>
#include <tuple>

namespace core {

namespace {

constexpr std::size_t mostWaiting = 16384;
constexpr std::size_t ranges = 64; // of records and of keys
constexpr std::size_t wholeBlock = 24; // records that share a key, all compared with each other
constexpr std::size_t window = 5; // neighbors in order, in blocks larger than that
constexpr std::size_t weakWholeBlock = 12;
constexpr std::size_t weakWindow = 2;
constexpr std::size_t weakBlock = 160; // larger ones of a weak key say nothing

/// How many groups have a value: open addressing, a slot per hash.
class ValueCounts
{
public:
    explicit ValueCounts(std::size_t values)
    {
        std::size_t size = 16;
        while (size < values * 5 / 4) {
            size *= 2;
        }
        m_slots.resize(size);
    }

    void add(std::uint64_t hash, std::uint32_t group)
    {
        Slot& slot = at(hash);
        if (slot.count == 0 || slot.lastGroup != group) {
            ++slot.count;
        }
        slot.hash = hash;
        slot.lastGroup = group;
    }
    [[nodiscard]] std::uint32_t count(std::uint64_t hash) { return at(hash).count; }
    template <typename Each>
    void forEach(const Each& each) const
    {
        for (const Slot& slot : m_slots) {
            if (slot.count > 0) {
                each(slot.hash, slot.count);
            }
        }
    }

private:
    struct Slot
    {
        std::uint64_t hash = 0;
        std::uint32_t count = 0;
        std::uint32_t lastGroup = 0;
    };

    Slot& at(std::uint64_t hash)
    {
        std::size_t place = hash & (m_slots.size() - 1);
        while (m_slots[place].count != 0 && m_slots[place].hash != hash) {
            place = (place + 1) & (m_slots.size() - 1);
        }
        return m_slots[place];
    }

    std::vector<Slot> m_slots;
};

} // namespace

void sharedOut(std::size_t parts,
               unsigned threads,
               Progress& progress,
               const std::function<void(std::size_t part)>& work)
{
    std::atomic<std::size_t> next{0};
    const auto run = [&](bool reports) {
        while (!progress.isStopped()) {
            const std::size_t mine = next.fetch_add(1);
            if (mine >= parts) {
                return;
            }
            if (reports && !progress.step(std::int64_t(mine), std::int64_t(parts))) {
                return;
            }
            work(mine);
        }
    };
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < threads && i < parts; ++i) {
        helpers.emplace_back([&run] { run(false); });
    }
    run(true);
}

void MatchTable::add(const MatchRecord& record, unsigned threads)
{
    m_waiting.push_back(record);
    if (m_waiting.size() >= mostWaiting) {
        standardizeWaiting(threads);
    }
}

void MatchTable::standardizeWaiting(unsigned threads)
{
    constexpr std::size_t slice = 256;
    const std::size_t before = m_entries.size();
    m_entries.resize(before + m_waiting.size());
    Progress quiet;
    sharedOut((m_waiting.size() + slice - 1) / slice, threads, quiet, [&](std::size_t part) {
        for (std::size_t i = part * slice; i < std::min(m_waiting.size(), (part + 1) * slice);
             ++i) {
            m_entries[before + i]
                = {m_waiting[i].key, m_waiting[i].order, featuresOf(m_waiting[i])};
        }
    });
    m_waiting.clear();
}

void MatchTable::complete(unsigned threads)
{
    standardizeWaiting(threads);
    m_waiting.shrink_to_fit();
    // The same groups in any row order: everything goes by the records' own keys.
    const auto byKey = [](const Entry& a, const Entry& b) {
        return std::tie(a.order, a.key) < std::tie(b.order, b.key);
    };
    if (!std::is_sorted(m_entries.begin(), m_entries.end(), byKey)) {
        std::sort(m_entries.begin(), m_entries.end(), byKey);
    }
}

void MatchTable::countValues(const std::vector<Index>& groupOf,
                             unsigned threads,
                             Progress& progress,
                             std::vector<SharedValue>* shared)
{
    std::mutex mutex;
    std::vector<Index> order(m_entries.size());
    for (Index i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    if (!groupOf.empty()) {
        std::stable_sort(order.begin(), order.end(), [&groupOf](Index a, Index b) {
            return groupOf[a] < groupOf[b];
        });
    }
    const double records = tableSize();
    sharedOut(matchValueCount, threads, progress, [&](std::size_t part) {
        const auto kind = MatchValue(part);
        std::size_t values = 0;
        for (Entry& entry : m_entries) {
            entry.features.forEachValue(kind, [&](TextView, std::uint8_t&) { ++values; });
        }
        ValueCounts counts(values);
        for (const Index index : order) {
            const Index group = groupOf.empty() ? index : groupOf[index];
            m_entries[index].features.forEachValue(kind, [&](TextView text, std::uint8_t&) {
                counts.add(countedHash(kind, text), group);
            });
        }
        for (Entry& entry : m_entries) {
            entry.features.forEachValue(kind, [&](TextView text, std::uint8_t& rarity) {
                rarity = rarityOf(kind, counts.count(countedHash(kind, text)), records);
            });
        }
        if (shared != nullptr) {
            const std::lock_guard lock(mutex);
            counts.forEach([&](std::uint64_t hash, std::uint32_t clients) {
                if (isWorthKeeping(kind, clients)) {
                    shared->push_back({std::int64_t(hash), clients});
                }
            });
        }
    });
    if (shared != nullptr) {
        std::sort(shared->begin(), shared->end(), [](const SharedValue& a, const SharedValue& b) {
            return a.hash < b.hash;
        });
    }
}

double MatchTable::tableSize() const
{
    constexpr double least = 1000;
    return std::max(double(m_entries.size()), least);
}

std::size_t MatchTable::rangeOf(Index index) const
{
    return std::size_t(index) * ranges / m_entries.size();
}

void MatchTable::addBlock(std::vector<Index>& members,
                          bool weak,
                          std::vector<std::vector<Pair>>& found) const
{
    std::size_t reach = members.size();
    if (weak && members.size() > weakBlock) {
        return;
    }
    if (members.size() > (weak ? weakWholeBlock : wholeBlock)) {
        reach = weak ? weakWindow : window;
        std::sort(members.begin(), members.end(), [this](Index a, Index b) {
            const MatchFeatures& x = features(a);
            const MatchFeatures& y = features(b);
            if (const int order = x.text(x.name.sound).compare(y.text(y.name.sound)); order != 0) {
                return order < 0;
            }
            if (const int order = x.text(x.city).compare(y.text(y.city)); order != 0) {
                return order < 0;
            }
            const int order = x.text(x.street).compare(y.text(y.street));
            return order != 0 ? order < 0 : a < b;
        });
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t k = i + 1; k < std::min(members.size(), i + 1 + reach); ++k) {
            const auto [a, b] = std::minmax(members[i], members[k]);
            found[rangeOf(a)].push_back(Pair(a) << 32U | b);
        }
    }
}

std::vector<std::vector<MatchTable::Keyed>>
MatchTable::keysOf(int group, unsigned threads, Progress& progress) const
{
    std::vector<std::vector<Keyed>> buckets(ranges);
    std::mutex mutex;
    sharedOut(ranges, threads, progress, [&](std::size_t part) {
        std::vector<std::vector<Keyed>> mine(ranges);
        std::vector<std::uint64_t> keys;
        const std::size_t end = m_entries.size() * (part + 1) / ranges;
        for (std::size_t i = m_entries.size() * part / ranges; i < end; ++i) {
            keys.clear();
            addKeys(m_entries[i].features, group, keys);
            for (const std::uint64_t key : keys) {
                mine[key >> 58U].push_back(
                    {std::uint32_t(key >> 32U), std::uint32_t(key), Index(i)});
            }
        }
        const std::lock_guard lock(mutex);
        for (std::size_t bucket = 0; bucket < ranges; ++bucket) {
            if (buckets[bucket].empty()) {
                // The others bring about as many: growing by doubling would cost half as much memory again.
                buckets[bucket].reserve(mine[bucket].size() * ranges * 11 / 10);
            }
            buckets[bucket].insert(buckets[bucket].end(), mine[bucket].begin(), mine[bucket].end());
        }
    });
    return buckets;
}

void MatchTable::addBlocks(std::vector<Keyed>& keyed, std::vector<std::vector<Pair>>& found) const
{
    std::sort(keyed.begin(), keyed.end(), [](const Keyed& x, const Keyed& y) {
        return std::tie(x.high, x.low, x.index) < std::tie(y.high, y.low, y.index);
    });
    std::vector<Index> members;
    for (std::size_t i = 0; i < keyed.size();) {
        members.clear();
        const Keyed first = keyed[i];
        for (; i < keyed.size() && keyed[i].high == first.high && keyed[i].low == first.low; ++i) {
            if (members.empty() || members.back() != keyed[i].index) {
                members.push_back(keyed[i].index);
            }
        }
        addBlock(members, isWeakKey(first.low), found);
    }
}

std::vector<std::vector<MatchTable::Pair>> MatchTable::candidates(unsigned threads,
                                                                  Progress& progress) const
{
    std::vector<std::vector<Pair>> pairs(ranges);
    if (m_entries.empty()) {
        return pairs;
    }
    std::mutex mutex;
    for (int group = 0; group < matchKeyGroups && !progress.isStopped(); ++group) {
        std::array<std::size_t, ranges> known{};
        for (std::size_t range = 0; range < ranges; ++range) {
            known[range] = pairs[range].size();
        }
        auto buckets = keysOf(group, threads, progress);
        sharedOut(ranges, threads, progress, [&](std::size_t part) {
            std::vector<std::vector<Pair>> mine(ranges);
            addBlocks(buckets[part], mine);
            buckets[part] = {};
            const std::lock_guard lock(mutex);
            for (std::size_t range = 0; range < ranges; ++range) {
                pairs[range].insert(pairs[range].end(), mine[range].begin(), mine[range].end());
            }
        });
        sharedOut(ranges, threads, progress, [&](std::size_t part) {
            const auto added = pairs[part].begin() + std::ptrdiff_t(known[part]);
            std::sort(added, pairs[part].end());
            std::inplace_merge(pairs[part].begin(), added, pairs[part].end());
            pairs[part].erase(std::unique(pairs[part].begin(), pairs[part].end()),
                              pairs[part].end());
        });
    }
    return pairs;
}

} // namespace core
