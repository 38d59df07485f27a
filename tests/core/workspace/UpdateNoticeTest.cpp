// The notice of a new version: what is one, what is none, where it may lie, and what is asked of the web.
#include "EvidenceOffice.h"

#include "core/workspace/WebText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#ifdef DOSSIER_HAS_NETWORK
#include <QTcpServer>
#include <QTcpSocket>
#endif

using namespace evidencetest;

namespace {

QJsonObject goodNotice()
{
    return {{u"dossier_update"_s, 1},
            {u"version"_s, u"0.2.0"_s},
            {u"date"_s, u"2026-12-01"_s},
            {u"notes"_s,
             QJsonObject{{u"zh"_s, u"导入更快。\n修正了打印。"_s},
                         {u"en"_s, u"Imports are quicker."_s}}},
            {u"where"_s, u"programs/0.2.0"_s}};
}

QByteArray bytesOf(const QJsonObject& object)
{
    return QJsonDocument(object).toJson();
}

QByteArray with(const QString& key, const QJsonValue& value)
{
    QJsonObject object = goodNotice();
    if (value.isUndefined()) {
        object.remove(key);
    } else {
        object.insert(key, value);
    }
    return bytesOf(object);
}

/// What the refusal names; empty: it is a notice.
QString refusedFor(const QByteArray& bytes)
{
    const auto notice = parseUpdateNotice(bytes);
    if (notice) {
        return {};
    }
    CHECK(notice.error().code == ErrorCode::Invalid);
    const QString before = u"The notice of new versions is not as it must be: "_s;
    REQUIRE(notice.error().message.startsWith(before));
    return notice.error().message.mid(before.size()).chopped(1);
}

QJsonObject notes(const QJsonValue& zh, const QJsonValue& en)
{
    return {{u"zh"_s, zh}, {u"en"_s, en}};
}

void putNotice(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace

TEST_CASE("a notice of a new version is read with its words, and compared with what is installed")
{
    const auto notice = parseUpdateNotice("\xEF\xBB\xBF" + bytesOf(goodNotice()));
    REQUIRE(notice);
    CHECK(notice->version.toString() == u"0.2.0"_s);
    CHECK(notice->date == QDate(2026, 12, 1));
    CHECK(notice->notesZh == u"导入更快。\n修正了打印。"_s);
    CHECK(notice->notesEn == u"Imports are quicker."_s);
    CHECK(notice->where == u"programs/0.2.0"_s);
    struct Pair
    {
        const char* announced;
        const char* installed;
        bool isNewer;
    };
    for (const Pair& pair : {Pair{"0.2.0", "0.1.9", true},
                             Pair{"0.10.0", "0.9.0", true},
                             Pair{"1.0.0", "0.99.99", true},
                             Pair{"0.2.0", "0.2.0", false},
                             Pair{"0.1.9", "0.2.0", false}}) {
        UpdateNotice announced = *notice;
        announced.version = QVersionNumber::fromString(QLatin1String(pair.announced));
        INFO(pair.announced << " over " << pair.installed);
        CHECK(announced.isNewerThan(QVersionNumber::fromString(QLatin1String(pair.installed)))
              == pair.isNewer);
    }
    CHECK(installedVersion().segmentCount() == 3);
}

TEST_CASE("what breaks a rule of the notice is no notice, and the refusal names it")
{
    struct Row
    {
        QByteArray bytes;
        const char* named;
    };
    const QString turned = u"abc\u202Egpj.exe"_s;
    for (const Row& row : {
             Row{"", "JSON"},
             Row{"<html>", "JSON"},
             Row{"[]", "JSON"},
             Row{"{\"dossier_update\": 1", "JSON"},
             Row{QByteArray(20'000, ' '), "> 16384 B"},
             Row{with(u"dossier_update"_s, 2), "dossier_update"},
             Row{with(u"dossier_update"_s, u"1"_s), "dossier_update"},
             Row{with(u"dossier_update"_s, QJsonValue::Undefined), "dossier_update"},
             Row{with(u"run"_s, u"setup.exe"_s), "run"},
             Row{with(turned, 1), "JSON"},
             Row{with(u"version"_s, QJsonValue::Undefined), "version"},
             Row{with(u"version"_s, 2), "version"},
             Row{with(u"version"_s, u"0.2"_s), "version"},
             Row{with(u"version"_s, u"0.2.0.1"_s), "version"},
             Row{with(u"version"_s, u"0.02.0"_s), "version"},
             Row{with(u"version"_s, u"0.2.0-beta"_s), "version"},
             Row{with(u"version"_s, u"0.2.0\n"_s), "version"},
             Row{with(u"version"_s, u"0.2.٣"_s), "version"},
             Row{with(u"version"_s, u"0.2.99999"_s), "version"},
             Row{with(u"date"_s, QJsonValue::Undefined), "date"},
             Row{with(u"date"_s, u"2026-02-30"_s), "date"},
             Row{with(u"date"_s, u"2026-12-01T08:00:00"_s), "date"},
             Row{with(u"notes"_s, u"quicker"_s), "notes.zh"},
             Row{with(u"notes"_s, notes(u"快"_s, QJsonValue())), "notes.en"},
             Row{with(u"notes"_s, notes(u" \n"_s, u"quick"_s)), "notes.zh"},
             Row{with(u"notes"_s, notes(u"快"_s, QString(2001, u'x'))), "notes.en"},
             Row{with(u"notes"_s, notes(u"快"_s, u"a\tb"_s)), "notes.en"},
             Row{with(u"notes"_s, notes(u"快"_s, turned)), "notes.en"},
             Row{with(u"notes"_s,
                      QJsonObject{{u"zh"_s, u"快"_s}, {u"en"_s, u"q"_s}, {u"fr"_s, u"v"_s}}),
                 "notes"},
             Row{with(u"where"_s, 7), "where"},
             Row{with(u"where"_s, u""_s), "where"},
             Row{with(u"where"_s, u".."_s), "where"},
             Row{with(u"where"_s, u"programs/../../x"_s), "where"},
             Row{with(u"where"_s, u"/usr/bin"_s), "where"},
             Row{with(u"where"_s, u"\\\\evil\\share"_s), "where"},
             Row{with(u"where"_s, u"C:/Windows"_s), "where"},
             Row{with(u"where"_s, u"file:///etc"_s), "where"},
             Row{with(u"where"_s, u"http://example.org"_s), "where"},
             Row{with(u"where"_s, u"https://user:word@example.org/"_s), "where"},
             Row{with(u"where"_s, u"https://"_s), "where"},
         }) {
        INFO(row.bytes.left(300).toStdString());
        CHECK(refusedFor(row.bytes).toStdString() == row.named);
    }
    CHECK(refusedFor(bytesOf(goodNotice())).isEmpty());
    CHECK(refusedFor(with(u"where"_s, QJsonValue::Undefined)).isEmpty());
    CHECK(refusedFor(with(u"where"_s, u"https://example.org/dossier/"_s)).isEmpty());
}

TEST_CASE("the notice lies at a path, from the office's folder too, or at an https address")
{
    for (const char* good : {"",
                             "  ../programs/update.json ",
                             "/mnt/share/update.json",
                             "\\\\server\\share\\update.json",
                             "D:\\共享 文件\\update.json",
                             "https://intranet.example/dossier.json"}) {
        INFO(good);
        CHECK(checkedUpdatePlace(QString::fromUtf8(good)));
    }
    for (const char* bad : {"http://intranet.example/dossier.json",
                            "file:///mnt/share/update.json",
                            "ftp://example.org/x",
                            "https://li:word@example.org/x",
                            "https://",
                            "up\ndate.json"}) {
        INFO(bad);
        const auto refused = checkedUpdatePlace(QString::fromUtf8(bad));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message
              == u"Write the path of a file, or a web address that begins with https://."_s);
    }
    CHECK(UpdatePlace{u"../programs/update.json"_s, u"/srv/offices/Acme.dossier"_s}.path()
          == u"/srv/offices/programs/update.json"_s);
    CHECK(UpdatePlace{u"update.json"_s, u"/srv/Acme.dossier"_s}.path()
          == u"/srv/Acme.dossier/update.json"_s);
}

TEST_CASE("a notice on the share is read, never written, and leads to a folder only")
{
    const QTemporaryDir share;
    const QString path = share.filePath(u"新版 本.json"_s);
    const UpdatePlace place{path, {}};
    CHECK(readUpdateNotice(place).error().message
          == u"There is no notice of new versions at this place."_s);
    CHECK(readUpdateNotice({share.path(), {}}).error().code == ErrorCode::NotFound);
    CHECK(readUpdateNotice({}).error().code == ErrorCode::NotFound);
    putNotice(path, bytesOf(goodNotice()));
    REQUIRE(QFile::setPermissions(path, QFileDevice::ReadOwner));
    const auto notice = readUpdateNotice(place);
    REQUIRE(notice);
    CHECK(QDir(share.path()).entryList(QDir::Files | QDir::Hidden).size() == 1);

    // Its folder is not there yet: the one that holds the notice is what people can look at.
    CHECK(updateTarget(*notice, place) == share.path());
    REQUIRE(QDir(share.path()).mkpath(u"programs/0.2.0"_s));
    CHECK(updateTarget(*notice, place) == share.filePath(u"programs/0.2.0"_s));
    // A program under that name is nothing to open.
    UpdateNotice program = *notice;
    program.where = u"setup.exe"_s;
    putNotice(share.filePath(u"setup.exe"_s), "MZ");
    CHECK(updateTarget(program, place) == share.path());
    // From the web, a folder means nothing.
    CHECK(updateTarget(*notice, {u"https://example.org/x.json"_s, {}}).isEmpty());
    program.where = u"https://example.org/download"_s;
    CHECK(updateTarget(program, {u"https://example.org/x.json"_s, {}}) == program.where);
}

TEST_CASE("the place of the notice is a setting of the office, changed under log; the office stays "
          "whole")
{
    EvidenceOffice acme;
    CHECK(acme.office->updates().place()->isOff());
    REQUIRE(acme.office->updates().setPlace(u" ../update.json "_s));
    REQUIRE(acme.office->updates().setPlace(u"../update.json"_s)); // the same: no entry
    CHECK(acme.office->updates().place()->place == u"../update.json"_s);
    CHECK(acme.office->updates().place()->path() == acme.folder.filePath(u"update.json"_s));
    CHECK(acme.number("SELECT count(*) FROM audit_entries WHERE action = 'office.updates'") == 1);
    CHECK(acme.office->updates().setPlace(u"http://example.org/x"_s).error().code
          == ErrorCode::Invalid);
    CHECK(acme.problems().empty());
    REQUIRE(acme.office->updates().setPlace({}));
    CHECK(acme.office->updates().place()->isOff());
    CHECK(acme.number("SELECT count(*) FROM audit_entries WHERE action = 'office.updates'") == 2);

    // Written past the program: what it would have refused counts for nothing, and the check names it.
    acme.tamper("UPDATE settings SET value = 'http://example.org/x' WHERE name = 'updates.place'");
    CHECK(acme.office->updates().place()->isOff());
    CHECK_FALSE(acme.problems().empty());
}

// Qt asks the network on threads of its own, which the sanitizer of threads cannot see into.
#if defined(DOSSIER_HAS_NETWORK) && !defined(__SANITIZE_THREAD__)

namespace {

/// Answers one request with these bytes, and keeps what it was asked.
class OneAnswer : public QThread
{
public:
    explicit OneAnswer(QByteArray answer)
        : m_answer(std::move(answer))
    {
        m_server.listen(QHostAddress::LocalHost);
        m_port = m_server.serverPort();
        m_server.moveToThread(this);
        start();
    }
    ~OneAnswer() override { wait(); }

    [[nodiscard]] QUrl url() const
    {
        return QUrl(u"http://127.0.0.1:%1/dossier.json"_s.arg(m_port));
    }
    QByteArray asked()
    {
        wait();
        return m_asked;
    }

protected:
    void run() override
    {
        constexpr int longest = 10'000;
        if (!m_server.waitForNewConnection(longest)) {
            return;
        }
        QTcpSocket* socket = m_server.nextPendingConnection();
        while (!m_asked.contains("\r\n\r\n") && socket->waitForReadyRead(longest)) {
            m_asked += socket->readAll();
        }
        socket->write(m_answer);
        socket->waitForBytesWritten(longest);
        socket->disconnectFromHost();
        if (socket->state() != QAbstractSocket::UnconnectedState) {
            socket->waitForDisconnected(longest);
        }
        delete socket;
        m_server.close();
    }

private:
    QTcpServer m_server;
    QByteArray m_answer;
    QByteArray m_asked;
    quint16 m_port = 0;
};

} // namespace

TEST_CASE("a web address gets a plain GET that says nothing about who asks")
{
    OneAnswer server("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nSet-Cookie: id=7\r\n"
                     "Connection: close\r\n\r\nhello");
    const auto text = readWeb(server.url(), 100, std::chrono::seconds(10));
    REQUIRE(text);
    CHECK(*text == "hello");
    const QByteArray asked = server.asked();
    INFO(asked.toStdString());
    QStringList names;
    for (const QByteArray& line : asked.trimmed().split('\n').mid(1)) {
        names.append(QString::fromLatin1(line.left(line.indexOf(':'))).toLower());
    }
    names.sort();
    CHECK(names.join(u' ').toStdString()
          == "accept-encoding accept-language connection host user-agent");
    CHECK(asked.startsWith("GET /dossier.json HTTP/1.1\r\n"));
    CHECK(asked.contains("Accept-Language: *\r\n"));
    CHECK(asked.contains("User-Agent: -\r\n"));
}

TEST_CASE("an answer that is too long, sent elsewhere or not there is none")
{
    for (const QByteArray& answer :
         {QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + QByteArray(400, 'x')),
          QByteArray(
              "HTTP/1.1 404 Not Found\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"),
          QByteArray("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2/\r\nContent-Length: 0\r\n"
                     "Connection: close\r\n\r\n"),
          QByteArray("nonsense")}) {
        INFO(answer.left(60).toStdString());
        OneAnswer server(answer);
        const auto text = readWeb(server.url(), 100, std::chrono::seconds(10));
        REQUIRE_FALSE(text);
        CHECK(text.error().code == ErrorCode::Io);
    }
    // Nobody listens at the port any more.
    const auto refused = fetchUpdateNotice({u"https://127.0.0.1:9/x.json"_s, {}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == u"The notice of new versions cannot be read."_s);
}

#endif
