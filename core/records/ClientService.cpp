#include "core/records/ClientService.h"

#include "core/records/ClientStandardizer.h"
#include "core/security/LookLog.h"
#include "core/security/UserStore.h"
#include "core/standardize/SealedNumbers.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace core {

namespace {

Error unknownClientError()
{
    return {ErrorCode::NotFound,
            QCoreApplication::translate("core::ClientService", "There is no client with this id."),
            {}};
}

Error brokenRuleError()
{
    return {ErrorCode::Invalid,
            QCoreApplication::translate(
                "core::ClientService",
                "Some values break a rule of the office. Correct them, then save again."),
            {}};
}

Error possibleDuplicateError()
{
    return {ErrorCode::Duplicate,
            QCoreApplication::translate("core::ClientService",
                                        "This client may be in the office already. Look at the "
                                        "candidates, or store it all the same."),
            {}};
}

QString objectOf(const Client& client)
{
    return QStringLiteral("client:") + client.id().value;
}

QString sameSealedReason(Field field)
{
    return field == Field::IdNumber
        ? QCoreApplication::translate("core::ClientService", "same ID number")
        : QCoreApplication::translate("core::ClientService", "same bank account");
}

/// First of all, whatever else speaks for it.
void sayDuplicate(std::vector<DuplicateHint>& hints, const Client& client, const QString& reason)
{
    const auto known = std::find_if(
        hints.begin(), hints.end(), [&client](const auto& hint) { return hint.pk == client.pk; });
    DuplicateHint hint;
    if (known != hints.end()) {
        hint = *known;
        hints.erase(known);
    } else {
        hint.pk = client.pk;
        hint.id = client.id();
        hint.name = client.value(Field::Name);
        hint.owner = client.value(Field::Owner);
    }
    hint.score = 1.0;
    hint.certain = true;
    hint.reasons.prepend(reason);
    hints.insert(hints.begin(), std::move(hint));
}

Error noNameError()
{
    return {ErrorCode::Invalid,
            QCoreApplication::translate("core::ClientService", "A client needs a name."),
            {}};
}

} // namespace

ClientService::ClientService(OfficeContext& office,
                             const ClientWriter& writer,
                             const ClientCheck& check,
                             DuplicateLookup& duplicates)
    : m_office(office)
    , m_writer(writer)
    , m_check(check)
    , m_duplicates(duplicates)
{ }

Result<Subject> ClientService::subject(Connection& connection, const Client& client) const
{
    return subjectOwnedBy(connection, client.owner);
}

namespace {

/// What is typed is compared with all clients: who may type nothing is told nothing.
bool mayType(const Session& session)
{
    constexpr std::array typing{
        Action::CreateClient, Action::ChangeFree, Action::ChangeOrdinary, Action::ChangeImportant};
    return std::any_of(typing.begin(), typing.end(), [&session](Action action) {
        return decide(session, action) != Verdict::Denied;
    });
}

} // namespace

Result<AddOutcome>
ClientService::examine(Connection& connection, const ClientValues& typed, ClientPk self)
{
    AddOutcome outcome;
    Client client;
    client.values = standardizeClient(typed);
    outcome.findings = m_check.check(client.values);
    auto duplicates = m_duplicates.candidates(connection, client.values, self);
    if (!duplicates) {
        return duplicates.error();
    }
    outcome.duplicates = *std::move(duplicates);
    if (auto same = addSameSealed(connection, client.values, self, outcome.duplicates); !same) {
        return same.error();
    }
    outcome.client = std::move(client);
    return outcome;
}

/// Who has the role's key is told of another record with the same id number or account; nobody else could look.
Result<> ClientService::addSameSealed(Connection& connection,
                                      const ClientValues& values,
                                      ClientPk self,
                                      std::vector<DuplicateHint>& hints) const
{
    if (!mayOpenSealed(m_office)) {
        return {};
    }
    auto keys = sealedKeysNow(m_office);
    if (!keys) {
        return keys.error();
    }
    for (const Field field : {Field::IdNumber, Field::BankAccount}) {
        const QString& text = values.value(field);
        if (text.isEmpty() || isSealedToken(text) || isSealedMask(text)) {
            continue;
        }
        auto pks = SealedStore(connection)
                       .holding(equalityCode(**keys, m_office.officeId, fieldName(field), text));
        auto clients
            = pks ? ClientStore(connection).byPks(*pks) : Result<std::vector<Client>>(pks.error());
        if (!clients) {
            return clients.error();
        }
        for (const Client& client : *clients) {
            if (client.pk != self) {
                sayDuplicate(hints, client, sameSealedReason(field));
            }
        }
    }
    return {};
}

