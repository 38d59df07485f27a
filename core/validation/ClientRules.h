/// ClientRules: the rules of a client record, each a small function, and the words that say what to do. An error stops
/// a person's entry; an import brings the value in and marks it. Pure, any thread.
///
///     ClientRules rules;
///     Findings findings = rules.check(values);       // values in stored form
///
/// Without a clock no date counts as lying in the future. The clock, where there is one, outlives the rules.
#pragma once

#include "core/base/Clock.h"
#include "core/records/ClientParts.h"

#include <span>

namespace core {

/// One rule, for documentation and for whoever asks what can be said about a field.
struct RuleInfo
{
    const char* name = ""; ///< Finding::rule
    Field field = Field::Id;
    Severity severity = Severity::Note;
    bool anyField = false; ///< said of other fields as well; `field` is the first of them
};
[[nodiscard]] std::span<const RuleInfo> allRules();

class ClientRules final : public ClientCheck
{
public:
    ClientRules() = default;
    explicit ClientRules(const Clock* clock)
        : m_clock(clock)
    { }
    [[nodiscard]] Findings check(const ClientValues& values) const override;

private:
    const Clock* m_clock = nullptr;
};

} // namespace core
