#include "core/base/Result.h"

#include "core/base/Clock.h"
#include "core/base/Progress.h"

#include <catch2/catch_test_macros.hpp>

#include <memory>

using namespace core;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0) {
        return Error{ErrorCode::Invalid, QStringLiteral("odd"), {}};
    }
    return number / 2;
}

} // namespace

TEST_CASE("a Result holds either the value or the error")
{
    const auto good = half(4);
    REQUIRE(good);
    CHECK(*good == 2);
    const auto bad = half(3);
    REQUIRE_FALSE(bad);
    CHECK(bad.error().code == ErrorCode::Invalid);
}

TEST_CASE("a Result carries values that can only be moved")
{
    Result<std::unique_ptr<int>> made = std::make_unique<int>(7);
    REQUIRE(made);
    const std::unique_ptr<int> taken = *std::move(made);
    CHECK(*taken == 7);
}

TEST_CASE("a stopped Progress says so at the next step")
{
    std::stop_source source;
    Progress progress({}, source.get_token());
    CHECK(progress.step(1, 10));
    source.request_stop();
    CHECK_FALSE(progress.step(2, 10));
}

TEST_CASE("a set clock stands still until it is released")
{
    SettableClock clock;
    const auto moment = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    clock.set(moment);
    CHECK(clock.now() == moment);
    clock.release();
    CHECK(clock.now() > moment);
}
