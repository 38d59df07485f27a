#include "ui/duplicates/MergeUndoer.h"

#include "ui/duplicates/MergeDialog.h"
#include "ui/duplicates/MergeStarter.h"
#include "ui/duplicates/UnmergeDialog.h"
#include "ui/widgets/Prompt.h"

#include <QStringList>
#include <QWidget>

namespace ui {

MergeUndoer::MergeUndoer(OfficeJobs& jobs, QWidget* page)
    : QObject(page)
    , m_jobs(jobs)
    , m_page(page)
{ }

void MergeUndoer::undo(core::MergePk merge)
{
    m_jobs.run<core::UnmergePlan>(
        Lane::Read,
        this,
        [merge](core::Office& office, core::Progress&) -> core::Result<core::UnmergePlan> {
            auto plan = office.merges().planUndo(merge);
            if (!plan || plan->edits.empty()) {
                return plan;
            }
            // Whoever may not see the values cannot say whose they are: then they stay, and the approver may reject it.
            auto shown = office.merges().showUndo(merge);
            if (!shown && shown.error().code == core::ErrorCode::Denied) {
                plan->edits.clear();
                return plan;
            }
            return shown;
        },
        [this](core::Result<core::UnmergePlan> plan) {
            if (!plan) {
                showError(m_page, plan.error());
                return;
            }
            if (plan->edits.empty()) {
                apply(*plan);
                return;
            }
            auto* dialog = new UnmergeDialog(*std::move(plan), m_page);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &UnmergeDialog::undoWanted, this, &MergeUndoer::apply);
            dialog->open();
        });
}

void MergeUndoer::apply(const core::UnmergePlan& plan)
{
    m_jobs.run<core::UnmergeOutcome>(
        Lane::Write,
        this,
        [plan](core::Office& office, core::Progress&) { return office.changes().unmerge(plan); },
        [this, merge = plan.merge](core::Result<core::UnmergeOutcome> outcome) {
            if (!outcome) {
                showError(m_page, outcome.error());
                return;
            }
            sayUndone(merge, *outcome);
        });
}

void MergeUndoer::sayUndone(core::MergePk merge, const core::UnmergeOutcome& outcome)
{
    if (outcome.request) {
        Q_EMIT said(tr("The undo was asked for; somebody else approves it."), {}, {});
        return;
    }
    QStringList ids;
    for (const core::ClientId& id : outcome.restored) {
        ids.append(id.value);
    }
    const QString words = ids.size() > 3
        ? tr("The merge was undone; %n record(s) are back.", nullptr, int(ids.size()))
        : tr("The merge was undone; %1 is back.").arg(ids.join(tr(", ")));
    Q_EMIT said(words, tr("Merge again"), [this, merge] { again(merge); });
}

void MergeUndoer::again(core::MergePk merge)
{
    m_jobs.run<core::MergeOutcome>(
        Lane::Write,
        this,
        [merge](core::Office& office, core::Progress&) -> core::Result<core::MergeOutcome> {
            auto plan = office.merges().planAgain(merge);
            if (!plan) {
                return plan.error();
            }
            return office.changes().merge(*plan);
        },
        [this](core::Result<core::MergeOutcome> outcome) {
            if (!outcome) {
                showError(m_page, outcome.error());
            } else if (outcome->merge) {
                Q_EMIT said(tr("Merged again into %1.").arg(outcome->survivor.value),
                            tr("Undo"),
                            [this, pk = *outcome->merge] { undo(pk); });
            } else {
                Q_EMIT said(tr("The merge was asked for; somebody else approves it."), {}, {});
            }
        });
}

void MergeUndoer::showAgain(core::MergePk merge)
{
    struct Planned
    {
        core::MergePlan plan;
        RecordsToMerge records;
    };
    m_jobs.run<Planned>(
        Lane::Read,
        this,
        [merge](core::Office& office, core::Progress&) -> core::Result<Planned> {
            auto plan = office.merges().planAgain(merge);
            if (!plan) {
                return plan.error();
            }
            std::vector<core::ClientId> ids{plan->survivor.id};
            for (const core::MergeMember& member : plan->others) {
                ids.push_back(member.id);
            }
            auto records = clientsToMerge(office, ids);
            if (!records) {
                return records.error();
            }
            return Planned{*std::move(plan), *std::move(records)};
        },
        [this](core::Result<Planned> planned) {
            if (!planned) {
                showError(m_page, planned.error());
                return;
            }
            auto* dialog = new MergeDialog(m_jobs, std::move(planned->records), m_page);
            dialog->setPlan(planned->plan);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(
                dialog, &MergeDialog::merged, this, [this](core::MergePk pk, const QString& words) {
                    if (pk.isValid()) {
                        Q_EMIT said(words, tr("Undo"), [this, pk] { undo(pk); });
                    } else {
                        Q_EMIT said(words, {}, {});
                    }
                });
            dialog->open();
        });
}

} // namespace ui
