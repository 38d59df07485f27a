// office set-kdf, new-recovery, repair-keyring; user enroll-computer, forget-computer
#include "app/ctl/CommandLine.h"
#include "app/ctl/RecoveryFile.h"

#include <QCoreApplication>

namespace ctl {

namespace {

QString sayOfKeys(const char* text)
{
    return QCoreApplication::translate("ctl::Keys", text);
}

Outcome setKdf(Context& context, int memory)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    if (auto done = (*office)->keys().setKdfMemory(memory); !done) {
        return done.error();
    }
    return Outcome(
        {{QStringLiteral("kdf_memory"), memory}},
        sayOfKeys(
            QT_TRANSLATE_NOOP("ctl::Keys",
                              "A password hash takes %1 MiB from now on. Whoever has a cheaper "
                              "one gets it at the next login; nobody gets a cheaper one but with "
                              "a new password."))
            .arg(memory));
}

Outcome newRecovery(Context& context, const std::string& file)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    // On paper before it counts: otherwise the old code would be gone and the new one nowhere.
    RecoveryFile recovery(text(file));
    if (auto opened = recovery.open(); !opened) {
        return opened.error();
    }
    const core::RecoveryCode code = core::RecoveryCode::random();
    auto done = recovery.write(code.toText());
    if (done) {
        done = (*office)->keys().setRecovery(code);
    }
    if (!done) {
        recovery.remove();
        return done.error();
    }
    return Outcome(
        {{QStringLiteral("ok"), true}},
        sayOfKeys(QT_TRANSLATE_NOOP(
            "ctl::Keys",
            "The office has a new recovery code; destroy the sheet with the old one. Who has the "
            "old code and an old copy of the keyring can still open the database; where that may "
            "be, change its key too: dossierctl office rekey")));
}

Outcome repairKeyring(Context& context, const core::KeyringRepair& repair)
{
    auto login = context.login();
    if (!login) {
        return login.error();
    }
    auto access = core::repairKeyring(*login, repair);
    if (!access) {
        return access.error();
    }
    const bool isOlder = (*access)->keyringStanding == core::KeyringStanding::Older;
    return Outcome(
        {{QStringLiteral("ok"), true},
         {QStringLiteral("older"), isOlder},
         {QStringLiteral("user"), (*access)->session.name}},
        isOlder ? sayOfKeys(QT_TRANSLATE_NOOP(
            "ctl::Keys",
            "The older keyring is the office's from now on. Look through user list: whoever "
            "came since has no access until you give a new password; other computers "
            "warn that the keyring is an old one until they are told the same."))
                : sayOfKeys(QT_TRANSLATE_NOOP("ctl::Keys", "The keyring is whole again.")));
}

Outcome enrollComputer(Context& context, bool alsoWithout)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto password = context.password();
    if (!password) {
        return password.error();
    }
    auto done = (*office)->ownKeys().enrollComputer(
        *password, alsoWithout ? core::PasswordAlone::Still : core::PasswordAlone::NoLonger);
    if (!done) {
        return done.error();
    }
    const QString host = (*office)->context().host;
    return Outcome(
        {{QStringLiteral("computer"), host}, {QStringLiteral("also_without"), alsoWithout}},
        alsoWithout
            ? sayOfKeys(QT_TRANSLATE_NOOP("ctl::Keys",
                                          "%1 is enrolled. The password alone still opens the "
                                          "office elsewhere, so the second secret protects "
                                          "against nobody who has learned the password."))
                  .arg(host)
            : sayOfKeys(QT_TRANSLATE_NOOP("ctl::Keys",
                                          "%1 is enrolled: the password opens the office here and "
                                          "on other enrolled computers, or with your key file. "
                                          "Where none of them is left, a data administrator gives "
                                          "you a new password."))
                  .arg(host));
}

Outcome forgetComputer(Context& context, const std::string& computer)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    auto password = context.password();
    if (!password) {
        return password.error();
    }
    auto alone = (*office)->ownKeys().forgetComputer(*password, text(computer));
    if (!alone) {
        return alone.error();
    }
    return Outcome(
        {{QStringLiteral("ok"), true}, {QStringLiteral("password_alone"), *alone}},
        *alone ? sayOfKeys(QT_TRANSLATE_NOOP(
            "ctl::Keys", "The computer is forgotten. The password alone opens the office now."))
               : sayOfKeys(QT_TRANSLATE_NOOP("ctl::Keys", "The computer is forgotten.")));
}

