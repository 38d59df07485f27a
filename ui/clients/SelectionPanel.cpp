#include "ui/clients/SelectionPanel.h"

#include "core/security/Permissions.h"
#include "ui/widgets/FieldRow.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

QLabel* makeGroup(QWidget* parent, const QString& title)
{
    auto* label = new QLabel(title, parent);
    label->setFont(theme::font(theme::Strong));
    return label;
}

QVBoxLayout* makeGroupColumn(QWidget* group)
{
    auto* column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, theme::space(3));
    column->setSpacing(theme::space(2));
    return column;
}

} // namespace

SelectionPanel::SelectionPanel(OfficeJobs& jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_count(makeText(this))
    , m_tags(new QLineEdit(this))
    , m_problem(makeProblem(this))
    , m_owners(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_give(new QPushButton(theme::icon("person"), tr("Hand over"), this))
    , m_giveProblem(makeProblem(this))
    , m_work(new QWidget(this))
    , m_trash(new QPushButton(theme::icon("trash"), tr("Trash…"), this))
    , m_merge(new QPushButton(theme::icon("merge"), tr("Merge…"), this))
    , m_restore(new QPushButton(theme::icon("undo"), tr("Restore"), this))
    , m_putOn(new QPushButton(theme::icon("add"), tr("Put on"), this))
    , m_takeOff(new QPushButton(theme::icon("cross"), tr("Take off"), this))
    , m_bar(new QProgressBar(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(5), theme::space(4), theme::space(4), theme::space(4));
    column->setSpacing(theme::space(3));
    m_count->setFont(theme::font(theme::Title));
    auto* work = new QVBoxLayout(m_work);
    work->setContentsMargins(0, 0, 0, 0);
    work->setSpacing(theme::space(2));
    work->addWidget(makeTagging());
    work->addWidget(makeGiving());
    work->addWidget(makeTaking());
    column->addWidget(m_count);
    column->addWidget(m_work);
    column->addWidget(makeRunning());
    column->addStretch(1);
    column->addWidget(makeFoot());
    readOwners();
    check();
}

QWidget* SelectionPanel::makeTagging()
{
    auto* group = new QWidget(m_work);
    auto* column = makeGroupColumn(group);
    column->addWidget(makeGroup(group, tr("Tags")));
    QLabel* words = makeText(
        group,
        tr("Tags go on all of them at once, or off, as far as you may change them. Each client's "
           "history says so."));
    setTone(words, theme::Tone::Muted);
    m_tags->setPlaceholderText(tr("VIP; spring fair"));
    m_tags->setAccessibleName(tr("Tags"));
    setKey(m_putOn, 'P');
    setKey(m_takeOff, 'T');
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_takeOff);
    row->addWidget(m_putOn);
    column->addWidget(words);
    column->addWidget(m_tags);
    column->addWidget(m_problem);
    column->addLayout(row);
    connect(m_tags, &QLineEdit::textChanged, this, &SelectionPanel::check);
    connect(m_putOn, &QPushButton::clicked, this, [this] { change(true); });
    connect(m_takeOff, &QPushButton::clicked, this, [this] { change(false); });
    group->setVisible(core::grantOf(m_jobs.session(), core::Action::ChangeFree).direct
                      != core::Scope::None);
    return group;
}

QWidget* SelectionPanel::makeGiving()
{
    auto* group = new QWidget(m_work);
    auto* column = makeGroupColumn(group);
    column->addWidget(makeGroup(group, tr("New owner")));
    QLabel* words
        = makeText(group, tr("What you may not decide becomes a request, one for each client."));
    setTone(words, theme::Tone::Muted);
    m_owners->setObjectName(QStringLiteral("new_owner"));
    m_owners->setAccessibleName(tr("New owner"));
    m_owners->addItem(tr("Choose a colleague"), QString());
    m_reason->setPlaceholderText(tr("Reason; it stands in the history"));
    m_reason->setAccessibleName(tr("Reason"));
    setKey(m_give, 'H');
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_give);
    column->addWidget(words);
    column->addWidget(m_owners);
    column->addWidget(m_reason);
    column->addWidget(m_giveProblem);
    column->addLayout(row);
    connect(m_owners, &QComboBox::currentIndexChanged, this, &SelectionPanel::check);
    connect(m_give, &QPushButton::clicked, this, &SelectionPanel::give);
    const core::Grant grant = core::grantOf(m_jobs.session(), core::Action::ChangeOrdinary);
    group->setVisible(grant.direct != core::Scope::None || grant.byRequest != core::Scope::None);
    return group;
}

QWidget* SelectionPanel::makeTaking()
{
    auto* group = new QWidget(m_work);
    auto* column = makeGroupColumn(group);
    column->addWidget(makeGroup(group, tr("Take them out")));
    auto* copy = new QPushButton(theme::icon("copy"), tr("Copy as a table"), group);
    copy->setToolTip(QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText));
    auto* take = new QPushButton(theme::icon("export"), tr("Export these…"), group);
    setKey(take, 'X');
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(copy);
    row->addWidget(take);
    column->addLayout(row);
    connect(copy, &QPushButton::clicked, this, [this] { Q_EMIT copyWanted(m_clients); });
    connect(take, &QPushButton::clicked, this, [this] { Q_EMIT exportWanted(m_clients); });
    group->setVisible(core::grantOf(m_jobs.session(), core::Action::Export).direct
                      != core::Scope::None);
    return group;
}

