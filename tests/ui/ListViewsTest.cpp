// The list as people arrange it: columns, orders, filters, views, badges, and what goes out of it.
#include "ui/WindowFixture.h"
#include "ui/clients/ClientListModel.h"
#include "ui/clients/ClientTable.h"
#include "ui/clients/ColumnsDialog.h"
#include "ui/clients/FilterHeader.h"
#include "ui/clients/FilterRow.h"
#include "ui/clients/SelectionPanel.h"
#include "ui/clients/ViewDialog.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/widgets/SecretClipboard.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::Field;
using namespace Qt::StringLiterals;

namespace {

ui::ClientTable& tableOf(Window& window)
{
    return static_cast<ui::ClientTable&>(window.list());
}

int column(Field field)
{
    return ui::columnOf(field).value_or(-1);
}

void sortBy(Window& window, Field field, Qt::SortOrder order = Qt::AscendingOrder)
{
    window.list().sortByColumn(column(field), order);
    window.settle();
}

/// What stands in a column, from the top.
QStringList textsIn(Window& window, int where)
{
    QStringList texts;
    const QAbstractItemModel* model = window.list().model();
    for (int row = 0; row < model->rowCount(); ++row) {
        texts.append(model->index(row, where).data().toString());
    }
    return texts;
}

QLineEdit& filterLine(Window& window, const char* key)
{
    auto* line = window.list().findChild<QLineEdit*>(u"filter_row:"_s + QLatin1String(key));
    REQUIRE(line != nullptr);
    return *line;
}

QPushButton* named(Window& window, const QString& name)
{
    for (auto* button : window.main().clients().findChildren<QPushButton*>(name)) {
        if (button->isVisible()) {
            return button;
        }
    }
    return nullptr;
}

QAction* actionIn(const QMenu& menu, const QString& text)
{
    for (QAction* action : menu.actions()) {
        QString words = action->text();
        if (words.remove(u'&') == text) {
            return action;
        }
    }
    return nullptr;
}

/// An entry of the button "View".
void chooseInView(Window& window, const QString& text)
{
    auto* menu = window.main().clients().findChild<QMenu*>(u"view_menu"_s);
    REQUIRE(menu != nullptr);
    Q_EMIT menu->aboutToShow();
    QAction* action = actionIn(*menu, text);
    INFO(text.toStdString());
    REQUIRE(action != nullptr);
    action->trigger();
    window.settle();
}

void saveView(Window& window, const QString& name, bool isShared = false)
{
    chooseInView(window, u"Save as a view…"_s);
    auto* dialog = window.main().findChild<ui::ViewDialog*>();
    REQUIRE(dialog != nullptr);
    dialog->findChild<QLineEdit*>()->setText(name);
    if (isShared) {
        dialog->findChild<QCheckBox*>()->setChecked(true);
    }
    press(dialog, "Save the view");
    window.settle();
}

} // namespace

TEST_CASE(
    "at first the list has the columns that people look for, and names have the room they need")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.main().resize(1280, 800);
    window.settle();
    ui::ClientTable& table = tableOf(window);
    CHECK(table.shownColumns().size() == 6);
    CHECK_FALSE(table.horizontalScrollBar()->isVisible());
    const QFontMetrics metrics(ui::theme::font(ui::theme::Strong));
    const int room = table.columnWidth(0) - table.iconSize().width() - ui::theme::space(8);
    CHECK(metrics.horizontalAdvance(u"北京飞鸿房地产有限公司"_s) <= room);
}

