// What two computers say to each other in a lock test: the bytes, whom one turns to, and what a leader may ask for.
#include "core/storage/LockMeetingGuest.h"
#include "core/storage/LockTalkFiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

LockTalkMessage messageOf(const QString& id, const QString& partner = {})
{
    LockTalkMessage message;
    message.id = id;
    message.partner = partner;
    message.host = u"财务-2"_s;
    message.machine = u"aa"_s;
    message.boot = u"bb"_s;
    message.beat = 7;
    message.number = 3;
    message.text = "open 00 existing";
    return message;
}

} // namespace

TEST_CASE("a message of a lock test is read as it was written, and not where a byte of it is wrong")
{
    const LockTalkMessage message = messageOf(u"0011223344556677"_s, u"8899aabbccddeeff"_s);
    const QByteArray bytes = lockTalkBytes(message);
    const auto read = lockTalkMessage(bytes);
    REQUIRE(read);
    CHECK(read->id == message.id);
    CHECK(read->partner == message.partner);
    CHECK(read->host == message.host);
    CHECK(read->machine == message.machine);
    CHECK(read->boot == message.boot);
    CHECK(read->beat == 7);
    CHECK(read->number == 3);
    CHECK(read->text == message.text);
    CHECK(lockTalkBytes(messageOf(u"1"_s)).size() == bytes.size()); // the file keeps its size
    for (const qsizetype at : {qsizetype(0), qsizetype(64), qsizetype(70), qsizetype(150)}) {
        QByteArray wrong = bytes;
        wrong[at] = char(wrong[at] ^ 1);
        CHECK_FALSE(lockTalkMessage(wrong));
    }
    CHECK_FALSE(lockTalkMessage(bytes.left(100)));
    CHECK_FALSE(lockTalkMessage({}));
}

TEST_CASE("two find each other whoever came first, and a third waits on")
{
    struct Row
    {
        const char* own;
        const char* turnedTo;
        std::vector<std::array<const char*, 2>> alive; ///< id, partner
        const char* choice;
    };
    const Row rows[]{
        {"2", "", {}, ""},
        {"2", "", {{"1", ""}}, "1"},
        {"1", "", {{"2", ""}}, ""}, // he will come to us
        {"1", "", {{"2", "1"}}, "2"},
        {"1", "", {{"3", "1"}, {"2", "1"}}, "2"},
        {"1", "2", {{"3", "1"}, {"2", "1"}}, "2"},
        {"3", "", {{"2", ""}, {"1", ""}}, "1"},
        {"3", "1", {{"1", ""}, {"2", ""}}, "1"},
        {"3", "1", {{"1", "3"}}, "1"},
        {"3", "1", {{"1", "2"}, {"2", "1"}}, ""}, // those two have met
        {"3", "1", {}, ""}, // he is gone
        {"3", "1", {{"2", ""}}, "2"},
        {"2", "", {{"1", "2"}}, "1"},
    };
    for (const Row& row : rows) {
        std::vector<LockTalkMessage> alive;
        for (const auto& [id, partner] : row.alive) {
            alive.push_back(messageOf(QLatin1String(id), QLatin1String(partner)));
        }
        INFO(row.own << " turned to " << row.turnedTo << ", " << row.alive.size() << " others");
        CHECK(chooseLockTalkPartner(QLatin1String(row.own), QLatin1String(row.turnedTo), alive)
              == QLatin1String(row.choice));
    }
}

TEST_CASE("copies of one installation are two computers, two programs of one system are not")
{
    LockTalkMessage one = messageOf(u"1"_s);
    LockTalkMessage other = one;
    CHECK(isSameComputer(one, other));
    other.boot = u"cc"_s;
    CHECK_FALSE(isSameComputer(one, other));
    other.boot.clear(); // a system that does not name its start
    CHECK(isSameComputer(one, other));
    other.host = u"财务-3"_s;
    CHECK_FALSE(isSameComputer(one, other));
    other.host = one.host;
    other.machine = u"dd"_s;
    CHECK_FALSE(isSameComputer(one, other));
}

