#include "ui/printing/AddressLines.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace ui {

namespace {

using core::Client;
using core::Field;

/// Province and city of a municipality are one word.
QStringList places(const Client& client)
{
    QStringList parts;
    for (const Field field : {Field::Province, Field::City, Field::District, Field::Street}) {
        const QString& part = client.value(field);
        if (!part.isEmpty() && !parts.contains(part)) {
            parts.append(part);
        }
    }
    return parts;
}

bool isChinese(const Client& client)
{
    const QString all = places(client).join(QString());
    return std::any_of(
        all.begin(), all.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

bool hasOtherContact(const Client& client)
{
    return client.values.has(Field::Contact)
        && client.value(Field::Contact) != client.value(Field::Name);
}

std::vector<AddressLine> chineseLines(const Client& client)
{
    // 收 stands behind who opens the letter.
    const QString receives = QStringLiteral(" 收");
    std::vector<AddressLine> lines{{client.value(Field::Postcode)},
                                   {places(client).join(QString())}};
    if (hasOtherContact(client)) {
        lines.push_back({client.value(Field::Name), true});
        lines.push_back({client.value(Field::Contact) + receives, true});
    } else {
        lines.push_back({client.value(Field::Name) + receives, true});
    }
    return lines;
}

QString joined(const QStringList& parts, const QString& between)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(between);
}

std::vector<AddressLine> westernLines(const Client& client)
{
    const QString& country = client.value(Field::Country);
    const QString& city = client.value(Field::City);
    const QString& postcode = client.value(Field::Postcode);
    const QString province
        = client.value(Field::Province) == city ? QString() : client.value(Field::Province);
    const QString blank = QStringLiteral(" ");
    const QString comma = QStringLiteral(", ");
    std::vector<AddressLine> lines{{client.value(Field::Name), true}};
    if (hasOtherContact(client)) {
        lines.push_back({client.value(Field::Contact), true});
    }
    lines.push_back({client.value(Field::Street)});
    lines.push_back({client.value(Field::District)});
    static const QStringList stateAfter{
        QStringLiteral("US"), QStringLiteral("CA"), QStringLiteral("AU")};
    static const QStringList codeBelow{QStringLiteral("GB"), QStringLiteral("IE")};
    static const QStringList codeFirst{QStringLiteral("DE"),
                                       QStringLiteral("FR"),
                                       QStringLiteral("NL"),
                                       QStringLiteral("BE"),
                                       QStringLiteral("AT"),
                                       QStringLiteral("CH"),
                                       QStringLiteral("IT"),
                                       QStringLiteral("ES"),
                                       QStringLiteral("PT"),
                                       QStringLiteral("DK"),
                                       QStringLiteral("SE"),
                                       QStringLiteral("NO"),
                                       QStringLiteral("FI"),
                                       QStringLiteral("PL"),
                                       QStringLiteral("CZ"),
                                       QStringLiteral("LU")};
    if (stateAfter.contains(country)) {
        lines.push_back({joined({joined({city, province}, comma), postcode}, blank)});
    } else if (codeBelow.contains(country)) {
        lines.push_back({city});
        lines.push_back({postcode});
    } else if (codeFirst.contains(country)) {
        lines.push_back({joined({postcode, city}, blank)});
    } else {
        lines.push_back({joined({joined({city, province}, comma), postcode}, blank)});
    }
    if (!country.isEmpty()) {
        const QString name = QLocale::territoryToString(QLocale::codeToTerritory(country));
        lines.push_back({(name.isEmpty() ? country : name).toUpper()});
    }
    return lines;
}

} // namespace

bool hasAddress(const Client& client)
{
    return client.values.has(Field::Street)
        || (client.values.has(Field::City) && client.values.has(Field::District));
}

std::vector<AddressLine> addressLines(const Client& client, AddressOrder order)
{
    const bool chinese
        = order == AddressOrder::Chinese || (order == AddressOrder::AsWritten && isChinese(client));
    std::vector<AddressLine> lines = chinese ? chineseLines(client) : westernLines(client);
    std::erase_if(lines, [](const AddressLine& line) { return line.text.trimmed().isEmpty(); });
    return lines;
}

} // namespace ui
