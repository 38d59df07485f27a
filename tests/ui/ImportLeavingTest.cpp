// An import that is left, or interrupted: nothing is lost unasked, and nothing goes on that nobody will see.
#include "ui/WindowFixture.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/widgets/Prompt.h"

#include <QComboBox>
#include <QFile>
#include <QPointer>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTableWidget>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int manyRows = 3000;

struct ImportDesk
{
    Sample sample;
    Window window{sample.access("admin")};
    int before = window.list().model()->rowCount();
    QPointer<ui::ImportWizard> wizard;

    void open(int rows)
    {
        QFile file(sample.path(u"rows.csv"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("name,contact,phone,shoe\n");
        for (int i = 0; i < rows; ++i) {
            file.write(u"Quillfeather %1 Ltd,Ann Poe,+44 20 7946 0123,%1\n"_s.arg(i).toUtf8());
        }
        file.close();
        window.main().openImport(file.fileName());
        window.settle();
        wizard = window.main().findChild<ui::ImportWizard*>();
        REQUIRE(wizard);
    }

    [[nodiscard]] bool isGone() const { return wizard.isNull() || !wizard->isVisible(); }

    ui::Job* longJob()
    {
        for (auto* job : window.jobs().findChildren<ui::Job*>()) {
            if (!job->isFinished()) {
                return job;
            }
        }
        return nullptr;
    }

    int total() { return window.list().model()->rowCount(); }
};

} // namespace

TEST_CASE_METHOD(ImportDesk, "Esc asks before the meaning that columns were given is lost")
{
    open(3);
    auto* columns = wizard->findChild<QTableWidget*>();
    auto* target = qobject_cast<QComboBox*>(columns->cellWidget(3, 2));
    REQUIRE(target != nullptr);
    target->setCurrentIndex(1);
    Q_EMIT target->activated(1);
    window.settle();
    QTest::keyClick(wizard, Qt::Key_Escape);
    CHECK(wizard->isVisible());
    auto* question = wizard->findChild<ui::PromptDialog*>();
    REQUIRE(question != nullptr);
    CHECK(question->text().contains(u"What you chose for the columns"_s));
    press(question, "Leave it");
    window.settle();
    CHECK(isGone());
}

TEST_CASE_METHOD(ImportDesk,
                 "Esc with nothing chosen closes at once, and stops the trial that runs")
{
    open(manyRows);
    press(wizard, "Next");
    QPointer<ui::Job> trial = longJob();
    REQUIRE(trial);
    QTest::keyClick(wizard, Qt::Key_Escape);
    CHECK(isGone());
    REQUIRE(trial);
    CHECK(trial->isStopping());
    window.settle();
}

TEST_CASE_METHOD(ImportDesk, "another language does not drop an import that runs unasked")
{
    open(manyRows);
    press(wizard, "Next");
    window.settle();
    press(wizard, "Import");
    QSignalSpy language(&window.main(), &ui::MainWindow::languageWanted);
    window.main().commands().run("window.language");
    CHECK(language.isEmpty());
    auto* question = window.main().findChild<ui::PromptDialog*>();
    REQUIRE(question != nullptr);
    CHECK(wordsOn(question).contains(u"Import of rows.csv: it goes on"_s));
    press(question, "Cancel");
    window.settle();
    CHECK(wordsOn(wizard).contains(u"Imported"_s));
    window.main().commands().run("window.language"); // it has told what there was to tell
    CHECK(language.size() == 1);
}

TEST_CASE_METHOD(ImportDesk, "taking an import back shows how far it is, and can be stopped")
{
    open(manyRows);
    press(wizard, "Next");
    window.settle();
    press(wizard, "Import");
    window.settle();
    REQUIRE(total() == before + manyRows);
    press(wizard, "Undo import");
    auto* bar = wizard->findChild<QProgressBar*>();
    REQUIRE(bar != nullptr);
    CHECK(bar->isVisible());
    CHECK(buttonOf(wizard, u"Done"_s) == nullptr); // which would drop what comes of it
    press(wizard, "Stop");
    window.settle();
    REQUIRE_FALSE(isGone());
    CHECK(buttonOf(wizard, u"Undo import"_s)->isEnabled());
    press(wizard, "Undo import");
    window.settle();
    CHECK(isGone());
    CHECK(total() == before);
    CHECK(wordsOn(&window.main()).contains(u"The import was taken back."_s));
}
