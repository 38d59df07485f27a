#include "ui/clients/ListColumns.h"

#include "core/records/ClientStandardizer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <array>

namespace ui {

namespace {

using core::Field;

// Those shown at first fit beside a record in a window of 1280 pixels, names of twelve characters with them.
constexpr std::array columnTable{
    ListColumn{"name", Field::Name, 46, true},
    ListColumn{"contact", Field::Contact, 18, true},
    ListColumn{"phone", Field::Phone, 38, true},
    ListColumn{"city", Field::City, 16, true},
    ListColumn{"owner", Field::Owner, 18, true},
    ListColumn{"state", std::nullopt, 32, true},
    ListColumn{"activity", Field::Activity, 22, false},
    ListColumn{"id", Field::Id, 42, false},
    ListColumn{"type", Field::Type, 20, false},
    ListColumn{"industry", Field::Industry, 38, false},
    ListColumn{"position", Field::Position, 26, false},
    ListColumn{"email", Field::Email, 46, false},
    ListColumn{"province", Field::Province, 22, false},
    ListColumn{"district", Field::District, 22, false},
    ListColumn{"street", Field::Street, 46, false},
    ListColumn{"postcode", Field::Postcode, 20, false},
    ListColumn{"tags", Field::Tags, 34, false},
    ListColumn{"source", Field::Source, 24, false},
    ListColumn{"credit_code", Field::CreditCode, 46, false},
    ListColumn{"website", Field::Website, 42, false},
    ListColumn{"last_contact_at", Field::LastContactAt, 28, false},
    ListColumn{"created_at", Field::CreatedAt, 36, false},
    ListColumn{"updated_at", Field::UpdatedAt, 36, false},
};

constexpr int widest = 2000;

std::optional<int> columnByKey(const QString& key)
{
    for (std::size_t i = 0; i < columnTable.size(); ++i) {
        if (key == QLatin1String(columnTable[i].key)) {
            return int(i);
        }
    }
    return std::nullopt;
}

constexpr std::array badgeTable{
    BadgeLook{PendingBadge, "clock", QT_TRANSLATE_NOOP("ui::ListColumns", "Pending")},
    BadgeLook{DuplicateBadge, "duplicates", QT_TRANSLATE_NOOP("ui::ListColumns", "Duplicate?")},
    BadgeLook{DraftBadge, "edit", QT_TRANSLATE_NOOP("ui::ListColumns", "Draft")},
    BadgeLook{OverdueBadge, "hourglass", QT_TRANSLATE_NOOP("ui::ListColumns", "Overdue")},
    BadgeLook{ArchivedBadge, "archive", QT_TRANSLATE_NOOP("ui::ListColumns", "Archived")},
    BadgeLook{TrashedBadge, "trash", QT_TRANSLATE_NOOP("ui::ListColumns", "In the trash")},
};

} // namespace

int badgesOf(const core::ClientRow& row)
{
    const QString& status = row.client.value(Field::Status);
    return (row.pending ? PendingBadge : 0) | (row.possibleDuplicate ? DuplicateBadge : 0)
        | (row.client.incomplete ? DraftBadge : 0) | (row.overdue ? OverdueBadge : 0)
        | (status == QLatin1String("archived") ? ArchivedBadge : 0)
        | (status == QLatin1String("trashed") ? TrashedBadge : 0);
}

std::span<const BadgeLook> badgeLooks()
{
    return badgeTable;
}

QString badgeWord(const BadgeLook& look)
{
    return QCoreApplication::translate("ui::ListColumns", look.word);
}

QString badgeWords(int badges)
{
    QStringList words;
    for (const BadgeLook& look : badgeTable) {
        if ((badges & look.badge) != 0) {
            words.append(badgeWord(look));
        }
    }
    return words.join(QStringLiteral(" · "));
}

std::span<const ListColumn> listColumns()
{
    return columnTable;
}

QString columnLabel(int column)
{
    const auto& field = columnTable[std::size_t(column)].field;
    return field ? core::fieldLabel(*field)
                 : QCoreApplication::translate("ui::ListColumns", "State");
}

QString cellText(const ListColumn& column, const core::ClientRow& row, const QTimeZone& zone)
{
    if (!column.field) {
        return badgeWords(badgesOf(row));
    }
    const Field field = *column.field;
    const core::Client& client = row.client;
    if (field == Field::CreatedAt || field == Field::UpdatedAt) {
        const QDateTime& at = field == Field::CreatedAt ? client.createdAt : client.updatedAt;
        return at.isValid() ? at.toTimeZone(zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                            : QString();
    }
    return core::shownValue(field, client.value(field));
}

int stateColumn()
{
    return *columnByKey(QStringLiteral("state"));
}

std::optional<int> columnOf(Field field)
{
    const auto* const found
        = std::find_if(columnTable.begin(), columnTable.end(), [field](const ListColumn& column) {
              return column.field == field;
          });
    return found == columnTable.end() ? std::nullopt
                                      : std::optional(int(found - columnTable.begin()));
}

bool maySee(const core::Session& session, int column)
{
    const auto& field = columnTable[std::size_t(column)].field;
    return !field || core::seenScope(session, *field) != core::Scope::None;
}

ListLayout ListLayout::atFirst(const core::Session& session)
{
    ListLayout layout;
    for (std::size_t i = 0; i < columnTable.size(); ++i) {
        // A masked phone is still worth its column.
        if (columnTable[i].isShownAtFirst
            && (maySee(session, int(i)) || columnTable[i].field == Field::Phone)) {
            layout.shown.push_back({int(i), 0});
        }
    }
    return layout;
}

std::optional<ListLayout> ListLayout::fromText(const QString& text, const core::Session& session)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    ListLayout layout;
    bool hasName = false;
    for (const QJsonValue& value : object.value(QStringLiteral("columns")).toArray()) {
        const QJsonArray pair = value.toArray();
        const auto column = columnByKey(pair.at(0).toString());
        const bool isTwice = column
            && std::any_of(layout.shown.begin(), layout.shown.end(), [&](const Shown& one) {
                                 return one.column == *column;
                             });
        if (!column || isTwice
            || (!maySee(session, *column)
                && columnTable[std::size_t(*column)].field != Field::Phone)) {
            continue;
        }
        hasName = hasName || *column == 0;
        layout.shown.push_back({*column, std::clamp(pair.at(1).toInt(), 0, widest)});
    }
    if (layout.shown.empty()) {
        return std::nullopt;
    }
    if (!hasName) {
        layout.shown.insert(layout.shown.begin(), Shown{}); // a list without names says nothing
    }
    const auto sort = columnByKey(object.value(QStringLiteral("sort")).toString());
    layout.sortColumn = sort && maySee(session, *sort) ? *sort : 0;
    layout.isDescending = object.value(QStringLiteral("descending")).toBool();
    return layout;
}

QString ListLayout::text() const
{
    QJsonArray columns;
    for (const Shown& one : shown) {
        columns.append(
            QJsonArray{QLatin1String(columnTable[std::size_t(one.column)].key), one.width});
    }
    const QJsonObject object{
        {QStringLiteral("columns"), columns},
        {QStringLiteral("sort"), QLatin1String(columnTable[std::size_t(sortColumn)].key)},
        {QStringLiteral("descending"), isDescending}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace ui
