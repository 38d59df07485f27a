/// ClientTable: the rows of the list, its columns, and what is chosen in them. A choice is clients, not rows: it can be made again
/// after the list has been read anew. Thread of the window.
#pragma once

#include "core/base/Id.h"
#include "core/search/ClientQueries.h"
#include "core/security/Session.h"
#include "ui/clients/ListColumns.h"

#include <QTableView>

#include <optional>
#include <vector>

namespace ui {

class ClientListModel;
class FilterHeader;
class StateView;

class ClientTable : public QTableView
{
    Q_OBJECT

public:
    /// `maySeveral`: several at once can be chosen; only for those who may do something with them.
    ClientTable(ClientListModel* clients,
                const core::Session& session,
                bool maySeveral,
                QWidget* parent = nullptr);

    [[nodiscard]] std::vector<core::ClientPk> chosen() const;
    [[nodiscard]] int chosenCount() const;
    /// Nothing where several are chosen, or it is being read.
    [[nodiscard]] std::optional<core::ClientRow> onlyChosen() const;
    /// Those of the clients that are listed; false where none is.
    bool choose(const std::vector<core::ClientPk>& clients);
    /// As a click would, whatever keys are held.
    void chooseRow(int row);

    [[nodiscard]] FilterHeader& header() { return *m_header; }
    /// Which columns, how wide, sorted by what.
    [[nodiscard]] ListLayout layout() const;
    /// Where its order is another one, the list is read again.
    void setLayout(const ListLayout& layout);
    /// The columns that are shown, from left to right.
    [[nodiscard]] std::vector<int> shownColumns() const;
    /// What stands in the rows' place while the header stays; null: rows.
    [[nodiscard]] StateView& emptiness() { return *m_emptiness; }
    void setEmpty(bool isEmpty);

    /// The arrow of the order, as the model has it.
    void showOrder();

Q_SIGNALS:
    void choiceChanged();
    void deletePressed();
    void copyPressed();
    /// Somebody has moved, widened, hidden or sorted by a column.
    void layoutChanged();
    void headerMenuWanted(int column, const QPoint& globalPlace);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectHeader();
    /// The name takes what the others leave, so that the list does not scroll sideways by itself.
    void fitName();
    void touched();

    ClientListModel* m_clients;
    FilterHeader* m_header;
    StateView* m_emptiness;
    bool m_isNameFree = true; ///< nobody has given it a width
    bool m_isArranging = false;
};

} // namespace ui
