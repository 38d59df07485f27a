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

/// Numbers or addresses of one contact.
QStringList applyToList(QStringList list, const QStringList& from, const QStringList& to)
{
    for (const QString& entry : from) {
        if (!to.contains(entry)) {
            list.removeAll(entry);
        }
    }
    for (const QString& entry : to) {
        if (!from.contains(entry) && !list.contains(entry)) {
            list.append(entry);
        }
    }
    return list;
}

/// A contact of one name that stands otherwise in value and change: numbers and addresses one by one.
QString applyToContact(const QString& value, const ValueChange& change, OnConflict onConflict)
{
    std::vector<Contact> mine = contactsFromText(value);
    const std::vector<Contact> from = contactsFromText(change.from);
    const std::vector<Contact> to = contactsFromText(change.to);
    if (mine.empty() || to.empty()) {
        return value;
    }
    const Contact before = from.empty() ? Contact{} : from.front();
    Contact& contact = mine.front();
    contact.phones = applyToList(contact.phones, before.phones, to.front().phones);
    contact.emails = applyToList(contact.emails, before.emails, to.front().emails);
    const bool isChanged = before.position != to.front().position;
    if (contact.position == before.position
        || (isChanged && onConflict == OnConflict::TakeChange)) {
        contact.position = to.front().position;
    }
    return contactsToText(mine);
}

/// A part of the same key in value and change, which ends as `change.to`.
QString
applyToPart(Field field, const QString& value, const ValueChange& change, OnConflict onConflict)
{
    if (value == change.from) {
        return change.to;
    }
    if (field == Field::Contacts) {
        return applyToContact(value, change, onConflict);
    }
    return onConflict == OnConflict::TakeChange ? change.to : value;
}

/// A change of a combined value, part by part.
struct PartsChange
{
    Parts from;
    Parts to;
};

Parts applyToParts(Field field,
                   const Parts& value,
                   const PartsChange& change,
                   OnConflict onConflict,
                   const QSet<QString>& kept)
{
    const auto& [from, to] = change;
    Parts result;
    std::ptrdiff_t firstGap = -1;
    for (const Part& part : value) {
        const Part* was = partNamed(from, part.key);
        const Part* becomes = partNamed(to, part.key);
        const bool isTakenOut = was != nullptr && becomes == nullptr && !kept.contains(part.key)
            && (onConflict == OnConflict::TakeChange || part.value == was->value);
        if (isTakenOut) {
            firstGap = firstGap < 0 ? std::ptrdiff_t(result.size()) : firstGap;
            continue;
        }
        Part next = part;
        const QString before = was != nullptr ? was->value : QString();
        if (becomes != nullptr && before != becomes->value) {
            next.value = applyToPart(field, part.value, {before, becomes->value}, onConflict);
        }
        result.push_back(std::move(next));
    }
    // What is new stands where something went, else at the end.
    std::ptrdiff_t place = firstGap < 0 ? std::ptrdiff_t(result.size()) : firstGap;
    for (const Part& part : to) {
        const Part* was = partNamed(from, part.key);
        const bool isNew
            = was == nullptr || (onConflict == OnConflict::TakeChange && was->value != part.value);
        if (isNew && partNamed(result, part.key) == nullptr) {
            result.insert(result.begin() + place++, part);
        }
    }
    return result;
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

QString applyChange(Field field,
                    const QString& value,
                    const ValueChange& change,
                    OnConflict onConflict,
                    const QSet<QString>& kept)
{
    if (change.from == change.to) {
        return value;
    }
    const bool isKept = !kept.isEmpty() && isCombined(field);
    if (value == change.from && !isKept) {
        return change.to;
    }
    if (!isCombined(field)) {
        return onConflict == OnConflict::TakeChange ? change.to : value;
    }
    return joinParts(
        field,
        applyToParts(field,
                     splitIntoParts(field, value),
                     {splitIntoParts(field, change.from), splitIntoParts(field, change.to)},
                     onConflict,
                     kept));
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
