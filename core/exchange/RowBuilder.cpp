#include "core/exchange/RowBuilder.h"

#include "core/exchange/CsvWriter.h"
#include "core/records/ClientStandardizer.h"
#include "core/records/SealedStore.h"
#include "core/security/UserStore.h"
#include "core/standardize/Codes.h"
#include "core/standardize/Dates.h"
#include "core/standardize/Phone.h"
#include "core/standardize/SealedNumbers.h"
#include "core/standardize/TextForm.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype longestName = 400;

/// Where a number of unsaid kind belongs.
Field sealedFieldOf(const QString& cell)
{
    return isBankCard(normalizeCode(cell)) ? Field::BankAccount : Field::IdNumber;
}

/// ="00123": how some programs keep a spreadsheet from taking a text for a number.
QString withoutTextFormula(const QString& cell)
{
    const bool formula
        = cell.size() > 3 && cell.startsWith(QStringLiteral("=\"")) && cell.endsWith(u'"');
    const QString inner = formula ? cell.mid(2, cell.size() - 3) : QString();
    return formula && !inner.contains(u'"') ? inner : cell;
}

} // namespace

void RowBuilder::take(int column, const QString& raw)
{
    const QString unguarded = withoutTextFormula(unguardedCell(raw));
    if (unguarded.trimmed().isEmpty()) {
        return;
    }
    m_column = column;
    const Column& mapped = m_mapping.columns[std::size_t(column)];
    if (mapped.use == ColumnUse::MixedCode
        || mapped.target() == ColumnTarget{ColumnUse::ToField, Field::CreditCode}) {
        takeCode(unguarded);
        return;
    }
    if (mapped.use == ColumnUse::Sealed) {
        takeSealed(isSealed(mapped.field) ? mapped.field : sealedFieldOf(unguarded), unguarded);
        return;
    }
    if (mapped.use == ColumnUse::LeftOut || mapped.use == ColumnUse::Ignored) {
        return;
    }
    QStringList numbers;
    const QString cell = withoutSealedNumbers(unguarded, numbers);
    for (const QString& number : numbers) {
        // It goes where it belongs; a second one has no place.
        const Field field = sealedFieldOf(number);
        const bool hasPlace = !m_row.values.has(field) || m_row.values.value(field) == number;
        if (hasPlace) {
            takeSealed(field, number);
        }
        note(mapped.use == ColumnUse::ToField ? mapped.field : Field::Custom,
             hasPlace ? "sealed_moved" : "sealed_value");
    }
    switch (mapped.use) {
    case ColumnUse::Custom:
        keep(mapped.customField(), cleanMultiline(cell));
        break;
    case ColumnUse::GivenName:
        m_name.given = cleanText(cell);
        break;
    case ColumnUse::MiddleName:
        m_name.middle = cleanText(cell);
        break;
    case ColumnUse::FamilyName:
        m_name.family = cleanText(cell);
        break;
    case ColumnUse::NameTitle:
        m_name.title = cleanText(cell);
        m_titleHeader = mapped.header;
        break;
    case ColumnUse::NameSuffix:
        m_name.suffix = cleanText(cell);
        m_suffixHeader = mapped.header;
        break;
    case ColumnUse::Organization:
        m_organization = cleanText(cell);
        m_organizationHeader = mapped.header;
        break;
    case ColumnUse::Address:
        m_addressLines = cell;
        m_addressHeader = mapped.customField();
        m_address = cleanText(QString(cell).replace(u'\n', u' ').replace(u'\r', u' '));
        break;
    case ColumnUse::Mobile:
        takePhone(m_mobiles, Field::Phone, cell);
        break;
    case ColumnUse::ToField:
        takeField(mapped.field, cell);
        break;
    case ColumnUse::Ignored:
    case ColumnUse::LeftOut:
    case ColumnUse::Sealed:
    case ColumnUse::MixedCode:
        break;
    }
}

void RowBuilder::finish()
{
    putName();
    putAddress();
    putPhones();
    putEmails();
    putType();
    checkCode();
    if (!m_custom.isEmpty()) {
        m_row.values.set(Field::Custom,
                         QString::fromUtf8(QJsonDocument(m_custom).toJson(QJsonDocument::Compact)));
    }
    if (m_row.values.value(Field::Name).isEmpty()) {
        m_row.rejection = QCoreApplication::translate("core::ImportPlan", "This row has no name.");
    } else if (m_row.values.value(Field::Name).size() > longestName) {
        m_row.rejection
            = QCoreApplication::translate("core::ImportPlan", "The name in this row is too long.");
    } else {
        m_row.values = standardizeClient(m_row.values);
    }
}

void RowBuilder::note(Field field, const char* rule)
{
    m_row.findings.push_back({m_column, field, QLatin1String(rule)});
}

