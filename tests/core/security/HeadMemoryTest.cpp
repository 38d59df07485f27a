#include "core/security/HeadMemory.h"

#include "core/crypto/Digest.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

AuditHead headNumber(int seq)
{
    return {seq, digest(QByteArray::number(seq)), QStringLiteral("2026-03-01T08:00:00.000Z")};
}

} // namespace

TEST_CASE("the head of a log is noted per office and read back as it was")
{
    const QByteArray one = randomBytes(16);
    CHECK_FALSE(recallHead(one));
    REQUIRE(rememberHead(one, headNumber(7)));
    CHECK(recallHead(one) == headNumber(7));
    CHECK_FALSE(recallHead(randomBytes(16)));
}

TEST_CASE("many commits make one note a minute, and one at the end")
{
    const QByteArray office = randomBytes(16);
    {
        HeadKeeper keeper(office);
        keeper.seen(headNumber(3));
        CHECK(recallHead(office) == headNumber(3)); // what was opened is noted at once
        for (int seq = 4; seq <= 100; ++seq) {
            keeper.committed(headNumber(seq));
        }
        CHECK(recallHead(office) == headNumber(3));
        keeper.flush();
        CHECK(recallHead(office) == headNumber(100));
        keeper.committed(headNumber(102));
        keeper.committed(headNumber(101)); // of another thread, which came late
    }
    CHECK(recallHead(office) == headNumber(102));

    HeadKeeper eager(office, std::chrono::milliseconds{0});
    eager.committed(headNumber(103));
    CHECK(recallHead(office) == headNumber(103));
}

#ifdef Q_OS_LINUX
TEST_CASE("a head that cannot be noted is said not to be, and the work goes on")
{
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", "/dev/null");
    const auto noted = rememberHead(randomBytes(16), headNumber(1));
    {
        HeadKeeper keeper(randomBytes(16));
        keeper.seen(headNumber(1));
    }
    qputenv("XDG_DATA_HOME", before);
    REQUIRE_FALSE(noted);
    CHECK(noted.error().code == ErrorCode::Io);
}
#endif
