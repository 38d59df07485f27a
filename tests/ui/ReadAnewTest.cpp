// A record that is read anew because somebody has saved, or cannot be read just now, takes nothing away from who is at it.
#include "tests/support/SlowDisk.h"

#include "core/records/SealedStore.h"
#include "ui/WindowFixture.h"
#include "ui/clients/FieldEditors.h"
#include "ui/clients/HistoryView.h"
#include "ui/clients/ProfileView.h"
#include "ui/widgets/FieldRow.h"

#include <QLineEdit>
#include <QScrollBar>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Field;

namespace {

/// A record in a low window, with more to read than it has room for; and another one.
struct LongRecord
{
    Sample sample;
    Window window{sample.access("admin")};
    ui::ClientPanel& panel = window.main().clients().panel();
    core::Client client;
    core::Client other;

    LongRecord()
    {
        window.main().resize(window.main().width(), 560);
        window.list().setFocus(); // where the keyboard is in the record, there it stays in sight
        other = at(3);
        client = at(1);
        changeElsewhere(window, client.id(), Field::Notes, u"line\n"_s.repeated(60));
    }
    core::Client at(int row)
    {
        window.main().clients().selectRow(row);
        window.settle();
        REQUIRE(panel.client());
        return *panel.client();
    }
    ui::ProfileView& profile() const { return *panel.findChild<ui::ProfileView*>(); }
};

/// A colleague of the window's folder, which can be away.
struct AwayForAWhile
{
    SlowDisk& disk = SlowDisk::instance();
    ~AwayForAWhile() { disk.isAway = false; }
};

/// A person with an id number and a consent to it, shown.
void showPersonWithId(Window& window, const QString& number)
{
    window.jobs().run<core::AddOutcome>(
        ui::Lane::Write,
        &window.main(),
        [number](core::Office& office, core::Progress&) {
            core::ClientValues values;
            values.set(Field::Type, u"person"_s);
            values.set(Field::Name, u"欧阳修远"_s);
            values.set(Field::Phone, u"13800138777"_s);
            values.set(Field::Industry, u"65"_s);
            values.set(Field::Owner, u"admin"_s);
            values.set(Field::IdNumber, number);
            core::AddOptions options;
            options.consent = u"form 12"_s;
            return office.clients().add(values, options);
        },
        [](const core::Result<core::AddOutcome>& added) {
            REQUIRE(added);
            REQUIRE_FALSE(added->refusal);
        });
    window.settle();
    window.search(u"欧阳修远"_s);
    REQUIRE(window.select(u"欧阳修远"_s));
}

} // namespace

TEST_CASE("what is typed in place stays where the record cannot be read for a while")
{
    const Sample sample;
    const AwayForAWhile away;
    auto access = std::make_shared<core::OfficeAccess>(*sample.access("admin"));
    access->vfs = QLatin1String(SlowDisk::name);
    Window window(access);
    window.main().clients().selectRow(1);
    window.settle();
    ui::ClientPanel& panel = window.main().clients().panel();
    const core::ClientId id = panel.client()->id();
    panel.editInPlace(Field::Name);
    panel.inPlace()->type(Field::Name, u"Quillfeather"_s);
    window.settle();
    const QString before = wordsOn(&panel);
    away.disk.isAway = true;
    panel.reload();
    window.settle();
    REQUIRE(panel.hasUnsavedWork());
    QWidget* editor = panel.inPlace()->row(Field::Name).editor();
    CHECK(editor->isVisible());
    CHECK(wordsOn(&panel).size() > before.size()); // it says why
    away.disk.isAway = false;
    panel.reload();
    window.settle();
    REQUIRE(panel.hasUnsavedWork());
    CHECK(ui::editorText(editor) == u"Quillfeather");
    CHECK(wordsOn(&panel) == before);
    panel.inPlace()->saveNow();
    window.settle();
    CHECK(stored(window, id).value(Field::Name) == u"Quillfeather");
}

