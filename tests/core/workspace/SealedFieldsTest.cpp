// ID numbers, bank accounts and own fields marked so: who enters them, who reads them, and where nothing of them is.
#include "core/records/ClientStore.h"
#include "core/records/HistoryStore.h"
#include "core/records/SealedStore.h"
#include "core/storage/Statement.h"
#include "core/workspace/Office.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <utility>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const QString idNumber = u"11010519491231002X"_s;
const QString otherNumber = u"440524199001010018"_s;
const QString card = u"4532015112830366"_s;

/// li and chen administrate, wang sells.
struct SealedOffice
{
    QTemporaryDir folder;
    NewOffice wanted{.folder = QDir(folder.path()).filePath(u"Acme.dossier"_s),
                     .name = u"Acme"_s,
                     .adminName = u"li"_s,
                     .adminPassword = u"granite walrus"_s,
                     .kdfMemoryMib = 64};
    std::unique_ptr<Office> li;
    std::unique_ptr<Office> wang;

    SealedOffice()
    {
        auto made = createOffice(wanted);
        REQUIRE(made);
        auto opened = Office::open(made->access);
        REQUIRE(opened);
        li = *std::move(opened);
        REQUIRE(li->users().add({u"wang"_s, Role::Sales, {}, u"pw of wang"_s}));
        wang = enter(u"wang"_s, u"pw of wang"_s);
    }

    std::unique_ptr<Office> enter(const QString& name, const QString& password) const
    {
        auto access = login({wanted.folder, name, password, {}});
        REQUIRE(access);
        auto opened = Office::open(*access);
        REQUIRE(opened);
        return *std::move(opened);
    }

    static ClientValues person(const QString& name, const QString& id, const QString& account = {})
    {
        ClientValues values;
        values.set(Field::Type, u"person"_s);
        values.set(Field::Name, name);
        values.set(Field::Phone, u"13800138000"_s);
        values.set(Field::IdNumber, id);
        values.set(Field::BankAccount, account);
        return values;
    }

    static ClientId add(Office& office, const ClientValues& values)
    {
        AddOptions options;
        options.force = true;
        options.consent = u"form 3"_s;
        auto added = office.clients().add(values, options);
        REQUIRE(added);
        REQUIRE(added->client);
        return added->client->id();
    }

    static Client stored(Office& office, const ClientId& id)
    {
        auto client = ClientStore(office.context().reader).exactly(id);
        REQUIRE(client);
        REQUIRE(*client);
        return **client;
    }

    StoredSealed valueOf(const ClientId& id) const
    {
        auto value
            = SealedStore(li->context().reader).byToken(stored(*li, id).value(Field::IdNumber));
        REQUIRE(value);
        REQUIRE(*value);
        return **value;
    }
    QByteArray boxOf(const ClientId& id) const { return valueOf(id).box.box; }

    std::int64_t number(const char* sql) const
    {
        auto value
            = li->context().reader.statement(std::string_view(sql)).one([](const Statement& row) {
                  return row.int64(0);
              });
        REQUIRE(value);
        return value->value_or(-1);
    }

    QStringList problems(Office& office) const
    {
        Progress quiet;
        auto found = office.check(quiet);
        REQUIRE(found);
        QStringList kinds;
        for (const IntegrityProblem& problem : *found) {
            kinds.append(problem.kind + u':' + problem.where);
        }
        kinds.removeDuplicates();
        return kinds;
    }

    static void putInOrder(Office& office)
    {
        Progress quiet;
        REQUIRE(office.putSealedInOrder(quiet));
    }
};

template <typename T>
ErrorCode codeOf(const Result<T>& result)
{
    REQUIRE_FALSE(result);
    return result.error().code;
}

} // namespace

TEST_CASE_METHOD(SealedOffice, "whoever may edit enters an id number, and only the role reads it")
{
    const ClientId id = add(*wang, person(u"王小明"_s, u"110105 1949 1231 002x"_s, card));
    const Client record = stored(*wang, id);
    CHECK(isSealedToken(record.value(Field::IdNumber)));
    CHECK(isSealedToken(record.value(Field::BankAccount)));
    CHECK(codeOf(wang->sealed().reveal(id, u"id_number"_s)) == ErrorCode::Denied);
    auto read = li->sealed().reveal(id, u"id_number"_s);
    REQUIRE(read);
    CHECK(*read == idNumber);
    CHECK(*li->sealed().reveal(id, u"bank_account"_s) == card);
    CHECK(codeOf(li->sealed().reveal(id, u"notes"_s)) == ErrorCode::NotFound);
    CHECK(number("SELECT count(*) FROM audit_entries WHERE action = 'client.reveal'") == 2);
    CHECK(problems(*li).isEmpty());
    CHECK(problems(*wang).isEmpty());
}

