/// GroupView: one group: why the program takes its records for one client, the records side by side with what differs
/// marked, and what can be decided. One record can be chosen (a click on its column), so that it alone is told apart.
/// Thread of the window.
#pragma once

#include "core/duplicates/DuplicateService.h"

#include <QTimeZone>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTableWidget;

namespace ui {

class GroupView : public QWidget
{
    Q_OBJECT

public:
    explicit GroupView(const QTimeZone& zone, QWidget* parent = nullptr);

    /// Keeps the chosen record where the same group is shown again.
    void show(const core::DuplicateGroup& group, bool isPutOff);
    [[nodiscard]] const core::DuplicateGroup& group() const { return m_group; }
    [[nodiscard]] bool isPutOff() const { return m_isPutOff; }
    /// The column of the record that is chosen; none: all of them are meant.
    [[nodiscard]] std::optional<int> chosenRecord() const;
    /// Goes on by a column, beyond the ends to none; 0: to none.
    void stepRecord(int step);

Q_SIGNALS:
    void mergeWanted();
    void differentWanted();
    void laterWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setUpRecords();
    void fitRecords();
    void fillTable();
    void chooseRecord(int column);
    void showReasons();
    void showButtons();
    [[nodiscard]] QString pairWords(const core::DuplicatePair& pair) const;
    [[nodiscard]] QString idOf(core::ClientPk pk) const;

    QTimeZone m_zone;
    core::DuplicateGroup m_group;
    int m_chosen = -1;
    bool m_isPutOff = false;
    QLabel* m_title;
    QLabel* m_reasons;
    QTableWidget* m_table;
    QLabel* m_hint;
    QPushButton* m_later;
    QPushButton* m_different;
    QPushButton* m_merge;
};

} // namespace ui
