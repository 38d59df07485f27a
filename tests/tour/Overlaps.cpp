#include "tour/Overlaps.h"

#include <QLayout>
#include <QStackedLayout>
#include <QWidget>

namespace tour {

namespace {

void collect(QLayout& layout, std::vector<const QWidget*>& widgets)
{
    if (qobject_cast<const QStackedLayout*>(&layout) != nullptr) {
        return; // one over the other is what it is for
    }
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* item = layout.itemAt(i);
        if (const QWidget* widget = item->widget()) {
            if (!widget->isHidden()) {
                widgets.push_back(widget);
            }
        } else if (QLayout* inner = item->layout()) {
            collect(*inner, widgets);
        }
    }
}

} // namespace

std::vector<std::pair<const QWidget*, const QWidget*>> overlapping(const QWidget& parent)
{
    std::vector<const QWidget*> widgets;
    if (parent.layout() != nullptr) {
        collect(*parent.layout(), widgets);
    }
    std::vector<std::pair<const QWidget*, const QWidget*>> found;
    for (std::size_t i = 0; i < widgets.size(); ++i) {
        for (std::size_t k = i + 1; k < widgets.size(); ++k) {
            const QRect both = widgets[i]->geometry().intersected(widgets[k]->geometry());
            if (both.width() > 1 && both.height() > 1) {
                found.emplace_back(widgets[i], widgets[k]);
            }
        }
    }
    return found;
}

} // namespace tour
