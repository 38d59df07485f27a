#include "core/exchange/ColumnMapping.h"

#include "core/exchange/CsvWriter.h"
#include "core/records/ClientStandardizer.h"
#include "core/security/UserStore.h"
#include "core/standardize/Codes.h"
#include "core/standardize/Email.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/Phone.h"
#include "core/standardize/SealedNumbers.h"
#include "core/standardize/TextForm.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr double half = 0.5;
constexpr double most = 0.6;
constexpr double nearlyAll = 0.8;

ColumnTarget toField(Field field)
{
    return {ColumnUse::ToField, field};
}

/// What the cells of one column look like, as shares of those that are filled.
class ColumnContent
{
public:
    ColumnContent(const std::vector<QStringList>& sample, qsizetype column)
    {
        constexpr std::size_t enough = 200;
        for (const QStringList& row : sample) {
            if (m_cells.size() >= enough) {
                break;
            }
            const QString cell = cleanText(unguardedCell(row.value(column)));
            if (!cell.isEmpty()) {
                m_cells.push_back(cell);
            }
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_cells.empty(); }

    [[nodiscard]] double share(const auto& test) const
    {
        return m_cells.empty()
            ? 0.0
            : double(std::count_if(m_cells.begin(), m_cells.end(), test)) / double(m_cells.size());
    }

    [[nodiscard]] double sealed() const
    {
        return share([](const QString& cell) { return isSealedNumber(cell); });
    }
    [[nodiscard]] double creditCodes() const
    {
        return share([](const QString& cell) {
            const QString code = normalizeCode(cell);
            return hasCreditCodeShape(code) || isOldRegistrationNumber(code);
        });
    }
    [[nodiscard]] double damaged() const
    {
        return share([](const QString& cell) { return isDamagedCode(cell); });
    }
    [[nodiscard]] double emails() const
    {
        return share([](const QString& cell) {
            return cell.contains(u'@') && isEmail(splitEmails(cell).value(0));
        });
    }
    [[nodiscard]] double phones() const
    {
        return share([](const QString& cell) {
            // A bare number of few digits may be anything.
            const std::vector<Phone> phones = parsePhones(cell);
            return !phones.empty() && phones.front().isValid() && cell.size() >= 10;
        });
    }
    [[nodiscard]] double names() const
    {
        return share([](const QString& cell) {
            return guessNameKind(cell) != NameKind::Unknown && !isNoName(cell);
        });
    }
    [[nodiscard]] double companies() const
    {
        return share([](const QString& cell) {
            return guessNameKind(cell) == NameKind::Company && !isNoName(cell);
        });
    }
    /// Kinds and classes ("个体", "公司") repeat, names do not.
    [[nodiscard]] bool isVaried() const
    {
        constexpr std::size_t fewRows = 4;
        const QSet<QString> different(m_cells.begin(), m_cells.end());
        return m_cells.size() < fewRows || std::size_t(different.size()) * 2 > m_cells.size();
    }
    /// Words that the field knows ("person", "个人客户").
    [[nodiscard]] double known(Field field) const
    {
        return share([field](const QString& cell) {
            return fieldWords(field).contains(standardizeValue(field, cell, {}));
        });
    }
    [[nodiscard]] double titles() const
    {
        return share([](const QString& cell) { return isNameTitle(cell); });
    }
    [[nodiscard]] double ownIds() const
    {
        static const QRegularExpression id(QStringLiteral("^CUST\\d{12,}$"),
                                           QRegularExpression::CaseInsensitiveOption);
        return share([](const QString& cell) { return id.match(cell).hasMatch(); });
    }
    [[nodiscard]] double users(const QSet<QString>& known) const
    {
        return share([&known](const QString& cell) { return known.contains(userNameKey(cell)); });
    }

private:
    /// Reachable by it, or an address: 中关村大街1号, 北京市海淀区.
    static bool isNoName(const QString& cell)
    {
        static const QRegularExpression value(
            QStringLiteral(R"(@|\d{3,}|^https?:|\d+[号室楼栋弄]|[省市区县镇乡路街巷]$)"));
        return value.match(cell).hasMatch();
    }
    static QStringList fieldWords(Field field)
    {
        if (field == Field::Type) {
            return {QStringLiteral("company"), QStringLiteral("person")};
        }
        if (field == Field::Activity) {
            return {
                QStringLiteral("active"), QStringLiteral("potential"), QStringLiteral("dormant")};
        }
        return {QStringLiteral("client"), QStringLiteral("visit"), QStringLiteral("third_party")};
    }

    std::vector<QString> m_cells;
};

/// Status, version and times are the office's own only beside the ids of an export of ours; in other files they are the
/// person's data.
bool isOwnExport(const TableLayout& layout, const std::vector<QStringList>& sample)
{
    for (qsizetype i = 0; i < layout.columns(); ++i) {
        if (headerTarget(layout.headers[i]) == toField(Field::Id)
            && ColumnContent(sample, i).ownIds() >= half) {
            return true;
        }
    }
    return false;
}

/// What the header says, unless the cells say otherwise.
ColumnTarget
confirmed(const ColumnTarget& target, const ColumnContent& content, const MappingHints& hints)
{
    const bool isCode = target == toField(Field::CreditCode) || target.use == ColumnUse::MixedCode;
    if (isCode) {
        const bool some = content.creditCodes() > 0.0 || content.isEmpty()
            || target.use == ColumnUse::MixedCode;
        return content.sealed() > half && !some ? ColumnTarget{ColumnUse::Sealed, {}}
            : content.sealed() > 0.0            ? ColumnTarget{ColumnUse::MixedCode, {}}
                                                : target;
    }
    if (target.use != ColumnUse::Sealed && content.sealed() > half) {
        return {ColumnUse::Sealed, {}};
    }
    if (target.use != ColumnUse::ToField || content.isEmpty()) {
        return target;
    }
    bool fits = true;
    if (target.field == Field::Type || target.field == Field::Activity
        || target.field == Field::Source) {
        fits = content.known(target.field) >= half;
    } else if (target.field == Field::Owner) {
        fits = !hints.usersKnown || content.users(hints.users) > 0.0;
    } else if (target.field == Field::Id) {
        fits = content.ownIds() >= half; // another program's numbers name no client of ours
    }
    return fits ? target : ColumnTarget{};
}

/// Where the header says nothing.
ColumnTarget fromContent(const ColumnContent& content)
{
    if (content.isEmpty()) {
        return {};
    }
    const double codes = content.creditCodes();
    const double sealed = content.sealed();
    if (codes > 0.0 && codes + sealed + content.damaged() >= most && codes >= 0.05) {
        return sealed > 0.0 ? ColumnTarget{ColumnUse::MixedCode, {}} : toField(Field::CreditCode);
    }
    if (sealed > half) {
        return {ColumnUse::Sealed, {}};
    }
    if (content.emails() >= most) {
        return toField(Field::Email);
    }
    if (content.phones() >= nearlyAll) {
        return toField(Field::Phone);
    }
    return {};
}

/// Fields of which a file may have several columns.
bool isRepeatable(const ColumnTarget& target)
{
    if (target.use == ColumnUse::ToField) {
        constexpr std::array many{Field::Phone,
                                  Field::OtherPhones,
                                  Field::Email,
                                  Field::OtherEmails,
                                  Field::Notes,
                                  Field::Tags};
        return std::find(many.begin(), many.end(), target.field) != many.end();
    }
    return target.use == ColumnUse::Ignored || target.use == ColumnUse::LeftOut
        || target.use == ColumnUse::Custom || target.use == ColumnUse::Sealed
        || target.use == ColumnUse::MixedCode || target.use == ColumnUse::Mobile;
}

/// No header names the client: the column that holds most names of companies, else of people.
void findNames(ColumnMapping& mapping, const std::vector<ColumnContent>& contents)
{
    Column* best = nullptr;
    double bestShare = half;
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        if (mapping.columns[i].use != ColumnUse::Ignored) {
            continue;
        }
        const double share = contents[i].names() + contents[i].companies() * half;
        if (share > bestShare && contents[i].isVaried()) {
            bestShare = share;
            best = &mapping.columns[i];
        }
    }
    if (best != nullptr) {
        best->target() = toField(Field::Name);
    }
}

