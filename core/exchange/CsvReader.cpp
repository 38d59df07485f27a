#include "core/exchange/CsvReader.h"

#include "core/base/FileInUse.h"
#include "core/exchange/Delimiter.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace core {

namespace {

constexpr qint64 chunkBytes = qint64{256} * 1024;
constexpr qint64 sampleBytes = qint64{128} * 1024;

Error say(ErrorCode code, const char* text)
{
    return {code, QCoreApplication::translate("core::CsvReader", text), {}};
}

/// No more than the file has, since Qt clears room for all that is asked for. What is no plain file has no size.
qint64 portion(const QIODevice& file, qint64 limit)
{
    const qint64 left = file.size() - file.pos();
    return left > 0 ? std::min(limit, left) : limit;
}

} // namespace

Result<CsvReader> CsvReader::open(const QString& path, const CsvOptions& options)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return say(ErrorCode::NotFound,
                   QT_TRANSLATE_NOOP("core::CsvReader", "This file does not exist."));
    }
    if (info.isDir()) {
        return say(
            ErrorCode::Io,
            QT_TRANSLATE_NOOP("core::CsvReader", "This is a folder. Choose the file in it."));
    }
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly)) {
        const QString said = file->errorString();
        if (isHeldByAnotherProgram(path)) {
            return Error{ErrorCode::Io, heldByAnotherProgramWords(), said};
        }
        return Error{ErrorCode::Io,
                     QCoreApplication::translate("core::CsvReader",
                                                 "The file cannot be opened. Perhaps another "
                                                 "program holds it, or you may not read it."),
                     said};
    }
    return over(std::move(file), options);
}

Result<CsvReader> CsvReader::fromBytes(const QByteArray& bytes, const CsvOptions& options)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return over(std::move(buffer), options);
}

Result<CsvReader> CsvReader::over(std::unique_ptr<QIODevice> source, const CsvOptions& options)
{
    CsvReader reader;
    reader.m_file = std::move(source);
    const QByteArray sample = reader.m_file->peek(portion(*reader.m_file, sampleBytes));
    if (sample.trimmed().isEmpty()) {
        return say(ErrorCode::Invalid, QT_TRANSLATE_NOOP("core::CsvReader", "The file is empty."));
    }
    if (options.encoding.isEmpty()) {
        auto encoding = detectEncoding(sample);
        if (!encoding) {
            return encoding.error();
        }
        reader.m_encoding = *encoding;
    } else if (isKnownEncoding(options.encoding)) {
        reader.m_encoding = options.encoding.toLower();
    } else {
        return unknownEncodingError(options.encoding);
    }
    const QString text = TextDecoder(reader.m_encoding).decode(sample, false);
    const QChar said = saidDelimiter(text);
    reader.m_saysDelimiter = !said.isNull();
    reader.m_delimiter = !options.delimiter.isNull() ? options.delimiter
        : !said.isNull()                             ? said
                                                     : findDelimiter(text);
    reader.m_decoder = std::make_unique<TextDecoder>(reader.m_encoding);
    return reader;
}

Result<> CsvReader::rewind()
{
    if (!m_file->seek(0)) {
        return Error{ErrorCode::Io,
                     QCoreApplication::translate("core::CsvReader", "The file cannot be read."),
                     m_file->errorString()};
    }
    m_decoder = std::make_unique<TextDecoder>(m_encoding);
    m_buffer.clear();
    m_at = 0;
    m_line = 1;
    m_lastWasReturn = false;
    m_end = false;
    return {};
}

qint64 CsvReader::size() const
{
    return m_file->size();
}

qint64 CsvReader::position() const
{
    return m_file->pos();
}

Result<> CsvReader::fill()
{
    while (m_at >= m_buffer.size() && !m_end) {
        const QByteArray bytes = m_file->read(portion(*m_file, chunkBytes));
        const auto* file = qobject_cast<const QFileDevice*>(m_file.get());
        if (bytes.isEmpty() && file != nullptr && file->error() != QFileDevice::NoError) {
            return Error{ErrorCode::Io,
                         QCoreApplication::translate("core::CsvReader",
                                                     "The file cannot be read to its end."),
                         m_file->errorString()};
        }
        m_end = bytes.isEmpty() || m_file->atEnd();
        m_buffer = m_decoder->decode(bytes, m_end);
        m_at = 0;
    }
    return {};
}

/// The cell that is being read, and how much of its row there is.
struct CsvReader::Cell
{
    QString text;
    qsizetype rowSize = 0;
    bool wasQuoted = false;
    bool hasLineBreak = false; ///< in its quoted part
    bool tooLong = false;
    bool mismatched = false; ///< text behind the closing mark of a cell over several lines: the
        ///< mark was another one's

    void append(QStringView part)
    {
        const qsizetype room = std::min(longestCell - text.size(), longestRow - rowSize);
        tooLong = tooLong || part.size() > room;
        const QStringView kept = part.left(std::max<qsizetype>(room, 0));
        text.append(kept);
        rowSize += kept.size();
    }
};

