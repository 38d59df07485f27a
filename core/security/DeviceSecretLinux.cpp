// The keystore of Linux desktops: the Secret Service (GNOME Keyring, KWallet, KeePassXC), through libsecret.
#include "core/security/DeviceSecret.h"

#include <algorithm>

#ifdef DOSSIER_HAS_LIBSECRET
#include <libsecret/secret.h>
#endif

namespace core {

namespace {

#ifdef DOSSIER_HAS_LIBSECRET

const SecretSchema* officeSchema()
{
    static const SecretSchema schema = [] {
        SecretSchema made{};
        made.name = "org.dossier.Office";
        made.flags = SECRET_SCHEMA_NONE;
        made.attributes[0] = {"office", SECRET_SCHEMA_ATTRIBUTE_STRING};
        return made;
    }();
    return &schema;
}

/// The failure in words, and freed; none: nothing failed.
std::optional<Error> takeError(GError* error)
{
    if (error == nullptr) {
        return std::nullopt;
    }
    const Error said = keystoreError(QString::fromUtf8(error->message));
    g_error_free(error);
    return said;
}

class SecretService : public DeviceKeystore
{
public:
    [[nodiscard]] bool isAvailable() const override { return true; }

    Result<> keep(const QString& office, const SecureBytes& secret) override
    {
        // With its terminating zero, which the library's interface needs; in locked memory like the secret.
        const SecureBytes hex = secret.toHex();
        SecureBytes text(hex.size() + 1);
        std::copy(hex.bytes().begin(), hex.bytes().end(), text.data());
        GError* error = nullptr;
        secret_password_store_sync(officeSchema(),
                                   SECRET_COLLECTION_DEFAULT,
                                   "Dossier",
                                   reinterpret_cast<const char*>(text.data()),
                                   nullptr,
                                   &error,
                                   "office",
                                   office.toLatin1().constData(),
                                   nullptr);
        const auto failed = takeError(error);
        return failed ? Result<>(*failed) : Result<>();
    }

    Result<std::optional<SecureBytes>> find(const QString& office) override
    {
        GError* error = nullptr;
        char* found = secret_password_lookup_sync(
            officeSchema(), nullptr, &error, "office", office.toLatin1().constData(), nullptr);
        if (const auto failed = takeError(error)) {
            return *failed;
        }
        if (found == nullptr) {
            return std::optional<SecureBytes>();
        }
        const QByteArray bytes
            = QByteArray::fromHex(QByteArray::fromRawData(found, qsizetype(qstrlen(found))));
        SecureBytes secret = SecureBytes::copyOf(
            {reinterpret_cast<const unsigned char*>(bytes.constData()), std::size_t(bytes.size())});
        secret_password_wipe(found);
        secret_password_free(found);
        return std::optional(std::move(secret));
    }

    Result<> forget(const QString& office) override
    {
        GError* error = nullptr;
        secret_password_clear_sync(
            officeSchema(), nullptr, &error, "office", office.toLatin1().constData(), nullptr);
        const auto failed = takeError(error);
        return failed ? Result<>(*failed) : Result<>();
    }
};

#else

class SecretService : public DeviceKeystore
{
public:
    [[nodiscard]] bool isAvailable() const override { return false; }
    Result<> keep(const QString&, const SecureBytes&) override { return keystoreError({}); }
    Result<std::optional<SecureBytes>> find(const QString&) override
    {
        return std::optional<SecureBytes>();
    }
    Result<> forget(const QString&) override { return {}; }
};

#endif

} // namespace

DeviceKeystore& platformKeystore()
{
    static SecretService service;
    return service;
}

} // namespace core
