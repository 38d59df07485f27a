/// Bytes: writes and reads the binary form of keyring and certificates: little-endian integers, byte strings with a
/// 32-bit length before them. The reader checks every length against what is left and remembers the first failure, so
/// that a parser can read on and look once at the end. Any thread.
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace core {

/// Bytes as libsodium takes them.
[[nodiscard]] inline const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}
[[nodiscard]] inline unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

class ByteWriter
{
public:
    void u8(std::uint8_t value) { m_bytes.append(char(value)); }
    void u32(std::uint32_t value) { little(value, 4); }
    void u64(std::uint64_t value) { little(value, 8); }
    void fixed(const QByteArray& bytes) { m_bytes.append(bytes); }
    void sized(const QByteArray& bytes)
    {
        u32(std::uint32_t(bytes.size()));
        fixed(bytes);
    }
    void text(const QString& text) { sized(text.toUtf8()); }
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

private:
    void little(std::uint64_t value, int count)
    {
        for (int i = 0; i < count; ++i) {
            m_bytes.append(char(value & 0xFFU));
            value >>= 8U;
        }
    }

    QByteArray m_bytes;
};

class ByteReader
{
public:
    explicit ByteReader(QByteArray bytes)
        : m_bytes(std::move(bytes))
    { }

    std::uint8_t u8() { return std::uint8_t(little(1)); }
    std::uint32_t u32() { return std::uint32_t(little(4)); }
    std::uint64_t u64() { return little(8); }
    QByteArray fixed(qsizetype size)
    {
        if (!m_ok || size < 0 || size > m_bytes.size() - m_at) {
            m_ok = false;
            return {};
        }
        const QByteArray part = m_bytes.mid(m_at, size);
        m_at += size;
        return part;
    }
    /// Longer than `limit` is a failure: a length in a file is somebody else's number.
    QByteArray sized(qsizetype limit)
    {
        const auto size = qsizetype(u32());
        if (size > limit) {
            m_ok = false;
        }
        return fixed(size);
    }
    QString text(qsizetype limit) { return QString::fromUtf8(sized(limit)); }

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_ok && m_at == m_bytes.size(); }

private:
    std::uint64_t little(int count)
    {
        const QByteArray part = fixed(count);
        std::uint64_t value = 0;
        for (qsizetype i = part.size() - 1; i >= 0; --i) {
            value = value << 8U | static_cast<unsigned char>(part[i]);
        }
        return value;
    }

    QByteArray m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
};

} // namespace core
