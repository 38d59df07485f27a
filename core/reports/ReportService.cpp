#include "core/reports/ReportService.h"

#include "core/approval/RequestStore.h"
#include "core/reports/QualityLog.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QHash>

#include <map>

namespace core {

namespace {

/// Counted on the side, after every save; on a share each of them may be a page to fetch.
constexpr std::int64_t mostCountedAtOnce = 5'000;
constexpr int weeksShown = 26;

bool mayDecideRequest(const Session& session, const RequestRow& row)
{
    const Action approval = row.request.level == RequestLevel::Important ? Action::ApproveImportant
                                                                         : Action::ApproveOrdinary;
    return row.request.requestedBy != session.user
        && decide(session, approval, row.subject) == Verdict::Allowed;
}

bool isRefusal(RequestState state)
{
    return state == RequestState::Rejected || state == RequestState::Outdated;
}

std::size_t ageIndex(std::int64_t days)
{
    constexpr int few = 2;
    constexpr int week = 7;
    if (days <= 0) {
        return 0;
    }
    if (days <= few) {
        return 1;
    }
    return days <= week ? 2 : 3;
}

} // namespace

ReportService::ReportService(OfficeContext& office,
                             const DuplicateService& duplicates,
                             const WorkingDays& calendar)
    : m_office(office)
    , m_duplicates(duplicates)
    , m_calendar(calendar)
{ }

Result<Waiting> ReportService::waiting() const
{
    Waiting waiting;
    for (const auto add : {&ReportService::addRequests,
                           &ReportService::addAnswers,
                           &ReportService::addGroups,
                           &ReportService::addOwn}) {
        if (auto added = (this->*add)(waiting); !added) {
            return added.error();
        }
    }
    return waiting;
}

Result<> ReportService::addRequests(Waiting& waiting) const
{
    const QDateTime now = m_office.clock.now();
    const QDate today = now.toTimeZone(m_office.timeZone).date();
    RequestStore::Selection open;
    open.state = RequestState::Open;
    return RequestStore(m_office.reader).forEach(open, [&](const RequestRow& row) {
        const Request& request = row.request;
        if (request.requestedBy == m_office.session.user) {
            ++waiting.asked;
        } else if (mayDecideRequest(m_office.session, row)) {
            const bool isToday = request.dueAt.toTimeZone(m_office.timeZone).date() <= today;
            ++(request.dueAt < now ? waiting.overdue : isToday ? waiting.today : waiting.later);
        }
        return true;
    });
}

Result<> ReportService::addAnswers(Waiting& waiting) const
{
    constexpr int longestWait = 90; // whoever asked longer ago has long heard of it
    const QDateTime now = m_office.clock.now();
    const QDateTime since = now.addDays(-Waiting::answeredDays);
    RequestStore::Selection own;
    own.requestedBy = m_office.session.user;
    return RequestStore(m_office.reader).forEach(own, [&](const RequestRow& row) {
        const Request& request = row.request;
        const bool isAnswer = request.state != RequestState::Open
            && request.state != RequestState::Withdrawn && request.decidedAt >= since;
        if (isAnswer) {
            ++(isRefusal(request.state) ? waiting.refused : waiting.approved);
        }
        return request.requestedAt >= now.addDays(-longestWait);
    });
}

Result<> ReportService::addGroups(Waiting& waiting) const
{
    const Grant merging = grantOf(m_office.session, Action::Merge);
    const Scope reach = std::max(merging.direct, merging.byRequest);
    if (reach == Scope::None) {
        return {};
    }
    waiting.areGroupsOwn = merging.direct != Scope::All;
    GroupFilter filter;
    filter.isOwn = waiting.areGroupsOwn;
    auto counts = m_duplicates.groupCounts(filter);
    if (!counts) {
        return counts.error();
    }
    waiting.groups = counts->all();
    return {};
}

Result<> ReportService::addOwn(Waiting& waiting) const
{
    const UserPk me = m_office.session.user;
    if (grantOf(m_office.session, Action::SeeBasic).direct == Scope::None) {
        return {};
    }
    auto owned = countOwned(m_office.reader, me, mostCountedAtOnce);
    if (!owned) {
        return owned.error();
    }
    if (!*owned) {
        return {};
    }
    Progress quiet;
    auto counts
        = countClients(m_office.reader, {.owner = me}, Freshness(m_office.clock.now()), quiet);
    if (!counts) {
        return counts.error();
    }
    waiting.own = counts->all();
    return {};
}

Result<std::function<bool(UserPk)>> ReportService::sight() const
{
    using Sees = std::function<bool(UserPk)>;
    const Scope scope = grantOf(m_office.session, Action::SeeBasic).direct;
    auto users = UserStore(m_office.reader).all();
    if (!users) {
        return users.error();
    }
    QHash<UserPk, DepartmentPk> departments;
    for (const User& user : *users) {
        departments.insert(user.pk, user.department);
    }
    return Sees([scope, departments, session = &m_office.session](UserPk owner) {
        return covers(scope, *session, {owner, departments.value(owner), true});
    });
}

Result<std::int64_t> ReportService::trashed(const std::function<bool(UserPk)>& sees) const
{
    std::int64_t all = 0;
    // The first condition is that of the index, which knows those few.
    auto done = m_office.reader
                    .statement("SELECT coalesce(owner_pk, 0), count(*) FROM clients"
                               " WHERE status <> 'active' AND status = 'trashed' GROUP BY 1")
                    .forEach([&](const Statement& row) {
                        all += sees(row.id<UserPk>(0)) ? row.int64(1) : 0;
                    });
    if (!done) {
        return done.error();
    }
    return all;
}

Result<RequestAges> ReportService::ages() const
{
    RequestAges ages;
    const QDateTime now = m_office.clock.now();
    const QDate today = now.toTimeZone(m_office.timeZone).date();
    const Session& me = m_office.session;
    const bool seesAll = grantOf(me, Action::SeeLog).direct == Scope::All
        && grantOf(me, Action::SeeBasic).direct == Scope::All;
    RequestStore::Selection open;
    open.state = RequestState::Open;
    auto done = RequestStore(m_office.reader).forEach(open, [&](const RequestRow& row) {
        const Request& request = row.request;
        if (seesAll || request.requestedBy == me.user || mayDecideRequest(me, row)) {
            const QDate day = request.requestedAt.toTimeZone(m_office.timeZone).date();
            ++ages.open[ageIndex(day.daysTo(today))];
            ages.overdue += request.dueAt < now ? 1 : 0;
        }
        return true;
    });
    if (!done) {
        return done.error();
    }
    return ages;
}

Result<Numbers> ReportService::numbers(Progress& progress) const
{
    Numbers numbers;
    numbers.at = m_office.clock.now();
    auto requests = ages();
    if (!requests) {
        return requests.error();
    }
    numbers.requests = *requests;
    auto sees = sight();
    if (!sees) {
        return sees.error();
    }
    const UserPk me = m_office.session.user;
    CountScope scope{.includes = *sees};
    if (grantOf(m_office.session, Action::SeeBasic).direct == Scope::Own) {
        scope.owner = me;
    }
    progress.phase(QCoreApplication::translate("core::ReportService", "Counting clients"));
    auto clients = countClients(m_office.reader, scope, Freshness(numbers.at), progress);
    if (!clients) {
        return clients.error();
    }
    numbers.clients = *std::move(clients);
    if (const auto own = numbers.clients.byOwner.find(me.value);
        own != numbers.clients.byOwner.end()) {
        numbers.own = own->second;
    }
    auto inTrash = trashed(*sees);
    if (!inTrash) {
        return inTrash.error();
    }
    numbers.trashed = *inTrash;
    return numbers;
}

Result<std::vector<QualityPoint>> ReportService::trend() const
{
    auto sees = sight();
    auto days = sees ? qualityByWeek(m_office, weeksShown)
                     : Result<std::vector<QualityDay>>(sees.error());
    if (!days) {
        return days.error();
    }
    std::vector<QualityPoint> points;
    for (const QualityDay& day : *days) {
        OwnerCounts sum;
        for (const auto& one : day.byOwner) {
            if ((*sees)(UserPk{one.first})) {
                sum += one.second;
            }
        }
        if (sum.clients > 0) {
            QualityPoint point{
                day.day, sum.clients, sum.clients - sum.drafts, sum.clients - sum.stale};
            if (day.wasScanned) {
                point.single = sum.clients - sum.grouped;
            }
            points.push_back(point);
        }
    }
    return points;
}

Result<> ReportService::noteQuality(Progress& progress)
{
    if (m_office.isReadOnly) {
        return {};
    }
    auto noted = isQualityNoted(m_office.writer, m_office);
    if (!noted) {
        return noted.error();
    }
    if (*noted) {
        return {};
    }
    progress.phase(QCoreApplication::translate("core::ReportService", "Counting clients"));
    auto counts = countClients(m_office.reader, {}, Freshness(m_office.clock.now()), progress);
    if (!counts) {
        return counts.error();
    }
    return core::noteQuality(m_office, *counts);
}

} // namespace core
