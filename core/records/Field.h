/// Field: the vocabulary of a client record. Every place that goes field by field (form, history, request, merge,
/// import, export, filter) uses this one table, so adding a field is one line in Field.cpp and one column.
///
///     for (const FieldInfo& info : allFields()) { … info.name … fieldLabel(info.field) … }
///     std::optional<Field> phone = fieldByName(u"phone");
///
/// Names are the contract of the command line and of CSV headers; labels are translated. Any thread.
#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace core {

enum class Field : std::uint8_t
{
    Id,
    Type, ///< "company" or "person"
    Name,
    Contact, ///< the primary contact's name
    Position, ///< the primary contact's position
    Phone, ///< one phone in stored form, see Phone rules in ClientValues.h
    Email,
    OtherPhones, ///< further phones in stored form, separated by ';'
    OtherEmails, ///< further addresses, separated by ';'
    Province,
    City,
    District,
    Street,
    Postcode,
    Country, ///< ISO 3166 alpha-2, empty means China
    Industry, ///< GB/T 4754 section letter or division digits; words as written where the list has none
    Activity, ///< "active", "potential", "dormant"
    Owner, ///< a user's name
    Source, ///< "client", "visit", "third_party"
    CreditCode, ///< GB 32100, 18 characters, or the old 15 digits
    IdNumber, ///< sealed
    BankAccount, ///< sealed
    Website,
    Tags, ///< separated by ';'
    Notes,
    Contacts, ///< further contacts as JSON text, see Contact.h
    Custom, ///< the office's own fields as a JSON object of texts
    Status, ///< "active", "archived", "erased", "merged", "trashed"
    CreatedAt,
    UpdatedAt,
    LastContactAt, ///< ISO 8601 date
    Version,
};

inline constexpr std::size_t fieldCount = static_cast<std::size_t>(Field::Version) + 1;

/// How a change of the field is decided (the guideline's words).
enum class FieldLevel : std::uint8_t
{
    System, ///< set by the program only
    Free, ///< tags, notes, website, activity: whoever may edit
    Ordinary, ///< contact details: the head of the department decides
    Important, ///< name, type, industry, credit code: data administration reviews
    Sealed, ///< id number, bank account: encrypted under a role's key
};

struct FieldInfo
{
    Field field = Field::Id;
    const char* name = ""; ///< "credit_code": command line, CSV headers, JSON keys
    FieldLevel level = FieldLevel::System;
    bool required = false; ///< must be filled before the record counts as complete
    bool listed = false; ///< basic field: seen by everybody who may see the client at all
};

[[nodiscard]] std::span<const FieldInfo> allFields();
[[nodiscard]] const FieldInfo& fieldInfo(Field field);
[[nodiscard]] QString fieldName(Field field);
[[nodiscard]] std::optional<Field> fieldByName(QStringView name);

/// The label in the language of the program ("Phone", "电话").
[[nodiscard]] QString fieldLabel(Field field);

/// The label in both languages, whatever language the program runs in: headers of files are known in either.
struct FieldLabels
{
    QString english;
    QString chinese;
};
[[nodiscard]] FieldLabels fieldLabels(Field field);

/// A word that somebody took for a field's name, for a message about it: itself where it could be one, else "…". What
/// stands in the wrong place may be a client's value, and messages end in logs and mails of scheduled jobs.
[[nodiscard]] QString sayableFieldName(const QString& typed);

/// True where a person's edit may change the field at all (not System).
[[nodiscard]] bool isEditable(Field field);
/// id number, bank account: the record holds a token (security/SealedValue.h), never the value.
[[nodiscard]] bool isSealed(Field field);
/// position, credit code: a client who is a person has none.
[[nodiscard]] bool isOfCompanies(Field field);
/// The fields that are an address together.
inline constexpr std::array addressFields{
    Field::Province, Field::City, Field::District, Field::Street, Field::Postcode, Field::Country};
[[nodiscard]] bool isAddressField(Field field);

constexpr std::size_t indexOf(Field field)
{
    return static_cast<std::size_t>(field);
}

} // namespace core
