/// ClientRules: the rules of a client record, each a small function, and the words that say what to do. An error stops
/// a person's entry; an import brings the value in and marks it. Pure, any thread.
///
///     ClientRules rules;
///     Findings findings = rules.check(values);       // values in stored form
#pragma once

#include "core/records/ClientParts.h"

namespace core {

class ClientRules final : public ClientCheck
{
public:
    [[nodiscard]] Findings check(const ClientValues& values) const override;
};

} // namespace core
