/// TextDecoding: bytes of a file in whatever encoding an office's programs write -> text, and back. Recognized by its
/// byte order mark, by being valid UTF-8, by the zero bytes of UTF-16, and else by which encoding makes sense of it
/// (EncodingGuess.h). Any thread; a decoder belongs to one.
///
///     auto encoding = detectEncoding(firstBytes);             // Invalid where it is no text at all
///     TextDecoder decoder(*encoding);
///     QString part = decoder.decode(chunk);                   // characters cut by a chunk's end come with the next
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace core {

/// "utf-8", "utf-16le", "utf-16be", "gb18030", "big5", "windows-1252", …
Result<QString> detectEncoding(const QByteArray& sample);
/// Any name that ICU knows: "cp936", "latin1", "Shift_JIS".
[[nodiscard]] bool isKnownEncoding(const QString& name);
/// To choose from where the one found is not right; the most frequent first.
[[nodiscard]] QStringList offeredEncodings();
/// Invalid, with the names that are offered.
[[nodiscard]] Error unknownEncodingError(const QString& name);

class TextDecoder
{
public:
    explicit TextDecoder(const QString& encoding);
    ~TextDecoder();
    TextDecoder(TextDecoder&&) noexcept;
    TextDecoder& operator=(TextDecoder&&) noexcept;

    /// A byte order mark at the beginning is left out. `last`: nothing comes any more.
    QString decode(const QByteArray& bytes, bool last);

private:
    struct Converter;
    std::unique_ptr<Converter> m_converter;
    bool m_atStart = true;
};

/// Into "utf-8", "utf-8-bom" or "gb18030".
Result<QByteArray> encodeText(QStringView text, const QString& encoding);

} // namespace core
