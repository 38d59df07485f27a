#include "core/standardize/TextDecoding.h"

#include "core/standardize/EncodingGuess.h"
#include "core/standardize/TextForm.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
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
                              "\177ELF",
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

bool isChineseUtf16(const QByteArray& bytes, const char* encoding)
{
    const QString text = TextDecoder(QLatin1String(encoding)).decode(bytes, false);
    const auto plain = std::count_if(text.begin(), text.end(), [](QChar c) {
        return isHan(c.unicode()) || c.isSpace() || (c >= u' ' && c < QChar(0x7F))
            || (c >= QChar(0x3000) && c <= QChar(0x303F))
            || (c >= QChar(0xFF01) && c <= QChar(0xFF5E));
    });
    const bool isTable = std::any_of(
        text.begin(), text.end(), [](QChar c) { return QStringView(u",;\t\n\r").contains(c); });
    return isTable && plain * 20 > text.size() * 19;
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
        // Of a text mostly in Chinese only the delimiters and line ends have one.
        if ((zeros(1) * 5 > pairs && zeros(0) * 20 < pairs) || isChineseUtf16(sample, "utf-16le")) {
            return QStringLiteral("utf-16le");
        }
        if ((zeros(0) * 5 > pairs && zeros(1) * 20 < pairs) || isChineseUtf16(sample, "utf-16be")) {
            return QStringLiteral("utf-16be");
        }
        return notTextError();
    }
    if (looksBinary(sample)) {
        return notTextError();
    }
    if (isUtf8(sample)) {
        return isHouseInDisguise(sample) ? QStringLiteral("gb18030") : QStringLiteral("utf-8");
    }
    return guessEncoding(sample);
}

QStringList offeredEncodings()
{
    QStringList names;
    for (const char* name :
         {"utf-8",        "gb18030",      "big5",         "utf-16le",     "utf-16be",
          "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254",
          "windows-1255", "windows-1256", "windows-1257", "windows-1258", "windows-874",
          "shift_jis",    "euc-jp",       "windows-949",  "koi8-r",       "macintosh",
          "ibm-850"}) {
        names.append(QLatin1String(name));
    }
    return names;
}

Error unknownEncodingError(const QString& name)
{
    return {ErrorCode::Invalid,
            QCoreApplication::translate("core::TextDecoding",
                                        "This encoding is not known: %1. Known are for example %2.")
                .arg(name, offeredEncodings().join(QStringLiteral(", "))),
            {}};
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
    qsizetype written = 0;
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
        auto* start = reinterpret_cast<char16_t*>(text.data());
        char16_t* target = start + written;
        status = U_ZERO_ERROR;
        ucnv_toUnicode(m_converter->handle,
                       &target,
                       start + text.size(),
                       &source,
                       bytes.constData() + bytes.size(),
                       nullptr,
                       last ? 1 : 0,
                       &status);
        written = target - start;
        if (status == U_BUFFER_OVERFLOW_ERROR) {
            text.resize(2 * text.size()); // a byte of ISCII may be two characters
        }
    }
    text.resize(written);
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
        return unknownEncodingError(encoding);
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
