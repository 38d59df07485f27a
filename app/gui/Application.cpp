#include "app/gui/Application.h"

#include "core/workspace/SampleOffice.h"
#include "ui/shell/Appearance.h"
#include "ui/start/RecentOffices.h"
#include "ui/widgets/Prompt.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace gui {

namespace {

/// Of an office that is named by its folder or by a file in it. By its name only: the disk is looked at on another thread,
/// and may be away.
QString officeFolder(const QString& path)
{
    static const QStringList files{
        QStringLiteral("office.db"), QStringLiteral("keyring.a"), QStringLiteral("keyring.b")};
    const QFileInfo named(QDir::fromNativeSeparators(path));
    return files.contains(named.fileName()) ? named.absolutePath() : named.absoluteFilePath();
}

} // namespace

Application::Application(QObject* parent)
    : QObject(parent)
{
    connect(&m_idle, &ui::IdleWatch::idle, this, &Application::lock);
    connect(&m_systemLock, &ui::SystemLock::locked, this, &Application::lock);
}

Application::~Application()
{
    m_lock.reset();
    m_window.reset();
    m_jobs.reset();
}

void Application::showStart()
{
    m_start = std::make_unique<ui::StartPage>();
    m_start->setWindowTitle(tr("Dossier"));
    m_start->resize(900, 640);
    connect(m_start.get(), &ui::StartPage::opened, this, &Application::unlock);
    connect(m_start.get(), &ui::StartPage::someoneElse, this, &Application::dropWindow);
    connect(m_start.get(), &ui::StartPage::sampleWanted, this, &Application::openSample);
    connect(m_start.get(), &ui::StartPage::languageWanted, this, [this](const QString& code) {
        ui::chooseLanguage(code);
        const QByteArray geometry = m_start->saveGeometry();
        m_start.release()->deleteLater();
        showStart();
        m_start->restoreGeometry(geometry);
        if (m_lock && m_lock->isLocked()) {
            showUnlock();
        }
    });
    m_start->show();
}

void Application::showOffice(const QString& path)
{
    showStart();
    m_start->openFolder(officeFolder(path));
}

bool Application::takeOver(const QString& path)
{
    const bool isOpen = m_jobs && QDir(m_jobs->access().folder) == QDir(officeFolder(path));
    if (!path.isEmpty() && !isOpen) {
        if (m_jobs || !m_start || !m_start->isChoosing()) {
            return false; // what is open, or being made, stays
        }
        m_start->openFolder(officeFolder(path));
    }
    if (QWidget* shown = m_start ? static_cast<QWidget*>(m_start.get()) : m_window.get()) {
        shown->setWindowState(shown->windowState() & ~Qt::WindowMinimized);
        shown->raise();
        shown->activateWindow();
    }
    return true;
}

void Application::openSample()
{
    if (!m_start) {
        showStart();
    }
    m_start->setBusyWith(tr("Making the sample company…"));
    const QString folder
        = QDir(ui::defaultOfficesFolder()).filePath(QStringLiteral("Sample.dossier"));
    using Access = std::shared_ptr<const core::OfficeAccess>;
    ui::runDetached<Access>(
        m_start.get(),
        [folder]() -> core::Result<Access> {
            core::SampleWanted wanted;
            wanted.folder = folder;
            if (QFile::exists(core::databasePath(folder))) {
                return core::login({folder, QStringLiteral("admin"), wanted.password, {}});
            }
            core::Progress quiet;
            auto made = core::makeSample(wanted, quiet);
            if (!made) {
                return made.error();
            }
            return made->admin;
        },
        [this](core::Result<Access> access) {
            if (!access) {
                m_start->setBusyWith({});
                ui::showError(m_start.get(), access.error());
                return;
            }
            ui::rememberOffice({(*access)->folder,
                                (*access)->officeName,
                                (*access)->session.name,
                                QString::fromLatin1((*access)->officeId.toHex())});
            open(*access);
        });
}

void Application::open(std::shared_ptr<const core::OfficeAccess> access)
{
    m_jobs = std::make_unique<ui::OfficeJobs>(std::move(access));
    showWindow();
    if (m_start) {
        m_start.release()->deleteLater();
    }
}

void Application::showWindow()
{
    m_window = std::make_unique<ui::MainWindow>(*m_jobs);
    m_window->recall();
    connect(m_window.get(), &ui::MainWindow::languageWanted, this, [this](const QString& code) {
        ui::chooseLanguage(code);
        renewWindow();
    });
    connect(m_window.get(), &ui::MainWindow::renewalWanted, this, &Application::renewWindow);
    connect(m_window.get(), &ui::MainWindow::leaveWanted, this, &Application::leave);
    connect(m_window.get(), &ui::MainWindow::lockWanted, this, &Application::lock);
    connect(m_window.get(), &ui::MainWindow::lockTimeChanged, this, [this] {
        m_idle.start(ui::lockAfter());
    });
    m_lock = std::make_unique<ui::WindowLock>(*m_jobs, *m_window);
    connect(m_lock.get(), &ui::WindowLock::locked, this, &Application::showUnlock);
    m_idle.start(ui::lockAfter());
    m_window->show();
}

void Application::renewWindow()
{
    const ui::MainWindow::Kept kept = m_window->kept();
    ui::MainWindow* before = m_window.release();
    m_lock.reset();
    showWindow(); // the program is never without one
    m_window->takeUp(kept);
    before->hide();
    before->deleteLater(); // it cannot go inside its own signal
}

void Application::lock()
{
    if (m_lock) {
        m_idle.stop();
        m_lock->lock();
    }
}

void Application::showUnlock()
{
    const QByteArray geometry = m_window->saveGeometry();
    if (!m_start) {
        showStart();
        m_start->restoreGeometry(geometry);
    }
    m_start->showUnlock(
        {m_jobs->access().folder, m_jobs->access().officeName, m_jobs->session().name},
        m_window->lossInGeneral());
}

void Application::unlock(std::shared_ptr<const core::OfficeAccess> access)
{
    if (!m_lock) {
        open(std::move(access));
        return;
    }
    if (m_lock->unlock(access)) {
        m_idle.start(ui::lockAfter());
        m_start.release()->deleteLater();
        return;
    }
    // The same person with another role, or an office that may only be read now: what was typed goes along.
    const ui::MainWindow::Kept kept = m_window->kept();
    dropWindow();
    open(std::move(access));
    m_window->takeUp(kept);
}

void Application::dropWindow()
{
    m_idle.stop();
    m_lock.reset();
    m_window.release()->deleteLater();
    // A share that does not answer holds up what still runs there, not the next login.
    ui::OfficeJobs* jobs = m_jobs.release();
    jobs->setParent(this);
    jobs->retire();
}

void Application::leave()
{
    const ui::RecentOffice office{
        m_jobs->access().folder, m_jobs->access().officeName, m_jobs->session().name};
    showStart();
    m_start->showLogin(office);
    dropWindow();
}

} // namespace gui
