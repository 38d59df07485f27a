#include "core/storage/ChangeFeed.h"

#include "StorageFixture.h"

using namespace core;
using namespace storage_test;

namespace {

struct FeedFixture
{
    Folder folder;
    std::unique_ptr<Connection> here = folder.create();
    std::unique_ptr<Connection> there;
    ChangeFeed feed{*here};

    FeedFixture()
    {
        REQUIRE_OK(here->execute(
            "CREATE TABLE change_feed (seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT, "
            "first_pk INTEGER, last_pk INTEGER)"));
        there = folder.reopen();
        add(1);
        REQUIRE_OK(feed.news());
    }

    void add(int pk)
    {
        REQUIRE_OK(
            there
                ->statement(
                    "INSERT INTO change_feed (kind, first_pk, last_pk) VALUES ('client', ?, ?)")
                .bindAll(pk, pk)
                .run());
    }
    std::vector<FeedEntry> news()
    {
        auto heard = feed.news();
        REQUIRE_OK(heard);
        return *heard;
    }
};

} // namespace

TEST_CASE_METHOD(
    FeedFixture,
    "what was there at the first look is no news; what others save afterwards is, once")
{
    CHECK(news().empty());
    add(7);
    add(8);
    const auto heard = news();
    REQUIRE(heard.size() == 2);
    CHECK(heard.front() == FeedEntry{2, QStringLiteral("client"), 7, 7});
    CHECK(news().empty());
}

TEST_CASE_METHOD(FeedFixture, "a commit that says nothing in the feed is no news")
{
    REQUIRE_OK(there->execute("CREATE TABLE t (x INTEGER)"));
    CHECK(news().empty());
}

TEST_CASE_METHOD(FeedFixture, "a feed that was pruned, or that begins anew, is everything")
{
    add(7);
    add(8);
    REQUIRE_OK(there->execute("DELETE FROM change_feed WHERE seq <= 2"));
    auto heard = news();
    REQUIRE(heard.size() == 1);
    CHECK(heard.front().kind == QStringLiteral("*"));
    REQUIRE_OK(there->execute("DELETE FROM change_feed"));
    REQUIRE_OK(there->execute("DELETE FROM sqlite_sequence"));
    add(1);
    heard = news();
    REQUIRE(heard.size() == 1);
    CHECK(heard.front().kind == QStringLiteral("*"));
}
