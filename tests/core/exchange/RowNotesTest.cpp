// Rows looked at one by one before they come in: what is wrong where, corrected in place, settled one by one.
#include "tests/core/approval/ApprovalOffice.h"
#include "tests/core/exchange/ExchangeFiles.h"
#include "tests/core/exchange/SameClient.h"

#include "core/exchange/Importer.h"
#include "core/validation/ClientRules.h"

#include <algorithm>

using namespace exchangetest;
using approvaltest::ApprovalOffice;
using approvaltest::done;
using approvaltest::Person;

namespace {

struct RowDesk
{
    RowDesk(ApprovalOffice& office, Person& person, const QString& path)
        : importer(person.context, office.writer, rules, phones, person.changes)
    {
        options.source.path = path;
        options.notes = 100;
    }

    ImportResult trial()
    {
        ImportOptions dry = options;
        dry.dryRun = true;
        Progress progress;
        return done(importer.run(dry, progress));
    }

    ImportResult import()
    {
        Progress progress;
        return done(importer.run(options, progress));
    }

    ClientRules rules;
    SamePhone phones;
    Importer importer;
    ImportOptions options;
};

const RowNote& noteAt(const ImportResult& result, std::int64_t line)
{
    const auto note = std::find_if(result.notes.begin(),
                                   result.notes.end(),
                                   [line](const RowNote& one) { return one.line == line; });
    REQUIRE(note != result.notes.end());
    return *note;
}

bool hasFlaw(const RowNote& note, int column, const char* rule)
{
    return std::any_of(note.flaws.begin(), note.flaws.end(), [&](const RowFlaw& flaw) {
        return flaw.column == column && flaw.rule == QLatin1String(rule) && !flaw.words.isEmpty();
    });
}

qint64 count(ApprovalOffice& office, const QString& name)
{
    qint64 found = 0;
    REQUIRE(ClientStore(office.connection()).forEach([&](const Client& client) -> Result<> {
        found += client.value(Field::Name) == name ? 1 : 0;
        return {};
    }));
    return found;
}

} // namespace

TEST_CASE("A trial says of each row what is wrong in which of its cells, and what becomes of it")
{
    ApprovalOffice office;
    const Files files;
    RowDesk desk(office,
                 *office.admin,
                 files.write("电话,客户名称,身份证号\n"
                             "13800138000,甲公司,11019919900307763X\n"
                             "x,乙公司,\n13800138002,,\n"));
    const ImportResult result = desk.trial();
    REQUIRE(result.notes.size() == 3);
    CHECK(noteAt(result, 2).name == u"甲公司"_qs);
    CHECK(noteAt(result, 2).cells.value(2) == u"***"_qs); // what is sealed is shown to nobody
    CHECK(noteAt(result, 2).fate == RowFate::Created);
    CHECK(hasFlaw(noteAt(result, 3), 0, "not_a_phone"));
    CHECK(noteAt(result, 4).fate == RowFate::Rejected);
    CHECK_FALSE(noteAt(result, 4).rejection.isEmpty());
    CHECK(count(office, u"甲公司"_qs) == 0);
}

TEST_CASE("What somebody corrects in a cell is read instead of what stands there")
{
    ApprovalOffice office;
    const Files files;
    RowDesk desk(office, *office.admin, files.write("电话,客户名称\nx,乙公司\n13800138002,\n"));
    desk.options.source.fixes[2][0] = u"13800138001"_qs;
    desk.options.source.fixes[3][1] = u"丙公司"_qs;
    const ImportResult trial = desk.trial();
    CHECK_FALSE(hasFlaw(noteAt(trial, 2), 0, "not_a_phone"));
    CHECK(noteAt(trial, 3).fate == RowFate::Created);
    const ImportResult result = desk.import();
    CHECK(result.counts.created == 2);
    CHECK(result.rejectFile.isEmpty());
    CHECK(count(office, u"丙公司"_qs) == 1);
}

TEST_CASE("Each row that is a client already can be settled by itself")
{
    ApprovalOffice office;
    const Files files;
    {
        RowDesk first(office,
                      *office.admin,
                      files.write("客户名称,电话\n甲公司,13800138000\n乙公司,13800138001\n"
                                  "丙公司,13800138002\n"));
        CHECK(first.import().counts.created == 3);
    }
    RowDesk desk(office,
                 *office.admin,
                 files.write("客户名称,电话,网站\n甲公司,13800138000,https://a.example\n"
                             "乙公司,13800138001,https://b.example\n"
                             "丙公司,13800138002,https://c.example\n丁公司,13800138003,\n"));
    desk.options.choices = {{2, DuplicateMode::Update},
                            {3, DuplicateMode::Skip},
                            {5, DuplicateMode::Skip}}; // 4: as all
    const ImportResult trial = desk.trial();
    CHECK(noteAt(trial, 2).fate == RowFate::Updated);
    CHECK(noteAt(trial, 2).knownName == u"甲公司"_qs);
    REQUIRE(noteAt(trial, 2).changes.size() == 1);
    CHECK(noteAt(trial, 2).changes.front().field == Field::Website);
    CHECK(noteAt(trial, 3).fate == RowFate::Skipped);
    CHECK(noteAt(trial, 3).knownName == u"乙公司"_qs); // can be chosen otherwise still
    CHECK(noteAt(trial, 5).fate == RowFate::Skipped);
    const ImportResult result = desk.import();
    CHECK(result.counts.updated == 1);
    CHECK(result.counts.skipped == 2);
    CHECK(result.counts.created == 1);
    CHECK(count(office, u"甲公司"_qs) == 1);
    CHECK(count(office, u"丙公司"_qs) == 2); // stored beside the other, as all are
    CHECK(count(office, u"丁公司"_qs) == 0);
}

TEST_CASE("Rows that want a look come before those that are only there to be looked at")
{
    ApprovalOffice office;
    const Files files;
    QByteArray table("客户名称,联系人,电话,行业,客户来源\n");
    for (int i = 0; i < 40; ++i) {
        table += "公司" + QByteArray::number(i) + ",王伟,1380013" + QByteArray::number(8000 + i)
            + (i < 30 ? ",批发业,客户本人\n" : "9,批发业,客户本人\n");
    }
    RowDesk desk(office, *office.admin, files.write(table.constData()));
    desk.options.notes = 20;
    const ImportResult result = desk.trial();
    const auto wanting = std::count_if(result.notes.begin(),
                                       result.notes.end(),
                                       [](const auto& note) { return note.wantsLook(); });
    CHECK(result.wantLook == 10);
    CHECK(wanting == 10);
    CHECK(result.notes.size() == 20);
}
