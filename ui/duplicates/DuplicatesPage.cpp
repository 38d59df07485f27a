#include "ui/duplicates/DuplicatesPage.h"

#include "core/records/ClientStandardizer.h"
#include "ui/duplicates/MergeUndoer.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

using core::Field;

constexpr int mostGroups = 500;

QString tierWords(core::MatchTier tier)
{
    switch (tier) {
    case core::MatchTier::Certain:
        return DuplicatesPage::tr("certain");
    case core::MatchTier::Likely:
        return DuplicatesPage::tr("likely");
    case core::MatchTier::Possible:
        break;
    }
    return DuplicatesPage::tr("possible");
}

QString nameOf(const core::Client& client)
{
    return client.values.has(Field::Name)
        ? client.value(Field::Name)
        : DuplicatesPage::tr("A client of %1").arg(client.value(Field::Owner));
}

} // namespace

DuplicatesPage::DuplicatesPage(OfficeJobs& jobs, QWidget* parent)
    : Page(parent)
    , m_jobs(jobs)
    , m_undoer(new MergeUndoer(jobs, this))
{
    connect(m_undoer, &MergeUndoer::said, this, &DuplicatesPage::said);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTop());
    m_stack = new QStackedWidget(this);
    auto* splitter = new QSplitter(m_stack);
    splitter->setHandleWidth(1);
    m_list = new QListWidget(splitter);
    m_list->setAccessibleName(tr("Groups"));
    m_list->installEventFilter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(makeGroup());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 2);
    m_state = new StateView(m_stack);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_state);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, &DuplicatesPage::showGroup);
}

QWidget* DuplicatesPage::makeTop()
{
    auto* top = new QWidget(this);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(theme::space(2), theme::space(2), theme::space(4), theme::space(2));
    m_scan = new QPushButton(theme::icon("search"), tr("Look through the whole office"), top);
    m_bar = new QProgressBar(top);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->hide();
    m_stop = new QPushButton(tr("Stop"), top);
    m_stop->hide();
    setKey(m_scan, 'L');
    setKey(m_stop, 'S');
    row->addWidget(m_scan);
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
    row->addStretch(1);
    auto* keys = new QLabel(tr("J, K: next, previous"), top);
    keys->setFont(theme::font(theme::Caption));
    setTone(keys, theme::Tone::Muted);
    row->addWidget(keys);
    connect(m_scan, &QPushButton::clicked, this, &DuplicatesPage::scan);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job) {
            m_job->stop();
        }
    });
    return top;
}

QWidget* DuplicatesPage::makeGroup()
{
    auto* group = new QWidget(this);
    auto* column = new QVBoxLayout(group);
    column->setContentsMargins(theme::space(5), theme::space(3), theme::space(5), theme::space(4));
    column->setSpacing(theme::space(2));
    m_title = new QLabel(group);
    m_title->setFont(theme::font(theme::Title));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_reasons = new QLabel(group);
    m_reasons->setTextFormat(Qt::PlainText);
    m_reasons->setWordWrap(true);
    setTone(m_reasons, theme::Tone::Muted);
    m_table = new QTableWidget(group);
    m_table->setAccessibleName(tr("Records of the group"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    setUpTable(m_table);
    fitToRows(m_table);
    m_table->setShowGrid(true);
    m_table->setFocusPolicy(Qt::NoFocus); // to be read; the keys belong to the list
    auto* row = new QHBoxLayout;
    m_different = new QPushButton(theme::icon("cross"), tr("Not a duplicate (N)"), group);
    m_merge = makePrimary("merge", tr("Merge… (M)"), group);
    row->addStretch(1);
    row->addWidget(m_different);
    row->addWidget(m_merge);
    column->addWidget(m_title);
    column->addWidget(m_reasons);
    column->addWidget(m_table);
    column->addStretch(1);
    column->addLayout(row);
    setKey(m_different, 'N');
    setKey(m_merge, 'M');
    connect(m_different, &QPushButton::clicked, this, &DuplicatesPage::notDuplicate);
    connect(m_merge, &QPushButton::clicked, this, &DuplicatesPage::merge);
    return group;
}

void DuplicatesPage::refresh()
{
    const int round = ++m_round;
    using Groups = std::vector<core::DuplicateGroup>;
    m_jobs.run<Groups>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) {
            return office.duplicates().groups({.limit = mostGroups});
        },
        [this, round](core::Result<Groups> groups) {
            if (round != m_round) {
                return;
            }
            if (!groups) {
                m_state->show(
                    "warning", tr("The groups could not be read"), groups.error().message);
                m_stack->setCurrentWidget(m_state);
                return;
            }
            fill(*std::move(groups));
        });
    m_jobs.run<core::GroupCounts>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.duplicates().groupCounts(); },
        [this](const core::Result<core::GroupCounts>& counts) {
            if (counts) {
                Q_EMIT countChanged(counts->all());
            }
        });
}

