/// ChineseNumbers: the numbering plan of the mainland: mobiles, landlines by their area codes, service numbers. Digits only, in
/// a string of any kind. Pure, any thread.
#pragma once

#include <QStringView>

namespace core {

/// `code` without its zero: 10, 512. Codes that were given up within living memory are among them (0732 and 0733 are 0731
/// now): old lists have them.
[[nodiscard]] bool isAreaCode(int code);
/// With its zero: "010", "0512".
[[nodiscard]] bool isAreaCode(QStringView withZero);

constexpr char16_t phoneUnit(QChar c)
{
    return c.unicode();
}

constexpr char16_t phoneUnit(char c)
{
    return static_cast<unsigned char>(c);
}

template <typename View>
bool isChineseMobile(View digits)
{
    return digits.size() == 11 && phoneUnit(digits[0]) == u'1' && phoneUnit(digits[1]) >= u'3';
}

/// Two-digit area codes (01x is Beijing, 02x the large cities) have three digits with the zero, all others four.
template <typename View>
auto areaCodeLength(View national) -> decltype(national.size())
{
    return national.size() > 1 && (phoneUnit(national[1]) == u'1' || phoneUnit(national[1]) == u'2')
        ? 3
        : 4;
}

/// With an area code that there is; large cities have eight digits behind it, others seven or eight.
template <typename View>
bool isChineseLandline(View withZero)
{
    constexpr int ten = 10;
    if (withZero.size() < 10 || phoneUnit(withZero[0]) != u'0' || phoneUnit(withZero[1]) == u'0') {
        return false;
    }
    const auto area = areaCodeLength(withZero);
    const auto rest = withZero.size() - area;
    const char16_t first = phoneUnit(withZero[area]);
    int code = 0;
    for (auto i = decltype(withZero.size()){1}; i < area; ++i) {
        code = code * ten + (phoneUnit(withZero[i]) - u'0');
    }
    return (rest == 8 || (rest == 7 && area == 4)) && first >= u'2' && first <= u'9'
        && isAreaCode(code);
}

/// 400 and 800 numbers are dialled as they are.
template <typename View>
bool isChineseService(View national)
{
    return national.size() == 10
        && (phoneUnit(national[0]) == u'4' || phoneUnit(national[0]) == u'8')
        && phoneUnit(national[1]) == u'0' && phoneUnit(national[2]) == u'0';
}

} // namespace core
