// What the form does for whoever types: offers, splits, puts into form, takes back.
#include "core/records/ClientStandardizer.h"
#include "ui/EmptyForm.h"
#include "ui/clients/CompareDialog.h"
#include "ui/clients/FormUndo.h"
#include "ui/widgets/SuggestEdit.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QTableWidget>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;
using core::Field;

namespace {

struct NewForm : EmptyForm
{
    ui::SuggestEdit* suggesting(Field field) const
    {
        return qobject_cast<ui::SuggestEdit*>(form.row(field).editor());
    }
    void paste(Field field, const QString& text)
    {
        line(field)->setFocus();
        QApplication::clipboard()->setText(text);
        line(field)->paste();
        window.settle();
    }
    /// What is typed, a row down, Return.
    void choose(Field field, const QString& typed)
    {
        ui::SuggestEdit* edit = suggesting(field);
        REQUIRE(edit != nullptr);
        edit->setFocus();
        edit->selectAll();
        edit->insert(typed); // as an input method does
        REQUIRE(edit->isOffering());
        QTest::keyClick(edit->popup(), Qt::Key_Down);
        QTest::keyClick(edit->popup(), Qt::Key_Return);
        CHECK_FALSE(edit->isOffering());
        window.settle();
    }
    void undo() { QTest::keyClick(window.main().focusWidget(), Qt::Key_Z, Qt::ControlModifier); }
    void redo()
    {
        QTest::keyClick(
            window.main().focusWidget(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    }
};

} // namespace

TEST_CASE("a district is found by its initials and brings its city and province along, in one step")
{
    NewForm on;
    on.choose(Field::District, u"hq"_s);
    const QString district = on.text(Field::District);
    INFO(district.toStdString());
    CHECK_FALSE(district.isEmpty());
    CHECK_FALSE(on.text(Field::City).isEmpty());
    CHECK_FALSE(on.text(Field::Province).isEmpty());
    on.undo();
    CHECK(on.text(Field::City).isEmpty());
    CHECK(on.text(Field::Province).isEmpty());
    on.redo();
    CHECK(on.text(Field::District) == district);
    CHECK_FALSE(on.text(Field::Province).isEmpty());
}

TEST_CASE("what lies in the city that was named is offered first, and by Down without a letter")
{
    NewForm on;
    on.form.type(Field::Province, u"江苏省"_s);
    on.form.type(Field::City, u"苏州市"_s);
    ui::SuggestEdit* edit = on.suggesting(Field::District);
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_Down);
    REQUIRE(edit->isOffering());
    QStringList offered;
    for (int row = 0; row < edit->popup()->model()->rowCount(); ++row) {
        offered.append(edit->popup()->model()->index(row, 0).data().toString());
    }
    CHECK(offered.contains(u"虎丘区"_s));
    CHECK(offered.size() < 20); // those of Suzhou
    QTest::keyClick(edit->popup(), Qt::Key_Escape);
    CHECK_FALSE(edit->isOffering());
    CHECK(on.form.isVisible()); // Esc closed the list, not the form
    CHECK_FALSE(edit->popup()->accessibleName().isEmpty());
}

TEST_CASE("an industry is found by code, English, Chinese and pinyin")
{
    NewForm on;
    for (const char* typed : {"65", "software", "软件", "rjh", "ruanjian"}) {
        on.choose(Field::Industry, QString::fromUtf8(typed));
        INFO(typed << " " << on.text(Field::Industry).toStdString());
        CHECK(core::standardizeValue(Field::Industry, on.text(Field::Industry), {}) == u"65");
        on.form.type(Field::Industry, {});
    }
}

TEST_CASE(
    "tags of the office are offered for the word at the cursor, those that stand there are not")
{
    NewForm on;
    ui::SuggestEdit* edit = on.suggesting(Field::Tags);
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_Down);
    REQUIRE(edit->isOffering());
    const QString first = edit->popup()->model()->index(0, 0).data().toString();
    const int count = edit->popup()->model()->rowCount();
    QTest::keyClick(edit->popup(), Qt::Key_Down);
    QTest::keyClick(edit->popup(), Qt::Key_Return);
    CHECK(edit->text() == first);
    QTest::keyClicks(edit, u"; "_s);
    QTest::keyClick(edit, Qt::Key_Down);
    CHECK(edit->popup()->model()->rowCount() == count - 1);
    QTest::keyClick(edit->popup(), Qt::Key_Return); // without a row: the first
    CHECK(edit->text().startsWith(first + u"; "_s));
    CHECK(edit->text().size() > first.size() + 2);
}

