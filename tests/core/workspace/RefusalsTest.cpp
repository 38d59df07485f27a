// What an office refuses, each by what really brings it about.
#include "core/crypto/KeyringFile.h"
#include "core/storage/Statement.h"
#include "core/workspace/Office.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <thread>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
ErrorCode failure(const Result<T>& result)
{
    REQUIRE_FALSE(result);
    CHECK_FALSE(result.error().message.isEmpty());
    return result.error().code;
}

struct Acme
{
    QTemporaryDir folder;
    NewOffice wanted{.folder = QDir(folder.path()).filePath(u"Acme.dossier"_s),
                     .name = u"Acme"_s,
                     .adminName = u"li"_s,
                     .adminPassword = u"granite walrus"_s,
                     .kdfMemoryMib = 64};
    QString recoveryCode;
    std::unique_ptr<Office> office;

    explicit Acme(bool practice = false)
    {
        wanted.practice = practice;
        auto made = createOffice(wanted);
        REQUIRE(made);
        recoveryCode = made->recoveryCode;
        auto opened = Office::open(made->access);
        REQUIRE(opened);
        office = *std::move(opened);
    }

    Result<AddOutcome> add(const char* name, const char* phone = "", const char* owner = "")
    {
        ClientValues values;
        values.set(Field::Name, QString::fromUtf8(name));
        values.set(Field::Phone, QString::fromUtf8(phone));
        values.set(Field::Owner, QString::fromUtf8(owner));
        return office->clients().add(values);
    }
    ErrorCode refusalOf(const Result<AddOutcome>& outcome)
    {
        REQUIRE(outcome);
        REQUIRE(outcome->refusal);
        return outcome->refusal->code;
    }
    void tamper(const char* sql)
    {
        REQUIRE(office->context().writer.execute(std::string_view(sql)));
    }
    QStringList problems()
    {
        Progress quiet;
        auto found = office->check(quiet);
        REQUIRE(found);
        QStringList kinds;
        for (const IntegrityProblem& problem : *found) {
            kinds.append(problem.kind + u':' + problem.where);
        }
        return kinds;
    }
    Result<std::shared_ptr<const OfficeAccess>> login(const QString& user, const QString& password)
    {
        return core::login({wanted.folder, user, password, {}});
    }
};

/// Somebody else publishes one generation of the keyring after another while it lives.
class OtherHand
{
public:
    explicit OtherHand(const Acme& acme)
    {
        auto keyring = readKeyring(acme.wanted.folder);
        REQUIRE(keyring);
        const Unlocked& li = *acme.office->access().person;
        for (int i = 0; i < 30; ++i) {
            REQUIRE(keyring->setRole(li, li.uuid, u"data_admin"_s));
            m_generations.push_back(*keyring);
        }
        m_thread = std::thread([this, folder = acme.wanted.folder] {
            for (const Keyring& next : m_generations) {
                if (m_ended || !writeKeyring(folder, next)) {
                    return;
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            }
        });
    }
    ~OtherHand()
    {
        m_ended = true;
        m_thread.join();
    }
    OtherHand(const OtherHand&) = delete;
    OtherHand& operator=(const OtherHand&) = delete;

private:
    std::vector<Keyring> m_generations;
    std::atomic<bool> m_ended = false;
    std::thread m_thread;
};

} // namespace

TEST_CASE("a client without a name, with a broken rule, entered twice or for nobody is not stored")
{
    Acme acme;
    CHECK(acme.refusalOf(acme.add(" ", "13800138000")) == ErrorCode::Invalid);
    CHECK(acme.refusalOf(acme.add("Beacon Ltd", "12")) == ErrorCode::Invalid);
    REQUIRE(acme.add("苏州元诚科技有限公司", "13800138000")->client);
    CHECK(acme.refusalOf(acme.add("苏州元诚科技有限公司", "13800138000")) == ErrorCode::Duplicate);
    CHECK(failure(acme.add("Harbor Ltd", "13800138001", "nobody")) == ErrorCode::NotFound);
    CHECK(failure(acme.office->clients().show(ClientId{u"CUST209901010001"_s}))
          == ErrorCode::NotFound);
}

TEST_CASE("a user needs a name of his own and a password, and one administrator stays")
{
    Acme acme;
    UserService& users = acme.office->users();
    CHECK(failure(users.add({u" "_s, Role::Sales, {}, u"pw"_s})) == ErrorCode::Invalid);
    CHECK(failure(users.add({QString(65, u'x'), Role::Sales, {}, u"pw"_s})) == ErrorCode::Invalid);
    CHECK(failure(users.add({u"wang"_s, Role::Sales, {}, {}})) == ErrorCode::Invalid);
    CHECK(failure(users.add({u"LI"_s, Role::Sales, {}, u"pw"_s})) == ErrorCode::Duplicate);
    CHECK(failure(users.setRole(u"nobody"_s, Role::Sales)) == ErrorCode::NotFound);
    CHECK(failure(users.setRole(u"li"_s, Role::Sales)) == ErrorCode::Invalid);
    CHECK(failure(users.disable(u"li"_s)) == ErrorCode::Invalid);
    REQUIRE(acme.login(u"li"_s, u"granite walrus"_s));
}

