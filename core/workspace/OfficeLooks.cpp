#include "core/workspace/OfficeLooks.h"

#include "core/base/Log.h"
#include "core/security/LookLog.h"
#include "core/security/LookStore.h"
#include "core/security/RefusedLogins.h"
#include "core/workspace/OfficeAccessParts.h"

namespace core {

namespace {

void warnOfLooks(const Error& error)
{
    logWarning("workspace", error.message + u' ' + error.detail);
}

/// Its numbers must go on where the log has them.
bool isReady(Connection& connection, LookJournal& journal)
{
    auto last = LookStore(connection).lastNumber(journal.id());
    if (!last) {
        warnOfLooks(last.error());
        return false;
    }
    journal.compareWith(*last);
    return true;
}

} // namespace

void beginEvidence(Connection& connection, OfficeAccess& access)
{
    if (access.isReadOnly()) {
        return;
    }
    LookJournals journals
        = openLookJournals(access.officeId, access.session.uuid, access.person->seed);
    OfficeContext office = contextOf(connection, access);
    for (const auto& left : journals.left) {
        office.looks = left.get();
        if (!isReady(connection, *left)) {
            continue;
        }
        if (auto done = flushLooks(office, FlushLooks::Now); !done) {
            warnOfLooks(done.error()); // they stay in their file for the next login
        }
    }
    if (journals.own && isReady(connection, *journals.own)) {
        access.looks = std::move(journals.own);
    }
    office.looks = access.looks.get();
    if (auto done = logRefusedLogins(office, access.person->databaseKey); !done) {
        warnOfLooks(done.error());
    }
}

} // namespace core
