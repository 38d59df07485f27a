#include "tour/Scenes.h"

#include "ui/clients/ClientsPage.h"
#include "ui/clients/SelectionPanel.h"
#include "ui/duplicates/BulkMergeDialog.h"
#include "ui/duplicates/BulkUndoDialog.h"
#include "ui/duplicates/DecisionsDialog.h"
#include "ui/duplicates/DuplicatesPage.h"
#include "ui/duplicates/GroupList.h"
#include "ui/duplicates/GroupListModel.h"
#include "ui/duplicates/MergeDialog.h"
#include "ui/duplicates/MergeTable.h"
#include "ui/shell/MainWindow.h"

#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

namespace tour {

namespace {

QPushButton* buttonNamed(QWidget* widget, const char* context, const char* words)
{
    const QString text = QCoreApplication::translate(context, words);
    for (QPushButton* button : widget->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text() == text) {
            return button;
        }
    }
    return nullptr;
}

bool clickNamed(QWidget* widget, const char* context, const char* words)
{
    QPushButton* button = buttonNamed(widget, context, words);
    if (button != nullptr) {
        button->click();
    }
    return button != nullptr;
}

bool clickStarting(QWidget* widget, const char* context, const char* words)
{
    const QString text = QCoreApplication::translate(context, words);
    for (QPushButton* button : widget->findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text().startsWith(text)) {
            button->click();
            return true;
        }
    }
    return false;
}

struct Page
{
    explicit Page(ui::MainWindow& window)
        : page(static_cast<ui::DuplicatesPage&>(window.page(ui::MainWindow::Duplicates)))
        , list(*page.findChild<ui::GroupList*>())
        , model(static_cast<ui::GroupListModel&>(*list.model()))
    { }

    /// The group that `isBetter` prefers to all others.
    void choose(const auto& isBetter)
    {
        const auto& groups = model.groups();
        const auto best = std::min_element(groups.begin(), groups.end(), isBetter);
        if (best != groups.end()) {
            list.chooseRow(model.rowOf(best->cluster));
        }
    }

    ui::DuplicatesPage& page;
    ui::GroupList& list;
    ui::GroupListModel& model;
};

/// What is decided is looked through; afterwards the office is as it was.
void shootDecided(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window, Page& page)
{
    QTest::keyClick(&page.list, Qt::Key_N);
    Tour::settle(&jobs);
    tour.shoot(&window, "duplicates-said", &jobs);
    page.page.showDecisions();
    Tour::settle(&jobs);
    auto* dialog = window.findChild<ui::DecisionsDialog*>();
    if (dialog == nullptr) {
        tour.miss("decided");
        return;
    }
    tour.shoot(dialog, "decided", &jobs);
    if (clickNamed(dialog, "ui::DecisionsDialog", "Take back")) {
        tour.shoot(dialog, "decided-back", &jobs);
    } else {
        tour.miss("decided-back");
    }
    dialog->findChild<QLineEdit*>()->setText(QStringLiteral("nothing at all"));
    tour.shoot(dialog, "decided-none", &jobs);
    dialog->close();
    Tour::settle(&jobs);
}

/// Two certain groups merged and taken back.
void shootBulk(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window, Page& page)
{
    page.page.mergeCertain();
    Tour::settle(&jobs);
    auto* dialog = window.findChild<ui::BulkMergeDialog*>();
    auto* list = dialog == nullptr ? nullptr
                                   : dialog->findChild<QTableWidget*>(QStringLiteral("proposals"));
    if (list == nullptr || list->rowCount() == 0) {
        tour.miss("bulk-merge");
        return;
    }
    tour.shoot(dialog, "bulk-merge", &jobs);
    list->setCurrentCell(list->rowCount() - 1, 0);
    tour.shoot(dialog, "bulk-merge-differs", &jobs);
    for (int row = 2; row < list->rowCount(); ++row) {
        list->item(row, 0)->setCheckState(Qt::Unchecked);
    }
    primaryOf(dialog)->click();
    tour.shootNow(dialog, "bulk-merge-running");
    tour.shoot(dialog, "bulk-merge-done", &jobs);
    dialog->reject();
    tour.shoot(&window, "bulk-merge-said", &jobs);
    if (!clickNamed(&window, "ui::DuplicatesPage", "Undo")) {
        tour.miss("bulk-undo");
        return;
    }
    tour.shootNow(window.findChild<ui::BulkUndoDialog*>(), "bulk-undo");
    Tour::settle(&jobs);
}

