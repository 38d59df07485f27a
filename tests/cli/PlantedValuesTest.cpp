// What clients and people entrust to an office must not come to light beside it: not in the program's own log, not in
// temporary files, not in sentences about errors, not in what a crash leaves.
#include "cli/CommandLine.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringEncoder>

#include <catch2/catch_test_macros.hpp>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int perKind = 40;

QString two(int number)
{
    return QString::number(number).rightJustified(2, u'0');
}

/// 40 each of names, phones, e-mails, notes and passwords; nothing else on this computer contains them.
struct Planted
{
    QStringList names, phones, mails, notes, passwords;

    Planted()
    {
        static const QString signs = u"霁岚翊菡澍珩旻筱"_s;
        for (int i = 0; i < perKind; ++i) {
            const QString han = QString(signs[i / 8]) + signs[i % 8];
            names.append(i % 2 == 0 ? u"Quillfeather"_s + two(i) : u"缥缃"_s + han);
            phones.append(u"139071"_s + two(i) + u"583"_s);
            mails.append(u"marigold"_s + two(i) + u"@quillpost.example"_s);
            notes.append(i % 2 == 0 ? u"zanzibarite"_s + two(i) : u"藤萝私语"_s + han);
            passwords.append(u"walnut harpsichord "_s + two(i) + u" umber"_s);
        }
    }

    [[nodiscard]] QStringList all() const { return names + phones + mails + notes + passwords; }
};

