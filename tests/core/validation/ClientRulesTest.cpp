#include "core/validation/ClientRules.h"

#include "core/records/ClientStandardizer.h"
#include "core/validation/RuleLabels.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <utility>
#include <vector>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

using Typed = std::vector<std::pair<Field, QString>>;

/// A record that breaks no rule, with some values changed; a person typed it.
ClientValues record(const Typed& typed = {})
{
    ClientValues values;
    values.set(Field::Type, u"company"_s);
    values.set(Field::Name, u"苏州元诚科技有限公司"_s);
    values.set(Field::Contact, u"陈静"_s);
    values.set(Field::Phone, u"13800138000"_s);
    values.set(Field::Industry, u"I65"_s);
    values.set(Field::Province, u"江苏省"_s);
    values.set(Field::City, u"苏州市"_s);
    values.set(Field::Activity, u"active"_s);
    values.set(Field::Source, u"client"_s);
    for (const auto& [field, text] : typed) {
        values.set(field, text);
    }
    return standardizeClient(values);
}

QString said(const Findings& findings)
{
    QStringList words;
    for (const Finding& finding : findings) {
        words.append(fieldName(finding.field) + u':' + finding.rule + u':'
                     + severityName(finding.severity));
    }
    words.sort();
    return words.join(u' ');
}

QString check(const Typed& typed)
{
    return said(ClientRules().check(record(typed)));
}

} // namespace

TEST_CASE("a complete record breaks no rule")
{
    CHECK(check({}).toStdString().empty());
}

