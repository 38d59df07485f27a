// Every call of a use case to the disk goes wrong in every way, one after the other, and each time the office is whole
// afterwards: what was said to be saved is there once, what was not is not there at all, nothing is half.
//
// The short run tries a share of the calls; DOSSIER_SWEEP=full tries them all, DOSSIER_SWEEP_CASE and DOSSIER_SWEEP_MODE
// one case or mode. The table of points is printed.
#include "FaultOffice.h"

#include "core/storage/Statement.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cstdio>
#include <optional>

using namespace core;
using namespace faulttest;
using tests::Fault;
using tests::FaultDisk;
using tests::FaultPlan;

namespace {

struct Mode
{
    Fault fault;
    const char* name;
    bool kills;
    bool secondFault = false; ///< and another kill while the office is opened again
};

constexpr std::array modes{
    Mode{Fault::ErrorOnce, "error once", false},
    Mode{Fault::ErrorForever, "error for ever", false},
    Mode{Fault::Full, "disk full", false},
    Mode{Fault::Kill, "kill", true},
    Mode{Fault::KillDropped, "dropped", true},
    Mode{Fault::KillReordered, "reordered", true},
    Mode{Fault::KillTorn, "torn", true},
    Mode{Fault::KillTorn, "torn, again in recovery", true, true},
};

bool isFullSweep()
{
    return qEnvironmentVariable("DOSSIER_SWEEP") == QLatin1String("full");
}

bool isWanted(const char* variable, const char* name)
{
    const QString wanted = qEnvironmentVariable(variable);
    return wanted.isEmpty() || wanted == QLatin1String(name);
}

/// One use case, its office before and after.
class Sweep
{
public:
    Sweep(FaultOffice& office, const UseCase& useCase)
        : m_office(office)
        , m_case(useCase)
    {
        m_run = useCase.prepare(office);
        m_who = office.person(QString::fromLatin1(useCase.who));
        m_admin = office.person(QStringLiteral("admin"));
        m_files = disk().files();
        m_before = pictureOf(*FaultOffice::open(m_admin));
        disk().restore(m_files);
        {
            const auto desk = atDesk();
            disk().arm({});
            const auto done = m_run(desk.get());
            INFO(useCase.name);
            if (!done) {
                FAIL(done.error().message.toStdString()
                     << " / " << done.error().detail.toStdString());
            }
        }
        m_calls = disk().calls();
        m_after = pictureOf(*FaultOffice::open(m_admin));
        m_office.restoreKeyring();
    }

    /// How many points were tried.
    int tryAll(const Mode& mode) const
    {
        const int stride = isFullSweep() ? m_case.fullStride : m_case.shortStride;
        int points = 0;
        // The first call tried differs from mode to mode, so that the short run meets different ones.
        for (int at = 1 + int(&mode - modes.data()) % stride; at <= m_calls; at += stride) {
            tryOne(mode, at);
            ++points;
        }
        return points;
    }

    [[nodiscard]] int calls() const { return m_calls; }

private:
    static FaultDisk& disk() { return FaultDisk::instance(); }

    [[nodiscard]] std::unique_ptr<Office> atDesk() const
    {
        return m_case.atDesk ? FaultOffice::open(m_who) : nullptr;
    }

    void tryOne(const Mode& mode, int at) const
    {
        INFO(m_case.name << ", " << mode.name << ", call " << at << " of " << m_calls);
        disk().restore(m_files);
        Result<> answer;
        {
            const auto desk = atDesk();
            disk().arm({mode.fault, at, unsigned(at)});
            answer = m_run(desk.get());
            if (!mode.kills) {
                disk().heal();
                checkTheLiving(desk.get(), answer);
            }
        }
        if (mode.kills) {
            REQUIRE(disk().isDead());
            disk().restart();
            if (mode.secondFault) {
                killWhileOpening(at);
            }
        }
        const auto fresh = FaultOffice::open(m_admin);
        checkWhole(*fresh);
        const Picture now = pictureOf(*fresh);
        if (answer) {
            CHECK(now.records == m_after.records);
            CHECK((m_case.goOn || now.counts == m_after.counts));
        } else if (m_case.goOn && now != m_before && now != m_after) {
            goOn(*fresh);
        } else {
            CHECK((now == m_before || now == m_after));
        }
        m_office.restoreKeyring();
    }

