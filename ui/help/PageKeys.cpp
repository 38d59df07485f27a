#include "ui/help/PageKeys.h"

#include "ui/shell/Commands.h"

#include <QCoreApplication>

namespace ui {

namespace {

QString native(const char* keys)
{
    return keyText(QKeySequence(QLatin1String(keys)));
}

} // namespace

const std::vector<PageKey>& pageKeys()
{
    constexpr auto list = QT_TRANSLATE_NOOP("ui::PageKeys", "In the list of clients");
    constexpr auto form = QT_TRANSLATE_NOOP("ui::PageKeys", "In a form");
    constexpr auto inbox = QT_TRANSLATE_NOOP("ui::PageKeys", "In the inbox");
    constexpr auto groups = QT_TRANSLATE_NOOP("ui::PageKeys", "In the list of duplicates");
    constexpr auto merge = QT_TRANSLATE_NOOP("ui::PageKeys", "When merging");
    constexpr auto import = QT_TRANSLATE_NOOP("ui::PageKeys", "In the rows of an import");
    static const std::vector<PageKey> keys{
        {list, QT_TRANSLATE_NOOP("ui::PageKeys", "Edit the record"), native("F2")},
        {list,
         QT_TRANSLATE_NOOP("ui::PageKeys", "The record in a window of its own"),
         native("Ctrl+Return")},
        {list, QT_TRANSLATE_NOOP("ui::PageKeys", "Into the trash"), native("Del")},
        {list,
         QT_TRANSLATE_NOOP("ui::PageKeys", "Choose several"),
         QStringLiteral("Shift+↑  Shift+↓")},
        {list, QT_TRANSLATE_NOOP("ui::PageKeys", "Copy as a table"), native("Ctrl+C")},
        {list, QT_TRANSLATE_NOOP("ui::PageKeys", "What a value was before"), native("Ctrl+H")},
        {list,
         QT_TRANSLATE_NOOP("ui::PageKeys", "First and last client"),
         native("Home") + QStringLiteral("  ") + native("End")},
        {form, QT_TRANSLATE_NOOP("ui::PageKeys", "Next and previous field"), native("Tab")},
        {form, QT_TRANSLATE_NOOP("ui::PageKeys", "Save"), native("Ctrl+Return")},
        {form,
         QT_TRANSLATE_NOOP("ui::PageKeys", "Leave; asks where something would be lost"),
         native("Esc")},
        {form,
         QT_TRANSLATE_NOOP("ui::PageKeys", "Undo and redo"),
         native("Ctrl+Z") + QStringLiteral("  ") + native("Ctrl+Shift+Z")},
        {form,
         QT_TRANSLATE_NOOP("ui::PageKeys", "First to fifth group of fields"),
         native("Alt+1") + QStringLiteral(" – ") + native("Alt+5")},
        {inbox,
         QT_TRANSLATE_NOOP("ui::PageKeys", "Next and previous request"),
         QStringLiteral("J  K")},
        {inbox, QT_TRANSLATE_NOOP("ui::PageKeys", "Approve"), QStringLiteral("A")},
        {inbox, QT_TRANSLATE_NOOP("ui::PageKeys", "Choose all"), native("Ctrl+A")},
        {inbox, QT_TRANSLATE_NOOP("ui::PageKeys", "Reject"), QStringLiteral("R")},
        {groups,
         QT_TRANSLATE_NOOP("ui::PageKeys", "Next and previous group"),
         QStringLiteral("J  K")},
        {groups, QT_TRANSLATE_NOOP("ui::PageKeys", "Merge the group"), QStringLiteral("M")},
        {groups, QT_TRANSLATE_NOOP("ui::PageKeys", "Not a duplicate"), QStringLiteral("N")},
        {groups, QT_TRANSLATE_NOOP("ui::PageKeys", "Decide later"), QStringLiteral("L")},
        {groups, QT_TRANSLATE_NOOP("ui::PageKeys", "Choose one record"), QStringLiteral("←  →")},
        {merge, QT_TRANSLATE_NOOP("ui::PageKeys", "Take this record's value"), native("Return")},
        {merge, QT_TRANSLATE_NOOP("ui::PageKeys", "Type into the result"), native("F2")},
        {merge,
         QT_TRANSLATE_NOOP("ui::PageKeys", "Next and previous difference"),
         native("F8") + QStringLiteral("  ") + native("Shift+F8")},
        {merge,
         QT_TRANSLATE_NOOP("ui::PageKeys", "Keep this record; take all of it"),
         QStringLiteral("K  T")},
        {merge, QT_TRANSLATE_NOOP("ui::PageKeys", "Undo a choice"), native("Ctrl+Z")},
        {merge, QT_TRANSLATE_NOOP("ui::PageKeys", "Merge"), native("Ctrl+Return")},
        {merge,
         QT_TRANSLATE_NOOP("ui::PageKeys", "From value to value"),
         QStringLiteral("←  →  ↑  ↓")},
        {import,
         QT_TRANSLATE_NOOP("ui::PageKeys", "Correct a cell"),
         native("Return") + QStringLiteral("  ") + native("F2")},
        {import, QT_TRANSLATE_NOOP("ui::PageKeys", "Next cell to look at"), native("F8")},
        {import,
         QT_TRANSLATE_NOOP("ui::PageKeys", "Store, put into ours, ask for it, leave out"),
         QStringLiteral("S  U  R  L")},
        {import, QT_TRANSLATE_NOOP("ui::PageKeys", "The row as all others"), QStringLiteral("A")},
    };
    return keys;
}

} // namespace ui
