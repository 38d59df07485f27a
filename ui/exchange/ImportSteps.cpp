// ImportWizard: what its steps are made of.
#include "core/security/Permissions.h"
#include "ui/exchange/EarlierImports.h"
#include "ui/exchange/ImportColumns.h"
#include "ui/exchange/ImportCounts.h"
#include "ui/exchange/ImportRows.h"
#include "ui/exchange/ImportWizard.h"
#include "ui/exchange/UnfinishedList.h"
#include "ui/jobs/JobProgress.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

QVBoxLayout* makeStep(QWidget* step, const QString& title, const QString& about)
{
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(theme::space(6), theme::space(2), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(title, step);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    if (!about.isEmpty()) {
        QLabel* words = makeText(step, about);
        setTone(words, theme::Tone::Muted);
        column->addWidget(words);
    }
    column->addSpacing(theme::space(1));
    return column;
}

/// The last line of a step: the way back on the left, the way on on the right.
void addWays(QVBoxLayout* column, QPushButton* left, QPushButton* right)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, theme::space(1), 0, 0);
    row->addWidget(left);
    row->addStretch(1);
    if (right != nullptr) {
        row->addWidget(right);
    }
    column->addLayout(row);
}

} // namespace

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
    connect(m_unfinished,
            &UnfinishedList::takeBackWanted,
            this,
            [this](const core::UnfinishedImport& import) { askToTakeBack(import.batch); });
    column->addWidget(makeDropPlace(step), 1);
    m_earlier = new EarlierImports(m_jobs.access().timeZone, step);
    column->addWidget(m_earlier);
    connect(m_earlier, &EarlierImports::takeBackWanted, this, &ImportWizard::askToTakeBack);
    auto* cancel = new QPushButton(tr("Cancel"), step);
    addWays(column, cancel, nullptr);
    connect(cancel, &QPushButton::clicked, this, &ImportWizard::reject);
    return step;
}

QWidget* ImportWizard::makeDropPlace(QWidget* step)
{
    m_drop = new QFrame(step);
    m_drop->setObjectName(QStringLiteral("drop"));
    auto* column = new QVBoxLayout(m_drop);
    column->setSpacing(theme::space(2));
    column->addStretch(1);
    auto* icon = new QLabel(m_drop);
    setIcon(icon, "import", theme::Tone::Muted, 48);
    icon->setAlignment(Qt::AlignHCenter);
    column->addWidget(icon);
    auto* drop = new QLabel(tr("Drop a file here, or"), m_drop);
    drop->setAlignment(Qt::AlignHCenter);
    column->addWidget(drop);
    auto* choose = makePrimary(tr("Choose a file…"), m_drop);
    setKey(choose, 'F');
    column->addWidget(choose, 0, Qt::AlignHCenter);
    m_fileProblem = makeProblem(m_drop);
    m_fileProblem->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_fileProblem);
    column->addStretch(1);
    step->setFocusProxy(choose); // not what is found unfinished
    connect(choose, &QPushButton::clicked, this, &ImportWizard::chooseFile);
    markDrop(false);
    return m_drop;
}

void ImportWizard::markDrop(bool isOver)
{
    theme::setRules(
        m_drop,
        isOver ? QStringLiteral("#drop { background: @selected; border: 2px dashed @accent;"
                                " border-radius: 8px; }")
               : QStringLiteral("#drop { background: @raised; border: 1px dashed @handle;"
                                " border-radius: 8px; }"));
}

QWidget* ImportWizard::makeColumnsStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column
        = makeStep(step,
                   tr("What the columns mean"),
                   tr("Beside the name of each column stands what is in it, and the field it goes "
                      "into. Change what is not right."));
    m_columns = new ImportColumns(m_jobs.access().timeZone, step);
    column->addWidget(m_columns, 1);
    auto* back = new QPushButton(tr("Back"), step);
    setKey(back, 'B');
    m_toRows = makePrimary(tr("Next"), step);
    setKey(m_toRows, 'N');
    addWays(column, back, m_toRows);
    connect(back, &QPushButton::clicked, this, [this] { showStep(m_fileStep); });
    connect(m_columns, &ImportColumns::encodingChosen, this, &ImportWizard::readPreview);
    connect(m_columns, &ImportColumns::keepingChosen, this, &ImportWizard::readPreview);
    connect(m_columns, &ImportColumns::forgettingChosen, this, &ImportWizard::forgetMapping);
    connect(m_columns, &ImportColumns::columnChosen, this, &ImportWizard::columnChosen);
    connect(m_toRows, &QPushButton::clicked, this, [this] {
        showStep(m_rowsStep);
        tryOut();
    });
    return step;
}

