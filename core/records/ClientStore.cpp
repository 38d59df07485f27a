#include "core/records/ClientStore.h"

#include "core/crypto/Digest.h"
#include "core/storage/Statement.h"

#include <QCoreApplication>

#include <array>

namespace core {

namespace {

/// The fields that have a text column of their own, in column order; the owner and the phone are told apart below.
constexpr std::array textFields{
    Field::Type,       Field::Name,        Field::Contact,       Field::Position,
    Field::Email,      Field::OtherPhones, Field::OtherEmails,   Field::Province,
    Field::City,       Field::District,    Field::Street,        Field::Postcode,
    Field::Country,    Field::Industry,    Field::Activity,      Field::Source,
    Field::CreditCode, Field::Website,     Field::Notes,         Field::Contacts,
    Field::Custom,     Field::Status,      Field::LastContactAt, Field::IdNumber,
    Field::BankAccount};

// Columns before and after the texts, see columns().
enum Column : int
{
    ColumnPk,
    ColumnId,
    ColumnVersion,
    ColumnCreatedAt,
    ColumnUpdatedAt,
    ColumnOwnerPk,
    ColumnOwnerName,
    ColumnMergedInto,
    ColumnIncomplete,
    ColumnFindings,
    ColumnPhone,
    ColumnPhoneExt,
    ColumnTags,
    ColumnFirstText,
};
constexpr int allColumns = ColumnFirstText + int(textFields.size());

/// "+8651238183752x12" -> number and extension. Only an E.164 number has its extension beside it.
std::pair<QString, QString> splitStoredPhone(const QString& phone)
{
    const qsizetype x = phone.startsWith(u'+') ? phone.indexOf(u'x') : -1;
    if (x < 0) {
        return {phone, {}};
    }
    return {phone.left(x), phone.mid(x + 1)};
}

QString joinStoredPhone(const QString& number, const QString& extension)
{
    return extension.isEmpty() ? number : QString(number + u'x' + extension);
}

/// Tags stand between semicolons in the column, so that one is found as ';name;'.
QString tagsToColumn(const QString& tags)
{
    return tags.isEmpty() ? QString() : u';' + tags + u';';
}

QString tagsFromColumn(const QString& column)
{
    return column.size() < 2 ? QString() : column.mid(1, column.size() - 2);
}

std::string selectClients(std::string_view rest)
{
    return ("SELECT " + ClientStore::columns().toStdString()
            + " FROM clients c LEFT JOIN users o ON o.pk = c.owner_pk ")
        .append(rest);
}

const std::string& insertSql()
{
    static const std::string sql = [] {
        std::string names = "INSERT INTO clients (id, version, created_at, updated_at, owner_pk, "
                            "merged_into, incomplete,"
                            " findings, phone, phone_ext, tags, created_by, updated_by, batch_pk";
        std::string marks = ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";
        for (const Field field : textFields) {
            names.append(", ").append(fieldInfo(field).name);
            marks.append(", ?");
        }
        return names + marks + ")";
    }();
    return sql;
}

const std::string& updateSql()
{
    static const std::string sql = [] {
        std::string text = "UPDATE clients SET version = ?, updated_at = ?, owner_pk = ?, "
                           "merged_into = ?, incomplete = ?,"
                           " findings = ?, phone = ?, phone_ext = ?, tags = ?, updated_by = ?";
        for (const Field field : textFields) {
            text.append(", ").append(fieldInfo(field).name).append(" = ?");
        }
        return text + " WHERE pk = ? AND version = ?";
    }();
    return sql;
}

std::array<QStringView, textFields.size()> textsOf(const Client& client)
{
    std::array<QStringView, textFields.size()> texts;
    std::transform(textFields.begin(), textFields.end(), texts.begin(), [&client](Field field) {
        return QStringView(client.value(field));
    });
    return texts;
}

} // namespace

ClientStore::ClientStore(Connection& connection)
    : m_connection(&connection)
{ }

const QString& ClientStore::columns()
{
    static const QString text = [] {
        QString columns = QStringLiteral(
            "c.pk, c.id, c.version, c.created_at, c.updated_at, c.owner_pk,"
            " coalesce(o.name, ''), c.merged_into, c.incomplete, c.findings, c.phone,"
            " c.phone_ext, c.tags");
        for (const Field field : textFields) {
            columns += u", c." + fieldName(field);
        }
        return columns;
    }();
    return text;
}

int ClientStore::columnCount()
{
    return allColumns;
}

Client ClientStore::read(const Statement& row)
{
    Client client;
    client.pk = row.id<ClientPk>(ColumnPk);
    client.version = row.integer(ColumnVersion);
    client.createdAt = row.dateTime(ColumnCreatedAt);
    client.updatedAt = row.dateTime(ColumnUpdatedAt);
    client.owner = row.id<UserPk>(ColumnOwnerPk);
    client.mergedInto = row.id<ClientPk>(ColumnMergedInto);
    client.incomplete = row.boolean(ColumnIncomplete);
    if (const QString findings = row.text(ColumnFindings); !findings.isEmpty()) {
        client.findings = findings.split(u' ', Qt::SkipEmptyParts);
    }
    client.set(Field::Id, row.text(ColumnId));
    client.set(Field::Owner, row.text(ColumnOwnerName));
    client.set(Field::Phone, joinStoredPhone(row.text(ColumnPhone), row.text(ColumnPhoneExt)));
    client.set(Field::Tags, tagsFromColumn(row.text(ColumnTags)));
    client.set(Field::CreatedAt, row.text(ColumnCreatedAt));
    client.set(Field::UpdatedAt, row.text(ColumnUpdatedAt));
    client.set(Field::Version, QString::number(client.version));
    int column = ColumnFirstText;
    for (const Field field : textFields) {
        client.set(field, row.text(column++));
    }
    return client;
}

UserPk ClientStore::owner(const Statement& row)
{
    return row.id<UserPk>(ColumnOwnerPk);
}

void ClientStore::readTexts(const Statement& row, ClientTexts& texts)
{
    texts.set(Field::Id, row.utf8(ColumnId));
    texts.set(Field::Owner, row.utf8(ColumnOwnerName));
    texts.set(Field::CreatedAt, row.utf8(ColumnCreatedAt));
    texts.set(Field::UpdatedAt, row.utf8(ColumnUpdatedAt));
    texts.set(Field::Version, row.utf8(ColumnVersion));
    const std::string_view number = row.utf8(ColumnPhone);
    const std::string_view extension = row.utf8(ColumnPhoneExt);
    if (extension.empty()) {
        texts.set(Field::Phone, number);
    } else {
        texts.keep(Field::Phone, std::string(number).append("x").append(extension));
    }
    const std::string_view tags = row.utf8(ColumnTags);
    texts.set(Field::Tags, tags.size() < 2 ? std::string_view() : tags.substr(1, tags.size() - 2));
    int column = ColumnFirstText;
    for (const Field field : textFields) {
        texts.set(field, row.utf8(column++));
    }
}

Result<std::optional<Client>> ClientStore::byPk(ClientPk pk) const
{
    return m_connection->statement(selectClients("WHERE c.pk = ?"))
        .bindAll(pk)
        .one(&ClientStore::read);
}

Result<std::vector<ClientPk>> ClientStore::ownedBy(UserPk owner) const
{
    return m_connection
        ->statement("SELECT pk FROM clients WHERE owner_pk = ? AND status NOT IN ('merged', "
                    "'erased', 'trashed') ORDER BY pk")
        .bindAll(owner)
        .all([](const Statement& row) { return row.id<ClientPk>(0); });
}

Result<std::optional<Client>> ClientStore::exactly(const ClientId& id) const
{
    return m_connection->statement(selectClients("WHERE c.id = ?"))
        .bindAll(id.value.trimmed().toUpper())
        .one(&ClientStore::read);
}

Result<std::optional<Client>> ClientStore::byId(const ClientId& id) const
{
    auto found = exactly(id);
    // A survivor may itself have been merged later. Cycles cannot arise, the bound only guards a damaged file.
    constexpr int longestChain = 1000;
    for (int i = 0; found && *found && (*found)->mergedInto.isValid() && i < longestChain; ++i) {
        found = byPk((*found)->mergedInto);
    }
    return found;
}

Result<std::vector<Client>> ClientStore::byPks(const std::vector<ClientPk>& pks) const
{
    // One statement for all: as many as SQLite's parameters allow would not be enough, a JSON array is.
    std::string list = "[";
    for (const ClientPk pk : pks) {
        list.append(list.size() > 1 ? "," : "").append(std::to_string(pk.value));
    }
    std::vector<Client> clients;
    clients.reserve(pks.size());
    Statement select
        = m_connection->statement("SELECT " + columns().toStdString()
                                  + " FROM json_each(?) j CROSS JOIN clients c ON c.pk = j.value"
                                    " LEFT JOIN users o ON o.pk = c.owner_pk ORDER BY j.key");
    select.bindUtf8(1, list + "]");
    auto done = select.forEach([&clients](const Statement& row) { clients.push_back(read(row)); });
    if (!done) {
        return done.error();
    }
    return clients;
}

Result<> ClientStore::forEach(const std::function<Result<>(const Client&)>& each) const
{
    return m_connection
        ->statement(selectClients("WHERE c.status IN ('active', 'archived') ORDER BY c.pk"))
        .forEach([&each](const Statement& row) -> Result<> { return each(read(row)); });
}

Result<std::int64_t> ClientStore::count() const
{
    auto count = m_connection->statement("SELECT count(*) FROM clients WHERE status = 'active'")
                     .one([](const Statement& row) { return std::int64_t(row.int64(0)); });
    if (!count) {
        return count.error();
    }
    return count->value_or(0);
}

Result<> ClientStore::insert(Client& client, UserPk by, BatchPk batch)
{
    Statement insert = m_connection->statement(insertSql());
    const auto [number, extension] = splitStoredPhone(client.value(Field::Phone));
    int at = 0;
    insert.bind(++at, client.value(Field::Id));
    insert.bind(++at, client.version);
    insert.bind(++at, client.createdAt);
    insert.bind(++at, client.updatedAt);
    insert.bind(++at, client.owner);
    insert.bind(++at, client.mergedInto);
    insert.bind(++at, client.incomplete);
    insert.bind(++at, client.findings.join(u' '));
    insert.bind(++at, number);
    insert.bind(++at, extension);
    insert.bind(++at, tagsToColumn(client.value(Field::Tags)));
    insert.bind(++at, by);
    insert.bind(++at, by);
    insert.bind(++at, batch);
    insert.bindTexts(++at, textsOf(client));
    if (auto done = insert.run(); !done) {
        return done;
    }
    client.pk = ClientPk{m_connection->lastInsertId()};
    return {};
}

Result<> ClientStore::update(const Client& client, UserPk by, int baseVersion)
{
    Statement update = m_connection->statement(updateSql());
    const auto [number, extension] = splitStoredPhone(client.value(Field::Phone));
    int at = 0;
    update.bind(++at, client.version);
    update.bind(++at, client.updatedAt);
    update.bind(++at, client.owner);
    update.bind(++at, client.mergedInto);
    update.bind(++at, client.incomplete);
    update.bind(++at, client.findings.join(u' '));
    update.bind(++at, number);
    update.bind(++at, extension);
    update.bind(++at, tagsToColumn(client.value(Field::Tags)));
    update.bind(++at, by);
    update.bindTexts(++at, textsOf(client));
    at += static_cast<int>(textFields.size()) - 1;
    update.bind(++at, client.pk);
    update.bind(++at, baseVersion);
    auto changed = update.runCounting();
    if (!changed) {
        return changed.error();
    }
    if (*changed == 0) {
        return conflictError();
    }
    return {};
}

Result<QByteArray> ClientStore::key(ClientPk pk) const
{
    auto key = m_connection->statement("SELECT key FROM client_keys WHERE client_pk = ?")
                   .bindAll(pk)
                   .one([](const Statement& row) { return row.blob(0); });
    if (!key) {
        return key.error();
    }
    return key->value_or(QByteArray{});
}

Result<> ClientStore::insertKey(ClientPk pk, const QByteArray& key)
{
    return m_connection->statement("INSERT INTO client_keys (client_pk, key) VALUES (?, ?)")
        .bindAll(pk, key)
        .run();
}

Result<ClientId> ClientStore::nextId(const Operation& operation)
{
    const QString day = operation.now()
                            .toTimeZone(operation.office().timeZone)
                            .date()
                            .toString(QStringLiteral("yyyyMMdd"));
    // Two statements: RETURNING makes a table in memory each time, which took a quarter of an import.
    auto counted = m_connection
                       ->statement("INSERT INTO id_counters (day, last) VALUES (?, 1)"
                                   " ON CONFLICT (day) DO UPDATE SET last = last + 1")
                       .bindAll(day)
                       .run();
    if (!counted) {
        return counted.error();
    }
    auto last = m_connection->statement("SELECT last FROM id_counters WHERE day = ?")
                    .bindAll(day)
                    .one([](const Statement& row) { return row.int64(0); });
    if (!last) {
        return last.error();
    }
    constexpr int digits = 4;
    return ClientId{QStringLiteral("CUST") + day
                    + QStringLiteral("%1").arg(last->value_or(0), digits, 10, QLatin1Char('0'))};
}

QByteArray ClientStore::hash(const Client& client, const QByteArray& key)
{
    Hasher hasher(key);
    hasher.add(QByteArrayLiteral("dossier-client-1"));
    for (const FieldInfo& info : allFields()) {
        // Times and version say when, not what; the owner counts by row, since a name may change.
        if (info.field == Field::CreatedAt || info.field == Field::UpdatedAt
            || info.field == Field::Version) {
            continue;
        }
        const QString value = info.field == Field::Owner
            ? (client.owner.isValid() ? QString::number(client.owner.value) : QString())
            : client.value(info.field);
        if (!value.isEmpty()) {
            hasher.add(QByteArray(info.name));
            hasher.add(value);
        }
    }
    if (client.mergedInto.isValid()) {
        hasher.add(QByteArrayLiteral("merged_into"));
        hasher.add(QString::number(client.mergedInto.value));
    }
    return hasher.finish();
}

Error conflictError()
{
    return {
        ErrorCode::Conflict,
        QCoreApplication::translate(
            "core::ClientStore",
            "Somebody else changed this record first. Look at it again, then repeat your change."),
        {}};
}

} // namespace core
