#include "core/exchange/ImportRun.h"

#include "core/exchange/ImportMerge.h"
#include "core/exchange/MappingMemory.h"
#include "core/exchange/SettledRows.h"
#include "core/records/HistoryStore.h"
#include "core/records/ValueParts.h"
#include "core/security/Permissions.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace core {

namespace {

Error requestModeError()
{
    return {ErrorCode::Unsupported,
            QCoreApplication::translate(
                "core::ImportRun",
                "Rows cannot become requests where you may decide them yourself. Use update."),
            {}};
}

} // namespace

ImportRun::ImportRun(const ImportParts& parts, ImportFile& file, const ImportOptions& options)
    : m_parts(parts)
    , m_file(file)
    , m_options(options)
    , m_plan(file.mapping(), file.hints())
    , m_rejects(options.source.path, m_plan.mapping(), options.rejectFolder)
    , m_tally(file.mapping(), m_result)
    , m_matcher(parts.office.writer, parts.duplicates, file.mapping())
    , m_notes(m_plan.mapping())
    , m_fileName(QFileInfo(options.source.path).fileName())
{ }

Result<ImportResult> ImportRun::run(Progress& progress)
{
    m_result.encoding = m_file.encoding();
    m_result.mapping = m_file.mapping();
    m_result.remembered = m_file.isRemembered();
    m_result.headerLine = m_file.layout().headerLine;
    m_result.titleLines = m_file.layout().titleLines;
    m_result.sealedColumns = m_file.mapping().sealedColumns();
    if (!m_options.dryRun) {
        auto batch = beginBatch();
        if (!batch) {
            return batch.error();
        }
        m_batch.emplace(*std::move(batch));
        m_runningText = runningText(m_result.mapping, {m_options.source.fixes, m_options.choices});
        if (auto skipped = skipDone(progress); !skipped) {
            return skipped.error();
        }
    }
    progress.phase(m_options.dryRun ? QCoreApplication::translate("core::ImportRun", "Trying out")
                                    : QCoreApplication::translate("core::ImportRun", "Importing"),
                   m_file.size());
    while (true) {
        auto source = nextRow(m_result.counts.rows, progress);
        if (!source) {
            return source.error();
        }
        if (!*source) {
            break;
        }
        if (auto done = takeRow(**source); !done) {
            return done.error();
        }
        if (m_batch) {
            if (auto done = m_batch->breathe(m_result.counts, m_runningText); !done) {
                return done.error();
            }
        }
    }
    if (!progress.step(m_file.size(), m_file.size())) {
        return cancelledError();
    }
    return finish();
}

Result<std::optional<CsvRow>> ImportRun::nextRow(std::int64_t rowsBefore, Progress& progress)
{
    constexpr std::int64_t rowsBetweenReports = 64;
    if (rowsBefore % rowsBetweenReports == 0 && !progress.step(m_file.position(), m_file.size())) {
        return cancelledError();
    }
    return m_file.next();
}

Result<ImportResult> ImportRun::finish()
{
    m_result.unmappedColumns = m_tally.filledOf(ColumnUse::Ignored);
    m_result.leftOutColumns = m_tally.filledOf(ColumnUse::LeftOut);
    if (!m_batch) {
        return std::move(m_result);
    }
    auto rejects = m_rejects.finish();
    if (!rejects) {
        return rejects.error();
    }
    m_result.rejectFile = *rejects;
    // Of a file that waited, only the columns that came in are known.
    auto remembered = m_options.behalf
        ? Result<>()
        : rememberMapping(m_batch->operation(), m_file.layout(), m_result.mapping);
    auto pk = remembered ? m_batch->finish(m_result.counts, m_result.mapping.toJson())
                         : Result<BatchPk>(remembered.error());
    if (!pk) {
        if (!m_result.rejectFile.isEmpty()) {
            QFile::remove(m_result.rejectFile); // it speaks of an import that did not happen
        }
        return pk.error();
    }
    m_result.batch = *pk;
    return std::move(m_result);
}

bool ImportRun::mayGiveAway() const
{
    return grantOf(m_parts.office.session, Action::ChangeOrdinary).direct > Scope::Own;
}

