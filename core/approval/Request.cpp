#include "core/approval/Request.h"

#include <QCoreApplication>

#include <array>
#include <span>

namespace core {

namespace {

template <typename T>
struct RequestWord
{
    T value;
    const char* name;
    const char* label;
};

constexpr std::array<RequestWord<RequestKind>, 6> kindWords{{
    {RequestKind::Change, "change", QT_TRANSLATE_NOOP("core::Request", "Change")},
    {RequestKind::Merge, "merge", QT_TRANSLATE_NOOP("core::Request", "Merge")},
    {RequestKind::Unmerge, "unmerge", QT_TRANSLATE_NOOP("core::Request", "Undo of a merge")},
    {RequestKind::Trash, "trash", QT_TRANSLATE_NOOP("core::Request", "Into the trash")},
    {RequestKind::Restore, "restore", QT_TRANSLATE_NOOP("core::Request", "Out of the trash")},
    {RequestKind::Import, "import", QT_TRANSLATE_NOOP("core::Request", "Import")},
}};

constexpr std::array<RequestWord<RequestLevel>, 2> levelWords{{
    {RequestLevel::Ordinary, "ordinary", QT_TRANSLATE_NOOP("core::Request", "Ordinary")},
    {RequestLevel::Important, "important", QT_TRANSLATE_NOOP("core::Request", "Important")},
}};

constexpr std::array<RequestWord<RequestState>, 6> stateWords{{
    {RequestState::Open, "open", QT_TRANSLATE_NOOP("core::Request", "Open")},
    {RequestState::Approved, "approved", QT_TRANSLATE_NOOP("core::Request", "Approved")},
    {RequestState::Partly, "partly", QT_TRANSLATE_NOOP("core::Request", "Partly approved")},
    {RequestState::Rejected, "rejected", QT_TRANSLATE_NOOP("core::Request", "Rejected")},
    {RequestState::Withdrawn, "withdrawn", QT_TRANSLATE_NOOP("core::Request", "Withdrawn")},
    {RequestState::Outdated, "outdated", QT_TRANSLATE_NOOP("core::Request", "Outdated")},
}};

template <typename T>
using RequestWords = std::span<const RequestWord<T>>;

template <typename T>
const RequestWord<T>& wordOf(RequestWords<T> words, T value)
{
    return words[static_cast<std::size_t>(value)];
}

template <typename T>
QString labelIn(RequestWords<T> words, T value)
{
    return QCoreApplication::translate("core::Request", wordOf(words, value).label);
}

template <typename T>
std::optional<T> findIn(RequestWords<T> words, QStringView name)
{
    for (const RequestWord<T>& word : words) {
        if (name == QLatin1String(word.name)) {
            return word.value;
        }
    }
    return std::nullopt;
}

} // namespace

QString requestKindName(RequestKind kind)
{
    return QString::fromLatin1(wordOf<RequestKind>(kindWords, kind).name);
}

QString requestLevelName(RequestLevel level)
{
    return QString::fromLatin1(wordOf<RequestLevel>(levelWords, level).name);
}

QString requestStateName(RequestState state)
{
    return QString::fromLatin1(wordOf<RequestState>(stateWords, state).name);
}

QString requestedStateName(RequestedChange::State state)
{
    switch (state) {
    case RequestedChange::State::Open:
        return QStringLiteral("open");
    case RequestedChange::State::Approved:
        return QStringLiteral("approved");
    case RequestedChange::State::Rejected:
        break;
    }
    return QStringLiteral("rejected");
}

std::optional<RequestKind> requestKindByName(QStringView name)
{
    return findIn<RequestKind>(kindWords, name);
}

std::optional<RequestLevel> requestLevelByName(QStringView name)
{
    return findIn<RequestLevel>(levelWords, name);
}

std::optional<RequestState> requestStateByName(QStringView name)
{
    return findIn<RequestState>(stateWords, name);
}

QString requestKindLabel(RequestKind kind)
{
    return labelIn<RequestKind>(kindWords, kind);
}

QString requestLevelLabel(RequestLevel level)
{
    return labelIn<RequestLevel>(levelWords, level);
}

QString requestStateLabel(RequestState state)
{
    return labelIn<RequestState>(stateWords, state);
}

QString requestText(RequestPk pk)
{
    return QStringLiteral("R-%1").arg(pk.value);
}

std::optional<RequestPk> requestByText(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith(u"R-", Qt::CaseInsensitive)) {
        text = text.sliced(2);
    }
    for (const QChar digit : text) {
        if (digit < u'0' || digit > u'9') {
            return std::nullopt;
        }
    }
    bool isNumber = false;
    const RequestPk pk{text.toLongLong(&isNumber)};
    return isNumber && pk.isValid() ? std::optional(pk) : std::nullopt;
}

} // namespace core
