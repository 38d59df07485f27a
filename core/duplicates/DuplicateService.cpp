#include "core/duplicates/DuplicateService.h"

#include "core/base/Resources.h"
#include "core/records/ClientService.h"
#include "core/records/ClientStore.h"
#include "core/records/Contact.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/storage/Migrations.h"
#include "core/storage/Statement.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

namespace core {

namespace {

constexpr int duplicateRulesVersion = 1;
constexpr int mostCandidates = 300;
constexpr double shownAtEntry = 0.5;

MatchRecord recordOf(const ClientValues& values, std::int64_t key)
{
    MatchRecord record;
    record.key = key;
    record.type = values.value(Field::Type);
    record.name = values.value(Field::Name);
    record.contact = values.value(Field::Contact);
    QStringList phones{values.value(Field::Phone), values.value(Field::OtherPhones)};
    QStringList emails{values.value(Field::Email), values.value(Field::OtherEmails)};
    for (const Contact& contact : contactsFromText(values.value(Field::Contacts))) {
        phones.append(contact.phones);
        emails.append(contact.emails);
    }
    phones.removeAll(QString());
    emails.removeAll(QString());
    record.phone = phones.join(u';');
    record.email = emails.join(u';');
    record.province = values.value(Field::Province);
    record.city = values.value(Field::City);
    record.district = values.value(Field::District);
    record.street = values.value(Field::Street);
    record.postcode = values.value(Field::Postcode);
    record.code = values.value(Field::CreditCode);
    record.industry = values.value(Field::Industry);
    return record;
}

bool isMatched(const Client& client)
{
    return client.value(Field::Status) == QLatin1String("active");
}

Error unknownClient()
{
    return {
        ErrorCode::NotFound,
        QCoreApplication::translate("core::DuplicateService", "There is no client with this id."),
        {}};
}

} // namespace

DuplicateService::DuplicateService(OfficeContext& office)
    : m_office(office)
{ }

Result<> DuplicateService::prepare(Connection& connection)
{
    initResources();
    QFile file(QStringLiteral(":/dossier/migrations/derived_duplicates.sql"));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorCode::Internal,
            QCoreApplication::translate("core::DuplicateService", "The program is incomplete."),
            file.fileName()};
    }
    const QByteArray create = file.readAll();
    const DerivedTables tables{QStringLiteral("duplicates"),
                               duplicateRulesVersion,
                               "DROP TABLE IF EXISTS duplicate_keys; DROP TABLE IF EXISTS "
                               "duplicate_pairs; DROP TABLE IF EXISTS duplicate_members;",
                               std::string_view(create.constData(), std::size_t(create.size()))};
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return transaction.error();
    }
    auto state = ensureDerived(connection, tables);
    if (!state) {
        return state.error();
    }
    if (*state == DerivedState::AsItWas) {
        return {};
    }
    DuplicateIndex index;
    auto filled = ClientStore(connection).forEach([&](const Client& client) -> Result<> {
        return index.add(connection, client);
    });
    if (!filled) {
        return filled;
    }
    return transaction->commit();
}

Result<std::vector<std::pair<std::int64_t, std::int64_t>>>
DuplicateService::vetoes(Connection& connection) const
{
    return connection
        .statement("SELECT a_pk, b_pk FROM duplicate_decisions WHERE decision = 'different'")
        .all([](const Statement& row) {
            return std::pair<std::int64_t, std::int64_t>(row.int64(0), row.int64(1));
        });
}

