#include "tour/Inspector.h"

#include "tour/Overlaps.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionHeader>
#include <QTabBar>
#include <QTextDocument>
#include <QTextEdit>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace tour {

namespace {

constexpr double leastContrast = 4.5;
constexpr int longestQuote = 40;

QString accessibleText(const QWidget& widget, QAccessible::Text what)
{
    // The interface does not change it.
    QAccessibleInterface* known
        = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(&widget));
    return known == nullptr ? QString() : known->text(what);
}

QString wordsOf(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        return label->text();
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        return button->text();
    }
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) {
        return edit->text().isEmpty() ? edit->placeholderText() : edit->displayText();
    }
    if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
        return box->currentText();
    }
    return {};
}

QString nameOf(const QWidget& widget)
{
    QString name = QString::fromLatin1(widget.metaObject()->className());
    if (!widget.objectName().isEmpty()) {
        name += u'#' + widget.objectName();
    }
    QString words = wordsOf(widget).simplified();
    if (words.isEmpty()) {
        words = accessibleText(widget, QAccessible::Name);
    }
    const QWidget* parent = widget.parentWidget();
    const QString in
        = parent == nullptr ? QString() : QString::fromLatin1(parent->metaObject()->className());
    return QStringLiteral("%1 \"%2\" in %3").arg(name, words.left(longestQuote), in);
}

/// Parts that Qt's own widgets are made of: the whole is looked at.
bool isInside(const QWidget& widget)
{
    const QWidget* parent = widget.parentWidget();
    if (widget.objectName().startsWith(QLatin1String("qt_"))
        || qobject_cast<const QScrollBar*>(&widget) != nullptr) {
        return true;
    }
    return parent != nullptr
        && (widget.inherits("QTableCornerButton")
            || qobject_cast<const QComboBox*>(parent) != nullptr
            || qobject_cast<const QAbstractSpinBox*>(parent) != nullptr
            || qobject_cast<const QTabBar*>(parent) != nullptr
            || qobject_cast<const QLineEdit*>(parent) != nullptr);
}

bool isViewport(const QWidget* widget)
{
    const auto* area = widget == nullptr
        ? nullptr
        : qobject_cast<const QAbstractScrollArea*>(widget->parentWidget());
    return area != nullptr && area->viewport() == widget;
}

bool canBeOperated(const QWidget& widget)
{
    return qobject_cast<const QAbstractButton*>(&widget) != nullptr
        || qobject_cast<const QLineEdit*>(&widget) != nullptr
        || qobject_cast<const QComboBox*>(&widget) != nullptr
        || qobject_cast<const QAbstractSpinBox*>(&widget) != nullptr
        || qobject_cast<const QAbstractItemView*>(&widget) != nullptr
        || qobject_cast<const QTextEdit*>(&widget) != nullptr
        || qobject_cast<const QPlainTextEdit*>(&widget) != nullptr
        || qobject_cast<const QTabBar*>(&widget) != nullptr;
}

/// One of a group of choices is reached by Tab, the others by the arrows; what is left out on purpose says how else it is reached.
bool isReachedOtherwise(const QWidget& widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return (widget.focusPolicy() & Qt::TabFocus) != 0
        || (button != nullptr && button->isCheckable()
            && (button->group() != nullptr || button->autoExclusive()))
        || widget.property("reachedBy").isValid();
}

// ---- names and keys

void inspectOperable(const QWidget& widget, QStringList& faults)
{
    const bool isHeader = qobject_cast<const QHeaderView*>(&widget) != nullptr;
    if (isInside(widget) || isHeader || !widget.isEnabled() || isViewport(&widget)) {
        return;
    }
    const bool takesFocus = widget.focusPolicy() != Qt::NoFocus;
    if ((takesFocus || canBeOperated(widget))
        && accessibleText(widget, QAccessible::Name).isEmpty()) {
        faults.append(QStringLiteral("no name for a screen reader: ") + nameOf(widget));
    }
    if (canBeOperated(widget) && !isReachedOtherwise(widget)) {
        faults.append(QStringLiteral("not reached by Tab: ") + nameOf(widget));
    }
    const auto* plain = qobject_cast<const QPlainTextEdit*>(&widget);
    const auto* rich = qobject_cast<const QTextEdit*>(&widget);
    const auto* items = qobject_cast<const QAbstractItemView*>(&widget);
    if ((plain != nullptr && !plain->tabChangesFocus())
        || (rich != nullptr && !rich->tabChangesFocus())
        || (items != nullptr && items->tabKeyNavigation())) {
        faults.append(QStringLiteral("keeps Tab for itself: ") + nameOf(widget));
    }
}

