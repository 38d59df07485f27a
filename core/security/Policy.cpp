#include "core/security/Policy.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

// Columns: sales, service, manager, data administrator, auditor.
constexpr std::array<PolicyRow, actionCount> shippedRows()
{
    constexpr Grant no{};
    constexpr Grant own{Scope::Own, Scope::None};
    constexpr Grant department{Scope::Department, Scope::None};
    constexpr Grant all{Scope::All, Scope::None};
    constexpr Grant askOwn{Scope::None, Scope::Own};
    constexpr Grant askAll{Scope::None, Scope::All};
    constexpr Grant departmentElseAsk{Scope::Department, Scope::All};
    constexpr bool asked = true;
    constexpr bool built = true;
    return {{
        {Action::SeeBasic, "see_basic", Reach::Records, !asked, built, {own, all, all, all, all}},
        {Action::SeePhones, "see_phones", Reach::Records, !asked, built, {own, all, all, all, no}},
        {Action::SeeAll, "see_all", Reach::Records, !asked, built, {own, no, department, all, no}},
        {Action::OpenSealed, "open_sealed", Reach::Office, !asked, built, {no, no, no, all, no}},
        {Action::CreateClient,
         "create_client",
         Reach::Office,
         !asked,
         built,
         {all, all, all, all, no}},
        {Action::ChangeFree,
         "change_free",
         Reach::Records,
         asked,
         built,
         {own, no, department, all, no}},
        {Action::AddActivities,
         "add_activities",
         Reach::Records,
         !asked,
         !built,
         {own, all, department, all, no}},
        {Action::ChangeOrdinary,
         "change_ordinary",
         Reach::Records,
         asked,
         built,
         {askOwn, askAll, departmentElseAsk, all, no}},
        {Action::ChangeImportant,
         "change_important",
         Reach::Records,
         asked,
         built,
         {askOwn, askAll, askAll, all, no}},
        {Action::ApproveOrdinary,
         "approve_ordinary",
         Reach::Records,
         !asked,
         built,
         {no, no, department, all, no}},
        {Action::ApproveImportant,
         "approve_important",
         Reach::Records,
         !asked,
         built,
         {no, no, no, all, no}},
        {Action::Import, "import", Reach::OwnOrAll, asked, built, {own, askAll, all, all, no}},
        {Action::Export, "export", Reach::Records, !asked, built, {no, no, department, all, no}},
        {Action::Merge,
         "merge",
         Reach::Records,
         asked,
         built,
         {askOwn, askAll, departmentElseAsk, all, no}},
        {Action::Archive, "archive", Reach::Records, asked, !built, {askOwn, askAll, all, all, no}},
        {Action::Trash, "trash", Reach::Records, asked, built, {askOwn, askAll, all, all, no}},
        {Action::Erase, "erase", Reach::Records, asked, !built, {no, no, askAll, askAll, no}},
        {Action::Administer, "administer", Reach::Office, !asked, built, {no, no, no, all, no}},
        {Action::SeeLog,
         "see_log",
         Reach::Records,
         !asked,
         built,
         {own, own, department, all, all}},
        {Action::ExportLog, "export_log", Reach::Records, !asked, built, {no, no, no, all, all}},
    }};
}

constexpr std::array<PolicyRow, actionCount> rightsTable = shippedRows();

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < rightsTable.size(); ++i) {
        if (std::size_t(rightsTable[i].action) != i) {
            return false;
        }
    }
    return true;
}
static_assert(isInOrder(), "a row stands at the place of its action");

struct ActionWords
{
    Action action;
    const char* label;
};

