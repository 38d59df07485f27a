#include "ui/clients/ValueLine.h"

#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace ui {

namespace {

constexpr int lineIconSize = 14;
constexpr int besideLineIcon = 2;

} // namespace

ValueLine::ValueLine(const QString& label,
                     const QString& value,
                     std::vector<core::Field> fields,
                     QWidget* parent)
    : QWidget(parent)
    , m_label(label)
    , m_fields(std::move(fields))
    , m_row(new QHBoxLayout(this))
    , m_value(makeText(this, value))
{
    setObjectName(QStringLiteral("value"));
    setAttribute(Qt::WA_StyledBackground);
    theme::setRules(this,
                    QStringLiteral("#value { border: 1px solid transparent; border-radius: 4px; } "
                                   "#value:focus { border: 1px solid @accent; }"));
    setValue(value);
    setFocusPolicy(Qt::ClickFocus); // Tab goes to one of them, the arrow keys to the others
    m_row->setContentsMargins(theme::space(1), 0, 0, 0);
    m_row->setSpacing(0);
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_value->setFocusPolicy(Qt::NoFocus);
    m_value->installEventFilter(this);
    m_row->addWidget(m_value, 1);
    keepWordsWhole(this);
    m_pencil = addButton("edit", tr("Edit %1 here (F2)").arg(label));
    connect(m_pencil, &QPushButton::clicked, this, [this] { Q_EMIT editWanted(this); });
    showButtons();
}

QMargins ValueLine::edge()
{
    return {theme::space(1), 0, 0, 0};
}

int ValueLine::leastHeight()
{
    return lineIconSize + 2 * besideLineIcon;
}

QPushButton* ValueLine::addButton(const char* iconName, const QString& words)
{
    auto* button = new QPushButton(theme::icon(iconName, theme::Tone::Muted), {}, this);
    button->setProperty("role", QStringLiteral("quiet"));
    theme::setRules(button,
                    QStringLiteral("QPushButton { border: none; background: transparent; padding: "
                                   "%1px; } QPushButton:hover { background: @selected; }")
                        .arg(besideLineIcon));
    button->setIconSize(QSize(lineIconSize, lineIconSize));
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setFocusPolicy(Qt::NoFocus); // the line itself has the keys
    QSizePolicy policy = button->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // nothing moves when the mouse comes by
    button->setSizePolicy(policy);
    m_row->addWidget(button, 0, Qt::AlignTop);
    return button;
}

void ValueLine::setValue(const QString& value)
{
    m_value->setText(value);
    setAccessibleName(m_label + QStringLiteral(": ") + value);
}

void ValueLine::setValueFont(const QFont& font)
{
    m_value->setFont(font);
}

void ValueLine::setEditable(bool editable)
{
    m_isEditable = editable;
    showButtons();
}

void ValueLine::setCopied()
{
    m_copy = addButton("copy", tr("Copy %1").arg(m_label));
    connect(m_copy, &QPushButton::clicked, this, &ValueLine::copy);
    showButtons();
}

void ValueLine::showButtons()
{
    const bool isHere = (underMouse() || hasFocus()) && m_editor == nullptr;
    m_pencil->setVisible(m_isEditable && isHere);
    if (m_copy != nullptr) {
        m_copy->setVisible(isHere);
    }
}

void ValueLine::copy()
{
    const QString chosen = m_value->selectedText();
    QGuiApplication::clipboard()->setText(chosen.isEmpty() ? m_value->text() : chosen);
    Q_EMIT copied(m_label);
}

void ValueLine::putEditor(QWidget* editor)
{
    m_editor = editor;
    m_value->hide();
    QSizePolicy policy = m_pencil->sizePolicy();
    policy.setRetainSizeWhenHidden(false);
    m_pencil->setSizePolicy(policy);
    showButtons();
    m_row->insertWidget(0, editor, 1);
    editor->show();
}

void ValueLine::takeEditor()
{
    if (m_editor == nullptr) {
        return;
    }
    m_editor->hide();
    m_row->removeWidget(m_editor);
    m_editor = nullptr;
    QSizePolicy policy = m_pencil->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_pencil->setSizePolicy(policy);
    m_value->show();
    showButtons();
}

bool ValueLine::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && hasFocus()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEdit = key->key() == Qt::Key_F2 && m_isEditable;
        const bool isHistory = key->key() == Qt::Key_H && key->modifiers() == Qt::ControlModifier;
        if (isEdit || isHistory) {
            event->accept(); // else F2 opens the whole form
            return true;
        }
    }
    return QWidget::event(event);
}

bool ValueLine::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_value) {
        if (event->type() == QEvent::MouseButtonDblClick && m_isEditable) {
            Q_EMIT editWanted(this);
            return true;
        }
        if (event->type() == QEvent::MouseButtonPress) {
            setFocus(Qt::MouseFocusReason);
        }
        if (event->type() == QEvent::ContextMenu) {
            contextMenuEvent(static_cast<QContextMenuEvent*>(event));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ValueLine::keyPressEvent(QKeyEvent* event)
{
    if (m_editor != nullptr) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_F2 && m_isEditable) {
        Q_EMIT editWanted(this);
    } else if (event->key() == Qt::Key_H && event->modifiers() == Qt::ControlModifier) {
        Q_EMIT historyWanted(this);
    } else if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        Q_EMIT moveWanted(this, event->key() == Qt::Key_Down ? 1 : -1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ValueLine::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_editor != nullptr) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copies = menu->addAction(theme::icon("copy"), tr("Copy"), this, &ValueLine::copy);
    copies->setShortcut(QKeySequence::Copy);
    if (m_isEditable) {
        QAction* edits = menu->addAction(
            theme::icon("edit"), tr("Edit here"), this, [this] { Q_EMIT editWanted(this); });
        edits->setShortcut(Qt::Key_F2);
    }
    if (!m_fields.empty()) {
        QAction* shows
            = menu->addAction(theme::icon("history"), tr("History of this value…"), this, [this] {
                  Q_EMIT historyWanted(this);
              });
        shows->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_H));
    }
    menu->popup(event->globalPos());
}

void ValueLine::focusInEvent(QFocusEvent* event)
{
    showButtons();
    QWidget::focusInEvent(event);
}

void ValueLine::focusOutEvent(QFocusEvent* event)
{
    showButtons();
    QWidget::focusOutEvent(event);
}

void ValueLine::enterEvent(QEnterEvent* event)
{
    showButtons();
    QWidget::enterEvent(event);
}

void ValueLine::leaveEvent(QEvent* event)
{
    showButtons();
    QWidget::leaveEvent(event);
}

} // namespace ui