TEST_CASE_METHOD(SealedOffice,
                 "an id number with a wrong check character is refused when it is typed")
{
    auto added = wang->clients().add(person(u"王小明"_s, u"110105194912310021"_s));
    REQUIRE(added);
    REQUIRE(added->refusal);
    CHECK(std::any_of(added->findings.begin(), added->findings.end(), [](const Finding& finding) {
        return finding.field == Field::IdNumber && finding.rule == u"check_character";
    }));
    CHECK(number("SELECT count(*) FROM sealed_values") == 0);
}

TEST_CASE_METHOD(SealedOffice, "nothing of the value lies in the database but for the role")
{
    const ClientId id = add(*wang, person(u"王小明"_s, idNumber, card));
    REQUIRE(wang->changes().update(id, {{Field::IdNumber, otherNumber, {}}})); // asked for
    const QList<QByteArray> planted{idNumber.toUtf8(), otherNumber.toUtf8(), card.toUtf8()};
    auto tables = li->context()
                      .reader
                      .statement("SELECT name FROM sqlite_schema WHERE type = 'table'"
                                 " AND sql NOT LIKE '%VIRTUAL%'")
                      .all([](const Statement& row) { return row.text(0); });
    REQUIRE(tables);
    CHECK(tables->size() > 20);
    for (const QString& table : *tables) {
        const QString sql = u"SELECT * FROM \"%1\""_s.arg(table);
        auto rows
            = li->context().reader.statement(sql.toStdString()).forEach([&](const Statement& row) {
                  for (int i = 0; i < row.columnCount(); ++i) {
                      const QByteArray bytes = row.blob(i);
                      for (const QByteArray& secret : planted) {
                          if (bytes.contains(secret)) {
                              FAIL("found in " << table.toStdString());
                          }
                      }
                  }
              });
        REQUIRE(rows);
    }
}

TEST_CASE_METHOD(SealedOffice, "a consent stands beside each value, and its withdrawal destroys it")
{
    const ClientId id = add(*wang, person(u"王小明"_s, idNumber));
    auto consents = wang->sealed().consents(id);
    REQUIRE(consents);
    REQUIRE(consents->size() == 1);
    CHECK(consents->front().purpose == u"identity");
    CHECK(consents->front().evidence == u"form 3");
    CHECK(codeOf(wang->sealed().withdrawConsent(id, u"identity"_s, {})) == ErrorCode::Denied);
    REQUIRE(li->sealed().withdrawConsent(id, u"identity"_s, u"by phone"_s));
    CHECK(stored(*li, id).value(Field::IdNumber).isEmpty());
    CHECK(number("SELECT count(*) FROM sealed_values") == 0);
    CHECK(codeOf(li->sealed().withdrawConsent(id, u"identity"_s, {})) == ErrorCode::NotFound);
    // Without another word of the client it does not come back.
    CHECK(codeOf(wang->changes().update(id, {{Field::IdNumber, idNumber, {}}}))
          == ErrorCode::Invalid);
    UpdateOptions options;
    options.consent = u"form 9"_s;
    REQUIRE(wang->changes().update(id, {{Field::IdNumber, idNumber, {}}}, options));
    CHECK(*li->sealed().reveal(id, u"id_number"_s) == idNumber);
    CHECK(codeOf(wang->sealed().recordConsent(id, u"identity"_s, u" "_s)) == ErrorCode::Invalid);
    CHECK(codeOf(wang->sealed().recordConsent(id, u"x"_s, u"form"_s)) == ErrorCode::Invalid);
    REQUIRE(wang->sealed().recordConsent(id, u"payment"_s, u"form 10"_s));
    CHECK(problems(*li).isEmpty());
}

