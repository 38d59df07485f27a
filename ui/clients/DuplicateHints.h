/// DuplicateHints: beside the form, who is in the office already and may be the client that is being typed. Thread of the
/// window.
#pragma once

#include "core/records/ClientParts.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace ui {

class DuplicateHints : public QWidget
{
    Q_OBJECT

public:
    explicit DuplicateHints(QWidget* parent = nullptr);

    void show(const std::vector<core::DuplicateHint>& hints);

Q_SIGNALS:
    /// Somebody wants to see that record instead.
    void openWanted(const core::ClientId& id);
    /// Beside what is typed.
    void compareWanted(const core::DuplicateHint& hint);

private:
    QWidget* makeCard(const core::DuplicateHint& hint);

    QLabel* m_none;
    QWidget* m_cards = nullptr;
    QVBoxLayout* m_column;
    bool m_isFirst = true; ///< of the cards that are made
};

} // namespace ui
