// Two people at two desks, each with an own connection, decide the same at the same time.
#include "core/base/Resources.h"
#include "core/duplicates/MergePlan.h"
#include "core/records/ClientStore.h"
#include "core/workspace/Office.h"
#include "core/workspace/SampleOffice.h"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <barrier>
#include <functional>
#include <thread>
#include <vector>

using namespace core;

namespace {

using Access = std::shared_ptr<const OfficeAccess>;

/// A sample office, and a desk for each person who is asked for.
struct Desks
{
    QTemporaryDir folder;
    SampleWanted wanted;
    Access adminAccess;
    std::unique_ptr<Office> admin;

    Desks()
    {
        wanted.folder = folder.filePath(QStringLiteral("Sample.dossier"));
        wanted.clients = 60;
        Progress quiet;
        auto made = makeSample(wanted, quiet);
        REQUIRE(made);
        adminAccess = made->admin;
        auto opened = Office::open(adminAccess);
        REQUIRE(opened);
        admin = *std::move(opened);
    }

    Access access(const char* user) const
    {
        auto entered = login({wanted.folder, QString::fromLatin1(user), wanted.password, {}});
        REQUIRE(entered);
        return *entered;
    }

    /// Each on a thread and a connection of its own, begun together; what each answered.
    static std::vector<Result<>> together(const std::vector<Access>& people,
                                          const std::vector<std::function<Result<>(Office&)>>& work)
    {
        std::vector<Result<>> answers(work.size());
        std::barrier start(std::ptrdiff_t(work.size()));
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < work.size(); ++i) {
            threads.emplace_back([&, i] {
                auto office = Office::open(people[i]);
                start.arrive_and_wait();
                answers[i] = office ? work[i](**office) : Result<>(office.error());
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        return answers;
    }

    void checkWhole()
    {
        Progress quiet;
        const auto problems = admin->check(quiet);
        REQUIRE(problems);
        CHECK(problems->empty());
        const auto log = admin->verifyLog(quiet);
        REQUIRE(log);
        CHECK(log->problems.empty());
    }
};

/// A client of this person's in the sample that no request waits for.
ClientId quietClientOf(Office& office)
{
    const auto page = office.queries().list({.filter = QStringLiteral("pending=no"), .limit = 1});
    REQUIRE(page);
    REQUIRE_FALSE(page->rows.empty());
    return page->rows.front().client.id();
}

RequestPk askFor(const Access& access, const ClientId& id, const char* phone)
{
    auto office = Office::open(access);
    REQUIRE(office);
    auto outcome
        = (*office)->changes().update(id, {{Field::Phone, QString::fromLatin1(phone), {}}});
    REQUIRE(outcome);
    REQUIRE(outcome->requests.size() == 1);
    return outcome->requests.front();
}

} // namespace

TEST_CASE_METHOD(Desks,
                 "of two requests for one field, approved at two desks at once, one is applied")
{
    const Access sales = access("sales1");
    const Access service = access("service");
    auto desk = Office::open(sales);
    REQUIRE(desk);
    const ClientId id = quietClientOf(**desk);
    const RequestPk first = askFor(sales, id, "13900139001");
    const RequestPk second = askFor(service, id, "13900139002");
    const auto approve = [](RequestPk pk) {
        return [pk](Office& office) -> Result<> {
            auto decided = office.requests().decide(pk, Decision::approval());
            return decided ? Result<>{} : decided.error();
        };
    };
    const auto answers
        = together({adminAccess, access("manager")}, {approve(first), approve(second)});
    REQUIRE(answers[0].hasValue() != answers[1].hasValue());
    const bool isFirst = answers[0].hasValue();
    CHECK(answers[isFirst ? 1 : 0].error().code == ErrorCode::Conflict);
    const auto client = admin->clients().show(id);
    REQUIRE(client);
    CHECK(client->value(Field::Phone)
          == (isFirst ? QStringLiteral("+8613900139001") : QStringLiteral("+8613900139002")));
    const auto other = admin->requests().show(isFirst ? second : first);
    REQUIRE(other);
    CHECK(other->listed.request.state == RequestState::Outdated);
    CHECK(other->outdatedBy == (isFirst ? first : second));
    checkWhole();
}

TEST_CASE_METHOD(
    Desks, "two desks save one record from the same version: other fields stay, one field asks")
{
    const auto before = admin->clients().show(quietClientOf(*admin));
    REQUIRE(before);
    const auto save = [&before](Field field, const char* text) {
        return [edit = FieldEdit{field, QString::fromUtf8(text), {}},
                id = before->id(),
                version = before->version](Office& office) -> Result<> {
            auto outcome = office.changes().update(id, {edit}, {.ifVersion = version});
            if (!outcome || outcome->refusal) {
                return outcome ? *outcome->refusal : outcome.error();
            }
            return {};
        };
    };
    const auto apart = together(
        {adminAccess, adminAccess},
        {save(Field::Notes, "from one desk"), save(Field::Website, "www.other-desk.example")});
    CHECK(apart[0].hasValue());
    CHECK(apart[1].hasValue());
    auto now = admin->clients().show(before->id());
    REQUIRE(now);
    CHECK(now->value(Field::Notes) == QStringLiteral("from one desk"));
    CHECK(now->value(Field::Website) == QStringLiteral("www.other-desk.example"));
    CHECK(now->version == before->version + 2);

    const auto same
        = together({adminAccess, adminAccess},
                   {save(Field::Street, "Mill Lane 3"), save(Field::Street, "Hill Road 1")});
    REQUIRE(same[0].hasValue() != same[1].hasValue());
    const bool isFirst = same[0].hasValue();
    CHECK(same[isFirst ? 1 : 0].error().code == ErrorCode::Conflict);
    now = admin->clients().show(before->id());
    REQUIRE(now);
    CHECK(now->value(Field::Street)
          == (isFirst ? QStringLiteral("Mill Lane 3") : QStringLiteral("Hill Road 1")));
    CHECK(now->version == before->version + 3);
    checkWhole();
}

TEST_CASE_METHOD(Desks, "a role that somebody else gave meanwhile is not written over")
{
    auto other = Office::open(adminAccess);
    REQUIRE(other);
    const QString name = QStringLiteral("sales1");
    REQUIRE(admin->users().setRole(name, Role::Service, Role::Sales));
    const auto late = (*other)->users().setRole(name, Role::Manager, Role::Sales);
    REQUIRE_FALSE(late);
    CHECK(late.error().code == ErrorCode::Conflict);
    CHECK((*other)->users().setRole(name, Role::Manager, Role::Service));
    checkWhole();
}

TEST_CASE_METHOD(Desks, "a merge taken back at two desks at once is taken back once")
{
    const auto groups = admin->duplicates().groups({.limit = 10});
    REQUIRE(groups);
    REQUIRE_FALSE(groups->empty());
    std::vector<ClientId> ids;
    for (const Client& client : groups->front().clients) {
        ids.push_back(client.id());
    }
    const auto clients = admin->merges().clientsFor(ids);
    REQUIRE(clients);
    const auto plan = proposeMerge(*clients);
    REQUIRE(plan);
    const auto merged = admin->changes().merge(*plan);
    REQUIRE(merged);
    REQUIRE(merged->merge);
    const auto undo = [pk = *merged->merge](Office& office) -> Result<> {
        auto back = office.merges().planUndo(pk);
        if (!back) {
            return back.error();
        }
        auto undone = office.changes().unmerge(*back);
        return undone ? Result<>{} : undone.error();
    };
    const auto answers = together({adminAccess, adminAccess}, {undo, undo});
    REQUIRE(answers[0].hasValue() != answers[1].hasValue());
    const ErrorCode code = answers[answers[0] ? 1 : 0].error().code;
    CHECK((code == ErrorCode::Invalid || code == ErrorCode::Conflict));
    for (const Client& before : *clients) {
        const auto now = ClientStore(admin->context().reader).exactly(before.id());
        REQUIRE(now);
        CHECK(differences((*now)->values, before.values).empty());
    }
    checkWhole();
}
