#include "ui/clients/ClientPanel.h"

#include "core/approval/HistorySignatures.h"
#include "core/security/UserStore.h"
#include "ui/clients/ProfileView.h"
#include "ui/clients/TrashDialog.h"
#include "ui/clients/ValueLine.h"
#include "ui/duplicates/MergeUndoer.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/StateView.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

using core::Field;

constexpr int lookAfterMs = 1000;

/// What the head says beside the record's own values.
RecordHead::About aboutOf(core::Office& office, const core::Client& client)
{
    RecordHead::About about;
    if (auto rows = office.queries().rows({client.pk}); rows && !rows->empty()) {
        about.pending = rows->front().pending;
        about.possibleDuplicate = rows->front().possibleDuplicate;
        about.stale = rows->front().overdue;
    }
    if (auto user = core::UserStore(office.context().reader).byName(client.value(Field::Owner));
        user && *user) {
        about.department = (*user)->departmentName;
    }
    return about;
}

} // namespace

ClientPanel::ClientPanel(OfficeJobs& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_state(new StateView(this))
    , m_record(new QWidget(this))
{
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_state);
    whole->addWidget(m_record);
    auto* column = new QVBoxLayout(m_record);
    column->setContentsMargins(theme::space(5), theme::space(4), theme::space(4), theme::space(4));
    column->setSpacing(theme::space(3));
    m_head = new RecordHead(m_record);
    column->addWidget(m_head);
    connect(m_head, &RecordHead::copied, this, [this](const QString& label) {
        Q_EMIT said(tr("%1 copied.").arg(label), {}, {});
    });
    m_trashed = makeText(m_record);
    setTone(m_trashed, theme::Tone::Warning);
    column->addWidget(m_trashed);
    m_unread = makeProblem(m_record);
    column->addWidget(m_unread);
    m_tabs = new QTabWidget(m_record);
    m_tabs->setAccessibleName(tr("Record"));
    m_profile = new ProfileView(m_jobs.access().timeZone, m_tabs);
    m_history = new HistoryView(m_jobs.access().timeZone, m_tabs);
    m_tabs->addTab(m_profile, tr("Profile"));
    m_tabs->addTab(m_history, tr("History"));
    m_tabs->tabBar()->setAccessibleName(tr("Profile and history"));
    column->addWidget(m_tabs, 1);
    column->addLayout(makeFoot());
    connectProfile();
    m_undoer = new MergeUndoer(m_jobs, this);
    connect(m_undoer, &MergeUndoer::said, this, &ClientPanel::said);
    connect(m_history, &HistoryView::undoWanted, m_undoer, &MergeUndoer::undo);
    connect(m_history, &HistoryView::againWanted, m_undoer, &MergeUndoer::showAgain);
    // Passing over a record with the arrow keys is no look at it.
    m_lookTimer.setSingleShot(true);
    m_lookTimer.setInterval(lookAfterMs);
    connect(&m_lookTimer, &QTimer::timeout, this, [this] {
        const core::ClientId id = m_wanted;
        m_jobs.run<core::Client>(
            Lane::Log,
            this,
            [id](core::Office& office, core::Progress&) { return office.clients().look(id, true); },
            [](const core::Result<core::Client>&) {});
    });
    clear();
}

void ClientPanel::connectProfile()
{
    connect(&m_jobs, &OfficeJobs::asleep, m_profile, &ProfileView::maskAll);
    connect(m_profile, &ProfileView::revealWanted, this, &ClientPanel::reveal);
    connect(m_profile, &ProfileView::withdrawWanted, this, &ClientPanel::withdraw);
    // After the menu that asks for it has closed: it goes with what was shown so far.
    connect(m_profile, &ProfileView::addWanted, this, &ClientPanel::addValue, Qt::QueuedConnection);
    const auto showsHistory = qOverload<const ValueLine*>(&ClientPanel::showHistoryOf);
    const auto saysCopied = [this](const QString& label) {
        Q_EMIT said(tr("%1 copied.").arg(label), {}, {});
    };
    connect(m_profile, &ProfileView::editWanted, this, &ClientPanel::editLine);
    connect(m_profile, &ProfileView::historyWanted, this, showsHistory);
    connect(m_profile, &ProfileView::copied, this, saysCopied);
    ValueLine* name = m_head->name();
    connect(name, &ValueLine::editWanted, this, &ClientPanel::editLine);
    connect(name, &ValueLine::historyWanted, this, showsHistory);
    connect(name, &ValueLine::copied, this, saysCopied);
    connect(name, &ValueLine::moveWanted, m_profile, [this](const ValueLine*, int steps) {
        if (steps > 0) {
            showProfile();
            m_profile->focusFirst();
        }
    });
    connect(
        m_profile, &ProfileView::leftUpwards, name, [name] { name->setFocus(Qt::TabFocusReason); });
}