Result<> ImportRun::takeRow(const CsvRow& source)
{
    // In the first slice, and again where the policy has changed since.
    if (m_batch && !m_options.behalf) {
        if (auto allowed = require(m_parts.office.session, Action::Import); !allowed) {
            return allowed;
        }
    }
    ++m_result.counts.rows;
    if (m_options.rowsDone) {
        m_options.rowsDone->store(m_result.counts.rows, std::memory_order_relaxed);
    }
    const ImportRow row = m_plan.interpret(source);
    if (isNoting()) {
        m_note = {};
        m_notes.begin(m_note, source, row);
    }
    auto settled = settleRow(source, row);
    if (settled && isNoting()) {
        keepNote();
    }
    return settled;
}

Result<> ImportRun::settleRow(const CsvRow& source, const ImportRow& row)
{
    if (isLeftOut(row.line)) {
        ++m_result.counts.skipped;
        m_note.fate = Fate::Skipped;
        return noteLeftOut(row);
    }
    m_tally.note(source, row);
    if (!row.rejection.isEmpty()) {
        return reject(source, row.rejection);
    }
    m_refusal.clear();
    auto fate = store(row);
    if (!fate) {
        return fate.error();
    }
    if (!m_refusal.isEmpty()) {
        return reject(source, m_refusal);
    }
    m_note.fate = *fate;
    switch (*fate) {
    case Fate::Created:
        ++m_result.counts.created;
        break;
    case Fate::Updated:
        ++m_result.counts.updated;
        break;
    case Fate::Skipped:
        ++m_result.counts.skipped;
        break;
    case Fate::Rejected:
        break; // was told by m_refusal
    }
    return {};
}

DuplicateMode ImportRun::modeOf(std::int64_t line) const
{
    const auto chosen = m_options.choices.find(line);
    return chosen == m_options.choices.end() ? m_options.duplicates : chosen->second;
}

bool ImportRun::isLeftOut(std::int64_t line) const
{
    const auto chosen = m_options.choices.find(line);
    return chosen != m_options.choices.end() && chosen->second == DuplicateMode::Skip;
}

Result<ImportRun::Fate> ImportRun::store(const ImportRow& row)
{
    if (!m_batch) {
        return tryOut(row);
    }
    const DuplicateMode mode = modeOf(row.line);
    auto found = m_matcher.known(row, mode, m_batch.has_value());
    if (!found) {
        return found.error();
    }
    if (m_options.duplicates != DuplicateMode::Create) {
        m_result.duplicates = m_result.duplicates.value_or(0) + (*found ? 1 : 0);
    }
    if (*found && mode == DuplicateMode::Skip) {
        return Fate::Skipped;
    }
    if (*found && mode != DuplicateMode::Create) {
        return update(**found, row);
    }
    Client client = newClient(row);
    // The record keeps the mark of a number that was cut: its values alone do not show that there was one.
    for (const RowFinding& finding : row.findings) {
        if (finding.rule == QLatin1String("damaged_by_spreadsheet")) {
            client.findings.append(fieldName(finding.field) + u':' + finding.rule);
        }
    }
    const QStringList marks = client.findings; // counted with the row
    if (auto done = m_batch->create(client, origin(row.line)); !done) {
        return done.error();
    }
    QStringList rules = client.findings;
    for (const QString& mark : marks) {
        rules.removeOne(mark);
    }
    m_tally.noteRules(rules);
    return Fate::Created;
}

Client ImportRun::newClient(const ImportRow& row) const
{
    Client client;
    client.values = row.values;
    client.set(Field::Id, {}); // it only says which client is meant; a new one has a new id
    if (!client.values.has(Field::Owner) || !mayGiveAway()) {
        client.set(Field::Owner,
                   m_options.behalf ? m_options.behalf->authorName : m_parts.office.session.name);
    }
    return client;
}

/// A trial of what comes in all the same tells how many there are only where that takes moments.
bool ImportRun::looksForDuplicates(std::int64_t line) const
{
    constexpr std::int64_t quickRows = 20'000;
    return modeOf(line) != DuplicateMode::Create || m_result.counts.rows <= quickRows;
}

