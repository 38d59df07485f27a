#include "ui/duplicates/GroupList.h"

#include "ui/duplicates/GroupListModel.h"
#include "ui/widgets/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {

namespace {

constexpr int groupsPerPage = 8; // that Page down goes on

/// A heading in one line; a group in two: name and count, below them the strongest reasons.
class GroupDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        painter->save();
        const QRect room
            = option.rect.adjusted(theme::space(4), theme::space(1), -theme::space(3), 0);
        if (index.data(GroupListModel::HeadingRole).toBool()) {
            write(painter,
                  room.adjusted(0, 0, 0, -theme::space(1)),
                  {index.data().toString(), theme::Caption, theme::Tone::Muted},
                  Qt::AlignBottom);
        } else {
            paintGroup(painter, option, index, room);
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        // Chinese glyphs of a fallback font are taller than the list's own font says.
        const int line = option.fontMetrics.lineSpacing();
        return {0,
                index.data(GroupListModel::HeadingRole).toBool() ? line + theme::space(4)
                                                                 : line * 2 + theme::space(5)};
    }

private:
    struct Words
    {
        QString text;
        theme::Scale scale;
        theme::Tone tone;
    };

    static void
    write(QPainter* painter, const QRect& room, const Words& words, Qt::Alignment alignment)
    {
        painter->setFont(theme::font(words.scale));
        painter->setPen(theme::color(words.tone));
        painter->drawText(
            room,
            int(alignment) | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(words.text, Qt::ElideRight, room.width()));
    }

    static void paintGroup(QPainter* painter,
                           const QStyleOptionViewItem& option,
                           const QModelIndex& index,
                           const QRect& room)
    {
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        if (isChosen) {
            painter->fillRect(option.rect, theme::color(theme::Tone::Selected));
        }
        if (isChosen && option.widget != nullptr && option.widget->hasFocus()) {
            constexpr int bar = 3;
            painter->fillRect(QRect(option.rect.topLeft(), QSize(bar, option.rect.height())),
                              theme::color(theme::Tone::Accent));
        }
        const QString count = index.data(GroupListModel::CountRole).toString();
        painter->setFont(theme::font(theme::Caption));
        const int width = painter->fontMetrics().horizontalAdvance(count) + theme::space(2);
        QRect upper(room.topLeft(), QSize(room.width(), room.height() / 2));
        write(painter,
              upper,
              {count, theme::Caption, theme::Tone::Muted},
              Qt::AlignRight | Qt::AlignVCenter);
        upper.setRight(upper.right() - width);
        write(painter,
              upper,
              {index.data().toString(), theme::Strong, theme::Tone::Text},
              Qt::AlignVCenter);
        const QRect lower(room.left(), upper.bottom(), room.width(), room.height() / 2);
        write(
            painter,
            lower,
            {index.data(GroupListModel::ReasonRole).toString(), theme::Caption, theme::Tone::Muted},
            Qt::AlignVCenter);
    }
};

} // namespace

GroupList::GroupList(GroupListModel* groups, QWidget* parent)
    : QListView(parent)
    , m_groups(groups)
{
    setObjectName(QStringLiteral("groups"));
    setModel(groups);
    setItemDelegate(new GroupDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Groups"));
    theme::onChange(this, [this] { viewport()->update(); });
}

void GroupList::chooseRow(int row)
{
    setCurrentIndex(m_groups->index(row));
    if (row == m_groups->rowAfter(0, 1)) {
        scrollToTop(); // with its heading
    }
}

void GroupList::step(int steps)
{
    if (const int row = m_groups->rowAfter(std::max(this->row(), 0), steps); row >= 0) {
        chooseRow(row);
    }
}

void GroupList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT rowChanged(current.row());
}

void GroupList::keyPressEvent(QKeyEvent* event)
{
    if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        event->ignore(); // one group at a time: Ctrl+A chooses nothing here
        return;
    }
    switch (event->key()) {
    case Qt::Key_M:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT mergeWanted();
        return;
    case Qt::Key_N:
        Q_EMIT differentWanted();
        return;
    case Qt::Key_L:
        Q_EMIT laterWanted();
        return;
    case Qt::Key_J:
    case Qt::Key_Down:
        step(1);
        return;
    case Qt::Key_K:
    case Qt::Key_Up:
        step(-1);
        return;
    case Qt::Key_PageDown:
        step(groupsPerPage);
        return;
    case Qt::Key_PageUp:
        step(-groupsPerPage);
        return;
    case Qt::Key_Home:
        step(-m_groups->rowCount());
        return;
    case Qt::Key_End:
        step(m_groups->rowCount());
        return;
    case Qt::Key_Left:
        Q_EMIT recordWanted(-1);
        return;
    case Qt::Key_Right:
        Q_EMIT recordWanted(1);
        return;
    case Qt::Key_Escape:
        Q_EMIT recordWanted(0);
        return;
    default:
        event->ignore(); // Space, too: nothing is decided by it
    }
}

} // namespace ui
