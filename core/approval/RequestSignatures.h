/// RequestSignatures: who signed a request and what became of it, checked against the log: the
/// entry is there and whole, it is its signer's, it stands for exactly the values and base version
/// that the request shows, and nobody approved his own.
///
///     auto signatures = RequestSignatures(connection, officeId).of(request);
///     for (const RequestSignature& one : *signatures) … one.verified …
///
/// Thread of the connection.
#pragma once

#include "core/approval/RequestStore.h"
#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/security/AuditChain.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace core {

/// One signature under a request.
struct RequestSignature
{
    QString user;
    QString role; ///< the user's role today: "manager", …
    QString what; ///< "asked", or the state that it brought: "approved", "partly", "rejected", …
    QDateTime at; ///< UTC
    std::int64_t auditSeq = 0;
    bool verified = false;
    QString problem; ///< translated; empty where it verifies
};

/// Something wrong with a request, as a check of the office lists it.
struct RequestProblem
{
    RequestPk request;
    QString message;
};

class RequestSignatures
{
public:
    RequestSignatures(Connection& connection, QByteArray officeId);

    /// That of who asked; then, once it is no longer open, that of who decided.
    Result<std::vector<RequestSignature>> of(const Request& request);
    /// Every request of the office.
    Result<std::vector<RequestProblem>> check(Progress& progress);

private:
    struct CheckedEntry
    {
        std::optional<AuditEntry> entry;
        QString problem;
    };

    Result<CheckedEntry> entry(std::int64_t seq);
    Result<RequestSignature>
    signature(const Request& signedForm, bool isAsked, const std::vector<QByteArray>& keys);

    Connection& m_connection;
    AuditChain m_chain;
    QHash<std::int64_t, CheckedEntry> m_checked; ///< an import's entry stands for many requests
};

} // namespace core
