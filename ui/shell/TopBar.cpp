#include "ui/shell/TopBar.h"

#include "core/base/Language.h"
#include "core/security/Permissions.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace ui {

TopBar::TopBar(OfficeJobs& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    row->setSpacing(theme::space(2));
    addSearch(row);
    addRecent(row);
    row->addStretch(1);
    addActions(row);
    row->addSpacing(theme::space(2));
    addState(row);
    addMore(row);
}

void TopBar::addSearch(QHBoxLayout* row)
{
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("Search: name, pinyin, phone, email, id   (Ctrl+K)"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(theme::icon("search", theme::Tone::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(380);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &TopBar::searched);
    row->addWidget(m_search, 2);
}

void TopBar::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void TopBar::clearSearch()
{
    m_search->clear();
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
void TopBar::addRecent(QHBoxLayout* row)
{
    m_recent = new QToolButton(this);
    m_recent->setObjectName(QStringLiteral("recent"));
    m_recent->setIcon(theme::icon("clock"));
    m_recent->setAccessibleName(tr("Opened last"));
    const QKeySequence key(QStringLiteral("Ctrl+R"));
    m_recent->setShortcut(key);
    m_recent->setToolTip(tr("Opened last (%1)").arg(key.toString(QKeySequence::NativeText)));
    m_recent->setAutoRaise(true);
    connect(m_recent, &QToolButton::clicked, this, &TopBar::readRecent);
    row->addWidget(m_recent);
}

void TopBar::readRecent()
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

void TopBar::addActions(QHBoxLayout* row)
{
    const core::Session& session = m_jobs.session();
    const auto addButton
        = [&](const char* iconName, const QString& label, const QKeySequence& key, auto wanted) {
              auto* button = new QPushButton(theme::icon(iconName), label, this);
              button->setShortcut(key);
              button->setToolTip(key.toString(QKeySequence::NativeText));
              connect(button, &QPushButton::clicked, this, wanted);
              row->addWidget(button);
          };
    const auto may = [&session](core::Action action) {
        return core::grantOf(session, action).direct != core::Scope::None;
    };
    if (may(core::Action::CreateClient)) {
        addButton("add", tr("New client"), QKeySequence::New, &TopBar::newClientWanted);
    }
    if (may(core::Action::Import) || core::mayAskForImport(session)) {
        addButton(
            "import", tr("Import"), QKeySequence(QStringLiteral("Ctrl+I")), &TopBar::importWanted);
    }
    if (may(core::Action::Export)) {
        addButton(
            "export", tr("Export"), QKeySequence(QStringLiteral("Ctrl+E")), &TopBar::exportWanted);
    }
}

void TopBar::addState(QHBoxLayout* row)
{
    m_state = new QLabel(this);
    m_state->setFont(theme::font(theme::Caption));
    m_state->setTextFormat(Qt::PlainText);
    setTone(m_state, theme::Tone::Muted);
    row->addWidget(m_state);
    connect(&m_jobs, &OfficeJobs::pendingChanged, this, &TopBar::showSaving);
    connect(&m_jobs, &OfficeJobs::waitingForColleague, this, [this] {
        m_state->setText(tr("A colleague is saving; yours comes next…"));
    });
    showSaving();
}

void TopBar::showSaving()
{
    const bool saving = m_jobs.pending(Lane::Write) > 0;
    const bool working = m_jobs.pending(Lane::Long) > 0;
    const QString state = saving ? tr("saving…") : working ? tr("working…") : tr("saved");
    m_state->setText(
        tr("%1 · %2 · %3").arg(m_jobs.session().name, m_jobs.access().officeName, state));
}

void TopBar::addMore(QHBoxLayout* row)
{
    auto* more = new QToolButton(this);
    more->setObjectName(QStringLiteral("more"));
    more->setIcon(theme::icon("menu"));
    more->setAccessibleName(tr("More"));
    more->setShortcut(Qt::Key_F10);
    more->setToolTip(tr("More (F10)"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setAutoRaise(true);
    auto* menu = new QMenu(more);
    const bool chinese = core::currentLanguage() == QLatin1String("zh");
    // Named in its own language, for whoever cannot read the present one.
    connect(menu->addAction(chinese ? QStringLiteral("English") : QStringLiteral("中文")),
            &QAction::triggered,
            this,
            [this, chinese] {
                // What is being typed goes along.
                Q_EMIT languageWanted(chinese ? QStringLiteral("en") : QStringLiteral("zh"));
            });
    addPrints(menu);
    connect(menu->addAction(theme::icon("lock"), tr("My password and keys…")),
            &QAction::triggered,
            this,
            &TopBar::passwordWanted);
    connect(menu->addAction(theme::icon("check"), tr("Check the office…")),
            &QAction::triggered,
            this,
            &TopBar::checkWanted);
    menu->addSeparator();
    QAction* lock = menu->addAction(theme::icon("lock"), tr("Lock"));
    // In every window of the program, the dialogs too.
    lock->setShortcut(QKeySequence(QStringLiteral("Ctrl+L")));
    lock->setShortcutContext(Qt::ApplicationShortcut);
    addAction(lock);
    connect(lock, &QAction::triggered, this, &TopBar::lockWanted);
    connect(menu->addAction(theme::icon("clock"), tr("Lock by itself…")),
            &QAction::triggered,
            this,
            &TopBar::lockTimeWanted);
    connect(menu->addAction(theme::icon("exit"), tr("Log out")),
            &QAction::triggered,
            this,
            &TopBar::leaveWanted);
    more->setMenu(menu);
    row->addWidget(more);
}

/// More than one record only by who may take them out.
void TopBar::addPrints(QMenu* menu)
{
    QAction* record = menu->addAction(theme::icon("print"), tr("Print this client…"));
    record->setShortcut(QKeySequence::Print);
    addAction(record);
    connect(record, &QAction::triggered, this, &TopBar::printRecordWanted);
    if (core::grantOf(m_jobs.session(), core::Action::Export).direct != core::Scope::None) {
        connect(menu->addAction(theme::icon("print"), tr("Print the list…")),
                &QAction::triggered,
                this,
                &TopBar::printListWanted);
    }
    connect(menu->addAction(theme::icon("mail"), tr("Print address labels…")),
            &QAction::triggered,
            this,
            &TopBar::printLabelsWanted);
    menu->addSeparator();
}

} // namespace ui
