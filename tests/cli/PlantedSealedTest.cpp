// Confidential values lie nowhere: not in what a colleague with a login and the key of the database can read, not as a hash that
// could be guessed, not in logs, exports, temporary files or sentences; and come back whole for the role alone.
#include "cli/CommandLine.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int people = 100;

/// GB 11643: the check character of seventeen digits.
QString withCheck(const QString& digits)
{
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i) {
        sum += digits[i].digitValue() * weights[std::size_t(i)];
    }
    return digits + u"10X98765432"_s[sum % 11];
}

/// ISO/IEC 7812-1: the last digit of a card.
QString withLuhn(const QString& digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i].digitValue();
        const int twice = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += i % 2 == 0 ? twice : digit;
    }
    return digits + QString::number((10 - sum % 10) % 10);
}

struct Secrets
{
    QStringList ids;
    QStringList cards;

    Secrets()
    {
        for (int i = 0; i < people; ++i) {
            const QString three = QString::number(i).rightJustified(3, u'0');
            ids.append(withCheck(u"11010119850307"_s + three));
            cards.append(withLuhn(u"622202020011"_s + three + u"4170"_s));
        }
    }
    [[nodiscard]] QStringList all() const { return ids + cards; }
};

/// The values, and what somebody would compute from each to compare: plain digests, in the forms they are written in.
QList<QByteArray> tracesOf(const QStringList& values)
{
    QList<QByteArray> traces;
    for (const QString& value : values) {
        const QByteArray bytes = value.toUtf8();
        traces.append(bytes);
        traces.append(QByteArray(reinterpret_cast<const char*>(value.utf16()), value.size() * 2));
        for (const auto method : {QCryptographicHash::Md5,
                                  QCryptographicHash::Sha1,
                                  QCryptographicHash::Sha256,
                                  QCryptographicHash::Sha512,
                                  QCryptographicHash::Blake2b_256,
                                  QCryptographicHash::Blake2b_512}) {
            const QByteArray hash = QCryptographicHash::hash(bytes, method);
            traces.append(hash.toHex());
            traces.append(hash.toHex().toUpper());
            traces.append(hash.toBase64());
            traces.append(hash);
        }
    }
    return traces;
}