Result<ScanReport> DuplicateService::scan(std::optional<double> minScore, Progress& progress)
{
    if (core::decide(m_office.session, Action::Merge) == Verdict::Denied) {
        return deniedError();
    }
    QElapsedTimer timer;
    timer.start();
    progress.phase(QCoreApplication::translate("core::DuplicateService", "Reading clients"), 0);
    DuplicateEngine engine;
    auto read = ClientStore(m_office.reader).forEach([&](const Client& client) -> Result<> {
        if (progress.isStopped()) {
            return cancelledError();
        }
        if (isMatched(client)) {
            engine.add(recordOf(client.values, client.pk.value));
        }
        return {};
    });
    if (!read) {
        return read.error();
    }
    auto refused = vetoes(m_office.reader);
    if (!refused) {
        return refused.error();
    }
    MatchOptions options;
    options.vetoes = *refused;
    auto found = engine.run(options, progress);
    if (!found) {
        return found.error();
    }
    if (auto stored = store(*found); !stored) {
        return stored.error();
    }
    ScanReport report{std::move(found->pairs),
                      std::int64_t(engine.size()),
                      std::int64_t(found->clusters.size()),
                      0};
    if (minScore) {
        options.minScore = minScore;
        auto wanted = engine.run(options, progress);
        if (!wanted) {
            return wanted.error();
        }
        report.pairs = std::move(wanted->pairs);
    }
    constexpr double milliseconds = 1000.0;
    report.seconds = double(timer.elapsed()) / milliseconds;
    return report;
}

Result<> DuplicateService::store(const MatchResult& found)
{
    Connection& connection = m_office.writer;
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return transaction.error();
    }
    if (auto cleared
        = connection.executeScript("DELETE FROM duplicate_pairs; DELETE FROM duplicate_members;");
        !cleared) {
        return cleared;
    }
    for (const MatchPair& pair : found.pairs) {
        auto done
            = connection
                  .statement("INSERT INTO duplicate_pairs (a_pk, b_pk, score) VALUES (?, ?, ?)")
                  .bindAll(pair.a, pair.b, pair.score)
                  .run();
        if (!done) {
            return done;
        }
    }
    std::int64_t cluster = 0;
    for (const auto& members : found.clusters) {
        ++cluster;
        for (const std::int64_t member : members) {
            auto done
                = connection
                      .statement("INSERT INTO duplicate_members (client_pk, cluster) VALUES (?, ?)")
                      .bindAll(member, cluster)
                      .run();
            if (!done) {
                return done;
            }
        }
    }
    return transaction->commit();
}

Result<int> DuplicateService::groupCount() const
{
    auto count = m_office.reader
                     .statement("SELECT count(*) FROM (SELECT 1 FROM duplicate_members GROUP BY "
                                "cluster HAVING count(*) > 1)")
                     .one([](const Statement& row) { return row.integer(0); });
    if (!count) {
        return count.error();
    }
    return count->value_or(0);
}

Result<std::vector<DuplicateGroup>> DuplicateService::groups(int limit) const
{
    auto members
        = m_office.reader
              .statement("SELECT m.cluster, m.client_pk FROM duplicate_members m"
                         " JOIN (SELECT n.cluster AS cluster, min(p.score) AS score FROM "
                         "duplicate_members n"
                         " JOIN duplicate_pairs p ON p.a_pk = n.client_pk GROUP BY n.cluster"
                         " ORDER BY score DESC, n.cluster LIMIT ?) g ON g.cluster = m.cluster"
                         " ORDER BY g.score DESC, m.cluster, m.client_pk")
              .bindAll(limit)
              .all([](const Statement& row) {
                  return std::pair(row.int64(0), row.id<ClientPk>(1));
              });
    if (!members) {
        return members.error();
    }
    ClientStore clients(m_office.reader);
    UserStore users(m_office.reader);
    std::vector<DuplicateGroup> groups;
    qint64 current = 0;
    for (const auto& [cluster, pk] : *members) {
        if (groups.empty() || cluster != current) {
            groups.emplace_back();
            current = cluster;
        }
        auto client = clients.byPk(pk);
        if (!client) {
            return client.error();
        }
        if (*client && isMatched(**client)) {
            groups.back().clients.push_back(**std::move(client));
        }
    }
    std::erase_if(groups, [](const DuplicateGroup& group) { return group.clients.size() < 2; });
    for (DuplicateGroup& group : groups) {
        if (auto done = complete(group); !done) {
            return done.error();
        }
    }
    return groups;
}

