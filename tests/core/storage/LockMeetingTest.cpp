// The lock test between two computers, played by two programs of this one with real child processes; partners that die,
// lie or never come are played by the test, which writes their side of the talk itself.
#include "core/storage/LockMeeting.h"

#include "tests/support/InThread.h"

#include "core/storage/LockTalkFiles.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <catch2/catch_test_macros.hpp>

#include <functional>
#include <memory>

using namespace core;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// What every time here is multiplied with: Windows takes longer to start a child, and Wine seconds on a busy machine.
#ifdef Q_OS_WIN
constexpr int pace = 8;
#else
constexpr int pace = 1;
#endif
constexpr int longestMs = 8000 * pace;

LockMeetingOptions quick()
{
    LockMeetingOptions options;
    options.wait = milliseconds{8000} * pace;
    options.beat = milliseconds{50};
    options.poll = milliseconds{10};
    options.patience = milliseconds{5000} * pace;
    options.partnerPatience = milliseconds{5000} * pace;
    return options;
}

using Meeting = tests::InThread<Result<LockMeetingReport>>;

Meeting begin(const QTemporaryDir& folder, const LockMeetingOptions& options = quick())
{
    // Qt notes the path at the first question, without a lock: in the program only one asks.
    static_cast<void>(QCoreApplication::applicationFilePath());
    return Meeting([path = folder.path(), options] {
        Progress quiet;
        return testLocksTogether(path, quiet, options);
    });
}

LockMeetingReport reportOf(Meeting& meeting)
{
    auto report = meeting.get();
    INFO((report ? QString() : report.error().message).toStdString());
    REQUIRE(report);
    for (const LockCheck& check : report->checks) {
        UNSCOPED_INFO(check.name.toStdString()
                      << (check.ok ? " ok " : " FAILED ") << check.milliseconds << " ms "
                      << check.message.toStdString());
    }
    return *std::move(report);
}

QStringList leftIn(const QTemporaryDir& folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

bool waitFor(const std::function<bool()>& isTrue)
{
    QElapsedTimer time;
    time.start();
    while (!isTrue()) {
        if (time.elapsed() > longestMs) {
            return false;
        }
        QThread::msleep(5);
    }
    return true;
}

/// Both have seen that they met, and play.
bool waitForTalk(const QTemporaryDir& folder)
{
    return waitFor([&folder] {
        int talking = 0;
        for (const QString& name : QDir(folder.path()).entryList({lockTalkFile(u"*"_s)})) {
            QFile file(folder.filePath(name));
            const auto message
                = file.open(QIODevice::ReadOnly) ? lockTalkMessage(file.readAll()) : std::nullopt;
            talking += message && message->number > 0 ? 1 : 0;
        }
        return talking == 2;
    });
}

/// The other computer, as far as it writes into the folder.
class Stranger
{
public:
    static constexpr auto lowest = "0000000000000000"; ///< leads whomever he meets
    static constexpr auto highest = "ffffffffffffffff";

    Stranger(const QTemporaryDir& folder, const char* id)
        : m_folder(folder.path())
    {
        m_own.id = QLatin1String(id);
        m_own.host = u"desk-2"_s;
        m_own.boot = u"another"_s;
        put();
    }

    void put()
    {
        ++m_own.beat;
        static_cast<void>(answerTalk({"put", path(m_own.id), lockTalkBytes(m_own).toHex()}));
    }

    std::optional<LockTalkMessage> other() const
    {
        for (const QString& name : QDir(m_folder).entryList({lockTalkFile(u"*"_s)})) {
            const QString id = name.section(u'-', 1).section(u'.', 0, 0);
            const QByteArray bytes = answerTalk({"get", path(id)});
            if (id != m_own.id && bytes.startsWith("ok ")) {
                return lockTalkMessage(QByteArray::fromHex(bytes.mid(3)));
            }
        }
        return std::nullopt;
    }

    bool meet()
    {
        return waitFor([this] {
            if (const auto found = other()) {
                m_own.partner = found->id;
            }
            put();
            QThread::msleep(20);
            const auto found = other();
            return found && found->partner == m_own.id;
        });
    }

    /// Waits for a command of this number, and gives it.
    QByteArray hear(std::int64_t number)
    {
        QByteArray text;
        waitFor([&] {
            put();
            const auto found = other();
            text = found && found->number == number ? found->text : QByteArray();
            return !text.isEmpty();
        });
        return text;
    }

    void say(std::int64_t number, const QByteArray& text)
    {
        m_own.number = number;
        m_own.text = text;
        put();
    }

    void leave() { static_cast<void>(answerTalk({"drop", path(m_own.id)})); }

private:
    QByteArray path(const QString& id) const
    {
        return QDir(m_folder).filePath(lockTalkFile(id)).toUtf8().toHex();
    }

    QString m_folder;
    LockTalkMessage m_own;
};

void makeFile(const QTemporaryDir& folder, const QString& name, qint64 secondsOld)
{
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.setFileTime(QDateTime::currentDateTime().addSecs(-secondsOld),
                             QFileDevice::FileModificationTime));
}

