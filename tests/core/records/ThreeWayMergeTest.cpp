#include "core/records/ThreeWayMerge.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <set>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct Sides
{
    const char* what;
    Field field;
    QString base;
    QString mine;
    QString theirs;
    std::optional<QString> merged; ///< nothing: a conflict
};

const std::optional<QString> conflict{};

void check(const std::vector<Sides>& rows)
{
    for (const Sides& row : rows) {
        INFO(row.what);
        CHECK(mergeThreeWay({row.field, row.base, row.mine, row.theirs}) == row.merged);
    }
}

} // namespace

TEST_CASE("a field that only one person changed is as that person left it")
{
    // Every combination of empty, kept, changed and cleared, by the rule and not by a list.
    const QString base = GENERATE(u""_s, u"b"_s);
    const Field field = GENERATE(Field::Phone, Field::Tags, Field::Notes);
    const QString mine = GENERATE(u""_s, u"b"_s, u"m"_s);
    const QString theirs = GENERATE(u""_s, u"b"_s, u"m"_s, u"t"_s);
    const std::optional<QString> merged = mergeThreeWay({field, base, mine, theirs});
    CAPTURE(fieldName(field).toStdString(),
            base.toStdString(),
            mine.toStdString(),
            theirs.toStdString());
    if (mine == theirs || mine == base) {
        CHECK(merged == theirs);
    } else if (theirs == base) {
        CHECK(merged == mine);
    } else if (field != Field::Tags) {
        CHECK(merged == conflict);
    }
}

TEST_CASE("one value that both changed is a conflict, unless to the same")
{
    check({
        {"nobody", Field::Phone, u"1"_s, u"1"_s, u"1"_s, u"1"_s},
        {"I", Field::Phone, u"1"_s, u"2"_s, u"1"_s, u"2"_s},
        {"they", Field::Phone, u"1"_s, u"1"_s, u"3"_s, u"3"_s},
        {"both, to the same", Field::Phone, u"1"_s, u"2"_s, u"2"_s, u"2"_s},
        {"both", Field::Phone, u"1"_s, u"2"_s, u"3"_s, conflict},
        {"both filled it", Field::Phone, {}, u"2"_s, u"3"_s, conflict},
        {"I filled it", Field::Phone, {}, u"2"_s, {}, u"2"_s},
        {"they filled it", Field::Phone, {}, {}, u"3"_s, u"3"_s},
        {"I cleared it", Field::Phone, u"1"_s, {}, u"1"_s, QString()},
        {"they cleared it", Field::Phone, u"1"_s, u"1"_s, {}, QString()},
        {"both cleared it", Field::Phone, u"1"_s, {}, {}, QString()},
        {"I cleared, they changed it", Field::Phone, u"1"_s, {}, u"3"_s, conflict},
        {"I changed, they cleared it", Field::Phone, u"1"_s, u"2"_s, {}, conflict},
        {"a semicolon makes no list of it", Field::Street, u"a"_s, u"a;b"_s, u"a;c"_s, conflict},
    });
}

TEST_CASE("lists that both changed are put together entry by entry")
{
    check({
        {"each added one", Field::Tags, u"a"_s, u"a;m"_s, u"a;t"_s, u"a;t;m"_s},
        {"both added the same", Field::Tags, u"a"_s, u"a;x"_s, u"a;x;t"_s, u"a;x;t"_s},
        {"both filled it", Field::Tags, {}, u"m"_s, u"t"_s, u"t;m"_s},
        {"each took one out", Field::Tags, u"a;b;c"_s, u"b;c"_s, u"a;c"_s, u"c"_s},
        {"each took one out, none is left", Field::Tags, u"a;b"_s, u"b"_s, u"a"_s, QString()},
        {"I cleared it, they added", Field::Tags, u"a"_s, {}, u"a;t"_s, u"t"_s},
        {"I added, they cleared it", Field::Tags, u"a"_s, u"a;m"_s, {}, u"m"_s},
        {"I replaced one, they added", Field::Tags, u"a"_s, u"m"_s, u"a;t"_s, u"m;t"_s},
        {"both took the same out, I put in another",
         Field::Tags,
         u"a;b"_s,
         u"b;m"_s,
         u"b"_s,
         u"b;m"_s},
        {"both replaced it by the same, and they added",
         Field::Tags,
         u"a"_s,
         u"x"_s,
         u"x;t"_s,
         u"x;t"_s},
        {"both replaced the same by another", Field::Tags, u"a;b"_s, u"m;b"_s, u"t;b"_s, conflict},
        {"numbers", Field::OtherPhones, u"1"_s, u"1;2"_s, u"1;3"_s, u"1;3;2"_s},
        {"one number corrected twice", Field::OtherPhones, u"1"_s, u"2"_s, u"3"_s, conflict},
        {"addresses", Field::OtherEmails, u"a@x"_s, {}, u"a@x;b@x"_s, u"b@x"_s},
        {"an entry stands twice: not split", Field::Tags, u"a;a"_s, u"a"_s, u"a;a;t"_s, conflict},
    });
}

