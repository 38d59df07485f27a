#include "ui/help/KeyOverview.h"

#include "ui/help/PageKeys.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace ui {

namespace {

constexpr QSize overviewSize{820, 640};
constexpr int columnsOfGroups = 2;
constexpr std::size_t linesOfTitle = 2; ///< as high as

QLabel* makeCap(const QString& text, QWidget* parent)
{
    auto* cap = new QLabel(text, parent);
    cap->setTextFormat(Qt::PlainText);
    cap->setFont(theme::font(theme::Caption));
    theme::setRules(cap,
                    QStringLiteral("QLabel { background: @surface; border: 1px solid @line; "
                                   "border-bottom: 2px solid @handle; border-radius: 4px; "
                                   "padding: 1px 6px; color: @text; }"));
    return cap;
}

/// One key or more, each with its cap.
QWidget* makeLine(const KeyOverview::Line& line, QWidget* parent)
{
    auto* row = new QWidget(parent);
    row->setAccessibleName(line.what + QStringLiteral(": ") + line.keys);
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(theme::space(1));
    across->addWidget(makeText(row, line.what), 1);
    for (const QString& text : line.keys.split(QStringLiteral("  "), Qt::SkipEmptyParts)) {
        across->addWidget(makeCap(text, row), 0, Qt::AlignTop);
    }
    return row;
}

QWidget* makeKeyGroup(const KeyOverview::Group& group, QWidget* parent)
{
    auto* part = new QWidget(parent);
    auto* rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 0, 0, theme::space(3));
    rows->setSpacing(theme::space(1));
    auto* title = new QLabel(group.title, part);
    title->setFont(theme::font(theme::Heading));
    rows->addWidget(title);
    for (const KeyOverview::Line& line : group.lines) {
        rows->addWidget(makeLine(line, part));
    }
    return part;
}

bool answers(const KeyOverview::Line& line, const QString& typed)
{
    const QString text = typed.trimmed();
    return text.isEmpty() || matchOf(text, line.what) > 0
        || line.keys.contains(text, Qt::CaseInsensitive);
}

} // namespace

KeyOverview::KeyOverview(const Commands& commands,
                         const QString& pageName,
                         QWidget& page,
                         QWidget* parent)
    : Dialog(parent)
    , m_search(new QLineEdit(this))
    , m_scroll(new QScrollArea(this))
    , m_none(makeText(this, tr("No key for that. Ctrl+K finds everything that can be done.")))
{
    setWindowTitle(tr("Keyboard overview"));
    resize(overviewSize);
    collect(commands, pageName, page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(3));
    auto* head = new QHBoxLayout;
    auto* heading = new QLabel(tr("Keyboard overview"), this);
    heading->setFont(theme::font(theme::Title));
    head->addWidget(heading, 1);
    m_search->setPlaceholderText(tr("Search: what, or a key"));
    m_search->setAccessibleName(tr("Search the keys"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(theme::icon("search", theme::Tone::Muted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    head->addWidget(m_search, 1);
    column->addLayout(head);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(tr("Keys"));
    column->addWidget(m_scroll, 1);
    setTone(m_none, theme::Tone::Muted);
    m_none->hide();
    column->addWidget(m_none);
    auto* foot = new QHBoxLayout;
    auto* close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    foot->addStretch(1);
    foot->addWidget(close);
    column->addLayout(foot);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_search, &QLineEdit::textChanged, this, &KeyOverview::show);
    show(QString());
    m_search->setFocus();
}

void KeyOverview::collect(const Commands& commands, const QString& pageName, QWidget& page)
{
    Group here{tr("On this page: %1").arg(pageName), {}};
    for (const QAbstractButton* button : page.findChildren<QAbstractButton*>()) {
        const QString key = keyText(button->shortcut());
        const QString what
            = button->text().isEmpty() ? button->accessibleName() : button->text().remove(u'&');
        if (!key.isEmpty() && !what.isEmpty() && button->isVisibleTo(&page)) {
            here.lines.push_back({what, key});
        }
    }
    if (!here.lines.empty()) {
        m_groups.push_back(std::move(here));
    }
    for (const auto group : {CommandGroup::Clients,
                             CommandGroup::Go,
                             CommandGroup::Office,
                             CommandGroup::Window,
                             CommandGroup::Help}) {
        Group found{groupLabel(group), {}};
        for (const Commands::Entry& entry : commands.all()) {
            if (entry.command.group == group && !entry.command.key.isEmpty()) {
                found.lines.push_back({entry.action->text(), keyText(entry.command.key)});
            }
        }
        if (!found.lines.empty()) {
            m_groups.push_back(std::move(found));
        }
    }
    const auto say = [](const char* text) {
        return QCoreApplication::translate("ui::PageKeys", text);
    };
    for (const PageKey& key : pageKeys()) {
        if (m_groups.back().title != say(key.group)) {
            m_groups.push_back({say(key.group), {}});
        }
        m_groups.back().lines.push_back({say(key.what), key.keys});
    }
}

/// In two columns of about the same height.
void KeyOverview::show(const QString& typed)
{
    std::vector<Group> shown;
    std::size_t lines = 0;
    for (const Group& group : m_groups) {
        Group left{group.title, {}};
        std::copy_if(group.lines.begin(),
                     group.lines.end(),
                     std::back_inserter(left.lines),
                     [&typed](const Line& line) { return answers(line, typed); });
        if (!left.lines.empty()) {
            lines += left.lines.size() + linesOfTitle;
            shown.push_back(std::move(left));
        }
    }
    auto* whole = new QWidget(m_scroll);
    auto* across = new QHBoxLayout(whole);
    across->setContentsMargins(0, 0, theme::space(3), 0);
    across->setSpacing(theme::space(8));
    QVBoxLayout* columns[columnsOfGroups]{};
    for (QVBoxLayout*& column : columns) {
        column = new QVBoxLayout;
        column->setSpacing(theme::space(2));
        across->addLayout(column, 1);
    }
    std::size_t filled = 0;
    for (const Group& group : shown) {
        columns[filled * columnsOfGroups >= lines ? 1 : 0]->addWidget(makeKeyGroup(group, whole));
        filled += group.lines.size() + linesOfTitle;
    }
    for (QVBoxLayout* column : columns) {
        column->addStretch(1);
    }
    m_scroll->setWidget(whole);
    m_none->setVisible(shown.empty());
    m_scroll->setVisible(!shown.empty());
}

/// The arrows scroll while the keyboard stays in the search.
bool KeyOverview::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        QScrollBar* bar = m_scroll->verticalScrollBar();
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
            return true;
        case Qt::Key_Up:
            bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
            return true;
        case Qt::Key_PageDown:
            bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
            return true;
        case Qt::Key_PageUp:
            bar->triggerAction(QAbstractSlider::SliderPageStepSub);
            return true;
        default:
            break;
        }
    }
    return Dialog::eventFilter(watched, event);
}

} // namespace ui
