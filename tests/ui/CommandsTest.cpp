// What the window can be told to do, and the line that finds it and every client (Ctrl+K).
#include "ui/shell/Commands.h"

#include "core/standardize/Pinyin.h"
#include "ui/WindowFixture.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/RecordWindow.h"
#include "ui/shell/TopBar.h"

#include <QLineEdit>
#include <QListView>
#include <QSet>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

struct Palette
{
    explicit Palette(Window& owner)
        : window(owner)
    {
        QTest::keyClick(&window.main(), Qt::Key_K, Qt::ControlModifier);
        window.settle();
        frame = window.main().findChild<ui::CommandPalette*>();
        REQUIRE(frame != nullptr);
        REQUIRE(frame->isVisible());
        edit = frame->findChild<QLineEdit*>();
        list = frame->findChild<QListView*>();
        REQUIRE(edit->hasFocus());
    }

    void type(const QString& text)
    {
        edit->setText(text);
        window.settle();
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList texts;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            texts.append(list->model()->index(row, 0).data().toString());
        }
        return texts;
    }
    [[nodiscard]] QString chosen() const { return list->currentIndex().data().toString(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(edit, key, modifiers);
        window.settle();
    }

    Window& window;
    ui::CommandPalette* frame = nullptr;
    QLineEdit* edit = nullptr;
    QListView* list = nullptr;
};

} // namespace

TEST_CASE(
    "a command is found by the beginnings of its words, by Chinese, by pinyin and its initials")
{
    CHECK(ui::matchOf(u"new", u"New client") == 3);
    CHECK(ui::matchOf(u"NEW CL", u"New client") == 3);
    CHECK(ui::matchOf(u"cl ne", u"New client") == 2);
    CHECK(ui::matchOf(u"client", u"New client") == 2);
    CHECK(ui::matchOf(u"lient", u"New client") == 0);
    CHECK(ui::matchOf(u"xj", u"新建客户") == 3);
    CHECK(ui::matchOf(u"xinjian", u"新建客户") == 3);
    CHECK(ui::matchOf(u"kh", u"新建客户") == 2);
    CHECK(ui::matchOf(u"客户", u"新建客户") == 2);
    CHECK(ui::matchOf(u"k", u"新建客户") == 0);
    CHECK(ui::matchOf(u"", u"New client") == 0);
    CHECK(ui::matchOf(u"ec", u"Export…") == 0);
}

TEST_CASE("no command stands twice in the table: neither its name nor its key")
{
    const Sample sample;
    Window window(sample.access("admin"));
    QSet<QString> ids;
    QSet<QString> names;
    QSet<QString> keys;
    for (const auto& entry : window.main().commands().all()) {
        INFO(entry.command.id);
        CHECK_FALSE(ids.contains(QLatin1String(entry.command.id)));
        CHECK_FALSE(names.contains(entry.action->text()));
        const QString key = entry.command.key.toString();
        CHECK((key.isEmpty() || !keys.contains(key)));
        CHECK_FALSE(entry.action->icon().isNull());
        ids.insert(QLatin1String(entry.command.id));
        names.insert(entry.action->text());
        keys.insert(key);
    }
    CHECK(ids.size() > 15);
}

TEST_CASE("whoever may not bring files in or take them out has no command for it")
{
    const Sample sample;
    Window window(sample.access("service"));
    CHECK(window.main().commands().action("people") == nullptr);
    CHECK(window.main().commands().action("office.export") == nullptr);
    CHECK(window.main().commands().action("client.find") != nullptr);
}

TEST_CASE("Ctrl+K finds a client by the initials of its name, from any page, and Enter opens it")
{
    const Sample sample;
    Window window(sample.access("admin"));
    QString wanted;
    for (const QString& name : window.names()) {
        wanted = name.at(0).script() == QChar::Script_Han ? name : wanted;
    }
    REQUIRE_FALSE(wanted.isEmpty());
    window.main().go(ui::MainWindow::Inbox);
    window.settle();
    Palette palette(window);
    palette.type(core::companyReading(wanted).initials);
    REQUIRE(palette.rows().contains(wanted));
    while (palette.chosen() != wanted) {
        palette.press(Qt::Key_Down);
    }
    palette.press(Qt::Key_Return);
    CHECK_FALSE(palette.frame->isVisible());
    CHECK(window.main().place() == ui::MainWindow::Clients);
    CHECK(wordsOn(&window.main().clients().panel()).contains(wanted));
}

TEST_CASE("Enter before the clients have come opens the first of them all the same")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const QString wanted = window.names().at(3);
    Palette palette(window);
    palette.edit->setText(wanted);
    QTest::keyClick(palette.edit, Qt::Key_Return);
    CHECK(palette.frame->isVisible());
    window.settle();
    CHECK_FALSE(palette.frame->isVisible());
    CHECK(wordsOn(&window.main().clients().panel()).contains(wanted));
}

