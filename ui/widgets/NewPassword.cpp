#include "ui/widgets/NewPassword.h"

#include "core/crypto/PasswordStrength.h"
#include "ui/widgets/FieldRow.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

NewPassword::NewPassword(const QString& label, QWidget* parent)
    : QWidget(parent)
    , m_password(new QLineEdit(this))
    , m_again(new QLineEdit(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new FieldRow(label, m_password, this));
    column->addWidget(new FieldRow(tr("Once more"), m_again, this));
    for (QLineEdit* edit : {m_password, m_again}) {
        edit->setEchoMode(QLineEdit::Password);
        connect(edit, &QLineEdit::textChanged, this, &NewPassword::edited);
        connect(edit, &QLineEdit::returnPressed, this, &NewPassword::returnPressed);
    }
    setFocusProxy(m_password);
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
    constexpr int acceptable = 3;
    if (!m_password->text().isEmpty() && core::passwordStrength(m_password->text()) < acceptable) {
        return tr("This password would be guessed soon. Take four or more words that do not belong "
                  "together.");
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
}

} // namespace ui
