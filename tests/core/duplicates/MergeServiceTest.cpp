#include "core/duplicates/MergeOffice.h"
#include "core/records/Contact.h"
#include "core/records/HistoryStore.h"

using namespace duplicatestest;

namespace {

struct Doubles
{
    MergeOffice office;
    Client stays = office.add({{Field::Name, u"苏州元诚科技有限公司"_s},
                               {Field::Contact, u"陈静"_s},
                               {Field::Phone, u"13800138000"_s},
                               {Field::Tags, u"VIP"_s}});
    Client goes = office.add({{Field::Name, u"元诚科技"_s},
                              {Field::Contact, u"王伟"_s},
                              {Field::Phone, u"13900139000"_s},
                              {Field::Email, u"wang@example.com"_s},
                              {Field::Tags, u"月结"_s},
                              {Field::Notes, u"要回访"_s}});
};

} // namespace

TEST_CASE_METHOD(Doubles, "everything that hangs on a record moves along when it is merged")
{
    const qint64 request = office.openRequest(goes);
    const AppliedMerge merge = office.merge({stays, goes});
    CHECK(merge.survivor == stays.id());
    CHECK(office.value(stays, Field::OtherPhones) == u"+8613900139000");
    CHECK(office.value(stays, Field::Email) == u"wang@example.com");
    CHECK(office.value(stays, Field::Tags) == u"VIP;月结");
    CHECK(office.value(stays, Field::Notes) == u"要回访");
    const auto contacts = contactsFromText(office.value(stays, Field::Contacts));
    REQUIRE(contacts.size() == 1);
    CHECK(contacts.front().name == u"王伟");
    CHECK(contacts.front().phones == QStringList{u"+8613900139000"_s});
    CHECK(office.clientOfRequest(request) == stays.pk);
    CHECK(merge.moved >= 3); // the request, the number, the tag
    CHECK(office.value(goes, Field::Status) == u"merged");
    CHECK(office.number("SELECT count(*) FROM duplicate_keys WHERE client_pk = 2") == 0);
}

TEST_CASE_METHOD(Doubles, "the old id finds the record that stayed, through several merges")
{
    const Client third = office.add({{Field::Name, u"元诚科技股份"_s}});
    office.merge({stays, goes});
    office.merge({third, stays});
    ClientStore store(office.connection());
    for (const Client& client : {stays, goes, third}) {
        CHECK(need(store.byId(client.id())).value().pk == third.pk);
        CHECK(need(store.exactly(client.id())).value().pk == client.pk);
    }
}

TEST_CASE_METHOD(Doubles, "twenty records become one, and the undo gives each its own back")
{
    std::vector<Client> all{stays, goes};
    for (int i = 3; i <= 20; ++i) {
        all.push_back(
            office.add({{Field::Name, u"元诚科技%1"_s.arg(i)},
                        {Field::Phone, u"137001370%1"_s.arg(i, 2, 10, QLatin1Char('0'))}}));
    }
    const AppliedMerge merge = office.merge(all);
    CHECK(office.value(stays, Field::OtherPhones).count(u';') == 18);
    CHECK(office.number("SELECT count(*) FROM clients WHERE status = 'active'") == 1);
    const MergeUndo undo = office.undo(merge.pk);
    CHECK(undo.restored.size() == 19);
    for (const Client& client : all) {
        CHECK(differences(office.now(client).values, client.values).empty());
        CHECK(office.value(client, Field::Status) == u"active");
        CHECK_FALSE(office.now(client).mergedInto.isValid());
    }
}

