// The orders of ClientQueries: how a list that scrolls every client is sorted by any column.
//
// Names have stored sort keys and an index; ids and the time of the last update have an index. Everything else is read once,
// record by record, and sorted here by keys that are made on the way, 24 bytes each while it lasts:
//
//   - words (contact, owner, city, …) as names are (standardize/Pinyin.h): one alphabet, in which Chinese stands where its
//     pinyin does and Latin where its letters do, whatever their case; numbers come first, by size;
//   - what stands in the list by a word (type, activity, source, industry) by that word, in the language of the program;
//   - codes, phones, addresses of mail and dates as they are stored;
//   - what is empty comes last in either direction: nobody sorts to see it.
#include "core/records/ClientStandardizer.h"
#include "core/records/ClientStore.h"
#include "core/search/ClientQueries.h"
#include "core/search/Freshness.h"
#include "core/standardize/Pinyin.h"
#include "core/storage/Connection.h"
#include "core/storage/Statement.h"
#include "core/storage/UtcText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <string>
#include <unordered_map>

namespace core {

namespace {

constexpr int mostFound = 500;
constexpr std::int64_t rowsBetweenReports = 2048;

enum class KeyKind
{
    Person, ///< read surname first
    Words,
    ShownWord, ///< of a list of ours
    Plain
};

KeyKind keyKindOf(Field field)
{
    switch (field) {
    case Field::Contact:
    case Field::Owner:
        return KeyKind::Person;
    case Field::Name:
    case Field::Position:
    case Field::Province:
    case Field::City:
    case Field::District:
    case Field::Street:
    case Field::Tags:
    case Field::Notes:
        return KeyKind::Words;
    case Field::Type:
    case Field::Activity:
    case Field::Source:
    case Field::Status:
    case Field::Industry:
    case Field::Country:
        return KeyKind::ShownWord;
    case Field::Id:
    case Field::Phone:
    case Field::Email:
    case Field::OtherPhones:
    case Field::OtherEmails:
    case Field::Postcode:
    case Field::CreditCode:
    case Field::IdNumber:
    case Field::BankAccount:
    case Field::Website:
    case Field::Contacts:
    case Field::Custom:
    case Field::CreatedAt:
    case Field::UpdatedAt:
    case Field::LastContactAt:
    case Field::Version:
        break;
    }
    return KeyKind::Plain;
}

/// Keys of many records: each text once where it repeats, all in one piece of memory.
class SortKeys
{
public:
    explicit SortKeys(Field field)
        : m_field(field)
        , m_kind(keyKindOf(field))
    { }

    void add(ClientPk pk, std::string_view text)
    {
        if (text.empty()) {
            m_empty.push_back(pk);
            return;
        }
        const std::uint32_t at = keyOf(text);
        m_rows.push_back({prefixOf(at), at, pk});
    }

    /// Takes the rows out.
    std::vector<ClientPk> sorted(bool descending)
    {
        const auto isBefore = [this](const Row& a, const Row& b) {
            if (a.prefix != b.prefix) {
                return a.prefix < b.prefix;
            }
            const int order
                = a.at == b.at ? 0 : std::strcmp(m_keys.data() + a.at, m_keys.data() + b.at);
            return order != 0 ? order < 0 : a.pk < b.pk;
        };
        std::sort(m_rows.begin(), m_rows.end(), isBefore);
        std::vector<ClientPk> pks;
        pks.reserve(m_rows.size() + m_empty.size());
        std::transform(m_rows.begin(), m_rows.end(), std::back_inserter(pks), [](const Row& row) {
            return row.pk;
        });
        if (descending) {
            std::reverse(pks.begin(), pks.end());
        }
        std::sort(m_empty.begin(), m_empty.end());
        pks.insert(pks.end(), m_empty.begin(), m_empty.end());
        return pks;
    }

private:
    static constexpr std::size_t mostKnown = 50'000; ///< texts that are looked for again

    struct Row
    {
        std::uint64_t prefix; ///< the first eight bytes: most comparisons end here
        std::uint32_t at;
        ClientPk pk;
    };