constexpr std::array<ActionWords, actionCount> actionWords{{
    {Action::SeeBasic,
     QT_TRANSLATE_NOOP("core::Policy", "See the basics (name, contact, city, owner)")},
    {Action::SeePhones, QT_TRANSLATE_NOOP("core::Policy", "See phone numbers in whole")},
    {Action::SeeAll, QT_TRANSLATE_NOOP("core::Policy", "See all ordinary fields and the history")},
    {Action::OpenSealed, QT_TRANSLATE_NOOP("core::Policy", "Open sealed fields")},
    {Action::CreateClient, QT_TRANSLATE_NOOP("core::Policy", "Enter clients")},
    {Action::ChangeFree,
     QT_TRANSLATE_NOOP("core::Policy", "Change free fields (tags, notes, website)")},
    {Action::AddActivities, QT_TRANSLATE_NOOP("core::Policy", "Add activities")},
    {Action::ChangeOrdinary, QT_TRANSLATE_NOOP("core::Policy", "Change contact details")},
    {Action::ChangeImportant,
     QT_TRANSLATE_NOOP("core::Policy", "Change important fields (name, type, industry)")},
    {Action::ApproveOrdinary, QT_TRANSLATE_NOOP("core::Policy", "Approve ordinary requests")},
    {Action::ApproveImportant, QT_TRANSLATE_NOOP("core::Policy", "Approve important requests")},
    {Action::Import, QT_TRANSLATE_NOOP("core::Policy", "Import files")},
    {Action::Export, QT_TRANSLATE_NOOP("core::Policy", "Export clients")},
    {Action::Merge, QT_TRANSLATE_NOOP("core::Policy", "Merge, and undo a merge")},
    {Action::Archive, QT_TRANSLATE_NOOP("core::Policy", "Archive clients")},
    {Action::Trash, QT_TRANSLATE_NOOP("core::Policy", "Move to the trash and back")},
    {Action::Erase, QT_TRANSLATE_NOOP("core::Policy", "Erase clients")},
    {Action::Administer, QT_TRANSLATE_NOOP("core::Policy", "People, rights, keys and backups")},
    {Action::SeeLog, QT_TRANSLATE_NOOP("core::Policy", "Read the log")},
    {Action::ExportLog, QT_TRANSLATE_NOOP("core::Policy", "Export the log")},
}};

/// A right without what it needs would let somebody do to a record what he may not see.
struct Need
{
    Action right;
    Action needs;
};

constexpr std::array<Need, 14> rightNeeds{{
    {Action::SeePhones, Action::SeeBasic},
    {Action::SeeAll, Action::SeeBasic},
    {Action::ChangeFree, Action::SeeBasic},
    {Action::AddActivities, Action::SeeBasic},
    {Action::ChangeOrdinary, Action::SeeBasic},
    {Action::ChangeImportant, Action::SeeBasic},
    {Action::ApproveOrdinary, Action::SeeBasic},
    {Action::ApproveImportant, Action::SeeBasic},
    {Action::Export, Action::SeeBasic},
    {Action::Merge, Action::SeeBasic},
    {Action::Archive, Action::SeeBasic},
    {Action::Trash, Action::SeeBasic},
    {Action::Erase, Action::SeeBasic},
    {Action::ExportLog, Action::SeeLog},
}};

QString policySay(const char* text)
{
    return QCoreApplication::translate("core::Policy", text);
}

Error policyError(const QString& message)
{
    return {ErrorCode::Invalid, message, {}};
}

Scope widest(Grant grant)
{
    return std::max(grant.direct, grant.byRequest);
}

/// What may be asked for and may be done at once is not asked for.
Grant plain(Grant grant)
{
    return grant.byRequest <= grant.direct ? Grant{grant.direct, Scope::None} : grant;
}

bool changesRecords(Action action)
{
    constexpr std::array changing{Action::CreateClient,
                                  Action::ChangeFree,
                                  Action::AddActivities,
                                  Action::ChangeOrdinary,
                                  Action::ChangeImportant,
                                  Action::ApproveOrdinary,
                                  Action::ApproveImportant,
                                  Action::Import,
                                  Action::Merge,
                                  Action::Archive,
                                  Action::Trash,
                                  Action::Erase};
    return std::find(changing.begin(), changing.end(), action) != changing.end();
}

QString missingNeed(const Need& need)
{
    return policySay(
               QT_TRANSLATE_NOOP("core::Policy",
                                 "\"%1\" cannot reach further than \"%2\" does for the same role. "
                                 "Change the other one first."))
        .arg(actionLabel(need.right), actionLabel(need.needs));
}

} // namespace

std::span<const PolicyRow, actionCount> policyTable()
{
    return rightsTable;
}

const PolicyRow& policyRow(Action action)
{
    return rightsTable[std::size_t(action)];
}

QString actionName(Action action)
{
    return QLatin1String(policyRow(action).name);
}

std::optional<Action> actionByName(QStringView name)
{
    for (const PolicyRow& row : rightsTable) {
        if (name == QLatin1String(row.name)) {
            return row.action;
        }
    }
    return std::nullopt;
}

QString actionLabel(Action action)
{
    return policySay(actionWords[std::size_t(action)].label);
}

QString scopeName(Scope scope)
{
    constexpr std::array<const char*, 4> names{"none", "own", "department", "all"};
    return QLatin1String(names[std::size_t(scope)]);
}

