#include "core/workspace/OfficeAccess.h"

#include "core/storage/CipherDriver.h"

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
