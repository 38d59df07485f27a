// What the walks of MergeSequencesTest found: each in its smallest form.
#include "core/duplicates/MergeTriple.h"
#include "core/records/Contact.h"
#include "core/records/SealedService.h"

using namespace duplicatestest;

TEST_CASE_METHOD(Triple,
                 "a main number that always stood among the further ones stands there again")
{
    office.edit(b, {{Field::OtherPhones, u"+8613900139000;+8613500135000"_s}});
    const Client before = office.now(b);
    office.undo(office.merge({a, b}).pk);
    CHECK(differences(office.now(b).values, before.values).empty());
}

TEST_CASE_METHOD(Triple, "empty and repeated lines of notes come apart with theirs")
{
    office.edit(a, {{Field::Notes, u"老客户\n\n---\n送货"_s}});
    office.edit(b, {{Field::Notes, u"要回访\n\n---\n发票"_s}});
    const Client before = office.now(b);
    const AppliedMerge merge = office.merge({a, b});
    office.edit(a, {{Field::Notes, office.value(a, Field::Notes) + u"\n\n已回访"}});
    office.undo(merge.pk);
    CHECK(office.value(a, Field::Notes) == u"老客户\n\n---\n送货\n\n已回访");
    CHECK(differences(office.now(b).values, before.values).empty());
}

TEST_CASE_METHOD(Triple, "a tag that was taken away and is another's edit stands where it stood")
{
    office.edit(a, {{Field::Tags, u"VIP;金牌;老客户"_s}});
    const AppliedMerge merge = office.merge({a, b});
    office.edit(a, {{Field::Tags, u"VIP;老客户;月结;展会"_s}});
    office.undo(merge.pk, {{Field::Tags, {b.id()}}});
    CHECK(office.value(a, Field::Tags) == u"VIP;金牌;老客户");
    CHECK(office.value(b, Field::Tags) == u"月结;展会");
}

TEST_CASE_METHOD(Triple, "of another's contact the record that stays keeps what was added to it")
{
    const AppliedMerge merge = office.merge({a, b});
    auto contacts = contactsFromText(office.value(a, Field::Contacts));
    REQUIRE(contacts.size() == 1);
    contacts.front().phones.append(u"+8613500135000"_s);
    office.edit(a, {{Field::Contacts, contactsToText(contacts)}});
    office.undo(merge.pk);
    const std::vector<Contact> left{{u"王伟"_s, {}, {u"+8613500135000"_s}, {}}};
    CHECK(contactsFromText(office.value(a, Field::Contacts)) == left);
    CHECK(isAsItWas(b));
}

TEST_CASE_METHOD(Triple, "where another's main number was replaced, the record's own is not lost")
{
    const AppliedMerge merge = mergeTaking({a, b}, Field::Phone, b);
    const bool isPlacedWithBoth = GENERATE(true, false);
    office.edit(a, {{Field::Phone, u"+8613500135000"_s}});
    office.undo(merge.pk,
                isPlacedWithBoth ? MergeOffice::Places{{Field::Phone, {a.id(), b.id()}}}
                                 : MergeOffice::Places{});
    CHECK(office.value(a, Field::Phone) == u"+8613500135000");
    CHECK(office.value(a, Field::OtherPhones) == u"+8613800138000");
    CHECK(office.value(b, Field::OtherPhones).isEmpty());
}

TEST_CASE_METHOD(
    Triple, "a main contact that was replaced does not go to another record with the further ones")
{
    const Client second = office.add({{Field::Name, u"元诚科技园"_s}, {Field::Contact, u"王伟"_s}});
    const AppliedMerge inner = office.merge({b, second});
    const AppliedMerge outer = office.merge({a, b});
    office.edit(a, {{Field::Contact, u"赵敏"_s}});
    office.undo(outer.pk, {{Field::Contact, {b.id()}}});
    REQUIRE(contactsFromText(office.value(b, Field::Contacts)).size() == 1);
    CHECK(contactsFromText(office.value(b, Field::Contacts)).front().name == u"王伟");
    office.undo(inner.pk, {{Field::Contacts, {b.id(), second.id()}}});
    CHECK(isAsItWas(second));
    CHECK(isAsItWas(a));
}

TEST_CASE_METHOD(Triple,
                 "another's main contact that was replaced leaves no number of its time behind")
{
    const AppliedMerge inner = mergeTaking({b, c}, Field::Contact, c);
    office.edit(b, {{Field::Email, u"neu@example.com"_s}});
    const AppliedMerge outer = office.merge({a, b});
    office.edit(a, {{Field::Contact, u"赵敏"_s}});
    office.undo(outer.pk, {{Field::Contact, {b.id()}}});
    office.undo(inner.pk);
    const auto left = contactsFromText(office.value(b, Field::Contacts));
    REQUIRE(left.size() == 1);
    CHECK(left.front().name == u"王伟");
    CHECK(isAsItWas(a));
    CHECK(isAsItWas(c));
}

