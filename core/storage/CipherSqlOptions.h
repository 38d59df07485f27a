/// The connection options of QSQLCIPHER (see CipherDriver.h). Internal to core/storage; pure
/// function, any thread.
#pragma once

#include <QString>

namespace core {

struct CipherSqlOptions
{
    QString key; ///< x'…' as SQLCipher spells a raw key; empty: none
    int busyTimeout = 5000; ///< milliseconds
    bool readOnly = false;
    bool uri = false;
    bool plainResultCodes = false;
    int regexpCache = 0; ///< compiled patterns to keep; 0: no REGEXP
};

/// Reads `text`. Answers the name of the first option that is unknown or has a wrong value (the
/// name alone, since a value may be a key), or a null string.
[[nodiscard]] QString readCipherSqlOptions(const QString& text, CipherSqlOptions& options);

} // namespace core
