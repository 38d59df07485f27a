/// Contact: a further contact person of a client (the primary one is the fields contact, position, phone, email).
/// They are kept together as one JSON text in Field::Contacts, so that history, requests, merges and undo treat them
/// like any other field, and a stock SQL shell reads them with json_each. Any thread.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace core {

struct Contact
{
    QString name;
    QString position;
    QStringList phones; ///< stored form, see Client.h
    QStringList emails;

    friend bool operator==(const Contact&, const Contact&) = default;
};

/// Canonical JSON text (stable key order, no blanks); empty text for no contacts.
[[nodiscard]] QString contactsToText(const std::vector<Contact>& contacts);
/// Reads what contactsToText wrote; text that is not of that form gives no contacts.
[[nodiscard]] std::vector<Contact> contactsFromText(const QString& text);

} // namespace core
