#include "core/workspace/Office.h"

#include "core/storage/Statement.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <stop_token>

using namespace core;

namespace {

struct OpenOffice
{
    QTemporaryDir folder;
    std::unique_ptr<Office> office;

    OpenOffice()
    {
        NewOffice wanted;
        wanted.folder = QDir(folder.path()).filePath(QStringLiteral("Acme.dossier"));
        wanted.name = QStringLiteral("Acme");
        wanted.adminName = QStringLiteral("li");
        wanted.adminPassword = QStringLiteral("granite walrus");
        wanted.kdfMemoryMib = 64;
        auto made = createOffice(wanted);
        REQUIRE(made);
        auto opened = Office::open(made->access);
        REQUIRE(opened);
        office = *std::move(opened);
    }

    Client add(const char* name, const char* phone, const char* tags = "")
    {
        ClientValues values;
        values.set(Field::Name, QString::fromUtf8(name));
        values.set(Field::Phone, QString::fromUtf8(phone));
        values.set(Field::Tags, QString::fromUtf8(tags));
        AddOptions options;
        options.force = true;
        auto added = office->clients().add(values, options);
        REQUIRE(added);
        REQUIRE(added->client);
        return *added->client;
    }

    Client now(const Client& client)
    {
        auto found = ClientStore(office->context().reader).exactly(client.id());
        REQUIRE(found);
        REQUIRE(*found);
        return **found;
    }

    std::vector<IntegrityProblem> problems()
    {
        Progress quiet;
        auto found = office->check(quiet);
        REQUIRE(found);
        return *found;
    }
};

} // namespace

TEST_CASE("a client without a type gets the one its name says, a typed +86 number is understood")
{
    OpenOffice acme;
    const Client company = acme.add("苏州元诚科技有限公司", "+86 138 0013 8111");
    CHECK(company.value(Field::Type) == QStringLiteral("company"));
    CHECK(company.value(Field::Phone) == QStringLiteral("+8613800138111"));
    CHECK(acme.add("张伟", "13800138000").value(Field::Type) == QStringLiteral("person"));
}

TEST_CASE(
    "merged records become one that keeps every number and tag; the undo gives each its own back")
{
    OpenOffice acme;
    const Client stays = acme.add("苏州元诚科技有限公司", "0512-38183752", "VIP");
    const Client goes = acme.add("苏州元诚科技", "13800138000", "月结");
    auto clients = acme.office->merges().clientsFor({stays.id(), goes.id()});
    REQUIRE(clients);
    auto plan = proposeMerge(*clients);
    REQUIRE(plan);
    auto merged = acme.office->changes().merge(*plan);
    REQUIRE(merged);
    REQUIRE(merged->merge);
    CHECK(acme.now(stays).value(Field::OtherPhones) == QStringLiteral("+8613800138000"));
    CHECK(acme.now(stays).value(Field::Tags) == QStringLiteral("VIP;月结"));
    CHECK(acme.office->clients().show(goes.id())->id() == stays.id());
    CHECK(acme.office->queries().search(QStringLiteral("元诚"), 10)->total == 1);

    const auto undo = [&acme](MergePk pk) -> Result<UnmergeOutcome> {
        auto back = acme.office->merges().planUndo(pk);
        return back ? acme.office->changes().unmerge(*back) : Result<UnmergeOutcome>(back.error());
    };
    SECTION("an edit made since is kept")
    {
        auto edited = acme.office->changes().update(
            stays.id(),
            {{Field::Tags, QStringLiteral("金牌"), {}}, {Field::Notes, QStringLiteral("新"), {}}});
        REQUIRE(edited);
        auto undone = undo(*merged->merge);
        REQUIRE(undone);
        CHECK(undone->keptEdits == std::vector{Field::Tags, Field::Notes});
        CHECK(acme.now(stays).value(Field::Tags) == QStringLiteral("金牌"));
        CHECK(acme.now(stays).value(Field::Notes) == QStringLiteral("新"));
        CHECK(acme.now(stays).value(Field::OtherPhones).isEmpty());
    }
    SECTION("without edits everything is as it was")
    {
        auto undone = undo(*merged->merge);
        REQUIRE(undone);
        CHECK(undone->keptEdits.empty());
        CHECK(differences(acme.now(stays).values, stays.values).empty());
        CHECK(undo(*merged->merge).error().code == ErrorCode::Invalid);
    }
    CHECK(differences(acme.now(goes).values, goes.values).empty());
    CHECK(acme.now(goes).value(Field::Status) == QStringLiteral("active"));
    CHECK(acme.problems().empty());
}