    /// The program lives on: what it said is true, and what was not saved can be submitted again.
    void checkTheLiving(Office* desk, Result<>& answer) const
    {
        if (answer) {
            return;
        }
        CHECK_FALSE(answer.error().message.isEmpty());
        const Picture now = pictureOf(*FaultOffice::open(m_admin));
        const bool isUnknown = answer.error().detail.startsWith(QLatin1String("COMMIT failed"))
            && answer.error().message.contains(QLatin1String("not known"));
        if (!isUnknown && !m_case.goOn) {
            CHECK(now == m_before);
        }
        if (now == m_before) {
            m_office.restoreKeyring();
            answer = m_run(desk);
            if (!answer) {
                FAIL_CHECK(answer.error().message.toStdString()
                           << " / " << answer.error().detail.toStdString());
            }
        }
    }

    /// Some slices are there: each whole, and the rest can follow.
    void goOn(Office& office) const
    {
        const Result<> done = m_case.goOn(office);
        if (!done) {
            FAIL_CHECK(done.error().message.toStdString()
                       << " / " << done.error().detail.toStdString());
        }
        checkWhole(office);
        CHECK(pictureOf(office).records == m_after.records);
    }

    void killWhileOpening(int seed) const
    {
        constexpr int mostCalls = 60;
        disk().arm({Fault::KillTorn, 1 + seed * 7 % mostCalls, unsigned(seed)});
        {
            const auto opened = Office::open(m_admin);
            static_cast<void>(opened);
        }
        disk().restart();
    }

    static void checkWhole(Office& office)
    {
        Progress quiet;
        const auto problems = office.check(quiet);
        REQUIRE(problems);
        for (const IntegrityProblem& problem : *problems) {
            FAIL_CHECK(problem.kind.toStdString() << " " << problem.where.toStdString() << " "
                                                  << problem.message.toStdString());
        }
        const auto twice
            = office.context()
                  .reader.statement("SELECT count(*) - count(DISTINCT op_id) FROM applied_ops")
                  .one([](const Statement& row) { return row.int64(0); });
        REQUIRE(twice);
        CHECK(twice->value_or(-1) == 0);
    }

    FaultOffice& m_office;
    const UseCase& m_case;
    Run m_run;
    Access m_who;
    Access m_admin;
    FaultDisk::Files m_files;
    Picture m_before;
    Picture m_after;
    int m_calls = 0;
};

void printRow(const char* name, int calls, const std::array<int, modes.size()>& points)
{
    std::printf("%-24s %8d", name, calls);
    for (const int count : points) {
        std::printf(" %8d", count);
    }
    std::printf("\n");
    std::fflush(stdout);
}

/// Every use case in every mode on one office; prints the points.
void sweepAll(FaultOffice& office, const std::vector<UseCase>& all)
{
    const FaultDisk::Files beginning = FaultDisk::instance().files();
    std::array<int, modes.size()> sum{};
    int allCalls = 0;
    std::printf("%-24s %8s", "points", "calls");
    for (const Mode& mode : modes) {
        std::printf(" %8.8s", mode.name);
    }
    std::printf("\n");
    for (const UseCase& useCase : all) {
        if (!isWanted("DOSSIER_SWEEP_CASE", useCase.name)) {
            continue;
        }
        FaultDisk::instance().restore(beginning);
        const Sweep sweep(office, useCase);
        std::array<int, modes.size()> points{};
        for (std::size_t i = 0; i < modes.size(); ++i) {
            if (!isWanted("DOSSIER_SWEEP_MODE", modes[i].name)) {
                continue;
            }
            points[i] = sweep.tryAll(modes[i]);
            sum[i] += points[i];
        }
        allCalls += sweep.calls();
        printRow(useCase.name, sweep.calls(), points);
    }
    printRow("all", allCalls, sum);
}

} // namespace

TEST_CASE("whatever the disk does at any call, every use case is there whole or not at all")
{
    FaultOffice office;
    sweepAll(office, useCases());
}

TEST_CASE("whatever the disk does while an office of an earlier version is opened, it is migrated "
          "whole or later")
{
    FaultOffice office{FaultOffice::Golden{}};
    sweepAll(office, {migration()});
}
