/// WebText: one short text from a web address by a plain GET that says nothing about who asks: no cookies, no name of the
/// program, its version or its language, no passwords, no other host on the way. For the notice of new versions only.
///
/// Waits until it is there: any thread but the window's.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>

namespace core {

/// Whether the program was built with Qt's network library.
[[nodiscard]] bool canReadWeb();

/// Io, also where the answer is longer than `most` bytes; Unsupported: built without.
[[nodiscard]] Result<QByteArray>
readWeb(const QUrl& address, qint64 most, std::chrono::milliseconds longest);

} // namespace core
