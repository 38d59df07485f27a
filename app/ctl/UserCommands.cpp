// user add, list, disable, set-role, set-department, set-password, passphrase
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"
#include "core/crypto/Passphrase.h"

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

void addUserAdd(CommandLine& line)
{
    auto arguments = std::make_shared<UserArguments>();
    CLI::App* add = line.add(
        "user",
        "add",
        QT_TRANSLATE_NOOP("ctl::Help", "Adds a person with a role and a password of their own"),
        "dossierctl user add wang --role sales --department East --new-password-file pw2");
    add->add_option("NAME", arguments->name, QT_TRANSLATE_NOOP("ctl::Help", "The person's name"))
        ->required();
    add->add_option(
           "--role",
           arguments->role,
           QT_TRANSLATE_NOOP("ctl::Help", "sales, service, manager, data_admin or auditor"))
        ->type_name("ROLE")
        ->required();
    add->add_option("--department",
                    arguments->department,
                    QT_TRANSLATE_NOOP("ctl::Help", "Made where it does not exist"));
    add->add_option("--new-password-file",
                    arguments->passwordFile,
                    QT_TRANSLATE_NOOP("ctl::Help", "First line is the password"))
        ->type_name("FILE")
        ->required();
    line.onRun(add, [arguments](Context& context) { return addUser(context, *arguments); });

    line.onRun(line.add("user",
                        "list",
                        QT_TRANSLATE_NOOP("ctl::Help", "Everybody who may open the office"),
                        "dossierctl --json user list"),
               listUsers);
}

void addUserDisable(CommandLine& line)
{
    auto arguments = std::make_shared<UserArguments>();
    CLI::App* disable = line.add("user",
                                 "disable",
                                 QT_TRANSLATE_NOOP("ctl::Help", "Takes a person's access away"),
                                 "dossierctl user disable wang");
    line.teach(disable,
               QT_TRANSLATE_NOOP("ctl::Help",
                                 "The clients of that person stay theirs until `client reassign` "
                                 "gives them to somebody else; the log keeps what they did. "
                                 "`user set-password` gives the access back."));
    disable
        ->add_option("NAME", arguments->name, QT_TRANSLATE_NOOP("ctl::Help", "The person's name"))
        ->required();
    line.onRun(disable, [arguments](Context& context) -> Outcome {
        auto office = context.office();
        return office ? answer((*office)->users().disable(text(arguments->name)))
                      : Outcome(office.error());
    });
}

void addUserSetRole(CommandLine& line)
{
    auto arguments = std::make_shared<UserArguments>();
    CLI::App* setRole = line.add("user",
                                 "set-role",
                                 QT_TRANSLATE_NOOP("ctl::Help", "Gives a person another role"),
                                 "dossierctl user set-role wang manager");
    setRole
        ->add_option("NAME", arguments->name, QT_TRANSLATE_NOOP("ctl::Help", "The person's name"))
        ->required();
    setRole
        ->add_option(
            "ROLE",
            arguments->role,
            QT_TRANSLATE_NOOP("ctl::Help", "sales, service, manager, data_admin or auditor"))
        ->required()
        ->type_name("ROLE");
    line.onRun(setRole, [arguments](Context& context) -> Outcome {
        auto role = roleNamed(arguments->role);
        if (!role) {
            return wrongUsage(role.error());
        }
        auto office = context.office();
        return office ? answer((*office)->users().setRole(text(arguments->name), *role))
                      : Outcome(office.error());
    });
}

void addUserSetDepartment(CommandLine& line)
{
    auto arguments = std::make_shared<UserArguments>();
    CLI::App* setDepartment = line.add(
        "user",
        "set-department",
        QT_TRANSLATE_NOOP("ctl::Help", "Puts a person into another department, or into none"),
        "dossierctl user set-department wang East\ndossierctl user set-department wang \"\"");
    line.teach(setDepartment,
               QT_TRANSLATE_NOOP("ctl::Help",
                                 "Whose department a record is follows its owner: the person's "
                                 "clients go along. Whoever is logged in has to log in again."));
    setDepartment
        ->add_option("NAME", arguments->name, QT_TRANSLATE_NOOP("ctl::Help", "The person's name"))
        ->required();
    setDepartment
        ->add_option("DEPARTMENT",
                     arguments->department,
                     QT_TRANSLATE_NOOP("ctl::Help", "Made where it does not exist; empty: none"))
        ->required();
    line.onRun(setDepartment, [arguments](Context& context) -> Outcome {
        auto office = context.office();
        return office ? answer((*office)->users().setDepartment(text(arguments->name),
                                                                text(arguments->department)))
                      : Outcome(office.error());
    });
}

void addUserPassphrase(CommandLine& line)
{
    line.onRun(
        line.add("user",
                 "passphrase",
                 QT_TRANSLATE_NOOP("ctl::Help", "A passphrase by chance, as the window offers it"),
                 "dossierctl user passphrase"),
        [](Context&) {
            const QString words = core::makePassphrase();
            return Outcome({{QStringLiteral("passphrase"), words},
                            {QStringLiteral("bits"), core::passphraseBits()}},
                           words + u'\n');
        });
}

void addUserSetPassword(CommandLine& line)
{
    auto arguments = std::make_shared<UserArguments>();
    CLI::App* setPassword = line.add(
        "user",
        "set-password",
        QT_TRANSLATE_NOOP("ctl::Help", "One's own password, or anybody's by a data administrator"),
        "dossierctl user set-password wang --new-password-file pw3");
    setPassword
        ->add_option("NAME", arguments->name, QT_TRANSLATE_NOOP("ctl::Help", "The person's name"))
        ->required();
    setPassword
        ->add_option("--new-password-file",
                     arguments->passwordFile,
                     QT_TRANSLATE_NOOP("ctl::Help", "First line is the new password"))
        ->type_name("FILE")
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

} // namespace

void addUserCommands(CommandLine& line)
{
    addUserAdd(line);
    addUserDisable(line);
    addUserSetRole(line);
    addUserSetDepartment(line);
    addUserSetPassword(line);
    addUserPassphrase(line);
}

} // namespace ctl
