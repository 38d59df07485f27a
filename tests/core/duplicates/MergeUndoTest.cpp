// Undo after further merges and edits, and the undo of the undo.
#include "core/duplicates/MergeTriple.h"
#include "core/records/Contact.h"
#include "core/records/HistoryStore.h"

using namespace duplicatestest;

TEST_CASE_METHOD(Triple, "an earlier merge is undone while a later one into the same record stays")
{
    const AppliedMerge first = office.merge({a, b});
    const AppliedMerge second = office.merge({a, c});
    CHECK(office.undo(first.pk).restored == std::vector{b.id()});
    CHECK(isAsItWas(b));
    CHECK(office.value(a, Field::Tags) == u"VIP;展会");
    CHECK(office.value(a, Field::OtherPhones) == u"+8613700137000");
    CHECK(office.value(a, Field::Notes) == u"老客户");
    CHECK(office.value(a, Field::Custom).isEmpty());
    CHECK(office.value(a, Field::Street) == u"干将路1号");
    CHECK(contactsFromText(office.value(a, Field::Contacts)).size() == 1);
    CHECK(office.value(c, Field::Status) == u"merged");
    SECTION("and then the later one, which leaves nothing behind")
    {
        CHECK(office.undo(second.pk).restored == std::vector{c.id()});
        CHECK(isAsItWas(a));
        CHECK(isAsItWas(c));
    }
    SECTION("and applied again, and all undone in the other order")
    {
        const AppliedMerge third = office.again(first.pk);
        CHECK(third.survivor == a.id());
        CHECK(office.value(a, Field::Tags).split(u';').size() == 3);
        office.undo(second.pk);
        CHECK(isAsItWas(c));
        office.undo(third.pk);
        CHECK(isAsItWas(a));
        CHECK(isAsItWas(b));
    }
    checkLog();
}

TEST_CASE_METHOD(Triple, "what two merged records have alike stays while one of them does")
{
    office.edit(c,
                {{Field::Email, u"wang@example.com"_s},
                 {Field::OtherPhones, u"+8613900139000"_s},
                 {Field::Tags, u"月结;展会"_s}});
    const AppliedMerge first = office.merge({a, b});
    const AppliedMerge second = office.merge({a, c});
    office.undo(first.pk);
    CHECK(office.value(a, Field::Email) == u"wang@example.com");
    CHECK(office.value(a, Field::OtherPhones).contains(u"+8613900139000"));
    CHECK(office.value(a, Field::Tags) == u"VIP;月结;展会");
    office.undo(second.pk);
    CHECK(isAsItWas(a));
}

TEST_CASE_METHOD(Triple, "values taken from the others go back in either order")
{
    const bool isFirstUndoneFirst = GENERATE(true, false);
    const AppliedMerge first = mergeTaking({a, b}, Field::Phone, b);
    CHECK(office.value(a, Field::OtherPhones) == u"+8613800138000");
    const AppliedMerge second = mergeTaking({a, c}, Field::Phone, c);
    CHECK(office.value(a, Field::Phone) == u"+8613700137000");
    office.undo(isFirstUndoneFirst ? first.pk : second.pk);
    if (isFirstUndoneFirst) {
        CHECK(office.value(a, Field::Phone) == u"+8613700137000");
        CHECK(office.value(a, Field::OtherPhones) == u"+8613800138000");
    } else {
        CHECK(office.value(a, Field::Phone) == u"+8613900139000");
    }
    office.undo(isFirstUndoneFirst ? second.pk : first.pk);
    for (const Client& client : {a, b, c}) {
        CHECK(isAsItWas(client));
    }
}

