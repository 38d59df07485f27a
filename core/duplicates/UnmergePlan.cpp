#include "core/duplicates/UnmergePlan.h"

#include "core/records/ValueParts.h"

#include <QCoreApplication>

#include <algorithm>

namespace core {

namespace {

Error sayUnmerge(const char* text)
{
    return {ErrorCode::Invalid, QCoreApplication::translate("core::UnmergePlan", text), {}};
}

QSet<QString> keysOf(std::span<const ClientValues> records, Field field)
{
    QSet<QString> keys;
    for (const ClientValues& values : records) {
        keys.unite(partKeys(field, withMainValue(values, field)));
    }
    return keys;
}

bool hasValue(std::span<const ClientValues> records, Field field, const QString& value)
{
    return std::any_of(records.begin(), records.end(), [&](const ClientValues& values) {
        return values.value(field) == value;
    });
}

/// The change of a combined value that goes with the change of a whole record. What is the main number, address or
/// contact of `result` does not come to stand among the further ones too, unless it always did.
ValueChange combinedChange(Field field, const MergedValues& change, const ClientValues& result)
{
    QString to = withMainValue(change.after, field);
    const QString main = mainKey(result, field);
    if (!main.isEmpty() && !partKeys(field, change.after.value(field)).contains(main)) {
        to = withoutPart(field, to, main);
    }
    return {withMainValue(change.before, field), to};
}

bool takesOutAny(Field field, const MergedValues& merge, const QSet<QString>& kept)
{
    const QSet<QString> gone = partKeys(field, withMainValue(merge.after, field))
        - partKeys(field, withMainValue(merge.before, field));
    return gone.intersects(kept);
}

/// The value before people's edits, as far as nothing else has changed it.
QString withoutEdits(const UnmergeLevel& level, Field field)
{
    QString value = level.record.value(field);
    for (auto edit = level.edits.rbegin(); edit != level.edits.rend(); ++edit) {
        if (edit->field == field) {
            value
                = applyChange(field, value, {edit->after, edit->before}, OnConflict::KeepValue, {});
        }
    }
    return value;
}

} // namespace

ClientValues withoutMerge(const ClientValues& now,
                          const MergedValues& merge,
                          std::span<const ClientValues> others)
{
    ClientValues result = now;
    for (const FieldInfo& info : allFields()) {
        const Field field = info.field;
        const bool isTheMerges = isEditable(field) && !isCombined(field)
            && now.value(field) == merge.after.value(field);
        const bool isOthersToo
            = !merge.before.has(field) && hasValue(others, field, now.value(field));
        if (isTheMerges && !isOthersToo) {
            result.set(field, merge.before.value(field));
        }
    }
    for (const FieldInfo& info : allFields()) {
        const Field field = info.field;
        if (!isEditable(field) || !isCombined(field)) {
            continue;
        }
        const QSet<QString> kept = keysOf(others, field);
        const bool isUntouched = now.value(field) == merge.after.value(field)
            && mainKey(now, field) == mainKey(merge.after, field);
        if (isUntouched && !takesOutAny(field, merge, kept)) {
            result.set(field, merge.before.value(field));
            continue;
        }
        const ValueChange change = combinedChange(field, {merge.after, merge.before}, result);
        result.set(field,
                   applyChange(field, now.value(field), change, OnConflict::KeepValue, kept));
    }
    return result;
}

ClientValues carryOver(const ClientValues& outer,
                       const ClientValues& outerBefore,
                       const MergedValues& inner,
                       std::span<const ClientValues> others)
{
    ClientValues result = outer;
    for (const FieldInfo& info : allFields()) {
        const Field field = info.field;
        const QString& value = outer.value(field);
        const bool isChanged = isEditable(field) && !isCombined(field)
            && inner.before.value(field) != inner.after.value(field);
        const bool isInners
            = value == inner.before.value(field) && value != outerBefore.value(field);
        if (!isChanged || !isInners) {
            continue;
        }
        const QString& next
            = inner.after.has(field) ? inner.after.value(field) : outerBefore.value(field);
        if (!next.isEmpty() || !hasValue(others, field, value)) {
            result.set(field, next);
        }
    }
    for (const FieldInfo& info : allFields()) {
        const Field field = info.field;
        if (!isEditable(field) || !isCombined(field)) {
            continue;
        }
        QSet<QString> kept = keysOf(others, field);
        kept.unite(partKeys(field, withMainValue(outerBefore, field)));
        const ValueChange change = combinedChange(field, inner, result);
        result.set(field,
                   applyChange(field, outer.value(field), change, OnConflict::KeepValue, kept));
    }
    return result;
}

const PlacedEdit* UnmergePlan::edit(Field field) const
{
    const auto found = std::find_if(edits.begin(), edits.end(), [field](const PlacedEdit& edit) {
        return edit.field == field;
    });
    return found == edits.end() ? nullptr : &*found;
}

Result<> UnmergePlan::place(Field field, const std::vector<ClientId>& where)
{
    const auto found = std::find_if(edits.begin(), edits.end(), [field](const PlacedEdit& edit) {
        return edit.field == field;
    });
    if (found == edits.end()) {
        return sayUnmerge(
            QT_TRANSLATE_NOOP("core::UnmergePlan",
                              "This field was not edited since the merge; there is nothing to "
                              "place."));
    }
    PlacedEdit placed = *found;
    placed.stays = false;
    placed.goesTo.clear();
    for (const ClientId& id : where) {
        const auto isIt = [&id](const Client& client) {
            return client.id() == id;
        };
        const bool isStaying
            = std::any_of(levels.begin(), levels.end(), [&isIt](const UnmergeLevel& level) {
                  return isIt(level.record);
              });
        if (isStaying) {
            placed.stays = true;
        } else if (std::any_of(restored.begin(), restored.end(), isIt)) {
            placed.goesTo.push_back(id);
        } else {
            return sayUnmerge(QT_TRANSLATE_NOOP(
                "core::UnmergePlan",
                "An edit can be placed with the record that stayed or with one that comes back."));
        }
    }
    if (!placed.stays && placed.goesTo.empty()) {
        return sayUnmerge(
            QT_TRANSLATE_NOOP("core::UnmergePlan", "An edit has to stay with one of the records."));
    }
    *found = std::move(placed);
    return {};
}

std::vector<ClientValues> UnmergePlan::levelResults() const
{
    std::vector<ClientValues> results;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const UnmergeLevel& level = levels[i];
        ClientValues values = level.record.values;
        for (const PlacedEdit& edit : edits) {
            if (!edit.stays) {
                values.set(edit.field, withoutEdits(level, edit.field));
            }
        }
        results.push_back(i == 0 ? withoutMerge(values, {level.before, level.after}, level.others)
                                 : carryOver(values,
                                             level.before,
                                             {levels[i - 1].record.values, results[i - 1]},
                                             level.others));
    }
    return results;
}

