/// Digest: BLAKE2b-256 (RFC 7693) over fields, each with its length before it, so that no two lists of fields have the
/// same bytes; keyed for row hashes. And random bytes. Any thread.
///
///     Hasher hasher(clientKey);
///     hasher.add(u"phone"); hasher.add(value);
///     QByteArray hash = hasher.finish();          // 32 bytes
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <cstddef>

namespace core {

inline constexpr int digestBytes = 32;

class Hasher
{
public:
    Hasher();
    /// Keyed: nobody without the key can make or guess the hash. At most 64 bytes; an empty key is none.
    explicit Hasher(const QByteArray& key);

    void add(const QByteArray& field);
    void add(QStringView field); ///< as UTF-8
    void add(const QString& field) { add(QStringView(field)); }
    [[nodiscard]] QByteArray finish();

private:
    /// libsodium's state, kept opaque: its header stays out of ours.
    alignas(64) std::array<unsigned char, 384> m_state{};
};

[[nodiscard]] QByteArray digest(const QByteArray& bytes);
[[nodiscard]] QByteArray randomBytes(int count);
/// 16 random bytes: names one use case, however often it is submitted.
[[nodiscard]] QByteArray newOpId();

} // namespace core
