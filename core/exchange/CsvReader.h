/// CsvReader: a table as text (RFC 4180, and what programs really write): any encoding and
/// delimiter, quoted cells with line breaks, CR, LF or both. Reads a file of any size with bounded
/// memory. The delimiter is what a first line "sep=;" says, else the sign that parts the lines alike.
/// Thread of whoever reads.
///
///     auto reader = CsvReader::open(path);
///     while (true) { auto row = reader->next(); if (!row) …; if (!*row) break; use((*row)->cells);
///     }
///
/// Errors of open(): NotFound, Io (a folder, no right), Invalid (empty, no text). A row with a cell
/// over the limit, one whose quotation marks do not match, and what stands behind a mark that is
/// never closed (`cut`) come as rows with a problem, never silently.
#pragma once

#include "core/base/Result.h"
#include "core/standardize/TextDecoding.h"

#include <QIODevice>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace core {

struct CsvOptions
{
    QString encoding{}; ///< empty: found out
    QChar delimiter{}; ///< null: found out
};

struct CsvRow
{
    QStringList cells;
    std::int64_t line = 0; ///< where it begins in the file, from 1
    QString problem; ///< translated; not empty: this row cannot be read
    bool cut = false; ///< the file ends inside a quoted cell of this row
};

class CsvReader
{
public:
    static constexpr qsizetype longestCell = qsizetype{1024} * 1024;
    static constexpr qsizetype longestRow = 4 * longestCell;
    static constexpr qsizetype mostColumns = 1000;

    static Result<CsvReader> open(const QString& path, const CsvOptions& options = {});

    /// The same over a file that is held in memory.
    static Result<CsvReader> fromBytes(const QByteArray& bytes, const CsvOptions& options = {});

    /// Nothing at the end of the file. Wholly empty lines are rows without cells.
    Result<std::optional<CsvRow>> next();
    /// Begins again.
    Result<> rewind();

    [[nodiscard]] const QString& encoding() const { return m_encoding; }
    [[nodiscard]] QChar delimiter() const { return m_delimiter; }
    [[nodiscard]] qint64 size() const;
    [[nodiscard]] qint64 position() const; ///< bytes read

private:
    CsvReader() = default;
    struct Cell;
    static Result<CsvReader> over(std::unique_ptr<QIODevice> source, const CsvOptions& options);

    /// Reads on where the buffer is used up; at the file's end it stays so.
    Result<> fill();
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_buffer.size(); }
    Result<> readQuoted(Cell& cell, CsvRow& row);
    Result<> readPlain(Cell& cell);
    Result<> readLineEnd();
    Result<> skipFirstLine();
    void countLines(QStringView text);

    std::unique_ptr<QIODevice> m_file;
    std::unique_ptr<TextDecoder> m_decoder;
    QString m_encoding;
    QChar m_delimiter = u',';
    QString m_buffer;
    qsizetype m_at = 0;
    std::int64_t m_line = 1;
    bool m_saysDelimiter = false; ///< in a first line of its own
    bool m_lastWasReturn = false;
    bool m_end = false;
};

} // namespace core
