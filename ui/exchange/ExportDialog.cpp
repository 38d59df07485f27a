#include "ui/exchange/ExportDialog.h"

#include "ui/widgets/FieldRow.h"
#include "ui/widgets/HelpMark.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize dialogSize{560, 640};

} // namespace

ExportDialog::ExportDialog(OfficeJobs& jobs, const QString& filter, QWidget* parent)
    : QDialog(parent)
    , m_jobs(jobs)
    , m_filter(filter)
    , m_onlyFilter(new QCheckBox(tr("Only what the list shows now"), this))
    , m_count(new QLabel(this))
    , m_fields(new QListWidget(this))
    , m_encoding(new QComboBox(this))
    , m_headers(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_problem(makeProblem(this))
    , m_bar(new QProgressBar(this))
    , m_export(makePrimary("export", tr("Export…"), this))
{
    setWindowTitle(tr("Export"));
    resize(dialogSize);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(tr("Take clients out"), this);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    auto* about = new QLabel(tr("A CSV file that Excel opens as it is: zeros and long numbers "
                                "stay, nothing in it runs. The export stands in the log."),
                             this);
    about->setWordWrap(true);
    setTone(about, theme::Tone::Muted);
    column->addWidget(about);
    column->addSpacing(theme::space(2));
    m_onlyFilter->setChecked(!filter.isEmpty());
    m_onlyFilter->setVisible(!filter.isEmpty());
    column->addWidget(m_onlyFilter);
    column->addWidget(m_count);
    auto* fieldsLabel = new QLabel(tr("Fields"), this);
    fieldsLabel->setFont(theme::font(theme::Strong));
    auto* fieldsRow = new QHBoxLayout;
    fieldsRow->addWidget(fieldsLabel);
    fieldsRow->addStretch(1);
    const auto addAll = [&](const QString& words, char key, Qt::CheckState state) {
        auto* button = new QPushButton(words, this);
        button->setProperty("role", QStringLiteral("quiet"));
        setKey(button, key);
        fieldsRow->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, state] {
            for (int i = 0; i < m_fields->count(); ++i) {
                m_fields->item(i)->setCheckState(state);
            }
        });
    };
    addAll(tr("All fields"), 'A', Qt::Checked);
    addAll(tr("No field"), 'N', Qt::Unchecked);
    column->addLayout(fieldsRow);
    m_fields->setAccessibleName(tr("Fields"));
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setPlaceholderText(tr("What the file is for; it stands in the log"));
    setKey(m_export, 'E');
    for (const core::Field field : core::exportFields()) {
        auto* item = new QListWidgetItem(core::fieldLabel(field), m_fields);
        item->setData(Qt::UserRole, int(field));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    column->addWidget(m_fields, 1);
    m_encoding->addItem(tr("UTF-8 for Excel"), QStringLiteral("utf-8-bom"));
    m_encoding->addItem(tr("UTF-8"), QStringLiteral("utf-8"));
    m_encoding->addItem(tr("GB18030, for older programs"), QStringLiteral("gb18030"));
    m_headers->addItem(tr("Labels people read"), true);
    m_headers->addItem(tr("Field names for programs"), false);
    column->addWidget(new FieldRow(
        tr("Encoding"),
        withHelp(
            m_encoding,
            tr("Encoding"),
            tr("“UTF-8 for Excel” is right for Excel, WPS and everything newer. Choose GB18030 "
               "only where an older program shows Chinese as unreadable signs; UTF-8 without "
               "more for other programs that ask for it.")),
        this));
    column->addWidget(new FieldRow(tr("Headers"), m_headers, this));
    column->addWidget(new FieldRow(tr("Reason"), m_reason, this));
    column->addWidget(m_problem);
    m_bar->setTextVisible(false);
    m_bar->hide();
    column->addWidget(m_bar);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(m_export);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_onlyFilter, &QCheckBox::toggled, this, [this] { count(); });
    count();
}

void ExportDialog::count()
{
    const QString filter = m_onlyFilter->isChecked() ? m_filter : QString();
    m_jobs.run<std::int64_t>(
        Lane::Read,
        this,
        [filter](core::Office& office, core::Progress&) { return office.queries().count(filter); },
        [this](core::Result<std::int64_t> number) {
            m_count->setText(number ? tr("%n client(s) will be in the file", nullptr, int(*number))
                                    : QString());
        });
}

void ExportDialog::reject()
{
    if (m_job) {
        m_job->stop();
    }
    QDialog::reject();
}

void ExportDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Export to"), QDir::homePath(), tr("Tables (*.csv)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
    dialog->open();
}

void ExportDialog::exportTo(const QString& file)
{
    core::ExportOptions options;
    options.path = file;
    options.filter = m_onlyFilter->isChecked() ? m_filter : QString();
    options.encoding = m_encoding->currentData().toString();
    options.headerLabels = m_headers->currentData().toBool();
    options.reason = m_reason->text().trimmed();
    for (int i = 0; i < m_fields->count(); ++i) {
        const QListWidgetItem* item = m_fields->item(i);
        if (item->checkState() == Qt::Checked) {
            options.fields.push_back(core::Field(item->data(Qt::UserRole).toInt()));
        }
    }
    if (options.fields.empty()) { // core would take all of them
        sayProblem(m_problem, tr("Choose at least one field."));
        return;
    }
    m_export->setEnabled(false);
    m_problem->hide();
    m_bar->setRange(0, 0);
    m_bar->show();
    m_job = m_jobs.run<core::ExportResult>(
        Lane::Long,
        this,
        [options](core::Office& office, core::Progress& progress) {
            return office.exporter().run(options, progress);
        },
        [this](core::Result<core::ExportResult> result) {
            m_bar->hide();
            m_export->setEnabled(true);
            if (!result) {
                sayProblem(m_problem, result.error().message);
                return;
            }
            Q_EMIT said(tr("%n client(s) exported.", nullptr, int(result->rows)));
            accept();
        });
    m_job->name(tr("Export"), tr("Stopped, there is no file."));
    connect(m_job, &Job::progressed, this, [this](const QString&, qint64 done, qint64 total) {
        m_bar->setRange(0, int(total));
        m_bar->setValue(int(done));
    });
}

} // namespace ui
