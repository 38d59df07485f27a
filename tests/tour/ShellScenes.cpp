// What belongs to no page: palette, settings, help, leaving, what runs, how the share is.
#include "tour/Scenes.h"

#include "ui/clients/ClientForm.h"
#include "ui/clients/ClientsPage.h"
#include "ui/help/GuideDialog.h"
#include "ui/help/KeyOverview.h"
#include "ui/shell/LeaveDialog.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/OfficeStatus.h"
#include "ui/shell/RecordWindow.h"
#include "ui/shell/SettingsDialog.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <atomic>

namespace tour {

namespace {

template <typename T>
T* openOf(QWidget& window)
{
    const auto found = window.findChildren<T*>();
    for (T* one : found) {
        if (one->isVisible()) {
            return one;
        }
    }
    return nullptr;
}

void shootPalette(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    window.openPalette();
    tour.shoot(&window, "palette-empty", &jobs);
    window.openPalette(QStringLiteral("bj"));
    tour.shoot(&window, "palette-clients", &jobs);
    window.openPalette(QStringLiteral("ex"));
    tour.shoot(&window, "palette-commands", &jobs);
    window.openPalette(QStringLiteral("qqqqxx"));
    tour.shoot(&window, "palette-nothing", &jobs);
    window.go(ui::MainWindow::Inbox);
    window.go(ui::MainWindow::Clients);
}

void shootHelp(Tour& tour, ui::MainWindow& window)
{
    window.openKeyOverview();
    auto* keys = openOf<ui::KeyOverview>(window);
    tour.shoot(keys, "keys-overview");
    if (keys != nullptr) {
        keys->findChild<QLineEdit*>()->setText(QStringLiteral("J"));
        tour.shoot(keys, "keys-overview-search");
        keys->close();
    }
    window.openGuide(QStringLiteral("client"));
    auto* guide = openOf<ui::GuideDialog>(window);
    if (guide == nullptr) {
        tour.miss("guide");
        return;
    }
    for (const char* page : {"client", "import", "find", "change", "merge", "export", "lock"}) {
        guide->showPage(QLatin1String(page));
        tour.shoot(guide, qPrintable(QStringLiteral("guide-%1").arg(QLatin1String(page))));
    }
    guide->close();
}

void shootStatus(Tour& tour, ui::MainWindow& window)
{
    using State = ui::OfficeStatus::State;
    const std::pair<State, const char*> states[]{{ui::OfficeStatus::Saving, "status-saving"},
                                                 {ui::OfficeStatus::Colleague, "status-colleague"},
                                                 {ui::OfficeStatus::Slow, "status-slow"},
                                                 {ui::OfficeStatus::Away, "status-away"}};
    ui::OfficeStatus& status = window.top().status();
    for (const auto& [state, name] : states) {
        status.show(state);
        // Its new width, and nothing that says how it really is.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        tour.shootNow(&window.top(), name);
    }
    status.click();
    const QWidgetList windows = QApplication::topLevelWidgets();
    const auto bubble = std::find_if(windows.begin(), windows.end(), [](const QWidget* one) {
        return one->objectName() == QLatin1String("bubble") && one->isVisible();
    });
    if (bubble == windows.end()) {
        tour.miss("status-bubble");
    } else { // at once: whatever happens to the window closes it, and other windows go that were closed before
        tour.shootNow(*bubble, "status-bubble");
        (*bubble)->close();
    }
    status.show(ui::OfficeStatus::Saved);
}

/// Something that runs as long as the scene wants.
void shootRunning(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window)
{
    auto end = std::make_shared<std::atomic<bool>>(false);
    const QPointer<ui::Job> job = jobs.run<int>(
        ui::Lane::Long,
        &window,
        [end](core::Office&, core::Progress& progress) -> core::Result<int> {
            progress.phase(QString(), 100);
            while (!*end && progress.step(40, 100)) {
                QThread::msleep(5);
            }
            return 0;
        },
        [](const core::Result<int>&) {});
    job->name(QCoreApplication::translate("ui::ImportWizard", "Import of %1")
                  .arg(QStringLiteral("clients.csv")),
              QCoreApplication::translate("ui::ImportWizard", "Stopped, nothing of it stays."));
    tour.shoot(&window, "running");
    window.clients().startNew();
    window.clients().form().type(core::Field::Name, QStringLiteral("苏州云杉贸易有限公司"));
    window.close();
    tour.shoot(openOf<ui::LeaveDialog>(window), "leave-both");
    if (auto* dialog = openOf<ui::LeaveDialog>(window)) {
        dialog->reject();
    }
    window.clients().discard();
    window.close();
    tour.shoot(openOf<ui::LeaveDialog>(window), "leave-running");
    if (auto* dialog = openOf<ui::LeaveDialog>(window)) {
        dialog->reject();
    }
    *end = true;
    Tour::settle(&jobs);
    window.clients().startNew();
    window.clients().form().type(core::Field::Name, QStringLiteral("苏州云杉贸易有限公司"));
    window.close();
    tour.shoot(openOf<ui::LeaveDialog>(window), "leave-unsaved");
    if (auto* dialog = openOf<ui::LeaveDialog>(window)) {
        dialog->reject();
    }
    window.clients().discard();
}

/// Text a third bigger, as the settings offer it.
void shootBigText(Tour& tour, ui::OfficeJobs& jobs)
{
    const auto scheme = ui::theme::isDark() ? ui::theme::Scheme::Dark : ui::theme::Scheme::Light;
    constexpr int big = 130;
    constexpr int whole = 100;
    ui::theme::setTextPercent(big);
    ui::theme::apply(*qApp, scheme);
    {
        ui::MainWindow window(jobs);
        window.show();
        Tour::settle(&jobs);
        window.clients().selectRow(2);
        tour.shoot(&window, "big-text", &jobs);
        window.openSettings();
        tour.shoot(openOf<ui::SettingsDialog>(window), "big-text-settings", &jobs);
        window.openGuide(QStringLiteral("find"));
        tour.shoot(openOf<ui::GuideDialog>(window), "big-text-guide");
        window.newClient();
        tour.shoot(&window, "big-text-form", &jobs);
    }
    ui::theme::setTextPercent(whole);
    ui::theme::apply(*qApp, scheme);
}

} // namespace

void shootShell(Tour& tour, const Access& access)
{
    ui::OfficeJobs jobs(access);
    ui::MainWindow window(jobs);
    window.show();
    Tour::settle(&jobs);
    for (const int row : {2, 5, 9}) {
        window.clients().selectRow(row);
        constexpr int lookMs = 1100;
        QTest::qWait(lookMs);
    }
    shootPalette(tour, jobs, window);
    window.openSettings();
    tour.shoot(openOf<ui::SettingsDialog>(window), "settings", &jobs);
    if (auto* settings = openOf<ui::SettingsDialog>(window)) {
        settings->close();
    }
    shootHelp(tour, window);
    shootStatus(tour, window);
    shootRunning(tour, jobs, window);
    shootBigText(tour, jobs);
    const QSize whole = window.size();
    window.resize(window.minimumSizeHint().width(), whole.height());
    tour.shoot(&window, "narrow", &jobs);
    window.resize(whole);
    window.commands().run("client.window");
    Tour::settle(&jobs);
    if (!window.recordWindows().empty()) {
        tour.shoot(window.recordWindows().front(), "record-window", &jobs);
    } else {
        tour.miss("record-window");
    }
}

} // namespace tour
