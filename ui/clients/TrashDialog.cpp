#include "ui/clients/TrashDialog.h"

#include "core/records/ClientStore.h"
#include "core/security/Permissions.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Prompt.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int trashWidth = 520;

bool decidesHimself(const core::Session& session)
{
    return core::grantOf(session, core::Action::Trash).direct != core::Scope::None;
}

/// Lists know rows; the service knows ids.
core::Result<std::vector<core::ClientId>> idsOf(core::Office& office,
                                                const std::vector<core::ClientPk>& pks)
{
    auto clients = core::ClientStore(office.context().reader).byPks(pks);
    if (!clients) {
        return clients.error();
    }
    std::vector<core::ClientId> ids;
    for (const core::Client& client : *clients) {
        ids.push_back(client.id());
    }
    return ids;
}

/// What was asked for is taken back, as far as nobody has decided it.
void withdraw(OfficeJobs& jobs, QWidget* context, const std::vector<core::RequestPk>& requests)
{
    jobs.run<int>(
        Lane::Write,
        context,
        [requests](core::Office& office, core::Progress&) -> core::Result<int> {
            for (const core::RequestPk request : requests) {
                if (auto done = office.requests().withdraw(request); !done) {
                    return done.error();
                }
            }
            return 0;
        },
        [context](const core::Result<int>& done) {
            if (!done) {
                showError(context, done.error());
            }
        });
}

void sayOutcome(OfficeJobs& jobs,
                QWidget* context,
                const std::vector<core::ClientPk>& clients,
                const core::TrashOutcome& outcome,
                const SayDone& say)
{
    const auto asked = int(outcome.requests.size());
    if (asked > 0) {
        say(TrashDialog::tr("%n request(s) wait for approval.", nullptr, asked),
            TrashDialog::tr("Withdraw"),
            [&jobs, context, requests = outcome.requests] { withdraw(jobs, context, requests); });
        return;
    }
    QString words
        = TrashDialog::tr("%n client(s) in the trash.", nullptr, int(outcome.done.size()));
    if (outcome.sentBack > 0) {
        words += u' ' + TrashDialog::tr("%n open request(s) went back.", nullptr, outcome.sentBack);
    }
    say(words, TrashDialog::tr("Undo"), [&jobs, context, clients, say] {
        restoreClients(jobs, context, clients, say);
    });
}

} // namespace

bool mayTrash(const core::Session& session)
{
    const core::Grant grant = core::grantOf(session, core::Action::Trash);
    return grant.direct != core::Scope::None || grant.byRequest != core::Scope::None;
}

void restoreClients(OfficeJobs& jobs,
                    QWidget* context,
                    const std::vector<core::ClientPk>& clients,
                    const SayDone& say)
{
    jobs.run<core::TrashOutcome>(
        Lane::Write,
        context,
        [clients](core::Office& office, core::Progress&) -> core::Result<core::TrashOutcome> {
            auto ids = idsOf(office, clients);
            return ids ? office.changes().restore(*ids)
                       : core::Result<core::TrashOutcome>(ids.error());
        },
        [&jobs, context, say](core::Result<core::TrashOutcome> outcome) {
            if (!outcome) {
                showError(context, outcome.error());
            } else if (!outcome->requests.empty()) {
                sayOutcome(jobs, context, {}, *outcome, say);
            } else {
                say(TrashDialog::tr("%n client(s) restored.", nullptr, int(outcome->done.size())),
                    {},
                    {});
            }
        });
}

TrashDialog::TrashDialog(OfficeJobs& jobs,
                         std::vector<core::ClientPk> clients,
                         const QString& name,
                         SayDone say,
                         QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_clients(std::move(clients))
    , m_say(std::move(say))
    , m_reason(new QLineEdit(this))
    , m_problem(makeProblem(this))
{
    const bool atOnce = decidesHimself(jobs.session());
    setWindowTitle(tr("Trash"));
    setFixedWidth(trashWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(2));
    QLabel* heading = makeText(
        this,
        name.isEmpty() ? tr("%n client(s) into the trash", nullptr, int(m_clients.size()))
                       : tr("%1 into the trash").arg(name));
    heading->setFont(theme::font(theme::Title));
    column->addWidget(heading);
    QLabel* words = makeText(
        this,
        tr("For what was entered by mistake. Nothing finds it any more but the trash, where it can "
           "be restored at any time. Open requests about it go back to who asked."));
    setTone(words, theme::Tone::Muted);
    column->addWidget(words);
    if (!atOnce) {
        QLabel* asks = makeText(this, tr("Somebody who may decide it is asked first."));
        setTone(asks, theme::Tone::Warning);
        column->addWidget(asks);
    }
    column->addSpacing(theme::space(2));
    m_reason->setPlaceholderText(tr("Entered twice; a test; not a client of ours"));
    column->addWidget(new FieldRow(tr("Reason"), m_reason, this));
    column->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    m_move = makePrimary("trash", atOnce ? tr("Into the trash") : tr("Ask for it"), this);
    setKey(m_move, 'M');
    m_move->setEnabled(false);
    row->addWidget(cancel);
    row->addStretch(1);
    row->addWidget(m_move);
    column->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_move, &QPushButton::clicked, this, &TrashDialog::run);
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_move->setEnabled(!text.trimmed().isEmpty());
    });
    m_reason->setFocus();
}

void TrashDialog::run()
{
    setEnabled(false);
    m_jobs.run<core::TrashOutcome>(
        Lane::Write,
        this,
        [clients = m_clients, reason = m_reason->text()](
            core::Office& office, core::Progress&) -> core::Result<core::TrashOutcome> {
            auto ids = idsOf(office, clients);
            return ids ? office.changes().moveToTrash(*ids, reason)
                       : core::Result<core::TrashOutcome>(ids.error());
        },
        [this](core::Result<core::TrashOutcome> outcome) {
            setEnabled(true);
            if (!outcome) {
                sayProblem(m_problem, outcome.error().message);
                return;
            }
            sayOutcome(m_jobs, parentWidget(), m_clients, *outcome, m_say);
            accept();
        });
}

} // namespace ui
