/// SecureBytes: secret bytes in memory that is locked (never swapped), guarded, and wiped when it goes
/// (sodium_malloc). Move-only: a copy is asked for by name.
///
///     SecureBytes key = SecureBytes::random(32);
///     SecureBytes again = key.clone();
///
/// One owner at a time, any thread. initCrypto() comes first.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

class QByteArray;

namespace core {

/// Prepares libsodium; once, before anything else of this folder. False where the system gives no random numbers.
bool initCrypto();

class SecureBytes
{
public:
    SecureBytes() = default;
    explicit SecureBytes(std::size_t size); ///< all zero
    static SecureBytes random(std::size_t size);
    static SecureBytes copyOf(std::span<const unsigned char> bytes);

    SecureBytes(SecureBytes&& other) noexcept;
    SecureBytes& operator=(SecureBytes&& other) noexcept;
    SecureBytes(const SecureBytes&) = delete;
    SecureBytes& operator=(const SecureBytes&) = delete;
    ~SecureBytes();

    [[nodiscard]] unsigned char* data() { return m_data; }
    [[nodiscard]] const unsigned char* data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::span<const unsigned char> bytes() const { return {m_data, m_size}; }
    [[nodiscard]] SecureBytes clone() const { return copyOf(bytes()); }
    /// Lower-case hexadecimal, again in locked memory, without a terminating zero.
    [[nodiscard]] SecureBytes toHex() const;

    /// In constant time.
    friend bool operator==(const SecureBytes& a, const SecureBytes& b);

private:
    unsigned char* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace core
