// A colleague saved the record that is being typed into: what stays without a question, and what is asked.
#include "core/duplicates/MergePlan.h"
#include "ui/WindowFixture.h"
#include "ui/clients/ConflictDialog.h"
#include "ui/clients/FieldEditors.h"
#include "ui/widgets/FieldRow.h"

#include <QButtonGroup>
#include <QRadioButton>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::Field;
using namespace Qt::StringLiterals;

namespace {

/// The form of one record, and a colleague at another desk.
struct TwoTyping
{
    explicit TwoTyping(const char* user = "admin")
        : window(sample.access(user))
        , form(window.main().clients().form())
    {
        REQUIRE(window.select(window.names().value(4)));
        const QObject until; // the connection ends with this function
        QObject::connect(&window.main().clients().panel(),
                         &ui::ClientPanel::editWanted,
                         &until,
                         [this](const core::Client& chosen) { client = chosen; });
        press(&window.main().clients().panel(), "Edit");
        window.settle();
    }

    void colleagueSaves(Field field, const char* text)
    {
        auto office = core::Office::open(sample.access("admin"));
        REQUIRE(office);
        const auto outcome
            = (*office)->changes().update(client.id(), {{field, QString::fromUtf8(text), {}}});
        REQUIRE(outcome);
        REQUIRE_FALSE(outcome->refusal);
    }

    void save()
    {
        press(&form, "Save");
        window.settle();
    }

    ui::ConflictDialog* dialog()
    {
        auto* found = form.findChild<ui::ConflictDialog*>();
        return found != nullptr && found->isVisible() ? found : nullptr;
    }

    core::Client now()
    {
        auto office = core::Office::open(sample.access("admin"));
        REQUIRE(office);
        auto read = (*office)->clients().show(client.id());
        REQUIRE(read);
        return *read;
    }

    const Sample sample;
    Window window;
    ui::ClientForm& form;
    core::Client client;
};

bool isReady(ui::ConflictDialog* dialog)
{
    return buttonOf(dialog, u"Save"_s)->isEnabled();
}

} // namespace

TEST_CASE_METHOD(TwoTyping, "what a colleague saved in other fields stays, and nobody is asked")
{
    form.type(Field::Street, u"Mill Lane 3"_s);
    form.type(Field::Tags, client.value(Field::Tags) + u";mine"_s);
    colleagueSaves(Field::Website, "www.acme.example");
    colleagueSaves(Field::Tags, qPrintable(client.value(Field::Tags) + u";theirs"_s));
    save();
    CHECK(dialog() == nullptr);
    CHECK_FALSE(form.isVisible());
    CHECK(now().value(Field::Street) == u"Mill Lane 3");
    CHECK(now().value(Field::Website) == u"www.acme.example");
    CHECK(now().value(Field::Tags).contains(u"mine"_s));
    CHECK(now().value(Field::Tags).contains(u"theirs"_s));
}

TEST_CASE_METHOD(
    TwoTyping, "for a field that both changed, base, mine and theirs are shown, and one is chosen")
{
    form.type(Field::Notes, u"mine"_s);
    form.type(Field::Street, u"Mill Lane 3"_s);
    colleagueSaves(Field::Notes, "theirs");
    colleagueSaves(Field::Website, "www.acme.example");
    save();
    REQUIRE(dialog() != nullptr);
    const QString words = wordsOn(dialog());
    CHECK(words.contains(u"Notes\n"_s));
    CHECK_FALSE(words.contains(u"Street"_s));
    CHECK(words.contains(u"mine"_s));
    CHECK(words.contains(u"theirs"_s));
    CHECK(words.contains(u"saved by admin"_s));
    CHECK(words.contains(client.value(Field::Notes).isEmpty() ? u"(empty)"_s
                                                              : client.value(Field::Notes)));
    CHECK_FALSE(isReady(dialog())); // nobody wins by a key pressed too soon
    CHECK(now().value(Field::Notes) == u"theirs");
    CHECK(now().value(Field::Street) == client.value(Field::Street));

    SECTION("mine")
    {
        dialog()->choose(0, ui::Side::Mine);
        press(dialog(), "Save");
        window.settle();
        CHECK(now().value(Field::Notes) == u"mine");
    }
    SECTION("theirs")
    {
        dialog()->choose(0, ui::Side::Theirs);
        press(dialog(), "Save");
        window.settle();
        CHECK(now().value(Field::Notes) == u"theirs");
    }
    SECTION("another value")
    {
        dialog()->choose(0, ui::Side::Other, u"ours"_s);
        press(dialog(), "Save");
        window.settle();
        CHECK(now().value(Field::Notes) == u"ours");
    }
    CHECK_FALSE(form.isVisible());
    CHECK(now().value(Field::Street) == u"Mill Lane 3");
    CHECK(now().value(Field::Website) == u"www.acme.example");
}

TEST_CASE_METHOD(TwoTyping, "who goes back to the form finds what was typed, and is asked again")
{
    form.type(Field::Notes, u"mine"_s);
    colleagueSaves(Field::Notes, "theirs");
    save();
    REQUIRE(dialog() != nullptr);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    window.settle();
    CHECK(dialog() == nullptr);
    REQUIRE(form.isVisible());
    CHECK(form.isDirty());
    CHECK(ui::editorText(form.row(Field::Notes).editor()) == u"mine");
    CHECK(wordsOn(&form).contains(u"Somebody else changed the same field first: Notes"_s));
    CHECK(now().value(Field::Notes) == u"theirs");
    save();
    CHECK(dialog() != nullptr);
}

