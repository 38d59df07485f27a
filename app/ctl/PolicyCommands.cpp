// policy list, set, reset
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"
#include "core/security/Policy.h"

#include <QCoreApplication>

namespace ctl {

namespace {

struct PolicyArguments
{
    std::string action;
    std::string role;
    std::string scope;
    std::string byRequest;
    bool markdown = false;
};

struct Cell
{
    core::Action action;
    core::Role role;
};

QString policyText(const char* text)
{
    return QCoreApplication::translate("ctl::Policy", text);
}

core::Result<Cell> cellOf(const PolicyArguments& arguments)
{
    const auto action = core::actionByName(text(arguments.action));
    if (!action) {
        return core::Error{
            core::ErrorCode::Invalid,
            policyText(QT_TRANSLATE_NOOP(
                "ctl::Policy", "There is no action of this name; `policy list` names them.")),
            {}};
    }
    const auto role = core::roleByName(text(arguments.role));
    if (!role) {
        return core::Error{
            core::ErrorCode::Invalid,
            QCoreApplication::translate(
                "ctl::User", "Roles are sales, service, manager, data_admin and auditor."),
            {}};
    }
    return Cell{*action, *role};
}

core::Result<core::Scope> scopeOf(const std::string& word)
{
    if (const auto scope = core::scopeByName(text(word))) {
        return *scope;
    }
    return core::Error{core::ErrorCode::Invalid,
                       policyText(QT_TRANSLATE_NOOP(
                           "ctl::Policy", "A right reaches none, own, department or all.")),
                       {}};
}

QJsonObject cellJson(const core::Policy& policy, core::Role role, const core::PolicyRow& row)
{
    const core::Grant grant = policy.grant(role, row.action);
    const core::Grant shipped = row.shipped[std::size_t(role)];
    return {{QStringLiteral("action"), core::actionName(row.action)},
            {QStringLiteral("role"), core::roleName(role)},
            {QStringLiteral("scope"), core::scopeName(grant.direct)},
            {QStringLiteral("by_request"), core::scopeName(grant.byRequest)},
            {QStringLiteral("shipped"), core::grantText(shipped)},
            {QStringLiteral("changed"), !policy.isShipped(role, row.action)},
            {QStringLiteral("fixed"), core::whyFixed(role, row.action)}};
}

/// For people: a line per action, what is not as it ships with a star.
QString tableOf(const core::Policy& policy)
{
    QString words;
    for (const core::PolicyRow& row : core::policyTable()) {
        if (!row.isBuilt) {
            continue;
        }
        words += core::actionName(row.action) + QStringLiteral("  (")
            + core::actionLabel(row.action) + QStringLiteral(")\n");
        for (const core::Role role : core::allRoles) {
            words
                += QStringLiteral("    %1 %2%3\n")
                       .arg(core::roleName(role),
                            core::grantLabel(row.action, policy.grant(role, row.action)),
                            policy.isShipped(role, row.action) ? QString() : QStringLiteral("  *"));
        }
    }
    return words;
}

Outcome answerWith(Context& context, const core::Result<core::Policy>& policy)
{
    if (!policy) {
        return policy.error();
    }
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto sole = (*office)->policy().hasSoleUser();
    if (!sole) {
        return sole.error();
    }
    QJsonArray cells;
    for (const core::PolicyRow& row : core::policyTable()) {
        for (const core::Role role : core::allRoles) {
            if (row.isBuilt) {
                cells.append(cellJson(*policy, role, row));
            }
        }
    }
    QString words = tableOf(*policy);
    if (*sole) {
        words += policyText(QT_TRANSLATE_NOOP(
                     "ctl::Policy",
                     "This office has a single user: nothing waits for approval, whatever stands "
                     "here."))
            + u'\n';
    }
    return Outcome({{QStringLiteral("policy"), cells},
                    {QStringLiteral("changed"), policy->changedCount()},
                    {QStringLiteral("sole_user"), *sole}},
                   words);
}

Outcome listPolicy(Context& context, const PolicyArguments& arguments)
{
    if (arguments.markdown) {
        const QString table = core::policyMarkdown();
        return Outcome({{QStringLiteral("markdown"), table}}, table);
    }
    auto office = context.office();
    return office ? answerWith(context, (*office)->policy().current()) : Outcome(office.error());
}

Outcome setPolicy(Context& context, const PolicyArguments& arguments)
{
    auto cell = cellOf(arguments);
    auto direct = scopeOf(arguments.scope);
    auto byRequest = scopeOf(arguments.byRequest.empty() ? "none" : arguments.byRequest);
    if (!cell || !direct || !byRequest) {
        return wrongUsage(!cell ? cell.error() : !direct ? direct.error() : byRequest.error());
    }
    auto office = context.office();
    return office ? answerWith(
               context, (*office)->policy().set(cell->role, cell->action, {*direct, *byRequest}))
                  : Outcome(office.error());
}

Outcome resetPolicy(Context& context, const PolicyArguments& arguments)
{
    if (arguments.action.empty()) {
        auto office = context.office();
        return office ? answerWith(context, (*office)->policy().resetAll())
                      : Outcome(office.error());
    }
    auto cell = cellOf(arguments);
    if (!cell) {
        return wrongUsage(cell.error());
    }
    auto office = context.office();
    return office ? answerWith(context, (*office)->policy().reset(cell->role, cell->action))
                  : Outcome(office.error());
}

void addPolicyList(CommandLine& line)
{
    auto arguments = std::make_shared<PolicyArguments>();
    CLI::App* list
        = line.add("policy",
                   "list",
                   QT_TRANSLATE_NOOP("ctl::Help", "What each role may do in this office"),
                   "dossierctl policy list\ndossierctl policy list --markdown");
    line.teach(list,
               QT_TRANSLATE_NOOP("ctl::Help",
                                 "A star marks what is not as it ships. `--markdown` prints the "
                                 "table that ships, and needs no office."));
    list->add_flag("--markdown",
                   arguments->markdown,
                   QT_TRANSLATE_NOOP("ctl::Help", "The table that ships, for documentation"));
    line.onRun(list, [arguments](Context& context) { return listPolicy(context, *arguments); });
}

void addPolicySet(CommandLine& line)
{
    auto arguments = std::make_shared<PolicyArguments>();
    CLI::App* set
        = line.add("policy",
                   "set",
                   QT_TRANSLATE_NOOP("ctl::Help", "Changes what a role may do, under log"),
                   "dossierctl policy set export manager own\n"
                   "dossierctl policy set merge sales own --by-request all");
    line.teach(set,
               QT_TRANSLATE_NOOP(
                   "ctl::Help",
                   "It holds at once, for people who are logged in, too. Some limits stay whatever "
                   "the table says: sealed fields and keys are the data administrators', nobody "
                   "decides his own request, auditors change nothing, nothing is erased without a "
                   "second person."));
    set->add_option("ACTION",
                    arguments->action,
                    QT_TRANSLATE_NOOP("ctl::Help", "What is allowed; `policy list` has the names"))
        ->required();
    set->add_option(
           "ROLE",
           arguments->role,
           QT_TRANSLATE_NOOP("ctl::Help", "sales, service, manager, data_admin or auditor"))
        ->type_name("ROLE")
        ->required();
    set->add_option("SCOPE",
                    arguments->scope,
                    QT_TRANSLATE_NOOP("ctl::Help",
                                      "Of whose records, at once: none, own, department or all"))
        ->type_name("SCOPE")
        ->required();
    set->add_option("--by-request",
                    arguments->byRequest,
                    QT_TRANSLATE_NOOP("ctl::Help", "Of whose records it can be asked for"))
        ->type_name("SCOPE");
    line.onRun(set, [arguments](Context& context) { return setPolicy(context, *arguments); });
}

void addPolicyReset(CommandLine& line)
{
    auto arguments = std::make_shared<PolicyArguments>();
    CLI::App* reset
        = line.add("policy",
                   "reset",
                   QT_TRANSLATE_NOOP("ctl::Help", "Sets what a role may do, or all of it, back"),
                   "dossierctl policy reset export manager\ndossierctl policy reset");
    CLI::Option* action = reset->add_option(
        "ACTION", arguments->action, QT_TRANSLATE_NOOP("ctl::Help", "Without it: everything"));
    CLI::Option* role
        = reset
              ->add_option(
                  "ROLE",
                  arguments->role,
                  QT_TRANSLATE_NOOP("ctl::Help", "sales, service, manager, data_admin or auditor"))
              ->type_name("ROLE");
    action->needs(role);
    line.onRun(reset, [arguments](Context& context) { return resetPolicy(context, *arguments); });
}

} // namespace

void addPolicyCommands(CommandLine& line)
{
    addPolicyList(line);
    addPolicySet(line);
    addPolicyReset(line);
}

} // namespace ctl
