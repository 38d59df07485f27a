// MergeService: what hangs on the records of a merge, counted for whoever looks before merging.
#include "core/duplicates/MergeService.h"
#include "core/records/ConsentStore.h"
#include "core/records/Contact.h"
#include "core/records/SealedStore.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

Attached counted(QStringList items)
{
    const auto count = int(items.size());
    return {count, std::move(items)};
}

Attached& at(AttachedThings& things, AttachedKind kind)
{
    return things[std::size_t(kind)];
}

int entriesOf(const Client& client, Field single, Field list)
{
    return int(client.value(list).split(u';', Qt::SkipEmptyParts).size())
        + (single != list && client.values.has(single) ? 1 : 0);
}

/// What stands in the record itself.
AttachedThings thingsIn(const Client& client)
{
    AttachedThings things;
    at(things, AttachedKind::Contacts).count
        = int(contactsFromText(client.value(Field::Contacts)).size());
    at(things, AttachedKind::Phones).count = entriesOf(client, Field::Phone, Field::OtherPhones);
    at(things, AttachedKind::Emails).count = entriesOf(client, Field::Email, Field::OtherEmails);
    at(things, AttachedKind::Tags).count = entriesOf(client, Field::Tags, Field::Tags);
    QStringList sealed;
    for (const Field field : {Field::IdNumber, Field::BankAccount}) {
        if (client.values.has(field)) {
            sealed.append(fieldLabel(field));
        }
    }
    const QJsonObject own = QJsonDocument::fromJson(client.value(Field::Custom).toUtf8()).object();
    QStringList open;
    for (auto field = own.begin(); field != own.end(); ++field) {
        (isSealedToken(field.value().toString()) ? sealed : open).append(field.key());
    }
    at(things, AttachedKind::OwnFields) = counted(std::move(open));
    at(things, AttachedKind::Confidential) = counted(std::move(sealed));
    return things;
}

Result<QStringList> textsOf(Connection& connection, std::string_view sql, ClientPk client)
{
    auto found = connection.statement(sql).bindAll(client).all(
        [](const Statement& row) { return row.text(0); });
    return found ? Result<QStringList>(QStringList(found->begin(), found->end()))
                 : Result<QStringList>(found.error());
}

} // namespace

QString attachedLabel(AttachedKind kind)
{
    constexpr std::array words{QT_TRANSLATE_NOOP("core::MergeService", "Open requests"),
                               QT_TRANSLATE_NOOP("core::MergeService", "Further contacts"),
                               QT_TRANSLATE_NOOP("core::MergeService", "Phones"),
                               QT_TRANSLATE_NOOP("core::MergeService", "E-mails"),
                               QT_TRANSLATE_NOOP("core::MergeService", "Tags"),
                               QT_TRANSLATE_NOOP("core::MergeService", "Own fields"),
                               QT_TRANSLATE_NOOP("core::MergeService", "Confidential values"),
                               QT_TRANSLATE_NOOP("core::MergeService", "Consents"),
                               QT_TRANSLATE_NOOP("core::MergeService", "Merged before")};
    static_assert(words.size() == attachedKinds);
    return QCoreApplication::translate("core::MergeService", words[std::size_t(kind)]);
}

Result<std::vector<AttachedThings>> MergeService::attachedTo(const std::vector<ClientId>& ids) const
{
    auto clients = clientsFor(ids);
    if (!clients) {
        return clients.error();
    }
    Connection& reader = m_office.reader;
    std::vector<AttachedThings> all;
    for (const Client& client : *clients) {
        AttachedThings things = thingsIn(client);
        auto requests = textsOf(reader,
                                "SELECT 'R-' || pk FROM requests WHERE client_pk = ? AND state ="
                                " 'open' ORDER BY pk",
                                client.pk);
        auto merged = textsOf(
            reader, "SELECT id FROM clients WHERE merged_into = ? ORDER BY pk", client.pk);
        auto consents = ConsentStore(reader).of(client.pk);
        if (!requests || !merged || !consents) {
            return !requests ? requests.error() : !merged ? merged.error() : consents.error();
        }
        QStringList purposes;
        for (const Consent& consent : *consents) {
            if (consent.stands()) {
                purposes.append(purposeLabel(consent.purpose));
            }
        }
        at(things, AttachedKind::Requests) = counted(*std::move(requests));
        at(things, AttachedKind::Merged) = counted(*std::move(merged));
        at(things, AttachedKind::Consents) = counted(std::move(purposes));
        all.push_back(std::move(things));
    }
    return all;
}

} // namespace core
