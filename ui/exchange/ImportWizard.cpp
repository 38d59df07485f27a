#include "ui/exchange/ImportWizard.h"

#include "core/security/Permissions.h"
#include "ui/exchange/ImportColumns.h"
#include "ui/exchange/ImportCounts.h"
#include "ui/exchange/UnfinishedList.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int previewRows = 20;
constexpr QSize wizardSize{980, 660};

QVBoxLayout* makeStep(QWidget* step, const QString& title, const QString& about)
{
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(title, step);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    if (!about.isEmpty()) {
        QLabel* words = makeText(step, about);
        setTone(words, theme::Tone::Muted);
        column->addWidget(words);
    }
    column->addSpacing(theme::space(2));
    return column;
}

} // namespace

ImportWizard::ImportWizard(OfficeJobs& jobs, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_steps(new QStackedWidget(this))
{
    setWindowTitle(tr("Import"));
    resize(wizardSize);
    setAcceptDrops(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_steps);
    m_fileStep = makeFileStep();
    m_columnsStep = makeColumnsStep();
    m_duplicatesStep = makeDuplicatesStep();
    m_progressStep = makeProgressStep();
    m_resultStep = makeResultStep();
    for (QWidget* step :
         {m_fileStep, m_columnsStep, m_duplicatesStep, m_progressStep, m_resultStep}) {
        m_steps->addWidget(step);
    }
    m_fileStep->setFocus();
    readUnfinished();
}

QWidget* ImportWizard::makeFileStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column
        = makeStep(step,
                   tr("Bring a file in"),
                   tr("CSV or text from a spreadsheet, Outlook, Google Contacts, Zoho and others. "
                      "Encoding, columns and titles are "
                      "found by themselves; nothing is stored before you have seen it."));
    m_unfinished = new UnfinishedList(m_jobs.access().timeZone, step);
    column->addWidget(m_unfinished);
    connect(m_unfinished, &UnfinishedList::resumeWanted, this, &ImportWizard::askForFile);
    connect(m_unfinished, &UnfinishedList::takeBackWanted, this, &ImportWizard::askToTakeBack);
    column->addStretch(1);
    auto* icon = new QLabel(step);
    setIcon(icon, "import", theme::Tone::Muted, 48);
    icon->setAlignment(Qt::AlignHCenter);
    column->addWidget(icon);
    auto* drop = new QLabel(tr("Drop a file here, or"), step);
    drop->setAlignment(Qt::AlignHCenter);
    column->addWidget(drop);
    auto* choose = makePrimary(tr("Choose a file…"), step);
    setKey(choose, 'F');
    column->addWidget(choose, 0, Qt::AlignHCenter);
    m_fileProblem = makeText(step);
    m_fileProblem->setAlignment(Qt::AlignHCenter);
    setTone(m_fileProblem, theme::Tone::Bad);
    column->addWidget(m_fileProblem);
    column->addStretch(2);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), step);
    row->addWidget(cancel);
    row->addStretch(1);
    column->addLayout(row);
    step->setFocusProxy(choose); // not what is found unfinished
    connect(choose, &QPushButton::clicked, this, &ImportWizard::chooseFile);
    connect(cancel, &QPushButton::clicked, this, &ImportWizard::reject);
    return step;
}

QWidget* ImportWizard::makeColumnsStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column
        = makeStep(step,
                   tr("What the columns mean"),
                   tr("Under the name of each column stands the field it goes into, "
                      "then its first rows. Change what is not right."));
    m_columns = new ImportColumns(step);
    column->addWidget(m_columns, 1);
    auto* row = new QHBoxLayout;
    auto* back = new QPushButton(tr("Back"), step);
    setKey(back, 'B');
    m_toDuplicates = makePrimary(tr("Next"), step);
    setKey(m_toDuplicates, 'N');
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(m_toDuplicates);
    column->addLayout(row);
    connect(back, &QPushButton::clicked, this, [this] { m_steps->setCurrentWidget(m_fileStep); });
    connect(m_columns, &ImportColumns::encodingChosen, this, &ImportWizard::readPreview);
    connect(m_columns, &ImportColumns::keepingChosen, this, &ImportWizard::readPreview);
    connect(m_columns, &ImportColumns::forgettingChosen, this, &ImportWizard::forgetMapping);
    connect(m_columns, &ImportColumns::columnChosen, this, &ImportWizard::columnChosen);
    connect(m_toDuplicates, &QPushButton::clicked, this, [this] {
        m_steps->setCurrentWidget(m_duplicatesStep);
        tryOut();
    });
    return step;
}

