#include "core/storage/SqlNotifications.h"

#include "core/storage/SqlIdentifier.h"
#include "core/storage/Sqlite.h"

#include <algorithm>
#include <utility>

namespace core {

SqlNotifications::SqlNotifications(sqlite3* handle,
                                   std::function<void(const QString&, qint64)> deliver)
    : m_handle(handle)
    , m_deliver(std::move(deliver))
{
    sqlite3_update_hook(m_handle, &SqlNotifications::onUpdate, this);
    sqlite3_commit_hook(m_handle, &SqlNotifications::onCommit, this);
    sqlite3_rollback_hook(m_handle, &SqlNotifications::onRollback, this);
}

SqlNotifications::~SqlNotifications()
{
    sqlite3_update_hook(m_handle, nullptr, nullptr);
    sqlite3_commit_hook(m_handle, nullptr, nullptr);
    sqlite3_rollback_hook(m_handle, nullptr, nullptr);
}

void SqlNotifications::noteStatement(const QString& sql)
{
    QStringList words = sql.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        return;
    }
    const QString verb = words.first().toLower();
    if (verb != u"savepoint" && verb != u"release" && verb != u"rollback") {
        return;
    }
    if (words.last().endsWith(u';')) {
        words.last().chop(1);
    }
    const QString name = identifierParts(words.last()).join(u'.').toLower();
    if (verb == u"savepoint") {
        noteSavepoint(name);
    } else if (verb == u"release") {
        rollBackTo(name, true);
    } else if (words.contains(u"to", Qt::CaseInsensitive)) {
        rollBackTo(name, false);
    }
}

void SqlNotifications::noteSavepoint(const QString& name)
{
    m_savepoints.push_back({name, m_pending.size()});
}

void SqlNotifications::rollBackTo(const QString& name, bool releases)
{
    const auto found = std::find_if(m_savepoints.rbegin(),
                                    m_savepoints.rend(),
                                    [&](const Mark& mark) { return mark.name == name; });
    if (found == m_savepoints.rend()) {
        return;
    }
    const auto at = std::next(found).base();
    if (!releases) {
        dropAfter(at->changes);
    }
    m_savepoints.erase(releases ? at : at + 1, m_savepoints.end());
}

void SqlNotifications::dropAfter(std::size_t mark)
{
    if (mark < m_pending.size()) {
        m_pending.erase(m_pending.begin() + static_cast<std::ptrdiff_t>(mark), m_pending.end());
    }
}

void SqlNotifications::settle()
{
    // The commit hook runs before the commit may still fail; autocommit afterwards tells that it
    // did not.
    const bool isCommitted
        = std::exchange(m_committing, false) && sqlite3_get_autocommit(m_handle) != 0;
    if (!isCommitted) {
        return;
    }
    m_savepoints.clear();
    const auto changes = std::exchange(m_pending, {});
    for (const Change& change : changes) {
        m_deliver(change.table, change.rowId);
    }
}

void SqlNotifications::onUpdate(void* self, int, const char*, const char* table, long long rowId)
{
    auto* notifications = static_cast<SqlNotifications*>(self);
    const QString name = QString::fromUtf8(table);
    if (notifications->tables.contains(name)) {
        notifications->m_pending.push_back({name, rowId});
    }
}

int SqlNotifications::onCommit(void* self)
{
    static_cast<SqlNotifications*>(self)->m_committing = true;
    return 0;
}

void SqlNotifications::onRollback(void* self)
{
    auto* notifications = static_cast<SqlNotifications*>(self);
    notifications->m_pending.clear();
    notifications->m_savepoints.clear();
    notifications->m_committing = false;
}

} // namespace core
