#include "core/search/ClientQueries.h"

#include "core/records/ClientService.h"
#include "core/records/ClientStore.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace core {

namespace {

constexpr auto from = " FROM clients c LEFT JOIN users o ON o.pk = c.owner_pk";

struct SortBy
{
    QString expression;
    QString join;
};

SortBy sortBy(Field field)
{
    if (field == Field::Name) {
        return {QStringLiteral("coalesce(s.name_key, '')"), QStringLiteral(" LEFT JOIN client_sort s ON s.client_pk = c.pk")};
    }
    if (field == Field::Owner) {
        return {QStringLiteral("coalesce(o.name, '')"), {}};
    }
    if (field == Field::Id) {
        return {QStringLiteral("c.id"), {}};
    }
    if (fieldInfo(field).level == FieldLevel::Sealed) {
        return {QStringLiteral("c.id"), {}};
    }
    return {QStringLiteral("c.") + fieldName(field), {}};
}

QString cursorText(const QString& value, ClientPk pk)
{
    const QJsonArray pair {value, QString::number(pk.value)};
    return QString::fromLatin1(QJsonDocument(pair).toJson(QJsonDocument::Compact).toBase64(QByteArray::Base64UrlEncoding));
}

struct Cursor
{
    QString value;
    std::int64_t pk = 0;
};

std::optional<Cursor> cursorFrom(const QString& text)
{
    const QByteArray json = QByteArray::fromBase64(text.toLatin1(), QByteArray::Base64UrlEncoding);
    const QJsonArray pair = QJsonDocument::fromJson(json).array();
    if (pair.size() != 2) {
        return std::nullopt;
    }
    return Cursor {pair.at(0).toString(), pair.at(1).toString().toLongLong()};
}

void bindTexts(Statement& statement, int& at, const QStringList& values)
{
    for (const QString& value : values) {
        statement.bind(++at, value);
    }
}

} // namespace

ClientQueries::ClientQueries(OfficeContext& office)
    : m_office(office)
{
}

Result<ClientQueries::Condition> ClientQueries::condition(const QString& filter) const
{
    auto parsed = parseFilter(filter, m_office.clock.now());
    if (!parsed) {
        return parsed.error();
    }
    Condition condition {parsed->sql, parsed->values};
    if (!parsed->namesStatus) {
        condition.sql = QStringLiteral("c.status = 'active' AND ") + condition.sql;
    }
    if (grantOf(m_office.session.role, Action::SeeBasic).direct == Scope::Own) {
        condition.sql = QStringLiteral("c.owner_pk = %1 AND ").arg(m_office.session.user.value) + condition.sql;
    }
    return condition;
}

Result<ClientRow> ClientQueries::toRow(Client client) const
{
    ClientRow row;
    Subject subject {client.owner, {}, true};
    if (client.owner.isValid() && grantOf(m_office.session.role, Action::SeeAll).direct == Scope::Department) {
        auto owner = UserStore(m_office.reader).byPk(client.owner);
        if (!owner) {
            return owner.error();
        }
        subject.department = *owner ? (*owner)->department : DepartmentPk {};
    }
    auto flags = m_office.reader
                     .statement("SELECT EXISTS (SELECT 1 FROM requests WHERE client_pk = ?1 AND state = 'open'),"
                                " EXISTS (SELECT 1 FROM duplicate_members WHERE client_pk = ?1)")
                     .bindAll(client.pk)
                     .one([](const Statement& found) { return std::pair(found.boolean(0), found.boolean(1)); });
    if (!flags) {
        return flags.error();
    }
    row.pending = *flags && (*flags)->first;
    row.possibleDuplicate = *flags && (*flags)->second;
    row.client = seenBy(m_office.session, std::move(client), subject);
    return row;
}

Result<ClientPage> ClientQueries::list(const ListQuery& query) const
{
    auto where = condition(query.filter);
    if (!where) {
        return where.error();
    }
    const SortBy sort = sortBy(query.sort);
    QString sql = QStringLiteral("SELECT ") + ClientStore::columns() + u", " + sort.expression + QLatin1String(from) + sort.join
        + QStringLiteral(" WHERE ") + where->sql;
    std::optional<Cursor> cursor;
    if (!query.after.isEmpty()) {
        cursor = cursorFrom(query.after);
        if (!cursor) {
            return Error {ErrorCode::Invalid,
                QCoreApplication::translate("core::ClientQueries", "This is not where a page of this list ended."), {}};
        }
        sql += QStringLiteral(" AND (%1, c.pk) %2 (?, ?)").arg(sort.expression, query.descending ? QStringLiteral("<") : QStringLiteral(">"));
    }
    const QString direction = query.descending ? QStringLiteral(" DESC") : QString();
    sql += QStringLiteral(" ORDER BY ") + sort.expression + direction + QStringLiteral(", c.pk") + direction + QStringLiteral(" LIMIT ?");
    Statement select = m_office.reader.statement(QStringView(sql));
    int at = 0;
    bindTexts(select, at, where->values);
    if (cursor) {
        select.bind(++at, cursor->value);
        select.bind(++at, cursor->pk);
    }
    const int limit = std::max(query.limit, 1);
    select.bind(++at, limit + 1);
    ClientPage page;
    std::vector<std::pair<Client, QString>> found;
    auto done = select.forEach([&](const Statement& row) {
        found.emplace_back(ClientStore::read(row), row.text(ClientStore::columnCount()));
    });
    if (!done) {
        return done.error();
    }
    if (found.size() > std::size_t(limit)) {
        found.pop_back();
        page.next = cursorText(found.back().second, found.back().first.pk);
    }
    for (auto& [client, key] : found) {
        auto row = toRow(std::move(client));
        if (!row) {
            return row.error();
        }
        page.rows.push_back(*std::move(row));
    }
    return page;
}

