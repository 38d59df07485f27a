#include "ui/jobs/DuplicateFollower.h"

#include <algorithm>

namespace ui {

namespace {

constexpr std::chrono::milliseconds afterSave{700}; // several saves in a row are one

} // namespace

DuplicateFollower::DuplicateFollower(OfficeJobs& jobs, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(afterSave);
    connect(&m_timer, &QTimer::timeout, this, &DuplicateFollower::follow);
    connect(&m_jobs, &OfficeJobs::officeChanged, &m_timer, qOverload<>(&QTimer::start));
    connect(&m_jobs,
            &OfficeJobs::othersSaved,
            this,
            [this](const std::vector<core::FeedEntry>& entries) {
                const bool isAboutClients
                    = std::any_of(entries.begin(), entries.end(), [](const core::FeedEntry& entry) {
                          return entry.kind == QLatin1String("client")
                              || entry.kind == QLatin1String("*");
                      });
                if (isAboutClients) {
                    m_timer.start();
                }
            });
    m_timer.start(); // what was saved while nobody's window was open
}

void DuplicateFollower::follow()
{
    if (m_isFollowing || m_jobs.isSuspended()) {
        return;
    }
    m_isFollowing = true;
    m_jobs.run<core::DuplicateCatchUp>(
        Lane::Behind, // after a big import by a colleague it takes seconds: no save waits for it
        this,
        [](core::Office& office, core::Progress& progress) {
            return office.duplicates().catchUp(progress);
        },
        [this](const core::Result<core::DuplicateCatchUp>& done) {
            m_isFollowing = false;
            if (!done) {
                return; // the next save tries again
            }
            if (done->changed) {
                Q_EMIT groupsChanged();
            }
            if (done->needsScan && !m_isDue) {
                Q_EMIT scanDue();
            }
            m_isDue = done->needsScan;
        });
}

} // namespace ui
