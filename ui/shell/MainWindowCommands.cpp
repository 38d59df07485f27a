// MainWindow: the table of what it can be told to do, and the dialogs it opens.
#include "core/base/Language.h"
#include "core/security/Permissions.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/Toast.h"

#include <QListWidget>

namespace ui {

namespace {

QKeySequence keyOf(const char* keys)
{
    return QKeySequence(QLatin1String(keys));
}

bool mayDo(const core::Session& session, core::Action action)
{
    return core::grantOf(session, action).direct != core::Scope::None;
}

} // namespace

void MainWindow::addCommands()
{
    addClientCommands();
    addOfficeCommands();
    addPrintCommands();
    addUpdateCommands();
    addWindowCommands();
    addLeaveCommands();
    addHelpCommands();
}

void MainWindow::addClientCommands()
{
    using Group = CommandGroup;
    if (mayDo(m_jobs.session(), core::Action::CreateClient)) {
        m_commands->add({"client.new",
                         Group::Clients,
                         "add",
                         QT_TRANSLATE_NOOP("ui::Commands", "New client"),
                         QKeySequence::New,
                         [this] { newClient(); },
                         {},
                         {},
                         "add enter create 录入 添加 增加"});
    }
    m_commands->add({"client.find",
                     Group::Clients,
                     "search",
                     QT_TRANSLATE_NOOP("ui::Commands", "Search the list"),
                     QKeySequence::Find,
                     [this] { m_top->focusSearch(); },
                     {},
                     {},
                     "find filter 查找 搜索"});
    m_commands->add({"client.recent",
                     Group::Clients,
                     "clock",
                     QT_TRANSLATE_NOOP("ui::Commands", "Opened last"),
                     keyOf("Ctrl+R"),
                     [this] { m_top->openRecent(); },
                     {},
                     {},
                     "recent 历史 最近"});
    m_commands->add({"client.window",
                     Group::Clients,
                     "window",
                     QT_TRANSLATE_NOOP("ui::Commands", "Open the record in a window of its own"),
                     keyOf("Ctrl+O"),
                     [this] {
                         const auto client = shownClient();
                         openRecordWindow(client->first, client->second);
                     },
                     [this] { return place() == Clients && shownClient().has_value(); },
                     {},
                     "separate 新窗口"});
    m_commands->add({"go.back",
                     Group::Go,
                     "back",
                     QT_TRANSLATE_NOOP("ui::Commands", "Back"),
                     QKeySequence::Back,
                     [this] { goBack(); },
                     [this] { return m_trail.canGoBack(); },
                     {},
                     "previous 返回 上一个"});
    m_commands->add({"go.forward",
                     Group::Go,
                     "forward",
                     QT_TRANSLATE_NOOP("ui::Commands", "Forward"),
                     QKeySequence::Forward,
                     [this] { goForward(); },
                     [this] { return m_trail.canGoForward(); },
                     {},
                     "next 下一个"});
}

void MainWindow::addPlaceCommand(int row)
{
    const PlaceRow& place = m_rows[std::size_t(row)];
    const QKeySequence key(QStringLiteral("Ctrl+%1").arg(row + 1));
    m_commands->add({place.id,
                     CommandGroup::Go,
                     place.id,
                     QT_TRANSLATE_NOOP("ui::Commands", "Go to %1"),
                     key,
                     [this, row] { m_places->setCurrentRow(row); },
                     {},
                     place.label,
                     place.id});
    m_places->item(row)->setToolTip(keyText(key));
}

void MainWindow::addOfficeCommands()
{
    using Group = CommandGroup;
    const core::Session& session = m_jobs.session();
    if (mayDo(session, core::Action::Import) || core::mayAskForImport(session)) {
        m_commands->add({"office.import",
                         Group::Office,
                         "import",
                         QT_TRANSLATE_NOOP("ui::Commands", "Import…"),
                         keyOf("Ctrl+I"),
                         [this] { openImport(); },
                         {},
                         {},
                         "csv excel spreadsheet file 表格 文件"});
    }
    if (mayDo(session, core::Action::Export)) {
        m_commands->add({"office.export",
                         Group::Office,
                         "export",
                         QT_TRANSLATE_NOOP("ui::Commands", "Export…"),
                         keyOf("Ctrl+E"),
                         [this] { openExport(); },
                         {},
                         {},
                         "csv excel spreadsheet file 表格 文件"});
    }
    m_commands->add({"office.check",
                     Group::Office,
                     "check",
                     QT_TRANSLATE_NOOP("ui::Commands", "Check the office…"),
                     {},
                     [this] { checkOffice(); },
                     {},
                     {},
                     "damage integrity 损坏 完整性"});
    m_commands->add({"office.keys",
                     Group::Office,
                     "key",
                     QT_TRANSLATE_NOOP("ui::Commands", "My password and keys…"),
                     {},
                     [this] { openKeys(); },
                     {},
                     {},
                     "passphrase key file 口令 密钥"});
}

void MainWindow::addWindowCommands()
{
    using Group = CommandGroup;
    m_commands->add({"palette",
                     Group::Window,
                     "command",
                     QT_TRANSLATE_NOOP("ui::Commands", "Clients and commands"),
                     keyOf("Ctrl+K"),
                     [this] { openPalette(); },
                     {},
                     {},
                     "palette search anywhere 命令"});
    m_commands->add({"menu",
                     Group::Window,
                     "menu",
                     QT_TRANSLATE_NOOP("ui::Commands", "Menu"),
                     keyOf("F10"),
                     [this] {
                         m_top->openMenu();
                     }});
    m_commands->add({"window.undo",
                     Group::Window,
                     "undo",
                     QT_TRANSLATE_NOOP("ui::Commands", "Undo, or what the line below offers"),
                     keyOf("Ctrl+U"),
                     [this] { m_toast->act(); },
                     [this] { return m_toast->offersAction(); },
                     {},
                     "take back 撤销"});
    m_commands->add(
        {"window.settings",
         Group::Window,
         "settings",
         QT_TRANSLATE_NOOP("ui::Commands", "Settings…"),
         keyOf("Ctrl+,"),
         [this] { openSettings(); },
         {},
         {},
         "preferences options dark light theme color text size lock 选项 深色 浅色 颜色 "
         "字号 自动锁定 语言 language"});
    const bool isChinese = core::currentLanguage() == QLatin1String("zh");
    // Named in its own language, for whoever cannot read the present one.
    m_commands->add({"window.language",
                     Group::Window,
                     "language",
                     isChinese ? "English" : "\344\270\255\346\226\207", // 中文
                     {},
                     [this, isChinese] {
                         changeLanguage(isChinese ? QStringLiteral("en") : QStringLiteral("zh"));
                     },
                     {},
                     {},
                     "language change chinese english 语言 切换 中文 英文"});
}

void MainWindow::addLeaveCommands()
{
    using Group = CommandGroup;
    m_commands->add({"window.lock",
                     Group::Window,
                     "lock",
                     QT_TRANSLATE_NOOP("ui::Commands", "Lock"),
                     keyOf("Ctrl+L"),
                     [this] { Q_EMIT lockWanted(); },
                     {},
                     {},
                     "away pause 离开",
                     true}); // in every window of the program, the dialogs too
    m_commands->add({"window.leave",
                     Group::Window,
                     "exit",
                     QT_TRANSLATE_NOOP("ui::Commands", "Log out"),
                     keyOf("Ctrl+Shift+Q"),
                     [this] { leave(); },
                     {},
                     {},
                     "sign off leave quit exit 注销 退出"});
    m_commands->add({"window.close",
                     Group::Window,
                     "cross",
                     QT_TRANSLATE_NOOP("ui::Commands", "Close the window"),
                     keyOf("Ctrl+Q"),
                     [this] { close(); },
                     {},
                     {},
                     "quit exit end 关闭 退出"});
}

void MainWindow::addHelpCommands()
{
    using Group = CommandGroup;
    m_commands->add({"help.guide",
                     Group::Help,
                     "help",
                     QT_TRANSLATE_NOOP("ui::Commands", "Guide for the first day"),
                     QKeySequence::HelpContents,
                     [this] { openGuide(); },
                     {},
                     {},
                     "help manual start learn 帮助 说明 教程"});
    m_commands->add({"help.keys",
                     Group::Help,
                     "keyboard",
                     QT_TRANSLATE_NOOP("ui::Commands", "Keyboard overview"),
                     keyOf("Ctrl+/"),
                     [this] { openKeyOverview(); },
                     {},
                     {},
                     "shortcuts keys 快捷键 按键"});
}

} // namespace ui
