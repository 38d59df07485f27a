/// officeNotePath: where this computer keeps what it notes of one office: the person's own data folder, a file per kind of
/// note, named by the office's id. Any thread.
#pragma once

#include <QByteArray>
#include <QStandardPaths>
#include <QString>

namespace core {

[[nodiscard]] inline QString officeNotePath(const QByteArray& officeId, const QString& ending)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
        + QStringLiteral("/offices/") + QString::fromLatin1(officeId.toHex()) + ending;
}

} // namespace core
