// office test-share, accept-older
#include "app/ctl/CommandLine.h"
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
    QJsonArray checks;
    QStringList lines;
    QString problem;
    for (const core::LockCheck& check : test->checks) {
        checks.append(QJsonObject{{QStringLiteral("name"), check.name},
                                  {QStringLiteral("ok"), check.ok},
                                  {QStringLiteral("milliseconds"), qint64(check.milliseconds)},
                                  {QStringLiteral("message"), check.message}});
        lines.append(lineOf(check));
        if (!check.ok && problem.isEmpty()) {
            problem = check.message;
        }
    }
    Outcome outcome({{QStringLiteral("ok"), test->ok},
                     {QStringLiteral("volume"), core::volumeKindName(test->volume.kind)},
                     {QStringLiteral("checks"), checks}},
                    lines.join(u'\n'));
    if (!test->ok) {
        outcome.exitCode = Failed;
        outcome.error = core::Error{core::ErrorCode::Unsupported, problem, {}};
    }
    return outcome;
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
    CLI::App* test = line.add(
        "office",
        "test-share",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "Tests whether an office can lie in the folder of --office safely"),
        "dossierctl --office /mnt/share office test-share");
    line.teach(test,
               QT_TRANSLATE_NOOP(
                   "ctl::Help",
                   "Needs no login, and the folder need not be an office yet. Looks at the kind of "
                   "drive, then tries with two programs and a small file of their own whether "
                   "locks work and what one saves is what the other reads. Exit 1: not safe, and "
                   "why. It runs on one computer: some mounts keep locks to themselves, which only "
                   "the kind of drive shows."));
    line.onRun(test, testShare);

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