Result<> DuplicateService::complete(DuplicateGroup& group) const
{
    group.score = 1;
    for (std::size_t i = 0; i < group.clients.size(); ++i) {
        for (std::size_t k = i + 1; k < group.clients.size(); ++k) {
            const Client& a = group.clients[i];
            const Client& b = group.clients[k];
            auto score
                = m_office.reader
                      .statement("SELECT score FROM duplicate_pairs WHERE a_pk = ? AND b_pk = ?")
                      .bindAll(std::min(a.pk, b.pk), std::max(a.pk, b.pk))
                      .one([](const Statement& row) { return row.real(0); });
            if (!score) {
                return score.error();
            }
            if (*score) {
                group.score = std::min(group.score, **score);
                group.pairs.push_back(
                    {a.pk,
                     b.pk,
                     **score,
                     matchReasons(recordOf(a.values, a.pk.value), recordOf(b.values, b.pk.value))});
            }
        }
    }
    std::stable_sort(
        group.pairs.begin(), group.pairs.end(), [](const DuplicatePair& a, const DuplicatePair& b) {
            return a.score > b.score;
        });
    UserStore users(m_office.reader);
    for (Client& client : group.clients) {
        Subject subject{client.owner, {}, true};
        if (client.owner.isValid()) {
            auto owner = users.byPk(client.owner);
            if (!owner) {
                return owner.error();
            }
            subject.department = *owner ? (*owner)->department : DepartmentPk{};
        }
        if (core::decide(m_office.session, Action::SeeBasic, subject) == Verdict::Allowed) {
            client = seenBy(m_office.session, std::move(client), subject);
            continue;
        }
        // That it exists and whose it is, nothing more.
        Client hidden;
        hidden.pk = client.pk;
        hidden.set(Field::Id, client.value(Field::Id));
        hidden.set(Field::Owner, client.value(Field::Owner));
        client = std::move(hidden);
    }
    return {};
}

Result<> DuplicateService::decide(const ClientId& a, const ClientId& b, bool same)
{
    if (core::decide(m_office.session, Action::Merge) == Verdict::Denied) {
        return deniedError();
    }
    auto operation = Operation::begin(m_office, u"duplicates.decide");
    if (!operation) {
        return operation.error();
    }
    Connection& connection = m_office.writer;
    ClientStore clients(connection);
    auto left = clients.byId(a);
    auto right = clients.byId(b);
    if (!left || !right) {
        return left ? right.error() : left.error();
    }
    if (!*left || !*right) {
        return unknownClient();
    }
    if ((*left)->pk == (*right)->pk) {
        return Error{
            ErrorCode::Invalid,
            QCoreApplication::translate("core::DuplicateService", "These two ids are one record."),
            {}};
    }
    const ClientPk first = std::min((*left)->pk, (*right)->pk);
    const ClientPk second = std::max((*left)->pk, (*right)->pk);
    const QString decision = same ? QStringLiteral("same") : QStringLiteral("different");
    auto done = connection
                    .statement("INSERT INTO duplicate_decisions (a_pk, b_pk, decision, decided_at, "
                               "decided_by, audit_seq)"
                               " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (a_pk, b_pk) DO UPDATE SET "
                               "decision = excluded.decision,"
                               " decided_at = excluded.decided_at, decided_by = "
                               "excluded.decided_by, audit_seq = excluded.audit_seq")
                    .bindAll(first,
                             second,
                             decision,
                             operation->now(),
                             operation->actor(),
                             operation->auditSeq())
                    .run();
    if (!done) {
        return done;
    }
    const QString object
        = QStringLiteral("pair:%1/%2").arg((*left)->id().value, (*right)->id().value);
    operation->setObject(object);
    operation->recordRow(object, {}, rowHash(m_office, object, {decision}));
    operation->feed("decision", first.value);
    if (!same) {
        auto removed
            = connection.statement("DELETE FROM duplicate_pairs WHERE a_pk = ? AND b_pk = ?")
                  .bindAll(first, second)
                  .run();
        if (!removed) {
            return removed;
        }
        // Whoever has no pair left in the group is no member any more.
        for (const ClientPk pk : {first, second}) {
            auto left2
                = connection
                      .statement("DELETE FROM duplicate_members WHERE client_pk = ?1 AND NOT EXISTS"
                                 " (SELECT 1 FROM duplicate_pairs WHERE a_pk = ?1 OR b_pk = ?1)")
                      .bindAll(pk)
                      .run();
            if (!left2) {
                return left2;
            }
        }
    }
    return operation->commit();
}

