#include "core/records/SealedService.h"

#include "core/records/ClientStandardizer.h"
#include "core/records/ClientStore.h"
#include "core/records/SealedStore.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/standardize/Codes.h"
#include "core/standardize/SealedNumbers.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

Error sealedServiceError(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::SealedService", text), {}};
}

Error nothingThereError()
{
    return sealedServiceError(
        ErrorCode::NotFound,
        QT_TRANSLATE_NOOP("core::SealedService", "This client has no such confidential value."));
}

QJsonObject ownFieldsOf(const ClientValues& values)
{
    return QJsonDocument::fromJson(values.value(Field::Custom).toUtf8()).object();
}

QString tokenAt(const ClientValues& values, const QString& place)
{
    if (place.startsWith(QLatin1String("custom:"))) {
        return ownFieldsOf(values).value(place.mid(qsizetype(7))).toString();
    }
    const auto field = fieldByName(place);
    return field && isSealed(*field) ? values.value(*field) : QString();
}

Error exchangedRecordError()
{
    return sealedServiceError(
        ErrorCode::Corrupt,
        QT_TRANSLATE_NOOP("core::SealedService",
                          "This confidential value was entered for another record: somebody "
                          "changed this one past the program."));
}

/// Entered in this field, for this record or one that was merged with it at some time.
Result<> requireBelongs(Connection& connection,
                        const Client& client,
                        const QString& place,
                        const SealedPlace& sealedFor)
{
    if (sealedFor.field != place) {
        return exchangedRecordError();
    }
    if (sealedFor.client == client.id().value) {
        return {};
    }
    auto other = ClientStore(connection).exactly({sealedFor.client});
    if (!other) {
        return other.error();
    }
    auto merged
        = *other ? wereEverMerged(connection, (*other)->pk, client.pk) : Result<bool>(false);
    if (!merged) {
        return merged.error();
    }
    return *merged ? Result<>() : Result<>(exchangedRecordError());
}

} // namespace

SealedService::SealedService(OfficeContext& office, const ClientWriter& writer)
    : m_office(office)
    , m_writer(writer)
{ }

bool SealedService::mayOpen() const
{
    return mayOpenSealed(m_office);
}

QStringList SealedService::placesIn(const ClientValues& values)
{
    QStringList places;
    for (const FieldInfo& info : allFields()) {
        if (isSealed(info.field) && values.has(info.field)) {
            places.append(fieldName(info.field));
        }
    }
    const QJsonObject own = ownFieldsOf(values);
    for (auto entry = own.begin(); entry != own.end(); ++entry) {
        if (isSealedToken(entry.value().toString())) {
            places.append(customFieldPlace(entry.key()));
        }
    }
    return places;
}

Result<Client>
SealedService::find(Connection& connection, const ClientId& id, bool forWriting) const
{
    auto found = ClientStore(connection).byId(id);
    if (!found) {
        return found.error();
    }
    if (!*found || (*found)->value(Field::Status) == QLatin1String("erased")) {
        return sealedServiceError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("core::SealedService", "There is no client with this id."));
    }
    auto subject = subjectOwnedBy(connection, (*found)->owner);
    if (!subject) {
        return subject.error();
    }
    const bool sees = decide(m_office.session, Action::SeeAll, *subject) == Verdict::Allowed;
    const bool edits = decide(m_office.session, Action::ChangeFree, *subject) == Verdict::Allowed
        || decide(m_office.session, Action::ChangeOrdinary, *subject) != Verdict::Denied;
    if (forWriting ? !edits : !sees) {
        return deniedError();
    }
    return **std::move(found);
}

