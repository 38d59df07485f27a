#include "ui/people/NewRecoveryDialog.h"

#include "ui/start/RecoverySheet.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int recoveryWidth = 560;

} // namespace

NewRecoveryDialog::NewRecoveryDialog(OfficeJobs& jobs, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_sheet(new RecoverySheet(RecoverySheet::Purpose::Replacement, this))
{
    setWindowTitle(tr("Recovery code"));
    setFixedWidth(recoveryWidth);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    // One after the other in one column, not in a stack: that would be as high as the higher of them.
    m_beginning = makeBeginning();
    whole->addWidget(m_beginning);
    whole->addWidget(m_sheet);
    m_sheet->hide();
    connect(m_sheet, &RecoverySheet::confirmed, this, &NewRecoveryDialog::set);
}

QWidget* NewRecoveryDialog::makeBeginning()
{
    auto* step = new QWidget(this);
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(tr("New recovery code"), step);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    QLabel* words = makeText(
        step,
        tr("For when the sheet was lost or somebody saw it. The new code counts once you have "
           "typed part of it back; until then the old one stays. Copies of the office from before "
           "still open with the old code: if it may be in wrong hands, change the office's key "
           "afterwards."));
    setTone(words, theme::Tone::Muted);
    column->addWidget(words);
    column->addSpacing(theme::space(2));
    m_present = new QLineEdit(step);
    m_present->setEchoMode(QLineEdit::Password);
    column->addWidget(new FieldRow(tr("Your password"), m_present, step));
    m_problem = makeProblem(step);
    column->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), step);
    m_next = makePrimary(tr("Show the new code"), step);
    setKey(m_next, 'S');
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(m_next);
    column->addLayout(row);
    m_next->setEnabled(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_present, &QLineEdit::textChanged, this, [this] {
        m_next->setEnabled(!m_present->text().isEmpty());
    });
    connect(m_next, &QPushButton::clicked, this, &NewRecoveryDialog::begin);
    return step;
}

void NewRecoveryDialog::begin()
{
    setEnabled(false);
    m_jobs.run<void>(
        Lane::Read,
        this,
        [present = m_present->text()](core::Office& office, core::Progress&) {
            return office.ownKeys().checkPassword(present);
        },
        [this](const core::Result<>& right) {
            setEnabled(true);
            m_present->clear();
            if (!right) {
                sayProblem(m_problem, right.error().message);
                adjustSize();
                m_present->setFocus();
                return;
            }
            m_code = std::make_shared<const core::RecoveryCode>(core::RecoveryCode::random());
            m_sheet->show(std::make_shared<const core::OfficeAccess>(m_jobs.access()),
                          m_code->toText());
            m_beginning->hide();
            m_sheet->setVisible(true);
            adjustSize();
        });
}

void NewRecoveryDialog::set()
{
    setEnabled(false);
    m_jobs.run<void>(
        Lane::Write,
        this,
        [code = std::exchange(m_code, nullptr)](core::Office& office, core::Progress&) {
            return office.keys().setRecovery(*code);
        },
        [this](const core::Result<>& done) {
            setEnabled(true);
            if (!done) {
                showError(parentWidget(), done.error());
                reject();
                return;
            }
            Q_EMIT changed();
            accept();
        });
}

} // namespace ui
