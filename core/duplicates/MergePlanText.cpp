// Plans and values as JSON text, in which the office keeps them.
#include "core/duplicates/MergePlan.h"
#include "core/duplicates/UnmergePlan.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {

namespace {

QJsonObject memberJson(const MergeMember& member)
{
    return {{QStringLiteral("pk"), qint64(member.pk.value)},
            {QStringLiteral("id"), member.id.value},
            {QStringLiteral("version"), member.version}};
}

MergeMember memberFrom(const QJsonObject& json)
{
    return {ClientPk{json.value(QStringLiteral("pk")).toInteger()},
            ClientId{json.value(QStringLiteral("id")).toString()},
            json.value(QStringLiteral("version")).toInt()};
}

MergeMember memberOf(const Client& client)
{
    return {client.pk, client.id(), client.version};
}

Client clientOf(const MergeMember& member)
{
    Client client;
    client.pk = member.pk;
    client.version = member.version;
    client.set(Field::Id, member.id.value);
    return client;
}

Error notAPlan()
{
    return {ErrorCode::Invalid,
            QCoreApplication::translate("core::MergePlan", "This is no plan of a merge."),
            {}};
}

} // namespace

QString MergePlan::toJson() const
{
    QJsonArray list;
    for (const MergeMember& member : others) {
        list.append(memberJson(member));
    }
    QJsonArray fields;
    for (const MergeChoice& choice : choices) {
        fields.append(QJsonObject{{QStringLiteral("field"), fieldName(choice.field)},
                                  {QStringLiteral("value"), choice.value},
                                  {QStringLiteral("from"), choice.from.value},
                                  {QStringLiteral("reason"), int(choice.reason)},
                                  {QStringLiteral("conflict"), choice.conflict}});
    }
    const QJsonObject all{{QStringLiteral("survivor"), memberJson(survivor)},
                          {QStringLiteral("others"), list},
                          {QStringLiteral("fields"), fields}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

Result<MergePlan> MergePlan::fromJson(const QString& text)
{
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object();
    MergePlan plan;
    plan.survivor = memberFrom(all.value(QStringLiteral("survivor")).toObject());
    for (const auto& entry : all.value(QStringLiteral("others")).toArray()) {
        plan.others.push_back(memberFrom(entry.toObject()));
    }
    for (const auto& entry : all.value(QStringLiteral("fields")).toArray()) {
        const QJsonObject json = entry.toObject();
        if (const auto field = fieldByName(json.value(QStringLiteral("field")).toString());
            field && isEditable(*field)) {
            plan.choices.push_back(
                {*field,
                 json.value(QStringLiteral("value")).toString(),
                 ClientId{json.value(QStringLiteral("from")).toString()},
                 MergeReason(std::clamp(
                     json.value(QStringLiteral("reason")).toInt(), 0, int(MergeReason::Restored))),
                 json.value(QStringLiteral("conflict")).toBool()});
        }
    }
    if (!plan.survivor.pk.isValid() || plan.others.empty() || plan.others.size() >= mostMembers) {
        return notAPlan();
    }
    return plan;
}

QString UnmergePlan::toJson() const
{
    QJsonArray stayed;
    for (const UnmergeLevel& level : levels) {
        stayed.append(memberJson(memberOf(level.record)));
    }
    QJsonArray back;
    for (const Client& client : restored) {
        back.append(memberJson(memberOf(client)));
    }
    QJsonArray placed;
    for (const PlacedEdit& edit : edits) {
        QJsonArray goesTo;
        for (const ClientId& id : edit.goesTo) {
            goesTo.append(id.value);
        }
        placed.append(QJsonObject{{QStringLiteral("field"), fieldName(edit.field)},
                                  {QStringLiteral("stays"), edit.stays},
                                  {QStringLiteral("to"), goesTo}});
    }
    const QJsonObject all{{QStringLiteral("merge"), qint64(merge.value)},
                          {QStringLiteral("stayed"), stayed},
                          {QStringLiteral("restored"), back},
                          {QStringLiteral("edits"), placed}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

Result<UnmergePlan> UnmergePlan::fromJson(const QString& text)
{
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object();
    UnmergePlan plan;
    plan.merge = MergePk{all.value(QStringLiteral("merge")).toInteger()};
    for (const auto& entry : all.value(QStringLiteral("stayed")).toArray()) {
        UnmergeLevel level;
        level.record = clientOf(memberFrom(entry.toObject()));
        plan.levels.push_back(std::move(level));
    }
    for (const auto& entry : all.value(QStringLiteral("restored")).toArray()) {
        plan.restored.push_back(clientOf(memberFrom(entry.toObject())));
    }
    for (const auto& entry : all.value(QStringLiteral("edits")).toArray()) {
        const QJsonObject json = entry.toObject();
        if (const auto field = fieldByName(json.value(QStringLiteral("field")).toString())) {
            PlacedEdit edit{*field, {}, {}, json.value(QStringLiteral("stays")).toBool(), {}};
            for (const auto& id : json.value(QStringLiteral("to")).toArray()) {
                edit.goesTo.push_back(ClientId{id.toString()});
            }
            plan.edits.push_back(std::move(edit));
        }
    }
    if (!plan.merge.isValid() || plan.levels.empty()) {
        return notAPlan();
    }
    return plan;
}

QString valuesToJson(const ClientValues& values)
{
    QJsonObject json;
    for (const FieldInfo& info : allFields()) {
        if (values.has(info.field)) {
            json.insert(fieldName(info.field), values.value(info.field));
        }
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

ClientValues valuesFromJson(const QString& text)
{
    ClientValues values;
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        if (const auto field = fieldByName(entry.key())) {
            values.set(*field, entry.value().toString());
        }
    }
    return values;
}

} // namespace core