void RowBuilder::keep(const QString& name, const QString& text)
{
    const QString there = m_custom.value(name).toString();
    m_custom.insert(name, there.isEmpty() || there == text ? text : there + u"; " + text);
}

void RowBuilder::takeCode(const QString& cell)
{
    if (isSealedNumber(cell)) {
        m_isPerson = true;
        takeSealed(sealedFieldOf(cell), cell);
        note(Field::CreditCode, "sealed_moved");
    } else if (isDamagedCode(cell)) {
        note(Field::CreditCode, "damaged_by_spreadsheet");
    } else if (!m_row.values.has(Field::CreditCode)) {
        QStringList numbers;
        m_row.values.set(Field::CreditCode, withoutSealedNumbers(cell, numbers));
        m_codeColumn = m_column;
        for (const QString& number : numbers) {
            takeSealed(sealedFieldOf(number), number);
            note(Field::CreditCode, "sealed_moved");
        }
    }
}

void RowBuilder::takeSealed(Field field, const QString& cell)
{
    if (isSealedMask(cell) || isSealedToken(cell)) {
        return; // our own export's mark of a value that it did not give out
    }
    if (isDamagedCode(cell)) {
        note(field, "damaged_by_spreadsheet");
        return;
    }
    const QString number = normalizeCode(cell);
    if (m_row.values.has(field) && m_row.values.value(field) != number) {
        note(field, "sealed_value"); // a second one has no place
        return;
    }
    m_row.values.set(field, number);
}

void RowBuilder::takePhone(QStringList& into, Field field, QString cell)
{
    cell.replace(QStringLiteral(":::"), QStringLiteral(";"));
    if (isSpreadsheetDamaged(cell)) {
        note(field, "damaged_by_spreadsheet");
    }
    into.append(cell);
}

void RowBuilder::takeField(Field field, QString cell)
{
    ClientValues& values = m_row.values;
    const bool unknownOwner
        = field == Field::Owner && m_hints.usersKnown && !m_hints.users.contains(userNameKey(cell));
    if (field == Field::Phone) {
        takePhone(m_phones, field, cell);
    } else if (field == Field::OtherPhones) {
        takePhone(m_otherPhones, field, cell);
    } else if (field == Field::Email || field == Field::OtherEmails) {
        cell.replace(QStringLiteral(":::"), QStringLiteral(";"));
        (field == Field::Email ? m_emails : m_otherEmails).append(cell);
    } else if (field == Field::LastContactAt) {
        values.set(field, dateText(cell));
        if (isAmbiguousDate(values.value(field))) {
            note(field, "ambiguous_date"); // kept as written
        }
    } else if (field == Field::Notes) {
        values.set(field, values.has(field) ? QString(values.value(field) + u'\n' + cell) : cell);
    } else if (field == Field::Tags) {
        takeTags(cell);
    } else if (field == Field::Custom) {
        takeCustom(cell);
    } else if (unknownOwner) {
        note(field, "unknown_owner");
    } else {
        values.set(field, cell);
    }
}

QString RowBuilder::dateText(const QString& cell) const
{
    const auto date = parseDate(cell, m_mapping.columns[std::size_t(m_column)].dateOrder);
    const auto serial = date ? date : dateFromSerial(cell);
    return serial ? serial->toString(Qt::ISODate) : cell;
}

void RowBuilder::takeTags(QString cell)
{
    cell.replace(QStringLiteral(":::"), QStringLiteral(";"));
    QStringList tags = m_row.values.value(Field::Tags).split(u';', Qt::SkipEmptyParts);
    for (const QString& tag : cell.split(u';')) {
        // "* myContacts" is an address book's own group.
        if (const QString text = tag.trimmed();
            !text.isEmpty() && !text.startsWith(QStringLiteral("* "))) {
            tags.append(text);
        }
    }
    m_row.values.set(Field::Tags, tags.join(u';'));
}

void RowBuilder::takeCustom(const QString& cell)
{
    QJsonParseError wrong;
    const QJsonDocument parsed = QJsonDocument::fromJson(cell.toUtf8(), &wrong);
    if (wrong.error != QJsonParseError::NoError || !parsed.isObject()) {
        keep(m_mapping.columns[std::size_t(m_column)].header, cleanMultiline(cell));
        return;
    }
    const QJsonObject own = parsed.object();
    for (auto entry = own.begin(); entry != own.end(); ++entry) {
        m_custom.insert(entry.key(), entry.value());
    }
}

