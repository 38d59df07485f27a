#include "ui/WindowFixture.h"
#include "ui/clients/FieldEditors.h"
#include "ui/widgets/EntriesEditor.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/SuggestEdit.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;
using core::Field;

namespace {

ui::EntriesEditor& entriesOf(ui::ClientForm& form, Field field)
{
    auto* editor = qobject_cast<ui::EntriesEditor*>(form.row(field).editor());
    REQUIRE(editor != nullptr);
    return *editor;
}

/// The first client with a Chinese name: numbers without a country are read by the country of the record.
int chineseRow(Window& window)
{
    const QStringList names = window.names();
    for (int row = 0; row < int(names.size()); ++row) {
        if (names.at(row).at(0).script() == QChar::Script_Han) {
            return row;
        }
    }
    FAIL("no Chinese name in the sample");
    return 0;
}

core::Client chooseAndEdit(Window& window, int row)
{
    const QString name = window.names().value(row);
    REQUIRE(window.select(name));
    core::Client client;
    const QObject until; // the connection ends with this function
    QObject::connect(&window.main().clients().panel(),
                     &ui::ClientPanel::editWanted,
                     &until,
                     [&client](const core::Client& chosen) { client = chosen; });
    press(&window.main().clients().panel(), "Edit");
    window.settle();
    return client;
}

} // namespace

TEST_CASE("further contacts are typed one by one, stored in standard form and shown in the record")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const core::Client before = chooseAndEdit(window, chineseRow(window));
    ui::ClientForm& form = window.main().clients().form();
    ui::EntriesEditor& contacts = entriesOf(form, Field::Contacts);
    const int had = contacts.count();
    contacts.addEntry();
    CHECK_FALSE(form.isDirty()); // an empty line says nothing
    contacts.cell(had, 0)->setText(QStringLiteral("陆晨"));
    contacts.cell(had, 1)->setText(QStringLiteral("财务"));
    contacts.cell(had, 2)->setText(QStringLiteral("139 1700 1234; 0512-66778899"));
    contacts.cell(had, 3)->setText(QStringLiteral("lu@yunfan.example"));
    CHECK(form.isDirty());
    press(&form, "Save");
    window.settle();
    CHECK_FALSE(form.isVisible());
    const QString kept = stored(window, before.id()).value(Field::Contacts);
    INFO(kept.toStdString());
    CHECK(kept.contains(QStringLiteral("\"+8613917001234\",\"+8651266778899\"")));
    const QString shown = wordsOn(&window.main().clients().panel());
    CHECK(shown.contains(QStringLiteral("陆晨 · 财务")));
    CHECK(shown.contains(QStringLiteral("13917001234")));
    CHECK(shown.contains(QStringLiteral("lu@yunfan.example")));

    press(&window.main().clients().panel(), "Edit");
    window.settle();
    CHECK(contacts.count() == had + 1);
    for (auto* button : contacts.findChildren<QAbstractButton*>()) {
        if (button->accessibleName() == QStringLiteral("Remove this contact %1").arg(had + 1)) {
            button->click();
            break;
        }
    }
    press(&form, "Save");
    window.settle();
    CHECK(stored(window, before.id()).value(Field::Contacts) == before.value(Field::Contacts));
}

TEST_CASE("fields of the office's own are edited and shown under their own names")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const core::Client before = chooseAndEdit(window, 3);
    ui::ClientForm& form = window.main().clients().form();
    ui::EntriesEditor& own = entriesOf(form, Field::Custom);
    const int had = own.count();
    for (const char* value : {"A-1017", "B-2"}) {
        const int entry = own.count();
        own.addEntry();
        own.cell(entry, 0)->setText(QStringLiteral("会员号"));
        own.cell(entry, 1)->setText(QString::fromUtf8(value));
    }
    press(&form, "Save");
    window.settle();
    const QString shown = wordsOn(&window.main().clients().panel());
    CHECK(shown.contains(QStringLiteral("会员号\nA-1017")));
    CHECK(shown.contains(QStringLiteral("会员号 2\nB-2"))); // the same name twice loses nothing
    press(&window.main().clients().panel(), "Edit");
    window.settle();
    CHECK(own.count() == had + 2);
    CHECK_FALSE(form.isDirty());
}

