// ProfileView: where the keyboard is, and what is in sight.
#include "ui/clients/ProfileView.h"
#include "ui/clients/ValueLine.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace ui {

using core::Field;

std::optional<Field> ProfileView::wantedFocus()
{
    const auto goesOn = std::exchange(m_goOnAt, {});
    for (const ValueLine* line : m_lines) {
        if (line->hasFocus()) {
            return goesOn ? goesOn : line->fields().front();
        }
    }
    if (m_adding != nullptr && m_adding->hasFocus()) {
        return goesOn ? goesOn : Field::Id;
    }
    return {};
}

/// Who goes through the values by keyboard goes on where he was, whatever was read anew.
void ProfileView::focusLineOf(Field field)
{
    if (ValueLine* line = lineOf(field)) {
        take(line);
    } else if (m_adding != nullptr) {
        m_adding->setFocus();
        ensureWidgetVisible(m_adding);
    } else {
        focusFirst();
    }
}

void ProfileView::fitLines()
{
    for (ValueLine* line : m_lines) {
        QCoreApplication::sendPostedEvents(line, QEvent::LayoutRequest);
    }
    m_grid->activate();
}

void ProfileView::keepInSight(QWidget* editor)
{
    editor->installEventFilter(this);
    if (isAncestorOf(editor)) {
        ensureWidgetVisible(editor);
    }
}

bool ProfileView::eventFilter(QObject* watched, QEvent* event)
{
    auto* editor = qobject_cast<QWidget*>(watched);
    if (event->type() == QEvent::Resize && editor != nullptr && widget() != nullptr
        && widget()->isAncestorOf(editor)) {
        ensureWidgetVisible(editor);
    }
    return QScrollArea::eventFilter(watched, event);
}

void ProfileView::focusFirst()
{
    if (!m_lines.empty()) {
        take(m_lines.front());
    }
}

/// One line at a time is a place of the Tab key: the one where somebody was last.
void ProfileView::moveFrom(const ValueLine* line, int steps)
{
    const auto at = std::find(m_lines.begin(), m_lines.end(), line);
    const auto to = std::distance(m_lines.begin(), at) + steps;
    if (at == m_lines.end() || to >= std::ssize(m_lines)) {
        return;
    }
    if (to < 0) {
        Q_EMIT leftUpwards();
        return;
    }
    take(m_lines[std::size_t(to)]);
}

void ProfileView::take(ValueLine* line)
{
    for (ValueLine* one : m_lines) {
        one->setFocusPolicy(one == line ? Qt::StrongFocus : Qt::ClickFocus);
    }
    line->setFocus(Qt::TabFocusReason);
    ensureWidgetVisible(line);
}

} // namespace ui
