#include "ui/widgets/UserSettings.h"

#include <QSettings>

namespace ui {

// By what stays the same when the person is renamed.
UserSettings::UserSettings(const core::OfficeAccess& access)
    : m_group(QStringLiteral("user/%1/%2/")
                  .arg(QString::fromLatin1(access.officeId.toHex()),
                       QString::fromLatin1(access.session.uuid.toHex())))
{ }

QVariant UserSettings::value(QAnyStringView key, const QVariant& otherwise) const
{
    return QSettings().value(m_group + key.toString(), otherwise);
}

void UserSettings::set(QAnyStringView key, const QVariant& value) const
{
    QSettings().setValue(m_group + key.toString(), value);
}

} // namespace ui
