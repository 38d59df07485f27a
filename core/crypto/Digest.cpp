#include "core/crypto/Digest.h"

#include "core/crypto/Bytes.h"

#include <sodium.h>

namespace core {

namespace {

static_assert(sizeof(crypto_generichash_state) <= 384);

crypto_generichash_state* stateOf(std::array<unsigned char, 384>& bytes)
{
    return reinterpret_cast<crypto_generichash_state*>(bytes.data());
}

} // namespace

Hasher::Hasher()
    : Hasher(QByteArray())
{ }

Hasher::Hasher(const QByteArray& key)
{
    crypto_generichash_init(
        stateOf(m_state), key.isEmpty() ? nullptr : raw(key), std::size_t(key.size()), digestBytes);
}

void Hasher::add(const QByteArray& field)
{
    std::array<unsigned char, 8> length{};
    auto size = std::uint64_t(field.size());
    for (unsigned char& byte : length) {
        byte = static_cast<unsigned char>(size & 0xFFU);
        size >>= 8U;
    }
    crypto_generichash_update(stateOf(m_state), length.data(), length.size());
    crypto_generichash_update(stateOf(m_state), raw(field), std::size_t(field.size()));
}

void Hasher::add(QStringView field)
{
    add(field.toUtf8());
}

QByteArray Hasher::finish()
{
    QByteArray hash(digestBytes, Qt::Uninitialized);
    crypto_generichash_final(stateOf(m_state), raw(hash), digestBytes);
    return hash;
}

QByteArray digest(const QByteArray& bytes)
{
    QByteArray hash(digestBytes, Qt::Uninitialized);
    crypto_generichash(raw(hash), digestBytes, raw(bytes), std::size_t(bytes.size()), nullptr, 0);
    return hash;
}

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), std::size_t(count));
    return bytes;
}

QByteArray newOpId()
{
    constexpr int size = 16;
    return randomBytes(size);
}

} // namespace core
