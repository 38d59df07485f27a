/// OfficePast: step 6 of opening: is the database what this computer has seen last, or an older copy that was put back, or
/// another one (core/security/HeadMemory.h)? Such a file opens for reading only, until a data administrator accepts it.
/// Internal to core/workspace; thread of the connection.
#pragma once

#include "core/base/Result.h"
#include "core/security/OfficeContext.h"
#include "core/storage/Connection.h"
#include "core/workspace/OfficeAccess.h"

namespace core {

/// Sets the standing, and the reason where the office may only be read.
Result<> judgePast(Connection& connection, OfficeAccess& access);

/// Denied, or Invalid where there is nothing to accept; else the office may be written from here on.
Result<> beginAccepting(OfficeAccess& access);
/// The entry in the log by which other computers will take the file over.
Result<> writeAcceptance(OfficeContext& office);

/// That an older file has the schema of this program: it is not migrated.
Result<> checkReadable(Connection& connection, const OfficeAccess& access);

/// What this computer has seen now.
Result<> noteHead(Connection& connection, const OfficeAccess& access);

} // namespace core
