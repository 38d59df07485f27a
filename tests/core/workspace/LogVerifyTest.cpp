// The log as evidence: whatever is changed in it past the program is found, and its entry is named.
#include "core/approval/HistorySignatures.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Identity.h"
#include "core/security/AuditChain.h"
#include "core/security/AuditScan.h"
#include "core/workspace/EvidenceOffice.h"

#include <random>

using namespace evidencetest;

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
    acme.tamper("UPDATE audit_entries SET hash = x'00' WHERE seq = 7");
    const auto before = acme.office->verifyNewEntries(quiet, 100);
    CHECK(before->firstBad == 7); // up to which it had been whole
    CHECK(before->problem != other->problem);
}

TEST_CASE("each way in which an entry can be wrong has its sentence")
{
    EvidenceOffice acme;
    acme.addUser(u"wang"_s, Role::Manager);
    const Client client = acme.add(u"Northgate Ltd"_s);
    REQUIRE(core::setLogSettings(acme.office->context(), {{u"night_from"_s, 21}}));
    REQUIRE(acme.office->clients().look(client.id()));
    acme.flush();
    const std::int64_t last = acme.number("SELECT max(seq) FROM audit_entries");
    std::int64_t named = last;
    QString word;
    SECTION("an author whom nobody knows")
    {
        acme.tamper("UPDATE audit_entries SET actor_pk = 99 WHERE seq = 3");
        named = 3;
        word = u"author"_s;
    }
    SECTION("a detail")
    {
        acme.tamper("UPDATE audit_entries SET detail = x'0011' WHERE action = 'log.settings'");
        named = last - 1;
        word = u"detail"_s;
    }
    SECTION("a signature")
    {
        acme.tamper("UPDATE audit_entries SET signature = (SELECT signature FROM audit_entries"
                    " WHERE seq = 2) WHERE seq = 3");
        named = 3;
        word = u"signature"_s;
    }
    SECTION("a gap")
    {
        acme.tamper("DELETE FROM audit_entries WHERE seq = 2");
        named = 3;
        word = u"missing"_s;
    }
    SECTION("another entry before it, signed by one who may sign")
    {
        const AuditChain chain(acme.office->context().reader, acme.office->access().officeId);
        AuditEntry entry = **chain.entry(3);
        entry.host = u"elsewhere"_s;
        entry.hash = auditHash(acme.office->access().officeId, entry);
        entry.signature = acme.office->session().identity->sign(auditContext, entry.hash);
        REQUIRE(acme.office->context()
                    .writer
                    .statement("UPDATE audit_entries SET host = ?, hash = ?, signature = ?"
                               " WHERE seq = 3")
                    .bindAll(entry.host, entry.hash, entry.signature)
                    .run());
        named = 4;
        word = u"follow"_s;
    }
    SECTION("looks of somebody else, signed by one who may sign")
    {
        acme.tamper("UPDATE look_rows SET actor_pk = 2");
        const AuditScan scan(acme.office->context().reader);
        ScannedEntry scanned = **scan.one(last);
        AuditEntry& entry = scanned.entry;
        entry.root = scanned.root;
        entry.hash = auditHash(acme.office->access().officeId, entry);
        entry.signature = acme.office->session().identity->sign(auditContext, entry.hash);
        REQUIRE(acme.office->context()
                    .writer
                    .statement("UPDATE audit_entries SET root = ?, hash = ?, signature = ?"
                               " WHERE seq = ?")
                    .bindAll(entry.root, entry.hash, entry.signature, last)
                    .run());
        word = u"somebody else"_s;
    }
    const AuditReport report = acme.verified();
    CHECK(report.firstBad == named);
    CHECK(report.problem.contains(word));
}

TEST_CASE("a row of history holds only with its entry, its request, and two people's signatures")
{
    EvidenceOffice acme;
    acme.addUser(u"mei"_s, Role::Sales);
    std::optional<Client> client;
    {
        const auto mei = acme.open(u"mei"_s);
        ClientValues values;
        values.set(Field::Name, u"Mei Ltd"_s);
        values.set(Field::Type, u"company"_s);
        auto added = mei->clients().add(values);
        REQUIRE(added);
        client = added->client;
        REQUIRE(mei->changes().update(
            client->id(), {{Field::Name, u"Mei and Sons"_s, {}}}, {.reason = u"new owner"_s}));
    }
    REQUIRE(acme.office->requests().decide(RequestPk{1}, Decision::approval()));
    const auto newest = [&] {
        auto history = acme.office->clients().history(client->id());
        REQUIRE(history);
        return history->front();
    };
    const auto problem = [&] {
        HistorySignatures signatures(acme.office->context().reader, acme.office->access().officeId);
        auto found = signatures.problemOf(newest());
        REQUIRE(found);
        CHECK(*signatures.problemOf(newest()) == *found);
        return *found;
    };
    REQUIRE(newest().request == RequestPk{1});
    CHECK(newest().authorName == u"mei"_s);
    CHECK(newest().actorName == u"li"_s);
    REQUIRE(problem().isEmpty());
    SECTION("the row says something else")
    {
        acme.tamper("UPDATE history SET reason = 'other'");
        CHECK(problem().contains(u"when it was written"_s));
    }
    SECTION("its entry is gone")
    {
        acme.tamper("DELETE FROM audit_entries WHERE seq = (SELECT max(seq) FROM audit_entries)");
        CHECK(problem().contains(u"missing"_s));
    }
    SECTION("its request is gone")
    {
        acme.tamper("DELETE FROM requests");
        CHECK(problem().contains(u"missing"_s));
    }
    SECTION("the author has become the approver")
    {
        acme.tamper("UPDATE requests SET requested_by = decided_by");
        CHECK_FALSE(problem().isEmpty());
    }
}