Result<> DuplicateIndex::add(Connection& connection, const Client& client)
{
    if (!isMatched(client)) {
        return {};
    }
    for (const std::int64_t key : blockingKeys(recordOf(client.values, client.pk.value))) {
        auto done
            = connection
                  .statement("INSERT OR IGNORE INTO duplicate_keys (hash, client_pk) VALUES (?, ?)")
                  .bindAll(key, client.pk)
                  .run();
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<> DuplicateIndex::remove(Connection& connection, const Client& client)
{
    for (const char* sql : {"DELETE FROM duplicate_keys WHERE client_pk = ?",
                            "DELETE FROM duplicate_members WHERE client_pk = ?",
                            "DELETE FROM duplicate_pairs WHERE a_pk = ?",
                            "DELETE FROM duplicate_pairs WHERE b_pk = ?"}) {
        if (auto done = connection.statement(std::string_view(sql)).bindAll(client.pk).run();
            !done) {
            return done;
        }
    }
    return {};
}

Result<> DuplicateIndex::change(Connection& connection, const Client& before, const Client& after)
{
    const auto wasKeys = isMatched(before) ? blockingKeys(recordOf(before.values, before.pk.value))
                                           : std::vector<std::int64_t>{};
    const auto nowKeys = isMatched(after) ? blockingKeys(recordOf(after.values, after.pk.value))
                                          : std::vector<std::int64_t>{};
    if (wasKeys == nowKeys) {
        return {};
    }
    if (!isMatched(after)) {
        return remove(connection, before);
    }
    if (auto done = connection.statement("DELETE FROM duplicate_keys WHERE client_pk = ?")
                        .bindAll(before.pk)
                        .run();
        !done) {
        return done;
    }
    return add(connection, after);
}

EntryLookup::EntryLookup(OfficeContext& office)
    : m_office(office)
{ }

Result<std::vector<DuplicateHint>>
EntryLookup::candidates(Connection& connection, const ClientValues& values, ClientPk self)
{
    const MatchRecord entered = recordOf(values, self.value);
    QSet<std::int64_t> pks;
    for (const std::int64_t key : blockingKeys(entered)) {
        // A key that hundreds share finds nobody in particular; the rarer ones do.
        auto done
            = connection.statement("SELECT client_pk FROM duplicate_keys WHERE hash = ? LIMIT ?")
                  .bindAll(key, mostCandidates)
                  .forEach([&pks](const Statement& row) { pks.insert(row.int64(0)); });
        if (!done) {
            return done.error();
        }
    }
    pks.remove(self.value);
    ClientStore clients(connection);
    std::vector<DuplicateHint> hints;
    for (const std::int64_t pk : pks) {
        auto client = clients.byPk(ClientPk{pk});
        if (!client) {
            return client.error();
        }
        if (!*client || !isMatched(**client)) {
            continue;
        }
        const MatchRecord other = recordOf((*client)->values, pk);
        const double score = matchScore(entered, other);
        if (score < shownAtEntry) {
            continue;
        }
        if (self.isValid()) {
            auto refused = connection
                               .statement("SELECT 1 FROM duplicate_decisions WHERE a_pk = ? AND "
                                          "b_pk = ? AND decision = 'different'")
                               .bindAll(std::min(self.value, pk), std::max(self.value, pk))
                               .one([](const Statement& row) { return row.integer(0); });
            if (!refused) {
                return refused.error();
            }
            if (*refused) {
                continue;
            }
        }
        DuplicateHint hint{ClientPk{pk},
                           (*client)->id(),
                           score,
                           {},
                           (*client)->value(Field::Name),
                           (*client)->value(Field::Owner),
                           tierOf(score) == MatchTier::Certain};
        if (decide(m_office.session, Action::SeeBasic, {(*client)->owner, {}, true})
            == Verdict::Allowed) {
            hint.reasons = matchReasons(entered, other);
        } else {
            hint.name.clear();
        }
        hints.push_back(std::move(hint));
    }
    std::sort(hints.begin(), hints.end(), [](const DuplicateHint& a, const DuplicateHint& b) {
        return a.score != b.score ? a.score > b.score : a.pk < b.pk;
    });
    constexpr std::size_t mostHints = 10;
    if (hints.size() > mostHints) {
        hints.resize(mostHints);
    }
    return hints;
}

} // namespace core
