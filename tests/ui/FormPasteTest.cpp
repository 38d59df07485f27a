// A whole contact pasted into one field of the form: split up, asked about, taken back, and what is left over.
#include "ui/EmptyForm.h"
#include "ui/clients/FormFields.h"

#include <QApplication>
#include <QClipboard>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;
using core::Field;

namespace {

const QString slip = u"张三 13812345678 江苏省苏州市虎丘区朝阳路214号"_s;
const QString signature
    = u"Alder Foods Ltd\nJohn Smith\nPurchasing Manager\nTel. +44 20 7946 0123\n"
      "john.smith@alder.com\nwww.alder.com\n12 Mill Lane, Leeds LS1 4AP"_s;

struct PasteForm : EmptyForm
{
    /// Over all that stands there, as by the keyboard.
    void paste(Field field, const QString& text)
    {
        line(field)->setFocus();
        QApplication::clipboard()->setText(text);
        QTest::keyClick(line(field), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(line(field), Qt::Key_V, Qt::ControlModifier);
        window.settle();
    }
    void undo() { QTest::keyClick(window.main().focusWidget(), Qt::Key_Z, Qt::ControlModifier); }
    void redo()
    {
        QTest::keyClick(
            window.main().focusWidget(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    }
    [[nodiscard]] QWidget* notice() const { return form.findChild<ui::FormNotice*>(); }
};

} // namespace

TEST_CASE("a parcel slip pasted into the name of a new client goes into its fields, and back")
{
    PasteForm on;
    on.paste(Field::Name, slip);
    CHECK(on.text(Field::Name).isEmpty());
    CHECK(on.text(Field::Contact) == u"张三");
    CHECK(on.text(Field::Phone) == u"13812345678");
    CHECK(on.text(Field::Province) == u"江苏省");
    CHECK(on.text(Field::City) == u"苏州市");
    CHECK(on.text(Field::District) == u"虎丘区");
    CHECK(on.text(Field::Street) == u"朝阳路214号");
    CHECK(on.form.notice() == u"Split into the fields.");
    on.undo();
    CHECK(on.text(Field::Name) == slip);
    CHECK(on.text(Field::Contact).isEmpty());
    CHECK(on.text(Field::Street).isEmpty());
    CHECK(on.form.notice().isEmpty());
    CHECK(on.window.main().focusWidget() == on.line(Field::Name));
    on.undo();
    CHECK_FALSE(on.form.isDirty());
    on.redo();
    on.redo();
    CHECK(on.text(Field::Contact) == u"张三");
    CHECK(on.text(Field::Name).isEmpty());
}

TEST_CASE("the lines of a mail signature are seen, whatever a line makes of line breaks")
{
    for (const Field field : {Field::Name, Field::Phone, Field::Street, Field::Website}) {
        PasteForm on;
        on.paste(field, signature);
        INFO(core::fieldName(field).toStdString());
        CHECK(on.text(Field::Name) == u"Alder Foods Ltd");
        CHECK(on.text(Field::Contact) == u"John Smith");
        CHECK(on.text(Field::Position) == u"Purchasing Manager");
        CHECK(on.text(Field::Phone) == u"+44 20 7946 0123");
        CHECK(on.text(Field::Email) == u"john.smith@alder.com");
        CHECK(on.text(Field::Website) == u"www.alder.com");
        CHECK(on.text(Field::Street) == u"12 Mill Lane");
        CHECK(on.text(Field::City) == u"Leeds");
        CHECK(on.text(Field::Postcode) == u"LS1 4AP");
        press(&on.form, "Undo");
        CHECK(on.text(field) == signature);
        CHECK(on.text(Field::Email).isEmpty() == (field != Field::Email));
    }
}

TEST_CASE("a pasted contact takes no other's place unasked")
{
    PasteForm on;
    on.form.type(Field::Name, u"云杉"_s);
    on.form.type(Field::Contact, u"李四"_s);
    on.form.type(Field::District, u"吴中区"_s);
    on.form.type(Field::Postcode, u"215100"_s);
    on.paste(Field::Phone, slip);
    CHECK(on.text(Field::Contact) == u"李四");
    CHECK(on.text(Field::Phone) == slip);
    CHECK(on.text(Field::City).isEmpty());
    CHECK(on.form.notice() == u"This is a whole contact.");
    press(&on.form, "Split it up");
    CHECK(on.text(Field::Contact) == u"张三");
    CHECK(on.text(Field::Phone) == u"13812345678");
    CHECK(on.text(Field::District) == u"虎丘区");
    CHECK(on.text(Field::Postcode).isEmpty()); // of the other address
    CHECK(on.text(Field::Name) == u"云杉");
    press(&on.form, "Undo");
    CHECK(on.text(Field::Contact) == u"李四");
    CHECK(on.text(Field::Postcode) == u"215100");
    CHECK(on.text(Field::Phone) == slip);
}

TEST_CASE("pasted over the name of a client, a contact leaves the name, and what is the same asks "
          "nothing")
{
    PasteForm on;
    on.form.type(Field::Name, u"云杉"_s);
    on.form.type(Field::Phone, u"138 1234 5678"_s);
    on.form.type(Field::OtherPhones, u"0512-66778899"_s);
    on.paste(Field::Name, u"张三 13812345678 0512-66778899 010-62345678"_s);
    CHECK(on.text(Field::Name) == u"云杉");
    CHECK(on.text(Field::Contact) == u"张三");
    CHECK(on.text(Field::OtherPhones) == u"0512-66778899; 010-62345678");
    CHECK(on.form.notice() == u"Split into the fields.");
    on.paste(Field::Name, u"苏州云杉贸易有限公司，电话：13812345678"_s);
    CHECK(on.form.notice() == u"This is a whole contact."); // the name would be another
}

TEST_CASE(
    "what no field takes goes into the notes where somebody wants it, confidential numbers never")
{
    PasteForm on;
    on.form.type(Field::Notes, u"rings at noon"_s);
    on.paste(Field::Contact, u"张三，13812345678，请周五前联系，身份证：320502199003078811"_s);
    CHECK(on.text(Field::Contact) == u"张三");
    CHECK(on.text(Field::Notes) == u"rings at noon");
    CHECK(on.form.notice().contains(u"Left over: 请周五前联系"));
    CHECK(on.form.notice().contains(u"320502199003078811"));
    press(&on.form, "Add to the notes");
    CHECK(on.text(Field::Notes) == u"rings at noon\n请周五前联系");
    CHECK(on.text(Field::IdNumber).isEmpty());
    CHECK(on.form.notice().contains(u"320502199003078811")); // it is not lost
    on.undo();
    CHECK(on.text(Field::Notes) == u"rings at noon");
    CHECK(on.text(Field::Contact) == u"张三");
}

TEST_CASE("of a client who is a person the pasted contact is the name")
{
    PasteForm on;
    on.form.type(Field::Type, u"person"_s);
    on.paste(Field::Phone, u"苏州云杉贸易有限公司 王芳 销售经理 13912345678"_s);
    CHECK(on.text(Field::Name) == u"王芳");
    CHECK(on.text(Field::Phone) == u"13912345678");
    CHECK(on.text(Field::Position).isEmpty());
    CHECK(on.form.notice().contains(u"苏州云杉贸易有限公司"));
}

TEST_CASE("a name, a phone or an address by itself is treated as ever")
{
    PasteForm on;
    on.paste(Field::Name, u"中山路8号酒吧管理有限公司"_s);
    CHECK(on.text(Field::Name) == u"中山路8号酒吧管理有限公司");
    CHECK(on.form.notice().isEmpty());
    on.paste(Field::Phone, u"手机：138 1234 5678"_s);
    CHECK(on.text(Field::Phone) == u"手机：138 1234 5678");
    CHECK(on.form.notice().isEmpty());
    on.paste(Field::Street, u"江苏省苏州市虎丘区朝阳路214号（张三收）"_s);
    CHECK(on.text(Field::Street) == u"朝阳路214号（张三收）");
    CHECK(on.text(Field::Contact).isEmpty());
    on.paste(Field::Tags, slip);
    CHECK(on.text(Field::Tags) == slip); // no field for a contact
}

TEST_CASE("what is said of a paste stands below its field and is in sight, its buttons follow for "
          "the keyboard")
{
    PasteForm on;
    on.window.main().resize(900, 420);
    on.window.settle();
    on.line(Field::Website)->setFocus();
    on.form.showField(Field::Website);
    on.paste(Field::Website, signature);
    REQUIRE(on.notice() != nullptr);
    REQUIRE(on.notice()->isVisible());
    auto* fields = on.form.findChild<ui::FormFields*>();
    const QRect shown = fields->viewport()->rect();
    const QPoint top = on.notice()->mapTo(fields->viewport(), QPoint());
    CHECK(shown.contains(QRect(top, on.notice()->size())));
    const QWidget* website = &on.form.row(Field::Website);
    CHECK(top.y() >= website->mapTo(fields->viewport(), QPoint(0, website->height())).y());
    CHECK(top.y() < website->mapTo(fields->viewport(), QPoint(0, 2 * website->height())).y());
    QTest::keyClick(on.line(Field::Website), Qt::Key_Tab);
    CHECK(on.window.main().focusWidget() == buttonOf(&on.form, u"Undo"_s));
}

TEST_CASE(
    "an address is pasted where its province stands already: two steps, one of them the paste")
{
    PasteForm on;
    on.form.type(Field::Province, u"江苏省"_s);
    on.paste(Field::Street, u"江苏省苏州市虎丘区朝阳路214号"_s);
    CHECK(on.text(Field::Street) == u"朝阳路214号");
    on.undo();
    CHECK(on.text(Field::Street) == u"江苏省苏州市虎丘区朝阳路214号");
    CHECK(on.text(Field::City).isEmpty());
}

TEST_CASE("what is pasted over a text of the same length is pasted all the same")
{
    PasteForm on;
    on.form.type(Field::Street, u"江苏省苏州市吴中区人民街100号后门"_s);
    on.paste(Field::Street, u"江苏省苏州市虎丘区朝阳路214号后"_s);
    CHECK(on.text(Field::District) == u"虎丘区");
}

TEST_CASE("a form in the record edits its few fields, and splits up no contact")
{
    Sample sample;
    Window window{sample.access("admin")};
    REQUIRE(window.select(window.names().value(0)));
    window.settle();
    ui::ClientPanel& panel = window.main().clients().panel();
    panel.editInPlace(Field::Phone);
    window.settle();
    REQUIRE(panel.inPlace() != nullptr);
    auto* line = qobject_cast<QLineEdit*>(panel.inPlace()->row(Field::Phone).editor());
    QApplication::clipboard()->setText(slip);
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
    window.settle();
    CHECK(line->text() == slip);
    CHECK(panel.inPlace()->notice().isEmpty());
    panel.inPlace()->undo();
}
