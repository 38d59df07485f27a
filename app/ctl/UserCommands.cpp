// user add, list, disable, set-role, set-department, set-password, passphrase
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"
#include "app/ctl/Terminal.h"
#include "core/crypto/KeyFile.h"
#include "core/crypto/Passphrase.h"
#include "core/crypto/PasswordStrength.h"

#include <QCoreApplication>
#include <QFile>

namespace ctl {

namespace {

struct UserArguments
{
    std::string name;
    std::string role;
    std::string department;
    std::string passwordFile;
    std::string keyFile;
    bool noKeyFile = false;
    bool rekey = false;
};

/// The key file that a person is to have: made where it does not exist, and gone again where nothing came of it.
class NewKeyFile
{
public:
    explicit NewKeyFile(const std::string& file)
        : m_path(text(file))
        , m_isNew(!file.empty() && !QFile::exists(m_path))
    { }
    ~NewKeyFile()
    {
        if (m_isNew) {
            QFile::remove(m_path);
        }
    }
    NewKeyFile(const NewKeyFile&) = delete;
    NewKeyFile& operator=(const NewKeyFile&) = delete;

    /// Empty where no file was named.
    [[nodiscard]] core::Result<QByteArray> secret() const
    {
        return m_path.isEmpty() ? core::Result<QByteArray>(QByteArray())
                                : core::takeKeyFile(m_path);
    }
    core::Result<core::User> keepIf(core::Result<core::User> done)
    {
        m_isNew = m_isNew && !done;
        return done;
    }

private:
    QString m_path;
    bool m_isNew;
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
    if (auto good = core::checkNewPassword(*password); !good) {
        return good.error();
    }
    NewKeyFile keyFile(arguments.keyFile);
    auto secret = keyFile.secret();
    if (!secret) {
        return secret.error();
    }
    return answer(keyFile.keepIf((*office)->users().add(
        {text(arguments.name), *role, text(arguments.department), *password, *secret})));
}

Outcome setPassword(Context& context, const UserArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto password = Context::secretFrom(text(arguments.passwordFile));
    if (!password) {
        return password.error();
    }
    if (auto good = core::checkNewPassword(*password); !good) {
        return good.error();
    }
    NewKeyFile keyFile(arguments.keyFile);
    auto secret = keyFile.secret();
    if (!secret) {
        return secret.error();
    }
    core::PasswordChange wanted{*password};
    if (arguments.noKeyFile) {
        wanted.second = core::NewSecond::None;
    } else if (!secret->isEmpty()) {
        wanted.second = core::NewSecond::KeyFile;
        wanted.secondSecret = *secret;
    }
    return answer(keyFile.keepIf((*office)->users().setPassword(text(arguments.name), wanted)));
}

QJsonObject waysJson(const core::UserWays& ways)
{
    return {{QStringLiteral("password_alone"), ways.passwordAlone},
            {QStringLiteral("key_file"), ways.keyFile},
            {QStringLiteral("computers"), QJsonArray::fromStringList(ways.computers)}};
}

QString waysWords(const core::UserWays& ways)
{
    QStringList words;
    if (ways.passwordAlone) {
        words.append(QCoreApplication::translate("ctl::User", "password alone"));
    }
    if (ways.keyFile) {
        words.append(QCoreApplication::translate("ctl::User", "key file"));
    }
    return (words + ways.computers).join(QStringLiteral(", "));
}

/// Who has left may have the office's key still.
Outcome disableUser(Context& context, const UserArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto user = (*office)->users().disable(text(arguments.name));
    if (!user) {
        return user.error();
    }
    Outcome outcome = answer(user);
    if (!arguments.rekey) {
        outcome.json.insert(QStringLiteral("rekey_advised"), true);
        writeText(stderr,
                  QCoreApplication::translate(
                      "ctl::User",
                      "%1 may have copied the office's key. Change it when everybody "
                      "can wait for a moment: dossierctl office rekey")
                          .arg(user->name)
                      + u'\n');
        return outcome;
    }
    core::Progress progress = context.progress();
    auto epoch = (*office)->keys().change(progress);
    outcome.json.insert(QStringLiteral("rekey_advised"), !epoch);
    if (epoch) {
        outcome.json.insert(QStringLiteral("epoch"), qint64(*epoch));
        return outcome;
    }
    outcome.exitCode = exitCodeFor(epoch.error().code);
    outcome.error = core::Error{
        epoch.error().code,
        QCoreApplication::translate(
            "ctl::User", "The access is taken away, but the office's key is not changed: %1")
            .arg(epoch.error().message),
        epoch.error().detail};
    return outcome;
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
    auto ways = (*office)->users().ways();
    if (!ways) {
        return ways.error();
    }
    QJsonArray list;
    QString words;
    for (const core::User& user : *users) {
        const core::UserWays of = ways->value(user.uuid);
        QJsonObject json = userJson(user);
        json.insert(QStringLiteral("second"), waysJson(of));
        list.append(json);
        words += user.name + u'\t' + core::roleLabel(user.role) + u'\t' + user.departmentName
            + u'\t' + waysWords(of) + u'\n';
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
    add->add_option(
           "--new-key-file",
           arguments->keyFile,
           QT_TRANSLATE_NOOP("ctl::Help", "A second secret: any file, or a new one that is made"))
        ->type_name("FILE");
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
                                 "`user set-password` gives the access back. Who had access may "
                                 "have copied the office's key; --rekey, or `office rekey` later, "
                                 "makes that copy useless for what is saved from then on."));
    disable->add_flag(
        "--rekey",
        arguments->rekey,
        QT_TRANSLATE_NOOP("ctl::Help", "Changes the office's key at once; everybody else waits"));
    disable
        ->add_option("NAME", arguments->name, QT_TRANSLATE_NOOP("ctl::Help", "The person's name"))
        ->required();
    line.onRun(disable, [arguments](Context& context) { return disableUser(context, *arguments); });
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
    CLI::App* command = line.add(
        "user",
        "set-password",
        QT_TRANSLATE_NOOP("ctl::Help", "One's own password, or anybody's by a data administrator"),
        "dossierctl user set-password wang --new-password-file pw3");
    command
        ->add_option("NAME", arguments->name, QT_TRANSLATE_NOOP("ctl::Help", "The person's name"))
        ->required();
    command
        ->add_option("--new-password-file",
                     arguments->passwordFile,
                     QT_TRANSLATE_NOOP("ctl::Help", "First line is the new password"))
        ->type_name("FILE")
        ->required();
    line.teach(
        command,
        QT_TRANSLATE_NOOP(
            "ctl::Help",
            "A key file is a second secret: without it the password opens nothing. A FILE "
            "that exists is taken as it is (1 byte to 1 MiB, any kind), one that does not is "
            "made; keep it on a stick, and a copy in a safe. Whoever changes the own "
            "password keeps the second secret of this login, but other computers have to "
            "be enrolled anew. For somebody else who has a second secret, one of "
            "--new-key-file and --no-key-file is needed."));
    auto* keyFile
        = command
              ->add_option("--new-key-file",
                           arguments->keyFile,
                           QT_TRANSLATE_NOOP(
                               "ctl::Help", "A second secret: any file, or a new one that is made"))
              ->type_name("FILE");
    command
        ->add_flag("--no-key-file",
                   arguments->noKeyFile,
                   QT_TRANSLATE_NOOP("ctl::Help", "The password alone opens the office"))
        ->excludes(keyFile);
    line.onRun(command, [arguments](Context& context) { return setPassword(context, *arguments); });
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
