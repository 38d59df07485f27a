#include "tour/Scenes.h"

#include "ui/clients/ClientsPage.h"
#include "ui/printing/PrintDialog.h"
#include "ui/shell/MainWindow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QTest>

namespace tour {

namespace {

ui::PrintDialog* opened(ui::MainWindow& window)
{
    auto* dialog = window.findChild<ui::PrintDialog*>();
    if (dialog == nullptr
        || !QTest::qWaitFor([dialog] { return dialog->pages() != nullptr; }, longestWaitMs)) {
        return nullptr;
    }
    if (auto* reason = dialog->findChild<QLineEdit*>(QStringLiteral("reason"));
        reason->isVisible()) {
        reason->setText(QStringLiteral("Q4"));
    }
    return dialog;
}

void shootPrint(Tour& tour,
                ui::MainWindow& window,
                const ui::OfficeJobs& jobs,
                void (ui::MainWindow::*print)(),
                const char* name)
{
    (window.*print)();
    ui::PrintDialog* dialog = opened(window);
    if (dialog == nullptr) {
        tour.miss(name);
        return;
    }
    tour.shoot(dialog, name, &jobs);
    delete dialog;
}

} // namespace

void shootPrints(Tour& tour, const Access& admin)
{
    ui::OfficeJobs jobs(admin);
    ui::MainWindow window(jobs);
    window.show();
    Tour::settle(&jobs);
    window.clients().selectRow(3);
    Tour::settle(&jobs);
    shootPrint(tour, window, jobs, &ui::MainWindow::printRecord, "print-sheet");
    shootPrint(tour, window, jobs, &ui::MainWindow::printList, "print-list");
    shootPrint(tour, window, jobs, &ui::MainWindow::printLabels, "print-labels");
    // What is refused, in words.
    ui::PrintDialog nothing(jobs,
                            {.kind = core::PrintKind::Labels, .clients = {core::ClientPk{99'999}}});
    nothing.show();
    tour.shoot(&nothing, "print-refused", &jobs);
}

} // namespace tour
