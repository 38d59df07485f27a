// A save that takes its time: the form stands still meanwhile, nothing typed is lost, and its end harms nothing that is
// there by then.
#include "ui/WindowFixture.h"
#include "ui/clients/FieldEditors.h"
#include "ui/widgets/EntriesEditor.h"
#include "ui/widgets/FieldRow.h"

#include <QLineEdit>

#include <catch2/catch_test_macros.hpp>

#include <latch>
#include <utility>

using namespace tests;
using namespace Qt::StringLiterals;
using core::Field;

namespace {

/// What is saved waits, as it does for a slow share, until this is let go.
class HeldSaves
{
public:
    explicit HeldSaves(Window& window)
    {
        window.jobs().run<int>(
            ui::Lane::Write,
            &window.main(),
            [gate = m_gate](core::Office&, core::Progress&) -> core::Result<int> {
                gate->wait();
                return 0;
            },
            [](const core::Result<int>&) {});
    }
    ~HeldSaves() { letGo(); }
    HeldSaves(const HeldSaves&) = delete;
    HeldSaves& operator=(const HeldSaves&) = delete;

    void letGo()
    {
        if (std::exchange(m_holds, false)) {
            m_gate->count_down();
        }
    }

private:
    std::shared_ptr<std::latch> m_gate = std::make_shared<std::latch>(1);
    bool m_holds = true;
};

QLineEdit* lineOf(ui::ClientForm& form, Field field)
{
    auto* line = qobject_cast<QLineEdit*>(form.row(field).editor());
    REQUIRE(line != nullptr);
    return line;
}

/// The record in the list's row, in its form.
core::ClientId editRow(Window& window, int row)
{
    window.main().clients().selectRow(row);
    window.settle();
    press(&window.main().clients().panel(), "Edit");
    window.settle();
    return window.main().clients().form().draft().original->id();
}

} // namespace

TEST_CASE("while a save is on its way nothing can be typed that would be lost, and it says so")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const core::ClientId id = editRow(window, 2);
    ui::ClientForm& form = window.main().clients().form();
    form.type(Field::Street, u"Mill Lane 3"_s);
    HeldSaves held(window);
    press(&form, "Save");
    CHECK(wordsOn(&form).contains(u"Saving…"_s));
    QLineEdit* website = lineOf(form, Field::Website);
    const QString before = website->text();
    website->setFocus();
    QTest::keyClicks(website, u"typed meanwhile"_s);
    CHECK(website->text() == before);
    QTest::keyClick(website, Qt::Key_Z, Qt::ControlModifier);
    CHECK(lineOf(form, Field::Street)->text() == u"Mill Lane 3");
    QTest::keyClick(&form, Qt::Key_Escape);
    CHECK(form.isVisible());
    CHECK(buttonOf(&window.main(), u"Leave without saving"_s) == nullptr);
    CHECK(wordsOn(&form).contains(u"being saved just now"_s));
    held.letGo();
    window.settle();
    CHECK_FALSE(form.isVisible());
    CHECK(stored(window, id).value(Field::Street) == u"Mill Lane 3");
    CHECK(editRow(window, 2) == id);
    CHECK_FALSE(website->isReadOnly());
    CHECK(buttonOf(&form, u"Save"_s) != nullptr);
}

TEST_CASE("what a save refuses can be typed on where it stands")
{
    const Sample sample;
    Window window(sample.access("admin"));
    press(&window.main(), "New client");
    ui::ClientForm& form = window.main().clients().form();
    form.type(Field::Name, u"Quillfeather"_s);
    form.type(Field::Email, u"office@"_s);
    HeldSaves held(window);
    QTest::keyClick(&form, Qt::Key_Return, Qt::ControlModifier);
    CHECK(lineOf(form, Field::Email)->isReadOnly());
    held.letGo();
    window.settle();
    CHECK(form.isVisible());
    CHECK(form.row(Field::Email).hasFinding());
    CHECK(lineOf(form, Field::Name)->text() == u"Quillfeather");
    CHECK_FALSE(lineOf(form, Field::Email)->isReadOnly());
    CHECK(buttonOf(&form, u"Save"_s) != nullptr);
    window.main().clients().discard();
}

TEST_CASE("the end of a save leaves alone what is in the form by then")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const core::ClientId id = editRow(window, 2);
    ui::ClientForm& form = window.main().clients().form();
    form.type(Field::Street, u"Mill Lane 3"_s);
    HeldSaves held(window);
    form.saveNow();
    window.main().clients().discard();
    press(&window.main(), "New client");
    form.type(Field::Name, u"Quillfeather"_s);
    held.letGo();
    window.settle();
    CHECK(form.isVisible());
    CHECK(lineOf(form, Field::Name)->text() == u"Quillfeather");
    CHECK(form.isDirty());
    CHECK(stored(window, id).value(Field::Street) == u"Mill Lane 3");
    window.main().clients().discard();
}

TEST_CASE(
    "the end of a save in place harms nothing where that was left, or another value is edited")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.main().clients().selectRow(2);
    window.settle();
    ui::ClientPanel& panel = window.main().clients().panel();
    const core::ClientId id = panel.client()->id();
    panel.editInPlace(Field::Name);
    panel.inPlace()->type(Field::Name, u"Quillfeather"_s);
    HeldSaves held(window);
    SECTION("it cannot be left by itself")
    {
        QTest::keyClick(lineOf(*panel.inPlace(), Field::Name), Qt::Key_Return);
        QTest::keyClick(panel.inPlace(), Qt::Key_Escape);
        panel.editInPlace(Field::Owner);
        REQUIRE(panel.inPlace() != nullptr);
        CHECK(panel.inPlace()->row(Field::Name).isVisible());
        held.letGo();
        window.settle();
        CHECK(panel.inPlace() == nullptr);
    }
    SECTION("left")
    {
        panel.inPlace()->saveNow();
        panel.discard();
        held.letGo();
        window.settle();
        CHECK(panel.inPlace() == nullptr);
    }
    SECTION("another")
    {
        panel.inPlace()->saveNow();
        panel.discard();
        panel.editInPlace(Field::Owner);
        panel.inPlace()->type(Field::Owner, u"sales1"_s);
        held.letGo();
        window.settle();
        REQUIRE(panel.inPlace() != nullptr);
        CHECK(lineOf(*panel.inPlace(), Field::Owner)->text() == u"sales1");
        panel.discard();
    }
    CHECK(stored(window, id).value(Field::Name) == u"Quillfeather");
}
