#include "cli/CommandLine.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

TEST_CASE("words that mean nothing are wrong usage, said in one JSON document and one sentence")
{
    const CommandLine line;
    for (const QString& words :
         {u"client list --sort"_s,
          u"client list --bogus"_s,
          u"client list --sort color"_s,
          u"client list --limit 0"_s,
          u"client list --filter '(name=x'"_s,
          u"client list --filter bogus=1"_s,
          u"client list --after nonsense"_s,
          u"client list --after '!'"_s,
          u"client list --after WyJ4IiwieCJd"_s, // ["x","x"]
          u"client list --filter updated_at<gestern"_s,
          u"client add --set nothing"_s,
          u"client add --set color=red"_s,
          u"client"_s,
          u"nonsense"_s,
          u""_s,
          u"user add x --role boss --new-password-file x"_s,
          u"user set-role x boss"_s,
          u"request list --state bogus"_s,
          u"request reject R-1"_s,
          u"import x.csv --duplicates bogus"_s,
          u"import x.csv --map nothing"_s,
          u"import one two"_s,
          u"export x.csv --format pdf"_s,
          u"export x.csv --fields bogus"_s,
          u"duplicates scan --min-score 7"_s,
          u"duplicates decide A B maybe"_s,
          u"clock set never"_s,
          u"office create --name x --admin x --recovery-file r --kdf-memory 12"_s}) {
        INFO(words.toStdString());
        const Answer answer = line.run(words);
        CHECK(answer.exit == 2);
        CHECK(answer.error.count('\n') == 1);
        CHECK_FALSE(
            answer.json().value(u"error"_s).toObject().value(u"message"_s).toString().isEmpty());
    }
}

TEST_CASE("a slip in a command or field is named with what may have been meant")
{
    const CommandLine line;
    const auto message = [&line](const QString& words) {
        const Answer answer = line.run(words);
        CHECK(answer.exit == 2);
        return answer.json().value(u"error"_s).toObject().value(u"message"_s).toString();
    };
    CHECK(message(u"--language en clinet list"_s)
              .startsWith(u"There is no command \"clinet\". Did you mean \"client\"?"_s));
    CHECK(message(u"--language en client shwo CUST1"_s)
              .startsWith(u"There is no command \"shwo\". Did you mean \"show\"?"_s));
    CHECK(message(u"--language en client xyzzy"_s)
              .startsWith(u"There is no command \"xyzzy\". --help"_s));
    CHECK_FALSE(message(u"--language en 张三"_s).contains(u"张三"));
    CHECK(
        message(u"--language en client add --set phoen=1"_s).contains(u"Did you mean \"phone\"?"));
    CHECK(message(u"--language en client add --set 手机=1"_s).contains(u"Did you mean \"phone\"?"));
}

TEST_CASE("no office and no person gets a password that would be guessed soon")
{
    CommandLine line;
    line.actAs(u"li"_s, u"1"_s);
    const QString create
        = u"office create --name Acme --admin li --recovery-file code.txt --kdf-memory 64"_s;
    CHECK(line.run(create).exit == 1);
    CHECK_FALSE(QFile::exists(line.path(u"code.txt"_s)));
    line.actAs(u"li"_s, u"granite walrus umbrella"_s);
    REQUIRE(line.run(create).exit == 0);
    line.write(u"new.password"_s, "12345678\n");
    CHECK(line.run(u"user add wang --role data_admin --new-password-file new.password"_s).exit
          == 1);
    CHECK(line.run(u"user set-password li --new-password-file new.password"_s).exit == 1);
    CHECK(line.run(u"user list"_s).json().value(u"users"_s).toArray().size() == 1);
}

TEST_CASE("an import says where the header is and what it leaves out")
{
    CommandLine line;
    REQUIRE(
        line.run(u"office create --name Acme --admin li --recovery-file code.txt --kdf-memory 64"_s)
            .exit
        == 0);
    line.write(u"in.csv"_s,
               "登记表,,,\n序号,客户名称,传真,电话\n1,A公司,020-83456780,13800138000\n");
    const QJsonObject answer = line.run(u"import in.csv"_s).json();
    CHECK(answer.value(u"header_line"_s).toInt() == 2);
    CHECK(answer.value(u"title_lines"_s).toInt() == 1);
    CHECK(answer.value(u"unmapped_columns"_s).toArray() == QJsonArray{u"传真"_s});
    CHECK(answer.value(u"left_out_columns"_s).toArray() == QJsonArray{u"序号"_s});
    // A time is said in one form, with the office's offset.
    const QString id = line.run(u"client list"_s)
                           .json()
                           .value(u"clients"_s)
                           .toArray()
                           .at(0)
                           .toObject()
                           .value(u"id"_s)
                           .toString();
    const QString created
        = line.run(u"client show "_s + id).json().value(u"created_at"_s).toString();
    REQUIRE(line.run(u"export out.csv --fields id,created_at --headers names"_s).exit == 0);
    CHECK(line.read(u"out.csv"_s).contains(created.toUtf8()));
    CHECK(created.size() >= 20);
}

TEST_CASE("every command of the list stands in a line of its own with what it does")
{
    const CommandLine line;
    const QString help = line.run(u"--language en --help"_s).json().value(u"help"_s).toString();
    const QString policy = help.section(u"\n  policy"_s, 1, 1).section(u'\n', 0, 0).trimmed();
    CHECK(policy == u"Which role may do what, and what waits for approval"_s);
    CHECK(help.contains(u"\n  client "));
}

TEST_CASE("help is a document too where JSON is asked for, and has an example")
{
    const CommandLine line;
    for (const QString& words : {u"--help"_s, u"client --help"_s, u"client add --help"_s}) {
        INFO(words.toStdString());
        const Answer answer = line.run(words);
        CHECK(answer.exit == 0);
        const QString help = answer.json().value(u"help"_s).toString();
        CHECK_FALSE(help.isEmpty());
        CHECK((words == u"--help"_s || help.contains(u"Example:"_s)));
    }
}

TEST_CASE("what the words got wrong is said in the language asked for, wherever that stands")
{
    const CommandLine line;
    const Answer answer = line.run(u"client list --bogus --language zh"_s);
    CHECK(answer.exit == 2);
    const QString message
        = answer.json().value(u"error"_s).toObject().value(u"message"_s).toString();
    CHECK(message.contains(u"--bogus"_s));
}
