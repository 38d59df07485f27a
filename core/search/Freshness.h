/// Freshness: how long a record counts as current by its class of activity, as the guideline has it: every quarter for a
/// client that is active (or of no class yet), every half year for a potential one, every year for a dormant one. Whole
/// days in UTC, so that a count, the list behind it and each record's badge agree. A value: any thread.
///
///     const Freshness freshness(clock.now());
///     freshness.isStale("potential", "2026-03-01T08:00:00.000Z")
#pragma once

#include <QDateTime>
#include <QString>

#include <string>
#include <string_view>

namespace core {

class Freshness
{
public:
    explicit Freshness(const QDateTime& now);

    /// As stored: the class, and when the record was changed last.
    [[nodiscard]] bool isStale(std::string_view activity, std::string_view updatedAt) const;
    /// The same question to a row `c` of clients, in SQL without values of anybody.
    [[nodiscard]] QString condition() const;

private:
    std::string m_active; ///< the first day that is current, yyyy-mm-dd
    std::string m_potential;
    std::string m_dormant;
};

} // namespace core
