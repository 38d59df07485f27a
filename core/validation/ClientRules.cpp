#include "core/validation/ClientRules.h"

#include "core/standardize/Address.h"
#include "core/standardize/Codes.h"
#include "core/standardize/Email.h"
#include "core/standardize/Industry.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/Phone.h"
#include "core/standardize/SealedNumbers.h"
#include "core/standardize/TextForm.h"
#include "core/validation/SealedFieldRules.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace core {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("core::ClientRules", text);
}

void add(
    Findings& findings, Field field, const char* rule, Severity severity, const QString& message)
{
    findings.push_back({field, QLatin1String(rule), severity, message});
}

bool isPerson(const ClientValues& values)
{
    return values.value(Field::Type) == QLatin1String("person");
}

void checkRequired(const ClientValues& values, Findings& findings)
{
    for (const FieldInfo& info : allFields()) {
        if (info.required && !values.has(info.field)) {
            add(findings,
                info.field,
                "missing",
                Severity::Warning,
                say(QT_TRANSLATE_NOOP(
                    "core::ClientRules",
                    "Still missing; the record is kept as a draft until it is filled.")));
        }
    }
}

void checkWords(const ClientValues& values, Findings& findings)
{
    struct Words
    {
        Field field;
        std::array<const char*, 3> allowed;
    };
    constexpr std::array<Words, 3> table{{
        {Field::Type, {"company", "person", ""}},
        {Field::Activity, {"active", "potential", "dormant"}},
        {Field::Source, {"client", "visit", "third_party"}},
    }};
    for (const Words& words : table) {
        const QString& value = values.value(words.field);
        const bool known = value.isEmpty()
            || std::any_of(words.allowed.begin(), words.allowed.end(), [&value](const char* word) {
                               return value == QLatin1String(word);
                           });
        if (!known) {
            add(findings,
                words.field,
                "unknown_word",
                Severity::Error,
                say(QT_TRANSLATE_NOOP("core::ClientRules",
                                      "Choose one of the words of the list.")));
        }
    }
}

void checkPhone(Field field, const QString& stored, Findings& findings)
{
    if (stored.isEmpty() || isPlainMainland(stored)) {
        return;
    }
    const bool hasCountry = stored.startsWith(u'+');
    const Phone phone = parsePhone(shownPhone(stored));
    if (hasCountry && phone.isValid()) {
        return;
    }
    switch (phone.issue) {
    case PhoneIssue::NoAreaCode:
        add(findings,
            field,
            "no_area_code",
            Severity::Warning,
            say(QT_TRANSLATE_NOOP("core::ClientRules",
                                  "Area code missing: write it as 0512-38183752.")));
        break;
    case PhoneIssue::NotANumber:
        add(findings,
            field,
            "not_a_phone",
            Severity::Error,
            say(QT_TRANSLATE_NOOP("core::ClientRules",
                                  "Not a telephone number: a mainland mobile has 11 digits, a "
                                  "landline its area code, other countries +.")));
        break;
    case PhoneIssue::None:
        add(findings,
            field,
            "unknown_range",
            Severity::Warning,
            hasCountry
                ? say(QT_TRANSLATE_NOOP("core::ClientRules",
                                        "No such range of numbers is known in that country; check "
                                        "the number."))
                : say(QT_TRANSLATE_NOOP("core::ClientRules",
                                        "The country could not be told from this number: begin it "
                                        "with + and the country code.")));
        break;
    }
}

void checkContacts(const ClientValues& values, Findings& findings)
{
    checkPhone(Field::Phone, values.value(Field::Phone), findings);
    for (const QString& phone : values.value(Field::OtherPhones).split(u';', Qt::SkipEmptyParts)) {
        checkPhone(Field::OtherPhones, phone, findings);
    }
    const auto checkEmail = [&findings](Field field, const QString& email) {
        if (!email.isEmpty() && !isEmail(email)) {
            add(findings,
                field,
                "not_an_email",
                Severity::Error,
                say(QT_TRANSLATE_NOOP("core::ClientRules",
                                      "Not an e-mail address: it is written name@example.com.")));
        }
    };
    checkEmail(Field::Email, values.value(Field::Email));
    for (const QString& email : values.value(Field::OtherEmails).split(u';', Qt::SkipEmptyParts)) {
        checkEmail(Field::OtherEmails, email);
    }
    static const QRegularExpression site(QStringLiteral(
        R"(^(?:https?://)?(?:[A-Za-z0-9\x{4e00}-\x{9fff}](?:[A-Za-z0-9\x{4e00}-\x{9fff}-]*)\.)+[A-Za-z\x{4e00}-\x{9fff}]{2,}(?::\d+)?(?:/\S*)?$)"));
    if (values.has(Field::Website) && !site.match(values.value(Field::Website)).hasMatch()) {
        add(findings,
            Field::Website,
            "not_a_website",
            Severity::Warning,
            say(QT_TRANSLATE_NOOP("core::ClientRules",
                                  "Not a web address: it is written www.example.com.")));
    }
}

