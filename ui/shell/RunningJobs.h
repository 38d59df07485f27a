/// RunningJobs: what takes longer and runs beside the work (an import, a check, an export), at the foot of the places: what it
/// is, how far, and a button that stops it. Nothing is there while nothing runs. Thread of the window.
#pragma once

#include "ui/jobs/OfficeJobs.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace ui {

class RunningJobs : public QWidget
{
    Q_OBJECT

public:
    explicit RunningJobs(OfficeJobs& jobs, QWidget* parent);

private:
    void read();
    QWidget* makeCard(Job* job);

    OfficeJobs& m_jobs;
    QVBoxLayout* m_column;
    QHash<Job*, QWidget*> m_cards;
};

} // namespace ui
