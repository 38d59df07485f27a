#include "tour/Scenes.h"

#include "ui/home/HomePage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SettingsDialog.h"
#include "ui/shell/UpdateDialog.h"
#include "ui/shell/UpdatePlaceDialog.h"
#include "ui/widgets/Plot.h"

#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

namespace tour {

namespace {

void shootPlots(Tour& tour, ui::Page& home)
{
    const auto plots = home.findChildren<ui::Plot*>();
    if (plots.size() < 4) {
        tour.miss("plot");
        return;
    }
    plots.at(1)->findChild<QWidget*>()->setFocus();
    tour.shoot(plots.at(1), "plot");
}

/// A newer version is there: its line on Home, its notes, and where it is announced.
void shootUpdate(Tour& tour, const Offices& offices)
{
    const QString path = offices.work + QStringLiteral("/update.json");
    QFile file(path);
    if (!offices.empty || !file.open(QIODevice::WriteOnly)) {
        tour.miss("update");
        return;
    }
    file.write(
        "{\"dossier_update\": 1, \"version\": \"99.1.0\", \"date\": \"2026-12-01\", \"notes\": "
        "{\"zh\": \"导入大文件快一倍；打印预览可以放大。\\n修正：手机号中间有空格时也能查到。\", "
        "\"en\": \"Large files come in twice as fast; the print preview can be enlarged.\\n"
        "Fixed: a phone with blanks in it is found again.\"}}");
    file.close();
    ui::OfficeJobs jobs(offices.empty);
    ui::MainWindow window(jobs);
    window.show();
    window.go(ui::MainWindow::Home);
    Tour::settle(&jobs);
    window.openUpdatePlace();
    Tour::settle(&jobs);
    auto* place = window.findChild<ui::UpdatePlaceDialog*>();
    tour.shoot(place, "update-place-off", &jobs);
    place->findChild<QLineEdit*>()->setText(path);
    place->findChild<QPushButton*>(QStringLiteral("look"))->click();
    QTest::qWait(500); // a thread of its own reads
    tour.shoot(place, "update-place", &jobs);
    place->findChild<QPushButton*>(QStringLiteral("save"))->click();
    const auto hasNews = [&window] {
        return window.updates().news().has_value();
    };
    if (!QTest::qWaitFor(hasNews, longestWaitMs)) {
        tour.miss("update");
        return;
    }
    tour.shoot(&window, "home-update", &jobs);
    window.openUpdate();
    tour.shoot(window.findChild<ui::UpdateDialog*>(), "update", &jobs);
    window.openSettings();
    tour.shoot(window.findChild<ui::SettingsDialog*>(), "update-settings", &jobs);
}

} // namespace

void shootHome(Tour& tour, const Offices& offices)
{
    const auto shoot = [&tour](const Access& access, const char* name, bool plots) {
        if (!access) {
            tour.miss(name);
            return;
        }
        ui::OfficeJobs jobs(access);
        ui::MainWindow window(jobs);
        window.show();
        window.go(ui::MainWindow::Home);
        Tour::settle(&jobs);
        tour.shoot(&window, name, &jobs);
        if (plots) {
            auto* scroll = window.page(ui::MainWindow::Home).findChild<QScrollArea*>();
            scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
            tour.shoot(&window, "home-lower", &jobs);
            shootPlots(tour, window.page(ui::MainWindow::Home));
        }
    };
    shoot(trendOffice(offices), "home", true);
    shoot(offices.sales, "home-sales", false);
    shoot(offices.manager, "home-manager", false);
    shoot(offices.empty, "home-empty", false);
    shootUpdate(tour, offices);
}

} // namespace tour
