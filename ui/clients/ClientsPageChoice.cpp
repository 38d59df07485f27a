// ClientsPage: what is chosen in the list, and which record is shown for it. A record may be opened that the list does not have.
#include "ui/clients/ClientListModel.h"
#include "ui/clients/ClientPanel.h"
#include "ui/clients/ClientTable.h"
#include "ui/clients/ClientsPage.h"
#include "ui/clients/SelectionPanel.h"

#include <QScrollBar>
#include <QStackedWidget>

namespace ui {

void ClientsPage::focusList(bool choose)
{
    m_focusWhenLoaded = m_model->rowCount() == 0;
    m_chooseWhenLoaded = false;
    if (hasUnsavedWork()) {
        return;
    }
    if (choose && m_searchTimer.isActive()) {
        m_searchTimer.stop();
        m_model->setQuery(m_search, filter());
    }
    m_chooseWhenLoaded = choose && m_model->isAsking(); // what is listed yet is not what was meant
    if (m_focusWhenLoaded) {
        return;
    }
    m_view->setFocus();
    if (choose && !m_chooseWhenLoaded && !m_view->selectionModel()->hasSelection()) {
        selectRow(0);
    }
}

void ClientsPage::showClient(const core::ClientId& id)
{
    m_panel->showClient(id);
    m_right->show();
    m_right->setCurrentWidget(m_panel);
}

void ClientsPage::open(core::ClientPk client, const core::ClientId& id)
{
    if (hasUnsavedWork()) {
        return;
    }
    showList();
    chooseQuietly(client);
    showClient(id);
    m_view->setFocus();
}

void ClientsPage::selectRow(int row)
{
    m_view->chooseRow(row);
}

/// The row of a record that is shown already, or is about to be; none where the list does not have it.
void ClientsPage::chooseQuietly(core::ClientPk client)
{
    m_selected = client;
    const int row = client.isValid() ? m_model->rowOf(client) : -1;
    m_isGuest = row < 0;
    const QSignalBlocker quiet(m_view->selectionModel());
    if (row >= 0) {
        selectRow(row);
        m_view->scrollTo(m_model->index(row, ClientListModel::NameColumn));
    } else {
        m_view->clearSelection();
    }
    m_view->viewport()->update();
}

core::ClientPk ClientsPage::shown() const
{
    if (m_right->currentWidget() != m_panel) {
        return {};
    }
    const auto& client = m_panel->client();
    return m_panel->isComing() ? m_selected : client ? client->pk : core::ClientPk{};
}

void ClientsPage::selectionChanged()
{
    if (m_view->chosenCount() > 1 && !isEditing()) {
        leaveFor([this] {
            if (m_view->chosenCount() > 1) { // the list may have been read anew since
                showSeveral();
            }
        });
        return;
    }
    const auto client = m_view->onlyChosen();
    if (!client) {
        // It is being read, or none is chosen: what was chosen before is not meant any more.
        if (m_right->currentWidget() == m_several) {
            m_panel->clear();
            m_right->setCurrentWidget(m_panel);
        }
        return;
    }
    m_selected = client->client.pk;
    m_isGuest = false;
    if (!hasUnsavedWork()) {
        showClient(client->client.id());
    }
}

void ClientsPage::showSeveral()
{
    m_selected = {};
    m_panel->clear();
    m_several->setClients(m_view->chosen(), isTrash());
    m_right->setCurrentWidget(m_several);
}

/// A row far down is chosen (End) before it has been read.
void ClientsPage::rowsRead()
{
    if (!isEditing() && m_view->chosenCount() == 1 && m_view->chosen().front() != m_selected) {
        selectionChanged();
    }
}

void ClientsPage::recordShown(core::ClientPk client)
{
    if (!m_selected.isValid() && m_right->currentWidget() == m_panel) {
        chooseQuietly(client);
    }
}

void ClientsPage::keepChoice(bool justSaved)
{
    if (m_right->currentWidget() == m_several) {
        // The same clients as before, as far as they are still listed.
        if (!m_view->choose(m_several->clients())) {
            m_panel->clear();
            m_right->setCurrentWidget(m_panel);
        }
        return;
    }
    if (const int row = m_model->rowOf(m_selected); row >= 0) {
        m_isGuest = false;
        const QSignalBlocker quiet(m_view->selectionModel());
        const int top = m_view->verticalScrollBar()->value();
        selectRow(row);
        if (justSaved) {
            m_view->scrollTo(m_model->index(row, ClientListModel::NameColumn),
                             QAbstractItemView::PositionAtCenter);
        } else {
            m_view->verticalScrollBar()->setValue(top); // whoever reads on further down stays there
        }
    } else if (m_selected.isValid() && !m_search.isEmpty() && !hasUnsavedWork() && !justSaved
               && !m_isGuest) {
        m_selected = {};
        m_panel->clear(); // it would seem to have been found
    }
}

/// Asks where something typed would be lost, in the form or in the record.
void ClientsPage::leaveFor(const std::function<void()>& step)
{
    if (m_panel->hasUnsavedWork()) {
        m_panel->inPlace()->leaveFor(step);
    } else if (isEditing()) {
        m_form->leaveFor(step);
    } else {
        step();
    }
}

} // namespace ui