TEST_CASE_METHOD(Triple, "an inner merge is undone while the outer one stays")
{
    const qint64 request = office.openRequest(c);
    const AppliedMerge inner = office.merge({b, c});
    const AppliedMerge outer = office.merge({a, b});
    CHECK(office.value(a, Field::Tags) == u"VIP;月结;展会");
    CHECK(office.clientOfRequest(request) == a.pk);
    CHECK(office.undo(inner.pk).restored == std::vector{c.id()});
    CHECK(isAsItWas(c));
    CHECK(office.value(a, Field::Tags) == u"VIP;月结");
    CHECK(office.value(a, Field::OtherPhones) == u"+8613900139000");
    CHECK(office.value(a, Field::OtherEmails).isEmpty());
    CHECK(office.value(a, Field::Street).isEmpty());
    CHECK(office.value(a, Field::Email) == u"wang@example.com");
    CHECK(office.now(b).mergedInto == a.pk);
    CHECK(office.clientOfRequest(request) == c.pk);
    ClientStore store(office.connection());
    CHECK(need(store.byId(c.id())).value().pk == c.pk);
    CHECK(need(store.byId(b.id())).value().pk == a.pk);
    SECTION("and the outer one then gives back what it took, and no more")
    {
        CHECK(office.undo(outer.pk).restored == std::vector{b.id()});
        CHECK(isAsItWas(a));
        CHECK(isAsItWas(b));
        CHECK(office.clientOfRequest(request) == c.pk);
    }
    SECTION("and applied again into the record that has the rest now")
    {
        const AppliedMerge again = office.again(inner.pk);
        CHECK(again.survivor == a.id());
        CHECK(office.value(a, Field::Tags) == u"VIP;月结;展会");
    }
    checkLog();
}

TEST_CASE_METHOD(Triple, "a main number that came through two merges goes back to the record below")
{
    const AppliedMerge inner = mergeTaking({b, c}, Field::Phone, c);
    const AppliedMerge outer = mergeTaking({a, b}, Field::Phone, b);
    CHECK(office.value(a, Field::Phone) == u"+8613700137000");
    office.undo(inner.pk);
    CHECK(office.value(a, Field::Phone) == u"+8613900139000");
    CHECK(office.value(a, Field::OtherPhones) == u"+8613800138000");
    office.undo(outer.pk);
    for (const Client& client : {a, b, c}) {
        CHECK(isAsItWas(client));
    }
}

TEST_CASE_METHOD(Triple, "an edit since the merge is placed by the person")
{
    const AppliedMerge merge = office.merge({a, b});
    office.at(QDate(2027, 3, 1));
    office.edit(a,
                {{Field::Phone, u"+8613600136000"_s},
                 {Field::Tags, office.value(a, Field::Tags) + u";金牌"},
                 {Field::Notes, u"老客户\n已回访"_s}});
    const UnmergePlan plan = need(office.merges->planUndo(merge.pk));
    REQUIRE(plan.edits.size() == 3);
    CHECK(*plan.edit(Field::Phone)
          == PlacedEdit{Field::Phone, u"+8613800138000"_s, u"+8613600136000"_s, true, {}});

    SECTION("with the record that stayed, where nobody says otherwise")
    {
        const MergeUndo undo = office.undo(merge.pk);
        CHECK(undo.keptEdits == std::vector{Field::Phone, Field::Tags, Field::Notes});
        CHECK(undo.placed.empty());
        CHECK(office.value(a, Field::Phone) == u"+8613600136000");
        CHECK(office.value(a, Field::Tags) == u"VIP;金牌");
        CHECK(office.value(a, Field::Notes) == u"老客户\n已回访");
        CHECK(isAsItWas(b));
    }
    SECTION("with the one that comes back")
    {
        const MergeUndo undo = office.undo(
            merge.pk,
            {{Field::Phone, {b.id()}}, {Field::Tags, {b.id()}}, {Field::Notes, {b.id()}}});
        CHECK(undo.keptEdits.empty());
        CHECK(undo.placed.size() == 3);
        CHECK(isAsItWas(a));
        CHECK(office.value(b, Field::Phone) == u"+8613600136000");
        CHECK(office.value(b, Field::Tags) == u"月结;金牌");
        CHECK(office.value(b, Field::Notes) == u"已回访");
    }
    SECTION("with both")
    {
        office.undo(merge.pk, {{Field::Phone, {a.id(), b.id()}}, {Field::Tags, {b.id(), a.id()}}});
        CHECK(office.value(a, Field::Phone) == u"+8613600136000");
        CHECK(office.value(b, Field::Phone) == u"+8613600136000");
        CHECK(office.value(a, Field::Tags) == u"VIP;金牌");
        CHECK(office.value(b, Field::Tags) == u"月结;金牌");
    }
    SECTION("nowhere else, and only what was edited")
    {
        UnmergePlan wrong = plan;
        CHECK(failure(Result<int>(wrong.place(Field::Phone, {c.id()}).error()))
              == ErrorCode::Invalid);
        CHECK_FALSE(wrong.place(Field::Phone, {}));
        CHECK_FALSE(wrong.place(Field::Street, {a.id()}));
        CHECK(wrong.edits == plan.edits);
    }
    SECTION("on the records as they are when it is done")
    {
        office.edit(a, {{Field::Street, u"观前街2号"_s}});
        CHECK(failure(office.tryUndo(plan)) == ErrorCode::Conflict);
        CHECK(office.value(b, Field::Status) == u"merged");
    }
    checkLog();
}

