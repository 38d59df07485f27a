// A program that knows nothing of Dossier and uses its SQL driver: linked with dossier_sql_driver
// alone and compiled without the project's settings. Ends with the number of failed checks.
#include "core/storage/CipherDriver.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTextStream>

static int failures = 0;

static void check(bool isTrue, const char* what)
{
    if (isTrue)
        return;
    ++failures;
    QTextStream(stderr) << "failed: " << what << "\n";
}

/// Opens the file; the value that stands in it, -1 where it does not open, 0 where it is new.
static int readValue(const QString& path, const QString& password, const QString& options)
{
    int value = -1;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase("QSQLCIPHER", "foreign");
        db.setDatabaseName(path);
        db.setPassword(password);
        db.setConnectOptions(options);
        if (db.open()) {
            check(db.driver()->handle().typeName() == QByteArray("sqlite3*"), "a handle as Qt's");
            QSqlQuery query(db);
            value = query.exec("SELECT x FROM t") && query.next() ? query.value(0).toInt() : 0;
            query.exec("CREATE TABLE IF NOT EXISTS t AS SELECT 42 AS x");
        } else {
            check(db.lastError().nativeErrorCode() == "26", "a wrong key says so");
        }
    }
    QSqlDatabase::removeDatabase("foreign");
    return value;
}

static void useDriver(const QTemporaryDir& folder, int expected)
{
    const QString byPassword = folder.filePath("password.db");
    const QString byKey = folder.filePath("key.db");
    const QString rawKey = "QSQLCIPHER_KEY=x'" + QString(64, 'b') + "'";
    check(readValue(byPassword, "a passphrase", "") == expected, "a password opens its file");
    check(readValue(byKey, "", rawKey) == expected, "a raw key opens its file");
    check(readValue(byPassword, "another", "") == -1, "a wrong password opens nothing");
    check(readValue(byKey, "a passphrase", "") == -1, "a password does not open a raw key's file");
    check(readValue(folder.filePath("plain.db"), "", "") == expected, "a plain file opens");
}

#ifdef Q_OS_LINUX
/// Both libraries export the same functions; which of them is called then is a matter of luck.
static void checkThatPlainSqliteIsAbsent()
{
    QFile maps("/proc/self/maps");
    check(maps.open(QIODevice::ReadOnly), "the list of libraries is readable");
    const QByteArray libraries = maps.readAll();
    check(libraries.contains("libsqlcipher"), "SQLCipher is loaded");
    check(!libraries.contains("libqsqlite"), "Qt's SQLite plugin is not loaded");
    check(!libraries.contains("libsqlite3"), "plain SQLite is not loaded");
}
#endif

int main(int argc, char** argv)
{
    const QTemporaryDir folder;
    {
        QCoreApplication application(argc, argv);
        core::registerCipherDriver();
        core::registerCipherDriver(); // once more does no harm
        check(QSqlDatabase::isDriverAvailable("QSQLCIPHER"), "the driver is there");
        useDriver(folder, 0);
    }
    {
        QCoreApplication application(argc, argv); // Qt has forgotten the driver with the first one
        core::registerCipherDriver();
        useDriver(folder, 42);
#ifdef Q_OS_LINUX
        checkThatPlainSqliteIsAbsent();
#endif
    }
    return failures;
}
