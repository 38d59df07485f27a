#include "core/crypto/SecureBytes.h"

#include <cstring>
#include <new>
#include <sodium.h>
#include <utility>

namespace core {

bool initCrypto()
{
    return sodium_init() >= 0;
}

SecureBytes::SecureBytes(std::size_t size)
{
    if (size == 0) {
        return;
    }
    initCrypto();
    m_data = static_cast<unsigned char*>(sodium_malloc(size));
    if (m_data == nullptr) {
        std::terminate(); // no memory for a key: nothing sensible can go on
    }
    m_size = size;
    sodium_memzero(m_data, m_size);
}

SecureBytes SecureBytes::random(std::size_t size)
{
    SecureBytes bytes(size);
    if (!bytes.isEmpty()) {
        randombytes_buf(bytes.m_data, bytes.m_size);
    }
    return bytes;
}

SecureBytes SecureBytes::copyOf(std::span<const unsigned char> source)
{
    SecureBytes bytes(source.size());
    if (bytes.m_data != nullptr) {
        std::memcpy(bytes.m_data, source.data(), source.size());
    }
    return bytes;
}

SecureBytes::SecureBytes(SecureBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{ }

SecureBytes& SecureBytes::operator=(SecureBytes&& other) noexcept
{
    if (this != &other) {
        sodium_free(m_data);
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecureBytes::~SecureBytes()
{
    sodium_free(m_data);
}

SecureBytes SecureBytes::toHex() const
{
    constexpr char digits[] = "0123456789abcdef";
    SecureBytes hex(m_size * 2);
    if (hex.m_data == nullptr) {
        return hex;
    }
    for (std::size_t i = 0; i < m_size; ++i) {
        hex.m_data[2 * i] = static_cast<unsigned char>(digits[m_data[i] >> 4U]);
        hex.m_data[2 * i + 1] = static_cast<unsigned char>(digits[m_data[i] & 15U]);
    }
    return hex;
}

bool operator==(const SecureBytes& a, const SecureBytes& b)
{
    return a.m_size == b.m_size
        && (a.m_size == 0 || sodium_memcmp(a.m_data, b.m_data, a.m_size) == 0);
}

} // namespace core
