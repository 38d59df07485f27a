#include "ui/exchange/ImportWizard.h"

#include "core/records/ClientStandardizer.h"
#include "core/validation/RuleLabels.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTableWidget>
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
    auto* words = new QLabel(about, step);
    words->setWordWrap(true);
    words->setVisible(!about.isEmpty());
    column->addWidget(words);
    return column;
}

/// The words a column can be given, beside the fields.
struct Target
{
    QString word;
    QString label;
};

std::vector<Target> targets()
{
    const auto say = [](const char* text) {
        return QCoreApplication::translate("ui::ImportWizard", text);
    };
    std::vector<Target> list{{QString(), say(QT_TRANSLATE_NOOP("ui::ImportWizard", "leave out"))},
                             {QStringLiteral("custom"),
                              say(QT_TRANSLATE_NOOP("ui::ImportWizard", "keep as own field"))}};
    for (const core::FieldInfo& info : core::allFields()) {
        if (core::isEditable(info.field) && info.field != core::Field::Contacts
            && info.field != core::Field::Custom) {
            list.push_back({core::fieldName(info.field), core::fieldLabel(info.field)});
        }
    }
    list.push_back(
        {QStringLiteral("given_name"), say(QT_TRANSLATE_NOOP("ui::ImportWizard", "given name"))});
    list.push_back(
        {QStringLiteral("middle_name"), say(QT_TRANSLATE_NOOP("ui::ImportWizard", "middle name"))});
    list.push_back(
        {QStringLiteral("family_name"), say(QT_TRANSLATE_NOOP("ui::ImportWizard", "family name"))});
    list.push_back({QStringLiteral("organization"),
                    say(QT_TRANSLATE_NOOP("ui::ImportWizard", "organization"))});
    list.push_back({QStringLiteral("address"),
                    say(QT_TRANSLATE_NOOP("ui::ImportWizard", "address in one line"))});
    return list;
}

} // namespace

ImportWizard::ImportWizard(OfficeJobs& jobs, QWidget* parent)
    : QDialog(parent)
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
    column->addStretch(1);
    auto* icon = new QLabel(step);
    icon->setPixmap(theme::icon("import", theme::Tone::Muted).pixmap(48, 48));
    icon->setAlignment(Qt::AlignHCenter);
    column->addWidget(icon);
    auto* drop = new QLabel(tr("Drop a file here, or"), step);
    drop->setAlignment(Qt::AlignHCenter);
    column->addWidget(drop);
    auto* choose = makePrimary(tr("Choose a file…"), step);
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
    connect(choose, &QPushButton::clicked, this, &ImportWizard::chooseFile);
    connect(cancel, &QPushButton::clicked, this, &ImportWizard::reject);
    return step;
}

QWidget* ImportWizard::makeColumnsStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column = makeStep(step,
                                   tr("What the columns mean"),
                                   tr("Each column of the file has its field above it, and below "
                                      "it stands what will be stored. Change what is not right."));
    auto* top = new QHBoxLayout;
    m_about = makeText(step);
    m_encoding = new QComboBox(step);
    m_encoding->setAccessibleName(tr("Encoding"));
    for (const char* name : {"utf-8", "gb18030", "big5", "utf-16le", "windows-1252"}) {
        m_encoding->addItem(QString::fromLatin1(name));
    }
    top->addWidget(m_about, 1);
    auto* encodingLabel = new QLabel(tr("Encoding"), step);
    encodingLabel->setBuddy(m_encoding);
    top->addWidget(encodingLabel);
    top->addWidget(m_encoding);
    column->addLayout(top);
    m_table = new QTableWidget(step);
    setUpTable(m_table);
    m_table->setShowGrid(true);
    m_table->setAccessibleName(tr("Preview of the file"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->verticalHeader()->hide();
    column->addWidget(m_table, 1);
    m_notices = makeText(step);
    column->addWidget(m_notices);
    auto* row = new QHBoxLayout;
    auto* back = new QPushButton(tr("Back"), step);
    m_toDuplicates = makePrimary(tr("Next"), step);
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(m_toDuplicates);
    column->addLayout(row);
    connect(back, &QPushButton::clicked, this, [this] { m_steps->setCurrentWidget(m_fileStep); });
    connect(m_encoding, &QComboBox::activated, this, [this] { readPreview(); });
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
    column->addSpacing(theme::space(4));
    m_tried = makeText(step);
    column->addWidget(m_tried);
    column->addStretch(1);
    auto* row = new QHBoxLayout;
    auto* back = new QPushButton(tr("Back"), step);
    m_start = makePrimary(tr("Import"), step);
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(m_start);
    column->addLayout(row);
    connect(
        back, &QPushButton::clicked, this, [this] { m_steps->setCurrentWidget(m_columnsStep); });
    connect(m_modes, &QButtonGroup::idClicked, this, [this] { tryOut(); });
    connect(m_start, &QPushButton::clicked, this, &ImportWizard::start);
    return step;
}

QWidget* ImportWizard::makeProgressStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column
        = makeStep(step,
                   tr("Importing"),
                   tr("You can go on working meanwhile. Stopping leaves nothing behind."));
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
    m_resultTitle = makeText(step);
    m_resultTitle->setFont(theme::font(theme::Heading));
    m_resultText = makeText(step);
    m_resultText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_resultTitle);
    column->addWidget(m_resultText);
    column->addStretch(1);
    auto* row = new QHBoxLayout;
    m_undo = new QPushButton(theme::icon("undo"), tr("Undo import"), step);
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
    m_preview.reset();
    readPreview();
}

