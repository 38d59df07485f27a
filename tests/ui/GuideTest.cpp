// The guide and the keyboard overview cannot say what is not there.
#include "ui/WindowFixture.h"
#include "ui/help/FirstSteps.h"
#include "ui/help/GuideDialog.h"
#include "ui/help/GuidePages.h"
#include "ui/help/KeyOverview.h"
#include "ui/help/PageKeys.h"

#include <QFile>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSet>
#include <QXmlStreamReader>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

/// The texts of the program by context, as they are collected from its sources; those that are gone left out.
QHash<QString, QSet<QString>> textsOfTheProgram()
{
    QFile file(qEnvironmentVariable("DOSSIER_SOURCE_DIR", u"."_s)
               + u"/translations/dossier_zh_CN.ts"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QHash<QString, QSet<QString>> texts;
    QString context;
    QString source;
    QXmlStreamReader reader(&file);
    while (!reader.atEnd()) {
        if (!reader.readNextStartElement()
            && reader.tokenType() != QXmlStreamReader::StartElement) {
            continue;
        }
        const auto name = reader.name();
        if (name == u"name") {
            context = reader.readElementText();
        } else if (name == u"source") {
            source = reader.readElementText();
        } else if (name == u"translation") {
            const QString type = reader.attributes().value(QLatin1String("type")).toString();
            if (type != u"vanished" && type != u"obsolete") {
                texts[context].insert(source);
            }
        }
    }
    return texts;
}

} // namespace

TEST_CASE(
    "every button and field that the guide names is one of the program's, every key a command's")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const auto texts = textsOfTheProgram();
    REQUIRE(texts.size() > 20);
    const auto check = [&](const std::vector<ui::Named>& names) {
        for (const ui::Named& name : names) {
            INFO(name.context << ": " << name.text);
            if (QLatin1String(name.context) == QLatin1String("key")) {
                const QAction* action = window.main().commands().action(name.text);
                REQUIRE(action != nullptr);
                CHECK_FALSE(action->shortcut().isEmpty());
            } else {
                CHECK(texts.value(QLatin1String(name.context))
                          .contains(QString::fromUtf8(name.text)));
            }
        }
    };
    CHECK(ui::guidePages().size() >= 5);
    for (const ui::GuidePage& page : ui::guidePages()) {
        INFO(page.id);
        for (const ui::GuideStep& step : page.steps) {
            check(step.names);
            CHECK_FALSE(
                ui::guideWords(step.text, step.names, window.main().commands()).contains(u'%'));
        }
        check(page.goodNames);
        if (page.command != nullptr) {
            CHECK(window.main().commands().action(page.command) != nullptr);
        }
    }
}

TEST_CASE("F1 opens the guide at the page that helps where one is, and its button does the thing")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.main().go(ui::MainWindow::Inbox);
    QTest::keyClick(&window.main(), Qt::Key_F1);
    auto* guide = window.main().findChild<ui::GuideDialog*>();
    REQUIRE(guide != nullptr);
    CHECK(guide->findChild<QListWidget*>()->currentItem()->text()
          == u"A change that is approved"_s);
    CHECK(guide->pages() == int(ui::guidePages().size()));
    guide->showPage(u"client"_s);
    press(guide, "Try it: New client");
    window.settle();
    CHECK(window.main().clients().form().isVisible());
}

TEST_CASE("the keyboard overview has the key of every command and those of the page at hand, and "
          "can be searched")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.main().go(ui::MainWindow::Duplicates);
    window.settle();
    QTest::keyClick(&window.main(), Qt::Key_Slash, Qt::ControlModifier);
    auto* overview = window.main().findChild<ui::KeyOverview*>();
    REQUIRE(overview != nullptr);
    QStringList all;
    for (const auto& group : overview->groups()) {
        for (const auto& line : group.lines) {
            all.append(line.what + u'|' + line.keys);
        }
    }
    for (const auto& entry : window.main().commands().all()) {
        if (!entry.command.key.isEmpty()) {
            CHECK(all.contains(entry.action->text() + u'|' + ui::keyText(entry.command.key)));
        }
    }
    CHECK(all.contains(u"Decided…|Alt+D"_s)); // a button of this page
    CHECK(all.contains(u"Not a duplicate|N"_s));
    overview->findChild<QLineEdit*>()->setText(u"lock"_s);
    const QString words = wordsOn(overview);
    CHECK(words.contains(u"Ctrl+L"_s));
    CHECK_FALSE(words.contains(u"Ctrl+N"_s));
    overview->findChild<QLineEdit*>()->setText(u"no such thing"_s);
    CHECK(wordsOn(overview).contains(u"No key for that"_s));
}

TEST_CASE("the keys of one place stand together in the overview")
{
    QSet<QString> done;
    QString group;
    for (const ui::PageKey& key : ui::pageKeys()) {
        const QString here = QString::fromUtf8(key.group);
        INFO(here.toStdString() << ": " << key.what);
        if (here != group) {
            CHECK_FALSE(done.contains(here));
            done.insert(here);
            group = here;
        }
    }
    CHECK(done.size() == 6);
}

TEST_CASE("a key reads as it is printed on the keyboard, in every language")
{
    CHECK(ui::keyText(QKeySequence(Qt::ALT | Qt::Key_Left)) == u"Alt+←"_s);
    CHECK(ui::keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)) == u"Ctrl+Enter"_s);
    CHECK(ui::keyText(QKeySequence(Qt::Key_F1)) == u"F1"_s);
}

TEST_CASE("a new office says what to do first, each step with the button that does it")
{
    const Sample sample;
    Window window(sample.access("admin"));
    ui::FirstSteps steps(window.main().commands());
    steps.show();
    CHECK(wordsOn(&steps).contains(u"Bring your spreadsheet in"_s));
    press(&steps, "Go to People");
    CHECK(window.main().place() == ui::MainWindow::People);
    Window other(sample.access("sales1"));
    ui::FirstSteps ofSales(other.main().commands());
    ofSales.show();
    CHECK_FALSE(wordsOn(&ofSales).contains(u"Let your colleagues in"_s));
}