TEST_CASE("notes that both changed are put together where the lines do not touch")
{
    check({
        {"far apart", Field::Notes, u"1\n2\n3"_s, u"m\n2\n3"_s, u"1\n2\nt"_s, u"m\n2\nt"_s},
        {"a line before, a line behind",
         Field::Notes,
         u"1\n2"_s,
         u"m\n1\n2"_s,
         u"1\n2\nt"_s,
         u"m\n1\n2\nt"_s},
        {"one taken out, one put in",
         Field::Notes,
         u"1\n2\n3"_s,
         u"2\n3"_s,
         u"1\n2\n3\nt"_s,
         u"2\n3\nt"_s},
        {"equal lines",
         Field::Notes,
         u"a\n\nb\n\nc"_s,
         u"m\n\nb\n\nc"_s,
         u"a\n\nb\n\nt"_s,
         u"m\n\nb\n\nt"_s},
        {"the same change, and another",
         Field::Notes,
         u"1\n2\n3"_s,
         u"x\n2\n3"_s,
         u"x\n2\nt"_s,
         u"x\n2\nt"_s},
        {"the same line", Field::Notes, u"1\n2\n3"_s, u"1\nm\n3"_s, u"1\nt\n3"_s, conflict},
        {"lines side by side", Field::Notes, u"1\n2\n3"_s, u"m\n2\n3"_s, u"1\nt\n3"_s, conflict},
        {"both at the end", Field::Notes, u"1"_s, u"1\nm"_s, u"1\nt"_s, conflict},
        {"both filled it", Field::Notes, {}, u"m"_s, u"t"_s, conflict},
        {"I cleared it, they added", Field::Notes, u"1"_s, {}, u"1\nt"_s, conflict},
        {"one line cut in two", Field::Notes, u"1\n2"_s, u"1\n2\n"_s, u"t\n2"_s, u"t\n2\n"_s},
    });
    const QString long1(4000, u'\n');
    CHECK(mergeThreeWay({Field::Notes, long1, u"m"_s + long1, long1 + u't'}) == conflict);
}

TEST_CASE("further contacts that both changed are put together by name, number and address")
{
    const QString w = uR"([{"name":"W","phones":["1"],"position":"p"}])"_s;
    check({
        {"each added one",
         Field::Contacts,
         w,
         uR"([{"name":"W","phones":["1"],"position":"p"},{"name":"M"}])"_s,
         uR"([{"name":"W","phones":["1"],"position":"p"},{"name":"T"}])"_s,
         uR"([{"name":"W","phones":["1"],"position":"p"},{"name":"T"},{"name":"M"}])"_s},
        {"a number by me, an address and the position by them",
         Field::Contacts,
         w,
         uR"([{"name":"W","phones":["1","2"],"position":"p"}])"_s,
         uR"([{"emails":["w@x"],"name":"W","phones":["1"],"position":"t"}])"_s,
         uR"([{"emails":["w@x"],"name":"W","phones":["1","2"],"position":"t"}])"_s},
        {"both added the same person, each with a number",
         Field::Contacts,
         {},
         uR"([{"name":"W","phones":["1"]}])"_s,
         uR"([{"name":"W","phones":["2"],"position":"t"}])"_s,
         uR"([{"name":"W","phones":["2","1"],"position":"t"}])"_s},
        {"I took one out, they added another",
         Field::Contacts,
         w,
         {},
         uR"([{"name":"W","phones":["1"],"position":"p"},{"name":"T"}])"_s,
         uR"([{"name":"T"}])"_s},
        {"both changed the position",
         Field::Contacts,
         w,
         uR"([{"name":"W","phones":["1"],"position":"m"}])"_s,
         uR"([{"name":"W","phones":["1"],"position":"t"}])"_s,
         conflict},
        {"both corrected one number",
         Field::Contacts,
         w,
         uR"([{"name":"W","phones":["2"],"position":"p"}])"_s,
         uR"([{"name":"W","phones":["3"],"position":"p"}])"_s,
         conflict},
        {"I took out whom they changed",
         Field::Contacts,
         w,
         {},
         uR"([{"name":"W","phones":["1","3"],"position":"p"}])"_s,
         conflict},
        {"I renamed whom they changed",
         Field::Contacts,
         w,
         uR"([{"name":"M","phones":["1"],"position":"p"}])"_s,
         uR"([{"name":"W","phones":["1"],"position":"t"}])"_s,
         conflict},
        {"both renamed the same person",
         Field::Contacts,
         w,
         uR"([{"name":"M","phones":["1"],"position":"p"}])"_s,
         uR"([{"name":"T","phones":["1"],"position":"p"}])"_s,
         conflict},
        {"two of one name: not split",
         Field::Contacts,
         uR"([{"name":"W"},{"name":"W","phones":["1"]}])"_s,
         uR"([{"name":"W"}])"_s,
         uR"([{"name":"W"},{"name":"W","phones":["1"]},{"name":"T"}])"_s,
         conflict},
        {"what the program cannot read is not split",
         Field::Contacts,
         u"[1]"_s,
         uR"([{"name":"M"}])"_s,
         uR"([{"name":"T"}])"_s,
         conflict},
    });
}

