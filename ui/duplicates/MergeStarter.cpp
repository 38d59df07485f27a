#include "ui/duplicates/MergeStarter.h"

#include "core/records/ClientStore.h"
#include "ui/duplicates/MergeUndoer.h"
#include "ui/widgets/Prompt.h"

#include <QWidget>

namespace ui {

core::Result<RecordsToMerge> clientsToMerge(core::Office& office,
                                            const std::vector<core::ClientId>& ids)
{
    auto clients = office.merges().clientsFor(ids);
    for (std::size_t i = 0; clients && i < clients->size(); ++i) {
        auto whose = office.clients().subject(office.context().reader, (*clients)[i]);
        auto seen = whose ? core::require(office.session(), core::Action::SeeAll, *whose)
                          : core::Result<>(whose.error());
        if (!seen) {
            return seen.error(); // whoever may not see the values cannot choose between them
        }
    }
    if (!clients) {
        return clients.error();
    }
    auto same = office.merges().sameConfidential(*clients);
    if (!same) {
        return same.error();
    }
    return RecordsToMerge{*std::move(clients), *std::move(same)};
}

MergeStarter::MergeStarter(OfficeJobs& jobs, QWidget* page)
    : QObject(page)
    , m_jobs(jobs)
    , m_page(page)
    , m_undoer(new MergeUndoer(jobs, page))
{
    connect(m_undoer, &MergeUndoer::said, this, &MergeStarter::said);
}

void MergeStarter::start(const std::vector<core::ClientId>& ids,
                         std::function<void(bool isApplied)> merged,
                         std::function<void()> undoWanted)
{
    m_jobs.run<RecordsToMerge>(
        Lane::Read,
        this,
        [ids](core::Office& office, core::Progress&) { return clientsToMerge(office, ids); },
        [this, merged = std::move(merged), undoWanted = std::move(undoWanted)](
            core::Result<RecordsToMerge> records) {
            if (records) {
                open(*std::move(records), merged, undoWanted);
            } else {
                showError(m_page, records.error());
            }
        });
}

void MergeStarter::start(const std::vector<core::ClientPk>& clients)
{
    using Ids = std::vector<core::ClientId>;
    m_jobs.run<Ids>(
        Lane::Read,
        this,
        [clients](core::Office& office, core::Progress&) -> core::Result<Ids> {
            auto found = core::ClientStore(office.context().reader).byPks(clients);
            if (!found) {
                return found.error();
            }
            Ids ids;
            for (const core::Client& client : *found) {
                ids.push_back(client.id());
            }
            return ids;
        },
        [this](const core::Result<Ids>& ids) {
            if (ids) {
                start(*ids);
            } else {
                showError(m_page, ids.error());
            }
        });
}

void MergeStarter::open(RecordsToMerge records,
                        const std::function<void(bool isApplied)>& merged,
                        const std::function<void()>& undoWanted)
{
    auto* dialog = new MergeDialog(m_jobs, std::move(records), m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &MergeDialog::merged,
            this,
            [this, merged, undoWanted](core::MergePk merge, const QString& words) {
                if (merged) {
                    merged(merge.isValid());
                }
                if (!merge.isValid()) {
                    Q_EMIT said(words, {}, {});
                    return;
                }
                Q_EMIT said(words, tr("Undo"), [this, merge, undoWanted] {
                    if (undoWanted) {
                        undoWanted();
                    }
                    m_undoer->undo(merge);
                });
            });
    dialog->open();
}

} // namespace ui
