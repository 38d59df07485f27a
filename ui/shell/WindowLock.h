/// WindowLock: puts everything that the program shows of an office out of sight, and the person's keys out of memory, until
/// the same person has given the password again. What was half typed stays where it is, in the windows that are hidden.
///
///     WindowLock lock(jobs, window);
///     connect(&lock, &WindowLock::locked, …);      // show a page that asks for the password
///     lock.lock();
///     lock.unlock(access);                         // what that login gave
///
/// What is being saved or imported at that moment is finished first, out of sight; then the connections are closed and seed,
/// role keys and the key of the database are wiped (OfficeJobs::suspend). Thread of the window.
#pragma once

#include "ui/jobs/OfficeJobs.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <vector>

namespace ui {

/// The window shows something of what `main` shows, though it is nobody's child: it is hidden with it, and comes back.
void lockTogether(QWidget& main, QWidget& window);

class WindowLock : public QObject
{
    Q_OBJECT

public:
    WindowLock(OfficeJobs& jobs, QWidget& window, QObject* parent = nullptr);

    void lock();
    [[nodiscard]] bool isLocked() const { return m_isLocked; }
    /// Shows everything as it was. False where it is another person, another office, or the same person with other rights:
    /// then it stays locked, and a new window is needed.
    bool unlock(const std::shared_ptr<const core::OfficeAccess>& access);

Q_SIGNALS:
    /// While the windows are still there, so that the program is never without one.
    void locked();

private:
    struct Hidden
    {
        QPointer<QWidget> window;
        Qt::WindowModality modality = Qt::NonModal;
    };

    void hideAll();

    OfficeJobs& m_jobs;
    QWidget& m_window;
    std::vector<Hidden> m_hidden; ///< in the order in which they are shown again
    QPointer<QWidget> m_focus;
    bool m_isLocked = false;
};

} // namespace ui
