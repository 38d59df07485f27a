// DuplicatesPage: what somebody decides about the group that is chosen: one client after all, or not, or not today.
#include "ui/duplicates/BulkMergeDialog.h"
#include "ui/duplicates/BulkUndoDialog.h"
#include "ui/duplicates/DecisionsDialog.h"
#include "ui/duplicates/DuplicatesPage.h"
#include "ui/duplicates/GroupList.h"
#include "ui/duplicates/GroupListModel.h"
#include "ui/duplicates/GroupView.h"
#include "ui/duplicates/MergeStarter.h"
#include "ui/widgets/Prompt.h"

#include <QDate>
#include <QLocale>

namespace ui {

namespace {

constexpr int laterDays = 30;

using Pair = std::pair<core::ClientId, core::ClientId>;

/// All of them among each other, or one of them and the others.
std::vector<Pair> pairsOf(const core::DuplicateGroup& group, std::optional<int> one)
{
    std::vector<Pair> pairs;
    const auto& clients = group.clients;
    for (std::size_t i = 0; i < clients.size(); ++i) {
        for (std::size_t k = i + 1; k < clients.size(); ++k) {
            if (!one || i == std::size_t(*one) || k == std::size_t(*one)) {
                pairs.emplace_back(clients[i].id(), clients[k].id());
            }
        }
    }
    return pairs;
}

/// Those that this person may decide; Denied where there is none.
core::Result<std::vector<Pair>> tellApart(core::Office& office, const std::vector<Pair>& pairs)
{
    std::vector<Pair> decided;
    for (const auto& [a, b] : pairs) {
        auto done = office.duplicates().decide(a, b, false);
        if (done) {
            decided.emplace_back(a, b);
        } else if (done.error().code != core::ErrorCode::Denied) {
            return done.error();
        }
    }
    return decided.empty() ? core::Result<std::vector<Pair>>(core::deniedError()) : decided;
}

} // namespace

void DuplicatesPage::goOnFrom(std::int64_t cluster)
{
    const int row = m_model->rowOf(cluster);
    if (row < 0) {
        return;
    }
    const int after = m_model->rowAfter(row, 1);
    const core::DuplicateGroup* next
        = m_model->groupAt(after == row ? m_model->rowAfter(row, -1) : after);
    const std::int64_t wanted = next != nullptr ? next->cluster : 0;
    {
        const QSignalBlocker quiet(m_list);
        m_model->remove(cluster);
        m_list->chooseRow(m_model->rowOf(wanted));
    }
    m_list->scrollTo(m_list->currentIndex());
    showGroup(m_list->row());
    showFill();
    showEmptiness();
    refresh();
}

void DuplicatesPage::comeBackTo(std::int64_t cluster)
{
    m_wanted = cluster;
    refresh();
}

void DuplicatesPage::merge()
{
    const core::DuplicateGroup* group = current();
    if (group == nullptr || !group->mayMerge) {
        return;
    }
    std::vector<core::ClientId> ids;
    for (const core::Client& client : group->clients) {
        ids.push_back(client.id());
    }
    const std::int64_t cluster = group->cluster;
    m_merges->start(
        ids,
        [this, cluster](bool isApplied) { merged(isApplied, cluster); },
        [this, cluster] { comeBackTo(cluster); });
}

void DuplicatesPage::merged(bool isApplied, std::int64_t cluster)
{
    if (isApplied) {
        goOnFrom(cluster);
    } else if (const int row = m_model->rowOf(cluster); row >= 0) {
        m_list->chooseRow(m_model->rowAfter(row, 1)); // it waits for somebody else
    }
    m_list->setFocus();
}

void DuplicatesPage::notDuplicate()
{
    const core::DuplicateGroup* group = current();
    if (group == nullptr || !group->mayDecide) {
        return;
    }
    const std::optional<int> one
        = group->clients.size() > 2 ? m_view->chosenRecord() : std::nullopt;
    m_jobs.run<std::vector<Pair>>(
        Lane::Write,
        this,
        [pairs = pairsOf(*group, one)](core::Office& office, core::Progress&) {
            return tellApart(office, pairs);
        },
        [this, group = *group, one](const core::Result<std::vector<Pair>>& decided) {
            if (decided) {
                toldApart(group,
                          *decided,
                          one ? std::optional(group.clients[std::size_t(*one)].pk) : std::nullopt);
            } else {
                showError(this, decided.error());
            }
        });
}

void DuplicatesPage::toldApart(const core::DuplicateGroup& group,
                               const std::vector<Pair>& pairs,
                               std::optional<core::ClientPk> apart)
{
    m_wanted = 0;
    if (apart) {
        // The rest is still to be decided; a group is called after its smallest record.
        for (const core::Client& client : group.clients) {
            if (client.pk != *apart && (m_wanted == 0 || client.pk.value < m_wanted)) {
                m_wanted = client.pk.value;
            }
        }
        refresh();
    } else {
        goOnFrom(group.cluster);
    }
    const int left = int(pairsOf(group, {}).size() - pairs.size());
    const QString words = apart || left == 0
        ? tr("Noted: not the same client.")
        : tr("Noted, except for %n pair(s) of colleagues' records.", nullptr, left);
    Q_EMIT said(
        words, tr("Undo"), [this, cluster = group.cluster, pairs] { takeBack(cluster, pairs); });
}

void DuplicatesPage::takeBack(std::int64_t cluster, const std::vector<Pair>& pairs)
{
    m_jobs.run<int>(
        Lane::Write,
        this,
        [pairs](core::Office& office, core::Progress&) -> core::Result<int> {
            for (const auto& [a, b] : pairs) {
                auto done = office.duplicates().revoke(a, b);
                if (!done && done.error().code != core::ErrorCode::NotFound) {
                    return done.error();
                }
            }
            return int(pairs.size());
        },
        [this, cluster](const core::Result<int>& done) {
            if (!done) {
                showError(this, done.error());
                return;
            }
            Q_EMIT said(tr("Taken back: they may be one client again."));
            comeBackTo(cluster);
        });
}

void DuplicatesPage::later()
{
    const core::DuplicateGroup* group = current();
    if (group == nullptr) {
        return;
    }
    if (m_view->isPutOff()) {
        bringBack(group->cluster);
    } else {
        putOff(group->cluster);
    }
}

void DuplicatesPage::putOff(std::int64_t cluster)
{
    const QDate until = QDate::currentDate().addDays(laterDays);
    m_jobs.run<bool>(
        Lane::Write,
        this,
        [cluster, until](core::Office& office, core::Progress&) -> core::Result<bool> {
            auto done = office.duplicates().putOff(cluster, until);
            return done ? core::Result<bool>(true) : core::Result<bool>(done.error());
        },
        [this, cluster, until](const core::Result<bool>& done) {
            if (!done) {
                showError(this, done.error());
                return;
            }
            goOnFrom(cluster);
            Q_EMIT said(tr("Put off until %1, or until another record joins it.")
                            .arg(QLocale().toString(until, QLocale::ShortFormat)),
                        tr("Undo"),
                        [this, cluster] { bringBack(cluster); });
        });
}

void DuplicatesPage::bringBack(std::int64_t cluster)
{
    m_jobs.run<bool>(
        Lane::Write,
        this,
        [cluster](core::Office& office, core::Progress&) -> core::Result<bool> {
            auto done = office.duplicates().bringBack(cluster);
            return done ? core::Result<bool>(true) : core::Result<bool>(done.error());
        },
        [this, cluster](const core::Result<bool>& done) {
            if (!done) {
                showError(this, done.error());
                return;
            }
            Q_EMIT said(tr("It stands among the others again."));
            if (m_view->isPutOff()) {
                goOnFrom(cluster);
            } else {
                comeBackTo(cluster);
            }
        });
}

void DuplicatesPage::mergeCertain()
{
    auto* dialog = new BulkMergeDialog(m_jobs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &BulkMergeDialog::merged,
            this,
            [this](const std::vector<core::MergePk>& merges, const QString& words) {
                if (merges.empty()) {
                    Q_EMIT said(words);
                    return;
                }
                Q_EMIT said(words, tr("Undo"), [this, merges] {
                    auto* undo = new BulkUndoDialog(m_jobs, merges, this);
                    undo->setAttribute(Qt::WA_DeleteOnClose);
                    connect(undo, &BulkUndoDialog::said, this, [this](const QString& text) {
                        Q_EMIT said(text);
                    });
                    undo->open();
                });
            });
    dialog->open();
}

void DuplicatesPage::showDecisions()
{
    auto* dialog = new DecisionsDialog(m_jobs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show(); // not in the way of the list
}

} // namespace ui
