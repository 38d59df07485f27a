#include "app/ctl/MatchRows.h"

#include "core/duplicates/MatchText.h"
#include "core/exchange/HeaderWords.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/TextForm.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace ctl {

namespace {

QString keyOf(const QString& header)
{
    QString key;
    for (const QChar c : core::foldText(header)) {
        if (c.isLetterOrNumber()) {
            key.append(c);
        }
    }
    return key;
}

/// What an import would take the column for.
MatchPart partOfImports(const QString& header)
{
    const auto target = core::headerTarget(header);
    if (!target) {
        return MatchPart::None;
    }
    switch (target->use) {
    case core::ColumnUse::GivenName:
        return MatchPart::Given;
    case core::ColumnUse::FamilyName:
        return MatchPart::Family;
    case core::ColumnUse::Organization:
        return MatchPart::Organization;
    case core::ColumnUse::Address:
        return MatchPart::Street;
    case core::ColumnUse::MixedCode:
        return MatchPart::Code;
    case core::ColumnUse::Mobile:
        return MatchPart::Phone;
    case core::ColumnUse::Sealed:
        return target->field == core::Field::IdNumber ? MatchPart::Code : MatchPart::None;
    case core::ColumnUse::ToField:
        break;
    case core::ColumnUse::Ignored:
    case core::ColumnUse::LeftOut:
    case core::ColumnUse::Custom:
    case core::ColumnUse::MiddleName:
    case core::ColumnUse::NameTitle:
    case core::ColumnUse::NameSuffix:
        return MatchPart::None;
    }
    static const QHash<core::Field, MatchPart> parts{{core::Field::Name, MatchPart::Name},
                                                     {core::Field::Contact, MatchPart::Contact},
                                                     {core::Field::Phone, MatchPart::Phone},
                                                     {core::Field::OtherPhones, MatchPart::Phone},
                                                     {core::Field::Email, MatchPart::Email},
                                                     {core::Field::OtherEmails, MatchPart::Email},
                                                     {core::Field::Province, MatchPart::Province},
                                                     {core::Field::City, MatchPart::City},
                                                     {core::Field::District, MatchPart::District},
                                                     {core::Field::Street, MatchPart::Street},
                                                     {core::Field::Postcode, MatchPart::Postcode},
                                                     {core::Field::CreditCode, MatchPart::Code},
                                                     {core::Field::Notes, MatchPart::Notes}};
    return parts.value(target->field, MatchPart::None);
}

MatchPart partOf(const QString& header)
{
    static const QHash<QString, MatchPart> known = [] {
        QHash<QString, MatchPart> map;
        const auto add = [&map](MatchPart part, std::initializer_list<const char16_t*> headers) {
            for (const char16_t* name : headers) {
                map.insert(keyOf(QString::fromUtf16(name)), part);
            }
        };
        add(MatchPart::Name,
            {u"name",
             u"client name",
             u"customer",
             u"full name",
             u"title",
             u"名称",
             u"客户名称",
             u"姓名"});
        add(MatchPart::Given, {u"given name", u"first name", u"firstname", u"givenname", u"名"});
        add(MatchPart::Family, {u"surname", u"last name", u"family name", u"lastname", u"姓"});
        add(MatchPart::Contact, {u"contact", u"contact person", u"联系人"});
        add(MatchPart::Phone,
            {u"phone",
             u"telephone",
             u"fax",
             u"传真",
             u"tel",
             u"mobile",
             u"phone number",
             u"电话",
             u"手机",
             u"联系电话"});
        add(MatchPart::Email, {u"email", u"e-mail", u"mail", u"电子邮箱", u"邮箱"});
        add(MatchPart::Province, {u"province", u"state", u"region", u"省"});
        add(MatchPart::City, {u"city", u"suburb", u"town", u"市", u"城市"});
        add(MatchPart::District, {u"district", u"county", u"区", u"区县"});
        add(MatchPart::StreetNumber, {u"street number", u"house number", u"number"});
        add(MatchPart::Street,
            {u"street",
             u"address",
             u"address 1",
             u"address1",
             u"addr",
             u"address 2",
             u"address2",
             u"详细地址",
             u"地址"});
        add(MatchPart::Postcode,
            {u"postcode", u"postal code", u"zip", u"zip code", u"邮编", u"邮政编码"});
        add(MatchPart::Code,
            {u"code",
             u"credit code",
             u"id number",
             u"soc sec id",
             u"ssn",
             u"tax id",
             u"vat",
             u"ein",
             u"统一社会信用代码",
             u"信用代码",
             u"身份证号"});
        add(MatchPart::Birth,
            {u"dob", u"date of birth", u"birth date", u"birthday", u"出生日期", u"生日"});
        add(MatchPart::Type, {u"client type", u"customer type", u"kind", u"客户类型"});
        add(MatchPart::Notes,
            {u"notes", u"note", u"remarks", u"remark", u"comment", u"comments", u"备注", u"说明"});
        add(MatchPart::Industry, {u"industry", u"行业", u"所属行业"});
        return map;
    }();
    const MatchPart part = known.value(keyOf(header), MatchPart::None);
    return part == MatchPart::None ? partOfImports(header) : part;
}

/// A company's column is the name where no person stands beside it. Where no column is called a name at all: "Site name",
/// 门店名称, the first of them.
void findName(const QStringList& headers, std::vector<MatchPart>& parts)
{
    const auto there = [&parts](MatchPart part) {
        return std::find(parts.begin(), parts.end(), part) != parts.end();
    };
    if (there(MatchPart::Name) || there(MatchPart::Given) || there(MatchPart::Family)) {
        return;
    }
    if (there(MatchPart::Organization)) {
        std::replace(parts.begin(), parts.end(), MatchPart::Organization, MatchPart::Name);
        return;
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const QString key = keyOf(headers[qsizetype(i)]);
        if (parts[i] == MatchPart::None
            && (key.endsWith(QStringLiteral("name")) || key.endsWith(QStringLiteral("名称"))
                || key.endsWith(QStringLiteral("姓名")))) {
            parts[i] = MatchPart::Name;
            return;
        }
    }
}

QString partName(MatchPart part)
{
    static const QHash<int, QString> names{
        {int(MatchPart::Name), QStringLiteral("name")},
        {int(MatchPart::Organization), QStringLiteral("company_name")},
        {int(MatchPart::Given), QStringLiteral("given_name")},
        {int(MatchPart::Family), QStringLiteral("surname")},
        {int(MatchPart::Contact), QStringLiteral("contact")},
        {int(MatchPart::Phone), QStringLiteral("phone")},
        {int(MatchPart::Email), QStringLiteral("email")},
        {int(MatchPart::Province), QStringLiteral("province")},
        {int(MatchPart::City), QStringLiteral("city")},
        {int(MatchPart::District), QStringLiteral("district")},
        {int(MatchPart::StreetNumber), QStringLiteral("street_number")},
        {int(MatchPart::Street), QStringLiteral("street")},
        {int(MatchPart::Postcode), QStringLiteral("postcode")},
        {int(MatchPart::Code), QStringLiteral("code")},
        {int(MatchPart::Birth), QStringLiteral("birth_date")},
        {int(MatchPart::Type), QStringLiteral("type")},
        {int(MatchPart::Industry), QStringLiteral("industry")},
        {int(MatchPart::Notes), QStringLiteral("notes")}};
    return names.value(int(part));
}

struct RowParts
{
    QString given;
    QString family;
    QString organization;
    QString number;
    QStringList street;
};

void put(core::MatchRecord& record, RowParts& parts, MatchPart part, const QString& cell)
{
    switch (part) {
    case MatchPart::None:
        break;
    case MatchPart::Name:
        record.name = cell;
        break;
    case MatchPart::Organization:
        parts.organization = cell;
        break;
    case MatchPart::Given:
        parts.given = cell;
        break;
    case MatchPart::Family:
        parts.family = cell;
        break;
    case MatchPart::Contact:
        record.contact = cell;
        break;
    case MatchPart::Phone:
        record.phone += (record.phone.isEmpty() ? QString() : QStringLiteral(";")) + cell;
        break;
    case MatchPart::Email:
        record.email += (record.email.isEmpty() ? QString() : QStringLiteral(";")) + cell;
        break;
    case MatchPart::Province:
        record.province = cell;
        break;
    case MatchPart::City:
        record.city = cell;
        break;
    case MatchPart::District:
        record.district = cell;
        break;
    case MatchPart::StreetNumber:
        parts.number = cell;
        break;
    case MatchPart::Street:
        parts.street.append(cell);
        break;
    case MatchPart::Postcode:
        record.postcode = cell;
        break;
    case MatchPart::Code:
        record.code = cell;
        break;
    case MatchPart::Birth:
        record.birthDate = cell;
        break;
    case MatchPart::Type:
        record.type = cell.toLower();
        break;
    case MatchPart::Industry:
        record.industry = cell;
        break;
    case MatchPart::Notes:
        record.notes += (record.notes.isEmpty() ? QString() : QStringLiteral("\n")) + cell;
        break;
    }
}

core::MatchRecord recordOf(const core::CsvRow& row, const std::vector<MatchPart>& parts)
{
    core::MatchRecord record;
    RowParts rest;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (const QString cell = core::cleanText(row.cells.value(qsizetype(i))); !cell.isEmpty()) {
            put(record, rest, parts[i], cell);
        }
    }
    if (record.name.isEmpty()) {
        record.name = core::joinName(rest.given, {}, rest.family);
        record.type = QStringLiteral("person");
    }
    if (!rest.organization.isEmpty()) { // whoever stands beside it is its contact
        record.contact = record.contact.isEmpty() ? record.name : record.contact;
        record.name = rest.organization;
        record.type = QStringLiteral("company");
    }
    record.street = QStringList{rest.number, rest.street.join(u' ')}.join(u' ').trimmed();
    return record;
}

