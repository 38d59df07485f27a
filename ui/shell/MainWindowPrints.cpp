// MainWindow: what it prints.
#include "core/security/Permissions.h"
#include "ui/clients/ClientsPage.h"
#include "ui/printing/PrintDialog.h"
#include "ui/shell/MainWindow.h"

namespace ui {

/// More than one record only by who may take them out.
void MainWindow::addPrintCommands()
{
    m_commands->add({"print.record",
                     CommandGroup::Clients,
                     "print",
                     QT_TRANSLATE_NOOP("ui::Commands", "Print this client…"),
                     QKeySequence::Print,
                     [this] { printRecord(); },
                     {},
                     {},
                     "sheet pdf 打印 客户资料"});
    if (core::grantOf(m_jobs.session(), core::Action::Export).direct != core::Scope::None) {
        m_commands->add({"print.list",
                         CommandGroup::Clients,
                         "print",
                         QT_TRANSLATE_NOOP("ui::Commands", "Print the list…"),
                         {},
                         [this] { printList(); },
                         {},
                         {},
                         "table pdf 打印 列表 名单"});
    }
    m_commands->add({"print.labels",
                     CommandGroup::Clients,
                     "mail",
                     QT_TRANSLATE_NOOP("ui::Commands", "Print address labels…"),
                     {},
                     [this] { printLabels(); },
                     {},
                     {},
                     "envelope stickers pdf 打印 地址标签 信封"});
}

void MainWindow::openPrint(core::PrintWanted wanted)
{
    auto* dialog = new PrintDialog(m_jobs, std::move(wanted), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PrintDialog::said, this, [this](const QString& text) { say(text); });
    dialog->open();
}

/// The record that is shown; where none is, the list.
void MainWindow::printRecord()
{
    const core::ClientPk shown = m_clients->shown();
    if (!shown.isValid()) {
        printList();
        return;
    }
    openPrint({.kind = core::PrintKind::Sheet, .clients = {shown}});
}

void MainWindow::printList()
{
    // One more than may be printed, so that it is refused in words.
    auto clients = m_clients->printable(std::size_t(core::PrintWanted::most) + 1);
    if (clients.empty()) {
        say(tr("No client is listed: there is nothing to print."));
        return;
    }
    openPrint({.kind = core::PrintKind::List,
               .clients = std::move(clients),
               .fields = m_clients->columns()});
}

void MainWindow::printLabels()
{
    auto clients = m_clients->printable(std::size_t(core::PrintWanted::most) + 1);
    const bool mayTakeSeveral
        = core::grantOf(m_jobs.session(), core::Action::Export).direct != core::Scope::None;
    if (!mayTakeSeveral && m_clients->shown().isValid()) {
        clients = {m_clients->shown()};
    }
    if (clients.empty()) {
        say(tr("No client is listed: there is nothing to print."));
        return;
    }
    openPrint({.kind = core::PrintKind::Labels, .clients = std::move(clients)});
}

} // namespace ui