bool isStop(const QWidget& widget, const QWidget& window)
{
    return widget.isVisibleTo(&window) && widget.isEnabled()
        && (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.window() == window.window();
}

void inspectTabOrder(const QWidget& window, QStringList& faults)
{
    const QWidget* before = nullptr;
    const QWidget* widget = window.window();
    do {
        widget = widget->nextInFocusChain();
        if (widget == nullptr || !isStop(*widget, window) || isInside(*widget)) {
            continue;
        }
        // Rows of one form: the next one stands below, or beside.
        if (before != nullptr && before->parentWidget() == widget->parentWidget()
            && widget->geometry().bottom() < before->geometry().top()
            && widget->geometry().left() <= before->geometry().right()) {
            faults.append(QStringLiteral("Tab goes back up from %1 to %2")
                              .arg(nameOf(*before), nameOf(*widget)));
        }
        before = widget;
    } while (widget != nullptr && widget != window.window());
}

// ---- room

bool isLabelCut(const QLabel& label)
{
    if (label.text().isEmpty()) {
        return false;
    }
    const QSize room = label.contentsRect().size();
    if (label.wordWrap()) {
        return label.heightForWidth(label.width()) > label.height() + 1;
    }
    return label.sizeHint().width() > label.width() + 1
        || label.fontMetrics().height() > room.height() + 2;
}

bool isButtonCut(const QAbstractButton& button)
{
    if (button.text().isEmpty()) {
        return false;
    }
    const int words = button.fontMetrics().size(Qt::TextShowMnemonic, button.text()).width();
    const int icon = button.icon().isNull() ? 0 : button.iconSize().width();
    int room = button.width() - icon;
    if (const auto* box = qobject_cast<const QCheckBox*>(&button)) {
        room -= box->style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, box);
    }
    if (const auto* radio = qobject_cast<const QRadioButton*>(&button)) {
        room -= radio->style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, nullptr, radio);
    }
    return words > room || button.fontMetrics().height() > button.height();
}

bool isHeaderCut(const QHeaderView& header, int section)
{
    if (header.isSectionHidden(section) || header.orientation() != Qt::Horizontal
        || header.model() == nullptr) {
        return false;
    }
    const QString words
        = header.model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    return header.fontMetrics().size(0, words).width() > header.sectionSize(section);
}

void inspectRoom(const QWidget& widget, QStringList& faults)
{
    const auto cut = [&faults, &widget](bool isCut) {
        if (isCut) {
            faults.append(QStringLiteral("words are cut: ") + nameOf(widget));
        }
    };
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        cut(isLabelCut(*label));
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        cut(isButtonCut(*button));
    } else if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) {
        // What a tool tip says in whole may be cut with big letters.
        const bool showsPlaceholder = edit->text().isEmpty() && !edit->placeholderText().isEmpty()
            && edit->toolTip() != edit->placeholderText();
        cut(showsPlaceholder
            && edit->fontMetrics().horizontalAdvance(edit->placeholderText())
                > edit->contentsRect().width());
    } else if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
        cut(!box->isEditable()
            && box->fontMetrics().horizontalAdvance(box->currentText())
                > box->width() - box->height() / 2);
    } else if (const auto* header = qobject_cast<const QHeaderView*>(&widget)) {
        for (int section = 0; section < header->count(); ++section) {
            if (isHeaderCut(*header, section)) {
                faults.append(
                    QStringLiteral("words are cut: column \"%1\" of %2")
                        .arg(header->model()->headerData(section, Qt::Horizontal).toString(),
                             nameOf(widget)));
            }
        }
    }
}

