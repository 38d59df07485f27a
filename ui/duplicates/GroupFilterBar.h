/// GroupFilterBar: which groups are shown: by tier with how many there are, by a part of a name or id, one's own, those put
/// off. Thread of the window.
#pragma once

#include "core/duplicates/DuplicateService.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QLineEdit;
class QPushButton;

namespace ui {

class GroupFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit GroupFilterBar(QWidget* parent = nullptr);

    [[nodiscard]] core::GroupFilter filter() const;
    /// Anything that leaves groups out.
    [[nodiscard]] bool isNarrow() const;
    void showCounts(const core::GroupCounts& counts);
    /// All groups, those put off excepted; or all of one's own.
    void reset(bool own = false);

Q_SIGNALS:
    void changed();

private:
    std::array<QPushButton*, 4> m_tiers{}; ///< all, certain, likely, possible
    QLineEdit* m_text;
    QPushButton* m_own;
    QPushButton* m_putOff;
    QTimer m_typing{this};
};

} // namespace ui
