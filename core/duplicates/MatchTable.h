/// MatchTable: all records of one run: their features, how rare each value is among them, and the pairs worth comparing.
/// Work is shared among threads by ranges that do not depend on their number, so that the result does not either.
#pragma once

#include "core/base/Progress.h"
#include "core/duplicates/MatchFeatures.h"
#include "core/duplicates/MatchJudge.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace core {

/// Calls `work(part)` for 0 … parts - 1 on so many threads; this thread is one of them and reports.
void sharedOut(std::size_t parts,
               unsigned threads,
               Progress& progress,
               const std::function<void(std::size_t part)>& work);

class MatchTable
{
public:
    using Index = std::uint32_t;

    struct Entry
    {
        std::int64_t key = 0;
        std::uint64_t order = 0;
        MatchFeatures features;
    };
    /// a << 32 | b, a < b
    using Pair = std::uint64_t;

    void add(const MatchRecord& record, unsigned threads);
    /// To be called before anything else is asked: what waits is standardized, and the records are put in order.
    void complete(unsigned threads);

    [[nodiscard]] std::size_t size() const { return m_entries.size() + m_waiting.size(); }
    /// How many records to reckon with: a few hundred know nothing of how rare a value is in the world.
    [[nodiscard]] double tableSize() const;
    [[nodiscard]] const MatchFeatures& features(Index index) const
    {
        return m_entries[index].features;
    }
    [[nodiscard]] std::int64_t key(Index index) const { return m_entries[index].key; }

    /// Rarities by how many groups have a value; `groupOf` empty: each record is one of its own. `shared`: takes the values
    /// that are worth keeping, by their hash.
    void countValues(const std::vector<Index>& groupOf,
                     unsigned threads,
                     Progress& progress,
                     std::vector<SharedValue>* shared = nullptr);

    /// In ranges of their first record; within each in order, each once.
    [[nodiscard]] std::vector<std::vector<Pair>> candidates(unsigned threads,
                                                            Progress& progress) const;

private:
    struct Keyed
    {
        std::uint32_t high; ///< of the key: in two parts, so that four bytes are saved
        std::uint32_t low;
        Index index;
    };

    void standardizeWaiting(unsigned threads);
    /// The keys of one kind of all records, in ranges of the key.
    [[nodiscard]] std::vector<std::vector<Keyed>>
    keysOf(int group, unsigned threads, Progress& progress) const;
    /// Pairs of records that share a key; puts the keys in order.
    void addBlocks(std::vector<Keyed>& keyed, std::vector<std::vector<Pair>>& found) const;
    void
    addBlock(std::vector<Index>& members, bool weak, std::vector<std::vector<Pair>>& ranges) const;
    [[nodiscard]] std::size_t rangeOf(Index index) const;

    std::vector<MatchRecord> m_waiting;
    std::vector<Entry> m_entries;
};

} // namespace core