void RowBuilder::putName()
{
    ClientValues& values = m_row.values;
    const QString person = joinName(m_name);
    QString name = cleanText(values.value(Field::Name));
    putTitle(person);
    if (name.isEmpty()) {
        name = person;
    } else if (!person.isEmpty() && !values.has(Field::Contact) && person != name) {
        values.set(Field::Contact, person);
    }
    if (!m_organization.isEmpty()) {
        m_isCompany = true;
        if (name.isEmpty() || name == m_organization || guessNameKind(name) != NameKind::Company) {
            if (!name.isEmpty() && name != m_organization && !values.has(Field::Contact)) {
                values.set(Field::Contact, name);
            }
            name = m_organization;
        } else {
            keep(m_organizationHeader,
                 m_organization); // two companies in one row: nothing is lost
        }
    }
    if (name.isEmpty() && values.has(Field::Contact)) {
        name = cleanText(values.value(Field::Contact));
        m_isPerson = guessNameKind(name) != NameKind::Company;
    }
    values.set(Field::Name, name);
}

void RowBuilder::putTitle(const QString& person)
{
    const QString& title = m_name.title;
    if (!title.isEmpty() && !person.startsWith(title)) {
        if (containsHan(title) && !isSalutation(title) && !m_row.values.has(Field::Position)) {
            m_row.values.set(Field::Position, title);
        } else {
            keep(m_titleHeader, title);
        }
    }
    if (!m_name.suffix.isEmpty() && !person.endsWith(m_name.suffix)) {
        keep(m_suffixHeader, m_name.suffix);
    }
}

void RowBuilder::putPhones()
{
    ClientValues& values = m_row.values;
    // A short single one is read once, with the record around it.
    constexpr qsizetype longestSingle = 16;
    const bool isSingle = m_mobiles.empty() && m_otherPhones.empty() && m_phones.size() == 1;
    if (isSingle && m_phones.front().size() <= longestSingle
        && !m_phones.front().startsWith(u'+')) {
        values.set(Field::Phone, m_phones.front());
        return;
    }
    // Of several the mobile is the phone: it is the one that is answered.
    QStringList phones;
    const auto add = [&phones](const QStringList& cells) {
        for (const QString& cell : cells) {
            for (const Phone& phone : parsePhones(cell)) {
                // With a country code it is the same wherever the client lives.
                const QString text = phone.raw.startsWith(u'+') ? phone.stored() : phone.raw;
                if (!phones.contains(text)) {
                    phones.append(text);
                }
            }
        }
    };
    add(m_mobiles);
    const qsizetype fromMobiles = phones.size();
    add(m_phones);
    if (fromMobiles == 0) {
        const auto mobile = std::find_if(phones.begin(), phones.end(), [](const QString& text) {
            return phoneFromStored(text).isMobile;
        });
        if (mobile != phones.end()) {
            std::rotate(phones.begin(), mobile, mobile + 1);
        }
    }
    add(m_otherPhones);
    const bool ownPhoneMissing = m_mobiles.empty() && m_phones.empty();
    values.set(Field::Phone, ownPhoneMissing ? QString() : phones.value(0));
    values.set(Field::OtherPhones, phones.mid(ownPhoneMissing ? 0 : 1).join(u';'));
}

void RowBuilder::putEmails()
{
    ClientValues& values = m_row.values;
    values.set(Field::Email, m_emails.value(0));
    QStringList others = m_emails.mid(1);
    others.append(m_otherEmails);
    values.set(Field::OtherEmails, others.join(u';'));
}

void RowBuilder::putType()
{
    ClientValues& values = m_row.values;
    const QString typed = standardizeValue(Field::Type, values.value(Field::Type), {});
    if (typed == QLatin1String("company") || typed == QLatin1String("person")) {
        return;
    }
    const NameKind kind = guessNameKind(values.value(Field::Name));
    const QString contact = cleanText(values.value(Field::Contact));
    const bool hasOwnContact = !contact.isEmpty() && contact != values.value(Field::Name);
    const bool isParts = !m_name.given.isEmpty() || !m_name.family.isEmpty();
    const bool isCompany = m_isCompany || kind == NameKind::Company
        || isCreditCode(normalizeCode(values.value(Field::CreditCode)));
    const bool isPerson
        = m_isPerson || kind == NameKind::Person || (kind == NameKind::Unknown && isParts);
    // Where nothing tells, a single word is more often a company than a person without a
    // surname.
    const bool company = isCompany || (hasOwnContact && !m_isPerson) || !isPerson;
    values.set(Field::Type, company ? QStringLiteral("company") : QStringLiteral("person"));
}

void RowBuilder::checkCode()
{
    ClientValues& values = m_row.values;
    if (!isNearIdNumber(values.value(Field::CreditCode))) {
        return;
    }
    const bool isCompany
        = standardizeValue(Field::Type, values.value(Field::Type), {}) == QLatin1String("company");
    if (!isCompany || !hasCreditCodeShape(normalizeCode(values.value(Field::CreditCode)))) {
        const QString number = values.value(Field::CreditCode);
        values.set(Field::CreditCode, {});
        m_column = m_codeColumn;
        takeSealed(Field::IdNumber, number);
        note(Field::CreditCode, "sealed_moved");
    }
}

} // namespace core
