/// DuplicateFollower: a moment after a save, by this window or another, has the records that changed compared with the rest
/// of the office, so that the groups of duplicates are as true as the list. Thread of the window.
///
///     auto* follower = new DuplicateFollower(jobs, this);
///     connect(follower, &DuplicateFollower::groupsChanged, page, &DuplicatesPage::refresh);
#pragma once

#include "ui/jobs/OfficeJobs.h"

#include <QObject>
#include <QTimer>

namespace ui {

class DuplicateFollower : public QObject
{
    Q_OBJECT

public:
    explicit DuplicateFollower(OfficeJobs& jobs, QObject* parent = nullptr);

Q_SIGNALS:
    void groupsChanged();
    /// So much has changed since the last scan that another one is due; said once until there was one.
    void scanDue();

private:
    void follow();

    OfficeJobs& m_jobs;
    QTimer m_timer{this};
    bool m_isFollowing = false;
    bool m_isDue = false;
};

} // namespace ui