std::optional<Scope> scopeByName(QStringView name)
{
    for (const Scope scope : {Scope::None, Scope::Own, Scope::Department, Scope::All}) {
        if (name == scopeName(scope)) {
            return scope;
        }
    }
    return std::nullopt;
}

QString grantText(Grant grant)
{
    return scopeName(grant.direct) + u'/' + scopeName(grant.byRequest);
}

std::optional<Grant> grantFromText(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    const auto direct = scopeByName(text.left(slash));
    const auto byRequest
        = slash < 0 ? std::optional(Scope::None) : scopeByName(text.mid(slash + 1));
    return direct && byRequest ? std::optional(Grant{*direct, *byRequest}) : std::nullopt;
}

QString grantLabel(Action action, Grant grant)
{
    const bool isOffice = policyRow(action).reach == Reach::Office;
    const auto reached = [isOffice](Scope scope) {
        switch (scope) {
        case Scope::None:
            return policySay(QT_TRANSLATE_NOOP("core::Policy", "no"));
        case Scope::Own:
            return policySay(QT_TRANSLATE_NOOP("core::Policy", "own"));
        case Scope::Department:
            return policySay(QT_TRANSLATE_NOOP("core::Policy", "department"));
        case Scope::All:
            break;
        }
        return isOffice ? policySay(QT_TRANSLATE_NOOP("core::Policy", "yes"))
                        : policySay(QT_TRANSLATE_NOOP("core::Policy", "all"));
    };
    if (grant.byRequest == Scope::None) {
        return reached(grant.direct);
    }
    if (grant.direct == Scope::None) {
        return policySay(QT_TRANSLATE_NOOP("core::Policy", "%1, on request"))
            .arg(reached(grant.byRequest));
    }
    return policySay(QT_TRANSLATE_NOOP("core::Policy", "%1; %2 on request"))
        .arg(reached(grant.direct), reached(grant.byRequest));
}

bool isScopeOf(Reach reach, Scope scope)
{
    switch (reach) {
    case Reach::Records:
        break;
    case Reach::OwnOrAll:
        return scope != Scope::Department;
    case Reach::Office:
        return scope == Scope::None || scope == Scope::All;
    }
    return true;
}

QString whyFixed(Role role, Action action)
{
    if (action == Action::OpenSealed) {
        return policySay(
            QT_TRANSLATE_NOOP("core::Policy",
                              "Sealed fields open with a key that only data administrators "
                              "hold; no table can give it to anybody else."));
    }
    if (action == Action::Administer) {
        return policySay(
            QT_TRANSLATE_NOOP("core::Policy",
                              "Only data administrators can sign for people and keys, and "
                              "somebody has to be able to."));
    }
    if (role == Role::Auditor && changesRecords(action)) {
        return policySay(
            QT_TRANSLATE_NOOP("core::Policy",
                              "Auditors look at what others do. Whoever changes records "
                              "cannot be the one who checks it."));
    }
    const bool approves = action == Action::ApproveOrdinary || action == Action::ApproveImportant;
    if (approves && role == Role::DataAdmin) {
        return policySay(QT_TRANSLATE_NOOP("core::Policy",
                                           "Somebody must be able to decide every request, else it "
                                           "would wait for ever. Nobody decides his own."));
    }
    return {};
}

Policy Policy::shipped()
{
    Policy policy;
    for (const PolicyRow& row : rightsTable) {
        policy.m_grants[std::size_t(row.action)] = row.shipped;
    }
    return policy;
}

Grant Policy::grant(Role role, Action action) const
{
    return m_grants[std::size_t(action)][std::size_t(role)];
}

Grant& Policy::cell(Role role, Action action)
{
    return m_grants[std::size_t(action)][std::size_t(role)];
}

bool Policy::isShipped(Role role, Action action) const
{
    return grant(role, action) == policyRow(action).shipped[std::size_t(role)];
}

int Policy::changedCount() const
{
    int changed = 0;
    for (const PolicyRow& row : rightsTable) {
        for (const Role role : allRoles) {
            changed += isShipped(role, row.action) ? 0 : 1;
        }
    }
    return changed;
}

