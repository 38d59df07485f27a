// InboxPage: what is chosen, and stays so when the list is read anew; it is read and shown.
#include "ui/inbox/InboxPage.h"
#include "ui/inbox/RequestView.h"

#include <QTreeWidget>

#include <algorithm>
#include <map>

namespace ui {

namespace {

/// What somebody can look through before he decides it in one go.
constexpr std::size_t mostShownTogether = 200;

bool isOneOf(const std::vector<core::RequestPk>& requests, core::RequestPk pk)
{
    return std::find(requests.begin(), requests.end(), pk) != requests.end();
}

/// Of the list as it was, the next behind `gone` that is still there, or else the last before it; invalid: none is.
core::RequestPk besideIn(const std::vector<core::RequestPk>& list,
                         const std::vector<core::RequestPk>& gone,
                         const std::map<core::RequestPk, QTreeWidgetItem*>& items)
{
    const auto isGone = [&](core::RequestPk pk) {
        return isOneOf(gone, pk);
    };
    const auto isThere = [&](core::RequestPk pk) {
        return items.count(pk) > 0;
    };
    const auto behind = std::find_if(list.rbegin(), list.rend(), isGone); // the last of them
    const auto next = std::find_if(behind.base(), list.end(), isThere);
    if (behind == list.rend()) {
        return {};
    }
    if (next != list.end()) {
        return *next;
    }
    const auto last = std::find_if(behind, list.rend(), isThere);
    return last == list.rend() ? core::RequestPk{} : *last;
}

} // namespace

/// In the order of the list.
std::vector<core::RequestPk> InboxPage::listedNow() const
{
    std::vector<core::RequestPk> pks;
    for (const QTreeWidgetItem* item = m_tree->topLevelItem(0); item != nullptr;
         item = m_tree->itemBelow(item)) {
        if (const core::RequestPk pk{item->data(0, pkRole).toLongLong()}; pk.isValid()) {
            pks.push_back(pk);
        }
    }
    return pks;
}

/// Those of them that are still there; where none is, the one that followed them in the list before, or else the one before
/// them: whoever has passed over the first does not have it under the next key.
void InboxPage::choose(const std::vector<core::RequestPk>& requests,
                       const std::vector<core::RequestPk>& before)
{
    std::map<core::RequestPk, QTreeWidgetItem*> items;
    QTreeWidgetItem* first = nullptr;
    std::vector<QTreeWidgetItem*> chosen;
    for (QTreeWidgetItem* item = m_tree->topLevelItem(0); item != nullptr;
         item = m_tree->itemBelow(item)) {
        const core::RequestPk pk{item->data(0, pkRole).toLongLong()};
        if (!pk.isValid()) {
            continue;
        }
        items[pk] = item;
        first = first == nullptr ? item : first;
        if (isOneOf(requests, pk)) {
            chosen.push_back(item);
        }
    }
    QTreeWidgetItem* current = chosen.empty() ? nullptr : chosen.front();
    if (const auto same = items.find(requests.empty() ? core::RequestPk{} : requests.front());
        same != items.end()) {
        current = same->second;
    }
    if (current == nullptr) {
        const core::RequestPk beside = besideIn(before, requests, items);
        current = beside.isValid() ? items.at(beside) : first;
    }
    m_tree->setCurrentItem(current);
    for (QTreeWidgetItem* item : chosen) {
        item->setSelected(true);
    }
}

std::vector<core::RequestPk> InboxPage::selected() const
{
    std::vector<core::RequestPk> pks;
    for (const QTreeWidgetItem* item : m_tree->selectedItems()) {
        if (const core::RequestPk pk{item->data(0, pkRole).toLongLong()}; pk.isValid()) {
            pks.push_back(pk);
        }
    }
    return pks;
}

void InboxPage::select()
{
    const auto pks = selected();
    if (pks.empty()) {
        m_view->clear();
        return;
    }
    const core::RequestPk pk = pks.front();
    if (m_view->shown() && m_view->shown()->listed.request.pk != pk) {
        m_view->clear(); // nobody decides what is not shown yet
    }
    if (pks.size() > 1) {
        readSeveral(pks);
        return;
    }
    m_jobs.run<core::RequestDetail>(
        Lane::Read,
        this,
        [pk](core::Office& office, core::Progress&) { return office.requests().show(pk); },
        [this, pks](core::Result<core::RequestDetail> detail) {
            if (detail && selected() == pks) {
                m_view->show(*detail);
                m_inView = pks;
                readWaiting(*detail);
            }
        });
}

/// Each of those that are chosen, old beside new.
void InboxPage::readSeveral(const std::vector<core::RequestPk>& pks)
{
    using Details = std::vector<core::RequestDetail>;
    m_jobs.run<Details>(
        Lane::Read,
        this,
        [pks](core::Office& office, core::Progress&) -> core::Result<Details> {
            Details details;
            for (std::size_t i = 0; i < std::min(pks.size(), mostShownTogether); ++i) {
                auto detail = office.requests().show(pks[i]);
                if (!detail) {
                    return detail.error();
                }
                details.push_back(*std::move(detail));
            }
            return details;
        },
        [this, pks](core::Result<Details> details) {
            if (details && selected() == pks) {
                m_view->showSeveral(*details, int(pks.size()));
                m_inView = pks;
            }
        });
}

/// The first rows of a file that waits, for who may look into it.
void InboxPage::readWaiting(const core::RequestDetail& detail)
{
    const core::Request& request = detail.listed.request;
    if (request.kind != core::RequestKind::Import || request.state != core::RequestState::Open) {
        return;
    }
    m_jobs.run<core::ImportPreview>(
        Lane::Read,
        this,
        [pk = request.pk](core::Office& office, core::Progress&) {
            constexpr int shownRows = 20;
            return office.stagedImports().preview(pk, shownRows);
        },
        [this, pk = request.pk](core::Result<core::ImportPreview> preview) {
            const auto now = selected();
            if (preview && !now.empty() && now.front() == pk) {
                m_view->showRows(*preview);
            }
        });
}

} // namespace ui