TEST_CASE_METHOD(SealedOffice,
                 "another value in place of one is asked for, and the request holds none")
{
    const ClientId id = add(*wang, person(u"王小明"_s, idNumber));
    const QString before = stored(*wang, id).value(Field::IdNumber);
    // The same again, by whoever can compare, and the mask are no change.
    CHECK(li->changes().update(id, {{Field::IdNumber, idNumber, {}}})->applied.empty());
    CHECK(wang->changes().update(id, {{Field::IdNumber, sealedMask(), {}}})->requests.empty());
    auto asked = wang->changes().update(id, {{Field::IdNumber, otherNumber, {}}});
    REQUIRE(asked);
    REQUIRE(asked->requests.size() == 1);
    CHECK(stored(*wang, id).value(Field::IdNumber) == before);
    auto approved = li->requests().decide(asked->requests.front(), Decision::approval());
    REQUIRE(approved);
    CHECK(*li->sealed().reveal(id, u"id_number"_s) == otherNumber);
    CHECK(problems(*li).isEmpty());
    CHECK(codeOf(wang->changes().update(
              id, {{Field::BankAccount, QString(u"sealed:"_s + QString(43, u'A')), {}}}))
          == ErrorCode::Invalid);
}

TEST_CASE_METHOD(SealedOffice, "the role looks for a value and is told of a second record with it")
{
    const ClientId id = add(*wang, person(u"王小明"_s, idNumber));
    putInOrder(*li); // what wang entered gets its code
    auto page = li->queries().search(idNumber.toLower(), 10);
    REQUIRE(page);
    REQUIRE(page->clients.size() == 1);
    CHECK(page->clients.front().row.client.id() == id);
    CHECK(page->clients.front().match.text == sealedMask());
    CHECK(wang->queries().search(idNumber, 10)->clients.empty());
    CHECK(*li->queries().count(u"id_number="_s + idNumber) == 1);
    CHECK(*li->queries().count(u"id_number!="_s) == 1);
    CHECK(codeOf(wang->queries().count(u"id_number="_s + idNumber)) == ErrorCode::Denied);
    auto second = li->clients().add(person(u"完全不同"_s, idNumber));
    REQUIRE(second);
    REQUIRE(second->refusal);
    CHECK(second->refusal->code == ErrorCode::Duplicate);
    CHECK(second->duplicates.front().id == id);
    CHECK(second->duplicates.front().certain);
    // A scan by the role finds what is entered all the same; somebody else's does not.
    add(*li, person(u"完全不同"_s, idNumber));
    Progress quiet;
    CHECK(li->duplicates().scan({}, quiet)->pairs.size() == 1);
    CHECK(wang->duplicates().scan({}, quiet)->pairs.empty());
    // So does the page, for the role; nothing of it is stored.
    auto groups = li->duplicates().groups({});
    REQUIRE(groups);
    REQUIRE(groups->size() == 1);
    CHECK(groups->front().clients.size() == 2);
    CHECK(groups->front().pairs.front().reasons.front() == u"same ID number");
    CHECK(li->duplicates().groups({.text = u"王小明"_s})->size() == 1);
    CHECK(li->duplicates().groupCounts()->byTier[std::size_t(MatchTier::Certain)] == 1);
    CHECK(wang->duplicates().groups({})->empty());
    CHECK(wang->duplicates().groupCounts()->all() == 0);
    REQUIRE(li->duplicates().putOff(groups->front().cluster, QDate(2040, 1, 1)));
    CHECK(li->duplicates().groups({})->empty());
    CHECK(li->duplicates().groups({.putOff = true})->size() == 1);
    REQUIRE(li->duplicates().bringBack(groups->front().cluster));
    REQUIRE(li->duplicates().decide(
        groups->front().clients[0].id(), groups->front().clients[1].id(), false));
    CHECK(li->duplicates().groups({})->empty());
    // Nobody else learns of it.
    ClientValues typed = person(u"另外的人"_s, idNumber);
    typed.set(Field::Phone, u"13900139000"_s);
    CHECK(wang->clients().add(typed)->client);
}