    std::uint32_t keyOf(std::string_view text)
    {
        m_text.assign(text);
        if (const auto known = m_known.find(m_text); known != m_known.end()) {
            return known->second;
        }
        const auto at = std::uint32_t(m_keys.size());
        m_keys += make();
        m_keys += '\0';
        if (m_known.size() < mostKnown) {
            m_known.emplace(m_text, at);
        }
        return at;
    }

    std::string make() const
    {
        const QString text = QString::fromStdString(m_text);
        switch (m_kind) {
        case KeyKind::Person:
            return sortKey(text, true).toStdString();
        case KeyKind::Words:
            return sortKey(m_field == Field::Tags ? shownValue(m_field, text) : text, false)
                .toStdString();
        case KeyKind::ShownWord:
            return sortKey(shownValue(m_field, text), false).toStdString();
        case KeyKind::Plain:
            break;
        }
        return m_field == Field::Email || m_field == Field::Website ? text.toLower().toStdString()
                                                                    : m_text;
    }

    [[nodiscard]] std::uint64_t prefixOf(std::uint32_t at) const
    {
        std::uint64_t prefix = 0;
        const char* key = m_keys.data() + at;
        for (int i = 0; i < 8; ++i) {
            prefix = (prefix << 8U) | static_cast<unsigned char>(*key);
            key += *key != '\0' ? 1 : 0;
        }
        return prefix;
    }