Result<std::int64_t> ClientQueries::count(const QString& filter) const
{
    auto where = condition(filter);
    if (!where) {
        return where.error();
    }
    const QString sql = QStringLiteral("SELECT count(*)") + QLatin1String(from) + QStringLiteral(" WHERE ") + where->sql;
    Statement select = m_office.reader.statement(QStringView(sql));
    int at = 0;
    bindTexts(select, at, where->values);
    auto count = select.one([](const Statement& row) { return std::int64_t(row.int64(0)); });
    if (!count) {
        return count.error();
    }
    return count->value_or(0);
}

Result<std::vector<ClientPk>> ClientQueries::pks(const QString& filter, Field field, bool descending) const
{
    auto where = condition(filter);
    if (!where) {
        return where.error();
    }
    const SortBy sort = sortBy(field);
    const QString direction = descending ? QStringLiteral(" DESC") : QString();
    const QString sql = QStringLiteral("SELECT c.pk") + QLatin1String(from) + sort.join + QStringLiteral(" WHERE ") + where->sql
        + QStringLiteral(" ORDER BY ") + sort.expression + direction + QStringLiteral(", c.pk") + direction;
    Statement select = m_office.reader.statement(QStringView(sql));
    int at = 0;
    bindTexts(select, at, where->values);
    return select.all([](const Statement& row) { return row.id<ClientPk>(0); });
}

Result<std::vector<ClientRow>> ClientQueries::rows(const std::vector<ClientPk>& pks) const
{
    auto clients = ClientStore(m_office.reader).byPks(pks);
    if (!clients) {
        return clients.error();
    }
    std::vector<ClientRow> rows;
    for (Client& client : *clients) {
        auto row = toRow(std::move(client));
        if (!row) {
            return row.error();
        }
        rows.push_back(*std::move(row));
    }
    return rows;
}

Result<std::vector<ClientPk>> ClientQueries::searchPks(const QString& typed, int limit) const
{
    std::vector<ClientPk> found;
    QSet<std::int64_t> seen;
    const bool ownOnly = grantOf(m_office.session.role, Action::SeeBasic).direct == Scope::Own;
    // Each tier in the order of the rows and limited: no ranking over a surname that ten thousand share.
    for (const QString& tier : searchTiers(typed)) {
        Statement select = ownOnly
            ? m_office.reader.statement("SELECT i.rowid FROM search_index i JOIN clients c ON c.pk = i.rowid"
                                        " WHERE search_index MATCH ?1 AND c.owner_pk = ?3 ORDER BY i.rowid LIMIT ?2")
            : m_office.reader.statement("SELECT rowid FROM search_index WHERE search_index MATCH ?1 ORDER BY rowid LIMIT ?2");
        select.bind(1, tier);
        select.bind(2, limit);
        if (ownOnly) {
            select.bind(3, m_office.session.user);
        }
        auto done = select.forEach([&](const Statement& row) {
            const ClientPk pk = row.id<ClientPk>(0);
            if (found.size() < std::size_t(limit) && !seen.contains(pk.value)) {
                seen.insert(pk.value);
                found.push_back(pk);
            }
        });
        if (!done) {
            return done.error();
        }
        if (found.size() >= std::size_t(limit)) {
            break;
        }
    }
    return found;
}

Result<SearchPage> ClientQueries::search(const QString& typed, int limit) const
{
    auto pks = searchPks(typed, limit);
    if (!pks) {
        return pks.error();
    }
    auto found = rows(*pks);
    if (!found) {
        return found.error();
    }
    SearchPage page;
    for (ClientRow& row : *found) {
        SearchMatch match = matchIn(row.client, typed);
        page.clients.push_back({std::move(row), std::move(match)});
    }
    page.total = std::int64_t(page.clients.size());
    const QStringList tiers = searchTiers(typed);
    if (page.total < limit || tiers.isEmpty()) {
        return page;
    }
    const QString any = u'(' + tiers.join(QStringLiteral(") OR (")) + u')';
    const bool ownOnly = grantOf(m_office.session.role, Action::SeeBasic).direct == Scope::Own;
    Statement count = ownOnly
        ? m_office.reader.statement("SELECT count(*) FROM search_index i JOIN clients c ON c.pk = i.rowid"
                                    " WHERE search_index MATCH ?1 AND c.owner_pk = ?2")
        : m_office.reader.statement("SELECT count(*) FROM search_index WHERE search_index MATCH ?1");
    count.bind(1, any);
    if (ownOnly) {
        count.bind(2, m_office.session.user);
    }
    auto total = count.one([](const Statement& row) { return std::int64_t(row.int64(0)); });
    if (!total) {
        return total.error();
    }
    page.total = total->value_or(page.total);
    return page;
}

Result<> ClientQueries::forEach(const QString& filter, const std::function<Result<>(const Client&)>& each) const
{
    auto where = condition(filter);
    if (!where) {
        return where.error();
    }
    auto users = UserStore(m_office.reader).all();
    if (!users) {
        return users.error();
    }
    QHash<UserPk, DepartmentPk> departments;
    for (const User& user : *users) {
        departments.insert(user.pk, user.department);
    }
    const QString sql = QStringLiteral("SELECT ") + ClientStore::columns() + QLatin1String(from) + QStringLiteral(" WHERE ")
        + where->sql + QStringLiteral(" ORDER BY c.pk");
    Statement select = m_office.reader.statement(QStringView(sql));
    int at = 0;
    bindTexts(select, at, where->values);
    return select.forEach([&](const Statement& row) -> Result<> {
        Client client = ClientStore::read(row);
        const Subject subject {client.owner, departments.value(client.owner), true};
        return each(seenBy(m_office.session, std::move(client), subject));
    });
}

} // namespace core