void checkCreditCode(const ClientValues& values, Findings& findings)
{
    const QString& code = values.value(Field::CreditCode);
    if (code.isEmpty()) {
        return;
    }
    if (isIdNumber(code) || hasIdNumberShape(code) || isBankCard(code)) {
        add(findings,
            Field::CreditCode,
            "sealed_value",
            Severity::Error,
            say(QT_TRANSLATE_NOOP(
                "core::ClientRules",
                "This is an ID number or a card number: it may not stand here, unsealed.")));
    } else if (isSpreadsheetDamaged(code)) {
        add(findings,
            Field::CreditCode,
            "damaged_by_spreadsheet",
            Severity::Error,
            say(QT_TRANSLATE_NOOP(
                "core::ClientRules",
                "A spreadsheet has cut this number; take it from the original.")));
    } else if (code.size() == 18 && !isCreditCode(code)) {
        add(findings,
            Field::CreditCode,
            "check_character",
            Severity::Error,
            say(QT_TRANSLATE_NOOP(
                "core::ClientRules",
                "The check character does not fit: one of the 18 characters is wrong.")));
    } else if (code.size() == 15 && !isOldRegistrationNumber(code)) {
        add(findings,
            Field::CreditCode,
            "check_digit",
            Severity::Error,
            say(QT_TRANSLATE_NOOP("core::ClientRules",
                                  "The check digit does not fit: one of the 15 digits is wrong.")));
    } else if (code.size() != 18 && code.size() != 15) {
        add(findings,
            Field::CreditCode,
            "length",
            Severity::Error,
            say(QT_TRANSLATE_NOOP(
                "core::ClientRules",
                "A credit code has 18 characters, an old registration number 15 digits.")));
    } else if (isPerson(values)) {
        add(findings,
            Field::CreditCode,
            "person",
            Severity::Warning,
            say(QT_TRANSLATE_NOOP("core::ClientRules",
                                  "A person has no credit code; is this client a company?")));
    }
}

/// An ID or card number in any other field would lie there unsealed.
void checkSealedInText(const ClientValues& values, Findings& findings)
{
    for (const FieldInfo& info : allFields()) {
        if (isEditable(info.field) && !isSealed(info.field) && info.field != Field::CreditCode
            && holdsSealedNumber(values.value(info.field))) {
            add(findings,
                info.field,
                "sealed_value",
                Severity::Error,
                say(QT_TRANSLATE_NOOP(
                    "core::ClientRules",
                    "This text holds an ID number or a card number: take it out.")));
        }
    }
}

/// The first two digits of a Chinese postcode say the province; those that begin more than one are left out.
struct PostcodeArea
{
    int first = 0;
    int last = 0;
    QStringView province{};
};

constexpr std::array<PostcodeArea, 33> postcodeAreas{{
    {1, 2, u"内蒙古"},   {3, 4, u"山西"},   {5, 7, u"河北"},     {10, 10, u"北京"},
    {11, 12, u"辽宁"},   {13, 13, u"吉林"}, {15, 16, u"黑龙江"}, {20, 20, u"上海"},
    {21, 22, u"江苏"},   {23, 24, u"安徽"}, {25, 27, u"山东"},   {30, 30, u"天津"},
    {31, 32, u"浙江"},   {33, 34, u"江西"}, {35, 36, u"福建"},   {40, 40, u"重庆"},
    {41, 42, u"湖南"},   {43, 44, u"湖北"}, {45, 47, u"河南"},   {51, 52, u"广东"},
    {53, 54, u"广西"},   {55, 56, u"贵州"}, {57, 57, u"海南"},   {61, 64, u"四川"},
    {65, 67, u"云南"},   {71, 72, u"陕西"}, {73, 74, u"甘肃"},   {75, 75, u"宁夏"},
    {81, 81, u"青海"},   {83, 84, u"新疆"}, {85, 86, u"西藏"},   {14, 14, u"内蒙古"},
    {17, 17, u"内蒙古"},
}};

