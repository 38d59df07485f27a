#include "ui/WindowFixture.h"
#include "ui/duplicates/DuplicatesPage.h"
#include "ui/duplicates/MergeDialog.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/inbox/InboxPage.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTreeWidget>

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

QString writeFile(const Sample& sample, const char* name, const char* text)
{
    const QString path = sample.path(QLatin1String(name));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(text) == qint64(qstrlen(text)));
    return path;
}

int requestsIn(const QTreeWidget& tree)
{
    int count = 0;
    for (int i = 0; i < tree.topLevelItemCount(); ++i) {
        count += tree.topLevelItem(i)->childCount();
    }
    return count;
}

/// Without the headings above them.
int groupsIn(const QListView& list)
{
    int count = 0;
    for (int row = 0; row < list.model()->rowCount(); ++row) {
        count += list.model()->index(row, 0).flags().testFlag(Qt::ItemIsEnabled) ? 1 : 0;
    }
    return count;
}

} // namespace

TEST_CASE("the inbox is worked through by the keyboard; a rejection needs a word")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.main().go(ui::MainWindow::Inbox);
    window.settle();
    ui::Page& inbox = window.main().page(ui::MainWindow::Inbox);
    auto* tree = inbox.findChild<QTreeWidget*>();
    REQUIRE(tree != nullptr);
    const int before = requestsIn(*tree);
    REQUIRE(before >= 3);
    const QString first = tree->currentItem()->text(0);
    QTest::keyClick(tree, Qt::Key_J);
    window.settle();
    CHECK(tree->currentItem()->text(0) != first);
    QTest::keyClick(tree, Qt::Key_K);
    window.settle();
    CHECK(tree->currentItem()->text(0) == first);

    QTest::keyClick(tree, Qt::Key_R);
    window.settle();
    CHECK(requestsIn(*tree) == before); // no word, no rejection
    auto* comment = inbox.findChild<QLineEdit*>();
    REQUIRE(comment != nullptr);
    comment->setText(QStringLiteral("no proof"));
    QTest::keyClick(tree, Qt::Key_R);
    window.settle();
    CHECK(requestsIn(*tree) == before - 1);

    QTest::keyClick(tree, Qt::Key_A);
    window.settle();
    CHECK(requestsIn(*tree) == before - 2);
}

TEST_CASE("two records become one from the duplicates page, and two again")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const int clients = window.list().model()->rowCount();
    window.main().go(ui::MainWindow::Duplicates);
    window.settle();
    ui::Page& page = window.main().page(ui::MainWindow::Duplicates);
    auto* groups = page.findChild<QListView*>(QStringLiteral("groups"));
    REQUIRE(groups != nullptr);
    const int before = groupsIn(*groups);
    REQUIRE(before >= 2);
    QTest::keyClick(groups, Qt::Key_M);
    window.settle();
    auto* dialog = window.main().findChild<ui::MergeDialog*>();
    REQUIRE(dialog != nullptr);
    press(dialog, "Merge");
    window.settle();
    CHECK(groupsIn(*groups) == before - 1);
    window.main().go(ui::MainWindow::Clients);
    window.settle();
    CHECK(window.list().model()->rowCount() == clients - 1);
    press(&window.main(), "Undo");
    window.settle();
    CHECK(window.list().model()->rowCount() == clients);

    window.main().go(ui::MainWindow::Duplicates);
    window.settle();
    QTest::keyClick(groups, Qt::Key_N);
    window.settle();
    CHECK(groupsIn(*groups) < before);
}

TEST_CASE("a file comes in through the wizard, counted before it is stored, and goes again")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const int before = window.list().model()->rowCount();
    const QString file = writeFile(sample,
                                   "new.csv",
                                   "客户名称,联系人,电话,身份证号\n"
                                   "衡水青禾农具有限公司,解芳,0318-2153344,110105194912310021\n"
                                   "Quillfeather Ltd,Ann Poe,+44 20 7946 0123,\n");
    window.main().openImport(file);
    window.settle();
    auto* wizard = window.main().findChild<ui::ImportWizard*>();
    REQUIRE(wizard != nullptr);
    CHECK_FALSE(wizard->isModal()); // the list can be used meanwhile
    CHECK(wordsOn(wizard).contains(QStringLiteral("身份证号"))); // named as stored nowhere
    press(wizard, "Next");
    window.settle();
    CHECK(wordsOn(wizard).contains(QStringLiteral("2\nrows in the file\n2\nnew\n0\nupdated")));
    CHECK(window.list().model()->rowCount() == before);
    press(wizard, "Import");
    window.settle();
    CHECK(wordsOn(wizard).contains(QStringLiteral("2\nrows in the file\n2\nnew\n0\nupdated")));
    CHECK(window.list().model()->rowCount() == before + 2);
    press(wizard, "Undo import");
    window.settle();
    CHECK(window.list().model()->rowCount() == before);
}

