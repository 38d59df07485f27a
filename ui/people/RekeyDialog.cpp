#include "ui/people/RekeyDialog.h"

#include "ui/jobs/JobProgress.h"
#include "ui/widgets/Parts.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int rekeyWidth = 560;

} // namespace

RekeyDialog::RekeyDialog(OfficeJobs& jobs, QWidget* parent)
    : Dialog(parent)
    , m_jobs(jobs)
    , m_title(new QLabel(tr("Change the office's key"), this))
    , m_words(makeText(this))
    , m_cost(makeText(this))
    , m_phase(makeText(this))
    , m_bar(makeProgressBar(this))
    , m_later(new QPushButton(tr("Later"), this))
    , m_change(makePrimary(tr("Change it now"), this))
{
    setWindowTitle(tr("The office's key"));
    setFixedWidth(rekeyWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    column->setSpacing(theme::space(3));
    m_title->setFont(theme::font(theme::Title));
    setTone(m_cost, theme::Tone::Muted);
    m_phase->setFont(theme::font(theme::Caption));
    m_phase->hide();
    m_bar->setRange(0, 0);
    m_bar->hide();
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_title, m_words, m_cost, m_phase, m_bar}) {
        column->addWidget(widget);
    }
    auto* row = new QHBoxLayout;
    setKey(m_later, 'L');
    setKey(m_change, 'C');
    row->addWidget(m_later);
    row->addStretch(1);
    row->addWidget(m_change);
    column->addSpacing(theme::space(2));
    column->addLayout(row);
    connect(m_later, &QPushButton::clicked, this, &RekeyDialog::reject);
    connect(m_change, &QPushButton::clicked, this, &RekeyDialog::change);
    m_change->setEnabled(false);
    read();
}

void RekeyDialog::read()
{
    m_jobs.run<core::KeyState>(
        Lane::Read,
        this,
        [](core::Office& office, core::Progress&) { return office.keys().state(); },
        [this](const core::Result<core::KeyState>& state) {
            if (state) {
                showState(*state);
            } else {
                m_words->setText(state.error().message);
                setTone(m_words, theme::Tone::Bad);
            }
        });
}

void RekeyDialog::showState(const core::KeyState& state)
{
    if (state.isUnfinished) {
        m_words->setText(tr("A change of the key was broken off. Nothing is lost; it is finished "
                            "here."));
    } else if (state.isChangeAdvised()) {
        m_words->setText(
            tr("%1 cannot log in any more, but may have copied the present key and the file. With "
               "another key such a copy opens nothing of what is saved from now on. What was "
               "copied before stays readable.")
                .arg(state.leftWithKey.join(tr(", "))));
    } else {
        m_words->setText(
            tr("For when somebody may have copied the key. Nobody gets a new password; whoever has "
               "access goes on as before. What was copied before stays readable."));
    }
    m_cost->setText(tr("The database (%1) is written anew. Everybody else waits meanwhile, about "
                       "%n second(s), longer on a shared drive: tell your colleagues first.",
                       nullptr,
                       int(state.seconds))
                        .arg(QLocale().formattedDataSize(state.databaseBytes, 0)));
    m_change->setEnabled(true);
    adjustSize();
}

void RekeyDialog::change()
{
    m_change->setEnabled(false);
    m_later->setEnabled(false);
    m_phase->setText(tr("Waiting for those who are saving"));
    m_phase->show();
    m_bar->show();
    adjustSize();
    m_job = m_jobs.run<std::uint32_t>(
        Lane::Long,
        this,
        [](core::Office& office, core::Progress& progress) {
            return office.keys().change(progress);
        },
        [this](const core::Result<std::uint32_t>& epoch) { showEnd(epoch); });
    m_job->nameUnstoppable(tr("Change of the office's key"),
                           tr("It is not stopped halfway; its end is waited for."));
    followJob(m_job, m_bar, m_phase, Counted::Steps);
}

void RekeyDialog::showEnd(const core::Result<std::uint32_t>& epoch)
{
    m_job.clear();
    m_phase->hide();
    m_bar->hide();
    m_later->setEnabled(true);
    m_later->setText(tr("Close"));
    setKey(m_later, 'L');
    if (epoch) {
        m_title->setText(tr("The office has a new key"));
        m_words->setText(tr("Everybody who has access goes on working with the own password. "
                            "Backups made before keep the former key, which data administrators "
                            "and the recovery code still have."));
        m_cost->hide();
        m_change->hide();
        m_later->setFocus();
        adjustSize();
        Q_EMIT changed();
        return;
    }
    m_title->setText(tr("The key is not changed yet"));
    m_words->setText(epoch.error().message);
    setTone(m_words, theme::Tone::Bad);
    m_cost->setText(tr("Nothing is lost and everybody can work. Try again, or later."));
    m_change->setText(tr("Try again"));
    setKey(m_change, 'C');
    m_change->setEnabled(true);
    adjustSize();
}

void RekeyDialog::reject()
{
    if (m_job) {
        return; // between its steps there is nothing to see and nothing to stop
    }
    QDialog::reject();
}

} // namespace ui