TEST_CASE("the record that is shown follows what is changed elsewhere in the window")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const core::Client client = chooseAndEdit(window, 1);
    press(&window.main().clients().form(), "Cancel");
    changeElsewhere(window, client.id(), Field::Notes, QStringLiteral("call before delivery"));
    CHECK(
        wordsOn(&window.main().clients().panel()).contains(QStringLiteral("call before delivery")));
}

TEST_CASE("what is half typed goes along into the window of the other language")
{
    const Sample sample;
    Window window(sample.access("admin"));
    CHECK_FALSE(window.main().clients().draft());
    const core::Client client = chooseAndEdit(window, 2);
    window.main().clients().form().type(Field::Street, QStringLiteral("Mill Lane 3"));
    const auto draft = window.main().clients().draft();
    REQUIRE(draft);

    Window other(sample.access("admin"));
    other.main().clients().restore(*draft);
    other.settle();
    ui::ClientForm& form = other.main().clients().form();
    CHECK(form.isVisible());
    CHECK(form.isDirty());
    press(&form, "Save");
    other.settle();
    CHECK(stored(other, client.id()).value(Field::Street) == QStringLiteral("Mill Lane 3"));
}

TEST_CASE("what the role may not change cannot be typed into")
{
    const Sample sample;
    Window window(sample.access("service"));
    chooseAndEdit(window, 0);
    ui::ClientForm& form = window.main().clients().form();
    const auto readOnly = [&form](Field field) {
        return form.row(field).editor()->property("readOnly").toBool();
    };
    CHECK(readOnly(Field::Website));
    CHECK_FALSE(readOnly(Field::Phone)); // by asking
    form.type(Field::Phone, QStringLiteral("021-50501234"));
    window.settle();
    CHECK(buttonOf(&form, QStringLiteral("Save and ask for approval")) != nullptr);
}