TEST_CASE("columns without a field are kept where somebody asks for it, and so the next time")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const char* rows = "客户名称,电话,车牌\n衡水青禾农具有限公司,0318-2153344,冀T12345\n";
    const auto open = [&window, &sample, rows]() -> ui::ImportWizard* {
        window.main().openImport(writeFile(sample, "own.csv", rows));
        window.settle();
        auto* wizard = window.main().findChild<ui::ImportWizard*>();
        REQUIRE(wizard != nullptr);
        return wizard;
    };
    ui::ImportWizard* wizard = open();
    const QString leftOut = QStringLiteral("no field was found for them: 车牌");
    CHECK(wordsOn(wizard).contains(leftOut));
    auto* keep = wizard->findChild<QCheckBox*>(QStringLiteral("keep_columns"));
    REQUIRE(keep != nullptr);
    keep->click();
    window.settle();
    CHECK_FALSE(wordsOn(wizard).contains(leftOut));
    press(wizard, "Next");
    window.settle();
    press(wizard, "Import");
    window.settle();
    press(wizard, "Done");
    window.settle();
    wizard = open();
    CHECK(wordsOn(wizard).contains(QStringLiteral("those of the last import")));
    CHECK_FALSE(wordsOn(wizard).contains(leftOut));
}

TEST_CASE("an import that is stopped leaves nothing behind, and can be begun again")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const int before = window.list().model()->rowCount();
    QByteArray rows("name,contact,phone\n");
    for (int i = 0; i < 4000; ++i) {
        rows += "Quillfeather " + QByteArray::number(i) + " Ltd,Ann Poe,+44 20 7946 0123\n";
    }
    window.main().openImport(writeFile(sample, "many.csv", rows.constData()));
    window.settle();
    auto* wizard = window.main().findChild<ui::ImportWizard*>();
    REQUIRE(wizard != nullptr);
    press(wizard, "Next");
    window.settle();
    press(wizard, "Import");
    press(wizard, "Stop");
    window.settle();
    CHECK(window.list().model()->rowCount() == before);
    REQUIRE(buttonOf(wizard, QStringLiteral("Import")) != nullptr);
    CHECK(buttonOf(wizard, QStringLiteral("Import"))->isEnabled());
}

TEST_CASE("what is being written to the person who asked survives a new reading of the inbox")
{
    const Sample sample;
    Window window(sample.access("admin"));
    window.main().go(ui::MainWindow::Inbox);
    window.settle();
    ui::Page& inbox = window.main().page(ui::MainWindow::Inbox);
    auto* comment = inbox.findChild<QLineEdit*>();
    REQUIRE(comment != nullptr);
    comment->setText(QStringLiteral("no proof"));
    inbox.refresh();
    window.settle();
    CHECK(comment->text() == QStringLiteral("no proof"));
    auto* tree = inbox.findChild<QTreeWidget*>();
    QTest::keyClick(tree, Qt::Key_J);
    window.settle();
    CHECK(comment->text().isEmpty()); // it was meant for the other one
}

TEST_CASE("what is no table is refused where it was chosen, in words")
{
    const Sample sample;
    Window window(sample.access("admin"));
    struct Bad
    {
        QString path;
        const char* what;
    };
    for (const Bad& bad :
         {Bad{sample.path(QStringLiteral(".")), "a folder"},
          Bad{writeFile(sample, "empty.csv", ""), "an empty file"},
          Bad{sample.path(QStringLiteral("absent.csv")), "no file"},
          Bad{writeFile(sample, "cut.csv", "name,phone\n\"Acme"), "cut in a cell"}}) {
        INFO(bad.what);
        ui::ImportWizard wizard(window.jobs());
        wizard.show();
        wizard.setFile(bad.path);
        window.settle();
        CHECK(buttonOf(&wizard, QStringLiteral("Choose a file…")) != nullptr);
        CHECK(wordsOn(&wizard).size() > 100); // the page's own words, and the reason
    }
}

