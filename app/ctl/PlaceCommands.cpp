// office test-share, accept-older
#include "app/ctl/CommandLine.h"
#include "app/ctl/Interrupt.h"
#include "core/workspace/OfficePlace.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ctl {

namespace {

QString sayPlace(const char* text)
{
    return QCoreApplication::translate("ctl::Place", text);
}

QString lineOf(const core::LockCheck& check)
{
    const QString result = check.ok ? sayPlace(QT_TRANSLATE_NOOP("ctl::Place", "ok"))
                                    : sayPlace(QT_TRANSLATE_NOOP("ctl::Place", "failed"));
    const QString line
        = QStringLiteral("%1  %2  %3 ms").arg(result, check.name).arg(check.milliseconds);
    return check.message.isEmpty() ? line : line + QStringLiteral("\n    ") + check.message;
}

/// `partner`: the other computer's name; null where it was not asked for one.
Outcome answerOf(const core::SharedTest& shared, const QString& partner)
{
    const core::ShareTest& test = shared.test;
    QJsonArray checks;
    QStringList lines;
    for (const core::LockCheck& check : test.checks) {
        checks.append(QJsonObject{{QStringLiteral("name"), check.name},
                                  {QStringLiteral("ok"), check.ok},
                                  {QStringLiteral("milliseconds"), qint64(check.milliseconds)},
                                  {QStringLiteral("message"), check.message}});
        lines.append(lineOf(check));
    }
    Outcome outcome({{QStringLiteral("ok"), test.ok},
                     {QStringLiteral("volume"), core::volumeKindName(test.volume.kind)},
                     {QStringLiteral("checks"), checks}},
                    lines.join(u'\n'));
    if (!partner.isNull()) {
        outcome.json.insert(QStringLiteral("partner"), partner);
    }
    if (!test.ok) {
        const auto code = shared.canTryAgain ? core::ErrorCode::Busy : core::ErrorCode::Unsupported;
        outcome.exitCode = exitCodeFor(code);
        outcome.error = core::Error{code, shared.problem, {}};
    }
    return outcome;
}

Outcome testShare(Context& context)
{
    auto folder = context.folder();
    if (!folder) {
        return folder.error();
    }
    core::Progress progress = context.progress();
    auto test = core::testShare(*folder, progress);
    if (!test) {
        return test.error();
    }
    QString problem;
    for (const core::LockCheck& check : test->checks) {
        if (!check.ok && problem.isEmpty()) {
            problem = check.message;
        }
    }
    return answerOf({*std::move(test), problem, false, {}}, {});
}

Outcome testShareTogether(Context& context, int waitSeconds)
{
    auto folder = context.folder();
    if (!folder) {
        return folder.error();
    }
    const Interrupt interrupt; // Ctrl+C leaves nothing in the folder
    core::Progress progress = context.progress(interrupt.token());
    core::LockMeetingOptions options;
    options.wait = std::chrono::seconds(waitSeconds);
    auto shared = core::testShareTogether(*folder, progress, options);
    if (!shared) {
        return shared.error();
    }
    const QString partner = shared->partner.isNull() ? QStringLiteral("") : shared->partner;
    return answerOf(*shared, partner);
}

void addTestShare(CommandLine& line)
{
    struct Arguments
    {
        bool isTogether = false;
        int waitSeconds = 300;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App* test = line.add(
        "office",
        "test-share",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "Tests whether an office can lie in the folder of --office safely"),
        "dossierctl --office /mnt/share office test-share\n"
        "dossierctl --office /mnt/share office test-share --with-another-computer");
    line.teach(test,
               QT_TRANSLATE_NOOP(
                   "ctl::Help",
                   "Needs no login, and the folder need not be an office yet. Looks at the kind of "
                   "drive, then tries with two programs and a small file of their own whether "
                   "locks work and what one saves is what the other reads. Exit 1: not safe, and "
                   "why. Some connections keep locks to one computer, which only a second one "
                   "sees: start it with --with-another-computer on two at the same time, each "
                   "with its own path to the same folder. They find each other in the folder, "
                   "try the same against each other, and both say how it went. Exit 5: nobody "
                   "came, or the other went away; nothing is known then. Ctrl+C stops it and "
                   "leaves nothing behind."));
    test->add_flag(
        "--with-another-computer",
        arguments->isTogether,
        QT_TRANSLATE_NOOP("ctl::Help",
                          "Waits for a second computer that starts this too, and tests with it"));
    constexpr int longestWait = 86400;
    test->add_option("--wait",
                     arguments->waitSeconds,
                     QT_TRANSLATE_NOOP("ctl::Help",
                                       "How long to wait for the other computer, in seconds (300)"))
        ->type_name("SECONDS")
        ->check(CLI::Range(1, longestWait));
    line.onRun(test, [arguments](Context& context) {
        return arguments->isTogether ? testShareTogether(context, arguments->waitSeconds)
                                     : testShare(context);
    });
}

Outcome acceptOlder(Context& context)
{
    auto login = context.login();
    if (!login) {
        return login.error();
    }
    auto access = core::acceptOlderOffice(*login);
    if (!access) {
        return access.error();
    }
    return Outcome(
        {{QStringLiteral("ok"), true}, {QStringLiteral("user"), (*access)->session.name}},
        sayPlace(QT_TRANSLATE_NOOP("ctl::Place",
                                   "This database is the office from now on; the log "
                                   "says that you accepted it.")));
}

} // namespace

void addPlaceCommands(CommandLine& line)
{
    addTestShare(line);
    CLI::App* accept = line.add(
        "office",
        "accept-older",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "Accepts an older database that was put back as the office (logged)"),
        "dossierctl --office Acme.dossier --user li --password-file pw office accept-older");
    line.teach(accept,
               QT_TRANSLATE_NOOP(
                   "ctl::Help",
                   "A database that is not what this computer has seen last opens for reading "
                   "only. A data administrator who wants it says so here; what was saved after it "
                   "is not in it. Other computers take it over by the entry in its log."));
    line.onRun(accept, acceptOlder);
}

} // namespace ctl
