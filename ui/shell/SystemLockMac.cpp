// Written against the documentation of CoreFoundation and IOKit; "com.apple.screenIsLocked" is sent by loginwindow.
#include "ui/shell/SystemLock.h"

#include <CoreFoundation/CoreFoundation.h>
#include <IOKit/IOMessage.h>
#include <IOKit/pwr_mgt/IOPMLib.h>

namespace ui {

/// Both are called on the thread whose run loop they were added to: the window's.
struct SystemLock::Listener
{
    explicit Listener(SystemLock& lock)
        : owner(lock)
    {
        CFNotificationCenterAddObserver(CFNotificationCenterGetDistributedCenter(),
                                        this,
                                        &Listener::onNotification,
                                        CFSTR("com.apple.screenIsLocked"),
                                        nullptr,
                                        CFNotificationSuspensionBehaviorDeliverImmediately);
        rootPort = IORegisterForSystemPower(this, &port, &Listener::onPower, &notifier);
        if (rootPort != MACH_PORT_NULL) {
            CFRunLoopAddSource(CFRunLoopGetMain(),
                               IONotificationPortGetRunLoopSource(port),
                               kCFRunLoopCommonModes);
        }
    }
    ~Listener()
    {
        CFNotificationCenterRemoveEveryObserver(CFNotificationCenterGetDistributedCenter(), this);
        if (rootPort != MACH_PORT_NULL) {
            CFRunLoopRemoveSource(CFRunLoopGetMain(),
                                  IONotificationPortGetRunLoopSource(port),
                                  kCFRunLoopCommonModes);
            IODeregisterForSystemPower(&notifier);
            IOServiceClose(rootPort);
            IONotificationPortDestroy(port);
        }
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    static void onNotification(
        CFNotificationCenterRef, void* self, CFNotificationName, const void*, CFDictionaryRef)
    {
        Q_EMIT static_cast<Listener*>(self)->owner.locked();
    }

    static void onPower(void* self, io_service_t, natural_t type, void* argument)
    {
        auto* listener = static_cast<Listener*>(self);
        if (type == kIOMessageSystemWillSleep) {
            Q_EMIT listener->owner.locked();
        }
        if (type == kIOMessageSystemWillSleep || type == kIOMessageCanSystemSleep) {
            IOAllowPowerChange(listener->rootPort, reinterpret_cast<long>(argument));
        }
    }

    SystemLock& owner;
    io_connect_t rootPort = MACH_PORT_NULL;
    IONotificationPortRef port = nullptr;
    io_object_t notifier = 0;
};

SystemLock::SystemLock()
    : m_listener(std::make_unique<Listener>(*this))
{ }

SystemLock::~SystemLock() = default;

} // namespace ui
