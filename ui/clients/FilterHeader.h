/// FilterHeader: the header of the list, with a row of small editors under it where it is opened, as a spreadsheet has it. The
/// editors go along when columns move, widen or scroll. Thread of the window.
#pragma once

#include <QHeaderView>

#include <map>
#include <vector>

namespace ui {

class FilterHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit FilterHeader(QWidget* parent = nullptr);

    /// Stands under the column from now on; belongs to the header.
    void setEditor(int section, QWidget* editor);
    void setRowShown(bool shown);
    [[nodiscard]] bool isRowShown() const { return m_isShown; }
    /// Puts the keyboard into the column's editor, or where it has none, into the first.
    void focusEditor(int section);
    /// The editors to their columns, and Tab through them from left to right.
    void place();

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void updateGeometries() override;

private:
    [[nodiscard]] int rowHeight() const;

    std::map<int, QWidget*> m_editors;
    std::vector<QWidget*> m_shown; ///< from left to right
    bool m_isShown = false;
};

} // namespace ui
