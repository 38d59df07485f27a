/// ImportRows: the rows of a file before they come in: those that want a look first, by quick filters; cells corrected where they
/// stand; what becomes of a row that is a client already, chosen row by row. Below the table what is to be said of the row at
/// hand, with what would change in the client we have. Thread of the window.
#pragma once

#include "core/exchange/Importer.h"
#include "ui/exchange/ImportRowModel.h"

#include <QWidget>

#include <optional>
#include <set>
#include <vector>

class QButtonGroup;
class QLabel;
class QPushButton;
class QTableView;

namespace ui {

class ImportRows : public QWidget
{
    Q_OBJECT

public:
    explicit ImportRows(QWidget* parent = nullptr);

    /// Of a trial of this file. Selection, filter and what was corrected stay.
    void show(const core::ImportResult& trial);
    /// For another file, or columns that mean something else.
    void forget();
    /// Whether a row can be asked for, and whether it can be put into a client at once.
    void setMayAsk(bool mayAsk);
    /// What happens with all rows that are clients already; a row's own choice goes before it.
    void setMode(core::DuplicateMode mode);

    [[nodiscard]] const core::ImportFixes& fixes() const { return m_model->fixes(); }
    [[nodiscard]] const RowChoices& choices() const { return m_model->choices(); }
    [[nodiscard]] bool hasSettled() const { return !fixes().empty() || !choices().empty(); }

Q_SIGNALS:
    /// Something was corrected or chosen: another trial is due.
    void settled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// A quick filter: its chip, and the rows it shows.
    struct Filter
    {
        QString key;
        QString label;
        std::function<bool(const core::RowNote&)> takes;
    };

    QWidget* makeFoot();
    void placeColumns();
    void offerFilters();
    [[nodiscard]] std::vector<Filter> filters() const;
    void addRuleFilters(std::vector<Filter>& filters) const;
    void addChip(const Filter& filter, int count);
    void filterBy(const QString& key);
    void choose(std::optional<core::DuplicateMode> mode);
    void goToNextFlaw();
    void showRow();
    [[nodiscard]] std::set<int> rowsAtHand() const;
    void unfix();
    [[nodiscard]] QString wordsOf(const core::RowNote& note) const;
    bool keyPressed(int key);

    ImportRowModel* m_model;
    QTableView* m_table;
    QWidget* m_chips;
    QButtonGroup* m_filterButtons;
    QLabel* m_empty;
    QLabel* m_about;
    QWidget* m_foot = nullptr;
    QButtonGroup* m_modes = nullptr;
    QPushButton* m_asAll = nullptr;
    QPushButton* m_unfix = nullptr;
    QPushButton* m_next = nullptr;
    QString m_filter; ///< key
    std::optional<core::ImportResult>
        m_waiting; ///< a trial that came while somebody types in a cell
    core::DuplicateMode m_mode = core::DuplicateMode::Create;
    bool m_mayAsk = false;
};

} // namespace ui
