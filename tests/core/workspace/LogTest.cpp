// The log for people: read, exported, pruned, and what of it is unusual.
#include "core/workspace/EvidenceOffice.h"

#include <QSet>

using namespace evidencetest;

TEST_CASE("retention removes details and keys, never a place in the chain; the log stays whole")
{
    EvidenceOffice acme;
    const auto on = [&acme](int year) {
        REQUIRE(acme.office->setClock(QDateTime(QDate(year, 3, 2), QTime(2, 0), Qt::UTC)));
    };
    on(2026);
    const Client client = acme.add(u"Northgate Ltd"_s);
    REQUIRE(acme.office->queries().search(u"north"_s, 10));
    Progress quiet;
    REQUIRE(acme.office->exporter().run({.path = acme.folder.filePath(u"a.csv"_s)}, quiet));
    const std::int64_t entries = acme.number("SELECT count(*) FROM audit_entries");
    CHECK(acme.office->log().prune()->details == 0);

    on(2028); // a year is over, three are not
    auto pruned = acme.office->log().prune();
    REQUIRE(pruned);
    CHECK(pruned->looks == 1);
    CHECK(acme.number("SELECT count(*) FROM audit_entries WHERE action = 'export' AND detail IS "
                      "NOT NULL")
          == 1);
    on(2030);
    pruned = acme.office->log().prune();
    REQUIRE(pruned);
    CHECK(pruned->details > 0);
    CHECK(pruned->keys > 0);
    CHECK(acme.number("SELECT count(*) FROM audit_entries WHERE action = 'export' AND detail IS "
                      "NOT NULL")
          == 0);
    CHECK(acme.number("SELECT count(*) FROM audit_entries") > entries);
    CHECK(acme.number("SELECT count(*) FROM log_keys WHERE month = '2026-03'") == 0);
    CHECK_FALSE(acme.verified().firstBad);
    CHECK(acme.problems().empty());
    const auto page = acme.office->logQueries().page({.group = LogGroup::Exports}, {}, 10);
    REQUIRE(page);
    CHECK(page->lines.front().isDetailGone);

    // What is sealed with a client's key goes with it.
    acme.office->context().looks = nullptr;
    REQUIRE(recordLook(acme.office->context(),
                       {.kind = LookKind::Reveal, .client = client.pk, .text = u"id_number"_s},
                       u"client:"_s + client.id().value));
    CHECK(acme.office->logQueries().page({}, {}, 1)->lines.front().detail == u"id_number"_s);
    acme.tamper("DELETE FROM client_keys");
    CHECK(acme.office->logQueries().page({}, {}, 1)->lines.front().isDetailGone);
    CHECK_FALSE(acme.verified().firstBad);
}

TEST_CASE("only a data administrator prunes the log or says what is unusual, within limits")
{
    EvidenceOffice acme;
    acme.addUser(u"wang"_s, Role::Manager);
    const auto wang = acme.open(u"wang"_s);
    CHECK(wang->log().prune().error().code == ErrorCode::Denied);
    CHECK(core::setLogSettings(wang->context(), {{u"night_from"_s, 20}}).error().code
          == ErrorCode::Denied);
    OfficeContext& admin = acme.office->context();
    CHECK(core::setLogSettings(admin, {{u"night_from"_s, 24}}).error().code == ErrorCode::Invalid);
    CHECK(core::setLogSettings(admin, {{u"retention_other_days"_s, 30}}).error().code
          == ErrorCode::Invalid);
    CHECK(core::setLogSettings(admin, {{u"night_from"_s, 20}, {u"nights"_s, 1}}).error().code
          == ErrorCode::Invalid);
    CHECK(valueOf(*core::logSettings(admin.reader), "night_from") == 22);
    REQUIRE(core::setLogSettings(admin, {{u"night_from"_s, 20}}));
    CHECK(valueOf(*core::logSettings(admin.reader), "night_from") == 20);
    CHECK(acme.problems().empty());
}