void DuplicatesPage::scan()
{
    m_scan->setEnabled(false);
    m_bar->setRange(0, 0);
    m_bar->show();
    m_stop->show();
    m_job = m_jobs.run<core::ScanReport>(
        Lane::Long,
        this,
        [](core::Office& office, core::Progress& progress) {
            return office.duplicates().scan({}, progress);
        },
        [this](core::Result<core::ScanReport> report) {
            m_scan->setEnabled(true);
            m_bar->hide();
            m_stop->hide();
            if (!report) {
                showError(this, report.error());
                return;
            }
            Q_EMIT said(tr("%n group(s) found.", nullptr, int(report->clusters)));
            refresh();
        });
    connect(m_job, &Job::progressed, this, [this](const QString&, qint64 done, qint64 total) {
        m_bar->setRange(0, int(total));
        m_bar->setValue(int(done));
    });
}

void DuplicatesPage::fill(std::vector<core::DuplicateGroup> groups)
{
    const int row = std::max(m_list->currentRow(), 0);
    m_groups = std::move(groups);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    if (m_groups.empty()) {
        m_state->show("duplicates",
                      tr("No duplicates known"),
                      tr("Look through the whole office: records that may be the same client then "
                         "stand here, with the reasons."));
        m_stack->setCurrentWidget(m_state);
        return;
    }
    m_stack->setCurrentIndex(0);
    for (const core::DuplicateGroup& group : m_groups) {
        auto* item = new QListWidgetItem(
            tr("%1\n%2 · %n record(s)", nullptr, int(group.clients.size()))
                .arg(nameOf(group.clients.front()), tierWords(core::tierOf(group.score))),
            m_list);
        // Chinese glyphs of a fallback font are taller than the list's own font says.
        item->setSizeHint(QSize(0, m_list->fontMetrics().lineSpacing() * 2 + theme::space(5)));
        item->setIcon(theme::icon("duplicates",
                                  core::tierOf(group.score) == core::MatchTier::Certain
                                      ? theme::Tone::Good
                                      : theme::Tone::Muted));
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    showGroup(m_list->currentRow());
}

void DuplicatesPage::showGroup(int row)
{
    if (row < 0 || row >= int(m_groups.size())) {
        return;
    }
    const core::DuplicateGroup& group = m_groups[std::size_t(row)];
    m_title->setText(nameOf(group.clients.front()));
    m_reasons->setText(group.pairs.empty()
                           ? QString()
                           : tr("%1: %2").arg(tierWords(core::tierOf(group.score)),
                                              group.pairs.front().reasons.join(tr("; "))));
    const bool mayMerge
        = std::all_of(group.clients.begin(), group.clients.end(), [](const core::Client& client) {
              return client.values.has(Field::Name);
          });
    m_merge->setEnabled(mayMerge);
    constexpr std::array fields{Field::Name,
                                Field::Contact,
                                Field::Phone,
                                Field::Email,
                                Field::City,
                                Field::Street,
                                Field::CreditCode,
                                Field::Owner,
                                Field::UpdatedAt};
    m_table->setColumnCount(int(group.clients.size()));
    m_table->setRowCount(int(fields.size()));
    QStringList headers;
    QStringList labels;
    for (const core::Client& client : group.clients) {
        headers.append(client.id().value);
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        // What only one of them has contradicts nothing; the merge dialog counts in the same way.
        QSet<QString> values;
        for (const core::Client& client : group.clients) {
            if (client.values.has(fields[i])) {
                values.insert(client.value(fields[i]));
            }
        }
        const bool differs = fields[i] != Field::UpdatedAt && values.size() > 1;
        labels.append((differs ? QStringLiteral("≠ ") : QString()) + core::fieldLabel(fields[i]));
        for (std::size_t k = 0; k < group.clients.size(); ++k) {
            const core::Client& client = group.clients[k];
            const QString value = fields[i] == Field::UpdatedAt && client.updatedAt.isValid()
                ? QLocale().toString(client.updatedAt.toTimeZone(m_jobs.access().timeZone),
                                     QLocale::ShortFormat)
                : core::shownValue(fields[i], client.value(fields[i]));
            auto* item = new QTableWidgetItem(value);
            item->setToolTip(value);
            if (differs) {
                setShade(item, theme::Tone::Different);
            }
            m_table->setItem(int(i), int(k), item);
        }
    }
    m_table->setHorizontalHeaderLabels(headers);
    m_table->setVerticalHeaderLabels(labels);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->updateGeometry();
}

bool DuplicatesPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_M) {
            merge();
            return true;
        }
        if (key == Qt::Key_N) {
            notDuplicate();
            return true;
        }
        if (key == Qt::Key_J || key == Qt::Key_K) {
            m_list->setCurrentRow(std::clamp(
                m_list->currentRow() + (key == Qt::Key_J ? 1 : -1), 0, m_list->count() - 1));
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace ui
