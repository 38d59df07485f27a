#include "ui/widgets/StateView.h"

#include "ui/widgets/Parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

StateView::StateView(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(theme::space(2));
    layout->addStretch(2);
    constexpr int readable = 400; // pixels: lines that an eye takes in at once
    for (QLabel* label : {m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setMaximumWidth(readable);
        label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        auto* across = new QHBoxLayout;
        across->addStretch(1);
        across->addWidget(label, 100);
        across->addStretch(1);
        layout->addLayout(across);
    }
    m_title->setFont(theme::font(theme::Heading));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    setTone(m_text, theme::Tone::Muted);
    layout->addSpacing(theme::space(2));
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action) {
            m_action();
        }
    });
}

void StateView::show(const char* iconName, const QString& title, const QString& text)
{
    constexpr int iconSize = 48;
    setIcon(m_icon, iconName, theme::Tone::Muted, iconSize);
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title + QStringLiteral(". ") + text);
    QWidget::show();
}

void StateView::setAction(const QString& label, std::function<void()> action)
{
    m_action = std::move(action);
    m_button->setText(label);
    m_button->show();
}

void StateView::clearAction()
{
    m_action = nullptr;
    m_button->hide();
}

} // namespace ui
