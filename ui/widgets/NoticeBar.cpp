#include "ui/widgets/NoticeBar.h"

#include "ui/widgets/Parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

NoticeBar::NoticeBar(const char* iconName, theme::Tone tone, QWidget* parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this))
    , m_words(makeText(this))
{
    constexpr int iconSize = 18;
    setObjectName(QStringLiteral("notice"));
    theme::setRules(
        this,
        QStringLiteral("#notice { background: @raised; border: none;"
                       " border-top: 1px solid @line; border-bottom: 1px solid @line; }"));
    m_row->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    m_row->setSpacing(theme::space(3));
    auto* mark = new QLabel(this);
    setIcon(mark, iconName, tone, iconSize);
    m_row->addWidget(mark);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_row->addWidget(m_words, 1);
    hide();
}

void NoticeBar::say(const QString& words)
{
    m_words->setText(words);
    setVisible(!words.isEmpty());
}

QString NoticeBar::words() const
{
    return m_words->text();
}

QPushButton* NoticeBar::addButton(const QString& label)
{
    auto* button = new QPushButton(label, this);
    m_row->addWidget(button);
    return button;
}

QPushButton* NoticeBar::addClose()
{
    auto* button = new QPushButton(theme::icon("cross", theme::Tone::Muted), {}, this);
    button->setProperty("role", QStringLiteral("quiet"));
    button->setAccessibleName(tr("Hide this line"));
    button->setToolTip(tr("Hide this line"));
    m_row->addWidget(button);
    return button;
}

} // namespace ui
