#include "core/validation/ClientRules.h"

#include "core/standardize/Address.h"
#include "core/standardize/Codes.h"
#include "core/standardize/Email.h"
#include "core/standardize/Industry.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/Phone.h"
#include "core/standardize/TextForm.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

#include <array>

namespace core {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("core::ClientRules", text);
}

void add(Findings& findings, Field field, const char* rule, Severity severity, const QString& message)
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
            add(findings, info.field, "missing", Severity::Warning,
                say(QT_TRANSLATE_NOOP("core::ClientRules", "Still missing; the record is kept as a draft until it is filled.")));
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
    constexpr std::array<Words, 3> table {{
        {Field::Type, {"company", "person", ""}},
        {Field::Activity, {"active", "potential", "dormant"}},
        {Field::Source, {"client", "visit", "third_party"}},
    }};
    for (const Words& words : table) {
        const QString& value = values.value(words.field);
        const bool known = value.isEmpty()
            || std::any_of(words.allowed.begin(), words.allowed.end(),
                [&value](const char* word) { return value == QLatin1String(word); });
        if (!known) {
            add(findings, words.field, "unknown_word", Severity::Error,
                say(QT_TRANSLATE_NOOP("core::ClientRules", "Choose one of the words of the list.")));
        }
    }
}

void checkPhone(Field field, const QString& stored, Findings& findings)
{
    if (stored.isEmpty() || stored.startsWith(u'+')) {
        return;
    }
    switch (parsePhone(stored).issue) {
    case PhoneIssue::NoAreaCode:
        add(findings, field, "no_area_code", Severity::Warning,
            say(QT_TRANSLATE_NOOP("core::ClientRules", "Area code missing: write it as 0512-38183752.")));
        break;
    case PhoneIssue::NotANumber:
        add(findings, field, "not_a_phone", Severity::Error,
            say(QT_TRANSLATE_NOOP("core::ClientRules",
                "Not a telephone number: a mainland mobile has 11 digits, a landline its area code, other countries +.")));
        break;
    case PhoneIssue::None:
        add(findings, field, "unknown_range", Severity::Warning,
            say(QT_TRANSLATE_NOOP("core::ClientRules", "The country could not be told from this number: begin it with + and the country code.")));
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
            add(findings, field, "not_an_email", Severity::Error,
                say(QT_TRANSLATE_NOOP("core::ClientRules", "Not an e-mail address: it is written name@example.com.")));
        }
    };
    checkEmail(Field::Email, values.value(Field::Email));
    for (const QString& email : values.value(Field::OtherEmails).split(u';', Qt::SkipEmptyParts)) {
        checkEmail(Field::OtherEmails, email);
    }
    static const QRegularExpression site(
        QStringLiteral(R"(^(?:https?://)?(?:[A-Za-z0-9\x{4e00}-\x{9fff}](?:[A-Za-z0-9\x{4e00}-\x{9fff}-]*)\.)+[A-Za-z\x{4e00}-\x{9fff}]{2,}(?::\d+)?(?:/\S*)?$)"));
    if (values.has(Field::Website) && !site.match(values.value(Field::Website)).hasMatch()) {
        add(findings, Field::Website, "not_a_website", Severity::Warning,
            say(QT_TRANSLATE_NOOP("core::ClientRules", "Not a web address: it is written www.example.com.")));
    }
}

void checkCreditCode(const ClientValues& values, Findings& findings)
{
    const QString& code = values.value(Field::CreditCode);
    if (code.isEmpty()) {
        return;
    }
    if (isIdNumber(code) || hasIdNumberShape(code) || isBankCard(code)) {
        add(findings, Field::CreditCode, "sealed_value", Severity::Error,
            say(QT_TRANSLATE_NOOP("core::ClientRules", "This is an ID number or a card number: it may not stand here, unsealed.")));
    } else if (isSpreadsheetDamaged(code)) {
        add(findings, Field::CreditCode, "damaged_by_spreadsheet", Severity::Error,
            say(QT_TRANSLATE_NOOP("core::ClientRules", "A spreadsheet has cut this number; take it from the original.")));
    } else if (code.size() == 18 && !isCreditCode(code)) {
        add(findings, Field::CreditCode, "check_character", Severity::Error,
            say(QT_TRANSLATE_NOOP("core::ClientRules", "The check character does not fit: one of the 18 characters is wrong.")));
    } else if (code.size() == 15 && !isOldRegistrationNumber(code)) {
        add(findings, Field::CreditCode, "check_digit", Severity::Error,
            say(QT_TRANSLATE_NOOP("core::ClientRules", "The check digit does not fit: one of the 15 digits is wrong.")));
    } else if (code.size() != 18 && code.size() != 15) {
        add(findings, Field::CreditCode, "length", Severity::Error,
            say(QT_TRANSLATE_NOOP("core::ClientRules", "A credit code has 18 characters, an old registration number 15 digits.")));
    } else if (isPerson(values)) {
        add(findings, Field::CreditCode, "person", Severity::Warning,
            say(QT_TRANSLATE_NOOP("core::ClientRules", "A person has no credit code; is this client a company?")));
    }
}