TEST_CASE_METHOD(SealedOffice,
                 "who loses the role reads no value that is entered or put in order afterwards")
{
    const ClientId early = add(*wang, person(u"王小明"_s, idNumber));
    REQUIRE(li->users().add({u"chen"_s, Role::DataAdmin, {}, u"pw of chen"_s}));
    auto chen = enter(u"chen"_s, u"pw of chen"_s);
    CHECK(*chen->sealed().reveal(early, u"id_number"_s) == idNumber);
    const QByteArray boxBefore = boxOf(early);
    REQUIRE(li->users().setRole(u"chen"_s, Role::Manager));
    // wang has not logged in again and still seals to the newest key.
    const ClientId late = add(*wang, person(u"李大明"_s, otherNumber));
    CHECK(codeOf(chen->sealed().reveal(early, u"id_number"_s)) == ErrorCode::Denied);
    const auto keys = chen->session().sealed;
    const auto openedBy = [&](const ClientId& id) {
        const StoredSealed value = valueOf(id);
        return openValue(*keys, li->access().officeId, value.box).hasValue();
    };
    CHECK(openedBy(early)); // not yet made anew, and he has had it
    CHECK_FALSE(openedBy(late));
    auto again = enter(u"li"_s, u"granite walrus"_s);
    putInOrder(*again);
    CHECK_FALSE(openedBy(early));
    CHECK(boxOf(early) != boxBefore);
    CHECK(*again->sealed().reveal(early, u"id_number"_s) == idNumber);
    CHECK(*again->sealed().reveal(late, u"id_number"_s) == otherNumber);
    CHECK(again->queries().search(otherNumber, 10)->clients.size() == 1);
    CHECK(problems(*again).isEmpty());
    Progress quiet;
    CHECK(again->putSealedInOrder(quiet)->values == 0);
}

TEST_CASE_METHOD(SealedOffice, "a merge carries a value on, its undo takes it back")
{
    const ClientId kept = add(*wang, person(u"王小明"_s, {}));
    const ClientId gone = add(*wang, person(u"王小明"_s, idNumber));
    auto records = li->merges().clientsFor({kept, gone});
    REQUIRE(records);
    auto plan = proposeMerge(*records);
    REQUIRE(plan);
    auto merged = li->changes().merge(*plan, u"the same"_s);
    REQUIRE(merged);
    REQUIRE(merged->merge);
    CHECK(*li->sealed().reveal(kept, u"id_number"_s) == idNumber);
    CHECK(problems(*li).isEmpty());
    CHECK(li->sealed().consents(kept)->size() == 1);
    auto undo = li->merges().planUndo(*merged->merge);
    REQUIRE(undo);
    REQUIRE(li->changes().unmerge(*undo));
    CHECK(*li->sealed().reveal(gone, u"id_number"_s) == idNumber);
    CHECK(codeOf(li->sealed().reveal(kept, u"id_number"_s)) == ErrorCode::NotFound);
    CHECK(problems(*li).isEmpty());
}

TEST_CASE_METHOD(SealedOffice,
                 "two records with one number do not contradict each other, for the role")
{
    const ClientId one = add(*wang, person(u"王小明"_s, idNumber, card));
    const ClientId two = add(*wang, person(u"王小明"_s, idNumber, u"6222020200112230"_s));
    const ClientId none = add(*wang, person(u"王小明"_s, {}));
    putInOrder(*li);
    auto records = li->merges().clientsFor({one, two, none});
    REQUIRE(records);
    CHECK(records->at(0).value(Field::IdNumber) != records->at(1).value(Field::IdNumber));
    auto same = li->merges().sameConfidential(*records);
    REQUIRE(same);
    CHECK(*same == std::vector{Field::IdNumber}); // the accounts differ
    auto plan = proposeMerge(*records, *same);
    REQUIRE(plan);
    CHECK_FALSE(plan->choice(Field::IdNumber)->conflict);
    CHECK(plan->choice(Field::BankAccount)->conflict);
    auto guess = wang->merges().sameConfidential(*records);
    REQUIRE(guess);
    CHECK(guess->empty());
    REQUIRE(li->changes().merge(*plan, u"the same"_s));
    CHECK(*li->sealed().reveal(one, u"id_number"_s) == idNumber);
    CHECK(problems(*li).isEmpty());
}

TEST_CASE_METHOD(SealedOffice, "a value goes along through one merge after the other")
{
    const ClientId first = add(*wang, person(u"王小明"_s, idNumber));
    const ClientId second = add(*wang, person(u"王小明"_s, {}));
    const ClientId third = add(*wang, person(u"王小明"_s, {}));
    for (const auto& [kept, gone] : {std::pair(second, first), std::pair(third, second)}) {
        auto records = li->merges().clientsFor({kept, gone});
        REQUIRE(records);
        auto plan = proposeMerge(*records);
        REQUIRE(plan);
        auto merged = li->changes().merge(*plan, u"the same"_s);
        REQUIRE(merged);
        REQUIRE(merged->merge);
    }
    auto read = li->sealed().reveal(third, u"id_number"_s);
    REQUIRE(read);
    CHECK(*read == idNumber);
    CHECK(problems(*li).isEmpty());
}

