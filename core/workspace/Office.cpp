#include "core/workspace/Office.h"

#include "core/approval/WorkingDays.h"
#include "core/base/Log.h"
#include "core/base/Memory.h"
#include "core/duplicates/DuplicateIndex.h"
#include "core/duplicates/DuplicateService.h"
#include "core/duplicates/EntryLookup.h"
#include "core/search/SearchIndex.h"
#include "core/security/SettingStore.h"
#include "core/storage/Connection.h"
#include "core/storage/Migrations.h"
#include "core/storage/Statement.h"
#include "core/storage/UtcText.h"
#include "core/validation/ClientRules.h"
#include "core/workspace/OfficeAccessParts.h"
#include "core/workspace/OfficeCheck.h"
#include "core/workspace/OfficePast.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace core {

namespace {

constexpr auto clockSetting = "clock";

/// On a share colleagues wait for each transaction.
std::chrono::milliseconds longestSliceOf(const Connection& connection, const OfficeAccess& access)
{
    constexpr std::chrono::milliseconds onShare(400);
    return access.longestSlice.value_or(connection.isOnNetwork() ? onShare
                                                                 : std::chrono::milliseconds(0));
}

/// A bad log is looked at anew the next time, from where it was good.
void noteVerified(const AuditReport& report, const QByteArray& officeId)
{
    if (report.firstBad || report.last.seq == 0) {
        return;
    }
    if (auto noted = rememberHead(
            officeId, {report.last.seq, report.last.hash, report.last.at}, HeadNote::Verified);
        !noted) {
        logWarning("workspace", noted.error().message + u' ' + noted.error().detail);
    }
}

} // namespace

struct Office::Parts
{
    explicit Parts(std::shared_ptr<const OfficeAccess> given,
                   std::unique_ptr<Connection> opened,
                   WorkingDays days)
        : access(std::move(given))
        , connection(std::move(opened))
        , context{*connection,
                  *connection,
                  access->session,
                  *access->clock,
                  access->officeId,
                  access->timeZone,
                  QSysInfo::machineHostName(),
                  access->isReadOnly(),
                  access->heads.get(),
                  longestSliceOf(*connection, *access),
                  sealedKeysFrom(*access),
                  access->looks.get()}
        , calendar(std::move(days))
        , rules(access->clock.get())
        , writer({&searchIndex, &duplicateIndex}, &rules)
        , lookup(context)
        , clients(context, writer, rules, lookup)
        , sealed(context, writer)
        , queries(context)
        , views(context)
        , merges(context, writer)
        , changes(context, writer, rules, merges, calendar)
        , massChanges(context, writer, queries, changes)
        , requests(context, writer, merges, calendar)
        , duplicates(context)
        , groupMerges(context, duplicates, merges, changes)
        , users(context, access->folder, access->person)
        , keys(context, access->folder, access->person)
        , ownKeys(context, access->folder, access->person)
        , policy(context)
        , updates(context, access->folder)
        , importer(context, writer, rules, lookup, changes)
        , staged({context, writer, rules, lookup, changes}, requests)
        , exporter(context, queries)
        , prints(context, queries)
        , reports(context, duplicates, calendar)
        , logQueries(context)
        , log(context, [this](QDate day) { return calendar.isWorkingDay(day); })
        , logExporter(context, logQueries)
        , feed(*connection)
    {
        requests.setImports(&staged);
    }

    std::shared_ptr<const OfficeAccess> access;
    std::unique_ptr<Connection> connection;
    OfficeContext context;
    WorkingDays calendar;
    ClientRules rules;
    SearchIndex searchIndex;
    DuplicateIndex duplicateIndex;
    ClientWriter writer;
    EntryLookup lookup;
    ClientService clients;
    SealedService sealed;
    ClientQueries queries;
    SavedViews views;
    MergeService merges;
    ChangeService changes;
    MassChanges massChanges;
    RequestService requests;
    DuplicateService duplicates;
    GroupMerges groupMerges;
    UserService users;
    KeyService keys;
    OwnKeys ownKeys;
    PolicyService policy;
    UpdateService updates;
    Importer importer;
    StagedImports staged;
    Exporter exporter;
    PrintService prints;
    ReportService reports;
    LogQueries logQueries;
    LogService log;
    LogExporter logExporter;
    ChangeFeed feed;
};

