#include "core/duplicates/MergeValues.h"

#include "core/records/Contact.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace duplicatestest {

namespace {

const QStringList& poolOf(Field field)
{
    static const QStringList people{u"李娜"_s, u"王伟"_s, u"陈静"_s, u"赵敏"_s, u"Anna Weiß"_s};
    static const QHash<Field, QStringList> pools{
        {Field::Type, {u"company"_s, u"person"_s}},
        {Field::Name, {u"苏州元诚科技有限公司"_s, u"元诚科技"_s, u"元诚"_s, u"李娜"_s, u"王伟"_s}},
        {Field::Contact, people},
        {Field::Contacts, people},
        {Field::Position, {u"经理"_s, u"会计"_s}},
        {Field::Email, {u"a@example.com"_s, u"b@example.com"_s, u"c@example.com"_s}},
        {Field::OtherEmails,
         {u"a@example.com"_s, u"b@example.com"_s, u"c@example.com"_s, u"d@example.com"_s}},
        {Field::Province, {u"江苏省"_s, u"上海市"_s}},
        {Field::City, {u"苏州市"_s, u"上海市"_s}},
        {Field::District, {u"姑苏区"_s, u"虎丘区"_s}},
        {Field::Street, {u"干将路1号"_s, u"观前街2号"_s}},
        {Field::Postcode, {u"215000"_s, u"200000"_s}},
        {Field::Country, {u"DE"_s, u"JP"_s}},
        {Field::Industry, {u"I65"_s, u"C"_s}},
        {Field::Activity, {u"active"_s, u"potential"_s, u"dormant"_s}},
        {Field::Owner, {u"li"_s, u"wang"_s, u"zhao"_s}},
        {Field::Source, {u"client"_s, u"visit"_s, u"third_party"_s}},
        {Field::CreditCode, {u"91320505MA1MDBQ12X"_s, u"913205003137523448"_s}},
        {Field::Website, {u"https://yuancheng.example"_s, u"https://yc.example"_s}},
        {Field::Tags, {u"VIP"_s, u"月结"_s, u"展会"_s, u"金牌"_s, u"老客户"_s}},
        {Field::Notes, {u"要回访"_s, u"送货前打电话"_s, u"---"_s, u"发票寄财务"_s, QString()}},
        {Field::Custom, {u"会员号"_s, u"停车"_s, u"折扣"_s}},
        {Field::LastContactAt, {u"2026-03-01"_s, u"2026-10-08"_s}},
    };
    static const QStringList none;
    const auto found = pools.find(field);
    return found == pools.end() ? none : *found;
}

} // namespace

QString MergeValues::sharedPhone()
{
    return u"+8613800138%1"_s.arg(below(8), 3, 10, QLatin1Char('0'));
}

QString MergeValues::shared(Field field)
{
    if (field == Field::Phone || field == Field::OtherPhones) {
        return sharedPhone();
    }
    return oneOf(poolOf(field));
}

QString MergeValues::fresh(Field field)
{
    const int number = ++m_made;
    if (field == Field::Phone || field == Field::OtherPhones) {
        return u"+86139%1"_s.arg(number, 8, 10, QLatin1Char('0'));
    }
    if (field == Field::Email || field == Field::OtherEmails) {
        return u"m%1@example.com"_s.arg(number);
    }
    if (field == Field::LastContactAt) {
        return QDate(2027, 1, 1).addDays(number).toString(Qt::ISODate);
    }
    return isSealed(field) ? u"62148300%1"_s.arg(number, 10, 10, QLatin1Char('0'))
                           : u"新%1"_s.arg(number);
}

Contact MergeValues::contact(const QString& name)
{
    Contact made{name, chance(50) ? shared(Field::Position) : QString(), {}, {}};
    for (int i = below(3); i > 0; --i) {
        if (const QString phone = sharedPhone(); !made.phones.contains(phone)) {
            made.phones.append(phone);
        }
    }
    if (chance(40)) {
        made.emails.append(shared(Field::Email));
    }
    return made;
}

QString MergeValues::someParts(Field field, int most)
{
    QStringList parts;
    for (int i = below(most + 1); i > 0; --i) {
        if (const QString part = shared(field); !parts.contains(part)) {
            parts.append(part);
        }
    }
    if (field != Field::Contacts) {
        return parts.join(u';');
    }
    std::vector<Contact> contacts;
    for (const QString& name : parts) {
        contacts.push_back(contact(name));
    }
    return contactsToText(contacts);
}

/// Lines may be empty, and stand there twice.
QString MergeValues::notes()
{
    QStringList lines;
    for (int i = below(6); i > 0; --i) {
        lines.append(chance(20) ? fresh(Field::Notes) : shared(Field::Notes));
    }
    while (!lines.isEmpty() && lines.first().isEmpty()) {
        lines.removeFirst();
    }
    while (!lines.isEmpty() && lines.last().isEmpty()) {
        lines.removeLast();
    }
    return lines.join(u'\n');
}

QString MergeValues::ownFields()
{
    QJsonObject own;
    for (int i = below(3); i > 0; --i) {
        own.insert(shared(Field::Custom), u"B-%1"_s.arg(below(3)));
    }
    if (chance(20)) {
        own.insert(sealedOwnField, fresh(Field::IdNumber));
    }
    return own.isEmpty() ? QString()
                         : QString::fromUtf8(QJsonDocument(own).toJson(QJsonDocument::Compact));
}

ClientValues MergeValues::record()
{
    ClientValues values;
    for (const FieldInfo& info : allFields()) {
        if (isEditable(info.field) && !isList(info.field) && !isSealed(info.field) && chance(60)) {
            values.set(info.field, shared(info.field));
        }
    }
    values.set(Field::Name, shared(Field::Name));
    values.set(Field::Type, shared(Field::Type));
    if (values.value(Field::Type) == u"person" && chance(70)) {
        values.set(Field::Contact, values.value(Field::Name));
    }
    for (const Field field :
         {Field::OtherPhones, Field::OtherEmails, Field::Tags, Field::Contacts}) {
        values.set(field, someParts(field, 3));
    }
    values.set(Field::Notes, notes());
    values.set(Field::Custom, ownFields());
    for (const Field field : {Field::IdNumber, Field::BankAccount}) {
        values.set(field, chance(30) ? fresh(field) : QString());
    }
    values.set(Field::Status, chance(20) ? u"archived"_s : u"active"_s);
    return values;
}

} // namespace duplicatestest
