/// FreePages: makes the unused pages of a file readable again after a rollback of what a crash left. SQLite does not journal a
/// page that is free when a transaction begins, so one that was half written stays so: it holds nothing and is never read, but
/// every later check of the file would name it as damaged. Internal to core/storage; on the connection's thread, outside of
/// a transaction.
#pragma once

#include "core/base/Result.h"

namespace core {

class Connection;

/// Uses all free pages and frees them again, which zeroes and writes each of them (secure_delete), in one transaction. Does
/// nothing on a connection that may only read. Where they are many, only if one of them is really broken.
[[nodiscard]] Result<> rewriteFreePages(Connection& connection);

} // namespace core
