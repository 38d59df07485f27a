// DuplicatesPage: what somebody decides about the group that is shown: one client after all, or not.
#include "ui/duplicates/DuplicatesPage.h"
#include "ui/duplicates/MergeDialog.h"
#include "ui/duplicates/MergeUndoer.h"
#include "ui/widgets/Prompt.h"

#include <QListWidget>
#include <QPushButton>

namespace ui {

void DuplicatesPage::merge()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= int(m_groups.size()) || !m_merge->isEnabled()) {
        return;
    }
    std::vector<core::ClientId> ids;
    for (const core::Client& client : m_groups[std::size_t(row)].clients) {
        ids.push_back(client.id());
    }
    using Clients = std::vector<core::Client>;
    m_jobs.run<Clients>(
        Lane::Read,
        this,
        [ids](core::Office& office, core::Progress&) -> core::Result<Clients> {
            auto clients = office.merges().clientsFor(ids);
            for (std::size_t i = 0; clients && i < clients->size(); ++i) {
                auto whose = office.clients().subject(office.context().reader, (*clients)[i]);
                auto seen = whose ? core::require(office.session(), core::Action::SeeAll, *whose)
                                  : core::Result<>(whose.error());
                if (!seen) {
                    return seen
                        .error(); // whoever may not see the values cannot choose between them
                }
            }
            return clients;
        },
        [this](core::Result<Clients> clients) {
            if (!clients) {
                showError(this, clients.error());
                return;
            }
            auto* dialog = new MergeDialog(m_jobs, *std::move(clients), this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog,
                    &MergeDialog::merged,
                    this,
                    [this](core::MergePk merge, const QString& words) {
                        if (!merge.isValid()) {
                            Q_EMIT said(words);
                            return;
                        }
                        Q_EMIT said(words, tr("Undo"), [this, merge] { m_undoer->undo(merge); });
                    });
            dialog->open();
        });
}

void DuplicatesPage::notDuplicate()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= int(m_groups.size())) {
        return;
    }
    std::vector<core::ClientId> ids;
    for (const core::Client& client : m_groups[std::size_t(row)].clients) {
        ids.push_back(client.id());
    }
    m_jobs.run<int>(
        Lane::Write,
        this,
        [ids](core::Office& office, core::Progress&) -> core::Result<int> {
            int decided = 0;
            for (std::size_t i = 0; i < ids.size(); ++i) {
                for (std::size_t k = i + 1; k < ids.size(); ++k, ++decided) {
                    if (auto done = office.duplicates().decide(ids[i], ids[k], false); !done) {
                        return done.error();
                    }
                }
            }
            return decided;
        },
        [this](const core::Result<int>& decided) {
            if (!decided) {
                showError(this, decided.error());
                return;
            }
            Q_EMIT said(tr("Remembered: not a duplicate."));
            refresh();
        });
}

} // namespace ui