TEST_CASE("the owner is chosen among the people of the office, and nobody else goes through")
{
    NewForm on;
    on.choose(Field::Owner, u"sales2"_s);
    CHECK(on.text(Field::Owner) == u"sales2");
    on.form.type(Field::Owner, u"nobody at all"_s);
    on.window.settle();
    CHECK(on.form.row(Field::Owner).hasFinding());
}

TEST_CASE("an address pasted in one line goes into its fields, and back with one undo")
{
    NewForm on;
    on.paste(Field::Street, u"215000 江苏省苏州市虎丘区朝阳路214号"_s);
    CHECK(on.text(Field::Province) == u"江苏省");
    CHECK(on.text(Field::City) == u"苏州市");
    CHECK(on.text(Field::District) == u"虎丘区");
    CHECK(on.text(Field::Street) == u"朝阳路214号");
    CHECK(on.text(Field::Postcode) == u"215000");
    CHECK_FALSE(on.form.notice().isEmpty());
    on.undo();
    CHECK(on.text(Field::Street) == u"215000 江苏省苏州市虎丘区朝阳路214号");
    CHECK(on.text(Field::Province).isEmpty());
    CHECK(on.text(Field::Postcode).isEmpty());
    CHECK(on.form.notice().isEmpty());
    on.undo();
    CHECK(on.text(Field::Street).isEmpty());
    on.redo();
    on.redo();
    CHECK(on.text(Field::District) == u"虎丘区");
}

TEST_CASE("an address is pasted into any of its fields, and the field keeps no rest of it")
{
    NewForm on;
    on.paste(Field::Province, u"8284 Main Street, Dallas, TX 75201"_s);
    CHECK(on.text(Field::Province) == u"TX");
    CHECK(on.text(Field::City) == u"Dallas");
    CHECK(on.text(Field::Street) == u"8284 Main Street");
    CHECK(on.text(Field::Postcode) == u"75201");
    NewForm other;
    other.paste(Field::Postcode, u"江苏省苏州市虎丘区朝阳路214号"_s);
    CHECK(other.text(Field::Postcode).isEmpty());
    CHECK(other.text(Field::Street) == u"朝阳路214号");
}

TEST_CASE("a pasted address takes no other's place unasked")
{
    NewForm on;
    on.form.type(Field::City, u"上海市"_s);
    on.paste(Field::Street, u"江苏省苏州市虎丘区朝阳路214号"_s);
    CHECK(on.text(Field::City) == u"上海市");
    press(&on.form, "Split it up");
    CHECK(on.text(Field::City) == u"苏州市");
    press(&on.form, "Undo");
    CHECK(on.text(Field::City) == u"上海市");
    CHECK(on.text(Field::Street) == u"江苏省苏州市虎丘区朝阳路214号");
}

