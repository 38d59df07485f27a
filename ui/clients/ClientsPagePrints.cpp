// ClientsPage: what a print of the list is about.
#include "ui/clients/ClientListModel.h"
#include "ui/clients/ClientTable.h"
#include "ui/clients/ClientsPage.h"

#include <QHeaderView>

namespace ui {

std::vector<core::ClientPk> ClientsPage::printable(std::size_t most) const
{
    std::vector<core::ClientPk> clients = m_view->chosen();
    if (clients.size() > 1) {
        return clients;
    }
    clients.clear();
    for (int row = 0; row < m_model->rowCount() && clients.size() < most; ++row) {
        clients.push_back(m_model->pkAt(row));
    }
    return clients;
}

/// By what stands above them, whatever columns there are.
std::vector<core::Field> ClientsPage::columns() const
{
    std::vector<core::Field> fields;
    const QHeaderView* header = m_view->horizontalHeader();
    for (int at = 0; at < header->count(); ++at) {
        const int column = header->logicalIndex(at);
        const QString words
            = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        for (const core::FieldInfo& info : core::allFields()) {
            if (!header->isSectionHidden(column) && core::fieldLabel(info.field) == words
                && info.level != core::FieldLevel::Sealed && info.field != core::Field::Status) {
                fields.push_back(info.field);
            }
        }
    }
    return fields;
}

} // namespace ui
