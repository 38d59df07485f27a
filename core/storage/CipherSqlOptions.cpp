#include "core/storage/CipherSqlOptions.h"

#include <QHash>
#include <QStringList>
#include <QStringView>

#include <algorithm>

namespace core {

namespace {

/// x'…' with 64 hexadecimal digits, or 96 where the salt stands behind them.
bool isRawKey(QStringView text)
{
    const qsizetype digits = text.size() - 3;
    if ((digits != 64 && digits != 96) || !text.startsWith(u"x'") || !text.endsWith(u'\'')) {
        return false;
    }
    return std::all_of(text.begin() + 2, text.end() - 1, [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'0' && u <= u'9') || (u >= u'a' && u <= u'f') || (u >= u'A' && u <= u'F');
    });
}

bool isOn(const QString& value)
{
    return value.isEmpty() || value == u"1" || value.compare(u"true", Qt::CaseInsensitive) == 0;
}

/// "BUSY_TIMEOUT" of either spelling; null where the prefix is neither.
QString withoutPrefix(const QString& name)
{
    for (const QString& prefix : {QStringLiteral("QSQLCIPHER_"), QStringLiteral("QSQLITE_")}) {
        if (name.startsWith(prefix)) {
            return name.sliced(prefix.size());
        }
    }
    return {};
}

bool readKey(const QString& value, CipherSqlOptions& options)
{
    options.key = value;
    return isRawKey(value);
}

bool readTimeout(const QString& value, CipherSqlOptions& options)
{
    bool isNumber = false;
    options.busyTimeout = value.toInt(&isNumber);
    return isNumber && options.busyTimeout >= 0;
}

bool readRegexp(const QString& value, CipherSqlOptions& options)
{
    constexpr int usualCache = 25;
    bool isNumber = value.isEmpty();
    const int size = value.isEmpty() ? usualCache : value.toInt(&isNumber);
    options.regexpCache = size > 0 ? size : usualCache;
    return isNumber;
}

bool readReadOnly(const QString& value, CipherSqlOptions& options)
{
    options.readOnly = isOn(value);
    return true;
}

bool readUri(const QString& value, CipherSqlOptions& options)
{
    options.uri = isOn(value);
    return true;
}

bool readResultCodes(const QString& value, CipherSqlOptions& options)
{
    options.plainResultCodes = isOn(value);
    return true;
}

// A cache in common would show decrypted pages to a connection that has not the key.
bool ignoreSharedCache(const QString&, CipherSqlOptions&)
{
    return true;
}

} // namespace

QString readCipherSqlOptions(const QString& text, CipherSqlOptions& options)
{
    static const QHash<QString, bool (*)(const QString&, CipherSqlOptions&)> readers{
        {QStringLiteral("KEY"), &readKey},
        {QStringLiteral("BUSY_TIMEOUT"), &readTimeout},
        {QStringLiteral("OPEN_READONLY"), &readReadOnly},
        {QStringLiteral("OPEN_URI"), &readUri},
        {QStringLiteral("ENABLE_REGEXP"), &readRegexp},
        {QStringLiteral("ENABLE_SHARED_CACHE"), &ignoreSharedCache},
        {QStringLiteral("NO_USE_EXTENDED_RESULT_CODES"), &readResultCodes},
    };
    const QStringList entries = text.split(u';', Qt::SkipEmptyParts);
    for (const QString& entry : entries) {
        const QString name = entry.section(u'=', 0, 0).trimmed();
        if (entry.trimmed().isEmpty()) {
            continue;
        }
        const auto reader = readers.value(withoutPrefix(name));
        if (!reader || !reader(entry.section(u'=', 1).trimmed(), options)) {
            return name.isEmpty() ? QStringLiteral("=") : name;
        }
    }
    return {};
}

} // namespace core
