#include "ui/clients/SelectionPanel.h"

#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

SelectionPanel::SelectionPanel(OfficeJobs& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_count(makeText(this))
    , m_tags(new QLineEdit(this))
    , m_problem(makeProblem(this))
    , m_tagging(new QWidget(this))
    , m_trash(new QPushButton(theme::icon("trash"), tr("Trash…"), this))
    , m_merge(new QPushButton(theme::icon("merge"), tr("Merge…"), this))
    , m_restore(new QPushButton(theme::icon("undo"), tr("Restore"), this))
    , m_putOn(new QPushButton(theme::icon("add"), tr("Put on"), this))
    , m_takeOff(new QPushButton(theme::icon("cross"), tr("Take off"), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(5), theme::space(4), theme::space(4), theme::space(4));
    column->setSpacing(theme::space(3));
    m_count->setFont(theme::font(theme::Title));
    QLabel* words = makeText(
        this,
        tr("Tags go on all of them at once, or off, as far as you may change them. Each client's "
           "history says so."));
    setTone(words, theme::Tone::Muted);
    m_tags->setPlaceholderText(tr("VIP; spring fair"));
    setKey(m_putOn, 'P');
    setKey(m_takeOff, 'T');
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_takeOff);
    row->addWidget(m_putOn);
    auto* tagging = new QVBoxLayout(m_tagging);
    tagging->setContentsMargins(0, 0, 0, 0);
    tagging->setSpacing(theme::space(3));
    tagging->addWidget(words);
    tagging->addWidget(new FieldRow(tr("Tags"), m_tags, this));
    tagging->addWidget(m_problem);
    tagging->addLayout(row);
    setKey(m_restore, 'R');
    setKey(m_merge, 'M');
    connect(m_merge, &QPushButton::clicked, this, [this] { Q_EMIT mergeWanted(m_clients); });
    m_trash->setToolTip(tr("Entered by mistake: into the trash (Del)"));
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_trash);
    foot->addStretch(1);
    foot->addWidget(m_merge);
    foot->addWidget(m_restore);
    column->addWidget(m_count);
    column->addWidget(m_tagging);
    column->addStretch(1);
    column->addLayout(foot);
    connect(m_trash, &QPushButton::clicked, this, [this] { Q_EMIT trashWanted(m_clients); });
    connect(m_restore, &QPushButton::clicked, this, [this] { Q_EMIT restoreWanted(m_clients); });
    connect(m_tags, &QLineEdit::textChanged, this, &SelectionPanel::check);
    connect(m_putOn, &QPushButton::clicked, this, [this] { change(true); });
    connect(m_takeOff, &QPushButton::clicked, this, [this] { change(false); });
    check();
}

void SelectionPanel::setClients(std::vector<core::ClientPk> clients, bool areTrashed)
{
    m_tagging->setVisible(!areTrashed);
    m_trash->setVisible(!areTrashed);
    m_restore->setVisible(areTrashed);
    m_clients = std::move(clients);
    m_merge->setVisible(!areTrashed
                        && core::decide(m_jobs.session(), core::Action::Merge)
                            != core::Verdict::Denied);
    m_merge->setEnabled(m_clients.size() <= core::MergePlan::mostMembers);
    if (!m_merge->isEnabled()) {
        m_merge->setToolTip(tr(
            "At most %n clients are merged at once.", nullptr, int(core::MergePlan::mostMembers)));
    } else {
        setKey(m_merge, 'M');
    }
    m_count->setText(tr("%n client(s) chosen", nullptr, int(m_clients.size())));
}

void SelectionPanel::check()
{
    const bool canRun = !m_isRunning && !m_tags->text().trimmed().isEmpty();
    m_putOn->setEnabled(canRun);
    m_takeOff->setEnabled(canRun);
    sayProblem(m_problem, {});
}

void SelectionPanel::change(bool putOn)
{
    core::TagChange wanted;
    wanted.chosen = m_clients;
    (putOn ? wanted.add : wanted.remove) = QStringList{m_tags->text()};
    m_isRunning = true;
    check();
    m_jobs.run<core::MassOutcome>(
        Lane::Write,
        this,
        [wanted](core::Office& office, core::Progress& progress) {
            return office.massChanges().tag(wanted, progress);
        },
        [this](const core::Result<core::MassOutcome>& done) { answer(done); });
}

void SelectionPanel::answer(const core::Result<core::MassOutcome>& done)
{
    m_isRunning = false;
    check();
    if (!done) {
        sayProblem(m_problem, done.error().message);
        return;
    }
    QString words = tr("%n client(s) changed.", nullptr, int(done->changed));
    if (done->notAllowed > 0) {
        words += u' ' + tr("%n of them you may not change.", nullptr, int(done->notAllowed));
    }
    Q_EMIT said(words);
}

} // namespace ui
