#include "core/exchange/CsvWriter.h"

#include "core/base/FileInUse.h"
#include "core/standardize/TextDecoding.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <vector>

namespace core {

namespace {

/// The white space of Unicode that QChar::isSpace() knows, in UTF-8, at the beginning of `text`: how many bytes of it.
std::size_t blankAtStart(std::string_view text)
{
    const auto byte = [text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned first = byte(0);
    if (first < 0x80) {
        return first == ' ' || (first >= '\t' && first <= '\r') || (first >= 0x1C && first <= 0x1F)
            ? 1
            : 0;
    }
    if (first == 0xC2) {
        return byte(1) == 0x85 || byte(1) == 0xA0 ? 2 : 0;
    }
    const unsigned code = ((first & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
    const bool blank = (first >= 0xE1 && first <= 0xE3)
        && (code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029
            || code == 0x202F || code == 0x205F || code == 0x3000);
    return blank ? 3 : 0;
}

bool endsInBlank(std::string_view text)
{
    for (std::size_t bytes = 1; bytes <= 3 && bytes <= text.size(); ++bytes) {
        if (blankAtStart(text.substr(text.size() - bytes)) == bytes) {
            return true;
        }
    }
    return false;
}

bool startsRunning(std::string_view text)
{
    if (!text.empty() && (text.front() == '\t' || text.front() == '\r')) {
        return true;
    }
    while (const std::size_t blank = blankAtStart(text)) {
        text.remove_prefix(blank);
    }
    if (text.empty()) {
        return false;
    }
    constexpr std::string_view runs = "=+-@";
    constexpr std::array<std::string_view, 4> wide{
        "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}; // ＝ ＋ － ＠
    return runs.find(text.front()) != std::string_view::npos
        || std::find(wide.begin(), wide.end(), text.substr(0, 3)) != wide.end();
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// What a spreadsheet would take for a number or a date and show or keep as something else: leading
/// zeros and the digits behind the fifteenth go, 1e5 becomes 100000, 3-5 the fifth of March, 1.10
/// is cut. A whole number of at most eleven digits stays as it is, and so does a full date, which
/// import reads in any form.
bool wouldBeDamaged(std::string_view text)
{
    constexpr std::size_t safeDigits = 11;
    constexpr std::size_t longest = 40;
    if (text.empty() || text.size() > longest || !isDigit(text.front())) {
        return false;
    }
    if (std::all_of(text.begin(), text.end(), isDigit)) {
        return text.size() > safeDigits || (text.size() > 1 && text.front() == '0');
    }
    static constexpr std::string_view others = ".,-/:eE+ ";
    const bool likeNumber = std::all_of(text.begin(), text.end(), [](char c) {
        return isDigit(c) || others.find(c) != std::string_view::npos;
    });
    const bool isDate = text.size() == 10 && text[4] == '-' && text[7] == '-';
    const bool isPhone = std::count_if(text.begin(), text.end(), isDigit) >= 9;
    return likeNumber && !isDate && !isPhone;
}

bool needsGuard(std::string_view text)
{
    return startsRunning(text) || wouldBeDamaged(text) || (!text.empty() && text.front() == '\'');
}

bool needsQuotes(std::string_view text)
{
    static constexpr auto special = [] {
        std::array<bool, 256> table{};
        for (const char c : std::string_view(",\"\n\r;\t")) {
            table[static_cast<unsigned char>(c)] = true;
        }
        return table;
    }();
    return std::any_of(text.begin(),
                       text.end(),
                       [](char c) { return special[static_cast<unsigned char>(c)]; })
        || blankAtStart(text) > 0 || endsInBlank(text);
}

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

Error writeError(const QSaveFile& file)
{
    if (isHeldByAnotherProgram(file.fileName())) { // most often the spreadsheet of the last time
        return {ErrorCode::Io, heldByAnotherProgramWords(), file.errorString()};
    }
    // A write that stops short because the disk is full leaves no error behind.
    const bool full = file.error() == QFileDevice::ResourceError
        || file.error() == QFileDevice::WriteError || file.error() == QFileDevice::NoError;
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
    return needsGuard(viewOf(text.toUtf8())) ? QString(u'\'' + text) : text;
}

QString unguardedCell(const QString& text)
{
    if (!text.startsWith(u'\'')) {
        return text;
    }
    const QString inner = text.mid(1);
    return needsGuard(viewOf(inner.toUtf8())) ? inner : text;
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
    writer.m_digest = std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256);
    if (!writer.m_file->open(QIODevice::WriteOnly)) {
        return writeError(*writer.m_file);
    }
    writer.m_file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (encoding == QLatin1String("utf-8-bom")) {
        writer.m_waiting = "\xEF\xBB\xBF";
    }
    return writer;
}

Result<CsvWriter> CsvWriter::createForPrograms(const QString& path)
{
    auto writer = create(path, QStringLiteral("utf-8"));
    if (writer) {
        writer->m_lineEnd = "\n";
    }
    return writer;
}

Result<> CsvWriter::write(const QStringList& cells, bool guard)
{
    std::vector<QByteArray> bytes;
    std::vector<std::string_view> views;
    bytes.reserve(std::size_t(cells.size()));
    for (const QString& cell : cells) {
        bytes.push_back(cell.toUtf8());
        views.push_back(viewOf(bytes.back()));
    }
    return write(views, guard);
}

Result<> CsvWriter::write(std::span<const std::string_view> cells, bool guard)
{
    bool isFirst = true;
    for (const std::string_view cell : cells) {
        if (!isFirst) {
            m_waiting += ',';
        }
        isFirst = false;
        const bool guarded = guard && needsGuard(cell);
        if (!needsQuotes(cell)) {
            m_waiting.append(guarded ? "'" : "").append(cell);
            continue;
        }
        m_waiting.append(guarded ? "\"'" : "\"");
        for (const char c : cell) {
            m_waiting.append(c == '"' ? 2 : 1, c);
        }
        m_waiting += '"';
    }
    m_waiting += m_lineEnd;
    constexpr std::size_t enough = 1U << 16U;
    return m_waiting.size() < enough ? Result<>() : giveAway();
}

/// Whole lines, so that an encoding is asked for whole characters.
Result<> CsvWriter::giveAway()
{
    QByteArray bytes
        = QByteArray::fromRawData(m_waiting.data(), static_cast<qsizetype>(m_waiting.size()));
    if (m_encoding == QLatin1String("gb18030")) {
        auto encoded = encodeText(QString::fromUtf8(bytes), m_encoding);
        if (!encoded) {
            return encoded.error();
        }
        bytes = *std::move(encoded);
    }
    if (m_file->write(bytes) != bytes.size()) {
        return writeError(*m_file);
    }
    m_digest->addData(bytes);
    m_bytes += bytes.size();
    m_waiting.clear();
    return {};
}

Result<> CsvWriter::flush()
{
    auto given = giveAway();
    // QSaveFile::commit() does not notice that its last buffer could not be written: asked for before.
    if (given && m_file->flush() && m_file->size() == m_bytes) {
        return {};
    }
    m_file->cancelWriting();
    return given ? Result<>(writeError(*m_file)) : given;
}

Result<qint64> CsvWriter::finish()
{
    if (auto done = flush(); !done) {
        return done.error();
    }
    if (!m_file->commit()) {
        return writeError(*m_file);
    }
    return m_bytes;
}

QByteArray CsvWriter::digest() const
{
    return m_digest->result().toHex();
}

} // namespace core