/// Which of the values stand in the bytes, in any of the encodings a program might write.
QStringList foundIn(const QByteArray& bytes, const QStringList& values)
{
    QStringList found;
    for (const QString& value : values) {
        for (const auto encoding :
             {QStringConverter::Utf8, QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
            QStringEncoder encode(encoding);
            if (bytes.contains(QByteArray(encode(value)))) {
                found.append(value);
                break;
            }
        }
    }
    return found;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesBelow(const QString& folder)
{
    QStringList files;
    QDirIterator each(
        folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        files.append(each.next());
    }
    return files;
}

/// A small office in which every kind of thing happens to the planted values.
class Day : public CommandLine
{
public:
    Day()
    {
        qputenv("TMPDIR", path(u"tmp"_s).toUtf8());
        REQUIRE(QDir().mkpath(path(u"tmp"_s)));
        actAs(u"li"_s, planted.passwords[0]);
        REQUIRE(said(u"office create --name Acme --admin li --recovery-file code.txt "
                     "--kdf-memory 64"_s)
                == 0);
    }
    ~Day() { qunsetenv("TMPDIR"); }

    /// Runs it without --json; what standard error says is kept.
    int said(const QString& words)
    {
        const Answer answer = plain(words);
        spoken += answer.error;
        return answer.exit;
    }

    QString quoted(const QString& value) const { return u'"' + value + u'"'; }

    void addPeople()
    {
        for (int i = 1; i <= 3; ++i) {
            write(u"new.password"_s, planted.passwords[i].toUtf8() + '\n');
            CHECK(said(u"user add user%1 --role %2 --new-password-file new.password"_s.arg(
                      QString::number(i), i == 3 ? u"manager"_s : u"sales"_s))
                  == 0);
        }
        for (int i = 4; i < perKind; ++i) {
            actAs(i % 2 == 0 ? u"li"_s : u"nobody"_s, planted.passwords[i]);
            CHECK(said(u"office info"_s) == 3);
        }
        actAs(u"li"_s, planted.passwords[0]);
    }

    void enterClients()
    {
        QStringList lines;
        for (int i = 0; i < 20; ++i) {
            lines.append(
                u"client add --force --set type=company --set 'name=%1' --set phone=%2 "
                "--set email=%3 --set 'notes=%4' --set owner=user1"_s.arg(
                    planted.names[i], planted.phones[i], planted.mails[i], planted.notes[i]));
            lines.append(u"client search '%1'"_s.arg(planted.names[i]));
            lines.append(u"client search '%1'"_s.arg(planted.phones[i]));
            lines.append(u"client list --filter 'notes~\"%1\"'"_s.arg(planted.notes[i]));
        }
        for (const QJsonObject& answer : batch(lines)) {
            CHECK(answer.value(u"exit"_s).toInt() == 0);
        }
        const QJsonArray clients
            = run(u"client list --limit 50"_s).json().value(u"clients"_s).toArray();
        for (const QJsonValue& client : clients) {
            ids.append(client.toObject().value(u"id"_s).toString());
        }
        REQUIRE(ids.size() == 20);
    }

    void askAndDecide()
    {
        actAs(u"user1"_s, planted.passwords[1]);
        CHECK(said(u"client update %1 --set \"name=%2\" --reason \"%3\""_s.arg(
                  ids[0], planted.names[20], planted.notes[20]))
              == 0);
        CHECK(said(u"client update %1 --set phone=%2"_s.arg(ids[1], planted.phones[20])) == 0);
        CHECK(said(u"request approve R-1"_s) == 4);
        actAs(u"li"_s, planted.passwords[0]);
        CHECK(said(u"request approve R-1 --comment \"%1\""_s.arg(planted.notes[21])) == 0);
        CHECK(said(u"request reject R-2 --comment \"%1\""_s.arg(planted.notes[22])) == 0);
    }

    void exchange()
    {
        QByteArray table = "name,phone,email,notes\n";
        for (int i = 20; i < perKind; ++i) {
            const QString name = i % 5 == 0 ? QString() : planted.names[i];
            table += u"%1,%2,%3,%4\n"_s
                         .arg(name, planted.phones[i], planted.mails[i], planted.notes[i])
                         .toUtf8();
        }
        write(u"clients.csv"_s, table);
        CHECK(said(u"import clients.csv --dry-run"_s) == 0);
        CHECK(said(u"import clients.csv"_s) == 0);
        CHECK(said(u"import clients.csv --duplicates update"_s) == 0);
        CHECK(said(u"import undo B-1"_s) == 0);
        CHECK(said(u"duplicates scan"_s) == 0);
        CHECK(said(u"merge %1 %2 --reason \"%3\""_s.arg(ids[2], ids[3], planted.notes[23])) == 0);
        CHECK(said(u"unmerge M-1"_s) == 0);
        CHECK(said(u"client reassign --from user1 --to user2 --reason \"%1\""_s.arg(
                  planted.notes[24]))
              == 0);
        CHECK(said(u"client tag --filter name~Quill --add \"%1\""_s.arg(planted.notes[25])) == 0);
        CHECK(said(u"export out.csv --reason \"%1\""_s.arg(planted.notes[26])) == 0);
        CHECK(said(u"office check"_s) == 0);
    }

    /// Values where no value belongs, and values that break a rule: the sentence must do without them.
    void doWrong()
    {
        for (int i = 0; i < 4; ++i) {
            const QString name = quoted(planted.names[i + 1]);
            const QString mail = quoted(planted.mails[i + 1]);
            for (const QString& words : QStringList{
                     u"client add "_s + name,
                     u"client add --set "_s + name,
                     u"client add --set type=company --set name=x "_s + name,
                     u"client add --set type=company --set \"name=%1\" --set email=@%1"_s.arg(
                         planted.names[i]),
                     u"client add --set type=company --set \"name=%1\" --set phone=%2"_s.arg(
                         planted.names[i], planted.phones[i]),
                     u"client list --limit "_s + name,
                     u"client list --sort "_s + mail,
                     u"client list --filter "_s + name,
                     u"client list --filter "_s + quoted(u"(name=%1"_s.arg(planted.names[i])),
                     u"client list --after "_s + name,
                     u"client show "_s + name,
                     u"client "_s + name,
                     u"client update %1 --set email=no%2@"_s.arg(ids[0], planted.notes[i]),
                     u"client update %1 --set owner=%2"_s.arg(ids[0], name),
                     u"client reassign --from %1 --to %2"_s.arg(name, mail),
                     u"duplicates decide %1 %2 %1"_s.arg(name, mail),
                     u"merge %1 %2"_s.arg(name, mail),
                     u"request show "_s + mail,
                     u"import "_s + quoted(planted.names[i] + u".csv"_s),
                     u"import x.csv --duplicates "_s + name,
                     u"import x.csv --encoding "_s + name,
                     u"export x.csv --fields "_s + name,
                     u"export no/such/folder/"_s + mail,
                     u"clock set "_s + name,
                     u"user set-role user1 "_s + name,
                     u"--language %1 office info"_s.arg(name),
                 }) {
                INFO(words.toStdString());
                CHECK(said(words) != 0);
            }
        }
        write(u"broken.csv"_s, "\xFF\xFE\x00" + planted.names[4].toUtf8());
        said(u"import broken.csv"_s);
        // One copy of the keyring is damaged: said in the log, and the office opens with the other.
        write(u"Acme.dossier/keyring.a"_s, planted.passwords[0].toUtf8());
        said(u"office info"_s);
    }

    Planted planted;
    QStringList ids;
    QByteArray spoken; ///< all of standard error
};

} // namespace

TEST_CASE("two hundred planted values stand in no log, temporary file or sentence about an error")
{
    Day day;
    day.addPeople();
    day.enterClients();
    day.askAndDecide();
    day.exchange();
    day.doWrong();
    const QStringList values = day.planted.all();
    REQUIRE(values.size() == 200);
    // This test would prove nothing if the values were nowhere, or the log.
    CHECK(foundIn(bytesOf(day.path(u"out.csv"_s)), values).size() > 50);
    CHECK(foundIn(day.planted.notes[1].toUtf8(), values).size() == 1);
    const QStringList home = filesBelow(day.dataFolder());
    CHECK_FALSE(home.filter(u"dossierctl.log"_s).isEmpty());

    CHECK(day.spoken.size() > 1000);
    for (const QByteArray& sentence : day.spoken.split('\n')) {
        INFO(sentence.toStdString());
        CHECK(foundIn(sentence, values).isEmpty());
    }
    for (const QString& file : home + filesBelow(day.path(u"tmp"_s))
             + filesBelow(day.path(u"Acme.dossier"_s))
                   .filter(QRegularExpression(u"keyring.b|office"_s))) {
        INFO(file.toStdString());
        INFO(foundIn(bytesOf(file), values).join(u", "_s).toStdString());
        CHECK(foundIn(bytesOf(file), values).isEmpty());
    }
}

#ifdef Q_OS_UNIX
TEST_CASE("a crash leaves no image of the memory")
{
    const QString bash = QStandardPaths::findExecutable(u"bash"_s);
    if (bash.isEmpty()) {
        SKIP("no bash here");
    }
    CommandLine line;
    REQUIRE(
        line.run(u"office create --name Acme --admin li --recovery-file code.txt --kdf-memory 64"_s)
            .exit
        == 0);
    QProcess process;
    process.setWorkingDirectory(line.path({}));
    process.start(bash,
                  QStringList{u"-c"_s,
                              u"ulimit -c unlimited 2>/dev/null; exec \"$DOSSIERCTL\" --office "
                              "Acme.dossier --user li --password-file li.password batch -"_s});
    process.write("client add --set type=company --set name=Quillfeather\n");
    REQUIRE(process.waitForReadyRead(30'000));
    CHECK(process.readAllStandardOutput().contains("\"exit\":0"));
    REQUIRE(::kill(pid_t(process.processId()), SIGABRT) == 0);
    REQUIRE(process.waitForFinished());
    CHECK(process.exitStatus() == QProcess::CrashExit);
    CHECK(foundIn(process.readAllStandardError(), {u"Quillfeather"_s}).isEmpty());
    for (const QString& file : filesBelow(line.path({}))) {
        INFO(file.toStdString());
        CHECK(foundIn(bytesOf(file), {u"Quillfeather"_s}).isEmpty());
    }
}
#endif
