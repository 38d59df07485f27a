#include "core/duplicates/CombinedValues.h"

#include "core/records/Contact.h"
#include "core/security/SealedValue.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <vector>

namespace core {

namespace {

void addMissing(QStringList& list, const QStringList& entries)
{
    for (const QString& entry : entries) {
        if (!list.contains(entry)) {
            list.append(entry);
        }
    }
}

/// Every number or address of all records that is not the chosen one.
QString combinedList(std::span<const ClientValues> records,
                     Field list,
                     std::optional<Field> single,
                     const QString& chosen)
{
    QStringList entries;
    for (const ClientValues& values : records) {
        addMissing(entries, values.value(list).split(u';', Qt::SkipEmptyParts));
        if (single && values.has(*single)) {
            addMissing(entries, {values.value(*single)});
        }
    }
    entries.removeAll(chosen);
    return entries.join(u';');
}

QString combinedNotes(std::span<const ClientValues> records)
{
    QStringList parts;
    for (const ClientValues& values : records) {
        if (values.has(Field::Notes)) {
            addMissing(parts, {values.value(Field::Notes)});
        }
    }
    return parts.join(u'\n');
}

void addContact(std::vector<Contact>& contacts, Contact contact)
{
    const auto known
        = std::find_if(contacts.begin(), contacts.end(), [&contact](const Contact& other) {
              return other.name == contact.name;
          });
    if (known == contacts.end()) {
        contacts.push_back(std::move(contact));
        return;
    }
    addMissing(known->phones, contact.phones);
    addMissing(known->emails, contact.emails);
}

/// The further contacts of all, and the primary ones of the others, who would be lost else.
QString combinedContacts(std::span<const ClientValues> records, const QString& chosenContact)
{
    std::vector<Contact> contacts;
    for (const ClientValues& values : records) {
        for (Contact& contact : contactsFromText(values.value(Field::Contacts))) {
            addContact(contacts, std::move(contact));
        }
        const QString& primary = values.value(Field::Contact);
        if (primary.isEmpty() || primary == chosenContact || primary == values.value(Field::Name)) {
            continue;
        }
        Contact contact{primary, values.value(Field::Position), {}, {}};
        if (values.has(Field::Phone)) {
            contact.phones.append(values.value(Field::Phone));
        }
        if (values.has(Field::Email)) {
            contact.emails.append(values.value(Field::Email));
        }
        addContact(contacts, std::move(contact));
    }
    return contactsToText(contacts);
}

/// Two values of one own field, each once.
QString combinedOwnValue(const QString& known, const QString& value)
{
    static const QString between = QStringLiteral(" / ");
    const bool isThere = known.split(between).contains(value);
    if (known.isEmpty() || isThere || isSealedToken(known) || isSealedToken(value)) {
        return known.isEmpty() ? value : known;
    }
    return known + between + value;
}

QString combinedCustom(std::span<const ClientValues> records)
{
    QJsonObject all;
    for (const ClientValues& values : records) {
        const QJsonObject own
            = QJsonDocument::fromJson(values.value(Field::Custom).toUtf8()).object();
        for (auto entry = own.begin(); entry != own.end(); ++entry) {
            const QString known = all.value(entry.key()).toString();
            all.insert(entry.key(), combinedOwnValue(known, entry.value().toString()));
        }
    }
    return all.isEmpty() ? QString()
                         : QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

} // namespace

QString
combinedValue(Field field, std::span<const ClientValues> records, const ClientValues& chosen)
{
    if (field == Field::OtherPhones) {
        return combinedList(records, field, Field::Phone, chosen.value(Field::Phone));
    }
    if (field == Field::OtherEmails) {
        return combinedList(records, field, Field::Email, chosen.value(Field::Email));
    }
    if (field == Field::Tags) {
        return combinedList(records, field, {}, {});
    }
    if (field == Field::Notes) {
        return combinedNotes(records);
    }
    return field == Field::Contacts ? combinedContacts(records, chosen.value(Field::Contact))
                                    : combinedCustom(records);
}

} // namespace core
