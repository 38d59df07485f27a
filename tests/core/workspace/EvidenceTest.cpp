// Looks and searches on their way into the log, logins that failed, and the log itself: verified, read, pruned.
#include "core/crypto/Digest.h"
#include "core/security/AuditChain.h"
#include "core/security/OfficeNotes.h"
#include "core/storage/Statement.h"
#include "core/workspace/Office.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const QString evidencePassword = u"granite walrus umbrella"_s;

struct EvidenceOffice
{
    QTemporaryDir folder;
    QString place = folder.filePath(u"Acme.dossier"_s);
    std::unique_ptr<Office> office;

    EvidenceOffice()
    {
        NewOffice wanted;
        wanted.folder = place;
        wanted.name = u"Acme"_s;
        wanted.adminName = u"li"_s;
        wanted.adminPassword = evidencePassword;
        wanted.kdfMemoryMib = 64;
        wanted.practice = true;
        auto made = createOffice(wanted);
        REQUIRE(made);
        auto opened = Office::open(made->access);
        REQUIRE(opened);
        office = *std::move(opened);
    }

    [[nodiscard]] Login as(const QString& user, const QString& password = evidencePassword) const
    {
        return {place, user, password, {}};
    }

    /// Another login, as another program of this computer.
    std::unique_ptr<Office> open(const QString& user) const
    {
        auto access = login(as(user));
        INFO((access ? QString() : access.error().message + access.error().detail).toStdString());
        REQUIRE(access);
        auto opened = Office::open(*access);
        REQUIRE(opened);
        return *std::move(opened);
    }

    /// The program ends as a crash would end it: nothing is flushed.
    void crash() { office.reset(); }
    void start() { office = open(u"li"_s); }

    Client add(const QString& name)
    {
        ClientValues values;
        values.set(Field::Name, name);
        AddOptions options;
        options.force = true;
        auto added = office->clients().add(values, options);
        REQUIRE(added);
        REQUIRE(added->client);
        return *added->client;
    }

    void addUser(const QString& name, Role role)
    {
        REQUIRE(office->users().add({name, role, {}, evidencePassword}));
    }

    std::int64_t number(std::string_view sql)
    {
        auto value = office->context().reader.statement(sql).one(
            [](const Statement& row) { return row.int64(0); });
        REQUIRE(value);
        return value->value_or(-1);
    }

    void tamper(std::string_view sql)
    {
        REQUIRE(office->context().writer.execute("PRAGMA foreign_keys = OFF"));
        REQUIRE(office->context().writer.execute(sql));
    }

    AuditReport verified()
    {
        Progress quiet;
        auto report = office->verifyLog(quiet);
        REQUIRE(report);
        return *report;
    }

    std::vector<IntegrityProblem> problems()
    {
        Progress quiet;
        auto found = office->check(quiet);
        REQUIRE(found);
        return *found;
    }

    void flush() { REQUIRE(office->flushLooks(FlushLooks::Now)); }

    /// All that this computer keeps of the office.
    [[nodiscard]] QByteArray notes() const
    {
        QByteArray all;
        QDirIterator files(QFileInfo(officeNotePath({}, {})).absolutePath(),
                           QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly)) {
                all += file.fileName().toUtf8() + file.readAll();
            }
        }
        return all;
    }

    [[nodiscard]] QString journalPath(int slot = 0) const
    {
        return officeNotePath(office->access().officeId, u".looks/"_s)
            + QString::fromLatin1(office->session().uuid.toHex()) + u'-' + QString::number(slot);
    }
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void putContent(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    REQUIRE(file.write(bytes) == bytes.size());
}

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
    CHECK(QFile::permissions(acme.journalPath()).testFlag(QFile::ReadGroup) == false);
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

