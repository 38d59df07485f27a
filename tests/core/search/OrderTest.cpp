// The orders of a list that scrolls every client, and search and filter together.
#include "core/search/SearchOffice.h"

using namespace searchtest;

namespace {

struct Ordered : SearchOffice
{
    QStringList in(const ListWanted& wanted, const QString& who = u"admin"_s)
    {
        return as(who, [&](const ClientQueries& queries) {
            Progress quiet;
            ClientPage page;
            page.rows = done(queries.rows(done(queries.listed(wanted, quiet))));
            return names(page);
        });
    }

    QStringList by(Field field, bool descending = false, const QString& who = u"admin"_s)
    {
        return in({.search = {}, .filter = {}, .order = ListOrder{field, false, descending}}, who);
    }
};

} // namespace

TEST_CASE_METHOD(Ordered,
                 "contacts and cities stand in pinyin order, Latin among them by its letters")
{
    add({{Field::Name, u"1"_s}, {Field::Contact, u"张伟"_s}, {Field::City, u"重庆市"_s}});
    add({{Field::Name, u"2"_s}, {Field::Contact, u"曾伟"_s}, {Field::City, u"苏州市"_s}}); // zeng
    add({{Field::Name, u"3"_s}, {Field::Contact, u"yale"_s}, {Field::City, u"London"_s}});
    add({{Field::Name, u"4"_s}, {Field::Contact, u"Zoe"_s}, {Field::City, u"安庆市"_s}});
    add({{Field::Name, u"5"_s}});
    add({{Field::Name, u"6"_s}, {Field::Contact, u"解芳"_s}, {Field::City, u"长沙市"_s}}); // xie
    CHECK(by(Field::Contact) == QStringList{u"6"_s, u"3"_s, u"2"_s, u"1"_s, u"4"_s, u"5"_s});
    // anqing changsha chongqing london suzhou; nobody sorts to see what is empty
    CHECK(by(Field::City) == QStringList{u"4"_s, u"6"_s, u"1"_s, u"3"_s, u"2"_s, u"5"_s});
    CHECK(by(Field::City, true) == QStringList{u"2"_s, u"3"_s, u"1"_s, u"6"_s, u"4"_s, u"5"_s});
}

TEST_CASE_METHOD(Ordered, "every column that is shown can be sorted by, and loses nobody")
{
    person("li", Role::Sales);
    for (int i = 0; i < 40; ++i) {
        add({{Field::Name, u"公司%1"_s.arg(i)},
             {Field::Phone, u"138001380%1"_s.arg(i, 2, 10, QLatin1Char('0'))},
             {Field::Email, u"%1@example.com"_s.arg(40 - i, 2, 10, QLatin1Char('0'))},
             {Field::Activity, i % 3 == 0 ? u"active"_s : u"potential"_s},
             {Field::Street, u"Long street with a number %1"_s.arg(i * 7 % 40)}},
            i % 2 == 0 ? u"li"_s : QString());
    }
    QStringList all = by(Field::Id);
    REQUIRE(all.size() == 40);
    all.sort();
    for (const FieldInfo& info : allFields()) {
        if (isSealed(info.field)) {
            continue;
        }
        INFO(info.name);
        QStringList sorted = by(info.field);
        QStringList back = by(info.field, true);
        sorted.sort();
        back.sort();
        CHECK(sorted == all);
        CHECK(back == all);
    }
    CHECK(by(Field::Email).front() == u"公司39"_s);
    CHECK(by(Field::Owner).front() == u"公司0"_s);
    CHECK(by(Field::Owner).back() == u"公司39"_s); // nobody's
}

TEST_CASE_METHOD(Ordered, "by state, what waits for somebody comes first")
{
    add({{Field::Name, u"plain"_s}});
    const Client doubled = add({{Field::Name, u"doubled"_s}});
    done(connection->statement("INSERT INTO duplicate_members (client_pk, cluster) VALUES (?, 1)")
             .bindAll(doubled.pk)
             .run());
    const ListWanted wanted{
        .search = {}, .filter = {}, .order = ListOrder{Field::Name, true, false}};
    CHECK(in(wanted) == QStringList{u"doubled"_s, u"plain"_s});
    clock.set(clock.now().addMonths(4));
    const Client fresh = add({{Field::Name, u"fresh"_s}});
    CHECK(in(wanted) == QStringList{u"doubled"_s, u"plain"_s, u"fresh"_s}); // plain is overdue now
    const auto rows = as(
        u"admin"_s, [&](const ClientQueries& queries) { return done(queries.rows({fresh.pk})); });
    CHECK_FALSE(rows.front().overdue);
}

