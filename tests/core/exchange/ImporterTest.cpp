#include "core/exchange/Importer.h"

#include "tests/core/approval/ApprovalOffice.h"
#include "tests/core/exchange/ExchangeFiles.h"
#include "tests/core/exchange/SameClient.h"

#include "core/approval/RequestStore.h"
#include "core/exchange/Exporter.h"
#include "core/search/SearchIndex.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace exchangetest;
using approvaltest::ApprovalOffice;
using approvaltest::done;
using approvaltest::Person;

namespace {

struct Desk
{
    explicit Desk(ApprovalOffice& office, Person& person)
        : importer(person.context, office.writer, office.check, phones, person.changes)
        , queries(person.context)
        , exporter(person.context, queries)
    { }

    ImportResult
    import(const QString& path, DuplicateMode mode = DuplicateMode::Create, bool dryRun = false)
    {
        Progress progress;
        return done(importer.run({.source = {.path = path}, .duplicates = mode, .dryRun = dryRun},
                                 progress));
    }

    SamePhone phones;
    Importer importer;
    ClientQueries queries;
    Exporter exporter;
};

std::vector<Client> clientsOf(ApprovalOffice& office)
{
    std::vector<Client> clients;
    REQUIRE(ClientStore(office.connection()).forEach([&clients](const Client& client) -> Result<> {
        clients.push_back(client);
        return {};
    }));
    return clients;
}

void balances(const ImportResult& result)
{
    const BatchCounts& counts = result.counts;
    CHECK(counts.rows == counts.created + counts.updated + counts.skipped + counts.rejected);
}

} // namespace

TEST_CASE("Every row is a client or stands in the reject file with its reason")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    const auto result
        = desk.import(files.write("客户名称,电话,身份证号\nA公司,13800138000,11019919900307763X\n,"
                                  "13800138001,11019919900307763X\nB公司,x,\n"));
    balances(result);
    CHECK(result.counts.created == 2);
    CHECK(result.counts.rejected == 1);
    CHECK(result.sealedColumns == QStringList{u"身份证号"_qs});
    REQUIRE(result.rejectFile == files.path(u"input.rejected.csv"_qs));
    const QByteArray rejects = files.read(u"input.rejected.csv"_qs);
    CHECK(rejects.contains("13800138001"));
    CHECK_FALSE(rejects.contains("11019919900307763X"));
    CHECK(clientsOf(office).size() == 2);
}

TEST_CASE("The same file again leaves the reject file that somebody is correcting")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    const QByteArray csv = "客户名称,电话\nA公司,13800138000\n,13800138001\n";
    desk.import(files.write(csv));
    files.write(u"input.rejected.csv"_qs, "half corrected");
    CHECK(desk.import(files.write(csv)).rejectFile == files.path(u"input.rejected-2.csv"_qs));
    CHECK(desk.import(files.write(csv)).rejectFile == files.path(u"input.rejected-3.csv"_qs));
    CHECK(files.read(u"input.rejected.csv"_qs) == "half corrected");
    CHECK(files.read(u"input.rejected-2.csv"_qs).contains("13800138001"));
}

TEST_CASE("What is left out of a file is named in the answer")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    const auto result
        = desk.import(files.write("登记表,,\n\n序号,客户名称,传真\n1,A公司,020-83456780\n"));
    CHECK(result.headerLine == 3);
    CHECK(result.titleLines == 1);
    CHECK(result.unmappedColumns == QStringList{u"传真"_qs});
    CHECK(result.leftOutColumns == QStringList{u"序号"_qs});
}

TEST_CASE("A row of which nobody can tell the type is stored all the same")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    CHECK(desk.import(files.write("name,客户类型\nBeacon,\nB2B 24/7,VIP\nx,个人\ny,企业\n"))
              .counts.created
          == 4);
}

TEST_CASE("A dry run counts and changes nothing")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    const auto entries = office.logEntries();
    const auto result = desk.import(
        files.write("客户名称,电话\nA公司,13800138000\n,1\n"), DuplicateMode::Create, true);
    balances(result);
    CHECK(result.counts.created == 1);
    CHECK(result.counts.rejected == 1);
    CHECK_FALSE(result.batch.isValid());
    CHECK(clientsOf(office).empty());
    CHECK(office.logEntries() == entries);
    CHECK_FALSE(QFile::exists(files.path(u"input.rejected.csv"_qs)));
}