/// Words that mean one thing beside some columns, and another beside others.
void settleNameWord(ColumnMapping& mapping, Column& column, const ColumnContent& content)
{
    const QString header = foldHeader(column.header);
    // "Title" is Mr or Ms or Dr, else the position, where no other column says it.
    if (header == QLatin1String("title") && column.use == ColumnUse::Ignored
        && !content.isEmpty()) {
        constexpr ColumnTarget title{ColumnUse::NameTitle, {}};
        if (content.titles() >= half) {
            column.target() = mapping.has(title) ? ColumnTarget{} : title; // one title for a name
        } else if (!mapping.has(toField(Field::Position))) {
            column.target() = toField(Field::Position);
        }
    }
    // 名字 beside 姓 is the given name, alone it is the whole one.
    if (header == QStringLiteral("名字") && column.target() == toField(Field::Name)
        && mapping.has({ColumnUse::FamilyName, {}}) && !mapping.has({ColumnUse::GivenName, {}})) {
        column.target() = {ColumnUse::GivenName, {}};
    }
}

} // namespace

Result<> ColumnMapping::set(QStringView column, QStringView target)
{
    const QString wanted = cleanText(column);
    auto found = std::find_if(
        columns.begin(), columns.end(), [&wanted](const Column& c) { return c.header == wanted; });
    if (found == columns.end()) {
        const QString folded = foldHeader(column);
        found = std::find_if(columns.begin(), columns.end(), [&folded](const Column& c) {
            return !folded.isEmpty() && foldHeader(c.header) == folded;
        });
    }
    bool isNumber = false;
    const int number = wanted.toInt(&isNumber);
    if (found == columns.end() && isNumber && number >= 1
        && std::size_t(number) <= columns.size()) {
        found = columns.begin() + (number - 1);
    }
    if (found == columns.end()) {
        return Error{
            ErrorCode::Invalid,
            QCoreApplication::translate("core::ColumnMapping", "The file has no column \"%1\".")
                .arg(wanted),
            {}};
    }
    const qsizetype colon = target.indexOf(u':');
    const QString word = (colon < 0 ? target : target.left(colon)).toString();
    const QString customName = colon < 0 ? QString() : cleanText(target.mid(colon + 1));
    const auto parsed = columnUseByName(word);
    const bool isNamed = colon >= 0;
    if (!parsed || (isNamed && (parsed->use != ColumnUse::Custom || customName.isEmpty()))) {
        return Error{ErrorCode::Invalid,
                     QCoreApplication::translate("core::ColumnMapping",
                                                 "\"%1\" is no field that an import can fill.")
                         .arg(target),
                     {}};
    }
    if (found->use == ColumnUse::Sealed && parsed->use != ColumnUse::LeftOut
        && parsed->use != ColumnUse::Sealed) {
        return Error{
            ErrorCode::Unsupported,
            QCoreApplication::translate("core::ColumnMapping",
                                        "The column \"%1\" holds ID numbers or bank accounts, "
                                        "which come in confidential or not at all: id_number, "
                                        "bank_account, or leave it out.")
                .arg(found->header),
            {}};
    }
    // The word of a column says less than the column itself knows: "phone" of a column of mobiles.
    if (columnUseName(*found) != columnUseName(*parsed) || parsed->use == ColumnUse::LeftOut) {
        found->target() = *parsed;
    }
    found->chosen = true;
    found->customName = customName == found->header ? QString() : customName;
    if (!isRepeatable(found->target())) {
        for (Column& other : columns) {
            if (&other != &*found && other.target() == found->target()) {
                other.target() = {};
            }
        }
    }
    return {};
}

