// Looks and searches on their way into the log, and logins that failed.
#include "core/workspace/EvidenceOffice.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace evidencetest;

namespace {

/// The places in a journal where its records begin.
std::vector<qsizetype> recordsOf(const QByteArray& bytes)
{
    std::vector<qsizetype> places;
    qsizetype at = 0;
    while (at < bytes.size()) {
        places.push_back(at);
        quint32 size = 0;
        for (int i = 3; i >= 0; --i) {
            size = size << 8U | static_cast<unsigned char>(bytes[at + 9 + i]);
        }
        at += 13 + qsizetype(size);
    }
    return places;
}

} // namespace

TEST_CASE("a look costs no entry of its own: the next save brings it into the chain")
{
    EvidenceOffice acme;
    const Client client = acme.add(u"Northgate Ltd"_s);
    const std::int64_t before = acme.number("SELECT max(seq) FROM audit_entries");
    REQUIRE(acme.office->clients().look(client.id(), true));
    REQUIRE(acme.office->clients().history(client.id()));
    REQUIRE(acme.office->queries().search(u"northgate"_s, 10));
    CHECK(acme.number("SELECT max(seq) FROM audit_entries") == before);
    CHECK(acme.office->queries().recent(5)->size() == 1); // it is known already

    acme.add(u"Acme Ltd"_s);
    CHECK(acme.number("SELECT max(seq) FROM audit_entries") == before + 1);
    CHECK(acme.number("SELECT count(*) FROM look_rows") == 3);
    CHECK(acme.number("SELECT count(*) FROM look_rows WHERE audit_seq = "
                      "(SELECT max(seq) FROM audit_entries)")
          == 3);
    CHECK(acme.number("SELECT count(*) FROM look_rows WHERE kind = 'client.look' AND client_pk = 1")
          == 1);
    CHECK(acme.number("SELECT count(*) FROM recent_clients") == 1);
    CHECK_FALSE(acme.verified().firstBad);
    CHECK(acme.problems().empty());
    acme.flush();
    CHECK(acme.number("SELECT count(*) FROM look_rows") == 3); // once
    CHECK(acme.office->journalGaps()->empty());
}

TEST_CASE("what was typed on the way to a search is none: only where it rested is kept")
{
    EvidenceOffice acme;
    for (const QString& typed : {u"n"_s, u"no"_s, u"north"_s, u"north"_s}) {
        REQUIRE(acme.office->queries().searchPks(typed, 10));
    }
    acme.flush();
    const auto page = acme.office->logQueries().page({.group = LogGroup::Looks}, {}, 10);
    REQUIRE(page);
    QStringList searched;
    for (const LogLine& line : page->lines) {
        if (line.action == u"client.search"_s) {
            searched.append(line.detail);
        }
    }
    CHECK(searched == QStringList{u"north"_s});
}

TEST_CASE("looks survive a program that ends without a word, and nothing of them is readable")
{
    EvidenceOffice acme;
    const Client client = acme.add(u"Northgate Ltd"_s);
    REQUIRE(acme.office->clients().look(client.id()));
    REQUIRE(acme.office->queries().search(u"Hidden Meadow"_s, 10));
    const QByteArray notes = acme.notes();
    CHECK_FALSE(notes.contains("Hidden"));
    CHECK_FALSE(notes.contains(client.id().value.toUtf8()));
#ifndef Q_OS_WIN // there a new file has the rights of its folder
    CHECK(QFile::permissions(acme.journalPath()).testFlag(QFile::ReadGroup) == false);
#endif
    acme.crash();
    acme.start();
    CHECK(acme.number("SELECT count(*) FROM look_rows") == 0);
    acme.flush();
    CHECK(acme.number("SELECT count(*) FROM look_rows") == 2);
    CHECK(acme.number("SELECT max(number) FROM look_rows") == 2);
    CHECK(acme.office->journalGaps()->empty());
    // The text of the search is sealed in the office too.
    CHECK(acme.number("SELECT count(*) FROM look_rows WHERE instr(text, 'Hidden') > 0") == 0);
}