/// False only where the table knows the code's province and it is another one.
bool fitsProvince(QStringView postcode, QStringView province)
{
    const int code = postcode.left(2).toInt();
    for (const PostcodeArea& area : postcodeAreas) {
        if (code >= area.first && code <= area.last) {
            return province.isEmpty() || province.startsWith(area.province);
        }
    }
    return true;
}

void checkAddress(const ClientValues& values, Findings& findings)
{
    const QString& country = values.value(Field::Country);
    const bool chinese = country.isEmpty()
        && (containsHan(values.value(Field::Province)) || containsHan(values.value(Field::City)));
    if (values.has(Field::Postcode) && (chinese || !country.isEmpty())
        && !isPostcode(values.value(Field::Postcode), country)) {
        add(findings,
            Field::Postcode,
            "form",
            Severity::Warning,
            say(QT_TRANSLATE_NOOP("core::ClientRules",
                                  "Not a postcode of this country; in China it has six digits.")));
    }
    if (!chinese) {
        return;
    }
    if (values.has(Field::Postcode) && isPostcode(values.value(Field::Postcode), country)
        && isKnownProvince(values.value(Field::Province))
        && !fitsProvince(values.value(Field::Postcode), values.value(Field::Province))) {
        add(findings,
            Field::Postcode,
            "other_province",
            Severity::Warning,
            say(QT_TRANSLATE_NOOP(
                "core::ClientRules",
                "This postcode belongs to another province; check it or the address.")));
    }
    const char* unknown = QT_TRANSLATE_NOOP(
        "core::ClientRules", "Not in the list of divisions; check how it is written.");
    if (!isKnownProvince(values.value(Field::Province))) {
        add(findings, Field::Province, "unknown_place", Severity::Warning, say(unknown));
    } else if (!isKnownCity(values.value(Field::Province), values.value(Field::City))) {
        add(findings, Field::City, "unknown_place", Severity::Warning, say(unknown));
    } else if (values.has(Field::District)
               && !isKnownDistrict(values.value(Field::City), values.value(Field::District))) {
        add(findings, Field::District, "unknown_place", Severity::Note, say(unknown));
    }
}

void checkIndustry(const ClientValues& values, Findings& findings)
{
    const QString& industry = values.value(Field::Industry);
    if (industry.isEmpty() || industryByCode(industry)) {
        return;
    }
    const auto proposal = proposeIndustry(industry);
    add(findings,
        Field::Industry,
        "not_in_list",
        Severity::Note,
        proposal ? say(QT_TRANSLATE_NOOP("core::ClientRules",
                                         "Not in the list of industries; perhaps %1 %2?"))
                       .arg(proposal->code, proposal->chinese)
                 : say(QT_TRANSLATE_NOOP("core::ClientRules", "Not in the list of industries.")));
}

void checkTags(const ClientValues& values, Findings& findings)
{
    constexpr qsizetype longest = 60;
    const QStringList tags = values.value(Field::Tags).split(u';', Qt::SkipEmptyParts);
    if (std::any_of(
            tags.begin(), tags.end(), [](const QString& tag) { return tag.size() > longest; })) {
        add(findings,
            Field::Tags,
            "tag_too_long",
            Severity::Warning,
            say(QT_TRANSLATE_NOOP("core::ClientRules",
                                  "A tag is a word or two; put a longer text into the notes.")));
    }
}

