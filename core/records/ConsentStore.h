/// ConsentStore: the table consents: that a client agreed to the keeping of an id number, a bank account or another
/// confidential value, for what, and where their word is kept. A confidential value is never stored without one. Each row
/// is signed by the log like any other. Thread of the connection.
#pragma once

#include "core/base/Id.h"
#include "core/base/Result.h"
#include "core/security/Operation.h"
#include "core/storage/Connection.h"

#include <QDateTime>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace core {

struct Consent
{
    std::int64_t pk = 0;
    ClientPk client;
    QString purpose; ///< "identity", "payment", "custom:NAME"
    QString evidence; ///< empty: whoever entered it did not say
    QString origin;
    QDateTime givenAt; ///< UTC, when it was recorded
    UserPk recordedBy;
    QString recordedByName;
    QDateTime withdrawnAt; ///< invalid: it stands
    UserPk withdrawnBy;
    int version = 1;

    [[nodiscard]] bool stands() const { return !withdrawnAt.isValid(); }
};

/// What an agreement to a field is for: "id_number" -> "identity".
[[nodiscard]] QString purposeOf(const QString& place);
/// The fields that such an agreement covers.
[[nodiscard]] QString placeOf(const QString& purpose);
/// In the language of the program.
[[nodiscard]] QString purposeLabel(const QString& purpose);

class ConsentStore
{
public:
    explicit ConsentStore(Connection& connection);

    /// Of this record and those that were merged into it; newest first.
    Result<std::vector<Consent>> of(ClientPk client) const;
    Result<std::vector<Consent>> all() const;

    Result<> insert(Operation& operation, Consent& consent); ///< sets pk
    Result<> withdraw(Operation& operation, const Consent& consent);

    /// What must be there before a value of this purpose is stored: a consent that stands (then `evidence`, where it is
    /// named, makes a new one), or a new one. Invalid where the client has withdrawn it and nothing new is named.
    Result<> require(Operation& operation, Consent wanted);

private:
    Connection* m_connection;
};

[[nodiscard]] QByteArray consentHash(const OfficeContext& office, const Consent& consent);

} // namespace core
