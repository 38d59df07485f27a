#include "core/exchange/ImportTally.h"

#include "core/standardize/SealedNumbers.h"

namespace core {

namespace {

constexpr std::size_t mostDamagedLines = 1000;
constexpr qsizetype mostUnknownOwners = 100;

} // namespace

ImportTally::ImportTally(const ColumnMapping& mapping, ImportResult& result)
    : m_mapping(mapping)
    , m_result(result)
    , m_filled(mapping.columns.size(), false)
{ }

void ImportTally::note(const CsvRow& source, const ImportRow& row)
{
    const auto& columns = m_mapping.columns;
    for (std::size_t i = 0; i < columns.size() && qsizetype(i) < source.cells.size(); ++i) {
        const bool isUnused
            = columns[i].use == ColumnUse::Ignored || columns[i].use == ColumnUse::LeftOut;
        if (!m_filled[i] && isUnused && !source.cells[qsizetype(i)].trimmed().isEmpty()) {
            m_filled[i] = true;
        }
    }
    bool damaged = false;
    for (const RowFinding& finding : row.findings) {
        ++m_result.findings[fieldName(finding.field) + u':' + finding.rule];
        const QString header = finding.column >= 0 && std::size_t(finding.column) < columns.size()
            ? columns[std::size_t(finding.column)].header
            : QString();
        const bool isDropped = finding.rule == QLatin1String("sealed_value");
        if (isDropped || finding.rule == QLatin1String("sealed_moved")) {
            ++(isDropped ? m_result.sealedDropped : m_result.sealedValues);
            if (!m_result.sealedValueColumns.contains(header)) {
                m_result.sealedValueColumns.append(header);
            }
        } else if (finding.rule == QLatin1String("unknown_owner")) {
            const QString owner
                = withoutSealedNumbers(source.cells.value(finding.column).trimmed());
            if (m_result.unknownOwners.size() < mostUnknownOwners
                && !m_result.unknownOwners.contains(owner)) {
                m_result.unknownOwners.append(owner);
            }
        } else if (finding.rule == QLatin1String("damaged_by_spreadsheet")) {
            damaged = true;
        }
    }
    if (damaged) {
        ++m_result.damaged;
        if (m_result.damagedLines.size() < mostDamagedLines) {
            m_result.damagedLines.push_back(source.line);
        }
    }
}

void ImportTally::noteRules(const QStringList& findings)
{
    for (const QString& finding : findings) {
        ++m_result.findings[finding];
    }
}

void ImportTally::noteFindings(const Findings& findings)
{
    QStringList rules;
    for (const Finding& finding : findings) {
        if (finding.severity != Severity::Note) {
            rules.append(fieldName(finding.field) + u':' + finding.rule);
        }
    }
    noteRules(rules);
}

QStringList ImportTally::filledOf(ColumnUse use) const
{
    QStringList columns;
    for (std::size_t i = 0; i < m_filled.size(); ++i) {
        if (m_filled[i] && m_mapping.columns[i].use == use) {
            columns.append(m_mapping.columns[i].header);
        }
    }
    return columns;
}

} // namespace core
