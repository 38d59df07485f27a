#include "core/exchange/UnfinishedImports.h"

#include "core/security/Permissions.h"
#include "core/standardize/TextDecoding.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <cstdlib>
#include <optional>

namespace core {

namespace {

bool isRunning(const Batch& batch)
{
    return batch.state == QLatin1String("running");
}

bool wasSavedJustNow(const Batch& batch, const QDateTime& now)
{
    // The computer that saved it may have another clock: a little ahead is just now, too.
    return batch.savedAt.isValid()
        && std::abs(batch.savedAt.msecsTo(now))
        < std::chrono::milliseconds(UnfinishedImport::quietTime).count();
}

Result<std::optional<ImportOptions>> optionsWith(OfficeContext& office,
                                                 const ImportSource& source,
                                                 const SettledRows& settled,
                                                 const QByteArray& fileHash,
                                                 const QString& wanted)
{
    auto hints = importHints(office.reader);
    if (!hints) {
        return hints.error();
    }
    auto file = ImportFile::open(source, *hints);
    if (!file) {
        return std::optional<ImportOptions>{}; // not in this encoding
    }
    for (const DuplicateMode mode : {DuplicateMode::Create,
                                     DuplicateMode::Skip,
                                     DuplicateMode::Update,
                                     DuplicateMode::Request}) {
        if (importSourceHash(fileHash, *file, mode, settled) == wanted) {
            ImportOptions options{.source = source, .duplicates = mode};
            options.choices = settled.choices;
            return std::optional(std::move(options));
        }
    }
    return std::optional<ImportOptions>{};
}

} // namespace

Result<std::vector<UnfinishedImport>> unfinishedImports(OfficeContext& office)
{
    const Scope scope = grantOf(office.session, Action::Import).direct;
    if (scope == Scope::None) {
        return std::vector<UnfinishedImport>{};
    }
    auto batches = unfinishedBatches(office.reader, QStringLiteral("import"));
    if (!batches) {
        return batches.error();
    }
    std::vector<UnfinishedImport> imports;
    for (Batch& batch : *batches) {
        const bool isOwn = batch.starter == office.session.user;
        if (!isOwn && scope == Scope::Own) {
            continue;
        }
        const bool isLeaving = !isRunning(batch);
        const bool mayRun = !isLeaving && wasSavedJustNow(batch, office.clock.now());
        imports.push_back({std::move(batch), isOwn, isLeaving, mayRun});
    }
    return imports;
}

Result<ImportOptions> optionsToResume(OfficeContext& office, BatchPk batch, const QString& path)
{
    auto found = batchByPk(office.reader, batch);
    auto mapping = found ? batchMapping(office.reader, batch) : Result<QString>(found.error());
    if (!mapping) {
        return mapping.error();
    }
    if (!*found || (*found)->kind != QLatin1String("import")) {
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("core::UnfinishedImports",
                                                 "There is no import with this number."),
                     {}};
    }
    const bool onlyOwn = grantOf(office.session, Action::Import).direct == Scope::Own;
    if (onlyOwn && (*found)->starter != office.session.user) {
        return deniedError();
    }
    if (!isRunning(**found)) {
        return batchIsOverError();
    }
    if (wasSavedJustNow(**found, office.clock.now())) {
        return Error{ErrorCode::Busy,
                     QCoreApplication::translate(
                         "core::UnfinishedImports",
                         "This import saved something less than two minutes ago and may still be "
                         "running at another computer. Wait a little, and try again."),
                     {}};
    }
    const RunningImport kept = runningImportFrom(*mapping);
    ImportSource source{.path = path, .mappingJson = kept.mappingJson};
    source.fixes = kept.settled.fixes;
    auto fileHash = importFileHash(source);
    if (!fileHash) {
        return fileHash.error();
    }
    // As it is found out by itself first, then what a person may have chosen instead.
    for (const QString& encoding : QStringList{QString()} + offeredEncodings()) {
        source.encoding = encoding;
        auto options = optionsWith(office, source, kept.settled, *fileHash, (*found)->source);
        if (!options) {
            return options.error();
        }
        if (*options) {
            (*options)->resume = batch;
            return **std::move(options);
        }
    }
    return batchSourceError();
}

Result<QByteArray> importFileHash(const ImportSource& source)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (source.content) {
        hash.addData(*source.content);
        return hash.result();
    }
    QFile file(source.path);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        return Error{ErrorCode::Io,
                     QCoreApplication::translate("core::UnfinishedImports",
                                                 "The file cannot be read again."),
                     file.errorString()};
    }
    return hash.result();
}

QString importSourceHash(const QByteArray& fileHash,
                         const ImportFile& file,
                         DuplicateMode duplicates,
                         const SettledRows& settled)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(fileHash);
    hash.addData(file.encoding().toUtf8());
    hash.addData(file.mapping().toJson().toUtf8());
    hash.addData(duplicateModeName(duplicates).toUtf8());
    for (const auto& [line, cells] : settled.fixes) {
        for (const auto& [column, text] : cells) {
            hash.addData(QStringLiteral("fix %1 %2 %3\n").arg(line).arg(column).arg(text).toUtf8());
        }
    }
    for (const auto& [line, mode] : settled.choices) {
        hash.addData(QStringLiteral("row %1 %2\n").arg(line).arg(duplicateModeName(mode)).toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace core
