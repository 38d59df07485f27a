#include "core/approval/RequestService.h"

#include "core/approval/RequestSignatures.h"
#include "core/records/ClientService.h"
#include "core/records/ClientStore.h"
#include "core/security/Permissions.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {

namespace {

Error requestError(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("core::RequestService", sentence), {}};
}

Error unknownRequestError()
{
    return requestError(
        ErrorCode::NotFound,
        QT_TRANSLATE_NOOP("core::RequestService", "There is no request with this number."));
}

Action approvalOf(RequestLevel level)
{
    return level == RequestLevel::Important ? Action::ApproveImportant : Action::ApproveOrdinary;
}

bool mayApproveLevel(const Session& session, const RequestRow& row)
{
    return decide(session, approvalOf(row.request.level), row.subject) == Verdict::Allowed;
}

/// How much of a request a person may see: who may see the whole record or decide the request, all
/// of it; who asked, and who may read the whole log, the basic fields (and what he wrote himself).
enum class RequestSight : std::uint8_t
{
    Nothing,
    OwnWords,
    Basic,
    Whole
};

RequestSight sightOf(const Session& session, const RequestRow& row)
{
    if (decide(session, Action::SeeAll, row.subject) == Verdict::Allowed
        || mayApproveLevel(session, row)) {
        return RequestSight::Whole;
    }
    const bool seesBasic = decide(session, Action::SeeBasic, row.subject) == Verdict::Allowed;
    if (row.request.requestedBy == session.user) {
        return seesBasic ? RequestSight::Basic : RequestSight::OwnWords;
    }
    const bool seesEveryRequest = grantOf(session, Action::SeeLog).direct == Scope::All;
    return seesBasic && seesEveryRequest ? RequestSight::Basic : RequestSight::Nothing;
}

/// A value of the record as this person may see it.
QString shownTo(const Session& session,
                const Subject& subject,
                RequestSight sight,
                Field field,
                const QString& value)
{
    if (sight == RequestSight::Whole) {
        return value;
    }
    if (sight != RequestSight::Basic || !fieldInfo(field).listed) {
        return {};
    }
    const bool isMasked
        = field == Field::Phone && decide(session, Action::SeePhones, subject) != Verdict::Allowed;
    return isMasked ? maskedPhone(value) : value;
}

void hideUnseen(const Session& session, RequestSight sight, RequestRow& row)
{
    const bool isOwnImport
        = row.request.kind == RequestKind::Import && row.request.requestedBy == session.user;
    if (sight == RequestSight::Whole || isOwnImport) {
        return;
    }
    row.request.payload.clear();
    if (sight == RequestSight::OwnWords) {
        row.clientName.clear();
    }
    for (RequestedChange& change : row.request.changes) {
        change.before = shownTo(session, row.subject, sight, change.field, change.before);
        if (row.request.requestedBy != session.user) {
            change.after = shownTo(session, row.subject, sight, change.field, change.after);
        }
    }
}

} // namespace

bool setStateFilter(RequestQuery& query, QStringView word)
{
    query.overdue = word == u"overdue";
    query.state = RequestState::Open;
    if (query.overdue) {
        return true;
    }
    query.state = requestStateByName(word);
    return query.state || word == u"all";
}

Decision Decision::approval(std::vector<Field> fields, QString comment)
{
    Decision decision;
    decision.approveAll = fields.empty();
    decision.approve = std::move(fields);
    decision.comment = std::move(comment);
    return decision;
}

Decision Decision::rejection(QString comment)
{
    Decision decision;
    decision.comment = std::move(comment);
    return decision;
}

RequestService::RequestService(OfficeContext& office,
                               const ClientWriter& writer,
                               MergeService& merges,
                               const WorkingDays& calendar)
    : m_office(office)
    , m_writer(writer)
    , m_merges(merges)
    , m_calendar(calendar)
{ }

bool RequestService::mayDecide(const RequestRow& row) const
{
    const Request& request = row.request;
    return request.state == RequestState::Open && request.requestedBy != m_office.session.user
        && mayApproveLevel(m_office.session, row);
}

