/// LookLog: services say here what somebody looked at. It goes to the journal of this computer, and where there is none, into
/// the log at once. Thread of the office.
///
///     if (auto noted = recordLook(office, {.kind = LookKind::Look, .client = pk}); !noted) return noted.error();
#pragma once

#include "core/base/Result.h"
#include "core/security/LookJournal.h"
#include "core/security/OfficeContext.h"

#include <QString>

namespace core {

/// `row.at` is now. `object` names the record where the look becomes an entry of its own ("client:CUST…").
/// An office that is open for reading only is looked into without a trace.
Result<> recordLook(OfficeContext& office, LookRow row, const QString& object = {});

/// A search while somebody types (LookJournal::noteSearch); without a journal it leaves nothing, since only a search that has
/// rested is one.
void recordTyping(OfficeContext& office, const QString& text);

enum class FlushLooks : std::uint8_t
{
    IfDue,
    Now ///< also the search that has just been typed: a logout, the end of the program
};

/// Brings what the journal has into the log, as an entry of its own. Busy and the like lose nothing: it is tried again.
Result<> flushLooks(OfficeContext& office, FlushLooks when);

} // namespace core
