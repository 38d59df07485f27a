#include "ui/shell/SystemLock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPointer>

namespace ui {

namespace {

const QString login1 = QStringLiteral("org.freedesktop.login1");

/// Desktops have one of these on the session's bus.
constexpr const char* screenSavers[] = {"org.freedesktop.ScreenSaver",
                                        "org.gnome.ScreenSaver",
                                        "org.mate.ScreenSaver",
                                        "org.cinnamon.ScreenSaver"};

} // namespace

class BusEars : public QObject
{
    Q_OBJECT

public:
    explicit BusEars(SystemLock& owner)
        : QObject(&owner)
        , m_owner(owner)
    {
        QDBusConnection session = QDBusConnection::sessionBus();
        for (const char* name : screenSavers) {
            // From whoever has it: some desktops send it under another name than the interface's.
            session.connect(QString(),
                            QString(),
                            QLatin1String(name),
                            QStringLiteral("ActiveChanged"),
                            this,
                            SLOT(screenSaverChanged(bool)));
        }
        QDBusConnection system = QDBusConnection::systemBus();
        if (!system.isConnected()) {
            return;
        }
        system.connect(login1,
                       QStringLiteral("/org/freedesktop/login1"),
                       login1 + QStringLiteral(".Manager"),
                       QStringLiteral("PrepareForSleep"),
                       this,
                       SLOT(sleepPrepared(bool)));
        findSession(system);
    }

public Q_SLOTS:
    void screenSaverChanged(bool active)
    {
        if (active) {
            Q_EMIT m_owner.locked();
        }
    }
    void sleepPrepared(bool begins)
    {
        if (begins) {
            Q_EMIT m_owner.locked();
        }
    }
    void sessionLocked() { Q_EMIT m_owner.locked(); }

private:
    /// The lock of this session, not of somebody else's at the same computer.
    void findSession(const QDBusConnection& system)
    {
        const QString id = qEnvironmentVariable("XDG_SESSION_ID");
        QDBusMessage call = QDBusMessage::createMethodCall(
            login1,
            QStringLiteral("/org/freedesktop/login1"),
            login1 + QStringLiteral(".Manager"),
            id.isEmpty() ? QStringLiteral("GetSessionByPID") : QStringLiteral("GetSession"));
        call << (id.isEmpty() ? QVariant(0U) : QVariant(id)); // 0: the caller
        auto* watcher = new QDBusPendingCallWatcher(system.asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
            const QDBusPendingReply<QDBusObjectPath> path = *watcher;
            watcher->deleteLater();
            if (!path.isError()) {
                QDBusConnection::systemBus().connect(login1,
                                                     path.value().path(),
                                                     login1 + QStringLiteral(".Session"),
                                                     QStringLiteral("Lock"),
                                                     this,
                                                     SLOT(sessionLocked()));
            }
        });
    }

    SystemLock& m_owner;
};

struct SystemLock::Listener
{
    QPointer<BusEars> ears; ///< a child of the SystemLock
};

SystemLock::SystemLock()
    : m_listener(std::make_unique<Listener>())
{
    m_listener->ears = new BusEars(*this);
}

SystemLock::~SystemLock() = default;

} // namespace ui

#include "SystemLockLinux.moc"
