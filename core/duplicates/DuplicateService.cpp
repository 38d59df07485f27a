#include "core/duplicates/DuplicateService.h"

#include "core/base/Resources.h"
#include "core/records/ClientService.h"
#include "core/records/ClientStore.h"
#include "core/records/Contact.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/standardize/Codes.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/TextForm.h"
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
#include <utility>

namespace core {

namespace {

constexpr std::string_view insertKey
    = "INSERT OR IGNORE INTO duplicate_keys (hash, client_pk) VALUES (?, ?)";
constexpr int duplicateRulesVersion = 3;
constexpr int sharedByMany
    = 48; // a key of more records finds nobody in particular; the rarer ones do
constexpr std::size_t mostCandidates = 40;
constexpr double shownAtEntry = 0.5;

bool isMatched(const Client& client)
{
    return client.value(Field::Status) == QLatin1String("active");
}

/// Many records by one statement, in the order of their pk.
Result<std::vector<Client>> clientsOf(Connection& connection, const std::vector<std::int64_t>& pks)
{
    QStringList list;
    for (const std::int64_t pk : pks) {
        list.append(QString::number(pk));
    }
    static const std::string sql
        = QStringLiteral("SELECT %1 FROM clients c LEFT JOIN users o ON o.pk = c.owner_pk"
                         " WHERE c.pk IN (SELECT value FROM json_each(?)) ORDER BY c.pk")
              .arg(ClientStore::columns())
              .toStdString();
    return connection.statement(std::string_view(sql))
        .bindAll(QString(u'[' + list.join(u',') + u']'))
        .all([](const Statement& row) { return ClientStore::read(row); });
}

/// Runs a statement for each key of a record that is matched.
Result<> forEachKey(std::string_view sql, Connection& connection, const Client& client)
{
    if (!isMatched(client)) {
        return {};
    }
    Statement statement = connection.statement(sql);
    for (const std::int64_t key : blockingKeys(matchRecordOf(client.values, client.pk.value))) {
        if (auto done = statement.bindAll(key, client.pk).run(); !done) {
            return done;
        }
    }
    return {};
}

Result<> removeKeys(Connection& connection, const Client& client)
{
    return forEachKey(
        "DELETE FROM duplicate_keys WHERE hash = ? AND client_pk = ?", connection, client);
}

using KeptKeys = std::vector<std::pair<std::int64_t, std::int64_t>>; ///< key and client

void appendKeys(KeptKeys& keys, const Client& client)
{
    if (isMatched(client)) {
        for (const std::int64_t key : blockingKeys(matchRecordOf(client.values, client.pk.value))) {
            keys.emplace_back(key, client.pk.value);
        }
    }
}

/// In the order of the table: each page is filled once, instead of looked up for each key.
Result<> putInOrder(Connection& connection, KeptKeys& keys)
{
    std::sort(keys.begin(), keys.end());
    Statement insert = connection.statement(insertKey);
    for (const auto& [key, pk] : keys) {
        if (auto done = insert.bindAll(key, pk).run(); !done) {
            return done;
        }
    }
    return {};
}

/// The keys of every record there is, into the empty table.
Result<> fillKeys(Connection& connection)
{
    KeptKeys keys;
    auto read = ClientStore(connection).forEach([&keys](const Client& client) -> Result<> {
        appendKeys(keys, client);
        return {};
    });
    return read ? putInOrder(connection, keys) : read;
}

Error unknownClient()
{
    return {
        ErrorCode::NotFound,
        QCoreApplication::translate("core::DuplicateService", "There is no client with this id."),
        {}};
}

} // namespace

MatchRecord matchRecordOf(const ClientValues& values, std::int64_t key)
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
    record.notes = values.value(Field::Notes);
    return record;
}

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
    if (auto filled = fillKeys(connection); !filled) {
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
            engine.add(matchRecordOf(client.values, client.pk.value));
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
    options.minScore = minScore;
    auto found = engine.run(options, progress);
    if (!found) {
        return found.error();
    }
    if (auto stored = store(*found); !stored) {
        return stored.error();
    }
    const ScanReport counted{
        {}, std::int64_t(engine.size()), std::int64_t(found->clusters.size()), 0};
    ScanReport report = counted;
    report.pairs = std::move(minScore ? found->asked : found->pairs);
    constexpr double milliseconds = 1000.0;
    report.seconds = double(timer.elapsed()) / milliseconds;
    return report;
}

