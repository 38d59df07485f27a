#include "core/records/ValueParts.h"

#include "core/records/Contact.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace core {

namespace {

using Part = ValuePart;
using Parts = ValuePartList;

Parts splitText(const QString& text, QChar separator)
{
    Parts parts;
    if (text.isEmpty()) {
        return parts;
    }
    for (const QString& entry : text.split(separator)) {
        parts.push_back({entry, {}});
    }
    return parts;
}

} // namespace

bool isCombined(Field field)
{
    return field == Field::OtherPhones || field == Field::OtherEmails || field == Field::Tags
        || field == Field::Notes || field == Field::Contacts || field == Field::Custom;
}

const ValuePart* partNamed(const ValuePartList& parts, const QString& key)
{
    const auto found = std::find_if(
        parts.begin(), parts.end(), [&key](const Part& part) { return part.key == key; });
    return found == parts.end() ? nullptr : &*found;
}

ValuePartList splitIntoParts(Field field, const QString& text)
{
    if (field == Field::Notes) {
        return splitText(text, u'\n');
    }
    if (field == Field::Contacts) {
        Parts parts;
        for (const Contact& contact : contactsFromText(text)) {
            parts.push_back({contact.name, contactsToText({contact})});
        }
        return parts;
    }
    if (field == Field::Custom) {
        Parts parts;
        const QJsonObject own = QJsonDocument::fromJson(text.toUtf8()).object();
        for (auto entry = own.begin(); entry != own.end(); ++entry) {
            parts.push_back({entry.key(), entry.value().toString()});
        }
        return parts;
    }
    return splitText(text, u';');
}

QString joinParts(Field field, const ValuePartList& parts)
{
    if (field == Field::Contacts) {
        std::vector<Contact> contacts;
        for (const Part& part : parts) {
            const std::vector<Contact> one = contactsFromText(part.value);
            contacts.insert(contacts.end(), one.begin(), one.end());
        }
        return contactsToText(contacts);
    }
    if (field == Field::Custom) {
        QJsonObject own;
        for (const Part& part : parts) {
            own.insert(part.key, part.value);
        }
        return own.isEmpty() ? QString()
                             : QString::fromUtf8(QJsonDocument(own).toJson(QJsonDocument::Compact));
    }
    QStringList texts;
    for (const Part& part : parts) {
        texts.append(part.key);
    }
    return texts.join(field == Field::Notes ? u'\n' : u';');
}

QSet<QString> partKeys(Field field, const QString& value)
{
    QSet<QString> keys;
    if (isCombined(field)) {
        for (const Part& part : splitIntoParts(field, value)) {
            keys.insert(part.key);
        }
    }
    return keys;
}

QString mainKey(const ClientValues& values, Field field)
{
    if (field == Field::OtherPhones) {
        return values.value(Field::Phone);
    }
    if (field == Field::OtherEmails) {
        return values.value(Field::Email);
    }
    // Of a person who is the contact there is nothing to tell apart.
    const bool isTheClient = values.value(Field::Contact) == values.value(Field::Name);
    return field == Field::Contacts && !isTheClient ? values.value(Field::Contact) : QString();
}

QString withMainValue(const ClientValues& values, Field field)
{
    const QString main = mainKey(values, field);
    Parts parts = splitIntoParts(field, values.value(field));
    if (main.isEmpty() || partNamed(parts, main) != nullptr) {
        return values.value(field);
    }
    if (field == Field::Contacts) {
        Contact contact{main, values.value(Field::Position), {}, {}};
        if (values.has(Field::Phone)) {
            contact.phones.append(values.value(Field::Phone));
        }
        if (values.has(Field::Email)) {
            contact.emails.append(values.value(Field::Email));
        }
        parts.push_back({main, contactsToText({contact})});
    } else {
        parts.push_back({main, {}});
    }
    return joinParts(field, parts);
}

QString withoutPart(Field field, const QString& value, const QString& key)
{
    Parts parts = splitIntoParts(field, value);
    std::erase_if(parts, [&key](const Part& part) { return part.key == key; });
    return joinParts(field, parts);
}

} // namespace core
