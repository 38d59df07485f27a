// What an export is about, and how long work says how far it is.
#include "ui/WindowFixture.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/jobs/JobProgress.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QProgressBar>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

qsizetype clientsIn(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll().count("\r\nCUST");
}

ui::ExportDialog* openExport(Window& window)
{
    window.main().openExport();
    window.settle();
    auto* dialog = window.main().findChild<ui::ExportDialog*>();
    REQUIRE(dialog != nullptr);
    return dialog;
}

} // namespace

TEST_CASE("an export of what the list shows holds its rows: what a search found of the filter's")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const int all = window.list().model()->rowCount();
    window.main().clients().showFilter(u"type=company"_s, u"companies"_s);
    window.settle();
    const int companies = window.list().model()->rowCount();
    REQUIRE(companies < all);
    const QString wanted = window.names().front().left(2);
    window.search(wanted);
    const int found = window.list().model()->rowCount();
    REQUIRE(found > 0);
    REQUIRE(found < companies);

    ui::ExportDialog* dialog = openExport(window);
    auto* which = dialog->findChild<QComboBox*>(u"which"_s);
    CHECK(which->currentText() == u"What the list shows now"_s);
    CHECK(which->findText(u"Those that are chosen"_s) < 0); // nobody has chosen any
    CHECK(wordsOn(dialog).contains(u"%1 client"_s.arg(found)));
    dialog->exportTo(sample.path(u"found.csv"_s));
    window.settle();
    CHECK(clientsIn(sample.path(u"found.csv"_s)) == found);

    window.search({});
    dialog = openExport(window);
    which = dialog->findChild<QComboBox*>(u"which"_s);
    CHECK(which->currentText() == u"What the list shows now"_s);
    dialog->exportTo(sample.path(u"companies.csv"_s));
    window.settle();
    CHECK(clientsIn(sample.path(u"companies.csv"_s)) == companies);
}

TEST_CASE("an export says the number of what is chosen last, however late an earlier one comes")
{
    const Sample sample;
    Window window(sample.access("admin"));
    const auto pk = core::ClientPk{1};
    ui::ExportDialog dialog(window.jobs(), u"type=company"_s, {pk});
    dialog.show();
    auto* which = dialog.findChild<QComboBox*>(u"which"_s);
    REQUIRE(which->count() == 3);
    which->setCurrentIndex(2); // counted on another thread
    which->setCurrentIndex(0); // known at once
    window.settle();
    QStringList counts;
    for (const QLabel* label : dialog.findChildren<QLabel*>()) {
        if (label->text().contains(u"will be in the file"_s)) {
            counts.append(label->text());
        }
    }
    REQUIRE(counts.size() == 1);
    CHECK(counts.front().startsWith(u"1 client"_s));
}

TEST_CASE("long work says how many are done, how many a second and how long the rest takes")
{
    ui::Job job;
    QProgressBar bar;
    QLabel words;
    ui::followJob(&job, &bar, &words);
    job.report(u"Exporting"_s, 0, 4000);
    CHECK(words.text() == u"Exporting"_s);
    QTest::qWait(20);
    job.report(u"Exporting"_s, 1000, 4000);
    CHECK(words.text().startsWith(u"Exporting · 1,000 of 4,000 · "_s));
    CHECK(words.text().contains(u" per second · about "_s));
    CHECK(words.text().endsWith(u" to go"_s));
    CHECK(bar.value() * 4 == bar.maximum());
    job.report(u"Writing"_s, 0, 0); // nobody knows of how many
    CHECK(words.text() == u"Writing"_s);
    CHECK(bar.maximum() == 0);

    ui::Job steps;
    ui::followJob(&steps, &bar, &words, ui::Counted::Steps);
    steps.report(u"Comparing"_s, 0, 64);
    QTest::qWait(20);
    steps.report(u"Comparing"_s, 32, 64);
    CHECK(words.text().startsWith(u"Comparing · about "_s));
    CHECK_FALSE(words.text().contains(u"64"_s));
}
