#include "core/exchange/ExportText.h"

#include "core/base/ZonedText.h"
#include "core/records/ClientStandardizer.h"
#include "core/records/SealedStore.h"
#include "core/standardize/Phone.h"
#include "core/storage/UtcText.h"

namespace core {

namespace {

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// What the reading of a phone depends on.
ClientValues placeOf(const ClientTexts& client)
{
    ClientValues place;
    for (const Field field : {Field::Country, Field::Province, Field::City}) {
        place.set(field, toText(client.value(field)));
    }
    return place;
}

/// By the rules of entry themselves: whatever the plain cases leave over.
std::string shownIfReadBack(const ClientTexts& client, Field field)
{
    const QString stored = toText(client.value(field));
    const QString shown = plainValue(field, stored);
    const bool same = shown == stored || standardizeValue(field, shown, placeOf(client)) == stored;
    return (same ? shown : stored).toStdString();
}

} // namespace

std::string_view ExportText::of(const ClientTexts& client, Field field)
{
    const std::string_view stored = client.value(field);
    if (stored.empty()) {
        return stored;
    }
    if (field == Field::Phone || field == Field::OtherPhones) {
        return phones(client, field);
    }
    if (field == Field::Custom && stored.find("sealed:") != std::string_view::npos) {
        std::string& made = m_made[indexOf(field)];
        made = maskedCustom(toText(stored)).toStdString();
        return made;
    }
    if (field == Field::CreatedAt || field == Field::UpdatedAt) {
        std::string& made = m_made[indexOf(field)];
        made = zonedText(utcFromText(toText(stored)), m_zone).toStdString();
        return made.empty() ? stored : made;
    }
    return field == Field::Industry ? industry(stored) : stored;
}

std::string_view ExportText::phones(const ClientTexts& client, Field field)
{
    std::string& made = m_made[indexOf(field)];
    made.clear();
    std::string_view rest = client.value(field);
    const bool chinese = isReadAsChinese(client);
    while (true) {
        const std::size_t end = rest.find(';');
        if (!appendPlainPhone(made, rest.substr(0, end), chinese)) {
            made = shownIfReadBack(client, field);
            return made;
        }
        if (end == std::string_view::npos) {
            return made;
        }
        made += ';';
        rest.remove_prefix(end + 1);
    }
}

std::string_view ExportText::industry(std::string_view stored)
{
    const auto [known, isNew] = m_industries.try_emplace(std::string(stored));
    if (isNew) {
        ClientTexts alone;
        alone.set(Field::Industry, stored);
        known->second = shownIfReadBack(alone, Field::Industry);
    }
    return known->second;
}

bool ExportText::isReadAsChinese(const ClientTexts& client)
{
    m_place.clear();
    for (const Field field : {Field::Country, Field::Province, Field::City}) {
        m_place.append(client.value(field)).append(1, '\n');
    }
    const auto [known, isNew] = m_chinese.try_emplace(m_place);
    if (isNew) {
        const QString country = phoneCountry(placeOf(client));
        known->second = country.isEmpty() || country == QLatin1String("CN");
    }
    return known->second;
}

} // namespace core