TEST_CASE("each rule says its word about the value that breaks it, and nothing about the one that "
          "does not")
{
    struct Case
    {
        Field field;
        QString value;
        QString expected;
    };
    const std::vector<Case> cases{
        {Field::Name, u""_s, u"name:missing:warning"_s},
        {Field::Phone, u""_s, u"phone:missing:warning"_s},
        {Field::Contact, u""_s, u"contact:missing:warning"_s},
        {Field::Industry, u""_s, u"industry:missing:warning"_s},
        {Field::Phone, u"0512-38183752 转 12"_s, u""_s},
        {Field::Phone, u"+1 212 790 4854"_s, u""_s},
        {Field::Phone, u"+49 30 901820"_s, u""_s},
        {Field::Phone, u"+无"_s, u"phone:not_a_phone:error"_s},
        {Field::Phone, u"+44"_s, u"phone:not_a_phone:error"_s},
        {Field::Phone, u"+86 110"_s, u"phone:not_a_phone:error"_s},
        {Field::Phone, u"86-1380013800"_s, u"phone:not_a_phone:error"_s},
        {Field::OtherPhones, u"+1-5"_s, u"other_phones:not_a_phone:error"_s},
        {Field::Phone, u"+1 123-456-7890"_s, u"phone:unknown_range:warning"_s},
        {Field::Phone, u"123"_s, u"phone:not_a_phone:error"_s},
        {Field::Phone, u"ask the desk"_s, u"phone:not_a_phone:error"_s},
        {Field::Email, u"chen@yuancheng.example"_s, u""_s},
        {Field::Email, u"chen.yuancheng.example"_s, u"email:not_an_email:error"_s},
        {Field::Website, u"www.yuancheng.example"_s, u""_s},
        {Field::Website, u"https://yuancheng.example/a?b=c"_s, u""_s},
        {Field::Website, u"no website"_s, u"website:not_a_website:warning"_s},
        {Field::CreditCode, u"91350100M000100Y43"_s, u""_s}, // the standard's own example
        {Field::CreditCode, u"91350100M000100Y44"_s, u"credit_code:check_character:error"_s},
        {Field::CreditCode, u"91350100M000100Y4"_s, u"credit_code:length:error"_s},
        {Field::CreditCode,
         u"110105194912310024"_s,
         u"credit_code:sealed_value:error"_s}, // somebody meant an id number
        {Field::CreditCode,
         u"11010519491231002X"_s,
         u"credit_code:sealed_value:error"_s}, // GB 11643's own example
        {Field::CreditCode, u"123456789012344"_s, u"credit_code:check_digit:error"_s},
        {Field::CreditCode, u"4.40301E+17"_s, u"credit_code:damaged_by_spreadsheet:error"_s},
        {Field::Notes, u"his number is 11010519491231002X."_s, u"notes:sealed_value:error"_s},
        {Field::Notes, u"card 4111111111111111"_s, u"notes:sealed_value:error"_s},
        {Field::Notes, u"order 4111111111111112 of May"_s, u""_s},
        {Field::Notes, u"card 4111 1111 1111 1111"_s, u"notes:sealed_value:error"_s},
        {Field::Notes, u"65126677 65126688, 0512-38183752 13800138000"_s, u""_s},
        {Field::Position, u"11010519491231002X"_s, u"position:sealed_value:error"_s},
        {Field::Street, u"110105 19491231 002X"_s, u"street:sealed_value:error"_s},
        {Field::IdNumber, u"11010519491231002X"_s, u""_s},
        {Field::IdNumber, u"110105491231002"_s, u""_s}, // of fifteen digits
        {Field::IdNumber, u"110105194912310024"_s, u"id_number:check_character:error"_s},
        {Field::IdNumber,
         u"990105194912310024"_s,
         u"id_number:id_number:error"_s}, // no such region
        {Field::IdNumber, u"11010519491331002X"_s, u"id_number:id_number:error"_s}, // no such day
        {Field::IdNumber, u"E12345678"_s, u"id_number:id_number:warning"_s}, // a passport
        {Field::IdNumber, QString(u"sealed:"_s + QString(43, u'A')), u""_s},
        {Field::IdNumber, QString(8, u'\u2022'), u""_s},
        {Field::BankAccount, u"4532015112830366"_s, u""_s},
        {Field::BankAccount, u"4532015112830367"_s, u"bank_account:check_digit:warning"_s},
        {Field::BankAccount, u"6222020200112230452"_s, u"bank_account:check_digit:error"_s},
        {Field::BankAccount, u"31001234567890123"_s, u""_s}, // a company's account
        {Field::BankAccount, u"DE89370400440532013000"_s, u""_s}, // an IBAN
        {Field::BankAccount, u"123"_s, u"bank_account:length:error"_s},
        {Field::Postcode, u"215000"_s, u""_s},
        {Field::Postcode, u"21500"_s, u"postcode:form:warning"_s},
        {Field::Postcode, u"510000"_s, u"postcode:other_province:warning"_s},
        {Field::City, u"不存在市"_s, u"city:unknown_place:warning"_s},
        {Field::Province, u"不存在省"_s, u"province:unknown_place:warning"_s},
        {Field::District, u"不存在区"_s, u"district:unknown_place:note"_s},
        {Field::Industry, u"something else entirely"_s, u"industry:not_in_list:note"_s},
        {Field::Type, u"club"_s, u"type:unknown_word:error"_s},
        {Field::Activity, u"sleepy"_s, u"activity:unknown_word:error"_s},
        {Field::Source, u"rumor"_s, u"source:unknown_word:error"_s},
        {Field::LastContactAt, u"yesterday"_s, u"last_contact_at:not_a_date:error"_s},
        {Field::Street, QString(401, u'街'), u"street:too_long:error"_s},
        {Field::Notes, QString(20001, u'注'), u"notes:too_long:error"_s},
        {Field::Notes, QString(401, u'注'), u""_s},
        {Field::Tags, u"vip;north"_s, u""_s},
        {Field::Tags, QString(61, u'签'), u"tags:tag_too_long:warning"_s},
    };
    for (const Case& one : cases) {
        INFO(fieldInfo(one.field).name << "=" << one.value.left(40).toStdString());
        CHECK(check({{one.field, one.value}}).toStdString() == one.expected.toStdString());
    }
}

