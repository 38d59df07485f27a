// MassChanges' change of the owner of some chosen clients.
#include "core/approval/MassChanges.h"
#include "core/records/ClientStore.h"
#include "core/standardize/SealedNumbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

bool isOutOfUse(const Client& client)
{
    const QString& status = client.value(Field::Status);
    return status != QLatin1String("active") && status != QLatin1String("archived");
}

} // namespace

Result<MassChanges::OwnerPlan>
MassChanges::planOf(const OwnerChange& wanted, const User& receiver, Progress& progress) const
{
    constexpr std::size_t atOnce = 200; // a whole office may be chosen
    const auto total = std::int64_t(wanted.chosen.size());
    progress.phase(QCoreApplication::translate("core::MassChanges", "Changing clients"), total);
    OwnerPlan made;
    for (std::size_t begin = 0; begin < wanted.chosen.size(); begin += atOnce) {
        if (!progress.step(std::int64_t(begin), total)) {
            return cancelledError();
        }
        const auto first = wanted.chosen.begin() + std::ptrdiff_t(begin);
        const auto left = wanted.chosen.size() - begin;
        auto clients = ClientStore(m_office.writer)
                           .byPks({first, first + std::ptrdiff_t(std::min(left, atOnce))});
        if (!clients) {
            return clients.error();
        }
        if (auto done = plan(made, *clients, receiver); !done) {
            return done.error();
        }
    }
    return made;
}

Result<>
MassChanges::plan(OwnerPlan& plan, const std::vector<Client>& clients, const User& receiver) const
{
    auto active = UserStore(m_office.writer).activeCount();
    if (!active) {
        return active.error();
    }
    for (const Client& client : clients) {
        if (isOutOfUse(client) || client.owner == receiver.pk) {
            continue;
        }
        auto subject = subjectOf(m_office.writer, client);
        if (!subject) {
            return subject.error();
        }
        switch (m_changes.wayOf(Field::Owner, client.value(Field::Owner), *subject, *active == 1)) {
        case ChangeWay::AtOnce:
            plan.atOnce.push_back(client.pk);
            break;
        case ChangeWay::OrdinaryRequest:
        case ChangeWay::ImportantRequest:
            plan.asked.push_back(client.id());
            break;
        case ChangeWay::Denied:
            ++plan.notAllowed;
            break;
        }
    }
    return {};
}

Result<MassOutcome> MassChanges::assign(const OwnerChange& wanted, Progress& progress)
{
    auto to = receiver(wanted.to);
    if (!to) {
        return to.error();
    }
    auto plan = planOf(wanted, *to, progress);
    if (!plan) {
        return plan.error();
    }
    if (plan->atOnce.empty() && plan->asked.empty() && plan->notAllowed > 0) {
        return deniedError();
    }
    if (plan->asked.size() > mostAsked) {
        return Error{
            ErrorCode::Invalid,
            QCoreApplication::translate("core::MassChanges",
                                        "More than 100 of these clients would need approval, "
                                        "one by one. Choose fewer, or ask a data administrator "
                                        "to hand them over."),
            {}};
    }
    MassOutcome outcome;
    if (!plan->atOnce.empty()) {
        Step step;
        step.kind = {QStringLiteral("reassign"),
                     QStringLiteral("\u2192 ") + to->name,
                     withoutSealedNumbers(wanted.reason),
                     wanted.origin};
        step.field = Field::Owner;
        step.find = [&plan]() -> Clients {
            return plan->atOnce;
        };
        step.valueOf = [&to](const Client&) {
            return to->name;
        };
        auto done = run(step, progress);
        if (!done) {
            return done;
        }
        outcome = *std::move(done);
    }
    outcome.clients = std::int64_t(wanted.chosen.size());
    outcome.notAllowed += plan->notAllowed;
    ask(*plan, wanted, outcome, progress);
    if (outcome.problem && outcome.changed == 0 && outcome.asked == 0) {
        return *outcome.problem; // nothing was saved: an error like any other
    }
    return outcome;
}

void MassChanges::ask(const OwnerPlan& plan,
                      const OwnerChange& wanted,
                      MassOutcome& outcome,
                      Progress& progress)
{
    UpdateOptions options;
    options.reason = wanted.reason;
    options.origin = wanted.origin;
    const auto total = std::int64_t(plan.asked.size());
    std::int64_t seen = 0;
    for (const ClientId& id : plan.asked) {
        auto asked = progress.step(seen, total)
            ? m_changes.update(id, {{Field::Owner, wanted.to, {}}}, options)
            : cancelledError();
        if (!asked) {
            outcome.problem = asked.error();
            outcome.left = total - seen;
            return;
        }
        ++seen;
        ++(asked->refusal ? outcome.notAllowed : outcome.asked);
    }
}

} // namespace core