TEST_CASE_METHOD(TwoTyping,
                 "a third person who saves while the question stands is asked about, too")
{
    form.type(Field::Notes, u"mine"_s);
    colleagueSaves(Field::Notes, "theirs");
    save();
    REQUIRE(dialog() != nullptr);
    colleagueSaves(Field::Notes, "a third one's");
    dialog()->choose(0, ui::Side::Mine);
    press(dialog(), "Save");
    window.settle();
    REQUIRE(dialog() != nullptr);
    CHECK(now().value(Field::Notes) == u"a third one's");
    const QString words = wordsOn(dialog());
    CHECK(words.contains(u"a third one's"_s));
    CHECK(words.contains(u"Before"_s));
    CHECK(words.contains(u"theirs"_s)); // what was chosen against is what mine began with
    dialog()->choose(0, ui::Side::Mine);
    press(dialog(), "Save");
    window.settle();
    CHECK_FALSE(form.isVisible());
    CHECK(now().value(Field::Notes) == u"mine");
}

TEST_CASE_METHOD(TwoTyping,
                 "several fields are decided one by one or all at once, with the keyboard alone")
{
    form.type(Field::Notes, u"my notes"_s);
    form.type(Field::Street, u"Mill Lane 3"_s);
    form.type(Field::Activity, u"dormant"_s);
    colleagueSaves(Field::Notes, "their notes");
    colleagueSaves(Field::Street, "Hill Road 1");
    colleagueSaves(Field::Activity,
                   client.value(Field::Activity) == u"active" ? "potential" : "active");
    save();
    REQUIRE(dialog() != nullptr);
    SECTION("all theirs: there is nothing left to save")
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::AltModifier);
        CHECK(QTest::qWaitFor([this] { return isReady(dialog()); })); // a key's click is shown
        QTest::keyClick(dialog(), Qt::Key_Return);
        window.settle();
        CHECK_FALSE(form.isVisible());
        CHECK(now().value(Field::Street) == u"Hill Road 1");
        CHECK(now().value(Field::Notes) == u"their notes");
    }
    SECTION("each by the space bar, from field to field by Tab")
    {
        CHECK_FALSE(isReady(dialog()));
        // The first field's two values are reached with the arrow keys, too.
        for (int field = 0; field < 3; ++field) {
            auto* button = qobject_cast<QRadioButton*>(QApplication::focusWidget());
            for (int step = 0; button == nullptr || button->group()->checkedId() >= 0; ++step) {
                REQUIRE(step < 12);
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
                button = qobject_cast<QRadioButton*>(QApplication::focusWidget());
            }
            CHECK_FALSE(button->accessibleName().isEmpty());
            QTest::keyClick(button, Qt::Key_Space);
        }
        CHECK(isReady(dialog()));
        QTest::keyClick(dialog(), Qt::Key_Return);
        window.settle();
        CHECK_FALSE(form.isVisible());
        CHECK(now().value(Field::Notes) == u"my notes");
        CHECK(now().value(Field::Street) == u"Mill Lane 3");
        CHECK(now().value(Field::Activity) == u"dormant");
    }
}

TEST_CASE("who may not see a field decides about it without being told")
{
    TwoTyping two("service");
    two.form.type(Field::Street, u"Mill Lane 3"_s);
    two.colleagueSaves(Field::Street, "Secret Road 2");
    two.window.settle();
    press(&two.form, "Save and ask for approval");
    two.window.settle();
    REQUIRE(two.dialog() != nullptr);
    const QString words = wordsOn(two.dialog());
    CHECK(words.contains(u"hidden from your role"_s));
    CHECK_FALSE(words.contains(u"Secret"_s));
    two.dialog()->choose(0, ui::Side::Mine);
    press(two.dialog(), "Save");
    two.window.settle();
    INFO(wordsOn(&two.form).toStdString());
    CHECK_FALSE(two.form.isVisible()); // asked for: somebody who sees both decides
    CHECK(two.now().value(Field::Street) == u"Secret Road 2");
}

TEST_CASE_METHOD(TwoTyping,
                 "a record that became part of another one meanwhile is put under what was typed")
{
    form.type(Field::Notes, u"mine"_s);
    core::ClientId survivor;
    {
        auto office = core::Office::open(sample.access("admin"));
        REQUIRE(office);
        core::ClientValues values;
        values.set(Field::Type, u"company"_s);
        values.set(Field::Name, u"Quite Another Ltd"_s);
        core::AddOptions options;
        options.force = true;
        auto added = (*office)->clients().add(values, options);
        REQUIRE(added);
        REQUIRE(added->client);
        survivor = added->client->id();
        auto records = (*office)->merges().clientsFor({survivor, client.id()});
        REQUIRE(records);
        auto plan = core::proposeMerge(*records);
        REQUIRE(plan);
        REQUIRE((*office)->changes().merge(*plan));
    }
    save();
    CHECK(dialog() == nullptr);
    REQUIRE(form.isVisible());
    CHECK(ui::editorText(form.row(Field::Notes).editor()) == u"mine");
    save();
    CHECK_FALSE(form.isVisible());
    CHECK(now().id() == survivor);
    CHECK(now().value(Field::Notes) == u"mine");
}