#ifdef Q_OS_UNIX
QString program(const QTemporaryDir& folder, const QByteArray& text)
{
    QFile file(folder.filePath(u"child.sh"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    const QByteArray real = QCoreApplication::applicationFilePath().toUtf8();
    // Whoever looks after the talk is always the real one.
    file.write("#!/bin/bash\nreal='" + real + "'\n[ \"$2\" = talk ] && exec \"$real\" \"$@\"\ncd '"
               + folder.path().toUtf8() + "'\n" + text + '\n');
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}
#endif

} // namespace

TEST_CASE("two that test one folder meet there, both hear that it works, and nothing is left")
{
    const QTemporaryDir folder;
    Meeting first = begin(folder);
    Meeting second = begin(folder);
    const LockMeetingReport one = reportOf(first);
    const LockMeetingReport other = reportOf(second);
    CHECK(one.isLeader != other.isLeader);
    for (const LockMeetingReport& report : {one, other}) {
        CHECK(report.outcome == LockMeetingReport::Outcome::Works);
        CHECK(report.message().isEmpty());
        CHECK(report.partner == QSysInfo::machineHostName());
        CHECK(report.isSameComputer);
        QStringList names;
        for (const LockCheck& check : report.checks) {
            CHECK(check.ok);
            names.append(check.name);
        }
        CHECK(names
              == QStringList{u"met"_s,
                             u"two_computers"_s,
                             u"other_create"_s,
                             u"other_lock"_s,
                             u"other_shared_keeps_from_exclusive"_s,
                             u"other_reserved_excludes_reserved"_s,
                             u"other_written_is_read"_s,
                             u"other_appended_is_seen"_s,
                             u"other_killed_lock_goes_away"_s});
        CHECK(report.checks[1].message.contains(u"Both programs run on this computer"_s));
    }
    CHECK(leftIn(folder).isEmpty());
}

TEST_CASE("of three that test one folder two meet and the third is told that nobody came")
{
    const QTemporaryDir folder;
    LockMeetingOptions options = quick();
    options.wait = milliseconds{5000} * pace;
    Meeting meetings[]{begin(folder, options), begin(folder, options), begin(folder, options)};
    int works = 0;
    int alone = 0;
    for (Meeting& meeting : meetings) {
        const auto outcome = reportOf(meeting).outcome;
        works += outcome == LockMeetingReport::Outcome::Works ? 1 : 0;
        alone += outcome == LockMeetingReport::Outcome::NobodyCame ? 1 : 0;
    }
    CHECK(works == 2);
    CHECK(alone == 1);
    CHECK(leftIn(folder).isEmpty());
}

TEST_CASE("where nobody comes that is said, what crashed computers left is taken away, and what "
          "is young or another's stays")
{
    const QTemporaryDir folder;
    makeFile(folder, u"locktest-0000000000000001.talk"_s, 3600);
    makeFile(folder, u"locktest-0000000000000001.db"_s, 3600);
    makeFile(folder, u"locktest-0000000000000001.db-journal"_s, 3600);
    makeFile(folder, u"locktest-0000000000000002.talk"_s, 60);
    makeFile(folder, u"office.db"_s, 36000);
    // One who has crashed a moment ago, after he had turned to nobody yet: he does not move, so nobody turns to him.
    const Stranger crashed(folder, Stranger::lowest);
    LockMeetingOptions options = quick();
    options.wait = milliseconds{1000} * pace;
    Meeting meeting = begin(folder, options);
    const LockMeetingReport report = reportOf(meeting);
    CHECK(report.outcome == LockMeetingReport::Outcome::NobodyCame);
    REQUIRE(report.checks.size() == 1);
    CHECK(report.checks[0].name == u"met"_s);
    CHECK(report.message().contains(u"No other computer came"_s));
    CHECK(report.partner.isEmpty());
    CHECK(leftIn(folder)
          == QStringList{u"locktest-0000000000000000.talk"_s,
                         u"locktest-0000000000000002.talk"_s,
                         u"office.db"_s});
}

TEST_CASE("a partner who goes away in the middle is told from a folder that fails, quickly")
{
    const QTemporaryDir folder;
    LockMeetingOptions options = quick();
    options.partnerPatience = milliseconds{1000} * pace;
    QElapsedTimer time;
    SECTION("he led, and died")
    {
        Stranger leader(folder, Stranger::lowest);
        makeFile(folder, lockTalkDatabase(QLatin1String(Stranger::lowest)), 0);
        Meeting meeting = begin(folder, options);
        REQUIRE(leader.meet());
        time.start();
        const LockMeetingReport report = reportOf(meeting);
        CHECK_FALSE(report.isLeader);
        CHECK(report.outcome == LockMeetingReport::Outcome::PartnerLeft);
        CHECK(report.message().contains(u"went away"_s));
        CHECK(report.partner == u"desk-2"_s);
        CHECK_FALSE(report.isSameComputer);
        CHECK(report.checks[1].message.isEmpty());
    }
    SECTION("he followed, and died")
    {
        Stranger guest(folder, Stranger::highest);
        Meeting meeting = begin(folder, options);
        REQUIRE(guest.meet());
        REQUIRE(guest.hear(1).startsWith("open "));
        time.start();
        const LockMeetingReport report = reportOf(meeting);
        CHECK(report.isLeader);
        CHECK(report.outcome == LockMeetingReport::Outcome::PartnerLeft);
        CHECK(report.checks.back().name == u"other_create"_s);
    }
    SECTION("he followed, and died: that takes longer to see than any answer may take")
    {
        options.patience = milliseconds{700} * pace;
        options.partnerPatience = milliseconds{1500} * pace;
        Stranger guest(folder, Stranger::highest);
        Meeting meeting = begin(folder, options);
        REQUIRE(guest.meet());
        REQUIRE(guest.hear(1).startsWith("open "));
        time.start();
        CHECK(reportOf(meeting).outcome == LockMeetingReport::Outcome::PartnerLeft);
    }
    SECTION("he took his leave, which is seen at once")
    {
        options.partnerPatience = milliseconds{60000} * pace;
        Stranger guest(folder, Stranger::highest);
        Meeting meeting = begin(folder, options);
        REQUIRE(guest.meet());
        REQUIRE(guest.hear(1).startsWith("open "));
        time.start();
        guest.leave();
        CHECK(reportOf(meeting).outcome == LockMeetingReport::Outcome::PartnerLeft);
    }
    SECTION("he answered what would be a verdict, and took his leave")
    {
        Stranger guest(folder, Stranger::highest);
        Meeting meeting = begin(folder, options);
        REQUIRE(guest.meet());
        for (int number = 1; number <= 4; ++number) { // the fourth is refused where locks work
            REQUIRE_FALSE(guest.hear(number).isEmpty());
            guest.say(number, "ok");
        }
        CHECK(guest.hear(5) == "ping");
        time.start();
        guest.leave();
        const LockMeetingReport report = reportOf(meeting);
        CHECK(report.outcome == LockMeetingReport::Outcome::PartnerLeft);
        CHECK(report.checks.back().name == u"other_shared_keeps_from_exclusive"_s);
    }
    CHECK(time.elapsed() < longestMs);
    CHECK(leftIn(folder).isEmpty());
}

TEST_CASE("a partner who answers wrong is a folder that fails, for as long as he is there")
{
    const QTemporaryDir folder;
    Stranger guest(folder, Stranger::highest);
    Meeting meeting = begin(folder);
    REQUIRE(guest.meet());
    for (int number = 1; number <= 5; ++number) {
        REQUIRE_FALSE(guest.hear(number).isEmpty());
        guest.say(number, "ok");
    }
    CHECK(guest.hear(6).startsWith("report other_create:0:"));
    guest.say(6, "ok");
    const LockMeetingReport report = reportOf(meeting);
    CHECK(report.outcome == LockMeetingReport::Outcome::Fails);
    guest.leave();
    CHECK(leftIn(folder).isEmpty());
}

TEST_CASE("a leader's wrong words do nothing, and his report is what the other one says too")
{
    const QTemporaryDir folder;
    Stranger leader(folder, Stranger::lowest);
    Meeting meeting = begin(folder);
    REQUIRE(leader.meet());
    const auto answerTo = [&leader](std::int64_t number, const QByteArray& line) {
        leader.say(number, line);
        QByteArray answer;
        waitFor([&] {
            leader.put();
            const auto other = leader.other();
            answer = other && other->number == number ? other->text : QByteArray();
            return !answer.isEmpty();
        });
        return answer;
    };
    CHECK(answerTo(1, "remove") == "error invalid");
    CHECK(answerTo(2, "shared").startsWith("error")); // nothing is open
    CHECK(answerTo(3, "ping") == "ok");
    CHECK(answerTo(4, "report other_create:0:3 other_lock:7:9") == "ok");
    leader.leave();
    const LockMeetingReport report = reportOf(meeting);
    CHECK(report.outcome == LockMeetingReport::Outcome::Fails);
    CHECK(report.checks.back().name == u"other_lock"_s);
    CHECK(report.message().contains(u"stayed closed"_s));
    CHECK(leftIn(folder).isEmpty());
}

TEST_CASE("a meeting is stopped by the person: nothing is left, and the other one hears of it")
{
    const QTemporaryDir folder;
    std::stop_source stop;
    QElapsedTimer time;
    const auto stoppable = [&folder, &stop] {
        return Meeting([path = folder.path(), token = stop.get_token()] {
            Progress progress({}, token);
            return testLocksTogether(path, progress, quick());
        });
    };
    SECTION("while he waits")
    {
        Meeting meeting = stoppable();
        CHECK(waitFor([&folder] { return !leftIn(folder).isEmpty(); }));
        time.start();
        stop.request_stop();
        CHECK(meeting.get().error().code == ErrorCode::Cancelled);
    }
    SECTION("in the middle")
    {
        LockMeetingOptions options = quick();
        options.poll = milliseconds{50};
        options.partnerPatience = milliseconds{60000} * pace;
        Meeting other = begin(folder, options);
        Meeting meeting = stoppable();
        CHECK(waitForTalk(folder));
        time.start();
        stop.request_stop();
        CHECK(meeting.get().error().code == ErrorCode::Cancelled);
        CHECK(reportOf(other).outcome == LockMeetingReport::Outcome::PartnerLeft);
    }
    CHECK(time.elapsed() < longestMs);
    CHECK(leftIn(folder).isEmpty());
}

TEST_CASE("as the other computer", "[.lock-partner]")
{
    Progress quiet;
    LockMeetingOptions options = quick();
    options.poll = milliseconds{50};
    static_cast<void>(
        testLocksTogether(qEnvironmentVariable("DOSSIER_LOCK_MEETING"), quiet, options));
}

TEST_CASE("a program that is killed in the middle of a meeting is missed by the other in time")
{
    const QTemporaryDir folder;
    LockMeetingOptions options = quick();
    options.partnerPatience = milliseconds{1500} * pace;
    QProcess partner;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DOSSIER_LOCK_MEETING"_s, folder.path());
    environment.remove(u"DOSSIER_SEEN_TEXTS"_s); // its file is this program's
    partner.setProcessEnvironment(environment);
    partner.start(QCoreApplication::applicationFilePath(), {u"[.lock-partner]"_s});
    Meeting meeting = begin(folder, options);
    CHECK(waitForTalk(folder));
    QElapsedTimer time;
    time.start();
    partner.kill();
    CHECK(partner.waitForFinished());
    const LockMeetingReport report = reportOf(meeting);
    CHECK(report.outcome == LockMeetingReport::Outcome::PartnerLeft);
    CHECK(time.elapsed() < longestMs);
    CHECK(leftIn(folder).isEmpty());
}

#ifdef Q_OS_UNIX
TEST_CASE("where locks do nothing for one of two computers both are told that the folder fails")
{
    const QTemporaryDir folder;
    LockMeetingOptions loose = quick();
    loose.vfs = u"unix-none"_s;
    Meeting first = begin(folder, loose);
    Meeting second = begin(folder);
    for (Meeting* meeting : {&first, &second}) {
        const LockMeetingReport report = reportOf(*meeting);
        CHECK(report.outcome == LockMeetingReport::Outcome::Fails);
        CHECK(report.checks.back().name == u"other_shared_keeps_from_exclusive"_s);
        CHECK(report.message().contains(u"cannot be shared safely"_s));
        CHECK(report.message().contains(u"while the other was reading"_s));
    }
    CHECK(leftIn(folder).isEmpty());
}

TEST_CASE("each way in which a folder can lie to two computers is named")
{
    struct Row
    {
        const char* script; ///< of both players
        const char* check;
        const char* word;
    };
    const Row rows[]{
        {"rm -f reading; while read -r line; do case \"$line\" in shared) touch reading; echo ok;;"
         " exclusive) [ -e reading ] && echo busy || echo ok;; release) rm -f reading; echo ok;;"
         " *) echo ok;; esac; done",
         "other_reserved_excludes_reserved",
         "Both computers could write"},
        {"while read -r line; do case \"$line\" in"
         " shared|reserved) [ -e held ] && echo busy || { touch held; echo ok; };;"
         " exclusive) [ -e held ] && echo busy || echo ok;; release) rm -f held; echo ok;;"
         " read*) echo ok 00;; *) echo ok;; esac; done",
         "other_written_is_read",
         "the other one read"},
        // The size as it was at the first question.
        {"coproc child { exec \"$real\" --lock-test-child; }\n"
         "while read -r line; do\n"
         "if [ \"$line\" = size ] && [ -n \"$kept\" ]; then echo \"$kept\"; continue; fi\n"
         "echo \"$line\" >&\"${child[1]}\"; read -r answer <&\"${child[0]}\"\n"
         "[ \"$line\" = size ] && kept=$answer\n"
         "echo \"$answer\"; done",
         "other_appended_is_seen",
         "kept its old size"},
        {"while read -r line; do case \"$line\" in *create) exit 3;; *) echo ok;; esac; done",
         "other_create",
         "before its time"},
    };
    for (const Row& row : rows) {
        INFO(row.check);
        const QTemporaryDir folder;
        const QTemporaryDir elsewhere;
        LockMeetingOptions options = quick();
        options.program = program(elsewhere, row.script);
        Meeting first = begin(folder, options);
        Meeting second = begin(folder, options);
        for (Meeting* meeting : {&first, &second}) {
            const LockMeetingReport report = reportOf(*meeting);
            CHECK(report.checks.back().name == QLatin1String(row.check));
            CHECK(report.message().contains(QLatin1String(row.word)));
        }
        CHECK(leftIn(folder).isEmpty());
    }
}

TEST_CASE("a partner who goes away and takes the file along is no folder in which none can be made")
{
    const QTemporaryDir folder;
    const QTemporaryDir elsewhere;
    LockMeetingOptions options = quick();
    options.program = program(elsewhere, "while read -r line; do echo 'error io SQLite 14'; done");
    Stranger guest(folder, Stranger::highest);
    SECTION("gone")
    {
        Meeting meeting = begin(folder, options);
        REQUIRE(guest.meet());
        guest.leave();
        CHECK(reportOf(meeting).outcome == LockMeetingReport::Outcome::PartnerLeft);
    }
    SECTION("there")
    {
        Meeting meeting = begin(folder, options);
        REQUIRE(guest.meet());
        CHECK(guest.hear(1) == "ping");
        guest.say(1, "ok");
        CHECK(guest.hear(2).startsWith("report other_create:"));
        guest.say(2, "ok");
        CHECK(reportOf(meeting).outcome == LockMeetingReport::Outcome::NotTried);
        guest.leave();
    }
    CHECK(leftIn(folder).isEmpty());
}

TEST_CASE("a folder that does not answer holds a meeting's children, not the caller")
{
    const QTemporaryDir folder;
    const QTemporaryDir elsewhere;
    LockMeetingOptions options = quick();
    options.patience = milliseconds{300};
    QElapsedTimer time;
    time.start();
    SECTION("nobody can even wait there")
    {
        options.program = elsewhere.filePath(u"silent.sh"_s);
        QFile file(options.program);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nexec sleep 60\n");
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        file.close();
        Meeting meeting = begin(folder, options);
        CHECK(reportOf(meeting).outcome == LockMeetingReport::Outcome::NoAnswer);
    }
    SECTION("a player hangs")
    {
        options.program = program(elsewhere, "exec sleep 60");
        Meeting first = begin(folder, options);
        Meeting second = begin(folder, options);
        for (Meeting* meeting : {&first, &second}) {
            const LockMeetingReport report = reportOf(*meeting);
            CHECK(report.outcome == LockMeetingReport::Outcome::NoAnswer);
            CHECK(report.message().contains(u"did not answer"_s));
        }
        CHECK(leftIn(folder).isEmpty());
    }
    CHECK(time.elapsed() < 10000);
}

TEST_CASE("a meeting where no file may be made, or whose program is not there, is not tried")
{
    Progress quiet;
    auto refused = testLocksTogether(u"/proc"_s, quiet, quick());
    REQUIRE(refused);
    CHECK(refused->outcome == LockMeetingReport::Outcome::NotTried);
    CHECK(refused->message().contains(u"Check your rights"_s));
    LockMeetingOptions options = quick();
    options.program = u"/not/there"_s;
    const QTemporaryDir folder;
    CHECK(testLocksTogether(folder.path(), quiet, options).error().code == ErrorCode::Io);
}
#endif
