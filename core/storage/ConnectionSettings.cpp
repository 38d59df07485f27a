#include "core/storage/ConnectionPrivate.h"
#include "core/storage/SqlError.h"
#include "core/storage/Sqlite.h"

#include <QCoreApplication>

#include <array>

namespace core {

namespace {

struct Setting
{
    const char* set;
    const char* ask;
    const char* expected;
};

// In this order. temp_store stands already: CipherFile makes it before anything else could sort.
constexpr std::array settings{
    Setting{"PRAGMA cipher_memory_security = OFF", "PRAGMA cipher_memory_security", "0"},
    Setting{nullptr, "PRAGMA temp_store", "2"},
    Setting{"PRAGMA mmap_size = 0", nullptr, nullptr},
    Setting{nullptr, "PRAGMA journal_mode = PERSIST", "persist"},
    Setting{nullptr, "PRAGMA journal_size_limit = 1048576", "1048576"},
    Setting{"PRAGMA synchronous = FULL", "PRAGMA synchronous", "2"},
    Setting{"PRAGMA fullfsync = ON", "PRAGMA fullfsync", "1"}, // means something on macOS only
    Setting{"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"},
    Setting{nullptr, "PRAGMA secure_delete = ON", "1"},
    Setting{"PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1"},
    Setting{"PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0"},
    Setting{"PRAGMA cache_size = -65536", "PRAGMA cache_size", "-65536"},
    // A page written before COMMIT takes the exclusive lock: nobody could read until the end of a big import, and on a
    // share a computer that comes back late would write what was given up. The changed pages stay in memory instead.
    Setting{"PRAGMA cache_spill = OFF", "PRAGMA cache_spill", "0"},
};

struct Switch
{
    int option;
    int value;
};

constexpr std::array switches{
    Switch{SQLITE_DBCONFIG_DEFENSIVE, 1},
    Switch{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    Switch{SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
    Switch{SQLITE_DBCONFIG_DQS_DML, 0},
    Switch{SQLITE_DBCONFIG_DQS_DDL, 0},
};

Error refusedSetting(const QString& detail)
{
    return {ErrorCode::Unsupported,
            QCoreApplication::translate(
                "core::Connection",
                "This file cannot be used safely here: the database refused a setting that "
                "protects it."),
            detail};
}

Result<> applySetting(CipherFile& file, const Setting& setting)
{
    if (setting.set) {
        if (Result<> done = file.execute(setting.set); !done) {
            return done;
        }
    }
    if (!setting.ask) {
        return {};
    }
    const Result<QByteArray> answer = file.answer(setting.ask);
    if (!answer) {
        return answer.error();
    }
    if (*answer != setting.expected) {
        return refusedSetting(QStringLiteral("%1 answered '%2'")
                                  .arg(QLatin1StringView(setting.ask), QLatin1StringView(*answer)));
    }
    return {};
}

} // namespace

Result<> applySettings(CipherFile& file)
{
    for (const Switch& wanted : switches) {
        int now = -1;
        const int code = sqlite3_db_config(file.handle(), wanted.option, wanted.value, &now);
        if (code != SQLITE_OK || now != wanted.value) {
            return refusedSetting(
                QStringLiteral("switch %1 is %2, code %3").arg(wanted.option).arg(now).arg(code));
        }
    }
    for (const Setting& setting : settings) {
        if (Result<> done = applySetting(file, setting); !done) {
            return done;
        }
    }
    return {};
}

Result<> prepareNewFile(CipherFile& file)
{
    // Moving pages about on every delete costs writes and buys nothing here; some builds do it by
    // default.
    if (Result<> done = file.execute("PRAGMA auto_vacuum = NONE"); !done) {
        return done;
    }
    // "Doss": tells the file's kind to whoever has its key, and makes SQLite write the first page.
    return file.execute("PRAGMA application_id = 1148154739");
}

} // namespace core
