/// Clock: where the time comes from, handed in so that a test, or a practice office whose time stands still, can set
/// it. All times inside core are UTC. Implementations must be callable from any thread.
#pragma once

#include <QDateTime>

#include <atomic>

namespace core {

class Clock
{
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    /// Now, in UTC, with milliseconds.
    [[nodiscard]] virtual QDateTime now() const = 0;
};

/// The computer's own time.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

/// The computer's own time until it is set; then it stands still (tests, practice offices).
class SettableClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        const qint64 fixed = m_fixed.load();
        return fixed == unset ? QDateTime::currentDateTimeUtc()
                              : QDateTime::fromMSecsSinceEpoch(fixed, Qt::UTC);
    }
    void set(const QDateTime& time) { m_fixed.store(time.toMSecsSinceEpoch()); }
    void release() { m_fixed.store(unset); }
    [[nodiscard]] bool isSet() const { return m_fixed.load() != unset; }

private:
    static constexpr qint64 unset = std::numeric_limits<qint64>::min();
    std::atomic<qint64> m_fixed{unset};
};

} // namespace core
