// Another key for the whole office, while colleagues are in it and are kept out.
#include "core/crypto/KeyringFile.h"
#include "core/storage/Statement.h"
#include "core/workspace/Office.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

const QString passphrase = QStringLiteral("granite walrus");

struct KeyedOffice
{
    QTemporaryDir folder;
    QString place = folder.filePath(QStringLiteral("Acme.dossier"));
    std::shared_ptr<const OfficeAccess> access;
    QString recoveryCode;
    std::unique_ptr<Office> desk;
    Progress quiet;

    KeyedOffice()
    {
        NewOffice wanted;
        wanted.folder = place;
        wanted.name = QStringLiteral("Acme");
        wanted.adminName = QStringLiteral("li");
        wanted.adminPassword = passphrase;
        wanted.kdfMemoryMib = 64;
        auto made = createOffice(wanted);
        REQUIRE(made);
        access = made->access;
        recoveryCode = made->recoveryCode;
        desk = open(access);
        REQUIRE(desk->users().add({QStringLiteral("wang"), Role::Sales, {}, passphrase}));
        REQUIRE(desk->users().add({QStringLiteral("zhao"), Role::DataAdmin, {}, passphrase}));
    }

    static std::unique_ptr<Office> open(const std::shared_ptr<const OfficeAccess>& with)
    {
        auto office = Office::open(with);
        REQUIRE(office);
        return *std::move(office);
    }

    [[nodiscard]] std::shared_ptr<const OfficeAccess> enter(const char* name) const
    {
        auto entered = login({place, QString::fromLatin1(name), passphrase, {}});
        REQUIRE(entered);
        return *std::move(entered);
    }

    [[nodiscard]] std::uint32_t change()
    {
        auto epoch = desk->keys().change(quiet);
        INFO((epoch ? std::string() : epoch.error().message.toStdString()));
        REQUIRE(epoch);
        return *epoch;
    }

    void checkWhole(Office& office)
    {
        auto problems = office.check(quiet);
        REQUIRE(problems);
        CHECK(problems->empty());
        auto report = office.verifyLog(quiet);
        REQUIRE(report);
    }
};

Result<> addClient(Office& office, const QString& name)
{
    ClientValues values;
    values.set(Field::Name, name);
    values.set(Field::City, QStringLiteral("苏州"));
    AddOptions options;
    options.force = true;
    auto added = office.clients().add(values, options);
    return added ? Result<>() : Result<>(added.error());
}

bool isUnfinished(Office& office)
{
    auto unfinished = office.keys().isUnfinished();
    REQUIRE(unfinished);
    return *unfinished;
}

Result<qint64> clientsIn(Office& office)
{
    auto count = office.context()
                     .reader.statement("SELECT count(*) FROM clients")
                     .one([](const Statement& row) { return row.int64(0); });
    return count ? Result<qint64>(count->value_or(-1)) : Result<qint64>(count.error());
}

} // namespace

TEST_CASE("with another key everybody who has access works on, and nobody else can open the office")
{
    KeyedOffice office;
    const auto seller = office.enter("wang");
    const auto other = KeyedOffice::open(seller);
    REQUIRE(addClient(*other, QStringLiteral("苏州一号有限公司")));
    const SecureBytes former = office.access->person->databaseKey.clone();
    const auto departing = office.enter("zhao");
    const auto departingDesk = KeyedOffice::open(departing);
    REQUIRE(office.desk->users().disable(QStringLiteral("zhao")));

    CHECK(office.change() == 2);

    SECTION("the file itself has another key")
    {
        const QString path = databasePath(office.place);
        CHECK(Connection::open({.path = path}, former).error().code == ErrorCode::Unauthenticated);
        auto now = readKeyring(office.place);
        REQUIRE(now);
        auto person = now->unlock(*office.access->person);
        REQUIRE(person);
        CHECK(Connection::open({.path = path}, person->databaseKey));
        auto revealed = office.desk->revealKey();
        REQUIRE(revealed);
        const SecureBytes hex = person->databaseKey.toHex();
        CHECK(revealed->keyHex.toLatin1()
              == QByteArray(reinterpret_cast<const char*>(hex.data()), qsizetype(hex.size())));
    }
    SECTION("a colleague's program that was open all the while saves at once")
    {
        REQUIRE(addClient(*other, QStringLiteral("苏州二号有限公司")));
        CHECK(*clientsIn(*other) == 2);
        CHECK(*clientsIn(*office.desk) == 2);
        office.checkWhole(*office.desk);
    }
    SECTION("a colleague who only looks is told once, and sees it then")
    {
        auto first = clientsIn(*other);
        if (!first) {
            CHECK(first.error().code == ErrorCode::Busy);
            CHECK(first.error().message.contains(QStringLiteral("was changed just now")));
            first = clientsIn(*other);
        }
        REQUIRE(first);
        CHECK(*first == 1);
    }
    SECTION("who had access is out, also with a program that is still open")
    {
        Result<> saved = addClient(*departingDesk, QStringLiteral("苏州三号有限公司"));
        REQUIRE_FALSE(saved);
        CHECK(saved.error().code == ErrorCode::Unauthenticated);
        CHECK_FALSE(login({office.place, QStringLiteral("zhao"), passphrase, {}}));
    }
    SECTION("an open desk of an administrator goes on with people and keys")
    {
        REQUIRE(office.desk->users().add({QStringLiteral("sun"), Role::Sales, {}, passphrase}));
        CHECK(KeyedOffice::open(office.enter("sun")));
        CHECK(office.change() == 3);
        REQUIRE(addClient(*KeyedOffice::open(office.enter("wang")),
                          QStringLiteral("苏州四号有限公司")));
    }
    SECTION("the recovery code opens it")
    {
        auto recovered = recoverOffice(
            office.place, office.recoveryCode, QStringLiteral("li"), QStringLiteral("another one"));
        REQUIRE(recovered);
        CHECK(*clientsIn(*KeyedOffice::open(*recovered)) == 1);
    }
    office.checkWhole(*KeyedOffice::open(office.enter("wang")));
}

