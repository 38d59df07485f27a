#include "cli/CommandLine.h"

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
