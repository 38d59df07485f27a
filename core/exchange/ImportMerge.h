/// ImportMerge: the edits by which a row of a file goes into a client that the office has. Filled
/// cells replace, empty ones change nothing; what is a list (tags, further phones, e-mails and
/// contacts, own fields) or a text (notes) is put together. Pure, any thread.
#pragma once

#include "core/approval/ChangeService.h"
#include "core/records/Client.h"

#include <vector>

namespace core {

/// `typeSaid`: the file has a column for the type; a guessed one never replaces a known one.
[[nodiscard]] std::vector<FieldEdit>
importEdits(const ClientValues& current, const ClientValues& row, bool typeSaid);

} // namespace core
