/// FilterBar: the ready-made filters above the list, one of them always chosen, and how many clients there are. Thread of the
/// window.
#pragma once

#include <QString>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

class FilterBar : public QWidget
{
    Q_OBJECT

public:
    /// `person`: whose clients are "mine".
    explicit FilterBar(const QString& person, QWidget* parent = nullptr);

    [[nodiscard]] static QString trashFilter();
    void showCount(int clients);
    /// A filter from elsewhere is the chosen one: the chip it has here, or one that comes for it.
    void choose(const QString& filter, const QString& words);

Q_SIGNALS:
    /// In the words of the filter language; empty for all.
    void chosen(const QString& filter);

private:
    void addChip(QHBoxLayout* row, const QString& label, const QString& filter);

    QLabel* m_count;
    QPushButton* m_guest; ///< for a filter from elsewhere
    QString m_guestFilter;
};

} // namespace ui
