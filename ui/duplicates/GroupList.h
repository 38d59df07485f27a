/// GroupList: the list of groups and its keys: M merge (and Enter), N not a duplicate, L later, J and K (or the arrows) to the
/// next and the previous one, left and right to one record of the group, Esc away from it. Thread of the window.
#pragma once

#include <QListView>

namespace ui {

class GroupListModel;

class GroupList : public QListView
{
    Q_OBJECT

public:
    explicit GroupList(GroupListModel* groups, QWidget* parent = nullptr);

    [[nodiscard]] int row() const { return currentIndex().row(); }
    void chooseRow(int row);
    /// Letters are keys here, not the beginning of a name.
    void keyboardSearch(const QString& /*search*/) override { }

Q_SIGNALS:
    void rowChanged(int row);
    void mergeWanted();
    void differentWanted();
    void laterWanted();
    /// To the record beside the chosen one; 0: to none.
    void recordWanted(int step);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void step(int steps);

    GroupListModel* m_groups;
};

} // namespace ui
