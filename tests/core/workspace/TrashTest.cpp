// What lies in the trash is found nowhere but in the trash: over a whole office, with its indexes.
#include "core/workspace/Office.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct TrashOffice
{
    QTemporaryDir folder;
    std::unique_ptr<Office> office;
    Client client;
    Client twin;

    TrashOffice()
    {
        NewOffice wanted;
        wanted.folder = QDir(folder.path()).filePath(u"Acme.dossier"_s);
        wanted.name = u"Acme"_s;
        wanted.adminName = u"li"_s;
        wanted.adminPassword = u"granite walrus"_s;
        wanted.kdfMemoryMib = 64;
        auto made = createOffice(wanted);
        REQUIRE(made);
        office = *Office::open(made->access);
        client = add(u"苏州元诚科技有限公司"_s);
        twin = add(u"苏州元诚科技有限公司"_s);
    }

    static ClientValues values(const QString& name)
    {
        ClientValues typed;
        typed.set(Field::Type, u"company"_s);
        typed.set(Field::Name, name);
        typed.set(Field::Phone, u"0512-38183752"_s);
        typed.set(Field::Email, u"sales@yuancheng.cn"_s);
        typed.set(Field::City, u"苏州"_s);
        typed.set(Field::Tags, u"VIP"_s);
        return typed;
    }
    Client add(const QString& name)
    {
        AddOptions options;
        options.force = true;
        auto added = office->clients().add(values(name), options);
        REQUIRE(added);
        return *added->client;
    }
    void trash(const Client& one)
    {
        REQUIRE(office->changes().moveToTrash({one.id()}, u"entered twice"_s));
    }
    std::int64_t scan()
    {
        Progress quiet;
        return office->duplicates().scan({}, quiet)->clusters;
    }
    std::int64_t listed(const QString& filter) { return *office->queries().count(filter); }
    ImportResult import(DuplicateMode mode)
    {
        QFile file(folder.filePath(u"in.csv"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write((u"id,type,name,phone,email,city\n"_s + client.id().value
                    + u",company,苏州元诚科技有限公司,0512-38183752,sales@yuancheng.cn,苏州\n"_s)
                       .toUtf8());
        file.close();
        ImportOptions options;
        options.source.path = file.fileName();
        options.duplicates = mode;
        Progress quiet;
        auto result = office->importer().run(options, quiet);
        REQUIRE(result);
        return *result;
    }
};

} // namespace

TEST_CASE_METHOD(TrashOffice,
                 "a trashed client is in no list, search or count but that of the trash")
{
    trash(client);
    CHECK(listed({}) == 1);
    CHECK(listed(u"city~苏州"_s) == 1);
    CHECK(listed(u"tag=VIP"_s) == 1);
    CHECK(listed(u"status!=archived"_s) == 1);
    CHECK(listed(u"status~a"_s) == 1);
    CHECK(listed(u"status=trashed"_s) == 1);
    CHECK(listed(u"status=trashed and name~元诚"_s) == 1);
    CHECK(listed(u"status=active"_s) == 1);
    CHECK(office->queries().list({})->rows.front().client.pk == twin.pk);
    CHECK(office->queries().search(u"元诚"_s, 10)->total == 1);
    CHECK(office->queries().search(u"38183752"_s, 10)->total == 1);
    CHECK(office->queries().search(client.id().value, 10)->total == 0);
    CHECK(office->info()->clients == 1);
    // its id still shows it
    CHECK(office->clients().look(client.id())->value(Field::Status) == u"trashed"_s);

    ExportOptions out;
    out.path = folder.filePath(u"out.csv"_s);
    Progress quiet;
    CHECK(office->exporter().run(out, quiet)->rows == 1);

    REQUIRE(office->changes().restore({client.id()}));
    CHECK(listed({}) == 2);
    CHECK(office->queries().search(u"元诚"_s, 10)->total == 2);
    CHECK(office->queries().search(client.id().value, 10)->total == 1);
    CHECK(office->check(quiet)->empty());
}

TEST_CASE_METHOD(TrashOffice, "a trashed client is no duplicate of anybody, until it is back")
{
    CHECK(scan() == 1);
    CHECK(listed(u"possible_duplicate=yes"_s) == 2);
    trash(client);
    // before any new scan: the other is no possible duplicate any more either
    CHECK(listed(u"possible_duplicate=yes"_s) == 0);
    CHECK(office->duplicates().groups({.limit = 10})->empty());
    CHECK(scan() == 0);
    const auto hints = office->clients().preview(values(u"苏州元诚科技有限公司"_s))->duplicates;
    REQUIRE(hints.size() == 1);
    CHECK(hints.front().pk == twin.pk);

    REQUIRE(office->changes().restore({client.id()}));
    CHECK(office->clients().preview(values(u"苏州元诚科技有限公司"_s))->duplicates.size() == 2);
    CHECK(scan() == 1);
}

TEST_CASE_METHOD(TrashOffice, "an import neither changes a trashed client nor takes it for a row's")
{
    trash(client);
    trash(twin);
    const int version = office->clients().show(client.id())->version;
    const DuplicateMode mode = GENERATE(DuplicateMode::Update, DuplicateMode::Skip);
    CHECK(import(mode).counts.created == 1);
    CHECK(office->clients().show(client.id())->version == version);
    CHECK(listed({}) == 1);
}

TEST_CASE_METHOD(TrashOffice, "a mass change passes the trash over")
{
    trash(client);
    TagChange tag;
    tag.add = QStringList{u"spring"_s};
    tag.chosen = std::vector{client.pk, twin.pk};
    Progress quiet;
    CHECK(office->massChanges().tag(tag, quiet)->changed == 1);
    CHECK(office->clients().show(client.id())->value(Field::Tags) == u"VIP"_s);
}

TEST_CASE_METHOD(TrashOffice,
                 "the records opened last show a merged one as its survivor, and no trashed one")
{
    const Client third = add(u"杭州安达公司"_s);
    QDateTime time = QDateTime::currentDateTimeUtc();
    const auto open = [&](const Client& one) {
        time = time.addSecs(1); // two looks in one millisecond have no order
        office->access().clock->set(time);
        REQUIRE(office->clients().look(one.id(), true));
    };
    const auto opened = [this] {
        std::vector<ClientPk> pks;
        const auto rows = office->queries().recent(10);
        REQUIRE(rows);
        for (const ClientRow& row : *rows) {
            pks.push_back(row.client.pk);
        }
        return pks;
    };
    open(client);
    open(third);
    CHECK(opened() == std::vector{third.pk, client.pk});

    REQUIRE(office->changes().merge(*proposeMerge(std::vector{twin, client})));
    CHECK(opened() == std::vector{third.pk, twin.pk}); // which was never opened itself
    open(twin);
    CHECK(opened() == std::vector{twin.pk, third.pk}); // once

    trash(twin);
    CHECK(opened() == std::vector{third.pk});
    trash(third);
    CHECK(opened().empty());
    REQUIRE(office->changes().restore({twin.id()}));
    CHECK(opened() == std::vector{twin.pk});
}
