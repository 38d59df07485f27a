#include "core/approval/MassChanges.h"

#include "core/records/ClientStandardizer.h"
#include "core/records/ClientStore.h"
#include "core/standardize/SealedNumbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_set>

namespace core {

namespace {

constexpr std::int64_t clientsBetweenSteps = 64;

Error massError(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("core::MassChanges", sentence), {}};
}

QStringList tagsIn(const QString& words)
{
    return standardizeValue(Field::Tags, words, {}).split(u';', Qt::SkipEmptyParts);
}

bool isGone(const Client& client)
{
    const QString& status = client.value(Field::Status);
    return status == QLatin1String("erased") || status == QLatin1String("merged")
        || status == QLatin1String("trashed");
}

BatchCounts countsOf(const MassOutcome& outcome, std::int64_t seen)
{
    BatchCounts counts;
    counts.rows = seen;
    counts.updated = outcome.changed;
    counts.skipped = seen - outcome.changed;
    return counts;
}

} // namespace

MassChanges::MassChanges(OfficeContext& office,
                         const ClientWriter& writer,
                         const ClientQueries& queries,
                         ChangeService& changes)
    : m_office(office)
    , m_writer(writer)
    , m_queries(queries)
    , m_changes(changes)
{ }

Result<User> MassChanges::giver(const Handover& wanted) const
{
    auto from = UserStore(m_office.writer).byName(wanted.from);
    if (!from) {
        return from.error();
    }
    if (!*from) {
        return massError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("core::MassChanges", "There is no user of this name to take from."));
    }
    return **std::move(from);
}

MassChanges::Clients MassChanges::clientsOf(const User& owner, const QString& filter) const
{
    auto owned = ClientStore(m_office.writer).ownedBy(owner.pk);
    if (!owned || filter.trimmed().isEmpty()) {
        return owned;
    }
    auto named = m_queries.pks(filter, Field::Id, false);
    if (!named) {
        return named.error();
    }
    std::unordered_set<std::int64_t> wanted;
    for (const ClientPk pk : *named) {
        wanted.insert(pk.value);
    }
    std::erase_if(*owned, [&wanted](ClientPk pk) { return !wanted.contains(pk.value); });
    return owned;
}

Result<std::int64_t> MassChanges::countOf(const Handover& wanted) const
{
    auto from = giver(wanted);
    if (!from) {
        return from.error();
    }
    const Subject theirs{from->pk, from->department, true};
    if (auto allowed = require(m_office.session, Action::SeeBasic, theirs); !allowed) {
        return allowed.error();
    }
    auto clients = clientsOf(*from, wanted.filter);
    if (!clients) {
        return clients.error();
    }
    return std::int64_t(clients->size());
}

Result<MassOutcome> MassChanges::handOver(const Handover& wanted, Progress& progress)
{
    auto from = giver(wanted);
    if (!from) {
        return from.error();
    }
    auto to = receiver(wanted.to);
    if (!to) {
        return to.error();
    }
    if (to->pk == from->pk) {
        return massError(ErrorCode::Invalid,
                         QT_TRANSLATE_NOOP("core::MassChanges",
                                           "These clients are theirs already. Choose somebody "
                                           "else as the new owner."));
    }
    const QString receiver = to->name;
    Step step;
    step.kind = {QStringLiteral("reassign"),
                 from->name + QStringLiteral(" \u2192 ") + receiver,
                 withoutSealedNumbers(wanted.reason),
                 wanted.origin};
    step.field = Field::Owner;
    step.isWholeOrNothing = true;
    step.find = [this, giver = *from, filter = wanted.filter] {
        return clientsOf(giver, filter);
    };
    step.valueOf = [receiver](const Client&) {
        return receiver;
    };
    return run(step, progress);
}

Result<User> MassChanges::receiver(const QString& name) const
{
    auto to = UserStore(m_office.writer).byName(name);
    if (!to) {
        return to.error();
    }
    if (!*to || !(*to)->active) {
        return massError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP(
                "core::MassChanges",
                "The new owner is not an active user of this office. Choose one who is."));
    }
    return **std::move(to);
}

Result<MassOutcome> MassChanges::tag(const TagChange& wanted, Progress& progress)
{
    const QStringList add = tagsIn(wanted.add.join(u';'));
    const QStringList remove = tagsIn(wanted.remove.join(u';'));
    const bool isBoth = std::any_of(
        add.begin(), add.end(), [&remove](const QString& tag) { return remove.contains(tag); });
    if ((add.isEmpty() && remove.isEmpty()) || isBoth) {
        return massError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::MassChanges",
                              "Name a tag to put on or to take off, and none of them for both."));
    }
    Step step;
    step.least = Action::ChangeFree;
    step.kind = {QStringLiteral("tag"),
                 (add.isEmpty() ? QString() : u'+' + add.join(QStringLiteral(" +")))
                     + (add.isEmpty() || remove.isEmpty() ? QString() : QStringLiteral(" "))
                     + (remove.isEmpty() ? QString() : u'-' + remove.join(QStringLiteral(" -"))),
                 withoutSealedNumbers(wanted.reason),
                 wanted.origin};
    step.field = Field::Tags;
    step.find = [this, &wanted]() -> Clients {
        return wanted.chosen ? Clients(*wanted.chosen)
                             : m_queries.pks(wanted.filter, Field::Id, false);
    };
    step.valueOf = [&add, &remove](const Client& client) {
        QStringList tags = tagsIn(client.value(Field::Tags));
        tags.removeIf([&remove](const QString& tag) { return remove.contains(tag); });
        return standardizeValue(Field::Tags, (tags + add).join(u';'), client.values);
    };
    return run(step, progress);
}

