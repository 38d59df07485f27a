// What people and scripts type: filters, lines of a batch, search texts, days, phones, addresses, names, numbers.
#include "tests/fuzz/FuzzTarget.h"

#include "app/ctl/ShellWords.h"
#include "core/records/ClientStandardizer.h"
#include "core/records/PastedBlock.h"
#include "core/search/FilterExpression.h"
#include "core/search/SearchWords.h"
#include "core/standardize/AddressLine.h"
#include "core/standardize/Country.h"
#include "core/standardize/Dates.h"
#include "core/standardize/Email.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/Phone.h"
#include "core/standardize/SealedNumbers.h"

using namespace core;

namespace {

/// UTF-8, or the bytes as UTF-16: lone surrogates and what else no file would bring.
QString typed(const FuzzInput& input)
{
    return (input.choice & 0x80U) == 0
        ? input.text()
        : QString(reinterpret_cast<const QChar*>(input.rest.constData()), input.rest.size() / 2);
}

void tryFilter(const QString& text)
{
    const QDateTime now(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    if (const auto filter = parseFilter(text, now)) {
        FUZZ_CHECK(!filter->sql.isEmpty());
        // Nothing that was typed stands in the SQL itself.
        FUZZ_CHECK(filter->sql.count(u'?') == filter->values.size());
    }
}

void tryDays(const QString& text)
{
    DateEvidence evidence;
    evidence.add(text);
    for (const DateOrder order : {DateOrder::Unknown, DateOrder::DayFirst, evidence.order()}) {
        const auto day = parseDate(text, order);
        FUZZ_CHECK(!day || day->isValid());
    }
    (void)isAmbiguousDate(text);
    (void)dateFromSerial(text);
}

void tryPhones(const QString& text)
{
    for (const Phone& phone : parsePhones(text, {QStringLiteral("DE"), {}})) {
        (void)shownPhone(phone.stored());
        (void)phoneFromStored(phone.stored());
    }
    (void)phoneFromStored(text);
    (void)shownPhone(text);
    (void)countryOf(text);
}

void trySearch(const QString& text)
{
    Client client;
    client.set(Field::Name, text);
    client.set(Field::Phone, text);
    client.set(Field::Contacts, text);
    (void)searchWords(client);
    (void)searchTiers(text);
    (void)matchIn(client, text);
}

} // namespace

FUZZ_TARGET(bytes)
{
    const FuzzInput input(bytes);
    const QString text = typed(input);
    switch (input.choice % 8U) {
    case 0:
        return tryFilter(text);
    case 1:
        (void)ctl::shellWords(text);
        return;
    case 2:
        return trySearch(text);
    case 3:
        return tryDays(text);
    case 4:
        return tryPhones(text);
    case 5:
        (void)splitAddressLine(text);
        (void)standardizeAddress(splitAddress(text));
        for (const auto& [field, value] : readPastedBlock(text).values) {
            FUZZ_CHECK(!value.isEmpty() && !value.contains(QChar(0x1F)) && !isSealed(field));
        }
        return;
    case 6:
        (void)guessNameKind(text);
        (void)holdsSealedNumber(withoutSealedNumbers(text));
        (void)isDamagedCode(text);
        (void)splitEmails(text);
        return;
    default:
        for (const FieldInfo& info : allFields()) {
            (void)shownValue(info.field, standardizeValue(info.field, text, {}));
        }
        return;
    }
}
