#include "ui/shell/Commands.h"

#include "core/standardize/Pinyin.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QWidget>

#include <algorithm>
#include <cstring>

namespace ui {

namespace {

constexpr int byName = 3;
constexpr int inName = 2;
constexpr int byOther = 1;

bool isPossible(const Command& command)
{
    return !command.isPossible || command.isPossible();
}

/// Every word that was typed begins a word of the name.
bool beginsWords(const QStringList& typed, QStringView name)
{
    static const QRegularExpression between(QStringLiteral("[^\\w]+"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = name.toString().toCaseFolded().split(between, Qt::SkipEmptyParts);
    return std::all_of(typed.begin(), typed.end(), [&words](const QString& part) {
        return std::any_of(words.begin(), words.end(), [&part](const QString& word) {
            return word.startsWith(part);
        });
    });
}

int scoreOf(const Command& command, const QString& name, const QString& typed)
{
    int best = matchOf(typed, name);
    if (best < byName && command.with.isEmpty()) {
        best = std::max(best, matchOf(typed, QString::fromLatin1(command.text)));
    }
    if (best == 0) {
        for (const QString& other : QString::fromUtf8(command.alsoCalled).split(u' ')) {
            if (matchOf(typed, other) > 0) {
                return byOther;
            }
        }
    }
    return best;
}

} // namespace

QString groupLabel(CommandGroup group)
{
    switch (group) {
    case CommandGroup::Clients:
        return QCoreApplication::translate("ui::Commands", "Clients");
    case CommandGroup::Go:
        return QCoreApplication::translate("ui::Commands", "Go to");
    case CommandGroup::Office:
        return QCoreApplication::translate("ui::Commands", "Office");
    case CommandGroup::Window:
        return QCoreApplication::translate("ui::Commands", "Window");
    case CommandGroup::Help:
        return QCoreApplication::translate("ui::Commands", "Help");
    }
    return {};
}

int matchOf(QStringView typed, QStringView name)
{
    const QString text = typed.trimmed().toString().toCaseFolded();
    const QString whole = name.toString().toCaseFolded();
    if (text.isEmpty() || whole.isEmpty()) {
        return 0;
    }
    if (whole.startsWith(text)) {
        return byName;
    }
    if (beginsWords(text.split(u' ', Qt::SkipEmptyParts), whole)) {
        return inName;
    }
    const core::Reading reading = core::companyReading(name);
    const QString letters = QString(text).remove(u' ');
    if (letters.size() > 1 && reading.full != whole
        && (reading.initials.startsWith(letters) || reading.full.startsWith(letters))) {
        return byName;
    }
    if (letters.size() > 1 && reading.initials.contains(letters) && reading.full != whole) {
        return inName;
    }
    const bool isHan = text.front().script() == QChar::Script_Han;
    return isHan && whole.contains(text) ? inName : 0;
}

Commands::Commands(QWidget& window)
    : QObject(&window)
    , m_window(window)
{ }

QAction* Commands::add(Command command)
{
    QString name = QCoreApplication::translate("ui::Commands", command.text);
    if (!command.with.isEmpty()) {
        name = name.arg(command.with);
    }
    auto* action = new QAction(theme::icon(command.icon), name, this);
    action->setObjectName(QLatin1String(command.id));
    action->setShortcut(command.key);
    action->setShortcutContext(command.isEverywhere ? Qt::ApplicationShortcut : Qt::WindowShortcut);
    m_window.addAction(action);
    connect(action, &QAction::triggered, this, [run = command.run, when = command.isPossible] {
        if (!when || when()) {
            run();
        }
    });
    m_entries.push_back({std::move(command), action});
    return action;
}

QAction* Commands::action(const char* id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry& entry) {
        return std::strcmp(entry.command.id, id) == 0;
    });
    return found == m_entries.end() ? nullptr : found->action;
}

void Commands::run(const char* id) const
{
    if (QAction* found = action(id)) {
        found->trigger();
    }
}

std::vector<const Commands::Entry*> Commands::possible(const QString& typed) const
{
    struct Found
    {
        const Entry* entry;
        int score;
    };
    std::vector<Found> found;
    for (const Entry& entry : m_entries) {
        const int score = typed.trimmed().isEmpty()
            ? byName
            : scoreOf(entry.command, entry.action->text(), typed);
        if (score > 0 && isPossible(entry.command)) {
            found.push_back({&entry, score});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.score > b.score;
    });
    std::vector<const Entry*> entries;
    entries.reserve(found.size());
    for (const Found& one : found) {
        entries.push_back(one.entry);
    }
    return entries;
}

QString keyText(const QKeySequence& key)
{
#ifdef Q_OS_MACOS
    return key.toString(QKeySequence::NativeText);
#else
    // Qt's own words for keys are translated ("Alt+左方向"); what is printed on them is not.
    QString text = key.toString(QKeySequence::PortableText);
    const std::pair<const char*, QChar> arrows[]{
        {"Left", u'←'}, {"Right", u'→'}, {"Up", u'↑'}, {"Down", u'↓'}};
    for (const auto& [name, arrow] : arrows) {
        if (text.endsWith(u'+' + QLatin1String(name)) || text == QLatin1String(name)) {
            text.chop(qsizetype(std::strlen(name)));
            text += arrow;
        }
    }
    return text.replace(QStringLiteral("Return"), QStringLiteral("Enter"));
#endif
}

QString withKey(const QString& text, const QKeySequence& key)
{
    return key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keyText(key));
}

} // namespace ui
