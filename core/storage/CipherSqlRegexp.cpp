#include "core/storage/CipherSqlRegexp.h"

#include "core/storage/Sqlite.h"

#include <QCache>
#include <QRegularExpression>
#include <QString>

namespace core {

namespace {

using PatternCache = QCache<QString, QRegularExpression>;

QString textOfArgument(sqlite3_value* value)
{
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return QString::fromUtf8(utf8, sqlite3_value_bytes(value));
}

bool isNullArgument(sqlite3_value* value)
{
    return sqlite3_value_type(value) == SQLITE_NULL;
}

// SQLite calls it as regexp(pattern, subject).
void matchPattern(sqlite3_context* context, int, sqlite3_value** arguments)
{
    if (isNullArgument(arguments[0]) || isNullArgument(arguments[1])) {
        sqlite3_result_null(context);
        return;
    }
    auto* cache = static_cast<PatternCache*>(sqlite3_user_data(context));
    const QString pattern = textOfArgument(arguments[0]);
    const QRegularExpression* compiled = cache->object(pattern);
    if (!compiled) {
        const QRegularExpression fresh(pattern, QRegularExpression::DontCaptureOption);
        if (!fresh.isValid()) {
            const QByteArray text = fresh.errorString().toUtf8();
            sqlite3_result_error(context, text.constData(), static_cast<int>(text.size()));
            return;
        }
        cache->insert(pattern, new QRegularExpression(fresh));
        compiled = cache->object(pattern);
    }
    sqlite3_result_int(context, compiled->match(textOfArgument(arguments[1])).hasMatch() ? 1 : 0);
}

void deleteCache(void* cache)
{
    delete static_cast<PatternCache*>(cache);
}

} // namespace

int addRegexp(sqlite3* handle, int cacheSize)
{
    // where SQLite refuses the function, it deletes the cache all the same
    return sqlite3_create_function_v2(handle,
                                      "regexp",
                                      2,
                                      SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                      new PatternCache(cacheSize),
                                      &matchPattern,
                                      nullptr,
                                      nullptr,
                                      &deleteCache);
}

} // namespace core
