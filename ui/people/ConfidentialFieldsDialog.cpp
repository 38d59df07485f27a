#include "ui/people/ConfidentialFieldsDialog.h"

#include "ui/jobs/JobProgress.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int confidentialWidth = 600;
constexpr int confidentialHeight = 640; // at most; many fields scroll

enum FieldColumn
{
    FieldNameColumn,
    KindColumn,
    RecordsColumn,
    FieldColumns
};

QString fieldWords(const core::SealableField& field)
{
    const auto known = field.isOwn ? std::nullopt : core::fieldByName(field.name);
    return known ? core::fieldLabel(*known) : field.name;
}

QString kindWords(const core::SealableField& field)
{
    if (!field.isOwn) {
        return ConfidentialFieldsDialog::tr("confidential, always");
    }
    return field.isConfidential ? ConfidentialFieldsDialog::tr("confidential")
                                : ConfidentialFieldsDialog::tr("ordinary");
}

} // namespace

ConfidentialFieldsDialog::ConfidentialFieldsDialog(OfficeJobs& jobs, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_table(new QTableWidget(0, FieldColumns, this))
    , m_none(makeText(this, tr("No client has a field of the office's own yet.")))
    , m_phase(makeText(this))
    , m_bar(makeProgressBar(this))
    , m_done(makeText(this))
    , m_problem(makeProblem(this))
    , m_close(new QPushButton(this))
    , m_make(new QPushButton(theme::icon("lock"), tr("Make confidential…"), this))
{
    setWindowTitle(tr("Confidential fields"));
    resize(confidentialWidth, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(tr("Confidential fields"), this);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    QLabel* words = makeText(
        this,
        tr("What stands in a confidential field is masked everywhere; only data administrators "
           "have the key that opens it, and the log says who looked. What the history says of a "
           "field from before it was made confidential stays readable."));
    setTone(words, theme::Tone::Muted);
    column->addWidget(words);
    makeTable();
    column->addWidget(m_table);
    setTone(m_none, theme::Tone::Muted);
    m_phase->setFont(theme::font(theme::Caption));
    setTone(m_done, theme::Tone::Good);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_none, m_phase, m_bar, m_done, m_problem}) {
        widget->hide();
        column->addWidget(widget);
    }
    column->addStretch(1);
    column->addLayout(makeFoot());
    showRunning(false);
    read();
}

void ConfidentialFieldsDialog::makeTable()
{
    m_table->setObjectName(QStringLiteral("confidential_fields"));
    m_table->setAccessibleName(tr("Confidential fields"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    setUpTable(m_table);
    fitToRows(m_table);
    m_table->verticalHeader()->hide();
    m_table->setHorizontalHeaderLabels({tr("Field"), tr("How it is kept"), tr("Clients")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(FieldNameColumn, QHeaderView::Stretch);
    m_table->horizontalHeaderItem(RecordsColumn)
        ->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &ConfidentialFieldsDialog::offer);
}

QHBoxLayout* ConfidentialFieldsDialog::makeFoot()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, theme::space(2), 0, 0);
    setKey(m_make, 'M');
    m_make->setAutoDefault(false);
    row->addWidget(m_make);
    row->addStretch(1);
    row->addWidget(m_close);
    connect(m_close, &QPushButton::clicked, this, &ConfidentialFieldsDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &ConfidentialFieldsDialog::askFirst);
    return row;
}

void ConfidentialFieldsDialog::read()
{
    using Fields = std::vector<core::SealableField>;
    m_jobs.run<Fields>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.sealed().sealableFields(); },
        [this](core::Result<Fields> fields) {
            if (!fields) {
                sayProblem(m_problem, fields.error().message);
                return;
            }
            m_fields = *std::move(fields);
            fill();
        });
}

