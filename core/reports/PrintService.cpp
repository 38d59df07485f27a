#include "core/reports/PrintService.h"

#include "core/records/SealedStore.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/standardize/SealedNumbers.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

bool takesSeveral(const PrintWanted& wanted)
{
    return wanted.clients.size() > 1;
}

QString printName(PrintKind kind)
{
    switch (kind) {
    case PrintKind::Sheet:
        return QStringLiteral("sheet");
    case PrintKind::List:
        return QStringLiteral("list");
    case PrintKind::Labels:
        break;
    }
    return QStringLiteral("labels");
}

/// The mask in place of what stands for a confidential value.
void maskSealed(Client& client)
{
    for (const FieldInfo& info : allFields()) {
        if (isSealed(info.field) && client.values.has(info.field)) {
            client.set(info.field, sealedMask());
        }
    }
    const QString& text = client.value(Field::Custom);
    if (!text.isEmpty()) {
        QJsonObject own = QJsonDocument::fromJson(text.toUtf8()).object();
        for (auto field = own.begin(); field != own.end(); ++field) {
            if (isSealedToken(field.value().toString())) {
                field.value() = sealedMask();
            }
        }
        client.set(Field::Custom,
                   QString::fromUtf8(QJsonDocument(own).toJson(QJsonDocument::Compact)));
    }
}

QString detailOf(const PrintWanted& wanted, const std::vector<Client>& clients)
{
    constexpr std::size_t mostNamed = 100;
    QJsonObject detail{
        {QStringLiteral("print"), printName(wanted.kind)},
        {QStringLiteral("rows"), qint64(clients.size())},
        {QStringLiteral("to"), wanted.toFile ? QStringLiteral("file") : QStringLiteral("printer")},
        {QStringLiteral("reason"), withoutSealedNumbers(wanted.reason.trimmed())}};
    QJsonArray fields;
    for (const Field field : wanted.fields) {
        fields.append(fieldName(field));
    }
    if (!fields.isEmpty()) {
        detail.insert(QStringLiteral("fields"), fields);
    }
    QJsonArray ids;
    for (const Client& client : clients) {
        if (clients.size() <= mostNamed) {
            ids.append(client.id().value);
        }
    }
    if (!ids.isEmpty()) {
        detail.insert(QStringLiteral("clients"), ids);
    }
    return QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact));
}

} // namespace

PrintService::PrintService(OfficeContext& office, const ClientQueries& queries)
    : m_office(office)
    , m_queries(queries)
{ }

Result<std::vector<Client>> PrintService::preview(const PrintWanted& wanted) const
{
    if (wanted.clients.size() > std::size_t(PrintWanted::most)) {
        return Error{ErrorCode::Invalid,
                     QCoreApplication::translate(
                         "core::PrintService",
                         "These are more than %1 clients: too many for paper. Choose fewer, or "
                         "export them.")
                         .arg(PrintWanted::most),
                     {}};
    }
    if (takesSeveral(wanted)) {
        if (auto allowed = require(m_office.session, Action::Export); !allowed) {
            return allowed.error();
        }
    }
    auto rows = m_queries.rows(wanted.clients);
    auto users = rows ? UserStore(m_office.reader).all() : Result<std::vector<User>>(rows.error());
    if (!users) {
        return users.error();
    }
    QHash<UserPk, DepartmentPk> departments;
    for (const User& user : *users) {
        departments.insert(user.pk, user.department);
    }
    std::vector<Client> clients;
    for (ClientRow& row : *rows) {
        const UserPk owner = row.client.owner;
        const Subject subject{owner, departments.value(owner), true};
        if (takesSeveral(wanted)
            && decide(m_office.session, Action::Export, subject) != Verdict::Allowed) {
            continue;
        }
        maskSealed(row.client);
        clients.push_back(std::move(row.client));
    }
    if (clients.empty()) {
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("core::PrintService",
                                                 "There is no client here that you may print."),
                     {}};
    }
    return clients;
}

Result<std::vector<Client>> PrintService::take(const PrintWanted& wanted)
{
    if (takesSeveral(wanted) && wanted.reason.trimmed().isEmpty()) {
        return Error{ErrorCode::Invalid,
                     QCoreApplication::translate("core::PrintService",
                                                 "Say in a word what it is printed for: it stands "
                                                 "in the log."),
                     {}};
    }
    auto operation = Operation::begin(m_office, takesSeveral(wanted) ? u"print" : u"client.print");
    if (!operation) {
        return operation.error();
    }
    auto clients = preview(wanted); // by the rights that hold in here
    if (!clients) {
        return clients;
    }
    operation->setObject(takesSeveral(wanted)
                             ? QStringLiteral("print:%1").arg(clients->size())
                             : QStringLiteral("client:") + clients->front().id().value);
    operation->setDetail(detailOf(wanted, *clients),
                         takesSeveral(wanted) ? ClientPk{} : clients->front().pk);
    if (auto committed = operation->commit(); !committed) {
        return committed.error();
    }
    return clients;
}

} // namespace core