TEST_CASE("columns are chosen, moved and widened, and are the same in the next window")
{
    const Sample sample;
    {
        Window window(sample.access("admin"));
        chooseInView(window, u"Columns…"_s);
        auto* dialog = window.main().findChild<ui::ColumnsDialog*>();
        REQUIRE(dialog != nullptr);
        auto* list = dialog->findChild<QListWidget*>();
        const auto find = [list](Field field) {
            return list->findItems(core::fieldLabel(field), Qt::MatchExactly).value(0);
        };
        CHECK_FALSE(find(Field::Name)->flags().testFlag(Qt::ItemIsUserCheckable));
        CHECK(find(Field::IdNumber) == nullptr); // confidential
        find(Field::Contact)->setCheckState(Qt::Unchecked);
        find(Field::Industry)->setCheckState(Qt::Checked);
        list->setCurrentItem(find(Field::Industry));
        while (list->row(find(Field::Industry)) > 1) {
            press(dialog, "Up");
        }
        dialog->findChild<QSpinBox*>()->setValue(216);
        press(dialog, "Show these columns");
        window.settle();
        const std::vector<int> shown = tableOf(window).shownColumns();
        REQUIRE(shown.size() == 6);
        CHECK(shown[1] == column(Field::Industry));
        CHECK(window.list().columnWidth(column(Field::Industry)) == 216);
        window.list().setColumnWidth(column(Field::City), 131);
        sortBy(window, Field::City, Qt::DescendingOrder);
    }
    Window again(sample.access("admin"));
    CHECK(tableOf(again).shownColumns()[1] == column(Field::Industry));
    CHECK(again.list().columnWidth(column(Field::City)) == 131);
    CHECK(again.list().isColumnHidden(column(Field::Contact)));
    CHECK(again.list().horizontalHeader()->sortIndicatorSection() == column(Field::City));
    Window other(sample.access("manager")); // of the same office
    CHECK_FALSE(other.list().isColumnHidden(column(Field::Contact)));
}

TEST_CASE("a column that a person is not shown is not offered")
{
    const Sample sample;
    Window window(sample.access("service"));
    chooseInView(window, u"Columns…"_s);
    auto* list = window.main().findChild<ui::ColumnsDialog*>()->findChild<QListWidget*>();
    CHECK(list->findItems(core::fieldLabel(Field::Email), Qt::MatchExactly).isEmpty());
    CHECK(list->findItems(core::fieldLabel(Field::City), Qt::MatchExactly).size() == 1);
}

TEST_CASE("the list is sorted by any column that it shows, the state too")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const int all = window.list().model()->rowCount();
    sortBy(window, Field::City);
    window.names(); // everything is read
    window.settle();
    QStringList cities = textsIn(window, column(Field::City));
    cities.removeAll(QString());
    REQUIRE(cities.size() > 10);
    CHECK(cities.front().localeAwareCompare(cities.back()) != 0);
    sortBy(window, Field::City, Qt::DescendingOrder);
    window.names();
    window.settle();
    CHECK(textsIn(window, column(Field::City)).front() == cities.back());
    CHECK(window.list().model()->rowCount() == all);
    window.list().sortByColumn(ui::stateColumn(), Qt::AscendingOrder);
    window.settle();
    window.names();
    window.settle();
    const QStringList states = textsIn(window, ui::stateColumn());
    CHECK_FALSE(states.front().isEmpty());
    CHECK(states.back().isEmpty());
}

TEST_CASE(
    "the row of filters opens by its key, narrows as typed, and shows what it asks for as chips")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const int all = window.list().model()->rowCount();
    QTest::keyClick(&window.main(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QLineEdit& name = filterLine(window, "name");
    REQUIRE(QTest::qWaitFor([&name] { return name.isVisible(); })); // a button goes down first
    window.settle();
    CHECK(QApplication::focusWidget() == &name);
    name.insert(u"公司"_s); // as an input method does
    window.settle();
    const int companies = window.list().model()->rowCount();
    CHECK(companies < all);
    CHECK(companies > 0);
    for (const QString& shown : window.names()) {
        CHECK(shown.contains(u"公司"_s));
    }
    auto* chip = named(window, u"condition:0"_s);
    REQUIRE(chip != nullptr);
    CHECK(chip->text().contains(u"公司"_s));
    CHECK(QApplication::focusWidget() == &name); // typing goes on

    auto* type = window.list().findChild<QComboBox*>(u"filter_row:owner"_s);
    REQUIRE(type != nullptr);
    CHECK(type->count() > 3); // the colleagues
    // Together with a search.
    window.search(u"zzzzqqq"_s);
    CHECK(window.list().isVisible()); // its header is needed
    CHECK(wordsOn(&window.main()).contains(u"Nothing found"_s));
    window.search({});

    QTest::mouseClick(named(window, u"condition:0"_s), Qt::LeftButton);
    window.settle();
    CHECK(name.text().isEmpty());
    CHECK(window.list().model()->rowCount() == all);
    QTest::keyClick(&name, Qt::Key_Escape);
    CHECK(window.list().hasFocus());
}

TEST_CASE("filter row, chips and search narrow together, and all are cleared at once")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const int all = window.list().model()->rowCount();
    window.main().clients().openFilterRow(true);
    filterLine(window, "name").setText(u"no such name at all"_s);
    window.settle();
    CHECK(window.list().model()->rowCount() == 0);
    press(&window.main(), "Show all clients");
    window.settle();
    CHECK(window.list().model()->rowCount() == all);
    CHECK(filterLine(window, "name").text().isEmpty());

    // Closed, the row still holds, and its chip says so.
    filterLine(window, "city").setText(u"=苏州市"_s);
    window.settle();
    const int inSuzhou = window.list().model()->rowCount();
    CHECK(inSuzhou < all);
    window.main().clients().openFilterRow(false);
    window.settle();
    CHECK(window.list().model()->rowCount() == inSuzhou);
    auto* clear = named(window, u"clear_filter"_s);
    REQUIRE(clear != nullptr);
    QTest::mouseClick(clear, Qt::LeftButton);
    window.settle();
    CHECK(window.list().model()->rowCount() == all);
}