Result<Policy> Policy::with(Role role, Action action, Grant wanted) const
{
    const PolicyRow& row = policyRow(action);
    const Grant grant = plain(wanted);
    if (grant == this->grant(role, action)) {
        return *this;
    }
    if (const QString fixed = whyFixed(role, action); !fixed.isEmpty()) {
        return policyError(fixed);
    }
    if (!isScopeOf(row.reach, grant.direct) || !isScopeOf(row.reach, grant.byRequest)) {
        return policyError(policySay(
            QT_TRANSLATE_NOOP("core::Policy", "This right cannot be limited in that way.")));
    }
    if (grant.byRequest != Scope::None && !row.canBeAsked) {
        return policyError(policySay(QT_TRANSLATE_NOOP(
            "core::Policy", "There is no request for this: it is allowed at once, or not.")));
    }
    if (action == Action::Erase && grant.direct != Scope::None) {
        return policyError(
            policySay(QT_TRANSLATE_NOOP("core::Policy",
                                        "Nothing is erased without a second person: it can be "
                                        "asked for, never done at once.")));
    }
    Policy next = *this;
    next.cell(role, action) = grant;
    for (const Need& need : rightNeeds) {
        if (widest(next.grant(role, need.right)) > next.grant(role, need.needs).direct) {
            return policyError(missingNeed(need));
        }
    }
    if (widest(next.grant(role, Action::Import)) != Scope::None
        && next.grant(role, Action::CreateClient).direct == Scope::None) {
        return policyError(missingNeed({Action::Import, Action::CreateClient}));
    }
    return next;
}

Result<Policy> Policy::reset(Role role, Action action) const
{
    return with(role, action, policyRow(action).shipped[std::size_t(role)]);
}

QString Policy::text() const
{
    QStringList lines = m_foreign;
    for (const PolicyRow& row : rightsTable) {
        for (const Role role : allRoles) {
            if (!isShipped(role, row.action)) {
                lines.append(actionName(row.action) + u' ' + roleName(role) + u' '
                             + grantText(grant(role, row.action)));
            }
        }
    }
    return lines.join(u'\n');
}

Policy Policy::fromText(QStringView text)
{
    Policy policy = shipped();
    for (const QStringView line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QList<QStringView> parts = line.split(u' ');
        const auto action = parts.size() == 3 ? actionByName(parts[0]) : std::nullopt;
        const auto role = action ? roleByName(parts[1]) : std::nullopt;
        const auto grant = role ? grantFromText(parts[2]) : std::nullopt;
        if (!grant) {
            policy.m_foreign.append(line.toString());
            continue;
        }
        const PolicyRow& row = policyRow(*action);
        if (whyFixed(*role, *action).isEmpty() && isScopeOf(row.reach, grant->direct)
            && isScopeOf(row.reach, grant->byRequest)) {
            policy.cell(*role, *action) = *grant;
        }
    }
    policy.holdLimits();
    return policy;
}

void Policy::holdLimits()
{
    for (const Role role : allRoles) {
        for (const PolicyRow& row : rightsTable) {
            if (!row.canBeAsked) {
                cell(role, row.action).byRequest = Scope::None;
            }
        }
        cell(role, Action::Erase).direct = Scope::None;
        for (const Need& need : rightNeeds) {
            const Scope most = grant(role, need.needs).direct;
            Grant& bound = cell(role, need.right);
            // A data administrator's approvals stay, so his sight stays, too.
            if (role == Role::DataAdmin && need.needs == Action::SeeBasic) {
                cell(role, Action::SeeBasic).direct = Scope::All;
                continue;
            }
            bound = plain({std::min(bound.direct, most), std::min(bound.byRequest, most)});
        }
        if (grant(role, Action::CreateClient).direct == Scope::None) {
            cell(role, Action::Import) = {};
        }
    }
}

QString policyMarkdown()
{
    QString text = QStringLiteral("| action |");
    QString line = QStringLiteral("|---|");
    for (const Role role : allRoles) {
        text += u' ' + roleName(role) + QStringLiteral(" |");
        line += QStringLiteral("---|");
    }
    text += u'\n' + line + u'\n';
    for (const PolicyRow& row : rightsTable) {
        text += QStringLiteral("| `%1` %2%3 |")
                    .arg(QLatin1String(row.name),
                         QString::fromLatin1(actionWords[std::size_t(row.action)].label),
                         row.isBuilt ? QString() : QStringLiteral(" (not built yet)"));
        for (const Role role : allRoles) {
            const Grant grant = row.shipped[std::size_t(role)];
            QString cell = scopeName(grant.direct);
            if (grant.byRequest != Scope::None) {
                cell = (grant.direct == Scope::None ? QString() : cell + QStringLiteral("; "))
                    + QStringLiteral("request: ") + scopeName(grant.byRequest);
            }
            text += u' ' + cell
                + (whyFixed(role, row.action).isEmpty() ? QString() : QStringLiteral(" *"))
                + QStringLiteral(" |");
        }
        text += u'\n';
    }
    return text;
}

} // namespace core
