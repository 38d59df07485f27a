/// DamageMark: says to everybody who opens an office that damage was found in it, so that nobody writes on: a small file beside
/// the database, since the database itself is what cannot be trusted. Transaction asks for it; OfficeCheck makes it, and takes
/// it away where a later check finds the office sound.
///
/// Touches the disk: any thread but the window's.
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace core {

[[nodiscard]] bool isMarkedAsDamaged(const QString& database);
/// Does nothing where it is marked already. Io: the folder cannot be written to.
Result<> markAsDamaged(const QString& database);
Result<> unmarkAsDamaged(const QString& database);

/// What whoever wants to write reads.
[[nodiscard]] Error damageError();

} // namespace core
