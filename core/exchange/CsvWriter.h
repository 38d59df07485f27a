/// CsvWriter: rows into a file that any spreadsheet opens as it was meant: UTF-8 with byte order
/// mark by default, CRLF, readable by its owner only. The file appears under its name when it is
/// whole; nothing half is left.
///
/// A cell that a spreadsheet would run, or turn into a number or a date, gets a guard: an
/// apostrophe before it. These are cells that begin, also behind blanks, with = + - @ tab CR or
/// their full-width forms (OWASP, "CSV Injection"), numbers that would be damaged (leading zero, 12
/// digits and more, 1e5, 3-5), and cells that begin with an apostrophe by themselves. A spreadsheet
/// shows the apostrophe and keeps it when it saves; unguardedCell() takes exactly this back, so
/// that the value is the same after any number of rounds.
#pragma once

#include "core/base/Result.h"

#include <QCryptographicHash>
#include <QSaveFile>
#include <QString>
#include <QStringList>

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace core {

[[nodiscard]] QString guardedCell(const QString& text);
[[nodiscard]] QString unguardedCell(const QString& text);

class CsvWriter
{
public:
    /// For people and their spreadsheets. `encoding`: "utf-8-bom", "utf-8", "gb18030".
    static Result<CsvWriter> create(const QString& path,
                                    const QString& encoding = QStringLiteral("utf-8-bom"));

    /// For other programs to read: UTF-8 without a mark, lines that end with a line feed alone.
    static Result<CsvWriter> createForPrograms(const QString& path);

    /// `guard` off: for files that only programs read (reject files keep their cells as they came).
    Result<> write(const QStringList& cells, bool guard = true);
    /// The same with cells that are UTF-8 already, as a database has them.
    Result<> write(std::span<const std::string_view> cells, bool guard = true);
    /// All that was written reaches the disk, or it is told now; the file does not stand under its name yet.
    Result<> flush();
    /// The file is there afterwards; returns its size in bytes.
    Result<qint64> finish();
    /// After finish(): SHA-256 (FIPS 180-4) of the file in hexadecimal digits.
    [[nodiscard]] QByteArray digest() const;

private:
    CsvWriter() = default;

    Result<> giveAway();

    std::unique_ptr<QSaveFile> m_file;
    std::unique_ptr<QCryptographicHash> m_digest;
    QString m_encoding;
    std::string_view m_lineEnd = "\r\n";
    std::string m_waiting; ///< UTF-8, whole lines
    qint64 m_bytes = 0;
};

} // namespace core
