// Here and not beside the other tests of the lock test: this program's main() does not offer itself as a child, as no main()
// does that only links the library.
#include "core/storage/LockMeeting.h"
#include "core/storage/LockTest.h"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

TEST_CASE("a program that cannot be started as a child of the lock test says so instead of "
          "starting itself")
{
    const QTemporaryDir folder;
    core::Progress quiet;
    const auto report = core::testLocks(folder.path(), quiet);
    REQUIRE_FALSE(report);
    CHECK(report.error().code == core::ErrorCode::Unsupported);
    const auto together = core::testLocksTogether(folder.path(), quiet);
    REQUIRE_FALSE(together);
    CHECK(together.error().code == core::ErrorCode::Unsupported);
}
