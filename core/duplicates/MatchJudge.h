/// MatchJudge: judges pairs outside of a scan: a record at entry, one that was changed, one that is looked at. With what the
/// last scan of the office learned (its fitted model, and how many clients share each value that several do), else with the
/// built-in weights and what is usual.
///
///     auto judge = MatchJudge::ofOffice(connection);
///     auto left = judge->features(connection, record);
///     double probability = judge->score(*left, *right);
///
/// A value; the connection it is asked with belongs to its thread.
#pragma once

#include "core/base/Result.h"
#include "core/duplicates/MatchModel.h"
#include "core/storage/Connection.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace core {

class MatchJudge
{
public:
    /// With the built-in weights.
    MatchJudge();
    /// With what a scan learned; built-in where it cannot be read.
    MatchJudge(const QByteArray& model, double records);

    [[nodiscard]] bool isLearned() const { return m_isLearned; }
    Result<MatchFeatures> features(Connection& connection, const MatchRecord& record) const;
    /// With usual rarities, whatever was learned.
    [[nodiscard]] static MatchFeatures usualFeatures(const MatchRecord& record);

    [[nodiscard]] double score(const MatchFeatures& a, const MatchFeatures& b) const;
    /// In bits, for one client or against it; see MatchModel.
    [[nodiscard]] double evidence(const MatchFeatures& a, const MatchFeatures& b) const;
    [[nodiscard]] std::vector<MatchWeight> weights(const MatchFeatures& a,
                                                   const MatchFeatures& b) const;

private:
    MatchModel m_model;
    double m_records;
    bool m_isLearned = false;
};

/// In eighths of a bit: a value that so many clients among so many records have.
[[nodiscard]] std::uint8_t rarityOf(MatchValue kind, std::uint32_t clients, double records);
/// Rarities by the values that several have; `shared` by hash. What is not among them, one client has.
void weigh(MatchFeatures& features, const std::vector<SharedValue>& shared, double records);
/// What a value is counted by: kind and text, of a telephone its end.
[[nodiscard]] std::uint64_t countedHash(MatchValue kind, TextView text);
/// A value of one client is not kept, and one of two only where that tells: telephones, addresses, codes.
[[nodiscard]] bool isWorthKeeping(MatchValue kind, std::uint32_t clients);

} // namespace core
