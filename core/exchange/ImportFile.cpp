#include "core/exchange/ImportFile.h"

#include "core/exchange/CsvWriter.h"
#include "core/exchange/MappingMemory.h"
#include "core/standardize/SealedNumbers.h"
#include "core/standardize/TextForm.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

namespace core {

namespace {

constexpr std::size_t sampleRows = 1000;
constexpr qsizetype sampleCharacters = qsizetype(8) * 1024 * 1024;

Result<QJsonObject> readMappingFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorCode::Io,
            QCoreApplication::translate("core::ImportFile", "The mapping file cannot be opened."),
            file.errorString()};
    }
    constexpr qint64 largest = qint64(1024) * 1024;
    QJsonParseError wrong;
    const QJsonDocument parsed = QJsonDocument::fromJson(file.read(largest), &wrong);
    if (wrong.error != QJsonParseError::NoError || !parsed.isObject()) {
        return Error{
            ErrorCode::Invalid,
            QCoreApplication::translate("core::ImportFile",
                                        "The mapping file is not as expected: a JSON object of "
                                        "columns and fields, {\"Column\": \"field\"}."),
            {}};
    }
    return parsed.object();
}

Error cutError(std::int64_t line)
{
    return {ErrorCode::Invalid,
            QCoreApplication::translate("core::ImportFile",
                                        "The file ends inside a quoted cell that begins in line "
                                        "%1: it was cut off, or a quotation mark is missing there."
                                        " Nothing was imported.")
                .arg(line),
            {}};
}

} // namespace

Result<std::optional<CsvRow>> ImportFile::nextOfAnyKind()
{
    auto row = m_reader.next();
    if (row && *row) {
        if ((*row)->cut) {
            return cutError((*row)->line);
        }
        ++m_row;
    }
    return row;
}

RowKind ImportFile::kindOf(const CsvRow& row, qsizetype index) const
{
    const RowKind kind = rowKind(m_layout, row, index);
    const bool onlyLooksSo = kind == RowKind::Total || kind == RowKind::Header;
    return m_hasOnlyData && onlyLooksSo && index > m_layout.headerRow ? RowKind::Data : kind;
}

Result<ImportFile> ImportFile::open(const ImportSource& source, const MappingHints& hints)
{
    const CsvOptions said{source.encoding, source.delimiter};
    auto reader = source.content ? CsvReader::fromBytes(*source.content, said)
                                 : CsvReader::open(source.path, said);
    if (!reader) {
        return reader.error();
    }
    ImportFile file(*std::move(reader));
    file.m_hints = hints;
    file.m_fixes = source.fixes;
    file.m_hasOnlyData = source.layout.has_value();
    std::vector<CsvRow> rows;
    qsizetype characters = 0;
    while (rows.size() < sampleRows && characters < sampleCharacters) {
        auto row = file.nextOfAnyKind();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            break;
        }
        for (const QString& cell : (*row)->cells) {
            characters += cell.size();
        }
        rows.push_back(**std::move(row));
    }
    file.m_layout = source.layout ? *source.layout : findLayout(rows);
    if (file.m_layout.columns() == 0) {
        return Error{
            ErrorCode::Invalid,
            QCoreApplication::translate("core::ImportFile", "There is no table in this file."),
            {}};
    }
    std::vector<QStringList> sample;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].problem.isEmpty() && file.kindOf(rows[i], qsizetype(i)) == RowKind::Data) {
            sample.push_back(rows[i].cells);
        }
    }
    file.m_mapping = proposeMapping(file.m_layout, sample, hints);
    if (auto done = file.settleMapping(source); !done) {
        return done.error();
    }
    if (source.dateOrders.size() == file.m_mapping.columns.size()) {
        for (std::size_t i = 0; i < source.dateOrders.size(); ++i) {
            file.m_mapping.columns[i].dateOrder = source.dateOrders[i];
        }
    } else if (auto done = file.settleDates(sample); !done) {
        return done.error();
    }
    if (auto done = file.rewind(); !done) {
        return done.error();
    }
    return file;
}

Result<> ImportFile::settleMapping(const ImportSource& source)
{
    if (source.useRemembered) {
        takeRemembered();
    }
    if (!source.mappingFile.isEmpty()) {
        auto words = readMappingFile(source.mappingFile);
        if (!words) {
            return words.error();
        }
        if (auto done = m_mapping.take(*words); !done) {
            return done;
        }
    }
    if (!source.mappingJson.isEmpty()) {
        const QJsonDocument words = QJsonDocument::fromJson(source.mappingJson.toUtf8());
        if (auto done = m_mapping.take(words.object()); !done) {
            return done;
        }
    }
    for (const auto& [column, target] : source.map) {
        if (auto done = m_mapping.set(column, target); !done) {
            return done;
        }
    }
    if (source.keepUnmapped) {
        m_mapping.keepUnmapped();
    }
    return {};
}

