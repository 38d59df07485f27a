// What each kind of failure means: what the person reads, what a program sees, and that the next attempt goes through.
#include "FaultOffice.h"

#include "core/storage/DamageMark.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <array>

using namespace core;
using namespace faulttest;
using tests::Call;
using tests::Fault;
using tests::FaultDisk;

namespace {

struct ErrorFixture
{
    FaultOffice office;
    Access admin = office.person(QStringLiteral("admin"));
    std::unique_ptr<Office> desk = FaultOffice::open(admin);
    ClientId id = desk->queries().list({.limit = 1})->rows.front().client.id();
    int saves = 0;

    /// Another value each time.
    Result<UpdateOutcome> save()
    {
        return desk->changes().update(
            id, {{Field::Website, QStringLiteral("https://n%1.example").arg(++saves), {}}});
    }
    QString website()
    {
        return FaultOffice::open(admin)->clients().show(id)->value(Field::Website);
    }
};

struct Failure
{
    Call kind;
    const char* says; ///< a part of the sentence
};

constexpr std::array failures{
    Failure{Call::Lock, "connection to the file was lost"},
    Failure{Call::Write, "nothing was saved"},
    Failure{Call::Sync, "nothing was saved"},
    Failure{Call::Read, "could not be read"},
    Failure{Call::FileSize, "could not be read"},
};

} // namespace

TEST_CASE_METHOD(
    ErrorFixture,
    "a call that fails once is an error that says what it means, and the next save goes through")
{
    for (const Failure& failure : failures) {
        INFO("call of kind " << int(failure.kind));
        REQUIRE(save());
        const QString before = website();
        FaultDisk::instance().arm({Fault::ErrorOnce, 1, 0, failure.kind});
        const auto failed = save();
        REQUIRE(FaultDisk::instance().wasHit());
        FaultDisk::instance().heal();
        REQUIRE_FALSE(failed);
        CHECK(failed.error().code == ErrorCode::Io);
        INFO(failed.error().message.toStdString() << " / " << failed.error().detail.toStdString());
        CHECK(failed.error().message.contains(QLatin1String(failure.says)));
        CHECK(website() == before);
        REQUIRE(save());
        CHECK(website() == QStringLiteral("https://n%1.example").arg(saves));
    }
}

TEST_CASE_METHOD(ErrorFixture,
                 "while the disk is full nothing is saved and it is said; afterwards it is")
{
    const QString before = website();
    FaultDisk::instance().arm({Fault::Full, 1, 0, Call::Write});
    const auto failed = save();
    FaultDisk::instance().heal();
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ErrorCode::Io);
    CHECK(failed.error().message.contains(QStringLiteral("disk is full")));
    CHECK(website() == before);
    CHECK(save());
}

TEST_CASE_METHOD(ErrorFixture,
                 "a commit of which nobody can ask whether it is there is said to be unknown")
{
    // The flushes of a commit fail, and the share does not come back before the program has asked.
    FaultDisk::instance().arm({Fault::ErrorForever, 3, 0, Call::Write});
    auto failed = save();
    FaultDisk::instance().heal();
    REQUIRE_FALSE(failed);
    // Whatever it was: the next save is one more, and nothing is there twice.
    CHECK(save());
    Progress quiet;
    const auto problems = desk->check(quiet);
    REQUIRE(problems);
    CHECK(problems->empty());
}

TEST_CASE_METHOD(ErrorFixture,
                 "a check during which the disk fails says that, and takes it for no damage")
{
    Progress quiet;
    int failed = 0;
    for (const Call kind : {Call::Read, Call::FileSize}) {
        bool wasHit = true;
        for (int at = 1; wasHit; at += kind == Call::Read ? 5 : 1) {
            INFO("call " << at << " of kind " << int(kind));
            FaultDisk::instance().arm({Fault::ErrorOnce, at, 0, kind});
            const auto problems = desk->check(quiet);
            wasHit = FaultDisk::instance().wasHit();
            FaultDisk::instance().heal();
            if (problems) {
                CHECK(problems->empty());
            } else {
                CHECK(problems.error().code == ErrorCode::Io);
                ++failed;
            }
            CHECK_FALSE(isMarkedAsDamaged(office.folder() + QStringLiteral("/office.db")));
        }
    }
    CHECK(failed > 10);
    CHECK(save());
}

TEST_CASE_METHOD(ErrorFixture, "an office whose file cannot be opened says so")
{
    FaultDisk::instance().arm({Fault::ErrorForever, 1, 0, Call::Open});
    const auto opened = Office::open(admin);
    FaultDisk::instance().heal();
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::Io);
    CHECK(opened.error().message.contains(QStringLiteral("could not be opened")));
}

TEST_CASE_METHOD(ErrorFixture,
                 "a colleague who does not let go is waited for, then said to be saving")
{
    const auto other = FaultOffice::open(admin);
    const auto held = Transaction::begin(other->context().writer);
    REQUIRE(held);
    BusyPolicy impatient;
    impatient.budget = std::chrono::milliseconds(50);
    impatient.noticeAfter = std::chrono::milliseconds(10);
    int noticed = 0;
    impatient.onWaiting = [&noticed] {
        ++noticed;
    };
    desk->context().writer.setBusyPolicy(impatient);
    const auto failed = save();
    REQUIRE_FALSE(failed);
    CHECK(failed.error().code == ErrorCode::Busy);
    CHECK(noticed == 1);
}

TEST_CASE_METHOD(ErrorFixture,
                 "damage that a look comes upon is believed when it is there at the second look, "
                 "and stops every save")
{
    desk.reset();
    const FaultDisk::Files whole = FaultDisk::instance().files();
    const std::string database
        = QString(office.folder() + QStringLiteral("/office.db")).toStdString();
    constexpr qsizetype pageSize = 4096;
    const auto look = [](Connection& connection) {
        return connection.statement("SELECT count(*), sum(length(changes)) FROM history").run();
    };
    // One page of the history: nothing that opening reads.
    Result<std::unique_ptr<Connection>> opened = Error{};
    Result<> seen;
    for (qsizetype page = 2; seen && page < whole.at(database).size() / pageSize; ++page) {
        opened = Error{}; // closed before the file changes
        FaultDisk::Files files = whole;
        QByteArray& bytes = files[database];
        bytes[page * pageSize + 9] = char(bytes.at(page * pageSize + 9) ^ 4);
        FaultDisk::instance().restore(files);
        opened = connectTo(*admin);
        if (opened) {
            seen = look(**opened);
        }
    }
    REQUIRE(opened);
    REQUIRE_FALSE(seen);
    CHECK(seen.error().code == ErrorCode::Corrupt);
    const auto refused = Transaction::begin(**opened);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Corrupt);
    CHECK(isMarkedAsDamaged(databasePath(office.folder())));

    // The file is put back, and a colleague's check finds nothing any more: who had found the damage saves on.
    FaultDisk::instance().restore(whole);
    Progress quiet;
    const auto problems = FaultOffice::open(admin)->check(quiet);
    REQUIRE(problems);
    CHECK(problems->empty());
    CHECK_FALSE(isMarkedAsDamaged(databasePath(office.folder())));
    static_cast<void>(look(**opened)); // on the file that is gone
    const auto again = Transaction::begin(**opened);
    INFO((again ? std::string() : again.error().message.toStdString()));
    CHECK(again);
}