QWidget* ImportWizard::makeDuplicatesStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column
        = makeStep(step,
                   tr("Clients the office has already"),
                   tr("What shall happen with a row that certainly is a client of this office?"));
    m_modes = new QButtonGroup(this);
    const std::pair<core::DuplicateMode, QString> modes[]{
        {core::DuplicateMode::Create,
         tr("Store it beside the other; the search for duplicates will show both")},
        {core::DuplicateMode::Skip, tr("Leave the row out")},
        {core::DuplicateMode::Update, tr("Put its values into the client we have")},
        {core::DuplicateMode::Request, tr("Ask for its values to be put into the client we have")}};
    for (const auto& [mode, label] : modes) {
        auto* button = new QRadioButton(label, step);
        m_modes->addButton(button, int(mode));
        column->addWidget(button);
        button->setChecked(mode == core::DuplicateMode::Create);
    }
    column->addSpacing(theme::space(3));
    auto* heading = new QLabel(tr("What will happen"), step);
    heading->setFont(theme::font(theme::Heading));
    column->addWidget(heading);
    m_tried = new ImportCounts(step);
    column->addWidget(m_tried, 1);
    column->addWidget(makeApproval(step));
    auto* row = new QHBoxLayout;
    auto* back = new QPushButton(tr("Back"), step);
    setKey(back, 'B');
    m_start = makePrimary(tr("Import"), step);
    setKey(m_start, 'I');
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(m_start);
    column->addLayout(row);
    connect(
        back, &QPushButton::clicked, this, [this] { m_steps->setCurrentWidget(m_columnsStep); });
    connect(m_modes, &QButtonGroup::idClicked, this, [this] { tryOut(); });
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_askFirst->isChecked()) {
            give();
        } else {
            start();
        }
    });
    showApproval();
    return step;
}

/// Whether somebody else looks at the file before it comes in.
QWidget* ImportWizard::makeApproval(QWidget* step)
{
    auto* line = new QWidget(step);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    const bool mustAsk
        = core::grantOf(m_jobs.session(), core::Action::Import).direct == core::Scope::None;
    m_askFirst = new QCheckBox(tr("Have it approved first"), line);
    m_askFirst->setObjectName(QStringLiteral("ask_first"));
    m_askFirst->setChecked(mustAsk);
    m_askFirst->setEnabled(!mustAsk);
    setKey(m_askFirst, 'A');
    m_reason = new QLineEdit(line);
    m_reason->setPlaceholderText(tr("Reason, for who decides"));
    m_reason->setAccessibleName(tr("Reason"));
    row->addWidget(m_askFirst);
    row->addWidget(m_reason, 1);
    connect(m_askFirst, &QCheckBox::toggled, this, &ImportWizard::showApproval);
    return line;
}

void ImportWizard::showApproval()
{
    const bool asks = m_askFirst->isChecked();
    m_reason->setVisible(asks);
    m_start->setText(asks ? tr("Ask for it") : tr("Import"));
    setKey(m_start, 'I');
    // It is a request as a whole already.
    QAbstractButton* request = m_modes->button(int(core::DuplicateMode::Request));
    request->setEnabled(!asks);
    if (asks && request->isChecked()) {
        m_modes->button(int(core::DuplicateMode::Update))->click();
    }
}

