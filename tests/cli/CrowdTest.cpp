// Fifteen programs save into one office at the same time, as an office of fifteen people does on its busiest minute, and
// harder: nobody pauses to type. DOSSIER_SWEEP=full sends 200 use cases from each.
#include "cli/CommandLine.h"

#include <QElapsedTimer>
#include <QProcess>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using tests::Answer;
using tests::CommandLine;

namespace {

struct Sent
{
    int exit = -1;
    QByteArray kind;
    qint64 milliseconds = 0;
};

/// One program with one login, to which one command after the other is given.
class Desk
{
public:
    Desk(const CommandLine& line, int number)
        : m_number(number)
    {
        line.prepare(m_process, QStringList{u"--json"_s, u"batch"_s, u"-"_s});
        m_process.start();
    }

    QJsonObject ask(const QByteArray& kind, const QString& command)
    {
        QElapsedTimer timer;
        timer.start();
        m_process.write(command.toUtf8() + '\n');
        constexpr int longestMs = 60'000;
        while (!m_process.canReadLine() && m_process.waitForReadyRead(longestMs)) { }
        const QJsonObject answer = QJsonDocument::fromJson(m_process.readLine()).object();
        sent.push_back({answer.value(u"exit"_s).toInt(-1), kind, timer.elapsed()});
        return answer.value(u"result"_s).toObject();
    }

    void work(int uses, const QString& sharedId)
    {
        QString own;
        int version = 0;
        for (int i = 0; i < uses; ++i) {
            const QString mark = u"%1-%2"_s.arg(m_number).arg(i);
            switch (i % 5) {
            case 0:
                own = ask("add",
                          u"client add --force --set 'name=苏州%1号贸易有限公司' --set city=苏州"_s
                              .arg(mark))
                          .value(u"id"_s)
                          .toString();
                break;
            case 1:
                ask("own", u"client update %1 --set 'notes=seen %2'"_s.arg(own, mark));
                break;
            case 2:
                version
                    = ask("show", u"client show %1"_s.arg(sharedId)).value(u"version"_s).toInt();
                break;
            case 3:
                ask("shared",
                    u"client update %1 --if-version %2 --set 'website=https://%3.example'"_s
                        .arg(sharedId)
                        .arg(version)
                        .arg(mark));
                break;
            default:
                ask("own", u"client update %1 --set 'tags=%2'"_s.arg(own, mark));
                break;
            }
        }
        m_process.closeWriteChannel();
        constexpr int endsWithinMs = 30'000;
        m_process.waitForFinished(endsWithinMs);
    }

    std::vector<Sent> sent;

private:
    int m_number;
    QProcess m_process;
};

qint64 percentile(const std::vector<qint64>& sorted, double share)
{
    return sorted[std::size_t(share * double(sorted.size() - 1))];
}

} // namespace

TEST_CASE(
    "of what fifteen programs send at once, everything is applied once or refused as a conflict")
{
    constexpr int desks = 15;
    const int uses = qEnvironmentVariable("DOSSIER_SWEEP") == u"full"_s ? 200 : 20;
    CommandLine line;
    line.write(u"code"_s, {});
    REQUIRE(
        line.run(u"office create --name Acme --admin li --recovery-file code2 --kdf-memory 64"_s)
            .exit
        == 0);
    const QString shared
        = line.run(u"client add --set name=Shared --force"_s).json().value(u"id"_s).toString();
    REQUIRE_FALSE(shared.isEmpty());

    std::vector<Sent> all;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (int i = 0; i < desks; ++i) {
        threads.emplace_back([&, i] {
            Desk desk(line, i);
            desk.work(uses, shared);
            const std::lock_guard lock(mutex);
            all.insert(all.end(), desk.sent.begin(), desk.sent.end());
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }

    REQUIRE(all.size() == std::size_t(desks * uses));
    constexpr int conflict = 7;
    const auto count = [&all](const QByteArray& kind, int exit) {
        return std::count_if(all.begin(), all.end(), [&](const Sent& one) {
            return one.exit == exit && (kind.isEmpty() || one.kind == kind);
        });
    };
    const auto applied = count({}, 0);
    const auto refused = count("shared", conflict);
    CHECK(applied + refused == desks * uses);
    std::vector<qint64> times;
    std::transform(all.begin(), all.end(), std::back_inserter(times), [](const Sent& one) {
        return one.milliseconds;
    });
    std::sort(times.begin(), times.end());
    std::printf("crowd: %d programs x %d: %d applied, %d conflicts; median %lld ms, p99 %lld ms, "
                "slowest %lld ms\n",
                desks,
                uses,
                int(applied),
                int(refused),
                static_cast<long long>(percentile(times, 0.5)),
                static_cast<long long>(percentile(times, 0.99)),
                static_cast<long long>(times.back()));

    CHECK(line.run(u"client list --limit 1"_s).json().value(u"total"_s).toInt()
          == 1 + count("add", 0));
    CHECK(line.run(u"client show %1"_s.arg(shared)).json().value(u"version"_s).toInt()
          == 1 + count("shared", 0));
    const Answer check = line.run(u"office check"_s);
    CHECK(check.exit == 0);
    CHECK(line.run(u"audit verify"_s).exit == 0);
}