TEST_CASE("what is typed for a column becomes a condition of the filter language")
{
    const auto of = [](Field field, const QString& typed) {
        return ui::columnCondition(field, typed).toStdString();
    };
    CHECK(of(Field::City, u" 苏州 "_s) == "city~\"苏州\"");
    CHECK(of(Field::City, u"苏州*"_s) == "city^\"苏州\"");
    CHECK(of(Field::City, u"=苏州市"_s) == "city=\"苏州市\"");
    CHECK(of(Field::City, u"="_s) == "city=\"\"");
    CHECK(of(Field::City, u"!="_s) == "city!=\"\"");
    CHECK(of(Field::UpdatedAt, u"> 2026-03-01"_s) == "updated_at>\"2026-03-01\"");
    CHECK(of(Field::UpdatedAt, u">"_s).empty());
    CHECK(of(Field::Name, u"a \"b\" and c"_s) == "name~\"a \"\"b\"\" and c\"");
    CHECK(of(Field::Name, u"*"_s) == "name~\"*\"");
}

TEST_CASE(
    "a view is saved, found again by its chip with filter, columns and order, renamed and removed")
{
    const Sample sample;
    {
        Window window(sample.access("manager"));
        const int all = window.list().model()->rowCount();
        window.main().clients().openFilterRow(true);
        filterLine(window, "city").setText(u"市"_s);
        sortBy(window, Field::Contact);
        window.list().setColumnHidden(column(Field::Owner), true);
        saveView(window, u"Cities"_s, true);
        auto* chip = named(window, u"view:Cities"_s);
        REQUIRE(chip != nullptr);
        CHECK(chip->isChecked());
        filterLine(window, "city").clear();
        window.settle();
        CHECK(window.list().model()->rowCount() == all);
        CHECK_FALSE(named(window, u"view:Cities"_s)->isChecked()); // no longer exactly that
        QTest::mouseClick(named(window, u"view:Cities"_s), Qt::LeftButton);
        window.settle();
        CHECK(filterLine(window, "city").text() == u"市"_s);
        CHECK(named(window, u"view:Cities"_s)->isChecked());
        CHECK(window.list().isColumnHidden(column(Field::Owner)));
    }
    {
        Window sales(sample.access("sales1"));
        REQUIRE(named(sales, u"view:Cities"_s) != nullptr); // the office's
        QTest::mouseClick(named(sales, u"view:Cities"_s), Qt::LeftButton);
        sales.settle();
        CHECK(sales.list().horizontalHeader()->sortIndicatorSection() == column(Field::Contact));
        saveView(sales, u"Mine alone"_s);
    }
    Window window(sample.access("manager"));
    CHECK(named(window, u"view:Mine alone"_s) == nullptr);
    QTest::mouseClick(named(window, u"view:Cities"_s), Qt::LeftButton);
    window.settle();
    chooseInView(window, u"Rename “Cities”…"_s);
    auto* dialog = window.main().findChild<ui::ViewDialog*>();
    REQUIRE(dialog != nullptr);
    CHECK(dialog->findChild<QLineEdit*>()->text() == u"Cities"_s);
    dialog->findChild<QLineEdit*>()->setText(u"Towns"_s);
    press(dialog, "Rename");
    window.settle();
    REQUIRE(named(window, u"view:Towns"_s) != nullptr);
    chooseInView(window, u"Remove “Towns”"_s);
    CHECK(named(window, u"view:Towns"_s) == nullptr);
    press(&window.main(), "Undo");
    window.settle();
    CHECK(named(window, u"view:Towns"_s) != nullptr);
}

