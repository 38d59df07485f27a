// InboxPage: what becomes of the requests that are chosen.
#include "ui/inbox/InboxPage.h"
#include "ui/inbox/RequestView.h"
#include "ui/widgets/Prompt.h"

namespace ui {

/// Nobody decides what is not shown to him yet.
bool InboxPage::isInView() const
{
    return !m_isBusy && m_view->shown().has_value() && m_inView == selected();
}

/// Pressed twice, it happens once: until the list is back nothing counts as seen.
void InboxPage::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_inView.clear();
}

void InboxPage::approve()
{
    if (!isInView() || !m_view->mayApprove()) {
        return;
    }
    const std::vector<core::Field> fields = m_view->checkedFields();
    const std::size_t all = m_view->shown()->listed.request.changes.size();
    const bool some = all > 1 && fields.size() < all && selected().size() == 1;
    if (some && fields.empty()) {
        reject();
        return;
    }
    decide(core::Decision::approval(some ? fields : std::vector<core::Field>{}, m_view->comment()));
}

void InboxPage::reject()
{
    if (!isInView() || !m_view->shown()->listed.mayDecide) {
        return;
    }
    if (m_view->comment().isEmpty()) {
        m_view->focusComment();
        Q_EMIT said(tr("Say in a word why, so that the person who asked can do it right."));
        return;
    }
    decide(core::Decision::rejection(m_view->comment()));
}

void InboxPage::decide(const core::Decision& decision)
{
    struct Tally
    {
        std::vector<core::RequestPk> done;
        std::optional<core::Error> problem;
    };
    const auto pks = selected();
    setBusy(true);
    m_jobs.run<Tally>(
        Lane::Write,
        this,
        [pks, decision](core::Office& office, core::Progress&) -> core::Result<Tally> {
            Tally tally;
            for (const core::RequestPk pk : pks) {
                if (auto decided = office.requests().decide(pk, decision)) {
                    tally.done.push_back(pk);
                } else if (!tally.problem) {
                    tally.problem = decided.error();
                }
            }
            return tally;
        },
        [this,
         approved = decision.approveAll || !decision.approve.empty()](core::Result<Tally> tally) {
            setBusy(false);
            refresh(); // what failed comes back into view
            if (!tally || tally->problem) {
                showError(this, tally ? *tally->problem : tally.error());
            }
            if (tally && !tally->done.empty()) {
                m_view->forget(tally->done);
                const int done = int(tally->done.size());
                Q_EMIT said(approved ? tr("%n request(s) approved.", nullptr, done)
                                     : tr("%n request(s) rejected.", nullptr, done));
            }
        });
}

void InboxPage::withdraw()
{
    if (m_isBusy || !m_view->shown()) {
        return;
    }
    const core::RequestPk pk = m_view->shown()->listed.request.pk;
    setBusy(true);
    m_jobs.run<core::Request>(
        Lane::Write,
        this,
        [pk](core::Office& office, core::Progress&) { return office.requests().withdraw(pk); },
        [this](const core::Result<core::Request>& request) {
            setBusy(false);
            refresh();
            if (!request) {
                showError(this, request.error());
                return;
            }
            Q_EMIT said(tr("Withdrawn."));
        });
}

void InboxPage::askAgain()
{
    if (m_isBusy || !m_view->shown()) {
        return;
    }
    const core::RequestPk pk = m_view->shown()->listed.request.pk;
    setBusy(true);
    m_jobs.run<core::UpdateOutcome>(
        Lane::Write,
        this,
        [pk](core::Office& office, core::Progress&) { return office.changes().askAgain(pk); },
        [this](core::Result<core::UpdateOutcome> outcome) {
            setBusy(false);
            refresh();
            if (!outcome || outcome->refusal) {
                showError(this, outcome ? *outcome->refusal : outcome.error());
                return;
            }
            Q_EMIT said(tr("Asked again, on the record as it is now."));
        });
}

/// A word for the person who asked goes with a decision only.
QString InboxPage::unsentWords() const
{
    const auto request = m_view->unsent();
    return request ? tr("Your word on the request %1").arg(core::requestText(*request)) : QString();
}

void InboxPage::giveUpUnsent()
{
    m_view->giveUpUnsent();
}

} // namespace ui
