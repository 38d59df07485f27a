/// CombinedValues: what several records make of a field that is put together (phones, e-mails, tags, notes, contacts, own
/// fields), so that nothing of any of them is lost: for a merge's plan, and for the undo, which makes later merges anew
/// without the records that leave. Pure; any thread.
#pragma once

#include "core/records/Client.h"

#include <QString>

#include <span>

namespace core {

/// `chosen`: the merged record's values, whose main number, address and contact do not stand among the further ones.
/// Of sealed own fields, which nobody can put together, the first record's that has one.
[[nodiscard]] QString
combinedValue(Field field, std::span<const ClientValues> records, const ClientValues& chosen);

} // namespace core
