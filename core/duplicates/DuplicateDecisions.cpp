// DuplicateService: what people decide about two records, looked through and taken back.
#include "core/duplicates/DuplicateService.h"
#include "core/records/ClientStore.h"
#include "core/security/Operation.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"
#include "core/storage/UtcText.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

Error decisionError(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("core::DuplicateService", sentence), {}};
}

QString wordOf(bool same)
{
    return same ? QStringLiteral("same") : QStringLiteral("different");
}

/// As the log shows it.
QString shownObject(const Client& a, const Client& b)
{
    return QStringLiteral("pair:%1/%2").arg(a.id().value, b.id().value);
}

/// What the log says of the row now; empty where it was decided by a program that logged no such rows.
Result<QByteArray> loggedHash(const OfficeContext& office,
                              Connection& connection,
                              const std::optional<StoredDecision>& decision)
{
    if (!decision) {
        return QByteArray();
    }
    auto isLogged = connection.statement("SELECT 1 FROM audit_rows WHERE seq = ? AND object = ?")
                        .bindAll(decision->auditSeq, decisionObject(decision->a, decision->b))
                        .one([](const Statement&) { return true; });
    if (!isLogged) {
        return isLogged.error();
    }
    return *isLogged ? decisionHash(office, *decision) : QByteArray();
}

} // namespace

QString decisionObject(ClientPk a, ClientPk b)
{
    return QStringLiteral("decision:%1/%2").arg(std::min(a, b).value).arg(std::max(a, b).value);
}

QByteArray decisionHash(const OfficeContext& office, const StoredDecision& decision)
{
    return rowHash(
        office,
        decisionObject(decision.a, decision.b),
        {wordOf(decision.same), utcText(decision.at), QString::number(decision.auditSeq)});
}

Result<std::pair<Client, Client>>
DuplicateService::pairFor(const ClientId& a, const ClientId& b, bool isNew) const
{
    const ClientStore clients(m_office.writer);
    auto left = isNew ? clients.byId(a) : clients.exactly(a);
    auto right = isNew ? clients.byId(b) : clients.exactly(b);
    if (!left || !right) {
        return left ? right.error() : left.error();
    }
    if (!*left || !*right) {
        return decisionError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("core::DuplicateService", "There is no client with this id."));
    }
    bool mayDecide = false;
    for (const Client* client : {&**left, &**right}) {
        auto subject = subjectOwnedBy(m_office.writer, client->owner);
        if (!subject) {
            return subject.error();
        }
        mayDecide = mayDecide
            || core::decide(m_office.session, Action::Merge, *subject) != Verdict::Denied;
    }
    if (!mayDecide) {
        return deniedError();
    }
    if ((*left)->pk == (*right)->pk) {
        return decisionError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::DuplicateService", "These two ids are one record."));
    }
    return std::pair(**std::move(left), **std::move(right));
}

Result<> DuplicateService::decide(const ClientId& a, const ClientId& b, bool same)
{
    return change(a, b, same);
}

Result<> DuplicateService::revoke(const ClientId& a, const ClientId& b)
{
    return change(a, b, std::nullopt);
}

Result<> DuplicateService::change(const ClientId& a, const ClientId& b, std::optional<bool> same)
{
    auto operation = Operation::begin(m_office, same ? u"duplicates.decide" : u"duplicates.revoke");
    if (!operation) {
        return operation.error();
    }
    auto pair = pairFor(a, b, same.has_value());
    if (!pair) {
        return pair.error();
    }
    const auto& [left, right] = *pair;
    DuplicateStore store(operation->connection());
    auto before = store.decision(left.pk, right.pk);
    if (!before) {
        return before.error();
    }
    if (!same && !*before) {
        return decisionError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("core::DuplicateService",
                              "Nothing was decided about these two records, or it was taken back "
                              "already."));
    }
    auto was = loggedHash(m_office, operation->connection(), *before);
    auto done = same ? store.decide(*operation, left.pk, right.pk, *same)
                     : store.revoke(left.pk, right.pk);
    auto after = store.decision(left.pk, right.pk);
    if (!was || !done || !after) {
        return !was ? was.error() : !done ? done.error() : after.error();
    }
    operation->setObject(shownObject(left, right));
    operation->setDetail(wordOf(same ? *same : (*before)->same));
    operation->recordRow(decisionObject(left.pk, right.pk),
                         *was,
                         *after ? decisionHash(m_office, **after) : QByteArray());
    operation->feed("decision", std::min(left.pk, right.pk).value);
    if (auto regrouped = regroup({left.pk, right.pk}); !regrouped) {
        return regrouped.error();
    }
    return operation->commit();
}

Result<std::vector<DuplicateDecision>> DuplicateService::decisions() const
{
    auto stored = DuplicateStore(m_office.reader).decisions();
    if (!stored) {
        return stored.error();
    }
    std::vector<ClientPk> pks;
    for (const StoredDecision& decision : *stored) {
        pks.insert(pks.end(), {decision.a, decision.b});
    }
    auto clients = ClientStore(m_office.reader).byPks(pks);
    if (!clients) {
        return clients.error();
    }
    auto subjects = subjectsOf(*clients);
    if (!subjects) {
        return subjects.error();
    }
    QHash<std::int64_t, const Client*> byPk;
    for (const Client& client : *clients) {
        byPk.insert(client.pk.value, &client);
    }
    std::vector<DuplicateDecision> list;
    for (const StoredDecision& one : *stored) {
        const Client* a = byPk.value(one.a.value);
        const Client* b = byPk.value(one.b.value);
        if (a == nullptr || b == nullptr) {
            continue;
        }
        const Client left = shownOf(*a, subjects->value(a->owner.value));
        const Client right = shownOf(*b, subjects->value(b->owner.value));
        const auto mayMerge = [&](const Client& client) {
            return core::decide(
                       m_office.session, Action::Merge, subjects->value(client.owner.value))
                != Verdict::Denied;
        };
        if (left.values.has(Field::Name) || right.values.has(Field::Name)) {
            list.push_back({left.id(),
                            right.id(),
                            left.value(Field::Name),
                            right.value(Field::Name),
                            one.same,
                            one.at,
                            one.by,
                            mayMerge(*a) || mayMerge(*b)});
        }
    }
    return list;
}

} // namespace core
