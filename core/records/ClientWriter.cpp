#include "core/records/ClientWriter.h"

#include "core/crypto/Digest.h"
#include "core/records/ConsentStore.h"
#include "core/records/HistoryStore.h"
#include "core/records/SealedStore.h"
#include "core/security/UserStore.h"
#include "core/standardize/SealedNumbers.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

constexpr int clientKeyBytes = 32;

/// What the rules say now; kept with the row so that lists can show and filter it.
void applyFindings(Client& client, const Findings& findings)
{
    // What the values alone do not show any more stays: of a number that was cut and not stored until its field is filled,
    // of a sealed one until there is another.
    QStringList kept;
    for (const QString& finding : client.findings) {
        const auto field = fieldByName(finding.section(u':', 0, 0));
        const bool isCut = finding.endsWith(QStringLiteral(":damaged_by_spreadsheet")) && field
            && !client.values.has(*field);
        if (isCut || (field && isSealedToken(client.value(*field)))) {
            kept.append(finding);
        }
    }
    client.findings = kept;
    client.incomplete = false;
    for (const Finding& finding : findings) {
        if (finding.rule == QLatin1String("missing")) {
            client.incomplete = true;
        }
        if (finding.severity != Severity::Note) {
            client.findings.append(fieldName(finding.field) + u':' + finding.rule);
        }
    }
}

Result<UserPk> ownerNamed(Connection& connection, const QString& name)
{
    if (name.isEmpty()) {
        return UserPk{};
    }
    auto user = UserStore(connection).pkOf(name);
    if (user && !user->isValid()) {
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("core::ClientWriter",
                                                 "The owner is not a user of this office."),
                     {}};
    }
    return user;
}

void stamp(Client& client, const Operation& operation)
{
    client.updatedAt = operation.now();
    client.set(Field::UpdatedAt, operation.nowText());
    client.set(Field::Version, QString::number(client.version));
}

} // namespace

Result<> writeSealed(Operation& operation,
                     const SealedDraft& sealed,
                     ClientPk client,
                     const Provenance& provenance)
{
    ConsentStore consents(operation.connection());
    for (const QString& place : sealed.places()) {
        Consent wanted;
        wanted.client = client;
        wanted.purpose = purposeOf(place);
        wanted.evidence = withoutSealedNumbers(provenance.consent);
        wanted.origin = provenance.origin;
        if (auto done = consents.require(operation, wanted); !done) {
            return done;
        }
    }
    return sealed.write(operation, client);
}

BulkRemoval::BulkRemoval(std::vector<ClientIndex*> indexes, Connection& connection)
    : m_indexes(std::move(indexes))
    , m_connection(&connection)
{ }

BulkRemoval::~BulkRemoval()
{
    for (ClientIndex* index : m_indexes) {
        index->dropRemoval();
    }
}

Result<> BulkRemoval::begin(std::int64_t count)
{
    for (ClientIndex* index : m_indexes) {
        if (auto done = index->beginRemoval(*m_connection, count); !done) {
            return done;
        }
    }
    return {};
}

Result<> BulkRemoval::finish()
{
    for (ClientIndex* index : m_indexes) {
        if (auto done = index->finishRemoval(*m_connection); !done) {
            return done;
        }
    }
    return {};
}

BulkAddition::BulkAddition(std::vector<ClientIndex*> indexes, Connection& connection)
    : m_indexes(std::move(indexes))
    , m_connection(&connection)
{
    for (ClientIndex* index : m_indexes) {
        index->beginAddition();
    }
}

BulkAddition::~BulkAddition()
{
    for (ClientIndex* index : m_indexes) {
        index->dropAddition();
    }
}

Result<> BulkAddition::finish()
{
    for (ClientIndex* index : m_indexes) {
        if (auto done = index->finishAddition(*m_connection); !done) {
            return done;
        }
    }
    return {};
}

ClientWriter::ClientWriter(std::vector<ClientIndex*> indexes, const ClientCheck* check)
    : m_indexes(std::move(indexes))
    , m_check(check)
{ }