void inspectPlace(const QWidget& widget, QStringList& faults)
{
    const QWidget* parent = widget.parentWidget();
    if (parent == nullptr || widget.isWindow() || isViewport(parent) || isInside(widget)
        || parent->inherits("QSplitter")) { // its handles are wider than they look
        return;
    }
    if (!parent->rect().contains(widget.geometry())) {
        faults.append(QStringLiteral("reaches out of its parent: ") + nameOf(widget));
    }
}

void inspectRows(const QWidget& widget, QStringList& faults)
{
    for (const auto& [one, other] : overlapping(widget)) {
        faults.append(QStringLiteral("stand over one another: ") + nameOf(*one)
                      + QStringLiteral(" and ") + nameOf(*other));
    }
}

// ---- contrast

double linear(int channel)
{
    const double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

/// Relative luminance (WCAG 2.1).
double luminance(QRgb color)
{
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color))
        + 0.0722 * linear(qBlue(color));
}

double contrast(double one, double other)
{
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// Of what stands off its ground most: the words, since letters are thicker than one blended pixel only in part. 21 where all is
/// of one color.
double contrastIn(const QImage& picture, const QRect& area)
{
    QHash<QRgb, int> colors;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            ++colors[picture.pixel(x, y)];
        }
    }
    QRgb ground = 0;
    int most = 0;
    for (auto it = colors.cbegin(); it != colors.cend(); ++it) {
        if (it.value() > most) {
            most = it.value();
            ground = it.key();
        }
    }
    double best = 1;
    for (auto it = colors.cbegin(); it != colors.cend(); ++it) {
        best = std::max(best, contrast(luminance(ground), luminance(it.key())));
    }
    return colors.size() < 2 ? 21 : best;
}

/// Something is laid over it in part: a toast, what Ctrl+K opens.
bool isCovered(const QWidget& widget, const QWidget& window)
{
    const QRect rect = widget.rect();
    for (const QPoint& point :
         {rect.center(), rect.topLeft(), rect.bottomRight(), rect.topRight(), rect.bottomLeft()}) {
        const QWidget* top = window.childAt(widget.mapTo(&window, point));
        if (top != nullptr && top != &widget && !widget.isAncestorOf(top)
            && !top->isAncestorOf(&widget)) {
            return true;
        }
    }
    return false;
}

void inspectContrast(const QWidget& widget,
                     const QWidget& window,
                     const QImage& picture,
                     QStringList& faults)
{
    if (!widget.isEnabled() || isInside(widget) || wordsOf(widget).trimmed().isEmpty()
        || isCovered(widget, window)) {
        return;
    }
    const QRegion seen = widget.visibleRegion();
    constexpr int frame = 3; // a border says nothing about the words
    const QRect inner = widget.rect().adjusted(frame, frame, -frame, -frame);
    if (qobject_cast<const QLabel*>(&widget) == nullptr && !seen.boundingRect().contains(inner)) {
        return;
    }
    const QRect local
        = qobject_cast<const QLabel*>(&widget) != nullptr ? seen.boundingRect() : inner;
    if (local.width() < widget.width() / 2 || local.height() < widget.fontMetrics().height()) {
        return; // scrolled out of sight
    }
    const QPoint at = widget.mapTo(&window, local.topLeft());
    const double ratio = picture.devicePixelRatio();
    const QRect area = QRect(QPoint(int(at.x() * ratio), int(at.y() * ratio)), local.size() * ratio)
                           .intersected(picture.rect());
    if (!area.isEmpty() && contrastIn(picture, area) < leastContrast) {
        faults.append(QStringLiteral("contrast below 4.5:1: ") + nameOf(widget));
    }
}

} // namespace

QStringList inspect(const QWidget& window, const QImage& picture)
{
    QStringList faults;
    const auto widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (!widget->isVisibleTo(&window) || widget->window() != window.window()) {
            continue;
        }
        inspectOperable(*widget, faults);
        inspectRoom(*widget, faults);
        inspectPlace(*widget, faults);
        inspectRows(*widget, faults);
        inspectContrast(*widget, window, picture, faults);
    }
    inspectTabOrder(window, faults);
    faults.removeDuplicates();
    return faults;
}

} // namespace tour
