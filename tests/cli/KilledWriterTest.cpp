// Two programs save into one office at the same time, and one of them is killed in the middle, at another moment each time: what
// was answered is there, what was not is there once or not at all, and the colleague goes on.
#include "cli/CommandLine.h"

#include <QProcess>
#include <QThread>

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace tests;

namespace {

/// A login that takes one command after the other.
class Writer
{
public:
    Writer(const CommandLine& line, QString mark)
        : m_mark(std::move(mark))
    {
        line.prepare(m_process, QStringList{u"--json"_s, u"batch"_s, u"-"_s});
        m_process.start();
    }

    void send()
    {
        m_process.write(u"client add --force --set 'name=苏州%1-%2号贸易有限公司'\n"_s.arg(m_mark)
                            .arg(m_sent++)
                            .toUtf8());
    }
    /// The new record's id; empty where nothing came of it.
    QString answer()
    {
        constexpr int longestMs = 60'000;
        while (!m_process.canReadLine() && m_process.waitForReadyRead(longestMs)) { }
        const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
        return line.value(u"result"_s).toObject().value(u"id"_s).toString();
    }
    void killAfter(int milliseconds)
    {
        m_process.waitForBytesWritten(1000);
        QThread::msleep(static_cast<unsigned long>(milliseconds));
        m_process.kill();
        m_process.waitForFinished();
    }
    void end()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }

private:
    QString m_mark;
    int m_sent = 0;
    QProcess m_process;
};

} // namespace

TEST_CASE("of two programs that save at once one is killed in the middle, six times: nothing that "
          "was answered is lost, and the other goes on")
{
    const CommandLine acme;
    REQUIRE(acme.run(u"office create --name Acme --admin li --recovery-file code.txt "
                     "--kdf-memory 64"_s)
                .exit
            == 0);
    REQUIRE(acme.run(u"client list"_s).exit == 0); // the first opening builds the indexes
    constexpr int rounds = 6;
    QStringList ids;
    std::atomic<bool> isOver = false;
    QStringList colleagues;
    std::thread colleague([&] {
        Writer steady(acme, u"steady"_s);
        while (!isOver) {
            steady.send();
            colleagues.append(steady.answer());
        }
        steady.end();
    });
    for (int round = 0; round < rounds; ++round) {
        Writer killed(acme, QString::number(round));
        for (int i = 0; i < 3; ++i) {
            killed.send();
            ids.append(killed.answer());
        }
        killed.send();
        killed.killAfter(round * 4);
    }
    isOver = true;
    colleague.join();
    CHECK_FALSE(ids.contains(QString()));
    CHECK_FALSE(colleagues.contains(QString()));
    INFO(colleagues.size() << " of the colleague");

    QStringList shows;
    for (const QString& id : ids + colleagues) {
        shows.append(u"client show %1"_s.arg(id));
    }
    for (const QJsonObject& shown : acme.batch(shows)) {
        CHECK(shown.value(u"exit"_s).toInt(-1) == 0);
    }
    const int total = acme.run(u"client list"_s).json().value(u"total"_s).toInt();
    CHECK(total >= shows.size());
    CHECK(total <= shows.size() + rounds);
    CHECK(acme.run(u"office check"_s).json().value(u"ok"_s) == true);
    CHECK(acme.run(u"audit verify"_s).exit == 0);
}
