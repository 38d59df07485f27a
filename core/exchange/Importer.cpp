#include "core/exchange/Importer.h"

#include "core/exchange/ImportRun.h"
#include "core/exchange/ImportUndo.h"
#include "core/exchange/MappingMemory.h"
#include "core/exchange/UnfinishedImports.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"

#include <QCoreApplication>

#include <array>

namespace core {

namespace {

struct ModeName
{
    DuplicateMode mode;
    const char* name;
};

constexpr std::array<ModeName, 4> modeNames{{
    {DuplicateMode::Create, "create"},
    {DuplicateMode::Skip, "skip"},
    {DuplicateMode::Update, "update"},
    {DuplicateMode::Request, "request"},
}};

/// To look at a file and try it out is for whoever may ask for its import, too.
Result<> mayRead(const Session& session)
{
    return mayAskForImport(session) ? Result<>() : require(session, Action::Import);
}

} // namespace

Result<MappingHints> importHints(Connection& connection)
{
    auto users = UserStore(connection).all();
    if (!users) {
        return users.error();
    }
    MappingHints hints;
    hints.usersKnown = true;
    for (const User& user : *users) {
        if (user.active) {
            hints.users.insert(userNameKey(user.name));
        }
    }
    auto remembered = rememberedMappings(connection);
    if (!remembered) {
        return remembered.error();
    }
    hints.remembered = *std::move(remembered);
    return hints;
}

bool mayAskForImport(const Session& session)
{
    return decide(session, Action::Import) != Verdict::Denied;
}

QString duplicateModeName(DuplicateMode mode)
{
    for (const ModeName& entry : modeNames) {
        if (entry.mode == mode) {
            return QLatin1String(entry.name);
        }
    }
    return {};
}

std::optional<DuplicateMode> duplicateModeByName(QStringView name)
{
    for (const ModeName& entry : modeNames) {
        if (name == QLatin1String(entry.name)) {
            return entry.mode;
        }
    }
    return std::nullopt;
}

Importer::Importer(OfficeContext& office,
                   const ClientWriter& writer,
                   const ClientCheck& check,
                   DuplicateLookup& duplicates,
                   ChangeService& changes)
    : m_office(office)
    , m_writer(writer)
    , m_check(check)
    , m_duplicates(duplicates)
    , m_changes(changes)
{ }

Result<ImportPreview> Importer::preview(const ImportSource& source, int rows) const
{
    if (auto allowed = mayRead(m_office.session); !allowed) {
        return allowed.error();
    }
    auto hints = importHints(m_office.reader);
    if (!hints) {
        return hints.error();
    }
    auto file = ImportFile::open(source, *hints);
    if (!file) {
        return file.error();
    }
    return file->preview(rows);
}

Result<ImportResult> Importer::run(const ImportOptions& options, Progress& progress)
{
    auto allowed
        = options.dryRun ? mayRead(m_office.session) : require(m_office.session, Action::Import);
    if (!allowed) {
        return allowed.error();
    }
    auto hints = importHints(m_office.writer);
    if (!hints) {
        return hints.error();
    }
    auto file = ImportFile::open(options.source, *hints);
    if (!file) {
        return file.error();
    }
    if (!file->mapping().hasName()) {
        return Error{
            ErrorCode::Invalid,
            QCoreApplication::translate("core::Importer",
                                        "No column of this file names the client. Say which one "
                                        "does (COLUMN=name). Nothing was imported."),
            {}};
    }
    const Connection::SpillScope spill(m_office.writer, options.memoryMib);
    BatchPk unfinished;
    auto result = [&] {
        ImportRun run({m_office, m_writer, m_check, m_duplicates, m_changes}, *file, options);
        auto ran = run.run(progress);
        if (!ran) {
            unfinished = run.unfinished();
        }
        return ran;
    }();
    return result || !unfinished.isValid() ? std::move(result) : leave(unfinished, result.error());
}

Result<ImportResult> Importer::resume(BatchPk batch, const QString& path, Progress& progress)
{
    if (auto allowed = require(m_office.session, Action::Import); !allowed) {
        return allowed.error();
    }
    auto options = optionsToResume(m_office, batch, path);
    return options ? run(*options, progress) : Result<ImportResult>(options.error());
}

Result<std::vector<UnfinishedImport>> Importer::unfinished() const
{
    return unfinishedImports(m_office);
}

Result<ImportResult> Importer::leave(BatchPk unfinished, const Error& reason)
{
    if (reason.code == ErrorCode::Conflict) {
        return reason; // somebody takes it back already
    }
    if (reason.code == ErrorCode::Cancelled && undo(unfinished)) {
        return reason;
    }
    Error error = reason;
    error.message += u' '
        + QCoreApplication::translate(
              "core::Importer",
              "What had come in stands as the unfinished import B-%1: go on "
              "with it, or take it back.")
              .arg(unfinished.value);
    return error;
}

Result<> Importer::forgetMapping(const TableLayout& layout)
{
    auto operation = Operation::begin(m_office, u"import.forget_mapping");
    if (!operation) {
        return operation.error();
    }
    if (auto allowed = mayRead(m_office.session); !allowed) {
        return allowed;
    }
    operation->setObject(QStringLiteral("office"));
    if (auto done = core::forgetMapping(*operation, layout); !done) {
        return done;
    }
    return operation->commit();
}

Result<BatchUndo> Importer::undo(BatchPk batch)
{
    Progress quiet;
    return undo(batch, quiet);
}

Result<BatchUndo> Importer::undo(BatchPk batch, Progress& progress)
{
    const Connection::SpillScope spill(m_office.writer, ImportOptions::memoryBesideReaders);
    return ImportUndo(m_office, m_writer, batch).run(progress);
}

Result<std::vector<Batch>> Importer::recent(int limit) const
{
    const Scope scope = grantOf(m_office.session, Action::Import).direct;
    if (scope == Scope::None) {
        return std::vector<Batch>{};
    }
    auto batches = recentBatches(m_office.reader, limit);
    if (batches && scope == Scope::Own) {
        std::erase_if(*batches, [this](const Batch& batch) {
            return batch.starter != m_office.session.user;
        });
    }
    return batches;
}

} // namespace core
