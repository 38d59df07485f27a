#include "core/duplicates/MatchJudge.h"

#include "core/storage/Statement.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace core {

namespace {

/// Where one pair is looked at and no table shows how rare its values are.
constexpr double assumedRecords = 20000;
constexpr double mostRarity = 31;
constexpr double eighths = 8;

/// In eighths of a bit, as in a table of that size.
std::uint8_t usualRarity(MatchValue kind)
{
    switch (kind) {
    case MatchValue::Phone:
    case MatchValue::Email:
    case MatchValue::Code:
        return 140;
    case MatchValue::Street:
    case MatchValue::MailBox:
        return 112;
    case MatchValue::Name:
    case MatchValue::Birth:
    case MatchValue::Road:
    case MatchValue::MailDomain:
        return 100;
    case MatchValue::NameSound:
    case MatchValue::Contact:
        return 88;
    case MatchValue::NamePart:
    case MatchValue::PartSound:
        return 48;
    case MatchValue::Area:
        return 44;
    case MatchValue::City:
        return 32;
    }
    return 48;
}

/// How many clients would have to be looked at to meet a value that only one has: what one table does not show is known of
/// the world, where telephones, addresses and codes are given once.
double unseen(MatchValue kind)
{
    switch (kind) {
    case MatchValue::Code:
        return 0.02;
    case MatchValue::Phone:
    case MatchValue::Email:
        return 0.05;
    case MatchValue::Street:
    case MatchValue::MailBox:
    case MatchValue::MailDomain:
        return 0.15;
    case MatchValue::Road:
        return 0.25;
    case MatchValue::Name:
    case MatchValue::NameSound:
    case MatchValue::NamePart:
    case MatchValue::PartSound:
    case MatchValue::Contact:
    case MatchValue::Birth:
    case MatchValue::Area:
    case MatchValue::City:
        break;
    }
    return 0.5;
}

/// Landlines are met with and without their area code.
TextView countedPart(MatchValue kind, TextView text)
{
    constexpr std::size_t tail = 7;
    return kind == MatchValue::Phone && text.size() > tail ? text.substr(text.size() - tail) : text;
}

bool arePersons(const MatchFeatures& a, const MatchFeatures& b)
{
    return a.kind == MatchKind::Person && b.kind == MatchKind::Person;
}

} // namespace

std::uint64_t countedHash(MatchValue kind, TextView text)
{
    return hashOf(std::uint64_t(kind), countedPart(kind, text));
}

std::uint8_t rarityOf(MatchValue kind, std::uint32_t clients, double records)
{
    const double others = double(std::max(clients, 1U)) - 1 + unseen(kind);
    const double bits = std::log2(records / others);
    return std::uint8_t(std::lround(std::clamp(bits, 0.0, mostRarity) * eighths));
}

void weigh(MatchFeatures& features, const std::vector<SharedValue>& shared, double records)
{
    for (std::size_t at = 0; at < matchValueCount; ++at) {
        const auto kind = MatchValue(at);
        features.forEachValue(kind, [&](TextView text, std::uint8_t& rarity) {
            const auto hash = std::int64_t(countedHash(kind, text));
            const auto place = std::lower_bound(
                shared.begin(), shared.end(), hash, [](const SharedValue& one, std::int64_t by) {
                    return one.hash < by;
                });
            const bool isShared = place != shared.end() && place->hash == hash;
            rarity = rarityOf(kind, isShared ? place->clients : 1, records);
        });
    }
}

bool isWorthKeeping(MatchValue kind, std::uint32_t clients)
{
    constexpr double telling = 0.5;
    return clients > 2 || (clients == 2 && unseen(kind) < telling);
}

MatchJudge::MatchJudge()
    : m_model(assumedRecords)
    , m_records(assumedRecords)
{ }

MatchJudge::MatchJudge(const QByteArray& model, double records)
    : m_model(records)
    , m_records(records)
    , m_isLearned(m_model.takeBytes(model))
{
    if (!m_isLearned) {
        *this = MatchJudge();
    }
}

MatchFeatures MatchJudge::usualFeatures(const MatchRecord& record)
{
    MatchFeatures features = featuresOf(record);
    for (std::size_t kind = 0; kind < matchValueCount; ++kind) {
        features.forEachValue(MatchValue(kind), [&](TextView, std::uint8_t& rarity) {
            rarity = usualRarity(MatchValue(kind));
        });
    }
    return features;
}

Result<MatchFeatures> MatchJudge::features(Connection& connection, const MatchRecord& record) const
{
    if (!m_isLearned) {
        return usualFeatures(record);
    }
    MatchFeatures features = featuresOf(record);
    Statement count = connection.statement("SELECT clients FROM duplicate_values WHERE hash = ?");
    std::optional<Error> problem;
    for (std::size_t at = 0; at < matchValueCount; ++at) {
        const auto kind = MatchValue(at);
        features.forEachValue(kind, [&](TextView text, std::uint8_t& rarity) {
            auto clients = count.bindAll(std::int64_t(countedHash(kind, text)))
                               .one([](const Statement& row) { return row.int64(0); });
            if (!clients) {
                problem = clients.error();
            } else {
                rarity = rarityOf(kind, std::uint32_t(clients->value_or(1)), m_records);
            }
        });
    }
    if (problem) {
        return *problem;
    }
    return features;
}

double MatchJudge::score(const MatchFeatures& a, const MatchFeatures& b) const
{
    return m_model.score(compare(a, b), arePersons(a, b));
}

double MatchJudge::evidence(const MatchFeatures& a, const MatchFeatures& b) const
{
    return m_model.evidence(compare(a, b), arePersons(a, b));
}

std::vector<MatchWeight> MatchJudge::weights(const MatchFeatures& a, const MatchFeatures& b) const
{
    return m_model.weights(compare(a, b), arePersons(a, b));
}

} // namespace core
