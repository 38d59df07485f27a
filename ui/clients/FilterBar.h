/// FilterBar: above the list: the ready-made filters, one of them always chosen, how many clients there are, and the buttons of the
/// filter row and of views; below them, where there are any, saved views and what the filter row asks for, as chips. Thread of the
/// window.
#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>

#include <map>
#include <vector>

class QHBoxLayout;
class QLayout;
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
    /// Checks the chip of this filter; false where no chip has it. Says nothing by chosen().
    bool choose(const QString& filter);

    struct View
    {
        qint64 pk = 0;
        QString name;
        bool isShared = false;
        bool isCurrent = false;
    };
    void showViews(const std::vector<View>& views);
    /// Whether a chip has this filter.
    [[nodiscard]] bool has(const QString& filter) const { return m_chips.contains(filter); }
    /// What the filter row asks for, by column; -1 stands for what no chip and no column has.
    void showConditions(const std::map<int, QString>& words);
    void showRowOpen(bool isOpen);

    /// An order is being made: in words after a moment, calmly.
    void showBusy(qint64 done, qint64 total);
    void showIdle();

    [[nodiscard]] QPushButton* viewButton() const { return m_view; }

Q_SIGNALS:
    /// In the words of the filter language; empty for all.
    void chosen(const QString& filter);
    void rowWanted(bool isOpen);
    void viewWanted(qint64 pk);
    void conditionRemoved(int column);
    void allCleared();
    void stopWanted();

private:
    void addChip(QLayout* row, const QString& label, const QString& filter);
    QHBoxLayout* makeFirstRow(const QString& person);
    void fillSecondRow();
    QPushButton* makeViewChip(const View& view);
    QPushButton* makeConditionChip(int column, const QString& words);

    QLabel* m_count;
    QPushButton* m_stop;
    QPushButton* m_filter;
    QPushButton* m_view;
    QWidget* m_second;
    std::map<QString, QPushButton*> m_chips;
    std::vector<View> m_views;
    std::map<int, QString> m_conditions;
    QTimer m_patience{this};
    QString m_countWords;
    QString m_busyWords;
};

} // namespace ui