TEST_CASE_METHOD(Doubles, "an undo on a later day keeps what was edited since, and says so")
{
    const qint64 request = office.openRequest(goes);
    const AppliedMerge merge = office.merge({stays, goes});
    office.at(QDate(2027, 3, 1));
    office.edit(stays,
                {{Field::Tags, u"VIP;月结;金牌"_s},
                 {Field::Street, u"干将路1号"_s},
                 {Field::Phone, u"+8613700137000"_s}});
    const MergeUndo undo = office.undo(merge.pk);
    CHECK(undo.restored == std::vector{goes.id()});
    CHECK(undo.keptEdits == std::vector{Field::Phone, Field::Street, Field::Tags});
    CHECK(office.value(stays, Field::Tags) == u"VIP;金牌"); // the other's tag goes back with it
    CHECK(office.value(stays, Field::Street) == u"干将路1号");
    CHECK(office.value(stays, Field::Phone) == u"+8613700137000"); // the merge had not touched it
    CHECK(office.value(stays, Field::OtherPhones).isEmpty());
    CHECK(office.value(stays, Field::Email).isEmpty());
    CHECK(differences(office.now(goes).values, goes.values).empty());
    CHECK(office.clientOfRequest(request) == goes.pk);
    CHECK(need(office.merges->info(merge.pk)).value().undone);
    CHECK(office.number("SELECT count(*) FROM duplicate_keys WHERE client_pk = 2") > 0);
    CHECK(need(HistoryStore(office.connection()).ofClient(goes.pk)).front().action == u"unmerge");
}

TEST_CASE_METHOD(Doubles, "a request decided while it lay with the other record stays there")
{
    const qint64 request = office.openRequest(goes);
    const AppliedMerge merge = office.merge({stays, goes});
    need(office.connection().execute("UPDATE requests SET state = 'approved'"));
    office.undo(merge.pk);
    CHECK(office.clientOfRequest(request) == stays.pk);
}

TEST_CASE_METHOD(Doubles, "what cannot be merged or undone is refused, and nothing of it happens")
{
    SECTION("a record that changed since the plan was made")
    {
        const MergePlan old = office.plan({stays, goes});
        office.edit(goes, {{Field::Notes, u"neu"_s}});
        CHECK(failure(office.tryMerge(old)) == ErrorCode::Conflict);
        CHECK(office.number("SELECT count(*) FROM merges") == 0);
        CHECK(differences(office.now(stays).values, stays.values).empty());
    }
    SECTION("a record that was merged already")
    {
        const MergePlan old = office.plan({stays, goes});
        office.merge({stays, goes});
        CHECK(failure(office.tryMerge(old)) == ErrorCode::Conflict);
    }
    SECTION("a merge that is undone, or there is none of that number")
    {
        const AppliedMerge merge = office.merge({stays, goes});
        office.undo(merge.pk);
        CHECK(failure(office.tryUndo(merge.pk)) == ErrorCode::Invalid);
        CHECK(failure(office.tryUndo(MergePk{99})) == ErrorCode::NotFound);
    }
}

TEST_CASE_METHOD(Doubles, "what was merged, taken apart and merged again is whole")
{
    const AppliedMerge first = office.merge({stays, goes});
    const ClientValues whole = office.now(stays).values;
    office.undo(first.pk);
    const AppliedMerge again = office.merge({stays, goes});
    CHECK(again.pk != first.pk);
    CHECK(differences(office.now(stays).values, whole).empty());
}

TEST_CASE_METHOD(Doubles, "records that are not there are neither named nor merged nor given back")
{
    CHECK(failure(office.merges->clientsFor({stays.id(), ClientId{u"CUST209901010001"_s}}))
          == ErrorCode::NotFound);
    MergePlan plan = office.plan({stays, goes});
    const AppliedMerge merge = office.merge({stays, goes});
    plan.others.front().pk = ClientPk{4711};
    plan.survivor.version = office.now(stays).version;
    CHECK(failure(office.tryMerge(plan)) == ErrorCode::NotFound);
    need(office.connection().executeScript(
        "PRAGMA foreign_keys = OFF; DELETE FROM clients WHERE pk = 1;"));
    CHECK(failure(office.merges->planUndo(merge.pk)) == ErrorCode::NotFound);
}