TEST_CASE_METHOD(Triple, "an edit that was placed once is not placed again by another undo")
{
    const AppliedMerge first = office.merge({a, b});
    const AppliedMerge second = office.merge({a, c});
    office.edit(a,
                {{Field::Tags, office.value(a, Field::Tags) + u";金牌"},
                 {Field::Notes, u"老客户\n要回访\n已回访"_s}});
    office.undo(second.pk, {{Field::Tags, {c.id()}}});
    office.edit(a, {{Field::Tags, office.value(a, Field::Tags) + u";老客户"}});
    office.undo(first.pk, {{Field::Tags, {b.id()}}});
    CHECK(office.value(c, Field::Tags) == u"展会;金牌");
    CHECK(office.value(b, Field::Tags) == u"月结;老客户");
    CHECK(office.value(a, Field::Tags) == u"VIP");
}

TEST_CASE_METHOD(Triple, "what an undo brought to a record can be placed by the next")
{
    const AppliedMerge inner = office.merge({b, c});
    const AppliedMerge outer = office.merge({a, b});
    office.edit(a, {{Field::Street, u"观前街2号"_s}});
    office.undo(outer.pk, {{Field::Street, {b.id()}}});
    CHECK(office.value(b, Field::Street) == u"观前街2号");
    office.undo(inner.pk, {{Field::Street, {c.id()}}});
    CHECK(office.value(c, Field::Street) == u"观前街2号");
    CHECK(isAsItWas(a));
    CHECK(isAsItWas(b));
}

TEST_CASE_METHOD(Triple,
                 "a tag that a merge left out and somebody typed again stays with the record")
{
    const AppliedMerge first = office.merge({a, b});
    MergePlan plan = office.plan({a, c});
    plan.setFree(Field::Tags, u"VIP;展会"_s);
    const AppliedMerge second = need(office.tryMerge(plan));
    office.edit(a, {{Field::Tags, u"VIP;展会;月结"_s}});
    office.undo(first.pk);
    office.undo(second.pk);
    CHECK(office.value(a, Field::Tags) == u"VIP;月结");
    CHECK(isAsItWas(b));
    CHECK(isAsItWas(c));
}

TEST_CASE_METHOD(Triple, "a value that a merge left empty and another brought goes with that one")
{
    office.edit(c, {{Field::Email, u"wang@example.com"_s}});
    MergePlan plan = office.plan({a, c});
    plan.setFree(Field::Email, {});
    const AppliedMerge first = need(office.tryMerge(plan));
    const AppliedMerge second = office.merge({a, b});
    CHECK(office.value(a, Field::Email) == u"wang@example.com");
    office.undo(second.pk);
    CHECK(office.value(a, Field::Email).isEmpty());
    office.undo(first.pk);
    CHECK(isAsItWas(a));
}

TEST_CASE_METHOD(Triple, "an own field has each value once, and without those that left")
{
    office.edit(a, {{Field::Custom, uR"({"会员号":"A-1"})"_s}});
    office.edit(c, {{Field::Custom, uR"({"会员号":"C-9"})"_s}});
    const Client same
        = office.add({{Field::Name, u"元诚"_s}, {Field::Custom, uR"({"会员号":"B-7"})"_s}});
    const AppliedMerge first = office.merge({a, b, same});
    CHECK(office.value(a, Field::Custom) == uR"({"会员号":"A-1 / B-7"})");
    office.merge({a, c});
    office.undo(first.pk);
    CHECK(office.value(a, Field::Custom) == uR"({"会员号":"A-1 / C-9"})");
}

TEST_CASE_METHOD(Triple,
                 "of two confidential own fields the merged record has one that can be opened")
{
    Progress quiet;
    SealedService sealed(office.context(), office.writer());
    need(sealed.sealCustom(u"护照"_s, quiet));
    office.edit(a, {{Field::Custom, uR"({"护照":"E11111111"})"_s}});
    office.edit(b, {{Field::Custom, uR"({"护照":"E22222222"})"_s}});
    const Client before = office.now(a);
    const AppliedMerge merge = office.merge({a, b});
    CHECK(need(sealed.reveal(a.id(), u"custom:护照"_s)) == u"E11111111");
    CHECK(office.number("SELECT count(*) FROM sealed_values") == 2);
    CHECK(office.number("SELECT count(*) FROM consents") == 2);
    office.undo(merge.pk);
    CHECK(differences(office.now(a).values, before.values).empty());
    CHECK(need(sealed.reveal(b.id(), u"custom:护照"_s)) == u"E22222222");
}

TEST_CASE_METHOD(Triple, "a request stays with its record when a merge is undone that it has left")
{
    const qint64 request = office.openRequest(c);
    const AppliedMerge inner = office.merge({b, c});
    const AppliedMerge outer = office.merge({a, b});
    office.undo(inner.pk);
    CHECK(office.clientOfRequest(request) == c.pk);
    const bool isSurvivor = GENERATE(true, false);
    const AppliedMerge later = isSurvivor ? office.merge({c, a}) : office.merge({a, c});
    office.undo(outer.pk);
    CHECK(office.clientOfRequest(request) == (isSurvivor ? c.pk : a.pk));
    office.undo(later.pk);
    CHECK(office.clientOfRequest(request) == c.pk);
}
