// Imports on a shared office: saved in slices, so that others can save in between; stopped, broken off, gone on with.
#include "tests/core/approval/ApprovalOffice.h"
#include "tests/core/exchange/ExchangeFiles.h"

#include "core/exchange/UnfinishedImports.h"

#include <QFile>

using namespace exchangetest;
using approvaltest::ApprovalOffice;
using approvaltest::done;

namespace {

class NoLookup final : public DuplicateLookup
{
public:
    Result<std::vector<DuplicateHint>>
    candidates(Connection&, const ClientValues&, ClientPk) override
    {
        return std::vector<DuplicateHint>{};
    }
};

/// Finds nothing; does something at a certain row.
class AtRow final : public ClientCheck
{
public:
    [[nodiscard]] Findings check(const ClientValues& values) const override
    {
        if (happens && values.value(Field::Name) == QStringLiteral("Company 250")) {
            happens();
        }
        return {};
    }
    std::function<void()> happens;
};

/// Every look at the clock finds the slice long enough.
struct SharedDesk
{
    SharedDesk()
        : importer(office.admin->context, writer, atRow, nobody, office.admin->changes)
    {
        office.admin->context.longestSlice = std::chrono::milliseconds(1);
        QByteArray rows("name,phone\n");
        for (int i = 0; i < wanted; ++i) {
            rows += "Company " + QByteArray::number(i) + ",1380013" + QByteArray::number(1000 + i)
                + '\n';
        }
        path = files.write(rows);
    }

    qint64 number(std::string_view sql)
    {
        return done(office.connection().statement(sql).one(
                        [](const Statement& row) { return row.int64(0); }))
            .value_or(-1);
    }
    QString state() { return done(importer.recent(1)).front().state; }

    /// The import breaks off in the middle: the next slice begins with a look at the person, who may do nothing now.
    Result<ImportResult> breakOff() { return breakOff({.source = {.path = path}}); }
    Result<ImportResult> breakOff(const ImportOptions& options)
    {
        atRow.happens = [this] {
            office.admin->session.role = Role::Auditor;
        };
        Progress quiet;
        auto broken = importer.run(options, quiet);
        atRow.happens = {};
        office.admin->session.role = Role::DataAdmin;
        return broken;
    }

    static constexpr int wanted = 400;
    ApprovalOffice office;
    AtRow atRow;
    ClientWriter writer{{}, &atRow};
    NoLookup nobody;
    Importer importer;
    Files files;
    QString path;
};

} // namespace

TEST_CASE_METHOD(SharedDesk,
                 "an import on a shared office is several entries of the log under one batch")
{
    Progress quiet;
    const ImportResult result = done(importer.run({.source = {.path = path}}, quiet));
    CHECK(result.counts.created == wanted);
    CHECK(number("SELECT count(*) FROM clients") == wanted);
    CHECK(number("SELECT count(*) FROM audit_entries WHERE action = 'import'") > 3);
    CHECK(number("SELECT count(DISTINCT op_id) FROM audit_entries WHERE action = 'import'")
          == number("SELECT count(*) FROM audit_entries WHERE action = 'import'"));
    CHECK(state() == u"done"_qs);

    const BatchUndo undone = done(importer.undo(result.batch));
    CHECK(undone.removed == wanted);
    CHECK(number("SELECT count(*) FROM audit_entries WHERE action = 'import.undo'") > 3);
    CHECK(state() == u"undone"_qs);
}

TEST_CASE_METHOD(SharedDesk, "a stopped import leaves nothing, although slices of it were saved")
{
    std::stop_source stop;
    atRow.happens = [&stop] {
        stop.request_stop();
    };
    Progress progress({}, stop.get_token());
    const auto stopped = importer.run({.source = {.path = path}}, progress);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    CHECK(number("SELECT count(*) FROM clients WHERE status = 'active'") == 0);
    CHECK(state() == u"undone"_qs);
}

TEST_CASE_METHOD(
    SharedDesk,
    "an import that broke off is named, stands as unfinished, and the same file goes on with it")
{
    const auto broken = breakOff();
    REQUIRE_FALSE(broken);
    CHECK(broken.error().message.contains(u"B-1"));
    CHECK(state() == u"running"_qs);
    const qint64 before = number("SELECT count(*) FROM clients");
    CHECK(before > 0);
    CHECK(before < wanted);

    Progress quiet;
    SECTION("the rest comes in once")
    {
        const ImportResult rest
            = done(importer.run({.source = {.path = path}, .resume = BatchPk{1}}, quiet));
        CHECK(rest.counts.created == wanted);
        CHECK(rest.batch == BatchPk{1});
        CHECK(number("SELECT count(*) FROM clients") == wanted);
        CHECK(number("SELECT count(DISTINCT name) FROM clients") == wanted);
        CHECK(state() == u"done"_qs);
    }
    SECTION("another file does not")
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::Append));
        file.write("Other,1\n");
        file.close();
        const auto refused = importer.run({.source = {.path = path}, .resume = BatchPk{1}}, quiet);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Conflict);
        CHECK(number("SELECT count(*) FROM clients") == before);
    }
    SECTION("taken back it leaves nothing, and cannot be gone on with")
    {
        CHECK(done(importer.undo(BatchPk{1})).removed == before);
        CHECK(number("SELECT count(*) FROM clients WHERE status = 'active'") == 0);
        const auto refused = importer.run({.source = {.path = path}, .resume = BatchPk{1}}, quiet);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Conflict);
    }
}