QStringList ColumnMapping::headersOf(ColumnUse use) const
{
    QStringList headers;
    for (const Column& column : columns) {
        if (column.use == use) {
            headers.append(column.header);
        }
    }
    return headers;
}

bool ColumnMapping::hasName() const
{
    return std::any_of(columns.begin(), columns.end(), [](const Column& c) {
        return c.target() == toField(Field::Name) || c.use == ColumnUse::Organization
            || c.use == ColumnUse::GivenName || c.use == ColumnUse::FamilyName;
    });
}

bool ColumnMapping::has(const ColumnTarget& target) const
{
    return std::any_of(columns.begin(), columns.end(), [&target](const Column& c) {
        return c.target() == target;
    });
}

QStringList ColumnMapping::unmappedColumns() const
{
    QStringList headers;
    for (const Column& column : columns) {
        if (column.use == ColumnUse::Ignored && column.filled) {
            headers.append(column.header);
        }
    }
    return headers;
}

void ColumnMapping::keepUnmapped()
{
    for (Column& column : columns) {
        if (column.use == ColumnUse::Ignored) {
            column.target() = {ColumnUse::Custom, {}};
        }
    }
}

QString Column::word() const
{
    const QString plain = columnUseName(*this);
    return customName.isEmpty() ? plain : QString(plain + u':' + customName);
}

