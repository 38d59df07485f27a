#include "core/duplicates/MergePlan.h"

#include "core/duplicates/CombinedValues.h"
#include "core/records/ValueParts.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace core {

namespace {

Error say(const char* text)
{
    return {ErrorCode::Invalid, QCoreApplication::translate("core::MergePlan", text), {}};
}

/// Whether a combined field takes up what is not chosen in the other one.
bool isPutTogetherFrom(Field combined, Field main)
{
    return combined == main || (combined == Field::OtherPhones && main == Field::Phone)
        || (combined == Field::OtherEmails && main == Field::Email)
        || (combined == Field::Contacts
            && (main == Field::Contact || main == Field::Position || main == Field::Phone
                || main == Field::Email));
}

bool breaksRule(const Client& client, Field field)
{
    const QString name = fieldName(field) + u':';
    return std::any_of(
        client.findings.begin(), client.findings.end(), [&name](const QString& finding) {
            return finding.startsWith(name) && !finding.endsWith(QStringLiteral(":missing"));
        });
}

qsizetype filledFields(const Client& client)
{
    return std::count_if(allFields().begin(), allFields().end(), [&client](const FieldInfo& info) {
        return isEditable(info.field) && client.values.has(info.field);
    });
}

/// `isOneValue`: whatever stands for them, the values are known to be the same.
MergeChoice proposeField(Field field, std::span<const Client> clients, bool isOneValue)
{
    const Client& survivor = clients.front();
    MergeChoice choice{field, survivor.value(field), survivor.id(), MergeReason::Same, false};
    std::vector<const Client*> filled;
    QSet<QString> values;
    for (const Client& client : clients) {
        if (client.values.has(field)) {
            filled.push_back(&client);
            values.insert(isOneValue ? QString() : client.value(field));
        }
    }
    choice.conflict = values.size() > 1;
    if (filled.empty() || (values.size() == 1 && survivor.values.has(field))) {
        if (!filled.empty() && filled.size() < clients.size()) {
            choice.reason = MergeReason::OnlyValue;
        }
        return choice;
    }
    const bool keep = survivor.values.has(field) && !breaksRule(survivor, field);
    if (keep) {
        choice.reason = MergeReason::Kept;
        return choice;
    }
    const auto better = [field](const Client* a, const Client* b) {
        const bool aValid = !breaksRule(*a, field);
        const bool bValid = !breaksRule(*b, field);
        if (aValid != bValid) {
            return aValid;
        }
        if (a->updatedAt != b->updatedAt) {
            return a->updatedAt > b->updatedAt;
        }
        return filledFields(*a) > filledFields(*b);
    };
    const Client* best = *std::min_element(filled.begin(), filled.end(), better);
    choice.value = best->value(field);
    choice.from = best->id();
    choice.reason = values.size() == 1 ? MergeReason::OnlyValue
        : survivor.values.has(field)   ? MergeReason::Valid
                                       : MergeReason::Newest;
    return choice;
}

void combine(MergePlan& plan, std::span<const Client> clients)
{
    std::vector<ClientValues> records;
    for (const Client& client : clients) {
        records.push_back(client.values);
    }
    const ClientValues chosen = plan.resultOn({});
    for (MergeChoice& choice : plan.choices) {
        const bool isPutTogether = isCombined(choice.field) && choice.reason != MergeReason::Free
            && choice.reason != MergeReason::Restored;
        if (!isPutTogether) {
            continue;
        }
        choice = {choice.field,
                  combinedValue(choice.field, records, chosen),
                  {},
                  MergeReason::Combined,
                  false};
        if (choice.value == clients.front().value(choice.field)) {
            choice.reason = MergeReason::Same;
        }
    }
}

} // namespace

const MergeChoice* MergePlan::choice(Field field) const
{
    const auto found
        = std::find_if(choices.begin(), choices.end(), [field](const MergeChoice& choice) {
              return choice.field == field;
          });
    return found == choices.end() ? nullptr : &*found;
}

ClientValues MergePlan::resultOn(ClientValues survivorValues) const
{
    for (const MergeChoice& each : choices) {
        survivorValues.set(each.field, each.value);
    }
    return survivorValues;
}

Result<> MergePlan::take(Field field, const ClientId& from, std::span<const Client> clients)
{
    const auto source = std::find_if(clients.begin(), clients.end(), [&from](const Client& client) {
        return client.id() == from;
    });
    if (source == clients.end() || choice(field) == nullptr) {
        return say(QT_TRANSLATE_NOOP(
            "core::MergePlan",
            "A value can only be taken from one of the records that are merged."));
    }
    for (MergeChoice& choice : choices) {
        if (choice.field == field) {
            choice.value = source->value(field);
            choice.from = from;
            choice.reason = isCombined(field) ? MergeReason::Free : MergeReason::Chosen;
        }
    }
    // What is not chosen any more has to stand among the others.
    for (MergeChoice& choice : choices) {
        if (choice.reason == MergeReason::Restored && isPutTogetherFrom(choice.field, field)) {
            choice.reason = MergeReason::Combined;
        }
    }
    combine(*this, clients);
    return {};
}

