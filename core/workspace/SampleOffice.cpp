#include "core/workspace/SampleOffice.h"

#include "core/crypto/PasswordKey.h"
#include "core/records/ClientBatch.h"
#include "core/records/ClientStandardizer.h"
#include "core/standardize/TextForm.h"
#include "core/workspace/Office.h"
#include "core/workspace/SampleClients.h"

#include <QCoreApplication>

#include <array>

namespace core {

namespace {

struct Person
{
    const char* name;
    Role role;
    const char16_t* department;
};

constexpr std::array<Person, 5> people{{
    {"manager", Role::Manager, u"销售部"},
    {"sales1", Role::Sales, u"销售部"},
    {"sales2", Role::Sales, u"销售部"},
    {"service", Role::Service, u"客服部"},
    {"auditor", Role::Auditor, u"审计"},
}};

constexpr int oneInDuplicates = 12; ///< of the clients, one more entry of somebody entered before

/// Mondays to come in the past months: what the company did, oldest first.
constexpr std::array<int, 5> daysAgo{120, 60, 20, 3, 0};

Result<> addClients(Office& office, SampleClients& source, int count, Progress& progress)
{
    auto batch = ClientBatch::begin(
        office.context(), office.writer(), {QStringLiteral("sample"), QStringLiteral("sample")});
    if (!batch) {
        return batch.error();
    }
    std::vector<ClientValues> entered;
    const std::array owners{
        QStringLiteral("sales1"), QStringLiteral("sales2"), QStringLiteral("manager")};
    BatchCounts counts;
    for (int i = 0; i < count; ++i) {
        if (!progress.step(i, count)) {
            return cancelledError();
        }
        const bool again = !entered.empty() && source.below(oneInDuplicates) == 0;
        ClientValues typed = again
            ? source.anotherEntryOf(entered[source.below(std::uint32_t(entered.size()))])
            : source.next();
        if (!again) {
            entered.push_back(typed);
        }
        typed.set(Field::Owner, owners[source.below(10) == 0 ? 2 : source.below(2)]);
        Client client;
        client.values = standardizeClient(typed);
        if (auto done = batch->create(client, QStringLiteral("sample")); !done) {
            return done;
        }
        ++counts.created;
    }
    counts.rows = counts.created;
    auto finished = batch->finish(counts, {});
    return finished ? Result<>() : Result<>(finished.error());
}

/// Some records of this owner, by id.
Result<std::vector<Client>> someOf(Office& office, const QString& owner, int count)
{
    auto page = office.queries().list({.filter = QStringLiteral("owner=") + owner, .limit = count});
    if (!page) {
        return page.error();
    }
    std::vector<Client> clients;
    for (ClientRow& row : page->rows) {
        clients.push_back(std::move(row.client));
    }
    return clients;
}

/// A person's ordinary week: corrections made at once or asked for.
Result<> work(Office& office, SampleClients& source, const QString& owner, int count)
{
    auto clients = someOf(office, owner, count * 3);
    if (!clients) {
        return clients.error();
    }
    int turn = 0;
    for (const Client& client : *clients) {
        if (source.below(3) != 0) {
            continue;
        }
        std::vector<FieldEdit> edits;
        UpdateOptions options;
        const bool isChinese = containsHan(client.value(Field::Name));
        const bool isCompany = client.value(Field::Type) == QLatin1String("company");
        int what = ++turn % 4;
        if (what == 2 && !isCompany) {
            what = 0; // a person gets another number more often than another name
        }
        switch (what) {
        case 0:
            edits.push_back(
                {Field::Phone, QStringLiteral("139%1").arg(10000000 + source.below(89999999)), {}});
            options.reason = QStringLiteral("客户来电更换号码");
            break;
        case 1:
            edits.push_back({Field::Tags, QStringLiteral("老客户;月结"), {}});
            break;
        case 2:
            edits.push_back(
                {Field::Name,
                 client.value(Field::Name)
                     + (isChinese ? QStringLiteral("（集团）") : QStringLiteral(" (Group)")),
                 {}});
            options.reason = isChinese ? QStringLiteral("客户更名，见新营业执照")
                                       : QStringLiteral("Renamed, see the new certificate");
            break;
        default:
            edits.push_back(
                {Field::Email, QStringLiteral("new%1@163.com").arg(source.below(100000)), {}});
            options.reason = QStringLiteral("新邮箱");
            break;
        }
        // A refusal is part of life, too; only a real failure stops the sample.
        auto updated = office.changes().update(client.id(), edits, options);
        if (!updated && updated.error().code != ErrorCode::Denied
            && updated.error().code != ErrorCode::Conflict) {
            return updated.error();
        }
    }
    return {};
}

/// Somebody goes through the inbox, and leaves one now and then.
Result<> decideMost(Office& office)
{
    auto waiting = office.requests().list({.inbox = true});
    if (!waiting) {
        return waiting.error();
    }
    std::size_t turn = 0;
    for (const ListedRequest& listed : *waiting) {
        if (++turn % 9 == 0) {
            continue;
        }
        const Decision decision = turn % 5 == 0
            ? Decision::rejection(QStringLiteral("请附上证明文件"))
            : Decision::approval();
        auto decided = office.requests().decide(listed.request.pk, decision);
        if (!decided && decided.error().code != ErrorCode::Conflict) {
            return decided.error();
        }
    }
    return {};
}

Result<std::unique_ptr<Office>> openAs(const SampleWanted& wanted, const char* user)
{
    auto access = login({wanted.folder, QString::fromLatin1(user), wanted.password, {}});
    if (!access) {
        return access.error();
    }
    return Office::open(*access);
}

Result<> liveThrough(const SampleWanted& wanted, Office& admin, SampleClients& source, int perWeek)
{
    auto sales1 = openAs(wanted, "sales1");
    auto sales2 = openAs(wanted, "sales2");
    auto manager = openAs(wanted, "manager");
    for (const auto* office : {&sales1, &sales2, &manager}) {
        if (!*office) {
            return office->error();
        }
    }
    const QDateTime today = QDateTime::currentDateTimeUtc();
    for (const int ago : daysAgo) {
        if (auto set = admin.setClock(today.addDays(-ago)); !set) {
            return set.error();
        }
        for (const auto& [office, owner] :
             {std::pair{sales1->get(), "sales1"}, std::pair{sales2->get(), "sales2"}}) {
            if (auto refreshed = office->refresh(); !refreshed) {
                return refreshed;
            }
            if (auto done = work(*office, source, QString::fromLatin1(owner), perWeek); !done) {
                return done;
            }
        }
        if (auto refreshed = (*manager)->refresh(); !refreshed) {
            return refreshed;
        }
        if (ago != daysAgo.back()) {
            for (Office* approver : {manager->get(), &admin}) {
                if (auto done = decideMost(*approver); !done) {
                    return done;
                }
            }
        }
    }
    auto now = admin.setClock(today);
    return now ? Result<>() : Result<>(now.error());
}

} // namespace

Result<SampleMade> makeSample(const SampleWanted& wanted, Progress& progress)
{
    NewOffice office;
    office.folder = wanted.folder;
    office.name = QCoreApplication::translate("core::SampleOffice", "Sample company");
    office.adminName = QStringLiteral("admin");
    office.adminPassword = wanted.password;
    office.kdfMemoryMib = KdfCost::leastMemoryMib; // a sample is opened often, and guards nothing
    office.practice = true;
    auto created = createOffice(office);
    if (!created) {
        return created.error();
    }
    auto admin = Office::open(created->access);
    if (!admin) {
        return admin.error();
    }
    SampleMade made;
    made.admin = created->access;
    made.users = 1;
    for (const Person& person : people) {
        auto user = (*admin)->users().add({QString::fromLatin1(person.name),
                                           person.role,
                                           QString::fromUtf16(person.department),
                                           wanted.password});
        if (!user) {
            return user.error();
        }
        ++made.users;
    }
    SampleClients source(wanted.seed);
    progress.phase(QCoreApplication::translate("core::SampleOffice", "Making clients"),
                   wanted.clients);
    constexpr int firstDay = 150;
    if (auto set = (*admin)->setClock(QDateTime::currentDateTimeUtc().addDays(-firstDay)); !set) {
        return set.error();
    }
    if (auto done = addClients(**admin, source, wanted.clients, progress); !done) {
        return done.error();
    }
    made.clients = wanted.clients;
    constexpr int clientsPerEdit = 60;
    constexpr int fewest = 4;
    if (auto done = liveThrough(
            wanted, **admin, source, std::clamp(wanted.clients / clientsPerEdit, fewest, 30));
        !done) {
        return done.error();
    }
    auto scanned = (*admin)->duplicates().scan({}, progress);
    if (!scanned) {
        return scanned.error();
    }
    return made;
}

} // namespace core
