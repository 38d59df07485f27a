// The keystore of macOS: the login keychain, through the Security framework. A generic password, service "Dossier",
// account the office's id, for this device only.
#include "core/security/DeviceSecret.h"

#include <CoreFoundation/CoreFoundation.h>
#include <Security/Security.h>

namespace core {

namespace {

/// Releases what Core Foundation made.
template <typename T>
class Owned
{
public:
    explicit Owned(T made)
        : m_made(made)
    { }
    ~Owned()
    {
        if (m_made != nullptr) {
            CFRelease(m_made);
        }
    }
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    [[nodiscard]] T get() const { return m_made; }

private:
    T m_made;
};

Error refusalOf(OSStatus status)
{
    return keystoreError(QStringLiteral("OSStatus %1").arg(int(status)));
}

Owned<CFMutableDictionaryRef> itemOf(const QString& office)
{
    CFMutableDictionaryRef item = CFDictionaryCreateMutable(
        kCFAllocatorDefault, 0, &kCFTypeDictionaryKeyCallBacks, &kCFTypeDictionaryValueCallBacks);
    const Owned<CFStringRef> account(office.toCFString());
    CFDictionarySetValue(item, kSecClass, kSecClassGenericPassword);
    CFDictionarySetValue(item, kSecAttrService, CFSTR("Dossier"));
    CFDictionarySetValue(item, kSecAttrAccount, account.get());
    return Owned<CFMutableDictionaryRef>(item);
}

class Keychain : public DeviceKeystore
{
public:
    [[nodiscard]] bool isAvailable() const override { return true; }

    Result<> keep(const QString& office, const SecureBytes& secret) override
    {
        if (auto done = forget(office); !done) {
            return done;
        }
        const auto item = itemOf(office);
        const Owned<CFDataRef> data(
            CFDataCreate(kCFAllocatorDefault, secret.data(), CFIndex(secret.size())));
        CFDictionarySetValue(item.get(), kSecValueData, data.get());
        CFDictionarySetValue(
            item.get(), kSecAttrAccessible, kSecAttrAccessibleWhenUnlockedThisDeviceOnly);
        const OSStatus status = SecItemAdd(item.get(), nullptr);
        return status == errSecSuccess ? Result<>() : Result<>(refusalOf(status));
    }

    Result<std::optional<SecureBytes>> find(const QString& office) override
    {
        const auto item = itemOf(office);
        CFDictionarySetValue(item.get(), kSecReturnData, kCFBooleanTrue);
        CFTypeRef found = nullptr;
        const OSStatus status = SecItemCopyMatching(item.get(), &found);
        if (status == errSecItemNotFound) {
            return std::optional<SecureBytes>();
        }
        if (status != errSecSuccess) {
            return refusalOf(status);
        }
        const Owned<CFTypeRef> owned(found);
        const auto data = static_cast<CFDataRef>(found);
        return std::optional(
            SecureBytes::copyOf({CFDataGetBytePtr(data), std::size_t(CFDataGetLength(data))}));
    }

    Result<> forget(const QString& office) override
    {
        const auto item = itemOf(office);
        const OSStatus status = SecItemDelete(item.get());
        return status == errSecSuccess || status == errSecItemNotFound
            ? Result<>()
            : Result<>(refusalOf(status));
    }
};

} // namespace

DeviceKeystore& platformKeystore()
{
    static Keychain keychain;
    return keychain;
}

} // namespace core
