#include "core/exchange/SeenRows.h"

#include "core/duplicates/DuplicateService.h"
#include "core/exchange/ImportMerge.h"
#include "core/records/Field.h"

#include <algorithm>

namespace core {

namespace {

constexpr std::size_t mostRows = 200'000;
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

std::optional<std::size_t> SeenRows::find(const ClientValues& values, bool typeSaid) const
{
    const MatchProbe probe(matchRecordOf(values, 0));
    std::vector<std::uint32_t> rows;
    for (const std::int64_t key : probe.keys()) {
        const Key found = m_keys.value(key);
        if (found.holders > sharedByMany) {
            continue;
        }
        for (std::int32_t link = found.first; link >= 0; link = m_links[std::size_t(link)].next) {
            rows.push_back(m_links[std::size_t(link)].row);
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
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
    for (const std::int64_t hash : blockingKeys(matchRecordOf(values, 0))) {
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
