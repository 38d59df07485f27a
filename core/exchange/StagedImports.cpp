#include "core/exchange/StagedImports.h"

#include "core/exchange/RejectFile.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/standardize/SealedNumbers.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {

namespace {

Error stagedError(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("core::StagedImports", sentence), {}};
}

QString sha256Of(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

bool comesIn(const Column& column)
{
    return column.use != ColumnUse::Sealed && column.use != ColumnUse::LeftOut
        && column.use != ColumnUse::Ignored;
}

/// Each cell in marks: nothing in it can be taken for the table's own signs.
QByteArray quotedLine(const QStringList& cells)
{
    QString line;
    for (QString cell : cells) {
        line += line.isEmpty() ? u"\"" : u",\"";
        line += cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
    }
    return (line + u'\n').toUtf8();
}

/// What may be kept of a row: cells that come in, without numbers that may be stored nowhere.
QStringList keptCells(const CsvRow& source, const ImportRow& row, const ColumnMapping& mapping)
{
    QStringList cells = source.cells.mid(0, qsizetype(mapping.columns.size()));
    for (qsizetype i = 0; i < cells.size(); ++i) {
        cells[i]
            = comesIn(mapping.columns[std::size_t(i)]) ? withoutSealedNumbers(cells[i]) : QString();
    }
    // In a column of codes the number is no text among others: the cell goes whole.
    for (const RowFinding& finding : row.findings) {
        if (finding.rule == QLatin1String("sealed_value") && finding.field == Field::CreditCode
            && finding.column >= 0 && finding.column < cells.size()) {
            cells[finding.column].clear();
        }
    }
    return cells;
}

QJsonObject countsJson(const BatchCounts& counts)
{
    return {{QStringLiteral("rows"), qint64(counts.rows)},
            {QStringLiteral("created"), qint64(counts.created)},
            {QStringLiteral("updated"), qint64(counts.updated)},
            {QStringLiteral("skipped"), qint64(counts.skipped)},
            {QStringLiteral("rejected"), qint64(counts.rejected)}};
}

BatchCounts countsFrom(const QJsonObject& json)
{
    const auto number = [&json](const char* name) {
        return std::int64_t(json.value(QLatin1String(name)).toInteger());
    };
    return {number("rows"),
            number("created"),
            number("updated"),
            number("skipped"),
            number("rejected")};
}

} // namespace