TEST_CASE("a colleague's own clients in a view of the office are shown as what is asked for")
{
    const Sample sample;
    {
        Window window(sample.access("manager"));
        QTest::mouseClick(named(window, u"filter:owner=\"manager\""_s), Qt::LeftButton);
        window.settle();
        saveView(window, u"Of the manager"_s, true);
    }
    Window admin(sample.access("admin"));
    const int all = admin.list().model()->rowCount();
    QTest::mouseClick(named(admin, u"view:Of the manager"_s), Qt::LeftButton);
    admin.settle();
    CHECK(admin.list().model()->rowCount() < all);
    auto* chip = named(admin, u"condition:-1"_s);
    REQUIRE(chip != nullptr);
    CHECK(chip->text().contains(u"manager"_s));
    QTest::mouseClick(chip, Qt::LeftButton);
    admin.settle();
    CHECK(admin.list().model()->rowCount() == all);
    CHECK(named(admin, u"condition:-1"_s) == nullptr);
}

TEST_CASE("a view of a taken name is refused in the dialog, which stays")
{
    const Sample sample;
    Window window(sample.access("sales1"));
    saveView(window, u"Mine"_s);
    saveView(window, u"mine"_s);
    auto* dialog = window.main().findChild<ui::ViewDialog*>();
    REQUIRE(dialog != nullptr);
    CHECK(wordsOn(dialog).contains(u"There is a view of this name already"_s));
    CHECK_FALSE(dialog->findChild<QCheckBox*>()->isVisible()); // sales keep own ones only
}

TEST_CASE("several chosen clients get another owner, and what has to be asked for waits")
{
    const Sample sample;
    {
        Window window(sample.access("sales1"));
        window.list().selectAll();
        window.settle();
        auto* panel = window.main().findChild<ui::SelectionPanel*>();
        REQUIRE(panel->isVisible());
        const auto count = panel->clients().size();
        REQUIRE(count > 1);
        CHECK_FALSE(buttonOf(panel, u"Hand over"_s)->isEnabled());
        CHECK(buttonOf(panel, u"Export these…"_s) == nullptr); // no right to
        auto* owners = panel->findChild<QComboBox*>(u"new_owner"_s);
        owners->setCurrentIndex(owners->findData(u"manager"_s));
        press(panel, "Hand over");
        window.settle();
        CHECK(wordsOn(&window.main()).contains(u"%1 request"_s.arg(qulonglong(count))));
    }
    Window admin(sample.access("admin"));
    admin.list().selectionModel()->select(
        QItemSelection(admin.list().model()->index(0, 0), admin.list().model()->index(2, 0)),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    admin.settle();
    auto* panel = admin.main().findChild<ui::SelectionPanel*>();
    auto* owners = panel->findChild<QComboBox*>(u"new_owner"_s);
    owners->setCurrentIndex(owners->findData(u"manager"_s));
    press(panel, "Hand over");
    admin.settle();
    for (int row = 0; row < 3; ++row) {
        CHECK(admin.list().model()->index(row, column(Field::Owner)).data().toString()
              == u"manager"_s);
    }
}

TEST_CASE("chosen clients are copied as a table of the columns that are shown, and the log has it")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.list().selectionModel()->select(
        QItemSelection(window.list().model()->index(0, 0), window.list().model()->index(1, 0)),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    window.settle();
    QTest::keyClick(&window.list(), Qt::Key_C, Qt::ControlModifier);
    window.settle();
    const QString text = QGuiApplication::clipboard()->text();
    const QStringList lines = text.split(u'\n');
    REQUIRE(lines.size() == 4); // the last is empty
    CHECK(lines[0].split(u'\t').size() == 6);
    CHECK(lines[0].startsWith(core::fieldLabel(Field::Name)));
    CHECK(lines[1].section(u'\t', 0, 0) == window.names().value(0));
    CHECK(wordsOn(&window.main()).contains(u"copied as a table"_s));
    std::int64_t logged = 0;
    window.jobs().run<std::int64_t>(
        ui::Lane::Read,
        &window.main(),
        [](core::Office& office, core::Progress&) -> core::Result<std::int64_t> {
            auto page = office.logQueries().page({.group = core::LogGroup::Exports}, {}, 10);
            return page ? core::Result<std::int64_t>(std::int64_t(page->lines.size()))
                        : core::Result<std::int64_t>(page.error());
        },
        [&](core::Result<std::int64_t> count) { logged = count ? *count : -1; });
    window.settle();
    CHECK(logged == 1);
    ui::clearSecret();
    CHECK(QGuiApplication::clipboard()->text().isEmpty());
}

TEST_CASE("an export of the chosen takes these and no others")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.list().selectionModel()->select(
        QItemSelection(window.list().model()->index(0, 0), window.list().model()->index(2, 0)),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    window.settle();
    press(window.main().findChild<ui::SelectionPanel*>(), "Export these…");
    window.settle();
    auto* dialog = window.main().findChild<ui::ExportDialog*>();
    REQUIRE(dialog != nullptr);
    CHECK(wordsOn(dialog).contains(u"3 client"_s));
    auto* which = dialog->findChild<QComboBox*>(u"which"_s);
    REQUIRE(which->count() == 2);
    dialog->exportTo(sample.path(u"out.csv"_s));
    window.settle();
    QFile file(sample.path(u"out.csv"_s));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().count("CUST") == 3);
}

