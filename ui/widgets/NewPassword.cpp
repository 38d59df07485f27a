#include "ui/widgets/NewPassword.h"

#include "core/crypto/Passphrase.h"
#include "core/crypto/PasswordStrength.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/ScreenPrivacy.h"
#include "ui/widgets/SecretClipboard.h"
#include "ui/widgets/StrengthMeter.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

NewPassword::NewPassword(const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_password(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_strength(new StrengthMeter(this))
    , m_shown(makeText(this))
    , m_about(makeText(this))
    , m_suggest(new QPushButton(tr("Suggest one"), this))
    , m_copy(new QPushButton(tr("Copy"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new FieldRow(label, m_password, this));
    column->addWidget(new FieldRow(tr("Once more"), m_again, this));
    auto* row = new QHBoxLayout;
    row->addWidget(m_strength, 1);
    row->addWidget(m_copy);
    row->addWidget(m_suggest);
    column->addLayout(row);
    m_shown->setFont(theme::fixedFont(theme::font(theme::Heading).pointSizeF()));
    m_shown->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_shown->setAccessibleName(tr("Suggested passphrase"));
    m_about->setFont(theme::font(theme::Caption));
    setTone(m_about, theme::Tone::Muted);
    column->addWidget(m_shown);
    column->addWidget(m_about);
    for (QPushButton* button : {m_suggest, m_copy}) {
        button->setProperty("role", QStringLiteral("quiet"));
        button->setAutoDefault(false);
    }
    setKey(m_suggest, 'U');
    for (QLineEdit* edit : {m_password, m_again}) {
        edit->setEchoMode(QLineEdit::Password);
        connect(edit, &QLineEdit::textEdited, this, &NewPassword::hideSuggested);
        connect(edit, &QLineEdit::textChanged, this, &NewPassword::edited);
        connect(edit, &QLineEdit::returnPressed, this, &NewPassword::returnPressed);
    }
    connect(m_password, &QLineEdit::textChanged, m_strength, &StrengthMeter::setPassword);
    connect(m_suggest, &QPushButton::clicked, this, &NewPassword::suggest);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        copySecret(m_suggested);
        m_about->setText(secretCopiedWords());
    });
    hideSuggested();
    setFocusProxy(m_password);
}

NewPassword::~NewPassword() = default;

void NewPassword::suggest()
{
    m_suggested = core::makePassphrase();
    m_privacy = std::make_unique<ScreenPrivacy>(this);
    m_shown->setText(m_suggested);
    m_about->setText(
        tr("Five words by chance: %1 bits, one of more than a million billion billion. Write it "
           "down and keep the paper with you until you know it.")
            .arg(core::passphraseBits())
        + (ScreenPrivacy::limits().isEmpty() ? QString() : u' ' + ScreenPrivacy::limits()));
    for (QWidget* widget : QList<QWidget*>{m_shown, m_about, m_copy}) {
        widget->show();
    }
    m_password->setText(m_suggested);
    m_again->setText(m_suggested);
    growWindow();
    m_password->setCursorPosition(0);
    m_again->setCursorPosition(0);
}

/// A dialog that fits its words is too small for more of them.
void NewPassword::growWindow()
{
    QWidget* dialog = window();
    if (dialog == this || dialog->layout() == nullptr || !dialog->isVisible()) {
        return;
    }
    dialog->layout()->activate();
    const int needed = dialog->layout()->hasHeightForWidth()
        ? dialog->layout()->totalHeightForWidth(dialog->width())
        : dialog->layout()->totalSizeHint().height();
    dialog->resize(dialog->width(), std::max(dialog->height(), needed));
}

void NewPassword::hideSuggested()
{
    m_suggested.clear();
    m_privacy.reset();
    m_shown->clear();
    for (QWidget* widget : QList<QWidget*>{m_shown, m_about, m_copy}) {
        widget->hide();
    }
}

QString NewPassword::text() const
{
    return m_password->text();
}

bool NewPassword::isGood() const
{
    return !m_password->text().isEmpty() && m_password->text() == m_again->text()
        && problem().isEmpty();
}

QString NewPassword::problem() const
{
    if (const QString typed = m_password->text(); !typed.isEmpty()) {
        if (const auto good = core::checkNewPassword(typed); !good) {
            return good.error().message;
        }
    }
    if (!m_again->text().isEmpty() && m_password->text() != m_again->text()) {
        return tr("The two passwords differ.");
    }
    return {};
}

void NewPassword::clear()
{
    m_password->clear();
    m_again->clear();
    hideSuggested();
}

} // namespace ui
