#include "core/exchange/Exporter.h"

#include "core/exchange/CsvWriter.h"
#include "core/exchange/ExportText.h"
#include "core/records/SealedStore.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/standardize/SealedNumbers.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace core {

namespace {

constexpr std::int64_t rowsBetweenReports = 64;

/// Without what only the written file shows.
QJsonObject manifestOf(const ExportOptions& options, const Operation& operation)
{
    const OfficeContext& office = operation.office();
    return {
        {QStringLiteral("file"), QFileInfo(options.path).fileName()},
        {QStringLiteral("filter"),
         options.chosen ? QStringLiteral("%1 chosen").arg(options.chosen->size())
                        : loggableFilter(options.filter)},
        {QStringLiteral("reason"), withoutSealedNumbers(options.reason)},
        {QStringLiteral("by"), office.session.name},
        {QStringLiteral("at"), operation.now().toTimeZone(office.timeZone).toString(Qt::ISODate)},
        {QStringLiteral("office_id"), QString::fromLatin1(office.officeId.toHex())},
        {QStringLiteral("log_entry"), qint64(operation.auditSeq())}};
}

Result<> writeManifest(const QString& path, const QJsonObject& manifest)
{
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(manifest).toJson();
    const bool opened = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!opened || file.write(bytes) != bytes.size() || !file.flush() || !file.commit()) {
        return Error{
            ErrorCode::Io,
            QCoreApplication::translate("core::Exporter",
                                        "The manifest beside the file cannot be written: the disk "
                                        "is full, or went away. Nothing was left behind."),
            file.errorString()};
    }
    return {};
}

/// Confidential cells of a row, opened one by one: only whoever has the role's key gets here.
class SealedReader
{
public:
    SealedReader(const OfficeContext& office, std::shared_ptr<const SealedKeys> keys)
        : m_office(office)
        , m_keys(std::move(keys))
    { }

    Result<> open(const ClientTexts& client,
                  const std::vector<Field>& fields,
                  std::vector<std::string_view>& cells)
    {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const std::string_view token = client.value(fields[i]);
            if (!isSealed(fields[i]) || token.empty()) {
                continue;
            }
            auto value = openToken(
                m_office, *m_keys, QString::fromUtf8(token.data(), qsizetype(token.size())));
            if (!value) {
                return value.error();
            }
            m_opened[indexOf(fields[i])] = value->text.toStdString();
            cells[i] = m_opened[indexOf(fields[i])];
        }
        return {};
    }

private:
    const OfficeContext& m_office;
    std::shared_ptr<const SealedKeys> m_keys;
    std::array<std::string, fieldCount> m_opened;
};

} // namespace

std::vector<Field> exportFields()
{
    std::vector<Field> fields;
    for (const FieldInfo& info : allFields()) {
        if (info.level != FieldLevel::Sealed) {
            fields.push_back(info.field);
        }
    }
    return fields;
}

Result<std::vector<Field>> exportFieldsByName(const QString& names)
{
    std::vector<Field> fields;
    for (const QString& name : names.split(u',', Qt::SkipEmptyParts)) {
        const auto field = fieldByName(name.trimmed());
        if (!field) {
            return Error{ErrorCode::Invalid,
                         QCoreApplication::translate("core::Exporter",
                                                     "\"%1\" is no field that can be exported.")
                             .arg(sayableFieldName(name.trimmed())),
                         {}};
        }
        fields.push_back(*field);
    }
    return fields;
}

Exporter::Exporter(OfficeContext& office, const ClientQueries& queries)
    : m_office(office)
    , m_queries(queries)
{ }

Result<ExportResult> Exporter::run(const ExportOptions& options, Progress& progress)
{
    if (auto allowed = require(m_office.session, Action::Export); !allowed) {
        return allowed.error();
    }
    const std::vector<Field> fields = options.fields.empty() ? exportFields() : options.fields;
    const bool opens = std::any_of(fields.begin(), fields.end(), isSealed);
    if (opens) {
        if (auto allowed = require(m_office.session, Action::OpenSealed); !allowed) {
            return allowed.error();
        }
    }
    auto keys = sealedKeysNow(m_office);
    if (!keys) {
        return keys.error();
    }
    SealedReader sealed(m_office, *std::move(keys));
    auto total = options.chosen ? Result<std::int64_t>(std::int64_t(options.chosen->size()))
                                : m_queries.count(options.filter);
    if (!total) {
        return total.error();
    }
    auto writer = CsvWriter::create(options.path, options.encoding);
    if (!writer) {
        return writer.error();
    }
    QStringList header;
    QJsonArray fieldNames;
    for (const Field field : fields) {
        header.append(options.headerLabels ? fieldLabel(field) : fieldName(field));
        fieldNames.append(fieldName(field));
    }
    if (auto done = writer->write(header); !done) {
        return done.error();
    }
    std::int64_t rows = 0;
    progress.phase(QCoreApplication::translate("core::Exporter", "Exporting"), *total);
    ExportText shown(m_office.timeZone);
    std::vector<std::string_view> cells(fields.size());
    const auto take = [&](const ClientTexts& client) -> Result<> {
        if (rows % rowsBetweenReports == 0 && !progress.step(rows, *total)) {
            return cancelledError();
        }
        std::transform(fields.begin(), fields.end(), cells.begin(), [&](Field field) {
            return shown.of(client, field);
        });
        if (opens) {
            if (auto opened = sealed.open(client, fields, cells); !opened) {
                return opened;
            }
        }
        ++rows;
        return writer->write(cells);
    };
    auto done = options.chosen ? m_queries.forEach(*options.chosen, Action::Export, take)
                               : m_queries.forEach(options.filter, Action::Export, take);
    if (!done) {
        return done.error();
    }
    return conclude(options, *writer, fieldNames, rows);
}

Result<ExportResult> Exporter::conclude(const ExportOptions& options,
                                        CsvWriter& writer,
                                        const QJsonArray& fieldNames,
                                        std::int64_t rows)
{
    if (auto flushed = writer.flush(); !flushed) {
        return flushed.error();
    }
    // The log first: an entry about a file that could not be finished does no harm, a file without
    // an entry would.
    auto operation = Operation::begin(m_office, u"export");
    if (!operation) {
        return operation.error();
    }
    if (auto allowed = require(m_office.session, Action::Export); !allowed) {
        return allowed.error();
    }
    QJsonObject manifest = manifestOf(options, *operation);
    manifest.insert(QStringLiteral("rows"), qint64(rows));
    manifest.insert(QStringLiteral("fields"), fieldNames);
    operation->setDetail(QString::fromUtf8(QJsonDocument(manifest).toJson(QJsonDocument::Compact)));
    operation->setObject(QStringLiteral("export:%1").arg(rows));
    if (auto committed = operation->commit(); !committed) {
        return committed.error();
    }
    auto bytes = writer.finish();
    if (!bytes) {
        return bytes.error();
    }
    ExportResult result;
    result.rows = rows;
    result.bytes = *bytes;
    manifest.insert(QStringLiteral("bytes"), result.bytes);
    manifest.insert(QStringLiteral("sha256"), QString::fromLatin1(writer.digest()));
    result.manifest = options.path + QStringLiteral(".manifest.json");
    if (auto written = writeManifest(result.manifest, manifest); !written) {
        QFile::remove(options.path); // a file that cannot be traced is not given out
        return written.error();
    }
    return result;
}

} // namespace core
