/// RuleLabels: a rule's name in a few words, for counts and lists ("3 × Industry: missing"), where a Finding's whole
/// message would not fit. Any thread.
#pragma once

#include <QString>

namespace core {

/// `rule` as in Finding::rule; one that is not known comes back as it is.
[[nodiscard]] QString ruleLabel(const QString& rule);

} // namespace core
