#include "tour/Scenes.h"

#include "core/storage/DamageMark.h"
#include "ui/clients/ClientsPage.h"
#include "ui/shell/CheckDialog.h"
#include "ui/shell/MainWindow.h"

#include <QLabel>
#include <QTest>

namespace tour {

namespace {

void shootOlder(Tour& tour, const Offices& offices)
{
    auto access = core::login({offices.older, QStringLiteral("li"), secretWord(), {}});
    if (!access || !(*access)->isReadOnly()) {
        tour.miss("notice-older");
        return;
    }
    ui::OfficeJobs jobs(*access);
    ui::MainWindow window(jobs);
    window.show();
    Tour::settle(&jobs);
    window.clients().selectRow(0);
    tour.shoot(&window, "notice-older", &jobs);
}

} // namespace

void shootTrouble(Tour& tour, const Offices& offices)
{
    shootOlder(tour, offices);
    const Access access = damagedCopy(offices);
    if (!access || !core::markAsDamaged(core::databasePath(access->folder))) {
        tour.miss("notice-damage");
        return;
    }
    ui::OfficeJobs jobs(access);
    ui::MainWindow window(jobs);
    window.show();
    Tour::settle(&jobs);
    window.clients().selectRow(3);
    tour.shoot(&window, "notice-damage", &jobs);
    {
        ui::CheckDialog check(jobs);
        check.show();
        QTest::qWait(1);
        tour.shootNow(&check, "check-running");
        tour.shoot(&check, "check-problems", &jobs);
    }
    ui::OfficeJobs soundJobs(offices.empty);
    ui::CheckDialog sound(soundJobs);
    sound.show();
    tour.shoot(&sound, "check-nothing", &soundJobs);
}

} // namespace tour