/// An ID or card number in a free text would lie there unsealed.
void checkSealedInText(const ClientValues& values, Findings& findings)
{
    static const QRegularExpression longNumber(QStringLiteral(R"((?<![0-9A-Za-z])(\d{16,19}|\d{17}[Xx])(?![0-9A-Za-z]))"));
    for (const Field field : {Field::Notes, Field::Name, Field::Contact, Field::Street, Field::Tags, Field::Custom}) {
        auto matches = longNumber.globalMatch(values.value(field));
        while (matches.hasNext()) {
            const QString number = matches.next().captured(1);
            if (isIdNumber(number) || isBankCard(number)) {
                add(findings, field, "sealed_value", Severity::Error,
                    say(QT_TRANSLATE_NOOP("core::ClientRules", "This text holds an ID number or a card number: take it out.")));
                return;
            }
        }
    }
}

void checkAddress(const ClientValues& values, Findings& findings)
{
    const QString& country = values.value(Field::Country);
    const bool chinese = country.isEmpty() && (containsHan(values.value(Field::Province)) || containsHan(values.value(Field::City)));
    if (values.has(Field::Postcode) && (chinese || !country.isEmpty()) && !isPostcode(values.value(Field::Postcode), country)) {
        add(findings, Field::Postcode, "form", Severity::Warning,
            say(QT_TRANSLATE_NOOP("core::ClientRules", "Not a postcode of this country; in China it has six digits.")));
    }
    if (!chinese) {
        return;
    }
    const char* unknown = QT_TRANSLATE_NOOP("core::ClientRules", "Not in the list of divisions; check how it is written.");
    if (!isKnownProvince(values.value(Field::Province))) {
        add(findings, Field::Province, "unknown_place", Severity::Warning, say(unknown));
    } else if (!isKnownCity(values.value(Field::Province), values.value(Field::City))) {
        add(findings, Field::City, "unknown_place", Severity::Warning, say(unknown));
    } else if (values.has(Field::District) && !isKnownDistrict(values.value(Field::City), values.value(Field::District))) {
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
    add(findings, Field::Industry, "not_in_list", Severity::Note,
        proposal ? say(QT_TRANSLATE_NOOP("core::ClientRules", "Not in the list of industries; perhaps %1 %2?"))
                       .arg(proposal->code, proposal->chinese)
                 : say(QT_TRANSLATE_NOOP("core::ClientRules", "Not in the list of industries.")));
}

void checkRest(const ClientValues& values, Findings& findings)
{
    const QDate date = QDate::fromString(values.value(Field::LastContactAt), Qt::ISODate);
    if (values.has(Field::LastContactAt) && !date.isValid()) {
        add(findings, Field::LastContactAt, "not_a_date", Severity::Error,
            say(QT_TRANSLATE_NOOP("core::ClientRules", "Not a date: it is written 2026-03-02.")));
    }
    const NameKind kind = guessNameKind(values.value(Field::Name));
    if (isPerson(values) && kind == NameKind::Company) {
        add(findings, Field::Type, "name_of_company", Severity::Note,
            say(QT_TRANSLATE_NOOP("core::ClientRules", "The name looks like a company's.")));
    }
    constexpr qsizetype longest = 400;
    constexpr qsizetype longestNotes = 20000;
    for (const FieldInfo& info : allFields()) {
        const bool text = info.field == Field::Notes || info.field == Field::Custom || info.field == Field::Contacts;
        if (values.value(info.field).size() > (text ? longestNotes : longest)) {
            add(findings, info.field, "too_long", Severity::Error,
                say(QT_TRANSLATE_NOOP("core::ClientRules", "This text is too long; put the rest into the notes.")));
        }
    }
}

} // namespace

Findings ClientRules::check(const ClientValues& values) const
{
    Findings findings;
    checkRequired(values, findings);
    checkWords(values, findings);
    checkContacts(values, findings);
    checkCreditCode(values, findings);
    checkSealedInText(values, findings);
    checkAddress(values, findings);
    checkIndustry(values, findings);
    checkRest(values, findings);
    return findings;
}

} // namespace core
