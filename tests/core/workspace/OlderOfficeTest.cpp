// A whole older copy of office.db put back: it is whole in itself, so that only what the computer remembers shows it.
#include "support/AnotherComputer.h"

#include "core/storage/Statement.h"
#include "core/workspace/Office.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

const QString granite = QStringLiteral("granite walrus");

/// While it lives, offices are known to it only.
using Computer = tests::AnotherComputer;

struct CopiedOffice
{
    QTemporaryDir folder;
    QString place = folder.filePath(QStringLiteral("Acme.dossier"));
    QString copies = folder.filePath(QStringLiteral("copies"));

    CopiedOffice()
    {
        NewOffice wanted;
        wanted.folder = place;
        wanted.name = QStringLiteral("Acme");
        wanted.adminName = QStringLiteral("li");
        wanted.adminPassword = granite;
        wanted.kdfMemoryMib = 64;
        auto made = createOffice(wanted);
        REQUIRE(made);
        auto office = Office::open(made->access);
        REQUIRE(office);
        REQUIRE((*office)->users().add({QStringLiteral("wang"), Role::Sales, {}, granite}));
        REQUIRE(QDir().mkpath(copies));
    }

    [[nodiscard]] Login as(const char* user) const
    {
        return {place, QLatin1String(user), granite, {}};
    }

    std::unique_ptr<Office> open(const char* user = "li") const
    {
        auto access = login(as(user));
        INFO((access ? QString() : access.error().message + access.error().detail).toStdString());
        REQUIRE(access);
        auto office = Office::open(*access);
        INFO((office ? QString() : office.error().message + office.error().detail).toStdString());
        REQUIRE(office);
        return *std::move(office);
    }

    void addClient(const char* name) const
    {
        auto office = open();
        auto added = office->clients().add(named(name));
        INFO((added ? QString() : added.error().message).toStdString());
        REQUIRE(added);
    }

    static ClientValues named(const char* name)
    {
        ClientValues values;
        values.set(Field::Name, QString::fromUtf8(name));
        return values;
    }

    void keep(const QString& name) const
    {
        REQUIRE(QFile::copy(databasePath(place), copies + u'/' + name));
    }
    void putBack(const QString& name) const
    {
        REQUIRE(QFile::remove(databasePath(place)));
        QFile::remove(databasePath(place) + QStringLiteral("-journal"));
        REQUIRE(QFile::copy(copies + u'/' + name, databasePath(place)));
    }
};

} // namespace

