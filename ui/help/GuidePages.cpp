#include "ui/help/GuidePages.h"

#include "ui/shell/Commands.h"

#include <QCoreApplication>

#include <cstring>

namespace ui {

namespace {

constexpr auto commands = "ui::Commands";
constexpr auto key = "key";

GuidePage firstClient()
{
    return {"client",
            "add",
            QT_TRANSLATE_NOOP("ui::Guide", "Your first client"),
            QT_TRANSLATE_NOOP("ui::Guide",
                              "Everything the office knows of a client stands in one record."),
            {{QT_TRANSLATE_NOOP("ui::Guide", "Press %1 (%2)."),
              {{commands, "New client"}, {key, "client.new"}}},
             {QT_TRANSLATE_NOOP("ui::Guide",
                                "Type. Tab goes to the next field; fields with * have to be "
                                "filled. What is not right is said below its field."),
              {}},
             {QT_TRANSLATE_NOOP("ui::Guide",
                                "Look to the right: under %1 stands who may be in the office "
                                "already. Open that record instead of entering it twice."),
              {{"ui::DuplicateHints", "Perhaps here already"}}},
             {QT_TRANSLATE_NOOP("ui::Guide", "%1 (Ctrl+Enter) stores it and gives it its number."),
              {{"ui::ClientForm", "Save"}}}},
            QT_TRANSLATE_NOOP("ui::Guide",
                              "Something still missing? Save all the same: the record is a draft, "
                              "and waits under %1."),
            {{"ui::FilterBar", "Drafts"}},
            "client.new"};
}

GuidePage spreadsheet()
{
    return {
        "import",
        "import",
        QT_TRANSLATE_NOOP("ui::Guide", "Bring the spreadsheet in"),
        QT_TRANSLATE_NOOP("ui::Guide",
                          "What you keep in a table comes in at once, and can go out again as "
                          "if it had never been."),
        {{QT_TRANSLATE_NOOP("ui::Guide",
                            "Save the table as CSV in your spreadsheet program. Press %1 (%2), "
                            "then %3."),
          {{commands, "Import…"}, {key, "office.import"}, {"ui::ImportWizard", "Choose a file…"}}},
         {QT_TRANSLATE_NOOP("ui::Guide",
                            "Under each column stands the field it goes into. Change what is "
                            "wrong; %1."),
          {{"ui::ImportWizard", "Next"}}},
         {QT_TRANSLATE_NOOP("ui::Guide",
                            "Choose what happens with rows that are clients of the office "
                            "already. The numbers under %1 are tried out, nothing is stored "
                            "yet."),
          {{"ui::ImportWizard", "What will happen"}}},
         {QT_TRANSLATE_NOOP("ui::Guide",
                            "%1. You can go on working meanwhile; it runs at the lower left."),
          {{"ui::ImportWizard", "Import"}}}},
        QT_TRANSLATE_NOOP("ui::Guide",
                          "Not what you wanted? %1 takes all of it back, changes of clients "
                          "you had before included."),
        {{"ui::ImportWizard", "Undo import"}},
        "office.import"};
}

GuidePage finding()
{
    return {
        "find",
        "search",
        QT_TRANSLATE_NOOP("ui::Guide", "Find anybody, by pinyin too"),
        QT_TRANSLATE_NOOP("ui::Guide",
                          "Characters, pinyin, initials, digits from the middle of a phone "
                          "number: whatever you remember finds the client."),
        {{QT_TRANSLATE_NOOP("ui::Guide",
                            "%1 from wherever you are: type, choose with ↑ ↓, Enter. For "
                            "郑晓明 type zhengxiaoming, zxm, 郑, or three digits of the phone."),
          {{key, "palette"}}},
         {QT_TRANSLATE_NOOP("ui::Guide",
                            "The same line does everything else, too: type “import”, “lock”, "
                            "“settings”."),
          {}},
         {QT_TRANSLATE_NOOP("ui::Guide",
                            "%1 searches the list itself, and the list shows all that fits "
                            "while you type. Esc brings the whole list back."),
          {{key, "client.find"}}},
         {QT_TRANSLATE_NOOP("ui::Guide",
                            "%1 (%2) has the clients you looked at last; %3 and %4 go the way "
                            "you came."),
          {{commands, "Opened last"},
           {key, "client.recent"},
           {key, "go.back"},
           {key, "go.forward"}}}},
        QT_TRANSLATE_NOOP("ui::Guide",
                          "Two records side by side: %1 puts the one you see into a window of "
                          "its own."),
        {{key, "client.window"}},
        "palette"};
}

GuidePage asking()
{
    return {"change",
            "inbox",
            QT_TRANSLATE_NOOP("ui::Guide", "A change that is approved"),
            QT_TRANSLATE_NOOP("ui::Guide",
                              "A client's name, and whatever your role may not decide alone, "
                              "changes when a second person agrees."),
            {{QT_TRANSLATE_NOOP("ui::Guide",
                                "Choose the client, press %1 (F2) and type the new value. Fields "
                                "that somebody approves are marked before you save."),
              {{"ui::ClientPanel", "Edit"}}},
             {QT_TRANSLATE_NOOP("ui::Guide", "Give a reason, then %1."),
              {{"ui::ClientForm", "Save and ask for approval"}}},
             {QT_TRANSLATE_NOOP("ui::Guide",
                                "Under %1, %2, you see how it stands. Until then the record keeps "
                                "the old value."),
              {{"ui::MainWindow", "Inbox"}, {"ui::InboxPage", "What I asked for"}}},
             {QT_TRANSLATE_NOOP("ui::Guide",
                                "Whoever decides: %1, go through the list with J and K, approve "
                                "with A, reject with R and a word why."),
              {{"ui::InboxPage", "For me to decide"}}}},
            QT_TRANSLATE_NOOP("ui::Guide",
                              "Old value, new value, who asked, who agreed and when stay in the "
                              "client's %1 for ever."),
            {{"ui::ClientPanel", "History"}},
            "inbox"};
}

GuidePage merging()
{
    return {"merge",
            "merge",
            QT_TRANSLATE_NOOP("ui::Guide", "Merge, and undo a merge"),
            QT_TRANSLATE_NOOP("ui::Guide",
                              "Two records of one client become one. Nothing is lost, and it can "
                              "be undone on any later day."),
            {{QT_TRANSLATE_NOOP("ui::Guide", "Under %1, %2 finds what is there more than once."),
              {{"ui::MainWindow", "Duplicates"},
               {"ui::DuplicatesPage", "Look through the whole office"}}},
             {QT_TRANSLATE_NOOP("ui::Guide",
                                "%1 puts the records side by side. What differs stands first; "
                                "click the value that is right."),
              {{"ui::GroupView", "Merge…"}}},
             {QT_TRANSLATE_NOOP("ui::Guide", "%1 does it; the others live on in its history."),
              {{"ui::MergeDialog", "Merge"}}},
             {QT_TRANSLATE_NOOP("ui::Guide",
                                "It was a mistake? In the client's %1: %2, today or next year."),
              {{"ui::ClientPanel", "History"}, {"ui::HistoryView", "Undo this merge"}}}},
            QT_TRANSLATE_NOOP("ui::Guide",
                              "They only look alike? %1 remembers that, and nobody is asked about "
                              "the two again."),
            {{"ui::GroupView", "Not a duplicate"}},
            "duplicates"};
}

GuidePage exporting()
{
    return {"export",
            "export",
            QT_TRANSLATE_NOOP("ui::Guide", "A table for Excel"),
            QT_TRANSLATE_NOOP("ui::Guide",
                              "Long numbers and leading zeros stay as they are when Excel opens "
                              "the file."),
            {{QT_TRANSLATE_NOOP("ui::Guide",
                                "Search or filter until the list shows the clients you want."),
              {}},
             {QT_TRANSLATE_NOOP("ui::Guide", "Press %1 (%2) and choose the fields."),
              {{commands, "Export…"}, {key, "office.export"}}},
             {QT_TRANSLATE_NOOP("ui::Guide",
                                "Say what the file is for, then %1. Who took what out, and why, "
                                "stands in the log."),
              {{"ui::ExportDialog", "Export…"}}}},
            QT_TRANSLATE_NOOP("ui::Guide",
                              "The file is not encrypted any more: delete it when you are done "
                              "with it."),
            {},
            "office.export"};
}

GuidePage locking()
{
    return {
        "lock",
        "lock",
        QT_TRANSLATE_NOOP("ui::Guide", "Lock, keys, recovery sheet"),
        QT_TRANSLATE_NOOP("ui::Guide",
                          "The office is encrypted. Nobody can help who has neither a password "
                          "nor the recovery sheet, not even we."),
        {{QT_TRANSLATE_NOOP("ui::Guide",
                            "You leave your desk: %1 (%2). What you were typing is there again "
                            "when you come back. It also locks by itself."),
          {{commands, "Lock"}, {key, "window.lock"}}},
         {QT_TRANSLATE_NOOP("ui::Guide", "After how many minutes, you choose under %1 (%2): %3."),
          {{commands, "Settings…"},
           {key, "window.settings"},
           {"ui::SettingsDialog", "Lock after"}}},
         {QT_TRANSLATE_NOOP("ui::Guide",
                            "%1: another password, or a key file besides, so that a password "
                            "that somebody has seen opens nothing."),
          {{commands, "My password and keys…"}}},
         {QT_TRANSLATE_NOOP("ui::Guide",
                            "The recovery sheet was made with the office. It belongs into a "
                            "safe, on paper. If it is lost, a data administrator makes a new "
                            "one under %1: %2."),
          {{"ui::MainWindow", "People"}, {"ui::PeoplePage", "New recovery code…"}}}},
        QT_TRANSLATE_NOOP("ui::Guide",
                          "A colleague has forgotten the password? A data administrator gives "
                          "a new one under %1."),
        {{"ui::MainWindow", "People"}},
        "window.settings"};
}

} // namespace

const std::vector<GuidePage>& guidePages()
{
    static const std::vector<GuidePage> pages{
        firstClient(), spreadsheet(), finding(), asking(), merging(), exporting(), locking()};
    return pages;
}

QString guideWords(const char* text, const std::vector<Named>& names, const Commands& table)
{
    QString words = QCoreApplication::translate("ui::Guide", text).toHtmlEscaped();
    for (const Named& name : names) {
        QString shown;
        if (std::strcmp(name.context, key) == 0) {
            const QAction* action = table.action(name.text);
            shown = action != nullptr ? keyText(action->shortcut()) : QString();
        } else {
            shown = QCoreApplication::translate(name.context, name.text);
        }
        words = words.arg(QStringLiteral("<b>%1</b>").arg(shown.toHtmlEscaped()));
    }
    // Where somebody has no such command, there is no key to name.
    return words.remove(QStringLiteral(" (<b></b>)")).remove(QStringLiteral("（<b></b>）"));
}

} // namespace ui