Result<MassOutcome> MassChanges::run(const Step& step, Progress& progress)
{
    auto batch = ClientBatch::begin(m_office, m_writer, step.kind);
    if (!batch) {
        return batch.error();
    }
    if (step.least && grantOf(m_office.session, *step.least).direct == Scope::None) {
        return deniedError();
    }
    auto clients = step.find();
    if (!clients) {
        return clients.error();
    }
    MassOutcome outcome;
    outcome.clients = std::int64_t(clients->size());
    progress.phase(QCoreApplication::translate("core::MassChanges", "Changing clients"),
                   outcome.clients);
    // Whose owner changes is taken out of the search index and put in again; beyond a share of the office it is quicker
    // to build that anew, which the index decides itself.
    BulkRemoval derived = m_writer.bulkRemoval(batch->operation().connection());
    if (step.field == Field::Owner && !m_office.worksInSlices()) {
        if (auto begun = derived.begin(outcome.clients); !begun) {
            return begun.error();
        }
    }
    if (step.isWholeOrNothing && m_office.worksInSlices()) {
        // Refused before the first slice is saved, not in the middle.
        if (auto allowed = mayChangeAll(step, *batch, *clients); !allowed) {
            return allowed.error();
        }
    }
    std::int64_t seen = 0;
    for (const ClientPk pk : *clients) {
        if (++seen % clientsBetweenSteps == 0 && !progress.step(seen, outcome.clients)) {
            return stopped(*batch, countsOf(outcome, seen));
        }
        if (auto done = changeOne(step, *batch, pk, outcome); !done) {
            return done.error();
        }
        if (auto done = batch->breathe(countsOf(outcome, seen), {}); !done) {
            return done.error();
        }
    }
    if (outcome.changed == 0) {
        return outcome; // the batch is given up: nothing happened
    }
    if (!progress.step(outcome.clients, outcome.clients)) {
        return stopped(*batch, countsOf(outcome, seen));
    }
    if (auto finished = derived.finish(); !finished) {
        return finished.error();
    }
    auto pk = batch->finish(countsOf(outcome, outcome.clients), {});
    if (!pk) {
        return pk.error();
    }
    outcome.batch = *pk;
    return outcome;
}

/// On a shared office slices may have been saved by then; both kinds of step can simply be taken again for the rest.
Result<MassOutcome> MassChanges::stopped(ClientBatch& batch, const BatchCounts& counts)
{
    if (!batch.hasSaved()) {
        return cancelledError();
    }
    if (auto finished = batch.finish(counts, {}); !finished) {
        return finished.error();
    }
    return massError(
        ErrorCode::Cancelled,
        QT_TRANSLATE_NOOP("core::MassChanges",
                          "Stopped. What was changed until then stays; the other clients "
                          "are as they were."));
}

Result<> MassChanges::mayChangeAll(const Step& step,
                                   ClientBatch& batch,
                                   const std::vector<ClientPk>& clients) const
{
    Connection& connection = batch.operation().connection();
    const ClientStore store(connection);
    for (const ClientPk pk : clients) {
        auto found = store.byPk(pk);
        if (!found) {
            return found.error();
        }
        if (!*found || isGone(**found)) {
            continue;
        }
        auto way = wayOf(step, batch, **found);
        if (!way) {
            return way.error();
        }
        if (*way != ChangeWay::AtOnce) {
            return deniedError();
        }
    }
    return {};
}

Result<ChangeWay>
MassChanges::wayOf(const Step& step, ClientBatch& batch, const Client& client) const
{
    auto subject = subjectOf(batch.operation().connection(), client);
    if (!subject) {
        return subject.error();
    }
    return m_changes.wayOf(
        step.field, client.value(step.field), *subject, batch.operation().isSoleUser());
}

Result<>
MassChanges::changeOne(const Step& step, ClientBatch& batch, ClientPk pk, MassOutcome& outcome)
{
    Connection& connection = batch.operation().connection();
    auto found = ClientStore(connection).byPk(pk);
    if (!found) {
        return found.error();
    }
    if (!*found || isGone(**found)) {
        return {};
    }
    Client& client = **found;
    const QString before = client.value(step.field);
    auto way = wayOf(step, batch, client);
    if (!way) {
        return way.error();
    }
    if (*way != ChangeWay::AtOnce) {
        if (step.isWholeOrNothing && !batch.hasSaved()) {
            return deniedError();
        }
        ++outcome.notAllowed;
        return {};
    }
    const QString after = step.valueOf(client);
    if (after == before) {
        return {};
    }
    if (auto done = batch.change(client, {{step.field, before, after}}, step.kind.origin); !done) {
        return done;
    }
    ++outcome.changed;
    return {};
}

} // namespace core
