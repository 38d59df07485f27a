#include "ui/widgets/EntriesEditor.h"

#include "ui/widgets/Theme.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

EntriesEditor::EntriesEditor(Form form, QWidget* parent)
    : QWidget(parent)
    , m_form(std::move(form))
    , m_column(new QVBoxLayout(this))
    , m_add(new QPushButton(theme::icon("add"), m_form.add, this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::space(2));
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addEntry();
        m_rows.back().cells.front()->setFocus();
    });
}

EntriesEditor::~EntriesEditor()
{
    for (const Row& row : m_rows) {
        for (QLineEdit* cell : row.cells) {
            cell->disconnect(this); // one that loses the keyboard while it goes
        }
    }
}

QLineEdit* EntriesEditor::cell(int entry, int index) const
{
    return m_rows[std::size_t(entry)].cells[std::size_t(index)];
}

QString EntriesEditor::text() const
{
    Entries entries;
    for (const Row& row : m_rows) {
        QStringList values;
        for (const QLineEdit* cell : row.cells) {
            values.append(cell->text().trimmed());
        }
        const bool any = std::any_of(
            values.begin(), values.end(), [](const QString& value) { return !value.isEmpty(); });
        if (any) {
            entries.push_back(values);
        }
    }
    return m_form.toText(entries);
}

void EntriesEditor::setText(const QString& stored)
{
    const QSignalBlocker quiet(this);
    const auto [entry, index] = cellWithKeyboard();
    while (!m_rows.empty()) {
        take(m_rows.back().box);
    }
    for (const QStringList& values : m_form.fromText(stored)) {
        append(values);
    }
    if (entry >= 0) { // whoever takes back what he typed goes on where he was
        if (entry < count()) {
            cell(entry, index)->setFocus();
            cell(entry, index)->end(false);
        } else {
            m_add->setFocus();
        }
    }
}

std::pair<int, int> EntriesEditor::cellWithKeyboard() const
{
    for (int entry = 0; entry < count(); ++entry) {
        for (int index = 0; index < int(m_form.labels.size()); ++index) {
            if (cell(entry, index)->hasFocus()) {
                return {entry, index};
            }
        }
    }
    return {-1, -1};
}

void EntriesEditor::filterCells(QObject* filter)
{
    m_filter = filter;
    for (const Row& row : m_rows) {
        for (QLineEdit* cell : row.cells) {
            cell->installEventFilter(filter);
        }
    }
}

void EntriesEditor::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_add->setVisible(!readOnly);
    for (const Row& row : m_rows) {
        row.remove->setVisible(!readOnly);
        for (QLineEdit* cell : row.cells) {
            cell->setReadOnly(readOnly);
        }
    }
}

void EntriesEditor::addEntry()
{
    append({});
    Q_EMIT edited();
}

void EntriesEditor::append(const QStringList& values)
{
    Row row;
    row.box = new QWidget(this);
    auto* grid = new QGridLayout(row.box);
    grid->setContentsMargins(0, 0, 0, theme::space(1));
    grid->setSpacing(theme::space(1));
    QWidget* before = m_add->previousInFocusChain(); // made last, reached before the button
    for (int i = 0; i < int(m_form.labels.size()); ++i) {
        auto* edit = new QLineEdit(values.value(i), row.box);
        edit->setPlaceholderText(m_form.labels.at(i));
        edit->setCursorPosition(0);
        edit->setReadOnly(m_readOnly);
        if (m_filter != nullptr) {
            edit->installEventFilter(m_filter);
        }
        grid->addWidget(edit, i / m_form.perLine, i % m_form.perLine);
        connect(edit, &QLineEdit::textChanged, this, &EntriesEditor::edited);
        if (m_form.tidy) {
            connect(edit, &QLineEdit::editingFinished, this, [this, i, edit] {
                const QString tidy = m_form.tidy(i, edit->text());
                if (edit->isModified() && tidy != edit->text()) {
                    edit->setText(tidy);
                }
            });
        }
        setTabOrder(before, edit);
        before = edit;
        row.cells.push_back(edit);
    }
    row.remove = new QPushButton(theme::icon("cross", theme::Tone::Muted), {}, row.box);
    row.remove->setProperty("role", QStringLiteral("quiet"));
    row.remove->setToolTip(m_form.remove);
    row.remove->setVisible(!m_readOnly);
    grid->addWidget(row.remove, 0, m_form.perLine);
    setTabOrder(row.cells.back(), row.remove);
    setTabOrder(row.remove, m_add);
    connect(row.remove, &QPushButton::clicked, this, [this, box = row.box] {
        take(box);
        m_add->setFocus();
        Q_EMIT edited();
    });
    m_column->insertWidget(int(m_rows.size()), row.box);
    m_rows.push_back(std::move(row));
    nameCells();
}

void EntriesEditor::take(const QWidget* box)
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [box](const Row& row) { return row.box == box; });
    if (found == m_rows.end()) {
        return;
    }
    found->box->hide();
    m_column->removeWidget(found->box);
    found->box->deleteLater(); // its own button may be what is pressed just now
    m_rows.erase(found);
    nameCells();
}

void EntriesEditor::nameCells()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto numbered = [i](const QString& name) {
            return QStringLiteral("%1 %2").arg(name).arg(i + 1);
        };
        for (std::size_t k = 0; k < m_rows[i].cells.size(); ++k) {
            m_rows[i].cells[k]->setAccessibleName(numbered(m_form.labels.at(qsizetype(k))));
        }
        m_rows[i].remove->setAccessibleName(numbered(m_form.remove));
    }
}

} // namespace ui
