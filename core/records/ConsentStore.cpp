#include "core/records/ConsentStore.h"

#include "core/storage/Statement.h"
#include "core/storage/UtcText.h"

#include <QCoreApplication>

namespace core {

namespace {

constexpr QLatin1StringView customPrefix("custom:");

QString consentObject(const Consent& consent)
{
    return QStringLiteral("consent:%1").arg(consent.pk);
}

std::string consentSelect(std::string_view rest)
{
    return std::string("SELECT s.pk, s.client_pk, s.purpose, s.evidence, s.origin, s.given_at,"
                       " s.recorded_by, u.name, s.withdrawn_at, s.withdrawn_by, s.version"
                       " FROM consents s LEFT JOIN users u ON u.pk = s.recorded_by ")
        .append(rest);
}

Consent readConsent(const Statement& row)
{
    return {row.int64(0),
            row.id<ClientPk>(1),
            row.text(2),
            row.text(3),
            row.text(4),
            row.dateTime(5),
            row.id<UserPk>(6),
            row.text(7),
            row.dateTime(8),
            row.id<UserPk>(9),
            row.integer(10)};
}

} // namespace

QString purposeOf(const QString& place)
{
    if (place == QLatin1String("id_number")) {
        return QStringLiteral("identity");
    }
    return place == QLatin1String("bank_account") ? QStringLiteral("payment") : place;
}

QString placeOf(const QString& purpose)
{
    if (purpose == QLatin1String("identity")) {
        return QStringLiteral("id_number");
    }
    return purpose == QLatin1String("payment") ? QStringLiteral("bank_account") : purpose;
}

QString purposeLabel(const QString& purpose)
{
    if (purpose == QLatin1String("identity")) {
        return QCoreApplication::translate("core::ConsentStore", "Proof of identity");
    }
    if (purpose == QLatin1String("payment")) {
        return QCoreApplication::translate("core::ConsentStore", "Payment");
    }
    return purpose.startsWith(customPrefix) ? purpose.mid(customPrefix.size()) : purpose;
}

ConsentStore::ConsentStore(Connection& connection)
    : m_connection(&connection)
{ }

Result<std::vector<Consent>> ConsentStore::of(ClientPk client) const
{
    // What a record that was merged into this one had agreed to goes with its values.
    return m_connection
        ->statement(
            consentSelect("WHERE s.client_pk IN (WITH RECURSIVE same (pk) AS (SELECT ?1 UNION"
                          " SELECT c.pk FROM same JOIN clients c ON c.merged_into = same.pk)"
                          " SELECT pk FROM same) ORDER BY s.pk DESC"))
        .bindAll(client)
        .all(readConsent);
}

Result<std::vector<Consent>> ConsentStore::all() const
{
    return m_connection->statement(consentSelect("ORDER BY s.pk")).all(readConsent);
}

Result<> ConsentStore::insert(Operation& operation, Consent& consent)
{
    consent.givenAt = operation.now();
    consent.recordedBy = operation.actor();
    auto done = m_connection
                    ->statement("INSERT INTO consents (client_pk, purpose, evidence, origin,"
                                " given_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?)")
                    .bindAll(consent.client,
                             consent.purpose,
                             consent.evidence,
                             consent.origin,
                             consent.givenAt,
                             consent.recordedBy)
                    .run();
    if (!done) {
        return done;
    }
    consent.pk = m_connection->lastInsertId();
    operation.recordRow(consentObject(consent), {}, consentHash(operation.office(), consent));
    return {};
}

Result<> ConsentStore::withdraw(Operation& operation, const Consent& consent)
{
    Consent after = consent;
    after.withdrawnAt = operation.now();
    after.withdrawnBy = operation.actor();
    after.version = consent.version + 1;
    auto done
        = m_connection
              ->statement("UPDATE consents SET withdrawn_at = ?, withdrawn_by = ?, version = ?"
                          " WHERE pk = ? AND version = ?")
              .bindAll(
                  after.withdrawnAt, after.withdrawnBy, after.version, consent.pk, consent.version)
              .run();
    if (!done) {
        return done;
    }
    operation.recordRow(consentObject(consent),
                        consentHash(operation.office(), consent),
                        consentHash(operation.office(), after));
    return {};
}

Result<> ConsentStore::require(Operation& operation, Consent wanted)
{
    auto known = of(wanted.client);
    if (!known) {
        return known.error();
    }
    for (const Consent& consent : *known) {
        if (consent.purpose != wanted.purpose) {
            continue;
        }
        if (consent.stands()
            && (wanted.evidence.isEmpty() || wanted.evidence == consent.evidence)) {
            return {};
        }
        if (!consent.stands() && wanted.evidence.isEmpty()) {
            return Error{ErrorCode::Invalid,
                         QCoreApplication::translate(
                             "core::ConsentStore",
                             "The client has withdrawn the consent for this. Say where the new "
                             "consent is kept, or leave the value out."),
                         {}};
        }
        break;
    }
    return insert(operation, wanted);
}

QByteArray consentHash(const OfficeContext& office, const Consent& consent)
{
    return rowHash(office,
                   consentObject(consent),
                   {QString::number(consent.client.value),
                    consent.purpose,
                    consent.evidence,
                    consent.origin,
                    utcText(consent.givenAt),
                    QString::number(consent.recordedBy.value),
                    consent.withdrawnAt.isValid() ? utcText(consent.withdrawnAt) : QString(),
                    QString::number(consent.withdrawnBy.value),
                    QString::number(consent.version)});
}

} // namespace core
