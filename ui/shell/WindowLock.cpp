#include "ui/shell/WindowLock.h"

#include "ui/widgets/SecretClipboard.h"

#include <QApplication>
#include <QVariant>

namespace ui {

namespace {

constexpr auto togetherKey = "locks_with";

bool belongsTo(const QWidget* window, const QWidget& main)
{
    for (const QWidget* up = window; up != nullptr; up = up->parentWidget()) {
        if (up == &main || up->property(togetherKey).value<const QWidget*>() == &main) {
            return true;
        }
    }
    return false;
}

} // namespace

void lockTogether(QWidget& main, QWidget& window)
{
    window.setProperty(togetherKey, QVariant::fromValue<const QWidget*>(&main));
}

WindowLock::WindowLock(OfficeJobs& jobs, QWidget& window, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_window(window)
{ }

void WindowLock::lock()
{
    if (m_isLocked) {
        return;
    }
    m_isLocked = true;
    m_focus = QApplication::focusWidget();
    clearSecret();
    Q_EMIT locked();
    hideAll();
    m_jobs.suspend();
}

void WindowLock::hideAll()
{
    m_hidden.clear();
    while (QWidget* popup = QApplication::activePopupWidget()) {
        if (!popup->close()) {
            break;
        }
    }
    m_hidden.push_back({&m_window, m_window.windowModality()});
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (window != &m_window && window->isVisible() && belongsTo(window, m_window)) {
            m_hidden.push_back({window, window->windowModality()});
        }
    }
    for (auto it = m_hidden.rbegin(); it != m_hidden.rend(); ++it) {
        it->window->setVisible(false); // not close(): nobody has decided anything
    }
}

bool WindowLock::unlock(const std::shared_ptr<const core::OfficeAccess>& access)
{
    const core::OfficeAccess& before = m_jobs.access();
    const bool isSame = access->officeId == before.officeId && access->folder == before.folder
        && access->session.uuid == before.session.uuid
        && access->session.role == before.session.role
        && access->session.department == before.session.department
        && access->isReadOnly() == before.isReadOnly();
    if (!m_isLocked || !isSame) {
        return false;
    }
    m_isLocked = false;
    m_jobs.resume(access);
    for (const Hidden& hidden : m_hidden) {
        if (hidden.window) {
            hidden.window->setWindowModality(hidden.modality); // a dialog's goes when it is hidden
            hidden.window->show();
        }
    }
    m_hidden.clear();
    if (m_focus) {
        m_focus->activateWindow();
        m_focus->setFocus();
    }
    return true;
}

} // namespace ui
