/// CipherSqlResult: the QSqlResult of QSQLCIPHER. Forward-only results read their columns straight
/// from SQLite when asked; others keep the rows they have passed, since Qt wants to go back to
/// them. Internal to core/storage; on the driver's thread. When the driver closes, its results lose
/// their statement and answer with errors.
#pragma once

#include <QByteArray>
#include <QList>
#include <QSqlRecord>
#include <QSqlResult>
#include <QVariant>

#include <vector>

struct sqlite3_stmt;

namespace core {

class CipherSqlDriver;

class CipherSqlResult final : public QSqlResult
{
public:
    explicit CipherSqlResult(const CipherSqlDriver* driver);
    ~CipherSqlResult() override;

    /// The driver closes; after another open() it may prepare anew.
    void close();
    /// The driver goes away.
    void abandon();

    [[nodiscard]] QVariant handle() const override;

protected:
    bool reset(const QString& sql) override;
    bool prepare(const QString& sql) override;
    bool exec() override;
    bool execBatch(bool arrayBind) override;
    void bindValue(int position, const QVariant& value, QSql::ParamType type) override;
    void
    bindValue(const QString& placeholder, const QVariant& value, QSql::ParamType type) override;
    void detachFromResultSet() override;

    bool fetch(int row) override;
    bool fetchNext() override;
    bool fetchPrevious() override;
    bool fetchFirst() override;
    bool fetchLast() override;

    QVariant data(int column) override;
    bool isNull(int column) override;
    int size() override;
    int numRowsAffected() override;
    [[nodiscard]] QVariant lastInsertId() const override;
    [[nodiscard]] QSqlRecord record() const override;

private:
    enum class Step
    {
        Row,
        End,
        Failed
    };

    void finalize();
    void forgetRows();
    bool fail(const QString& what, int code);
    bool failWith(const QString& what, const QString& text, int code);

    bool failBinding(const char* text, int code);
    void findPositions();
    [[nodiscard]] int positionOf(int parameter) const;
    /// `batchRow`: which of the listed values; -1 where each value is one.
    bool bindValues(qsizetype batchRow);
    bool bindOne(int parameter, const QVariant& value);
    /// Binds, runs to the first row, notes ids and counts.
    bool execute(qsizetype batchRow);
    Step stepOnce();
    /// Lets go of the lock and of the bound values.
    void endStatement();
    Step advance();
    void keepRemainingRows();
    bool runSavepoint(const char* sql);
    /// `isAlone`: the batch is in no transaction of the caller.
    void takeBatchBack(bool isAlone);

    [[nodiscard]] QVariant columnValue(int column) const;
    [[nodiscard]] QList<QVariant> rowValues() const;
    void describeColumns();

    const CipherSqlDriver* m_driver;
    sqlite3_stmt* m_statement = nullptr;
    QList<int> m_positions; ///< of Qt's values, one per parameter of SQLite; -1: Qt knows none
    bool m_hasNames = false;
    std::vector<char> m_knownToQt; ///< positions that Qt has noted since prepare()
    std::vector<QByteArray> m_boundBytes; ///< what SQLite points to while the statement runs
    QSqlRecord m_record;
    bool m_isDescribed = false; ///< m_record holds for further executions too
    QVariant m_lastInsertId;
    int m_rowsAffected = -1;
    bool m_isBegun = false; ///< bound, or stepped and not at its end
    bool m_hasFirstRow = false; ///< exec() has stepped to it already
    bool m_isAtEnd = true;
    std::vector<QList<QVariant>>
        m_rows; ///< passed rows; in a forward-only result at most the last one
};

} // namespace core