TEST_CASE("what is pasted in one piece leaves alone what the role may not change")
{
    const Sample sample;
    Window window(sample.access("service"));
    (void)chooseAndEdit(window, 0);
    ui::ClientForm& form = window.main().clients().form();
    const auto text = [&form](Field field) {
        return ui::editorText(form.row(field).editor());
    };
    const QString website = text(Field::Website);
    QWidget* phone = form.row(Field::Phone).editor();
    phone->setFocus();
    QApplication::clipboard()->setText(
        u"John Smith\nTel. +44 20 7946 0123\njohn.smith@alder.com\nwww.alder.com"_s);
    QTest::keyClick(phone, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(phone, Qt::Key_V, Qt::ControlModifier);
    window.settle();
    press(&form, "Split it up");
    CHECK(text(Field::Contact) == u"John Smith");
    CHECK(text(Field::Phone) == u"+44 20 7946 0123");
    CHECK(text(Field::Website) == website);
    INFO(form.notice().toStdString());
    CHECK(form.notice().contains(u"Left over: "));
    CHECK(form.notice().contains(u"Website: www.alder.com"));
}

TEST_CASE("whoever does not see a value can still ask for another one")
{
    const Sample sample;
    Window window(sample.access("service"));
    chooseAndEdit(window, 0);
    ui::ClientForm& form = window.main().clients().form();
    form.type(Field::Street, QStringLiteral("Mill Lane 3")); // has a value that is hidden here
    window.settle();
    press(&form, "Save and ask for approval");
    window.settle();
    INFO(wordsOn(&form).toStdString());
    CHECK_FALSE(form.isVisible());
}

TEST_CASE("undo of the form reaches the cells of further contacts and of own fields")
{
    const Sample sample;
    Window window(sample.access("admin"));
    press(&window.main(), "New client");
    window.settle();
    ui::ClientForm& form = window.main().clients().form();
    QWidget* name = form.row(Field::Name).editor();
    name->setFocus();
    QTest::keyClicks(name, u"Alder"_s);
    ui::EntriesEditor& contacts = entriesOf(form, Field::Contacts);
    contacts.addEntry();
    contacts.cell(0, 0)->setFocus();
    QTest::keyClicks(contacts.cell(0, 0), u"Ann Poe"_s);
    contacts.cell(0, 1)->setFocus();
    QTest::keyClicks(contacts.cell(0, 1), u"sales"_s);
    ui::EntriesEditor& own = entriesOf(form, Field::Custom);
    own.addEntry();
    own.cell(0, 0)->setFocus();
    QTest::keyClicks(own.cell(0, 0), u"Hobby"_s);
    const auto undo = [&window] {
        QTest::keyClick(window.main().focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    };
    undo();
    CHECK(own.text().isEmpty());
    undo(); // of the field before
    REQUIRE(contacts.count() == 1);
    CHECK(contacts.cell(0, 0)->text() == u"Ann Poe");
    CHECK(contacts.cell(0, 1)->text().isEmpty());
    undo();
    CHECK(contacts.text().isEmpty());
    CHECK(ui::editorText(name) == u"Alder");
    undo();
    CHECK_FALSE(form.isDirty());
    QTest::keyClick(
        window.main().focusWidget(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(
        window.main().focusWidget(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(contacts.count() == 1);
    CHECK(contacts.cell(0, 0)->text() == u"Ann Poe");
}

TEST_CASE("whoever takes back what he typed into a cell goes on in it")
{
    const Sample sample;
    Window window(sample.access("admin"));
    press(&window.main(), "New client");
    window.settle();
    ui::ClientForm& form = window.main().clients().form();
    ui::EntriesEditor& contacts = entriesOf(form, Field::Contacts);
    contacts.addEntry();
    contacts.cell(0, 0)->setFocus();
    QTest::keyClicks(contacts.cell(0, 0), u"Ann"_s);
    contacts.cell(0, 1)->setFocus();
    QTest::keyClicks(contacts.cell(0, 1), u"sales"_s);
    QTest::keyClick(contacts.cell(0, 1), Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(contacts.count() == 1);
    CHECK(window.main().focusWidget() == contacts.cell(0, 1));
    QTest::keyClicks(window.main().focusWidget(), u"law"_s);
    CHECK(contacts.cell(0, 1)->text() == u"law");
}

TEST_CASE("Enter leaves free text as it was typed, where no word that is offered is chosen")
{
    const Sample sample;
    Window window(sample.access("admin"));
    press(&window.main(), "New client");
    window.settle();
    ui::ClientForm& form = window.main().clients().form();
    const auto typed = [&form](Field field, const QString& text) {
        auto* edit = qobject_cast<ui::SuggestEdit*>(form.row(field).editor());
        REQUIRE(edit != nullptr);
        edit->setFocus();
        edit->insert(text); // as an input method does
        REQUIRE(edit->isOffering());
        QTest::keyClick(edit->popup(), Qt::Key_Return);
        CHECK_FALSE(edit->isOffering());
        return edit->text();
    };
    auto* tags = qobject_cast<ui::SuggestEdit*>(form.row(Field::Tags).editor());
    tags->setFocus();
    QTest::keyClick(tags, Qt::Key_Down);
    REQUIRE(tags->isOffering());
    const QString tag = tags->popup()->model()->index(0, 0).data().toString();
    QTest::keyClick(tags->popup(), Qt::Key_Escape);
    CHECK(typed(Field::Tags, tag.left(1)) == tag.left(1));
    CHECK(typed(Field::City, u"苏"_s) == u"苏");
    CHECK(typed(Field::Industry, u"rjh"_s)
          != u"rjh"); // found by its initials: one of a list is meant
}