void CsvReader::countLines(QStringView text)
{
    for (const QChar c : text) {
        if (c == u'\r' || (c == u'\n' && !m_lastWasReturn)) {
            ++m_line;
        }
        m_lastWasReturn = c == u'\r';
    }
}

Result<> CsvReader::readQuoted(Cell& cell, CsvRow& row)
{
    ++m_at;
    cell.text.clear();
    cell.wasQuoted = true;
    const std::int64_t before = m_line;
    m_lastWasReturn = false;
    while (true) {
        if (auto done = fill(); !done) {
            return done;
        }
        if (isAtEnd()) {
            row.cut = true;
            break;
        }
        const qsizetype mark = m_buffer.indexOf(u'"', m_at);
        const QStringView part
            = QStringView(m_buffer).mid(m_at, (mark < 0 ? m_buffer.size() : mark) - m_at);
        countLines(part);
        cell.append(part);
        m_at += part.size();
        if (mark < 0) {
            continue;
        }
        ++m_at;
        m_lastWasReturn = false;
        if (auto done = fill(); !done) {
            return done;
        }
        if (isAtEnd() || m_buffer[m_at] != u'"') {
            break;
        }
        cell.append(u"\"");
        ++m_at;
    }
    cell.hasLineBreak = m_line > before;
    return {};
}

Result<> CsvReader::readPlain(Cell& cell)
{
    qsizetype end = m_at;
    while (end < m_buffer.size() && m_buffer[end] != m_delimiter && m_buffer[end] != u'\n'
           && m_buffer[end] != u'\r'
           && (m_buffer[end] != u'"' || end == m_at || cell.wasQuoted || !cell.text.isEmpty()
               || !QStringView(m_buffer).mid(m_at, end - m_at).trimmed().isEmpty())) {
        ++end;
    }
    const QStringView part = QStringView(m_buffer).mid(m_at, end - m_at);
    cell.mismatched = cell.mismatched || (cell.hasLineBreak && !part.trimmed().isEmpty());
    cell.append(part);
    m_at = end;
    return {};
}

Result<> CsvReader::readLineEnd()
{
    const bool isReturn = m_buffer[m_at++] == u'\r';
    ++m_line;
    if (!isReturn) {
        return {};
    }
    if (auto done = fill(); !done) {
        return done;
    }
    if (!isAtEnd() && m_buffer[m_at] == u'\n') {
        ++m_at;
    }
    return {};
}

/// The line "sep=;" is none of the table's.
Result<> CsvReader::skipFirstLine()
{
    while (true) {
        if (auto done = fill(); !done || isAtEnd()) {
            return done;
        }
        const QChar c = m_buffer[m_at];
        if (c == u'\n' || c == u'\r') {
            return readLineEnd();
        }
        ++m_at;
    }
}

Result<std::optional<CsvRow>> CsvReader::next()
{
    if (m_saysDelimiter && m_line == 1) {
        if (auto done = skipFirstLine(); !done) {
            return done.error();
        }
    }
    CsvRow row;
    row.line = m_line;
    Cell cell;
    bool any = false;
    const auto endCell = [&row, &cell] {
        if (row.cells.size() < mostColumns) {
            row.cells.append(std::exchange(cell.text, {}));
        } else {
            cell.tooLong = cell.tooLong || !cell.text.isEmpty();
            cell.text.clear();
        }
        cell.wasQuoted = false;
        cell.hasLineBreak = false;
    };
    while (!row.cut) {
        if (auto done = fill(); !done) {
            return done.error();
        }
        if (isAtEnd()) {
            break;
        }
        any = true;
        const QChar c = m_buffer[m_at];
        Result<> read;
        if (c == u'"' && !cell.wasQuoted && cell.text.trimmed().isEmpty()) {
            read = readQuoted(cell, row);
        } else if (c == m_delimiter) {
            endCell();
            ++m_at;
        } else if (c == u'\n' || c == u'\r') {
            read = readLineEnd();
            if (read && row.cells.isEmpty() && cell.text.isEmpty() && !cell.wasQuoted) {
                return std::optional(row); // an empty line
            }
            if (read) {
                break;
            }
        } else {
            read = readPlain(cell);
        }
        if (!read) {
            return read.error();
        }
    }
    if (!any) {
        return std::optional<CsvRow>{};
    }
    endCell();
    if (row.cut) {
        row.problem = QCoreApplication::translate("core::CsvReader",
                                                  "A quotation mark in this row is never closed: "
                                                  "the file was cut here, or the row is broken.");
    } else if (cell.tooLong) {
        row.problem = QCoreApplication::translate(
            "core::CsvReader", "A cell of this row is too large, or it has too many cells.");
    } else if (cell.mismatched) {
        row.problem = QCoreApplication::translate(
            "core::CsvReader",
            "The quotation marks of this row do not match: one is missing, or one too many.");
    }
    return std::optional(row);
}

} // namespace core