Result<std::optional<ListedRequest>> RequestService::listed(RequestRow row,
                                                            const Deadlines& deadlines) const
{
    const RequestSight sight = sightOf(m_office.session, row);
    if (sight == RequestSight::Nothing) {
        return std::optional<ListedRequest>{};
    }
    auto changes = RequestStore(m_office.reader).changesOf(row.request.pk);
    if (!changes) {
        return changes.error();
    }
    row.request.changes = *std::move(changes);
    ListedRequest listed;
    auto rivals = rivalsOf(row.request);
    if (!rivals) {
        return rivals.error();
    }
    listed.rivals = *std::move(rivals);
    listed.mine = row.request.requestedBy == m_office.session.user;
    listed.mayDecide = mayDecide(row);
    if (row.request.state == RequestState::Open) {
        const QDateTime now = m_office.clock.now();
        listed.overdue = row.request.dueAt < now;
        listed.hoursLeft = deadlines.hoursLeft(now, row.request.dueAt);
    }
    hideUnseen(m_office.session, sight, row);
    if (row.request.kind == RequestKind::Import) {
        row.clientName = QJsonDocument::fromJson(row.request.payload.toUtf8())
                             .object()
                             .value(QLatin1String("file"))
                             .toString();
    }
    listed.request = std::move(row.request);
    listed.client = row.client;
    listed.clientName = row.clientName;
    listed.requestedBy = row.requestedBy;
    listed.decidedBy = row.decidedBy;
    return std::optional(std::move(listed));
}

Result<std::vector<ListedRequest>> RequestService::list(const RequestQuery& query) const
{
    const UserPk me = m_office.session.user;
    RequestStore::Selection selection;
    selection.state = query.inbox || query.overdue ? RequestState::Open : query.state;
    if (query.overdue) {
        selection.dueBefore = m_office.clock.now();
    }
    selection.requestedBy = query.mine ? me : UserPk{};
    selection.notRequestedBy = query.inbox ? me : UserPk{};
    selection.client = query.client;
    auto deadlines = Deadlines::load(m_calendar, m_office.reader, m_office.timeZone);
    if (!deadlines) {
        return deadlines.error();
    }
    std::vector<ListedRequest> found;
    std::optional<Error> failure;
    auto done = RequestStore(m_office.reader).forEach(selection, [&](RequestRow& row) {
        if (query.inbox && !mayDecide(row)) {
            return true;
        }
        auto one = listed(std::move(row), *deadlines);
        if (!one) {
            failure = one.error();
            return false;
        }
        if (*one) {
            found.push_back(**std::move(one));
        }
        return found.size() < std::size_t(std::max(query.limit, 0));
    });
    if (!done) {
        return done.error();
    }
    if (failure) {
        return *failure;
    }
    return found;
}

Result<RequestCounts> RequestService::counts() const
{
    RequestCounts counts;
    const QDateTime now = m_office.clock.now();
    RequestStore::Selection open;
    open.state = RequestState::Open;
    auto done = RequestStore(m_office.reader).forEach(open, [&](const RequestRow& row) {
        if (mayDecide(row)) {
            ++counts.inbox;
            counts.overdue += row.request.dueAt < now ? 1 : 0;
        }
        counts.mine += row.request.requestedBy == m_office.session.user ? 1 : 0;
        return true;
    });
    if (!done) {
        return done.error();
    }
    return counts;
}

Result<RequestDetail> RequestService::show(RequestPk pk) const
{
    auto row = RequestStore(m_office.reader).byPk(pk);
    if (!row) {
        return row.error();
    }
    if (!*row) {
        return unknownRequestError();
    }
    const Request whole = (*row)->request;
    const RequestSight sight = sightOf(m_office.session, **row);
    const Subject subject = (*row)->subject;
    auto deadlines = Deadlines::load(m_calendar, m_office.reader, m_office.timeZone);
    if (!deadlines) {
        return deadlines.error();
    }
    auto one = listed(**std::move(row), *deadlines);
    if (!one) {
        return one.error();
    }
    if (!*one) {
        return deniedError();
    }
    RequestDetail detail;
    detail.listed = **std::move(one);
    auto client = ClientStore(m_office.reader).byPk(whole.client);
    if (!client) {
        return client.error();
    }
    for (const RequestedChange& change : whole.changes) {
        const QString now = *client ? (*client)->value(change.field) : QString{};
        detail.isOutdated
            = detail.isOutdated || (whole.state == RequestState::Open && now != change.before);
        detail.current.push_back(shownTo(m_office.session, subject, sight, change.field, now));
    }
    detail.clientVersion = *client ? (*client)->version : 0;
    if (whole.state == RequestState::Outdated) {
        auto by = RequestStore(m_office.reader).approvedIn(whole.decidedSeq);
        if (!by) {
            return by.error();
        }
        detail.outdatedBy = by->value_or(RequestPk{});
    }
    if (whole.kind == RequestKind::Import && whole.state == RequestState::Approved) {
        auto batch = RequestStore(m_office.reader).batchIn(whole.decidedSeq);
        if (!batch) {
            return batch.error();
        }
        detail.batch = batch->value_or(BatchPk{});
    }
    auto signatures = RequestSignatures(m_office.reader, m_office.officeId).of(whole);
    if (!signatures) {
        return signatures.error();
    }
    detail.signatures = *std::move(signatures);
    return detail;
}

Result<std::vector<RequestProblem>> RequestService::check(Progress& progress) const
{
    return RequestSignatures(m_office.reader, m_office.officeId).check(progress);
}

} // namespace core
