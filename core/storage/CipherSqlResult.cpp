#include "core/storage/CipherSqlResult.h"

#include "core/storage/CipherSqlDriver.h"
#include "core/storage/Sqlite.h"

#include <QCoreApplication>
#include <QSqlError>

namespace core {

namespace {

QString resultText(const char* text)
{
    return QCoreApplication::translate("core::CipherSqlDriver", text);
}

} // namespace

CipherSqlResult::CipherSqlResult(const CipherSqlDriver* driver)
    : QSqlResult(driver)
    , m_driver(driver)
{
    m_driver->enlist(this);
}

CipherSqlResult::~CipherSqlResult()
{
    finalize();
    if (m_driver)
        m_driver->release(this);
}

void CipherSqlResult::abandon()
{
    finalize();
    setActive(false);
    m_driver = nullptr;
}

void CipherSqlResult::finalize()
{
    sqlite3_finalize(m_statement);
    m_statement = nullptr;
    m_boundBytes.clear();
    m_positions.clear();
    m_hasNames = false;
    m_knownToQt.clear();
    forgetRows();
}

void CipherSqlResult::forgetRows()
{
    m_rows.clear();
    m_hasFirstRow = false;
    m_isAtEnd = true;
}

QVariant CipherSqlResult::handle() const
{
    return QVariant::fromValue(m_statement);
}

bool CipherSqlResult::fail(const QString& what, int code)
{
    setLastError(cipherSqlError(m_driver->sqlite(), what, code));
    return false;
}

bool CipherSqlResult::failWith(const QString& what, const QString& text, int code)
{
    setLastError(QSqlError(what, text, QSqlError::StatementError, QString::number(code)));
    return false;
}

bool CipherSqlResult::reset(const QString& sql)
{
    return prepare(sql) && exec();
}

bool CipherSqlResult::prepare(const QString&)
{
    // What is given is Qt's own rewriting of the text, with ? as :0 and ?2 as :02; SQLite
    // understands the text itself.
    const QByteArray utf8 = lastQuery().toUtf8();
    finalize();
    setSelect(false);
    m_record = QSqlRecord();
    m_isDescribed = false;
    const QString what
        = resultText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "Unable to prepare the statement"));
    if (!m_driver || !m_driver->isOpen())
        return failWith(
            what,
            resultText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "The connection is closed")),
            SQLITE_MISUSE);
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(m_driver->sqlite(),
                                        utf8.constData(),
                                        static_cast<int>(utf8.size() + 1),
                                        0,
                                        &m_statement,
                                        &rest);
    if (code != SQLITE_OK) {
        finalize();
        return fail(what, code);
    }
    if (!m_statement)
        return failWith(
            what,
            resultText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "There is no statement")),
            SQLITE_MISUSE);
    if (!isOnlyStatement(rest)) {
        finalize();
        return failWith(
            what,
            resultText(QT_TRANSLATE_NOOP("core::CipherSqlDriver",
                                         "Only one statement can be executed at a time")),
            SQLITE_MISUSE);
    }
    return true;
}

bool CipherSqlResult::isOnlyStatement(const char* rest) const
{
    // SQLite itself knows best whether what follows is comments and blanks.
    while (rest && *rest) {
        sqlite3_stmt* further = nullptr;
        const char* next = nullptr;
        const int code = sqlite3_prepare_v3(m_driver->sqlite(), rest, -1, 0, &further, &next);
        const bool isStatement = code != SQLITE_OK || further;
        sqlite3_finalize(further);
        if (isStatement)
            return false;
        if (next == rest)
            break;
        rest = next;
    }
    return true;
}

bool CipherSqlResult::exec()
{
    return execute(-1);
}