TEST_CASE_METHOD(SealedOffice, "what the role asks by stands in no line of the log and no manifest")
{
    const QString account = u"3200045891"_s; // neither has a shape by which it would be known
    const QString passport = u"E12345678"_s;
    ClientValues values = person(u"王小明"_s, {}, account);
    values.set(Field::Custom, QString(uR"({"Passport":"%1"})"_s.arg(passport)));
    add(*wang, values);
    Progress quiet;
    REQUIRE(li->sealed().sealCustom(u"Passport"_s, quiet));
    putInOrder(*li);
    for (const QString& typed : {account, passport, u"王小明"_s}) {
        auto page = li->queries().search(typed, 10);
        REQUIRE(page);
        CHECK(page->clients.size() == 1);
        REQUIRE(li->queries().searchPks(typed, 10));
    }
    ExportOptions options;
    options.path = folder.filePath(u"out.csv"_s);
    options.fields = {Field::Name};
    options.filter = u"bank_account='%1' and name=王小明"_s.arg(account);
    auto exported = li->exporter().run(options, quiet);
    REQUIRE(exported);
    CHECK(exported->rows == 1);
    REQUIRE(li->flushLooks(FlushLooks::Now));

    auto log = li->logQueries().page({}, {}, 100);
    REQUIRE(log);
    QString lines;
    for (const LogLine& line : log->lines) {
        lines += line.action + u' ' + line.detail + u'\n';
    }
    QFile manifest(exported->manifest);
    REQUIRE(manifest.open(QIODevice::ReadOnly));
    lines += QString::fromUtf8(manifest.readAll());
    INFO(lines.toStdString());
    CHECK(lines.contains(u"client.search 王小明"));
    CHECK(lines.contains(u"name=王小明"));
    CHECK_FALSE(lines.contains(account));
    CHECK_FALSE(lines.contains(passport));
}

TEST_CASE_METHOD(SealedOffice, "what was changed past the program is found and named")
{
    const ClientId id = add(*wang, person(u"王小明"_s, idNumber));
    const ClientId other = add(*wang, person(u"李大明"_s, otherNumber));
    const auto tamper = [this](const char* sql) {
        REQUIRE(li->context().writer.execute(std::string_view(sql)));
    };
    SECTION("the value of another record")
    {
        tamper(
            "UPDATE clients SET id_number = (SELECT id_number FROM clients WHERE name = '李大明')"
            " WHERE name = '王小明'");
        CHECK(codeOf(li->sealed().reveal(id, u"id_number"_s)) == ErrorCode::Corrupt);
        CHECK(problems(*wang).contains(u"row_hash:"_s + id.value));
    }
    SECTION("boxes changed")
    {
        tamper("UPDATE sealed_values SET box = zeroblob(200) WHERE field = 'id_number'");
        CHECK(codeOf(li->sealed().reveal(id, u"id_number"_s)) == ErrorCode::Corrupt);
        CHECK(problems(*li) == QStringList{u"sealed:"_s + id.value, u"sealed:"_s + other.value});
    }
    SECTION("one box in place of another")
    {
        tamper("UPDATE sealed_values SET box = (SELECT o.box FROM sealed_values o JOIN clients c"
               " ON c.id_number = o.token WHERE c.name = '李大明')");
        CHECK(problems(*li) == QStringList{u"sealed:"_s + id.value});
    }
    SECTION("the value gone")
    {
        tamper("DELETE FROM sealed_index");
        tamper("DELETE FROM sealed_values");
        CHECK(problems(*wang).contains(u"sealed:"_s + id.value));
    }
    SECTION("the value destroyed")
    {
        tamper("DELETE FROM sealed_index");
        tamper("DELETE FROM sealed_values");
        CHECK(codeOf(li->sealed().reveal(id, u"id_number"_s)) == ErrorCode::NotFound);
        CHECK(codeOf(li->sealed().reveal({u"CUST209901010001"_s}, u"id_number"_s))
              == ErrorCode::NotFound);
        ExportOptions options;
        options.path = folder.filePath(u"out.csv"_s);
        options.fields = {Field::IdNumber};
        Progress quiet;
        CHECK(codeOf(li->exporter().run(options, quiet)) == ErrorCode::NotFound);
        CHECK_FALSE(QFile::exists(options.path));
    }
    SECTION("a consent")
    {
        tamper("UPDATE consents SET evidence = 'form 4' WHERE pk = 1");
        CHECK(problems(*wang) == QStringList{u"consent:"_s + id.value});
    }
    SECTION("a consent gone")
    {
        tamper("DELETE FROM consents WHERE pk = 1");
        CHECK(problems(*wang) == QStringList{u"row_missing:consent:1"_s});
    }
}

