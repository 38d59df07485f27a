/// Finding: what a check has to say about one field of a record. Errors stop a person's entry and mark an imported
/// row; warnings and notes stop nothing. Any thread.
#pragma once

#include "core/records/Field.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace core {

enum class Severity : std::uint8_t
{
    Note,
    Warning,
    Error
};

struct Finding
{
    Field field = Field::Id;
    QString rule; ///< stable word: "check_digit", "missing", "no_area_code"
    Severity severity = Severity::Note;
    QString message; ///< translated; says what to do
};

using Findings = std::vector<Finding>;

[[nodiscard]] QString severityName(Severity severity); ///< "note", "warning", "error"
[[nodiscard]] bool hasErrors(const Findings& findings);

} // namespace core
