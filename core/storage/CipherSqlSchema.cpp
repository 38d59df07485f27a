// What CipherSqlDriver says about tables, columns and names.
#include "core/storage/CipherSqlDriver.h"
#include "core/storage/SqlColumnType.h"
#include "core/storage/SqlIdentifier.h"
#include "core/storage/Sqlite.h"

#include <QSqlField>
#include <QSqlIndex>
#include <QSqlQuery>
#include <QSqlRecord>

#include <algorithm>
#include <memory>

namespace core {

namespace {

struct TableName
{
    QString schema; ///< empty: the first that has the table
    QString table;
};

struct ColumnInfo
{
    QSqlField field;
    int keyPosition = 0; ///< 1, 2 … in the primary key
};

bool isSchema(sqlite3* handle, const QString& name)
{
    for (int i = 0; const char* schema = sqlite3_db_name(handle, i); ++i) {
        if (name.compare(QString::fromUtf8(schema), Qt::CaseInsensitive) == 0) {
            return true;
        }
    }
    return false;
}

/// "main.clients" names a table of main only where main is a database: names may hold dots.
TableName tableName(sqlite3* handle, const QString& text)
{
    const QStringList parts = identifierParts(text);
    if (parts.size() > 1 && isSchema(handle, parts.first())) {
        const QStringList rest = parts.mid(1);
        return {parts.first(), rest.join(u'.')};
    }
    return {{}, isQuotedIdentifier(text) && parts.size() == 1 ? parts.first() : text};
}

/// sqlite3 text of column `column`, for queries that this file makes itself.
class SchemaQuery
{
public:
    SchemaQuery(sqlite3* handle, const char* sql, const TableName& table = {})
    {
        if (sqlite3_prepare_v2(handle, sql, -1, &m_statement, nullptr) != SQLITE_OK) {
            return;
        }
        const QByteArray name = table.table.toUtf8();
        const QByteArray schema = table.schema.toUtf8();
        sqlite3_bind_text(
            m_statement, 1, name.constData(), static_cast<int>(name.size()), bytesAreCopied);
        if (!table.schema.isEmpty()) {
            sqlite3_bind_text(m_statement,
                              2,
                              schema.constData(),
                              static_cast<int>(schema.size()),
                              bytesAreCopied);
        }
    }
    ~SchemaQuery() { sqlite3_finalize(m_statement); }
    SchemaQuery(const SchemaQuery&) = delete;
    SchemaQuery& operator=(const SchemaQuery&) = delete;

    bool next() { return m_statement && sqlite3_step(m_statement) == SQLITE_ROW; }
    [[nodiscard]] int number(int column) const { return sqlite3_column_int(m_statement, column); }
    [[nodiscard]] QString text(int column) const
    {
        return QString::fromUtf8(
            reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column)));
    }
    [[nodiscard]] bool isNull(int column) const
    {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
    }

private:
    sqlite3_stmt* m_statement = nullptr;
};

QVariant defaultValue(const QString& expression)
{
    if (expression.size() >= 2 && expression.startsWith(u'\'') && expression.endsWith(u'\'')) {
        return expression.sliced(1, expression.size() - 2)
            .replace(QStringLiteral("''"), QStringLiteral("'"));
    }
    return expression;
}

void setLength(QSqlField& field, const QString& declared)
{
    const QString inner = declared.section(u'(', 1).section(u')', 0, 0);
    if (inner.isEmpty()) {
        return;
    }
    field.setLength(inner.section(u',', 0, 0).trimmed().toInt());
    if (inner.contains(u',')) {
        field.setPrecision(inner.section(u',', 1).trimmed().toInt());
    }
}

ColumnInfo columnInfo(const SchemaQuery& row, const QString& table)
{
    const QString declared = row.text(1);
    QSqlField field(row.text(0), typeOfDeclaration(declared), table);
    setLength(field, declared);
    field.setRequired(row.number(2) != 0);
    if (!row.isNull(3)) {
        field.setDefaultValue(defaultValue(row.text(3)));
    }
    constexpr int virtualColumn = 2;
    constexpr int storedColumn = 3;
    if (const int hidden = row.number(5); hidden == virtualColumn || hidden == storedColumn) {
        field.setReadOnly(true);
        field.setGenerated(false); // an INSERT may not name it
    }
    return {field, row.number(4)};
}

