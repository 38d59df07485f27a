// What an import or an export refuses, each by what really brings it about.
#include "tests/core/approval/ApprovalOffice.h"
#include "tests/core/exchange/ExchangeFiles.h"
#include "tests/core/exchange/SameClient.h"
#include "tests/support/ResourceLimit.h"

#include "core/exchange/Exporter.h"
#include "core/exchange/Importer.h"

#include <QDir>

#ifdef Q_OS_LINUX
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#endif

using namespace exchangetest;
using namespace Qt::StringLiterals;
using approvaltest::ApprovalOffice;

namespace {

template <typename T>
ErrorCode refusal(const Result<T>& result)
{
    REQUIRE_FALSE(result);
    CHECK_FALSE(result.error().message.isEmpty());
    return result.error().code;
}

struct RefusingDesk
{
    ApprovalOffice office;
    Alike alike;
    Importer importer{
        office.admin->context, office.writer, office.check, alike, office.admin->changes};
    ClientQueries queries{office.admin->context};
    Exporter exporter{office.admin->context, queries};
    Files files;

    Result<ImportResult> import(const QByteArray& csv, DuplicateMode mode = DuplicateMode::Create)
    {
        Progress quiet;
        return importer.run({.source = {.path = files.write(csv)}, .duplicates = mode}, quiet);
    }
    Result<ExportResult> exportTo(const QString& path)
    {
        Progress quiet;
        return exporter.run({.path = path}, quiet);
    }
};

} // namespace

TEST_CASE_METHOD(RefusingDesk, "A file of nothing but empty cells holds no table")
{
    CHECK(refusal(import(",,\n,,\n")) == ErrorCode::Invalid);
}

TEST_CASE_METHOD(RefusingDesk,
                 "A row of more than two million characters is rejected, the others come in")
{
    const QByteArray big(900'000, 'x');
    const auto result
        = import("name,notes,remark,a\nA Ltd," + big + ',' + big + ',' + big + "\nB Ltd,,,\n");
    REQUIRE(result);
    CHECK(result->counts.created == 1);
    CHECK(result->counts.rejected == 1);
}

TEST_CASE_METHOD(RefusingDesk, "Only an import that was made can be taken back")
{
    CHECK(refusal(importer.undo(BatchPk{4711})) == ErrorCode::NotFound);
}

TEST_CASE_METHOD(RefusingDesk, "Who may decide gets no requests out of a file")
{
    REQUIRE(import("name,phone\nA Ltd,13800138000\n"));
    CHECK(refusal(import("name,phone\nA Ltd,13800138001\n", DuplicateMode::Request))
          == ErrorCode::Unsupported);
}

TEST_CASE_METHOD(RefusingDesk, "Nothing is imported where the rejected rows cannot be listed")
{
    REQUIRE(QDir().mkpath(files.path(u"input.rejected.csv"_s)));
    CHECK(refusal(import("name,phone\nA Ltd,1\n,13800138000\n")) == ErrorCode::Io);
    CHECK(*queries.count({}) == 0);
}

TEST_CASE_METHOD(RefusingDesk, "An export whose manifest cannot be written leaves no file")
{
    const QString path = files.path(u"out.csv"_s);
    REQUIRE(QDir().mkpath(path + u".manifest.json"_s));
    CHECK(refusal(exportTo(path)) == ErrorCode::Io);
    CHECK_FALSE(QFile::exists(path));
}

#ifdef Q_OS_LINUX

TEST_CASE_METHOD(RefusingDesk, "An export that finds the disk full leaves nothing behind")
{
    QByteArray csv = "name,notes\n";
    for (int i = 0; i < 50; ++i) {
        csv += "A" + QByteArray::number(i) + " Ltd," + QByteArray(1000, 'x') + '\n';
    }
    REQUIRE(import(csv));
    const QString path = files.path(u"out.csv"_s);
    {
        const ResourceLimit full(RLIMIT_FSIZE, 4096);
        const auto refused = exportTo(path);
        CHECK(refusal(refused) == ErrorCode::Io);
        CHECK(refused.error().message.contains(u"the disk is full"));
    }
    CHECK_FALSE(QFile::exists(path));
    CHECK(exportTo(path));
}

TEST_CASE_METHOD(RefusingDesk, "What is there but cannot be opened is no file to import")
{
    const QByteArray path = QFile::encodeName(files.path(u"socket"_s));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    REQUIRE(std::size_t(path.size()) < sizeof(address.sun_path));
    std::copy(path.begin(), path.end(), address.sun_path);
    REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0);
    CHECK(refusal(CsvReader::open(files.path(u"socket"_s))) == ErrorCode::Io);
    ::close(socket);
}

TEST_CASE_METHOD(RefusingDesk, "A pipe is read only once, so that nothing is imported from it")
{
    const QString path = files.path(u"pipe"_s);
    REQUIRE(::mkfifo(QFile::encodeName(path).constData(), 0600) == 0);
    std::thread writer([&path] {
        QFile pipe(path);
        if (pipe.open(QIODevice::WriteOnly)) {
            pipe.write("name,phone\nA Ltd,13800138000\n");
        }
    });
    const auto file = ImportFile::open({.path = path});
    writer.join();
    CHECK(refusal(file) == ErrorCode::Io);
}

#endif