QWidget* SelectionPanel::makeFoot()
{
    auto* group = new QWidget(this);
    auto* foot = new QHBoxLayout(group);
    foot->setContentsMargins(0, 0, 0, 0);
    setKey(m_restore, 'R');
    setKey(m_merge, 'M');
    m_trash->setToolTip(tr("Entered by mistake: into the trash (Del)"));
    foot->addWidget(m_trash);
    foot->addStretch(1);
    foot->addWidget(m_merge);
    foot->addWidget(m_restore);
    connect(m_merge, &QPushButton::clicked, this, [this] { Q_EMIT mergeWanted(m_clients); });
    connect(m_trash, &QPushButton::clicked, this, [this] { Q_EMIT trashWanted(m_clients); });
    connect(m_restore, &QPushButton::clicked, this, [this] { Q_EMIT restoreWanted(m_clients); });
    return group;
}

void SelectionPanel::readOwners()
{
    using Users = std::vector<core::User>;
    m_jobs.run<Users>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.users().list(); },
        [this](const core::Result<Users>& users) {
            for (const core::User& user : users ? *users : Users()) {
                if (user.active) {
                    m_owners->addItem(user.name, user.name);
                }
            }
        });
}

void SelectionPanel::setClients(std::vector<core::ClientPk> clients, bool areTrashed)
{
    m_work->setVisible(!areTrashed);
    m_trash->setVisible(!areTrashed);
    m_restore->setVisible(areTrashed);
    if (clients != m_clients) {
        m_owners->setCurrentIndex(0); // was meant for others
        m_reason->clear();
        sayProblem(m_problem, {});
        sayProblem(m_giveProblem, {});
    }
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
    m_give->setEnabled(!m_isRunning && !m_owners->currentData().toString().isEmpty());
    sayProblem(m_problem, {});
    sayProblem(m_giveProblem, {});
}

QWidget* SelectionPanel::makeRunning()
{
    m_running = new QWidget(this);
    auto* row = new QHBoxLayout(m_running);
    row->setContentsMargins(0, 0, 0, 0);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("How far it is"));
    auto* stop = new QPushButton(theme::icon("cross"), tr("Stop"), m_running);
    row->addWidget(m_bar, 1);
    row->addWidget(stop);
    connect(stop, &QPushButton::clicked, this, [this] {
        if (m_job) {
            m_job->stop();
        }
    });
    m_running->hide();
    return m_running;
}

void SelectionPanel::run(const Work& work, QLabel* problem)
{
    m_isRunning = true;
    check();
    m_job = m_jobs.run<core::MassOutcome>(
        Lane::Write, this, work, [this, problem](const core::Result<core::MassOutcome>& done) {
            m_isRunning = false;
            m_running->hide();
            check();
            if (!done) {
                sayProblem(problem, done.error().message);
                return;
            }
            m_owners->setCurrentIndex(0);
            m_reason->clear();
            if (done->problem) {
                sayProblem(problem,
                           tr("%n client(s) are left as they were: %1", nullptr, int(done->left))
                               .arg(done->problem->message));
            }
            answer(*done);
        });
    connect(m_job, &Job::progressed, this, [this](const QString&, qint64 done, qint64 total) {
        constexpr qint64 few = 50; // done in no time
        m_running->setVisible(m_isRunning && total > few);
        m_bar->setRange(0, int(total));
        m_bar->setValue(int(done));
    });
}

void SelectionPanel::give()
{
    core::OwnerChange wanted;
    wanted.chosen = m_clients;
    wanted.to = m_owners->currentData().toString();
    wanted.reason = m_reason->text().trimmed();
    run(
        [wanted](core::Office& office, core::Progress& progress) {
            return office.massChanges().assign(wanted, progress);
        },
        m_giveProblem);
}

void SelectionPanel::change(bool putOn)
{
    core::TagChange wanted;
    wanted.chosen = m_clients;
    (putOn ? wanted.add : wanted.remove) = QStringList{m_tags->text()};
    run([wanted](core::Office& office,
                 core::Progress& progress) { return office.massChanges().tag(wanted, progress); },
        m_problem);
}

void SelectionPanel::answer(const core::MassOutcome& done)
{
    QString words = tr("%n client(s) changed.", nullptr, int(done.changed));
    if (done.asked > 0) {
        words = (done.changed > 0 ? words + u' ' : QString())
            + tr("%n request(s) wait for approval.", nullptr, int(done.asked));
    }
    if (done.notAllowed > 0) {
        words += u' ' + tr("%n of them you may not change.", nullptr, int(done.notAllowed));
    }
    Q_EMIT said(words);
}

} // namespace ui
