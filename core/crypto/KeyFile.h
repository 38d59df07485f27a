/// KeyFile: a second secret in a file that the person keeps apart, on a stick for instance. Any file serves: what counts
/// is its content. One that does not exist is made, with 256 random bits.
///
///     auto secret = takeKeyFile(path);         // at setting it: makes the file where there is none
///     auto same = readKeyFile(path);           // at a login
///
/// Touches the disk: any thread but the window's.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace core {

inline constexpr qint64 mostKeyFileBytes = qint64{1024} * 1024;

/// 32 bytes, the BLAKE2b-256 of the content. Io: it cannot be read. Invalid: empty, or larger than mostKeyFileBytes.
Result<QByteArray> readKeyFile(const QString& path);
/// The same; made first where it does not exist, readable for its owner only.
Result<QByteArray> takeKeyFile(const QString& path);

} // namespace core