QHBoxLayout* ClientPanel::makeFoot()
{
    auto* foot = new QHBoxLayout;
    m_trash = new QPushButton(theme::icon("trash"), tr("Trash…"), m_record);
    m_trash->setToolTip(tr("Entered by mistake: into the trash (Del)"));
    m_restore = new QPushButton(theme::icon("undo"), tr("Restore"), m_record);
    setKey(m_restore, 'R');
    m_edit = new QPushButton(theme::icon("edit"), tr("Edit"), m_record);
    m_edit->setShortcut(Qt::Key_F2);
    m_edit->setToolTip(QStringLiteral("F2"));
    foot->addWidget(m_trash);
    foot->addStretch(1);
    foot->addWidget(m_restore);
    foot->addWidget(m_edit);
    connect(m_trash, &QPushButton::clicked, this, [this] {
        if (m_client) {
            Q_EMIT trashWanted(m_client->pk, m_client->value(Field::Name));
        }
    });
    connect(m_restore, &QPushButton::clicked, this, [this] {
        if (m_client) {
            Q_EMIT restoreWanted(m_client->pk);
        }
    });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (!m_client) {
            return;
        }
        const core::Client client = *m_client;
        if (inPlace() != nullptr) {
            m_inPlace->leaveFor([this, client] {
                closeInPlace();
                Q_EMIT editWanted(client);
            });
        } else {
            Q_EMIT editWanted(client);
        }
    });
    return foot;
}

void ClientPanel::clear()
{
    closeInPlace();
    m_client.reset();
    m_profile->maskAll();
    m_wanted = {};
    m_isComing = false;
    m_lookTimer.stop();
    showNothing("person", tr("No client chosen"), tr("Choose one in the list to see it here."));
}

void ClientPanel::showNothing(const char* iconName, const QString& title, const QString& text)
{
    m_record->hide();
    m_state->show(iconName, title, text);
}

void ClientPanel::showClient(const core::ClientId& id)
{
    m_lookTimer.start();
    m_isComing = !m_client || m_client->id() != id;
    read(id);
}

void ClientPanel::reload()
{
    if (!m_wanted.value.isEmpty()) {
        read(m_wanted);
    }
}

void ClientPanel::read(const core::ClientId& id)
{
    m_wanted = id;
    struct Read
    {
        core::Client client;
        std::vector<core::Consent> consents;
        bool mayReveal = false;
        bool mayWithdraw = false;
        bool seesAll = false;
        RecordHead::About about;
    };
    m_jobs.run<Read>(
        Lane::Read,
        this,
        [id](core::Office& office, core::Progress&) -> core::Result<Read> {
            auto client = office.clients().show(id);
            if (!client) {
                return client.error();
            }
            auto subject = office.clients().subject(office.context().reader, *client);
            if (!subject) {
                return subject.error();
            }
            const bool seesAll = core::decide(office.session(), core::Action::SeeAll, *subject)
                == core::Verdict::Allowed;
            auto consents = office.sealed().consents(id); // for who sees the whole record
            auto mayWithdraw = office.sealed().mayWithdrawConsent(id);
            const RecordHead::About about = aboutOf(office, *client);
            return Read{*std::move(client),
                        consents ? *std::move(consents) : std::vector<core::Consent>{},
                        office.sealed().mayOpen(),
                        mayWithdraw && *mayWithdraw,
                        seesAll,
                        about};
        },
        [this, id](core::Result<Read> client) {
            if (m_wanted != id) {
                return;
            }
            m_isComing = false;
            if (client) {
                const QString remark
                    = client->seesAll ? QString() : tr("Your role sees the basic fields only.");
                show(client->client,
                     {remark,
                      client->consents,
                      client->mayReveal,
                      client->mayWithdraw,
                      {},
                      client->seesAll},
                     client->about);
            } else if (inPlace() != nullptr && m_client && m_client->id() == id) {
                // What is typed in it stays; it can be saved when the record can be read again.
                m_profile->maskAll();
                sayProblem(m_unread, client.error().message);
            } else {
                closeInPlace();
                m_client.reset();
                m_profile->maskAll();
                m_lookTimer.stop();
                showNothing(client.error().code == core::ErrorCode::Denied ? "lock" : "warning",
                            tr("This record cannot be shown"),
                            client.error().message);
            }
        });
    readHistory(id);
}

