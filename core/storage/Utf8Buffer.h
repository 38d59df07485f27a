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

/// Encodes into `buffer`, which grows where needed; returns the number of bytes.
qsizetype encodeInto(QByteArray& buffer, QStringView text);

} // namespace core