TEST_CASE_METHOD(Triple, "contacts and own fields come apart one by one")
{
    const AppliedMerge merge = office.merge({a, b});
    auto contacts = contactsFromText(office.value(a, Field::Contacts));
    REQUIRE(contacts.size() == 1);
    contacts.push_back({u"赵敏"_s, {}, {u"+8613500135000"_s}, {}});
    office.edit(a,
                {{Field::Contacts, contactsToText(contacts)},
                 {Field::Custom, uR"({"会员号":"B-7","停车":"地下"})"_s}});
    SECTION("what stays")
    {
        office.undo(merge.pk);
        const auto left = contactsFromText(office.value(a, Field::Contacts));
        REQUIRE(left.size() == 1);
        CHECK(left.front().name == u"赵敏");
        CHECK(office.value(a, Field::Custom) == uR"({"停车":"地下"})");
        CHECK(isAsItWas(b));
    }
    SECTION("what goes")
    {
        office.undo(merge.pk, {{Field::Contacts, {b.id()}}, {Field::Custom, {b.id()}}});
        CHECK(isAsItWas(a));
        CHECK(contactsFromText(office.value(b, Field::Contacts)).front().name == u"赵敏");
        CHECK(office.value(b, Field::Custom) == uR"({"会员号":"B-7","停车":"地下"})");
    }
}

TEST_CASE_METHOD(Triple, "an edit beneath a later merge is placed through it")
{
    const AppliedMerge inner = office.merge({b, c});
    office.edit(b, {{Field::Tags, office.value(b, Field::Tags) + u";金牌"}});
    const AppliedMerge outer = office.merge({a, b});
    office.edit(a, {{Field::Website, u"https://yuancheng.example"_s}});
    CHECK(office.value(a, Field::Tags) == u"VIP;月结;展会;金牌");
    office.undo(inner.pk, {{Field::Tags, {c.id()}}, {Field::Website, {c.id()}}});
    CHECK(office.value(c, Field::Tags) == u"展会;金牌");
    CHECK(office.value(c, Field::Website) == u"https://yuancheng.example");
    CHECK(office.value(a, Field::Tags) == u"VIP;月结");
    CHECK(office.value(a, Field::Website).isEmpty());
    office.undo(outer.pk);
    CHECK(isAsItWas(a));
    CHECK(isAsItWas(b));
}

TEST_CASE_METHOD(Triple, "what was set and set back is no edit")
{
    const AppliedMerge merge = office.merge({a, b});
    const QString before = office.value(a, Field::Tags);
    office.edit(a, {{Field::Tags, u"falsch"_s}});
    office.edit(a, {{Field::Tags, before}});
    CHECK(need(office.merges->planUndo(merge.pk)).edits.empty());
    office.undo(merge.pk);
    CHECK(isAsItWas(a));
}

TEST_CASE_METHOD(Triple, "an undo is undone: the record is what it was before, edits included")
{
    const AppliedMerge merge = mergeTaking({a, b}, Field::Phone, b);
    office.edit(a, {{Field::Street, u"观前街2号"_s}, {Field::Tags, u"VIP;月结;金牌"_s}});
    const ClientValues whole = office.now(a).values;
    const bool isPlacedElsewhere = GENERATE(true, false);
    office.undo(merge.pk,
                isPlacedElsewhere ? MergeOffice::Places{{Field::Tags, {b.id()}}}
                                  : MergeOffice::Places{});
    CHECK(need(office.merges->info(merge.pk)).value().mayComeAgain);
    const AppliedMerge again = office.again(merge.pk);
    CHECK(again.pk != merge.pk);
    CHECK(differences(office.now(a).values, whole).empty());
    CHECK(office.now(b).mergedInto == a.pk);
    CHECK_FALSE(need(office.merges->info(merge.pk)).value().mayComeAgain);
    CHECK(failure(office.merges->planAgain(merge.pk)) == ErrorCode::Invalid);
    office.undo(again.pk);
    CHECK(office.value(a, Field::Street) == u"观前街2号");
    CHECK(office.value(a, Field::Phone) == u"+8613800138000");
    checkLog();
}