TEST_CASE("a leader can ask for the checks' lines on the test's own file, and for nothing else")
{
    const QString path = u"/mnt/x/locktest-00.db"_s;
    const QByteArray key(64, 'a');
    for (const char* line : {"shared", "reserved", "exclusive", "release", "size", "read 11"}) {
        CHECK(lockPlayerLine(line, path, {}) == line);
    }
    const QByteArray write = "write 3 " + QByteArray(64, '0') + " 54000";
    CHECK(lockPlayerLine(write, path, {}) == write);
    CHECK(lockPlayerLine("open " + key + " existing", path, {})
          == "open " + path.toUtf8().toHex() + ' ' + key + " - existing");
    CHECK(lockPlayerLine("open " + key + " create", path, u"unix-none"_s)
          == "open " + path.toUtf8().toHex() + ' ' + key + ' ' + QByteArray("unix-none").toHex()
              + " create");
    for (const QByteArray& line : {QByteArray("remove"),
                                   QByteArray("open 2f6574632f706173737764 00 - existing"),
                                   QByteArray("open " + key + " existing\nremove"),
                                   QByteArray("write 3 00 54000"),
                                   QByteArray("write 3 " + QByteArray(64, '0') + " 54000000"),
                                   QByteArray("read 11\n"),
                                   QByteArray("size; x"),
                                   QByteArray()}) {
        INFO(line.constData());
        CHECK(lockPlayerLine(line, path, {}).isEmpty());
    }
}

TEST_CASE("a report says what the leader saw, and one that is none is a test that ended early")
{
    const std::array steps{LockChecks::Step{"one", &LockChecks::create},
                           LockChecks::Step{"two", &LockChecks::lockAlone}};
    const auto fine = lockReport(
        lockReportText({{"one", LockProblem::None, 5}, {"two", LockProblem::Stuck, 9}}), steps);
    REQUIRE(fine.size() == 2);
    CHECK(fine[0].problem == LockProblem::None);
    CHECK(fine[0].milliseconds == 5);
    CHECK(fine[1].problem == LockProblem::Stuck);
    CHECK(fine[1].milliseconds == 9);
    CHECK(lockReport(lockReportText({{"one", LockProblem::Stays, 1}}), steps).size() == 1);
    for (const char* text : {"", "one", "one:0", "two:0:1", "one:200:1", "one:0:1 three:0:1"}) {
        const auto report = lockReport(text, steps);
        INFO(text);
        REQUIRE_FALSE(report.empty());
        CHECK(report.back().problem == LockProblem::Ended);
    }
}

TEST_CASE("a talk's files are written over in place, listed by their ids, and taken away")
{
    const QTemporaryDir folder;
    const QString id = u"0123456789abcdef"_s;
    const QByteArray path = folder.filePath(lockTalkFile(id)).toUtf8().toHex();
    CHECK(answerTalk({"get", path}) == "error not_found");
    CHECK(answerTalk({"put", path, QByteArray("abcd").toHex()}) == "ok");
    CHECK(answerTalk({"put", path, QByteArray("xy").toHex()}) == "ok");
    CHECK(answerTalk({"get", path}) == "ok " + QByteArray("xycd").toHex());
    for (const char* name : {"locktest-../x.talk", "locktest-0123.talk", "locktest-x.db"}) {
        QFile file(folder.filePath(QString::fromLatin1(name).remove(u'/')));
        REQUIRE(file.open(QIODevice::WriteOnly));
    }
    const QByteArray list = answerTalk({"list", folder.path().toUtf8().toHex()});
    CHECK(list.startsWith("ok 0123456789abcdef:"));
    CHECK(list.count(':') == 1);
    CHECK(answerTalk({"put", folder.path().toUtf8().toHex(), "00"}) == "error io");
    CHECK(answerTalk({"get", folder.path().toUtf8().toHex()}) == "error io");
    CHECK(answerTalk({"drop", path}) == "ok");
    CHECK(answerTalk({"drop", path}) == "ok");
    CHECK(answerTalk({"get", path}) == "error not_found");
}
