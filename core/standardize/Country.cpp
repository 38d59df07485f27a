#include "core/standardize/Country.h"

#include "core/standardize/TextForm.h"

#include <QHash>

namespace core {

QString countryOf(QStringView text)
{
    // Provinces, cities and districts, which is nearly every question.
    if (text.endsWith(u'省') || text.endsWith(u'市') || text.endsWith(u'区')) {
        return {};
    }
    static const QHash<QString, QString> known = [] {
        QHash<QString, QString> map;
        const auto add = [&map](const char* code, std::initializer_list<const char16_t*> names) {
            for (const char16_t* name : names) {
                map.insert(foldText(QString::fromUtf16(name)), QString::fromLatin1(code));
            }
        };
        add("CN",
            {u"CN", u"China", u"中国", u"PRC", u"People's Republic of China", u"中华人民共和国"});
        add("US",
            {u"US",
             u"USA",
             u"United States",
             u"United States of America",
             u"美国",
             u"California",
             u"New York",
             u"Texas",
             u"Florida",
             u"Illinois",
             u"Massachusetts",
             u"Washington",
             u"Colorado",
             u"Georgia",
             u"Pennsylvania",
             u"Ohio",
             u"Michigan",
             u"Arizona",
             u"New Jersey",
             u"Virginia",
             u"Oregon",
             u"Nevada",
             u"Minnesota",
             u"Los Angeles",
             u"San Francisco",
             u"Chicago",
             u"Boston",
             u"Seattle",
             u"Miami",
             u"Houston",
             u"Dallas",
             u"Denver",
             u"Atlanta",
             u"Philadelphia",
             u"Austin",
             u"San Diego"});
        add("CA",
            {u"CA",
             u"Canada",
             u"加拿大",
             u"Ontario",
             u"Quebec",
             u"British Columbia",
             u"Alberta",
             u"Toronto",
             u"Montreal",
             u"Vancouver"});
        add("GB",
            {u"GB",
             u"UK",
             u"United Kingdom",
             u"Great Britain",
             u"England",
             u"英国",
             u"London",
             u"Manchester",
             u"Edinburgh"});
        add("DE", {u"DE", u"Germany", u"Deutschland", u"德国", u"Berlin", u"München", u"Hamburg"});
        add("FR", {u"FR", u"France", u"法国", u"Paris"});
        add("JP", {u"JP", u"Japan", u"日本", u"Tokyo"});
        add("KR", {u"KR", u"South Korea", u"Korea", u"韩国", u"Seoul"});
        add("SG", {u"SG", u"Singapore", u"新加坡"});
        add("AU", {u"AU", u"Australia", u"澳大利亚", u"Sydney", u"Melbourne"});
        add("HK", {u"HK", u"Hong Kong", u"香港", u"中国香港", u"香港特别行政区"});
        add("TW", {u"TW", u"Taiwan", u"台湾", u"台湾省", u"台北", u"台北市"});
        add("MO", {u"MO", u"Macao", u"Macau", u"澳门"});
        return map;
    }();
    return known.value(foldText(cleanText(text)));
}

} // namespace core