bool CipherSqlResult::execute(qsizetype batchRow)
{
    setLastError(QSqlError());
    setActive(false);
    setAt(QSql::BeforeFirstRow);
    forgetRows();
    m_lastInsertId = QVariant();
    m_rowsAffected = -1;
    if (!m_statement || !m_driver)
        return failWith(resultText(QT_TRANSLATE_NOOP("core::CipherSqlDriver",
                                                     "Unable to execute the statement")),
                        resultText(QT_TRANSLATE_NOOP("core::CipherSqlDriver",
                                                     "There is no prepared statement")),
                        SQLITE_MISUSE);
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    if (m_positions.size() != sqlite3_bind_parameter_count(m_statement))
        findPositions();
    if (!bindValues(batchRow))
        return false;
    sqlite3* handle = m_driver->sqlite();
    const qint64 changedBefore = sqlite3_total_changes64(handle);
    m_isAtEnd = false;
    const Step first = stepOnce();
    if (first == Step::Failed)
        return false;
    m_hasFirstRow = first == Step::Row;
    const bool isSelect = sqlite3_column_count(m_statement) > 0;
    if (!isSelect) {
        // CREATE and the like leave the count of the statement before them standing
        const bool changed = sqlite3_total_changes64(handle) != changedBefore;
        m_rowsAffected = changed ? static_cast<int>(sqlite3_changes64(handle)) : 0;
    }
    if (const qint64 id = sqlite3_last_insert_rowid(handle); id != 0)
        m_lastInsertId = id;
    setSelect(isSelect);
    describeColumns();
    setActive(true);
    m_driver->noteStatement(lastQuery());
    return true;
}

CipherSqlResult::Step CipherSqlResult::stepOnce()
{
    const int code = m_driver->step(m_statement);
    if (code == SQLITE_ROW)
        return Step::Row;
    m_isAtEnd = true;
    if (code == SQLITE_DONE) {
        // at once, or the lock of the read would stay
        sqlite3_reset(m_statement);
        return Step::End;
    }
    fail(resultText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "Unable to fetch a row")), code);
    sqlite3_reset(m_statement);
    return Step::Failed;
}

void CipherSqlResult::detachFromResultSet()
{
    sqlite3_reset(m_statement);
    forgetRows();
}

/// To the next row that was not read yet.
CipherSqlResult::Step CipherSqlResult::advance()
{
    if (m_isAtEnd)
        return Step::End;
    if (m_hasFirstRow) {
        m_hasFirstRow = false;
        return Step::Row;
    }
    return stepOnce();
}

bool CipherSqlResult::fetchNext()
{
    if (isForwardOnly()) {
        m_rows.clear();
        if (advance() != Step::Row) {
            setAt(QSql::AfterLastRow);
            return false;
        }
        setAt(at() < 0 ? 0 : at() + 1);
        return true;
    }
    return fetch(at() == QSql::BeforeFirstRow ? 0 : at() + 1);
}

bool CipherSqlResult::fetch(int row)
{
    if (row < 0)
        return false;
    if (at() == row)
        return true;
    if (isForwardOnly()) {
        if (row < at())
            return false;
        while (at() < row) {
            if (!fetchNext())
                return false;
        }
        return true;
    }
    const auto wanted = static_cast<std::size_t>(row);
    while (m_rows.size() <= wanted) {
        if (advance() != Step::Row) {
            setAt(QSql::AfterLastRow);
            return false;
        }
        m_rows.push_back(rowValues());
    }
    setAt(row);
    return true;
}

bool CipherSqlResult::fetchPrevious()
{
    return fetch(at() - 1);
}

bool CipherSqlResult::fetchFirst()
{
    if (isForwardOnly() && at() != QSql::BeforeFirstRow)
        return at() == 0;
    return fetch(0);
}

bool CipherSqlResult::fetchLast()
{
    if (!isForwardOnly()) {
        while (advance() == Step::Row)
            m_rows.push_back(rowValues());
        if (m_rows.empty())
            return false;
        setAt(static_cast<int>(m_rows.size()) - 1);
        return true;
    }
    // SQLite cannot step back, so the row before is kept until there is no further one.
    int last = at();
    QList<QVariant> values;
    if (last >= 0)
        values = m_rows.empty() ? rowValues() : m_rows.front();
    while (advance() == Step::Row) {
        values = rowValues();
        last = last < 0 ? 0 : last + 1;
    }
    if (last < 0)
        return false;
    m_rows = {values};
    setAt(last);
    return true;
}

int CipherSqlResult::size()
{
    return -1; // SQLite does not know before the last row
}

int CipherSqlResult::numRowsAffected()
{
    return m_rowsAffected;
}

QVariant CipherSqlResult::lastInsertId() const
{
    return isActive() ? m_lastInsertId : QVariant();
}

QSqlRecord CipherSqlResult::record() const
{
    return isActive() && isSelect() ? m_record : QSqlRecord();
}

} // namespace core
