#include "app/ctl/Json.h"

#include "core/base/ZonedText.h"
#include "core/records/ClientStandardizer.h"
#include "core/records/Contact.h"
#include "core/security/UserStore.h"

#include <QJsonDocument>

namespace ctl {

QString timeText(const QDateTime& utc, const QTimeZone& zone)
{
    return core::zonedText(utc, zone);
}

namespace {

QJsonArray contactsJson(const QString& stored)
{
    QJsonArray contacts;
    for (const core::Contact& contact : core::contactsFromText(stored)) {
        QStringList phones;
        for (const QString& phone : contact.phones) {
            phones.append(core::shownValue(core::Field::Phone, phone));
        }
        contacts.append(
            QJsonObject{{QStringLiteral("name"), contact.name},
                        {QStringLiteral("position"), contact.position},
                        {QStringLiteral("phones"), QJsonArray::fromStringList(phones)},
                        {QStringLiteral("emails"), QJsonArray::fromStringList(contact.emails)}});
    }
    return contacts;
}

} // namespace

QJsonObject clientJson(const core::Client& client, const QTimeZone& zone)
{
    using core::Field;
    QJsonObject json;
    for (const core::FieldInfo& info : core::allFields()) {
        const QString name = core::fieldName(info.field);
        if (info.field == Field::CreatedAt) {
            json.insert(name, timeText(client.createdAt, zone));
        } else if (info.field == Field::UpdatedAt) {
            json.insert(name, timeText(client.updatedAt, zone));
        } else if (info.field == Field::Version) {
            json.insert(name, client.version);
        } else if (info.field == Field::Contacts) {
            json.insert(name, contactsJson(client.value(Field::Contacts)));
        } else if (info.field == Field::Custom) {
            json.insert(name,

                        QJsonDocument::fromJson(
                            core::plainValue(Field::Custom, client.value(Field::Custom)).toUtf8())
                            .object());
        } else {
            json.insert(name, core::plainValue(info.field, client.value(info.field)));
        }
    }
    json.insert(QStringLiteral("phone_e164"), client.value(Field::Phone));
    json.insert(QStringLiteral("industry_code"), client.value(Field::Industry));
    json.insert(QStringLiteral("incomplete"), client.incomplete);
    json.insert(QStringLiteral("marks"), QJsonArray::fromStringList(client.findings));
    return json;
}

QJsonArray findingsJson(const core::Findings& findings)
{
    QJsonArray array;
    for (const core::Finding& finding : findings) {
        array.append(QJsonObject{{QStringLiteral("field"), core::fieldName(finding.field)},
                                 {QStringLiteral("rule"), finding.rule},
                                 {QStringLiteral("severity"), core::severityName(finding.severity)},
                                 {QStringLiteral("message"), finding.message}});
    }
    return array;
}

QJsonArray conflictsJson(const std::vector<core::EditConflict>& conflicts, const QTimeZone& zone)
{
    QJsonArray list;
    for (const core::EditConflict& conflict : conflicts) {
        const auto value = [&conflict](const std::optional<QString>& stored) {
            return stored ? QJsonValue(core::plainValue(conflict.field, *stored))
                          : QJsonValue(QJsonValue::Null);
        };
        list.append(QJsonObject{{QStringLiteral("field"), core::fieldName(conflict.field)},
                                {QStringLiteral("base"), value(conflict.base)},
                                {QStringLiteral("mine"), value(conflict.mine)},
                                {QStringLiteral("theirs"), value(conflict.theirs)},
                                {QStringLiteral("who"), conflict.who},
                                {QStringLiteral("when"), timeText(conflict.at, zone)}});
    }
    return list;
}

QJsonArray duplicatesJson(const std::vector<core::DuplicateHint>& hints)
{
    QJsonArray array;
    for (const core::DuplicateHint& hint : hints) {
        QJsonObject json{{QStringLiteral("id"), hint.id.value},
                         {QStringLiteral("score"), hint.score},
                         {QStringLiteral("reasons"), QJsonArray::fromStringList(hint.reasons)}};
        if (!hint.name.isEmpty()) {
            json.insert(QStringLiteral("name"), hint.name);
        }
        json.insert(QStringLiteral("owner"), hint.owner);
        array.append(json);
    }
    return array;
}

QJsonArray idsJson(const std::vector<core::ClientId>& ids)
{
    QJsonArray array;
    for (const core::ClientId& id : ids) {
        array.append(id.value);
    }
    return array;
}

QJsonObject userJson(const core::User& user)
{
    return {{QStringLiteral("user"), user.name},
            {QStringLiteral("role"), core::roleName(user.role)},
            {QStringLiteral("department"), user.departmentName},
            {QStringLiteral("state"),
             user.active ? QStringLiteral("active") : QStringLiteral("disabled")}};
}

std::int64_t numberIn(QStringView text)
{
    QStringView digits = text.trimmed();
    while (!digits.isEmpty() && !digits.front().isDigit()) {
        digits = digits.mid(1);
    }
    bool ok = false;
    const qlonglong number = digits.toLongLong(&ok);
    return ok ? number : 0;
}

} // namespace ctl
