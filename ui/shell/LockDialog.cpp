#include "ui/shell/LockDialog.h"

#include "ui/shell/IdleWatch.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int lockDialogWidth = 480;
constexpr int mostMinutes = 60;

} // namespace

LockDialog::LockDialog(QWidget* parent)
    : Dialog(parent)
    , m_minutes(new QSpinBox(this))
{
    setWindowTitle(tr("Lock by itself"));
    setFixedWidth(lockDialogWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    auto* heading = new QLabel(tr("Lock by itself"), this);
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    QLabel* words = makeText(
        this,
        tr("When nobody uses keyboard or mouse for so long, and at once when the computer is "
           "locked or goes to sleep, everything is hidden and your keys are put away. What you had "
           "typed comes back with your password."));
    setTone(words, theme::Tone::Muted);
    column->addWidget(words);
    column->addSpacing(theme::space(2));
    m_minutes->setRange(1, mostMinutes);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setValue(int(lockAfter().count()));
    column->addWidget(new FieldRow(tr("After"), m_minutes, this));
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    QPushButton* set = makePrimary(tr("Set"), this);
    setKey(set, 'S');
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(set);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(set, &QPushButton::clicked, this, [this] {
        setLockAfter(std::chrono::minutes(m_minutes->value()));
        Q_EMIT changed();
        accept();
    });
}

} // namespace ui
