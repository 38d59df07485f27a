// office create, info, check, reveal-key, rekey, recover
#include "app/ctl/CommandLine.h"
#include "app/ctl/RecoveryFile.h"
#include "core/crypto/PasswordStrength.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

namespace ctl {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("ctl::Office", text);
}

struct CreateArguments
{
    std::string name;
    std::string admin;
    std::string recoveryFile;
    int kdfMemory = 256;
    bool practice = false;
};

Outcome create(Context& context, const CreateArguments& arguments)
{
    auto folder = context.folder();
    if (!folder) {
        return folder.error();
    }
    if (context.options().passwordFile.isEmpty()) {
        return core::Error{
            core::ErrorCode::Invalid,
            say(QT_TRANSLATE_NOOP(
                "ctl::Office",
                "Name a file with the administrator's password with --password-file.")),
            {}};
    }
    auto password = context.password();
    if (!password) {
        return password.error();
    }
    if (auto good = core::checkNewPassword(*password); !good) {
        return good.error();
    }
    RecoveryFile recovery(text(arguments.recoveryFile));
    if (auto opened = recovery.open(); !opened) {
        return opened.error();
    }
    auto created = core::createOffice({*folder,
                                       text(arguments.name),
                                       text(arguments.admin),
                                       *password,
                                       arguments.kdfMemory,
                                       arguments.practice});
    if (!created) {
        recovery.remove();
        return created.error();
    }
    if (auto written = recovery.write(created->recoveryCode); !written) {
        return written.error();
    }
    const core::OfficeAccess& access = *created->access;
    return Outcome(
        {{QStringLiteral("office_id"), QString::fromLatin1(access.officeId.toHex())},
         {QStringLiteral("admin"), access.session.name}},
        say(QT_TRANSLATE_NOOP(
            "ctl::Office",
            "The office is made. Keep the recovery code on paper, away from this computer.")));
}

Outcome info(Context& context)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto info = (*office)->info();
    if (!info) {
        return info.error();
    }
    const QString words
        = say(QT_TRANSLATE_NOOP("ctl::Office",
                                "%1\nclients %2, users %3, open requests %4, schema %5"))
              .arg(info->name)
              .arg(info->clients)
              .arg(info->users)
              .arg(info->openRequests)
              .arg(info->schemaVersion);
    return Outcome({{QStringLiteral("name"), info->name},
                    {QStringLiteral("office_id"), info->officeId},
                    {QStringLiteral("schema_version"), info->schemaVersion},
                    {QStringLiteral("clients"), qint64(info->clients)},
                    {QStringLiteral("users"), qint64(info->users)},
                    {QStringLiteral("open_requests"), qint64(info->openRequests)},
                    {QStringLiteral("practice"), info->practice}},
                   words);
}

QJsonArray problemsJson(const std::vector<core::IntegrityProblem>& problems)
{
    QJsonArray list;
    for (const core::IntegrityProblem& problem : problems) {
        list.append(QJsonObject{{QStringLiteral("kind"), problem.kind},
                                {QStringLiteral("where"), problem.where},
                                {QStringLiteral("message"), problem.message}});
    }
    return list;
}

QString problemsWords(const std::vector<core::IntegrityProblem>& problems)
{
    QString words;
    for (const core::IntegrityProblem& problem : problems) {
        words += problem.where + QStringLiteral(": ") + problem.message + u'\n';
    }
    return words;
}

/// So damaged that it does not even open: at least which pages.
Outcome checkDamaged(Context& context, const core::Error& reason)
{
    std::vector<core::IntegrityProblem> problems{
        {QStringLiteral("opening"), context.options().office, reason.message}};
    core::Progress progress = context.progress();
    if (auto login = context.login()) {
        if (auto found = core::checkDamagedOffice(*login, progress)) {
            problems.insert(problems.end(), found->begin(), found->end());
        }
    }
    Outcome outcome(reason);
    outcome.json
        = {{QStringLiteral("ok"), false}, {QStringLiteral("problems"), problemsJson(problems)}};
    outcome.text = problemsWords(problems);
    return outcome;
}

