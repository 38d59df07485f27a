// The half of MergeService that takes merges back; how they are applied again is in MergeAgain.cpp.
#include "core/duplicates/MergeService.h"
#include "core/duplicates/UndoReader.h"
#include "core/records/ClientStore.h"
#include "core/storage/Statement.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace core {

namespace {

/// Later merges began and ended with values that this one had brought: as if it had not been.
Result<> rewriteMerges(Connection& connection, const UnmergePlan& plan)
{
    MergeStore store(connection);
    for (const auto& [merge, values] : plan.mergeResults()) {
        if (auto done = store.setValues(merge, values); !done) {
            return done;
        }
    }
    return {};
}

/// The requests that moved to the survivor, as far as nobody has decided them and they are still there.
Result<> moveBack(Connection& connection, const StoredMember& member, ClientPk visible)
{
    for (const auto& request : member.movedRequests) {
        auto done = connection
                        .statement("UPDATE requests SET client_pk = ? WHERE pk = ? AND state = "
                                   "'open' AND client_pk = ?")
                        .bindAll(member.client, qint64(request.toInteger()), visible)
                        .run();
        if (!done) {
            return done;
        }
    }
    return {};
}

/// The merges by which the records that stayed became part of others no longer carry what was moved back: their own undo
/// would take it from where it may have come by then.
Result<> forgetMoved(Connection& connection, const ReadUndo& read)
{
    QSet<qint64> gone;
    for (const StoredMember& member : read.members) {
        for (const auto& request : member.movedRequests) {
            gone.insert(request.toInteger());
        }
    }
    MergeStore store(connection);
    for (std::size_t i = 1; i < read.levels.size(); ++i) {
        const MergePk merge = read.levels[i].by.merge;
        auto members = store.members(merge);
        if (!members) {
            return members.error();
        }
        for (const StoredMember& member : *members) {
            QJsonArray left;
            for (const auto& request : member.movedRequests) {
                if (!gone.contains(request.toInteger())) {
                    left.append(request);
                }
            }
            if (left == member.movedRequests) {
                continue;
            }
            if (auto done = store.setMoved(merge, member.client, left); !done) {
                return done;
            }
        }
    }
    return {};
}

bool isSameVersion(const UnmergePlan& given, const UnmergePlan& now)
{
    const auto same = [](const Client& a, const Client& b) {
        return a.pk == b.pk && a.version == b.version;
    };
    return given.merge == now.merge && given.levels.size() == now.levels.size()
        && std::equal(given.levels.begin(),
                      given.levels.end(),
                      now.levels.begin(),
                      [&same](const UnmergeLevel& a, const UnmergeLevel& b) {
                          return same(a.record, b.record);
                      })
        && std::equal(given.restored.begin(),
                      given.restored.end(),
                      now.restored.begin(),
                      now.restored.end(),
                      same);
}

Result<Verdict> verdictFor(Connection& connection, const Session& session, const Client& client)
{
    auto subject = mergeSubject(connection, client);
    if (!subject) {
        return subject.error();
    }
    return decide(session, Action::Merge, *subject);
}

std::vector<Client> recordsIn(const UnmergePlan& plan)
{
    std::vector<Client> records = plan.restored;
    for (const UnmergeLevel& level : plan.levels) {
        records.push_back(level.record);
    }
    return records;
}

} // namespace

Result<Verdict> MergeService::mayUndo(Connection& connection, const UnmergePlan& plan) const
{
    Verdict verdict = Verdict::Allowed;
    for (const Client& planned : recordsIn(plan)) {
        // Whose they are now, not when the plan was made.
        auto client = ClientStore(connection).byPk(planned.pk);
        if (!client) {
            return client.error();
        }
        auto one = *client ? verdictFor(connection, m_office.session, **client)
                           : Result<Verdict>(Verdict::Denied);
        if (!one || *one == Verdict::Denied) {
            return one;
        }
        verdict = *one == Verdict::ByRequest ? *one : verdict;
    }
    return verdict;
}

Result<UnmergePlan> MergeService::planUndo(MergePk pk) const
{
    auto read = readUndo(m_office.writer, pk);
    if (!read) {
        return read.error();
    }
    UnmergePlan plan = read->plan();
    auto verdict = mayUndo(m_office.writer, plan);
    if (!verdict) {
        return verdict.error();
    }
    if (*verdict == Verdict::Denied) {
        return deniedError();
    }
    return plan;
}

