#include "ui/clients/BadgeDelegate.h"

#include "ui/clients/ClientListModel.h"
#include "ui/clients/ListColumns.h"
#include "ui/widgets/Theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFontMetrics>
#include <QPainter>

namespace ui {

namespace {

constexpr int iconSide = 14;

int inset()
{
    return theme::space(2); // as far in as the words of other cells
}

int iconOnly()
{
    return iconSide + theme::space(2);
}

} // namespace

BadgeDelegate::BadgeDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
    , m_font(theme::font(theme::Caption))
{
    const QFontMetrics metrics(m_font);
    for (const BadgeLook& look : badgeLooks()) {
        const bool isUrgent = look.badge == PendingBadge || look.badge == DuplicateBadge;
        const QString word = badgeWord(look);
        m_looks.push_back(
            {look.badge,
             theme::icon(look.icon, isUrgent ? theme::Tone::Warning : theme::Tone::Muted),
             word,
             iconOnly() + metrics.horizontalAdvance(word) + theme::space(2)});
    }
}

void BadgeDelegate::paint(QPainter* painter,
                          const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const QStyle* style = view != nullptr ? view->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, view);
    const int badges = index.data(badgesRole).toInt();
    int left = 0; // how many are still to come
    for (const Look& look : m_looks) {
        left += (badges & look.badge) != 0 ? 1 : 0;
    }
    if (left == 0) {
        return;
    }
    QRect room = option.rect.adjusted(inset(), 0, -theme::space(1), 0);
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(m_font);
    bool hasWord = true;
    for (const Look& look : m_looks) {
        if ((badges & look.badge) == 0) {
            continue;
        }
        --left;
        // The first ones are what matters most: none behind them has a word where they have none.
        hasWord = hasWord && look.width + left * (iconOnly() + theme::space(1)) <= room.width();
        const int width = hasWord ? look.width : iconOnly();
        paintBadge(painter, QRect(room.left(), room.top(), width, room.height()), look, hasWord);
        room.setLeft(room.left() + width + theme::space(1));
    }
    painter->restore();
}

void BadgeDelegate::paintBadge(QPainter* painter,
                               const QRect& rect,
                               const Look& look,
                               bool hasWord) const
{
    const int height = std::min(rect.height() - 2, QFontMetrics(m_font).height() + theme::space(1));
    const QRect pill(rect.left(), rect.center().y() - height / 2, rect.width(), height);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(theme::color(theme::Tone::Line));
    painter->setBrush(theme::color(theme::Tone::Surface));
    painter->drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const QRect icon(
        pill.left() + theme::space(1), pill.center().y() - iconSide / 2 + 1, iconSide, iconSide);
    look.icon.paint(painter, icon);
    if (hasWord) {
        painter->setPen(theme::color(theme::Tone::Text));
        painter->drawText(
            pill.adjusted(iconOnly(), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, look.word);
    }
}

} // namespace ui
