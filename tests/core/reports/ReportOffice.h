/// ReportOffice: the office of the approval tests with the tables of duplicates, and each person's reports and prints.
#pragma once

#include "tests/core/approval/ApprovalOffice.h"

#include "core/duplicates/DuplicateIndex.h"
#include "core/records/SealedStore.h"
#include "core/reports/PrintService.h"
#include "core/reports/ReportService.h"
#include "core/storage/Statement.h"
#include "core/storage/UtcText.h"

namespace reporttest {

using namespace approvaltest;
using namespace Qt::StringLiterals;

struct Desk
{
    Desk(Person& who, const WorkingDays& calendar)
        : duplicates(who.context)
        , queries(who.context)
        , reports(who.context, duplicates, calendar)
        , prints(who.context, queries)
    { }

    DuplicateService duplicates;
    ClientQueries queries;
    ReportService reports;
    PrintService prints;
};

struct ReportOffice : ApprovalOffice
{
    ReportOffice()
    {
        done(DuplicateIndex::prepare(connection()));
        done(connection().executeScript("CREATE TABLE client_sort (client_pk INTEGER PRIMARY KEY,"
                                        " name_key TEXT NOT NULL);"));
        boss = &person("boss", Role::Manager, "North");
        li = &person("li", Role::Sales, "North");
        wu = &person("wu", Role::Sales, "South");
        desks = &person("desk", Role::Service, "North");
        reader = &person("reader", Role::Auditor);
    }

    static void done(const Result<>& result)
    {
        if (!result) {
            FAIL(result.error().message.toStdString());
        }
    }
    template <typename T>
    static T done(Result<T> result)
    {
        return approvaltest::done(std::move(result));
    }

    /// As if it had been changed last so many months ago.
    void age(const Client& client, int months)
    {
        const QString then = utcText(admin->context.clock.now().addMonths(-months));
        done(connection()
                 .statement("UPDATE clients SET updated_at = ? WHERE pk = ?")
                 .bindAll(then, client.pk)
                 .run());
    }

    Numbers numbers(Person& who)
    {
        Progress quiet;
        return done(Desk(who, calendar).reports.numbers(quiet));
    }
    Waiting waiting(Person& who) { return done(Desk(who, calendar).reports.waiting()); }
    std::vector<QualityPoint> trend(Person& who)
    {
        return done(Desk(who, calendar).reports.trend());
    }
    void note(Person& who)
    {
        Progress quiet;
        done(Desk(who, calendar).reports.noteQuality(quiet));
    }

    WorkingDays calendar;
    Person* boss = nullptr;
    Person* li = nullptr;
    Person* wu = nullptr;
    Person* desks = nullptr;
    Person* reader = nullptr;
};

} // namespace reporttest
