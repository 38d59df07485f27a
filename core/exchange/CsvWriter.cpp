#include "core/exchange/CsvWriter.h"

#include "core/standardize/TextDecoding.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace core {

namespace {

bool startsRunning(QStringView text)
{
    if (!text.isEmpty() && (text.front() == u'\t' || text.front() == u'\r')) {
        return true;
    }
    const QStringView body = text.trimmed();
    return !body.isEmpty() && QStringView(u"=+-@＝＋－＠").contains(body.front());
}

bool isDigit(QChar c)
{
    return c.unicode() >= u'0' && c.unicode() <= u'9';
}

/// What a spreadsheet would take for a number or a date and show or keep as something else: leading
/// zeros and the digits behind the fifteenth go, 1e5 becomes 100000, 3-5 the fifth of March, 1.10
/// is cut. A whole number of at most eleven digits stays as it is, and so does a full date, which
/// import reads in any form.
bool wouldBeDamaged(QStringView text)
{
    constexpr qsizetype safeDigits = 11;
    constexpr qsizetype longest = 40;
    if (text.isEmpty() || text.size() > longest || !isDigit(text.front())) {
        return false;
    }
    bool onlyDigits = true;
    bool likeNumber = true;
    for (const QChar c : text) {
        onlyDigits = onlyDigits && isDigit(c);
        likeNumber = likeNumber && (isDigit(c) || QStringView(u".,-/:eE+ ").contains(c));
    }
    if (onlyDigits) {
        return text.size() > safeDigits || (text.size() > 1 && text.front() == u'0');
    }
    const bool isDate = text.size() == 10 && text[4] == u'-' && text[7] == u'-';
    const bool isPhone = std::count_if(text.begin(), text.end(), isDigit) >= 9;
    return likeNumber && !isDate && !isPhone;
}

Error writeError(const QSaveFile& file)
{
    const bool full
        = file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError;
    return {ErrorCode::Io,
            full ? QCoreApplication::translate("core::CsvWriter",
                                               "The file could not be written: the disk is full, "
                                               "or went away. Nothing was left behind.")
                 : QCoreApplication::translate(
                     "core::CsvWriter",
                     "The file cannot be written there. Check the folder and your rights in it."),
            file.errorString()};
}

} // namespace

QString guardedCell(const QString& text)
{
    return startsRunning(text) || wouldBeDamaged(text) || text.startsWith(u'\'')
        ? QString(u'\'' + text)
        : text;
}

QString unguardedCell(const QString& text)
{
    if (!text.startsWith(u'\'')) {
        return text;
    }
    const QString inner = text.mid(1);
    return startsRunning(inner) || wouldBeDamaged(inner) || inner.startsWith(u'\'') ? inner : text;
}

Result<CsvWriter> CsvWriter::create(const QString& path, const QString& encoding)
{
    if (encoding != QLatin1String("utf-8-bom") && encoding != QLatin1String("utf-8")
        && encoding != QLatin1String("gb18030")) {
        return Error{ErrorCode::Invalid,
                     QCoreApplication::translate(
                         "core::CsvWriter", "Files are written in utf-8-bom, utf-8 or gb18030."),
                     {}};
    }
    if (QFileInfo(path).isDir()) {
        return Error{
            ErrorCode::Io,
            QCoreApplication::translate(
                "core::CsvWriter", "There is a folder of this name. Choose a name for the file."),
            {}};
    }
    CsvWriter writer;
    writer.m_encoding = encoding;
    writer.m_file = std::make_unique<QSaveFile>(path);
    if (!writer.m_file->open(QIODevice::WriteOnly)) {
        return writeError(*writer.m_file);
    }
    writer.m_file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (encoding == QLatin1String("utf-8-bom")) {
        writer.m_file->write("\xEF\xBB\xBF");
        writer.m_bytes = 3;
    }
    return writer;
}

Result<CsvWriter> CsvWriter::createForPrograms(const QString& path)
{
    auto writer = create(path, QStringLiteral("utf-8"));
    if (writer) {
        writer->m_lineEnd = QStringLiteral("\n");
    }
    return writer;
}

Result<> CsvWriter::write(const QStringList& cells, bool guard)
{
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0) {
            line += u',';
        }
        QString cell = guard ? guardedCell(cells[i]) : cells[i];
        const bool quote = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n')
            || cell.contains(u'\r') || cell.contains(u';') || cell.contains(u'\t')
            || (!cell.isEmpty() && (cell.front().isSpace() || cell.back().isSpace()));
        if (quote) {
            cell.replace(u'"', QStringLiteral("\"\""));
            line += u'"' + cell + u'"';
        } else {
            line += cell;
        }
    }
    line += m_lineEnd;
    auto bytes = encodeText(
        line, m_encoding == QLatin1String("gb18030") ? m_encoding : QStringLiteral("utf-8"));
    if (!bytes) {
        return bytes.error();
    }
    if (m_file->write(*bytes) != bytes->size()) {
        return writeError(*m_file);
    }
    m_bytes += bytes->size();
    return {};
}

Result<qint64> CsvWriter::finish()
{
    // commit() does not notice that its last buffer could not be written: asked for before.
    if (!m_file->flush() || m_file->size() != m_bytes) {
        m_file->cancelWriting();
        return writeError(*m_file);
    }
    if (!m_file->commit()) {
        return writeError(*m_file);
    }
    return m_bytes;
}

} // namespace core
