// Written against the documentation of AppKit.
#include "ui/widgets/ScreenPrivacy.h"

#include <objc/message.h>
#include <objc/runtime.h>

namespace ui {

namespace {

constexpr unsigned long sharingNone = 0; // NSWindowSharingNone
constexpr unsigned long sharingReadOnly = 1; // NSWindowSharingReadOnly, what windows have

} // namespace

bool canHideFromCapture()
{
    return true;
}

bool setHiddenFromCapture(QWidget& window, bool hidden)
{
    using Get = id (*)(id, SEL);
    using Set = void (*)(id, SEL, unsigned long);
    const id view = reinterpret_cast<id>(window.winId());
    const id native = view == nullptr
        ? nullptr
        : reinterpret_cast<Get>(objc_msgSend)(view, sel_registerName("window"));
    if (native == nullptr) {
        return false;
    }
    reinterpret_cast<Set>(objc_msgSend)(
        native, sel_registerName("setSharingType:"), hidden ? sharingNone : sharingReadOnly);
    return true;
}

} // namespace ui