namespace {

core::Result<ReadHistory> historyFor(core::Office& office, const core::ClientId& id, bool mayMerge)
{
    auto entries = office.clients().history(id);
    if (!entries) {
        return entries.error();
    }
    ReadHistory history{*std::move(entries), {}};
    core::HistorySignatures signatures(office.context().reader, office.access().officeId);
    for (const core::HistoryEntry& entry : history.entries) {
        auto problem = signatures.problemOf(entry);
        if (!problem) {
            return problem.error();
        }
        if (!problem->isEmpty()) {
            history.problems.insert(entry.pk, *problem);
        }
        if (!entry.merge.isValid() || history.merges.contains(entry.merge)) {
            continue;
        }
        auto info = office.merges().info(entry.merge);
        const bool isKnown = info && *info;
        history.merges.insert(entry.merge,
                              !isKnown || !mayMerge       ? MergeStep::None
                                  : !(*info)->undone      ? MergeStep::Undo
                                  : (*info)->mayComeAgain ? MergeStep::Again
                                                          : MergeStep::None);
    }
    return history;
}

} // namespace

void ClientPanel::readHistory(const core::ClientId& id)
{
    const core::Grant grant = core::grantOf(m_jobs.session(), core::Action::Merge);
    const bool mayMerge = grant.direct != core::Scope::None || grant.byRequest != core::Scope::None;
    m_jobs.run<ReadHistory>(
        Lane::Read,
        this,
        [id, mayMerge](core::Office& office, core::Progress&) {
            return historyFor(office, id, mayMerge);
        },
        [this, id](core::Result<ReadHistory> history) {
            if (m_wanted == id) {
                m_entries = history ? history->entries : std::vector<core::HistoryEntry>{};
                m_history->show(history ? *history : ReadHistory{});
                showTrashed(history ? history->entries : std::vector<core::HistoryEntry>{});
            }
        });
}

void ClientPanel::showProfile()
{
    m_tabs->setCurrentWidget(m_profile);
}

void ClientPanel::showHistory()
{
    m_tabs->setCurrentWidget(m_history);
}

void ClientPanel::show(const core::Client& client,
                       ProfileView::Around around,
                       const RecordHead::About& about)
{
    const bool isSame = m_client && m_client->pk == client.pk;
    m_client = client;
    m_unread->hide();
    m_state->hide();
    m_record->show();
    m_head->show(client, about);
    const QString& status = client.value(Field::Status);
    const bool isTrashed = status == QLatin1String("trashed");
    // An auditor changes nothing, not even by asking.
    const bool mayChange
        = core::grantOf(m_jobs.session(), core::Action::CreateClient).direct != core::Scope::None;
    m_edit->setVisible(mayChange && !isTrashed);
    m_trash->setVisible(mayTrash(m_jobs.session()) && status == QLatin1String("active"));
    m_restore->setVisible(mayTrash(m_jobs.session()) && isTrashed);
    m_trashed->setVisible(isTrashed);
    m_trashed->setText(tr("▲ In the trash"));
    around.mayEdit = mayChange && status == QLatin1String("active");
    around.mayAdd = around.mayAdd && around.mayEdit;
    m_head->name()->setEditable(around.mayEdit);
    if ((isSame && inPlace() != nullptr) || hasUnsavedWork()) {
        // What is typed stays where it is, also where a colleague has made the record one with another; its saving looks at
        // what changed.
        return;
    }
    closeInPlace();
    m_profile->show(client, around);
    Q_EMIT shown(client.pk, client.id());
}

/// Read after the record, or not at all by who may not see its history.
void ClientPanel::showTrashed(const std::vector<core::HistoryEntry>& newestFirst)
{
    for (const core::HistoryEntry& entry : newestFirst) {
        if (entry.action == QLatin1String("trash")) {
            const QString when = QLocale().toString(entry.at.toTimeZone(m_jobs.access().timeZone),
                                                    QLocale::ShortFormat);
            m_trashed->setText(
                tr("▲ In the trash since %1, by %2: %3").arg(when, entry.authorName, entry.reason));
            return;
        }
    }
}

} // namespace ui
