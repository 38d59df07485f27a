#include "core/exchange/ImportMerge.h"

#include "core/records/Contact.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {

namespace {

QString joinedLists(const QString& current, const QString& more)
{
    QStringList list = current.split(u';', Qt::SkipEmptyParts);
    for (const QString& entry : more.split(u';', Qt::SkipEmptyParts)) {
        if (!list.contains(entry)) {
            list.append(entry);
        }
    }
    return list.join(u';');
}

QString joinedNotes(const QString& current, const QString& more)
{
    if (current.contains(more)) {
        return current;
    }
    return more.contains(current) ? more : QString(current + u'\n' + more);
}

QString joinedContacts(const QString& current, const QString& more)
{
    std::vector<Contact> contacts = contactsFromText(current);
    for (const Contact& contact : contactsFromText(more)) {
        const auto same
            = std::find_if(contacts.begin(), contacts.end(), [&contact](const Contact& c) {
                  return c.name == contact.name;
              });
        if (same == contacts.end()) {
            contacts.push_back(contact);
        } else {
            *same = contact;
        }
    }
    return contactsToText(contacts);
}

QString joinedOwnFields(const QString& current, const QString& more)
{
    QJsonObject fields = QJsonDocument::fromJson(current.toUtf8()).object();
    const QJsonObject added = QJsonDocument::fromJson(more.toUtf8()).object();
    for (auto entry = added.begin(); entry != added.end(); ++entry) {
        fields.insert(entry.key(), entry.value());
    }
    return QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
}

QString joined(Field field, const QString& current, const QString& more)
{
    if (current.isEmpty()) {
        return more;
    }
    if (field == Field::Tags || field == Field::OtherPhones || field == Field::OtherEmails) {
        return joinedLists(current, more);
    }
    if (field == Field::Notes) {
        return joinedNotes(current, more);
    }
    if (field == Field::Contacts) {
        return joinedContacts(current, more);
    }
    return field == Field::Custom ? joinedOwnFields(current, more) : more;
}

} // namespace

std::vector<FieldEdit>
importEdits(const ClientValues& current, const ClientValues& row, bool typeSaid)
{
    std::vector<FieldEdit> edits;
    for (const FieldInfo& info : allFields()) {
        const bool guessed = info.field == Field::Type && !typeSaid && current.has(Field::Type);
        // Nobody can say whether a confidential value is the same; what is there stays.
        const bool isKept = isSealed(info.field) && current.has(info.field);
        if (!isEditable(info.field) || !row.has(info.field) || guessed || isKept) {
            continue;
        }
        const QString value = joined(info.field, current.value(info.field), row.value(info.field));
        if (value != current.value(info.field)) {
            edits.push_back({info.field, value});
        }
    }
    return edits;
}

} // namespace core
