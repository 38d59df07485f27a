// What waits, the office in numbers, and the trend: each number on records whose answer is plain, for each role.
#include "ReportOffice.h"

using namespace reporttest;

namespace {

/// Four of li's, two of wu's: one of each kind that is counted.
struct CountedOffice : ReportOffice
{
    Client active = client(
        *li,
        {{Field::Name, u"元诚"_s}, {Field::City, u"苏州市"_s}, {Field::Activity, u"active"_s}});
    Client potential = client(
        *li,
        {{Field::Name, u"永丰"_s}, {Field::City, u"苏州市"_s}, {Field::Activity, u"potential"_s}});
    Client dormant = client(
        *li,
        {{Field::Name, u"汇通"_s}, {Field::City, u"无锡市"_s}, {Field::Activity, u"dormant"_s}});
    Client plain = client(*li, {{Field::Name, u"云帆"_s}});
    Client south = client(
        *wu,
        {{Field::Name, u"华东"_s}, {Field::City, u"苏州市"_s}, {Field::Activity, u"active"_s}});
    Client gone = client(*wu, {{Field::Name, u"误录"_s}, {Field::City, u"南京市"_s}});

    CountedOffice()
    {
        done(connection().execute("UPDATE clients SET incomplete = 0"));
        done(connection()
                 .statement("UPDATE clients SET incomplete = 1 WHERE pk = ?")
                 .bindAll(plain.pk)
                 .run());
        done(connection()
                 .statement("UPDATE clients SET status = 'trashed' WHERE pk = ?")
                 .bindAll(gone.pk)
                 .run());
    }
};

RequestPk
ask(ReportOffice& office, Person& who, const Client& client, Field field, const QString& to)
{
    auto asked = ReportOffice::done(who.changes.update(office.now(client).id(), {{field, to, {}}}));
    REQUIRE(asked.requests.size() == 1);
    return asked.requests.front();
}

} // namespace

TEST_CASE("clients are counted by activity, completeness and city, as far as each role sees them")
{
    CountedOffice office;
    struct Row
    {
        Person* who;
        std::int64_t clients;
        std::array<std::int64_t, 4> byActivity;
        std::int64_t trashed;
    };
    for (const Row& row : {Row{office.li, 4, {1, 1, 1, 1}, 0},
                           Row{office.wu, 1, {1, 0, 0, 0}, 1},
                           Row{office.boss, 5, {2, 1, 1, 1}, 1},
                           Row{office.desks, 5, {2, 1, 1, 1}, 1},
                           Row{office.reader, 5, {2, 1, 1, 1}, 1},
                           Row{office.admin, 5, {2, 1, 1, 1}, 1}}) {
        INFO(row.who->session.name.toStdString());
        const Numbers numbers = office.numbers(*row.who);
        CHECK(numbers.clients.all().clients == row.clients);
        CHECK(numbers.clients.byActivity == row.byActivity);
        CHECK(numbers.trashed == row.trashed);
    }
    const Numbers numbers = office.numbers(*office.admin);
    CHECK(numbers.clients.all().drafts == 1);
    REQUIRE(numbers.clients.cities.size() == 3);
    CHECK(numbers.clients.cities[0].city == u"苏州市"_s);
    CHECK(numbers.clients.cities[0].clients == 3);
    CHECK(numbers.clients.cities[1].city == u"无锡市"_s);
    CHECK(numbers.clients.cities[2].city.isEmpty()); // what is not stated comes last
    CHECK(office.numbers(*office.li).own == OwnerCounts{4, 1, 0, 0});
}