TEST_CASE("rows of looks are evidence: edited, deleted, moved, they name their entry")
{
    EvidenceOffice acme;
    const Client client = acme.add(u"Northgate Ltd"_s);
    acme.add(u"Acme Ltd"_s);
    acme.addUser(u"wang"_s, Role::Manager);
    REQUIRE(acme.office->clients().look(client.id()));
    REQUIRE(acme.office->queries().search(u"north"_s, 10));
    acme.flush();
    const std::int64_t seq = acme.number("SELECT max(audit_seq) FROM look_rows");
    REQUIRE_FALSE(acme.verified().firstBad);
    SECTION("when")
    {
        acme.tamper("UPDATE look_rows SET at = '2026-01-01T00:00:00.000Z' WHERE ordinal = 1");
    }
    SECTION("whose record")
    {
        acme.tamper("UPDATE look_rows SET client_pk = 2 WHERE ordinal = 1");
    }
    SECTION("who")
    {
        acme.tamper("UPDATE look_rows SET actor_pk = 2");
    }
    SECTION("what was searched for")
    {
        acme.tamper("UPDATE look_rows SET text = x'00112233' WHERE ordinal = 2");
    }
    SECTION("one is gone")
    {
        acme.tamper("DELETE FROM look_rows WHERE ordinal = 2");
    }
    SECTION("all are gone")
    {
        acme.tamper("DELETE FROM look_rows");
    }
    SECTION("one too many")
    {
        acme.tamper("INSERT INTO look_rows SELECT audit_seq, 9, journal_pk, 9, at, actor_pk, kind,"
                    " client_pk, text_key, text, text_hash FROM look_rows WHERE ordinal = 1");
    }
    SECTION("two in another order")
    {
        acme.tamper("UPDATE look_rows SET ordinal = 3 - ordinal + 10");
        acme.tamper("UPDATE look_rows SET ordinal = ordinal - 10");
    }
    CHECK(acme.verified().firstBad == seq);
    REQUIRE_FALSE(acme.problems().empty());
    CHECK(acme.problems().front().where == QString::number(seq));
}

