/// MassChanges: one change of many clients in one use case: all clients of a colleague to another, tags put on or taken
/// off whatever a filter names. One transaction and one entry in the log, or, on a shared office, slices of it (stopped,
/// those that were saved stay, and the same again does the rest); a history entry per client. What the person may not
/// decide is never done: a handover is refused whole, tags leave those clients out and count them.
///
///     auto moved = masses.handOver({.from = u"wang", .to = u"zhao"}, progress);
///     auto tagged = masses.tag({.filter = u"city=苏州市", .add = {u"VIP"}}, progress);
///
/// Errors: Denied, NotFound (no such person), Invalid (the new owner has no access, nothing to do), Cancelled. Thread of
/// the office's writer.
#pragma once

#include "core/approval/ChangeService.h"
#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/records/ClientBatch.h"
#include "core/records/ClientWriter.h"
#include "core/search/ClientQueries.h"
#include "core/security/OfficeContext.h"
#include "core/security/UserStore.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace core {

struct Handover
{
    QString from; ///< whose clients; may have no access any more
    QString to; ///< an active user
    QString filter{}; ///< of these only the ones it names; empty: all, archived ones too
    QString reason{};
    QString origin = QStringLiteral("form");
};

struct TagChange
{
    QString filter{};
    std::optional<std::vector<ClientPk>> chosen{}; ///< instead of the filter
    QStringList add{};
    QStringList remove{}; ///< spelled as they are
    QString reason{};
    QString origin = QStringLiteral("form");
};

/// Some clients, whosever they are, to one owner.
struct OwnerChange
{
    std::vector<ClientPk> chosen{};
    QString to{}; ///< an active user
    QString reason{};
    QString origin = QStringLiteral("form");
};

struct MassOutcome
{
    std::optional<BatchPk> batch; ///< none where nothing changed: then the log has no entry either
    std::int64_t clients = 0; ///< that were meant
    std::int64_t changed = 0; ///< the others were so already, or are not allowed
    std::int64_t notAllowed = 0;
    std::int64_t asked = 0; ///< that wait for approval now
    std::int64_t left = 0; ///< not done because of `problem`; all that is counted above is done
    std::optional<Error> problem{};
};

class MassChanges
{
public:
    MassChanges(OfficeContext& office,
                const ClientWriter& writer,
                const ClientQueries& queries,
                ChangeService& changes);

    /// How many clients handOver() would give away now. `to` is not looked at.
    Result<std::int64_t> countOf(const Handover& wanted) const;
    Result<MassOutcome> handOver(const Handover& wanted, Progress& progress);
    Result<MassOutcome> tag(const TagChange& wanted, Progress& progress);
    /// What this person may decide is changed in one batch; what needs approval becomes a request for each client, of
    /// which there are at most mostAsked (else Invalid, and nothing is changed); the rest is counted. Where a request
    /// cannot be made, or the work is stopped, after something was saved, the outcome tells of both.
    Result<MassOutcome> assign(const OwnerChange& wanted, Progress& progress);
    static constexpr std::size_t mostAsked = 100;

private:
    using Clients = Result<std::vector<ClientPk>>;
    struct Step
    {
        ClientBatch::Kind kind;
        Field field = Field::Owner; ///< the one that it changes
        bool isWholeOrNothing = false;
        std::optional<Action> least{}; ///< who may do this nowhere is refused
        std::function<Clients()> find; ///< called when nobody else can write any more
        std::function<QString(const Client&)> valueOf; ///< the new one
    };

    Result<User> giver(const Handover& wanted) const;
    Result<User> receiver(const QString& name) const;
    /// What becomes of some clients when their owner changes.
    struct OwnerPlan
    {
        std::vector<ClientPk> atOnce;
        std::vector<ClientId> asked;
        std::int64_t notAllowed = 0;
    };
    Result<OwnerPlan>
    planOf(const OwnerChange& wanted, const User& receiver, Progress& progress) const;
    Result<> plan(OwnerPlan& plan, const std::vector<Client>& clients, const User& receiver) const;
    /// Makes the requests of the plan; counts in the outcome what became of them.
    void
    ask(const OwnerPlan& plan, const OwnerChange& wanted, MassOutcome& outcome, Progress& progress);
    Clients clientsOf(const User& owner, const QString& filter) const;
    Result<MassOutcome> run(const Step& step, Progress& progress);
    /// Counts in the outcome what became of it.
    Result<> changeOne(const Step& step, ClientBatch& batch, ClientPk pk, MassOutcome& outcome);
    Result<>
    mayChangeAll(const Step& step, ClientBatch& batch, const std::vector<ClientPk>& clients) const;
    Result<ChangeWay> wayOf(const Step& step, ClientBatch& batch, const Client& client) const;
    static Result<MassOutcome> stopped(ClientBatch& batch, const BatchCounts& counts);

    OfficeContext& m_office;
    const ClientWriter& m_writer;
    const ClientQueries& m_queries;
    ChangeService& m_changes;
};

} // namespace core
