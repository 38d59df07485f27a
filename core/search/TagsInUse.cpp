// ClientQueries: the tags of an office, to offer them while somebody types one.
#include "core/search/ClientQueries.h"
#include "core/security/Permissions.h"
#include "core/storage/Statement.h"

#include <QHash>

#include <algorithm>

namespace core {

Result<QStringList> ClientQueries::tagsInUse() const
{
    if (auto may = mayAsk({Field::Tags}); !may) {
        return may.error();
    }
    QString sql
        = QStringLiteral("SELECT c.tags, count(*) FROM clients c LEFT JOIN users o ON o.pk = "
                         "c.owner_pk WHERE c.tags <> '' AND c.status = 'active'");
    if (const QString within = reached(seenIn(Field::Tags)); !within.isEmpty()) {
        sql += QStringLiteral(" AND ") + within;
    }
    sql += QStringLiteral(" GROUP BY c.tags");
    auto rows = m_office.reader.statement(QStringView(sql)).all([](const Statement& row) {
        return std::pair(row.text(0), std::int64_t(row.int64(1)));
    });
    if (!rows) {
        return rows.error();
    }
    QHash<QString, std::int64_t> uses;
    for (const auto& [tags, count] : *rows) {
        for (const QString& tag : tags.split(u';', Qt::SkipEmptyParts)) {
            uses[tag] += count;
        }
    }
    QStringList tags = uses.keys();
    std::sort(tags.begin(), tags.end(), [&uses](const QString& a, const QString& b) {
        return std::pair(-uses.value(a), a) < std::pair(-uses.value(b), b);
    });
    return tags;
}

} // namespace core
