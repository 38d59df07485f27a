// sample
#include "app/ctl/CommandLine.h"
#include "core/workspace/SampleOffice.h"

#include <QCoreApplication>

namespace ctl {

namespace {

struct SampleArguments
{
    int clients = 2000;
    unsigned seed = 1;
    std::string passwordFile;
};

Outcome make(Context& context, const SampleArguments& arguments)
{
    auto folder = context.folder();
    if (!folder) {
        return folder.error();
    }
    core::SampleWanted wanted;
    wanted.folder = *folder;
    wanted.clients = arguments.clients;
    wanted.seed = arguments.seed;
    if (!arguments.passwordFile.empty()) {
        auto password = Context::secretFrom(text(arguments.passwordFile));
        if (!password) {
            return password.error();
        }
        wanted.password = *password;
    }
    core::Progress progress = context.progress();
    auto made = core::makeSample(wanted, progress);
    if (!made) {
        return made.error();
    }
    return Outcome({{QStringLiteral("clients"), qint64(made->clients)},
                    {QStringLiteral("users"), made->users}},
                   QCoreApplication::translate("ctl::Sample", "%1 clients, %2 users")
                       .arg(made->clients)
                       .arg(made->users));
}

} // namespace

void addSampleCommands(CommandLine& line)
{
    auto arguments = std::make_shared<SampleArguments>();
    CLI::App* command
        = line.add({},
                   "sample",
                   QT_TRANSLATE_NOOP(
                       "ctl::Help",
                       "Makes a practice office with a made-up company in the folder of --office"),
                   "dossierctl --office Sample.dossier sample --clients 2000 --seed 1");
    command
        ->add_option(
            "--clients", arguments->clients, QT_TRANSLATE_NOOP("ctl::Help", "How many clients"))
        ->check(CLI::Range(0, 5000000));
    command->add_option("--seed",
                        arguments->seed,
                        QT_TRANSLATE_NOOP("ctl::Help", "The same number makes the same company"));
    command
        ->add_option("--user-password-file",
                     arguments->passwordFile,
                     QT_TRANSLATE_NOOP("ctl::Help", "Password of every user; else dossier-sample"))
        ->type_name("FILE");
    line.onRun(command, [arguments](Context& context) { return make(context, *arguments); });
}

} // namespace ctl
