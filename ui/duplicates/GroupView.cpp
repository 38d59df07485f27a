#include "ui/duplicates/GroupView.h"

#include "core/duplicates/MergePlan.h"
#include "core/records/ClientStandardizer.h"
#include "ui/duplicates/GroupListModel.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSet>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace ui {

namespace {

using core::Field;

constexpr int narrowestRecord = 176; // pixels at 100 %: a column that can be read
constexpr qsizetype mostPairs = 3; // whose reasons are shown at once

constexpr std::array shownFields{Field::Name,
                                 Field::Contact,
                                 Field::Phone,
                                 Field::OtherPhones,
                                 Field::Email,
                                 Field::City,
                                 Field::Street,
                                 Field::CreditCode,
                                 Field::Owner,
                                 Field::UpdatedAt};

/// A button's tool tip: its key in the list, and the one that works everywhere.
void nameKey(QPushButton* button, const QString& key)
{
    const QString everywhere = button->shortcut().toString(QKeySequence::NativeText);
    button->setToolTip(everywhere.isEmpty() ? key : key + QStringLiteral(", ") + everywhere);
}

/// What only one of them has contradicts nothing; the merge dialog counts in the same way.
bool differsIn(const core::DuplicateGroup& group, Field field)
{
    QSet<QString> values;
    for (const core::Client& client : group.clients) {
        if (client.values.has(field)) {
            values.insert(client.value(field));
        }
    }
    return field != Field::UpdatedAt && values.size() > 1;
}

} // namespace

GroupView::GroupView(const QTimeZone& zone, QWidget* parent)
    : QWidget(parent)
    , m_zone(zone)
    , m_title(makeText(this))
    , m_reasons(makeText(this))
    , m_table(new QTableWidget(this))
    , m_hint(makeText(this))
    , m_later(new QPushButton(theme::icon("clock"), tr("Later"), this))
    , m_different(new QPushButton(theme::icon("cross"), tr("Not a duplicate"), this))
    , m_merge(makePrimary("merge", tr("Merge…"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(5), theme::space(3), theme::space(5), theme::space(4));
    column->setSpacing(theme::space(2));
    m_title->setFont(theme::font(theme::Title));
    setTone(m_reasons, theme::Tone::Muted);
    setUpRecords();
    m_hint->setFont(theme::font(theme::Caption));
    setTone(m_hint, theme::Tone::Muted);
    auto* row = new QHBoxLayout;
    row->addWidget(m_merge);
    row->addWidget(m_different);
    row->addWidget(m_later);
    row->addStretch(1);
    column->addLayout(
        row); // in one place for every group, and not below the line that says what was done
    column->addSpacing(theme::space(2));
    column->addWidget(m_title);
    column->addWidget(m_reasons);
    column->addWidget(m_table);
    column->addWidget(m_hint);
    column->addStretch(1);
    setKey(m_merge, 'M');
    nameKey(m_merge, QStringLiteral("M"));
    connect(m_later, &QPushButton::clicked, this, &GroupView::laterWanted);
    connect(m_different, &QPushButton::clicked, this, &GroupView::differentWanted);
    connect(m_merge, &QPushButton::clicked, this, &GroupView::mergeWanted);
}

void GroupView::setUpRecords()
{
    m_table->setObjectName(QStringLiteral("records"));
    m_table->setAccessibleName(tr("Records of the group"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectColumns);
    setUpTable(m_table);
    fitToRows(m_table);
    m_table->setShowGrid(true);
    m_table->setFocusPolicy(Qt::NoFocus); // the keys belong to the list
    m_table->setProperty("reachedBy", QStringLiteral("the list's keys"));
    // As wide as there is room for, and from there on sideways.
    m_table->horizontalHeader()->setMinimumSectionSize(narrowestRecord);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    connect(m_table, &QTableWidget::cellClicked, this, [this](int, int column) {
        chooseRecord(column == m_chosen ? -1 : column);
    });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        chooseRecord(column == m_chosen ? -1 : column);
    });
}

void GroupView::show(const core::DuplicateGroup& group, bool isPutOff)
{
    const bool isSame
        = m_group.cluster == group.cluster && m_group.clients.size() == group.clients.size();
    m_group = group;
    m_isPutOff = isPutOff;
    m_title->setText(nameInGroup(group.clients.front()));
    fillTable();
    chooseRecord(isSame ? m_chosen : -1);
}

std::optional<int> GroupView::chosenRecord() const
{
    return m_chosen < 0 ? std::nullopt : std::optional(m_chosen);
}

void GroupView::stepRecord(int step)
{
    const int records = int(m_group.clients.size());
    const int next = m_chosen < 0 && step < 0 ? records - 1 : m_chosen + step;
    chooseRecord(step == 0 || next >= records ? -1 : next);
}