TEST_CASE("users that somebody else changes at the same time are not written over")
{
    Acme acme;
    {
        const OtherHand other(acme);
        CHECK(failure(acme.office->users().add({u"wang"_s, Role::Sales, {}, u"pw"_s}))
              == ErrorCode::Conflict);
    }
    {
        const OtherHand other(acme);
        CHECK(failure(recoverOffice(acme.wanted.folder, acme.recoveryCode, u"chen"_s, u"pw"_s))
              == ErrorCode::Conflict);
    }
    CHECK(acme.office->users().list()->size() == 1);
    REQUIRE(acme.login(u"li"_s, u"granite walrus"_s));
}

TEST_CASE(
    "an office is made only with a name, for a named person with a password, where a folder can be")
{
    const QTemporaryDir folder;
    NewOffice wanted{.folder = folder.filePath(u"New.dossier"_s),
                     .name = u"New"_s,
                     .adminName = u"li"_s,
                     .adminPassword = {},
                     .kdfMemoryMib = 64};
    CHECK(failure(createOffice(wanted)) == ErrorCode::Invalid);
    wanted.adminPassword = u"granite walrus"_s;
    QFile file(folder.filePath(u"file"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    wanted.folder = folder.filePath(u"file/New.dossier"_s);
    CHECK(failure(createOffice(wanted)) == ErrorCode::Io);
    CHECK(failure(recoverOffice(folder.path(), u"code"_s, u" "_s, u"pw"_s)) == ErrorCode::Invalid);
}

TEST_CASE("a database and a keyring that speak of two offices, or of two roles, open for nobody")
{
    Acme acme;
    REQUIRE(acme.office->users().add({u"wang"_s, Role::Sales, {}, u"pw"_s}));
    SECTION("another office's database")
    {
        acme.tamper("UPDATE settings SET value = 'ff' WHERE name = 'office_id'");
        CHECK(failure(acme.login(u"li"_s, u"granite walrus"_s)) == ErrorCode::Corrupt);
    }
    SECTION("a role that only the keyring has")
    {
        auto keyring = readKeyring(acme.wanted.folder);
        REQUIRE(keyring);
        const auto wang = keyring->unlock({u"wang"_s, u"pw"_s});
        REQUIRE(wang);
        REQUIRE(keyring->setRole(*acme.office->access().person, wang->uuid, u"manager"_s));
        REQUIRE(writeKeyring(acme.wanted.folder, *keyring));
        CHECK(failure(acme.login(u"wang"_s, u"pw"_s)) == ErrorCode::Corrupt);
    }
}

TEST_CASE("the clock of an office where people work cannot be set")
{
    Acme acme;
    CHECK(failure(acme.office->setClock(QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC)))
          == ErrorCode::Unsupported);
}

TEST_CASE("the check names a setting that is gone, and one that was changed past the program even "
          "after it was set anew")
{
    Acme acme(true);
    const QDateTime time(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    REQUIRE(acme.office->setClock(time));
    CHECK(acme.problems().isEmpty());
    SECTION("gone")
    {
        acme.tamper("DELETE FROM settings WHERE name = 'practice'");
        CHECK(acme.problems() == QStringList{u"row_missing:setting:practice"_s});
    }
    SECTION("set anew")
    {
        acme.tamper("UPDATE settings SET value = '2027-01-01T00:00:00Z' WHERE name = 'clock'");
        REQUIRE(acme.office->setClock(time.addDays(1)));
        CHECK(acme.problems() == QStringList{u"setting:clock"_s});
    }
}

TEST_CASE(
    "cells as long as a cell may be come in, are found by their beginning, and take no minutes")
{
    Acme acme;
    const QByteArray han = QByteArray("张伟").repeated(50'000);
    const QByteArray digits(300'000, '1');
    const QByteArray words = QByteArray("ab cd ").repeated(50'000);
    const QString path = acme.folder.filePath(u"in.csv"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("name,contact,phone,country,email,tags,notes,street\n");
    file.write("Beacon Ltd," + han + ",+" + digits + ",DE," + words + ',' + han + ',' + words + ','
               + han + '\n');
    file.write("Harbor Ltd," + words + ',' + digits + ",US," + digits + ',' + digits + ',' + han
               + ',' + words + '\n');
    file.close();
    QElapsedTimer clock;
    clock.start();
    Progress quiet;
    ImportOptions options;
    options.source.path = path;
    const auto result = acme.office->importer().run(options, quiet);
    REQUIRE(result);
    CHECK(result->counts.created == 2);
    const auto found = acme.office->queries().search(u"zhangwei"_s, 10);
    REQUIRE(found);
    CHECK(found->clients.size() == 1);
    constexpr qint64 seconds = 60'000;
    CHECK(clock.elapsed() < seconds);
}
