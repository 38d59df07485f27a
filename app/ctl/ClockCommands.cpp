// clock set: only in a practice office
#include "app/ctl/CommandLine.h"
#include "app/ctl/Json.h"

#include <QCoreApplication>

namespace ctl {

namespace {

Outcome setClock(Context& context, const QString& words)
{
    QDateTime time = QDateTime::fromString(words, Qt::ISODate);
    if (!time.isValid()) {
        return wrongUsage(QCoreApplication::translate(
            "ctl::Clock", "Give the time as 2026-03-02T09:00:00 or 2026-03-02."));
    }
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    const QTimeZone& zone = (*office)->access().timeZone;
    if (time.timeSpec() == Qt::LocalTime) {
        time = QDateTime(time.date(), time.time(), zone);
    }
    auto now = (*office)->setClock(time);
    if (!now) {
        return now.error();
    }
    return Outcome({{QStringLiteral("now"), timeText(*now, zone)}}, timeText(*now, zone));
}

} // namespace

void addClockCommands(CommandLine& line)
{
    auto time = std::make_shared<std::string>();
    CLI::App* set = line.add(
        "clock",
        "set",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "Sets the time of a practice office; it stands still until set again"),
        "dossierctl clock set 2026-03-02T09:00:00");
    set->add_option(
           "TIME",
           *time,
           QT_TRANSLATE_NOOP("ctl::Help", "ISO 8601; without offset in the office's time zone"))
        ->required();
    line.onRun(set, [time](Context& context) { return setClock(context, text(*time)); });
}

} // namespace ctl