TEST_CASE("how long a record counts as current goes by its class, and the filter finds the same")
{
    struct Row
    {
        const char16_t* activity;
        int months;
        bool isStale;
    };
    for (const Row& row : {Row{u"active", 2, false},
                           Row{u"active", 4, true},
                           Row{u"", 4, true},
                           Row{u"potential", 4, false},
                           Row{u"potential", 7, true},
                           Row{u"dormant", 11, false},
                           Row{u"dormant", 13, true}}) {
        INFO(QString::fromUtf16(row.activity).toStdString() << ' ' << row.months);
        ReportOffice office;
        const Client client = office.client(
            *office.li,
            {{Field::Name, u"元诚"_s}, {Field::Activity, QString::fromUtf16(row.activity)}});
        office.age(client, row.months);
        Desk desk(*office.li, office.calendar);
        CHECK(office.waiting(*office.li).own->stale == (row.isStale ? 1 : 0));
        CHECK(ReportOffice::done(desk.queries.count(u"stale=yes"_s)) == (row.isStale ? 1 : 0));
        // The badge in the list says the same, to everybody.
        for (Person* who : {office.li, office.desks}) {
            Desk other(*who, office.calendar);
            const auto rows = ReportOffice::done(other.queries.rows({client.pk}));
            REQUIRE(rows.size() == 1);
            CHECK(rows.front().overdue == row.isStale);
        }
    }
}

TEST_CASE(
    "requests wait for whoever may decide them, by when they are due, and never for who asked")
{
    CountedOffice office;
    ask(office, *office.li, office.active, Field::Phone, u"13912345678"_s); // ordinary: one day
    ask(office, *office.li, office.active, Field::Name, u"元诚科技"_s); // important: two days
    CHECK(office.waiting(*office.boss).later == 1);
    CHECK(office.waiting(*office.boss).toDecide() == 1);
    CHECK(office.waiting(*office.admin).toDecide() == 2);
    CHECK(office.waiting(*office.li).toDecide() == 0);
    CHECK(office.waiting(*office.li).asked == 2);
    CHECK(office.waiting(*office.desks).toDecide() == 0);
    const QTimeZone zone("Asia/Shanghai");
    office.at(QDateTime(QDate(2026, 11, 25), QTime(9, 0), zone));
    CHECK(office.waiting(*office.admin).today == 1);
    CHECK(office.waiting(*office.admin).later == 1);
    office.at(QDateTime(QDate(2026, 11, 25), QTime(11, 0), zone));
    CHECK(office.waiting(*office.admin).overdue == 1);
    CHECK(office.waiting(*office.boss).overdue == 1);
}

TEST_CASE("answers to one's own requests are shown for a week")
{
    CountedOffice office;
    const auto phone = ask(office, *office.li, office.active, Field::Phone, u"13912345678"_s);
    const auto name = ask(office, *office.li, office.dormant, Field::Name, u"汇通物流"_s);
    const auto mail = ask(office, *office.li, office.potential, Field::Email, u"a@b.example"_s);
    ReportOffice::done(office.boss->requests.decide(phone, Decision::approval()));
    ReportOffice::done(office.admin->requests.decide(name, Decision::rejection(u"no proof"_s)));
    ReportOffice::done(office.li->requests.withdraw(mail));
    Waiting waiting = office.waiting(*office.li);
    CHECK(waiting.approved == 1);
    CHECK(waiting.refused == 1);
    CHECK(waiting.asked == 0);
    office.at(QDateTime(QDate(2026, 12, 2), QTime(10, 0), QTimeZone("Asia/Shanghai")));
    waiting = office.waiting(*office.li);
    CHECK(waiting.approved == 0);
    CHECK(waiting.refused == 0);
}

TEST_CASE("open requests are counted by the days they have waited")
{
    CountedOffice office;
    const QTimeZone zone("Asia/Shanghai");
    struct Row
    {
        int day;
        const Client* client;
    };
    for (const Row& row : {Row{2, &office.plain},
                           Row{18, &office.active},
                           Row{22, &office.potential},
                           Row{24, &office.dormant}}) {
        office.at(QDateTime(QDate(2026, 11, row.day), QTime(10, 0), zone));
        ask(office, *office.li, *row.client, Field::Phone, u"13912345678"_s);
    }
    office.at(QDateTime(QDate(2026, 11, 24), QTime(12, 0), zone));
    const RequestAges ages = office.numbers(*office.boss).requests;
    CHECK(ages.open == std::array{1, 1, 1, 1});
    CHECK(ages.overdue == 3); // the Sunday's was due on Tuesday at nine
    CHECK(office.numbers(*office.li).requests.all() == 4);
    CHECK(office.numbers(*office.reader).requests.all() == 4);
    CHECK(office.numbers(*office.wu).requests.all() == 0);
}

