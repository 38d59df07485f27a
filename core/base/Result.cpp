#include "core/base/Result.h"

namespace core {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid:
        return QStringLiteral("invalid");
    case ErrorCode::NotFound:
        return QStringLiteral("not_found");
    case ErrorCode::Duplicate:
        return QStringLiteral("duplicate");
    case ErrorCode::Conflict:
        return QStringLiteral("conflict");
    case ErrorCode::Busy:
        return QStringLiteral("busy");
    case ErrorCode::Unauthenticated:
        return QStringLiteral("unauthenticated");
    case ErrorCode::Denied:
        return QStringLiteral("denied");
    case ErrorCode::Corrupt:
        return QStringLiteral("corrupt");
    case ErrorCode::Io:
        return QStringLiteral("io");
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorCode::Internal:
        break;
    }
    return QStringLiteral("internal");
}

} // namespace core
