// The part of ChangeService that brings an edit together with what others saved since it was begun.
#include "core/approval/ChangeService.h"
#include "core/records/ClientStandardizer.h"
#include "core/records/ClientStore.h"
#include "core/records/HistoryStore.h"
#include "core/records/PastValues.h"
#include "core/records/SealedStore.h"
#include "core/security/UserStore.h"
#include "core/standardize/Address.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace core {

namespace {

Error notEditableError(Field field)
{
    return {ErrorCode::Invalid,
            QCoreApplication::translate("core::ChangeService", "«%1» cannot be changed here.")
                .arg(fieldLabel(field)),
            {}};
}

/// What other fields are read by comes first: a phone by its country and city.
bool isReadFirst(Field field)
{
    return field == Field::Type || field == Field::Country || field == Field::Province
        || field == Field::City;
}

/// The user's name as the office spells it.
Result<QString> activeOwner(Connection& connection, const QString& typed)
{
    const QString name = typed.trimmed();
    if (name.isEmpty()) {
        return QString{};
    }
    auto user = UserStore(connection).byName(name);
    if (!user) {
        return user.error();
    }
    if (!*user || !(*user)->active) {
        return Error{ErrorCode::Invalid,
                     QCoreApplication::translate(
                         "core::ChangeService",
                         "The new owner is not an active user of this office. Choose one who is."),
                     {}};
    }
    return (*user)->name;
}

Result<std::vector<const FieldEdit*>> inReadingOrder(const std::vector<FieldEdit>& edits)
{
    std::vector<const FieldEdit*> ordered;
    for (const FieldEdit& edit : edits) {
        if (!isEditable(edit.field)) {
            return notEditableError(edit.field);
        }
        ordered.push_back(&edit);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const FieldEdit* a, const FieldEdit* b) {
        return isReadFirst(a->field) && !isReadFirst(b->field);
    });
    return ordered;
}

/// Places are completed together, as in a new record: 苏州 is 苏州市 and lies in 江苏省. What the person did not touch changes
/// only where it was empty, and what they emptied stays empty.
void completeAddress(const std::vector<FieldEdit>& edits, ClientValues& mine)
{
    constexpr std::array parts{Field::Province, Field::City, Field::District, Field::Street};
    const auto isEdited = [&edits](Field field) {
        return std::any_of(edits.begin(), edits.end(), [field](const FieldEdit& edit) {
            return edit.field == field;
        });
    };
    if (std::none_of(parts.begin(), parts.end(), isEdited)) {
        return;
    }
    const auto isEmptied = [&](Field field) {
        return isEdited(field) && !mine.has(field);
    };
    const bool hasPlace = std::any_of(
        parts.begin(), parts.end() - 1, [&mine](Field field) { return mine.has(field); });
    if (isForeignAddress(mine)
        || (!hasPlace && std::any_of(parts.begin(), parts.end() - 1, isEmptied))) {
        return; // the places that the street names would be lost: their fields stay empty
    }
    const Address whole = standardizeAddress({mine.value(Field::Province),
                                              mine.value(Field::City),
                                              mine.value(Field::District),
                                              mine.value(Field::Street)});
    const std::array<const QString*, parts.size()> values{
        &whole.province, &whole.city, &whole.district, &whole.street};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (isEdited(parts[i]) == mine.has(parts[i])) {
            mine.set(parts[i], *values[i]);
        }
    }
}

/// What the person began with, as far as it matters.
Result<ClientValues> baseOf(Connection& connection,
                            const Client& current,
                            const std::vector<FieldEdit>& edits,
                            const UpdateOptions& options)
{
    auto past = valuesAtVersion(connection, current, options.ifVersion.value_or(current.version));
    if (!past) {
        return past.error();
    }
    const bool allSeen = std::all_of(
        edits.begin(), edits.end(), [](const FieldEdit& edit) { return edit.seen.has_value(); });
    if (!*past && !allSeen) {
        return conflictError();
    }
    ClientValues base = past->value_or(current.values);
    for (const FieldEdit& edit : edits) {
        if (edit.seen) {
            base.set(edit.field, *edit.seen);
        }
    }
    return base;
}

} // namespace

