/// ValueLine: one value of a record as it stands there: read, copied, edited in place, its history looked at. Arrow keys go
/// from line to line, F2 or a double click edits, Ctrl+H shows what it was before, Ctrl+C copies; the pencil and the other
/// small buttons show while the mouse or the keyboard is there. Thread of the window.
#pragma once

#include "core/records/Field.h"

#include <QMargins>
#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ui {

class ValueLine : public QWidget
{
    Q_OBJECT

public:
    ValueLine(const QString& label,
              const QString& value,
              std::vector<core::Field> fields,
              QWidget* parent);

    /// What stands around the value; what is shown among such lines and is none of them keeps the same.
    [[nodiscard]] static QMargins edge();
    /// Of its buttons.
    [[nodiscard]] static int leastHeight();
    [[nodiscard]] const std::vector<core::Field>& fields() const { return m_fields; }
    [[nodiscard]] const QString& label() const { return m_label; }
    void setEditable(bool editable);
    /// Of a line that stays while the records change.
    void setValue(const QString& value);
    void setValueFont(const QFont& font);
    /// A button that copies the value: for what is typed elsewhere all day, phones and mail addresses.
    void setCopied();
    /// In the value's place, until takeEditor(); the line does not own it.
    void putEditor(QWidget* editor);
    void takeEditor();

Q_SIGNALS:
    void editWanted(ui::ValueLine* line);
    void historyWanted(ui::ValueLine* line);
    void moveWanted(ui::ValueLine* line, int steps);
    void copied(const QString& label);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QPushButton* addButton(const char* iconName, const QString& words);
    void showButtons();
    void copy();

    QString m_label;
    std::vector<core::Field> m_fields;
    QHBoxLayout* m_row;
    QLabel* m_value;
    QPushButton* m_copy = nullptr;
    QPushButton* m_pencil;
    QWidget* m_editor = nullptr;
    bool m_isEditable = false;
};

} // namespace ui