QString StagedSummary::toJson() const
{
    QJsonArray orders;
    for (const DateOrder order : dateOrders) {
        orders.append(int(order));
    }
    QJsonObject json{
        {QStringLiteral("file"), file},
        {QStringLiteral("encoding"), encoding},
        {QStringLiteral("duplicates"), duplicateModeName(duplicates)},
        {QStringLiteral("counts"), countsJson(counts)},
        {QStringLiteral("bytes"), bytes},
        {QStringLiteral("sha256"), sha256},
        {QStringLiteral("mapping"), QJsonDocument::fromJson(mapping.toUtf8()).object()},
        {QStringLiteral("date_orders"), orders},
        {QStringLiteral("header_row"), qint64(layout.headerRow)},
        {QStringLiteral("headers"), QJsonArray::fromStringList(layout.headers)}};
    if (!choices.empty()) {
        QJsonObject rows;
        for (const auto& [line, mode] : choices) {
            rows.insert(QString::number(line), duplicateModeName(mode));
        }
        json.insert(QStringLiteral("rows"), rows);
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<StagedSummary> StagedSummary::fromJson(const QString& text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto mode = duplicateModeByName(json.value(QLatin1String("duplicates")).toString());
    StagedSummary summary;
    summary.sha256 = json.value(QLatin1String("sha256")).toString();
    if (!mode || summary.sha256.isEmpty()) {
        return std::nullopt;
    }
    summary.file = json.value(QLatin1String("file")).toString();
    summary.encoding = json.value(QLatin1String("encoding")).toString();
    summary.duplicates = *mode;
    summary.counts = countsFrom(json.value(QLatin1String("counts")).toObject());
    summary.bytes = json.value(QLatin1String("bytes")).toInteger();
    summary.mapping = QString::fromUtf8(
        QJsonDocument(json.value(QLatin1String("mapping")).toObject()).toJson());
    summary.layout.headerRow = json.value(QLatin1String("header_row")).toInteger(-1);
    for (const auto& order : json.value(QLatin1String("date_orders")).toArray()) {
        const int number = order.toInt();
        const bool isKnown = number >= 0 && number <= int(DateOrder::YearFirst);
        summary.dateOrders.push_back(isKnown ? DateOrder(number) : DateOrder::Unknown);
    }
    for (const auto& header : json.value(QLatin1String("headers")).toArray()) {
        summary.layout.headers.append(header.toString());
    }
    const QJsonObject rows = json.value(QLatin1String("rows")).toObject();
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        if (const auto chosen = duplicateModeByName(row.value().toString())) {
            summary.choices.emplace(row.key().toLongLong(), *chosen);
        }
    }
    return summary;
}

struct StagedImports::Kept
{
    QByteArray bytes;
    std::int64_t rows = 0;
    std::int64_t rejected = 0;
    RejectFile rejects;
};

StagedImports::StagedImports(const ImportParts& parts, const RequestService& requests)
    : m_parts(parts)
    , m_requests(requests)
{ }

/// Its rows at the lines where they stood: the history of a client names them.
Result<StagedImports::Kept> StagedImports::keep(ImportFile& file,
                                                const ImportOptions& options) const
{
    const ImportPlan plan(file.mapping(), file.hints());
    Kept kept{{}, 0, 0, RejectFile(options.source.path, plan.mapping(), options.rejectFolder)};
    std::int64_t line = 1;
    if (file.layout().headerRow >= 0) {
        kept.bytes = quotedLine(file.layout().headers);
        ++line;
    }
    while (true) {
        auto source = file.next();
        if (!source) {
            return source.error();
        }
        if (!*source) {
            break;
        }
        const auto chosen = options.choices.find((*source)->line);
        if (chosen != options.choices.end() && chosen->second == DuplicateMode::Skip) {
            continue;
        }
        const ImportRow row = plan.interpret(**source);
        if (!row.rejection.isEmpty()) {
            ++kept.rejected;
            if (auto done = kept.rejects.add(**source, row.rejection); !done) {
                return done.error();
            }
            continue;
        }
        for (; line < (*source)->line; ++line) {
            kept.bytes += '\n';
        }
        const QByteArray written = quotedLine(keptCells(**source, row, plan.mapping()));
        line += written.count('\n');
        kept.bytes += written;
        ++kept.rows;
        if (kept.bytes.size() > mostBytes) {
            return Error{
                ErrorCode::Unsupported,
                QCoreApplication::translate("core::StagedImports",
                                            "This file is too large to wait for approval: at most "
                                            "%1 MB are kept. Split it, or have it imported by "
                                            "somebody who may do so at once.")
                    .arg(mostBytes / 1024 / 1024),
                {}};
        }
    }
    if (kept.rows == 0) {
        return stagedError(ErrorCode::Invalid,
                           QT_TRANSLATE_NOOP("core::StagedImports",
                                             "No row of this file can become a client. Nothing "
                                             "was asked for."));
    }
    return kept;
}

Result<StagedOutcome>
StagedImports::stage(const ImportOptions& options, const QString& reason, Progress& progress)
{
    if (!mayAskForImport(m_parts.office.session)) {
        return deniedError();
    }
    const auto asks = [](const auto& choice) {
        return choice.second == DuplicateMode::Request;
    };
    if (options.duplicates == DuplicateMode::Request
        || std::any_of(options.choices.begin(), options.choices.end(), asks)) {
        return stagedError(
            ErrorCode::Unsupported,
            QT_TRANSLATE_NOOP("core::StagedImports",
                              "An import that waits for approval is a request as a whole: choose "
                              "create, skip or update for its duplicates."));
    }
    auto hints = importHints(m_parts.office.writer);
    if (!hints) {
        return hints.error();
    }
    auto file = ImportFile::open(options.source, *hints);
    if (!file) {
        return file.error();
    }
    if (!file->mapping().hasName()) {
        return stagedError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::StagedImports",
                              "No column of this file names the client. Say which one does "
                              "(COLUMN=name). Nothing was asked for."));
    }
    auto kept = keep(*file, options);
    if (!kept) {
        return kept.error();
    }
    if (auto done = file->rewind(); !done) {
        return done.error();
    }
    ImportOptions dry = options;
    dry.dryRun = true;
    auto trial = ImportRun(m_parts, *file, dry).run(progress);
    if (!trial) {
        return trial.error();
    }
    StagedSummary summary;
    summary.file = withoutSealedNumbers(QFileInfo(options.source.path).fileName());
    summary.encoding = file->encoding();
    summary.duplicates = options.duplicates;
    summary.choices = options.choices;
    std::erase_if(summary.choices, [](const auto& choice) {
        return choice.second == DuplicateMode::Skip; // is not kept
    });
    summary.counts = trial->counts;
    summary.bytes = kept->bytes.size();
    summary.sha256 = sha256Of(kept->bytes);
    summary.layout.headerRow = file->layout().headerRow >= 0 ? 0 : -1;
    summary.layout.headers = file->layout().headers;
    ColumnMapping settled = file->mapping();
    for (Column& column : settled.columns) {
        summary.dateOrders.push_back(column.dateOrder);
        if (!comesIn(column)) {
            column.use = ColumnUse::LeftOut; // its cells are not kept
        }
    }
    summary.mapping = settled.toJson();
    StagedOutcome outcome{{}, *std::move(trial)};
    auto rejectFile = kept->rejects.finish();
    if (!rejectFile) {
        return rejectFile.error();
    }
    outcome.trial.rejectFile = *rejectFile;
    auto pk = askFor(summary, kept->bytes, reason);
    if (!pk) {
        if (!rejectFile->isEmpty()) {
            QFile::remove(*rejectFile); // it speaks of a request that was not made
        }
        return pk.error();
    }
    outcome.request = *pk;
    return outcome;
}

