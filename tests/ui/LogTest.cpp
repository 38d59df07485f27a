// The page of the log, in the real window over a sample office.
#include "core/storage/Statement.h"
#include "ui/WindowFixture.h"
#include "ui/log/LimitsDialog.h"
#include "ui/log/LogPage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTableWidget>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

struct LogWindow : Window
{
    explicit LogWindow(Access access)
        : Window(std::move(access))
    {
        main().go(ui::MainWindow::Log);
        settle();
    }
    ui::LogPage& page() { return static_cast<ui::LogPage&>(main().page(ui::MainWindow::Log)); }
    QTableWidget& table() { return *page().findChild<QTableWidget*>(u"log"_s); }
    /// What stands in a column of every row.
    QStringList column(int number)
    {
        QStringList texts;
        for (int row = 0; row < table().rowCount(); ++row) {
            texts.append(table().item(row, number)->text());
        }
        return texts;
    }
    void choose(const QString& box, const QString& text)
    {
        for (QComboBox* one : page().findChildren<QComboBox*>()) {
            if (one->accessibleName() == box) {
                one->setCurrentIndex(one->findText(text));
                Q_EMIT one->activated(one->currentIndex());
            }
        }
        settle();
    }
};

} // namespace

TEST_CASE("the log says in words what was done, by whom, and that its signature holds")
{
    const Sample sample;
    LogWindow window(sample.access("admin"));
    REQUIRE(window.table().rowCount() > 10);
    CHECK(window.column(1).contains(u"admin"_s));
    for (const QString& what : window.column(2)) {
        CHECK_FALSE(what.contains(u"client."_s)); // no program's word
    }
    for (const QString& signature : window.column(4)) {
        CHECK(signature.startsWith(u'✓'));
    }
    CHECK(wordsOn(&window.page()).contains(u"The signature holds."_s));
    const int all = window.table().rowCount();
    window.choose(u"Kind"_s, u"People and passwords"_s);
    CHECK(window.table().rowCount() > 0);
    CHECK(window.table().rowCount() < all);
    window.choose(u"Kind"_s, u"Failed logins"_s);
    CHECK(wordsOn(&window.page()).contains(u"Nothing here"_s));
    window.choose(u"Kind"_s, u"Everything"_s);
    window.choose(u"Person"_s, u"sales1"_s);
    for (const QString& who : window.column(1)) {
        CHECK(who == u"sales1"_s);
    }
    auto* client = window.page().findChild<QLineEdit*>();
    client->setText(u"CUST0"_s);
    client->setModified(true);
    Q_EMIT client->editingFinished();
    window.settle();
    CHECK(wordsOn(&window.page()).contains(u"no client with this id"_s));
}

TEST_CASE("the verification of the log names the first entry that is not what was signed")
{
    const Sample sample;
    LogWindow window(sample.access("admin"));
    window.page().verify();
    window.settle();
    CHECK(wordsOn(&window.page()).contains(u"entries verified"_s));
    {
        auto connection = core::connectTo(*sample.access("admin"));
        REQUIRE(connection);
        REQUIRE((*connection)
                    ->execute("UPDATE audit_entries SET host = 'x' WHERE seq = (SELECT max(seq) - "
                              "2 FROM audit_entries)"));
    }
    window.page().verify();
    window.settle();
    CHECK(wordsOn(&window.page()).contains(u"is the first that is not what was signed"_s));
    window.page().refresh();
    window.settle();
    CHECK(window.column(4).filter(u"✕"_s).size() == 1);
}

TEST_CASE("an opening hears of a changed entry that came since this computer looked last")
{
    const Sample sample;
    {
        const Window before(sample.access("admin"));
    }
    {
        auto connection = core::connectTo(*sample.access("admin"));
        REQUIRE(connection);
        auto office = core::Office::open(sample.access("admin"));
        REQUIRE(office);
        REQUIRE(core::setLogSettings((*office)->context(), {{u"night_from"_s, 20}}));
        REQUIRE((*connection)
                    ->execute("UPDATE audit_entries SET host = 'x' WHERE seq = (SELECT max(seq)"
                              " FROM audit_entries)"));
    }
    Window after(sample.access("admin"));
    after.settle();
    CHECK(wordsOn(&after.main()).contains(u"of the log is not what was signed"_s));
}

TEST_CASE("who oversees nobody sees his own actions and no findings about others")
{
    const Sample sample;
    LogWindow window(sample.access("sales1"));
    for (const QString& who : window.column(1)) {
        CHECK(who == u"sales1"_s);
    }
    CHECK(window.page().findChild<QTabBar*>()->count() == 1);
}

