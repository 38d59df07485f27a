#include "core/validation/SealedFieldRules.h"

#include "core/records/SealedStore.h"
#include "core/security/SealedValue.h"
#include "core/standardize/Codes.h"
#include "core/standardize/SealedNumbers.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>

namespace core {

namespace {

/// Something was typed that is neither the mark of a sealed value nor its mask.
bool isTyped(const QString& text)
{
    return !text.isEmpty() && !isSealedToken(text) && !isSealedMask(text);
}

void addSealedFinding(
    Findings& findings, Field field, const char* rule, Severity severity, const char* sentence)
{
    findings.push_back({field,
                        QLatin1String(rule),
                        severity,
                        QCoreApplication::translate("core::ClientRules", sentence)});
}

/// One day more: where the office is, it may be tomorrow already.
bool isBornLater(const QString& number, const Clock* clock)
{
    constexpr qsizetype birthdayAt = 6;
    constexpr qsizetype birthdayDigits = 8;
    const QDate birthday
        = QDate::fromString(number.mid(birthdayAt, birthdayDigits), QStringLiteral("yyyyMMdd"));
    return clock != nullptr && birthday > clock->now().date().addDays(1);
}

void checkIdNumber(const QString& number, const Clock* clock, Findings& findings)
{
    constexpr qsizetype length = 18;
    constexpr qsizetype oldLength = 15;
    if (isIdNumber(number) && isBornLater(number, clock)) {
        addSealedFinding(findings,
                         Field::IdNumber,
                         "in_the_future",
                         Severity::Error,
                         QT_TRANSLATE_NOOP("core::ClientRules",
                                           "The birthday in this ID number is still to come: one "
                                           "of its digits is wrong."));
        return;
    }
    if (isIdNumber(number) || hasOldIdShape(number)) {
        return;
    }
    if (hasIdNumberShape(number)) {
        addSealedFinding(
            findings,
            Field::IdNumber,
            "check_character",
            Severity::Error,
            QT_TRANSLATE_NOOP(
                "core::ClientRules",
                "The check character does not fit: one of the 18 characters is wrong."));
        return;
    }
    // What is as long as a Chinese one must be one; a passport is not.
    const bool isForeign = number.size() != length && number.size() != oldLength;
    addSealedFinding(
        findings,
        Field::IdNumber,
        "id_number",
        isForeign ? Severity::Warning : Severity::Error,
        QT_TRANSLATE_NOOP("core::ClientRules",
                          "Not a resident ID number: 18 characters with a region, a birthday and "
                          "a check character."));
}

void checkAccount(const QString& account, Findings& findings)
{
    constexpr qsizetype shortest = 8;
    constexpr qsizetype longest = 34; // an IBAN, ISO 13616
    const bool isPlausible = account.size() >= shortest && account.size() <= longest
        && std::all_of(account.begin(), account.end(), [](QChar c) {
                                 return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z');
                             });
    if (!isPlausible) {
        addSealedFinding(
            findings,
            Field::BankAccount,
            "length",
            Severity::Error,
            QT_TRANSLATE_NOOP("core::ClientRules",
                              "Not an account number: 8 to 34 digits, or letters and digits."));
        return;
    }
    const bool isUnionPay = account.startsWith(QStringLiteral("62"));
    const bool isCard = account.size() >= 16 && account.size() <= 19
        && (isUnionPay || account.startsWith(u'4') || account.startsWith(u'5'));
    if (isCard && !isBankCard(account)) {
        addSealedFinding(
            findings,
            Field::BankAccount,
            "check_digit",
            isUnionPay ? Severity::Error : Severity::Warning,
            QT_TRANSLATE_NOOP(
                "core::ClientRules",
                "The check digit of this card number does not fit: one of its digits is wrong."));
    }
}

} // namespace

void checkSealedFields(const ClientValues& values, const Clock* clock, Findings& findings)
{
    if (isTyped(values.value(Field::IdNumber))) {
        checkIdNumber(values.value(Field::IdNumber), clock, findings);
    }
    if (isTyped(values.value(Field::BankAccount))) {
        checkAccount(values.value(Field::BankAccount), findings);
    }
}

} // namespace core
