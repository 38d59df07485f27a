#include "core/duplicates/MatchedClient.h"

#include "core/records/Contact.h"

namespace core {

bool isMatched(const Client& client)
{
    return client.value(Field::Status) == QLatin1String("active");
}

MatchRecord matchRecordOf(const ClientValues& values, std::int64_t key)
{
    MatchRecord record;
    record.key = key;
    record.type = values.value(Field::Type);
    record.name = values.value(Field::Name);
    record.contact = values.value(Field::Contact);
    QStringList phones{values.value(Field::Phone), values.value(Field::OtherPhones)};
    QStringList emails{values.value(Field::Email), values.value(Field::OtherEmails)};
    for (const Contact& contact : contactsFromText(values.value(Field::Contacts))) {
        phones.append(contact.phones);
        emails.append(contact.emails);
    }
    phones.removeAll(QString());
    emails.removeAll(QString());
    record.phone = phones.join(u';');
    record.email = emails.join(u';');
    record.province = values.value(Field::Province);
    record.city = values.value(Field::City);
    record.district = values.value(Field::District);
    record.street = values.value(Field::Street);
    record.postcode = values.value(Field::Postcode);
    record.code = values.value(Field::CreditCode);
    record.industry = values.value(Field::Industry);
    record.notes = values.value(Field::Notes);
    return record;
}

} // namespace core
