/// Commands: everything the window can be told to do, each once: its name, icon, key, what it does and when it can. The
/// buttons above, the menu, the palette (Ctrl+K) and the keyboard overview are made of it. The table itself stands in
/// MainWindowCommands.cpp; a page that brings its own adds rows there.
///
///     commands.add({"client.new", CommandGroup::Clients, "add", QT_TRANSLATE_NOOP("ui::Commands", "New client"),
///                   QKeySequence::New, [this] { newClient(); }});
///     button->setText(commands.action("client.new")->text());
///
/// Thread of the window.
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

namespace ui {

enum class CommandGroup : std::uint8_t
{
    Clients,
    Go,
    Office,
    Window,
    Help
};
[[nodiscard]] QString groupLabel(CommandGroup group);

struct Command
{
    const char* id = nullptr; ///< stays the same in every language
    CommandGroup group = CommandGroup::Window;
    const char* icon = nullptr;
    const char* text = nullptr; ///< English, marked for ui::Commands
    QKeySequence key{};
    std::function<void()> run{};
    std::function<bool()> isPossible{}; ///< at this moment; none: always
    QString with{}; ///< what stands for %1 in the text
    /// Other words by which people look for it, in both languages; never shown.
    const char* alsoCalled = "";
    /// Its key works in the program's other windows, too.
    bool isEverywhere = false;
};

/// How well the typed text names something: 0 not at all, 3 best. By the beginnings of its words, by a part of a Chinese
/// name, by pinyin or its initials. Pure.
[[nodiscard]] int matchOf(QStringView typed, QStringView name);

class Commands : public QObject
{
    Q_OBJECT

public:
    /// Their keys work in `window`.
    explicit Commands(QWidget& window);

    QAction* add(Command command);
    /// Null where it was not added: this person may not do it.
    [[nodiscard]] QAction* action(const char* id) const;
    /// Does it, where it is possible.
    void run(const char* id) const;

    struct Entry
    {
        Command command;
        QAction* action = nullptr;
    };
    [[nodiscard]] const std::vector<Entry>& all() const { return m_entries; }
    /// Those that are possible now; with a text those that it names, best first.
    [[nodiscard]] std::vector<const Entry*> possible(const QString& typed = {}) const;

private:
    QWidget& m_window;
    std::vector<Entry> m_entries;
};

/// A key as it stands on the keyboard: "Alt+←", "Ctrl+Enter".
[[nodiscard]] QString keyText(const QKeySequence& key);
/// "New client (Ctrl+N)": for tool tips.
[[nodiscard]] QString withKey(const QString& text, const QKeySequence& key);

} // namespace ui
