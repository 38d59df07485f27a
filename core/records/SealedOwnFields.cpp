// SealedService: the office's own fields that are confidential.
#include "core/records/ClientStore.h"
#include "core/records/SealedService.h"
#include "core/records/SealedStore.h"
#include "core/security/Permissions.h"
#include "core/security/SettingStore.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace core {

Result<QStringList> SealedService::sealedCustom() const
{
    return sealedCustomFields(m_office.reader);
}

Result<std::int64_t> SealedService::sealCustom(const QString& name, Progress& progress)
{
    const QString wanted = name.trimmed();
    if (wanted.isEmpty()) {
        return Error{ErrorCode::Invalid,
                     QCoreApplication::translate("core::SealedService",
                                                 "Name the own field that is confidential."),
                     {}};
    }
    auto operation = Operation::begin(m_office, u"sealed.field");
    if (!operation) {
        return operation.error();
    }
    if (auto allowed = require(m_office.session, Action::Administer); !allowed) {
        return allowed.error();
    }
    auto names = sealedCustomFields(operation->connection());
    if (!names) {
        return names.error();
    }
    if (!names->contains(wanted)) {
        names->append(wanted);
        const QByteArray list
            = QJsonDocument(QJsonArray::fromStringList(*names)).toJson(QJsonDocument::Compact);
        auto done = SettingStore(operation->connection())
                        .set(*operation,
                             QStringView(sealedCustomSetting).toString(),
                             QString::fromUtf8(list));
        if (!done) {
            return done.error();
        }
    }
    auto pks = operation->connection()
                   .statement("SELECT pk FROM clients WHERE custom <> '' AND status NOT IN"
                              " ('erased') ORDER BY pk")
                   .all([](const Statement& row) { return row.id<ClientPk>(0); });
    if (!pks) {
        return pks.error();
    }
    std::int64_t sealedNow = 0;
    std::int64_t at = 0;
    Provenance provenance;
    provenance.action = QStringLiteral("update");
    provenance.origin = customFieldPlace(wanted);
    for (const ClientPk pk : *pks) {
        if (!progress.step(++at, std::int64_t(pks->size()))) {
            return cancelledError();
        }
        auto client = ClientStore(operation->connection()).byPk(pk);
        if (!client) {
            return client.error();
        }
        const QByteArray own = (*client)->value(Field::Custom).toUtf8();
        const QString text = QJsonDocument::fromJson(own).object().value(wanted).toString();
        if (text.isEmpty() || isSealedToken(text)) {
            continue;
        }
        auto done = m_writer.sealOwnField(*operation, **client, wanted, provenance);
        if (!done) {
            return done.error();
        }
        ++sealedNow;
    }
    operation->setObject(QStringLiteral("setting:sealed_custom_fields"));
    if (auto done = operation->commit(); !done) {
        return done.error();
    }
    return sealedNow;
}

Result<std::vector<SealableField>> SealedService::sealableFields() const
{
    if (auto allowed = require(m_office.session, Action::Administer); !allowed) {
        return allowed.error();
    }
    auto marked = sealedCustomFields(m_office.reader);
    if (!marked) {
        return marked.error();
    }
    std::string sql;
    for (const FieldInfo& info : allFields()) {
        if (isSealed(info.field)) {
            sql.append("SELECT '").append(info.name).append("', 0, count(*) FROM clients WHERE ");
            sql.append(info.name).append(" <> '' AND status <> 'erased' UNION ALL ");
        }
    }
    sql.append(
        "SELECT j.key, 1, count(*) FROM clients c, json_each(c.custom) j WHERE c.custom <> ''"
        " AND c.status <> 'erased' AND j.value <> '' GROUP BY j.key");
    auto fields = m_office.reader.statement(sql).all([&marked](const Statement& row) {
        const QString name = row.text(0);
        const bool isOwn = row.integer(1) != 0;
        return SealableField{name, isOwn, !isOwn || marked->contains(name), row.int64(2)};
    });
    if (!fields) {
        return fields.error();
    }
    for (const QString& name : *marked) {
        const bool isUsed = std::any_of(fields->begin(), fields->end(), [&name](const auto& field) {
            return field.isOwn && field.name == name;
        });
        if (!isUsed) {
            fields->push_back({name, true, true, 0});
        }
    }
    std::stable_sort(fields->begin(), fields->end(), [](const auto& one, const auto& other) {
        return one.isOwn != other.isOwn ? other.isOwn : one.isOwn && one.name < other.name;
    });
    return fields;
}

} // namespace core