void ImportFile::takeRemembered()
{
    const auto found = m_hints.remembered.constFind(mappingKey(m_layout));
    if (found == m_hints.remembered.constEnd()) {
        return;
    }
    ColumnMapping mapping = m_mapping;
    // A mapping of words that are none any more is no reason to refuse the file.
    if (mapping.take(QJsonDocument::fromJson(found->toUtf8()).object())) {
        m_mapping = std::move(mapping);
        m_remembered = true;
    }
}

Result<> ImportFile::settleDates(const std::vector<QStringList>& sample)
{
    std::vector<DateEvidence> evidence(m_mapping.columns.size());
    bool isOpen = false;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        if (!m_mapping.columns[i].holdsDays()) {
            continue;
        }
        for (const QStringList& row : sample) {
            evidence[i].add(unguardedCell(row.value(qsizetype(i))));
        }
        isOpen = isOpen
            || (evidence[i].isNeeded() && evidence[i].order() == DateOrder::Unknown
                && sample.size() >= sampleRows / 2);
    }
    if (isOpen) {
        if (auto done = readDates(evidence); !done) {
            return done;
        }
    }
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        m_mapping.columns[i].dateOrder = evidence[i].order();
    }
    return {};
}

Result<> ImportFile::readDates(std::vector<DateEvidence>& evidence)
{
    while (true) {
        auto row = nextOfAnyKind();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return {};
        }
        for (std::size_t i = 0; i < evidence.size(); ++i) {
            if (m_mapping.columns[i].holdsDays()) {
                evidence[i].add(unguardedCell((*row)->cells.value(qsizetype(i))));
            }
        }
    }
}

Result<> ImportFile::rewind()
{
    m_row = 0;
    return m_reader.rewind();
}

Result<std::optional<CsvRow>> ImportFile::next()
{
    while (true) {
        const qsizetype index = m_row;
        auto row = nextOfAnyKind();
        if (!row || !*row) {
            return row;
        }
        if (kindOf(**row, index) == RowKind::Data) {
            putFixes(**row);
            return row;
        }
    }
}

void ImportFile::putFixes(CsvRow& row) const
{
    const auto fixes = m_fixes.find(row.line);
    if (fixes == m_fixes.end()) {
        return;
    }
    for (const auto& [column, text] : fixes->second) {
        while (row.cells.size() <= column) {
            row.cells.append(QString());
        }
        row.cells[column] = text;
    }
}

Result<ImportPreview> ImportFile::preview(int rows)
{
    if (auto done = rewind(); !done) {
        return done.error();
    }
    ImportPreview preview;
    preview.encoding = encoding();
    preview.delimiter = m_reader.delimiter();
    preview.layout = m_layout;
    preview.mapping = m_mapping;
    preview.remembered = m_remembered;
    preview.examples.resize(std::size_t(m_layout.columns()));
    const ImportPlan plan(m_mapping, m_hints);
    constexpr qsizetype mostExamples = 3;
    constexpr qsizetype longestExample = 200;
    while (int(preview.raw.size()) < rows) {
        const qsizetype index = m_row;
        auto row = nextOfAnyKind();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            break;
        }
        const RowKind kind = kindOf(**row, index);
        if (kind == RowKind::Title) {
            preview.titles.push_back((*row)->cells);
        }
        if (kind != RowKind::Data) {
            continue;
        }
        putFixes(**row);
        preview.rows.push_back(plan.interpret(**row));
        for (const RowFinding& finding : preview.rows.back().findings) {
            ++preview.findings[fieldName(finding.field) + u':' + finding.rule];
        }
        for (qsizetype i = 0; i < (*row)->cells.size(); ++i) {
            QString& cell = (*row)->cells[i];
            const bool sealed = i < m_layout.columns()
                && m_mapping.columns[std::size_t(i)].use == ColumnUse::Sealed;
            if (sealed || isSealedNumber(cell)) {
                cell = cell.trimmed().isEmpty() ? QString() : QStringLiteral("***");
            }
            if (i < m_layout.columns() && !sealed) {
                const QString example = cleanText(unguardedCell(cell)).left(longestExample);
                QStringList& examples = preview.examples[std::size_t(i)];
                if (!example.isEmpty() && examples.size() < mostExamples
                    && !examples.contains(example)) {
                    examples.append(example);
                }
            }
        }
        preview.raw.push_back(**std::move(row));
    }
    if (auto done = rewind(); !done) {
        return done.error();
    }
    return preview;
}

} // namespace core