Result<ImportRun::Fate> ImportRun::update(Client& current, const ImportRow& row)
{
    std::vector<FieldEdit> edits = importEdits(current.values, row.values, m_matcher.saysType());
    if (edits.empty()) {
        return Fate::Skipped; // nothing new
    }
    if (modeOf(row.line) == DuplicateMode::Request && mayGiveAway()) {
        auto subject = subjectOf(m_parts.office.writer, current);
        if (!subject) {
            return subject.error();
        }
        const bool anyAtOnce = std::any_of(edits.begin(), edits.end(), [&](const FieldEdit& edit) {
            return m_parts.changes.wayOf(edit.field, current.value(edit.field), *subject, false)
                == ChangeWay::AtOnce
                && fieldInfo(edit.field).level != FieldLevel::Free;
        });
        if (anyAtOnce) {
            return requestModeError();
        }
    }
    if (!m_batch) {
        return Fate::Updated;
    }
    if (m_options.behalf) {
        if (auto done = keepNewer(current, edits); !done) {
            return done.error();
        }
    }
    UpdateOptions options;
    options.origin = origin(row.line);
    options.batch = m_batch->pk();
    options.keepBrokenValues = true;
    if (m_options.behalf) {
        options.reason = m_options.behalf->reason;
        options.author = m_options.behalf->author;
        options.request = m_options.behalf->request;
    }
    auto outcome = m_parts.changes.updateIn(m_batch->operation(), current, edits, options);
    if (!outcome && outcome.error().code == ErrorCode::Denied) {
        m_refusal = outcome.error().message; // nothing was written yet
        return Fate::Skipped;
    }
    if (!outcome) {
        return outcome.error();
    }
    if (outcome->refusal) {
        m_refusal = outcome->refusal->message;
        return Fate::Skipped;
    }
    m_result.requests += std::int64_t(outcome->requests.size());
    if (outcome->applied.empty() && outcome->requests.empty()) {
        return Fate::Skipped;
    }
    m_tally.noteRules(current.findings);
    return Fate::Updated;
}

Result<> ImportRun::keepNewer(const Client& current, const std::vector<FieldEdit>& edits) const
{
    auto entries = HistoryStore(m_parts.office.writer).ofClient(current.pk);
    if (!entries) {
        return entries.error();
    }
    const auto isReplaced = [&edits](const FieldChange& change) {
        // Lists and notes keep what they have (ImportMerge.h); a contact or own field of the same name goes.
        const bool isAddedTo = isCombined(change.field) && change.field != Field::Contacts
            && change.field != Field::Custom;
        return !isAddedTo
            && std::any_of(edits.begin(), edits.end(), [&change](const FieldEdit& edit) {
                   return edit.field == change.field;
               });
    };
    for (const HistoryEntry& entry : *entries) {
        const bool isNewer = entry.auditSeq > m_options.behalf->askedSeq
            && entry.batch != m_batch->pk(); // another row of the file may mean the same client
        if (isNewer && std::any_of(entry.changes.begin(), entry.changes.end(), isReplaced)) {
            return conflictError();
        }
    }
    return {};
}

Result<> ImportRun::reject(const CsvRow& source, const QString& reason)
{
    if (m_options.behalf) {
        // What cannot be a record was taken out when the file was given; there is nowhere to write it.
        return Error{ErrorCode::Invalid,
                     QCoreApplication::translate(
                         "core::ImportRun",
                         "Row %1 cannot be stored any more: %2 Nothing was imported. Reject the "
                         "request, and have the file given again.")
                         .arg(source.line)
                         .arg(reason),
                     {}};
    }
    ++m_result.counts.rejected;
    m_note.fate = Fate::Rejected;
    m_note.rejection = reason;
    return m_batch ? m_rejects.add(source, reason) : Result<>();
}

QString ImportRun::origin(std::int64_t line) const
{
    return QCoreApplication::translate("core::ImportRun", "row %1 of %2").arg(line).arg(m_fileName);
}

} // namespace core
