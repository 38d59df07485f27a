/// Who decides a merge or its undo: what both ask of the records and the changes. For this folder alone; any thread.
#pragma once

#include "core/records/Client.h"
#include "core/security/Permissions.h"

#include <vector>

namespace core {

/// A filled important field would get another value: data administration decides.
[[nodiscard]] bool changesImportantValue(const ChangeSet& changes);
/// The head of one department answers for all of them.
[[nodiscard]] bool isOneDepartment(const std::vector<Subject>& subjects);

} // namespace core