TEST_CASE("what was decided to be different is never put together by a scan again")
{
    OpenOffice acme;
    const Client a = acme.add("苏州元诚科技有限公司", "0512-38183752");
    const Client b = acme.add("苏州元诚科技", "0512-38183752");
    Progress quiet;
    REQUIRE(acme.office->duplicates().scan({}, quiet)->clusters == 1);
    CHECK(acme.office->duplicates().groups({.limit = 10})->size() == 1);
    REQUIRE(acme.office->duplicates().decide(b.id(), a.id(), false));
    CHECK(acme.office->duplicates().groups({.limit = 10})->empty());
    CHECK(acme.office->duplicates().scan({}, quiet)->clusters == 0);
}

TEST_CASE("certain groups are made one in a row, each with its own way back, and all together")
{
    OpenOffice acme;
    std::vector<Client> all;
    const auto add = [&](const char* name, int number, const char* tags) {
        ClientValues values;
        values.set(Field::Name, QString::fromUtf8(name));
        values.set(Field::Contact, QStringLiteral("陈静"));
        values.set(Field::Phone, QStringLiteral("138001380%1").arg(10 + number));
        values.set(Field::Email, QStringLiteral("chen%1@yuan%1.example").arg(number));
        values.set(Field::City, QStringLiteral("苏州市"));
        values.set(Field::Street, QStringLiteral("干将路%1号3栋1204室").arg(100 + number));
        values.set(Field::Tags, QString::fromUtf8(tags));
        AddOptions options;
        options.force = true;
        auto added = acme.office->clients().add(values, options);
        REQUIRE(added);
        all.push_back(*added->client);
    };
    int number = 0;
    for (const char* name :
         {"苏州元诚科技有限公司", "上海宏达物流有限公司", "北京信恒餐饮管理有限公司"}) {
        add(name, ++number, "VIP");
        add(name, number, "老客户");
    }
    Progress quiet;
    REQUIRE(acme.office->duplicates().scan({}, quiet)->clusters == 3);
    auto proposed = acme.office->groupMerges().propose(10);
    REQUIRE(proposed);
    REQUIRE(proposed->size() == 3);
    for (const GroupProposal& proposal : *proposed) {
        CHECK(proposal.score >= 0.99);
        CHECK(proposal.conflicts == 0);
        CHECK_FALSE(proposal.reasons.isEmpty());
        CHECK(proposal.plan.survivor.pk == proposal.clients.front().pk);
    }
    // Of one of them somebody changed a record after it was looked through.
    REQUIRE(acme.office->changes().update((*proposed)[1].clients[0].id(),
                                          {{Field::Notes, QStringLiteral("neu"), {}}}));
    std::vector<MergePlan> plans;
    for (const GroupProposal& proposal : *proposed) {
        plans.push_back(proposal.plan);
    }
    auto merged = acme.office->groupMerges().apply(plans, QStringLiteral("sicher"), quiet);
    REQUIRE(merged);
    CHECK(merged->merges.size() == 2);
    CHECK(merged->left == 1);
    CHECK(merged->requests.empty());
    CHECK_FALSE(merged->isStopped);
    CHECK(acme.office->duplicates().groupCounts()->all() == 1);
    CHECK(acme.now(all[0]).value(Field::Tags).split(u';').size() == 2);

    SECTION("all of them are taken back")
    {
        auto undone = acme.office->groupMerges().undo(merged->merges, quiet);
        REQUIRE(undone);
        CHECK(undone->undone == 2);
        for (std::size_t i : {0U, 1U, 4U, 5U}) {
            CHECK(differences(acme.now(all[i]).values, all[i].values).empty());
        }
    }
    SECTION("one of them was taken back already")
    {
        auto plan = acme.office->merges().planUndo(merged->merges.front());
        REQUIRE(plan);
        REQUIRE(acme.office->changes().unmerge(*plan));
        auto undone = acme.office->groupMerges().undo(merged->merges, quiet);
        REQUIRE(undone);
        CHECK(undone->undone == 1);
        CHECK(undone->left == 1);
    }
    SECTION("stopped, what is done stays done, and is said")
    {
        std::stop_source stop;
        stop.request_stop();
        Progress stopped({}, stop.get_token());
        auto undone = acme.office->groupMerges().undo(merged->merges, stopped);
        REQUIRE(undone);
        CHECK(undone->isStopped);
        CHECK(undone->undone == 0);
    }
    CHECK(acme.problems().empty());
}