Result<> ClientWriter::writeHistory(Operation& operation,
                                    const Client& client,
                                    const ChangeSet& changes,
                                    const RowHashes& hashes,
                                    const Provenance& provenance) const
{
    HistoryEntry entry;
    entry.client = client.pk;
    entry.clientVersion = client.version;
    entry.auditSeq = operation.auditSeq();
    entry.at = operation.now();
    entry.author = provenance.author.isValid() ? provenance.author : operation.actor();
    entry.action = provenance.action;
    entry.reason = provenance.reason;
    entry.origin = provenance.origin;
    entry.batch = provenance.batch;
    entry.request = provenance.request;
    entry.merge = provenance.merge;
    entry.changes = changes;
    if (hashes.before.isEmpty()) {
        entry.newId = client.id().value;
    }
    entry.beforeHash = hashes.before;
    entry.afterHash = hashes.after;
    entry.entryHash = historyHash(entry, hashes.key);
    if (auto done = HistoryStore(operation.connection()).insert(entry); !done) {
        return done;
    }
    operation.recordHistory(client.pk, hashes.before, hashes.after, entry.entryHash);
    operation.feed("client", client.pk.value);
    return {};
}

Result<>
ClientWriter::create(Operation& operation, Client& client, const Provenance& provenance) const
{
    ClientStore store(operation.connection());
    auto owner = ownerNamed(operation.connection(), client.value(Field::Owner));
    if (!owner) {
        return owner.error();
    }
    client.owner = *owner;
    if (!client.values.has(Field::Id)) {
        auto id = store.nextId(operation);
        if (!id) {
            return id.error();
        }
        client.set(Field::Id, id->value);
    }
    if (!client.values.has(Field::Status)) {
        client.set(Field::Status, QStringLiteral("active"));
    }
    if (m_check != nullptr) {
        applyFindings(client, m_check->check(client.values));
    }
    client.version = 1;
    client.createdAt = operation.now();
    client.set(Field::CreatedAt, operation.nowText());
    stamp(client, operation);
    auto sealed = SealedDraft::of(operation, client, nullptr);
    if (!sealed) {
        return sealed.error();
    }
    const UserPk author = provenance.author.isValid() ? provenance.author : operation.actor();
    if (auto done = store.insert(client, author, provenance.batch); !done) {
        return done;
    }
    const QByteArray key = randomBytes(clientKeyBytes);
    if (auto done = store.insertKey(client.pk, key); !done) {
        return done;
    }
    if (auto done = writeSealed(operation, *sealed, client.pk, provenance); !done) {
        return done;
    }
    const QByteArray after = ClientStore::hash(client, key);
    if (auto done = writeHistory(
            operation, client, differences({}, client.values), {{}, after, key}, provenance);
        !done) {
        return done;
    }
    for (ClientIndex* index : m_indexes) {
        if (auto done = index->add(operation.connection(), client); !done) {
            return done;
        }
    }
    return {};
}

Result<> ClientWriter::store(Operation& operation,
                             const Client& before,
                             Client& after,
                             ChangeSet changes,
                             const Provenance& provenance) const
{
    ClientStore store(operation.connection());
    if (m_check != nullptr) {
        applyFindings(after, m_check->check(after.values));
    }
    auto sealed = SealedDraft::of(operation, after, &before);
    if (!sealed) {
        return sealed.error();
    }
    for (FieldChange& change : changes) { // the history, too, says what the record says
        if (isSealed(change.field) || change.field == Field::Custom) {
            change.after = after.value(change.field);
        }
    }
    if (!sealed->isEmpty()) {
        if (auto done = writeSealed(operation, *sealed, after.pk, provenance); !done) {
            return done;
        }
    }
    after.version = before.version + 1;
    stamp(after, operation);
    auto key = store.key(after.pk);
    if (!key) {
        return key.error();
    }
    const UserPk author = provenance.author.isValid() ? provenance.author : operation.actor();
    if (auto done = store.update(after, author, before.version); !done) {
        return done;
    }
    auto written
        = writeHistory(operation,
                       after,
                       changes,
                       {ClientStore::hash(before, *key), ClientStore::hash(after, *key), *key},
                       provenance);
    if (!written) {
        return written;
    }
    for (ClientIndex* index : m_indexes) {
        if (auto done = index->change(operation.connection(), before, after); !done) {
            return done;
        }
    }
    return {};
}

