#include "core/storage/Migrations.h"

#include "core/storage/Connection.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace core {

namespace {

// git may have given the text Windows line ends; the migration is the same.
QByteArray withUnixLineEnds(QByteArray sql)
{
    return sql.replace("\r\n", "\n");
}

QByteArray digest(const Migration& migration)
{
    return QCryptographicHash::hash(withUnixLineEnds(migration.sql), QCryptographicHash::Sha256)
        .toHex();
}

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

int newestOf(const std::vector<Migration>& migrations)
{
    return migrations.empty() ? 0 : migrations.back().version;
}

QString migrationText(const char* text)
{
    return QCoreApplication::translate("core::Migrations", text);
}

Error newerFile(int version, int newest)
{
    return {ErrorCode::Unsupported,
            migrationText(QT_TRANSLATE_NOOP(
                "core::Migrations",
                "This office was made or changed by a newer version of the program. "
                "Install that version on this computer; nothing was changed.")),
            QStringLiteral("schema %1, this program knows %2").arg(version).arg(newest)};
}

Error strangeHistory(const QString& detail)
{
    return {ErrorCode::Corrupt,
            migrationText(QT_TRANSLATE_NOOP(
                "core::Migrations",
                "The structure of this office is not the one it should have. Restore a "
                "backup, or ask for help; nothing was changed.")),
            detail};
}

Result<> checkNumbers(const std::vector<Migration>& migrations)
{
    int expected = 1;
    for (const Migration& migration : migrations) {
        if (migration.version != expected++) {
            return Error{
                ErrorCode::Internal,
                migrationText(QT_TRANSLATE_NOOP(
                    "core::Migrations", "This program was built wrongly. Install it again.")),
                QStringLiteral("migration %1 stands in place %2")
                    .arg(migration.version)
                    .arg(expected - 1)};
        }
    }
    return {};
}

Result<qint64> countTables(Connection& connection, QStringView name)
{
    const auto count
        = connection
              .statement("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?")
              .bindAll(name)
              .one([](const Statement& row) { return row.int64(0); });
    if (!count) {
        return count.error();
    }
    return count->value_or(0);
}

struct Applied
{
    int version;
    QByteArray digest;
};

/// That the file's own record of its migrations agrees with `migrations` up to its version.
Result<> checkApplied(Connection& connection, int version, const std::vector<Migration>& migrations)
{
    if (version > newestOf(migrations)) {
        return newerFile(version, newestOf(migrations));
    }
    const Result<qint64> recorded = countTables(connection, u"schema_migrations");
    if (!recorded) {
        return recorded.error();
    }
    std::vector<Applied> applied;
    if (*recorded > 0) {
        auto rows
            = connection.statement("SELECT version, sha256 FROM schema_migrations ORDER BY version")
                  .all([](const Statement& row) {
                      return Applied{row.integer(0), row.text(1).toLatin1()};
                  });
        if (!rows) {
            return rows.error();
        }
        applied = *std::move(rows);
    }
    if (static_cast<int>(applied.size()) != version) {
        return strangeHistory(
            QStringLiteral("version %1 with %2 migrations").arg(version).arg(applied.size()));
    }
    for (std::size_t i = 0; i < applied.size(); ++i) {
        if (applied[i].version != migrations[i].version
            || applied[i].digest != digest(migrations[i])) {
            return strangeHistory(
                QStringLiteral("migration %1 differs").arg(migrations[i].version));
        }
    }
    return {};
}

Result<> apply(Connection& connection, const Clock& clock, const Migration& migration)
{
    const QByteArray sql = withUnixLineEnds(migration.sql);
    if (Result<> done = connection.executeScript(view(sql)); !done) {
        Error error = done.error();
        error.detail
            += QStringLiteral(" %1 of migration %2").arg(migration.name).arg(migration.version);
        return error;
    }
    if (!connection.isInTransaction()) {
        return strangeHistory(
            QStringLiteral("migration %1 ends the transaction").arg(migration.version));
    }
    Result<> noted
        = connection
              .statement("INSERT INTO schema_migrations (version, name, sha256, applied_at) "
                         "VALUES (?, ?, ?, ?)")
              .bindAll(migration.version,
                       migration.name,
                       QString::fromLatin1(digest(migration)),
                       clock.now())
              .run();
    if (!noted) {
        return noted;
    }
    // a pragma takes no parameter
    return connection.execute(
        QStringLiteral("PRAGMA user_version = %1").arg(migration.version).toStdString());
}

/// While it lives, nothing minds a table that is taken away to be written anew. SQLite heeds the
/// switch only outside of a transaction.
class ForeignKeysOff
{
public:
    explicit ForeignKeysOff(Connection& connection)
        : m_connection(connection)
        , m_done(connection.execute("PRAGMA foreign_keys = OFF"))
    { }
    ~ForeignKeysOff() { (void)m_connection.execute("PRAGMA foreign_keys = ON"); }
    ForeignKeysOff(const ForeignKeysOff&) = delete;
    ForeignKeysOff& operator=(const ForeignKeysOff&) = delete;

