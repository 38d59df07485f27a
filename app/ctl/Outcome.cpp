#include "app/ctl/Outcome.h"

namespace ctl {

int exitCodeFor(core::ErrorCode code)
{
    using core::ErrorCode;
    switch (code) {
    case ErrorCode::Unauthenticated:
        return NotLoggedIn;
    case ErrorCode::Denied:
        return NotAllowed;
    case ErrorCode::Busy:
        return TryLater;
    case ErrorCode::Corrupt:
        return Damaged;
    case ErrorCode::Conflict:
        return ChangedMeanwhile;
    case ErrorCode::Invalid:
    case ErrorCode::NotFound:
    case ErrorCode::Duplicate:
    case ErrorCode::Io:
    case ErrorCode::Cancelled:
    case ErrorCode::Unsupported:
    case ErrorCode::Internal:
        break;
    }
    return Failed;
}

Outcome::Outcome(core::Error failure)
    : exitCode(exitCodeFor(failure.code))
    , error(std::move(failure))
{ }

Outcome::Outcome(QJsonObject result, QString words)
    : json(std::move(result))
    , text(std::move(words))
{ }

QJsonObject errorDocument(const Outcome& outcome)
{
    QJsonObject document = outcome.json;
    const core::Error error = outcome.error.value_or(core::Error{});
    document.insert(QStringLiteral("error"),
                    QJsonObject{{QStringLiteral("code"), core::errorCodeName(error.code)},
                                {QStringLiteral("message"), error.message}});
    return document;
}

} // namespace ctl
