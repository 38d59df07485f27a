#include "core/duplicates/UnmergeReplay.h"

#include "core/duplicates/CombinedValues.h"
#include "core/records/Contact.h"
#include "core/records/ValueParts.h"

#include <algorithm>
#include <optional>

namespace core {

namespace {

/// The main value of a combined field.
std::optional<Field> mainFieldOf(Field list)
{
    if (list == Field::OtherPhones) {
        return Field::Phone;
    }
    if (list == Field::OtherEmails) {
        return Field::Email;
    }
    return list == Field::Contacts ? std::optional(Field::Contact) : std::nullopt;
}

/// A combined value of the record as the edits found it: with its main value, where they put something else in its place
/// and it was another's that they saw there, or they put it among the further ones themselves.
QString listBefore(Field list,
                   const Replaced& state,
                   const ClientValues& edited,
                   const ClientValues& result)
{
    const auto main = mainFieldOf(list);
    const QString own = mainKey(state.becomes, list);
    const bool isReplaced = main && !own.isEmpty() && mainKey(result, list) != own
        && result.value(*main) != state.becomes.value(*main);
    const bool isLeft = mainKey(state.was, list) != own
        || (partKeys(list, edited.value(list)) - partKeys(list, state.was.value(list)))
               .contains(own);
    return isReplaced && isLeft ? withMainValue(state.becomes, list) : state.becomes.value(list);
}

/// The main contact with every number and address that was the record's main one before the edits or after them: it may have
/// been put among the further ones in between.
QString mainContact(const ClientValues& was, const ClientValues& edited)
{
    Contact contact{mainKey(was, Field::Contacts), was.value(Field::Position), {}, {}};
    for (const ClientValues* values : {&was, &edited}) {
        contact.phones.append(values->value(Field::Phone));
        contact.emails.append(values->value(Field::Email));
    }
    return contactsToText({contact});
}

/// What the edits made of it. The main value that they put among the further ones is nothing new there: the record whose own
/// it is has it by listBefore(), and no other is to have it.
ValueChange
listEdit(Field list, const Replaced& state, const ClientValues& edited, const QString& before)
{
    const QString& was = state.was.value(list);
    const QString main = mainKey(state.was, list);
    const bool isPutThere = !main.isEmpty() && main != mainKey(edited, list)
        && partKeys(list, edited.value(list)).contains(main) && !partKeys(list, was).contains(main);
    if (!isPutThere) {
        return {was, edited.value(list)};
    }
    if (list != Field::Contacts || partKeys(list, before).contains(main)) {
        return {withMainValue(state.was, list), edited.value(list)};
    }
    ValuePartList parts = splitIntoParts(list, was);
    parts.push_back({main, mainContact(state.was, edited)});
    return {joinParts(list, parts), edited.value(list)};
}

/// A number or address does not come to stand among the further ones of a record whose main one it is.
void dropDoubled(ClientValues& result, const Replaced& state, const ClientValues& edited)
{
    for (const Field list : {Field::OtherPhones, Field::OtherEmails}) {
        const auto isDoubledIn = [list](const ClientValues& values) {
            return partKeys(list, values.value(list)).contains(mainKey(values, list));
        };
        if (isDoubledIn(result) && !isDoubledIn(state.becomes) && !isDoubledIn(edited)) {
            result.set(list, withoutPart(list, result.value(list), mainKey(result, list)));
        }
    }
}

bool hasValue(const std::vector<ClientValues>& records, Field field, const QString& value)
{
    return std::any_of(records.begin(), records.end(), [&](const ClientValues& values) {
        return values.value(field) == value;
    });
}

/// A field with one value, in the merge made anew.
QString chosenAnew(Field field,
                   const MergeStep& step,
                   const ClientValues& before,
                   const std::vector<ClientValues>& members)
{
    const QString& was = step.values.after.value(field);
    if (was == step.values.before.value(field)) { // the record's own was kept
        const bool isMembersToo = !before.has(field) && !was.isEmpty();
        return isMembersToo && hasValue(members, field, was) ? was : before.value(field);
    }
    const auto whose
        = std::find_if(step.members.begin(), step.members.end(), [&](const ClientValues& values) {
              return values.value(field) == was;
          });
    if (was.isEmpty() || whose == step.members.end() || hasValue(members, field, was)) {
        return was;
    }
    const ClientValues& now = members[std::size_t(whose - step.members.begin())];
    return now.has(field) ? now.value(field) : before.value(field);
}

QString combinedOf(Field field,
                   const ClientValues& before,
                   const std::vector<ClientValues>& members,
                   const ClientValues& chosen)
{
    std::vector<ClientValues> records{before};
    records.insert(records.end(), members.begin(), members.end());
    return combinedValue(field, records, chosen);
}

} // namespace

ClientValues
editedFrom(const Replaced& state, const ClientValues& edited, const FieldFilter& isWanted)
{
    ClientValues result = state.becomes;
    for (const FieldInfo& info : allFields()) {
        const Field field = info.field;
        const bool isEdited = isEditable(field) && !isCombined(field) && isWanted(field)
            && edited.value(field) != state.was.value(field);
        if (isEdited) {
            result.set(field, edited.value(field));
        }
    }
    for (const FieldInfo& info : allFields()) {
        const Field field = info.field;
        if (!isEditable(field) || !isCombined(field)) {
            continue;
        }
        const QString before = listBefore(field, state, edited, result);
        const ValueChange edit = listEdit(field, state, edited, before);
        result.set(field,
                   isWanted(field) ? applyChange(field, before, edit, OnConflict::TakeChange)
                                   : before);
    }
    dropDoubled(result, state, edited);
    return result;
}

Replaced replayMerge(const MergeStep& step,
                     const ClientValues& before,
                     const std::vector<ClientValues>& members)
{
    Replaced merged{step.values.after, step.values.after};
    ClientValues& after = merged.becomes;
    for (const FieldInfo& info : allFields()) {
        if (isEditable(info.field) && !isCombined(info.field)) {
            after.set(info.field, chosenAnew(info.field, step, before, members));
        }
    }
    for (const FieldInfo& info : allFields()) {
        const Field field = info.field;
        if (!isEditable(field) || !isCombined(field)) {
            continue;
        }
        const ValueChange change{combinedOf(field, step.values.before, step.members, merged.was),
                                 combinedOf(field, before, members, after)};
        after.set(field,
                  applyChange(field, merged.was.value(field), change, OnConflict::KeepValue));
    }
    return merged;
}

} // namespace core