std::vector<ClientValues> UnmergePlan::restoredResults() const
{
    std::vector<ClientValues> results;
    for (const Client& client : restored) {
        ClientValues values = client.values;
        for (const PlacedEdit& edit : edits) {
            if (std::find(edit.goesTo.begin(), edit.goesTo.end(), client.id())
                == edit.goesTo.end()) {
                continue;
            }
            if (!isCombined(edit.field)) {
                values.set(edit.field, edit.now);
                continue;
            }
            for (const UnmergeLevel& level : levels) {
                for (const FieldChange& change : level.edits) {
                    if (change.field == edit.field) {
                        values.set(edit.field,
                                   applyChange(edit.field,
                                               values.value(edit.field),
                                               {change.before, change.after},
                                               OnConflict::TakeChange,
                                               {}));
                    }
                }
            }
        }
        for (const Field field : {Field::OtherPhones, Field::OtherEmails}) {
            values.set(field, withoutPart(field, values.value(field), mainKey(values, field)));
        }
        results.push_back(std::move(values));
    }
    return results;
}

UnmergePlan
proposeUnmerge(MergePk merge, std::vector<UnmergeLevel> levels, std::vector<Client> restored)
{
    UnmergePlan plan{merge, std::move(levels), std::move(restored), {}};
    for (const FieldInfo& info : allFields()) {
        if (!isEditable(info.field)) {
            continue;
        }
        std::optional<PlacedEdit> found;
        for (const UnmergeLevel& level : plan.levels) {
            const QString& now = level.record.value(info.field);
            if (const QString merged = withoutEdits(level, info.field); merged != now) {
                found = PlacedEdit{info.field, merged, now, true, {}};
            }
        }
        if (found) {
            plan.edits.push_back(*std::move(found));
        }
    }
    return plan;
}

} // namespace core
