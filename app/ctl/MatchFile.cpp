#include "app/ctl/MatchFile.h"

#include "core/duplicates/DuplicateEngine.h"
#include "core/exchange/CsvReader.h"
#include "core/exchange/CsvWriter.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/TextForm.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHash>

#include <numeric>

namespace ctl {

namespace {

/// Where a column's text goes in a MatchRecord.
enum class Part
{
    None,
    Name,
    Given,
    Family,
    Contact,
    Phone,
    Email,
    Province,
    City,
    District,
    StreetNumber,
    Street,
    Postcode,
    Code,
    Birth,
    Type,
    Industry,
    Notes
};

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

Part partOf(const QString& header)
{
    static const QHash<QString, Part> known = [] {
        QHash<QString, Part> map;
        const auto add = [&map](Part part, std::initializer_list<const char16_t*> headers) {
            for (const char16_t* name : headers) {
                map.insert(keyOf(QString::fromUtf16(name)), part);
            }
        };
        add(Part::Name,
            {u"name",
             u"client name",
             u"customer",
             u"full name",
             u"company name",
             u"account name",
             u"title",
             u"名称",
             u"客户名称",
             u"姓名",
             u"公司名称"});
        add(Part::Given, {u"given name", u"first name", u"firstname", u"givenname", u"名"});
        add(Part::Family, {u"surname", u"last name", u"family name", u"lastname", u"姓"});
        add(Part::Contact, {u"contact", u"contact person", u"联系人"});
        add(Part::Phone,
            {u"phone",
             u"telephone",
             u"tel",
             u"mobile",
             u"phone number",
             u"电话",
             u"手机",
             u"联系电话"});
        add(Part::Email, {u"email", u"e-mail", u"mail", u"电子邮箱", u"邮箱"});
        add(Part::Province, {u"province", u"state", u"region", u"省"});
        add(Part::City, {u"city", u"suburb", u"town", u"市", u"城市"});
        add(Part::District, {u"district", u"county", u"区", u"区县"});
        add(Part::StreetNumber, {u"street number", u"house number", u"number"});
        add(Part::Street,
            {u"street",
             u"address",
             u"address 1",
             u"address1",
             u"addr",
             u"address 2",
             u"address2",
             u"详细地址",
             u"地址"});
        add(Part::Postcode,
            {u"postcode", u"postal code", u"zip", u"zip code", u"邮编", u"邮政编码"});
        add(Part::Code,
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
        add(Part::Birth,
            {u"dob", u"date of birth", u"birth date", u"birthday", u"出生日期", u"生日"});
        add(Part::Type, {u"client type", u"customer type", u"kind", u"客户类型"});
        add(Part::Notes,
            {u"notes", u"note", u"remarks", u"remark", u"comment", u"comments", u"备注", u"说明"});
        add(Part::Industry, {u"industry", u"行业", u"所属行业"});
        return map;
    }();
    return known.value(keyOf(header), Part::None);
}

QString partName(Part part)
{
    static const QHash<int, QString> names{
        {int(Part::Name), QStringLiteral("name")},
        {int(Part::Given), QStringLiteral("given_name")},
        {int(Part::Family), QStringLiteral("surname")},
        {int(Part::Contact), QStringLiteral("contact")},
        {int(Part::Phone), QStringLiteral("phone")},
        {int(Part::Email), QStringLiteral("email")},
        {int(Part::Province), QStringLiteral("province")},
        {int(Part::City), QStringLiteral("city")},
        {int(Part::District), QStringLiteral("district")},
        {int(Part::StreetNumber), QStringLiteral("street_number")},
        {int(Part::Street), QStringLiteral("street")},
        {int(Part::Postcode), QStringLiteral("postcode")},
        {int(Part::Code), QStringLiteral("code")},
        {int(Part::Birth), QStringLiteral("birth_date")},
        {int(Part::Type), QStringLiteral("type")},
        {int(Part::Industry), QStringLiteral("industry")},
        {int(Part::Notes), QStringLiteral("notes")}};
    return names.value(int(part));
}

struct RowParts
{
    QString given;
    QString family;
    QString number;
    QStringList street;
};

void put(core::MatchRecord& record, RowParts& parts, Part part, const QString& cell)
{
    switch (part) {
    case Part::None:
        break;
    case Part::Name:
        record.name = cell;
        break;
    case Part::Given:
        parts.given = cell;
        break;
    case Part::Family:
        parts.family = cell;
        break;
    case Part::Contact:
        record.contact = cell;
        break;
    case Part::Phone:
        record.phone += (record.phone.isEmpty() ? QString() : QStringLiteral(";")) + cell;
        break;
    case Part::Email:
        record.email += (record.email.isEmpty() ? QString() : QStringLiteral(";")) + cell;
        break;
    case Part::Province:
        record.province = cell;
        break;
    case Part::City:
        record.city = cell;
        break;
    case Part::District:
        record.district = cell;
        break;
    case Part::StreetNumber:
        parts.number = cell;
        break;
    case Part::Street:
        parts.street.append(cell);
        break;
    case Part::Postcode:
        record.postcode = cell;
        break;
    case Part::Code:
        record.code = cell;
        break;
    case Part::Birth:
        record.birthDate = cell;
        break;
    case Part::Type:
        record.type = cell.toLower();
        break;
    case Part::Industry:
        record.industry = cell;
        break;
    case Part::Notes:
        record.notes += (record.notes.isEmpty() ? QString() : QStringLiteral("\n")) + cell;
        break;
    }
}

core::Error unknownColumn(const QString& name)
{
    return {
        core::ErrorCode::Invalid,
        QCoreApplication::translate("ctl::MatchFile", "The file has no column \"%1\".").arg(name),
        {}};
}

core::Result<>
writeClusters(const QString& file, const QStringList& ids, const core::MatchResult& found)
{
    std::vector<std::size_t> cluster(std::size_t(ids.size()));
    std::iota(cluster.begin(), cluster.end(), found.clusters.size());
    for (std::size_t number = 0; number < found.clusters.size(); ++number) {
        for (const std::int64_t member : found.clusters[number]) {
            cluster[std::size_t(member)] = number;
        }
    }
    auto writer = core::CsvWriter::createForPrograms(file);
    if (!writer) {
        return writer.error();
    }
    if (auto done = writer->write({QStringLiteral("id"), QStringLiteral("cluster")}, false);
        !done) {
        return done;
    }
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (auto done = writer->write({ids[i], QString::number(cluster[std::size_t(i)])}, false);
            !done) {
            return done;
        }
    }
    auto finished = writer->finish();
    return finished ? core::Result<>() : core::Result<>(finished.error());
}

core::Result<>
writePairs(const QString& file, const QStringList& ids, const std::vector<core::MatchPair>& pairs)
{
    auto writer = core::CsvWriter::createForPrograms(file);
    if (!writer) {
        return writer.error();
    }
    if (auto done = writer->write(
            {QStringLiteral("id_a"), QStringLiteral("id_b"), QStringLiteral("score")}, false);
        !done) {
        return done;
    }
    for (const core::MatchPair& pair : pairs) {
        if (auto done
            = writer->write({ids[pair.a], ids[pair.b], QString::number(pair.score, 'f', 6)}, false);
            !done) {
            return done;
        }
    }
    auto finished = writer->finish();
    return finished ? core::Result<>() : core::Result<>(finished.error());
}

/// What each column holds; the id's own column holds nothing to compare.
struct Columns
{
    std::vector<Part> parts;
    qsizetype id = -1;
};

core::Result<Columns>
columnsOf(const QStringList& names, const MatchFileOptions& options, QJsonObject& mapping)
{
    Columns columns;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString name = names[i].trimmed();
        Part part = partOf(name);
        if (const auto wanted = options.map.find(name); wanted != options.map.end()) {
            part = partOf(*wanted);
            if (part == Part::None && !wanted->isEmpty()) {
                return core::Error{core::ErrorCode::Invalid,
                                   QCoreApplication::translate(
                                       "ctl::MatchFile", "\"%1\" is no field that matching knows.")
                                       .arg(*wanted),
                                   {}};
            }
        }
        if (name == options.idColumn) {
            columns.id = i;
            part = Part::None;
        }
        columns.parts.push_back(part);
        mapping.insert(name, partName(part));
    }
    if (columns.id < 0) {
        return unknownColumn(options.idColumn);
    }
    for (auto wanted = options.map.begin(); wanted != options.map.end(); ++wanted) {
        if (!names.contains(wanted.key())) {
            return unknownColumn(wanted.key());
        }
    }
    return columns;
}

core::MatchRecord recordOf(const core::CsvRow& row, const std::vector<Part>& parts)
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
    record.street = QStringList{rest.number, rest.street.join(u' ')}.join(u' ').trimmed();
    return record;
}

} // namespace