TEST_CASE("Ctrl+K does what the window can do, by the keyboard alone")
{
    const Sample sample;
    Window window(sample.access("admin"));
    Palette palette(window);
    palette.type(u"new cl"_s);
    CHECK(palette.chosen() == u"New client"_s);
    palette.press(Qt::Key_Return);
    CHECK(window.main().clients().form().isVisible());

    Palette again(window);
    again.type(u"审批"_s); // no word of it in English, but people may look for it so
    again.type(u"inbox"_s);
    CHECK(again.chosen() == u"Go to Inbox"_s);
    again.press(Qt::Key_Return);
    CHECK(window.main().place() == ui::MainWindow::Inbox);
}

TEST_CASE("with nothing typed Ctrl+K shows what was opened last and all that can be done; Esc "
          "gives the keyboard back")
{
    const Sample sample;
    Window window(sample.access("admin"));
    constexpr int lookMs = 1200;
    window.main().clients().selectRow(2);
    QTest::qWait(lookMs);
    window.settle();
    const QString seen = window.list().model()->index(2, 0).data().toString();
    window.list().setFocus();
    Palette palette(window);
    const QStringList rows = palette.rows();
    CHECK(rows.value(0) == u"Opened last"_s);
    CHECK(rows.value(1) == seen);
    CHECK(rows.contains(u"New client"_s));
    CHECK(rows.contains(u"Keyboard overview"_s));
    CHECK_FALSE(rows.contains(u"Forward"_s)); // there is nothing to go forward to
    palette.press(Qt::Key_Escape);
    CHECK_FALSE(palette.frame->isVisible());
    CHECK(window.list().hasFocus());
}

TEST_CASE("what Ctrl+K finds can be opened in a window of its own, or shown whole in the list")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const QString wanted = window.names().at(4);
    {
        Palette palette(window);
        palette.type(wanted);
        REQUIRE(palette.chosen() == wanted);
        palette.press(Qt::Key_Return, Qt::ControlModifier);
    }
    REQUIRE(window.main().recordWindows().size() == 1);
    CHECK(wordsOn(window.main().recordWindows().front()).contains(wanted));
    window.main().recordWindows().front()->close();
    window.main().activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window.main()));
    {
        Palette palette(window);
        palette.type(wanted);
        palette.list->setCurrentIndex(palette.list->model()->index(
            int(palette.rows().indexOf(u"All that “%1” finds, in the list"_s.arg(wanted))), 0));
        palette.press(Qt::Key_Return);
    }
    CHECK(window.names().contains(wanted));
    CHECK(window.names().size() < 10);
}

TEST_CASE("whoever asks for another client while typing is told why it does not come, and can have "
          "it beside")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const QString wanted = window.names().at(4);
    window.main().newClient();
    window.main().clients().form().type(core::Field::Name, u"Half Typed Ltd"_s);
    window.settle();
    Palette palette(window);
    palette.type(wanted);
    palette.press(Qt::Key_Return);
    CHECK(window.main().clients().hasUnsavedWork());
    press(&window.main(), "Open in a window of its own");
    window.settle();
    REQUIRE(window.main().recordWindows().size() == 1);
    CHECK(wordsOn(window.main().recordWindows().front()).contains(wanted));
    window.main().clients().discard();
}

TEST_CASE("Ctrl+K works in the middle of typing into a field, and Esc goes back into it")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.main().newClient();
    window.settle();
    const QPointer<QWidget> field = QApplication::focusWidget();
    REQUIRE(field);
    REQUIRE(window.main().clients().form().isAncestorOf(field));
    QTest::keyClicks(field, u"Half"_s);
    QTest::keyClick(field, Qt::Key_K, Qt::ControlModifier);
    auto* palette = window.main().findChild<ui::CommandPalette*>();
    REQUIRE(palette->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    CHECK_FALSE(palette->isVisible());
    CHECK(QApplication::focusWidget() == field);
    CHECK(window.main().clients().form().isVisible()); // Esc was the palette's
    window.main().clients().discard();
}

TEST_CASE("Ctrl+F puts the keyboard into the search of the list")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.main().go(ui::MainWindow::Inbox);
    QTest::keyClick(&window.main(), Qt::Key_F, Qt::ControlModifier);
    CHECK(window.main().top().isSearching());
    QTest::keyClicks(QApplication::focusWidget(), u"zz"_s);
    window.settle();
    CHECK(window.main().place() == ui::MainWindow::Clients);
}
