/// KeyOverview: every key there is, in groups, to look through or to search: those of the whole window from its table of
/// commands, those of the page at hand from its buttons and its list. Thread of the window.
#pragma once

#include "ui/shell/Commands.h"
#include "ui/widgets/Dialog.h"

class QGridLayout;
class QLabel;
class QLineEdit;
class QScrollArea;

namespace ui {

class KeyOverview : public Dialog
{
    Q_OBJECT

public:
    /// `page` is the one at hand, by its name.
    KeyOverview(const Commands& commands,
                const QString& pageName,
                QWidget& page,
                QWidget* parent = nullptr);

    struct Line
    {
        QString what;
        QString keys; ///< as people read them
    };
    struct Group
    {
        QString title;
        std::vector<Line> lines;
    };
    [[nodiscard]] const std::vector<Group>& groups() const { return m_groups; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void collect(const Commands& commands, const QString& pageName, QWidget& page);
    /// Those lines that answer to what is typed; all where nothing is.
    void show(const QString& typed);

    std::vector<Group> m_groups;
    QLineEdit* m_search;
    QScrollArea* m_scroll;
    QLabel* m_none;
};

} // namespace ui
