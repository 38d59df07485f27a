#include "ui/exchange/ExportDialog.h"

#include "ui/jobs/JobProgress.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/HelpMark.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace ui {

namespace {

constexpr QSize exportDialogSize{560, 640};

enum Which
{
    Chosen,
    Listed,
    Everything
};

} // namespace

ExportDialog::ExportDialog(OfficeJobs& jobs,
                           QString filter,
                           std::vector<core::ClientPk> chosen,
                           std::optional<std::vector<core::ClientPk>> found,
                           QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_filter(std::move(filter))
    , m_chosen(std::move(chosen))
    , m_found(std::move(found))
    , m_which(new QComboBox(this))
    , m_count(new QLabel(this))
    , m_fields(new QListWidget(this))
    , m_encoding(new QComboBox(this))
    , m_headers(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_problem(makeProblem(this))
    , m_bar(new JobBar(this))
    , m_export(makePrimary("export", tr("Export…"), this))
{
    setWindowTitle(tr("Export"));
    resize(exportDialogSize);
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
    column->addWidget(makeWhich());
    column->addWidget(m_count);
    auto* fieldsLabel = new QLabel(tr("Fields"), this);
    fieldsLabel->setFont(theme::font(theme::Strong));
    auto* fieldsRow = new QHBoxLayout;
    fieldsRow->addWidget(fieldsLabel);
    fieldsRow->addStretch(1);
    addFieldTools(fieldsRow);
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
    column->addWidget(m_bar);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(m_export);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    count();
}

QWidget* ExportDialog::makeWhich()
{
    if (!m_chosen.empty()) {
        m_which->addItem(tr("Those that are chosen"), Chosen);
    }
    if (m_found || !m_filter.isEmpty()) {
        m_which->addItem(tr("What the list shows now"), Listed);
    }
    m_which->addItem(tr("All clients"), Everything);
    m_which->setObjectName(QStringLiteral("which"));
    connect(m_which, &QComboBox::currentIndexChanged, this, [this] { count(); });
    auto* row = new FieldRow(tr("Clients"), m_which, this);
    row->setVisible(m_which->count() > 1);
    return row;
}

void ExportDialog::addFieldTools(QHBoxLayout* row)
{
    QWidget* above = m_which;
    const auto addAll = [&](const QString& words, char key, Qt::CheckState state) {
        auto* button = new QPushButton(words, this);
        setTabOrder(above, button); // the list was made first
        above = button;
        button->setProperty("role", QStringLiteral("quiet"));
        setKey(button, key);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, state] {
            for (int i = 0; i < m_fields->count(); ++i) {
                m_fields->item(i)->setCheckState(state);
            }
        });
    };
    addAll(tr("All fields"), 'A', Qt::Checked);
    addAll(tr("No field"), 'N', Qt::Unchecked);
}

void ExportDialog::setWhich(core::ExportOptions& options) const
{
    switch (m_which->currentData().toInt()) {
    case Chosen:
        options.chosen = m_chosen;
        break;
    case Listed:
        options.chosen = m_found;
        options.filter = m_found ? QString() : m_filter;
        break;
    default:
        break;
    }
}

void ExportDialog::count()
{
    core::ExportOptions options;
    setWhich(options);
    const int round = ++m_round;
    if (options.chosen) {
        m_count->setText(
            tr("%n client(s) will be in the file", nullptr, int(options.chosen->size())));
        return;
    }
    const QString filter = options.filter;
    m_jobs.run<std::int64_t>(
        Lane::Read,
        this,
        [filter](core::Office& office, core::Progress&) { return office.queries().count(filter); },
        [this, round](core::Result<std::int64_t> number) {
            if (round == m_round) { // else something else was chosen meanwhile
                m_count->setText(number
                                     ? tr("%n client(s) will be in the file", nullptr, int(*number))
                                     : QString());
            }
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
    setWhich(options);
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
    m_job = m_jobs.run<core::ExportResult>(
        Lane::Long,
        this,
        [options](core::Office& office, core::Progress& progress) {
            return office.exporter().run(options, progress);
        },
        [this](core::Result<core::ExportResult> result) {
            m_export->setEnabled(true);
            if (!result) {
                sayProblem(m_problem, result.error().message);
                return;
            }
            Q_EMIT said(tr("%n client(s) exported.", nullptr, int(result->rows)));
            accept();
        });
    m_job->name(tr("Export"), tr("Stopped, there is no file."));
    m_bar->follow(m_job);
}

} // namespace ui
