#include "core/standardize/TextDecoding.h"

#include "core/standardize/TextForm.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <uchardet.h>
#include <unicode/ucnv.h>

namespace core {

namespace {

/// Programs that keep contacts or tables give their files other names as well.
std::optional<Error> otherKindError(const QByteArray& bytes)
{
    const auto refusal = [](const char* sentence) {
        return Error{ErrorCode::Unsupported,
                     QCoreApplication::translate("core::TextDecoding", sentence),
                     {}};
    };
    constexpr qsizetype zipNames = 4096;
    if (bytes.startsWith("\xD0\xCF\x11\xE0")
        || (bytes.startsWith("PK\x03\x04")
            && bytes.left(zipNames).contains("[Content_Types].xml"))) {
        return refusal(
            QT_TRANSLATE_NOOP("core::TextDecoding",
                              "This is an Excel file, which this version cannot read. Save it "
                              "as CSV in Excel, then import that file."));
    }
    QByteArray begin = bytes.left(zipNames);
    if (begin.startsWith("\xEF\xBB\xBF")) {
        begin.remove(0, 3);
    }
    if (begin.trimmed().toUpper().startsWith("BEGIN:VCARD")) {
        return refusal(
            QT_TRANSLATE_NOOP("core::TextDecoding",
                              "These are address cards (vCard), which this version cannot read. "
                              "Export them as CSV instead."));
    }
    return std::nullopt;
}

Error notTextError()
{
    return {ErrorCode::Invalid,
            QCoreApplication::translate("core::TextDecoding",
                                        "This is not a text file. Save the table as CSV in the "
                                        "program it comes from, then try again."),
            {}};
}

/// Valid UTF-8, a character cut at the very end forgiven.
bool isUtf8(const QByteArray& bytes)
{
    qsizetype i = 0;
    while (i < bytes.size()) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const int more = lead < 0x80      ? 0
            : lead >= 0xC2 && lead < 0xE0 ? 1
            : lead >= 0xE0 && lead < 0xF0 ? 2
            : lead >= 0xF0 && lead < 0xF5 ? 3
                                          : -1;
        if (more < 0) {
            return false;
        }
        for (int k = 1; k <= more; ++k) {
            if (i + k >= bytes.size()) {
                return true;
            }
            if ((static_cast<unsigned char>(bytes[i + k]) & 0xC0U) != 0x80U) {
                return false;
            }
        }
        i += more + 1;
    }
    return true;
}

bool looksBinary(const QByteArray& bytes)
{
    for (const char* magic : {"\x89PNG",
                              "PK\x03\x04",
                              "\xFF\xD8\xFF",
                              "GIF8",
                              "%PDF",
                              "\xD0\xCF\x11\xE0",
                              "SQLite format 3",
                              "\x7F"
                              "ELF",
                              "MZ\x90"}) {
        if (bytes.startsWith(magic)) {
            return true;
        }
    }
    const auto odd = std::count_if(bytes.begin(), bytes.end(), [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return u < 0x20 && u != '\t' && u != '\n' && u != '\r' && u != 0x0C && u != 0x1A
            && u != 0x1B;
    });
    return odd * 100 > bytes.size();
}

/// How sensible the text is as Chinese: common characters count, private and undefined ones count against.
int chineseScore(const QString& text)
{
    int score = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u >= 0x4E00 && u <= 0x9FA5) {
            score += 2;
        } else if (u == 0xFFFD || (u >= 0xE000 && u <= 0xF8FF)) {
            score -= 20;
        } else if (u >= 0x80 && !(u >= 0x3000 && u <= 0x303F) && !(u >= 0xFF00 && u <= 0xFFEF)) {
            score -= 2;
        }
    }
    return score;
}

QString decodeAll(const QByteArray& bytes, const char* encoding)
{
    TextDecoder decoder(QString::fromLatin1(encoding));
    return decoder.decode(bytes, false);
}

QString byDetector(const QByteArray& bytes)
{
    uchardet_t detector = uchardet_new();
    uchardet_handle_data(detector, bytes.constData(), std::size_t(bytes.size()));
    uchardet_data_end(detector);
    const QString name = QString::fromLatin1(uchardet_get_charset(detector)).toLower();
    uchardet_delete(detector);
    return name;
}

/// Bytes of a double-byte encoding come in pairs; accented letters of a single-byte one stand alone between ASCII.
bool looksSingleByte(const QByteArray& bytes)
{
    int alone = 0;
    int together = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (static_cast<unsigned char>(bytes[i]) < 0x80) {
            continue;
        }
        qsizetype end = i;
        while (end < bytes.size() && static_cast<unsigned char>(bytes[end]) >= 0x80) {
            ++end;
        }
        (end - i == 1 ? alone : together) += 1;
        i = end;
    }
    return alone > together;
}

} // namespace