TEST_CASE(
    "what is unusual is listed; a data administrator changes the limits, a manager reads them")
{
    const Sample sample;
    {
        LogWindow window(sample.access("manager"));
        window.page().showUnusual(true);
        window.settle();
        press(&window.page(), "Limits…");
        window.settle();
        auto* dialog = window.main().findChild<ui::LimitsDialog*>();
        REQUIRE(dialog != nullptr);
        CHECK_FALSE(dialog->findChildren<QSpinBox*>().front()->isEnabled());
        dialog->reject();
    }
    LogWindow window(sample.access("admin"));
    window.page().showUnusual(true);
    window.settle();
    press(&window.page(), "Limits…");
    window.settle();
    auto* dialog = window.main().findChild<ui::LimitsDialog*>();
    REQUIRE(dialog != nullptr);
    for (QSpinBox* box : dialog->findChildren<QSpinBox*>()) {
        if (box->accessibleName().contains(u"open in one day"_s)) {
            box->setValue(1);
        }
    }
    press(dialog, "Save");
    window.settle();
    for (const char* who : {"admin", "manager"}) {
        auto office = core::Office::open(sample.access(who));
        REQUIRE(office);
        const auto page = (*office)->queries().list({.filter = u"owner=sales1"_s, .limit = 3});
        REQUIRE(page);
        for (const core::ClientRow& row : page->rows) {
            REQUIRE((*office)->clients().look(row.client.id()));
        }
        REQUIRE((*office)->flushLooks(core::FlushLooks::Now));
    }
    window.page().refresh();
    window.settle();
    auto* table = window.page().findChild<QTableWidget*>(u"unusual"_s);
    REQUIRE(table != nullptr);
    bool isListed = false;
    for (int row = 0; row < table->rowCount(); ++row) {
        isListed = isListed
            || (table->item(row, 1)->text() == u"admin"_s
                && table->item(row, 2)->text().contains(u"3"_s));
    }
    CHECK(isListed);
    REQUIRE(table->rowCount() > 1);
    table->selectRow(1);
    window.page().refresh();
    window.settle();
    CHECK(table->currentRow() == 1);
    CHECK(table->selectedItems().front()->row() == 1);
}

TEST_CASE("the log keeps its lines, its place and the chosen entry when a colleague saves")
{
    const Sample sample;
    auto office = core::Office::open(sample.access("admin"));
    REQUIRE(office);
    const auto page = (*office)->queries().list({.filter = u"pending=no"_s});
    REQUIRE(page);
    const core::ClientId id = page->rows.front().client.id();
    const auto save = [&](int number) {
        REQUIRE(
            (*office)->changes().update(id, {{core::Field::Notes, u"seen %1"_s.arg(number), {}}}));
    };
    constexpr int lines = 230; // more than are read at once
    for (int i = 0; i < lines; ++i) {
        save(i);
    }
    LogWindow window(sample.access("admin"));
    QTableWidget& table = window.table();
    const int first = table.rowCount();
    REQUIRE(first < lines);
    table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum());
    window.settle();
    const int read = table.rowCount();
    REQUIRE(read > first);
    constexpr int chosen = 20;
    table.selectRow(chosen);
    constexpr int place = 15;
    table.verticalScrollBar()->setValue(place);
    const QString entry = table.item(chosen, 4)->text();
    const QString top = table.item(table.rowAt(0), 4)->text();
    save(lines);
    window.page().refresh();
    window.settle();
    CHECK(table.rowCount() == read + 1);
    REQUIRE_FALSE(table.selectedItems().isEmpty());
    CHECK(table.item(table.selectedItems().front()->row(), 4)->text() == entry);
    CHECK(table.item(table.rowAt(0), 4)->text() == top);
    CHECK(window.column(4).removeDuplicates() == 0);
    table.verticalScrollBar()->setValue(0);
    save(lines + 1);
    window.page().refresh();
    window.settle();
    CHECK(table.verticalScrollBar()->value() == 0); // whoever is at the top sees what is new
    window.choose(u"Kind"_s, u"People and passwords"_s);
    CHECK(table.rowCount() < first); // another list begins anew
}

TEST_CASE("a detail that a program wrote is shown in words, with the fields' labels")
{
    const Sample sample;
    auto office = core::Office::open(sample.access("admin"));
    REQUIRE(office);
    core::ExportOptions options;
    options.path = sample.path(u"out.csv"_s);
    options.fields = {core::Field::Name, core::Field::CreditCode};
    options.reason = u"letters"_s;
    core::Progress quiet;
    REQUIRE((*office)->exporter().run(options, quiet));
    LogWindow window(sample.access("admin"));
    window.choose(u"Kind"_s, u"Exports"_s);
    REQUIRE(window.table().rowCount() > 0);
    window.table().selectRow(0);
    const QString words = wordsOn(&window.page());
    CHECK(words.contains(u"Reason: letters"_s));
    CHECK(words.contains(u"Fields: "_s + core::fieldLabel(core::Field::Name)));
    CHECK(words.contains(core::fieldLabel(core::Field::CreditCode)));
    CHECK_FALSE(words.contains(u"credit_code"_s));
    CHECK_FALSE(words.contains(u"log_entry"_s));
}
