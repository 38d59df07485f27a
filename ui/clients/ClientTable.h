/// ClientTable: the rows of the list and what is chosen in them. A choice is clients, not rows: it can be made again after
/// the list has been read anew. Thread of the window.
#pragma once

#include "core/base/Id.h"
#include "core/search/ClientQueries.h"

#include <QTableView>

#include <optional>
#include <vector>

namespace ui {

class ClientListModel;

class ClientTable : public QTableView
{
    Q_OBJECT

public:
    /// `maySeveral`: several at once can be chosen; only for those who may do something with them.
    ClientTable(ClientListModel* clients, bool maySeveral, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<core::ClientPk> chosen() const;
    /// Nothing where several are chosen, or it is being read.
    [[nodiscard]] std::optional<core::ClientRow> onlyChosen() const;
    /// Those of the clients that are listed; false where none is.
    bool choose(const std::vector<core::ClientPk>& clients);
    /// As a click would, whatever keys are held.
    void chooseRow(int row);

Q_SIGNALS:
    void choiceChanged();
    void deletePressed();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    ClientListModel* m_clients;
};

} // namespace ui
