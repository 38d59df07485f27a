// What the program reads back of its own: plans of merges, what was half typed, values kept for an undo, further contacts, history, requests,
// mappings, the office's calendar, cursors. All of it stands where others can write.
#include "tests/fuzz/FuzzTarget.h"

#include "core/approval/Request.h"
#include "core/approval/WorkingDays.h"
#include "core/duplicates/MergePlan.h"
#include "core/exchange/ColumnMapping.h"
#include "core/records/ClientDraft.h"
#include "core/records/Contact.h"
#include "core/records/HistoryStore.h"
#include "core/search/ClientQueries.h"

#include <QJsonDocument>
#include <QTimeZone>

using namespace core;

namespace {

// What was written once is read back the same. Not what was read first: an escape "\ud800" alone is no character, and no
// UTF-8 holds it.

void tryPlan(const QString& text)
{
    const auto plan = MergePlan::fromJson(text);
    if (!plan) {
        return;
    }
    FUZZ_CHECK(plan->others.size() < MergePlan::mostMembers);
    const auto again = MergePlan::fromJson(plan->toJson());
    FUZZ_CHECK(again);
    const auto third = MergePlan::fromJson(again->toJson());
    FUZZ_CHECK(third && third->toJson() == again->toJson());
    for (const MergeChoice& choice : plan->choices) {
        (void)mergeReasonLabel(choice.reason);
    }
}

void tryValues(const QString& text)
{
    const ClientValues values = valuesFromJson(valuesToJson(valuesFromJson(text)));
    FUZZ_CHECK(valuesFromJson(valuesToJson(values)) == values);
}

void tryContacts(const QString& text)
{
    const auto contacts = contactsFromText(contactsToText(contactsFromText(text)));
    FUZZ_CHECK(contactsFromText(contactsToText(contacts)) == contacts);
}

void tryChanges(const QString& text)
{
    const ChangeSet changes = changesFromText(changesToText(changesFromText(text)));
    FUZZ_CHECK(changesFromText(changesToText(changes)) == changes);
    (void)newIdIn(text);
}

void tryMapping(const QString& text)
{
    ColumnMapping mapping;
    for (const char* header : {"Name", "Phone", "Umsatz", "Ort", "a b"}) {
        Column column;
        column.header = QLatin1String(header);
        mapping.columns.push_back(column);
    }
    if (mapping.take(QJsonDocument::fromJson(text.toUtf8()).object())) {
        (void)mapping.toJson();
    }
}

void tryForm(const QByteArray& bytes)
{
    const auto draft = draftFromBytes(bytes);
    if (!draft) {
        return;
    }
    const QByteArray written = draftToBytes(*draft);
    const auto again = draftFromBytes(written);
    FUZZ_CHECK(again);
    const auto third = draftFromBytes(draftToBytes(*again));
    FUZZ_CHECK(third && third->typed == again->typed);
    for (const auto& [field, text] :
         withoutConfidential(*draft, {QStringLiteral("a"), QStringLiteral("b")}).typed) {
        FUZZ_CHECK(!isSealed(field));
    }
}

void tryCalendar(const QString& text)
{
    const auto days = WorkingDays::fromText(text);
    if (!days) {
        return;
    }
    const QDateTime start(QDate(2026, 2, 13), QTime(16, 0), Qt::UTC);
    const QDateTime due = days->addWorkingDays(start, 3, QTimeZone::utc());
    FUZZ_CHECK(due >= start);
    FUZZ_CHECK(days->workingTimeBetween(start, due, QTimeZone::utc()).count() >= 0);
    (void)days->coveredUntil();
}

} // namespace

FUZZ_TARGET(bytes)
{
    const FuzzInput input(bytes);
    const QString text = input.text();
    switch (input.choice % 9U) {
    case 0:
        return tryPlan(text);
    case 1:
        return tryValues(text);
    case 2:
        return tryContacts(text);
    case 3:
        return tryChanges(text);
    case 4:
        return tryMapping(text);
    case 5:
        return tryCalendar(text);
    case 8:
        return tryForm(text.toUtf8());
    case 6:
        (void)checkCursor(text);
        return;
    default:
        (void)requestByText(text);
        (void)requestKindByName(text);
        (void)requestStateByName(text);
        return;
    }
}
