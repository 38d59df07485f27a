// audit verify
#include "app/ctl/CommandLine.h"

#include <QCoreApplication>

namespace ctl {

namespace {

Outcome verify(Context& context)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    core::Progress progress = context.progress();
    auto report = (*office)->verifyLog(progress);
    if (!report) {
        return report.error();
    }
    QJsonObject json{{QStringLiteral("entries"), qint64(report->entries)},
                     {QStringLiteral("ok"), !report->firstBad}};
    json.insert(QStringLiteral("first_bad"),
                report->firstBad ? QJsonValue(qint64(*report->firstBad))
                                 : QJsonValue(QJsonValue::Null));
    Outcome outcome(json,
                    QCoreApplication::translate(
                        "ctl::Audit", "%n entries checked.", nullptr, int(report->entries)));
    if (report->firstBad) {
        outcome.exitCode = Damaged;
        outcome.error
            = core::Error{core::ErrorCode::Corrupt,
                          QCoreApplication::translate("ctl::Audit", "Entry %1 of the log: %2")
                              .arg(*report->firstBad)
                              .arg(report->problem),
                          {}};
    }
    return outcome;
}

} // namespace

void addAuditCommands(CommandLine& line)
{
    line.onRun(line.add("audit",
                        "verify",
                        QT_TRANSLATE_NOOP("ctl::Help",
                                          "Checks the whole log: chain, hashes and signatures"),
                        "dossierctl --json audit verify"),
               verify);
}

} // namespace ctl
