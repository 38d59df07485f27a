/// ClientTexts: the fields of one client in stored form as UTF-8, mostly views of memory that somebody else holds: what
/// an export reads 100,000 times without making a string of each value.
///
///     ClientTexts texts;
///     ClientStore::readTexts(row, texts);        // valid until the statement's next step
///     writer.write(texts.value(Field::Name));
///
/// Belongs to one thread.
#pragma once

#include "core/records/Client.h"

#include <array>
#include <string>
#include <string_view>

namespace core {

class ClientTexts
{
public:
    [[nodiscard]] std::string_view value(Field field) const { return m_values[indexOf(field)]; }
    void set(Field field, std::string_view value) { m_values[indexOf(field)] = value; }
    /// Keeps a copy of its own.
    void keep(Field field, std::string value)
    {
        std::string& kept = m_kept[indexOf(field)];
        kept = std::move(value);
        m_values[indexOf(field)] = kept;
    }

private:
    std::array<std::string_view, fieldCount> m_values;
    std::array<std::string, fieldCount> m_kept;
};

} // namespace core
