#include "ui/exchange/ImportWizard.h"

#include "ui/exchange/ImportColumns.h"
#include "ui/exchange/ImportCounts.h"
#include "ui/exchange/ImportRows.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/StepMarks.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int previewRows = 20;
constexpr QSize wizardSize{1080, 740};

/// Inside the window it belongs to, as large as is of use.
QSize sizeWithin(const QWidget* parent)
{
    constexpr QSize margin{40, 40};
    const QWidget* window = parent != nullptr ? parent->window() : nullptr;
    return window != nullptr && window->isVisible() ? wizardSize.boundedTo(window->size() - margin)
                                                    : wizardSize;
}

} // namespace

ImportWizard::ImportWizard(OfficeJobs& jobs, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_marks(new StepMarks({tr("File"), tr("Columns"), tr("Rows"), tr("Result")}, this))
    , m_steps(new QStackedWidget(this))
{
    setWindowTitle(tr("Import"));
    resize(sizeWithin(parent));
    setAcceptDrops(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::space(4), 0, 0);
    layout->setSpacing(0);
    m_marks->setContentsMargins(theme::space(6), 0, theme::space(6), 0);
    layout->addWidget(m_marks);
    layout->addWidget(m_steps, 1);
    m_fileStep = makeFileStep();
    m_columnsStep = makeColumnsStep();
    m_rowsStep = makeRowsStep();
    m_progressStep = makeProgressStep();
    m_resultStep = makeResultStep();
    for (QWidget* step : {m_fileStep, m_columnsStep, m_rowsStep, m_progressStep, m_resultStep}) {
        m_steps->addWidget(step);
    }
    constexpr int pause = 350; // between one correction and the next
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &ImportWizard::tryOut);
    m_fileStep->setFocus();
    readUnfinished();
    readEarlier();
}

ImportWizard::~ImportWizard()
{
    stopTrial();
}

/// Taking back belongs to the file that it is about, as what was found unfinished does.
void ImportWizard::showStep(QWidget* step)
{
    m_steps->setCurrentWidget(step);
    const int at = m_steps->indexOf(step);
    constexpr int resultMark = 3;
    const bool isProgress = step == m_progressStep;
    m_marks->setCurrent(isProgress ? resultMark : step == m_resultStep ? resultMark + 1 : at);
}

bool ImportWizard::isPrepared() const
{
    const QWidget* step = m_steps->currentWidget();
    return step == m_columnsStep || step == m_rowsStep;
}

QString ImportWizard::unsavedWork() const
{
    return isPrepared()
        ? tr("The import of %1, which has not begun").arg(QFileInfo(m_file).fileName())
        : QString();
}

QString ImportWizard::awaitedResult() const
{
    return m_job && m_steps->currentWidget() == m_progressStep
        ? tr("%1: it goes on, but how it ended would not be shown").arg(m_job->title())
        : QString();
}

void ImportWizard::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile() && m_steps->currentWidget() == m_fileStep) {
        event->acceptProposedAction();
        markDrop(true);
    }
}

void ImportWizard::dragLeaveEvent(QDragLeaveEvent* event)
{
    markDrop(false);
    QDialog::dragLeaveEvent(event);
}

void ImportWizard::dropEvent(QDropEvent* event)
{
    markDrop(false);
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
            done(QDialog::Rejected);
        });
        return;
    }
    const bool hasSettled = isPrepared() && m_rows->hasSettled();
    if (hasSettled || (isPrepared() && !m_map.empty())) {
        ask(this,
            tr("Leave the import"),
            hasSettled
                ? tr("What you corrected and chose in the rows would be gone; the file stays as it "
                     "is.")
                : tr("What you chose for the columns would be gone; the file stays as it is."),
            tr("Leave it"),
            [this] { done(QDialog::Rejected); });
        return;
    }
    done(QDialog::Rejected);
}

void ImportWizard::done(int result)
{
    stopTrial();
    Dialog::done(result);
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
    m_rows->forget();
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
    options.source.fixes = m_rows->fixes();
    options.choices = m_rows->choices();
    options.duplicates = core::DuplicateMode(m_modes->checkedId());
    return options;
}

void ImportWizard::readPreview()
{
    const int round = ++m_round;
    const core::ImportSource source = options().source;
    if (m_steps->currentWidget() == m_fileStep) {
        sayProblem(m_fileProblem, {});
    }
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
                sayProblem(m_fileProblem, preview.error().message);
                showStep(m_fileStep);
                return;
            }
            sayProblem(m_fileProblem, {});
            showPreview(*preview);
        });
}

void ImportWizard::showPreview(const core::ImportPreview& preview)
{
    if (m_preview && m_preview->encoding != preview.encoding) {
        m_rows->forget(); // what was corrected stood in other letters
    }
    m_preview = preview;
    m_columns->show(preview, QFileInfo(m_file).fileName());
    m_toRows->setEnabled(m_columns->hasName());
    const bool isNew = m_steps->currentWidget() != m_columnsStep;
    showStep(m_columnsStep);
    if (isNew) { // else whoever changes one column goes on to the next
        m_toRows->setFocus();
    }
}

void ImportWizard::columnChosen(const QString& header, const QString& target)
{
    std::erase_if(m_map, [&header](const auto& entry) { return entry.first == header; });
    m_map.emplace_back(header, target);
    readPreview();
}

} // namespace ui