Result<> ClientWriter::change(Operation& operation,
                              Client& current,
                              const ChangeSet& changes,
                              const Provenance& provenance) const
{
    if (changes.empty()) {
        return {};
    }
    Client next = current;
    for (const FieldChange& change : changes) {
        if (current.value(change.field) != change.before) {
            return conflictError();
        }
        next.set(change.field, change.after);
    }
    if (next.value(Field::Owner) != current.value(Field::Owner)) {
        auto owner = ownerNamed(operation.connection(), next.value(Field::Owner));
        if (!owner) {
            return owner.error();
        }
        next.owner = *owner;
    }
    if (auto done = store(operation, current, next, changes, provenance); !done) {
        return done;
    }
    current = std::move(next);
    return {};
}

Result<> ClientWriter::sealOwnField(Operation& operation,
                                    Client& current,
                                    const QString& name,
                                    const Provenance& provenance) const
{
    QJsonObject own = QJsonDocument::fromJson(current.value(Field::Custom).toUtf8()).object();
    own.remove(name);
    Client without = current;
    without.set(Field::Custom,
                QString::fromUtf8(QJsonDocument(own).toJson(QJsonDocument::Compact)));
    Client next = current;
    auto sealed = SealedDraft::of(operation, next, &without);
    if (!sealed) {
        return sealed.error();
    }
    if (auto done = writeSealed(operation, *sealed, current.pk, provenance); !done) {
        return done;
    }
    const ChangeSet changes{
        {Field::Custom, without.value(Field::Custom), next.value(Field::Custom)}};
    if (auto done = store(operation, current, next, changes, provenance); !done) {
        return done;
    }
    current = std::move(next);
    return {};
}

Result<>
ClientWriter::note(Operation& operation, Client& current, const Provenance& provenance) const
{
    Client next = current;
    if (auto done = store(operation, current, next, {}, provenance); !done) {
        return done;
    }
    current = std::move(next);
    return {};
}

Result<> ClientWriter::setStatus(Operation& operation,
                                 Client& current,
                                 const QString& status,
                                 ClientPk mergedInto,
                                 const Provenance& provenance) const
{
    Client next = current;
    next.set(Field::Status, status);
    next.mergedInto = mergedInto;
    const ChangeSet changes{{Field::Status, current.value(Field::Status), status}};
    if (auto done = store(operation, current, next, changes, provenance); !done) {
        return done;
    }
    current = std::move(next);
    return {};
}

Result<> ClientWriter::remove(Operation& operation,
                              const Client& current,
                              const Provenance& provenance) const
{
    ClientStore clients(operation.connection());
    for (ClientIndex* index : m_indexes) {
        if (auto done = index->remove(operation.connection(), current); !done) {
            return done;
        }
    }
    // The row stays as a tombstone without values: its history and its place in the log point to it.
    Client empty = current;
    for (const FieldInfo& info : allFields()) {
        if (isEditable(info.field) && info.field != Field::Type) {
            empty.set(info.field, {});
        }
    }
    empty.owner = {};
    empty.findings.clear();
    empty.incomplete = false;
    empty.set(Field::Status, QStringLiteral("erased"));
    empty.version = current.version + 1;
    stamp(empty, operation);
    auto key = clients.key(current.pk);
    if (!key) {
        return key.error();
    }
    if (auto done = clients.update(empty, operation.actor(), current.version); !done) {
        return done;
    }
    if (auto done = SealedStore(operation.connection()).destroy(current.pk, {}); !done) {
        return done;
    }
    const ChangeSet changes{
        {Field::Status, current.value(Field::Status), empty.value(Field::Status)}};
    return writeHistory(operation,
                        empty,
                        changes,
                        {ClientStore::hash(current, *key), ClientStore::hash(empty, *key), *key},
                        provenance);
}

} // namespace core
