/// MemoryKeystore: a computer's keystore that is this object, for as long as it lives.
#pragma once

#include "core/security/DeviceSecret.h"

#include <QMap>

namespace tests {

class MemoryKeystore : public core::DeviceKeystore
{
public:
    enum class State
    {
        Open,
        Locked,
        Absent
    };

    MemoryKeystore() { core::useKeystore(this); }
    ~MemoryKeystore() override { core::useKeystore(nullptr); }

    void setState(State state) { m_state = state; }
    [[nodiscard]] int asked() const { return m_asked; }

    [[nodiscard]] bool isAvailable() const override { return m_state != State::Absent; }
    core::Result<> keep(const QString& office, const core::SecureBytes& secret) override
    {
        if (m_state == State::Locked) {
            return core::keystoreError({});
        }
        m_secrets.insert(
            office,
            QByteArray(reinterpret_cast<const char*>(secret.data()), qsizetype(secret.size())));
        return {};
    }
    core::Result<std::optional<core::SecureBytes>> find(const QString& office) override
    {
        ++m_asked;
        if (m_state == State::Locked) {
            return core::keystoreError({});
        }
        if (!m_secrets.contains(office)) {
            return std::optional<core::SecureBytes>();
        }
        const QByteArray bytes = m_secrets.value(office);
        return std::optional(
            core::SecureBytes::copyOf({reinterpret_cast<const unsigned char*>(bytes.constData()),
                                       std::size_t(bytes.size())}));
    }
    core::Result<> forget(const QString& office) override
    {
        m_secrets.remove(office);
        return {};
    }

private:
    QMap<QString, QByteArray> m_secrets;
    State m_state = State::Open;
    int m_asked = 0;
};

} // namespace tests