TEST_CASE("A cancelled import leaves nothing")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    QByteArray csv("客户名称\n\"\"\n");
    for (int i = 0; i < 500; ++i) {
        csv += "客户" + QByteArray::number(i) + "公司\n";
    }
    std::stop_source stop;
    Progress progress([&stop](const QString&, std::int64_t, std::int64_t) { stop.request_stop(); },
                      stop.get_token());
    auto result = desk.importer.run({.source = {.path = files.write(csv)}}, progress);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Cancelled);
    CHECK(clientsOf(office).empty());
    CHECK(done(desk.importer.recent(10)).empty());
}

TEST_CASE("A file cut far behind its sample leaves nothing of what was read before")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    QByteArray csv("客户名称,备注\n,no name\n");
    for (int i = 0; i < 1500; ++i) {
        csv += "客户" + QByteArray::number(i) + "公司,x\n";
    }
    Progress progress;
    auto result
        = desk.importer.run({.source = {.path = files.write(csv + "末公司,\"cut")}}, progress);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Invalid);
    CHECK(clientsOf(office).empty());
    CHECK_FALSE(QFile::exists(files.path(u"input.rejected.csv"_qs)));
}

TEST_CASE("A batch is undone, updates too")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    desk.import(files.write("客户名称,电话,备注\nA公司,13800138000,before\n"));
    const auto second = desk.import(
        files.write("客户名称,电话,备注\nA公司,13800138000,after\nB公司,13800138001,\n"),
        DuplicateMode::Update);
    balances(second);
    CHECK(second.counts.updated == 1);
    CHECK(second.counts.created == 1);
    CHECK(clientsOf(office).front().value(Field::Notes) == u"before\nafter"_qs);
    const BatchUndo undo = done(desk.importer.undo(second.batch));
    CHECK(undo.removed == 1);
    CHECK(undo.restored == 1);
    const auto clients = clientsOf(office);
    REQUIRE(clients.size() == 1);
    CHECK(clients.front().value(Field::Notes) == u"before"_qs);
}

TEST_CASE("Rows of one file that changed a client one after the other are taken back together")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    desk.import(files.write("客户名称,电话,备注\nA公司,13800138000,\n"));
    const auto second = desk.import(
        files.write(
            "客户名称,电话,城市,职务\nA公司,13800138000,苏州,经理\nA公司,13800138000,上海,主任\n"
            "B公司,13800138001,苏州,\nB公司,13800138001,上海,\n"),
        DuplicateMode::Update);
    CHECK(second.counts.created == 1);
    CHECK(second.counts.updated == 3);
    const BatchUndo undo = done(desk.importer.undo(second.batch));
    CHECK(undo.removed == 1);
    CHECK(undo.restored == 1);
    CHECK(undo.kept.empty());
    REQUIRE(clientsOf(office).size() == 1);
    CHECK(clientsOf(office).front().value(Field::City).isEmpty());
    CHECK(clientsOf(office).front().value(Field::Position).isEmpty());
}

TEST_CASE("What was edited since an import stays and is named, the rest goes and is found no more")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    const auto batch
        = desk.import(files.write("客户名称,电话\nA公司,13800138000\nB公司,13800138001\n")).batch;
    const ClientId edited = clientsOf(office).front().id();
    REQUIRE(office.admin->changes.update(edited, {{Field::Tags, u"VIP"_qs, {}}}, {}));
    const BatchUndo undo = done(desk.importer.undo(batch));
    CHECK(undo.removed == 1);
    CHECK(undo.kept == std::vector<ClientId>{edited});
    CHECK(clientsOf(office).size() == 1);
    CHECK_FALSE(desk.importer.undo(batch)); // once
}

TEST_CASE("What an import asked for is sent back when it is taken back, by whoever brought it")
{
    ApprovalOffice office;
    Person& li = office.person("li", Role::Sales, "North");
    Person& wang = office.person("wang", Role::Sales, "North");
    Desk desk(office, li);
    Desk other(office, wang);
    const Files files;
    desk.import(files.write("客户名称,电话,邮箱\nA公司,13800138000,a@a.cn\n"));
    const auto update = desk.import(files.write("客户名称,电话,邮箱\nA公司,13800138000,b@b.cn\n"),
                                    DuplicateMode::Update);
    REQUIRE(update.requests == 1);
    const auto foreign = other.importer.undo(update.batch);
    REQUIRE_FALSE(foreign);
    CHECK(foreign.error().code == ErrorCode::Denied);
    REQUIRE(desk.importer.undo(update.batch));
    RequestStore::Selection all;
    std::vector<RequestState> states;
    REQUIRE(RequestStore(office.connection()).forEach(all, [&states](const RequestRow& row) {
        states.push_back(row.request.state);
        return true;
    }));
    CHECK(states == std::vector{RequestState::Outdated});
}

