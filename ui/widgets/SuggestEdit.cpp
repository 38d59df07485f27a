#include "ui/widgets/SuggestEdit.h"

#include "ui/widgets/Theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>

#include <algorithm>

namespace ui {

namespace {

constexpr int noteRole = Qt::UserRole + 1;
constexpr int mostShown = 9;

/// The word, and its note behind it in a quiet tone.
class SuggestionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter,
               const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        const bool isChosen = row.state.testFlag(QStyle::State_Selected);
        painter->fillRect(row.rect,
                          theme::color(isChosen ? theme::Tone::Selected : theme::Tone::Raised));
        if (isChosen) { // not by the shade alone
            painter->fillRect(
                QRect(row.rect.topLeft(), QSize(theme::space(1) - 1, row.rect.height())),
                theme::color(theme::Tone::Accent));
        }
        const QRect inner = row.rect.adjusted(theme::space(2), 0, -theme::space(2), 0);
        painter->setFont(row.font);
        painter->setPen(theme::color(theme::Tone::Text));
        const QString text = row.fontMetrics.elidedText(row.text, Qt::ElideRight, inner.width());
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, text);
        const int used = row.fontMetrics.horizontalAdvance(text) + theme::space(3);
        painter->setPen(theme::color(theme::Tone::Muted));
        const QRect rest = inner.adjusted(used, 0, 0, 0);
        painter->drawText(rest,
                          Qt::AlignRight | Qt::AlignVCenter,
                          row.fontMetrics.elidedText(
                              index.data(noteRole).toString(), Qt::ElideRight, rest.width()));
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString note = index.data(noteRole).toString();
        const int width = option.fontMetrics.horizontalAdvance(index.data().toString())
            + (note.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(note) + theme::space(3))
            + theme::space(4);
        return {width, option.fontMetrics.height() + theme::space(2)};
    }
};

bool isSeparator(QChar c)
{
    return c == u';' || c == u'；' || c == u',' || c == u'，' || c == u'、';
}

} // namespace

SuggestEdit::SuggestEdit(QWidget* parent)
    : QLineEdit(parent)
    , m_model(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_model, this))
    , m_popup(new QListView)
{
    m_completer->setCompletionMode(
        QCompleter::UnfilteredPopupCompletion); // the source has done that
    m_completer->setMaxVisibleItems(mostShown);
    m_completer->setWidget(this);
    m_completer->setPopup(m_popup); // and owns it
    m_popup->setItemDelegate(new SuggestionDelegate(m_popup));
    m_popup->setAccessibleName(tr("Suggestions"));
    theme::setRules(m_popup,
                    QStringLiteral("QListView { background: @raised; border: 1px solid @line; }"));
    m_popup->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_completer,
            qOverload<const QModelIndex&>(&QCompleter::activated),
            this,
            &SuggestEdit::take);
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (!typedPart().isEmpty()) {
            offer();
        } else {
            m_popup->hide();
        }
    });
}

void SuggestEdit::setSource(Source source, bool withButton)
{
    m_source = std::move(source);
    if (withButton && m_open == nullptr) {
        m_open = addAction(theme::icon("chevron", theme::Tone::Muted), QLineEdit::TrailingPosition);
        m_open->setToolTip(tr("Show what there is to choose (Down)"));
        connect(m_open, &QAction::triggered, this, [this] {
            setFocus();
            offer();
        });
    }
}

bool SuggestEdit::isOffering() const
{
    return m_popup->isVisible();
}

QString SuggestEdit::typedPart() const
{
    if (!m_several) {
        return text().trimmed();
    }
    const QString before = text().left(cursorPosition());
    const auto last = std::find_if(before.rbegin(), before.rend(), isSeparator);
    return before.right(std::distance(before.rbegin(), last)).trimmed();
}

void SuggestEdit::offer()
{
    if (!m_source || isReadOnly() || !isEnabled()) {
        return;
    }
    m_offered = m_source(typedPart());
    m_model->clear();
    for (const Suggestion& one : m_offered) {
        auto* item = new QStandardItem(one.text);
        item->setData(one.note, noteRole);
        item->setAccessibleText(one.note.isEmpty() ? one.text
                                                   : one.text + QStringLiteral(", ") + one.note);
        m_model->appendRow(item);
    }
    if (m_offered.empty()) {
        m_popup->hide();
        return;
    }
    const int wide = std::max(width(), m_popup->sizeHintForColumn(0) + theme::space(6));
    m_completer->complete(QRect(0, 0, wide, height()));
    m_popup->setCurrentIndex({}); // what is typed stands, until a row is chosen
}

void SuggestEdit::take(const QModelIndex& index)
{
    if (index.row() < 0 || std::size_t(index.row()) >= m_offered.size() || isReadOnly()) {
        return;
    }
    const Suggestion one = m_offered[std::size_t(index.row())];
    if (m_several) {
        const QString whole = text();
        qsizetype from = cursorPosition();
        while (from > 0 && !isSeparator(whole.at(from - 1))) {
            --from;
        }
        qsizetype to = cursorPosition();
        while (to < whole.size() && !isSeparator(whole.at(to))) {
            ++to;
        }
        const QString before = whole.left(from).trimmed();
        const QString made = (before.isEmpty() ? QString() : before + u' ') + one.text;
        setText(made + whole.mid(to));
        setCursorPosition(int(made.size()));
    } else {
        setText(one.text);
    }
    Q_EMIT chosen(one);
}

/// The keys that concern the list while it is open. The line sees them first (QCompleter's filter hands them on).
bool SuggestEdit::takeAtKey(int key)
{
    const QModelIndex current = m_popup->currentIndex();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_popup->hide();
        // Free text may be the beginning of a word that is offered, and is meant as it was typed.
        if (current.isValid() || !m_isFree || typedPart().isEmpty()) {
            take(current.isValid() ? current : m_model->index(0, 0));
        }
        return true;
    }
    if (key == Qt::Key_Escape) {
        m_popup->hide();
        return true;
    }
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
        m_popup->hide();
        if (key == Qt::Key_Tab && current.isValid()) {
            take(current);
        }
    }
    return false;
}

bool SuggestEdit::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress && isOffering()) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (!key->modifiers().testFlag(Qt::ControlModifier) && takeAtKey(key->key())) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void SuggestEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier && !isOffering()) {
        offer();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace ui