    [[nodiscard]] const Result<>& done() const { return m_done; }

private:
    Connection& m_connection;
    Result<> m_done;
};

/// What the switched off keys would have refused.
Result<> checkReferences(Connection& connection)
{
    auto broken = connection.statement("PRAGMA foreign_key_check").one([](const Statement& row) {
        return QString(row.text(0) + u' ' + row.text(2));
    });
    if (!broken) {
        return broken.error();
    }
    if (*broken) {
        return strangeHistory(QStringLiteral("broken reference: %1").arg(**broken));
    }
    return {};
}

Result<>
applyNext(Connection& connection, const Clock& clock, const std::vector<Migration>& migrations)
{
    // A big table written anew would stand in memory whole.
    constexpr int memoryMib = 256;
    const Connection::SpillScope spill(connection, memoryMib);
    const ForeignKeysOff off(connection);
    if (!off.done()) {
        return off.done();
    }
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return transaction.error();
    }
    // Read again now that nobody else can write: another computer may have been first.
    const Result<int> version = schemaVersion(connection);
    if (!version) {
        return version.error();
    }
    if (Result<> sound = checkApplied(connection, *version, migrations); !sound) {
        return sound;
    }
    if (*version == newestOf(migrations)) {
        return {};
    }
    if (Result<> ready = connection.execute(
            "CREATE TABLE IF NOT EXISTS schema_migrations ("
            "version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, "
            "applied_at TEXT NOT NULL)");
        !ready) {
        return ready;
    }
    if (Result<> applied = apply(connection, clock, migrations[static_cast<std::size_t>(*version)]);
        !applied) {
        return applied;
    }
    if (Result<> sound = checkReferences(connection); !sound) {
        return sound;
    }
    return transaction->commit();
}

/// A new file, or one with a schema of somebody else?
Result<> checkEmpty(Connection& connection)
{
    const auto tables
        = connection.statement("SELECT count(*) FROM sqlite_schema").one([](const Statement& row) {
              return row.int64(0);
          });
    if (!tables) {
        return tables.error();
    }
    if (tables->value_or(0) == 0) {
        return {};
    }
    return Error{ErrorCode::Unsupported,
                 migrationText(QT_TRANSLATE_NOOP(
                     "core::Migrations",
                     "This database was not made by this program; nothing was changed.")),
                 QStringLiteral("tables, but no schema version")};
}

} // namespace

Result<std::vector<Migration>> builtInMigrations()
{
    std::vector<Migration> migrations;
    const QDir folder(QStringLiteral(":/dossier/migrations"));
    const QStringList names
        = folder.entryList({QStringLiteral("[0-9][0-9][0-9][0-9]_*.sql")}, QDir::Files, QDir::Name);
    for (const QString& fileName : names) {
        QFile file(folder.filePath(fileName));
        if (!file.open(QIODevice::ReadOnly)) {
            return strangeHistory(QStringLiteral("resource %1 cannot be read").arg(fileName));
        }
        const QString base = fileName.chopped(4);
        migrations.push_back(
            {base.section(u'_', 0, 0).toInt(), base.section(u'_', 1), file.readAll()});
    }
    if (Result<> numbered = checkNumbers(migrations); !numbered) {
        return numbered.error();
    }
    return migrations;
}

int currentSchemaVersion()
{
    const auto migrations = builtInMigrations();
    return migrations ? newestOf(*migrations) : 0;
}

Result<int> schemaVersion(Connection& connection)
{
    const auto version = connection.statement("PRAGMA user_version").one([](const Statement& row) {
        return row.integer(0);
    });
    if (!version) {
        return version.error();
    }
    return version->value_or(0);
}