core::Result<MatchFileReport> matchFile(const MatchFileOptions& options, core::Progress& progress)
{
    QElapsedTimer timer;
    timer.start();
    auto reader = core::CsvReader::open(options.file);
    if (!reader) {
        return reader.error();
    }
    auto header = reader->next();
    if (!header) {
        return header.error();
    }
    MatchFileReport report;
    auto columns = columnsOf(*header ? (*header)->cells : QStringList(), options, report.mapping);
    if (!columns) {
        return columns.error();
    }
    core::DuplicateEngine engine;
    QStringList ids;
    while (true) {
        auto row = reader->next();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            break;
        }
        if ((*row)->cells.isEmpty()) {
            continue;
        }
        core::MatchRecord record = recordOf(**row, columns->parts);
        record.key = ids.size();
        ids.append((*row)->cells.value(columns->id));
        engine.add(record);
    }
    core::MatchOptions match;
    match.minScore = options.minScore;
    auto found = engine.run(match, progress);
    if (!found) {
        return found.error();
    }
    if (auto done = writePairs(options.output, ids, options.minScore ? found->asked : found->pairs);
        !done) {
        return done.error();
    }
    if (!options.clusters.isEmpty()) {
        if (auto done = writeClusters(options.clusters, ids, *found); !done) {
            return done.error();
        }
    }
    constexpr double milliseconds = 1000.0;
    report.records = ids.size();
    report.pairs = std::int64_t((options.minScore ? found->asked : found->pairs).size());
    report.clusters = std::int64_t(found->clusters.size());
    report.seconds = double(timer.elapsed()) / milliseconds;
    return report;
}

} // namespace ctl
