// MainWindow: the dialogs that it opens.
#include "ui/clients/ClientsPage.h"
#include "ui/exchange/ExportDialog.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/help/GuideDialog.h"
#include "ui/help/KeyOverview.h"
#include "ui/people/KeysDialog.h"
#include "ui/people/PasswordDialog.h"
#include "ui/people/RekeyDialog.h"
#include "ui/shell/CheckDialog.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/OfficeNotices.h"
#include "ui/shell/SettingsDialog.h"

#include <QDragEnterEvent>
#include <QListWidget>
#include <QMimeData>
#include <QUrl>

namespace ui {

void MainWindow::openPalette(const QString& typed)
{
    m_palette->open(typed);
}

void MainWindow::openGuide(const QString& page)
{
    if (!m_guide) {
        m_guide = new GuideDialog(*m_commands, this);
        m_guide->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_guide->showPage(!page.isEmpty() ? page
                                      : GuideDialog::pageFor(QLatin1String(
                                          m_rows[std::size_t(m_places->currentRow())].id)));
    m_guide->show();
    m_guide->raise();
    m_guide->activateWindow();
}

void MainWindow::openKeyOverview()
{
    const PlaceRow& here = m_rows[std::size_t(m_places->currentRow())];
    auto* dialog = new KeyOverview(*m_commands, here.label, *here.page, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openSettings()
{
    auto* dialog = new SettingsDialog(m_jobs, *m_commands, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::languageWanted, this, &MainWindow::changeLanguage);
    connect(dialog, &SettingsDialog::textSizeWanted, this, &MainWindow::changeTextSize);
    connect(dialog, &SettingsDialog::lockTimeChanged, this, &MainWindow::lockTimeChanged);
    m_settings = dialog;
    dialog->open();
}

void MainWindow::openKeys()
{
    auto* dialog = new KeysDialog(m_jobs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeysDialog::said, this, [this](const QString& words) { say(words); });
    connect(dialog, &KeysDialog::passwordWanted, this, &MainWindow::changePassword);
    dialog->open();
}

void MainWindow::changeKey()
{
    auto* dialog = new RekeyDialog(m_jobs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RekeyDialog::changed, m_notices, &OfficeNotices::refresh);
    dialog->open();
}

void MainWindow::changePassword()
{
    auto* dialog = new PasswordDialog(m_jobs, m_jobs.session().name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &PasswordDialog::changed, this, [this] { say(tr("Your password is changed.")); });
    dialog->open();
}

void MainWindow::openImport(const QString& file)
{
    auto* wizard = new ImportWizard(m_jobs, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &ImportWizard::said, this, &MainWindow::say);
    if (!file.isEmpty()) {
        wizard->setFile(file);
    }
    // Not modal: people go on working while a file comes in.
    wizard->show();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    const bool isOneFile = urls.size() == 1 && urls.first().isLocalFile();
    if (isOneFile && m_commands->action("office.import") != nullptr) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    openImport(event->mimeData()->urls().first().toLocalFile());
}

void MainWindow::openExport()
{
    auto* dialog = new ExportDialog(
        m_jobs, m_clients->filter(), m_clients->exported(), m_clients->found(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::said, this, [this](const QString& text) { say(text); });
    dialog->open();
}

/// Not modal: reading goes on meanwhile. One at a time: a second reading of the whole file tells nothing more.
void MainWindow::checkOffice()
{
    if (!m_check) {
        m_check = new CheckDialog(m_jobs, this);
        m_check->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_check->show();
    m_check->raise();
    m_check->activateWindow();
}

} // namespace ui