TEST_CASE(
    "of another address nothing stays beside a pasted one, of the same one what it does not name")
{
    NewForm on;
    on.paste(Field::Street, u"215000 江苏省苏州市虎丘区朝阳路214号"_s);
    on.line(Field::Street)->selectAll();
    on.paste(Field::Street, u"上海市浦东新区世纪大道100号"_s);
    press(&on.form, "Split it up");
    CHECK(on.text(Field::District) == u"浦东新区");
    CHECK(on.text(Field::Street) == u"世纪大道100号");
    CHECK(on.text(Field::Postcode).isEmpty());
    press(&on.form, "Undo");
    CHECK(on.text(Field::Postcode) == u"215000");
    NewForm same;
    same.paste(Field::Street, u"215000 江苏省苏州市虎丘区朝阳路214号"_s);
    same.line(Field::Street)->selectAll();
    same.paste(Field::Street, u"江苏省苏州市虎丘区狮山路88号"_s);
    CHECK(same.text(Field::Street) == u"狮山路88号");
    CHECK(same.text(Field::Postcode) == u"215000");
}

TEST_CASE("a street with a town in it is no address to be split")
{
    NewForm on;
    on.paste(Field::Street, u"苏州街16号神州数码大厦"_s);
    CHECK(on.text(Field::Street) == u"苏州街16号神州数码大厦");
    CHECK(on.form.notice().isEmpty());
}

TEST_CASE("a phone in any form is shown as people write it when its field is left")
{
    const std::pair<const char*, const char*> forms[]{
        {"+86 (0512) 6677-8899 ext 12", "0512-66778899 转 12"},
        {"手机：138 0013 8000", "13800138000"},
        {"Tel.: 0086-10-62345678", "010-62345678"},
        {"１３８００１３８０００", "13800138000"},
        {"+44 20 7946 0123", "+44 20 7946 0123"},
        {"no number", "no number"}};
    NewForm on;
    for (const auto& [typed, shown] : forms) {
        on.form.type(Field::Phone, {});
        on.paste(Field::Phone, QString::fromUtf8(typed));
        on.line(Field::Email)->setFocus();
        CHECK(on.text(Field::Phone).toStdString() == shown);
    }
}

TEST_CASE("several phones pasted at once go on to the further ones")
{
    NewForm on;
    on.paste(Field::Phone, u"手机:138 0013 8000\n0512-66778899; 010-62345678"_s);
    CHECK(on.text(Field::Phone) == u"13800138000");
    CHECK(on.text(Field::OtherPhones) == u"0512-66778899; 010-62345678");
    on.undo();
    CHECK(on.text(Field::OtherPhones).isEmpty());
}

TEST_CASE("undo goes through all that was done in the form, whatever the field, and redo back")
{
    NewForm on;
    const auto typeInto = [&on](Field field, const QString& text) {
        QWidget* editor = on.form.row(field).editor();
        editor->setFocus();
        QTest::keyClicks(editor, text);
    };
    typeInto(Field::Name, u"Alder"_s);
    typeInto(Field::Email, u"a@alder.example"_s);
    typeInto(Field::Notes, u"rings at noon"_s);
    CHECK(on.form.isDirty());
    on.undo();
    CHECK(on.text(Field::Notes).isEmpty());
    CHECK(on.window.main().focusWidget() == on.form.row(Field::Notes).editor());
    on.undo();
    CHECK(on.text(Field::Email).isEmpty());
    CHECK(on.text(Field::Name) == u"Alder");
    CHECK(on.window.main().focusWidget() == on.form.row(Field::Email).editor());
    on.undo();
    CHECK_FALSE(on.form.isDirty());
    on.undo(); // nothing more
    on.redo();
    on.redo();
    CHECK(on.text(Field::Name) == u"Alder");
    CHECK(on.text(Field::Email) == u"a@alder.example");
    typeInto(Field::Website, u"alder.example"_s); // what was taken back is gone
    on.redo();
    CHECK(on.text(Field::Notes).isEmpty());
}

