#include "core/exchange/SeenRows.h"

#include "core/duplicates/MatchedClient.h"
#include "core/exchange/ImportMerge.h"
#include "core/records/Field.h"

#include <algorithm>
#include <utility>

namespace core {

namespace {

constexpr std::size_t mostRows = 200'000;
constexpr std::size_t mostCompared = 6;
constexpr int sharedByMany = 48; // as at entry: a key of more records finds nobody in particular

/// Each field as a sign and its text, apart by a sign that no text holds.
constexpr char16_t between = 0xFFFF;

QByteArray packed(const ClientValues& values)
{
    QString text;
    for (const FieldInfo& info : allFields()) {
        if (values.has(info.field)) {
            text += QChar(char16_t(1 + int(info.field)));
            text += QString(values.value(info.field)).remove(QChar(between));
            text += QChar(between);
        }
    }
    return text.toUtf8();
}

ClientValues unpacked(const QByteArray& bytes)
{
    ClientValues values;
    for (const QString& part : QString::fromUtf8(bytes).split(QChar(between), Qt::SkipEmptyParts)) {
        values.set(Field(part.front().unicode() - 1), part.mid(1));
    }
    return values;
}

} // namespace

/// Whoever shares most keys; who certainly is the same shares several.
std::vector<std::uint32_t> SeenRows::closest(const std::vector<std::int64_t>& keys) const
{
    std::vector<std::uint32_t> holders;
    for (const std::int64_t key : keys) {
        const Key found = m_keys.value(key);
        if (found.holders > sharedByMany) {
            continue;
        }
        for (std::int32_t link = found.first; link >= 0; link = m_links[std::size_t(link)].next) {
            holders.push_back(m_links[std::size_t(link)].row);
        }
    }
    std::sort(holders.begin(), holders.end());
    std::vector<std::pair<int, std::uint32_t>> counted; // fewest last, then the earlier row
    for (auto begin = holders.begin(); begin != holders.end();) {
        const auto end = std::upper_bound(begin, holders.end(), *begin);
        counted.emplace_back(-int(end - begin), *begin);
        begin = end;
    }
    const std::size_t most = std::min(mostCompared, counted.size());
    std::partial_sort(counted.begin(), counted.begin() + std::ptrdiff_t(most), counted.end());
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < most && (i == 0 || counted[i].first < -1); ++i) {
        rows.push_back(counted[i].second);
    }
    return rows;
}

std::optional<std::size_t> SeenRows::find(const ClientValues& values, bool typeSaid)
{
    const MatchProbe probe(matchRecordOf(values, 0));
    m_asked = probe.keys();
    const std::vector<std::uint32_t> rows = closest(m_asked);
    std::optional<std::size_t> best;
    double bestScore = 0;
    for (const std::uint32_t row : rows) {
        const ClientValues earlier = unpacked(m_rows[row]);
        const double score = probe.score(matchRecordOf(earlier, 1));
        const MatchTier tier = tierOf(score);
        const bool same = tier == MatchTier::Certain
            || (tier == MatchTier::Likely && importEdits(earlier, values, typeSaid).empty());
        if (same && score > bestScore) {
            best = row;
            bestScore = score;
        }
    }
    return best;
}

void SeenRows::add(const ClientValues& values)
{
    if (m_rows.size() >= mostRows) {
        return;
    }
    const auto row = std::uint32_t(m_rows.size());
    m_rows.push_back(packed(values));
    for (const std::int64_t hash : m_asked) {
        Key& key = m_keys[hash];
        if (key.holders++ < sharedByMany) {
            m_links.push_back({row, key.first});
            key.first = std::int32_t(m_links.size()) - 1;
        }
    }
}

ClientValues SeenRows::values(std::size_t row) const
{
    return unpacked(m_rows[row]);
}

void SeenRows::replace(std::size_t row, const ClientValues& values)
{
    m_rows[row] = packed(values);
}

} // namespace core