Result<QString> detectEncoding(const QByteArray& sample)
{
    if (auto other = otherKindError(sample)) {
        return *other;
    }
    if (sample.startsWith("\xEF\xBB\xBF")) {
        return QStringLiteral("utf-8");
    }
    if (sample.startsWith("\xFF\xFE")) {
        return QStringLiteral("utf-16le");
    }
    if (sample.startsWith("\xFE\xFF")) {
        return QStringLiteral("utf-16be");
    }
    const auto zeros = [&sample](int parity) {
        qsizetype count = 0;
        for (qsizetype i = parity; i < sample.size(); i += 2) {
            count += sample[i] == '\0' ? 1 : 0;
        }
        return count;
    };
    if (const qsizetype pairs = sample.size() / 2; pairs > 0 && zeros(0) + zeros(1) > 0) {
        if (zeros(1) * 5 > pairs && zeros(0) * 20 < pairs) {
            return QStringLiteral("utf-16le");
        }
        if (zeros(0) * 5 > pairs && zeros(1) * 20 < pairs) {
            return QStringLiteral("utf-16be");
        }
        return notTextError();
    }
    if (looksBinary(sample)) {
        return notTextError();
    }
    if (isUtf8(sample)) {
        return QStringLiteral("utf-8");
    }
    if (looksSingleByte(sample)) {
        const QString found = byDetector(sample);
        return isKnownEncoding(found) && found.startsWith(QStringLiteral("windows-"))
            ? found
            : QStringLiteral("windows-1252");
    }
    const int simplified = chineseScore(decodeAll(sample, "gb18030"));
    const int traditional = chineseScore(decodeAll(sample, "big5"));
    const QString found = byDetector(sample);
    if (found == QStringLiteral("shift_jis") || found == QStringLiteral("euc-jp")
        || found == QStringLiteral("euc-kr")) {
        return simplified > 0 ? QStringLiteral("gb18030") : found;
    }
    // Nearly every byte pair is some character of GB18030, so Big5 must be clearly the better one.
    if (found == QStringLiteral("big5") || traditional > simplified * 5 / 4) {
        return traditional >= simplified ? QStringLiteral("big5") : QStringLiteral("gb18030");
    }
    return QStringLiteral("gb18030");
}

bool isKnownEncoding(const QString& name)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(name.toLatin1().constData(), &status);
    if (U_FAILURE(status) || name.isEmpty()) {
        return false;
    }
    ucnv_close(converter);
    return true;
}

struct TextDecoder::Converter
{
    UConverter* handle = nullptr;
    ~Converter()
    {
        if (handle != nullptr) {
            ucnv_close(handle);
        }
    }
};

TextDecoder::TextDecoder(const QString& encoding)
    : m_converter(std::make_unique<Converter>())
{
    UErrorCode status = U_ZERO_ERROR;
    const QString plain
        = encoding == QStringLiteral("utf-8-bom") ? QStringLiteral("utf-8") : encoding;
    m_converter->handle = ucnv_open(plain.toLatin1().constData(), &status);
}

TextDecoder::~TextDecoder() = default;
TextDecoder::TextDecoder(TextDecoder&&) noexcept = default;
TextDecoder& TextDecoder::operator=(TextDecoder&&) noexcept = default;

QString TextDecoder::decode(const QByteArray& bytes, bool last)
{
    QString text(bytes.size() + 16, Qt::Uninitialized);
    const char* source = bytes.constData();
    auto* start = reinterpret_cast<char16_t*>(text.data());
    char16_t* target = start;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(m_converter->handle,
                   &target,
                   start + text.size(),
                   &source,
                   source + bytes.size(),
                   nullptr,
                   last ? 1 : 0,
                   &status);
    text.resize(target - start);
    if (m_atStart && !text.isEmpty()) {
        m_atStart = false;
        if (text.front() == QChar(0xFEFF)) {
            text.remove(0, 1);
        }
    }
    return text;
}

Result<QByteArray> encodeText(QStringView text, const QString& encoding)
{
    if (encoding == QStringLiteral("utf-8")) {
        return text.toUtf8();
    }
    if (encoding == QStringLiteral("utf-8-bom")) {
        return QByteArray(QByteArrayLiteral("\xEF\xBB\xBF") + text.toUtf8());
    }
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding.toLatin1().constData(), &status);
    if (U_FAILURE(status)) {
        return Error{
            ErrorCode::Invalid,
            QCoreApplication::translate("core::TextDecoding", "This encoding is not known: %1.")
                .arg(encoding),
            {}};
    }
    const auto size = int(text.size());
    QByteArray bytes(UCNV_GET_MAX_BYTES_FOR_STRING(size, ucnv_getMaxCharSize(converter)),
                     Qt::Uninitialized);
    const int length = ucnv_fromUChars(converter,
                                       bytes.data(),
                                       int(bytes.size()),
                                       reinterpret_cast<const char16_t*>(text.utf16()),
                                       size,
                                       &status);
    ucnv_close(converter);
    if (U_FAILURE(status)) {
        return Error{
            ErrorCode::Internal,
            QCoreApplication::translate("core::TextDecoding", "The text could not be encoded."),
            {}};
    }
    bytes.resize(length);
    return bytes;
}

} // namespace core
