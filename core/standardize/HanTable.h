/// HanTable: of every Chinese character the simplified form and the toneless pinyin (ü as v), from resources/tables/han.tsv:
/// a table instead of a transliterator per name, and the same one on every computer, since the words of the search index
/// are made with it. Read at first use (some milliseconds), then used by any thread.
#pragma once

#include <QString>

#include <array>
#include <vector>

namespace core {

class HanTable
{
public:
    static const HanTable& instance();

    [[nodiscard]] static bool covers(char16_t c) { return c >= first && c <= last; }
    [[nodiscard]] char16_t simplified(char16_t c) const
    {
        return covers(c) ? m_simplified[c - first] : c;
    }
    /// Empty where there is none.
    [[nodiscard]] QLatin1String pinyin(char16_t c) const
    {
        return covers(c) ? QLatin1String(m_syllables[m_pinyin[c - first]]) : QLatin1String();
    }

    /// Every reading there is, each once.
    [[nodiscard]] const std::vector<QByteArray>& syllables() const { return m_syllables; }

private:
    HanTable();

    static constexpr char16_t first = 0x3400;
    static constexpr char16_t last = 0x9fff;
    static constexpr std::size_t size = last - first + 1;
    std::vector<char16_t> m_simplified;
    std::vector<quint16> m_pinyin; ///< index of a syllable
    std::vector<QByteArray> m_syllables;
};

} // namespace core
