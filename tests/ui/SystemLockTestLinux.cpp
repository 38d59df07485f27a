// The system's lock and sleep on D-Bus, with a bus of the test's own.
#include "ui/shell/SystemLock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

TEST_CASE("the screen saver's lock and the computer's sleep are heard; their end is not")
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()) {
        SKIP("no dbus-daemon here");
    }
    QProcess daemon;
    daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    REQUIRE(daemon.waitForReadyRead(10'000));
    const QString address = QString::fromUtf8(daemon.readLine()).trimmed();
    // Both buses are this one; they are looked for at the first use in the program.
    qputenv("DBUS_SESSION_BUS_ADDRESS", address.toUtf8());
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address.toUtf8());
    QDBusConnection desktop = QDBusConnection::connectToBus(address, u"desktop"_s);
    REQUIRE(desktop.isConnected());
    REQUIRE(desktop.registerService(u"org.freedesktop.login1"_s));
    ui::SystemLock lock;
    QSignalSpy locked(&lock, &ui::SystemLock::locked);
    QTest::qWait(200); // until the bus knows what is listened for

    const auto say
        = [&desktop](const QString& path, const QString& interface, const QString& name, bool on) {
              QDBusMessage signal = QDBusMessage::createSignal(path, interface, name);
              signal << on;
              CHECK(desktop.send(signal));
          };
    say(u"/org/freedesktop/ScreenSaver"_s,
        u"org.freedesktop.ScreenSaver"_s,
        u"ActiveChanged"_s,
        true);
    REQUIRE(QTest::qWaitFor([&locked] { return locked.size() == 1; }, 5'000));
    say(u"/org/freedesktop/ScreenSaver"_s,
        u"org.freedesktop.ScreenSaver"_s,
        u"ActiveChanged"_s,
        false);
    say(u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s, true);
    REQUIRE(QTest::qWaitFor([&locked] { return locked.size() == 2; }, 5'000));
    say(u"/org/freedesktop/login1"_s,
        u"org.freedesktop.login1.Manager"_s,
        u"PrepareForSleep"_s,
        true);
    REQUIRE(QTest::qWaitFor([&locked] { return locked.size() == 3; }, 5'000));
    say(u"/org/freedesktop/login1"_s,
        u"org.freedesktop.login1.Manager"_s,
        u"PrepareForSleep"_s,
        false);
    QTest::qWait(300);
    CHECK(locked.size() == 3);
    QDBusConnection::disconnectFromBus(u"desktop"_s);
    daemon.terminate();
    CHECK(daemon.waitForFinished(10'000));
}