TEST_CASE("An id or card number comes into no field but its own, however it is written")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    QByteArray rows("客户名称,备注,职务,自定\n普通公司,好,经理,x\n");
    for (const char* number : {"11010519491231002X",
                               "号11010519491231002x。",
                               "110105 19491231 002X",
                               "110105-19491231-002X",
                               "１１０１０５１９４９１２３１００２Ｘ",
                               "ID11010519491231002X",
                               "4111111111111111",
                               "4111 1111 1111 1111",
                               "卡号4111-1111-1111-1111",
                               "身份证110105491231002"}) {
        const QByteArray text(number);
        rows += "普通公司,x " + text + "," + text + "," + text
            + "\n普通公司,好,经理,x\n普通公司,好,经理,x\n";
    }
    const auto result = desk.import(files.write(rows));
    CHECK(result.sealedValues == 20); // the column without a field is not kept at all
    CHECK(result.sealedDropped == 0);
    CHECK(done(office.connection()
                   .statement("SELECT count(*) FROM sealed_values")
                   .one([](const Statement& row) { return row.integer(0); }))
          == 10);
    for (const Client& client : clientsOf(office)) {
        for (const FieldInfo& info : allFields()) {
            const QString value = client.value(info.field);
            INFO(value.toStdString());
            CHECK_FALSE(value.contains(u"9491231"_qs));
            CHECK_FALSE(value.contains(u"491231002"_qs));
            CHECK_FALSE(value.contains(u"1111"_qs));
            CHECK_FALSE(value.contains(u"１１０１"_qs));
        }
    }
}

TEST_CASE("A certain duplicate is stored, skipped or updated as asked")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    const QString path = files.write("客户名称,电话\nA公司,13800138000\n");
    desk.import(path);
    CHECK(desk.import(path, DuplicateMode::Skip).counts.skipped == 1);
    CHECK(desk.import(path, DuplicateMode::Update).counts.skipped == 1); // nothing new
    const auto update = desk.import(files.write("客户名称,电话,城市\nA公司,13800138000,苏州\n"),
                                    DuplicateMode::Update);
    CHECK(update.counts.updated == 1);
    CHECK(clientsOf(office).front().value(Field::City) == u"苏州市"_qs);
    CHECK(desk.import(path, DuplicateMode::Create).counts.created == 1);
    CHECK(clientsOf(office).size() == 2);
}

TEST_CASE("What the importing person may not decide becomes a request")
{
    ApprovalOffice office;
    Person& li = office.person("li", Role::Sales, "North");
    Desk desk(office, li);
    const Files files;
    desk.import(files.write("客户名称,电话,邮箱,负责人\nA公司,13800138000,a@a.cn,admin\n"));
    REQUIRE(clientsOf(office).size() == 1);
    CHECK(clientsOf(office).front().value(Field::Owner)
          == u"li"_qs); // a salesperson imports their own
    const auto update = desk.import(files.write("客户名称,电话,邮箱\nA公司,13800138000,b@b.cn\n"),
                                    DuplicateMode::Update);
    CHECK(update.requests == 1);
    CHECK(clientsOf(office).front().value(Field::Email) == u"a@a.cn"_qs);
}

TEST_CASE("The id of a row names the client it means")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    desk.import(files.write("客户名称\nA公司\n"));
    const QString id = clientsOf(office).front().id().value;
    const auto named = desk.import(files.write("id,name,notes\n" + id.toUtf8() + ",A公司,x\n"),
                                   DuplicateMode::Update);
    CHECK(named.counts.updated == 1);
    const auto unknown
        = desk.import(files.write("id,name\nCUST202001010001,C公司\n"), DuplicateMode::Update);
    CHECK(unknown.counts.created == 1);
    CHECK(clientsOf(office).back().id().value != u"CUST202001010001"_qs);
}

