/// RequestService: the inbox and what happens with requests: list, look, approve whole or in part,
/// reject, withdraw.
///
///     auto rows = requests.list({.inbox = true});
///     auto done = requests.decide(pk, Decision::approval());
///     if (!done && done.error().code == ErrorCode::Conflict) …   // the record changed meanwhile:
///     sent back as outdated
///
/// Nobody decides his own request, whatever his role. An approval is applied to the record in the
/// same use case, and its log entry is the approver's signature under the request with its values
/// and base version. Other open requests for a field that it changes go back in the same use case, so that no value is
/// overwritten which nobody has seen. Reads near, decides on the writer. Thread of the office.
#pragma once

#include "core/approval/Deadlines.h"
#include "core/approval/Request.h"
#include "core/approval/RequestSignatures.h"
#include "core/approval/RequestStore.h"
#include "core/approval/WorkingDays.h"
#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/records/ClientWriter.h"
#include "core/security/OfficeContext.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace core {

class MergeService;

struct RequestQuery
{
    std::optional<RequestState> state = RequestState::Open; ///< nothing: all of them
    bool overdue = false; ///< open and past its due time; `state` does not count then
    bool mine = false; ///< what this user asked for
    /// What this user may decide now and did not ask for; open, whatever `state` says.
    bool inbox = false;
    ClientPk client{}; ///< of one record
    int limit = 500;
};

/// Reads "open", "overdue", "approved", "partly", "rejected", "withdrawn", "outdated", "all" into
/// the query; false for another word.
[[nodiscard]] bool setStateFilter(RequestQuery& query, QStringView word);

/// Another open request for the same field of the same record: where one is approved, the other goes back.
struct RivalRequest
{
    RequestPk pk;
    QString requestedBy; ///< name
    std::vector<Field> fields; ///< that both ask for

    friend bool operator==(const RivalRequest&, const RivalRequest&) = default;
};

/// A request as this user may see it: values of fields that are hidden from him are empty.
struct ListedRequest
{
    Request request;
    ClientId client;
    QString clientName; ///< of an import: the file's
    QString requestedBy; ///< names
    QString decidedBy;
    bool overdue = false;
    double hoursLeft = 0; ///< working time; negative when overdue; 0 where it is decided
    bool mine = false;
    bool mayDecide = false; ///< this user, now
    std::vector<RivalRequest> rivals; ///< of an open one
};

struct RequestDetail
{
    ListedRequest listed;
    int clientVersion = 0; ///< now
    std::vector<QString>
        current; ///< what stands in each requested field now; beside request.changes
    bool isOutdated = false; ///< open, and the record has changed in a requested field
    /// It went back because this one was approved, which changed the same field; invalid else.
    RequestPk outdatedBy{};
    BatchPk batch{}; ///< of an import that was approved: what takes it back
    std::vector<RequestSignature> signatures;
};

/// What is not approved is rejected. A comment is needed where nothing is approved.
struct Decision
{
    bool approveAll = false;
    std::vector<Field> approve{}; ///< without approveAll: only these
    QString comment{};

    /// Of the named fields, or of all where none is named.
    [[nodiscard]] static Decision approval(std::vector<Field> fields = {}, QString comment = {});
    [[nodiscard]] static Decision rejection(QString comment);
};

/// What became of several, each on its own.
struct DecidedEach
{
    std::vector<RequestPk> done;
    std::vector<std::pair<RequestPk, Error>> failed; ///< in the order they were named
};

struct RequestCounts
{
    int inbox = 0;
    int overdue = 0; ///< of the inbox
    int mine = 0; ///< open ones that this user asked for
};

/// What an approved import does; core/exchange has it.
class RequestedImports
{
public:
    virtual ~RequestedImports() = default;
    virtual Result<> apply(Operation& operation, const Request& request) = 0;
};

class RequestService
{
public:
    RequestService(OfficeContext& office,
                   const ClientWriter& writer,
                   MergeService& merges,
                   const WorkingDays& calendar);

    void setImports(RequestedImports* imports) { m_imports = imports; }

    /// Open ones the most urgent first, all others the newest first.
    Result<std::vector<ListedRequest>> list(const RequestQuery& query) const;
    Result<RequestDetail> show(RequestPk pk) const;
    /// Open requests for fields of this record, for whoever is about to ask for one of them too; those that this user may
    /// see. Oldest first.
    Result<std::vector<RivalRequest>> waitingFor(const ClientId& client) const;
    Result<RequestCounts> counts() const;

    /// Approves or rejects. Denied: his own, or not his to decide. Conflict: decided already; or
    /// the record changed in a requested field, then the request is sent back as outdated and
    /// nothing is applied.
    Result<Request> decide(RequestPk pk, const Decision& decision);
    DecidedEach decideEach(const std::vector<RequestPk>& pks, const Decision& decision);
    /// By the person who asked, while it is open.
    Result<Request> withdraw(RequestPk pk);

    /// Every request against the log: what was asked and decided, by whom, and that they are two.
    Result<std::vector<RequestProblem>> check(Progress& progress) const;

private:
    [[nodiscard]] bool mayDecide(const RequestRow& row) const;
    Result<std::optional<ListedRequest>> listed(RequestRow row, const Deadlines& deadlines) const;
    /// Nothing where the record has changed since: then nothing was written.
    Result<std::optional<Request>> tryDecide(RequestPk pk, const Decision& decision);
    Result<RequestRow> openRequest(Operation& operation, RequestPk pk) const;
    Result<> apply(Operation& operation, const Request& request) const;
    /// Puts what is approved into the record. Conflict where the record has changed since.
    Result<> applyChange(Operation& operation, const Request& request) const;
    Result<> applyMerge(Operation& operation, const Request& request) const;
    Result<> applyUnmerge(Operation& operation, const Request& request) const;
    Result<> applyStatus(Operation& operation, const Request& request) const;
    Result<> sendBack(RequestPk pk);
    /// Open requests whose fields no longer have the values that they began with.
    Result<> sendRivalsBack(Operation& operation, const Request& approved) const;
    Result<std::vector<RivalRequest>> rivalsOf(const Request& request) const;

    OfficeContext& m_office;
    const ClientWriter& m_writer;
    MergeService& m_merges;
    const WorkingDays& m_calendar;
    RequestedImports* m_imports = nullptr;
};

} // namespace core
