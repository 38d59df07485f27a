#include "core/storage/SqlColumnType.h"

#include <QHash>

namespace core {

QMetaType typeOfDeclaration(const QString& declared)
{
    static const QHash<QString, QMetaType> types{
        {QStringLiteral("int"), QMetaType::fromType<int>()},
        {QStringLiteral("integer"), QMetaType::fromType<int>()},
        {QStringLiteral("tinyint"), QMetaType::fromType<int>()},
        {QStringLiteral("smallint"), QMetaType::fromType<int>()},
        {QStringLiteral("bigint"), QMetaType::fromType<qlonglong>()},
        {QStringLiteral("int8"), QMetaType::fromType<qlonglong>()},
        {QStringLiteral("real"), QMetaType::fromType<double>()},
        {QStringLiteral("double"), QMetaType::fromType<double>()},
        {QStringLiteral("float"), QMetaType::fromType<double>()},
        {QStringLiteral("numeric"), QMetaType::fromType<double>()},
        {QStringLiteral("decimal"), QMetaType::fromType<double>()},
        {QStringLiteral("blob"), QMetaType::fromType<QByteArray>()},
        {QStringLiteral("bool"), QMetaType::fromType<bool>()},
        {QStringLiteral("boolean"), QMetaType::fromType<bool>()},
    };
    const QString name = declared.section(u'(', 0, 0).trimmed().toLower();
    return types.value(name, QMetaType::fromType<QString>());
}

} // namespace core