TEST_CASE("the office is counted once a day, as one signed entry of the log")
{
    CountedOffice office;
    CHECK(office.trend(*office.admin).empty());
    const auto before = office.logEntries();
    office.note(*office.li);
    CHECK(office.logEntries() == before + 1);
    office.note(*office.wu); // somebody has done so today
    CHECK(office.logEntries() == before + 1);
    const auto points = office.trend(*office.admin);
    REQUIRE(points.size() == 1);
    CHECK(points[0].day == QDate(2026, 11, 24));
    CHECK(points[0].clients == 5);
    CHECK(points[0].complete == 4);
    CHECK(points[0].current == 5);
    CHECK_FALSE(points[0].single); // nobody has looked for duplicates yet
}

TEST_CASE("the trend has the last count of each week, of what each person sees")
{
    CountedOffice office;
    const QTimeZone zone("Asia/Shanghai");
    office.note(*office.admin);
    ReportOffice::done(office.connection().execute("UPDATE clients SET incomplete = 1"));
    office.at(QDateTime(QDate(2026, 11, 26), QTime(10, 0), zone)); // the same week
    office.note(*office.li);
    ReportOffice::done(office.connection().execute("UPDATE clients SET incomplete = 0"));
    office.at(QDateTime(QDate(2026, 11, 30), QTime(10, 0), zone));
    office.note(*office.wu);
    auto points = office.trend(*office.admin);
    REQUIRE(points.size() == 2);
    CHECK(points[0].day == QDate(2026, 11, 26));
    CHECK(points[0].complete == 0);
    CHECK(points[1].complete == 5);
    points = office.trend(*office.wu);
    REQUIRE(points.size() == 2);
    CHECK(points[1].clients == 1);
}

TEST_CASE("groups of possible duplicates wait for who can do something about them")
{
    CountedOffice office;
    office.client(*office.li,
                  {{Field::Name, u"苏州云杉贸易有限公司"_s},
                   {Field::Phone, oldPhone},
                   {Field::Email, u"office@yunshan.example"_s}});
    office.client(*office.li,
                  {{Field::Name, u"苏州云杉贸易有限公司"_s},
                   {Field::Phone, oldPhone},
                   {Field::Email, u"office@yunshan.example"_s}});
    Progress quiet;
    Desk admin(*office.admin, office.calendar);
    ReportOffice::done(admin.duplicates.scan({}, quiet));
    CHECK(office.waiting(*office.admin).groups == 1);
    CHECK_FALSE(office.waiting(*office.admin).areGroupsOwn);
    CHECK(office.waiting(*office.li).groups == 1);
    CHECK(office.waiting(*office.li).areGroupsOwn);
    CHECK(office.waiting(*office.wu).groups == 0);
    CHECK(office.waiting(*office.reader).groups == 0);
    CHECK(office.numbers(*office.li).own.grouped == 2);
    office.note(*office.li);
    CHECK(office.trend(*office.li).back().single == std::optional<std::int64_t>(4));
    CHECK(office.trend(*office.wu).back().single == std::optional<std::int64_t>(1));
}

TEST_CASE("counting stops where somebody stops it")
{
    CountedOffice office;
    std::stop_source stop;
    stop.request_stop();
    Progress progress({}, stop.get_token());
    CHECK(failure(Desk(*office.admin, office.calendar).reports.numbers(progress))
          == ErrorCode::Cancelled);
    Progress again({}, stop.get_token());
    CHECK_FALSE(Desk(*office.admin, office.calendar).reports.noteQuality(again));
}