Result<> migrate(Connection& connection, const Clock& clock)
{
    const auto migrations = builtInMigrations();
    if (!migrations) {
        return migrations.error();
    }
    return migrate(connection, clock, *migrations);
}

Result<>
migrate(Connection& connection, const Clock& clock, const std::vector<Migration>& migrations)
{
    if (Result<> numbered = checkNumbers(migrations); !numbered) {
        return numbered;
    }
    while (true) {
        const Result<int> version = schemaVersion(connection);
        if (!version) {
            return version.error();
        }
        if (*version == 0) {
            if (Result<> empty = checkEmpty(connection); !empty) {
                return empty;
            }
        }
        if (Result<> sound = checkApplied(connection, *version, migrations); !sound) {
            return sound;
        }
        if (*version == newestOf(migrations)) {
            return {};
        }
        if (Result<> applied = applyNext(connection, clock, migrations); !applied) {
            return applied;
        }
    }
}

Result<> checkNotNewer(Connection& connection)
{
    static const int newest = currentSchemaVersion();
    const Result<int> version = schemaVersion(connection);
    if (!version) {
        return version.error();
    }
    return *version > newest ? Result<>(newerFile(*version, newest)) : Result<>();
}

Result<> checkSchema(Connection& connection, const std::vector<Migration>& migrations)
{
    const Result<int> version = schemaVersion(connection);
    if (!version) {
        return version.error();
    }
    if (Result<> sound = checkApplied(connection, *version, migrations); !sound) {
        return sound;
    }
    if (*version == newestOf(migrations)) {
        return {};
    }
    return Error{ErrorCode::Unsupported,
                 migrationText(QT_TRANSLATE_NOOP(
                     "core::Migrations",
                     "This office has the form of an older version of the program. Open it "
                     "once as somebody who may write.")),
                 QStringLiteral("schema %1 of %2").arg(*version).arg(newestOf(migrations))};
}

namespace {

Result<std::optional<int>> derivedVersion(Connection& connection, const QString& name)
{
    const Result<qint64> recorded = countTables(connection, u"derived_versions");
    if (!recorded) {
        return recorded.error();
    }
    if (*recorded == 0) {
        return std::optional<int>();
    }
    return connection.statement("SELECT version FROM derived_versions WHERE name = ?")
        .bindAll(name)
        .one([](const Statement& row) { return row.integer(0); });
}

Result<> makeDerived(Connection& connection, const DerivedTables& tables)
{
    if (Result<> ready = connection.execute(
            "CREATE TABLE IF NOT EXISTS derived_versions ("
            "name TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID");
        !ready) {
        return ready;
    }
    if (Result<> dropped = connection.executeScript(tables.drop); !dropped) {
        return dropped;
    }
    if (Result<> created = connection.executeScript(tables.create); !created) {
        return created;
    }
    return connection
        .statement("INSERT OR REPLACE INTO derived_versions (name, version) VALUES (?, ?)")
        .bindAll(tables.name, tables.version)
        .run();
}

} // namespace

Result<DerivedState> derivedState(Connection& connection, const DerivedTables& tables)
{
    const auto version = derivedVersion(connection, tables.name);
    if (!version) {
        return version.error();
    }
    return *version == tables.version ? DerivedState::AsItWas : DerivedState::MadeAnew;
}

Result<DerivedState> ensureDerived(Connection& connection, const DerivedTables& tables)
{
    const auto before = derivedVersion(connection, tables.name);
    if (!before) {
        return before.error();
    }
    if (*before == tables.version) {
        return DerivedState::AsItWas;
    }
    if (connection.isInTransaction()) {
        if (Result<> made = makeDerived(connection, tables); !made) {
            return made.error();
        }
        return DerivedState::MadeAnew;
    }
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return transaction.error();
    }
    const auto now = derivedVersion(connection, tables.name); // somebody else may have been first
    if (!now) {
        return now.error();
    }
    if (*now == tables.version) {
        return DerivedState::AsItWas;
    }
    if (Result<> made = makeDerived(connection, tables); !made) {
        return made.error();
    }
    if (Result<> committed = transaction->commit(); !committed) {
        return committed.error();
    }
    return DerivedState::MadeAnew;
}

} // namespace core
