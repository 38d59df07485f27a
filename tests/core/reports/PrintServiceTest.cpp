// What comes on paper, for whom, and what the log has of it.
#include "ReportOffice.h"

using namespace reporttest;

namespace {

struct PrintOffice : ReportOffice
{
    Client north = client(*li, {{Field::Name, u"元诚"_s}, {Field::Phone, oldPhone}});
    Client second = client(*li, {{Field::Name, u"永丰"_s}});
    Client south = client(*wu, {{Field::Name, u"华东"_s}});

    Result<std::vector<Client>> take(Person& who, const PrintWanted& wanted)
    {
        return Desk(who, calendar).prints.take(wanted);
    }
    QString lastEntry()
    {
        return done(connection()
                        .statement("SELECT action || ' ' || object FROM audit_entries"
                                   " ORDER BY seq DESC LIMIT 1")
                        .one([](const Statement& row) { return row.text(0); }))
            .value_or(QString());
    }
};

} // namespace

TEST_CASE("one record is printed by whoever sees it, and the log says so")
{
    PrintOffice office;
    const auto taken = ReportOffice::done(office.take(*office.li, {.clients = {office.north.pk}}));
    REQUIRE(taken.size() == 1);
    CHECK(office.lastEntry() == u"client.print client:"_s + office.north.id().value);
    CHECK(failure(office.take(*office.li, {.clients = {office.south.pk}})) == ErrorCode::NotFound);
    const auto masked
        = ReportOffice::done(office.take(*office.reader, {.clients = {office.north.pk}}));
    CHECK(masked[0].value(Field::Phone) != oldPhone); // as that role sees it everywhere
}

TEST_CASE("several are printed by who may export them only, with a reason")
{
    PrintOffice office;
    PrintWanted wanted{.kind = PrintKind::List,
                       .clients = {office.south.pk, office.second.pk, office.north.pk},
                       .fields = {Field::Name},
                       .reason = u"visits"_s};
    CHECK(failure(office.take(*office.li, wanted)) == ErrorCode::Denied);
    const auto ofBoss = ReportOffice::done(office.take(*office.boss, wanted));
    CHECK(ofBoss.size() == 2); // of his own department
    CHECK(ofBoss[0].pk == office.second.pk); // in the order that was asked for
    CHECK(office.lastEntry() == u"print print:2"_s);
    CHECK(ReportOffice::done(office.take(*office.admin, wanted)).size() == 3);
    wanted.reason = u"  "_s;
    CHECK(failure(office.take(*office.admin, wanted)) == ErrorCode::Invalid);
    CHECK(ReportOffice::done(Desk(*office.admin, office.calendar).prints.preview(wanted)).size()
          == 3);
}

TEST_CASE("what is too much for paper is refused")
{
    PrintOffice office;
    PrintWanted wanted{.kind = PrintKind::Labels, .reason = u"letters"_s};
    wanted.clients.resize(PrintWanted::most + 1, office.north.pk);
    CHECK(failure(office.take(*office.admin, wanted)) == ErrorCode::Invalid);
}

TEST_CASE("a confidential value comes as its mask")
{
    PrintOffice office;
    const QString token = u"sealed:"_s + QString(43, u'a');
    ReportOffice::done(
        office.connection()
            .statement("UPDATE clients SET id_number = 'sealed:abc', custom = ?"
                       " WHERE pk = ?")
            .bindAll(QString(u"{\"safe\":\""_s + token + u"\",\"shoe\":\"42\"}"_s), office.north.pk)
            .run());
    const auto taken
        = ReportOffice::done(office.take(*office.admin, {.clients = {office.north.pk}}));
    CHECK_FALSE(taken[0].value(Field::IdNumber).contains(u"sealed"_s));
    CHECK(taken[0].value(Field::IdNumber) == sealedMask());
    CHECK_FALSE(taken[0].value(Field::Custom).contains(token));
    CHECK(taken[0].value(Field::Custom).contains(u"42"_s));
}
