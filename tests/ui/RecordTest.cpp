// The record itself: read at a glance, edited where a value stands, a value's own history.
#include "core/base/Language.h"
#include "core/records/ClientStandardizer.h"
#include "ui/WindowFixture.h"
#include "ui/clients/ConflictDialog.h"
#include "ui/clients/FieldEditors.h"
#include "ui/clients/RecordHead.h"
#include "ui/clients/ValueHistoryDialog.h"
#include "ui/clients/ValueLine.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableWidget>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace tests;
using namespace Qt::StringLiterals;
using core::Field;

namespace {

/// A record that has a street, chosen in the list.
struct Chosen
{
    Sample sample;
    Window window;
    ui::ClientPanel& panel = window.main().clients().panel();
    core::ClientId id;

    explicit Chosen(const char* user = "admin")
        : window(sample.access(user))
    {
        const QStringList names = window.names();
        const auto chinese = std::find_if(names.begin(), names.end(), [](const QString& name) {
            return name.at(0).script()
                == QChar::Script_Han; // phones are read by the record's country
        });
        window.main().clients().selectRow(int(chinese - names.begin()));
        window.settle();
        for (const QString& word : wordsOn(&panel).split(QRegularExpression(u"[\\s·]+"_s))) {
            if (word.startsWith(u"CUST"_s)) {
                id.value = word;
            }
        }
        REQUIRE_FALSE(id.value.isEmpty());
    }
    ui::ValueLine* line(Field field) const
    {
        for (auto* one : panel.findChildren<ui::ValueLine*>()) {
            if (std::find(one->fields().begin(), one->fields().end(), field)
                != one->fields().end()) {
                return one;
            }
        }
        return nullptr;
    }
    QLineEdit* editor(Field field) const
    {
        REQUIRE(panel.inPlace() != nullptr);
        return qobject_cast<QLineEdit*>(panel.inPlace()->row(field).editor());
    }
};

} // namespace

TEST_CASE("F2 on a value edits it where it stands, Enter saves it")
{
    Chosen on;
    on.line(Field::Phone)->setFocus();
    QTest::keyClick(on.line(Field::Phone), Qt::Key_F2);
    REQUIRE(on.panel.inPlace() != nullptr);
    CHECK_FALSE(on.window.main().clients().form().isVisible()); // not the whole form
    QLineEdit* edit = on.editor(Field::Phone);
    CHECK(edit->isVisible());
    CHECK_FALSE(on.panel.inPlace()->row(Field::Email).isVisible());
    edit->selectAll();
    QTest::keyClicks(edit, u"+86 (0512) 6677-8899 ext 12"_s);
    on.window.settle();
    CHECK(on.panel.hasUnsavedWork());
    CHECK(on.window.main().clients().hasUnsavedWork());
    QTest::keyClick(edit, Qt::Key_Return);
    on.window.settle();
    CHECK(on.panel.inPlace() == nullptr);
    CHECK(stored(on.window, on.id).value(Field::Phone) == u"+8651266778899x12");
    CHECK(wordsOn(&on.panel).contains(u"0512-66778899 转 12"_s));
}

TEST_CASE("an address is edited in place with all of its fields, and Esc leaves it as it was")
{
    Chosen on;
    on.panel.editInPlace(Field::Street);
    on.window.settle();
    REQUIRE(on.panel.inPlace() != nullptr);
    for (const Field field : {Field::Province, Field::City, Field::District, Field::Street}) {
        CHECK(on.panel.inPlace()->row(field).isVisible());
    }
    QTest::keyClick(on.editor(Field::Street), Qt::Key_Escape);
    CHECK(on.panel.inPlace() == nullptr); // nothing was typed: nothing is asked
    on.panel.editInPlace(Field::Street);
    on.panel.inPlace()->type(Field::Street, u"Mill Lane 3"_s);
    QTest::keyClick(on.editor(Field::Street), Qt::Key_Escape);
    press(&on.window.main(), "Leave without saving");
    CHECK(on.panel.inPlace() == nullptr);
    CHECK(stored(on.window, on.id).value(Field::Street) != u"Mill Lane 3");
}