Result<AddOutcome> ClientService::preview(const ClientValues& typed, ClientPk self)
{
    if (!mayType(m_office.session)) {
        return deniedError();
    }
    return examine(m_office.reader, typed, self);
}

Result<AddOutcome> ClientService::add(const ClientValues& typed, const AddOptions& options)
{
    auto operation = Operation::begin(m_office, u"client.add");
    if (!operation) {
        return operation.error();
    }
    if (auto allowed = require(m_office.session, Action::CreateClient); !allowed) {
        return allowed.error();
    }
    ClientValues values = typed;
    const bool mayGiveAway = grantOf(m_office.session, Action::ChangeOrdinary).direct > Scope::Own;
    if (!values.has(Field::Owner) || !mayGiveAway) {
        values.set(Field::Owner, m_office.session.name);
    }
    auto outcome = examine(m_office.writer, values, {});
    if (!outcome) {
        return outcome.error();
    }
    if (!outcome->client->values.has(Field::Name)) {
        outcome->refusal = noNameError();
    } else if (hasErrors(outcome->findings)) {
        outcome->refusal = brokenRuleError();
    } else if (!outcome->duplicates.empty() && !options.force) {
        outcome->refusal = possibleDuplicateError();
    }
    if (outcome->refusal) {
        outcome->client.reset();
        return outcome;
    }
    Client& client = *outcome->client;
    const Provenance provenance{QStringLiteral("create"),
                                withoutSealedNumbers(options.reason),
                                options.origin,
                                {},
                                {},
                                {},
                                {},
                                options.consent};
    if (auto done = m_writer.create(*operation, client, provenance); !done) {
        return done.error();
    }
    operation->setObject(objectOf(client));
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    return outcome;
}

Result<Client> ClientService::visible(Client client) const
{
    auto whose = subject(m_office.reader, client);
    if (!whose) {
        return whose.error();
    }
    if (auto allowed = require(m_office.session, Action::SeeBasic, *whose); !allowed) {
        return allowed.error();
    }
    return seenBy(m_office.session, std::move(client), *whose);
}

Result<Client> ClientService::show(const ClientId& id) const
{
    auto found = ClientStore(m_office.reader).byId(id);
    if (!found) {
        return found.error();
    }
    if (!*found || (*found)->value(Field::Status) == QLatin1String("erased")) {
        return unknownClientError();
    }
    return visible(**std::move(found));
}

Result<Client> ClientService::look(const ClientId& id, bool remember)
{
    auto client = show(id);
    if (!client) {
        return client;
    }
    LookRow row;
    row.client = client->pk;
    row.isOpened = remember;
    if (auto noted = recordLook(m_office, std::move(row), objectOf(*client)); !noted) {
        return noted.error();
    }
    return client;
}

Result<std::vector<HistoryEntry>> ClientService::history(const ClientId& id) const
{
    auto client = ClientStore(m_office.reader).byId(id);
    if (!client) {
        return client.error();
    }
    if (!*client) {
        return unknownClientError();
    }
    auto whose = subject(m_office.reader, **client);
    if (!whose) {
        return whose.error();
    }
    if (auto allowed = require(m_office.session, Action::SeeAll, *whose); !allowed) {
        return allowed.error();
    }
    LookRow row;
    row.kind = LookKind::History;
    row.client = (*client)->pk;
    if (auto noted = recordLook(m_office, std::move(row), objectOf(**client)); !noted) {
        return noted.error();
    }
    auto entries = HistoryStore(m_office.reader).ofClient((*client)->pk);
    auto key = ClientStore(m_office.reader).key((*client)->pk);
    if (!entries || !key) {
        return entries ? Result<std::vector<HistoryEntry>>(key.error()) : entries;
    }
    for (HistoryEntry& entry : *entries) {
        entry.isAsWritten = historyHash(entry, *key) == entry.entryHash;
    }
    return entries;
}

Client seenBy(const Session& session, Client client, const Subject& subject)
{
    if (decide(session, Action::SeeAll, subject) == Verdict::Allowed) {
        return client;
    }
    for (const FieldInfo& info : allFields()) {
        if (!info.listed && info.level != FieldLevel::System) {
            client.set(info.field, {});
        }
    }
    client.findings.clear();
    if (decide(session, Action::SeePhones, subject) != Verdict::Allowed) {
        client.set(Field::Phone, maskedPhone(client.value(Field::Phone)));
    }
    return client;
}

QString maskedPhone(const QString& phone)
{
    constexpr qsizetype shownAtEnd = 4;
    QString masked = phone;
    qsizetype digitsFromEnd = 0;
    for (qsizetype i = masked.size() - 1; i >= 0; --i) {
        if (masked[i].isDigit() && ++digitsFromEnd > shownAtEnd) {
            masked[i] = u'*';
        }
    }
    return masked;
}

} // namespace core