Office::Office(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{ }

Office::~Office() = default;

namespace {

/// Of an older database nothing is brought up to date: that would write into it.
Result<> makeUpToDate(Connection& connection, const OfficeAccess& access)
{
    if (access.isReadOnly()) {
        return checkReadable(connection, access);
    }
    if (auto migrated = migrate(connection, *access.clock); !migrated) {
        return migrated;
    }
    Progress quiet;
    if (auto ready = SearchIndex::prepare(connection, quiet); !ready) {
        return ready;
    }
    return DuplicateIndex::prepare(connection);
}

} // namespace

Result<std::unique_ptr<Office>> Office::open(std::shared_ptr<const OfficeAccess> access)
{
    auto connection = connectTo(*access);
    if (!connection) {
        return connection.error();
    }
    if (auto ready = makeUpToDate(**connection, *access); !ready) {
        return ready.error();
    }
    auto calendar = WorkingDays::standard();
    if (!calendar) {
        return calendar.error();
    }
    auto parts
        = std::make_unique<Parts>(std::move(access), *std::move(connection), *std::move(calendar));
    std::unique_ptr<Office> office(new Office(std::move(parts)));
    if (auto refreshed = office->refresh(); !refreshed) {
        return refreshed.error();
    }
    return office;
}

const OfficeAccess& Office::access() const
{
    return *m_parts->access;
}

const Session& Office::session() const
{
    return m_parts->access->session;
}

OfficeContext& Office::context()
{
    return m_parts->context;
}

void Office::giveBackMemory()
{
    static_cast<void>(
        m_parts->connection->execute("PRAGMA shrink_memory")); // it is about memory only
    core::giveBackMemory();
}

ClientWriter& Office::writer()
{
    return m_parts->writer;
}

ClientService& Office::clients()
{
    return m_parts->clients;
}

SealedService& Office::sealed()
{
    return m_parts->sealed;
}

Result<SealedCatchUp> Office::putSealedInOrder(Progress& progress)
{
    Parts& parts = *m_parts;
    if (!parts.sealed.mayOpen() || parts.context.isReadOnly) {
        return SealedCatchUp{};
    }
    if (parts.context.session.sealed->sealing.epoch == 0) {
        if (auto stated = parts.keys.stateSealingKey(); !stated) {
            return stated.error();
        }
    }
    return parts.sealed.catchUp(progress);
}

SavedViews& Office::views()
{
    return m_parts->views;
}

ClientQueries& Office::queries()
{
    return m_parts->queries;
}

ChangeService& Office::changes()
{
    return m_parts->changes;
}

MassChanges& Office::massChanges()
{
    return m_parts->massChanges;
}

RequestService& Office::requests()
{
    return m_parts->requests;
}

DuplicateService& Office::duplicates()
{
    return m_parts->duplicates;
}

GroupMerges& Office::groupMerges()
{
    return m_parts->groupMerges;
}

MergeService& Office::merges()
{
    return m_parts->merges;
}

UserService& Office::users()
{
    return m_parts->users;
}

KeyService& Office::keys()
{
    return m_parts->keys;
}

OwnKeys& Office::ownKeys()
{
    return m_parts->ownKeys;
}

PolicyService& Office::policy()
{
    return m_parts->policy;
}

UpdateService& Office::updates()
{
    return m_parts->updates;
}

Importer& Office::importer()
{
    return m_parts->importer;
}

StagedImports& Office::stagedImports()
{
    return m_parts->staged;
}

Exporter& Office::exporter()
{
    return m_parts->exporter;
}

PrintService& Office::prints()
{
    return m_parts->prints;
}

ReportService& Office::reports()
{
    return m_parts->reports;
}

LogQueries& Office::logQueries()
{
    return m_parts->logQueries;
}

LogService& Office::log()
{
    return m_parts->log;
}

LogExporter& Office::logExporter()
{
    return m_parts->logExporter;
}

ChangeFeed& Office::feed()
{
    return m_parts->feed;
}

void Office::onWaiting(std::function<void()> waits)
{
    BusyPolicy policy = m_parts->connection->busyPolicy();
    policy.onWaiting = std::move(waits);
    m_parts->connection->setBusyPolicy(std::move(policy));
}

Result<OfficeInfo> Office::info()
{
    OfficeInfo info;
    info.name = access().officeName;
    info.officeId = QString::fromLatin1(access().officeId.toHex());
    info.practice = access().practice;
    auto version = schemaVersion(*m_parts->connection);
    if (!version) {
        return version.error();
    }
    info.schemaVersion = *version;
    auto counts = m_parts->connection
                      ->statement("SELECT (SELECT count(*) FROM clients WHERE status = 'active'),"
                                  " (SELECT count(*) FROM users WHERE state = 'active'),"
                                  " (SELECT count(*) FROM requests WHERE state = 'open')")
                      .one([&info](const Statement& row) {
                          info.clients = row.int64(0);
                          info.users = row.int64(1);
                          info.openRequests = row.int64(2);
                          return 0;
                      });
    if (!counts) {
        return counts.error();
    }
    return info;
}

Result<AuditReport> Office::verifyLog(Progress& progress)
{
    if (auto allowed = require(session(), Action::SeeLog); !allowed) {
        return allowed.error();
    }
    progress.phase(QCoreApplication::translate("core::Office", "Checking the log"), 0);
    auto report = AuditChain(*m_parts->connection, access().officeId).verify(progress);
    if (report) {
        noteVerified(*report, access().officeId);
    }
    return report;
}

Result<AuditReport> Office::verifyNewEntries(Progress& progress, std::int64_t most)
{
    const auto known = recallHead(access().officeId, HeadNote::Verified);
    const AuditPlace place = known ? AuditPlace{known->seq, known->hash, known->at} : AuditPlace{};
    auto report = AuditChain(*m_parts->connection, access().officeId).verify(progress, place, most);
    if (report && report->entries > 0) {
        noteVerified(*report, access().officeId);
    }
    return report;
}

Result<std::vector<JournalGap>> Office::journalGaps()
{
    return LookStore(*m_parts->connection).gaps();
}

Result<> Office::flushLooks(FlushLooks when)
{
    return core::flushLooks(m_parts->context, when);
}

Result<std::vector<IntegrityProblem>> Office::check(Progress& progress)
{
    auto problems = OfficeCheck(m_parts->context, m_parts->requests).run(progress);
    // Whole in itself: only what this computer remembers shows it.
    if (problems && isFromThePast(access().headStanding)) {
        const auto known = recallHead(access().officeId);
        problems->push_back({QStringLiteral("older_copy"),
                             QString::number(known ? known->seq : 0),
                             access().readOnlyReason});
    }
    return problems;
}

Result<Office::RevealedKey> Office::revealKey()
{
    if (auto allowed = require(session(), Action::Administer); !allowed) {
        return allowed.error();
    }
    auto operation = Operation::begin(m_parts->context, u"office.reveal_key");
    if (!operation) {
        return operation.error();
    }
    operation->setObject(QStringLiteral("office"));
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    const SecureBytes hex = m_parts->connection->key().toHex();
    const QString key
        = QString::fromLatin1(reinterpret_cast<const char*>(hex.data()), qsizetype(hex.size()));
    return RevealedKey{key, {QStringLiteral("PRAGMA key = \"x'%1'\";").arg(key)}};
}

Result<QDateTime> Office::setClock(const QDateTime& time)
{
    if (!access().practice) {
        return Error{ErrorCode::Unsupported,
                     QCoreApplication::translate(
                         "core::Office", "Only a practice office has a clock that can be set."),
                     {}};
    }
    auto operation = Operation::begin(m_parts->context, u"clock.set");
    if (!operation) {
        return operation.error();
    }
    operation->setObject(QStringLiteral("office"));
    SettingStore settings(*m_parts->connection);
    if (auto done = settings.set(*operation, QString::fromLatin1(clockSetting), utcText(time));
        !done) {
        return done.error();
    }
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    access().clock->set(time);
    return access().clock->now();
}

Result<> Office::refresh()
{
    if (auto followed = session().policy->refresh(*m_parts->connection); !followed) {
        return followed;
    }
    if (!access().practice) {
        return {};
    }
    auto value = SettingStore(*m_parts->connection).value(QString::fromLatin1(clockSetting));
    if (!value) {
        return value.error();
    }
    if (*value) {
        access().clock->set(utcFromText(**value));
    }
    return {};
}

} // namespace core
