#include "ui/WindowFixture.h"
#include "ui/clients/FieldEditors.h"
#include "ui/widgets/EntriesEditor.h"
#include "ui/widgets/FieldRow.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>

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