core::Error unknownColumn(const QString& name)
{
    return {
        core::ErrorCode::Invalid,
        QCoreApplication::translate("ctl::MatchFile", "The file has no column \"%1\".").arg(name),
        {}};
}

} // namespace

core::Result<MatchRows>
MatchRows::open(const QString& file, const QString& idColumn, const QMap<QString, QString>& map)
{
    auto reader = core::CsvReader::open(file);
    if (!reader) {
        return reader.error();
    }
    MatchRows rows(*std::move(reader));
    auto header = rows.m_reader.next();
    if (!header) {
        return header.error();
    }
    if (auto done = rows.readHeader(*header ? (*header)->cells : QStringList(), idColumn, map);
        !done) {
        return done.error();
    }
    return rows;
}

core::Result<> MatchRows::readHeader(const QStringList& names,
                                     const QString& idColumn,
                                     const QMap<QString, QString>& map)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString name = names[i].trimmed();
        MatchPart part = partOf(name);
        if (const auto wanted = map.find(name); wanted != map.end()) {
            part = partOf(*wanted);
            if (part == MatchPart::None && !wanted->isEmpty()) {
                return core::Error{core::ErrorCode::Invalid,
                                   QCoreApplication::translate(
                                       "ctl::MatchFile", "\"%1\" is no field that matching knows.")
                                       .arg(*wanted),
                                   {}};
            }
        }
        if (name == idColumn) { // names a record, holds nothing to compare
            m_id = i;
            part = MatchPart::None;
        }
        m_parts.push_back(part);
    }
    findName(names, m_parts);
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_mapping.insert(names[i].trimmed(), partName(m_parts[std::size_t(i)]));
    }
    if (m_id < 0) {
        return unknownColumn(idColumn);
    }
    for (auto wanted = map.begin(); wanted != map.end(); ++wanted) {
        if (!names.contains(wanted.key())) {
            return unknownColumn(wanted.key());
        }
    }
    return {};
}

QString MatchRows::id(std::int64_t key) const
{
    const auto place = std::size_t(key);
    const std::size_t begin = place == 0 ? 0 : m_ends[place - 1];
    return QString::fromUtf8(m_ids.constData() + begin, qsizetype(m_ends[place] - begin));
}

core::Result<std::optional<core::MatchRecord>> MatchRows::next()
{
    while (true) {
        auto row = m_reader.next();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return std::optional<core::MatchRecord>();
        }
        if ((*row)->cells.isEmpty()) {
            continue;
        }
        std::optional<core::MatchRecord> record = recordOf(**row, m_parts);
        const QString id = (*row)->cells.value(m_id);
        record->key = size();
        record->order = core::hashOf(
            0,
            core::TextView(reinterpret_cast<const char16_t*>(id.utf16()), std::size_t(id.size())));
        m_ids.append(id.toUtf8());
        m_ends.push_back(std::size_t(m_ids.size()));
        return record;
    }
}

} // namespace ctl