TEST_CASE("steps of a form: one for a field until it is left, one for what belongs together")
{
    ui::FormUndo undo;
    CHECK(undo.undo().empty());
    undo.note({Field::Name, u""_s, u"a"_s});
    undo.note({Field::Name, u"a"_s, u"ab"_s});
    undo.close();
    undo.note({Field::Name, u"ab"_s, u"abc"_s});
    undo.join({Field::City, u""_s, u"c"_s});
    auto steps = undo.undo();
    REQUIRE(steps.size() == 2);
    CHECK(steps.front().field == Field::City); // the last one first
    steps = undo.undo();
    REQUIRE(steps.size() == 1);
    CHECK(steps.front().before.isEmpty());
    CHECK(steps.front().after == u"ab");
    CHECK_FALSE(undo.canUndo());
    CHECK(undo.redo().size() == 1);
    undo.note({Field::Email, u""_s, u"x"_s});
    CHECK_FALSE(undo.canRedo());
}

TEST_CASE("the sections stand side by side where there is room, and the keyboard goes down the "
          "left first")
{
    NewForm on;
    on.window.main().resize(1280, 800);
    on.window.settle();
    const auto left = [&on](Field field) {
        QWidget* editor = on.form.row(field).editor();
        return editor->mapTo(&on.form, QPoint()).x();
    };
    CHECK(left(Field::Street) > left(Field::Phone));
    CHECK(left(Field::City) > left(Field::Province)); // on one line
    CHECK(on.form.row(Field::City).editor()->mapTo(&on.form, QPoint()).y()
          == on.form.row(Field::Province).editor()->mapTo(&on.form, QPoint()).y());
    on.line(Field::Website)->setFocus();
    QTest::keyClick(on.line(Field::Website), Qt::Key_Tab); // the button of further contacts
    QTest::keyClick(on.window.main().focusWidget(), Qt::Key_Tab);
    CHECK(on.window.main().focusWidget() == on.line(Field::Province));
    QTest::keyClick(on.window.main().focusWidget(), Qt::Key_Tab);
    CHECK(on.window.main().focusWidget() == on.line(Field::City));
#ifndef Q_OS_MACOS
    QTest::keyClick(on.window.main().focusWidget(), Qt::Key_2, Qt::AltModifier);
    CHECK(on.window.main().focusWidget() == on.line(Field::Contact));
#endif
}

TEST_CASE("who may be the same is compared with what is typed, and opened, by the keyboard")
{
    NewForm on;
    const QString name = on.window.names().value(0);
    core::Client there;
    on.window.jobs().run<core::ClientPage>(
        ui::Lane::Read,
        &on.window.main(),
        [](core::Office& office, core::Progress&) {
            return office.queries().list({.filter = u"type=company"_s, .limit = 1});
        },
        [&there](core::Result<core::ClientPage> page) {
            REQUIRE(page);
            there = page->rows.front().client;
        });
    on.window.settle();
    on.form.type(Field::Name, there.value(Field::Name));
    on.form.type(Field::Phone, core::shownValue(Field::Phone, there.value(Field::Phone)));
    on.window.settle();
    QAbstractButton* compare = buttonOf(&on.form, u"Compare…"_s);
    REQUIRE(compare != nullptr);
    CHECK(compare->focusPolicy() != Qt::NoFocus);
    QTest::keyClick(on.line(Field::Name), Qt::Key_V, Qt::AltModifier);
    ui::CompareDialog* dialog = nullptr; // a key presses a button as slowly as a finger
    REQUIRE(QTest::qWaitFor([&] {
        dialog = on.form.findChild<ui::CompareDialog*>();
        return dialog != nullptr;
    }));
    on.window.settle();
    auto* table = dialog->findChild<QTableWidget*>();
    bool saysSame = false;
    for (int row = 0; row < table->rowCount(); ++row) {
        saysSame = saysSame
            || (table->item(row, 0)->text() == u"Name" && table->item(row, 3)->text() == u"same");
    }
    CHECK(saysSame);
    press(dialog, "Open that client");
    press(&on.window.main(), "Leave without saving");
    on.window.settle();
    CHECK_FALSE(on.form.isVisible());
    CHECK(wordsOn(&on.window.main().clients().panel()).contains(there.value(Field::Name)));
}
