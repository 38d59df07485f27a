// How CipherSqlResult brings Qt's values to SQLite's parameters, one row or a batch of them.
#include "core/storage/CipherSqlDriver.h"
#include "core/storage/CipherSqlResult.h"
#include "core/storage/Sqlite.h"
#include "core/storage/UtcText.h"
#include "core/storage/Utf8Buffer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QSqlError>

#include <algorithm>
#include <limits>
#include <utility>

namespace core {

namespace {

QString bindingText(const char* text)
{
    return QCoreApplication::translate("core::CipherSqlDriver", text);
}

/// Qt counts a null byte array or time as NULL, as it does a null text; an empty one is not.
bool isNullValue(const QVariant& value)
{
    if (value.isNull()) {
        return true;
    }
    switch (value.typeId()) {
    case QMetaType::QByteArray:
        return static_cast<const QByteArray*>(value.constData())->isNull();
    case QMetaType::QDateTime:
        return value.toDateTime().isNull();
    case QMetaType::QDate:
        return value.toDate().isNull();
    case QMetaType::QTime:
        return value.toTime().isNull();
    default:
        return false;
    }
}

/// The text of a value that holds one; a null one, also QVariant's typed null, counts as none.
/// QVariant::isNull() takes longer.
const QString* textIn(const QVariant& value)
{
    if (value.typeId() != QMetaType::QString) {
        return nullptr;
    }
    const auto* text = static_cast<const QString*>(value.constData());
    return text->isNull() ? nullptr : text;
}

void replaceValue(QVariant& stored, const QVariant& value)
{
    const QString* text = textIn(value);
    if (!text || stored.typeId() != QMetaType::QString) {
        stored = value;
        return;
    }
    // QVariant's own assignment destroys one and makes the other through its type's table
    *static_cast<QString*>(stored.data()) = *text;
    prefetch(*text);
}

bool isTooLarge(const QVariant& value)
{
    const int type = value.typeId();
    return (type == QMetaType::ULongLong || type == QMetaType::ULong)
        && value.toULongLong() > static_cast<qulonglong>(std::numeric_limits<qint64>::max());
}

bool isInteger(int type)
{
    switch (type) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::Char:
    case QMetaType::SChar:
    case QMetaType::UChar:
    case QMetaType::Long:
    case QMetaType::ULong:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return true;
    default:
        return false;
    }
}

/// How a value that is neither number nor bytes is written.
QString textOf(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::QDateTime:
        return utcText(value.toDateTime());
    case QMetaType::QTime:
        return value.toTime().toString(u"hh:mm:ss.zzz");
    default:
        return value.toString();
    }
}

} // namespace

bool CipherSqlResult::failBinding(const char* text, int code)
{
    return failWith(
        bindingText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "Unable to bind parameters")),
        bindingText(text),
        code);
}

// Qt collects values by position or by name; SQLite numbers the parameters and gives a repeated
// name one number. Both are brought together from SQLite's side, because Qt also takes a colon in a
// comment for a placeholder.
int CipherSqlResult::positionOf(int parameter) const
{
    const char* utf8Name = sqlite3_bind_parameter_name(m_statement, parameter);
    if (!utf8Name) {
        return parameter - 1;
    }
    if (*utf8Name == '?') {
        return QByteArray(utf8Name + 1).toInt() - 1;
    }
    const QString name = QString::fromUtf8(utf8Name);
    if (!name.startsWith(u':')) {
        return parameter - 1; // Qt does not know @x and $x as placeholders: they go by their number
    }
    for (int position = 0;; ++position) {
        const QString known = boundValueName(position);
        if (known == name) {
            return position;
        }
        if (known.isEmpty()) {
            return -1;
        }
    }
}

void CipherSqlResult::findPositions()
{
    const int parameters = sqlite3_bind_parameter_count(m_statement);
    m_positions.clear();
    m_positions.reserve(parameters);
    for (int parameter = 1; parameter <= parameters; ++parameter) {
        m_positions.append(positionOf(parameter));
    }
    m_hasNames = parameters > 0 && sqlite3_bind_parameter_name(m_statement, 1) != nullptr;
    m_boundBytes.resize(static_cast<std::size_t>(parameters));
}

// Qt makes a name for each position and looks it up, every time; that takes as long as the
// insertion itself. From the second row on only the value is new.
void CipherSqlResult::bindValue(int position, const QVariant& value, QSql::ParamType type)
{
    const auto index = static_cast<std::size_t>(position);
    if (type == QSql::In && position >= 0 && index < m_knownToQt.size() && m_knownToQt[index]) {
        if (QVariantList& values = boundValues(); position < values.size()) {
            replaceValue(values[position], value);
            return;
        }
    }
    QSqlResult::bindValue(position, value, type);
    if (type != QSql::In || position < 0) {
        return;
    }
    if (m_knownToQt.size() <= index) {
        m_knownToQt.resize(index + 1);
    }
    m_knownToQt[index] = 1;
}

void CipherSqlResult::bindValue(const QString& placeholder,
                                const QVariant& value,
                                QSql::ParamType type)
{
    m_knownToQt.clear(); // Qt binds by name from now on, and has to hear of the next position
    QSqlResult::bindValue(placeholder, value, type);
}

