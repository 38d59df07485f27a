#include "ui/widgets/Parts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QTableWidgetItem>

#include <algorithm>

namespace ui {

namespace {

/// Cells with room at their sides, so that columns do not touch, and above and below a text that begins at the top, so that
/// rows of several lines do not; where the table has the focus, the chosen row has a bar before it and the current cell of a
/// table without rows a frame around it.
class CellDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        QStyleOptionViewItem cell = option;
        initStyleOption(&cell, index);
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        const QStyle* style = view != nullptr ? view->style() : QApplication::style();
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, view);
        const bool focused = view != nullptr && view->hasFocus();
        const bool isCurrent = cell.state.testFlag(QStyle::State_HasFocus);
        const bool chosen = cell.state.testFlag(QStyle::State_Selected);
        cell.rect = inner(cell.rect, index);
        cell.backgroundBrush = {};
        cell.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus | QStyle::State_MouseOver);
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, view);
        if (!focused) {
            return;
        }
        if (view->selectionBehavior() == QAbstractItemView::SelectRows) {
            if (chosen && index.column() == 0) {
                constexpr int bar = 3;
                painter->fillRect(QRect(option.rect.topLeft(), QSize(bar, option.rect.height())),
                                  theme::color(theme::Tone::Accent));
            }
        } else if (isCurrent && view->selectionMode() != QAbstractItemView::NoSelection) {
            painter->setPen(theme::color(theme::Tone::Accent));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem cell = option;
        if (cell.rect.width() > 2 * side) {
            // Wrapped text needs its height at the width it will have.
            cell.rect.adjust(side, 0, -side, 0);
        }
        return QStyledItemDelegate::sizeHint(cell, index) + QSize(2 * side, 2 * roomAbove(index));
    }

protected:
    void initStyleOption(QStyleOptionViewItem* cell, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(cell, index);
        if (const QVariant tone = index.data(toneRole); tone.isValid()) {
            const QColor ink = theme::color(theme::Tone(tone.toInt()));
            cell->palette.setColor(QPalette::Text, ink);
            cell->palette.setColor(QPalette::HighlightedText, ink);
        }
        if (const QVariant shade = index.data(shadeRole); shade.isValid()) {
            cell->backgroundBrush = theme::color(theme::Tone(shade.toInt()));
        }
    }

    bool editorEvent(QEvent* event,
                     QAbstractItemModel* model,
                     const QStyleOptionViewItem& option,
                     const QModelIndex& index) override
    {
        QStyleOptionViewItem cell = option;
        cell.rect = inner(cell.rect, index); // a check box is where it was painted
        return QStyledItemDelegate::editorEvent(event, model, cell, index);
    }

private:
    static constexpr int side = 5; // and the style's own 3: as far in as the headers' text

    static int roomAbove(const QModelIndex& index)
    {
        const int alignment = index.data(Qt::TextAlignmentRole).toInt();
        return (alignment & Qt::AlignTop) != 0 ? theme::space(1) : 0;
    }
    static QRect inner(const QRect& rect, const QModelIndex& index)
    {
        const int above = roomAbove(index);
        return rect.adjusted(side, above, -side, -above);
    }
};

/// Set on a widget whose words wrap.
class WordKeeper : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto type = event->type();
        auto* widget = static_cast<QWidget*>(watched);
        if ((type == QEvent::Resize || type == QEvent::LayoutRequest || type == QEvent::Show)
            && widget->layout() != nullptr && widget->layout()->hasHeightForWidth()) {
            const int whole = widget->layout()->totalMinimumHeightForWidth(widget->width());
            const int needed = widget->isWindow()
                ? std::min(whole, widget->screen()->availableGeometry().height())
                : whole;
            if (needed != widget->minimumHeight()) {
                widget->setMinimumHeight(needed);
            }
        }
        return false;
    }
};

} // namespace

QPushButton* makePrimary(const QString& label, QWidget* parent)
{
    auto* button = new QPushButton(label, parent);
    button->setProperty("role", QStringLiteral("primary"));
    button->setDefault(true);
    return button;
}

QPushButton* makePrimary(const char* iconName, const QString& label, QWidget* parent)
{
    QPushButton* button = makePrimary(label, parent);
    button->setIcon(theme::icon(iconName, theme::Tone::AccentText));
    return button;
}

QPushButton* makeChip(QWidget* parent, const QString& label)
{
    auto* chip = new QPushButton(parent);
    chip->setCheckable(true);
    theme::setRules(chip,
                    QStringLiteral("QPushButton { border-radius: 9px; padding: 3px 12px; } "
                                   "QPushButton:checked { background: @selected;"
                                   " border-color: @accent; font-weight: 600; } "
                                   "QPushButton:focus { "
                                   "border: 2px solid @accent; padding: 2px 11px; }"));
    setChip(chip, label);
    return chip;
}

void setChip(QPushButton* chip, const QString& label)
{
    chip->setText(label);
    QFont heavy = chip->font();
    heavy.setWeight(QFont::DemiBold);
    // Beside the words: padding, border, and a little air.
    chip->setMinimumWidth(QFontMetrics(heavy).horizontalAdvance(label) + theme::space(8));
}

QLabel* makeText(QWidget* parent, const QString& text)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void setTone(QLabel* label, theme::Tone tone)
{
    theme::setTone(label, tone);
}

void setTone(QTableWidgetItem* cell, theme::Tone tone)
{
    cell->setData(toneRole, int(tone));
}

void setShade(QTableWidgetItem* cell, theme::Tone tone)
{
    cell->setData(shadeRole, int(tone));
}

void setIcon(QLabel* label, const char* iconName, theme::Tone tone, int size)
{
    const char* const key = "icon";
    const bool isNew = !label->property(key).isValid();
    label->setProperty(key, theme::icon(iconName, tone));
    const auto draw = [label, key, size] {
        label->setPixmap(label->property(key).value<QIcon>().pixmap(QSize(size, size),
                                                                    label->devicePixelRatioF()));
    };
    draw();
    if (isNew) {
        theme::onChange(label, draw);
    }
}

QLabel* makeProblem(QWidget* parent)
{
    QLabel* label = makeText(parent);
    setTone(label, theme::Tone::Bad);
    label->hide();
    return label;
}

void sayProblem(QLabel* problem, const QString& text)
{
    problem->setText(text);
    problem->setVisible(!text.isEmpty());
}

void setKey(QAbstractButton* button, char letter)
{
#ifdef Q_OS_MACOS
    Q_UNUSED(button)
    Q_UNUSED(letter)
#else
    const QKeySequence key(QStringLiteral("Alt+") + QLatin1Char(letter));
    button->setShortcut(key);
    button->setToolTip(key.toString(QKeySequence::NativeText));
#endif
}

void keepRoomForMenu(QPushButton* button)
{
    theme::setRules(button, QStringLiteral("QPushButton { padding-right: 22px; }"));
}

void keepWordsWhole(QWidget* widget)
{
    widget->installEventFilter(new WordKeeper(widget));
}

void setUpTable(QTableView* table)
{
    table->setItemDelegate(new CellDelegate(table));
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->setHighlightSections(false);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + theme::space(4));
}

void fitToRows(QTableView* table)
{
    table->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

} // namespace ui
