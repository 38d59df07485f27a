#include "ui/widgets/UserSettings.h"

#include <QSettings>

namespace ui {

UserSettings::UserSettings(const core::OfficeAccess& access)
    : m_group(QStringLiteral("user/%1/%2/")
                  .arg(QString::fromLatin1(access.officeId.toHex()),
                       QString::fromLatin1(access.session.uuid.toHex())))
{ }

QVariant UserSettings::value(const char* key, const QVariant& otherwise) const
{
    return QSettings().value(m_group + QLatin1String(key), otherwise);
}

void UserSettings::set(const char* key, const QVariant& value) const
{
    QSettings().setValue(m_group + QLatin1String(key), value);
}

void UserSettings::remove(const char* key) const
{
    QSettings().remove(m_group + QLatin1String(key));
}

} // namespace ui
