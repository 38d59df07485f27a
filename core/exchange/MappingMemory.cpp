#include "core/exchange/MappingMemory.h"

#include "core/storage/Statement.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace core {

namespace {

constexpr int mostRemembered = 500; // the oldest goes: a mapping costs nothing to choose again

} // namespace

QString mappingKey(const TableLayout& layout)
{
    if (layout.headerRow < 0) {
        return {};
    }
    const QByteArray line = layout.headers.join(QChar(u'\x1F')).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(line, QCryptographicHash::Sha256).toHex());
}

Result<QHash<QString, QString>> rememberedMappings(Connection& connection)
{
    QHash<QString, QString> mappings;
    auto done = connection.statement("SELECT source_key, mapping FROM import_mappings")
                    .forEach([&mappings](const Statement& row) {
                        mappings.insert(row.text(0), row.text(1));
                    });
    if (!done) {
        return done.error();
    }
    return mappings;
}

Result<>
rememberMapping(Operation& operation, const TableLayout& layout, const ColumnMapping& mapping)
{
    const QString key = mappingKey(layout);
    if (key.isEmpty()) {
        return {};
    }
    QJsonObject words;
    for (const Column& column : mapping.columns) {
        if (column.use != ColumnUse::Ignored) {
            words.insert(column.header, column.word());
        }
    }
    Connection& connection = operation.connection();
    auto done
        = connection
              .statement(
                  "INSERT INTO import_mappings (source_key, mapping, used_at) VALUES (?, ?, ?)"
                  " ON CONFLICT (source_key) DO UPDATE SET mapping = excluded.mapping,"
                  " used_at = excluded.used_at")
              .bindAll(key,
                       QString::fromUtf8(QJsonDocument(words).toJson(QJsonDocument::Compact)),
                       operation.now())
              .run();
    if (!done) {
        return done;
    }
    return connection
        .statement("DELETE FROM import_mappings WHERE source_key NOT IN (SELECT source_key FROM "
                   "import_mappings ORDER BY used_at DESC LIMIT ?)")
        .bindAll(mostRemembered)
        .run();
}

Result<> forgetMapping(Operation& operation, const TableLayout& layout)
{
    return operation.connection()
        .statement("DELETE FROM import_mappings WHERE source_key = ?")
        .bindAll(mappingKey(layout))
        .run();
}

} // namespace core
