/// What a login does for the evidence: the journal of looks (security/LookJournal.h), and the logins that were refused on
/// this computer since somebody got in last (security/RefusedLogins.h). Internal to core/workspace.
#pragma once

#include "core/storage/Connection.h"
#include "core/workspace/OfficeAccess.h"

namespace core {

/// Opens the person's journals and brings what earlier programs left into the log. Whatever fails is logged, and the work goes
/// on: looks are then entries at once.
void beginEvidence(Connection& connection, OfficeAccess& access);

} // namespace core
