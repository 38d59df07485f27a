#include "ui/widgets/StateView.h"

#include "ui/widgets/Parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int glanceMs = 400; // what is shorter moves nothing
constexpr int barWidth = 160;

const char* iconFor(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::Denied:
    case core::ErrorCode::Unauthenticated:
        return "lock";
    case core::ErrorCode::Busy:
    case core::ErrorCode::Io:
        return "away";
    case core::ErrorCode::Cancelled:
        return "cross";
    case core::ErrorCode::Invalid:
    case core::ErrorCode::NotFound:
    case core::ErrorCode::Duplicate:
    case core::ErrorCode::Conflict:
    case core::ErrorCode::Corrupt:
    case core::ErrorCode::Unsupported:
    case core::ErrorCode::Internal:
        return "warning";
    }
    return "warning";
}

/// Whether another try can end differently.
bool isWorthAnotherTry(core::ErrorCode code)
{
    return code != core::ErrorCode::Denied && code != core::ErrorCode::Unauthenticated
        && code != core::ErrorCode::Unsupported;
}

} // namespace

StateView::StateView(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
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
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(barWidth);
    m_bar->hide();
    m_glance.setSingleShot(true);
    m_glance.setInterval(glanceMs);
    connect(&m_glance, &QTimer::timeout, m_bar, &QWidget::show);
    layout->addWidget(m_bar, 0, Qt::AlignHCenter);
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
    m_glance.stop();
    m_bar->hide();
    clearAction();
    QWidget::show();
}

void StateView::showLoading(const char* iconName, const QString& title)
{
    show(iconName, title, {});
    m_bar->setAccessibleName(title);
    m_glance.start();
}

void StateView::showError(const QString& title,
                          const core::Error& error,
                          std::function<void()> again)
{
    show(iconFor(error.code), title, error.message);
    if (again && isWorthAnotherTry(error.code)) {
        setAction(tr("Try again"), std::move(again));
    }
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
