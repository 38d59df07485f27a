// Exporter's copy to the clipboard.
#include "core/exchange/Exporter.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

Result<CopiedRows> Exporter::copy(const std::vector<ClientPk>& clients,
                                  const std::vector<Field>& fields)
{
    if (clients.size() > mostCopied) {
        return Error{ErrorCode::Invalid,
                     QCoreApplication::translate("core::Exporter",
                                                 "At most %1 clients are copied at once. For more, "
                                                 "export them into a file.")
                         .arg(mostCopied),
                     {}};
    }
    auto operation = Operation::begin(m_office, u"client.copy");
    if (!operation) {
        return operation.error();
    }
    auto seen = m_queries.rows(clients);
    if (!seen) {
        return seen.error();
    }
    CopiedRows copied;
    QJsonArray ids;
    for (ClientRow& row : *seen) {
        auto subject = subjectOwnedBy(operation->connection(), row.client.owner);
        if (!subject) {
            return subject.error();
        }
        if (clients.size() > 1
            && decide(m_office.session, Action::Export, *subject) != Verdict::Allowed) {
            continue;
        }
        ids.append(row.client.id().value);
        copied.rows.push_back(std::move(row));
    }
    copied.leftOut = std::int64_t(clients.size() - copied.rows.size());
    if (copied.rows.empty()) {
        return deniedError();
    }
    QJsonArray names;
    for (const Field field : fields) {
        names.append(fieldName(field));
    }
    const QJsonObject detail{{QStringLiteral("rows"), qint64(copied.rows.size())},
                             {QStringLiteral("fields"), names},
                             {QStringLiteral("clients"), ids}};
    operation->setObject(QStringLiteral("export:%1").arg(copied.rows.size()));
    operation->setDetail(QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact)));
    if (auto committed = operation->commit(); !committed) {
        return committed.error();
    }
    return copied;
}

} // namespace core