TEST_CASE("a person's looks wait for himself; two programs of one person keep a journal each")
{
    EvidenceOffice acme;
    const Client client = acme.add(u"Northgate Ltd"_s);
    acme.addUser(u"wang"_s, Role::Manager);
    {
        const auto wang = acme.open(u"wang"_s);
        REQUIRE(wang->clients().look(client.id()));
    }
    acme.crash();
    acme.start();
    acme.flush();
    CHECK(acme.number("SELECT count(*) FROM look_rows") == 0);
    {
        const auto first = acme.open(u"wang"_s);
        const auto second = acme.open(u"wang"_s); // at the same time
        REQUIRE(second->clients().look(client.id()));
        REQUIRE(second->flushLooks(FlushLooks::Now));
        REQUIRE(first->flushLooks(FlushLooks::Now));
    }
    CHECK(acme.number("SELECT count(*) FROM look_rows") == 2);
    CHECK(acme.number("SELECT count(*) FROM look_journals") == 2);
    CHECK(acme.office->journalGaps()->empty());
    {
        const auto first = acme.open(u"wang"_s);
        const auto second = acme.open(u"wang"_s);
        REQUIRE(second->clients().look(client.id()));
    }
    {
        const auto wang = acme.open(u"wang"_s); // its login finds what the second left
        CHECK(acme.number("SELECT count(*) FROM look_rows") == 3);
    }
    CHECK_FALSE(acme.verified().firstBad);
}

TEST_CASE("a journal that was cut, deleted or put back shows, with the computer's name")
{
    EvidenceOffice acme;
    const Client client = acme.add(u"Northgate Ltd"_s);
    for (int i = 0; i < 4; ++i) {
        REQUIRE(acme.office->clients().look(client.id()));
    }
    const QString path = acme.journalPath();

    SECTION("a look taken out of the middle")
    {
        acme.crash();
        QByteArray bytes = contentOf(path);
        const auto places = recordsOf(bytes);
        REQUIRE(places.size() == 5);
        bytes.remove(places[2], places[3] - places[2]);
        putContent(path, bytes);
        acme.start();
        acme.flush();
        CHECK(acme.number("SELECT count(*) FROM look_rows") == 3);
        const auto gaps = acme.office->journalGaps();
        REQUIRE(gaps);
        REQUIRE(gaps->size() == 1);
        CHECK(gaps->front().first == 2);
        CHECK(gaps->front().last == 2);
        CHECK(gaps->front().user == u"li"_s);
        CHECK_FALSE(gaps->front().computer.isEmpty());
        CHECK(gaps->front().message().contains(gaps->front().computer));
    }
    SECTION("one that cannot be opened any more")
    {
        acme.crash();
        QByteArray bytes = contentOf(path);
        const auto places = recordsOf(bytes);
        bytes[places[3] + 40] = char(bytes[places[3] + 40] ^ 1);
        putContent(path, bytes);
        acme.start();
        acme.flush();
        REQUIRE(acme.office->journalGaps()->size() == 1);
        CHECK(acme.office->journalGaps()->front().first == 3);
    }
    SECTION("the end torn by a break")
    {
        acme.crash();
        putContent(path, contentOf(path).chopped(7));
        acme.start();
        REQUIRE(acme.office->clients().look(client.id()));
        acme.flush();
        CHECK(acme.number("SELECT count(*) FROM look_rows") == 4);
        CHECK(acme.office->journalGaps()->empty());
    }
    SECTION("the whole file deleted")
    {
        acme.flush();
        acme.crash();
        REQUIRE(QFile::remove(path));
        acme.start();
        REQUIRE(acme.office->clients().look(client.id()));
        acme.flush();
        REQUIRE(acme.office->journalGaps()->size() == 1);
        CHECK(acme.office->journalGaps()->front().first == 0);
        CHECK_FALSE(acme.office->journalGaps()->front().message().isEmpty());
    }
    SECTION("an old copy put back loses no later look")
    {
        const QByteArray old = contentOf(path);
        REQUIRE(acme.office->clients().look(client.id()));
        acme.flush();
        acme.crash();
        putContent(path, old);
        acme.start();
        REQUIRE(acme.office->clients().look(client.id()));
        acme.flush();
        CHECK(acme.number("SELECT count(*) FROM look_rows") == 6);
        CHECK(acme.office->journalGaps()->size() == 1);
    }
    CHECK_FALSE(acme.verified().firstBad);
}

