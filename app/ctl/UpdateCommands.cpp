// office update-notice
#include "app/ctl/CommandLine.h"
#include "core/workspace/Office.h"

#include <QCoreApplication>

namespace ctl {

namespace {

struct UpdateArguments
{
    std::string set;
    bool off = false;
};

QString sayUpdate(const char* text)
{
    return QCoreApplication::translate("ctl::Update", text);
}

QJsonObject noticeJson(const core::UpdateNotice& notice, const core::UpdatePlace& place)
{
    const QString target = core::updateTarget(notice, place);
    return {{QStringLiteral("place"), place.place},
            {QStringLiteral("installed"), core::installedVersion().toString()},
            {QStringLiteral("version"), notice.version.toString()},
            {QStringLiteral("newer"), notice.isNewerThan(core::installedVersion())},
            {QStringLiteral("date"), notice.date.toString(Qt::ISODate)},
            {QStringLiteral("notes"), notice.notes()},
            {QStringLiteral("where"), target.isNull() ? QStringLiteral("") : target}};
}

QString noticeWords(const core::UpdateNotice& notice, const core::UpdatePlace& place)
{
    const QString head = notice.isNewerThan(core::installedVersion())
        ? sayUpdate(QT_TRANSLATE_NOOP("ctl::Update", "Version %1 of %2 is there; installed: %3."))
        : sayUpdate(QT_TRANSLATE_NOOP("ctl::Update",
                                      "Version %1 of %2 is announced; installed: %3, so nothing is "
                                      "shown."));
    return head.arg(notice.version.toString(),
                    notice.date.toString(Qt::ISODate),
                    core::installedVersion().toString())
        + u'\n' + notice.notes() + u'\n' + core::updateTarget(notice, place);
}

Outcome updateNotice(Context& context, const UpdateArguments& arguments)
{
    auto office = context.office();
    if (!office) {
        return office.error();
    }
    if (arguments.off || !arguments.set.empty()) {
        if (auto done = (*office)->updates().setPlace(text(arguments.set)); !done) {
            return done.error();
        }
    }
    auto place = (*office)->updates().place();
    if (!place) {
        return place.error();
    }
    if (place->isOff()) {
        return Outcome({{QStringLiteral("place"), QStringLiteral("")},
                        {QStringLiteral("installed"), core::installedVersion().toString()},
                        {QStringLiteral("version"), QJsonValue()},
                        {QStringLiteral("newer"), false}},
                       sayUpdate(QT_TRANSLATE_NOOP("ctl::Update",
                                                   "Nobody is told of new versions: no place is "
                                                   "set.")));
    }
    auto notice = core::readUpdateNotice(*place);
    if (!notice) {
        Outcome outcome(notice.error());
        outcome.json = {{QStringLiteral("place"), place->place}};
        return outcome;
    }
    return Outcome(noticeJson(*notice, *place), noticeWords(*notice, *place));
}

} // namespace

void addUpdateCommands(CommandLine& line)
{
    auto arguments = std::make_shared<UpdateArguments>();
    CLI::App* command = line.add(
        "office",
        "update-notice",
        QT_TRANSLATE_NOOP("ctl::Help",
                          "What the office's notice of new versions says, and where it lies"),
        "dossierctl office update-notice\n"
        "dossierctl office update-notice --set ../programs/update.json\n"
        "dossierctl office update-notice --set https://intranet.example/dossier.json\n"
        "dossierctl office update-notice --off");
    line.teach(
        command,
        QT_TRANSLATE_NOOP(
            "ctl::Help",
            "Off until a data administrator sets a place (logged): a file, best by its way "
            "from the office's folder, which is the same on every computer, or a web "
            "address. Everybody's window looks there once a day and shows a newer version on "
            "the page Home. Nothing is sent (a web address gets a plain request that names "
            "nobody), nothing is installed, nothing is run. After --set the notice is read "
            "at once: exit 1 says what is wrong with it; the place stays set. "
            "packaging/update-notice.md describes the file."));
    CLI::Option* set
        = command
              ->add_option(
                  "--set",
                  arguments->set,
                  QT_TRANSLATE_NOOP("ctl::Help", "The file or https address where the notice lies"))
              ->type_name("FILE");
    CLI::Option* off = command->add_flag(
        "--off", arguments->off, QT_TRANSLATE_NOOP("ctl::Help", "Looks nowhere any more"));
    off->excludes(set);
    line.onRun(command,
               [arguments](Context& context) { return updateNotice(context, *arguments); });
}

} // namespace ctl
