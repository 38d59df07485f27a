#include "ui/printing/ClientPrints.h"

#include "core/records/ClientStandardizer.h"
#include "core/records/Contact.h"
#include "core/standardize/Phone.h"
#include "ui/clients/FieldEditors.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

using core::Client;
using core::Field;

QString printWords(const char* words)
{
    return QCoreApplication::translate("ui::ClientPrints", words);
}

QString valueOf(const Client& client, Field field)
{
    QString value = core::shownValue(field, client.value(field));
    if (field == Field::OtherPhones || field == Field::OtherEmails) {
        value.replace(u';', u'\n');
    }
    if (field == Field::Tags) {
        value = value.split(u';', Qt::SkipEmptyParts).join(QStringLiteral(" · "));
    }
    return value;
}

QString addressOf(const Client& client)
{
    QStringList lines;
    for (const AddressLine& line : addressLines(client, AddressOrder::AsWritten)) {
        if (!line.isName) {
            lines.append(line.text);
        }
    }
    return lines.join(u'\n');
}

/// Puts together a sheet: parts without anything in them are left out.
class SheetMaker
{
public:
    explicit SheetMaker(const Client& client)
        : m_client(client)
    { }

    void begin(const QString& heading) { m_heading = heading; }

    void add(const QString& label, const QString& value)
    {
        if (value.trimmed().isEmpty()) {
            return;
        }
        if (!m_heading.isEmpty()) {
            rows.push_back({{m_heading}, true});
            m_heading.clear();
        }
        rows.push_back({{label, value}, false});
    }

    void add(Field field) { add(core::fieldLabel(field), valueOf(m_client, field)); }

    void addContacts()
    {
        for (const core::Contact& contact :
             core::contactsFromText(m_client.value(Field::Contacts))) {
            QStringList head{contact.name, contact.position};
            head.removeAll(QString());
            QStringList lines{head.join(QStringLiteral(" · "))};
            for (const QString& phone : contact.phones) {
                lines.append(core::shownPhone(phone));
            }
            lines.append(contact.emails);
            lines.removeAll(QString());
            add(core::fieldLabel(Field::Contacts), lines.join(u'\n'));
        }
    }

    void addTime(Field field, const QDateTime& time, const QTimeZone& zone)
    {
        add(core::fieldLabel(field),
            QLocale().toString(time.toTimeZone(zone), QLocale::ShortFormat));
    }

    std::vector<PrintTable::Row> rows;

private:
    const Client& m_client;
    QString m_heading;
};

} // namespace

PrintTable sheetOf(const Client& client, const QTimeZone& zone)
{
    SheetMaker sheet(client);
    sheet.begin(printWords(QT_TRANSLATE_NOOP("ui::ClientPrints", "Contact")));
    if (client.value(Field::Contact)
        != client.value(Field::Name)) { // of a person, it is the person
        sheet.add(Field::Contact);
    }
    for (const Field field : {Field::Position,
                              Field::Phone,
                              Field::OtherPhones,
                              Field::Email,
                              Field::OtherEmails,
                              Field::Website}) {
        sheet.add(field);
    }
    sheet.addContacts();
    sheet.add(printWords(QT_TRANSLATE_NOOP("ui::ClientPrints", "Address")), addressOf(client));
    sheet.begin(printWords(QT_TRANSLATE_NOOP("ui::ClientPrints", "About the client")));
    for (const Field field : {Field::Industry,
                              Field::CreditCode,
                              Field::Activity,
                              Field::Owner,
                              Field::Source,
                              Field::LastContactAt}) {
        sheet.add(field);
    }
    for (const OwnField& field : ownFieldsFrom(client.value(Field::Custom))) {
        sheet.add(field.name, field.value);
    }
    sheet.add(Field::IdNumber);
    sheet.add(Field::BankAccount);
    sheet.begin(core::fieldLabel(Field::Notes));
    sheet.add(Field::Notes);
    sheet.begin(printWords(QT_TRANSLATE_NOOP("ui::ClientPrints", "The record")));
    if (client.value(Field::Status) != QLatin1String("active")) {
        sheet.add(Field::Status);
    }
    sheet.addTime(Field::CreatedAt, client.createdAt, zone);
    sheet.addTime(Field::UpdatedAt, client.updatedAt, zone);
    PrintTable table;
    table.title = client.value(Field::Name);
    QStringList about{
        client.id().value, valueOf(client, Field::Type), valueOf(client, Field::Tags)};
    about.removeAll(QString());
    table.subtitle = about.join(QStringLiteral(" · "));
    table.rows = std::move(sheet.rows);
    constexpr double labels = 0.22;
    table.firstColumn = labels;
    return table;
}

PrintTable listOf(const std::vector<Client>& clients, const std::vector<Field>& fields)
{
    PrintTable table;
    table.title = printWords(QT_TRANSLATE_NOOP("ui::ClientPrints", "Clients"));
    table.subtitle = QCoreApplication::translate(
        "ui::ClientPrints", "%n client(s)", nullptr, int(clients.size()));
    for (const Field field : fields) {
        table.header.append(core::fieldLabel(field));
    }
    for (const Client& client : clients) {
        PrintTable::Row row;
        for (const Field field : fields) {
            row.cells.append(valueOf(client, field));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace ui
