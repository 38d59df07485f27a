#include "core/exchange/ExportText.h"

#include "core/exchange/CsvWriter.h"
#include "core/records/ClientStandardizer.h"
#include "core/standardize/Phone.h"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

std::string
exported(Field field, const QString& stored, const QString& city = {}, const QString& country = {})
{
    const std::string value = stored.toStdString();
    const std::string cityText = city.toStdString();
    const std::string countryText = country.toStdString();
    ClientTexts client;
    client.set(field, value);
    client.set(Field::City, cityText);
    client.set(Field::Country, countryText);
    ExportText shown;
    return std::string(shown.of(client, field));
}

} // namespace

TEST_CASE("A phone is exported as people dial it where import reads the same number again")
{
    struct Case
    {
        QString stored;
        QString city;
        QString country;
        QString shown;
    };
    const std::vector<Case> cases{
        {u"+8613800138000"_s, u"苏州市"_s, {}, u"13800138000"_s},
        {u"+8651238183752"_s, u"苏州市"_s, {}, u"0512-38183752"_s},
        {u"+861062345678"_s, {}, {}, u"010-62345678"_s},
        {u"+864001234567"_s, {}, {}, u"4001234567"_s},
        {u"+8651238183752x12"_s, {}, {}, u"0512-38183752 转 12"_s},
        // of a client whose numbers are read by another country's rules: as stored
        {u"+8613800138000"_s, u"London"_s, {}, u"+8613800138000"_s},
        {u"+8613800138000"_s, {}, u"US"_s, u"+8613800138000"_s},
        {u"+12126995084"_s, u"New York"_s, {}, u"+1 212-699-5084"_s},
        {u"+12126995084"_s, u"苏州市"_s, {}, u"+1 212-699-5084"_s},
        {u"+442079460958"_s, {}, u"GB"_s, u"+44 20 7946 0958"_s},
        {u"62345678"_s, {}, {}, u"62345678"_s},
        {u"ring twice"_s, {}, {}, u"ring twice"_s},
        {u""_s, {}, {}, u""_s},
        {u"+"_s, {}, {}, u"+"_s},
    };
    for (const Case& c : cases) {
        CAPTURE(c.stored.toStdString(), c.city.toStdString());
        CHECK(exported(Field::Phone, c.stored, c.city, c.country) == c.shown.toStdString());
    }
}

TEST_CASE("Times are exported in the office's zone")
{
    const std::string stored = "2026-12-04T17:00:00.123Z";
    ClientTexts client;
    client.set(Field::CreatedAt, stored);
    ExportText shown(QTimeZone("Asia/Shanghai"));
    CHECK(shown.of(client, Field::CreatedAt) == "2026-12-05T01:00:00+08:00");
}

TEST_CASE("The quick form of a phone is the one that people see everywhere else")
{
    for (const QString& stored : {u"+8613800138000"_s,
                                  u"+8613000000000"_s,
                                  u"+8612345678901"_s,
                                  u"+8651238183752"_s,
                                  u"+862161234567"_s,
                                  u"+868001234567"_s,
                                  u"+8695588"_s,
                                  u"+12126995084"_s,
                                  u"+14155550132"_s,
                                  u"+8613800138000x1"_s,
                                  u"+1212699508"_s}) {
        CAPTURE(stored.toStdString());
        std::string quick;
        if (appendPlainPhone(quick, stored.toStdString(), true)) {
            CHECK(quick == shownPhone(stored).toStdString());
        }
    }
}

TEST_CASE("Several phones and an industry are exported in words that import reads back")
{
    CHECK(exported(Field::OtherPhones, u"+8613800138000;+8651238183752"_s)
          == "13800138000;0512-38183752");
    CHECK(exported(Field::OtherPhones, u"+8613800138000;+442079460958"_s)
          == u"13800138000;+44 20 7946 0958"_s.toStdString());
    const std::string industry = exported(Field::Industry, u"65"_s);
    CHECK(industry != "65");
    CHECK(standardizeValue(Field::Industry, QString::fromStdString(industry), {}) == u"65"_s);
    CHECK(exported(Field::Industry, u"纸箱"_s) == u"纸箱"_s.toStdString());
}

TEST_CASE("Blanks of any kind before a sign hide it from nobody")
{
    for (const QString& cell : {u"\u3000=1+1"_s,
                                u"\u00A0@x"_s,
                                u" \t＝1"_s,
                                u"\u2003-1"_s,
                                u"\u2028+1"_s,
                                u"\u205F=1"_s}) {
        CAPTURE(cell.toStdString());
        CHECK(guardedCell(cell) == QString(u'\'' + cell));
        CHECK(unguardedCell(guardedCell(cell)) == cell);
    }
    for (const QString& cell : {u"、=1"_s, u"　"_s, u"，"_s, u"é=1"_s, u"3号楼"_s}) {
        CAPTURE(cell.toStdString());
        CHECK(guardedCell(cell) == cell);
    }
}
