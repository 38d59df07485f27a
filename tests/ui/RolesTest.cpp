// The table of rights and departments, as a data administrator changes them in the window.
#include "ui/WindowFixture.h"
#include "ui/people/RolesDialog.h"

#include <QComboBox>
#include <QPushButton>
#include <QTableWidget>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;
using core::Action;
using core::Role;

namespace {

QTableWidget* tableOf(ui::RolesDialog& dialog)
{
    return dialog.findChild<QTableWidget*>(u"roles"_s);
}

/// Row of the right by its words, column of the role.
void choose(ui::RolesDialog& dialog, Action action, Role role)
{
    QTableWidget* table = tableOf(dialog);
    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->verticalHeaderItem(row)->text() == core::actionLabel(action)) {
            table->setCurrentCell(row, int(role));
            return;
        }
    }
    FAIL("no row for this right");
}

QString cellOf(ui::RolesDialog& dialog)
{
    return tableOf(dialog)->currentItem()->text();
}

core::Policy inForce(const Access& access)
{
    auto office = core::Office::open(access);
    REQUIRE(office);
    auto policy = (*office)->policy().current();
    REQUIRE(policy);
    return *policy;
}

} // namespace

TEST_CASE(
    "a data administrator changes a right in the window; it is marked, and goes back to what ships")
{
    const Sample sample;
    const Access access = sample.access("admin");
    Window window(access);
    window.main().go(ui::MainWindow::People);
    window.settle();
    press(&window.main(), "Roles…");
    auto* dialog = window.main().findChild<ui::RolesDialog*>();
    REQUIRE(dialog != nullptr);
    window.settle();
    choose(*dialog, Action::Export, Role::Manager);
    CHECK(cellOf(*dialog) == u"department"_s);
    CHECK_FALSE(buttonOf(dialog, u"Change the right"_s)->isEnabled());
    QComboBox* direct = dialog->findChildren<QComboBox*>().front();
    direct->setCurrentIndex(direct->findData(int(core::Scope::Own)));
    press(dialog, "Change the right");
    window.settle();
    CHECK(cellOf(*dialog) == u"own (changed)"_s);
    CHECK(inForce(access).grant(Role::Manager, Action::Export).direct == core::Scope::Own);
    press(dialog, "As it ships");
    window.settle();
    CHECK(cellOf(*dialog) == u"department"_s);
    CHECK(inForce(access) == core::Policy::shipped());
}

TEST_CASE(
    "what no table can give says why, and what stands against a change is said before it is sent")
{
    const Sample sample;
    Window window(sample.access("admin"));
    ui::RolesDialog dialog(window.jobs());
    dialog.show();
    window.settle();
    choose(dialog, Action::Administer, Role::Manager);
    CHECK(wordsOn(&dialog).contains(u"Only data administrators can sign"_s));
    CHECK_FALSE(buttonOf(&dialog, u"Change the right"_s)->isEnabled());
    choose(dialog, Action::ChangeOrdinary, Role::Sales);
    QComboBox* direct = dialog.findChildren<QComboBox*>().front();
    CHECK(direct->isEnabled());
    direct->setCurrentIndex(direct->findData(int(core::Scope::All)));
    CHECK(wordsOn(&dialog).contains(u"cannot reach further"_s));
    CHECK_FALSE(buttonOf(&dialog, u"Change the right"_s)->isEnabled());
}

TEST_CASE("a right that is taken away holds for a colleague's window that is open")
{
    const Sample sample;
    Window manager(sample.access("manager"));
    const Access admin = sample.access("admin");
    {
        auto office = core::Office::open(admin);
        REQUIRE(office);
        REQUIRE((*office)->policy().set(Role::Manager, Action::Export, {}));
    }
    bool denied = false;
    manager.jobs().run<core::ExportResult>(
        ui::Lane::Long,
        &manager.main(),
        [path = sample.path(u"out.csv"_s)](core::Office& office, core::Progress& progress) {
            core::ExportOptions options;
            options.path = path;
            return office.exporter().run(options, progress);
        },
        [&denied](const core::Result<core::ExportResult>& done) {
            denied = !done && done.error().code == core::ErrorCode::Denied;
        });
    REQUIRE(QTest::qWaitFor([&denied] { return denied; }, 10'000));
    CHECK(core::decide(manager.jobs().session(), Action::Export) == core::Verdict::Denied);
}

TEST_CASE("a person is put into another department in the window")
{
    const Sample sample;
    const Access access = sample.access("admin");
    Window window(access);
    window.main().go(ui::MainWindow::People);
    window.settle();
    auto* table = window.main().findChild<QTableWidget*>(u"people"_s);
    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->item(row, 0)->text() == u"sales1"_s) {
            table->selectRow(row);
        }
    }
    window.settle();
    auto* box = window.main().page(ui::MainWindow::People).findChildren<QComboBox*>().back();
    REQUIRE(box->isEditable());
    CHECK_FALSE(buttonOf(&window.main(), u"Put in this department"_s)->isEnabled());
    box->setCurrentText(u"West"_s);
    press(&window.main(), "Put in this department");
    window.settle();
    auto office = core::Office::open(access);
    REQUIRE(office);
    auto user = core::UserStore((*office)->context().reader).byName(u"sales1");
    REQUIRE(user);
    CHECK((*user)->departmentName == u"West"_s);
}
