// Written against the documentation of AppKit and nspasteboard.org.
#include "ui/widgets/SecretClipboard.h"

#include <CoreFoundation/CoreFoundation.h>
#include <objc/message.h>
#include <objc/runtime.h>

namespace ui {

void markConfidential(QMimeData&)
{ }

/// Qt writes types of its own names only; the mark is added beside what it has written. The type is the message, its content
/// does not count.
void markClipboardConfidential()
{
    using Get = id (*)(id, SEL);
    using AddTypes = long (*)(id, SEL, CFArrayRef, id);
    using SetString = signed char (*)(id, SEL, CFStringRef, CFStringRef);
    const id pasteboardClass = reinterpret_cast<id>(objc_getClass("NSPasteboard"));
    const id board = reinterpret_cast<Get>(objc_msgSend)(pasteboardClass,
                                                         sel_registerName("generalPasteboard"));
    if (board == nullptr) {
        return;
    }
    const CFStringRef type = CFSTR("org.nspasteboard.ConcealedType");
    const void* types[] = {type};
    const CFArrayRef list = CFArrayCreate(nullptr, types, 1, &kCFTypeArrayCallBacks);
    reinterpret_cast<AddTypes>(objc_msgSend)(
        board, sel_registerName("addTypes:owner:"), list, nullptr);
    reinterpret_cast<SetString>(objc_msgSend)(
        board, sel_registerName("setString:forType:"), CFSTR(""), type);
    CFRelease(list);
}

} // namespace ui