void ConfidentialFieldsDialog::fill()
{
    const core::SealableField* before = chosen();
    const QString kept = before != nullptr ? before->name : QString();
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(int(m_fields.size()));
    int row = 0;
    for (const core::SealableField& field : m_fields) {
        auto* name = new QTableWidgetItem(fieldWords(field));
        auto* kind = new QTableWidgetItem(kindWords(field));
        if (field.isConfidential) {
            kind->setIcon(theme::icon("lock", theme::Tone::Muted));
        } else {
            setTone(kind, theme::Tone::Muted);
        }
        auto* records = new QTableWidgetItem(QLocale().toString(qlonglong(field.records)));
        records->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(row, FieldNameColumn, name);
        m_table->setItem(row, KindColumn, kind);
        m_table->setItem(row, RecordsColumn, records);
        ++row;
    }
    m_none->setVisible(std::none_of(
        m_fields.begin(), m_fields.end(), [](const auto& field) { return field.isOwn; }));
    offer();
    fit();
}

/// As high as what is shown, as long as it was not made higher.
void ConfidentialFieldsDialog::fit()
{
    m_table->updateGeometry();
    const int wanted = std::min(layout()->totalHeightForWidth(width()), confidentialHeight);
    resize(width(), std::max(wanted, height()));
}

const core::SealableField* ConfidentialFieldsDialog::chosen() const
{
    const int row = m_table->currentRow();
    const bool isChosen = row >= 0 && row < int(m_fields.size())
        && m_table->selectionModel()->isRowSelected(row, {});
    return isChosen ? &m_fields[std::size_t(row)] : nullptr;
}

void ConfidentialFieldsDialog::offer()
{
    const core::SealableField* field = chosen();
    m_make->setEnabled(!m_job && field != nullptr && !field->isConfidential);
}

void ConfidentialFieldsDialog::askFirst()
{
    const core::SealableField* field = chosen();
    if (field == nullptr || field->isConfidential) {
        return;
    }
    ask(this,
        tr("Make “%1” confidential").arg(field->name),
        tr("What %n client(s) have in “%1” is sealed now: only data administrators can open it, or "
           "find a client by it. This cannot be taken back.",
           nullptr,
           int(field->records))
            .arg(field->name),
        tr("Make confidential"),
        [this, name = field->name] { seal(name); });
}

void ConfidentialFieldsDialog::seal(const QString& name)
{
    m_job = m_jobs.run<std::int64_t>(
        Lane::Long,
        this,
        [name](core::Office& office, core::Progress& progress) {
            return office.sealed().sealCustom(name, progress);
        },
        [this, name](const core::Result<std::int64_t>& sealed) { showEnd(name, sealed); });
    m_job->name(tr("Making “%1” confidential").arg(name), tr("Stopped, nothing is changed."));
    followJob(m_job, m_bar, m_phase);
    m_phase->setText(tr("Waiting for those who are saving"));
    m_bar->setRange(0, 0);
    showRunning(true);
}

/// While it runs, the button that closes stops it: either everything is sealed or nothing.
void ConfidentialFieldsDialog::showRunning(bool isRunning)
{
    m_phase->setVisible(isRunning);
    m_bar->setVisible(isRunning);
    m_table->setEnabled(!isRunning);
    if (isRunning) {
        m_done->hide();
        sayProblem(m_problem, {});
    }
    m_close->setText(isRunning ? tr("Stop") : tr("Close"));
    setKey(m_close, isRunning ? 'S' : 'C');
    m_close->setEnabled(true);
    offer();
    fit();
}

void ConfidentialFieldsDialog::showEnd(const QString& name,
                                       const core::Result<std::int64_t>& sealed)
{
    m_job.clear();
    showRunning(false);
    m_table->setFocus();
    read();
    if (!sealed) {
        sayProblem(m_problem,
                   sealed.error().code == core::ErrorCode::Cancelled
                       ? tr("Stopped. Nothing was changed.")
                       : sealed.error().message);
        return;
    }
    const QString words
        = tr("“%1” is confidential now. %n value(s) sealed.", nullptr, int(*sealed)).arg(name);
    m_done->setText(QStringLiteral("✓ ") + words);
    m_done->show();
    fit();
    Q_EMIT said(words); // once this is closed, it stands at the foot of the window
}

void ConfidentialFieldsDialog::reject()
{
    if (!m_job) {
        QDialog::reject();
        return;
    }
    m_job->stop();
    m_close->setEnabled(false);
}

} // namespace ui