TEST_CASE(
    "a change of the key that was broken off after its first step is said, and finished later")
{
    KeyedOffice office;
    {
        auto keyring = readKeyring(office.place);
        REQUIRE(keyring);
        REQUIRE(keyring->beginEpoch(*office.access->person));
        REQUIRE(writeKeyring(office.place, *keyring));
    }
    // the database has its former key still
    const auto seller = office.enter("wang");
    CHECK(warningAbout(*seller).contains(QStringLiteral("not finished")));
    REQUIRE(addClient(*KeyedOffice::open(seller), QStringLiteral("苏州一号有限公司")));
    CHECK(isUnfinished(*office.desk));
    auto before = office.desk->revealKey();
    REQUIRE(before);

    CHECK(office.change() == 2);
    CHECK_FALSE(isUnfinished(*office.desk));
    CHECK(office.desk->revealKey()->keyHex != before->keyHex);
    const auto again = office.enter("wang");
    CHECK(warningAbout(*again).isEmpty());
    CHECK(*clientsIn(*KeyedOffice::open(again)) == 1);
    office.checkWhole(*office.desk);
}

TEST_CASE("damage that the check after the writing finds keeps the former key in its place")
{
    KeyedOffice office;
    {
        auto keyring = readKeyring(office.place);
        REQUIRE(keyring);
        auto both = keyring->beginEpoch(*office.access->person);
        REQUIRE(both);
        REQUIRE(writeKeyring(office.place, *keyring));
        REQUIRE(office.desk->context().writer.rekey(both->databaseKey));
    }
    {
        QFile file(databasePath(office.place));
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.seek(file.size() - 1000)); // in its last page, which nothing reads here
        char byte = 0;
        REQUIRE(file.peek(&byte, 1) == 1);
        byte = char(byte ^ 1);
        REQUIRE(file.write(&byte, 1) == 1);
    }
    auto changed = office.desk->keys().change(office.quiet);
    REQUIRE_FALSE(changed);
    CHECK(changed.error().code == ErrorCode::Corrupt);
    CHECK(changed.error().message.contains(QStringLiteral("not finished")));
    CHECK(isUnfinished(*office.desk));
}

TEST_CASE("the key is not changed while somebody reads, nor by who may not")
{
    KeyedOffice office;
    const auto other = KeyedOffice::open(office.enter("wang"));
    CHECK(other->keys().change(office.quiet).error().code == ErrorCode::Denied);
    auto policy = office.desk->context().writer.busyPolicy();
    policy.budget = std::chrono::milliseconds(50);
    office.desk->context().writer.setBusyPolicy(policy);
    {
        auto reading = other->context().reader.statement("SELECT pk FROM users");
        REQUIRE(*reading.step() == StepState::Row);
        CHECK(office.desk->keys().change(office.quiet).error().code == ErrorCode::Busy);
    }
    CHECK(isUnfinished(*office.desk));
    CHECK(office.change() == 2);
    office.checkWhole(*KeyedOffice::open(office.enter("wang")));
}
