#include "ui/shell/CommandPalette.h"

#include "ui/shell/PaletteDelegate.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int paletteWidth = 640;
constexpr int rowsShown = 13;
constexpr int typingMs = 80;
constexpr int mostClients = 8;
constexpr int mostRecent = 6;
constexpr int mostCommands = 6;

} // namespace

CommandPalette::CommandPalette(OfficeJobs& jobs, const Commands& commands, QWidget* parent)
    : QFrame(parent)
    , m_jobs(jobs)
    , m_commands(commands)
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new PaletteModel(this))
{
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Clients and commands"));
    theme::setRules(this,
                    QStringLiteral("#palette { background: @raised; border: 1px solid @handle; "
                                   "border-radius: 8px; }"
                                   "#palette QListView, #palette QListView:focus { border: none; "
                                   "background: transparent; }"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(2), theme::space(2), theme::space(2), theme::space(2));
    column->setSpacing(theme::space(1));
    m_edit->setPlaceholderText(tr("A client, or what you want to do"));
    m_edit->setAccessibleName(tr("A client, or what you want to do"));
    m_edit->addAction(theme::icon("search", theme::Tone::Muted), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    column->addWidget(m_edit);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setAccessibleName(tr("Found"));
    m_list->setFocusPolicy(Qt::NoFocus); // the keyboard stays in the line above
    m_list->setProperty("reachedBy", QStringLiteral("the arrows, in the line above"));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    column->addWidget(m_list, 1);
    auto* foot = new QLabel(tr("↑ ↓ choose   ·   Enter opens   ·   Ctrl+Enter in a window of its "
                               "own   ·   Esc closes"),
                            this);
    foot->setFont(theme::font(theme::Caption));
    foot->setAlignment(Qt::AlignCenter);
    setTone(foot, theme::Tone::Muted);
    column->addWidget(foot);
    m_timer.setSingleShot(true);
    m_timer.setInterval(typingMs);
    connect(&m_timer, &QTimer::timeout, this, &CommandPalette::readClients);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::typed);
    // The keyboard is in the line: so the line says which row is chosen.
    connect(m_list->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex& now) {
                m_edit->setAccessibleDescription(now.data(Qt::AccessibleTextRole).toString());
            });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        m_list->setCurrentIndex(index);
        choose(false);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, const QWidget* now) {
        if (isVisible() && now != nullptr && now != m_edit) {
            close(false);
        }
    });
    parent->installEventFilter(this);
    hide();
}

