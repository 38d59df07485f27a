#include "ui/clients/WithdrawDialog.h"

#include "core/records/ConsentStore.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int withdrawWidth = 520;

} // namespace

WithdrawDialog::WithdrawDialog(OfficeJobs& jobs,
                               const core::Client& client,
                               const QString& purpose,
                               QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_client(client.id())
    , m_purpose(purpose)
    , m_reason(new QLineEdit(this))
    , m_problem(makeProblem(this))
    , m_withdraw(makePrimary("trash", tr("Withdraw and destroy"), this))
{
    setWindowTitle(tr("Withdraw a consent"));
    setFixedWidth(withdrawWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    QLabel* heading
        = makeText(this,
                   tr("%1 withdraws the consent: %2")
                       .arg(client.value(core::Field::Name), core::purposeLabel(purpose)));
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    QLabel* words = makeText(
        this,
        tr("The value that is kept for it is destroyed for good, and every earlier one with it. "
           "Nobody can open it in this office any more, not even a data administrator, and "
           "nothing brings it back."));
    setTone(words, theme::Tone::Warning);
    column->addWidget(words);
    QString left = tr("Backups, copies and exports that were made before still have it, until "
                      "somebody deletes them.");
    if (purpose.startsWith(QLatin1String("custom:"))) { // it may have been an ordinary one once
        left += u' '
            + tr("What the history says of this field from before it was made confidential stays "
                 "readable.");
    }
    QLabel* copies = makeText(this, left);
    setTone(copies, theme::Tone::Muted);
    column->addWidget(copies);
    column->addSpacing(theme::space(2));
    m_reason->setPlaceholderText(tr("By phone; a letter; asked for it at the desk"));
    column->addWidget(new FieldRow(tr("Reason"), m_reason, this));
    column->addWidget(m_problem);
    column->addLayout(makeFoot());
    m_reason->setFocus();
}

QHBoxLayout* WithdrawDialog::makeFoot()
{
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    setKey(m_withdraw, 'W');
    m_withdraw->setDefault(false);
    m_withdraw->setAutoDefault(false);
    m_withdraw->setEnabled(false);
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(m_withdraw);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_withdraw, &QPushButton::clicked, this, &WithdrawDialog::run);
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_withdraw->setEnabled(!text.trimmed().isEmpty());
    });
    return row;
}

void WithdrawDialog::run()
{
    setEnabled(false);
    m_jobs.run<void>(
        Lane::Write,
        this,
        [id = m_client, purpose = m_purpose, reason = m_reason->text().trimmed()](
            core::Office& office, core::Progress&) {
            return office.sealed().withdrawConsent(id, purpose, reason);
        },
        [this](const core::Result<>& done) {
            setEnabled(true);
            if (!done) {
                sayProblem(m_problem, done.error().message);
                adjustSize(); // the words that came need their room
                m_reason->setFocus();
                return;
            }
            Q_EMIT said(tr("%1: the consent is withdrawn, the value destroyed.")
                            .arg(core::purposeLabel(m_purpose)));
            accept();
        });
}

} // namespace ui
