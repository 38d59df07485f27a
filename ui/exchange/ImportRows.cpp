#include "ui/exchange/ImportRows.h"

#include "core/records/ClientStandardizer.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QAbstractItemDelegate>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int asAllId = 100; // behind the modes; a group gives its own numbers below 0

} // namespace

ImportRows::ImportRows(QWidget* parent)
    : QWidget(parent)
    , m_model(new ImportRowModel(this))
    , m_table(new QTableView(this))
    , m_chips(new QWidget(this))
    , m_filterButtons(new QButtonGroup(this))
    , m_empty(makeText(this))
    , m_about(makeText(this))
{
    m_foot = makeFoot();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(2));
    auto* chips = new FlowLayout(m_chips);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(theme::space(2));
    column->addWidget(m_chips);
    m_table->setObjectName(QStringLiteral("import_rows"));
    m_table->setAccessibleName(tr("Rows of the file"));
    m_table->setModel(m_model);
    setUpTable(m_table);
    m_table->setShowGrid(true);
    m_table->verticalHeader()->hide();
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->installEventFilter(this);
    column->addWidget(m_table, 1);
    setTone(m_empty, theme::Tone::Muted);
    m_empty->setAlignment(Qt::AlignCenter);
    column->addWidget(m_empty, 1);
    column->addWidget(m_about);
    column->addWidget(m_foot);
    connect(
        m_table->itemDelegate(),
        &QAbstractItemDelegate::closeEditor,
        this,
        [this] {
            if (m_waiting) {
                show(*std::exchange(m_waiting, std::nullopt));
            }
        },
        Qt::QueuedConnection);
    connect(m_model, &ImportRowModel::settled, this, [this] {
        m_waiting.reset(); // another one is on its way
        showRow();
        Q_EMIT settled();
    });
    connect(m_table->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &ImportRows::showRow);
    m_filterButtons->setExclusive(true);
    connect(m_filterButtons, &QButtonGroup::buttonClicked, this, [this](QAbstractButton* button) {
        filterBy(button->property("filter").toString());
    });
}

QWidget* ImportRows::makeFoot()
{
    using Mode = core::DuplicateMode;
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(2));
    m_modes = new QButtonGroup(foot);
    m_modes->setExclusive(true);
    const auto add = [&](int id, const QString& words, const QString& tip) {
        QPushButton* chip = makeChip(foot, words);
        chip->setToolTip(tip);
        m_modes->addButton(chip, id);
        row->addWidget(chip);
        return chip;
    };
    m_asAll = add(asAllId, tr("As for all (A)"), tr("What is chosen above for all of them"));
    add(int(Mode::Create), tr("Store (S)"), tr("As a client of its own, beside the one we have"));
    add(int(Mode::Update), tr("Into ours (U)"), tr("Its values go into the client we have"));
    add(int(Mode::Request), tr("Ask for it (R)"), tr("Its values become a request"));
    add(int(Mode::Skip), tr("Leave out (L)"), tr("The row does not come in"));
    m_unfix = new QPushButton(theme::icon("undo"), tr("As in the file"), foot);
    m_unfix->setToolTip(tr("Takes back what was corrected in this row"));
    m_unfix->hide();
    row->addWidget(m_unfix);
    row->addStretch(1);
    m_next = new QPushButton(theme::icon("next"), tr("Next to look at (F8)"), foot);
    row->addWidget(m_next);
    connect(m_modes, &QButtonGroup::idClicked, this, [this](int id) {
        choose(id == asAllId ? std::nullopt : std::optional(core::DuplicateMode(id)));
    });
    connect(m_unfix, &QPushButton::clicked, this, &ImportRows::unfix);
    connect(m_next, &QPushButton::clicked, this, &ImportRows::goToNextFlaw);
    return foot;
}

void ImportRows::setMayAsk(bool mayAsk)
{
    m_mayAsk = mayAsk;
    showRow();
}

void ImportRows::setMode(core::DuplicateMode mode)
{
    m_mode = mode;
}

void ImportRows::forget()
{
    m_model->forget();
    m_filter.clear();
    m_waiting.reset();
}

void ImportRows::show(const core::ImportResult& trial)
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && m_table->isPersistentEditorOpen(current)) {
        m_waiting = trial; // rows that come anew would take the cell away in which somebody types
        return;
    }
    const std::int64_t line = current.isValid() && current.row() < m_model->rowCount()
        ? m_model->noteAt(current.row()).line
        : 0;
    const int column = current.isValid() ? current.column() : ImportRowModel::FirstCell;
    const int scrolled = m_table->verticalScrollBar()->value();
    const int scrolledAcross = m_table->horizontalScrollBar()->value();
    const bool isFirst = m_model->notes().empty();
    m_model->setNotes(trial.notes, trial.mapping);
    offerFilters();
    if (isFirst) {
        placeColumns();
    }
    const int row = std::max(m_model->rowOfLine(line), 0);
    if (m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(row, column));
        m_table->verticalScrollBar()->setValue(scrolled);
        m_table->horizontalScrollBar()->setValue(scrolledAcross);
    }
    showRow();
}