void checkRest(const ClientValues& values, const Clock* clock, Findings& findings)
{
    const QDate date = QDate::fromString(values.value(Field::LastContactAt), Qt::ISODate);
    if (values.has(Field::LastContactAt) && !date.isValid()) {
        add(findings,
            Field::LastContactAt,
            "not_a_date",
            Severity::Error,
            say(QT_TRANSLATE_NOOP("core::ClientRules", "Not a date: it is written 2026-03-02.")));
    } else if (clock != nullptr && date > clock->now().date().addDays(1)) {
        // One day more: where the office is, it may be tomorrow already.
        add(findings,
            Field::LastContactAt,
            "in_the_future",
            Severity::Error,
            say(QT_TRANSLATE_NOOP("core::ClientRules",
                                  "This day is still to come; when was the last contact?")));
    }
    const NameKind kind = guessNameKind(values.value(Field::Name));
    if (isPerson(values) && kind == NameKind::Company) {
        add(findings,
            Field::Type,
            "name_of_company",
            Severity::Note,
            say(QT_TRANSLATE_NOOP("core::ClientRules", "The name looks like a company's.")));
    }
    constexpr qsizetype longest = 400;
    constexpr qsizetype longestNotes = 20000;
    for (const FieldInfo& info : allFields()) {
        const bool text = info.field == Field::Notes || info.field == Field::Custom
            || info.field == Field::Contacts;
        if (values.value(info.field).size() > (text ? longestNotes : longest)) {
            add(findings,
                info.field,
                "too_long",
                Severity::Error,
                text ? say(QT_TRANSLATE_NOOP("core::ClientRules",
                                             "This text is too long; at most %1 characters fit."))
                           .arg(longestNotes)
                     : say(
                         QT_TRANSLATE_NOOP("core::ClientRules",
                                           "This text is too long; put the rest into the notes.")));
        }
    }
}

} // namespace

std::span<const RuleInfo> allRules()
{
    static constexpr std::array table{
        RuleInfo{"missing", Field::Name, Severity::Warning, true},
        RuleInfo{"unknown_word", Field::Type, Severity::Error},
        RuleInfo{"unknown_word", Field::Activity, Severity::Error},
        RuleInfo{"unknown_word", Field::Source, Severity::Error},
        RuleInfo{"name_of_company", Field::Type, Severity::Note},
        RuleInfo{"no_area_code", Field::Phone, Severity::Warning},
        RuleInfo{"not_a_phone", Field::Phone, Severity::Error},
        RuleInfo{"unknown_range", Field::Phone, Severity::Warning},
        RuleInfo{"no_area_code", Field::OtherPhones, Severity::Warning},
        RuleInfo{"not_a_phone", Field::OtherPhones, Severity::Error},
        RuleInfo{"unknown_range", Field::OtherPhones, Severity::Warning},
        RuleInfo{"not_an_email", Field::Email, Severity::Error},
        RuleInfo{"not_an_email", Field::OtherEmails, Severity::Error},
        RuleInfo{"not_a_website", Field::Website, Severity::Warning},
        RuleInfo{"sealed_value", Field::CreditCode, Severity::Error, true},
        RuleInfo{"damaged_by_spreadsheet", Field::CreditCode, Severity::Error},
        RuleInfo{"check_character", Field::CreditCode, Severity::Error},
        RuleInfo{"check_digit", Field::CreditCode, Severity::Error},
        RuleInfo{"length", Field::CreditCode, Severity::Error},
        RuleInfo{"person", Field::CreditCode, Severity::Warning},
        RuleInfo{"id_number", Field::IdNumber, Severity::Error},
        RuleInfo{"check_character", Field::IdNumber, Severity::Error},
        RuleInfo{"in_the_future", Field::IdNumber, Severity::Error},
        RuleInfo{"length", Field::BankAccount, Severity::Error},
        RuleInfo{"check_digit", Field::BankAccount, Severity::Error},
        RuleInfo{"form", Field::Postcode, Severity::Warning},
        RuleInfo{"other_province", Field::Postcode, Severity::Warning},
        RuleInfo{"unknown_place", Field::Province, Severity::Warning},
        RuleInfo{"unknown_place", Field::City, Severity::Warning},
        RuleInfo{"unknown_place", Field::District, Severity::Note},
        RuleInfo{"not_in_list", Field::Industry, Severity::Note},
        RuleInfo{"not_a_date", Field::LastContactAt, Severity::Error},
        RuleInfo{"in_the_future", Field::LastContactAt, Severity::Error},
        RuleInfo{"tag_too_long", Field::Tags, Severity::Warning},
        RuleInfo{"too_long", Field::Name, Severity::Error, true},
    };
    return table;
}

Findings ClientRules::check(const ClientValues& values) const
{
    Findings findings;
    checkRequired(values, findings);
    checkWords(values, findings);
    checkContacts(values, findings);
    checkCreditCode(values, findings);
    checkSealedInText(values, findings);
    checkSealedFields(values, m_clock, findings);
    checkAddress(values, findings);
    checkIndustry(values, findings);
    checkTags(values, findings);
    checkRest(values, m_clock, findings);
    return findings;
}

} // namespace core