TEST_CASE_METHOD(SharedDesk, "what was settled row by row is known to who goes on")
{
    Progress quiet;
    ImportOptions options{.source = {.path = path}};
    options.source.fixes = {{3, {{0, u"Early Ltd"_qs}}}, {391, {{0, u"Late Ltd"_qs}}}};
    options.choices
        = {{4, DuplicateMode::Skip}, {5, DuplicateMode::Skip}, {390, DuplicateMode::Skip}};
    REQUIRE_FALSE(breakOff(options));
    const Batch batch = done(importer.unfinished()).front().batch;
    office.at(batch.savedAt.addSecs(121));
    const ImportResult result = done(importer.resume(batch.pk, path, quiet));
    CHECK(result.counts.created == wanted - 3);
    CHECK(result.counts.skipped == 3);
    CHECK(number("SELECT count(*) FROM clients WHERE name IN ('Early Ltd', 'Late Ltd')") == 2);
    CHECK(
        number("SELECT count(*) FROM clients WHERE name IN ('Company 1', 'Company 2', 'Company 3',"
               " 'Company 388', 'Company 389')")
        == 0);
    // When it is done, nothing but the columns is kept.
    CHECK(number("SELECT count(*) FROM batches WHERE mapping LIKE '%Ltd%'") == 0);
}

TEST_CASE_METHOD(SharedDesk,
                 "the file alone is enough to go on: how it was read is found out from the import")
{
    Progress quiet;
    // In no way that the file proposes by itself.
    ImportOptions options{.source = {.path = path, .encoding = u"GB18030"_qs}};
    options.source.map = {{u"phone"_qs, u"custom:line"_qs}};
    options.duplicates = DuplicateMode::Update;
    REQUIRE_FALSE(breakOff(options));
    auto unfinished = done(importer.unfinished());
    REQUIRE(unfinished.size() == 1);
    CHECK(unfinished.front().isOwn);
    CHECK(unfinished.front().mayRun);
    const auto early = importer.resume(BatchPk{1}, path, quiet);
    REQUIRE_FALSE(early);
    CHECK(early.error().code == ErrorCode::Busy);
    CHECK(early.error().message.contains(u"two minutes"_qs));
    office.at(unfinished.front().batch.savedAt.addSecs(121));

    SECTION("the rest comes in, read in the same way")
    {
        CHECK_FALSE(done(importer.unfinished()).front().mayRun);
        CHECK(done(importer.resume(BatchPk{1}, path, quiet)).counts.created == wanted);
        CHECK(number("SELECT count(*) FROM clients WHERE custom LIKE '%line%'") == wanted);
        CHECK(done(importer.unfinished()).empty());
        const auto again = importer.resume(BatchPk{1}, path, quiet);
        REQUIRE_FALSE(again);
        CHECK(again.error().code == ErrorCode::Conflict);
    }
    SECTION("stopped before anything more was saved, it is taken back like any stopped import")
    {
        std::stop_source stop;
        stop.request_stop();
        Progress stopped({}, stop.get_token());
        const auto answer = importer.resume(BatchPk{1}, path, stopped);
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == ErrorCode::Cancelled);
        CHECK(state() == u"undone"_qs);
        CHECK(number("SELECT count(*) FROM clients WHERE status = 'active'") == 0);
    }
    SECTION("another file is refused, and so are a number that is none and a person who may not")
    {
        const QString other = files.write(u"other.csv"_qs, "name,phone\nElse,1\n");
        CHECK(importer.resume(BatchPk{1}, other, quiet).error().code == ErrorCode::Conflict);
        CHECK(importer.resume(BatchPk{7}, path, quiet).error().code == ErrorCode::NotFound);
        office.admin->session.role = Role::Auditor;
        CHECK(importer.resume(BatchPk{1}, path, quiet).error().code == ErrorCode::Denied);
        CHECK(done(importer.unfinished()).empty());
    }
}