void ImportRows::placeColumns()
{
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(ImportRowModel::FateColumn, theme::space(46));
    m_table->setColumnWidth(ImportRowModel::FlawColumn, theme::space(60));
    for (int column = ImportRowModel::FirstCell; column < m_model->columnCount(); ++column) {
        m_table->setColumnWidth(
            column, std::clamp(m_table->columnWidth(column), theme::space(20), theme::space(50)));
    }
}

/// By ranges: all rows of a long file may be chosen.
std::set<int> ImportRows::rowsAtHand() const
{
    std::set<int> rows;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.insert(row);
        }
    }
    if (rows.empty() && m_table->currentIndex().isValid()) {
        rows.insert(m_table->currentIndex().row());
    }
    return rows;
}

void ImportRows::unfix()
{
    std::vector<std::int64_t> lines;
    for (const int row : rowsAtHand()) {
        lines.push_back(m_model->noteAt(row).line);
    }
    m_model->unfix(lines);
}

void ImportRows::choose(std::optional<core::DuplicateMode> mode)
{
    using Mode = core::DuplicateMode;
    if (mode == Mode::Request && !m_mayAsk) {
        return;
    }
    const bool needsClient = mode == Mode::Update || mode == Mode::Request;
    std::vector<std::int64_t> lines;
    for (const int row : rowsAtHand()) {
        const core::RowNote& note = m_model->noteAt(row);
        if (!needsClient || note.isKnown()) { // else there is none to put it into
            lines.push_back(note.line);
        }
    }
    if (!lines.empty()) {
        m_model->choose(lines, mode);
    }
}

void ImportRows::goToNextFlaw()
{
    const QModelIndex next = m_model->nextFlaw(m_table->currentIndex());
    if (next.isValid()) {
        m_table->setCurrentIndex(next);
        m_table->setFocus();
    }
}

QString ImportRows::wordsOf(const core::RowNote& note) const
{
    QStringList lines;
    const QString all = flawWords(note);
    if (!all.isEmpty()) {
        lines.append(all);
    }
    if (note.above > 0) {
        lines.append(tr("Repeats line %1 of the file.").arg(note.above));
    }
    if (note.known.isValid()) {
        lines.append(
            note.knownName.isEmpty()
                ? tr("Is the client %1 of %2 already.").arg(note.knownId.value, note.knownOwner)
                : tr("Is the client %1 (%2, %3) already.")
                      .arg(note.knownName, note.knownId.value, note.knownOwner));
    }
    if (!note.changes.empty()) {
        constexpr std::size_t most = 4;
        QStringList changes;
        for (std::size_t i = 0; i < std::min(note.changes.size(), most); ++i) {
            const core::RowChange& change = note.changes[i];
            const QString before = core::shownValue(change.field, change.before).simplified();
            changes.append(tr("%1: %2 → %3")
                               .arg(core::fieldLabel(change.field),
                                    before.isEmpty() ? tr("(empty)") : before,
                                    core::shownValue(change.field, change.after).simplified()));
        }
        if (note.changes.size() > most) {
            changes.append(tr("%n more", nullptr, int(note.changes.size() - most)));
        }
        lines.append(tr("Differs: %1").arg(changes.join(QStringLiteral("   "))));
    }
    return lines.join(u'\n');
}

/// What is to be said of the row at hand, and what can be done with it.
void ImportRows::showRow()
{
    const QModelIndex current = m_table->currentIndex();
    const bool isAny
        = m_model->rowCount() > 0 && current.isValid() && current.row() < m_model->rowCount();
    m_foot->setVisible(isAny);
    m_about->setVisible(isAny);
    if (!isAny) {
        return;
    }
    const core::RowNote& note = m_model->noteAt(current.row());
    const QString words = wordsOf(note);
    m_about->setText(tr("Line %1: %2")
                         .arg(QLocale().toString(qlonglong(note.line)),
                              words.isEmpty() ? fateWords(note) : words));
    const auto choice = m_model->choices().find(note.line);
    const int chosen = choice == m_model->choices().end() ? asAllId : int(choice->second);
    for (QAbstractButton* button : m_modes->buttons()) {
        const int id = m_modes->id(button);
        const bool isForKnown
            = id == int(core::DuplicateMode::Update) || id == int(core::DuplicateMode::Request);
        button->setChecked(id == chosen);
        button->setVisible(
            id == chosen || !isForKnown
            || (note.isKnown() && (id != int(core::DuplicateMode::Request) || m_mayAsk)));
    }
    m_unfix->setVisible(m_model->isFixed(note.line));
}

bool ImportRows::keyPressed(int key)
{
    using Mode = core::DuplicateMode;
    switch (key) {
    case Qt::Key_F8:
        goToNextFlaw();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // Edits, and does not press the wizard's button.
        if ((m_table->currentIndex().flags() & Qt::ItemIsEditable)
            && !m_table->isPersistentEditorOpen(m_table->currentIndex())) { // the key that ends it
            m_table->edit(m_table->currentIndex());
        }
        return true;
    case Qt::Key_A:
        choose(std::nullopt);
        return true;
    case Qt::Key_S:
        choose(Mode::Create);
        return true;
    case Qt::Key_U:
        choose(Mode::Update);
        return true;
    case Qt::Key_R:
        choose(Mode::Request);
        return true;
    case Qt::Key_L:
        choose(Mode::Skip);
        return true;
    default:
        return false;
    }
}

bool ImportRows::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain
            = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        return isPlain && keyPressed(key->key());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