TEST_CASE("own fields that both changed are put together by name")
{
    const QString base = uR"({"a":"1","b":"2"})"_s;
    check({
        {"one each",
         Field::Custom,
         base,
         uR"({"a":"m","b":"2"})"_s,
         uR"({"a":"1","b":"t"})"_s,
         uR"({"a":"m","b":"t"})"_s},
        {"a new one each",
         Field::Custom,
         base,
         uR"({"a":"1","b":"2","m":"3"})"_s,
         uR"({"a":"1","b":"2","t":"4"})"_s,
         uR"({"a":"1","b":"2","m":"3","t":"4"})"_s},
        {"both filled it",
         Field::Custom,
         {},
         uR"({"m":"3"})"_s,
         uR"({"t":"4"})"_s,
         uR"({"m":"3","t":"4"})"_s},
        {"one out, one changed",
         Field::Custom,
         base,
         uR"({"b":"2"})"_s,
         uR"({"a":"1","b":"t"})"_s,
         uR"({"b":"t"})"_s},
        {"the same one",
         Field::Custom,
         base,
         uR"({"a":"m","b":"2"})"_s,
         uR"({"a":"t","b":"2"})"_s,
         conflict},
        {"out, and changed",
         Field::Custom,
         base,
         uR"({"b":"2"})"_s,
         uR"({"a":"t","b":"2"})"_s,
         conflict},
        {"both added one name", Field::Custom, {}, uR"({"x":"m"})"_s, uR"({"x":"t"})"_s, conflict},
    });
}

TEST_CASE("whoever sets a whole value gets it or a conflict")
{
    CHECK(mergeThreeWay({Field::Tags, u"a"_s, u"a;m"_s, u"a;t"_s}, CombinedValues::Whole)
          == conflict);
    CHECK(mergeThreeWay({Field::Tags, u"a"_s, u"a;m"_s, u"a"_s}, CombinedValues::Whole)
          == u"a;m"_s);
}

TEST_CASE(
    "a record is merged field by field, and its conflicts are named in the order of the fields")
{
    ClientValues base;
    base.set(Field::Name, u"Acme"_s);
    base.set(Field::Phone, u"1"_s);
    base.set(Field::Tags, u"a"_s);
    base.set(Field::Status, u"active"_s);
    ClientValues mine = base;
    mine.set(Field::Phone, u"2"_s);
    mine.set(Field::Street, u"Mill Lane"_s);
    mine.set(Field::Tags, u"a;m"_s);
    mine.set(Field::Notes, u"mine"_s);
    mine.set(Field::Status, u"nonsense"_s); // nobody edits it
    ClientValues theirs = base;
    theirs.set(Field::Name, u"Acme Ltd"_s);
    theirs.set(Field::Phone, u"3"_s);
    theirs.set(Field::Tags, u"a;t"_s);
    theirs.set(Field::Notes, u"theirs"_s);
    theirs.set(Field::Status, u"archived"_s);
    theirs.set(Field::Version, u"7"_s);

    const ThreeWayMerge merge = mergeThreeWay(base, mine, theirs);
    CHECK(merge.conflicts
          == std::vector<FieldConflict>{{Field::Phone, u"1"_s, u"2"_s, u"3"_s},
                                        {Field::Notes, {}, u"mine"_s, u"theirs"_s}});
    ClientValues expected = theirs;
    expected.set(Field::Street, u"Mill Lane"_s);
    expected.set(Field::Tags, u"a;t;m"_s);
    CHECK(merge.values == expected);
    CHECK(mergeThreeWay(base, base, theirs).values == theirs);
    CHECK(mergeThreeWay(base, mine, base).conflicts.empty());
}

TEST_CASE("of lists of any make nothing is lost that one person put in, and nothing comes back "
          "that one took out")
{
    // All lists over three entries on each side: 8 x 8 x 8.
    const auto listOf = [](unsigned bits) {
        QStringList list;
        for (const char* entry : {"a", "b", "c"}) {
            if ((bits & 1U) != 0) {
                list.append(QLatin1String(entry));
            }
            bits >>= 1U;
        }
        return list;
    };
    int conflicts = 0;
    for (unsigned b = 0; b < 8; ++b) {
        for (unsigned m = 0; m < 8; ++m) {
            for (unsigned t = 0; t < 8; ++t) {
                const auto merged = mergeThreeWay({Field::Tags,
                                                   listOf(b).join(u';'),
                                                   listOf(m).join(u';'),
                                                   listOf(t).join(u';')});
                if (!merged) {
                    ++conflicts;
                    continue;
                }
                const unsigned expected = (b & m & t) | (m & ~b) | (t & ~b);
                QStringList entries = merged->split(u';', Qt::SkipEmptyParts);
                entries.sort();
                CHECK(entries == listOf(expected));
            }
        }
    }
    CHECK(conflicts == 6); // {x} replaced by y here and by z there
}
