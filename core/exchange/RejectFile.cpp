#include "core/exchange/RejectFile.h"

#include "core/standardize/SealedNumbers.h"
#include "core/standardize/TextForm.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace core {

namespace {

/// A spreadsheet takes no more in one cell.
constexpr qsizetype longestCell = 32767;

/// In a row that could not be read the cells are not where they belong: anything like such a number
/// goes.
QString withoutLongNumbers(const QString& cell)
{
    static const QRegularExpression number(QStringLiteral(R"((?<!\d)\d{15,19}[Xx]?(?!\d))"));
    return narrowWidth(cell).replace(number, QStringLiteral("***"));
}

/// One that is there may be half corrected already: never written over.
QString freePath(const QString& path)
{
    const auto isTaken = [](const QString& name) {
        const QFileInfo info(name);
        return info.isSymLink() || (info.exists() && !info.isDir());
    };
    const QString base = path.chopped(qsizetype(sizeof(".csv")) - 1);
    QString name = path;
    for (int number = 2; isTaken(name); ++number) {
        name = base + QStringLiteral("-%1.csv").arg(number);
    }
    return name;
}

} // namespace

RejectFile::RejectFile(const QString& input, const ColumnMapping& mapping, const QString& folder)
    : m_mapping(mapping)
{
    const QFileInfo info(input);
    const QDir where(folder.isEmpty() ? info.absolutePath() : folder);
    m_path = where.filePath(info.completeBaseName() + QStringLiteral(".rejected.csv"));
}

Result<> RejectFile::add(const CsvRow& row, const QString& reason)
{
    if (!m_writer) {
        m_path = freePath(m_path);
        auto writer = CsvWriter::create(m_path);
        if (!writer) {
            return Error{
                ErrorCode::Io,
                QCoreApplication::translate("core::RejectFile",
                                            "Some rows cannot be imported, and the file that lists "
                                            "them cannot be written beside the import file."
                                            " Copy the import file into a folder of yours, then "
                                            "import it from there. Nothing was imported."),
                writer.error().detail};
        }
        m_writer.emplace(*std::move(writer));
        QStringList header{QCoreApplication::translate("core::RejectFile", "Line"),
                           QCoreApplication::translate("core::RejectFile", "Reason")};
        for (const Column& column : m_mapping.columns) {
            header.append(column.header);
        }
        if (auto done = m_writer->write(header); !done) {
            return done;
        }
    }
    QStringList cells{QString::number(row.line), reason};
    for (qsizetype i = 0; i < row.cells.size(); ++i) {
        const bool known = std::size_t(i) < m_mapping.columns.size();
        const bool sealed = known && m_mapping.columns[std::size_t(i)].use == ColumnUse::Sealed;
        QString cell
            = sealed || isSealedNumber(row.cells[i]) ? QString() : row.cells[i].left(longestCell);
        cell = withoutSealedNumbers(cell);
        if (!row.problem.isEmpty()) {
            cell = withoutLongNumbers(cell);
        }
        cells.append(cell);
    }
    return m_writer->write(cells);
}

Result<QString> RejectFile::finish()
{
    if (!m_writer) {
        return QString();
    }
    if (auto done = m_writer->finish(); !done) {
        return done.error();
    }
    return m_path;
}

} // namespace core
