#include "ui/widgets/HelpMark.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int bubbleWidth = 340;

class Bubble : public QFrame
{
public:
    Bubble(QWidget* at, const QString& heading, const QString& text)
        : QFrame(at->window(), Qt::Popup)
    {
        setAttribute(Qt::WA_DeleteOnClose);
        setObjectName(QStringLiteral("bubble"));
        setAccessibleName(heading + QStringLiteral(". ") + text);
        theme::setRules(
            this, QStringLiteral("#bubble { background: @raised; border: 1px solid @handle; }"));
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(
            theme::space(4), theme::space(3), theme::space(4), theme::space(3));
        column->setSpacing(theme::space(1));
        auto* title = new QLabel(heading, this);
        title->setFont(theme::font(theme::Strong));
        title->setTextFormat(Qt::PlainText);
        column->addWidget(title);
        QLabel* words = makeText(this, text);
        column->addWidget(words);
        setFixedWidth(bubbleWidth);
        ensurePolished(); // its border takes room, too
        resize(bubbleWidth, layout()->totalHeightForWidth(bubbleWidth));
        keepWordsWhole(this);
        move(placeBelow(at, size()));
    }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        event->accept();
        close();
    }

private:
    static QPoint placeBelow(const QWidget* at, QSize size)
    {
        const QRect screen = at->screen()->availableGeometry();
        QPoint point = at->mapToGlobal(QPoint(at->width() - size.width(), at->height()));
        if (point.x() < screen.left()) {
            point.setX(at->mapToGlobal(QPoint()).x());
        }
        if (point.y() + size.height() > screen.bottom()) {
            point.setY(at->mapToGlobal(QPoint()).y() - size.height());
        }
        return {std::max(point.x(), screen.left()), std::max(point.y(), screen.top())};
    }
};

} // namespace

HelpMark::HelpMark(const QString& about, const QString& text, QWidget* parent)
    : QToolButton(parent)
    , m_about(about)
{
    setIcon(theme::icon("info", theme::Tone::Muted));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Help: %1").arg(about));
    theme::setRules(this,
                    QStringLiteral("QToolButton { border: 2px solid transparent; border-radius: "
                                   "5px; padding: 1px; } QToolButton:hover { background: @line; } "
                                   "QToolButton:focus { border-color: @accent; }"));
    setText(text);
    connect(this, &QToolButton::clicked, this, [this] { showBubble(this, m_about, m_text); });
}

void HelpMark::setText(const QString& text)
{
    m_text = text;
    setToolTip(text);
    setAccessibleDescription(text);
}

QWidget* withHelp(QWidget* editor, const QString& about, const QString& text)
{
    auto* line = new QWidget(editor->parentWidget());
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(1));
    row->addWidget(editor, 1);
    row->addWidget(new HelpMark(about, text, line));
    line->setFocusProxy(editor);
    editor->setAccessibleName(about);
    return line;
}

void showBubble(QWidget* at, const QString& heading, const QString& text)
{
    auto* bubble = new Bubble(at, heading, text);
    bubble->show();
    bubble->setFocus();
}

} // namespace ui