core::ImportOptions ImportWizard::options() const
{
    core::ImportOptions options;
    options.source.path = m_file;
    options.source.map = m_map;
    if (m_preview) {
        options.source.encoding = m_encoding->currentText();
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
    if (m_encoding->findText(preview.encoding) < 0) {
        m_encoding->addItem(preview.encoding);
    }
    m_encoding->setCurrentText(preview.encoding);
    m_about->setText(tr("%1 · %n column(s)", nullptr, int(preview.mapping.columns.size()))
                         .arg(QFileInfo(m_file).fileName()));
    fillColumns();
    QStringList notices;
    if (const QStringList sealed = preview.mapping.headersOf(core::ColumnUse::Sealed);
        !sealed.isEmpty()) {
        notices.append(tr("▲ Stored nowhere, because they hold ID numbers or bank accounts and "
                          "this version has no sealed fields: %1")
                           .arg(sealed.join(tr(", "))));
    }
    if (const QStringList rest = preview.mapping.headersOf(core::ColumnUse::Ignored);
        !rest.isEmpty()) {
        notices.append(
            tr("Left out, because no field was found for them: %1").arg(rest.join(tr(", "))));
    }
    const bool named = preview.mapping.has({core::ColumnUse::ToField, core::Field::Name})
        || preview.mapping.has({core::ColumnUse::GivenName})
        || preview.mapping.has({core::ColumnUse::FamilyName})
        || preview.mapping.has({core::ColumnUse::Organization});
    if (!named) {
        notices.prepend(tr("✕ No column is the client's name. Choose it above."));
    }
    m_notices->setText(notices.join(u'\n'));
    m_toDuplicates->setEnabled(named);
    m_steps->setCurrentWidget(m_columnsStep);
}

void ImportWizard::fillColumns()
{
    const auto& columns = m_preview->mapping.columns;
    m_table->clear();
    m_table->setColumnCount(int(columns.size()));
    m_table->setRowCount(int(m_preview->raw.size()) + 1);
    const std::vector<Target> choices = targets();
    for (int i = 0; i < int(columns.size()); ++i) {
        const core::Column& column = columns[std::size_t(i)];
        m_table->setHorizontalHeaderItem(i, new QTableWidgetItem(column.header));
        if (column.use == core::ColumnUse::Sealed) {
            auto* locked = new QTableWidgetItem(theme::icon("lock"), tr("stored nowhere"));
            m_table->setItem(0, i, locked);
        } else {
            auto* box = new QComboBox(m_table);
            box->setAccessibleName(tr("Field of the column %1").arg(column.header));
            for (const Target& target : choices) {
                box->addItem(target.label, target.word);
            }
            box->setCurrentIndex(std::max(box->findData(core::columnUseName(column.target())), 0));
            connect(box, &QComboBox::activated, this, [this, i, box] {
                columnChanged(i, box->currentData().toString());
            });
            m_table->setCellWidget(0, i, box);
        }
        for (int row = 0; row < int(m_preview->raw.size()); ++row) {
            const bool hidden = column.use == core::ColumnUse::Sealed;
            const QString cell
                = hidden ? QStringLiteral("•••") : m_preview->raw[std::size_t(row)].cells.value(i);
            auto* item = new QTableWidgetItem(cell.simplified());
            if (column.use == core::ColumnUse::Ignored || column.use == core::ColumnUse::LeftOut
                || hidden) {
                item->setForeground(theme::color(theme::Tone::Muted));
            }
            m_table->setItem(row + 1, i, item);
        }
    }
    m_table->resizeColumnsToContents();
    constexpr int widest = 240;
    constexpr int narrowest = 130;
    for (int i = 0; i < m_table->columnCount(); ++i) {
        m_table->setColumnWidth(i, std::clamp(m_table->columnWidth(i), narrowest, widest));
    }
    m_table->setRowHeight(0, m_table->fontMetrics().height() + theme::space(5));
}

void ImportWizard::columnChanged(int column, const QString& target)
{
    const QString header = m_preview->mapping.columns[std::size_t(column)].header;
    std::erase_if(m_map, [&header](const auto& entry) { return entry.first == header; });
    m_map.emplace_back(header, target);
    readPreview();
}

QString ImportWizard::countsText(const core::ImportResult& result) const
{
    const QLocale locale;
    QStringList lines;
    lines.append(tr("%1 rows: %2 new, %3 updated, %4 left out, %5 rejected")
                     .arg(locale.toString(qlonglong(result.counts.rows)),
                          locale.toString(qlonglong(result.counts.created)),
                          locale.toString(qlonglong(result.counts.updated)),
                          locale.toString(qlonglong(result.counts.skipped)),
                          locale.toString(qlonglong(result.counts.rejected))));
    if (result.requests > 0) {
        lines.append(tr("%n change(s) wait for approval.", nullptr, int(result.requests)));
    }
    if (result.damaged > 0) {
        lines.append(tr(
            "▲ %n number(s) were cut by a spreadsheet and were not stored; the records are marked.",
            nullptr,
            int(result.damaged)));
    }
    if (!result.sealedColumns.isEmpty()) {
        lines.append(tr("▲ Stored nowhere, because they hold ID numbers or bank accounts and "
                        "this version has no sealed fields: %1")
                         .arg(result.sealedColumns.join(tr(", "))));
    }
    if (result.sealedValues > 0) {
        lines.append(tr("▲ %n ID or card number(s) stood in other columns and were left out.",
                        nullptr,
                        int(result.sealedValues)));
    }
    if (!result.rejectFile.isEmpty()) {
        lines.append(tr("Rejected rows, with the reason of each: %1")
                         .arg(QDir::toNativeSeparators(result.rejectFile)));
    }
    for (auto finding = result.findings.begin(); finding != result.findings.end(); ++finding) {
        const auto field = core::fieldByName(finding.key().section(u':', 0, 0));
        lines.append(tr("%1 × %2: %3")
                         .arg(locale.toString(qlonglong(finding.value())),
                              field ? core::fieldLabel(*field) : finding.key(),
                              core::ruleLabel(finding.key().section(u':', 1))));
    }
    return lines.join(u'\n');
}

void ImportWizard::tryOut()
{
    const int round = ++m_round;
    core::ImportOptions trial = options();
    trial.dryRun = true;
    m_tried->setText(tr("Trying it out, without storing anything…"));
    m_start->setEnabled(false);
    if (m_job) {
        m_job->stop();
    }
    m_job = m_jobs.run<core::ImportResult>(
        Lane::Long,
        this,
        [trial](core::Office& office, core::Progress& progress) {
            return office.importer().run(trial, progress);
        },
        [this, round](core::Result<core::ImportResult> result) {
            if (round != m_round) {
                return;
            }
            m_start->setEnabled(result.hasValue());
            m_tried->setText(result ? countsText(*result) : result.error().message);
        });
}

void ImportWizard::start()
{
    m_steps->setCurrentWidget(m_progressStep);
    m_phase->clear();
    m_rest->clear();
    m_bar->setRange(0, 0);
    m_stop->setEnabled(true);
    m_clock.start();
    const core::ImportOptions wanted = options();
    m_job = m_jobs.run<core::ImportResult>(
        Lane::Long,
        this,
        [wanted](core::Office& office, core::Progress& progress) {
            return office.importer().run(wanted, progress);
        },
        [this](core::Result<core::ImportResult> result) { finished(result); });
    connect(m_job, &Job::progressed, this, [this](const QString& phase, qint64 done, qint64 total) {
        constexpr int steps = 1000;
        m_phase->setText(phase);
        m_bar->setRange(0, total > 0 ? steps : 0);
        if (total > 0 && done > 0) {
            m_bar->setValue(int(done * steps / total));
            const qint64 seconds = m_clock.elapsed() * (total - done) / done / 1000;
            m_rest->setText(tr("about %n second(s) to go", nullptr, int(seconds) + 1));
        }
    });
}

void ImportWizard::finished(const core::Result<core::ImportResult>& result)
{
    if (!result) {
        m_steps->setCurrentWidget(m_duplicatesStep);
        m_tried->setText(result.error().message);
        return;
    }
    m_batch = result->batch;
    m_resultTitle->setText(tr("%n row(s) read.", nullptr, int(result->counts.rows)));
    m_resultText->setText(countsText(*result));
    m_undo->setEnabled(m_batch.isValid());
    m_steps->setCurrentWidget(m_resultStep);
}

void ImportWizard::undo()
{
    m_undo->setEnabled(false);
    const core::BatchPk batch = m_batch;
    m_jobs.run<core::BatchUndo>(
        Lane::Long,
        this,
        [batch](core::Office& office, core::Progress&) { return office.importer().undo(batch); },
        [this](core::Result<core::BatchUndo> undone) {
            if (!undone) {
                showError(this, undone.error());
                m_undo->setEnabled(true);
                return;
            }
            Q_EMIT said(tr("The import was taken back."), {}, {});
            accept();
        });
}

} // namespace ui