Result<UnmergePlan> MergeService::showUndo(MergePk pk) const
{
    auto plan = planUndo(pk);
    if (!plan) {
        return plan;
    }
    for (const Client& client : recordsIn(*plan)) {
        auto subject = mergeSubject(m_office.writer, client);
        if (!subject) {
            return subject.error();
        }
        if (auto allowed = require(m_office.session, Action::SeeAll, *subject); !allowed) {
            return allowed.error();
        }
    }
    return plan;
}

/// What somebody decided about edits made since.
Result<> MergeService::placeEdits(UnmergePlan& plan, const std::vector<PlacedEdit>& decided)
{
    for (const PlacedEdit& edit : decided) {
        std::vector<ClientId> where = edit.goesTo;
        if (edit.stays) {
            where.push_back(plan.visible().id());
        }
        if (auto placed = plan.place(edit.field, where); !placed) {
            return placed.error();
        }
    }
    return {};
}

/// The record that stays, and those it was merged into later.
Result<> MergeService::changeLevels(Operation& operation,
                                    const UnmergePlan& plan,
                                    const Provenance& from) const
{
    const std::vector<ClientValues> results = plan.levelResults();
    for (std::size_t i = 0; i < results.size(); ++i) {
        Client record = plan.levels[i].record;
        const ChangeSet changes = differences(record.values, results[i]);
        const bool isOnlyNoted = changes.empty() && i == 0;
        auto written = isOnlyNoted ? m_writer.note(operation, record, from)
                                   : m_writer.change(operation, record, changes, from);
        if (!written) {
            return written.error();
        }
    }
    return {};
}

Result<> MergeService::bringBack(Operation& operation,
                                 const UnmergePlan& plan,
                                 const std::vector<StoredMember>& members,
                                 Provenance from) const
{
    from.origin = plan.visible().id().value;
    const std::vector<ClientValues> results = plan.restoredResults();
    for (std::size_t i = 0; i < results.size(); ++i) {
        Client record = plan.restored[i];
        const auto member
            = std::find_if(members.begin(), members.end(), [&record](const StoredMember& one) {
                  return one.client == record.pk;
              });
        const QString status = member->before.value(Field::Status);
        if (auto done = m_writer.setStatus(operation, record, status, {}, from); !done) {
            return done.error();
        }
        const ChangeSet changes = differences(record.values, results[i]);
        if (auto done = m_writer.change(operation, record, changes, from); !done) {
            return done.error();
        }
        if (auto done = moveBack(operation.connection(), *member, plan.visible().pk); !done) {
            return done.error();
        }
    }
    return {};
}

Result<MergeUndo> MergeService::undoIn(Operation& operation,
                                       const UnmergePlan& given,
                                       const Provenance& provenance) const
{
    Connection& connection = operation.connection();
    auto read = readUndo(connection, given.merge);
    if (!read) {
        return read.error();
    }
    UnmergePlan plan = read->plan();
    if (!isSameVersion(given, plan)) {
        return conflictError();
    }
    if (auto placed = placeEdits(plan, given.edits); !placed) {
        return placed.error();
    }
    MergeUndo undo;
    for (const PlacedEdit& edit : plan.edits) {
        if (edit.stays) {
            undo.keptEdits.push_back(edit.field);
        }
        for (const ClientId& id : edit.goesTo) {
            undo.placed.emplace_back(edit.field, id);
        }
    }
    QStringList back;
    for (const Client& client : plan.restored) {
        back.append(client.id().value);
        undo.restored.push_back(client.id());
    }
    Provenance from = provenance;
    from.action = QStringLiteral("unmerge");
    from.merge = given.merge;
    from.origin = back.join(u' ');
    if (auto done = rewriteMerges(connection, plan); !done) {
        return done.error();
    }
    if (auto done = changeLevels(operation, plan, from); !done) {
        return done.error();
    }
    if (auto done = bringBack(operation, plan, read->members, from); !done) {
        return done.error();
    }
    if (auto done = forgetMoved(connection, *read); !done) {
        return done.error();
    }
    if (auto marked = MergeStore(connection).markUndone(operation, given.merge); !marked) {
        return marked.error();
    }
    const QString object = QStringLiteral("merge:M-%1").arg(given.merge.value);
    operation.setObject(object);
    operation.recordRow(
        object, {}, rowHash(operation.office(), object, {QStringLiteral("undone")}));
    operation.feed("merge", given.merge.value);
    return undo;
}

} // namespace core