Outcome check(Context& context)
{
    auto office = context.office();
    if (!office) {
        const bool isDamaged = Outcome(office.error()).exitCode == Damaged;
        return isDamaged ? checkDamaged(context, office.error()) : Outcome(office.error());
    }
    core::Progress progress = context.progress();
    auto problems = (*office)->check(progress);
    if (!problems) {
        return problems.error();
    }
    Outcome outcome({{QStringLiteral("ok"), problems->empty()},
                     {QStringLiteral("problems"), problemsJson(*problems)}},
                    problems->empty()
                        ? say(QT_TRANSLATE_NOOP("ctl::Office", "Everything is as it was written."))
                        : problemsWords(*problems));
    if (!problems->empty()) {
        outcome.exitCode = Damaged;
        outcome.error
            = core::Error{core::ErrorCode::Corrupt,
                          say(QT_TRANSLATE_NOOP("ctl::Office",
                                                "Damage or tampering was found. Stop working in "
                                                "this office and look at the list.")),
                          {}};
    }
    return outcome;
}

Outcome revealKey(Context& context)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto key = (*office)->revealKey();
    if (!key) {
        return key.error();
    }
    return Outcome({{QStringLiteral("key"), key->keyHex},
                    {QStringLiteral("pragmas"), QJsonArray::fromStringList(key->pragmas)}},
                   key->pragmas.join(u'\n'));
}

Outcome rekey(Context& context)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    core::Progress progress = context.progress();
    auto epoch = (*office)->keys().change(progress);
    if (!epoch) {
        return epoch.error();
    }
    return Outcome({{QStringLiteral("epoch"), qint64(*epoch)}},
                   say(QT_TRANSLATE_NOOP("ctl::Office",
                                         "The office has a new key (number %1). Everybody who has "
                                         "access goes on working with the own password. Backups "
                                         "made before keep the former key, which data "
                                         "administrators and the recovery code still have."))
                       .arg(*epoch));
}

Outcome recover(Context& context, const std::string& recoveryFile, const std::string& passwordFile)
{
    auto folder = context.folder();
    if (!folder) {
        return folder.error();
    }
    if (context.options().user.isEmpty()) {
        return core::Error{
            core::ErrorCode::Invalid,
            say(QT_TRANSLATE_NOOP("ctl::Office",
                                  "Name with --user who shall be the data administrator.")),
            {}};
    }
    QFile file(text(recoveryFile));
    if (!file.open(QIODevice::ReadOnly)) {
        return core::Error{
            core::ErrorCode::Io,
            say(QT_TRANSLATE_NOOP("ctl::Office", "The recovery file cannot be read.")),
            file.errorString()};
    }
    auto password = Context::secretFrom(text(passwordFile));
    if (!password) {
        return password.error();
    }
    if (auto good = core::checkNewPassword(*password); !good) {
        return good.error();
    }
    auto access = core::recoverOffice(
        *folder, QString::fromUtf8(file.readAll()), context.options().user, *password);
    if (!access) {
        return access.error();
    }
    return Outcome(
        {{QStringLiteral("user"), (*access)->session.name}},
        say(QT_TRANSLATE_NOOP("ctl::Office", "%1 is a data administrator with the new password."))
            .arg((*access)->session.name));
}

