// How CipherSqlResult reads and describes the columns of a row.
#include "core/storage/CipherSqlResult.h"
#include "core/storage/SqlColumnType.h"
#include "core/storage/Sqlite.h"

#include <QSqlField>

namespace core {

namespace {

/// Of an expression, which has no declaration. Values are 64 bits wide; but Qt's own driver calls
/// the column int, and its models and delegates go by that.
QMetaType storedType(int type)
{
    switch (type) {
    case SQLITE_INTEGER:
        return QMetaType::fromType<int>();
    case SQLITE_FLOAT:
        return QMetaType::fromType<double>();
    case SQLITE_BLOB:
        return QMetaType::fromType<QByteArray>();
    case SQLITE_TEXT:
        return QMetaType::fromType<QString>();
    default:
        return {}; // NULL, or no row at all: nobody knows
    }
}

} // namespace

QVariant CipherSqlResult::columnValue(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return static_cast<qlonglong>(sqlite3_column_int64(m_statement, column));
    case SQLITE_FLOAT: {
        const double value = sqlite3_column_double(m_statement, column);
        switch (numericalPrecisionPolicy()) {
        case QSql::LowPrecisionInt32:
            return static_cast<int>(value);
        case QSql::LowPrecisionInt64:
            return static_cast<qlonglong>(value);
        case QSql::LowPrecisionDouble:
        case QSql::HighPrecision:
            return value;
        }
        return value;
    }
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
        return QByteArray(bytes ? bytes : "", sqlite3_column_bytes(m_statement, column));
    }
    case SQLITE_NULL:
        return QVariant(
            typeOfDeclaration(QString::fromUtf8(sqlite3_column_decltype(m_statement, column))));
    default: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
    }
    }
}

QList<QVariant> CipherSqlResult::rowValues() const
{
    const int count = sqlite3_column_count(m_statement);
    QList<QVariant> values;
    values.reserve(count);
    for (int column = 0; column < count; ++column) {
        values.append(columnValue(column));
    }
    return values;
}

QVariant CipherSqlResult::data(int column)
{
    if (column < 0 || column >= m_record.count() || at() < 0) {
        return {};
    }
    if (!isForwardOnly()) {
        const auto row = static_cast<std::size_t>(at());
        return row < m_rows.size() ? m_rows[row].at(column) : QVariant();
    }
    if (!m_rows.empty()) {
        return m_rows.front().at(column);
    }
    return m_isAtEnd ? QVariant() : columnValue(column);
}

bool CipherSqlResult::isNull(int column)
{
    if (isForwardOnly() && m_rows.empty() && !m_isAtEnd && at() >= 0 && column >= 0
        && column < m_record.count()) {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
    }
    return data(column).isNull();
}

void CipherSqlResult::describeColumns()
{
    const int count = sqlite3_column_count(m_statement);
    if (m_isDescribed && m_record.count() == count) {
        return;
    }
    m_record = QSqlRecord();
    m_isDescribed = true;
    for (int column = 0; column < count; ++column) {
        const char* declared = sqlite3_column_decltype(m_statement, column);
        const QMetaType type = declared && *declared
            ? typeOfDeclaration(QString::fromUtf8(declared))
            : storedType(m_hasFirstRow ? sqlite3_column_type(m_statement, column) : SQLITE_NULL);
        m_isDescribed = m_isDescribed && declared;
        const QString name = QString::fromUtf8(sqlite3_column_name(m_statement, column));
        m_record.append(QSqlField(
            name, type, QString::fromUtf8(sqlite3_column_table_name(m_statement, column))));
    }
}

} // namespace core