TEST_CASE("a decision about two records that somebody changes past the program is found")
{
    OpenOffice acme;
    const Client a = acme.add("苏州元诚科技有限公司", "0512-38183752");
    const Client b = acme.add("苏州元诚科技", "0512-38183752");
    REQUIRE(acme.office->duplicates().decide(a.id(), b.id(), false));
    REQUIRE(acme.office->duplicates().decide(a.id(), b.id(), true));
    REQUIRE(acme.office->duplicates().decide(a.id(), b.id(), false));
    CHECK(acme.problems().empty());
    Connection& connection = acme.office->context().writer;
    SECTION("changed")
    {
        REQUIRE(connection.executeScript("UPDATE duplicate_decisions SET decision = 'same'"));
        REQUIRE(acme.problems().size() == 1);
        CHECK(acme.problems().front().kind == QStringLiteral("decision"));
        CHECK(acme.problems().front().where.contains(a.id().value));
    }
    SECTION("deleted")
    {
        REQUIRE(connection.executeScript("DELETE FROM duplicate_decisions"));
        REQUIRE(acme.problems().size() == 1);
        CHECK(acme.problems().front().kind == QStringLiteral("row_missing"));
    }
    SECTION("taken back by the program")
    {
        REQUIRE(acme.office->duplicates().revoke(a.id(), b.id()));
        CHECK(acme.problems().empty());
        REQUIRE(acme.office->duplicates().decide(a.id(), b.id(), false));
        CHECK(acme.problems().empty());
    }
    SECTION("made up")
    {
        REQUIRE(acme.office->duplicates().revoke(a.id(), b.id()));
        REQUIRE(connection.executeScript(
            "INSERT INTO duplicate_decisions SELECT 1, 2, 'different', decided_at, 1, 1 FROM"
            " (SELECT '2026-11-27T00:00:00.000Z' AS decided_at)"));
        CHECK(acme.problems().size() == 1);
    }
}

TEST_CASE("a manager takes out the clients of his department only")
{
    OpenOffice acme;
    const QString folder = acme.office->access().folder;
    for (const auto& [name, role, department] : {std::tuple{"east", Role::Sales, "East"},
                                                 std::tuple{"west", Role::Sales, "West"},
                                                 std::tuple{"head", Role::Manager, "East"}}) {
        REQUIRE(acme.office->users().add({QString::fromLatin1(name),
                                          role,
                                          QString::fromLatin1(department),
                                          QStringLiteral("pw")}));
    }
    for (const char* owner : {"east", "west"}) {
        ClientValues values;
        values.set(Field::Name, QString::fromLatin1(owner) + QStringLiteral(" Trading Ltd"));
        values.set(Field::Owner, QString::fromLatin1(owner));
        REQUIRE(acme.office->clients().add(values)->client);
    }
    auto access = login({folder, QStringLiteral("head"), QStringLiteral("pw"), {}});
    REQUIRE(access);
    auto head = Office::open(*access);
    REQUIRE(head);
    Progress quiet;
    ExportOptions options;
    options.path = QDir(acme.folder.path()).filePath(QStringLiteral("out.csv"));
    auto taken = (*head)->exporter().run(options, quiet);
    REQUIRE(taken);
    CHECK(taken->rows == 1);
    CHECK(acme.office->exporter().run(options, quiet)->rows == 2);
}