void shootFilters(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window, Page& page)
{
    page.page.sayScanDue();
    page.page.findChild<QLineEdit*>()->setText(QStringLiteral("nothing at all"));
    tour.shoot(&window, "duplicates-none", &jobs);
    clickNamed(&page.page, "ui::DuplicatesPage", "Show all");
    Tour::settle(&jobs);
    page.choose([](const core::DuplicateGroup& a, const core::DuplicateGroup& b) {
        return a.clients.size() > b.clients.size();
    });
    QTest::keyClick(&page.list, Qt::Key_Right);
    tour.shoot(&window, "duplicates-one", &jobs);
    QTest::keyClick(&page.list, Qt::Key_Escape);
}

} // namespace

/// Twenty records that have nothing to do with each other, side by side.
void shootTwenty(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    window.go(ui::MainWindow::Clients);
    Tour::settle(&jobs);
    auto* list = window.clients().findChild<QTableView*>(QStringLiteral("clients"));
    list->selectionModel()->select(
        QItemSelection(list->model()->index(0, 0), list->model()->index(19, 0)),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    tour.shoot(&window, "clients-to-merge", &jobs);
    auto* several = window.findChild<ui::SelectionPanel*>();
    if (!clickNamed(several, "ui::SelectionPanel", "Merge…")) {
        tour.miss("merge-twenty");
        return;
    }
    Tour::settle(&jobs);
    auto* dialog = window.findChild<ui::MergeDialog*>();
    tour.shoot(dialog, "merge-twenty", &jobs);
    if (dialog != nullptr) {
        auto* table = dialog->findChild<ui::MergeTable*>();
        dialog->takeCell(2, 19);
        QTest::keyClick(table->findChild<QTableWidget*>(QStringLiteral("records")), Qt::Key_F8);
        clickStarting(dialog, "ui::MergeDialog", "Differences");
        tour.shoot(dialog, "merge-differences", &jobs);
        clickNamed(dialog, "ui::MergeDialog", "All fields");
        table->findChild<QTableWidget*>(QStringLiteral("records"))->scrollToBottom();
        tour.shoot(dialog, "merge-twenty-end", &jobs);
        dialog->resize(820, 500);
        dialog->showPreview(false);
        tour.shoot(dialog, "merge-small", &jobs);
        dialog->done(QDialog::Rejected); // something was chosen: reject() would ask
    }
    list->selectionModel()->clear();
}

void shootDuplicates(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    window.go(ui::MainWindow::Duplicates);
    Tour::settle(&jobs);
    Page page(window);
    shootFilters(tour, jobs, window, page);
    shootDecided(tour, jobs, window, page);
    shootBulk(tour, jobs, window, page);
    // A group whose records differ shows more than one of equals.
    page.choose([](const core::DuplicateGroup& a, const core::DuplicateGroup& b) {
        return a.score < b.score;
    });
    tour.shoot(&window, "duplicates", &jobs);
    page.page.merge();
    Tour::settle(&jobs);
    auto* dialog = window.findChild<ui::MergeDialog*>();
    tour.shoot(dialog, "merge", &jobs);
    shootMerged(tour, jobs, window, dialog);
}

/// A salesperson's: colleagues' records only by whose they are, own ones merged by request.
void shootSalesDuplicates(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    window.go(ui::MainWindow::Duplicates);
    Tour::settle(&jobs);
    Page page(window);
    page.choose([](const core::DuplicateGroup& a, const core::DuplicateGroup& b) {
        return !a.mayMerge && b.mayMerge;
    });
    tour.shoot(&window, "duplicates-sales", &jobs);
    page.choose([](const core::DuplicateGroup& a, const core::DuplicateGroup& b) {
        return a.mayMerge && !b.mayMerge;
    });
    page.page.merge();
    Tour::settle(&jobs);
    if (auto* dialog = window.findChild<ui::MergeDialog*>()) {
        // Another name is an important change.
        auto* table = dialog->findChild<ui::MergeTable*>();
        auto* result = table->findChild<QTableView*>(QStringLiteral("result"))->model();
        for (int row = 0; table->fieldAt(row) != core::Field::Id; ++row) {
            if (table->fieldAt(row) == core::Field::Name) {
                result->setData(result->index(row, result->columnCount() - 2),
                                QStringLiteral("西安白鹭建筑工程股份有限公司"));
            }
        }
        tour.shoot(dialog, "merge-ask", &jobs);
        dialog->done(QDialog::Rejected);
    } else {
        tour.miss("merge-ask");
    }
}

} // namespace tour