Result<RequestPk>
StagedImports::askFor(const StagedSummary& summary, const QByteArray& bytes, const QString& reason)
{
    auto operation = Operation::begin(m_parts.office, u"import.stage");
    if (!operation) {
        return operation.error();
    }
    if (!mayAskForImport(m_parts.office.session)) {
        return deniedError();
    }
    if (operation->isSoleUser()) {
        return stagedError(
            ErrorCode::Unsupported,
            QT_TRANSLATE_NOOP("core::StagedImports",
                              "You are the only user of this office: nobody else could approve "
                              "it. Import the file at once."));
    }
    Request wanted;
    wanted.kind = RequestKind::Import;
    // What would change clients that are there is data administration's to decide.
    const bool changes = summary.duplicates == DuplicateMode::Update
        || std::any_of(summary.choices.begin(), summary.choices.end(), [](const auto& choice) {
                             return choice.second == DuplicateMode::Update;
                         });
    wanted.level = changes ? RequestLevel::Important : RequestLevel::Ordinary;
    wanted.reason = withoutSealedNumbers(reason.trimmed());
    wanted.payload = summary.toJson();
    wanted.department = m_parts.office.session.department;
    auto pk = m_parts.changes.ask(*operation, wanted);
    if (!pk) {
        return pk;
    }
    auto kept = operation->connection()
                    .statement("INSERT OR IGNORE INTO staged_imports (request_pk, content, sha256)"
                               " VALUES (?, ?, ?)")
                    .bindAll(*pk, qCompress(bytes), summary.sha256)
                    .run();
    if (!kept) {
        return kept.error();
    }
    operation->setObject(QStringLiteral("request:") + requestText(*pk));
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    return pk;
}

Result<ImportSource> StagedImports::sourceOf(Connection& connection,
                                             RequestPk request,
                                             const StagedSummary& summary) const
{
    auto content = connection.statement("SELECT content FROM staged_imports WHERE request_pk = ?")
                       .bindAll(request)
                       .one([](const Statement& row) { return row.blob(0); });
    if (!content) {
        return content.error();
    }
    if (!*content) {
        return stagedError(ErrorCode::NotFound,
                           QT_TRANSLATE_NOOP("core::StagedImports",
                                             "This file is not kept any more: the request about "
                                             "it has been decided."));
    }
    const QByteArray bytes = qUncompress(**content);
    if (sha256Of(bytes) != summary.sha256) {
        return stagedError(
            ErrorCode::Corrupt,
            QT_TRANSLATE_NOOP("core::StagedImports",
                              "This file is not the one that was given: somebody changed it past "
                              "the program. Reject the request."));
    }
    ImportSource source;
    source.path = summary.file;
    source.encoding = QStringLiteral("utf-8");
    source.delimiter = u',';
    source.useRemembered = false;
    source.content = bytes;
    source.layout = summary.layout;
    source.dateOrders = summary.dateOrders;
    const QJsonObject words = QJsonDocument::fromJson(summary.mapping.toUtf8()).object();
    for (auto word = words.begin(); word != words.end(); ++word) {
        source.map.emplace_back(word.key(), word.value().toString());
    }
    return source;
}

Result<ImportPreview> StagedImports::preview(RequestPk request, int rows) const
{
    auto detail = m_requests.show(request);
    if (!detail) {
        return detail.error();
    }
    const auto summary = StagedSummary::fromJson(detail->listed.request.payload);
    if (detail->listed.request.kind != RequestKind::Import || !summary) {
        return deniedError(); // the payload is hidden from who may not look into it
    }
    Connection& reader = m_parts.office.reader;
    auto source = sourceOf(reader, request, *summary);
    auto hints = importHints(reader);
    if (!source || !hints) {
        return source ? hints.error() : source.error();
    }
    auto file = ImportFile::open(*source, *hints);
    return file ? file->preview(rows) : Result<ImportPreview>(file.error());
}

Result<> StagedImports::apply(Operation& operation, const Request& request)
{
    const auto summary = StagedSummary::fromJson(request.payload);
    auto author = UserStore(operation.connection()).byPk(request.requestedBy);
    if (!author) {
        return author.error();
    }
    if (!*author || !(*author)->active || !summary) {
        return stagedError(
            ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("core::StagedImports",
                              "The person who gave this file is no longer an active user of this "
                              "office. Reject the request."));
    }
    auto source = sourceOf(operation.connection(), request.pk, *summary);
    auto hints = importHints(operation.connection());
    if (!source || !hints) {
        return source ? hints.error() : source.error();
    }
    auto file = ImportFile::open(*source, *hints);
    if (!file) {
        return file.error();
    }
    ImportOptions options;
    options.source = *std::move(source);
    options.duplicates = summary->duplicates;
    options.choices = summary->choices;
    options.behalf = ImportBehalf{&operation,
                                  request.requestedBy,
                                  (*author)->name,
                                  request.pk,
                                  request.reason,
                                  request.askedSeq};
    const Connection::SpillScope spill(operation.connection(), ImportOptions::memoryBesideReaders);
    Progress quiet;
    auto result = ImportRun(m_parts, *file, options).run(quiet);
    return result ? Result<>() : Result<>(result.error());
}

} // namespace core