void addCreateAndInfo(CommandLine& line)
{
    auto made = std::make_shared<CreateArguments>();
    CLI::App* createCommand = line.add(
        "office",
        "create",
        QT_TRANSLATE_NOOP("ctl::Help", "Makes a new encrypted office in the folder of --office"),
        "dossierctl --office Acme.dossier --password-file pw office "
        "create --name Acme --admin li --recovery-file code.txt");
    line.teach(
        createCommand,
        QT_TRANSLATE_NOOP(
            "ctl::Help",
            "The password in --password-file becomes the first user's. The recovery code is "
            "written once and never again: who has it can open the office when every password "
            "is lost, so print the file, put the sheet away and delete the file. Without "
            "passwords and code the data is lost."));
    createCommand
        ->add_option("--name", made->name, QT_TRANSLATE_NOOP("ctl::Help", "Name of the office"))
        ->required();
    createCommand
        ->add_option("--admin",
                     made->admin,
                     QT_TRANSLATE_NOOP("ctl::Help", "Its first user, a data administrator"))
        ->type_name("NAME")
        ->required();
    createCommand
        ->add_option(
            "--recovery-file",
            made->recoveryFile,
            QT_TRANSLATE_NOOP("ctl::Help", "Where the recovery code goes; - is standard error"))
        ->type_name("FILE")
        ->required();
    createCommand
        ->add_option(
            "--kdf-memory",
            made->kdfMemory,
            QT_TRANSLATE_NOOP("ctl::Help", "Memory of the password hash in MiB (64 to 2048)"))
        ->check(CLI::Range(64, 2048));
    createCommand->add_flag("--practice",
                            made->practice,
                            QT_TRANSLATE_NOOP("ctl::Help", "For practice: its clock can be set"));
    line.onRun(createCommand, [made](Context& context) { return create(context, *made); });

    line.onRun(line.add("office",
                        "info",
                        QT_TRANSLATE_NOOP("ctl::Help", "Name, counts and schema of the office"),
                        "dossierctl --json office info"),
               info);
}

void addCheckKeyAndRecovery(CommandLine& line)
{
    auto deep = std::make_shared<bool>(false);
    CLI::App* checkCommand = line.add(
        "office",
        "check",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "Checks pages, structure, keys between tables, log and row hashes"),
        "dossierctl --office Acme.dossier --user li --password-file pw office check");
    line.teach(checkCommand,
               QT_TRANSLATE_NOOP("ctl::Help",
                                 "Exit 0: everything is as it was written. Exit 6: the list names "
                                 "each place where it is not."));
    checkCommand->add_flag(
        "--deep", *deep, QT_TRANSLATE_NOOP("ctl::Help", "Attachments and backups too"));
    line.onRun(checkCommand, [deep](Context& context) { return check(context); });

    line.onRun(
        line.add("office",
                 "reveal-key",
                 QT_TRANSLATE_NOOP(
                     "ctl::Help", "The raw key, to open the data with any SQLCipher tool (logged)"),
                 "dossierctl --json office reveal-key"),
        revealKey);

    CLI::App* rekeyCommand
        = line.add("office",
                   "rekey",
                   QT_TRANSLATE_NOOP("ctl::Help", "Changes the key of the whole office (logged)"),
                   "dossierctl --office Acme.dossier --user li --password-file pw office rekey");
    line.teach(
        rekeyCommand,
        QT_TRANSLATE_NOOP(
            "ctl::Help",
            "For when somebody has left who may have copied the old key: first user disable, then "
            "this. Nobody's password is needed and nobody gets a new one. The database is written "
            "anew, about 40 MB in a second on a local disk; meanwhile everybody else waits, so "
            "announce it. Broken off at any moment, nothing is lost: run it again. What was copied "
            "before stays readable to who copied it. Exit 5: somebody is in the office for too "
            "long."));
    line.onRun(rekeyCommand, rekey);

    struct Recovery
    {
        std::string file;
        std::string password;
    };
    auto recovery = std::make_shared<Recovery>();
    CLI::App* recoverCommand = line.add(
        "office",
        "recover",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "Opens the office with the recovery code and sets a new password"),
        "dossierctl --office Acme.dossier --user li office recover --recovery-file "
        "code.txt --new-password-file new");
    recoverCommand
        ->add_option("--recovery-file",
                     recovery->file,
                     QT_TRANSLATE_NOOP("ctl::Help", "The file with the code"))
        ->type_name("FILE")
        ->required();
    recoverCommand
        ->add_option("--new-password-file",
                     recovery->password,
                     QT_TRANSLATE_NOOP("ctl::Help", "First line is the new password"))
        ->type_name("FILE")
        ->required();
    line.onRun(recoverCommand, [recovery](Context& context) {
        return recover(context, recovery->file, recovery->password);
    });
}

} // namespace

void addOfficeCommands(CommandLine& line)
{
    addCreateAndInfo(line);
    addCheckKeyAndRecovery(line);
}

} // namespace ctl