QWidget* ImportWizard::makeProgressStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column = makeStep(step, tr("Importing"), QStringLiteral(" "));
    m_progressTitle = qobject_cast<QLabel*>(column->itemAt(0)->widget());
    m_progressAbout = qobject_cast<QLabel*>(column->itemAt(1)->widget());
    column->addStretch(1);
    m_phase = makeText(step);
    m_bar = new QProgressBar(step);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_rest = makeText(step);
    m_rest->setFont(theme::font(theme::Caption));
    column->addWidget(m_phase);
    column->addWidget(m_bar);
    column->addWidget(m_rest);
    column->addStretch(2);
    auto* row = new QHBoxLayout;
    m_stop = new QPushButton(tr("Stop"), step);
    setKey(m_stop, 'S');
    row->addStretch(1);
    row->addWidget(m_stop);
    column->addLayout(row);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_job) {
            m_job->stop();
            m_stop->setEnabled(false);
        }
    });
    return step;
}

QWidget* ImportWizard::makeResultStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column = makeStep(step, tr("Imported"), {});
    m_resultTitle = qobject_cast<QLabel*>(column->itemAt(0)->widget());
    m_result = new ImportCounts(step);
    column->addWidget(m_result, 1);
    auto* row = new QHBoxLayout;
    m_undo = new QPushButton(theme::icon("undo"), tr("Undo import"), step);
    setKey(m_undo, 'U');
    auto* close = makePrimary(tr("Done"), step);
    row->addWidget(m_undo);
    row->addStretch(1);
    row->addWidget(close);
    column->addLayout(row);
    connect(m_undo, &QPushButton::clicked, this, &ImportWizard::undo);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return step;
}

void ImportWizard::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && m_steps->currentWidget() == m_fileStep) {
        event->acceptProposedAction();
    }
}

void ImportWizard::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) {
        setFile(urls.first().toLocalFile());
    }
}

void ImportWizard::reject()
{
    if (m_job && m_steps->currentWidget() == m_progressStep) {
        ask(this, m_job->title(), m_job->ifStopped(), tr("Stop it and close"), [this] {
            if (m_job) {
                m_job->stop();
            }
            QDialog::reject();
        });
        return;
    }
    if (m_job) {
        m_job->stop();
    }
    QDialog::reject();
}

void ImportWizard::chooseFile()
{
    auto* dialog = new QFileDialog(this,
                                   tr("Choose a file"),
                                   QDir::homePath(),
                                   tr("Tables (*.csv *.txt *.tsv);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportWizard::setFile);
    dialog->open();
}

void ImportWizard::setFile(const QString& file)
{
    m_file = file;
    m_map.clear();
    m_columns->forget();
    m_preview.reset();
    readPreview();
}

core::ImportOptions ImportWizard::options() const
{
    core::ImportOptions options;
    options.memoryMib = core::ImportOptions::memoryBesideReaders;
    options.source.path = m_file;
    options.source.map = m_map;
    options.source.keepUnmapped = m_columns->keepsUnmapped();
    if (m_preview) {
        options.source.encoding = m_columns->encoding();
    }
    options.duplicates = core::DuplicateMode(m_modes->checkedId());
    return options;
}

void ImportWizard::readPreview()
{
    const int round = ++m_round;
    const core::ImportSource source = options().source;
    m_fileProblem->setText(tr("Reading…"));
    m_jobs.run<core::ImportPreview>(
        Lane::Read,
        this,
        [source](core::Office& office, core::Progress&) {
            return office.importer().preview(source, previewRows);
        },
        [this, round](core::Result<core::ImportPreview> preview) {
            if (round != m_round) {
                return;
            }
            if (!preview) {
                m_fileProblem->setText(preview.error().message);
                m_steps->setCurrentWidget(m_fileStep);
                return;
            }
            m_fileProblem->clear();
            showPreview(*preview);
        });
}

void ImportWizard::showPreview(const core::ImportPreview& preview)
{
    m_preview = preview;
    m_columns->show(preview, QFileInfo(m_file).fileName());
    m_toDuplicates->setEnabled(m_columns->hasName());
    m_steps->setCurrentWidget(m_columnsStep);
    m_toDuplicates->setFocus();
}

void ImportWizard::columnChosen(const QString& header, const QString& target)
{
    std::erase_if(m_map, [&header](const auto& entry) { return entry.first == header; });
    m_map.emplace_back(header, target);
    readPreview();
}

} // namespace ui