TEST_CASE("what is typed in place says what the rules say, and what somebody else decides")
{
    Chosen on("sales1");
    on.panel.editInPlace(Field::Phone);
    on.window.settle();
    on.panel.inPlace()->type(Field::Phone, u"38183752"_s);
    on.window.settle();
    CHECK(on.panel.inPlace()->row(Field::Phone).hasFinding());
    CHECK(buttonOf(on.panel.inPlace(), u"Save and ask for approval"_s) != nullptr);
    on.panel.inPlace()->type(Field::Phone, u"021-50501234"_s);
    on.window.settle();
    QTest::keyClick(on.editor(Field::Phone), Qt::Key_Return);
    on.window.settle();
    INFO(wordsOn(&on.panel).toStdString());
    CHECK(on.panel.inPlace() == nullptr);
    CHECK(wordsOn(&on.panel).contains(u"a request waits"_s));
}

TEST_CASE("a value that a colleague saved meanwhile is asked about in place, too")
{
    Chosen on;
    on.panel.editInPlace(Field::Phone);
    on.window.settle();
    on.panel.inPlace()->type(Field::Phone, u"13800138000"_s);
    changeElsewhere(on.window, on.id, Field::Phone, u"13900139000"_s);
    REQUIRE(on.panel.inPlace() != nullptr); // the record was read anew; what is typed stays
    CHECK(ui::editorText(on.editor(Field::Phone)) == u"13800138000");
    QTest::keyClick(on.editor(Field::Phone), Qt::Key_Return);
    on.window.settle();
    auto* dialog = on.panel.findChild<ui::ConflictDialog*>();
    REQUIRE(dialog != nullptr);
    press(dialog, "Yours");
    press(dialog, "Save");
    on.window.settle();
    CHECK(stored(on.window, on.id).value(Field::Phone) == u"+8613800138000");
}

TEST_CASE("arrow keys go from value to value, and Ctrl+C copies one")
{
    Chosen on;
    ui::ValueLine* first
        = on.line(Field::Contact) != nullptr ? on.line(Field::Contact) : on.line(Field::Phone);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Down);
    auto* next = qobject_cast<ui::ValueLine*>(on.window.main().focusWidget());
    REQUIRE(next != nullptr);
    CHECK(next != first);
    QTest::keyClick(next, Qt::Key_C, Qt::ControlModifier);
    CHECK_FALSE(QApplication::clipboard()->text().isEmpty());
    CHECK(next->accessibleName().endsWith(QApplication::clipboard()->text()));
}

TEST_CASE("the name is edited in the head, and the keyboard goes from there to the values and back")
{
    Chosen on;
    auto* name = on.panel.findChild<ui::RecordHead*>()->name();
    name->setFocus();
    QTest::keyClick(name, Qt::Key_Down);
    auto* first = qobject_cast<ui::ValueLine*>(on.window.main().focusWidget());
    REQUIRE(first != nullptr);
    CHECK(first != name);
    QTest::keyClick(first, Qt::Key_Up);
    CHECK(on.window.main().focusWidget() == name);
    QTest::keyClick(name, Qt::Key_F2);
    REQUIRE(on.panel.inPlace() != nullptr);
    QLineEdit* edit = on.editor(Field::Name);
    CHECK(edit->isVisible());
    on.panel.inPlace()->type(Field::Name,
                             u"\u82cf\u5dde\u4e91\u6749\u8d38\u6613\u6709\u9650\u516c\u53f8"_s);
    on.window.settle();
    QTest::keyClick(edit, Qt::Key_Return);
    on.window.settle();
    INFO(wordsOn(&on.panel).toStdString());
    CHECK(on.panel.inPlace() == nullptr);
    CHECK(stored(on.window, on.id).value(Field::Name)
          == u"\u82cf\u5dde\u4e91\u6749\u8d38\u6613\u6709\u9650\u516c\u53f8");
    CHECK(name->accessibleName().contains(stored(on.window, on.id).value(Field::Name)));
}

