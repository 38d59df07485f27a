#include "core/exchange/SettledRows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {

namespace {

constexpr QLatin1String columnsKey("columns");
constexpr QLatin1String fixesKey("fixes");
constexpr QLatin1String choicesKey("choices");
constexpr std::int64_t longestRange = 1'000'000; // whoever wrote it, it is read in a moment

QString compact(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool touchesSealed(const ColumnMapping& mapping, const ImportFixes& fixes)
{
    return std::any_of(fixes.begin(), fixes.end(), [&mapping](const auto& row) {
        return std::any_of(row.second.begin(), row.second.end(), [&mapping](const auto& cell) {
            const auto column = std::size_t(cell.first);
            return column >= mapping.columns.size()
                || mapping.columns[column].use == ColumnUse::Sealed;
        });
    });
}

QJsonObject wordsOf(const ImportFixes& fixes)
{
    QJsonObject rows;
    for (const auto& [line, cells] : fixes) {
        QJsonObject texts;
        for (const auto& [column, text] : cells) {
            texts.insert(QString::number(column), text);
        }
        rows.insert(QString::number(line), texts);
    }
    return rows;
}

ImportFixes fixesFrom(const QJsonObject& rows)
{
    ImportFixes fixes;
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        const QJsonObject texts = row.value().toObject();
        for (auto text = texts.begin(); text != texts.end(); ++text) {
            fixes[row.key().toLongLong()][text.key().toInt()] = text.value().toString();
        }
    }
    return fixes;
}

/// Rows one after the other of one fate are a pair of lines: a choice for all rows of a long file stays short.
QJsonObject wordsOf(const RowChoices& choices)
{
    QJsonObject modes;
    for (auto first = choices.begin(); first != choices.end();) {
        auto next = std::next(first);
        std::int64_t last = first->first;
        while (next != choices.end() && next->second == first->second && next->first == last + 1) {
            last = next->first;
            ++next;
        }
        const QString mode = duplicateModeName(first->second);
        QJsonArray ranges = modes.value(mode).toArray();
        ranges.append(QJsonArray{qint64(first->first), qint64(last)});
        modes.insert(mode, ranges);
        first = next;
    }
    return modes;
}

RowChoices choicesFrom(const QJsonObject& modes)
{
    RowChoices choices;
    for (auto mode = modes.begin(); mode != modes.end(); ++mode) {
        const auto known = duplicateModeByName(mode.key());
        const QJsonArray ranges = mode.value().toArray();
        for (const QJsonValue range : ranges) {
            const std::int64_t first = range[0].toInteger();
            const std::int64_t last
                = std::min<std::int64_t>(range[1].toInteger(), first + longestRange);
            for (std::int64_t line = first; known && line <= last; ++line) {
                choices.emplace(line, *known);
            }
        }
    }
    return choices;
}

} // namespace

QString runningText(const ColumnMapping& mapping, const SettledRows& settled)
{
    const QString columns = mapping.toJson();
    const bool isPlain = settled.fixes.empty() && settled.choices.empty();
    if (isPlain || touchesSealed(mapping, settled.fixes)) {
        return columns;
    }
    const QString text = compact({{columnsKey, QJsonDocument::fromJson(columns.toUtf8()).object()},
                                  {fixesKey, wordsOf(settled.fixes)},
                                  {choicesKey, wordsOf(settled.choices)}});
    return text.size() <= SettledRows::mostBytes ? text : columns;
}

RunningImport runningImportFrom(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const QJsonValue columns = object.value(columnsKey);
    if (!columns.isObject()) { // a column of that name has a word, no object
        return {text, {}};
    }
    return {compact(columns.toObject()),
            {fixesFrom(object.value(fixesKey).toObject()),
             choicesFrom(object.value(choicesKey).toObject())}};
}

} // namespace core
