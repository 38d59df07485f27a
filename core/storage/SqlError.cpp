#include "core/storage/SqlError.h"

#include "core/base/FileInUse.h"
#include "core/base/Progress.h"
#include "core/storage/NetworkError.h"
#include "core/storage/Sqlite.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace core {

namespace {

struct Meaning
{
    ErrorCode code;
    const char* message;
};

constexpr const char* busyMessage = QT_TRANSLATE_NOOP(
    "core::SqlError", "A colleague is saving at the moment. Try again in a moment.");
constexpr const char* goneMessage = QT_TRANSLATE_NOOP(
    "core::SqlError", "The shared folder does not answer. Try again when the network is back.");
constexpr const char* defectMessage
    = QT_TRANSLATE_NOOP("core::SqlError",
                        "The database did not accept a command. This is a defect of the program; "
                        "its log says more.");

Meaning meaningOfDeviceFailure(int extended)
{
    switch (extended) {
    case SQLITE_IOERR_LOCK:
    case SQLITE_IOERR_RDLOCK:
    case SQLITE_IOERR_UNLOCK:
    case SQLITE_IOERR_CHECKRESERVEDLOCK:
        return {
            ErrorCode::Io,
            QT_TRANSLATE_NOOP(
                "core::SqlError",
                "The connection to the file was lost, and nothing was saved. Try again; where it "
                "happens again and again, this folder cannot be shared safely.")};
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_FSTAT:
    case SQLITE_IOERR_ACCESS:
        return {
            ErrorCode::Io,
            QT_TRANSLATE_NOOP("core::SqlError",
                              "The file could not be read. Check the disk or the shared folder, "
                              "then try again.")};
    case SQLITE_IOERR_NOMEM:
        return {
            ErrorCode::Io,
            QT_TRANSLATE_NOOP("core::SqlError",
                              "There is not enough memory. Close other programs and try again.")};
    default:
        return {ErrorCode::Io,
                QT_TRANSLATE_NOOP("core::SqlError",
                                  "The disk or the shared folder reported an error, and nothing "
                                  "was saved. Try again.")};
    }
}

Meaning meaningOfConstraint(int extended)
{
    switch (extended) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return {ErrorCode::Conflict,
                QT_TRANSLATE_NOOP("core::SqlError", "Such an entry exists already.")};
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return {
            ErrorCode::Conflict,
            QT_TRANSLATE_NOOP(
                "core::SqlError",
                "Something that belongs to this entry is not there any more, or still needs it.")};
    default:
        return {ErrorCode::Internal, defectMessage};
    }
}

Meaning meaningOfReadOnly(int extended)
{
    if (extended == SQLITE_READONLY_DBMOVED) {
        return {ErrorCode::Io,
                QT_TRANSLATE_NOOP("core::SqlError",
                                  "The folder of the office was moved or renamed while it was "
                                  "open, and nothing was saved. Put it back, or open the office "
                                  "in its new place.")};
    }
    if (extended == SQLITE_READONLY_ROLLBACK || extended == SQLITE_READONLY_RECOVERY) {
        return {ErrorCode::Io,
                QT_TRANSLATE_NOOP("core::SqlError",
                                  "A save was interrupted, and you may only read this file: a "
                                  "colleague who may write "
                                  "must open it once.")};
    }
    return {ErrorCode::Io,
            QT_TRANSLATE_NOOP("core::SqlError", "You may only read this file, not change it.")};
}