void GroupView::fillTable()
{
    const std::vector<core::Client>& clients = m_group.clients;
    std::vector<Field> fields;
    for (const Field field : shownFields) {
        if (field == Field::UpdatedAt
            || std::any_of(clients.begin(), clients.end(), [field](const core::Client& client) {
                   return client.values.has(field);
               })) {
            fields.push_back(field);
        }
    }
    m_table->setColumnCount(int(clients.size()));
    m_table->setRowCount(int(fields.size()));
    QStringList labels;
    for (int row = 0; row < int(fields.size()); ++row) {
        const Field field = fields[std::size_t(row)];
        const bool differs = differsIn(m_group, field);
        labels.append((differs ? QStringLiteral("≠ ") : QString()) + core::fieldLabel(field));
        for (int record = 0; record < int(clients.size()); ++record) {
            const core::Client& client = clients[std::size_t(record)];
            const QString value = field == Field::UpdatedAt && client.updatedAt.isValid()
                ? QLocale().toString(client.updatedAt.toTimeZone(m_zone), QLocale::ShortFormat)
                : core::shownValue(field, client.value(field));
            auto* item = new QTableWidgetItem(value);
            item->setToolTip(value);
            if (differs) {
                setShade(item, theme::Tone::Different);
            }
            m_table->setItem(row, record, item);
        }
    }
    m_table->setVerticalHeaderLabels(labels);
    fitRecords();
}

/// Room for a scroll bar below the records only where they need one.
void GroupView::fitRecords()
{
    const int needed
        = m_table->verticalHeader()->sizeHint().width() + narrowestRecord * m_table->columnCount();
    m_table->setHorizontalScrollBarPolicy(needed > m_table->width() ? Qt::ScrollBarAsNeeded
                                                                    : Qt::ScrollBarAlwaysOff);
    m_table->updateGeometry();
}

void GroupView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitRecords();
}

void GroupView::chooseRecord(int column)
{
    m_chosen = column < int(m_group.clients.size()) ? column : -1;
    QStringList headers;
    for (int i = 0; i < int(m_group.clients.size()); ++i) {
        // Not by its color alone.
        headers.append((i == m_chosen ? QStringLiteral("▸ ") : QString())
                       + m_group.clients[std::size_t(i)].id().value);
    }
    m_table->setHorizontalHeaderLabels(headers);
    if (m_chosen < 0) {
        m_table->clearSelection();
    } else {
        m_table->selectColumn(m_chosen);
        m_table->scrollTo(m_table->model()->index(0, m_chosen));
    }
    showReasons();
    showButtons();
}

QString GroupView::idOf(core::ClientPk pk) const
{
    for (const core::Client& client : m_group.clients) {
        if (client.pk == pk) {
            return client.id().value;
        }
    }
    return {};
}

QString GroupView::pairWords(const core::DuplicatePair& pair) const
{
    return tr("%1: %2").arg(tierWord(core::tierOf(pair.score)), pair.reasons.join(tr("; ")));
}

void GroupView::showReasons()
{
    if (m_group.clients.size() == 2) {
        m_reasons->setText(m_group.pairs.empty() ? QString() : pairWords(m_group.pairs.front()));
        return;
    }
    const core::ClientPk chosen
        = m_chosen < 0 ? core::ClientPk{} : m_group.clients[std::size_t(m_chosen)].pk;
    QStringList lines;
    int more = 0;
    for (const core::DuplicatePair& pair : m_group.pairs) {
        if (chosen.isValid() && pair.a != chosen && pair.b != chosen) {
            continue;
        }
        if (lines.size() == mostPairs) {
            ++more;
            continue;
        }
        const bool isTurned = pair.b == chosen;
        lines.append(tr("%1 and %2 · %3")
                         .arg(idOf(isTurned ? pair.b : pair.a),
                              idOf(isTurned ? pair.a : pair.b),
                              pairWords(pair)));
    }
    if (more > 0) {
        lines.append(
            chosen.isValid()
                ? tr("and %n pair(s) more", nullptr, more)
                : tr("and %n pair(s) more: choose a record to see its own", nullptr, more));
    }
    m_reasons->setText(lines.join(u'\n'));
}

void GroupView::showButtons()
{
    const bool isOne = m_chosen >= 0 && m_group.clients.size() > 2;
    m_different->setText(
        isOne ? tr("%1 is another client").arg(m_group.clients[std::size_t(m_chosen)].id().value)
              : tr("Not a duplicate"));
    m_later->setText(m_isPutOff ? tr("Bring back") : tr("Later"));
    m_later->setIcon(theme::icon(m_isPutOff ? "undo" : "clock"));
    setKey(m_different, 'N'); // a new text takes the key away
    setKey(m_later, 'L');
    nameKey(m_different, QStringLiteral("N"));
    nameKey(m_later, QStringLiteral("L"));
    m_merge->setEnabled(m_group.mayMerge);
    m_different->setEnabled(m_group.mayDecide);
    QString hint;
    if (!m_group.mayDecide) {
        hint = tr("You may neither merge these records nor say that they are different clients.");
    } else if (m_group.clients.size() > core::MergePlan::mostMembers) {
        hint = tr("At most %n records are merged at once: tell some of them apart, or choose some "
                  "in the list of clients.",
                  nullptr,
                  int(core::MergePlan::mostMembers));
    } else if (!m_group.mayMerge) {
        hint = tr("One of the records is a colleague's, and only whoever sees all of them can "
                  "merge them.");
    } else if (m_group.clients.size() > 2 && m_chosen < 0) {
        hint = tr("One of them is another client? Choose its column (← →), then N.");
    }
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

} // namespace ui