TEST_CASE("whose journal it was cannot be changed unseen")
{
    EvidenceOffice acme;
    const Client client = acme.add(u"Northgate Ltd"_s);
    REQUIRE(acme.office->clients().look(client.id()));
    acme.flush();
    REQUIRE(acme.problems().empty());
    SECTION("the computer")
    {
        acme.tamper("UPDATE look_journals SET host = 'elsewhere'");
    }
    SECTION("the journal is gone")
    {
        acme.tamper("DELETE FROM look_journals");
    }
    bool isNamed = false;
    for (const IntegrityProblem& problem : acme.problems()) {
        isNamed = isNamed || (problem.kind == u"journal"_s && problem.where == u"1"_s)
            || problem.where == u"journal:1"_s;
    }
    CHECK(isNamed);
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

TEST_CASE("each of a thousand mutated entries is refused")
{
    EvidenceOffice acme;
    acme.addUser(u"wang"_s, Role::Manager);
    const Client client = acme.add(u"Northgate Ltd"_s);
    REQUIRE(acme.office->changes().update(
        client.id(), {{Field::Tags, u"VIP"_s, {}}, {Field::Notes, u"x"_s, {}}}, {}));
    REQUIRE(acme.office->queries().search(u"north"_s, 10));
    acme.flush();
    REQUIRE(core::setLogSettings(acme.office->context(), {{u"night_from"_s, 21}}));
    const AuditChain chain(acme.office->context().reader, acme.office->access().officeId);
    const std::int64_t last = acme.number("SELECT max(seq) FROM audit_entries");
    std::mt19937 random(20261124); // NOLINT(cert-msc51-cpp): the same thousand each time
    const auto below = [&random](auto limit) {
        return decltype(limit)(random() % std::uint64_t(limit));
    };
    const auto mutate = [&](auto& text) {
        using Char = std::decay_t<decltype(text.at(0))>;
        if (text.isEmpty()) {
            text.append(Char(u'x'));
            return;
        }
        const auto at = below(text.size());
        switch (below(3)) {
        case 0:
            text.remove(at, 1);
            break;
        case 1:
            text.insert(at, text[at]);
            break;
        default:
            if constexpr (std::is_same_v<Char, char>) {
                text[at] = char(text[at] ^ (1 << below(8)));
            } else {
                text[at] = QChar(char16_t(text[at].unicode() ^ (1 << below(7))));
            }
        }
    };
    int refused = 0;
    for (int i = 0; i < 1000; ++i) {
        auto read = chain.entry(1 + below(last));
        REQUIRE(read);
        REQUIRE(*read);
        AuditEntry entry = **read;
        REQUIRE_FALSE(*chain.problemOf(entry));
        const AuditEntry whole = entry;
        switch (i % 13) {
        case 0:
            mutate(entry.at);
            break;
        case 1:
            mutate(entry.host);
            break;
        case 2:
            mutate(entry.action);
            break;
        case 3:
            mutate(entry.object);
            break;
        case 4:
            mutate(entry.opId);
            break;
        case 5:
            entry.rowCount += 1 + below(5);
            break;
        case 6:
            mutate(entry.root);
            break;
        case 7:
            mutate(entry.detailKey);
            break;
        case 8:
            mutate(entry.detailHash);
            break;
        case 9:
            mutate(entry.previousHash);
            break;
        case 10:
            mutate(entry.hash);
            break;
        case 11:
            mutate(entry.signature);
            break;
        default:
            mutate(entry.actorUuid);
        }
        // An entry whose hash was made to fit again is still not signed.
        if (i % 2 == 0 && entry.hash == whole.hash) {
            entry.hash = auditHash(acme.office->access().officeId, entry);
        }
        const bool isSame = entry.at == whole.at && entry.host == whole.host
            && entry.action == whole.action && entry.object == whole.object
            && entry.opId == whole.opId && entry.root == whole.root
            && entry.detailKey == whole.detailKey && entry.detailHash == whole.detailHash
            && entry.previousHash == whole.previousHash && entry.hash == whole.hash
            && entry.signature == whole.signature && entry.actorUuid == whole.actorUuid
            && entry.rowCount == whole.rowCount;
        const auto problem = chain.problemOf(entry);
        REQUIRE(problem);
        INFO(i);
        CHECK((isSame || problem->has_value()));
        refused += problem->has_value() ? 1 : 0;
    }
    CHECK(refused >= 990); // doubling one of two equal characters changes nothing
}

TEST_CASE("in a long log the first bad entry is named, and all others that are bad are known")
{
    EvidenceOffice acme;
    const Client client = acme.add(u"Northgate Ltd"_s);
    acme.office->context().looks = nullptr;
    for (int i = 0; i < 300; ++i) {
        REQUIRE(acme.office->clients().look(client.id()));
    }
    Progress quiet;
    REQUIRE_FALSE(acme.verified().firstBad);
    acme.tamper("UPDATE audit_entries SET host = 'x' WHERE seq IN (150, 260)");
    CHECK(acme.verified().firstBad == 150);
    CHECK(acme.verified().problems.size() == 2);
    // What came before the place that this computer had verified is not looked at again at an opening.
    const auto news = acme.office->verifyNewEntries(quiet, 1000);
    REQUIRE(news);
    CHECK(news->entries == 0);
    CHECK_FALSE(news->firstBad);
}

TEST_CASE("an opening verifies what is new, piece by piece, and remembers how far it came")
{
    EvidenceOffice acme;
    Progress quiet;
    for (int i = 0; i < 6; ++i) {
        acme.add(u"Northgate %1"_s.arg(i));
    }
    const auto first = acme.office->verifyNewEntries(quiet, 4);
    REQUIRE(first);
    CHECK(first->entries == 4);
    CHECK(first->hasMore);
    const auto second = acme.office->verifyNewEntries(quiet, 100);
    CHECK(second->entries == acme.number("SELECT count(*) FROM audit_entries") - 4);
    CHECK_FALSE(second->hasMore);
    CHECK(acme.office->verifyNewEntries(quiet, 100)->entries == 0);
    acme.add(u"Northgate"_s);
    acme.tamper("UPDATE audit_entries SET object = 'x' WHERE seq = "
                "(SELECT max(seq) FROM audit_entries)");
    const std::int64_t last = acme.number("SELECT max(seq) FROM audit_entries");
    CHECK(acme.office->verifyNewEntries(quiet, 100)->firstBad == last);
    CHECK(acme.office->verifyNewEntries(quiet, 100)->firstBad == last); // until it is right
    acme.tamper("UPDATE audit_entries SET hash = x'00' WHERE seq = 8");
    const auto other = acme.office->verifyNewEntries(quiet, 100);
    CHECK(other->firstBad == 8); // where it had come to
    CHECK_FALSE(other->problem.isEmpty());
}

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
    CHECK(QFile::permissions(path).testFlag(QFile::ReadOther) == false);
    CHECK(acme.office->logQueries().page({}, {}, 1)->lines.front().action == u"log.export"_s);
    // By what was asked for.
    const auto part
        = acme.office->logExporter().run(path, {.client = client.id().value}, quiet);
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
        REQUIRE(acme.office->changes().update(
            clients.back().id(), {{Field::Tags, u"VIP"_s, {}}}, {}));
    }
    Progress quiet;
    REQUIRE(acme.office->exporter().run({.path = acme.folder.filePath(u"a.csv"_s)}, quiet));
    for (int i = 0; i < 2; ++i) {
        CHECK_FALSE(login(acme.as(u"mei"_s, u"wrong"_s)));
    }
    const auto wang = acme.open(u"wang"_s);
    REQUIRE(wang->refreshClock());
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
