/// SealedService: what people do with confidential values beside entering them: reveal one (logged), keep the consents,
/// and what the role's session does on the side: boxes of an older key are made anew, values that others entered get the
/// code by which the role finds them. Thread of the office's writer.
///
///     auto text = office.sealed().reveal(id, u"id_number"_s);      // Denied: not the role; the entry in the log first
///     office.sealed().catchUp(progress);                           // after a login; nothing to do costs two reads
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/records/Client.h"
#include "core/records/ClientWriter.h"
#include "core/records/ConsentStore.h"
#include "core/security/OfficeContext.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace core {

struct SealedCatchUp
{
    std::int64_t values = 0; ///< that were put in order
    std::vector<QString> broken; ///< tokens of values that could not be opened
};

/// A field that is confidential or can be made so, and how far it is used.
struct SealableField
{
    QString name; ///< "id_number"; of the office's own, as the records call it
    bool isOwn = false;
    bool isConfidential = false;
    std::int64_t records = 0; ///< that say something in it: all but erased ones
};

class SealedStore;
struct SealedKeys;
struct StoredSealed;

class SealedService
{
public:
    SealedService(OfficeContext& office, const ClientWriter& writer);

    /// One value, by its place ("id_number", "custom:NAME"). NotFound: no such client, nothing there, or destroyed.
    /// Corrupt: what lies there was not entered for this record.
    Result<QString> reveal(const ClientId& id, const QString& place);
    /// The places of this record that hold a confidential value.
    [[nodiscard]] static QStringList placesIn(const ClientValues& values);

    /// Invalid without the role's key; Cancelled may be called again.
    Result<SealedCatchUp> catchUp(Progress& progress);
    [[nodiscard]] bool mayOpen() const;

    Result<std::vector<Consent>> consents(const ClientId& id) const;
    /// Whoever may edit the record. `evidence`: where the client's word is kept.
    Result<Consent>
    recordConsent(const ClientId& id, const QString& purpose, const QString& evidence);
    /// Takes the value away with it, for good. Whoever may decide about the record's fields.
    Result<> withdrawConsent(const ClientId& id, const QString& purpose, const QString& reason);
    /// Whether withdrawConsent() is for this person to do with this record, so that only they are offered it.
    Result<bool> mayWithdrawConsent(const ClientId& id) const;

    /// Own fields that are sealed from now on, what stands in them included; a data administrator's. What history says of
    /// them stays as it was.
    Result<QStringList> sealedCustom() const;
    Result<std::int64_t> sealCustom(const QString& name, Progress& progress);
    /// What that can be said about: the fields that are always confidential, then own ones that are in use or marked, by name.
    /// A data administrator's. Reads every record. Thread of the reader's connection.
    Result<std::vector<SealableField>> sealableFields() const;

private:
    Result<Client> find(Connection& connection, const ClientId& id, bool forWriting) const;
    /// How many of these were put in order; inside a transaction.
    Result<std::int64_t> putInOrder(SealedStore& store,
                                    const SealedKeys& keys,
                                    const std::vector<StoredSealed>& values,
                                    std::vector<QString>& broken) const;
    Result<> requireWithdrawal(Connection& connection, const Client& client, bool isSoleUser) const;

    OfficeContext& m_office;
    const ClientWriter& m_writer;
};

} // namespace core
