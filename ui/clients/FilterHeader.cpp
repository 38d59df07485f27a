#include "ui/clients/FilterHeader.h"

#include "ui/widgets/Theme.h"

#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace ui {

FilterHeader::FilterHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    connect(this, &QHeaderView::sectionResized, this, &FilterHeader::place);
    connect(this, &QHeaderView::sectionMoved, this, &FilterHeader::place);
    if (const auto* table = qobject_cast<QTableView*>(parent)) {
        connect(
            table->horizontalScrollBar(), &QScrollBar::valueChanged, this, &FilterHeader::place);
    }
}

void FilterHeader::setEditor(int section, QWidget* editor)
{
    editor->setParent(this);
    editor->setVisible(false);
    m_editors[section] = editor;
}

void FilterHeader::setRowShown(bool shown)
{
    m_isShown = shown;
    updateGeometry();
    updateGeometries();
    Q_EMIT geometriesChanged(); // the table makes room
    place();
}

void FilterHeader::focusEditor(int section)
{
    auto found = m_editors.find(section);
    if (found == m_editors.end() || !found->second->isVisibleTo(this)) {
        found = std::find_if(m_editors.begin(), m_editors.end(), [this](const auto& one) {
            return one.second->isVisibleTo(this);
        });
    }
    if (found != m_editors.end()) {
        found->second->setFocus(Qt::ShortcutFocusReason);
    }
}

int FilterHeader::rowHeight() const
{
    int height = 0;
    for (const auto& [section, editor] : m_editors) {
        height = std::max(height, editor->sizeHint().height());
    }
    return height + theme::space(2);
}

QSize FilterHeader::sizeHint() const
{
    QSize size = QHeaderView::sizeHint();
    if (m_isShown) {
        size.rheight() += rowHeight();
    }
    return size;
}

void FilterHeader::updateGeometries()
{
    setViewportMargins(0, 0, 0, m_isShown ? rowHeight() : 0);
    QHeaderView::updateGeometries();
    place();
}

void FilterHeader::place()
{
    const int top = viewport()->geometry().bottom() + 1 + theme::space(1);
    const int inset = theme::space(1);
    std::vector<QWidget*> shown;
    for (int visual = 0; visual < count(); ++visual) {
        const int section = logicalIndex(visual);
        const auto found = m_editors.find(section);
        if (found == m_editors.end()) {
            continue;
        }
        QWidget* editor = found->second;
        const bool isShown = m_isShown && !isSectionHidden(section);
        editor->setVisible(isShown);
        if (!isShown) {
            continue;
        }
        editor->setGeometry(sectionViewportPosition(section) + inset,
                            top,
                            std::max(sectionSize(section) - 2 * inset, theme::space(6)),
                            editor->sizeHint().height());
        shown.push_back(editor);
    }
    if (shown == m_shown) {
        return;
    }
    m_shown = std::move(shown);
    for (std::size_t i = 1; i < m_shown.size(); ++i) {
        setTabOrder(m_shown[i - 1], m_shown[i]);
    }
    if (!m_shown.empty() && parentWidget() != nullptr) {
        setTabOrder(m_shown.back(), parentWidget()); // and then the rows
    }
}

} // namespace ui
