#include "ui/shell/TopBar.h"

#include "ui/shell/Commands.h"
#include "ui/shell/OfficeStatus.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {

constexpr int narrowestSearch = 200;
constexpr int narrowestBar = 700;
constexpr int wideEnoughForPeople = 1080;
constexpr int wideEnoughForWords = 900;
constexpr int widestPerson = 220;

} // namespace

TopBar::TopBar(OfficeJobs& jobs, const Commands& commands, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_commands(commands)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::space(3), theme::space(2), theme::space(4), theme::space(2));
    row->setSpacing(theme::space(2));
    auto* ways = new QHBoxLayout;
    ways->setSpacing(0);
    addQuiet(ways, "go.back");
    addQuiet(ways, "go.forward");
    row->addLayout(ways);
    addSearch(row);
    auto* finds = new QHBoxLayout;
    finds->setSpacing(0);
    addQuiet(finds, "palette");
    m_recent = addQuiet(finds, "client.recent");
    m_recent->setObjectName(QStringLiteral("recent"));
    row->addLayout(finds);
    row->addStretch(1);
    for (const char* command : {"client.new", "office.import", "office.export"}) {
        addButton(row, command);
    }
    row->addSpacing(theme::space(2));
    addPerson(row);
    addMenu(row);
}

QToolButton* TopBar::addQuiet(QHBoxLayout* row, const char* command)
{
    QAction* action = m_commands.action(command);
    auto* button = new QToolButton(this);
    const auto show = [button, action] {
        button->setIcon(action->icon());
        button->setAccessibleName(action->text());
        button->setToolTip(withKey(action->text(), action->shortcut()));
        button->setEnabled(action->isEnabled());
    };
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, show);
    show();
    row->addWidget(button);
    return button;
}

void TopBar::addSearch(QHBoxLayout* row)
{
    m_search = new QLineEdit(this);
    const QString key = keyText(m_commands.action("client.find")->shortcut());
    m_search->setPlaceholderText(tr("Search: name, pinyin, phone, id   (%1)").arg(key));
    m_search->setToolTip(
        m_search->placeholderText()); // with big letters there is no room for all of it
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(theme::icon("search", theme::Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(narrowestSearch);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &TopBar::searched);
    row->addWidget(m_search, 2);
}

void TopBar::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void TopBar::search(const QString& text)
{
    m_search->setText(text);
}

bool TopBar::isSearching() const
{
    return m_search->hasFocus();
}

bool TopBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT listWanted();
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// The clients that were opened last: they are read when the menu opens.
void TopBar::openRecent()
{
    using Rows = std::vector<core::ClientRow>;
    m_jobs.run<Rows>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) {
            constexpr int shown = 20;
            return office.queries().recent(shown);
        },
        [this](core::Result<Rows> rows) {
            if (rows) {
                showRecent(*rows);
            } else {
                showError(this, rows.error());
            }
        });
}

void TopBar::showRecent(const std::vector<core::ClientRow>& rows)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("recent_menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    constexpr int longestName = 40;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const core::Client& client = rows[i].client;
        QString name = client.value(core::Field::Name).left(longestName);
        name.replace(u'&', QStringLiteral("&&"));
        // A digit opens the first nine.
        const QString label = i < 9 ? QStringLiteral("&%1   %2").arg(i + 1).arg(name) : name;
        const auto pk = client.pk;
        const core::ClientId id = client.id();
        connect(menu->addAction(label), &QAction::triggered, this, [this, pk, id] {
            Q_EMIT clientWanted(pk, id);
        });
    }
    if (rows.empty()) {
        menu->addAction(tr("No client was opened yet"))->setEnabled(false);
    }
    menu->popup(m_recent->mapToGlobal(QPoint(0, m_recent->height())));
    if (!rows.empty()) {
        menu->setActiveAction(menu->actions().constFirst());
    }
}

void TopBar::addButton(QHBoxLayout* row, const char* command)
{
    QAction* action = m_commands.action(command);
    if (action == nullptr) {
        return;
    }
    QString label = action->text();
    label.remove(QStringLiteral("…"));
    auto* button = new QPushButton(action->icon(), label, this);
    button->setToolTip(keyText(action->shortcut()));
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    button->setAccessibleName(label);
    m_buttons.push_back(button);
    row->addWidget(button);
}

QSize TopBar::minimumSizeHint() const
{
    return {narrowestBar, QWidget::minimumSizeHint().height()};
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_person->setVisible(width() >= wideEnoughForPeople);
    for (QPushButton* button : m_buttons) {
        button->setText(width() >= wideEnoughForWords ? button->accessibleName() : QString());
    }
}

void TopBar::addPerson(QHBoxLayout* row)
{
    m_person = new QLabel(this);
    m_person->setFont(theme::font(theme::Caption));
    m_person->setTextFormat(Qt::PlainText);
    setTone(m_person, theme::Tone::Muted);
    const QString words = tr("%1 · %2").arg(m_jobs.session().name, m_jobs.access().officeName);
    m_person->setText(m_person->fontMetrics().elidedText(words, Qt::ElideRight, widestPerson));
    m_person->setToolTip(words);
    row->addWidget(m_person);
    m_status = new OfficeStatus(m_jobs, this);
    row->addWidget(m_status);
}

void TopBar::openMenu()
{
    m_menu->showMenu();
}

void TopBar::addMenu(QHBoxLayout* row)
{
    QAction* open = m_commands.action("menu");
    m_menu = new QToolButton(this);
    m_menu->setObjectName(QStringLiteral("more"));
    m_menu->setIcon(open->icon());
    m_menu->setAccessibleName(tr("More"));
    m_menu->setToolTip(withKey(tr("More"), open->shortcut()));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setAutoRaise(true);
    m_menu->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(m_menu);
    // Names of commands; an empty one is a line between.
    for (const char* command : {"print.record",
                                "print.list",
                                "print.labels",
                                "",
                                "window.settings",
                                "window.language",
                                "office.keys",
                                "office.check",
                                "",
                                "help.guide",
                                "help.keys",
                                "",
                                "window.lock",
                                "window.leave"}) {
        if (QAction* action = m_commands.action(command)) {
            menu->addAction(action);
        } else if (*command == '\0') {
            menu->addSeparator();
        }
    }
    m_menu->setMenu(menu);
    row->addWidget(m_menu);
}

} // namespace ui
