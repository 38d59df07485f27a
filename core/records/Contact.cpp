#include "core/records/Contact.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

QJsonArray toArray(const QStringList& texts)
{
    return QJsonArray::fromStringList(texts);
}

QStringList toTexts(const QJsonValue& value)
{
    QStringList texts;
    for (const auto& entry : value.toArray()) {
        if (const QString text = entry.toString(); !text.isEmpty()) {
            texts.append(text);
        }
    }
    return texts;
}

} // namespace

QString contactsToText(const std::vector<Contact>& contacts)
{
    QJsonArray array;
    for (const Contact& contact : contacts) {
        // Keys come out sorted by name, which keeps the text canonical.
        QJsonObject object;
        object.insert(QStringLiteral("name"), contact.name);
        if (!contact.position.isEmpty()) {
            object.insert(QStringLiteral("position"), contact.position);
        }
        if (!contact.phones.isEmpty()) {
            object.insert(QStringLiteral("phones"), toArray(contact.phones));
        }
        if (!contact.emails.isEmpty()) {
            object.insert(QStringLiteral("emails"), toArray(contact.emails));
        }
        array.append(object);
    }
    if (array.isEmpty()) {
        return {};
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<Contact> contactsFromText(const QString& text)
{
    std::vector<Contact> contacts;
    if (text.isEmpty()) {
        return contacts;
    }
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    for (const auto& entry : document.array()) {
        const QJsonObject object = entry.toObject();
        contacts.push_back({object.value(QStringLiteral("name")).toString(),
                            object.value(QStringLiteral("position")).toString(),
                            toTexts(object.value(QStringLiteral("phones"))),
                            toTexts(object.value(QStringLiteral("emails")))});
    }
    return contacts;
}

} // namespace core