void CommandPalette::open(const QString& typed)
{
    if (!isVisible()) {
        m_before = QApplication::focusWidget();
    }
    m_clients.clear();
    {
        const QSignalBlocker quiet(m_edit);
        m_edit->setText(typed);
    }
    m_edit->selectAll();
    this->typed();
    place();
    show();
    raise();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::typed()
{
    m_isMoved = false;
    m_wantsFirst = false;
    m_isReading = true;
    ++m_round;
    build(); // what is known at once; the clients follow in their place
    if (m_edit->text().trimmed().isEmpty()) {
        readClients();
    } else {
        m_timer.start();
    }
}

void CommandPalette::readClients()
{
    using Rows = std::vector<core::ClientRow>;
    m_jobs.run<Rows>(
        Lane::Read,
        this,
        [typed = m_edit->text().trimmed()](core::Office& office,
                                           core::Progress&) -> core::Result<Rows> {
            if (typed.isEmpty()) {
                return office.queries().recent(mostRecent);
            }
            const auto pks = office.queries().searchPks(typed, mostClients);
            return pks ? office.queries().rows(*pks) : core::Result<Rows>(pks.error());
        },
        [this, round = m_round](const core::Result<Rows>& rows) { showClients(rows, round); });
}

void CommandPalette::showClients(const core::Result<std::vector<core::ClientRow>>& rows, int round)
{
    if (round != m_round) {
        return;
    }
    m_isReading = false;
    m_clients = rows ? *rows : std::vector<core::ClientRow>();
    m_problem = rows ? QString() : rows.error().message;
    build();
    if (std::exchange(m_wantsFirst, false)) {
        choose(false);
    }
}

/// A command that begins with what was typed stands before the clients, which come a moment later: so no row moves away
/// under the hand.
void CommandPalette::build()
{
    const QString typed = m_edit->text().trimmed();
    const auto commands = m_commands.possible(typed);
    const bool isCommand = !typed.isEmpty() && !commands.empty()
        && matchOf(typed, commands.front()->action->text()) > 0 && typed.size() > 1;
    const QModelIndex kept = m_list->currentIndex();
    const int row = kept.row();
    std::vector<PaletteModel::Row> rows;
    if (isCommand) {
        addCommands(&rows);
        addClients(&rows);
    } else {
        addClients(&rows);
        addCommands(&rows);
    }
    m_model->setRows(std::move(rows));
    const int wanted = m_isMoved ? m_model->nextChoice(row, 1) : m_model->nextChoice(0, 1);
    m_list->setCurrentIndex(m_model->index(wanted, 0));
    if (!m_isMoved) {
        m_list->scrollToTop();
    }
}

void CommandPalette::addClients(std::vector<PaletteModel::Row>* rows) const
{
    using Kind = PaletteModel::Kind;
    const QString typed = m_edit->text().trimmed();
    if (typed.isEmpty() && m_clients.empty()) {
        return;
    }
    rows->push_back({Kind::Heading, typed.isEmpty() ? tr("Opened last") : tr("Clients")});
    for (const core::ClientRow& client : m_clients) {
        rows->push_back(PaletteModel::rowOf(client));
    }
    if (!m_problem.isEmpty()) {
        rows->push_back({Kind::Remark, m_problem, {}, {}, theme::icon("warning")});
    } else if (!m_isReading && m_clients.empty()) {
        rows->push_back(
            {Kind::Remark, tr("No client by this name, pinyin, phone or id"), {}, {}, {}});
    }
    if (!typed.isEmpty() && !(m_clients.empty() && !m_isReading)) {
        rows->push_back({Kind::InList,
                         tr("All that “%1” finds, in the list").arg(typed),
                         {},
                         {},
                         theme::icon("search")});
    }
}

void CommandPalette::addCommands(std::vector<PaletteModel::Row>* rows) const
{
    const QString typed = m_edit->text().trimmed();
    auto commands = m_commands.possible(typed);
    if (commands.empty()) {
        return;
    }
    if (!typed.isEmpty()) {
        commands.resize(std::min(commands.size(), std::size_t(mostCommands)));
        rows->push_back({PaletteModel::Kind::Heading, tr("Commands")});
        for (const Commands::Entry* entry : commands) {
            rows->push_back(PaletteModel::rowOf(*entry));
        }
        return;
    }
    for (const auto group : {CommandGroup::Clients,
                             CommandGroup::Go,
                             CommandGroup::Office,
                             CommandGroup::Window,
                             CommandGroup::Help}) {
        bool isFirst = true;
        for (const Commands::Entry* entry : commands) {
            if (entry->command.group != group) {
                continue;
            }
            if (std::exchange(isFirst, false)) {
                rows->push_back({PaletteModel::Kind::Heading, groupLabel(group)});
            }
            rows->push_back(PaletteModel::rowOf(*entry));
        }
    }
}

void CommandPalette::step(int by, bool isPage)
{
    const int from = m_list->currentIndex().row();
    const int last = m_model->rowCount() - 1;
    int row = m_model->nextChoice(std::clamp(from + by, 0, last), by > 0 ? 1 : -1);
    if (row < 0 && isPage) {
        row = m_model->nextChoice(by > 0 ? last : 0, by > 0 ? -1 : 1);
    }
    if (row < 0 || (row == from && !isPage)) {
        // Around, as menus do.
        row = m_model->nextChoice(by > 0 ? 0 : last, by > 0 ? 1 : -1);
    }
    m_isMoved = true;
    m_list->setCurrentIndex(m_model->index(row, 0));
    if (row > 0 && m_model->nextChoice(row - 1, -1) < 0) {
        m_list->scrollToTop(); // its heading, too
    }
}

void CommandPalette::choose(bool inWindow)
{
    const PaletteModel::Row* found = m_model->at(m_list->currentIndex().row());
    if (m_isReading && !m_isMoved
        && (found == nullptr || found->kind != PaletteModel::Kind::Command)) {
        m_wantsFirst = true; // the first client is on its way
        return;
    }
    if (found == nullptr) {
        return;
    }
    const PaletteModel::Row row = *found;
    const QString typed = m_edit->text().trimmed();
    close(true);
    switch (row.kind) {
    case PaletteModel::Kind::Client:
        if (inWindow) {
            Q_EMIT windowWanted(row.client, row.id);
        } else {
            Q_EMIT clientWanted(row.client, row.id);
        }
        break;
    case PaletteModel::Kind::Command:
        row.action->trigger();
        break;
    case PaletteModel::Kind::InList:
        Q_EMIT searchWanted(typed);
        break;
    case PaletteModel::Kind::Heading:
    case PaletteModel::Kind::Remark:
        break;
    }
}

void CommandPalette::close(bool giveBack)
{
    ++m_round;
    m_timer.stop();
    hide();
    if (giveBack && m_before) {
        m_before->setFocus();
    }
}

void CommandPalette::place()
{
    const QRect room = parentWidget()->rect();
    const int width = std::min(paletteWidth, room.width() - theme::space(8));
    const int row = m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : theme::space(8);
    const int height
        = std::min(rowsShown * row + theme::space(24), room.height() - theme::space(6));
    setGeometry((room.width() - width) / 2, theme::space(2), width, height);
}

bool CommandPalette::pressed(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(rowsShown - 2, true);
        return true;
    case Qt::Key_PageUp:
        step(2 - rowsShown, true);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(modifiers.testFlag(Qt::ControlModifier));
        return true;
    case Qt::Key_Escape:
        close(true);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        step(key == Qt::Key_Tab ? 1 : -1); // there is nowhere else to go
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (pressed(key->key(), key->modifiers())) {
            return true;
        }
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace ui