TEST_CASE_METHOD(Ordered, "an order tells nothing of values that are not shown")
{
    person("service", Role::Service);
    add({{Field::Name, u"a"_s}, {Field::Notes, u"2"_s}});
    const auto refused = as(u"service"_s, [](const ClientQueries& queries) {
        Progress quiet;
        return queries.listed({.order = ListOrder{Field::Notes, false, false}}, quiet);
    });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Denied);
}

TEST_CASE_METHOD(Ordered, "a search and a filter together give what answers to both, in any order")
{
    person("li", Role::Sales);
    add({{Field::Name, u"张一"_s}, {Field::City, u"苏州市"_s}, {Field::Contact, u"钱"_s}}, u"li"_s);
    add({{Field::Name, u"张二"_s}, {Field::City, u"杭州市"_s}});
    add({{Field::Name, u"张三"_s}, {Field::City, u"苏州市"_s}, {Field::Contact, u"安"_s}});
    add({{Field::Name, u"张旧"_s}, {Field::City, u"苏州市"_s}, {Field::Status, u"archived"_s}});
    add({{Field::Name, u"李四"_s}, {Field::City, u"苏州市"_s}});
    add({{Field::Name, u"张扔"_s}, {Field::Status, u"trashed"_s}});
    CHECK(in({.search = u"zhang"_s}).size() == 4);
    CHECK(in({.search = u"zhang"_s, .filter = u"city=苏州市"_s})
          == QStringList{u"张一"_s, u"张三"_s});
    CHECK(in({.search = u"zhang"_s, .filter = u"city=苏州市 and status=archived"_s})
          == QStringList{u"张旧"_s});
    CHECK(in({.search = u"zhang"_s,
              .filter = u"city=苏州市"_s,
              .order = ListOrder{Field::Contact, false, false}})
          == QStringList{u"张三"_s, u"张一"_s});
    CHECK(in({.search = u"zhang"_s, .filter = u"city=苏州市"_s}, u"li"_s)
          == QStringList{u"张一"_s});
    // The trash has no index.
    CHECK(in({.search = u"张"_s, .filter = u"status=trashed"_s}) == QStringList{u"张扔"_s});
    CHECK(in({.search = u"王"_s, .filter = u"status=trashed"_s}).isEmpty());
}

TEST_CASE_METHOD(Ordered,
                 "sorting without an index says how far it is, and stops when it is told to")
{
    for (int i = 0; i < 5000; ++i) {
        done(connection
                 ->statement("INSERT INTO clients (id, type, name, street, created_at, created_by,"
                             " updated_at, updated_by) VALUES (?, 'company', 'a', ?, '2026', 1,"
                             " '2026', 1)")
                 .bindAll(u"CUST%1"_s.arg(i), u"%1"_s.arg(i))
                 .run());
    }
    std::stop_source stop;
    std::int64_t total = 0;
    Progress progress(
        [&](const QString&, std::int64_t, std::int64_t of) {
            total = of;
            stop.request_stop();
        },
        stop.get_token());
    const auto stopped = as(u"admin"_s, [&](const ClientQueries& queries) {
        return queries.listed({.order = ListOrder{Field::Street, false, false}}, progress);
    });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(total == 5000);
    CHECK(as(u"admin"_s,
             [](const ClientQueries& queries) {
                 return done(queries.pks({}, Field::Street, false)).size();
             })
          == 5000);
}

TEST_CASE("a value stands in a filter whatever signs are in it")
{
    SearchOffice office;
    for (const QString& name : {u"O'Neil \"the\" (first) and last"_s, u"a) or b="_s, u"\"\""_s}) {
        office.add({{Field::Name, name}});
        CHECK(office.listed({.filter = u"name="_s + filterValue(name)}) == QStringList{name});
    }
    CHECK(bothFilters(u"a=1"_s, {}) == u"a=1"_s);
    CHECK(bothFilters({}, u"b=1"_s) == u"b=1"_s);
    CHECK(bothFilters(u"a=1 or a=2"_s, u"b=1"_s) == u"(a=1 or a=2) and (b=1)"_s);
}
