#include "core/workspace/UpdateService.h"

#include "core/security/Operation.h"
#include "core/security/Permissions.h"
#include "core/security/SettingStore.h"

namespace core {

namespace {

QString updateSetting()
{
    return QStringLiteral("updates.place");
}

} // namespace

UpdateService::UpdateService(OfficeContext& office, QString officeFolder)
    : m_office(office)
    , m_folder(std::move(officeFolder))
{ }

Result<UpdatePlace> UpdateService::place() const
{
    auto stored = SettingStore(m_office.reader).value(updateSetting());
    if (!stored) {
        return stored.error();
    }
    // Whatever was written past the program: what would be refused is as good as none.
    auto place = checkedUpdatePlace(stored->value_or(QString()));
    return UpdatePlace{place ? *place : QString(), m_folder};
}

Result<> UpdateService::setPlace(const QString& typed)
{
    auto place = checkedUpdatePlace(typed);
    if (!place) {
        return place.error();
    }
    auto operation = Operation::begin(m_office, u"office.updates");
    if (!operation) {
        return operation.error();
    }
    if (auto allowed = require(operation->session(), Action::Administer); !allowed) {
        return allowed;
    }
    SettingStore settings(operation->connection());
    auto before = settings.value(updateSetting());
    if (!before) {
        return before.error();
    }
    if (before->value_or(QString()) == *place) {
        return {};
    }
    if (auto done = settings.set(*operation, updateSetting(), *place); !done) {
        return done;
    }
    operation->setObject(QStringLiteral("office"));
    operation->setDetail(*place);
    return operation->commit();
}

} // namespace core
