#include "ui/shell/PaletteDelegate.h"

#include "ui/shell/PaletteModel.h"
#include "ui/widgets/Theme.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int paletteIcon = 18;

void paintKey(QPainter* painter, QRect* room, const QString& key)
{
    if (key.isEmpty()) {
        return;
    }
    painter->setFont(theme::font(theme::Caption));
    painter->setPen(theme::color(theme::Tone::Muted));
    painter->drawText(*room, Qt::AlignRight | Qt::AlignVCenter, key);
    room->setRight(room->right() - painter->fontMetrics().horizontalAdvance(key) - theme::space(3));
}

void paintWords(QPainter* painter, QRect room, const QModelIndex& index)
{
    const QString about = index.data(PaletteModel::AboutRole).toString();
    painter->setFont(theme::font(about.isEmpty() ? theme::Body : theme::Strong));
    painter->setPen(theme::color(theme::Tone::Text));
    const QString name = painter->fontMetrics().elidedText(
        index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room.width());
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, name);
    room.setLeft(room.left() + painter->fontMetrics().horizontalAdvance(name) + theme::space(3));
    painter->setFont(theme::font(theme::Caption));
    painter->setPen(theme::color(theme::Tone::Muted));
    painter->drawText(room,
                      Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(about, Qt::ElideRight, room.width()));
}

} // namespace

void PaletteDelegate::paint(QPainter* painter,
                            const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    const QRect row = option.rect.adjusted(theme::space(1), 0, -theme::space(1), 0);
    QRect room = row.adjusted(theme::space(3), 0, -theme::space(3), 0);
    if (index.data(PaletteModel::HeadingRole).toBool()) {
        painter->setFont(theme::font(theme::Caption));
        painter->setPen(theme::color(theme::Tone::Muted));
        room.setBottom(room.bottom() - theme::space(1));
        painter->drawText(
            room, Qt::AlignLeft | Qt::AlignBottom, index.data(Qt::DisplayRole).toString());
        painter->restore();
        return;
    }
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(theme::color(theme::Tone::Accent));
        painter->setBrush(theme::color(theme::Tone::Selected));
        painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    const QRect icon(
        room.left(), room.center().y() - paletteIcon / 2 + 1, paletteIcon, paletteIcon);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
    room.setLeft(icon.right() + theme::space(3));
    paintKey(painter, &room, index.data(PaletteModel::KeyRole).toString());
    paintWords(painter, room, index);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option,
                                const QModelIndex& /*index*/) const
{
    return {0, option.fontMetrics.height() + theme::space(3)};
}

} // namespace ui
