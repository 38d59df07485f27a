/// Migrations: the schema of an office, as a list of scripts that are frozen once released.
///
///     if (auto done = migrate(writer, clock); !done)
///         return done.error();
///
/// The scripts are resources :/dossier/migrations/NNNN_name.sql. Each runs in one transaction
/// together with its row in schema_migrations and PRAGMA user_version, so a computer that dies in
/// the middle leaves the version before. Inside that transaction the version is read again: of
/// several computers that start a new program, one migrates and the others find it done.
///
/// Foreign keys are off while a script runs, so that it may write a table anew (a CHECK cannot be
/// changed in place): CREATE TABLE x_anew, INSERT … SELECT, DROP TABLE x, ALTER TABLE … RENAME, its
/// indexes again. All references are checked before the commit; one that leads nowhere is Corrupt.
///
/// Errors: Unsupported: the file was made by a newer program, and is left alone. Corrupt: a
/// migration that was applied is not the one in this program (by SHA-256), or versions are missing.
/// Busy as in Transaction. On the connection's thread.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

#include <string_view>
#include <vector>

namespace core {

class Connection;

struct Migration
{
    int version = 0; ///< 1, 2, 3 … without gaps
    QString name;
    QByteArray sql; ///< UTF-8
};

/// Those built into the program, in order. Internal where their numbering has gaps or a name cannot
/// be read.
[[nodiscard]] Result<std::vector<Migration>> builtInMigrations();

/// The schema version this program writes; 0 where it has no migrations built in.
[[nodiscard]] int currentSchemaVersion();

/// The version of an open file; 0 for a new one.
[[nodiscard]] Result<int> schemaVersion(Connection& connection);

/// Brings the file to this program's version. Does nothing, and takes no write lock, where it is
/// there already.
[[nodiscard]] Result<> migrate(Connection& connection, const Clock& clock);
[[nodiscard]] Result<>
migrate(Connection& connection, const Clock& clock, const std::vector<Migration>& migrations);

/// Has a newer program changed the file since this one opened it? Then Unsupported; for the beginning of each use case.
[[nodiscard]] Result<> checkNotNewer(Connection& connection);

/// Checks without changing anything: the file is exactly at `migrations` (Unsupported where older
/// or newer).
[[nodiscard]] Result<> checkSchema(Connection& connection,
                                   const std::vector<Migration>& migrations);

/// Tables that can be rebuilt at any time (search index, sort keys) stand in a stream of their own,
/// with a version of the rules they were made by.
struct DerivedTables
{
    QString name; ///< "search"
    int version = 1;
    std::string_view drop; ///< DROP TABLE IF EXISTS …
    std::string_view create;
};

enum class DerivedState
{
    AsItWas,
    MadeAnew
};

/// Without a lock: what ensureDerived() would give. Asked first, so that opening an office waits for nobody who saves.
[[nodiscard]] Result<DerivedState> derivedState(Connection& connection,
                                                const DerivedTables& tables);

/// Drops and makes the tables where their version differs; MadeAnew says that they are empty and
/// have to be filled. Runs in a transaction of its own, or inside the one that is open.
[[nodiscard]] Result<DerivedState> ensureDerived(Connection& connection,
                                                 const DerivedTables& tables);

} // namespace core
