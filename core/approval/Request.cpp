#include "core/approval/Request.h"

#include <QCoreApplication>

#include <array>

namespace core {

namespace {

template <typename T>
struct RequestWord
{
    T value;
    const char* name;
    const char* label;
};

constexpr std::array<RequestWord<RequestKind>, 5> kindWords{{
    {RequestKind::Change, "change", QT_TRANSLATE_NOOP("core::Request", "Change")},
    {RequestKind::Merge, "merge", QT_TRANSLATE_NOOP("core::Request", "Merge")},
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
std::size_t placeOf(T value)
{
    return static_cast<std::size_t>(value);
}

QString requestWord(const char* label)
{
    return QCoreApplication::translate("core::Request", label);
}

template <typename Words>
auto findIn(const Words& words, QStringView name) -> std::optional<decltype(words[0].value)>
{
    for (const auto& word : words) {
        if (name == QLatin1String(word.name)) {
            return word.value;
        }
    }
    return std::nullopt;
}

} // namespace

QString requestKindName(RequestKind kind)
{
    return QString::fromLatin1(kindWords[placeOf(kind)].name);
}

QString requestLevelName(RequestLevel level)
{
    return QString::fromLatin1(levelWords[placeOf(level)].name);
}

QString requestStateName(RequestState state)
{
    return QString::fromLatin1(stateWords[placeOf(state)].name);
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
    return findIn(kindWords, name);
}

std::optional<RequestLevel> requestLevelByName(QStringView name)
{
    return findIn(levelWords, name);
}

std::optional<RequestState> requestStateByName(QStringView name)
{
    return findIn(stateWords, name);
}

QString requestKindLabel(RequestKind kind)
{
    return requestWord(kindWords[placeOf(kind)].label);
}

QString requestLevelLabel(RequestLevel level)
{
    return requestWord(levelWords[placeOf(level)].label);
}

QString requestStateLabel(RequestState state)
{
    return requestWord(stateWords[placeOf(state)].label);
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