QList<ColumnInfo> columns(sqlite3* handle, const QString& text)
{
    const TableName table = tableName(handle, text);
    QList<ColumnInfo> found;
    // 1 is a hidden column of a virtual table
    SchemaQuery rows(
        handle,
        "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?1, ?2) "
        "WHERE hidden <> 1 ORDER BY cid",
        table);
    while (rows.next()) {
        found.append(columnInfo(rows, table.table));
    }
    const auto isKey = [](const ColumnInfo& column) {
        return column.keyPosition > 0;
    };
    if (std::count_if(found.cbegin(), found.cend(), isKey) == 1) {
        SchemaQuery typed(
            handle,
            "SELECT 1 FROM pragma_table_xinfo(?1, ?2) AS c, pragma_table_list(?1) AS t "
            "WHERE c.pk = 1 AND lower(c.type) = 'integer' AND t.wr = 0 "
            "AND (?2 IS NULL OR t.schema = ?2)",
            table);
        if (typed.next()) {
            std::find_if(found.begin(), found.end(), isKey)->field.setAutoValue(true);
        }
    }
    return found;
}

} // namespace

QStringList CipherSqlDriver::tables(QSql::TableType type) const
{
    QStringList names;
    if (!isOpen()) {
        return names;
    }
    // shadow tables belong to a virtual one and are nobody else's business
    SchemaQuery rows(sqlite(),
                     "SELECT name, type, name LIKE 'sqlite\\_%' ESCAPE '\\' FROM pragma_table_list "
                     "WHERE schema IN ('main', 'temp') AND type <> 'shadow' ORDER BY schema, name");
    while (rows.next()) {
        const bool isSystem = rows.number(2) != 0;
        const bool isView = rows.text(1) == u"view";
        const QSql::TableType kind = isSystem ? QSql::SystemTables
            : isView                          ? QSql::Views
                                              : QSql::Tables;
        if ((type & kind) != 0) {
            names.append(rows.text(0));
        }
    }
    // the name by which everybody knows it
    if ((type & QSql::SystemTables) != 0) {
        names.append(QStringLiteral("sqlite_master"));
    }
    return names;
}

QSqlRecord CipherSqlDriver::record(const QString& table) const
{
    QSqlRecord record;
    if (!isOpen()) {
        return record;
    }
    const QList<ColumnInfo> found = columns(sqlite(), table);
    for (const ColumnInfo& column : found) {
        record.append(column.field);
    }
    return record;
}

QSqlIndex CipherSqlDriver::primaryIndex(const QString& table) const
{
    QSqlIndex index(table);
    if (!isOpen()) {
        return index;
    }
    QList<ColumnInfo> found = columns(sqlite(), table);
    std::stable_sort(found.begin(), found.end(), [](const ColumnInfo& a, const ColumnInfo& b) {
        return a.keyPosition < b.keyPosition;
    });
    for (const ColumnInfo& column : std::as_const(found)) {
        if (column.keyPosition > 0) {
            index.append(column.field);
        }
    }
    return index;
}

QString CipherSqlDriver::escapeIdentifier(const QString& identifier, IdentifierType type) const
{
    if (identifier.isEmpty() || isQuotedIdentifier(identifier)) {
        return identifier;
    }
    if (type == TableName && isOpen()) {
        const auto name = tableName(sqlite(), identifier);
        if (!name.schema.isEmpty()) {
            return quotedIdentifier(name.schema) + u'.' + quotedIdentifier(name.table);
        }
    }
    return quotedIdentifier(identifier);
}

bool CipherSqlDriver::isIdentifierEscaped(const QString& identifier, IdentifierType) const
{
    return isQuotedIdentifier(identifier);
}

QString CipherSqlDriver::stripDelimiters(const QString& identifier, IdentifierType) const
{
    return isQuotedIdentifier(identifier) ? identifierParts(identifier).join(u'.') : identifier;
}

} // namespace core