void MergePlan::setFree(Field field, const QString& value)
{
    if (isSealed(field)) {
        return; // the plan lies in the office: a value that nobody may read is entered in the record, not here
    }
    for (MergeChoice& choice : choices) {
        if (choice.field == field) {
            choice.value = value;
            choice.from = {};
            choice.reason = MergeReason::Free;
        }
    }
}

void MergePlan::restore(Field field, const QString& value)
{
    for (MergeChoice& choice : choices) {
        if (choice.field == field && choice.value != value) {
            choice.value = value;
            choice.from = {};
            choice.reason = MergeReason::Restored;
        }
    }
}

void MergePlan::choose(const MergePlan& old,
                       std::span<const Client> clients,
                       const std::function<bool(Field)>& isWanted)
{
    for (const MergeChoice& was : old.choices) {
        if (!isWanted(was.field)) {
            continue;
        }
        const auto source
            = std::find_if(clients.begin(), clients.end(), [&was](const Client& client) {
                  return client.id() == was.from && client.values.has(was.field);
              });
        if (was.reason == MergeReason::Free && !isCombined(was.field)) {
            setFree(was.field, was.value);
        } else if (source != clients.end() && !isCombined(was.field)) {
            static_cast<void>(take(was.field, was.from, clients));
        }
    }
    combine(*this, clients);
}

std::size_t proposeSurvivor(std::span<const Client> clients)
{
    const auto best
        = std::max_element(clients.begin(), clients.end(), [](const Client& a, const Client& b) {
              const qsizetype left = filledFields(a);
              const qsizetype right = filledFields(b);
              return left != right ? left < right : a.createdAt > b.createdAt;
          });
    return std::size_t(best - clients.begin());
}

Result<MergePlan> proposeMerge(std::span<const Client> clients, std::span<const Field> same)
{
    if (clients.size() < 2 || clients.size() > MergePlan::mostMembers) {
        return say(
            QT_TRANSLATE_NOOP("core::MergePlan", "Two to twenty records can be merged at once."));
    }
    MergePlan plan;
    QSet<std::int64_t> seen;
    for (const Client& client : clients) {
        if (seen.contains(client.pk.value)) {
            return say(
                QT_TRANSLATE_NOOP("core::MergePlan", "A record cannot be merged with itself."));
        }
        seen.insert(client.pk.value);
        plan.others.push_back({client.pk, client.id(), client.version});
    }
    plan.survivor = plan.others.front();
    plan.others.erase(plan.others.begin());
    for (const FieldInfo& info : allFields()) {
        if (isEditable(info.field)) {
            const bool isOneValue = std::find(same.begin(), same.end(), info.field) != same.end();
            plan.choices.push_back(proposeField(info.field, clients, isOneValue));
        }
    }
    combine(plan, clients);
    std::stable_partition(plan.choices.begin(), plan.choices.end(), [](const MergeChoice& choice) {
        return choice.conflict;
    });
    return plan;
}

QString mergeReasonLabel(MergeReason reason)
{
    const auto words = [](const char* text) {
        return QCoreApplication::translate("core::MergePlan", text);
    };
    switch (reason) {
    case MergeReason::Same:
        return words(QT_TRANSLATE_NOOP("core::MergePlan", "the same"));
    case MergeReason::Kept:
        return words(QT_TRANSLATE_NOOP("core::MergePlan", "of the record that stays"));
    case MergeReason::OnlyValue:
        return words(QT_TRANSLATE_NOOP("core::MergePlan", "the only value"));
    case MergeReason::Valid:
        return words(QT_TRANSLATE_NOOP("core::MergePlan", "breaks no rule"));
    case MergeReason::Newest:
        return words(QT_TRANSLATE_NOOP("core::MergePlan", "the newest"));
    case MergeReason::Combined:
        return words(QT_TRANSLATE_NOOP("core::MergePlan", "put together"));
    case MergeReason::Chosen:
        return words(QT_TRANSLATE_NOOP("core::MergePlan", "chosen"));
    case MergeReason::Restored:
        return words(QT_TRANSLATE_NOOP("core::MergePlan", "as it was merged before"));
    case MergeReason::Free:
        break;
    }
    return words(QT_TRANSLATE_NOOP("core::MergePlan", "typed"));
}

} // namespace core