void addOfficeKeys(CommandLine& line)
{
    auto memory = std::make_shared<int>(0);
    CLI::App* kdf = line.add(
        "office",
        "set-kdf",
        QT_TRANSLATE_NOOP("ctl::Help", "How much memory trying one password takes (logged)"),
        "dossierctl office set-kdf --memory 512");
    line.teach(kdf,
               QT_TRANSLATE_NOOP(
                   "ctl::Help",
                   "The more, the dearer it is to guess passwords with a copy of the keyring, and "
                   "the longer each login takes (256 MiB: about 0.7 s). Every computer of the "
                   "office must have that much free memory. Data administrators only."));
    kdf->add_option("--memory", *memory, QT_TRANSLATE_NOOP("ctl::Help", "In MiB, 64 to 2048"))
        ->type_name("MIB")
        ->required();
    line.onRun(kdf, [memory](Context& context) { return setKdf(context, *memory); });

    auto file = std::make_shared<std::string>();
    CLI::App* recovery = line.add(
        "office",
        "new-recovery",
        QT_TRANSLATE_NOOP("ctl::Help", "Makes another recovery code; the old one ends (logged)"),
        "dossierctl office new-recovery --recovery-file code.txt");
    line.teach(recovery,
               QT_TRANSLATE_NOOP(
                   "ctl::Help",
                   "For when the sheet was lost or seen. The code is written once and never again. "
                   "Copies of the keyring in old backups still open with the old code."));
    recovery
        ->add_option(
            "--recovery-file",
            *file,
            QT_TRANSLATE_NOOP("ctl::Help", "Where the recovery code goes; - is standard error"))
        ->type_name("FILE")
        ->required();
    line.onRun(recovery, [file](Context& context) { return newRecovery(context, *file); });
}

void addRepair(CommandLine& line)
{
    struct Arguments
    {
        std::string file;
        bool acceptsOlder = false;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App* repair
        = line.add("office",
                   "repair-keyring",
                   QT_TRANSLATE_NOOP("ctl::Help",
                                     "Puts a copy of the keyring from a backup in place (logged)"),
                   "dossierctl office repair-keyring --from backup/keyring.a");
    line.teach(
        repair,
        QT_TRANSLATE_NOOP(
            "ctl::Help",
            "One damaged copy of the keyring is mended from the other at the next login, and both "
            "from what a computer has kept, without this command. Here a data administrator of "
            "the file logs in with the password of its time. Exit 6: it is none of this office as "
            "this computer knows it. An older one is taken with --accept-older only: roles and "
            "ends of access are kept as the office has them, whoever came since loses access "
            "until a new password is given, and passwords are those of that time."));
    repair
        ->add_option("--from",
                     arguments->file,
                     QT_TRANSLATE_NOOP("ctl::Help", "keyring.a or keyring.b of a backup"))
        ->type_name("FILE")
        ->required();
    repair->add_flag("--accept-older",
                     arguments->acceptsOlder,
                     QT_TRANSLATE_NOOP("ctl::Help", "It may be older than what is known"));
    line.onRun(repair, [arguments](Context& context) {
        return repairKeyring(context, {text(arguments->file), arguments->acceptsOlder});
    });
}

void addOwnComputers(CommandLine& line)
{
    auto alsoWithout = std::make_shared<bool>(false);
    CLI::App* enroll = line.add(
        "user",
        "enroll-computer",
        QT_TRANSLATE_NOOP("ctl::Help", "Makes this computer the second secret of your own login"),
        "dossierctl --user li --password-file pw user enroll-computer");
    line.teach(enroll,
               QT_TRANSLATE_NOOP(
                   "ctl::Help",
                   "A random secret in the keystore of this computer (Secret Service, Keychain, "
                   "DPAPI) becomes part of the key: who learns the password opens nothing "
                   "elsewhere. A login finds it by itself. It does not protect against somebody "
                   "who uses your account on this computer. The password alone no longer opens "
                   "the office, unless --also-without is given; a key file stays."));
    enroll->add_flag(
        "--also-without",
        *alsoWithout,
        QT_TRANSLATE_NOOP("ctl::Help",
                          "The password alone still opens the office: no protection any more"));
    line.onRun(enroll,
               [alsoWithout](Context& context) { return enrollComputer(context, *alsoWithout); });

    auto computer = std::make_shared<std::string>();
    CLI::App* forget = line.add(
        "user",
        "forget-computer",
        QT_TRANSLATE_NOOP("ctl::Help", "Takes an enrolled computer out of your own login"),
        "dossierctl user forget-computer\ndossierctl user forget-computer --computer laptop3");
    forget
        ->add_option("--computer",
                     *computer,
                     QT_TRANSLATE_NOOP("ctl::Help", "Another one, by name (see user list)"))
        ->type_name("NAME");
    line.onRun(forget, [computer](Context& context) { return forgetComputer(context, *computer); });
}

} // namespace

void addKeyCommands(CommandLine& line)
{
    addOfficeKeys(line);
    addRepair(line);
    addOwnComputers(line);
}

} // namespace ctl
