/// SqlNotifications: which rows of subscribed tables were changed, kept until the commit, so that
/// nobody hears of what was rolled back: the transaction, a savepoint, or one statement that failed
/// half-way. Internal to core/storage; on the connection's thread. It uses the update, commit and
/// rollback hooks of the handle.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

struct sqlite3;

namespace core {

class SqlNotifications
{
public:
    /// `deliver(table, rowId)` is called after the commit, from settle().
    SqlNotifications(sqlite3* handle, std::function<void(const QString&, qint64)> deliver);
    ~SqlNotifications();
    SqlNotifications(const SqlNotifications&) = delete;
    SqlNotifications& operator=(const SqlNotifications&) = delete;

    QStringList tables;

    /// Looks for SAVEPOINT, RELEASE and ROLLBACK TO that were just carried out.
    void noteStatement(const QString& sql);
    [[nodiscard]] std::size_t mark() const { return m_pending.size(); }
    /// The statement that began at `mark` failed: SQLite has taken its rows back.
    void dropAfter(std::size_t mark);
    /// After a statement has ended: gives what is committed.
    void settle();

private:
    struct Change
    {
        QString table;
        qint64 rowId;
    };
    struct Mark
    {
        QString name;
        std::size_t changes;
    };
    void noteSavepoint(const QString& name);
    void rollBackTo(const QString& name, bool releases);

    static void
    onUpdate(void* self, int operation, const char* schema, const char* table, long long rowId);
    static int onCommit(void* self);
    static void onRollback(void* self);

    sqlite3* m_handle;
    std::function<void(const QString&, qint64)> m_deliver;
    std::vector<Change> m_pending;
    std::vector<Mark> m_savepoints;
    bool m_committing = false;
};

} // namespace core
