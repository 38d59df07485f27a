// The rows of a file before they come in: looked at, corrected where they stand, settled one by one; the ways around them.
#include "ui/exchange/ImportRows.h"

#include "ui/WindowFixture.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/shell/LeaveDialog.h"
#include "ui/shell/SettingsDialog.h"
#include "ui/widgets/Prompt.h"

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QSignalSpy>
#include <QTableWidget>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

using Rows = ui::ImportRowModel;

struct RowsDesk
{
    Sample sample;
    Window window{sample.access("admin")};
    int before = window.list().model()->rowCount();
    ui::ImportWizard* wizard = nullptr;
    QTableView* table = nullptr;

    QString write(const char* name, const QByteArray& text) const
    {
        QFile file(sample.path(QLatin1String(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return file.fileName();
    }

    void open(const QByteArray& text)
    {
        window.main().openImport(write("rows.csv", text));
        window.settle();
        wizard = window.main().findChild<ui::ImportWizard*>();
        REQUIRE(wizard != nullptr);
    }

    void openRows(const QByteArray& text)
    {
        open(text);
        press(wizard, "Next");
        window.settle();
        table = wizard->findChild<QTableView*>(u"import_rows"_s);
        REQUIRE(table != nullptr);
    }

    [[nodiscard]] Rows& model() const { return static_cast<Rows&>(*table->model()); }

    [[nodiscard]] QString text(int row, int column) const
    {
        return model().index(row, column).data().toString();
    }

    void type(int row, int column, const QString& value) const
    {
        table->setFocus();
        table->setCurrentIndex(model().index(row, column));
        QTest::keyClick(table, Qt::Key_Return);
        auto* editor = table->findChild<QLineEdit*>();
        REQUIRE(editor != nullptr);
        editor->setText(value);
        QTest::keyClick(editor, Qt::Key_Return);
        QTest::qWait(1); // a view takes what was typed, and its editor away, in its own time
    }

    int total() { return window.list().model()->rowCount(); }
};

constexpr int pressedMs = 200; // a button that a key presses is down for a moment
constexpr int nameColumn = Rows::FirstCell;
constexpr int phoneColumn = Rows::FirstCell + 1;
constexpr auto twoBad = "客户名称,电话\n衡水青禾农具有限公司,0318-2153344\n,13800138777\n"
                        "北岭云杉家具有限公司,nobody\n";

/// A client of the sample as a row of a file.
QByteArray asRow(const core::Client& client)
{
    return (client.value(core::Field::Name) + u',' + client.value(core::Field::Phone) + u','
            + client.value(core::Field::CreditCode))
        .toUtf8();
}

} // namespace

TEST_CASE_METHOD(RowsDesk, "rows that want a look stand there alone, and are corrected in place")
{
    openRows(twoBad);
    REQUIRE(model().rowCount() == 2);
    CHECK(text(0, Rows::FateColumn) == u"cannot come in"_s);
    CHECK(text(1, phoneColumn) == u"▲ nobody"_s);
    CHECK(wordsOn(wizard).contains(u"1\nrejected"_s));
    type(0, nameColumn, u"南岭纸业有限公司"_s);
    window.settle();
    CHECK(wordsOn(wizard).contains(u"0\nrejected"_s));
    CHECK(wizard->isVisible()); // Return belongs to the cell
    type(model().rowOfLine(4), phoneColumn, u"0318-2153355"_s);
    window.settle();
    CHECK(wordsOn(wizard).contains(u"Corrected or chosen  2"_s));
    press(wizard, "Import");
    window.settle();
    CHECK(total() == before + 3);
    CHECK_FALSE(QFile::exists(sample.path(u"rows.rejected.csv"_s)));
    window.search(u"南岭纸业"_s);
    CHECK(window.names() == QStringList{u"南岭纸业有限公司"_s});
}

TEST_CASE_METHOD(RowsDesk, "a corrected row is as in the file again when that is wanted")
{
    openRows(twoBad);
    type(0, nameColumn, u"南岭纸业有限公司"_s);
    window.settle();
    press(wizard, "All rows  3");
    table->setCurrentIndex(model().index(model().rowOfLine(3), nameColumn));
    press(wizard, "As in the file");
    window.settle();
    CHECK(wordsOn(wizard).contains(u"1\nrejected"_s));
    CHECK(wizard->findChild<ui::ImportRows*>()->fixes().empty());
}

TEST_CASE_METHOD(RowsDesk,
                 "whoever types in a cell goes on when the rows were tried again meanwhile")
{
    openRows(twoBad);
    type(0, nameColumn, u"南岭纸业有限公司"_s);
    table->setCurrentIndex(model().index(1, phoneColumn));
    QTest::keyClick(table, Qt::Key_Return);
    QPointer<QLineEdit> editor = table->findChild<QLineEdit*>();
    REQUIRE(editor != nullptr);
    editor->setText(u"0318-21533"_s);
    window.settle();
    REQUIRE(editor != nullptr);
    CHECK(editor->isVisible());
    editor->setText(u"0318-2153355"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    window.settle();
    CHECK(wizard->findChild<ui::ImportRows*>()->fixes().size() == 2);
    CHECK(text(model().rowOfLine(4) < 0 ? 0 : model().rowOfLine(4), Rows::FateColumn)
          != u"being tried…"_s);
}

TEST_CASE_METHOD(RowsDesk, "F8 goes from one cell that wants a look to the next, and round")
{
    openRows(twoBad);
    table->setFocus();
    table->setCurrentIndex(model().index(0, nameColumn));
    QTest::keyClick(table, Qt::Key_F8);
    CHECK(table->currentIndex() == model().index(1, phoneColumn));
    QTest::keyClick(table, Qt::Key_F8);
    CHECK(table->currentIndex() == model().index(0, nameColumn));
}

TEST_CASE_METHOD(RowsDesk, "each row that is a client already is settled by one key")
{
    const core::Client first = [this] {
        core::Client found;
        window.jobs().run<std::vector<core::Client>>(
            ui::Lane::Read,
            &window.main(),
            [](core::Office& office, core::Progress&) -> core::Result<std::vector<core::Client>> {
                std::vector<core::Client> clients;
                auto each = core::ClientStore(office.context().reader)
                                .forEach([&](const core::Client& client) -> core::Result<> {
                                    if (!client.value(core::Field::CreditCode).isEmpty()
                                        && clients.empty()) {
                                        clients.push_back(client);
                                    }
                                    return {};
                                });
                return each ? core::Result<std::vector<core::Client>>(clients) : each.error();
            },
            [&found](const core::Result<std::vector<core::Client>>& clients) {
                REQUIRE(clients);
                REQUIRE_FALSE(clients->empty());
                found = clients->front();
            });
        window.settle();
        return found;
    }();
    openRows("客户名称,电话,统一社会信用代码,网站\n" + asRow(first)
             + ",https://one.example\n衡水青禾农具有限公司,0318-2153344,,\n");
    REQUIRE(model().rowCount() == 1);
    CHECK(text(0, Rows::FateColumn) == u"new, beside ours"_s);
    CHECK(wordsOn(wizard).contains(u"https://one.example"_s)); // what would change in ours
    table->setFocus();
    QTest::keyClick(table, Qt::Key_U);
    window.settle();
    CHECK(text(0, Rows::FateColumn).startsWith(u"goes into CUST"_s));
    CHECK(wordsOn(wizard).contains(u"1\nnew\n1\nupdated"_s));
    QTest::keyClick(table, Qt::Key_L);
    window.settle();
    CHECK(wordsOn(wizard).contains(u"1\nnew\n0\nupdated\n1\nleft out"_s));
    QTest::keyClick(table, Qt::Key_A);
    window.settle();
    CHECK(wordsOn(wizard).contains(u"2\nnew"_s));
    QTest::keyClick(table, Qt::Key_U);
    window.settle();
    press(wizard, "Import");
    window.settle();
    CHECK(total() == before + 1);
    CHECK(stored(window, first.id()).value(core::Field::Website) == u"https://one.example"_s);
}

TEST_CASE_METHOD(RowsDesk, "what was corrected is not thrown away by Esc without a question")
{
    openRows(twoBad);
    type(0, nameColumn, u"南岭纸业有限公司"_s);
    window.settle();
    QTest::keyClick(wizard, Qt::Key_Escape);
    CHECK(wizard->isVisible());
    auto* question = wizard->findChild<ui::PromptDialog*>();
    REQUIRE(question != nullptr);
    const QPointer<QWidget> there(wizard); // it deletes itself
    press(question, "Leave it");
    window.settle();
    CHECK((there.isNull() || !there->isVisible()));
    CHECK(total() == before);
}

TEST_CASE_METHOD(RowsDesk, "an import that is prepared is named when the window is closed")
{
    open(twoBad);
    window.main().close();
    auto* dialog = window.main().findChild<ui::LeaveDialog*>();
    REQUIRE(dialog != nullptr);
    CHECK(wordsOn(dialog).contains(u"The import of rows.csv, which has not begun"_s));
    CHECK(buttonOf(dialog, u"Save and close"_s) == nullptr);
    press(dialog, "Keep open");
    window.settle();
    CHECK(window.main().isVisible());
    CHECK(wizard->isVisible());
    window.main().close();
    press(window.main().findChild<ui::LeaveDialog*>(), "Close without saving");
    window.settle();
    CHECK_FALSE(window.main().isVisible());
}

TEST_CASE_METHOD(RowsDesk,
                 "another language, or size of text, does not drop a prepared import unasked")
{
    open(twoBad);
    QSignalSpy language(&window.main(), &ui::MainWindow::languageWanted);
    window.main().commands().run("window.language");
    auto* question = window.main().findChild<ui::PromptDialog*>();
    REQUIRE(question != nullptr);
    CHECK(wordsOn(question).contains(u"The import of rows.csv, which has not begun"_s));
    CHECK(language.isEmpty());
    press(question, "Cancel");
    window.settle();
    CHECK(wizard->isVisible());
    window.main().commands().run("window.settings");
    auto* settings = window.main().findChild<ui::SettingsDialog*>();
    REQUIRE(settings != nullptr);
    auto* size = settings->findChild<QComboBox*>(u"text"_s);
    QSignalSpy renewal(&window.main(), &ui::MainWindow::renewalWanted);
    size->setCurrentIndex(2);
    Q_EMIT size->activated(2);
    CHECK(renewal.isEmpty());
    CHECK(size->currentIndex() == 0); // what is in force
    press(window.main().findChild<ui::PromptDialog*>(), "Cancel");
    settings->close();
    window.settle();
    window.main().commands().run("window.language");
    press(window.main().findChild<ui::PromptDialog*>(), "Go on, and lose it");
    CHECK(language.size() == 1);
}

TEST_CASE_METHOD(RowsDesk, "text that cannot be read is one key away from the next encoding")
{
    open("客户名称,电话\n衡水青禾农具有限公司,0318-2153344\n");
    auto* encoding = wizard->findChild<QComboBox*>(u"encoding"_s);
    CHECK(encoding->currentText() == u"utf-8"_s);
    auto* columns = wizard->findChild<QTableWidget*>();
    const auto samples = [&] {
        return columns->item(0, 1)->text();
    };
    CHECK(samples() == u"衡水青禾农具有限公司"_s);
    wizard->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(wizard));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_E, Qt::AltModifier);
    QTest::qWait(pressedMs);
    window.settle();
    CHECK(encoding->currentText() == u"gb18030"_s);
    CHECK(samples() != u"衡水青禾农具有限公司"_s);
}

TEST_CASE_METHOD(RowsDesk,
                 "rejected rows stand in a file that can be corrected and read in at once")
{
    openRows(twoBad);
    press(wizard, "Import");
    window.settle();
    CHECK(total() == before + 2);
    press(wizard, "Correct them now");
    window.settle();
    CHECK(wordsOn(wizard).contains(u"rows.rejected.csv"_s));
    press(wizard, "Next");
    window.settle();
    table = wizard->findChild<QTableView*>(u"import_rows"_s);
    REQUIRE(model().rowCount() == 1);
    int name = -1;
    for (int column = Rows::FirstCell; column < model().columnCount(); ++column) {
        const auto header = model().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        name = header == u"客户名称"_s ? column : name;
    }
    REQUIRE(name > 0);
    type(0, name, u"南岭纸业有限公司"_s);
    window.settle();
    press(wizard, "Import");
    window.settle();
    CHECK(total() == before + 3);
}

TEST_CASE_METHOD(RowsDesk,
                 "an earlier import stands on the first step, and is taken back from there")
{
    openRows(twoBad);
    press(wizard, "Import");
    window.settle();
    press(wizard, "Done");
    window.settle();
    CHECK(total() == before + 2);
    window.main().openImport();
    window.settle();
    wizard = window.main().findChild<ui::ImportWizard*>();
    REQUIRE(wizard != nullptr);
    CHECK(wordsOn(wizard).contains(u"2 new, 0 updated"_s));
    press(wizard, "Take back…");
    press(wizard->findChild<ui::PromptDialog*>(), "Take back");
    window.settle();
    CHECK(total() == before);
    CHECK(wordsOn(wizard).contains(u"taken back"_s));
}

TEST_CASE_METHOD(RowsDesk, "a file that is dropped on the window is the import's")
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write("dropped.csv", twoBad))});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window.main(), &enter);
    CHECK(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window.main(), &drop);
    window.settle();
    wizard = window.main().findChild<ui::ImportWizard*>();
    REQUIRE(wizard != nullptr);
    CHECK(wordsOn(wizard).contains(u"dropped.csv"_s));
    CHECK(buttonOf(wizard, u"Next"_s) != nullptr);
}

TEST_CASE_METHOD(RowsDesk,
                 "an import says how many rows a second come in, and how long the rest takes")
{
    QByteArray many("name,contact,phone\n");
    for (int i = 0; i < 3000; ++i) {
        many += "Quillfeather " + QByteArray::number(i) + " Ltd,Ann Poe,+44 20 7946 0123\n";
    }
    openRows(many);
    press(wizard, "Import");
    CHECK(QTest::qWaitFor(
        [this] {
            const QString words = wordsOn(wizard);
            return words.contains(u"of 3,000 rows"_s) && words.contains(u"rows per second"_s)
                && words.contains(u"to go"_s);
        },
        20'000));
    window.settle();
}