QWidget* ImportWizard::makeRowsStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column = makeStep(step, tr("What will happen"), {});
    m_tried = new ImportCounts(ImportCounts::Brief, step);
    column->addWidget(m_tried);
    column->addWidget(makeModes(step));
    m_rows = new ImportRows(step);
    column->addWidget(m_rows, 1);
    column->addWidget(makeApproval(step));
    auto* back = new QPushButton(tr("Back"), step);
    setKey(back, 'B');
    m_start = makePrimary(tr("Import"), step);
    setKey(m_start, 'I');
    addWays(column, back, m_start);
    connect(back, &QPushButton::clicked, this, [this] { showStep(m_columnsStep); });
    connect(m_rows, &ImportRows::settled, this, [this] {
        m_start->setEnabled(false);
        m_soon.start();
    });
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

/// What shall happen with rows that are clients already.
QWidget* ImportWizard::makeModes(QWidget* step)
{
    using Mode = core::DuplicateMode;
    auto* place = new QWidget(step);
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(1));
    auto* chips = new QWidget(place);
    auto* row = new FlowLayout(chips);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(2));
    auto* label = new QLabel(tr("Rows that are clients already"), chips);
    label->setFont(theme::font(theme::Strong));
    label->setMinimumHeight(label->fontMetrics().height() + theme::space(2)); // as the chips
    row->addWidget(label);
    m_modes = new QButtonGroup(this);
    m_modes->setExclusive(true);
    const std::pair<Mode, QString> modes[]{{Mode::Create, tr("Store beside ours")},
                                           {Mode::Skip, tr("Leave out")},
                                           {Mode::Update, tr("Put into ours")},
                                           {Mode::Request, tr("Ask to put into ours")}};
    for (const auto& [mode, words] : modes) {
        QPushButton* chip = makeChip(chips, words);
        m_modes->addButton(chip, int(mode));
        row->addWidget(chip);
        chip->setChecked(mode == Mode::Create);
    }
    m_modeAbout = makeText(place);
    m_modeAbout->setFont(theme::font(theme::Caption));
    setTone(m_modeAbout, theme::Tone::Muted);
    column->addWidget(chips);
    column->addWidget(m_modeAbout);
    connect(m_modes, &QButtonGroup::idClicked, this, [this] {
        showMode();
        tryOut();
    });
    return place;
}

/// Somebody who may decide has nothing to ask for.
bool ImportWizard::mayAskForRows() const
{
    const bool decides
        = core::grantOf(m_jobs.session(), core::Action::ChangeOrdinary).direct > core::Scope::Own;
    return !decides && !m_askFirst->isChecked();
}

void ImportWizard::showMode()
{
    using Mode = core::DuplicateMode;
    const auto mode = Mode(m_modes->checkedId());
    m_modeAbout->setText(
        mode == Mode::Create
            ? tr("They come in all the same; the search for duplicates shows both.")
            : mode == Mode::Skip ? tr("Nothing of such a row comes in.")
            : mode == Mode::Update
            ? tr("Filled cells replace what stands in the client, empty ones change nothing; "
                 "phones, tags, contacts and notes are put together.")
            : tr("The client stays as it is until somebody has approved the change."));
    m_rows->setMode(mode);
    m_rows->setMayAsk(mayAskForRows());
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
    request->setVisible(mayAskForRows());
    if (!mayAskForRows() && request->isChecked()) {
        m_modes->button(int(core::DuplicateMode::Update))->click();
    }
    showMode();
}

QWidget* ImportWizard::makeProgressStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column = makeStep(step, tr("Importing"), QStringLiteral(" "));
    m_progressTitle = qobject_cast<QLabel*>(column->itemAt(0)->widget());
    m_progressAbout = qobject_cast<QLabel*>(column->itemAt(1)->widget());
    column->addStretch(1);
    m_phase = makeText(step);
    m_phase->setFont(theme::font(theme::Strong));
    m_bar = makeProgressBar(step);
    m_rest = makeText(step);
    setTone(m_rest, theme::Tone::Muted);
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
            m_phase->setText(tr("Stopping…"));
        }
    });
    return step;
}

QWidget* ImportWizard::makeResultStep()
{
    auto* step = new QWidget(this);
    QVBoxLayout* column = makeStep(step, tr("Imported"), {});
    m_resultTitle = qobject_cast<QLabel*>(column->itemAt(0)->widget());
    m_result = new ImportCounts(ImportCounts::Whole, step);
    connect(m_result, &ImportCounts::correctWanted, this, &ImportWizard::setFile);
    column->addWidget(m_result, 1);
    m_undo = new QPushButton(theme::icon("undo"), tr("Undo import"), step);
    setKey(m_undo, 'U');
    auto* close = makePrimary(tr("Done"), step);
    addWays(column, m_undo, close);
    connect(m_undo, &QPushButton::clicked, this, &ImportWizard::undo);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return step;
}

} // namespace ui