TEST_CASE("where no journal can be written, a look is an entry at once")
{
    EvidenceOffice acme;
    const Client client = acme.add(u"Northgate Ltd"_s);
    acme.office->context().looks = nullptr;
    const std::int64_t before = acme.number("SELECT max(seq) FROM audit_entries");
    REQUIRE(acme.office->clients().look(client.id(), true));
    CHECK(acme.number("SELECT max(seq) FROM audit_entries") == before + 1);
    CHECK(acme.number("SELECT count(*) FROM recent_clients") == 1);
    const auto page = acme.office->logQueries().page({.client = client.id().value}, {}, 10);
    REQUIRE(page);
    CHECK(page->lines.front().action == u"client.look"_s);
}

TEST_CASE("a failed login becomes an entry with the next one, and what was typed is kept nowhere")
{
    EvidenceOffice acme;
    acme.addUser(u"wang"_s, Role::Sales);
    acme.crash();
    CHECK_FALSE(login(acme.as(u"WANG"_s, u"wrong"_s)));
    CHECK_FALSE(login(acme.as(u"my secret passphrase"_s, u"wrong"_s)));
    const QByteArray notes = acme.notes();
    CHECK_FALSE(notes.contains("secret"));
    CHECK_FALSE(notes.toLower().contains("wang"));
    acme.start();
    const auto page = acme.office->logQueries().page({.group = LogGroup::Logins}, {}, 10);
    REQUIRE(page);
    REQUIRE(page->lines.size() == 1);
    CHECK(page->lines.front().object == u"logins:2"_s);
    CHECK(page->lines.front().actorName == u"li"_s);
    const QJsonArray refused = QJsonDocument::fromJson(page->lines.front().detail.toUtf8()).array();
    REQUIRE(refused.size() == 2);
    CHECK(refused[0].toObject().value(u"user"_s) == u"wang"_s);
    CHECK_FALSE(refused[0].toObject().value(u"at"_s).toString().isEmpty());
    CHECK_FALSE(refused[1].toObject().contains(u"user"_s));
    acme.crash();
    acme.start();
    CHECK(acme.office->logQueries().page({.group = LogGroup::Logins}, {}, 10)->lines.size() == 1);
    CHECK_FALSE(acme.verified().firstBad);
}

TEST_CASE(
    "a look that fits into no journal is an entry at once; a folder in the way keeps nobody out")
{
    EvidenceOffice acme;
    const Client client = acme.add(u"Northgate Ltd"_s);
    const std::int64_t before = acme.number("SELECT max(seq) FROM audit_entries");
    REQUIRE(recordLook(acme.office->context(),
                       {.kind = LookKind::Print, .client = client.pk, .text = QString(70000, u'x')},
                       u"client:"_s + client.id().value));
    CHECK(acme.number("SELECT max(seq) FROM audit_entries") == before + 1);
    const QByteArray id = acme.office->access().officeId;
    acme.crash();
    QFile::remove(officeNotePath(id, u".refused.key"_s));
    REQUIRE(QDir().mkpath(officeNotePath(id, u".refused.key"_s)));
    acme.start();
    CHECK_FALSE(acme.verified().firstBad);
}
