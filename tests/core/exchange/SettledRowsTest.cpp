// What an import keeps of its rows while it runs.
#include "core/exchange/SettledRows.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

ColumnMapping columns(std::initializer_list<std::pair<const char*, ColumnUse>> headers)
{
    ColumnMapping mapping;
    for (const auto& [header, use] : headers) {
        Column column;
        column.header = QString::fromUtf8(header);
        column.use = use;
        mapping.columns.push_back(column);
    }
    return mapping;
}

} // namespace

TEST_CASE("What was settled is read back as it was kept")
{
    const ColumnMapping mapping
        = columns({{"columns", ColumnUse::LeftOut}, {"\u540d\u79f0", ColumnUse::LeftOut}});
    SettledRows settled;
    SECTION("nothing: as the mapping itself")
    {
        CHECK(runningText(mapping, settled) == mapping.toJson());
    }
    SECTION("corrections")
    {
        settled.fixes
            = {{2, {{0, u"a \"b\"\n"_s}, {1, QString()}}}, {70'000'000'000, {{1, u"x"_s}}}};
    }
    SECTION("choices, in rows one after the other and apart")
    {
        settled.choices = {{2, DuplicateMode::Update},
                           {3, DuplicateMode::Update},
                           {4, DuplicateMode::Skip},
                           {5, DuplicateMode::Update},
                           {9, DuplicateMode::Create},
                           {10, DuplicateMode::Request}};
    }
    SECTION("one for all rows of a long file")
    {
        for (std::int64_t line = 2; line < 300'000; ++line) {
            settled.choices.emplace(line, DuplicateMode::Update);
        }
    }
    const RunningImport read = runningImportFrom(runningText(mapping, settled));
    CHECK(read.mappingJson == mapping.toJson());
    CHECK(read.settled.fixes == settled.fixes);
    CHECK(read.settled.choices == settled.choices);
}

TEST_CASE("Nothing of what was settled is kept where it would be confidential, or too much")
{
    const ColumnMapping mapping
        = columns({{"name", ColumnUse::LeftOut}, {"id number", ColumnUse::Sealed}});
    SettledRows settled;
    SECTION("a correction in a confidential column")
    {
        settled.fixes = {{2, {{1, u"11010519491231002X"_s}}}};
    }
    SECTION("a correction in a column that is none")
    {
        settled.fixes = {{2, {{2, u"11010519491231002X"_s}}}};
    }
    SECTION("more than is written with every slice")
    {
        settled.fixes = {{2, {{0, QString(SettledRows::mostBytes, u'x')}}}};
    }
    CHECK(runningText(mapping, settled) == mapping.toJson());
}

TEST_CASE("A text that the program did not write is passed over")
{
    for (const QString& text : {QString(),
                                u"[1]"_s,
                                u"{\"columns\":{},\"fixes\":3,\"choices\":[2]}"_s,
                                u"{\"columns\":{},\"choices\":{\"replace\":[[1,2]]}}"_s}) {
        const RunningImport read = runningImportFrom(text);
        CHECK(read.settled.fixes.empty());
        CHECK(read.settled.choices.empty());
    }
    const RunningImport endless
        = runningImportFrom(u"{\"columns\":{},\"choices\":{\"skip\":[[1,9007199254740991]]}}"_s);
    CHECK(endless.settled.choices.size() < 2'000'000);
}