TEST_CASE("a landline without its area code is a warning, and stays as it was written")
{
    // Without a city there is nothing to take the area code from.
    CHECK(check({{Field::Phone, u"38183752"_s}, {Field::City, {}}, {Field::Province, {}}})
          == u"phone:no_area_code:warning"_s);
}

TEST_CASE("persons and companies: the name's kind and the credit code fit the type")
{
    const QString person = u"person"_s;
    CHECK(check({{Field::Type, person}, {Field::Name, u"陈静"_s}}).isEmpty());
    CHECK(check({{Field::Type, person}}) == u"type:name_of_company:note"_s);
    CHECK(check({{Field::Type, person},
                 {Field::Name, u"陈静"_s},
                 {Field::CreditCode, u"91350100M000100Y43"_s}})
          == u"credit_code:person:warning"_s);
}

TEST_CASE("a foreign address is measured by its own country")
{
    const auto abroad = [](const QString& postcode) {
        return check({{Field::Country, u"US"_s},
                      {Field::Province, u"NY"_s},
                      {Field::City, u"New York"_s},
                      {Field::Phone, u"+12127904854"_s},
                      {Field::Postcode, postcode}});
    };
    CHECK(abroad(u"10001"_s).toStdString().empty());
    CHECK(abroad(u"215000"_s) == u"postcode:form:warning"_s);
}

TEST_CASE("a date to come is no date of a last contact")
{
    SettableClock clock;
    clock.set(QDateTime(QDate(2026, 11, 24), QTime(10, 0), Qt::UTC));
    const ClientRules rules(&clock);
    const auto of = [&rules](const QString& date) {
        return said(rules.check(record({{Field::LastContactAt, date}})));
    };
    CHECK(of(u"2026-11-24"_s).isEmpty());
    CHECK(of(u"2026-11-25"_s).isEmpty()); // it is tomorrow already in the east
    CHECK(of(u"2026-11-26"_s) == u"last_contact_at:in_the_future:error"_s);
}

TEST_CASE("nobody is born after today")
{
    SettableClock clock;
    clock.set(QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC));
    const ClientRules rules(&clock);
    CHECK(said(rules.check(record({{Field::IdNumber, u"110101202601010013"_s}}))).isEmpty());
    CHECK(said(rules.check(record({{Field::IdNumber, u"110101209901010017"_s}})))
          == u"id_number:in_the_future:error"_s);
}

TEST_CASE(
    "every rule that is listed has its own field and word, and every finding is of a listed rule")
{
    const auto rules = allRules();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        // A label is words: only "missing" and "length" may look like the rule itself.
        CHECK_FALSE(ruleLabel(QLatin1String(rules[i].name)).contains(u'_'));
        for (std::size_t j = i + 1; j < rules.size(); ++j) {
            INFO(rules[i].name);
            CHECK_FALSE((rules[i].field == rules[j].field
                         && QLatin1String(rules[i].name) == QLatin1String(rules[j].name)));
        }
    }
    ClientValues bad;
    bad.set(Field::Phone, u"123"_s);
    bad.set(Field::Email, u"x"_s);
    bad.set(Field::CreditCode, u"1"_s);
    bad.set(Field::Notes, u"11010519491231002X"_s);
    bad.set(Field::Type, u"club"_s);
    bad.set(Field::Street, QString(500, u'x'));
    const Findings findings = ClientRules().check(bad);
    CHECK(findings.size() >= 9);
    for (const Finding& finding : findings) {
        INFO(fieldName(finding.field).toStdString() << ":" << finding.rule.toStdString());
        CHECK_FALSE(finding.message.isEmpty());
        CHECK(std::any_of(rules.begin(), rules.end(), [&finding](const RuleInfo& rule) {
            return (rule.field == finding.field || rule.anyField)
                && finding.rule == QLatin1String(rule.name) && finding.severity == rule.severity;
        }));
    }
}

TEST_CASE("a number that is none of the client's country may be one of another, which only its "
          "owner knows")
{
    CHECK(check({{Field::Country, u"DE"_s}, {Field::Phone, u"13800138000"_s}})
              .contains(u"phone:unknown_range:warning"));
}
