#include "tour/Scenes.h"

#include "ui/start/LoginDelay.h"
#include "ui/start/RecentOffices.h"
#include "ui/start/StartPage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace tour {

namespace {

/// The three steps that make an office, for real: in a folder of its own, with the real password hash.
void shootCreation(Tour& tour, ui::StartPage& start, const QString& folder)
{
    start.showCreate();
    Tour::settle(nullptr);
    QList<QLineEdit*> edits = visibleEdits(&start);
    edits.at(0)->setText(QStringLiteral("Acme"));
    edits.at(1)->setText(folder);
    tour.shoot(&start, "create-place");
    QPushButton* next = primaryOf(&start);
    next->click();
    static_cast<void>(QTest::qWaitFor([next] { return !next->isVisible(); }, longestWaitMs));
    edits = visibleEdits(&start);
    edits.at(0)->setText(QStringLiteral("li"));
    edits.at(1)->setText(QStringLiteral("secret"));
    tour.shoot(&start, "create-weak");
    edits.at(1)->setText(QStringLiteral("granite walrus umbrella"));
    edits.at(2)->setText(QStringLiteral("granite walrus umbrella"));
    tour.shoot(&start, "create-person");
    primaryOf(&start)->click();
    auto* code = start.findChild<QLabel*>(QStringLiteral("recovery_code"));
    if (code == nullptr || !QTest::qWaitFor([code] { return code->isVisible(); }, longestWaitMs)) {
        tour.miss("create-recovery");
        return;
    }
    tour.shoot(&start, "create-recovery");
}

/// A folder that a sync program keeps: for a new office, and for one that somebody has put there.
void shootRefused(Tour& tour, ui::StartPage& start, const QString& work)
{
    const QString kept = work + QStringLiteral("/OneDrive - Acme/Clients.dossier");
    QDir().mkpath(kept);
    start.showCreate();
    Tour::settle(nullptr);
    QList<QLineEdit*> edits = visibleEdits(&start);
    edits.at(0)->setText(QStringLiteral("Acme"));
    edits.at(1)->setText(kept);
    QPushButton* next = primaryOf(&start);
    next->click();
    static_cast<void>(QTest::qWaitFor([next] { return next->isEnabled(); }, longestWaitMs));
    tour.shoot(&start, "create-refused");
    start.showLogin({kept, QStringLiteral("Acme"), QStringLiteral("li")});
    visibleEdits(&start).at(1)->setText(secretWord());
    QPushButton* button = primaryOf(&start);
    button->click();
    static_cast<void>(QTest::qWaitFor([button] { return button->isEnabled(); }, longestWaitMs));
    tour.shoot(&start, "unlock-place-refused");
}

} // namespace

void shootStart(Tour& tour, const Offices& offices)
{
    const QString& work = offices.work;
    QSettings().remove(QStringLiteral("recent_offices"));
    ui::StartPage start;
    start.resize(900, 640);
    start.show();
    tour.shoot(&start, "start-empty");
    ui::rememberOffice({work + QStringLiteral("/Empty.dossier"), QStringLiteral("Acme"), {}});
    ui::rememberOffice(
        {work + QStringLiteral("/Northgate.dossier"), QStringLiteral("Northgate"), {}});
    start.showOffices();
    tour.shoot(&start, "start");
    start.showLogin(
        {work + QStringLiteral("/Empty.dossier"), QStringLiteral("Acme"), QStringLiteral("li")});
    tour.shoot(&start, "unlock");
    visibleEdits(&start).at(1)->setText(QStringLiteral("wrong"));
    primaryOf(&start)->click();
    QPushButton* button = primaryOf(&start);
    static_cast<void>(QTest::qWaitFor([button] { return button->isEnabled(); }, longestWaitMs));
    tour.shoot(&start, "unlock-refused");
    ui::LoginDelay::shared().noteSuccess(); // the next look begins afresh
    start.showUnlock(
        {work + QStringLiteral("/Empty.dossier"), QStringLiteral("Acme"), QStringLiteral("li")});
    tour.shoot(&start, "unlock-locked");
    start.showRecovery(
        {work + QStringLiteral("/Empty.dossier"), QStringLiteral("Acme"), QStringLiteral("li")});
    tour.shoot(&start, "recover");
    shootRefused(tour, start, work);
    const QTemporaryDir made;
    shootCreation(tour, start, made.filePath(QStringLiteral("Acme.dossier")));
}

} // namespace tour