TEST_CASE("the check names what somebody changed past the program")
{
    OpenOffice acme;
    const Client client = acme.add("张伟", "13800138000");
    CHECK(acme.problems().empty());
    Connection& connection = acme.office->context().writer;
    const auto tamper = [&connection](const char* sql) {
        REQUIRE(connection.execute(std::string_view(sql)));
    };

    SECTION("a value of a record")
    {
        tamper("UPDATE clients SET phone = '+8613800138009'");
        REQUIRE(acme.problems().size() == 1);
        CHECK(acme.problems().front().where == client.id().value);
    }
    SECTION("an entry of the log")
    {
        tamper("UPDATE audit_entries SET action = 'client.look' WHERE seq = 2");
        REQUIRE_FALSE(acme.problems().empty());
        CHECK(acme.problems().front().where == QStringLiteral("2"));
    }
    SECTION("an entry that is gone")
    {
        acme.add("李娜", "13900139000");
        tamper("DELETE FROM audit_entries WHERE seq = 2");
        bool named = false;
        for (const IntegrityProblem& problem : acme.problems()) {
            named = named || problem.kind == QStringLiteral("log");
        }
        CHECK(named);
    }
    SECTION("the reason and the author of a change")
    {
        tamper("UPDATE history SET reason = 'somebody said so'");
        const auto history = acme.office->clients().history(client.id());
        REQUIRE(history);
        CHECK_FALSE(history->front().isAsWritten);
        REQUIRE(acme.problems().size() == 1);
        CHECK(acme.problems().front().where == client.id().value);
    }
    SECTION("who entered a record, who changed it last, which file it came with, who verified it")
    {
        for (const char* sql : {"UPDATE clients SET created_by = created_by + 100",
                                "UPDATE clients SET updated_by = updated_by + 100",
                                "UPDATE clients SET batch_pk = 7",
                                "UPDATE clients SET verified_by = 1",
                                "UPDATE clients SET verified_at = '2026-03-02T01:00:00.000Z'"}) {
            INFO(sql);
            tamper("PRAGMA foreign_keys = OFF");
            tamper("SAVEPOINT one");
            tamper(sql);
            const auto found = acme.problems();
            tamper("ROLLBACK TO one");
            tamper("RELEASE one");
            REQUIRE_FALSE(found.empty());
            CHECK(std::any_of(found.begin(), found.end(), [&client](const IntegrityProblem& one) {
                return one.kind == QStringLiteral("row_hash") && one.where == client.id().value;
            }));
        }
    }
    SECTION("the old value of a change")
    {
        tamper("UPDATE history SET changes = replace(changes, '13800138000', '13800138001')");
        REQUIRE(acme.problems().size() == 1);
        CHECK(acme.problems().front().kind == QStringLiteral("history"));
    }
    SECTION("a part of the history that is gone")
    {
        REQUIRE(acme.office->changes().update(
            client.id(), {{Field::Tags, QStringLiteral("VIP"), {}}}, {}));
        tamper("DELETE FROM history WHERE pk = 1");
        bool named = false;
        for (const IntegrityProblem& problem : acme.problems()) {
            named = named
                || (problem.kind == QStringLiteral("history")
                    && problem.where == client.id().value);
        }
        CHECK(named);
    }
    SECTION("the role of a user, also after it was set right again")
    {
        tamper("UPDATE users SET department_pk = NULL, role = 'auditor'");
        REQUIRE(acme.problems().size() == 1);
        CHECK(acme.problems().front().kind == QStringLiteral("user"));
        CHECK(acme.problems().front().where == QStringLiteral("li"));
    }
    SECTION("a setting")
    {
        tamper("UPDATE settings SET value = 'Other' WHERE name = 'office_name'");
        REQUIRE(acme.problems().size() == 1);
        CHECK(acme.problems().front().where == QStringLiteral("office_name"));
    }
    SECTION("the end of the log")
    {
        acme.office->context().looks = nullptr; // an entry that no row speaks of
        REQUIRE(acme.office->clients().look(client.id()));
        tamper("DELETE FROM audit_entries WHERE seq = (SELECT max(seq) FROM audit_entries)");
        REQUIRE(acme.problems().size() == 1);
        CHECK(acme.problems().front().where == QStringLiteral("3"));
    }
    SECTION("each of several entries of the log")
    {
        tamper("UPDATE audit_entries SET host = 'x'");
        CHECK(acme.problems().size() == 2);
    }
    SECTION("a record that came with a file and is gone")
    {
        const QString path = acme.folder.filePath(QStringLiteral("in.csv"));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("name\nNorthgate Ltd\n");
        file.close();
        ImportOptions options;
        options.source.path = path;
        Progress quiet;
        REQUIRE(acme.office->importer().run(options, quiet));
        const QString id = client.id().value.chopped(1) + u'2';
        tamper("PRAGMA foreign_keys = OFF");
        tamper("DELETE FROM clients WHERE name = 'Northgate Ltd'");
        bool named = false;
        for (const IntegrityProblem& problem : acme.problems()) {
            named = named || problem.where == id;
        }
        CHECK(named);
    }
    SECTION("the history of a record")
    {
        tamper("UPDATE history SET after_hash = x'00'");
        CHECK_FALSE(acme.problems().empty());
    }
}