bool CipherSqlResult::bindValues(qsizetype batchRow)
{
    const QVariantList& values = boundValues();
    const qsizetype count = values.size();
    if (!m_hasNames && count != m_positions.size()) {
        return failBinding(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "Parameter count mismatch"),
                           SQLITE_RANGE);
    }
    int parameter = 0;
    for (const int position : std::as_const(m_positions)) {
        if (position < 0 || position >= count) {
            return failBinding(
                QT_TRANSLATE_NOOP("core::CipherSqlDriver", "Parameter count mismatch"),
                SQLITE_RANGE);
        }
        const QVariant& value = values[position];
        ++parameter;
        const bool isBound = batchRow < 0 ? bindOne(parameter, value)
                                          : bindOne(parameter, value.toList().at(batchRow));
        if (!isBound) {
            return false;
        }
    }
    return true;
}

bool CipherSqlResult::bindOne(int parameter, const QVariant& value)
{
    QByteArray& bytes = m_boundBytes[static_cast<std::size_t>(parameter) - 1];
    const auto bindText = [&](QStringView text) {
        const qsizetype size = encodeInto(bytes, text);
        return sqlite3_bind_text64(m_statement,
                                   parameter,
                                   bytes.constData(),
                                   static_cast<sqlite3_uint64>(size),
                                   bytesStay,
                                   SQLITE_UTF8);
    };
    const int type = value.typeId();
    int code = SQLITE_OK;
    if (const QString* text = textIn(value)) { // the most frequent first
        code = bindText(*text);
    } else if (type == QMetaType::QString || isNullValue(value)) {
        code = sqlite3_bind_null(m_statement, parameter);
    } else if (isInteger(type)) {
        if (isTooLarge(value)) {
            return failBinding(
                QT_TRANSLATE_NOOP("core::CipherSqlDriver", "A number is too large to be stored"),
                SQLITE_RANGE);
        }
        code = sqlite3_bind_int64(m_statement, parameter, value.toLongLong());
    } else if (type == QMetaType::Double || type == QMetaType::Float) {
        code = sqlite3_bind_double(m_statement, parameter, value.toDouble());
    } else if (type == QMetaType::QByteArray) {
        bytes = value.toByteArray();
        code = sqlite3_bind_blob64(m_statement,
                                   parameter,
                                   bytes.isEmpty() ? "" : bytes.constData(),
                                   static_cast<sqlite3_uint64>(bytes.size()),
                                   bytesStay);
    } else if (value.canConvert<QString>()) {
        code = bindText(textOf(value));
    } else {
        return failBinding(
            QT_TRANSLATE_NOOP("core::CipherSqlDriver", "A value has a type that cannot be stored"),
            SQLITE_MISMATCH);
    }
    return code == SQLITE_OK
        || fail(
               bindingText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "Unable to bind parameters")),
               code);
}

bool CipherSqlResult::execBatch(bool)
{
    const QString what
        = bindingText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "Unable to execute the batch"));
    setLastError(QSqlError()); // QSqlQuery does it before exec(), not here
    const QVariantList columns = boundValues();
    const qsizetype count = columns.isEmpty() ? 0 : columns.first().toList().size();
    for (const QVariant& column : columns) {
        if (column.toList().size() != count) {
            return failWith(
                what,
                bindingText(QT_TRANSLATE_NOOP("core::CipherSqlDriver",
                                              "The columns of the batch differ in length")),
                SQLITE_MISUSE);
        }
    }
    if (count == 0) {
        return failWith(
            what,
            bindingText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "The batch is empty")),
            SQLITE_MISUSE);
    }
    if (!m_driver || !m_driver->isOpen()) {
        return failWith(
            what,
            bindingText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "The connection is closed")),
            SQLITE_MISUSE);
    }
    const bool isAlone = sqlite3_get_autocommit(m_driver->sqlite()) != 0;
    if (!runSavepoint("SAVEPOINT qsqlcipher_batch")) {
        return false;
    }
    int affected = 0;
    for (qsizetype row = 0; row < count; ++row) {
        if (!execute(row)) {
            const QSqlError error = lastError();
            takeBatchBack(isAlone);
            setLastError(QSqlError(bindingText(QT_TRANSLATE_NOOP("core::CipherSqlDriver",
                                                                 "Row %1 of the batch failed"))
                                       .arg(row + 1),
                                   error.databaseText(),
                                   error.type(),
                                   error.nativeErrorCode()));
            return false;
        }
        affected += std::max(0, m_rowsAffected);
    }
    endStatement();
    if (!runSavepoint("RELEASE qsqlcipher_batch")) {
        // Outside of a transaction this commits, and may find the file locked.
        const QSqlError error = lastError();
        takeBatchBack(isAlone);
        setLastError(error);
        return false;
    }
    m_rowsAffected = affected;
    return true;
}

void CipherSqlResult::takeBatchBack(bool isAlone)
{
    endStatement();
    setActive(false);
    if (isAlone) {
        runSavepoint("ROLLBACK");
        return;
    }
    runSavepoint("ROLLBACK TO qsqlcipher_batch");
    runSavepoint("RELEASE qsqlcipher_batch");
}

bool CipherSqlResult::runSavepoint(const char* sql)
{
    const int code = sqlite3_exec(m_driver->sqlite(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return fail(
            bindingText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "Unable to execute the batch")),
            code);
    }
    m_driver->noteStatement(QString::fromLatin1(sql));
    return true;
}

} // namespace core