TEST_CASE("The mapping of an import is proposed for the next file with the same header line, and "
          "what is said prevails")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    const QString path = files.write("客户名称,Umsatz,Fax,Neu\nA公司,5,6,7\n");
    const ImportSource said{.path = path,
                            .map = {{u"Umsatz"_qs, u"custom:Turnover"_qs}, {u"Fax"_qs, u""_qs}}};
    Progress progress;
    CHECK_FALSE(done(desk.importer.preview(said)).remembered);
    done(desk.importer.run({.source = said, .dryRun = true}, progress));
    CHECK_FALSE(done(desk.importer.preview({.path = path})).remembered); // a trial is no import
    CHECK_FALSE(done(desk.importer.run({.source = said}, progress)).remembered);

    const QString next = files.write("客户名称,Umsatz,Fax,Neu\nB公司,8,9,10\n");
    const ImportPreview preview = done(desk.importer.preview({.path = next}));
    CHECK(preview.remembered);
    CHECK(preview.mapping.columns[1].word() == u"custom:Turnover"_qs);
    CHECK(preview.mapping.columns[2].use == ColumnUse::LeftOut);
    CHECK(preview.mapping.unmappedColumns() == QStringList{u"Neu"_qs}); // open, as it was
    const ImportPreview other
        = done(desk.importer.preview({.path = next, .map = {{u"Umsatz"_qs, u"notes"_qs}}}));
    CHECK(other.remembered);
    CHECK(other.mapping.columns[1].word() == u"notes"_qs);
    CHECK_FALSE(done(desk.importer.preview({.path = next, .useRemembered = false})).remembered);

    const ImportResult result = done(desk.importer.run({.source = {.path = next}}, progress));
    CHECK(result.remembered);
    CHECK(clientsOf(office).back().value(Field::Custom) == u"{\"Turnover\":\"8\"}"_qs);
    CHECK_FALSE(done(desk.importer.preview(
                         {.path = files.write("客户名称,Umsatz,Neu,Fax\nB公司,8,9,10\n")}))
                    .remembered); // another line is another file
}

TEST_CASE("A remembered mapping opens no column of identity numbers, and one of unknown words is "
          "passed over")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    Progress progress;
    done(desk.importer.run({.source = {.path = files.write("客户名称,编号\nA公司,5\n"),
                                       .map = {{u"编号"_qs, u"notes"_qs}}}},
                           progress));
    const ImportPreview preview = done(
        desk.importer.preview({.path = files.write("客户名称,编号\nA公司,11019919900307763X\n")}));
    CHECK(preview.remembered);
    CHECK(preview.mapping.columns[1].use == ColumnUse::Sealed);
    REQUIRE(office.connection()
                .statement("UPDATE import_mappings SET mapping = '{\"客户名称\":\"no_such\"}'")
                .run());
    const ImportPreview anew
        = done(desk.importer.preview({.path = files.write("客户名称,编号\nA公司,5\n")}));
    CHECK_FALSE(anew.remembered);
    CHECK(anew.mapping.hasName());
}

TEST_CASE("A dry run counts rows repeated in the file as the import would")
{
    const QByteArray csv(
        "客户名称,客户类型,电话,邮箱,地址,职务\n"
        "苏州元诚科技有限公司,公司,0512-38183752,sales@yuancheng.cn,苏州市虎丘区朝阳路214号,\n"
        "苏州元诚科技有限公司,公司,0512-38183752,sales@yuancheng.cn,苏州市虎丘区朝阳路214号,经理\n"
        "苏州元诚科技有限公司,公司,0512-38183752,sales@yuancheng.cn,,经理\n"
        "无锡远山贸易有限公司,公司,0510-85012345,,,\n");
    struct Case
    {
        DuplicateMode mode;
        BatchCounts counts;
    };
    for (const Case& c : {Case{DuplicateMode::Create, {4, 4, 0, 0, 0}},
                          Case{DuplicateMode::Skip, {4, 2, 0, 2, 0}},
                          Case{DuplicateMode::Update, {4, 2, 1, 1, 0}}}) {
        INFO(duplicateModeName(c.mode));
        ApprovalOffice office;
        Desk desk(office, *office.admin);
        const Files files;
        const QString path = files.write(csv);
        for (const bool dry : {true, false}) {
            const ImportResult result = desk.import(path, c.mode, dry);
            balances(result);
            CHECK(result.counts.created == c.counts.created);
            CHECK(result.counts.updated == c.counts.updated);
            CHECK(result.counts.skipped == c.counts.skipped);
            if (dry) {
                CHECK(result.duplicates == 2);
                CHECK(clientsOf(office).empty());
            }
        }
    }
}

TEST_CASE("A dry run knows what earlier rows would have made of a client")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    desk.import(files.write("客户名称,电话\nA公司,13800138000\n"));
    const QString path
        = files.write("客户名称,电话,城市\nA公司,13800138000,苏州\nA公司,13800138000,苏州\n");
    for (const bool dry : {true, false}) {
        const ImportResult result = desk.import(path, DuplicateMode::Update, dry);
        CHECK(result.counts.updated == 1);
        CHECK(result.counts.skipped == 1);
        CHECK(result.duplicates == 2);
    }
}

TEST_CASE("A file in which nothing names the client is refused")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    Progress progress;
    auto result = desk.importer.run(
        {.source = {.path = files.write("电话,邮箱\n13800138000,a@a.cn\n")}}, progress);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Invalid);
}