TEST_CASE("each role reads the part of the log that it may see, by person, day, kind and client")
{
    EvidenceOffice acme;
    const Client client = acme.add(u"Northgate Ltd"_s);
    REQUIRE(acme.office->users().add({u"wang"_s, Role::Manager, u"North"_s, evidencePassword}));
    REQUIRE(acme.office->users().add({u"mei"_s, Role::Sales, u"North"_s, evidencePassword}));
    REQUIRE(acme.office->users().add({u"sun"_s, Role::Sales, u"South"_s, evidencePassword}));
    acme.addUser(u"aud"_s, Role::Auditor);
    for (const QString& name : {u"mei"_s, u"sun"_s}) {
        const auto sales = acme.open(name);
        ClientValues values;
        values.set(Field::Name, u"Client of "_s + name);
        AddOptions options;
        options.force = true;
        REQUIRE(sales->clients().add(values, options));
        REQUIRE(sales->flushLooks(FlushLooks::Now));
    }
    const auto seenBy = [&acme](const QString& name) {
        const auto office = acme.open(name);
        QSet<QString> people;
        LogPlace place;
        while (true) {
            const auto page = office->logQueries().page({}, place, 2);
            REQUIRE(page);
            for (const LogLine& line : page->lines) {
                people.insert(line.actorName);
            }
            if (!page->hasMore) {
                return people;
            }
            place = page->next;
        }
    };
    CHECK(seenBy(u"sun"_s) == QSet<QString>{u"sun"_s});
    CHECK(seenBy(u"wang"_s) == QSet<QString>{u"mei"_s, u"li"_s}); // li has no department
    CHECK(seenBy(u"aud"_s) == QSet<QString>{u"mei"_s, u"sun"_s, u"li"_s});

    const LogQueries& log = acme.office->logQueries();
    CHECK(log.page({.user = u"SUN"_s}, {}, 10)->lines.size() == 1);
    CHECK(log.page({.user = u"nobody"_s}, {}, 10).error().code == ErrorCode::NotFound);
    CHECK(log.page({.client = u"CUST1"_s}, {}, 10).error().code == ErrorCode::NotFound);
    CHECK(log.page({.client = client.id().value}, {}, 10)->lines.size() == 1);
    CHECK(log.page({.group = LogGroup::People}, {}, 10)->lines.size() == 4);
    const QDateTime tomorrow = QDateTime::currentDateTimeUtc().addDays(1);
    CHECK(log.page({.from = tomorrow}, {}, 10)->lines.empty());
    CHECK_FALSE(log.page({.to = tomorrow}, {}, 10)->lines.empty());
    const auto all = log.page({}, {}, 100);
    REQUIRE(all);
    for (const LogLine& line : all->lines) {
        CHECK_FALSE(logSentence(line).contains(u"client."_s));
        const auto problem = log.problemOf(line.seq);
        INFO((problem ? *problem : problem.error().message + problem.error().detail).toStdString());
        REQUIRE(problem);
        CHECK(problem->isEmpty());
    }
    CHECK(log.problemOf(9999).error().code == ErrorCode::NotFound);
}

TEST_CASE("the log leaves as a file that spreadsheets run nothing of, and the log knows of it")
{
    EvidenceOffice acme;
    const Client client = acme.add(u"Northgate Ltd"_s);
    REQUIRE(acme.office->queries().search(u"=HYPERLINK(1)"_s, 10));
    acme.flush();
    Progress quiet;
    const QString path = acme.folder.filePath(u"log.csv"_s);
    const auto result = acme.office->logExporter().run(path, {}, quiet);
    REQUIRE(result);
    const QByteArray bytes = contentOf(path);
    CHECK(bytes.startsWith("\xEF\xBB\xBF"));
    CHECK(bytes.count("\r\n") == result->rows + 1);
    CHECK(bytes.contains("'=HYPERLINK(1)"));
    CHECK(bytes.contains(client.id().value.toUtf8()));
#ifndef Q_OS_WIN // there a new file has the rights of its folder
    CHECK(QFile::permissions(path).testFlag(QFile::ReadOther) == false);
#endif
    CHECK(acme.office->logQueries().page({}, {}, 1)->lines.front().action == u"log.export"_s);
    // By what was asked for.
    const auto part = acme.office->logExporter().run(path, {.client = client.id().value}, quiet);
    REQUIRE(part);
    CHECK(part->rows == 1);
    CHECK(acme.office->logExporter().run(path, {.user = u"nobody"_s}, quiet).error().code
          == ErrorCode::NotFound);
}

TEST_CASE("what is unusual is shown to who oversees, with the entries behind it")
{
    EvidenceOffice acme;
    REQUIRE(acme.office->setClock(QDateTime(QDate(2026, 11, 24), QTime(3, 0), Qt::UTC)));
    REQUIRE(core::setLogSettings(acme.office->context(),
                                 {{u"looks_of_others_per_day"_s, 2},
                                  {u"night_from"_s, 0},
                                  {u"night_to"_s, 0},
                                  {u"exported_rows_per_day"_s, 2},
                                  {u"changed_records_per_hour"_s, 2},
                                  {u"failed_logins_per_day"_s, 1}}));
    acme.addUser(u"wang"_s, Role::Manager);
    acme.addUser(u"mei"_s, Role::Sales);
    std::vector<Client> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(acme.add(u"Northgate %1"_s.arg(i)));
        REQUIRE(
            acme.office->changes().update(clients.back().id(), {{Field::Tags, u"VIP"_s, {}}}, {}));
    }
    Progress quiet;
    REQUIRE(acme.office->exporter().run({.path = acme.folder.filePath(u"a.csv"_s)}, quiet));
    for (int i = 0; i < 2; ++i) {
        CHECK_FALSE(login(acme.as(u"mei"_s, u"wrong"_s)));
    }
    const auto wang = acme.open(u"wang"_s);
    REQUIRE(wang->refresh());
    for (const Client& client : clients) {
        REQUIRE(wang->clients().look(client.id()));
    }
    REQUIRE(wang->flushLooks(FlushLooks::Now));
    const auto findings = acme.office->log().unusual(3650);
    REQUIRE(findings);
    QStringList found;
    for (const UnusualFinding& finding : *findings) {
        found.append(finding.name + u' ' + unusualRuleName(finding.rule));
        CHECK_FALSE(finding.entries.empty());
    }
    found.sort();
    CHECK(found
          == QStringList{u"li bulk_changes"_s,
                         u"li mass_export"_s,
                         u"mei failed_logins"_s,
                         u"wang looks_at_others"_s});
    const auto mei = acme.open(u"mei"_s);
    CHECK(mei->log().unusual(30).error().code == ErrorCode::Denied);
}