TEST_CASE("the state of a client stands in words behind its badges")
{
    CHECK(ui::badgeWords(0).isEmpty());
    CHECK(ui::badgeWords(ui::PendingBadge | ui::OverdueBadge) == u"Pending · Overdue"_s);
    core::ClientRow row;
    row.client.set(Field::Status, u"archived"_s);
    CHECK(ui::badgesOf(row) == ui::ArchivedBadge);
    row.client.set(Field::Status, u"trashed"_s);
    row.possibleDuplicate = true;
    CHECK(ui::badgesOf(row) == (ui::TrashedBadge | ui::DuplicateBadge));
}

TEST_CASE("a layout is text and back, and what a person is not shown falls out of it")
{
    core::Session admin;
    admin.role = core::Role::DataAdmin;
    core::Session service;
    service.role = core::Role::Service;
    const auto layout = ui::ListLayout::fromText(
        uR"({"columns":[["email",210],["city",90],["nonsense",1],["city",5]],"sort":"email",)"
        uR"("descending":true})"_s,
        admin);
    REQUIRE(layout);
    REQUIRE(layout->shown.size() == 3); // the name is always there
    CHECK(layout->shown[1].column == column(Field::Email));
    CHECK(layout->sortColumn == column(Field::Email));
    CHECK(ui::ListLayout::fromText(layout->text(), admin)->text() == layout->text());
    const auto hers = ui::ListLayout::fromText(layout->text(), service);
    REQUIRE(hers);
    CHECK(hers->shown.size() == 2);
    CHECK(hers->sortColumn == 0);
    CHECK_FALSE(ui::ListLayout::fromText(u"{}"_s, admin));
    CHECK_FALSE(ui::ListLayout::fromText(u"no layout"_s, admin));
}

TEST_CASE("times in the list and in what is copied from it are those of the office's clock")
{
    core::ClientRow row;
    row.client.createdAt = QDateTime(QDate(2026, 12, 4), QTime(23, 30), QTimeZone::utc());
    const auto created = ui::listColumns()[std::size_t(column(Field::CreatedAt))];
    CHECK(ui::cellText(created, row, QTimeZone("Asia/Shanghai")) == u"2026-12-05 07:30");
    CHECK(ui::cellText(created, row, QTimeZone("America/New_York")) == u"2026-12-04 18:30");
    const auto updated = ui::listColumns()[std::size_t(column(Field::UpdatedAt))];
    CHECK(ui::cellText(updated, row, QTimeZone("Asia/Shanghai")).isEmpty());
}
