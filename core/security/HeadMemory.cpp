#include "core/security/HeadMemory.h"

#include "core/base/Log.h"
#include "core/security/AuditChain.h"
#include "core/security/OfficeNotes.h"
#include "core/security/Role.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <utility>

namespace core {

namespace {

QString headNotePath(const QByteArray& officeId, HeadNote note)
{
    return officeNotePath(officeId,
                          note == HeadNote::Verified ? QStringLiteral(".verified.json")
                                                     : QStringLiteral(".head.json"));
}

AuditHead headOf(const Statement& row)
{
    return {row.int64(0), row.blob(1), row.text(2)};
}

/// Whether a data administrator accepted the file as it is, later than `known`.
Result<bool> wasAccepted(Connection& connection, const QByteArray& officeId, const AuditHead& known)
{
    auto statement = connection.statement(
        "SELECT e.seq FROM audit_entries e JOIN users u ON u.pk = e.actor_pk"
        " WHERE e.action = ? AND e.at > ? AND u.role = ? ORDER BY e.seq DESC LIMIT 1");
    auto seq
        = statement.bindAll(QStringView(acceptOlderAction), known.at, roleName(Role::DataAdmin))
              .one([](const Statement& row) { return row.int64(0); });
    if (!seq) {
        return seq.error();
    }
    if (!*seq) {
        return false;
    }
    const AuditChain chain(connection, officeId);
    auto entry = chain.entry(**seq);
    if (!entry) {
        return entry.error();
    }
    if (!*entry) {
        return false;
    }
    auto problem = chain.problemOf(**entry);
    if (!problem) {
        return problem.error();
    }
    return !problem->has_value();
}

} // namespace

Result<std::optional<AuditHead>> readHead(Connection& connection)
{
    return connection.statement("SELECT seq, hash, at FROM audit_entries ORDER BY seq DESC LIMIT 1")
        .one(headOf);
}

Result<HeadStanding>
judgeHead(Connection& connection, const QByteArray& officeId, const std::optional<AuditHead>& known)
{
    if (!known) {
        return HeadStanding::First;
    }
    auto last = readHead(connection);
    if (!last) {
        return last.error();
    }
    auto there = connection.statement("SELECT seq, hash, at FROM audit_entries WHERE seq = ?")
                     .bindAll(known->seq)
                     .one(headOf);
    if (!there) {
        return there.error();
    }
    if (*there && (*there)->hash == known->hash) {
        return (*last)->seq == known->seq ? HeadStanding::Same : HeadStanding::Newer;
    }
    auto accepted = wasAccepted(connection, officeId, *known);
    if (!accepted) {
        return accepted.error();
    }
    if (*accepted) {
        return HeadStanding::Accepted;
    }
    return *there ? HeadStanding::Other : HeadStanding::Older;
}

std::optional<AuditHead> recallHead(const QByteArray& officeId, HeadNote note)
{
    QFile file(headNotePath(officeId, note));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    AuditHead head{json.value(QStringLiteral("seq")).toInteger(),
                   QByteArray::fromHex(json.value(QStringLiteral("hash")).toString().toLatin1()),
                   json.value(QStringLiteral("at")).toString()};
    if (head.seq <= 0 || head.hash.isEmpty()) {
        return std::nullopt;
    }
    return head;
}

Result<> rememberHead(const QByteArray& officeId, const AuditHead& head, HeadNote note)
{
    const QString path = headNotePath(officeId, note);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(QJsonObject{{QStringLiteral("seq"), qint64(head.seq)},
                                                       {QStringLiteral("hash"),
                                                        QString::fromLatin1(head.hash.toHex())},
                                                       {QStringLiteral("at"), head.at}})
                                 .toJson();
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit()) {
        return Error{
            ErrorCode::Io,
            QCoreApplication::translate(
                "core::HeadMemory", "How far this computer has seen the log could not be noted."),
            file.errorString()};
    }
    return {};
}

void forgetVerified(const QByteArray& officeId)
{
    QFile::remove(headNotePath(officeId, HeadNote::Verified));
}

HeadKeeper::HeadKeeper(QByteArray officeId, std::chrono::milliseconds interval)
    : m_officeId(std::move(officeId))
    , m_interval(interval)
    , m_written(std::chrono::steady_clock::now())
{ }

HeadKeeper::~HeadKeeper()
{
    flush();
}

void HeadKeeper::seen(const AuditHead& head)
{
    const std::scoped_lock lock(m_mutex);
    m_head = head;
    m_isNoted = false;
    write();
}

void HeadKeeper::committed(const AuditHead& head)
{
    const std::scoped_lock lock(m_mutex);
    if (head.seq <= m_head.seq) {
        return; // two threads that committed one after the other, and came here the other way round
    }
    m_head = head;
    m_isNoted = false;
    if (std::chrono::steady_clock::now() - m_written >= m_interval) {
        write();
    }
}

void HeadKeeper::flush()
{
    const std::scoped_lock lock(m_mutex);
    write();
}

void HeadKeeper::write()
{
    if (std::exchange(m_isNoted, true)) {
        return;
    }
    m_written = std::chrono::steady_clock::now();
    if (auto noted = rememberHead(m_officeId, m_head); !noted) {
        logWarning("security", noted.error().message + u' ' + noted.error().detail);
    }
}

} // namespace core