QString ColumnMapping::toJson() const
{
    QJsonObject words;
    for (const Column& column : columns) {
        words.insert(column.header, column.word());
    }
    return QString::fromUtf8(QJsonDocument(words).toJson(QJsonDocument::Compact));
}

Result<> ColumnMapping::take(const QJsonObject& words)
{
    for (auto word = words.begin(); word != words.end(); ++word) {
        const QString wanted = cleanText(word.key());
        const auto column = std::find_if(columns.begin(),
                                         columns.end(),
                                         [&wanted](const Column& c) { return c.header == wanted; });
        // What is sealed stays so, and a column of another file is no mistake.
        if (column == columns.end() || column->use == ColumnUse::Sealed) {
            continue;
        }
        if (auto done = set(word.key(), word.value().toString()); !done) {
            return done;
        }
    }
    return {};
}

ColumnMapping proposeMapping(const TableLayout& layout,
                             const std::vector<QStringList>& sample,
                             const MappingHints& hints)
{
    ColumnMapping mapping;
    std::vector<ColumnContent> contents;
    const bool hasHeader = layout.headerRow >= 0;
    const bool isOwn = hasHeader && isOwnExport(layout, sample);
    for (qsizetype i = 0; i < layout.columns(); ++i) {
        contents.emplace_back(sample, i);
        const ColumnContent& content = contents.back();
        Column column;
        column.header = layout.headers[i];
        const auto said = hasHeader ? headerTarget(column.header) : std::nullopt;
        const bool isOfficeField
            = said && said->use == ColumnUse::LeftOut && said->field != Field::Id;
        column.target() = isOfficeField && !isOwn ? ColumnTarget{}
            : said                                ? confirmed(*said, content, hints)
                                                  : fromContent(content);
        column.filled = !content.isEmpty();
        column.damagedNumbers = content.damaged() > 0.0;
        if (!isRepeatable(column.target()) && mapping.has(column.target())) {
            // The first such column is it, unless it is empty and this one is not.
            const auto first = std::find_if(
                mapping.columns.begin(), mapping.columns.end(), [&column](const Column& c) {
                    return c.target() == column.target();
                });
            const bool better = contents[std::size_t(first - mapping.columns.begin())].isEmpty()
                && !content.isEmpty();
            (better ? first->target() : column.target()) = {};
        }
        mapping.columns.push_back(std::move(column));
    }
    for (std::size_t i = 0; i < mapping.columns.size() && hasHeader; ++i) {
        settleNameWord(mapping, mapping.columns[i], contents[i]);
    }
    if (!mapping.hasName()) {
        findNames(mapping, contents);
    }
    return mapping;
}

} // namespace core
