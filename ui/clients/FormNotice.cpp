#include "ui/clients/FormNotice.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace ui {

FormNotice::FormNotice(QWidget* parent)
    : QWidget(parent)
    , m_across(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_words(makeText(this))
{
    m_across->setSpacing(theme::space(1));
    m_words->setFont(theme::font(theme::Caption));
    setTone(m_words, theme::Tone::Muted);
    m_across->addWidget(m_words, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space(1));
    for (std::size_t i = 0; i < mostButtons; ++i) {
        m_buttons[i] = new QPushButton(this);
        m_buttons[i]->setProperty("role", QStringLiteral("quiet"));
        row->addWidget(m_buttons[i], 0, Qt::AlignTop);
        connect(m_buttons[i], &QPushButton::clicked, this, [this, i] {
            const auto action = std::exchange(m_actions[i], nullptr);
            say({});
            if (action) {
                action();
            }
        });
    }
    row->addStretch(1);
    m_across->addLayout(row);
    setIndent(0);
    hide();
}

void FormNotice::say(const QString& words, const std::vector<Button>& buttons)
{
    m_words->setText(words);
    // With two buttons little room is left beside them, and then there is more to say.
    m_across->setDirection(buttons.size() > 1 ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (std::size_t i = 0; i < mostButtons; ++i) {
        const bool isThere = i < buttons.size();
        m_buttons[i]->setText(isThere ? buttons[i].words : QString());
        m_actions[i] = isThere ? buttons[i].action : nullptr;
        m_buttons[i]->setVisible(isThere);
    }
    setVisible(!words.isEmpty());
}

QString FormNotice::said() const
{
    return isHidden() ? QString() : m_words->text();
}

void FormNotice::followInTabOrder(QWidget* editor)
{
    for (QPushButton* button : m_buttons) {
        setTabOrder(editor, button);
        editor = button;
    }
}

void FormNotice::setIndent(int width)
{
    m_across->setContentsMargins(width, 0, 0, theme::space(1));
}

} // namespace ui
