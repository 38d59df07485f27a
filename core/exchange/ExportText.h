/// ExportText: what stands in an exported file for a field: what people read where import makes the same value of it
/// again (a phone as it is dialled, the industry's name), times in the office's zone, else the stored form.
///
///     ExportText shown;
///     writer.write(shown.of(client, Field::Phone));      // valid until the next client is asked about
///
/// Remembers answers that repeat, so one stands for a whole export; one thread.
#pragma once

#include "core/records/ClientTexts.h"

#include <QHash>
#include <QTimeZone>

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace core {

class ExportText
{
public:
    explicit ExportText(QTimeZone zone = QTimeZone::utc())
        : m_zone(std::move(zone))
    { }

    [[nodiscard]] std::string_view of(const ClientTexts& client, Field field);

private:
    std::string_view phones(const ClientTexts& client, Field field);
    std::string_view industry(std::string_view stored);
    bool isReadAsChinese(const ClientTexts& client);

    QTimeZone m_zone;
    std::array<std::string, fieldCount> m_made;
    std::unordered_map<std::string, std::string> m_industries; ///< by code
    std::unordered_map<std::string, bool> m_chinese; ///< by country, province and city
    std::string m_place;
};

} // namespace core