Result<ThreeWayMerge> ChangeService::merged(Connection& connection,
                                            const Client& current,
                                            const std::vector<FieldEdit>& edits,
                                            const UpdateOptions& options,
                                            bool seesAll) const
{
    auto ordered = inReadingOrder(edits);
    if (!ordered) {
        return ordered.error();
    }
    auto base = baseOf(connection, current, edits, options);
    if (!base) {
        return base.error();
    }
    ClientValues mine = *base;
    for (const FieldEdit* edit : *ordered) {
        if (edit->field == Field::Owner) {
            auto owner = activeOwner(connection, edit->typed);
            if (!owner) {
                return owner.error();
            }
            mine.set(Field::Owner, *owner);
        } else if (isSealed(edit->field)) {
            auto value = sealedAsNow(
                current, edit->field, standardizeValue(edit->field, edit->typed, mine));
            if (!value) {
                return value.error();
            }
            mine.set(edit->field, *value);
        } else if (edit->field == Field::Custom) {
            mine.set(edit->field, unmaskedCustom(edit->typed, base->value(Field::Custom)));
        } else {
            mine.set(edit->field, standardizeValue(edit->field, edit->typed, mine));
        }
    }
    completeAddress(edits, mine);
    // Parts of a value that this person does not see are not what they meant to keep or to take out.
    return mergeThreeWay(
        *base, mine, current.values, seesAll ? options.combined : CombinedValues::Whole);
}

Result<QString>
ChangeService::sealedAsNow(const Client& current, Field field, const QString& typed) const
{
    const QString& now = current.value(field);
    if (isSealedMask(typed)) {
        return now;
    }
    if (typed.isEmpty() || now.isEmpty() || isSealedToken(typed) || !mayOpenSealed(m_office)) {
        return typed;
    }
    auto keys = sealedKeysNow(m_office);
    if (!keys) {
        return keys.error();
    }
    // One that cannot be opened is replaced: that is how a damaged one is mended.
    const auto opened = openToken(m_office, **keys, now);
    return opened && opened->text == typed ? now : typed;
}

Result<ChangeService::Sorted> ChangeService::sealAsked(Operation& operation,
                                                       const Client& current,
                                                       Sorted sorted,
                                                       const Provenance& provenance) const
{
    Client asked = current;
    for (ChangeSet* changes : {&sorted.ordinary, &sorted.important}) {
        for (const FieldChange& change : *changes) {
            if (isSealed(change.field) || change.field == Field::Custom) {
                asked.set(change.field, change.after);
            }
        }
    }
    auto sealed = SealedDraft::of(operation, asked, &current);
    if (!sealed) {
        return sealed.error();
    }
    if (auto done = writeSealed(operation, *sealed, current.pk, provenance); !done) {
        return done.error();
    }
    for (ChangeSet* changes : {&sorted.ordinary, &sorted.important}) {
        for (FieldChange& change : *changes) {
            if (isSealed(change.field) || change.field == Field::Custom) {
                change.after = asked.value(change.field);
            }
        }
    }
    return sorted;
}

Result<std::vector<EditConflict>>
ChangeService::described(Connection& connection,
                         const Client& current,
                         const std::vector<FieldConflict>& conflicts,
                         const std::vector<FieldEdit>& edits,
                         bool seesAll) const
{
    std::vector<HistoryEntry> newestFirst;
    if (seesAll) {
        auto entries = HistoryStore(connection).ofClient(current.pk);
        if (!entries) {
            return entries.error();
        }
        newestFirst = *std::move(entries);
    }
    std::vector<EditConflict> described;
    for (const FieldConflict& conflict : conflicts) {
        EditConflict one{conflict.field, {}, conflict.mine, {}, {}, {}};
        const auto saved = std::find_if(
            newestFirst.begin(), newestFirst.end(), [&conflict](const HistoryEntry& entry) {
                return std::any_of(entry.changes.begin(),
                                   entry.changes.end(),
                                   [&conflict](const FieldChange& change) {
                                       return change.field == conflict.field;
                                   });
            });
        if (saved != newestFirst.end()) {
            one.who = saved->authorName;
            one.at = saved->at;
        }
        // What stood there at an earlier time is history, unless the person says that they saw it.
        const bool wasSeen
            = std::any_of(edits.begin(), edits.end(), [&conflict](const FieldEdit& edit) {
                  return edit.field == conflict.field && edit.seen;
              });
        if (seesAll || wasSeen) {
            one.base = conflict.base;
        }
        if (seesAll || fieldInfo(conflict.field).listed) {
            one.theirs = conflict.theirs;
        }
        described.push_back(std::move(one));
    }
    return described;
}

} // namespace core
