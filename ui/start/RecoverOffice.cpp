#include "ui/start/RecoverOffice.h"

#include "ui/jobs/OfficeJobs.h"
#include "ui/start/StartStep.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/NewPassword.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

RecoverOffice::RecoverOffice(QWidget* parent)
    : QWidget(parent)
    , m_step(
          new StartStep(tr("Recovery code"),
                        tr("The code from the recovery sheet makes you a data administrator with a "
                           "new password. Your colleagues' passwords stay as they are."),
                        this))
    , m_office(makeText(m_step))
    , m_code(new QPlainTextEdit(m_step))
    , m_user(new QLineEdit(m_step))
    , m_password(new NewPassword(tr("New password"), m_step))
    , m_recover(makePrimary(tr("Open the office"), m_step))
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_step);
    m_office->setFont(theme::font(theme::Heading));
    m_office->setContentsMargins(0, 0, 0, theme::space(3));
    m_step->add(m_office);
    m_code->setFont(theme::fixedFont(m_code->font().pointSizeF())); // four lines, as on the sheet
    constexpr int lines = 4;
    m_code->setFixedHeight(m_code->fontMetrics().lineSpacing() * lines + theme::space(5));
    m_code->setTabChangesFocus(true);
    m_code->installEventFilter(this);
    m_step->add(new FieldRow(tr("Recovery code"), m_code, m_step));
    m_step->add(new FieldRow(tr("Your name"), m_user, m_step));
    m_step->add(m_password);
    auto* back = new QPushButton(tr("Back"), m_step);
    setKey(back, 'B');
    setKey(m_recover, 'O');
    m_step->addButtons(back, m_recover);
    connect(back, &QPushButton::clicked, this, &RecoverOffice::left);
    connect(m_code, &QPlainTextEdit::textChanged, this, &RecoverOffice::check);
    connect(m_user, &QLineEdit::textChanged, this, &RecoverOffice::check);
    connect(m_user, &QLineEdit::returnPressed, m_recover, &QPushButton::click);
    connect(m_password, &NewPassword::edited, this, &RecoverOffice::check);
    connect(m_password, &NewPassword::returnPressed, m_recover, &QPushButton::click);
    connect(m_recover, &QPushButton::clicked, this, &RecoverOffice::recover);
    check();
}

void RecoverOffice::begin(const RecentOffice& office)
{
    m_folder = office.folder;
    m_office->setText(office.name);
    m_code->clear();
    m_user->setText(office.user);
    m_password->clear();
    check();
    m_code->setFocus();
}

bool RecoverOffice::eventFilter(QObject* watched, QEvent* event)
{
    // Return alone begins a line, as on the sheet.
    if (watched == m_code && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return && key->modifiers() == Qt::ControlModifier) {
            m_recover->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RecoverOffice::check()
{
    m_step->sayProblem(m_password->problem());
    m_recover->setEnabled(!m_code->toPlainText().trimmed().isEmpty()
                          && !m_user->text().trimmed().isEmpty() && m_password->isGood());
}

void RecoverOffice::recover()
{
    setEnabled(false);
    setCursor(Qt::BusyCursor);
    using Access = std::shared_ptr<const core::OfficeAccess>;
    runDetached<Access>(
        this,
        [folder = m_folder,
         code = m_code->toPlainText(),
         user = m_user->text().trimmed(),
         password = m_password->text()] {
            return core::recoverOffice(folder, code, user, password);
        },
        [this](core::Result<Access> access) {
            setEnabled(true);
            unsetCursor();
            if (!access) {
                m_step->sayProblem(access.error().message);
                m_code->setFocus();
                return;
            }
            m_code->clear();
            m_password->clear();
            Q_EMIT recovered(*access);
        });
}

} // namespace ui