TEST_CASE("from one value to the next, nothing is squeezed and no gap is left")
{
    const char* language = GENERATE("en", "zh"); // letters of another height
    core::useLanguage(QLatin1String(language));
    ui::theme::apply(*qApp, ui::theme::Scheme::Light);
    Chosen on;
    changeElsewhere(
        on.window,
        on.id,
        Field::Contacts,
        uR"([{"name":"Ann Poe","position":"sales","phones":["+442079460123"],"emails":["ann@example.com"]},)"
        uR"({"name":"Bo Poe","position":"sales","phones":["+442079460124"],"emails":["bo@example.com"]}])"_s);
    changeElsewhere(on.window, on.id, Field::Notes, u"line\n"_s.repeated(30)); // not all in sight
    const auto heights = [&on] {
        std::vector<int> all;
        for (const auto* line :
             on.panel.findChildren<ui::ProfileView*>().front()->findChildren<ui::ValueLine*>()) {
            all.push_back(line->height());
        }
        return all;
    };
    const std::vector<int> before = heights();
    on.panel.editInPlace(Field::Street);
    on.window.settle();
    CHECK(heights() != before);
    SECTION("at once, as a double click does")
    {
        on.panel.editInPlace(Field::Phone);
        on.panel.editInPlace(Field::Name);
    }
    SECTION("after it was left")
    {
        QTest::keyClick(on.panel.inPlace(), Qt::Key_Escape);
        on.panel.editInPlace(Field::Name);
    }
    SECTION("after it was left, and some time later")
    {
        QTest::keyClick(on.panel.inPlace(), Qt::Key_Escape);
        on.window.settle();
        on.panel.editInPlace(Field::Name);
    }
    on.window.settle();
    CHECK(heights() == before);
    const auto lines
        = on.panel.findChildren<ui::ProfileView*>().front()->findChildren<ui::ValueLine*>();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        CHECK(lines[i - 1]->geometry().bottom() < lines[i]->geometry().top());
    }
    core::useLanguage(u"en"_s);
    ui::theme::apply(*qApp, ui::theme::Scheme::Light);
}

namespace {

/// What "Add a value" offers, and how to take one of it.
QAction* offered(const Chosen& on, Field field)
{
    auto* button = qobject_cast<QPushButton*>(buttonOf(&on.panel, u"Add a value"_s));
    REQUIRE(button != nullptr);
    for (QAction* action : button->menu()->actions()) {
        if (action->text() == core::fieldLabel(field)) {
            return action;
        }
    }
    return nullptr;
}

void add(Chosen& on, Field field)
{
    QAction* action = offered(on, field);
    REQUIRE(action != nullptr);
    action->trigger();
    on.window.settle();
    REQUIRE(on.panel.inPlace() != nullptr);
}

} // namespace

TEST_CASE("a field that is empty is given a value in place, and the keyboard goes on there")
{
    Chosen on;
    changeElsewhere(on.window, on.id, Field::Website, {});
    CHECK(on.line(Field::Website) == nullptr);
    CHECK(offered(on, Field::Phone) == nullptr); // has one
    add(on, Field::Website);
    QTest::keyClick(on.editor(Field::Website), Qt::Key_Escape); // changed his mind
    on.window.settle();
    CHECK(on.panel.inPlace() == nullptr);
    CHECK(on.line(Field::Website) == nullptr);
    CHECK(on.window.main().focusWidget() == buttonOf(&on.panel, u"Add a value"_s));

    add(on, Field::Website);
    QTest::keyClicks(on.editor(Field::Website), u"https://example.com"_s);
    on.window.settle();
    QTest::keyClick(on.editor(Field::Website), Qt::Key_Return);
    on.window.settle();
    CHECK(on.panel.inPlace() == nullptr);
    CHECK(stored(on.window, on.id).value(Field::Website) == u"https://example.com");
    REQUIRE(on.line(Field::Website) != nullptr);
    CHECK(on.window.main().focusWidget() == on.line(Field::Website));
    CHECK(offered(on, Field::Website) == nullptr);
}

