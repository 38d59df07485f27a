/// MatchFeatures: what matching sees of a record: standardized once, then compared many times. Pure, any thread.
#pragma once

#include "core/duplicates/DuplicateEngine.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace core {

enum class MatchKind : std::uint8_t
{
    Unknown,
    Company,
    Person
};

struct MatchFeatures
{
    MatchKind kind = MatchKind::Unknown;
    QString name; ///< folded, without legal form, letters and digits only
    QStringList tokens; ///< of a Latin name, sorted
    QString pinyin; ///< of a Chinese name
    qsizetype surname = 0; ///< characters of it that are the surname
    QString contact;
    QStringList phones; ///< digits, without country and area zero
    QStringList emails; ///< lower case
    QString code;
    QString birth; ///< eight digits
    QString street; ///< folded, letters and digits only
    QString numbers; ///< the numbers in the street, in order
    QString city;
    QString postcode;
};

[[nodiscard]] MatchFeatures featuresOf(const MatchRecord& record);
/// Typed 64-bit hashes; two records that share one are compared.
[[nodiscard]] std::vector<std::uint64_t> keysOf(const MatchFeatures& features);

/// Jaro-Winkler similarity, 0 to 1 (Winkler, "String Comparator Metrics", ASA 1990).
[[nodiscard]] double jaroWinkler(QStringView a, QStringView b);
/// Share of common two-letter parts (Dice, "Measures of the Amount of Ecologic Association", Ecology 1945).
[[nodiscard]] double dice(QStringView a, QStringView b);

} // namespace core
