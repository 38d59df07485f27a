/// Address: Chinese addresses by the table of administrative divisions (GB/T 2260), foreign ones left as they are. Pure
/// after the table is read once; any thread.
///
///     splitAddress(u"江苏省苏州市虎丘区朝阳路214号") -> 江苏省, 苏州市, 虎丘区, 朝阳路214号
///     splitAddress(u"上海市徐汇区衡山路1号")          -> 上海市, 上海市, 徐汇区, 衡山路1号
#pragma once

#include <QString>

#include <vector>

namespace core {

struct Address
{
    QString province;
    QString city;
    QString district;
    QString street;

    friend bool operator==(const Address&, const Address&) = default;
};

/// One line -> its parts. What is no Chinese address stays whole in `street`.
[[nodiscard]] Address splitAddress(QStringView line);
/// Completes names (苏州 -> 苏州市) and the province a city lies in, moves a prefix out of the street; keeps what it does
/// not know.
[[nodiscard]] Address standardizeAddress(const Address& address);

/// Whether the table has such a place; empty counts as known.
[[nodiscard]] bool isKnownProvince(QStringView name);
[[nodiscard]] bool isKnownCity(QStringView province, QStringView city);
[[nodiscard]] bool isKnownDistrict(QStringView city, QStringView district);

/// How many characters at the beginning are the name of a province or a prefecture-level city, with or without its
/// kind: 3 for 苏州市…, 2 for 苏州…; 0 where there is none.
[[nodiscard]] qsizetype placePrefix(QStringView text);

/// The telephone area code of a city ("0512"), for the cities most numbers come from; empty where not known.
[[nodiscard]] QString areaCodeOf(QStringView city);

/// Form of a postcode in a country (ISO 3166 alpha-2; empty: China). Countries we know no form of accept any.
[[nodiscard]] bool isPostcode(QStringView code, QStringView country);

} // namespace core
