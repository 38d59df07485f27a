#include "tour/Scenes.h"

#include "ui/clients/ClientsPage.h"
#include "ui/printing/PrintDialog.h"
#include "ui/shell/MainWindow.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPixmap>
#include <QSpinBox>
#include <QTest>

#include <string_view>

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

/// The first page as a printer gets it, not as the preview replays it.
void shootPaper(Tour& tour, const ui::PrintPages& pages, const char* name)
{
    constexpr double fine = 1.5;
    const bool isLetter = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    const QSizeF paperSize = ui::paperOf(QPageSize(isLetter ? QPageSize::Letter : QPageSize::A4),
                                         std::string_view(name) == "paper-list");
    QPixmap paper((paperSize * fine).toSize());
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(fine, fine);
    pages.paint(painter, 0);
    painter.end();
    QLabel label;
    label.setPixmap(paper);
    label.setFixedSize(paper.size());
    label.show();
    tour.shoot(&label, name);
}

void shootPrint(Tour& tour,
                ui::MainWindow& window,
                const ui::OfficeJobs& jobs,
                void (ui::MainWindow::*print)(),
                const char* name,
                const char* paper)
{
    (window.*print)();
    ui::PrintDialog* dialog = opened(window);
    if (dialog == nullptr) {
        tour.miss(name);
        return;
    }
    tour.shoot(dialog, name, &jobs);
    shootPaper(tour, *dialog->pages(), paper);
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
    shootPrint(tour, window, jobs, &ui::MainWindow::printRecord, "print-sheet", "paper-sheet");
    shootPrint(tour, window, jobs, &ui::MainWindow::printList, "print-list", "paper-list");
    shootPrint(tour, window, jobs, &ui::MainWindow::printLabels, "print-labels", "paper-labels");
    // What is refused, in words.
    ui::PrintDialog nothing(jobs,
                            {.kind = core::PrintKind::Labels, .clients = {core::ClientPk{99'999}}});
    nothing.show();
    tour.shoot(&nothing, "print-refused", &jobs);
}

} // namespace tour
