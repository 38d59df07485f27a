#include "core/storage/DamageMark.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>

namespace core {

namespace {

QString markOf(const QString& database)
{
    return database + QStringLiteral("-damaged");
}

Error markError(const QFile& file)
{
    return {ErrorCode::Io,
            QCoreApplication::translate(
                "core::DamageMark",
                "It could not be noted in the folder of the office that damage was found there."),
            file.errorString()};
}

} // namespace

bool isMarkedAsDamaged(const QString& database)
{
    return QFile::exists(markOf(database));
}

Result<> markAsDamaged(const QString& database)
{
    if (isMarkedAsDamaged(database)) {
        return {};
    }
    QFile file(markOf(database));
    const QByteArray when = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(when + '\n') < 0 || !file.flush()) {
        return markError(file);
    }
    return {};
}

Result<> unmarkAsDamaged(const QString& database)
{
    QFile file(markOf(database));
    if (file.exists() && !file.remove()) {
        return markError(file);
    }
    return {};
}

Error damageError()
{
    return {
        ErrorCode::Corrupt,
        QCoreApplication::translate(
            "core::DamageMark",
            "Damage was found in this office, and nothing is written to it any more, by anybody. "
            "Check the office; restore a backup where the damage is confirmed."),
        QStringLiteral("marked as damaged")};
}

} // namespace core
