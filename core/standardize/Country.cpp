#include "core/standardize/Country.h"

#include "core/standardize/TextForm.h"

#include <QHash>

#include <array>

namespace core {

namespace {

struct CountryName
{
    const char* code;
    const char16_t* name;
};

constexpr std::array<CountryName, 119> countryNames{{
    {"CN", u"CN"},
    {"CN", u"China"},
    {"CN", u"中国"},
    {"CN", u"PRC"},
    {"CN", u"People's Republic of China"},
    {"CN", u"中华人民共和国"},
    {"US", u"US"},
    {"US", u"USA"},
    {"US", u"United States"},
    {"US", u"United States of America"},
    {"US", u"美国"},
    {"US", u"California"},
    {"US", u"New York"},
    {"US", u"Texas"},
    {"US", u"Florida"},
    {"US", u"Illinois"},
    {"US", u"Massachusetts"},
    {"US", u"Washington"},
    {"US", u"Colorado"},
    {"US", u"Georgia"},
    {"US", u"Pennsylvania"},
    {"US", u"Ohio"},
    {"US", u"Michigan"},
    {"US", u"Arizona"},
    {"US", u"New Jersey"},
    {"US", u"Virginia"},
    {"US", u"Oregon"},
    {"US", u"Nevada"},
    {"US", u"Minnesota"},
    {"US", u"Los Angeles"},
    {"US", u"San Francisco"},
    {"US", u"Chicago"},
    {"US", u"Boston"},
    {"US", u"Seattle"},
    {"US", u"Miami"},
    {"US", u"Houston"},
    {"US", u"Dallas"},
    {"US", u"Denver"},
    {"US", u"Atlanta"},
    {"US", u"Philadelphia"},
    {"US", u"Austin"},
    {"US", u"San Diego"},
    {"CA", u"CA"},
    {"CA", u"Canada"},
    {"CA", u"加拿大"},
    {"CA", u"Ontario"},
    {"CA", u"Quebec"},
    {"CA", u"British Columbia"},
    {"CA", u"Alberta"},
    {"CA", u"Toronto"},
    {"CA", u"Montreal"},
    {"CA", u"Vancouver"},
    {"GB", u"GB"},
    {"GB", u"UK"},
    {"GB", u"United Kingdom"},
    {"GB", u"Great Britain"},
    {"GB", u"England"},
    {"GB", u"英国"},
    {"GB", u"London"},
    {"GB", u"Manchester"},
    {"GB", u"Edinburgh"},
    {"DE", u"DE"},
    {"DE", u"Germany"},
    {"DE", u"Deutschland"},
    {"DE", u"德国"},
    {"DE", u"Berlin"},
    {"DE", u"München"},
    {"DE", u"Hamburg"},
    {"CZ", u"CZ"},
    {"CZ", u"Czech Republic"},
    {"CZ", u"Czechia"},
    {"CZ", u"Česko"},
    {"CZ", u"Česká republika"},
    {"CZ", u"捷克"},
    {"SK", u"Slovakia"},
    {"SK", u"Slovensko"},
    {"SK", u"斯洛伐克"},
    {"AT", u"Austria"},
    {"AT", u"Österreich"},
    {"AT", u"奥地利"},
    {"CH", u"Switzerland"},
    {"CH", u"Schweiz"},
    {"CH", u"瑞士"},
    {"FR", u"FR"},
    {"FR", u"France"},
    {"FR", u"法国"},
    {"FR", u"Paris"},
    {"JP", u"JP"},
    {"JP", u"Japan"},
    {"JP", u"日本"},
    {"JP", u"Tokyo"},
    {"KR", u"KR"},
    {"KR", u"South Korea"},
    {"KR", u"Korea"},
    {"KR", u"韩国"},
    {"KR", u"Seoul"},
    {"SG", u"SG"},
    {"SG", u"Singapore"},
    {"SG", u"新加坡"},
    {"AU", u"AU"},
    {"AU", u"Australia"},
    {"AU", u"澳大利亚"},
    {"AU", u"Sydney"},
    {"AU", u"Melbourne"},
    {"HK", u"HK"},
    {"HK", u"Hong Kong"},
    {"HK", u"香港"},
    {"HK", u"中国香港"},
    {"HK", u"香港特别行政区"},
    {"TW", u"TW"},
    {"TW", u"Taiwan"},
    {"TW", u"台湾"},
    {"TW", u"台湾省"},
    {"TW", u"台北"},
    {"TW", u"台北市"},
    {"MO", u"MO"},
    {"MO", u"Macao"},
    {"MO", u"Macau"},
    {"MO", u"澳门"},
}};

} // namespace

QString countryOf(QStringView text)
{
    // Provinces, cities and districts, which is nearly every question.
    if (text.endsWith(u'省') || text.endsWith(u'市') || text.endsWith(u'区')) {
        return {};
    }
    static const QHash<QString, QString> known = [] {
        QHash<QString, QString> map;
        for (const CountryName& row : countryNames) {
            map.insert(foldText(QString::fromUtf16(row.name)), QString::fromLatin1(row.code));
        }
        return map;
    }();
    return known.value(foldText(cleanText(text)));
}

} // namespace core
