#include "core/workspace/OfficeAccess.h"

#include "core/crypto/KeyringFile.h"
#include "core/storage/CipherDriver.h"
#include "core/workspace/Office.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

struct Place
{
    QTemporaryDir folder;
    QString office = QDir(folder.path()).filePath(QStringLiteral("Acme.dossier"));

    CreatedOffice create()
    {
        NewOffice wanted;
        wanted.folder = office;
        wanted.name = QStringLiteral("Acme");
        wanted.adminName = QStringLiteral("li");
        wanted.adminPassword = QStringLiteral("granite walrus");
        wanted.kdfMemoryMib = 64;
        auto made = createOffice(wanted);
        INFO((made ? QString() : made.error().message + made.error().detail).toStdString());
        REQUIRE(made);
        return *std::move(made);
    }
};

} // namespace

TEST_CASE("a new office is opened by its administrator; each way of failing has its own error")
{
    Place place;
    place.create();
    auto opened = login({place.office, QStringLiteral("LI"), QStringLiteral("granite walrus"), {}});
    REQUIRE(opened);
    CHECK((*opened)->officeName == QStringLiteral("Acme"));
    CHECK((*opened)->session.role == Role::DataAdmin);
    CHECK(login({place.office, QStringLiteral("li"), QStringLiteral("wrong"), {}}).error().code
          == ErrorCode::Unauthenticated);
    CHECK(login({place.folder.path(), QStringLiteral("li"), QStringLiteral("x"), {}}).error().code
          == ErrorCode::NotFound);
    QFile(databasePath(place.office)).rename(place.office + QStringLiteral("/elsewhere"));
    CHECK(login({place.office, QStringLiteral("li"), QStringLiteral("granite walrus"), {}})
              .error()
              .code
          == ErrorCode::NotFound);
}

TEST_CASE("an office is never made over another, and a failed creation leaves nothing behind")
{
    Place place;
    place.create();
    NewOffice again;
    again.folder = place.office;
    again.name = QStringLiteral("Other");
    again.adminName = QStringLiteral("wang");
    again.adminPassword = QStringLiteral("x");
    again.kdfMemoryMib = 64;
    CHECK(createOffice(again).error().code == ErrorCode::Invalid);
    again.folder = place.folder.path() + QStringLiteral("/cheap.dossier");
    again.kdfMemoryMib = 8;
    CHECK_FALSE(createOffice(again));
    CHECK_FALSE(QDir(again.folder).exists());
}

TEST_CASE(
    "the recovery code makes a known person administrator with a new password, and a new one too")
{
    Place place;
    const CreatedOffice made = place.create();
    auto known = recoverOffice(
        place.office, made.recoveryCode, QStringLiteral("li"), QStringLiteral("second password"));
    REQUIRE(known);
    CHECK_FALSE(login({place.office, QStringLiteral("li"), QStringLiteral("granite walrus"), {}}));
    REQUIRE(login({place.office, QStringLiteral("li"), QStringLiteral("second password"), {}}));
    auto added = recoverOffice(
        place.office, made.recoveryCode, QStringLiteral("chen"), QStringLiteral("third password"));
    REQUIRE(added);
    auto opened
        = login({place.office, QStringLiteral("chen"), QStringLiteral("third password"), {}});
    REQUIRE(opened);
    CHECK((*opened)->session.role == Role::DataAdmin);
    CHECK(recoverOffice(
              place.office, QStringLiteral("AAAA"), QStringLiteral("li"), QStringLiteral("x"))
              .error()
              .code
          == ErrorCode::Invalid);
}

TEST_CASE("a keyring and a users table that a crash put apart are brought together by the next "
          "administrator")
{
    Place place;
    const CreatedOffice made = place.create();
    // The keyring was written, the database was not: as if the program had died between the two.
    auto keyring = readKeyring(place.office);
    REQUIRE(keyring);
    REQUIRE(keyring->addUser(*made.access->person,
                             {QStringLiteral("wang"), QStringLiteral("pw"), {}, {64, 3}},
                             QStringLiteral("sales")));
    REQUIRE(writeKeyring(place.office, *keyring));
    const Login wang{place.office, QStringLiteral("wang"), QStringLiteral("pw"), {}};
    CHECK(login(wang).error().code == ErrorCode::Unauthenticated); // no row yet: the safe side
    auto admin = login({place.office, QStringLiteral("li"), QStringLiteral("granite walrus"), {}});
    REQUIRE(admin);
    CHECK(login(wang));
    auto office = Office::open(*admin);
    REQUIRE(office);
    auto users = (*office)->users().list();
    REQUIRE(users);
    CHECK(users->size() == 2);
    Progress progress;
    auto log = (*office)->verifyLog(progress);
    REQUIRE(log);
    CHECK_FALSE(log->firstBad);
}