qsizetype countIn(const QByteArray& bytes, const QList<QByteArray>& traces)
{
    return std::count_if(traces.begin(), traces.end(), [&bytes](const QByteArray& trace) {
        return bytes.contains(trace);
    });
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class SealedDay : public CommandLine
{
public:
    SealedDay()
    {
        qputenv("TMPDIR", path(u"tmp"_s).toUtf8());
        REQUIRE(QDir().mkpath(path(u"tmp"_s)));
        actAs(u"li"_s, u"walnut harpsichord"_s);
        REQUIRE(
            run(u"office create --name Acme --admin li --recovery-file code.txt --kdf-memory 64"_s)
                .exit
            == 0);
        write(u"new.password"_s, "umber quince\n");
        REQUIRE(run(u"user add wang --role sales --new-password-file new.password"_s).exit == 0);
    }
    ~SealedDay() { qunsetenv("TMPDIR"); }
    SealedDay(const SealedDay&) = delete;
    SealedDay& operator=(const SealedDay&) = delete;

    /// Half by hand, half with a file; some are changed, asked for, merged and taken back.
    void enter()
    {
        actAs(u"wang"_s, u"umber quince"_s);
        QStringList lines;
        for (int i = 0; i < people / 2; ++i) {
            lines.append(
                u"client add --force --set type=person --set name=Person%1 --set "
                "phone=1390710%2 --set id_number=%3 --set bank_account=%4 --consent f%1"_s.arg(
                    QString::number(i),
                    QString::number(i).rightJustified(4, u'0'),
                    secrets.ids[i],
                    secrets.cards[i]));
        }
        for (const QJsonObject& answer : batch(lines)) {
            REQUIRE(answer.value(u"exit"_s).toInt() == 0);
            ids.append(answer.value(u"result"_s).toObject().value(u"id"_s).toString());
        }
        spoken += plain(u"client update %1 --set id_number=%2"_s.arg(ids[0], secrets.ids[1])).error;
        spoken += plain(u"client add --set name=x --set id_number=%1"_s.arg(secrets.ids[2].left(17)
                                                                            + u'?'))
                      .error;
        actAs(u"li"_s, u"walnut harpsichord"_s);
        QByteArray table = "name,type,phone,身份证号,银行卡号,notes\n";
        for (int i = people / 2; i < people; ++i) {
            table += u"Person%1,person,1390711%2,%3,%4,\n"_s
                         .arg(QString::number(i),
                              QString::number(i).rightJustified(4, u'0'),
                              secrets.ids[i],
                              secrets.cards[i])
                         .toUtf8();
        }
        table += ",person,13907120000," + secrets.ids[5].toUtf8() + ",,\n"; // to the reject file
        write(u"people.csv"_s, table);
        const Answer import = run(u"import people.csv"_s);
        REQUIRE(import.exit == 0);
        CHECK(import.json().value(u"created"_s) == people / 2);
        spoken += import.out + import.error;
        CHECK(run(u"request approve R-1"_s).exit == 0);
        CHECK(run(u"merge %1 %2"_s.arg(ids[3], ids[4])).exit == 0);
        CHECK(run(u"unmerge M-1"_s).exit == 0);
        for (const char* words : {"client list --limit 200",
                                  "client search Person1",
                                  "request list --state all",
                                  "duplicates scan --output pairs.csv",
                                  "export out.csv --reason test",
                                  "office check",
                                  "audit verify"}) {
            const Answer answer = run(QLatin1String(words));
            INFO(words);
            CHECK(answer.exit == 0);
            spoken += answer.out + answer.error;
        }
        for (const QString& words : {u"client show "_s, u"client history "_s}) {
            spoken += run(words + ids[0]).out;
        }
    }

    /// Everything that the key of the database shows, as text and as hexadecimal.
    QByteArray dump()
    {
        const QJsonObject key = run(u"office reveal-key"_s).json();
        QByteArray script;
        for (const QJsonValue& pragma : key.value(u"pragmas"_s).toArray()) {
            script += pragma.toString().toUtf8() + ";\n";
        }
        script += ".dump\n";
        QProcess shell;
        shell.start(u"sqlcipher"_s, {path(u"Acme.dossier/office.db"_s)});
        shell.write(script);
        shell.closeWriteChannel();
        REQUIRE(shell.waitForFinished(60'000));
        return shell.readAllStandardOutput();
    }

    Secrets secrets;
    QStringList ids;
    QByteArray spoken;
};

} // namespace

TEST_CASE("two hundred confidential values lie in no table, file or sentence, not even as a digest")
{
    if (QStandardPaths::findExecutable(u"sqlcipher"_s).isEmpty()) {
        SKIP("no sqlcipher shell here");
    }
    SealedDay day;
    day.enter();
    const QList<QByteArray> traces = tracesOf(day.secrets.all());
    REQUIRE(day.secrets.all().size() == 2 * people);
    CHECK(countIn(day.path(u"people.csv"_s).toUtf8(), traces) == 0);
    CHECK(countIn(contentOf(day.path(u"people.csv"_s)), traces)
          >= people); // the test can find them

    const QByteArray dump = day.dump();
    REQUIRE(dump.contains("INSERT INTO clients"));
    REQUIRE(dump.count("INSERT INTO sealed_values") >= 2 * people);
    CHECK(countIn(dump, traces) == 0);
    CHECK(countIn(day.spoken, traces) == 0);
    int files = 0;
    QDirIterator each(day.path({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString file = each.next();
        if (!file.endsWith(u"people.csv"_s)) { // what was given in
            ++files;
            INFO(file.toStdString());
            CHECK(countIn(contentOf(file), traces) == 0);
        }
    }
    CHECK(files > 8);

    // And for the role they are all there.
    QStringList lines;
    for (const QString& id : day.ids) {
        lines.append(u"client show %1 --reveal"_s.arg(id));
    }
    int whole = 0;
    const auto answers = day.batch(lines);
    for (int i = 1; i < int(answers.size()); ++i) { // the first was changed by request
        const QJsonObject client = answers[i].value(u"result"_s).toObject();
        whole += client.value(u"id_number"_s) == day.secrets.ids[i]
                && client.value(u"bank_account"_s) == day.secrets.cards[i]
            ? 1
            : 0;
    }
    CHECK(whole == int(day.ids.size()) - 1);
    const QJsonObject changed = answers[0].value(u"result"_s).toObject();
    CHECK(changed.value(u"id_number"_s) == day.secrets.ids[1]);
}
