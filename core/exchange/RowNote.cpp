#include "core/exchange/RowNote.h"

#include "core/standardize/SealedNumbers.h"
#include "core/validation/RuleLabels.h"

#include <algorithm>

namespace core {

namespace {

/// The fields that a column fills, the likeliest first.
std::vector<Field> fieldsOf(const Column& column)
{
    switch (column.use) {
    case ColumnUse::ToField:
    case ColumnUse::Sealed:
        return {column.field};
    case ColumnUse::Mobile:
        return {Field::Phone};
    case ColumnUse::MixedCode:
        return {Field::CreditCode, Field::IdNumber};
    case ColumnUse::GivenName:
    case ColumnUse::MiddleName:
    case ColumnUse::FamilyName:
    case ColumnUse::Organization:
        return {Field::Name};
    case ColumnUse::Address:
        return {Field::Street,
                Field::Province,
                Field::City,
                Field::District,
                Field::Postcode,
                Field::Country};
    case ColumnUse::NameTitle:
    case ColumnUse::NameSuffix:
    case ColumnUse::Custom:
    case ColumnUse::Ignored:
    case ColumnUse::LeftOut:
        break;
    }
    return {};
}

} // namespace

RowNotes::RowNotes(const ColumnMapping& mapping)
    : m_mapping(mapping)
{
    // A column of the field itself before one that only holds it among other things.
    for (const bool isItself : {true, false}) {
        for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
            const Column& column = mapping.columns[i];
            const bool isDirect
                = column.use == ColumnUse::ToField || column.use == ColumnUse::Sealed;
            for (const Field field : fieldsOf(column)) {
                if (isDirect == isItself && !m_columns.contains(int(field))) {
                    m_columns.insert(int(field), int(i));
                }
            }
        }
    }
}

void RowNotes::begin(RowNote& note, const CsvRow& source, const ImportRow& row) const
{
    note.line = source.line;
    note.rejection = row.rejection;
    note.name = row.values.value(Field::Name);
    if (!source.problem.isEmpty()) {
        return; // its cells are not where they belong
    }
    const auto columns = qsizetype(m_mapping.columns.size());
    for (qsizetype i = 0; i < std::max(source.cells.size(), columns); ++i) {
        const QString cell = source.cells.value(i).left(RowNote::longestCell);
        const bool isSealed
            = i < columns && m_mapping.columns[std::size_t(i)].use == ColumnUse::Sealed;
        note.cells.append(isSealed || isSealedNumber(cell)
                              ? (cell.trimmed().isEmpty() ? QString() : QStringLiteral("***"))
                              : withoutSealedNumbers(cell));
    }
    for (const RowFinding& finding : row.findings) {
        note.flaws.push_back(
            {finding.column, finding.field, finding.rule, ruleLabel(finding.rule)});
    }
}

void RowNotes::add(RowNote& note, const Findings& findings) const
{
    for (const Finding& finding : findings) {
        if (finding.severity != Severity::Note) {
            note.flaws.push_back({m_columns.value(int(finding.field), -1),
                                  finding.field,
                                  finding.rule,
                                  finding.message});
        }
    }
}

} // namespace core