TEST_CASE("a user or a key that the keyring never had is a forgery, and nobody logs in over it")
{
    Place place;
    const CreatedOffice made = place.create();
    {
        auto office = Office::open(made.access);
        REQUIRE(office);
        Connection& connection = (*office)->context().writer;
        REQUIRE(connection.execute(
            "INSERT INTO users (uuid, name, name_key, role, sign_key, seal_key, created_at) SELECT "
            "randomblob(16), 'ghost', 'ghost', 'data_admin', randomblob(32), seal_key, created_at "
            "FROM users"));
    }
    auto refused
        = login({place.office, QStringLiteral("li"), QStringLiteral("granite walrus"), {}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Corrupt);
    CHECK(refused.error().message.contains(QStringLiteral("ghost")));
}

TEST_CASE(
    "another keyring in the office's folder is not opened on a computer that knows the office")
{
    Place place;
    const CreatedOffice made = place.create();
    auto forged
        = Keyring::create(made.access->officeId,
                          {QStringLiteral("li"), QStringLiteral("granite walrus"), {}, {64, 3}});
    REQUIRE(forged);
    REQUIRE(writeKeyring(place.office, forged->keyring));
    auto refused
        = login({place.office, QStringLiteral("li"), QStringLiteral("granite walrus"), {}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Corrupt);
}

TEST_CASE("an old copy of the keyring put back is noticed")
{
    Place place;
    const CreatedOffice made = place.create();
    const auto copy = readKeyring(place.office);
    REQUIRE(copy);
    {
        auto office = Office::open(made.access);
        REQUIRE(office);
        REQUIRE(
            (*office)->users().setPassword(QStringLiteral("li"), QStringLiteral("another walrus")));
    }
    auto newer = login({place.office, QStringLiteral("li"), QStringLiteral("another walrus"), {}});
    REQUIRE(newer);
    CHECK((*newer)->keyringStanding == KeyringStanding::Same); // it was this computer's own change
    CHECK(warningAbout(**newer).isEmpty());
    for (const char* name : {"keyring.a", "keyring.b"}) {
        QFile file(QDir(place.office).filePath(QLatin1String(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(copy->bytes());
    }
    auto older = login({place.office, QStringLiteral("li"), QStringLiteral("granite walrus"), {}});
    REQUIRE(older);
    CHECK((*older)->keyringStanding == KeyringStanding::Older);
    CHECK_FALSE(warningAbout(**older).isEmpty());
}

TEST_CASE("an office that was moved and renamed opens whole, and this computer still knows it")
{
    Place place;
    const CreatedOffice made = place.create();
    const QByteArray before = made.access->officeId;
    QFile::copy(place.office + QStringLiteral("/keyring.a"),
                place.folder.filePath(QStringLiteral("a")));
    QFile::copy(place.office + QStringLiteral("/keyring.b"),
                place.folder.filePath(QStringLiteral("b")));
    {
        auto office = Office::open(made.access);
        REQUIRE(office);
        REQUIRE((*office)->users().setPassword(QStringLiteral("li"),
                                               QStringLiteral("second password")));
    }
    REQUIRE(login({place.office, QStringLiteral("li"), QStringLiteral("second password"), {}}));
    const QString moved = place.folder.filePath(QStringLiteral("归档/客户 档案"));
    REQUIRE(QDir().mkpath(place.folder.filePath(QStringLiteral("归档"))));
    REQUIRE(QDir().rename(place.office, moved));
    CHECK(login({place.office, QStringLiteral("li"), QStringLiteral("second password"), {}})
              .error()
              .code
          == ErrorCode::NotFound);
    auto access = login({moved, QStringLiteral("li"), QStringLiteral("second password"), {}});
    REQUIRE(access);
    CHECK((*access)->officeId == before);
    CHECK(warningAbout(**access).isEmpty());
    auto office = Office::open(*access);
    REQUIRE(office);
    Progress quiet;
    auto problems = (*office)->check(quiet);
    REQUIRE(problems);
    CHECK(problems->empty());
    office->reset();

    // What was seen of it in the old place counts in the new one: an old keyring put back there shows.
    for (const char* name : {"a", "b"}) {
        const QString keyring = moved + QStringLiteral("/keyring.") + QLatin1String(name);
        REQUIRE(QFile::remove(keyring));
        REQUIRE(QFile::copy(place.folder.filePath(QLatin1String(name)), keyring));
    }
    auto old = login({moved, QStringLiteral("li"), QStringLiteral("granite walrus"), {}});
    REQUIRE(old);
    CHECK_FALSE(warningAbout(**old).isEmpty());
}

#ifdef Q_OS_UNIX // Windows does not let a folder go in which a file is open
TEST_CASE(
    "a folder moved while the office is open: nothing is saved, nothing is lost, and it is said")
{
    Place place;
    const CreatedOffice made = place.create();
    auto office = Office::open(made.access);
    REQUIRE(office);
    ClientValues values;
    values.set(Field::Name, QStringLiteral("Acme"));
    REQUIRE((*office)->clients().add(values));
    const QString moved = place.folder.filePath(QStringLiteral("Moved.dossier"));
    REQUIRE(QDir().rename(place.office, moved));
    values.set(Field::Name, QStringLiteral("Beta"));
    auto refused = (*office)->clients().add(values);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Io);
    CHECK(refused.error().message.contains(QStringLiteral("moved or renamed")));
    REQUIRE(QDir().rename(moved, place.office));
    REQUIRE((*office)->clients().add(values));
    auto count = (*office)->queries().count({});
    REQUIRE(count);
    CHECK(*count == 2);
}
#endif
