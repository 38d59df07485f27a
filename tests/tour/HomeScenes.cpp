#include "tour/Scenes.h"

#include "ui/home/HomePage.h"
#include "ui/shell/MainWindow.h"
#include "ui/widgets/Plot.h"

#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>

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
}

} // namespace tour