    Field m_field;
    KeyKind m_kind;
    std::string m_text;
    std::string m_keys;
    std::unordered_map<std::string, std::uint32_t> m_known;
    std::vector<Row> m_rows;
    std::vector<ClientPk> m_empty;
};

/// A request first, then a possible duplicate, a draft, what is overdue; empty for the others. `stale` is SQL of ours.
QString stateColumn(const QString& stale)
{
    return QStringLiteral(
               "CASE WHEN c.pk IN (SELECT client_pk FROM requests WHERE state = 'open' AND "
               "client_pk IS NOT NULL) THEN '1' WHEN c.pk IN (SELECT client_pk FROM "
               "duplicate_members) THEN '2' WHEN c.incomplete = 1 THEN '3' WHEN c.status = "
               "'active' AND %1 THEN '4' ELSE '' END")
        .arg(stale);
}

} // namespace

bool ClientQueries::isQuickOrder(const ListOrder& order)
{
    return !order.byState
        && (order.field == Field::Name || order.field == Field::Id
            || order.field == Field::UpdatedAt);
}

QString ClientQueries::seenColumn(Field field) const
{
    const QString column = field == Field::Owner ? QStringLiteral("coalesce(o.name, '')")
                                                 : QString(QStringLiteral("c.") + fieldName(field));
    // In its order among the others, a value could be read that is not shown.
    const QString within = wholeSeen({field});
    return within.isEmpty()
        ? column
        : QStringLiteral("CASE WHEN %1 THEN %2 ELSE '' END").arg(within, column);
}

Result<std::vector<ClientPk>>
ClientQueries::keyed(const Condition& where, const ListOrder& order, Progress& progress) const
{
    const QString column = order.byState ? stateColumn(Freshness(m_office.clock.now()).condition())
                                         : seenColumn(order.field);
    const QString sql = QStringLiteral("SELECT c.pk, ") + column
        + QStringLiteral(" FROM clients c LEFT JOIN users o ON o.pk = c.owner_pk WHERE ")
        + (where.everything
               ? QStringLiteral("c.pk NOT IN (SELECT pk FROM clients WHERE status <> 'active')")
               : where.sql);
    Statement select = m_office.reader.statement(QStringView(sql));
    int at = 0;
    if (!where.everything) {
        for (const QString& value : where.values) {
            select.bind(++at, value);
        }
    }
    std::int64_t total = 0;
    if (where.everything) {
        auto all = count({});
        if (!all) {
            return all.error();
        }
        total = *all;
    }
    progress.phase(QCoreApplication::translate("core::ClientQueries", "Sorting"), total);
    SortKeys keys(order.byState ? Field::Version : order.field);
    std::int64_t read = 0;
    auto done = select.forEach([&](const Statement& row) -> Result<> {
        if (++read % rowsBetweenReports == 0 && !progress.step(read, total)) {
            return cancelledError();
        }
        keys.add(row.id<ClientPk>(0), row.utf8(1));
        return {};
    });
    if (!done) {
        return done.error();
    }
    return keys.sorted(order.descending);
}

Result<std::vector<ClientPk>> ClientQueries::indexed(Condition where, const ListOrder& order) const
{
    QString source = QStringLiteral(" FROM clients c LEFT JOIN users o ON o.pk = c.owner_pk");
    QString expression
        = order.field == Field::Id ? QStringLiteral("c.id") : QStringLiteral("c.updated_at");
    QString key = QStringLiteral("c.pk");
    if (order.field == Field::Name && where.everything) {
        // In the order of names only where every client is listed: with a condition that few meet, it would look at each
        // record in an order that the disk does not have.
        source = QStringLiteral(" FROM client_sort s");
        expression = QStringLiteral("s.name_key");
        key = QStringLiteral("s.client_pk");
    } else if (order.field == Field::Name) {
        source += QStringLiteral(" LEFT JOIN client_sort s ON s.client_pk = c.pk");
        expression = QStringLiteral("coalesce(s.name_key, '')");
    }
    if (where.everything) {
        where.values.clear();
        where.sql
            = key + QStringLiteral(" NOT IN (SELECT pk FROM clients WHERE status <> 'active')");
    }
    const QString direction = order.descending ? QStringLiteral(" DESC") : QString();
    const QString sql = QStringLiteral("SELECT ") + key + source + QStringLiteral(" WHERE ")
        + where.sql + QStringLiteral(" ORDER BY ") + expression + direction + u", " + key
        + direction;
    Statement select = m_office.reader.statement(QStringView(sql));
    int at = 0;
    for (const QString& value : where.values) {
        select.bind(++at, value);
    }
    return select.all([](const Statement& row) { return row.id<ClientPk>(0); });
}

Result<std::vector<ClientPk>>
ClientQueries::inOrder(const Condition& where, const ListOrder& order, Progress& progress) const
{
    if (!order.byState) {
        if (auto allowed = mayAsk({order.field}); !allowed) {
            return allowed.error();
        }
    }
    const Connection::StopScope scope(m_office.reader, progress);
    return isQuickOrder(order) ? indexed(where, order) : keyed(where, order, progress);
}

Result<ClientQueries::Condition> ClientQueries::among(const std::vector<ClientPk>& clients,
                                                      const QString& filter) const
{
    auto where
        = condition(filter.isEmpty() ? QStringLiteral("status=active or status=archived") : filter);
    if (!where) {
        return where;
    }
    QString list(u'[');
    for (const ClientPk pk : clients) {
        list += (list.size() > 1 ? QStringLiteral(",") : QString()) + QString::number(pk.value);
    }
    where->sql = QStringLiteral("c.pk IN (SELECT value FROM json_each(?)) AND ") + where->sql;
    where->values.prepend(list + u']');
    where->everything = false;
    return where;
}

Result<std::vector<ClientPk>>
ClientQueries::pks(const QString& filter, Field field, bool descending) const
{
    auto where = condition(filter);
    if (!where) {
        return where.error();
    }
    Progress quiet;
    return inOrder(*where, {field, false, descending}, quiet);
}

Result<std::vector<ClientPk>> ClientQueries::listed(const ListWanted& wanted,
                                                    Progress& progress) const
{
    const ListOrder order = wanted.order.value_or(ListOrder{});
    if (wanted.search.trimmed().isEmpty()) {
        auto where = condition(wanted.filter);
        return where ? inOrder(*where, order, progress)
                     : Result<std::vector<ClientPk>>(where.error());
    }
    const Connection::StopScope scope(m_office.reader, progress);
    auto found = searchPks(wanted.search, mostFound, wanted.filter);
    if (!found || !wanted.order) {
        return found;
    }
    auto where = among(*found, wanted.filter);
    return where ? inOrder(*where, order, progress) : Result<std::vector<ClientPk>>(where.error());
}

} // namespace core
