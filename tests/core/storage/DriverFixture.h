/// A QSqlDatabase of the driver QSQLCIPHER in a folder of its own.
#pragma once

#include "StorageFixture.h"

#include "core/storage/CipherDriver.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace storage_test {

inline const QString rawKey
    = QStringLiteral("QSQLCIPHER_KEY=x'") + QString(64, u'a') + QStringLiteral("'");

/// A QSqlDatabase of its own name in a folder of its own.
class Database
{
public:
    explicit Database(const QString& options = rawKey,
                      const QString& password = {},
                      const QString& path = {})
    {
        core::registerCipherDriver();
        static int count = 0;
        m_name = QStringLiteral("test %1").arg(++count);
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLCIPHER"), m_name);
        m_database.setDatabaseName(path.isEmpty() ? m_folder.path() : path);
        m_database.setConnectOptions(options);
        m_database.setPassword(password);
        m_isOpen = m_database.open();
    }
    ~Database()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    QSqlDatabase& operator*() { return m_database; }
    QSqlDatabase* operator->() { return &m_database; }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] const Folder& folder() const { return m_folder; }
    [[nodiscard]] QSqlQuery query() const { return QSqlQuery(m_database); }

    /// Runs one statement; its first value, if any.
    QVariant run(const QString& sql) const
    {
        QSqlQuery query(m_database);
        INFO(sql.toStdString());
        const bool isDone = query.exec(sql);
        INFO(query.lastError().text().toStdString());
        REQUIRE(isDone);
        return query.isSelect() && query.next() ? query.value(0) : QVariant();
    }

private:
    Folder m_folder;
    QString m_name;
    QSqlDatabase m_database;
    bool m_isOpen = false;
};

} // namespace storage_test
