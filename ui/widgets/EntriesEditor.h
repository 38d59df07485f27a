/// EntriesEditor: a field that holds any number of small entries of the same kind (further contacts, own fields): each a
/// few lines of text beside one another, with a button that takes it out, and one below that adds another. How the
/// entries become the one stored text is told by its Form. Thread of the window.
///
///     auto* editor = new EntriesEditor({{tr("Name"), tr("Value")}, 2, tr("Add a field"), tr("Remove"), toText, fromText});
///     editor->setText(client.value(Field::Custom));
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {

class EntriesEditor : public QWidget
{
    Q_OBJECT

public:
    using Entries = std::vector<QStringList>;

    struct Form
    {
        QStringList
            labels; ///< one per cell; shown as long as the cell is empty, and its accessible name
        int perLine = 2;
        QString add;
        QString remove;
        std::function<QString(const Entries&)> toText;
        std::function<Entries(const QString&)> fromText;
        /// What a cell becomes when it is left, as people write it; none: what was typed.
        std::function<QString(int cell, const QString& typed)> tidy{};
    };

    explicit EntriesEditor(Form form, QWidget* parent = nullptr);
    ~EntriesEditor() override;

    [[nodiscard]] QString text() const;
    void setText(const QString& stored);
    void setReadOnly(bool readOnly);
    /// Sees the events of every cell, also of those that are made later.
    void filterCells(QObject* filter);
    /// Adds an empty entry, as the button does.
    void addEntry();
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    /// The editor of one cell.
    [[nodiscard]] QLineEdit* cell(int entry, int index) const;

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        QWidget* box = nullptr;
        std::vector<QLineEdit*> cells;
        QPushButton* remove = nullptr;
    };

    void append(const QStringList& values);
    /// Which entry and which of its cells; -1: none of them.
    [[nodiscard]] std::pair<int, int> cellWithKeyboard() const;
    void take(const QWidget* box);
    void nameCells();

    Form m_form;
    QVBoxLayout* m_column;
    QPushButton* m_add;
    std::vector<Row> m_rows;
    QObject* m_filter = nullptr;
    bool m_readOnly = false;
};

} // namespace ui
