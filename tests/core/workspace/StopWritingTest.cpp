// When nobody may write on: after damage was found by anybody, after a newer program has changed the office.
#include "core/storage/DamageMark.h"
#include "core/workspace/Office.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

struct TwoOffices
{
    QTemporaryDir place;
    QString folder = place.filePath(QStringLiteral("Acme.dossier"));
    std::shared_ptr<const OfficeAccess> access;
    std::unique_ptr<Office> here;
    std::unique_ptr<Office> there;

    TwoOffices()
    {
        NewOffice wanted;
        wanted.folder = folder;
        wanted.name = QStringLiteral("Acme");
        wanted.adminName = QStringLiteral("li");
        wanted.adminPassword = QStringLiteral("granite walrus umbrella");
        wanted.kdfMemoryMib = 64;
        auto made = createOffice(wanted);
        REQUIRE(made);
        access = made->access;
        here = open();
        there = open();
        REQUIRE(add(*here, "Acme"));
    }

    std::unique_ptr<Office> open() const
    {
        auto opened = Office::open(access);
        if (!opened) {
            FAIL(opened.error().message.toStdString()
                 << " / " << opened.error().detail.toStdString());
        }
        return *std::move(opened);
    }
    static Result<AddOutcome> add(Office& office, const char* name)
    {
        ClientValues values;
        values.set(Field::Name, QString::fromLatin1(name));
        AddOptions options;
        options.force = true;
        return office.clients().add(values, options);
    }
    std::vector<IntegrityProblem> check() const
    {
        Progress quiet;
        auto problems = open()->check(quiet);
        REQUIRE(problems);
        return *problems;
    }
};

} // namespace

TEST_CASE_METHOD(
    TwoOffices,
    "damage that one person's check finds stops everybody's saves, until a check finds none")
{
    QFile file(databasePath(folder));
    REQUIRE(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    // The search index: nothing that a save of the other desk would stumble over by itself.
    constexpr qsizetype pageSize = 4096;
    const qsizetype at = whole.size() - pageSize + 99;
    REQUIRE(file.seek(at));
    REQUIRE(file.write(QByteArray(1, char(whole.at(at) ^ 1))) == 1);
    REQUIRE(file.flush());

    CHECK_FALSE(check().empty());
    CHECK(isMarkedAsDamaged(databasePath(folder)));
    const auto refused = add(*there, "Beta");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Corrupt);
    CHECK(refused.error().message.contains(QStringLiteral("Damage was found")));
    CHECK(there->queries().list({}).hasValue()); // what can be read can be read

    REQUIRE(file.seek(at));
    REQUIRE(file.write(whole.mid(at, 1)) == 1);
    REQUIRE(file.flush());
    CHECK(check().empty());
    CHECK_FALSE(isMarkedAsDamaged(databasePath(folder)));
    CHECK(add(*there, "Beta"));
}

TEST_CASE_METHOD(TwoOffices, "a program that is older than the office writes no more")
{
    // A colleague has installed the next version.
    REQUIRE(here->context().writer.execute("PRAGMA user_version = 999"));
    const auto refused = add(*there, "Beta");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Unsupported);
    CHECK(refused.error().message.contains(QStringLiteral("newer version")));
    CHECK(Office::open(access).error().code == ErrorCode::Unsupported);
}

TEST_CASE("a mark of damage that cannot be taken away is said")
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(QStringLiteral("office.db"));
    REQUIRE(QDir().mkdir(database + QStringLiteral("-damaged")));
    REQUIRE(isMarkedAsDamaged(database));
    const auto refused = unmarkAsDamaged(database);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Io);
    CHECK_FALSE(refused.error().message.isEmpty());
}
