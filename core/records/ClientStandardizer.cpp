#include "core/records/ClientStandardizer.h"

#include "core/base/Language.h"
#include "core/records/Contact.h"
#include "core/records/SealedStore.h"
#include "core/standardize/Address.h"
#include "core/standardize/Codes.h"
#include "core/standardize/Country.h"
#include "core/standardize/Dates.h"
#include "core/standardize/Email.h"
#include "core/standardize/Industry.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/Phone.h"
#include "core/standardize/TextForm.h"

#include <QCoreApplication>
#include <QHash>

#include <array>

namespace core {

namespace {

/// The words of a field with few values: the code, and what people call it in either language.
struct WordRow
{
    Field field;
    const char* code;
    const char* english;
    std::array<const char16_t*, 5> others;
};

constexpr std::array<WordRow, 13> wordTable{{
    {Field::Type,
     "company",
     QT_TRANSLATE_NOOP("core::Words", "Company"),
     {u"公司", u"企业", u"企业客户", u"单位", u"组织"}},
    {Field::Type,
     "person",
     QT_TRANSLATE_NOOP("core::Words", "Person"),
     {u"个人", u"个人客户", u"自然人", u"individual", u"private"}},
    {Field::Activity,
     "active",
     QT_TRANSLATE_NOOP("core::Words", "Active"),
     {u"活跃", u"活跃客户", u"在用", nullptr, nullptr}},
    {Field::Activity,
     "potential",
     QT_TRANSLATE_NOOP("core::Words", "Potential"),
     {u"潜在", u"潜在客户", u"意向", u"prospect", u"lead"}},
    {Field::Activity,
     "dormant",
     QT_TRANSLATE_NOOP("core::Words", "Dormant"),
     {u"休眠", u"休眠客户", u"沉睡", u"inactive", nullptr}},
    {Field::Source,
     "client",
     QT_TRANSLATE_NOOP("core::Words", "The client"),
     {u"客户", u"客户提供", u"客户本人", nullptr, nullptr}},
    {Field::Source,
     "visit",
     QT_TRANSLATE_NOOP("core::Words", "A visit"),
     {u"走访", u"拜访", u"上门", nullptr, nullptr}},
    {Field::Source,
     "third_party",
     QT_TRANSLATE_NOOP("core::Words", "A third party"),
     {u"第三方", u"第三方提供", u"third party", nullptr, nullptr}},
    {Field::Status,
     "active",
     QT_TRANSLATE_NOOP("core::Words", "In use"), // "Active" is a class of activity
     {u"在用", nullptr, nullptr, nullptr, nullptr}},
    {Field::Status,
     "archived",
     QT_TRANSLATE_NOOP("core::Words", "Archived"),
     {u"已归档", u"归档", nullptr, nullptr, nullptr}},
    {Field::Status,
     "erased",
     QT_TRANSLATE_NOOP("core::Words", "Erased"),
     {u"已删除", nullptr, nullptr, nullptr, nullptr}},
    {Field::Status,
     "merged",
     QT_TRANSLATE_NOOP("core::Words", "Merged"),
     {u"已合并", nullptr, nullptr, nullptr, nullptr}},
    {Field::Status,
     "trashed",
     QT_TRANSLATE_NOOP("core::Words", "In the trash"),
     {u"回收站", u"已移入回收站", u"在回收站", u"trash", nullptr}},
}};

QString codeOf(Field field, const QString& typed)
{
    const QString folded = foldText(typed);
    for (const WordRow& row : wordTable) {
        if (row.field != field) {
            continue;
        }
        if (folded == QLatin1String(row.code)
            || folded == QString::fromLatin1(row.english).toCaseFolded()) {
            return QString::fromLatin1(row.code);
        }
        for (const char16_t* other : row.others) {
            if (other != nullptr && folded == foldText(QString::fromUtf16(other))) {
                return QString::fromLatin1(row.code);
            }
        }
    }
    return typed;
}

QString wordOf(Field field, const QString& code)
{
    for (const WordRow& row : wordTable) {
        if (row.field == field && code == QLatin1String(row.code)) {
            return QCoreApplication::translate("core::Words", row.english);
        }
    }
    return code;
}

PhoneHint hintFrom(const ClientValues& around)
{
    // A landline without area code stays as written, even where the city is known: the office's list may be of
    // another city than the client's.
    return {phoneCountry(around), {}};
}

QString standardizeList(const QString& typed, const auto& each)
{
    QStringList list;
    for (const QString& entry : each(typed)) {
        if (!entry.isEmpty() && !list.contains(entry)) {
            list.append(entry);
        }
    }
    return list.join(u';');
}

QStringList storedPhones(const QString& typed, const PhoneHint& hint)
{
    QStringList list;
    for (const Phone& phone : parsePhones(typed, hint)) {
        list.append(phone.stored());
    }
    return list;
}

QStringList splitTags(const QString& typed)
{
    QString normal = typed;
    normal.replace(u'；', u';').replace(u'，', u';').replace(u',', u';').replace(u'、', u';');
    QStringList tags;
    for (const QString& tag : normal.split(u';')) {
        tags.append(cleanText(tag));
    }
    return tags;
}

QString shownList(const QString& stored)
{
    QStringList shown;
    for (const QString& entry : stored.split(u';', Qt::SkipEmptyParts)) {
        shown.append(shownPhone(entry));
    }
    return shown.join(u';');
}

} // namespace

QString phoneCountry(const ClientValues& around)
{
    QString country;
    for (const Field field : {Field::Country, Field::Province, Field::City}) {
        if (country.isEmpty() && around.has(field)) {
            country = countryOf(around.value(field));
        }
    }
    return country;
}

QString standardizeValue(Field field, const QString& typed, const ClientValues& around)
{
    switch (field) {
    case Field::Phone: {
        // A stored value comes back as it is: parsing +86… again would only cost time.
        const Phone phone = parsePhone(shownPhone(typed), hintFrom(around));
        return phone.raw.isEmpty() ? QString() : phone.stored();
    }
    case Field::OtherPhones:
        return standardizeList(shownList(typed), [hint = hintFrom(around)](const QString& text) {
            return storedPhones(text, hint);
        });
    case Field::Email:
        return standardizeEmail(typed);
    case Field::OtherEmails:
        return standardizeList(typed, [](const QString& text) { return splitEmails(text); });
    case Field::Tags:
        return standardizeList(typed, splitTags);
    case Field::Type:
    case Field::Activity:
    case Field::Source:
    case Field::Status:
        return codeOf(field, cleanText(typed));
    case Field::Industry: {
        const QString text = cleanText(typed);
        const auto known = industryByText(text);
        return known ? known->code : text;
    }
    case Field::CreditCode: {
        const QString code = normalizeCode(typed);
        // Something else than a code keeps its own spelling, so that its owner recognizes it in the findings.
        return hasCreditCodeShape(code) || isOldRegistrationNumber(code) ? code : cleanText(typed);
    }
    case Field::Country: {
        const QString code = countryOf(typed);
        return code.isEmpty() ? cleanText(typed) : code == QStringLiteral("CN") ? QString() : code;
    }
    case Field::LastContactAt: {
        const auto date = parseDate(typed);
        return date ? date->toString(Qt::ISODate) : cleanText(typed);
    }
    case Field::Postcode:
        return cleanText(narrowWidth(typed));
    case Field::Notes:
        return cleanMultiline(typed);
    case Field::Contacts: {
        std::vector<Contact> contacts = contactsFromText(typed);
        for (Contact& contact : contacts) {
            contact.name = cleanText(contact.name);
            contact.position = cleanText(contact.position);
            for (QString& phone : contact.phones) {
                phone = parsePhone(shownPhone(phone), hintFrom(around)).stored();
            }
        }
        return contactsToText(contacts);
    }
    case Field::Custom:
        return typed;
    case Field::IdNumber:
    case Field::BankAccount:
        return isSealedToken(typed) || isSealedMask(typed) ? typed : normalizeCode(typed);
    case Field::Id:
    case Field::Name:
    case Field::Contact:
    case Field::Position:
    case Field::Province:
    case Field::City:
    case Field::District:
    case Field::Street:
    case Field::Owner:
    case Field::Website:
    case Field::CreatedAt:
    case Field::UpdatedAt:
    case Field::Version:
        break;
    }
    return cleanText(typed);
}

bool isForeignAddress(const ClientValues& values)
{
    static const QStringList inTable{
        QStringLiteral("CN"), QStringLiteral("HK"), QStringLiteral("MO"), QStringLiteral("TW")};
    return values.has(Field::Country) && !inTable.contains(values.value(Field::Country));
}

ClientValues standardizeClient(const ClientValues& typed)
{
    ClientValues values;
    for (const FieldInfo& info : allFields()) {
        if (typed.has(info.field)) {
            values.set(info.field, standardizeValue(info.field, typed.value(info.field), typed));
        }
    }
    if (!isForeignAddress(values)) {
        const Address address = standardizeAddress({values.value(Field::Province),
                                                    values.value(Field::City),
                                                    values.value(Field::District),
                                                    values.value(Field::Street)});
        values.set(Field::Province, address.province);
        values.set(Field::City, address.city);
        values.set(Field::District, address.district);
        values.set(Field::Street, address.street);
    }
    // Two numbers in the one field: the first is the phone, the rest stands beside it.
    const PhoneHint hint = hintFrom(typed);
    const std::vector<Phone> phones = parsePhones(shownPhone(typed.value(Field::Phone)), hint);
    if (phones.size() > 1) {
        values.set(Field::Phone, phones.front().stored());
        QStringList others = values.value(Field::OtherPhones).split(u';', Qt::SkipEmptyParts);
        for (std::size_t i = 1; i < phones.size(); ++i) {
            if (const QString other = phones[i].stored(); !others.contains(other)) {
                others.append(other);
            }
        }
        values.set(Field::OtherPhones, others.join(u';'));
    }
    const QStringList emails = splitEmails(typed.value(Field::Email));
    if (emails.size() > 1) {
        values.set(Field::Email, emails.first());
        QStringList others = values.value(Field::OtherEmails).split(u';', Qt::SkipEmptyParts);
        for (const QString& other : emails.mid(1)) {
            if (!others.contains(other)) {
                others.append(other);
            }
        }
        values.set(Field::OtherEmails, others.join(u';'));
    }
    if (!values.has(Field::Type) && values.has(Field::Name)) {
        const bool person = guessNameKind(values.value(Field::Name)) == NameKind::Person;
        values.set(Field::Type, person ? QStringLiteral("person") : QStringLiteral("company"));
    }
    if (values.value(Field::Type) == QStringLiteral("person") && !values.has(Field::Contact)) {
        values.set(Field::Contact, values.value(Field::Name));
    }
    return values;
}

QString plainValue(Field field, const QString& stored)
{
    if (isSealed(field)) {
        return stored.isEmpty() ? QString() : sealedMask(); // what is half typed, too
    }
    if (field == Field::Custom) {
        return maskedCustom(stored);
    }
    if (field == Field::Phone) {
        return shownPhone(stored);
    }
    if (field == Field::OtherPhones) {
        return shownList(stored);
    }
    if (field == Field::Industry) {
        return industryLabel(stored, currentLanguage() == QStringLiteral("zh"));
    }
    return stored;
}

QString shownValue(Field field, const QString& stored)
{
    if (field == Field::Type || field == Field::Activity || field == Field::Source
        || field == Field::Status) {
        return wordOf(field, stored);
    }
    if (field == Field::Contacts) {
        QStringList shown;
        for (const Contact& contact : contactsFromText(stored)) {
            QStringList parts{contact.name, contact.position};
            for (const QString& phone : contact.phones) {
                parts.append(shownPhone(phone));
            }
            parts.append(contact.emails);
            parts.removeAll(QString());
            shown.append(parts.join(u' '));
        }
        return shown.join(u'\n');
    }
    if (field == Field::CreatedAt || field == Field::UpdatedAt) {
        return stored.left(16).replace(u'T', u' ');
    }
    return plainValue(field, stored);
}

} // namespace core
