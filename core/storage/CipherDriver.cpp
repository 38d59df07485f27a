#include "core/storage/CipherDriver.h"

#include "core/storage/CipherSqlDriver.h"

#include <QSqlDatabase>

namespace core {

void registerCipherDriver()
{
    // A new registration replaces the one before.
    QSqlDatabase::registerSqlDriver(QStringLiteral("QSQLCIPHER"),
                                    new QSqlDriverCreator<CipherSqlDriver>());
}

} // namespace core