TEST_CASE_METHOD(Triple, "what was edited after the undo goes into the merge that is applied again")
{
    const AppliedMerge merge = mergeTaking({a, b}, Field::Phone, b);
    office.undo(merge.pk);
    office.edit(b, {{Field::Phone, u"+8613600136000"_s}, {Field::Tags, u"月结;金牌"_s}});
    office.edit(a, {{Field::Notes, u"老客户\n改名"_s}});
    office.again(merge.pk);
    CHECK(office.value(a, Field::Phone) == u"+8613600136000"); // still the other's, as chosen
    CHECK(office.value(a, Field::OtherPhones) == u"+8613800138000");
    CHECK(office.value(a, Field::Tags) == u"VIP;月结;金牌");
    CHECK(office.value(a, Field::Notes) == u"老客户\n改名\n要回访");
    CHECK(office.value(a, Field::Email) == u"wang@example.com");
}

TEST_CASE_METHOD(Triple, "a merge is not applied again where it does not fit any more")
{
    const AppliedMerge merge = office.merge({a, b});
    CHECK(failure(office.merges->planAgain(merge.pk)) == ErrorCode::Invalid); // in force
    office.undo(merge.pk);
    office.merge({c, b});
    CHECK(failure(office.merges->planAgain(merge.pk)) == ErrorCode::Invalid);
    CHECK(failure(office.merges->planAgain(MergePk{99})) == ErrorCode::NotFound);
}

TEST_CASE_METHOD(Triple, "a plan of an undo reads back as it was written")
{
    const AppliedMerge merge = office.merge({a, b});
    office.edit(a, {{Field::Tags, u"VIP"_s}});
    UnmergePlan plan = need(office.merges->planUndo(merge.pk));
    need(plan.place(Field::Tags, {a.id(), b.id()}));
    const UnmergePlan read = need(UnmergePlan::fromJson(plan.toJson()));
    CHECK(read.toJson() == plan.toJson());
    for (const char* text : {"", "{}", "[1]", R"({"merge":1})"}) {
        CHECK_FALSE(UnmergePlan::fromJson(QString::fromLatin1(text)));
    }
    CHECK(need(office.tryUndo(read)).placed.size() == 1);
}

TEST_CASE_METHOD(Triple,
                 "a record that was erased since does not come back, and leaves nothing behind")
{
    const AppliedMerge merge = office.merge({a, b, c});
    office.erase(b);
    SECTION("others of the merge do")
    {
        CHECK(office.undo(merge.pk).restored == std::vector{c.id()});
        CHECK(isAsItWas(a));
        CHECK(isAsItWas(c));
        CHECK(office.value(b, Field::Status) == u"erased");
    }
    SECTION("where none is left, the undo is refused in words")
    {
        office.erase(c);
        CHECK(failure(office.tryUndo(merge.pk)) == ErrorCode::Invalid);
        CHECK(office.value(a, Field::Tags) == u"VIP;月结;展会");
    }
    SECTION("nor where the record that stayed is gone")
    {
        office.erase(a);
        CHECK(failure(office.tryUndo(merge.pk)) == ErrorCode::NotFound);
        CHECK(failure(office.merges->planAgain(merge.pk)) == ErrorCode::Invalid);
    }
}

TEST_CASE_METHOD(Triple,
                 "a merge that changes no value stands in the history of the record that stays")
{
    const Client same = office.add({{Field::Name, a.value(Field::Name)}});
    const AppliedMerge merge = office.merge({a, same});
    const auto newest = [this] {
        return need(HistoryStore(office.connection()).ofClient(a.pk)).front();
    };
    CHECK(newest().merge == merge.pk);
    CHECK(newest().origin == same.id().value);
    CHECK(newest().changes.empty());
    office.undo(merge.pk);
    CHECK(newest().action == u"unmerge");
    CHECK(isAsItWas(a));
    CHECK(isAsItWas(same));
    checkLog();
}

TEST_CASE_METHOD(Triple, "a merge lost from between is said, and nothing is undone by a guess")
{
    const AppliedMerge inner = office.merge({a, b});
    office.merge({c, a});
    need(office.connection().executeScript(
        "PRAGMA foreign_keys = OFF; DELETE FROM merges WHERE survivor_pk = 3;"));
    CHECK(failure(office.merges->planUndo(inner.pk)) == ErrorCode::Corrupt);
    CHECK(office.value(b, Field::Status) == u"merged");
}
