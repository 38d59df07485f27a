#include "core/storage/CipherSqlResult.h"

#include "core/storage/CipherSqlDriver.h"
#include "core/storage/Sqlite.h"

#include <QCoreApplication>
#include <QSqlError>

#include <algorithm>
#include <limits>
#include <string_view>

namespace core {

namespace {

QString resultText(const char* text)
{
    return QCoreApplication::translate("core::CipherSqlDriver", text);
}

/// What may follow a statement. A second semicolon may not: Qt takes it for a second statement.
bool isBlankOrComment(std::string_view sql)
{
    while (!sql.empty()) {
        std::size_t end = 1; // of the blank or comment that begins here
        if (sql.starts_with("--")) {
            end = sql.find('\n');
        } else if (sql.starts_with("/*")) {
            end = std::min(sql.size(), sql.find("*/", 2)) + 2;
        } else if (std::string_view(" \t\n\f\r").find(sql.front()) == std::string_view::npos) {
            return false;
        }
        sql.remove_prefix(std::min(sql.size(), end));
    }
    return true;
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
    if (m_driver) {
        m_driver->release(this);
    }
}

void CipherSqlResult::close()
{
    finalize();
    setActive(false);
    setAt(QSql::BeforeFirstRow);
}

void CipherSqlResult::abandon()
{
    close();
    m_driver = nullptr;
}

void CipherSqlResult::finalize()
{
    sqlite3_finalize(m_statement);
    m_statement = nullptr;
    m_isBegun = false;
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
    if (!m_driver || !m_driver->isOpen()) {
        return failWith(
            what,
            resultText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "The connection is closed")),
            SQLITE_MISUSE);
    }
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
    if (!m_statement) {
        return failWith(
            what,
            resultText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "There is no statement")),
            SQLITE_MISUSE);
    }
    if (!isBlankOrComment(rest)) {
        finalize();
        return failWith(
            what,
            resultText(QT_TRANSLATE_NOOP("core::CipherSqlDriver",
                                         "Only one statement can be executed at a time")),
            SQLITE_MISUSE);
    }
    return true;
}

bool CipherSqlResult::exec()
{
    return execute(-1);
}

bool CipherSqlResult::execute(qsizetype batchRow)
{
    setActive(false);
    setAt(QSql::BeforeFirstRow);
    forgetRows();
    m_lastInsertId = QVariant();
    m_rowsAffected = -1;
    if (!m_statement || !m_driver) {
        return failWith(resultText(QT_TRANSLATE_NOOP("core::CipherSqlDriver",
                                                     "Unable to execute the statement")),
                        resultText(QT_TRANSLATE_NOOP("core::CipherSqlDriver",
                                                     "There is no prepared statement")),
                        SQLITE_MISUSE);
    }
    endStatement();
    if (m_positions.size() != sqlite3_bind_parameter_count(m_statement)) {
        findPositions();
    }
    m_isBegun = true;
    if (!bindValues(batchRow)) {
        endStatement();
        return false;
    }
    sqlite3* handle = m_driver->sqlite();
    const qint64 changedBefore = sqlite3_total_changes64(handle);
    m_isAtEnd = false;
    const Step first = stepOnce();
    if (first == Step::Failed) {
        return false;
    }
    m_hasFirstRow = first == Step::Row;
    const bool isSelect = sqlite3_column_count(m_statement) > 0;
    if (!isSelect) {
        // CREATE and the like leave the count of the statement before them standing
        const bool changed = sqlite3_total_changes64(handle) != changedBefore;
        constexpr qint64 most = std::numeric_limits<int>::max();
        m_rowsAffected
            = changed ? static_cast<int>(std::min<qint64>(sqlite3_changes64(handle), most)) : 0;
    }
    if (const qint64 id = sqlite3_last_insert_rowid(handle); id != 0) {
        m_lastInsertId = id;
    }
    setSelect(isSelect);
    describeColumns();
    setActive(true);
    m_driver->noteStatement(lastQuery());
    return true;
}

CipherSqlResult::Step CipherSqlResult::stepOnce()
{
    const int code = m_driver->step(m_statement);
    if (code == SQLITE_ROW) {
        return Step::Row;
    }
    m_isAtEnd = true;
    if (code == SQLITE_DONE) {
        endStatement(); // at once, or the lock of the read would stay
        return Step::End;
    }
    fail(resultText(QT_TRANSLATE_NOOP("core::CipherSqlDriver", "Unable to fetch a row")), code);
    endStatement(); // only now, since it forgets the text of the error
    return Step::Failed;
}

void CipherSqlResult::endStatement()
{
    if (!m_isBegun) {
        return;
    }
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_isBegun = false;
}

void CipherSqlResult::detachFromResultSet()
{
    // A table model calls this before it writes, to be rid of the read's lock, and goes on reading
    // afterwards. Running the statement again then would show what was written in between; so the
    // rows that are left are fetched now. finish() has left the rows before it calls.
    if (!isForwardOnly() && at() != QSql::BeforeFirstRow) {
        keepRemainingRows();
        return;
    }
    endStatement();
    forgetRows();
}

void CipherSqlResult::keepRemainingRows()
{
    while (advance() == Step::Row) {
        m_rows.push_back(rowValues());
    }
}

/// To the next row that was not read yet.
CipherSqlResult::Step CipherSqlResult::advance()
{
    if (m_isAtEnd) {
        return Step::End;
    }
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
    if (row < 0) {
        return false;
    }
    if (at() == row) {
        return true;
    }
    if (isForwardOnly()) {
        if (row < at()) {
            return false;
        }
        while (at() < row) {
            if (!fetchNext()) {
                return false;
            }
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
    if (isForwardOnly() && at() != QSql::BeforeFirstRow) {
        return at() == 0;
    }
    return fetch(0);
}

bool CipherSqlResult::fetchLast()
{
    if (!isForwardOnly()) {
        keepRemainingRows();
        if (m_rows.empty()) {
            return false;
        }
        setAt(static_cast<int>(m_rows.size()) - 1);
        return true;
    }
    // SQLite cannot step back, so the row before is kept until there is no further one.
    int last = at();
    QList<QVariant> values;
    if (last >= 0) {
        values = m_rows.empty() ? rowValues() : m_rows.front();
    }
    while (advance() == Step::Row) {
        values = rowValues();
        last = last < 0 ? 0 : last + 1;
    }
    if (last < 0) {
        return false;
    }
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
