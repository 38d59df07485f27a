#include "core/security/LogWords.h"

#include "core/security/LogSettings.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("every action that the program writes has words of its own and belongs somewhere")
{
    const QList<std::pair<QString, LogGroup>> actions{
        {u"client.look"_s, LogGroup::Looks},
        {u"client.history"_s, LogGroup::Looks},
        {u"client.search"_s, LogGroup::Looks},
        {u"client.reveal"_s, LogGroup::Looks},
        {u"client.print"_s, LogGroup::Looks},
        {u"looks"_s, LogGroup::Looks},
        {u"client.add"_s, LogGroup::Changes},
        {u"client.update"_s, LogGroup::Changes},
        {u"client.trash"_s, LogGroup::Changes},
        {u"client.restore"_s, LogGroup::Changes},
        {u"client.erase"_s, LogGroup::Changes},
        {u"reassign"_s, LogGroup::Changes},
        {u"tag"_s, LogGroup::Changes},
        {u"sample"_s, LogGroup::Changes},
        {u"duplicates.decide"_s, LogGroup::Merges},
        {u"merge"_s, LogGroup::Merges},
        {u"merge.undo"_s, LogGroup::Merges},
        {u"request.approve"_s, LogGroup::Requests},
        {u"request.reject"_s, LogGroup::Requests},
        {u"request.withdraw"_s, LogGroup::Requests},
        {u"request.outdated"_s, LogGroup::Requests},
        {u"request.again"_s, LogGroup::Requests},
        {u"import"_s, LogGroup::Imports},
        {u"import.stage"_s, LogGroup::Imports},
        {u"import.undo"_s, LogGroup::Imports},
        {u"import.forget_mapping"_s, LogGroup::Imports},
        {u"export"_s, LogGroup::Exports},
        {u"print"_s, LogGroup::Exports},
        {u"log.export"_s, LogGroup::Exports},
        {u"quality.count"_s, LogGroup::Office},
        {u"login.failed"_s, LogGroup::Logins},
        {u"user.add"_s, LogGroup::People},
        {u"user.disable"_s, LogGroup::People},
        {u"user.set_role"_s, LogGroup::People},
        {u"user.set_password"_s, LogGroup::People},
        {u"user.follow"_s, LogGroup::People},
        {u"office.recover"_s, LogGroup::People},
        {u"office.create"_s, LogGroup::Office},
        {u"office.rekey_begin"_s, LogGroup::Office},
        {u"office.rekey"_s, LogGroup::Office},
        {u"office.reveal_key"_s, LogGroup::Office},
        {u"office.accept_older"_s, LogGroup::Office},
        {u"log.prune"_s, LogGroup::Office},
        {u"office.updates"_s, LogGroup::Office},
        {u"log.settings"_s, LogGroup::Office},
        {u"clock.set"_s, LogGroup::Office},
    };
    QSet<QString> words;
    for (const auto& [action, group] : actions) {
        INFO(action.toStdString());
        CHECK(logActionLabel(action) != action);
        CHECK_FALSE(words.contains(logActionLabel(action)));
        words.insert(logActionLabel(action));
        CHECK(logGroupOf(action) == group);
    }
}

TEST_CASE("no use case of core writes an action that has no words")
{
    static const QRegularExpression action(
        u"u\"((?:client|user|office|keys|sealed|policy|log|request|merge|import|duplicates|clock)"
        "\\.[a-z_]+)\""_s);
    QSet<QString> found;
    QDirIterator files(qEnvironmentVariable("DOSSIER_SOURCE_DIR") + u"/core"_s,
                       {u"*.cpp"_s},
                       QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        for (const auto& match : action.globalMatch(QString::fromUtf8(file.readAll()))) {
            found.insert(match.captured(1));
        }
    }
    CHECK(found.size() > 40);
    for (const QString& one : std::as_const(found)) {
        INFO(one.toStdString());
        CHECK(logActionLabel(one) != one);
    }
}

TEST_CASE("an action of a later version is its own name, and its first word says where it belongs")
{
    CHECK(logActionLabel(u"client.verify") == u"client.verify"_s);
    CHECK(logGroupOf(u"client.verify") == LogGroup::Changes);
    CHECK(logGroupOf(u"user.something") == LogGroup::People);
    CHECK(logGroupOf(u"moon.landing") == LogGroup::Office);
    CHECK(allLogGroups().size() == 9);
    for (const LogGroup group : allLogGroups()) {
        CHECK_FALSE(logGroupLabel(group).isEmpty());
        CHECK_FALSE(logGroupName(group).isEmpty());
    }
}

TEST_CASE("details of processing and consent are kept longer than those of looks")
{
    for (const char16_t* action : {u"client.update",
                                   u"request.approve",
                                   u"export",
                                   u"merge",
                                   u"import",
                                   u"client.reveal",
                                   u"client.consent",
                                   u"consent"}) {
        CHECK(isProcessing(action));
    }
    for (const char16_t* action :
         {u"client.look", u"client.search", u"login.failed", u"user.add", u"clock.set"}) {
        CHECK_FALSE(isProcessing(action));
    }
    for (const LogSetting& setting : allLogSettings()) {
        CHECK_FALSE(logSettingLabel(setting).isEmpty());
        CHECK(setting.least <= setting.standard);
        CHECK(setting.standard <= setting.most);
    }
}
