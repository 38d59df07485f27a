// MainWindow: what it says of newer versions of the program.
#include "core/security/Permissions.h"
#include "ui/home/HomePage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/UpdateDialog.h"
#include "ui/shell/UpdatePlaceDialog.h"
#include "ui/shell/UpdateWatch.h"

namespace ui {

void MainWindow::addUpdateCommands()
{
    if (core::grantOf(m_jobs.session(), core::Action::Administer).direct == core::Scope::None
        || m_jobs.access().isReadOnly()) {
        return;
    }
    m_commands->add({"office.updates",
                     CommandGroup::Office,
                     "info",
                     QT_TRANSLATE_NOOP("ui::Commands", "Notice of new versions…"),
                     {},
                     [this] { openUpdatePlace(); },
                     {},
                     {},
                     "update upgrade version 更新 升级 版本"});
}

void MainWindow::watchUpdates(HomePage& home)
{
    m_updates = new UpdateWatch(m_jobs, this);
    connect(m_updates, &UpdateWatch::newsChanged, &home, [this, &home] {
        const auto& news = m_updates->news();
        home.showUpdate(news ? UpdateDialog::words(news->notice) : QString());
    });
    connect(&home, &HomePage::updateWanted, this, &MainWindow::openUpdate);
}

void MainWindow::openUpdate()
{
    if (const auto& news = m_updates->news()) {
        auto* dialog = new UpdateDialog(*news, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void MainWindow::openUpdatePlace()
{
    auto* dialog = new UpdatePlaceDialog(m_jobs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UpdatePlaceDialog::saved, m_updates, &UpdateWatch::look);
    dialog->open();
}

} // namespace ui
