#include "ui/log/UnusualView.h"

#include "ui/log/LimitsDialog.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int daysBack = 30;

QString whoWords(const core::UnusualFinding& finding)
{
    return finding.name.isEmpty() ? UnusualView::tr("a name that is not in the office")
                                  : finding.name;
}

/// The same, whatever was counted since.
bool isSameFinding(const core::UnusualFinding& one, const core::UnusualFinding& other)
{
    return one.rule == other.rule && one.day == other.day && one.name == other.name;
}

} // namespace

UnusualView::UnusualView(OfficeJobs& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableWidget(0, 4, this))
    , m_state(new StateView(this))
    , m_about(makeText(this))
    , m_show(new QPushButton(theme::icon("log"), tr("Show what was done"), this))
    , m_limits(new QPushButton(theme::icon("settings"), tr("Limits…"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_table->setHorizontalHeaderLabels({tr("Day"), tr("Person"), tr("What"), tr("Limit")});
    m_table->setAccessibleName(tr("What is unusual"));
    m_table->setObjectName(QStringLiteral("unusual"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    setUpTable(m_table);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    column->addWidget(m_stack, 1);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    foot->setSpacing(theme::space(3));
    setTone(m_about, theme::Tone::Muted);
    foot->addWidget(m_about, 1);
    setKey(m_show, 'W');
    setKey(m_limits, 'I');
    foot->addWidget(m_show);
    foot->addWidget(m_limits);
    column->addLayout(foot);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &UnusualView::showChosen);
    connect(m_limits, &QPushButton::clicked, this, &UnusualView::openLimits);
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const core::UnusualFinding* finding = chosen()) {
            Q_EMIT actionsWanted(finding->name, finding->day);
        }
    });
    m_state->showLoading("clock", tr("Looking through the log…"));
    m_stack->setCurrentWidget(m_state);
    showChosen();
}

void UnusualView::openLimits()
{
    auto* dialog = new LimitsDialog(m_jobs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LimitsDialog::saved, this, &UnusualView::refresh);
    dialog->open();
}

void UnusualView::refresh()
{
    const int round = ++m_round;
    using Findings = std::vector<core::UnusualFinding>;
    m_jobs.run<Findings>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.log().unusual(daysBack); },
        [this, round](core::Result<Findings> findings) {
            if (round != m_round) {
                return;
            }
            if (!findings) {
                m_state->showError(
                    tr("The log could not be read"), findings.error(), [this] { refresh(); });
                m_stack->setCurrentWidget(m_state);
                return;
            }
            fill(*std::move(findings));
        });
}

void UnusualView::fill(std::vector<core::UnusualFinding> findings)
{
    const core::UnusualFinding* chosenNow = chosen();
    const core::UnusualFinding before = chosenNow != nullptr ? *chosenNow : core::UnusualFinding{};
    m_findings = std::move(findings);
    int chosenRow = 0;
    const int place = m_table->verticalScrollBar()->value();
    m_table->setRowCount(int(m_findings.size()));
    int row = 0;
    for (const core::UnusualFinding& finding : m_findings) {
        const QStringList cells{QLocale().toString(finding.day, QLocale::ShortFormat),
                                whoWords(finding),
                                core::unusualSentence(finding),
                                QLocale().toString(qlonglong(finding.limit))};
        for (int column = 0; column < cells.size(); ++column) {
            m_table->setItem(row, column, new QTableWidgetItem(cells.at(column)));
        }
        if (isSameFinding(finding, before)) {
            chosenRow = row;
        }
        ++row;
    }
    if (m_findings.empty()) {
        m_state->show("check",
                      tr("Nothing unusual"),
                      tr("In the last %n days nobody went past the limits.", nullptr, daysBack));
        m_stack->setCurrentWidget(m_state);
    } else {
        m_stack->setCurrentWidget(m_table);
        m_table->selectRow(chosenRow);
        m_table->verticalScrollBar()->setValue(place);
    }
    showChosen();
}

const core::UnusualFinding* UnusualView::chosen() const
{
    const QList<QTableWidgetItem*> items = m_table->selectedItems();
    const int row = items.isEmpty() ? -1 : items.front()->row();
    return row >= 0 && row < int(m_findings.size()) ? &m_findings[std::size_t(row)] : nullptr;
}

void UnusualView::showChosen()
{
    const core::UnusualFinding* finding = chosen();
    m_show->setEnabled(finding != nullptr && !finding->name.isEmpty());
    if (finding == nullptr) {
        m_about->setText(tr("What is listed here is no accusation. It says where to ask."));
        return;
    }
    constexpr std::size_t mostShown = 8;
    QStringList entries;
    for (std::size_t i = 0; i < finding->entries.size() && i < mostShown; ++i) {
        entries.append(QString::number(finding->entries[i]));
    }
    if (finding->entries.size() > mostShown) {
        entries.append(QStringLiteral("…"));
    }
    m_about->setText(tr("Entries of the log: %1. This is no accusation; it says where to ask.")
                         .arg(entries.join(QStringLiteral(", "))));
}

} // namespace ui
