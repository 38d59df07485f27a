#include "core/records/ValueParts.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct Row
{
    const char* what;
    Field field;
    QString value;
    ValueChange change;
    QString kept; ///< where the value counts more
    QString taken; ///< where the change counts more
};

} // namespace

TEST_CASE("a change goes over to another value part by part")
{
    const std::vector<Row> rows{
        {"one value, unchanged since", Field::Phone, u"1"_s, {u"1"_s, u"2"_s}, u"2"_s, u"2"_s},
        {"one value, changed since", Field::Phone, u"3"_s, {u"1"_s, u"2"_s}, u"3"_s, u"2"_s},
        {"no change", Field::Phone, u"3"_s, {u"1"_s, u"1"_s}, u"3"_s, u"3"_s},
        {"a part goes", Field::Tags, u"a;b;c"_s, {u"a;b"_s, u"a"_s}, u"a;c"_s, u"a;c"_s},
        {"a part comes", Field::Tags, u"x"_s, {u"a"_s, u"a;b"_s}, u"x;b"_s, u"x;b"_s},
        {"it is there already", Field::Tags, u"b"_s, {u"a"_s, u"a;b"_s}, u"b"_s, u"b"_s},
        {"from nothing", Field::Tags, {}, {{}, u"b"_s}, u"b"_s, u"b"_s},
        {"the last part goes", Field::Tags, u"b"_s, {u"a;b"_s, u"a"_s}, {}, {}},
        {"a line is rewritten where it stands",
         Field::Notes,
         u"one\ntwo\nthree"_s,
         {u"two"_s, u"2"_s},
         u"one\n2\nthree"_s,
         u"one\n2\nthree"_s},
        {"an empty line that stands there twice",
         Field::Notes,
         u"one\n\ntwo\n\nthree"_s,
         {u"one\n\ntwo"_s, u"one\ntwo"_s},
         u"one\ntwo\n\nthree"_s,
         u"one\ntwo\n\nthree"_s},
        {"what went from between comes back there",
         Field::Tags,
         u"a;c;d"_s,
         {u"a;c"_s, u"a;b;c"_s},
         u"a;b;c;d"_s,
         u"a;b;c;d"_s},
        {"what came at the end comes at the end",
         Field::Tags,
         u"a;d"_s,
         {u"a;c"_s, u"a;c;b"_s},
         u"a;d;b"_s,
         u"a;d;b"_s},
        {"what was added to a contact that is not there",
         Field::Contacts,
         {},
         {uR"([{"name":"W","phones":["1"],"position":"p"}])"_s,
          uR"([{"name":"W","phones":["1","2"],"position":"p"}])"_s},
         {},
         uR"([{"name":"W","phones":["2"]}])"_s},
        {"an own field by its name",
         Field::Custom,
         uR"({"a":"1","b":"9"})"_s,
         {uR"({"a":"1","b":"2"})"_s, uR"({"a":"0"})"_s},
         uR"({"a":"0","b":"9"})"_s,
         uR"({"a":"0"})"_s},
        {"a contact's numbers one by one",
         Field::Contacts,
         uR"([{"name":"W","phones":["1","3"]}])"_s,
         {uR"([{"name":"W","phones":["1"]}])"_s,
          uR"([{"name":"W","phones":["2"],"position":"p"}])"_s},
         uR"([{"name":"W","phones":["3","2"],"position":"p"}])"_s,
         uR"([{"name":"W","phones":["3","2"],"position":"p"}])"_s},
    };
    for (const Row& row : rows) {
        INFO(row.what);
        CHECK(applyChange(row.field, row.value, row.change, OnConflict::KeepValue) == row.kept);
        CHECK(applyChange(row.field, row.value, row.change, OnConflict::TakeChange) == row.taken);
    }
}

TEST_CASE("the main number, address and contact belong to the further ones")
{
    ClientValues values;
    values.set(Field::Name, u"元诚"_s);
    values.set(Field::Contact, u"王伟"_s);
    values.set(Field::Phone, u"1"_s);
    values.set(Field::OtherPhones, u"2"_s);
    CHECK(withMainValue(values, Field::OtherPhones) == u"2;1");
    CHECK(withMainValue(values, Field::Contacts) == uR"([{"name":"王伟","phones":["1"]}])");
    CHECK(withMainValue(values, Field::Tags).isEmpty());
    CHECK(withoutPart(Field::OtherPhones, u"2;1"_s, u"1"_s) == u"2");
    values.set(Field::Contact, u"元诚"_s); // a person, who is the contact
    CHECK(withMainValue(values, Field::Contacts).isEmpty());
}