TEST_CASE("Who may not import or export is told so")
{
    ApprovalOffice office;
    Person& service = office.person("service", Role::Service);
    Desk desk(office, service);
    const Files files;
    Progress progress;
    CHECK(approvaltest::failure(
              desk.importer.run({.source = {.path = files.write("name\nA Ltd\n")}}, progress))
          == ErrorCode::Denied);
    // may look at a file and ask for it (StagedImports), but not bring it in
    CHECK(desk.importer.preview({.path = files.write("name\nA Ltd\n")}));
    Person& auditor = office.person("auditor", Role::Auditor);
    Desk audits(office, auditor);
    CHECK(approvaltest::failure(audits.importer.preview({.path = files.write("name\nA Ltd\n")}))
          == ErrorCode::Denied);
    CHECK(approvaltest::failure(desk.exporter.run({.path = files.path(u"out.csv"_qs)}, progress))
          == ErrorCode::Denied);
    CHECK_FALSE(QFile::exists(files.path(u"out.csv"_qs)));
}

TEST_CASE("Export, then import into another office, gives the same records")
{
    const Files files;
    const QString out = files.path(u"out.csv"_qs);
    std::vector<Client> before;
    {
        ApprovalOffice office;
        Desk desk(office, *office.admin);
        desk.import(files.write("客户名称,联系人,手机,固定电话,邮箱,省,市,地址,行业,"
                                "统一社会信用代码,标签,备注,custom,上次联系时间\n"
                                "=1+1 公司,李四,+86 138 0013 8000,0512-38183752 转 "
                                "12,a@a.cn;b@b.cn,江苏省,苏州市,朝阳路214号,教育,"
                                "91350100M000100Y43,老客户;电商,\"@第一行\n'第二行\",\"{"
                                "\"\"编号\"\":\"\"000123\"\"}\",46000\n"
                                "Müller & Söhne GmbH,Jörg,+49 30 901820,,,,Berlin,3-5,P,,,,,\n"));
        before = clientsOf(office);
        Progress progress;
        const ExportResult result
            = done(desk.exporter.run({.path = out, .reason = u"test"_qs}, progress));
        CHECK(result.rows == 2);
        CHECK(result.bytes == QFileInfo(out).size());
        const QJsonObject manifest
            = QJsonDocument::fromJson(files.read(QFileInfo(result.manifest).fileName())).object();
        CHECK(manifest.value(u"rows"_qs).toInt() == 2);
        CHECK(manifest.value(u"by"_qs).toString() == u"admin"_qs);
    }
    ApprovalOffice second;
    Desk desk(second, *second.admin);
    desk.import(out);
    const auto after = clientsOf(second);
    REQUIRE(before.size() == 2);
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        for (const FieldInfo& info : allFields()) {
            if (info.level != FieldLevel::System) {
                INFO(info.name);
                CHECK(after[i].value(info.field) == before[i].value(info.field));
            }
        }
    }
    CHECK(before[0].value(Field::Phone) == u"+8613800138000"_qs);
    CHECK(before[0].value(Field::OtherPhones) == u"+8651238183752x12"_qs);
}

TEST_CASE("An export stands in the log and a cancelled one leaves no file")
{
    ApprovalOffice office;
    Desk desk(office, *office.admin);
    const Files files;
    desk.import(files.write("客户名称\nA公司\n"));
    const auto entries = office.logEntries();
    Progress progress;
    done(desk.exporter.run(
        {.path = files.path(u"out.csv"_qs), .fields = {Field::Name}, .headerLabels = false},
        progress));
    CHECK(office.logEntries() == entries + 1);
    CHECK(files.read(u"out.csv"_qs) == "\xEF\xBB\xBFname\r\nA公司\r\n");
    std::stop_source stop;
    stop.request_stop();
    Progress stopped({}, stop.get_token());
    CHECK(approvaltest::failure(desk.exporter.run({.path = files.path(u"none.csv"_qs)}, stopped))
          == ErrorCode::Cancelled);
    CHECK_FALSE(QFile::exists(files.path(u"none.csv"_qs)));
}

TEST_CASE("Fields of an export are named, and all but the sealed ones without names")
{
    CHECK(done(exportFieldsByName(u"name, phone"_qs))
          == std::vector<Field>{Field::Name, Field::Phone});
    CHECK(done(exportFieldsByName(u"name,id_number"_qs))
          == std::vector<Field>{Field::Name, Field::IdNumber});
    const auto all = exportFields();
    CHECK(std::none_of(all.begin(), all.end(), isSealed));
    CHECK(approvaltest::failure(exportFieldsByName(u"nonsense"_qs)) == ErrorCode::Invalid);
}
