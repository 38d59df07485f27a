/// Scenes: what the tour goes through, one look (language, light or dark) at a time.
#pragma once

#include "tour/Tour.h"

namespace ui {
class MainWindow;
class MergeDialog;
} // namespace ui

namespace tour {

/// An office with nothing in it, an older copy, and the sample, opened by people of different roles.
struct Offices
{
    QString work; ///< the folder that holds them
    Access empty;
    Access admin;
    Access manager;
    Access sales;
    QString older; ///< the folder of an office that li has seen a later state of
};

// TourOffices.cpp
core::Result<Offices> makeOffices(const QString& work);
QString secretWord(); ///< of li, in the offices that are no sample
/// The sample with damaged pages and a record that was changed past the program; none where it could not be made.
Access damagedCopy(const Offices& offices);

/// A sample that was counted every week for a quarter; none where it could not be made.
Access trendOffice(const Offices& offices);

// StartScenes.cpp: before a login.
void shootStart(Tour& tour, const Offices& offices);

// OfficeScenes.cpp: the pages of the window.
void shootEmpty(Tour& tour, const Access& access);
void shootOffice(Tour& tour, const Access& access, const QString& table);
void shootSales(Tour& tour, const Access& access);

// ShellScenes.cpp: palette, settings, help, leaving.
void shootShell(Tour& tour, const Access& access);
// ListScenes.cpp: columns, orders, filters, views.
void shootList(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window);

// RecordScenes.cpp: a record with everything, the trash, people. FormScenes.cpp: the form while somebody types.
void shootFull(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window);
void shootFormHelp(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window);
void shootTrash(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window);
void shootInPlace(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window);
void shootDraft(Tour& tour, const Access& access);
void shootPeople(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window);

// DuplicateScenes.cpp: groups, what is decided about them, merges of many.
void shootTwenty(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window);
void shootDuplicates(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window);
void shootSalesDuplicates(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window);

// TogetherScenes.cpp: records and people that meet: merges, rival requests, conflicts.
void shootMerged(Tour& tour, ui::OfficeJobs& jobs, ui::MainWindow& window, ui::MergeDialog* dialog);
void shootConflicts(Tour& tour, const ui::OfficeJobs& jobs);

// HomeScenes.cpp: the day at a glance, and its plots.
void shootHome(Tour& tour, const Offices& offices);

// PrintScenes.cpp: what is about to be printed.
void shootPrints(Tour& tour, const Access& admin);

// KeyScenes.cpp: second secrets, the office's key, the recovery code.
void shootKeys(Tour& tour, const Access& admin);
// LogScenes.cpp: what was done, what is unusual, the limits.
void shootLog(Tour& tour, const Access& admin, const Access& sales);

// ImportScenes.cpp: files that come in, wait, or broke off.
QString writeTable(const QString& folder);
void shootWizard(Tour& tour, ui::OfficeJobs& jobs, const QString& table);
void shootWaiting(Tour& tour, const Access& admin, const Access& sales, const QString& table);
void shootUnfinished(Tour& tour, const Offices& offices);

// TroubleScenes.cpp: an older copy, damage, a check.
void shootTrouble(Tour& tour, const Offices& offices);

} // namespace tour
