#include "core/approval/HistorySignatures.h"

#include <QCoreApplication>

namespace core {

namespace {

QString historyProblem(const char* sentence)
{
    return QCoreApplication::translate("core::HistorySignatures", sentence);
}

} // namespace

HistorySignatures::HistorySignatures(Connection& connection, QByteArray officeId)
    : m_connection(connection)
    , m_chain(connection, officeId)
    , m_requests(connection, std::move(officeId))
{ }

Result<QString> HistorySignatures::problemOfEntry(std::int64_t seq)
{
    if (const auto known = m_entries.constFind(seq); known != m_entries.constEnd()) {
        return *known;
    }
    auto entry = m_chain.entry(seq);
    if (!entry) {
        return entry.error();
    }
    QString text;
    if (*entry) {
        auto problem = m_chain.problemOf(**entry);
        if (!problem) {
            return problem.error();
        }
        text = problem->value_or(QString());
    } else {
        text = historyProblem(
            QT_TRANSLATE_NOOP("core::HistorySignatures", "Its entry in the log is missing."));
    }
    m_entries.insert(seq, text);
    return text;
}

Result<QString> HistorySignatures::problemOfRequest(RequestPk request)
{
    if (const auto known = m_asked.constFind(request.value); known != m_asked.constEnd()) {
        return *known;
    }
    auto row = RequestStore(m_connection).byPk(request);
    if (!row) {
        return row.error();
    }
    QString text;
    if (!*row) {
        text = historyProblem(
            QT_TRANSLATE_NOOP("core::HistorySignatures", "The request behind it is missing."));
    } else {
        auto signatures = m_requests.of((*row)->request);
        if (!signatures) {
            return signatures.error();
        }
        for (const RequestSignature& one : *signatures) {
            text = text.isEmpty() ? one.problem : text;
        }
    }
    m_asked.insert(request.value, text);
    return text;
}

Result<QString> HistorySignatures::problemOf(const HistoryEntry& entry)
{
    if (!entry.isAsWritten) {
        return historyProblem(QT_TRANSLATE_NOOP(
            "core::HistorySignatures", "It says something else than when it was written."));
    }
    auto problem = problemOfEntry(entry.auditSeq);
    if (!problem || !problem->isEmpty() || !entry.request.isValid()) {
        return problem;
    }
    return problemOfRequest(entry.request);
}

} // namespace core
