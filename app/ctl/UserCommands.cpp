// user add, list, disable, set-role, set-password
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"

#include <QCoreApplication>

namespace ctl {

namespace {

struct UserArguments
{
    std::string name;
    std::string role;
    std::string department;
    std::string passwordFile;
};

core::Result<core::Role> roleNamed(const std::string& name)
{
    if (const auto role = core::roleByName(text(name))) {
        return *role;
    }
    return core::Error{
        core::ErrorCode::Invalid,
        QCoreApplication::translate("ctl::User",
                                    "Roles are sales, service, manager, data_admin and auditor."),
        {}};
}

Outcome answer(const core::Result<core::User>& user)
{
    if (!user) {
        return user.error();
    }
    return Outcome(userJson(*user),
                   user->name + QStringLiteral("  ") + core::roleLabel(user->role));
}

Outcome addUser(Context& context, const UserArguments& arguments)
{
    auto role = roleNamed(arguments.role);
    if (!role) {
        return wrongUsage(role.error());
    }
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto password = Context::secretFrom(text(arguments.passwordFile));
    if (!password) {
        return password.error();
    }
    return answer((*office)->users().add(
        {text(arguments.name), *role, text(arguments.department), *password}));
}

Outcome listUsers(Context& context)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto users = (*office)->users().list();
    if (!users) {
        return users.error();
    }
    QJsonArray list;
    QString words;
    for (const core::User& user : *users) {
        list.append(userJson(user));
        words
            += user.name + u'\t' + core::roleLabel(user.role) + u'\t' + user.departmentName + u'\n';
    }
    return Outcome({{QStringLiteral("users"), list}}, words);
}

} // namespace

void addUserCommands(CommandLine& line)
{
    auto arguments = std::make_shared<UserArguments>();
    CLI::App* add = line.add(
        "user",
        "add",
        "Adds a person with a role and a password of their own",
        "dossierctl user add wang --role sales --department East --new-password-file pw2");
    add->add_option("NAME", arguments->name, "The person's name")->required();
    add->add_option("--role", arguments->role, "sales, service, manager, data_admin, auditor")
        ->required();
    add->add_option("--department", arguments->department, "Made where it does not exist");
    add->add_option("--new-password-file", arguments->passwordFile, "First line is the password")
        ->required();
    line.onRun(add, [arguments](Context& context) { return addUser(context, *arguments); });

    line.onRun(
        line.add(
            "user", "list", "Everybody who may open the office", "dossierctl --json user list"),
        listUsers);

    CLI::App* disable = line.add(
        "user", "disable", "Takes a person's access away", "dossierctl user disable wang");
    disable->add_option("NAME", arguments->name)->required();
    line.onRun(disable, [arguments](Context& context) -> Outcome {
        auto office = context.office();
        return office ? answer((*office)->users().disable(text(arguments->name)))
                      : Outcome(office.error());
    });

    CLI::App* setRole = line.add(
        "user", "set-role", "Gives a person another role", "dossierctl user set-role wang manager");
    setRole->add_option("NAME", arguments->name)->required();
    setRole->add_option("ROLE", arguments->role)->required();
    line.onRun(setRole, [arguments](Context& context) -> Outcome {
        auto role = roleNamed(arguments->role);
        if (!role) {
            return wrongUsage(role.error());
        }
        auto office = context.office();
        return office ? answer((*office)->users().setRole(text(arguments->name), *role))
                      : Outcome(office.error());
    });

    CLI::App* setPassword = line.add("user",
                                     "set-password",
                                     "One's own password, or anybody's by a data administrator",
                                     "dossierctl user set-password wang --new-password-file pw3");
    setPassword->add_option("NAME", arguments->name)->required();
    setPassword
        ->add_option("--new-password-file", arguments->passwordFile, "First line is the password")
        ->required();
    line.onRun(setPassword, [arguments](Context& context) -> Outcome {
        auto office = context.office();
        if (!office) {
            return office.error();
        }
        auto password = Context::secretFrom(text(arguments->passwordFile));
        return password ? answer((*office)->users().setPassword(text(arguments->name), *password))
                        : Outcome(password.error());
    });
}

} // namespace ctl
