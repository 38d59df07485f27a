#include "core/storage/ConnectionPrivate.h"
#include "core/storage/SqlError.h"
#include "core/storage/Sqlite.h"

#include <QCoreApplication>

namespace core {

namespace {

/// Keeps everybody out until the file is closed. Without that SQLCipher's own COMMIT could find a reader, and it does not
/// say when it fails.
Result<> lockForGood(CipherFile& file)
{
    for (const char* sql : {"PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "COMMIT"}) {
        if (Result<> done = file.execute(sql); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

const SecureBytes& Connection::key() const
{
    return m_d->key;
}

Result<> Connection::rekey(const SecureBytes& newKey)
{
    Private& d = *m_d;
    Q_ASSERT(d.thread == QThread::currentThread());
    if (newKey.size() != d.key.size() || !d.isIdle()) {
        return sqlError(SQLITE_MISUSE,
                        QStringLiteral("a new key of 32 bytes, between transactions"));
    }
    if (d.hasFailed()) {
        if (Result<> again = reopen(); !again) {
            return again;
        }
    }
    if (Result<> sound = d.lookAgain(); !sound) {
        return sound;
    }
    if (Result<> alone = lockForGood(*d.file); !alone) {
        d.close(); // lets go of what was locked already
        d.deviceFailed = true;
        return alone;
    }
    // Every page changes. Elsewhere nothing is written before COMMIT, since a computer that comes back late could write
    // what colleagues have rolled back meanwhile; here the colleagues cannot be in the file, and a journal that was
    // synced before takes all of it back.
    constexpr int mebibytes = 64;
    static_cast<void>(d.file->execute(spillAfter(mebibytes).c_str()));
    d.file->rekeyRaw(newKey.data(), newKey.size());
    d.close();
    d.deviceFailed = true; // until it is open
    Result<> opened = d.openWith(newKey);
    if (opened) {
        d.key = newKey.clone();
        return {};
    }
    if (opened.error().code != ErrorCode::Unauthenticated) {
        return opened;
    }
    if (Result<> asBefore = d.open(); !asBefore) {
        return asBefore;
    }
    return Error{ErrorCode::Io,
                 QCoreApplication::translate("core::Connection",
                                             "The database could not be written anew, and has its "
                                             "former key: the disk or the shared folder failed, or "
                                             "has no room for a second copy of it. Try again."),
                 {}};
}

} // namespace core