TEST_CASE("an older copy of the database opens, can be read, and takes nothing: its reason is said")
{
    Computer here;
    CopiedOffice acme;
    acme.addClient("Alpha");
    acme.keep(QStringLiteral("monday"));
    acme.addClient("Beta");
    acme.putBack(QStringLiteral("monday"));

    auto office = acme.open();
    CHECK(office->access().headStanding == HeadStanding::Older);
    CHECK(office->access().isReadOnly());
    CHECK(warningAbout(office->access()).contains(QStringLiteral("older copy")));
    CHECK(*office->queries().count({}) == 1);
    auto found = office->queries().search(QStringLiteral("Alpha"), 10);
    REQUIRE(found);
    CHECK(found->total == 1);
    auto page = office->queries().list({});
    REQUIRE(page);
    REQUIRE(page->rows.size() == 1);
    CHECK(office->clients().look(page->rows[0].client.id(), true)); // reading leaves no entry here

    const auto refused = office->clients().add(CopiedOffice::named("Gamma"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Corrupt);
    CHECK(refused.error().message.contains(QStringLiteral("reading only")));
    CHECK(office->users().setPassword(QStringLiteral("li"), QStringLiteral("other")).error().code
          == ErrorCode::Corrupt);
    CHECK_FALSE(office->revealKey());
    CHECK_FALSE(office->context().writer.execute("DELETE FROM clients"));
    office.reset();

    // It stays so, also for others on this computer, until the newer file is back.
    CHECK(acme.open("wang")->access().isReadOnly());
    CHECK(acme.open()->access().isReadOnly());

    // A computer that has not seen the office knows nothing of it.
    Computer another;
    auto elsewhere = acme.open();
    CHECK(elsewhere->access().headStanding == HeadStanding::First);
    CHECK(elsewhere->clients().add(CopiedOffice::named("Delta")));
}

TEST_CASE("a database whose log goes another way from an entry that was seen is another one")
{
    Computer here;
    CopiedOffice acme;
    acme.keep(QStringLiteral("monday"));
    acme.addClient("Alpha");
    acme.addClient("Beta");
    {
        const Computer another;
        acme.keep(QStringLiteral("mine"));
        acme.putBack(QStringLiteral("monday"));
        acme.addClient("One");
        acme.addClient("Two");
        acme.addClient("Three");
    }
    auto office = acme.open();
    CHECK(office->access().headStanding == HeadStanding::Other);
    CHECK(warningAbout(office->access()).contains(QStringLiteral("is another one")));
    CHECK_FALSE(office->clients().add(CopiedOffice::named("Four")));
    office.reset();
    acme.putBack(QStringLiteral("mine"));
    acme.addClient("Gamma"); // as it was
}

TEST_CASE(
    "a data administrator accepts an older database: it is signed, and other computers follow")
{
    Computer here;
    CopiedOffice acme;
    acme.addClient("Alpha");
    acme.keep(QStringLiteral("monday"));
    acme.addClient("Beta");
    CHECK(acceptOlderOffice(acme.as("li")).error().code == ErrorCode::Invalid);
    Computer another;
    acme.open();
    acme.putBack(QStringLiteral("monday"));
    CHECK(acme.open()->access().isReadOnly());

    here.work();
    CHECK(acceptOlderOffice(acme.as("wang")).error().code == ErrorCode::Denied);
    CHECK(acme.open()->access().isReadOnly());
    auto accepted = acceptOlderOffice(acme.as("li"));
    REQUIRE(accepted);
    CHECK_FALSE((*accepted)->isReadOnly());
    acme.addClient("Gamma");
    auto office = acme.open();
    CHECK(office->access().headStanding == HeadStanding::Same);
    Progress quiet;
    auto log = office->verifyLog(quiet);
    REQUIRE(log);
    CHECK_FALSE(log->firstBad);
    auto entries = office->context()
                       .reader
                       .statement("SELECT count(*) FROM audit_entries WHERE action = "
                                  "'office.accept_older' AND object = 'office'")
                       .one([](const Statement& row) { return row.integer(0); });
    REQUIRE(entries);
    CHECK(*entries == 1);
    office.reset();

    another.work();
    office = acme.open();
    CHECK(office->access().headStanding == HeadStanding::Accepted);
    CHECK_FALSE(office->access().isReadOnly());
    CHECK(office->clients().add(CopiedOffice::named("Delta")));
    office.reset();
    CHECK(acme.open()->access().headStanding == HeadStanding::Same);

    // The copy from before is an older one as ever, and a copy that has the old acceptance in it is no new one.
    acme.keep(QStringLiteral("tuesday"));
    acme.addClient("Epsilon");
    acme.putBack(QStringLiteral("monday"));
    CHECK(acme.open()->access().isReadOnly());
    acme.putBack(QStringLiteral("tuesday"));
    CHECK(acme.open()->access().headStanding == HeadStanding::Older);
}

TEST_CASE("an acceptance that no data administrator signed takes nobody along")
{
    Computer here;
    CopiedOffice acme;
    acme.keep(QStringLiteral("monday"));
    acme.addClient("Alpha");
    Computer another;
    acme.open();
    acme.putBack(QStringLiteral("monday"));
    here.work();
    REQUIRE(acceptOlderOffice(acme.as("li")));
    {
        auto office = acme.open();
        Connection& connection = office->context().writer;
        SECTION("forged signature")
        {
            REQUIRE(connection.execute(
                "UPDATE audit_entries SET signature = zeroblob(64) WHERE action = "
                "'office.accept_older'"));
        }
        SECTION("signed by somebody else")
        {
            REQUIRE(connection.execute(
                "UPDATE audit_entries SET actor_pk = (SELECT pk FROM users WHERE name = 'wang') "
                "WHERE action = 'office.accept_older'"));
        }
    }
    another.work();
    CHECK(acme.open()->access().isReadOnly());
}

TEST_CASE(
    "the recovery code lets people into an older database, which stays for reading until accepted")
{
    Computer here;
    const QTemporaryDir folder;
    NewOffice wanted;
    wanted.folder = folder.filePath(QStringLiteral("Acme.dossier"));
    wanted.name = QStringLiteral("Acme");
    wanted.adminName = QStringLiteral("li");
    wanted.adminPassword = granite;
    wanted.kdfMemoryMib = 64;
    auto made = createOffice(wanted);
    REQUIRE(made);
    REQUIRE(QFile::copy(databasePath(wanted.folder), folder.filePath(QStringLiteral("old"))));
    {
        auto office = Office::open(made->access);
        REQUIRE(office);
        REQUIRE((*office)->clients().add(CopiedOffice::named("Alpha")));
        REQUIRE((*office)->clients().add(CopiedOffice::named("Beta")));
    }
    made->access.reset(); // what was committed is noted when the login goes
    REQUIRE(QFile::remove(databasePath(wanted.folder)));
    REQUIRE(QFile::copy(folder.filePath(QStringLiteral("old")), databasePath(wanted.folder)));
    auto recovered = recoverOffice(
        wanted.folder, made->recoveryCode, QStringLiteral("li"), QStringLiteral("second password"));
    REQUIRE(recovered);
    CHECK((*recovered)->isReadOnly());
    const Login again{wanted.folder, QStringLiteral("li"), QStringLiteral("second password"), {}};
    auto reading = login(again);
    REQUIRE(reading);
    CHECK((*reading)->isReadOnly());
    auto accepted = acceptOlderOffice(again);
    REQUIRE(accepted);
    auto office = Office::open(*accepted);
    REQUIRE(office);
    CHECK((*office)->clients().add(CopiedOffice::named("Gamma")));
}

TEST_CASE("an older database of an earlier program cannot be read before it is accepted")
{
    Computer here;
    const QTemporaryDir folder;
    const QDir from(qEnvironmentVariable("DOSSIER_SOURCE_DIR")
                    + QStringLiteral("/tests/golden/office-1.dossier"));
    const QString place = folder.filePath(QStringLiteral("Golden.dossier"));
    REQUIRE(QDir().mkpath(place));
    for (const QString& name : from.entryList(QDir::Files)) {
        REQUIRE(QFile::copy(from.filePath(name), QDir(place).filePath(name)));
        QFile::setPermissions(QDir(place).filePath(name), QFile::ReadOwner | QFile::WriteOwner);
    }
    const Login admin{place, QStringLiteral("admin"), QStringLiteral("golden-password-1"), {}};
    {
        auto access = login(admin);
        REQUIRE(access);
        auto office = Office::open(*access);
        REQUIRE(office);
        REQUIRE((*office)->clients().add(CopiedOffice::named("Acme Nova Trading")));
    }
    REQUIRE(QFile::remove(databasePath(place)));
    REQUIRE(QFile::copy(from.filePath(QStringLiteral("office.db")), databasePath(place)));
    QFile::setPermissions(databasePath(place), QFile::ReadOwner | QFile::WriteOwner);
    auto refused = login(admin);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.contains(QStringLiteral("another version of the program")));
    CHECK(refused.error().message.contains(QStringLiteral("older copy")));
    REQUIRE(acceptOlderOffice(admin));
    CHECK(login(admin));
}