TEST_CASE("the export holds what the person may see")
{
    const Sample sample;
    Window window(sample.access("manager"));
    const int seen = window.list().model()->rowCount();
    ui::ExportDialog dialog(window.jobs(), QString());
    dialog.show();
    window.settle();
    const QString path = sample.path(QStringLiteral("out.csv"));
    QSignalSpy said(&dialog, &ui::ExportDialog::said);
    dialog.findChild<QLineEdit*>(QStringLiteral("reason"))->setText(QStringLiteral("letters"));
    dialog.exportTo(path);
    window.settle();
    CHECK(said.count() == 1);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const qsizetype rows = file.readAll().count("\r\nCUST");
    CHECK(rows > 0);
    CHECK(rows <= seen);
}

TEST_CASE("Chinese takes the place of English without a restart")
{
    const Sample sample;
    Window window(sample.access("admin"));
    QSignalSpy wanted(&window.main(), &ui::MainWindow::languageWanted);
    QAction* language = window.main().commands().action("window.language");
    REQUIRE(language != nullptr);
    CHECK(language->text() == QStringLiteral("中文"));
    language->trigger();
    REQUIRE(wanted.count() == 1);
    CHECK(wanted.front().front().toString() == QStringLiteral("zh"));
}

TEST_CASE("every page follows from light to dark as if it had been opened there")
{
    const Sample sample;
    constexpr std::array places{ui::MainWindow::Inbox,
                                ui::MainWindow::Duplicates,
                                ui::MainWindow::People,
                                ui::MainWindow::Clients};
    const auto picturesOf = [&places](Window& window) {
        std::vector<QImage> pictures{window.main().grab().toImage()};
        for (const auto place : places) {
            pictures.push_back(window.main().page(place).grab().toImage());
        }
        return pictures;
    };
    const auto opened = [&] {
        auto window = std::make_unique<Window>(sample.access("admin"));
        window->select(window->names().value(1));
        for (const auto place : places) {
            window->main().go(place);
        }
        window->settle();
        return window;
    };
    ui::theme::apply(*qApp, ui::theme::Scheme::Light);
    const auto window = opened();
    const std::vector<QImage> light = picturesOf(*window);
    ui::theme::apply(*qApp, ui::theme::Scheme::Dark);
    const std::vector<QImage> changed = picturesOf(*window);
    const std::vector<QImage> dark = picturesOf(*opened());
    ui::theme::apply(*qApp, ui::theme::Scheme::Light);
    window->main().activateWindow(); // the other one had the focus
    REQUIRE(QTest::qWaitForWindowActive(&window->main()));
    const std::vector<QImage> back = picturesOf(*window);
    for (std::size_t i = 0; i < light.size(); ++i) {
        INFO("page " << i);
        CHECK(changed[i] != light[i]);
        CHECK(changed[i] == dark[i]);
        CHECK(back[i] == light[i]);
    }
}

TEST_CASE("a save waits for the window's own import, longer than it would for a colleague")
{
    using namespace std::chrono_literals;
    const Sample sample;
    Window window(sample.access("admin"));
    const auto nothing = [](core::Result<int>) {
    };
    window.jobs().run<int>(
        ui::Lane::Write,
        &window.main(),
        [](core::Office& office, core::Progress&) -> core::Result<int> {
            core::BusyPolicy impatient;
            impatient.budget = 20ms;
            office.context().writer.setBusyPolicy(impatient);
            return 0;
        },
        nothing);
    window.settle();
    std::atomic<bool> begun{false};
    window.jobs().run<int>(
        ui::Lane::Long,
        &window.main(),
        [&begun](core::Office& office, core::Progress&) -> core::Result<int> {
            auto operation = core::Operation::begin(office.context(), u"test");
            begun = true;
            QThread::msleep(400);
            return 0;
        },
        nothing);
    REQUIRE(QTest::qWaitFor([&begun] { return begun.load(); }, 5000));
    std::optional<core::Result<core::UpdateOutcome>> saved;
    const QString name = window.names().value(0);
    window.jobs().run<core::UpdateOutcome>(
        ui::Lane::Write,
        &window.main(),
        [name](core::Office& office, core::Progress&) -> core::Result<core::UpdateOutcome> {
            auto page = office.queries().search(name, 1);
            if (!page) {
                return page.error();
            }
            return office.changes().update(page->clients.front().row.client.id(),
                                           {{core::Field::Notes, QStringLiteral("later"), {}}},
                                           {});
        },
        [&saved](core::Result<core::UpdateOutcome> outcome) { saved = std::move(outcome); });
    window.settle();
    REQUIRE(saved);
    REQUIRE(*saved);
    CHECK((*saved)->applied == std::vector{core::Field::Notes});
}
