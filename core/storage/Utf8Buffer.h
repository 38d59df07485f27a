/// UTF-8 for SQLite in a buffer that is used again for the next row: encoded once, no allocation in
/// the steady state, bound without a copy. By hand, since Qt's encoder into existing memory takes
/// twice as long for short texts. A lone surrogate becomes U+FFFD. Internal to core/storage.
#pragma once

#include <QByteArray>
#include <QStringView>

namespace core {

/// Does the encoded text fit without the buffer's memory moving?
[[nodiscard]] inline bool fitsInto(const QByteArray& buffer, QStringView text)
{
    constexpr qsizetype mostBytesPerUnit = 3;
    return buffer.isDetached() && buffer.size() >= mostBytesPerUnit * text.size();
}

/// Asks for the text's memory, to be read soon; where the compiler cannot, the read waits for it.
inline void prefetch(QStringView text)
{
#if defined(__GNUC__) || defined(__clang__)
    __builtin_prefetch(text.utf16());
    __builtin_prefetch(text.utf16() + text.size());
#else
    (void)text;
#endif
}

/// Encodes into `buffer`, which grows where needed; returns the number of bytes.
qsizetype encodeInto(QByteArray& buffer, QStringView text);

} // namespace core
