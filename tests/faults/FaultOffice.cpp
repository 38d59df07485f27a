#include "FaultOffice.h"

#include "core/storage/OfficeVfs.h"
#include "core/storage/Statement.h"
#include "core/workspace/SampleOffice.h"

#include <QFileInfo>

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace faulttest {

namespace {

template <typename T>
T need(Result<T> result)
{
    if (!result) {
        FAIL(result.error().message.toStdString() << " / " << result.error().detail.toStdString());
    }
    return *std::move(result);
}

template <typename T>
Result<> only(const Result<T>& result)
{
    return result ? Result<>{} : Result<>(result.error());
}

QString faultyVfs()
{
    static const QString name = [] {
        tests::FaultDisk::instance();
        registerOfficeVfs({.name = "dossier-on-fault-disk", .base = tests::FaultDisk::name});
        return QStringLiteral("dossier-on-fault-disk");
    }();
    return name;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A client of this person's that nothing waits for.
ClientId quietClient(Office& office)
{
    const auto page
        = need(office.queries().list({.filter = QStringLiteral("pending=no"), .limit = 1}));
    REQUIRE_FALSE(page.rows.empty());
    return page.rows.front().client.id();
}

MergePlan somePlan(Office& office)
{
    const auto page
        = need(office.queries().list({.filter = QStringLiteral("pending=no"), .limit = 2}));
    REQUIRE(page.rows.size() == 2);
    return need(proposeMerge(
        need(office.merges().clientsFor({page.rows[0].client.id(), page.rows[1].client.id()}))));
}

QString writeRows(const FaultOffice& office, int rows)
{
    const QString path = office.file(QStringLiteral("rows-%1.csv").arg(rows));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("name,type,phone,city\n");
    for (int i = 0; i < rows; ++i) {
        file.write(QStringLiteral("苏州元诚%1号贸易有限公司,company,1380013%2,苏州\n")
                       .arg(i)
                       .arg(i, 4, 10, QLatin1Char('0'))
                       .toUtf8());
    }
    return path;
}

Run importOf(const FaultOffice& office, int rows)
{
    const QString path = writeRows(office, rows);
    return [path](Office* desk) {
        ImportOptions options;
        options.source.path = path;
        Progress quiet;
        return only(desk->importer().run(options, quiet));
    };
}

Run prepareCreate(FaultOffice&)
{
    return [](Office* desk) {
        ClientValues values;
        values.set(Field::Name, QStringLiteral("苏州新创科技有限公司"));
        values.set(Field::Phone, QStringLiteral("13912345678"));
        values.set(Field::City, QStringLiteral("苏州"));
        AddOptions options;
        options.force = true;
        auto added = desk->clients().add(values, options);
        return !added        ? Result<>(added.error())
            : added->refusal ? Result<>(*added->refusal)
                             : Result<>{};
    };
}

Run prepareEdit(FaultOffice& office)
{
    const ClientId id = quietClient(*FaultOffice::open(office.person(QStringLiteral("admin"))));
    return [id](Office* desk) {
        return only(
            desk->changes().update(id, {{Field::Phone, QStringLiteral("13912345678"), {}}}));
    };
}

Run prepareAsk(FaultOffice& office)
{
    const ClientId id = quietClient(*FaultOffice::open(office.person(QStringLiteral("sales1"))));
    return [id](Office* desk) {
        return only(
            desk->changes().update(id, {{Field::Name, QStringLiteral("苏州改名有限公司"), {}}}));
    };
}

Run prepareApprove(FaultOffice& office)
{
    const auto ask = prepareAsk(office);
    const auto desk = FaultOffice::open(office.person(QStringLiteral("sales1")));
    REQUIRE(ask(desk.get()));
    RequestQuery mine;
    mine.mine = true;
    const auto all = need(desk->requests().list(mine));
    REQUIRE_FALSE(all.empty());
    RequestPk newest = all.front().request.pk;
    for (const ListedRequest& listed : all) {
        newest = std::max(
            newest, listed.request.pk, [](RequestPk a, RequestPk b) { return a.value < b.value; });
    }
    return [newest](Office* decider) {
        return only(decider->requests().decide(newest, Decision::approval()));
    };
}

Run prepareMerge(FaultOffice& office)
{
    const MergePlan plan = somePlan(*FaultOffice::open(office.person(QStringLiteral("admin"))));
    return [plan](Office* desk) {
        return only(desk->changes().merge(plan));
    };
}

Run prepareUnmerge(FaultOffice& office)
{
    const auto desk = FaultOffice::open(office.person(QStringLiteral("admin")));
    const auto merged = need(desk->changes().merge(somePlan(*desk)));
    REQUIRE(merged.merge);
    return [pk = *merged.merge](Office* other) -> Result<> {
        auto plan = other->merges().planUndo(pk);
        return plan ? only(other->changes().unmerge(*plan)) : Result<>(plan.error());
    };
}

Run prepareTrash(FaultOffice& office)
{
    const ClientId id = quietClient(*FaultOffice::open(office.person(QStringLiteral("admin"))));
    return [id](Office* desk) {
        return only(desk->changes().moveToTrash({id}, QStringLiteral("entered by mistake")));
    };
}

Run prepareImport(FaultOffice& office)
{
    constexpr int rows = 120;
    return importOf(office, rows);
}

Run prepareLargeImport(FaultOffice& office)
{
    constexpr int rows = 1000;
    return importOf(office, rows);
}

Run prepareImportUndo(FaultOffice& office)
{
    const auto desk = FaultOffice::open(office.person(QStringLiteral("admin")));
    REQUIRE(prepareImport(office)(desk.get()));
    const BatchPk batch = need(desk->importer().recent(1)).front().pk;
    return [batch](Office* other) {
        return only(other->importer().undo(batch));
    };
}

Run prepareSetRole(FaultOffice&)
{
    return [](Office* desk) {
        return only(desk->users().setRole(QStringLiteral("sales2"), Role::Manager));
    };
}

Run prepareUserAdd(FaultOffice&)
{
    return [](Office* desk) {
        return only(desk->users().add({QStringLiteral("new"),
                                       Role::Sales,
                                       QStringLiteral("North"),
                                       QStringLiteral("granite walrus umbrella")}));
    };
}

Run prepareRekey(FaultOffice&)
{
    return [](Office* desk) {
        Progress quiet;
        return only(desk->keys().change(quiet));
    };
}

Run prepareLook(FaultOffice& office)
{
    const ClientId id = quietClient(*FaultOffice::open(office.person(QStringLiteral("admin"))));
    return [id](Office* desk) {
        return only(desk->clients().look(id, true));
    };
}

Run preparePrint(FaultOffice& office)
{
    const auto desk = FaultOffice::open(office.person(QStringLiteral("admin")));
    auto pks = desk->queries().pks({}, Field::Id, false);
    REQUIRE(pks);
    const std::vector<ClientPk> some(pks->begin(), pks->begin() + 3);
    return [some](Office* at) {
        return only(at->prints().take({.kind = PrintKind::List,
                                       .clients = some,
                                       .fields = {Field::Name},
                                       .reason = QStringLiteral("visits")}));
    };
}

Run prepareCount(FaultOffice& /*office*/)
{
    return [](Office* desk) {
        Progress quiet;
        return desk->reports().noteQuality(quiet);
    };
}

Run prepareOpen(FaultOffice& office)
{
    return [access = office.person(QStringLiteral("admin"))](Office*) {
        return only(Office::open(access));
    };
}

} // namespace

Picture pictureOf(Office& office)
{
    Connection& connection = office.context().reader;
    const auto read = [&](std::string& text, std::string_view sql) {
        const auto done = connection.statement(sql).forEach([&text](const Statement& row) {
            text += row.text(0).toStdString();
            text += ';';
        });
        REQUIRE(done);
        text += '\n';
    };
    Picture picture;
    for (const char* sql :
         {"SELECT name || '|' || ifnull(phone, '') || '|' || status || '|' || version FROM clients "
          "ORDER BY pk",
          "SELECT kind || '|' || state FROM requests ORDER BY pk",
          "SELECT name || '|' || role || '|' || state FROM users ORDER BY pk",
          "SELECT state FROM merges ORDER BY pk",
          "SELECT kind || '|' || state || '|' || created FROM batches ORDER BY pk",
          "PRAGMA user_version"}) {
        read(picture.records, sql);
    }
    for (const char* table : {"history",
                              "audit_entries",
                              "audit_rows",
                              "applied_ops",
                              "change_feed",
                              "client_keys",
                              "recent_clients"}) {
        read(picture.counts, std::string("SELECT count(*) FROM ") + table);
    }
    return picture;
}

FaultOffice::FaultOffice()
    : m_folder(m_place.filePath(QStringLiteral("Sample.dossier")))
{
    SampleWanted wanted;
    wanted.folder = m_folder;
    wanted.clients = 12;
    m_password = wanted.password;
    Progress quiet;
    need(makeSample(wanted, quiet));
    takeOver();
}

FaultOffice::FaultOffice(Golden)
    : m_folder(m_place.filePath(QStringLiteral("Golden.dossier")))
    , m_password(QStringLiteral("golden-password-1"))
{
    const QDir from(qEnvironmentVariable("DOSSIER_SOURCE_DIR")
                    + QStringLiteral("/tests/golden/office-1.dossier"));
    REQUIRE(QDir().mkpath(m_folder));
    for (const QString& name : from.entryList(QDir::Files)) {
        REQUIRE(QFile::copy(from.filePath(name), QDir(m_folder).filePath(name)));
        QFile::setPermissions(QDir(m_folder).filePath(name), QFile::ReadOwner | QFile::WriteOwner);
    }
    takeOver(); // before a login brings the real file to the schema of today
}

void FaultOffice::takeOver()
{
    tests::FaultDisk::Files files;
    for (const char* name : {"office.db", "office.db-journal"}) {
        const QString path = QDir(m_folder).filePath(QLatin1String(name));
        if (QFile::exists(path)) {
            files[path.toStdString()] = bytesOf(path);
        }
    }
    tests::FaultDisk::instance().restore(files);
    for (const char* name : {"keyring.a", "keyring.b"}) {
        const QString path = QDir(m_folder).filePath(QLatin1String(name));
        if (QFile::exists(path)) {
            m_keyring[path] = bytesOf(path);
        }
    }
}

void FaultOffice::restoreKeyring() const
{
    for (auto it = m_keyring.begin(); it != m_keyring.end(); ++it) {
        QFile file(it.key());
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(it.value());
    }
}

Access FaultOffice::person(const QString& name)
{
    Access& known = m_people[name];
    if (!known) {
        auto access
            = std::make_shared<OfficeAccess>(*need(login({m_folder, name, m_password, {}})));
        access->vfs = faultyVfs();
        access->looks
            .reset(); // its file is not on the disk that fails: each point would find another one
        access->longestSlice
            = std::chrono::milliseconds(1); // at every look, as on a very slow share
        known = std::move(access);
    }
    return known;
}

std::unique_ptr<Office> FaultOffice::open(const Access& access)
{
    return need(Office::open(access));
}

namespace {

/// The newest import that is unfinished, or on its way back.
Result<std::optional<Batch>> brokenOff(Office& office)
{
    auto recent = office.importer().recent(1);
    if (!recent) {
        return recent.error();
    }
    const bool isBroken = !recent->empty()
        && (recent->front().state == QLatin1String("running")
            || recent->front().state == QLatin1String("undoing"));
    return isBroken ? std::optional(recent->front()) : std::nullopt;
}

Result<> goOnImporting(Office& office)
{
    auto batch = brokenOff(office);
    if (!batch || !*batch) {
        return batch ? Result<>(Error{ErrorCode::Internal, QStringLiteral("nothing broke off"), {}})
                     : Result<>(batch.error());
    }
    ImportOptions options;
    options.source.path = QDir(QFileInfo(office.access().folder).path()).filePath((*batch)->name);
    options.resume = (*batch)->pk;
    Progress quiet;
    return only(office.importer().run(options, quiet));
}

Result<> goOnTakingBack(Office& office)
{
    auto batch = brokenOff(office);
    if (!batch || !*batch) {
        return batch ? Result<>(Error{ErrorCode::Internal, QStringLiteral("nothing broke off"), {}})
                     : Result<>(batch.error());
    }
    return only(office.importer().undo((*batch)->pk));
}

/// A change of the key that broke off, wherever it did, is finished by whoever asks for it again.
Result<> goOnRekeying(Office& office)
{
    Progress quiet;
    if (auto done = office.keys().change(quiet); !done) {
        return done.error();
    }
    auto unfinished = office.keys().isUnfinished();
    return !unfinished ? Result<>(unfinished.error())
        : *unfinished ? Result<>(Error{ErrorCode::Internal, QStringLiteral("still unfinished"), {}})
                      : Result<>{};
}

} // namespace

std::vector<UseCase> useCases()
{
    return {
        {"open", "admin", &prepareOpen, 3, 1, {}, false},
        {"look", "sales1", &prepareLook, 4},
        {"create", "sales1", &prepareCreate, 9},
        {"edit", "admin", &prepareEdit, 9},
        {"ask for a change", "sales1", &prepareAsk, 9},
        {"approve", "admin", &prepareApprove, 9},
        {"merge", "admin", &prepareMerge, 13},
        {"unmerge", "admin", &prepareUnmerge, 13},
        {"put into the trash", "admin", &prepareTrash, 9},
        {"import of 120 rows", "admin", &prepareImport, 31, 1, &goOnImporting},
        {"import undo", "admin", &prepareImportUndo, 37, 1, &goOnTakingBack},
        {"print a list", "admin", &preparePrint, 9},
        {"count of the day", "sales1", &prepareCount, 9},
        {"change a role", "admin", &prepareSetRole, 9},
        {"add a user", "admin", &prepareUserAdd, 41, 2},
        {"change the key", "admin", &prepareRekey, 149, 3, &goOnRekeying},
        {"import of 1,000 rows", "admin", &prepareLargeImport, 997, 37, &goOnImporting},
    };
}

UseCase migration()
{
    return {"migrate from schema 1", "admin", &prepareOpen, 41, 1, {}, false};
}

} // namespace faulttest