Result<QString> SealedService::reveal(const ClientId& id, const QString& place)
{
    if (auto allowed = require(m_office.session, Action::OpenSealed); !allowed) {
        return allowed.error();
    }
    auto client = find(m_office.reader, id, false);
    if (!client) {
        return client.error();
    }
    const QString token = tokenAt(client->values, place);
    if (!isSealedToken(token)) {
        return nothingThereError();
    }
    auto keys = sealedKeysNow(m_office);
    auto opened = keys ? openToken(m_office, **keys, token) : Result<SealedContent>(keys.error());
    if (!opened) {
        return opened.error();
    }
    if (auto belongs = requireBelongs(m_office.reader, *client, place, opened->place); !belongs) {
        return belongs.error();
    }
    if (m_office.isReadOnly) { // an older database is looked into without a trace
        return opened->text;
    }
    // The log first: whoever has seen it stands there.
    auto operation = Operation::begin(m_office, u"client.reveal");
    if (!operation) {
        return operation.error();
    }
    operation->setObject(QStringLiteral("client:") + client->id().value);
    operation->setDetail(place, client->pk);
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    return opened->text;
}

Result<SealedCatchUp> SealedService::catchUp(Progress& progress)
{
    constexpr int valuesPerSlice = 200; // a box costs about a tenth of a millisecond
    SealedCatchUp done;
    auto keys = sealedKeysNow(m_office);
    if (!keys) {
        return keys.error();
    }
    if (!(*keys)->isNewest() || m_office.isReadOnly) {
        return done;
    }
    const std::uint32_t epoch = (*keys)->sealing.epoch;
    QString after;
    while (true) {
        // Looked for before the office is locked: mostly there is nothing.
        auto ahead = SealedStore(m_office.reader).behind(epoch, after, valuesPerSlice);
        if (!ahead) {
            return ahead.error();
        }
        if (ahead->empty()) {
            return done;
        }
        if (!progress.step(done.values, 0)) {
            return cancelledError();
        }
        auto operation = Operation::begin(m_office, u"sealed.order");
        if (!operation) {
            return operation.error();
        }
        SealedStore store(operation->connection());
        auto behind = store.behind(epoch, after, valuesPerSlice);
        if (!behind) {
            return behind.error();
        }
        if (!behind->empty()) {
            after = behind->back().box.token;
        }
        auto here = putInOrder(store, **keys, *behind, done.broken);
        if (!here) {
            return here.error();
        }
        if (*here == 0) {
            continue; // the transaction goes back; nothing was written
        }
        operation->setObject(QStringLiteral("sealed:%1").arg(*here));
        if (auto saved = operation->commit(); !saved) {
            return saved.error();
        }
        done.values += *here;
    }
}

Result<std::int64_t> SealedService::putInOrder(SealedStore& store,
                                               const SealedKeys& keys,
                                               const std::vector<StoredSealed>& values,
                                               std::vector<QString>& broken) const
{
    const std::uint32_t epoch = keys.sealing.epoch;
    std::int64_t count = 0;
    for (const StoredSealed& value : values) {
        auto opened = openValue(keys, m_office.officeId, value.box);
        if (!opened) {
            broken.push_back(value.box.token);
            continue;
        }
        if (value.box.epoch < epoch) {
            auto anew = sealAnew(keys, m_office.officeId, value.box);
            auto put = anew ? store.replaceBox(*anew) : Result<>(anew.error());
            if (!put) {
                return put.error();
            }
        }
        const QByteArray code = equalityCode(keys, m_office.officeId, value.field, opened->text);
        if (auto put = store.putCode(value, epoch, code); !put) {
            return put.error();
        }
        ++count;
    }
    return count;
}

Result<std::vector<Consent>> SealedService::consents(const ClientId& id) const
{
    auto client = find(m_office.reader, id, false);
    return client ? ConsentStore(m_office.reader).of(client->pk)
                  : Result<std::vector<Consent>>(client.error());
}