TEST_CASE_METHOD(SealedOffice,
                 "an own field that is marked confidential is sealed with what stands in it")
{
    ClientValues values = person(u"王小明"_s, {});
    values.set(Field::Custom, uR"({"Passport":"E12345678","Shoe":"43"})"_s);
    const ClientId id = add(*wang, values);
    Progress quiet;
    CHECK(codeOf(wang->sealed().sealCustom(u"Passport"_s, quiet)) == ErrorCode::Denied);
    CHECK(codeOf(li->sealed().sealCustom(u" "_s, quiet)) == ErrorCode::Invalid);
    CHECK(*li->sealed().sealCustom(u"Passport"_s, quiet) == 1);
    CHECK(*li->sealed().sealedCustom() == QStringList{u"Passport"_s});
    CHECK_FALSE(stored(*li, id).value(Field::Custom).contains(u"E12345678"));
    CHECK(stored(*li, id).value(Field::Custom).contains(u"43"));
    CHECK(*li->sealed().reveal(id, u"custom:Passport"_s) == u"E12345678");
    // And whatever is entered from then on; the mask keeps what is there.
    values.set(Field::Custom, uR"({"Passport":"E87654321"})"_s);
    const ClientId next = add(*wang, values);
    CHECK(*li->sealed().reveal(next, u"custom:Passport"_s) == u"E87654321");
    const QString shown = uR"({"Passport":"%1","Shoe":"44"})"_s.arg(sealedMask());
    auto edited = wang->changes().update(id, {{Field::Custom, shown, {}}});
    REQUIRE(edited);
    CHECK(stored(*li, id).value(Field::Custom).contains(u"44"));
    CHECK(*li->sealed().reveal(id, u"custom:Passport"_s) == u"E12345678");
    putInOrder(*li);
    CHECK(li->queries().search(u"E87654321"_s, 10)->clients.size() == 1);
    CHECK(problems(*li).isEmpty());
}

TEST_CASE_METHOD(SealedOffice,
                 "an import seals its columns, an export opens them for the role alone")
{
    const QString in = folder.filePath(u"in.csv"_s);
    {
        QFile file(in);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("姓名,电话,身份证号,备注\n"
                   "王小明,13800138001,11010519491231002X,\n"
                   "李大明,13800138002,110105194912310021,\n"
                   "赵一,13800138003,,卡号4532015112830366请保密\n");
    }
    Progress quiet;
    ImportOptions import;
    import.source.path = in;
    auto done = li->importer().run(import, quiet);
    REQUIRE(done);
    CHECK(done->counts.created == 3);
    const auto found = [this](const QString& name) {
        auto page = li->queries().search(name, 1);
        REQUIRE(page);
        REQUIRE(page->clients.size() == 1);
        return page->clients.front().row.client;
    };
    CHECK(*li->sealed().reveal(found(u"王小明"_s).id(), u"id_number"_s) == idNumber);
    CHECK(found(u"李大明"_s).findings.contains(u"id_number:check_character"_s));
    CHECK(*li->sealed().reveal(found(u"赵一"_s).id(), u"bank_account"_s) == card);
    CHECK_FALSE(found(u"赵一"_s).value(Field::Notes).contains(card));
    // An edit of another field leaves the mark of the wrong number where it is.
    REQUIRE(li->changes().update(found(u"李大明"_s).id(), {{Field::Notes, u"called"_s, {}}}));
    CHECK(found(u"李大明"_s).findings.contains(u"id_number:check_character"_s));

    ExportOptions options;
    options.path = folder.filePath(u"out.csv"_s);
    options.fields = {Field::Name, Field::IdNumber};
    options.reason = u"a test"_s;
    REQUIRE(li->exporter().run(options, quiet));
    QFile out(options.path);
    REQUIRE(out.open(QIODevice::ReadOnly));
    CHECK(out.readAll().contains(idNumber.toUtf8()));
    CHECK_FALSE(exportFields().empty());
    REQUIRE(li->users().add({u"chief"_s, Role::Manager, {}, u"pw of chief"_s}));
    auto chief = enter(u"chief"_s, u"pw of chief"_s);
    CHECK(codeOf(chief->exporter().run(options, quiet)) == ErrorCode::Denied);
    CHECK(li->importer().undo(BatchPk{1})->removed >= 1);
    CHECK(problems(*li).isEmpty());
}
