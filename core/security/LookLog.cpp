#include "core/security/LookLog.h"

#include "core/base/Log.h"
#include "core/security/LookStore.h"
#include "core/security/Operation.h"
#include "core/storage/UtcText.h"

namespace core {

namespace {

bool hasJournal(const OfficeContext& office)
{
    return office.looks != nullptr && office.looks->owner() == office.session.uuid;
}

Result<> logAtOnce(OfficeContext& office, const LookRow& row, const QString& object)
{
    auto operation = Operation::begin(office, lookKindName(row.kind));
    if (!operation) {
        return operation.error();
    }
    operation->setObject(object);
    operation->setDetail(row.text, row.client);
    if (auto done = LookStore(operation->connection()).remember(operation->actor(), {row}); !done) {
        return done;
    }
    return operation->commit();
}

} // namespace

Result<> recordLook(OfficeContext& office, LookRow row, const QString& object)
{
    if (office.isReadOnly) {
        return {};
    }
    row.at = utcText(office.clock.now());
    if (!hasJournal(office)) {
        return logAtOnce(office, row, object);
    }
    if (auto added = office.looks->add(row); !added) {
        logWarning("security", added.error().message + u' ' + added.error().detail);
        return logAtOnce(office, row, object);
    }
    if (auto flushed = flushLooks(office, FlushLooks::IfDue); !flushed) {
        logInfo("security", QStringLiteral("looks wait: ") + flushed.error().message);
    }
    return {};
}

void recordTyping(OfficeContext& office, const QString& text)
{
    if (!office.isReadOnly && hasJournal(office)) {
        office.looks->noteSearch(text, utcText(office.clock.now()));
    }
}

Result<> flushLooks(OfficeContext& office, FlushLooks when)
{
    const bool isEnd = when == FlushLooks::Now;
    if (office.isReadOnly || !hasJournal(office) || (!isEnd && !office.looks->isDue())) {
        return {};
    }
    while (!office.looks->pending(1, isEnd).empty()) {
        auto operation = Operation::begin(office, u"looks");
        if (!operation) {
            return operation.error();
        }
        operation->setObject(QStringLiteral("computer:") + office.host);
        if (auto done = operation->commit(); !done) {
            return done;
        }
    }
    return {};
}

} // namespace core