Result<Consent>
SealedService::recordConsent(const ClientId& id, const QString& purpose, const QString& evidence)
{
    auto operation = Operation::begin(m_office, u"client.consent");
    if (!operation) {
        return operation.error();
    }
    auto client = find(operation->connection(), id, true);
    if (!client) {
        return client.error();
    }
    if (purposeLabel(purpose) == purpose && !purpose.startsWith(QLatin1String("custom:"))) {
        return sealedServiceError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::SealedService",
                              "A consent is for \"identity\", \"payment\" or \"custom:NAME\"."));
    }
    if (evidence.trimmed().isEmpty()) {
        return sealedServiceError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::SealedService",
                              "Say where the client's consent is kept: a signed form, a mail."));
    }
    Consent consent;
    consent.client = client->pk;
    consent.purpose = purpose;
    consent.evidence = withoutSealedNumbers(evidence.trimmed());
    consent.origin = QStringLiteral("form");
    if (auto done = ConsentStore(operation->connection()).insert(*operation, consent); !done) {
        return done.error();
    }
    operation->setObject(QStringLiteral("client:") + client->id().value);
    operation->feed("client", client->pk.value);
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    consent.recordedByName = m_office.session.name;
    return consent;
}

/// The value goes with it, at once: who may only ask for such a change may not do it. A sole user has nobody to ask.
Result<> SealedService::requireWithdrawal(Connection& connection,
                                          const Client& client,
                                          bool isSoleUser) const
{
    auto subject = subjectOwnedBy(connection, client.owner);
    if (!subject || isSoleUser) {
        return subject ? Result<>() : subject.error();
    }
    return require(m_office.session, Action::ChangeOrdinary, *subject);
}

Result<bool> SealedService::mayWithdrawConsent(const ClientId& id) const
{
    if (m_office.isReadOnly) {
        return false;
    }
    auto client = find(m_office.reader, id, true);
    auto active = UserStore(m_office.reader).activeCount();
    if (!client || !active) {
        const Error& error = client ? active.error() : client.error();
        return error.code == ErrorCode::Denied ? Result<bool>(false) : error;
    }
    auto allowed = requireWithdrawal(m_office.reader, *client, *active == 1);
    if (!allowed && allowed.error().code != ErrorCode::Denied) {
        return allowed.error();
    }
    return allowed.hasValue();
}

Result<>
SealedService::withdrawConsent(const ClientId& id, const QString& purpose, const QString& reason)
{
    auto operation = Operation::begin(m_office, u"client.consent_withdrawn");
    if (!operation) {
        return operation.error();
    }
    auto client = find(operation->connection(), id, true);
    if (!client) {
        return client.error();
    }
    if (auto allowed = requireWithdrawal(operation->connection(), *client, operation->isSoleUser());
        !allowed) {
        return allowed;
    }
    ConsentStore consents(operation->connection());
    auto all = consents.of(client->pk);
    if (!all) {
        return all.error();
    }
    bool any = false;
    for (const Consent& consent : *all) {
        if (consent.purpose != purpose || !consent.stands()) {
            continue;
        }
        any = true;
        if (auto done = consents.withdraw(*operation, consent); !done) {
            return done;
        }
    }
    if (!any) {
        return sealedServiceError(
            ErrorCode::NotFound,
            QT_TRANSLATE_NOOP("core::SealedService", "There is no consent for this that stands."));
    }
    const QString place = placeOf(purpose);
    ChangeSet changes;
    if (const auto field = fieldByName(place); field && client->values.has(*field)) {
        changes.push_back({*field, client->value(*field), {}});
    } else if (const QString name = place.mid(qsizetype(7));
               !field && ownFieldsOf(client->values).contains(name)) {
        QJsonObject own = ownFieldsOf(client->values);
        own.remove(name);
        const QString text = own.isEmpty()
            ? QString()
            : QString::fromUtf8(QJsonDocument(own).toJson(QJsonDocument::Compact));
        changes.push_back({Field::Custom, client->value(Field::Custom), text});
    }
    Provenance provenance;
    provenance.action = QStringLiteral("update");
    provenance.reason = withoutSealedNumbers(reason);
    provenance.origin = QStringLiteral("form");
    if (auto done = m_writer.change(*operation, *client, changes, provenance); !done) {
        return done;
    }
    if (auto done = SealedStore(operation->connection()).destroy(client->pk, place); !done) {
        return done;
    }
    operation->setObject(QStringLiteral("client:") + client->id().value);
    operation->feed("client", client->pk.value);
    return operation->commit();
}

} // namespace core