TEST_CASE("a save of somebody else scrolls no record away, and draws none anew that is as it was")
{
    LongRecord on;
    QScrollBar* bar = on.profile().verticalScrollBar();
    REQUIRE(bar->maximum() > 200);
    bar->setValue(150);
    const QPointer<QWidget> body = on.profile().widget();
    changeElsewhere(on.window, on.other.id(), Field::Notes, u"from the other desk"_s);
    CHECK(bar->value() == 150);
    CHECK(body == on.profile().widget());
    changeElsewhere(on.window, on.client.id(), Field::Website, u"https://example.com"_s);
    CHECK(wordsOn(&on.profile()).contains(u"example.com"_s));
    CHECK(bar->value() == 150);
    // Another client is read from the top.
    on.window.main().clients().open(on.other.pk, on.other.id());
    on.window.settle();
    on.window.main().clients().open(on.client.pk, on.client.id());
    on.window.settle();
    CHECK(bar->value() == 0);
}

TEST_CASE("the history stays where it was scrolled to, also with a new entry above")
{
    LongRecord on;
    for (int i = 0; i < 12; ++i) {
        changeElsewhere(on.window, on.client.id(), Field::Notes, u"note %1"_s.arg(i));
    }
    on.panel.showHistory();
    on.window.settle();
    auto* history = on.panel.findChild<ui::HistoryView*>();
    REQUIRE(history != nullptr);
    QScrollBar* bar = history->verticalScrollBar();
    REQUIRE(bar->maximum() > 3);
    bar->setValue(3);
    const auto topmost = [history] {
        return history->item(history->rowAt(1), 2)->text();
    };
    const QString before = topmost();
    history->setCurrentCell(4, 2);
    bar->setValue(3);
    const QString current = history->currentItem()->text();
    changeElsewhere(on.window, on.other.id(), Field::Notes, u"from the other desk"_s);
    CHECK(bar->value() == 3);
    changeElsewhere(on.window, on.client.id(), Field::Notes, u"the newest"_s);
    CHECK(history->item(0, 2)->text().contains(u"the newest"_s));
    CHECK(topmost() == before);
    REQUIRE(history->currentItem() != nullptr);
    CHECK(history->currentItem()->text() == current);
}

TEST_CASE("a value that is revealed stays so for its time when somebody saves, and no longer")
{
    const QString number = u"11010519491231002X"_s;
    const Sample sample;
    Window window(sample.access("admin"));
    showPersonWithId(window, number);
    ui::ClientPanel& panel = window.main().clients().panel();
    const core::ClientId id = panel.client()->id();
    auto& profile = *panel.findChild<ui::ProfileView*>();
    const auto isShown = [&] {
        return wordsOn(&profile).contains(number);
    };
    profile.reveal(u"id_number"_s, number, 60s);
    SECTION("of this record")
    {
        changeElsewhere(window, id, Field::Notes, u"from the other desk"_s);
        CHECK(wordsOn(&profile).contains(u"from the other desk"_s));
        CHECK(isShown());
        profile.maskAll();
        CHECK_FALSE(isShown());
    }
    SECTION("no longer than it would have")
    {
        profile.maskAll();
        profile.reveal(u"id_number"_s, number, 4s);
        changeElsewhere(window, id, Field::Notes, u"from the other desk"_s);
        CHECK(QTest::qWaitFor([&] { return !isShown(); }, 10'000));
    }
    SECTION("another value")
    {
        changeElsewhere(window, id, Field::IdNumber, u"110105194912310038"_s);
        CHECK(wordsOn(&profile).contains(core::sealedMask()));
        CHECK_FALSE(isShown());
    }
    SECTION("another record, and back")
    {
        window.search({});
        window.main().clients().selectRow(0);
        window.settle();
        REQUIRE(panel.client()->id() != id);
        CHECK_FALSE(isShown());
        panel.showClient(id);
        window.settle();
        CHECK_FALSE(isShown());
    }
    SECTION("no record, and back")
    {
        panel.clear();
        panel.showClient(id);
        window.settle();
        CHECK_FALSE(isShown());
    }
}
