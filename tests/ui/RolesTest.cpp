// The table of rights and departments, as a data administrator changes them in the window.
#include "ui/WindowFixture.h"
#include "ui/people/ConfidentialFieldsDialog.h"
#include "ui/people/RolesDialog.h"
#include "ui/widgets/Prompt.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
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

/// A client with an own field.
core::ClientId addShoe(const Access& access)
{
    auto office = core::Office::open(access);
    REQUIRE(office);
    core::ClientValues values;
    values.set(core::Field::Type, u"person"_s);
    values.set(core::Field::Name, u"欧阳修远"_s);
    values.set(core::Field::Phone, u"13800138777"_s);
    values.set(core::Field::Custom, uR"({"Shoe":"43 left"})"_s);
    core::AddOptions options;
    options.force = true;
    auto added = (*office)->clients().add(values, options);
    REQUIRE(added);
    REQUIRE(added->client);
    return added->client->id();
}

/// What stands in the row of the field: name, how it is kept, clients.
QStringList rowOf(QTableWidget* table, const QString& field)
{
    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->item(row, 0)->text() == field) {
            table->selectRow(row);
            return {field, table->item(row, 1)->text(), table->item(row, 2)->text()};
        }
    }
    return {};
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

TEST_CASE("an own field is made confidential in the window, asked once, and stays so")
{
    const Sample sample;
    const Access access = sample.access("admin");
    const core::ClientId client = addShoe(access);
    Window window(access);
    ui::RolesDialog roles(window.jobs());
    roles.show();
    window.settle();
    QSignalSpy said(&roles, &ui::RolesDialog::said);
    press(&roles, "Confidential fields…");
    auto* dialog = roles.findChild<ui::ConfidentialFieldsDialog*>();
    REQUIRE(dialog != nullptr);
    window.settle();
    auto* table = dialog->findChild<QTableWidget*>(u"confidential_fields"_s);
    CHECK(rowOf(table, core::fieldLabel(core::Field::BankAccount)).at(1)
          == u"confidential, always");
    CHECK_FALSE(buttonOf(dialog, u"Make confidential…"_s)->isEnabled());
    CHECK(rowOf(table, u"Shoe"_s) == QStringList{u"Shoe"_s, u"ordinary"_s, u"1"_s});
    press(dialog, "Make confidential…");
    auto* question = dialog->findChild<ui::PromptDialog*>();
    REQUIRE(question != nullptr);
    CHECK(question->text().contains(u"cannot be taken back"));
    press(question, "Make confidential");
    window.settle();
    CHECK(rowOf(table, u"Shoe"_s) == QStringList{u"Shoe"_s, u"confidential"_s, u"1"_s});
    CHECK_FALSE(buttonOf(dialog, u"Make confidential…"_s)->isEnabled());
    CHECK(wordsOn(dialog).contains(u"“Shoe” is confidential now. 1 value sealed."_s));
    CHECK(said.count() == 1);
    auto office = core::Office::open(access);
    REQUIRE(office);
    CHECK(*(*office)->sealed().reveal(client, u"custom:Shoe"_s) == u"43 left");
    CHECK(*(*office)->sealed().sealedCustom() == QStringList{u"Shoe"_s});
}
