/// Office: one open office on one thread: its connections and every service, composed. The window holds one per
/// worker thread (near reads, writes, long jobs), the command line one.
///
///     auto office = Office::open(access);
///     auto page = (*office)->queries().list({});
///
/// Thread-bound, like the connections inside. Opening also migrates the file and builds what derived tables miss.
#pragma once

#include "core/approval/ChangeService.h"
#include "core/approval/GroupMerges.h"
#include "core/approval/MassChanges.h"
#include "core/approval/RequestService.h"
#include "core/duplicates/DuplicateService.h"
#include "core/duplicates/MergeService.h"
#include "core/exchange/Exporter.h"
#include "core/exchange/Importer.h"
#include "core/exchange/LogExporter.h"
#include "core/exchange/StagedImports.h"
#include "core/records/ClientService.h"
#include "core/records/SealedService.h"
#include "core/reports/PrintService.h"
#include "core/reports/ReportService.h"
#include "core/search/ClientQueries.h"
#include "core/search/SavedViews.h"
#include "core/security/AuditChain.h"
#include "core/security/KeyService.h"
#include "core/security/LogQueries.h"
#include "core/security/LogService.h"
#include "core/security/LookLog.h"
#include "core/security/LookStore.h"
#include "core/security/OwnKeys.h"
#include "core/security/PolicyService.h"
#include "core/security/UserService.h"
#include "core/storage/ChangeFeed.h"
#include "core/storage/Integrity.h"
#include "core/workspace/OfficeAccess.h"
#include "core/workspace/UpdateService.h"

#include <functional>
#include <memory>
#include <vector>

namespace core {

struct OfficeInfo
{
    QString name;
    QString officeId; ///< hex
    int schemaVersion = 0;
    std::int64_t clients = 0;
    std::int64_t users = 0;
    std::int64_t openRequests = 0;
    bool practice = false;
};

class Office
{
public:
    static Result<std::unique_ptr<Office>> open(std::shared_ptr<const OfficeAccess> access);
    ~Office();
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    [[nodiscard]] const OfficeAccess& access() const;
    [[nodiscard]] const Session& session() const;
    [[nodiscard]] OfficeContext& context();
    /// After long work that looked at many records: what was kept of the file for the next look, and what was freed, goes back to
    /// the system.
    void giveBackMemory();
    [[nodiscard]] ClientWriter& writer();
    [[nodiscard]] ClientService& clients();
    [[nodiscard]] SealedService& sealed();
    [[nodiscard]] ClientQueries& queries();
    [[nodiscard]] SavedViews& views();
    [[nodiscard]] ChangeService& changes();
    [[nodiscard]] MassChanges& massChanges();
    [[nodiscard]] RequestService& requests();
    [[nodiscard]] DuplicateService& duplicates();
    [[nodiscard]] MergeService& merges();
    [[nodiscard]] GroupMerges& groupMerges();
    [[nodiscard]] UserService& users();
    [[nodiscard]] KeyService& keys();
    [[nodiscard]] OwnKeys& ownKeys();
    [[nodiscard]] PolicyService& policy();
    [[nodiscard]] UpdateService& updates();
    [[nodiscard]] Importer& importer();
    [[nodiscard]] StagedImports& stagedImports();
    [[nodiscard]] Exporter& exporter();
    [[nodiscard]] PrintService& prints();
    [[nodiscard]] ReportService& reports();
    [[nodiscard]] LogQueries& logQueries();
    [[nodiscard]] LogService& log();
    [[nodiscard]] LogExporter& logExporter();

    /// What whoever opens confidential values does on the side, after the login: values that others entered get the code by
    /// which they are found, boxes of a former key are made anew. For everybody else there is nothing to do.
    Result<SealedCatchUp> putSealedInOrder(Progress& progress);

    /// What others have saved since it was asked last.
    [[nodiscard]] ChangeFeed& feed();
    /// Called, on this office's thread, when a save or a look has to wait for a colleague's for more than half a second.
    void onWaiting(std::function<void()> waits);

    Result<OfficeInfo> info();
    /// Cipher pages, structure, foreign keys, row hashes, chain.
    Result<std::vector<IntegrityProblem>> check(Progress& progress);
    /// The whole chain and every signature. What is found whole, this computer remembers as verified.
    Result<AuditReport> verifyLog(Progress& progress);
    /// What came after the place up to which this computer has verified the log, `most` entries of it: short enough to be
    /// done at each opening, and again for the rest.
    Result<AuditReport> verifyNewEntries(Progress& progress, std::int64_t most);
    /// Looks that never came into the log.
    Result<std::vector<JournalGap>> journalGaps();
    /// Brings looks and searches that wait in this computer's journal into the log; at the end of a login, and now and then.
    Result<> flushLooks(FlushLooks when);
    /// The raw key with the statements to give first; data administrators only, audited.
    struct RevealedKey
    {
        QString keyHex;
        QStringList pragmas;
    };
    Result<RevealedKey> revealKey();
    /// Practice offices only: the time that everything in it goes by, until it is set again.
    Result<QDateTime> setClock(const QDateTime& time);
    /// What goes by the office and may have changed: the policy, and the time of a practice office. Called before each use
    /// case; Operation reads the policy again by itself.
    Result<> refresh();

private:
    struct Parts;
    explicit Office(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace core
