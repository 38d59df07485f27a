#include "ui/shell/Leaving.h"

#include "ui/shell/LeaveDialog.h"

#include <QLocale>
#include <QPointer>
#include <QWidget>

#include <utility>

namespace ui {

Leaving::Leaving(OfficeJobs& jobs, QWidget& window, Gather gather)
    : QObject(&window)
    , m_jobs(jobs)
    , m_window(window)
    , m_gather(std::move(gather))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0); // what a job brought back is dealt with first
    connect(&m_soon, &QTimer::timeout, this, &Leaving::look);
    connect(&m_jobs, &OfficeJobs::pendingChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_jobs, &OfficeJobs::runningChanged, &m_soon, qOverload<>(&QTimer::start));
}

void Leaving::start(Way way, std::function<void()> then)
{
    if (m_isAsking) {
        return;
    }
    m_way = way;
    m_then = std::move(then);
    const std::vector<Unsaved> unsaved = m_gather();
    if (unsaved.empty() && m_jobs.running().empty()) {
        if (m_jobs.pending(Lane::Write) > 0) {
            sayWaiting();
        }
        look();
        return;
    }
    ask(unsaved);
}

bool Leaving::isOnlyWaiting() const
{
    return m_then != nullptr && !m_isAsking && m_gather().empty() && m_jobs.running().empty();
}

std::function<QString()> Leaving::lossInGeneral()
{
    return [self = QPointer<Leaving>(this), isUnsaved = !m_gather().empty()] {
        QStringList words;
        if (self && isUnsaved) {
            words.append(
                tr("Something that was typed or prepared is not saved. It would be lost."));
        }
        if (self && !self->m_jobs.running().empty()) {
            words.append(tr("Long work is still running. It would be stopped."));
        }
        return words.join(u'\n');
    };
}

void Leaving::ask(const std::vector<Unsaved>& unsaved)
{
    m_isAsking = true;
    std::vector<LeaveDialog::Open> open;
    open.reserve(unsaved.size());
    for (const Unsaved& one : unsaved) {
        open.push_back({one.what, one.save != nullptr});
    }
    std::vector<LeaveDialog::Running> running;
    for (const Job* job : m_jobs.running()) {
        running.push_back(
            {job->percent()
                 ? tr("%1, at %2 %").arg(job->title(), QLocale().toString(*job->percent()))
                 : job->title(),
             job->ifStopped(),
             job->canStop()});
    }
    auto* dialog = new LeaveDialog(m_way, open, running, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::rejected, this, &Leaving::stay);
    connect(dialog, &LeaveDialog::finishWanted, this, [this, unsaved] { saveAndWait(unsaved); });
    connect(dialog, &LeaveDialog::giveUpWanted, this, [this, unsaved] { giveUp(unsaved); });
    dialog->open();
}

void Leaving::saveAndWait(const std::vector<Unsaved>& unsaved)
{
    m_isAsking = false;
    for (const Unsaved& one : unsaved) {
        if (one.isStill() && one.save) {
            one.save();
        }
    }
    if (!m_jobs.running().empty()) {
        sayWaiting();
    }
    m_soon.start();
}

void Leaving::giveUp(const std::vector<Unsaved>& unsaved)
{
    m_isAsking = false;
    for (const Unsaved& one : unsaved) {
        one.discard();
    }
    for (Job* job : m_jobs.running()) {
        job->stop();
    }
    look();
}

void Leaving::sayWaiting()
{
    Q_EMIT said(m_way == Way::Close ? tr("Closes as soon as all is done.")
                                    : tr("Logs out as soon as all is done."),
                tr("Keep open"),
                [this] { stay(); });
}

/// Something has come to its end.
void Leaving::look()
{
    if (!m_then || m_isAsking || m_jobs.pending(Lane::Write) > 0) {
        return;
    }
    // Whatever could not be saved now is in front of the person, who has more to do with it.
    const std::vector<Unsaved> left = m_gather();
    if (!left.empty()) {
        if (m_jobs.pending(Lane::Read) == 0) {
            stay();
            left.front().show();
        }
        return;
    }
    if (m_jobs.running().empty()) {
        std::exchange(m_then, nullptr)();
    }
}

void Leaving::stay()
{
    m_isAsking = false;
    m_then = nullptr;
}

} // namespace ui