Result<std::int64_t> DuplicateService::markedIn(BatchPk batch) const
{
    auto count = m_office.reader
                     .statement("SELECT count(*) FROM clients c WHERE c.batch_pk = ? AND EXISTS"
                                " (SELECT 1 FROM duplicate_members m WHERE m.client_pk = c.pk)")
                     .bindAll(batch)
                     .one([](const Statement& row) { return std::int64_t(row.int64(0)); });
    if (!count) {
        return count.error();
    }
    return count->value_or(0);
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

namespace {

/// The groups that are shown: the surest first.
constexpr const char* shownGroups
    = "WITH shown AS (SELECT n.cluster AS cluster, min(p.score) AS score FROM duplicate_members n"
      " JOIN duplicate_pairs p ON p.a_pk = n.client_pk GROUP BY n.cluster"
      " ORDER BY score DESC, n.cluster LIMIT ?) ";

} // namespace

namespace {

struct GroupMember
{
    std::int64_t cluster;
    std::int64_t client;
};

Result<std::vector<GroupMember>> shownMembers(Connection& connection, int limit)
{
    return connection
        .statement(std::string(shownGroups)
                   + "SELECT m.cluster, m.client_pk FROM shown s"
                     " JOIN duplicate_members m ON m.cluster = s.cluster"
                     " ORDER BY s.score DESC, m.cluster, m.client_pk")
        .bindAll(limit)
        .all([](const Statement& row) {
            return GroupMember{row.int64(0), row.int64(1)};
        });
}

/// With their cluster; the likeliest of each first.
Result<std::vector<std::pair<std::int64_t, DuplicatePair>>> shownPairs(Connection& connection,
                                                                       int limit)
{
    return connection
        .statement(std::string(shownGroups)
                   + "SELECT m.cluster, p.a_pk, p.b_pk, p.score FROM shown s"
                     " JOIN duplicate_members m ON m.cluster = s.cluster"
                     " JOIN duplicate_pairs p ON p.a_pk = m.client_pk"
                     " ORDER BY m.cluster, p.score DESC, p.a_pk, p.b_pk")
        .bindAll(limit)
        .all([](const Statement& row) {
            return std::pair<std::int64_t, DuplicatePair>(
                row.int64(0),
                DuplicatePair{row.id<ClientPk>(1), row.id<ClientPk>(2), row.real(3), {}});
        });
}

} // namespace

Result<std::vector<DuplicateGroup>> DuplicateService::groups(int limit) const
{
    auto members = shownMembers(m_office.reader, limit);
    if (!members) {
        return members.error();
    }
    auto scores = shownPairs(m_office.reader, limit);
    if (!scores) {
        return scores.error();
    }
    std::vector<std::int64_t> pks;
    for (const GroupMember& member : *members) {
        pks.push_back(member.client);
    }
    auto clients = clientsOf(m_office.reader, pks);
    if (!clients) {
        return clients.error();
    }
    QHash<std::int64_t, const Client*> byPk;
    for (const Client& client : *clients) {
        if (isMatched(client)) {
            byPk.insert(client.pk.value, &client);
        }
    }
    auto subjects = subjectsOf(*clients);
    if (!subjects) {
        return subjects.error();
    }
    std::vector<DuplicateGroup> groups;
    QHash<std::int64_t, std::size_t> groupOf;
    for (const GroupMember& member : *members) {
        if (!groupOf.contains(member.cluster)) {
            groupOf.insert(member.cluster, groups.size());
            groups.emplace_back().score = 1;
        }
        if (byPk.contains(member.client)) {
            groups[groupOf[member.cluster]].clients.push_back(*byPk[member.client]);
        }
    }
    for (auto& [cluster, pair] : *scores) {
        if (groupOf.contains(cluster) && byPk.contains(pair.a.value)
            && byPk.contains(pair.b.value)) {
            DuplicateGroup& group = groups[groupOf[cluster]];
            const Client& a = *byPk[pair.a.value];
            const Client& b = *byPk[pair.b.value];
            pair.reasons = matchReasons(matchRecordOf(a.values, a.pk.value),
                                        matchRecordOf(b.values, b.pk.value));
            group.score = std::min(group.score, pair.score);
            group.pairs.push_back(std::move(pair));
        }
    }
    std::erase_if(groups, [](const DuplicateGroup& group) { return group.clients.size() < 2; });
    for (DuplicateGroup& group : groups) {
        for (Client& client : group.clients) {
            const Subject subject = subjects->value(client.owner.value);
            client = shownOf(std::move(client), subject);
        }
    }
    return groups;
}

Result<QHash<std::int64_t, Subject>>
DuplicateService::subjectsOf(const std::vector<Client>& clients) const
{
    UserStore users(m_office.reader);
    QHash<std::int64_t, Subject> subjects;
    for (const Client& client : clients) {
        if (subjects.contains(client.owner.value)) {
            continue;
        }
        Subject subject{client.owner, {}, true};
        if (client.owner.isValid()) {
            auto owner = users.byPk(client.owner);
            if (!owner) {
                return owner.error();
            }
            subject.department = *owner ? (*owner)->department : DepartmentPk{};
        }
        subjects.insert(client.owner.value, subject);
    }
    return subjects;
}

Client DuplicateService::shownOf(Client client, const Subject& subject) const
{
    if (core::decide(m_office.session, Action::SeeBasic, subject) == Verdict::Allowed) {
        return seenBy(m_office.session, std::move(client), subject);
    }
    // That it exists and whose it is, nothing more.
    Client hidden;
    hidden.pk = client.pk;
    hidden.set(Field::Id, client.value(Field::Id));
    hidden.set(Field::Owner, client.value(Field::Owner));
    return hidden;
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
    if (m_isEmptied) {
        return {};
    }
    if (!m_keepsBack) {
        return forEachKey(insertKey, connection, client);
    }
    appendKeys(m_kept, client);
    constexpr std::size_t mostKept = 1'000'000; // 16 MB
    return m_kept.size() < mostKept ? Result<>() : putIn(connection);
}

void DuplicateIndex::beginAddition()
{
    m_keepsBack = true;
}

Result<> DuplicateIndex::finishAddition(Connection& connection)
{
    m_keepsBack = false;
    return putIn(connection);
}

void DuplicateIndex::dropAddition()
{
    m_keepsBack = false;
    m_kept.clear();
    m_kept.shrink_to_fit();
}

Result<> DuplicateIndex::putIn(Connection& connection)
{
    if (m_kept.empty()) {
        return {};
    }
    auto done = putInOrder(connection, m_kept);
    m_kept.clear();
    return done;
}

Result<> DuplicateIndex::beginRemoval(Connection& connection, std::int64_t count)
{
    auto total = ClientStore(connection).count();
    if (!total) {
        return total.error();
    }
    if (count < *total - count) {
        return {};
    }
    m_isEmptied = true; // most go: those of the others are put in anew
    return connection.statement("DELETE FROM duplicate_keys").run();
}

Result<> DuplicateIndex::finishRemoval(Connection& connection)
{
    return std::exchange(m_isEmptied, false) ? fillKeys(connection) : Result<>();
}

void DuplicateIndex::dropRemoval()
{
    m_isEmptied = false;
}

Result<> DuplicateIndex::remove(Connection& connection, const Client& client)
{
    if (auto done = putIn(connection); !done) {
        return done;
    }
    if (!m_isEmptied) {
        if (auto done = removeKeys(connection, client); !done) {
            return done;
        }
    }
    // Whoever has no partner left is no possible duplicate any more either.
    for (const char* sql :
         {"DELETE FROM duplicate_pairs WHERE a_pk = ?",
          "DELETE FROM duplicate_pairs WHERE b_pk = ?",
          "DELETE FROM duplicate_members WHERE cluster = (SELECT cluster FROM duplicate_members"
          " WHERE client_pk = ?) AND NOT EXISTS (SELECT 1 FROM duplicate_pairs"
          " WHERE a_pk = client_pk) AND NOT EXISTS (SELECT 1 FROM duplicate_pairs"
          " WHERE b_pk = client_pk)"}) {
        if (auto done = connection.statement(std::string_view(sql)).bindAll(client.pk).run();
            !done) {
            return done;
        }
    }
    return {};
}

Result<> DuplicateIndex::change(Connection& connection, const Client& before, const Client& after)
{
    const auto wasKeys = isMatched(before)
        ? blockingKeys(matchRecordOf(before.values, before.pk.value))
        : std::vector<std::int64_t>{};
    const auto nowKeys = isMatched(after)
        ? blockingKeys(matchRecordOf(after.values, after.pk.value))
        : std::vector<std::int64_t>{};
    if (wasKeys == nowKeys || (m_isEmptied && isMatched(after))) {
        return {};
    }
    if (!isMatched(after)) {
        return remove(connection, before);
    }
    if (auto done = putIn(connection); !done) {
        return done;
    }
    if (auto done = removeKeys(connection, before); !done) {
        return done;
    }
    return add(connection, after);
}

namespace {

/// Two companies of one full name are shown whatever else differs: where names are registered, as in China, they are one, or
/// one of them is written wrong. Two credit codes tell them apart.
bool isSameCompany(const MatchRecord& a, const MatchRecord& b)
{
    const auto isCompany = [](const MatchRecord& record) {
        return record.type.isEmpty() ? guessNameKind(record.name) == NameKind::Company
                                     : record.type == QLatin1String("company");
    };
    const bool toldApart
        = !a.code.isEmpty() && !b.code.isEmpty() && normalizeCode(a.code) != normalizeCode(b.code);
    return !toldApart && isCompany(a) && isCompany(b)
        && foldText(cleanText(a.name)) == foldText(cleanText(b.name));
}

} // namespace

EntryLookup::EntryLookup(OfficeContext& office)
    : m_office(office)
{ }

Result<std::vector<DuplicateHint>>
EntryLookup::candidates(Connection& connection, const ClientValues& values, ClientPk self)
{
    const MatchRecord entered = matchRecordOf(values, self.value);
    const MatchProbe probe(entered);
    QHash<std::int64_t, int> sharedKeys;
    for (const std::int64_t key : probe.keys()) {
        std::vector<std::int64_t> holders;
        auto done
            = connection.statement("SELECT client_pk FROM duplicate_keys WHERE hash = ? LIMIT ?")
                  .bindAll(key, sharedByMany + 1)
                  .forEach([&holders](const Statement& row) { holders.push_back(row.int64(0)); });
        if (!done) {
            return done.error();
        }
        if (holders.size() <= std::size_t(sharedByMany)) {
            for (const std::int64_t pk : holders) {
                ++sharedKeys[pk];
            }
        }
    }
    auto refused = connection
                       .statement("SELECT CASE WHEN a_pk = ?1 THEN b_pk ELSE a_pk END FROM "
                                  "duplicate_decisions WHERE decision = 'different'"
                                  " AND (a_pk = ?1 OR b_pk = ?1)")
                       .bindAll(self)
                       .all([](const Statement& row) { return row.int64(0); });
    if (!refused) {
        return refused.error();
    }
    sharedKeys.remove(self.value);
    for (const std::int64_t pk : *refused) {
        sharedKeys.remove(pk);
    }
    // Whoever shares most keys is looked at; a record can share a key with many strangers.
    std::vector<std::int64_t> pks(sharedKeys.keyBegin(), sharedKeys.keyEnd());
    std::sort(pks.begin(), pks.end(), [&sharedKeys](std::int64_t a, std::int64_t b) {
        const int left = sharedKeys.value(a);
        const int right = sharedKeys.value(b);
        return left != right ? left > right : a < b;
    });
    if (pks.size() > mostCandidates) {
        pks.resize(mostCandidates);
    }
    auto clients = clientsOf(connection, pks);
    if (!clients) {
        return clients.error();
    }
    std::vector<DuplicateHint> hints;
    for (const Client& client : *clients) {
        if (!isMatched(client)) {
            continue;
        }
        const MatchRecord other = matchRecordOf(client.values, client.pk.value);
        const double score = probe.score(other);
        if (score < shownAtEntry && !isSameCompany(entered, other)) {
            continue;
        }
        DuplicateHint hint{client.pk,
                           client.id(),
                           score,
                           {},
                           client.value(Field::Name),
                           client.value(Field::Owner),
                           tierOf(score) == MatchTier::Certain};
        if (decide(m_office.session, Action::SeeBasic, {client.owner, {}, true})
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