Meaning meaningOf(int extended)
{
    switch (extended & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return {ErrorCode::Busy, busyMessage};
    case SQLITE_IOERR:
        return meaningOfDeviceFailure(extended);
    case SQLITE_CONSTRAINT:
        return meaningOfConstraint(extended);
    case SQLITE_READONLY:
        return meaningOfReadOnly(extended);
    case SQLITE_NOTADB:
        return {ErrorCode::Unauthenticated,
                QT_TRANSLATE_NOOP("core::SqlError", "The key does not fit this file.")};
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
        return {ErrorCode::Corrupt,
                QT_TRANSLATE_NOOP("core::SqlError",
                                  "The file is damaged. Check the office, or restore a backup.")};
    case SQLITE_FULL:
        return {ErrorCode::Io,
                QT_TRANSLATE_NOOP("core::SqlError",
                                  "The disk is full, nothing was saved. Make room and try again.")};
    case SQLITE_CANTOPEN:
        return {ErrorCode::Io,
                QT_TRANSLATE_NOOP(
                    "core::SqlError",
                    "The file could not be opened. Check its folder and your rights to it.")};
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorCode::Io,
                QT_TRANSLATE_NOOP("core::SqlError", "You have no right to use this file.")};
    case SQLITE_NOMEM:
        return {
            ErrorCode::Io,
            QT_TRANSLATE_NOOP("core::SqlError",
                              "There is not enough memory. Close other programs and try again.")};
    case SQLITE_TOOBIG:
        return {ErrorCode::Invalid,
                QT_TRANSLATE_NOOP("core::SqlError", "A value is too long to be stored.")};
    default:
        return {ErrorCode::Internal, defectMessage};
    }
}

Error errorFrom(const Meaning& meaning, const QString& detail)
{
    return {meaning.code, QCoreApplication::translate("core::SqlError", meaning.message), detail};
}

QString describe(int code, const QString& text)
{
    return QStringLiteral("SQLite %1: %2").arg(code).arg(text);
}

// Messages name things of the schema in the open, but FTS5 and JSON quote what the person typed.
QString withoutQuotedText(const QString& text)
{
    static const QRegularExpression quoted(QStringLiteral("\"[^\"]*\"?"));
    return QString(text).replace(quoted, QStringLiteral("\"…\""));
}

} // namespace

Error sqlError(int code, const QString& detail)
{
    if ((code & 0xff) == SQLITE_INTERRUPT) {
        return cancelledError();
    }
    return errorFrom(meaningOf(code), describe(code, detail));
}

Error sqlError(sqlite3* handle, int code)
{
    // NOTADB and friends of SQLCipher come with an extended code of 0 where a pragma failed: keep
    // the caller's.
    const int last = sqlite3_extended_errcode(handle);
    const int extended = (last & 0xff) == (code & 0xff) ? last : code;
    const int systemError = sqlite3_system_errno(handle);
    QString text = withoutQuotedText(QString::fromUtf8(sqlite3_errmsg(handle)));
    const int primary = extended & 0xff;
    if (primary == SQLITE_BUSY || primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN) {
        text += QStringLiteral(", system error %1").arg(systemError);
        // A lost share is waited for like a busy colleague; but where a write may have got lost
        // (IOERR), the code stays Io, so that nobody writes on.
        if (isNetworkGone(systemError)) {
            return errorFrom(
                {primary == SQLITE_IOERR ? ErrorCode::Io : ErrorCode::Busy, goneMessage},
                describe(extended, text));
        }
        if (primary == SQLITE_CANTOPEN && isHeldByOthers(systemError)) {
            return {ErrorCode::Io, heldByAnotherProgramWords(), describe(extended, text)};
        }
    }
    if (isUnreadablePage(handle, extended)) {
        return errorFrom(meaningOf(SQLITE_CORRUPT),
                         describe(extended, QStringLiteral("a page is not authentic")));
    }
    return sqlError(extended, text);
}

Error sqlCompileError(sqlite3* handle, int code)
{
    const int extended = sqlite3_extended_errcode(handle);
    if ((code & 0xff) != SQLITE_ERROR) {
        return sqlError(handle, code);
    }
    return sqlError((extended & 0xff) == (code & 0xff) ? extended : code,
                    QString::fromUtf8(sqlite3_errmsg(handle)));
}

int sqliteCode(const Error& error)
{
    static const QRegularExpression written(QStringLiteral("^SQLite (\\d+):"));
    return written.match(error.detail).captured(1).toInt();
}

bool isUnreadablePage(sqlite3* handle, int code)
{
    return code == SQLITE_ERROR
        && qstrcmp(sqlite3_errmsg(handle), sqlite3_errstr(SQLITE_ERROR)) == 0;
}

bool isDeviceFailure(int code)
{
    return (code & 0xff) == SQLITE_IOERR && code != SQLITE_IOERR_NOMEM;
}

} // namespace core