TEST_CASE("tags, which stand as chips in the head, are edited in place as well")
{
    Chosen on;
    changeElsewhere(on.window, on.id, Field::Tags, u"fair;key"_s);
    CHECK(on.line(Field::Tags) == nullptr);
    add(on, Field::Tags);
    CHECK(ui::editorText(on.editor(Field::Tags)).contains(u"key"));
    on.panel.inPlace()->type(Field::Tags, u"key"_s);
    on.window.settle();
    QTest::keyClick(on.editor(Field::Tags), Qt::Key_Return);
    on.window.settle();
    CHECK(stored(on.window, on.id).value(Field::Tags) == u"key");
    CHECK(on.line(Field::Tags) == nullptr);
    changeElsewhere(on.window, on.id, Field::Tags, {});
    add(on, Field::Tags); // the first of them
    auto* button = qobject_cast<QPushButton*>(buttonOf(&on.panel, u"Add a value"_s));
    CHECK(
        std::ranges::count(button->menu()->actions(), core::fieldLabel(Field::Tags), &QAction::text)
        == 1);
}

TEST_CASE("what a value is added in is in sight as a whole, however low the window is")
{
    Chosen on;
    const int width = on.window.main().width();
    for (int height = 560; height <= 800; height += 16) {
        INFO(height);
        on.window.main().resize(width, height);
        add(on, Field::Tags);
        on.window.settle();
        const QAbstractButton* save = buttonOf(on.panel.inPlace(), u"Save"_s);
        REQUIRE(save != nullptr);
        CHECK(save->visibleRegion().boundingRect() == save->rect());
        QTest::keyClick(on.panel.inPlace(), Qt::Key_Escape);
        on.window.settle();
    }
}

TEST_CASE("who may not see all of a record is not offered to fill what is hidden")
{
    Chosen on("service");
    CHECK(buttonOf(&on.panel, u"Add a value"_s) == nullptr);
}

TEST_CASE("the history of one value: what it was, since when, by whom, how")
{
    Chosen on;
    changeElsewhere(on.window, on.id, Field::Phone, u"13900139000"_s);
    changeElsewhere(on.window, on.id, Field::Notes, u"another field"_s);
    on.line(Field::Phone)->setFocus();
    QTest::keyClick(on.line(Field::Phone), Qt::Key_H, Qt::ControlModifier);
    auto* dialog = on.panel.findChild<ui::ValueHistoryDialog*>();
    REQUIRE(dialog != nullptr);
    auto* table = dialog->findChild<QTableWidget*>();
    REQUIRE(table->rowCount() == 2);
    CHECK(table->item(0, 0)->text() == u"13900139000");
    CHECK(table->item(0, 1)->text().contains(u"the value now"_s));
    CHECK(table->item(0, 2)->text() == u"admin");
    CHECK(table->item(1, 0)->text() != table->item(0, 0)->text());
    CHECK_FALSE(table->item(1, 3)->text().isEmpty());
    press(dialog, "Close");
}

TEST_CASE("the head says whose the record is, its states in words, and copies the phone")
{
    Chosen on;
    auto* head = on.panel.findChild<ui::RecordHead*>();
    REQUIRE(head != nullptr);
    const core::Client client = stored(on.window, on.id);
    const QString words = wordsOn(head);
    INFO(words.toStdString());
    CHECK(words.contains(client.value(Field::Name)));
    CHECK(words.contains(client.value(Field::Owner)));
    for (const QString& tag : client.value(Field::Tags).split(u';', Qt::SkipEmptyParts)) {
        CHECK(words.contains(tag));
    }
    for (auto* button : head->findChildren<QAbstractButton*>()) {
        if (button->accessibleName().startsWith(u"Copy Phone"_s)) {
            button->click();
        }
    }
    CHECK(QApplication::clipboard()->text()
          == core::shownValue(Field::Phone, client.value(Field::Phone)));
}
