#include "core/exchange/LogExporter.h"

#include "core/exchange/CsvWriter.h"
#include "core/security/Operation.h"
#include "core/security/Permissions.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace core {

namespace {

QString logColumn(const char* title)
{
    return QCoreApplication::translate("core::LogExporter", title);
}

QStringList logHeader()
{
    return {logColumn(QT_TRANSLATE_NOOP("core::LogExporter", "Entry")),
            logColumn(QT_TRANSLATE_NOOP("core::LogExporter", "Time")),
            logColumn(QT_TRANSLATE_NOOP("core::LogExporter", "Person")),
            logColumn(QT_TRANSLATE_NOOP("core::LogExporter", "Computer")),
            logColumn(QT_TRANSLATE_NOOP("core::LogExporter", "Action")),
            logColumn(QT_TRANSLATE_NOOP("core::LogExporter", "What was done")),
            logColumn(QT_TRANSLATE_NOOP("core::LogExporter", "About")),
            logColumn(QT_TRANSLATE_NOOP("core::LogExporter", "Rows")),
            logColumn(QT_TRANSLATE_NOOP("core::LogExporter", "Detail")),
            logColumn(QT_TRANSLATE_NOOP("core::LogExporter", "Hash of the entry"))};
}

/// What was asked for, for the entry about the export.
QString filterText(const LogFilter& filter, std::int64_t rows)
{
    QJsonObject json{{QStringLiteral("rows"), qint64(rows)}};
    const auto add = [&json](const char* key, const QString& value) {
        if (!value.isEmpty()) {
            json.insert(QLatin1String(key), value);
        }
    };
    add("from", filter.from.toString(Qt::ISODate));
    add("to", filter.to.toString(Qt::ISODate));
    add("user", filter.user);
    add("client", filter.client);
    add("kind", filter.group ? logGroupName(*filter.group) : QString());
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

LogExporter::LogExporter(OfficeContext& office, const LogQueries& queries)
    : m_office(office)
    , m_queries(queries)
{ }

Result<> LogExporter::writeLines(CsvWriter& writer,
                                 const LogFilter& filter,
                                 Progress& progress,
                                 std::int64_t& rows) const
{
    constexpr int linesAtOnce = 1000;
    LogPlace place;
    while (true) {
        auto page = m_queries.page(filter, place, linesAtOnce);
        if (!page) {
            return page.error();
        }
        for (const LogLine& line : page->lines) {
            auto written = writer.write(
                QStringList{QString::number(line.seq),
                            line.at.toTimeZone(m_office.timeZone).toString(Qt::ISODateWithMs),
                            line.actorName,
                            line.host,
                            line.action,
                            logActionLabel(line.action),
                            line.object,
                            line.isLook() ? QString() : QString::number(line.rows),
                            line.detail,
                            QString::fromLatin1(line.hash.toHex())});
            if (!written) {
                return written;
            }
            ++rows;
        }
        if (!progress.step(rows, 0)) {
            return cancelledError();
        }
        if (!page->hasMore) {
            return {};
        }
        place = page->next;
    }
}

Result<LogExportResult>
LogExporter::run(const QString& path, const LogFilter& filter, Progress& progress) const
{
    if (auto allowed = require(m_office.session, Action::ExportLog); !allowed) {
        return allowed.error();
    }
    // Asked first: who may not see the log leaves no file.
    if (auto allowed = m_queries.page(filter, {}, 1); !allowed) {
        return allowed.error();
    }
    auto writer = CsvWriter::create(path);
    if (!writer) {
        return writer.error();
    }
    if (auto done = writer->write(logHeader()); !done) {
        return done.error();
    }
    progress.phase(QCoreApplication::translate("core::LogExporter", "Exporting the log"), 0);
    LogExportResult result;
    if (auto done = writeLines(*writer, filter, progress, result.rows); !done) {
        return done.error();
    }
    if (auto flushed = writer->flush(); !flushed) {
        return flushed.error();
    }
    // The log first: an entry about a file that could not be finished does no harm.
    auto operation = Operation::begin(m_office, u"log.export");
    if (!operation) {
        return operation.error();
    }
    operation->setObject(QStringLiteral("log"));
    operation->setDetail(filterText(filter, result.rows));
    if (auto committed = operation->commit(); !committed) {
        return committed.error();
    }
    auto bytes = writer->finish();
    if (!bytes) {
        return bytes.error();
    }
    result.bytes = *bytes;
    return result;
}

} // namespace core
