// A client of a share answers by name from a cache: a colleague's journal "is not there", or "is empty", for up to ten
// seconds after it was written. A computer dies in the middle of a save, and another one goes on with such a cache.
// As offices are opened nothing happens. The same with SQLite's other journal modes must break, or this test would not
// bite.
#include "support/FaultDisk.h"

#include "core/crypto/SecureBytes.h"
#include "core/storage/CipherFile.h"
#include "core/storage/Connection.h"
#include "core/storage/OfficeVfs.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <cstdio>

using namespace core;
using tests::Fault;
using tests::FaultDisk;

namespace {

constexpr auto asBuilt = "dossier-stale-names";

const SecureBytes& key()
{
    static const SecureBytes bytes = [] {
        initCrypto();
        return SecureBytes::random(32);
    }();
    return bytes;
}

/// The same few statements over either: an office's connection, or plain SQLCipher with a journal mode of its own.
class Desk
{
public:
    Desk(const QString& path, const char* journalMode)
    {
        if (!journalMode) {
            auto opened
                = Connection::open({.path = path, .vfs = QString::fromLatin1(asBuilt)}, key());
            REQUIRE(opened);
            m_office = *std::move(opened);
            return;
        }
        auto opened = CipherFile::open({.path = path, .vfs = QString::fromLatin1(FaultDisk::name)});
        REQUIRE(opened);
        m_plain = *std::move(opened);
        REQUIRE(m_plain->setRawKey(key().data(), key().size()));
        m_mode = QByteArray("PRAGMA journal_mode = ") + journalMode;
    }

    /// False where it failed. The journal mode is set like everything else: by the first that may run.
    bool run(const char* sql)
    {
        if (m_office) {
            return m_office->execute(sql).hasValue();
        }
        if (!m_mode.isEmpty()) {
            if (!m_plain->answer(std::exchange(m_mode, {}).constData())) {
                return false;
            }
            static_cast<void>(m_plain->answer("PRAGMA cache_spill = OFF"));
        }
        return m_plain->execute(sql).hasValue();
    }

    QByteArray answer(const char* sql)
    {
        if (m_office) {
            auto text = m_office->statement(sql).one(
                [](const Statement& row) { return row.text(0).toUtf8(); });
            return text ? text->value_or(QByteArray()) : QByteArray("failed");
        }
        auto text = m_plain->answer(sql);
        return text ? *text : QByteArray("failed");
    }

private:
    std::unique_ptr<Connection> m_office;
    std::unique_ptr<CipherFile> m_plain;
    QByteArray m_mode;
};

struct Outcome
{
    int points = 0;
    int broken = 0;
};

class StaleNames
{
public:
    StaleNames()
        : m_path(m_place.filePath(QStringLiteral("office.db")))
    {
        static const bool registered
            = registerOfficeVfs({.name = asBuilt, .base = FaultDisk::name}) != nullptr;
        REQUIRE(registered);
        QFile placeholder(m_path);
        REQUIRE(placeholder.open(QIODevice::WriteOnly));
        placeholder.write("placeholder");
    }

    Outcome tryAll(const char* journalMode)
    {
        m_disk.restore({});
        {
            Desk maker(m_path, "PERSIST");
            REQUIRE(maker.run(
                "CREATE TABLE t (x INTEGER, filling BLOB); CREATE TABLE u (x INTEGER);"
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
                "INSERT INTO t SELECT 0, zeroblob(400) FROM n"));
        }
        if (journalMode) {
            Desk changer(m_path, journalMode);
            REQUIRE(changer.run("INSERT INTO u VALUES (0)"));
        }
        const FaultDisk::Files beginning = m_disk.files();
        Outcome outcome;
        for (bool wentThrough = false; !wentThrough; ++outcome.points) {
            m_disk.restore(beginning);
            {
                Desk dying(m_path, journalMode);
                REQUIRE(dying.run("SELECT 1 FROM u"));
                m_disk.arm({Fault::Kill, outcome.points + 1, 0});
                wentThrough = dying.run("UPDATE t SET x = x + 1");
            }
            m_disk.restart();
            outcome.broken += isBroken(journalMode, beginning) ? 1 : 0;
        }
        return outcome;
    }

private:
    /// The other computer, whose cache is of before the save, reads and writes; then everybody sees what there is.
    bool isBroken(const char* journalMode, const FaultDisk::Files& beginning)
    {
        m_disk.freezeNamesAs(beginning);
        bool wrote = false;
        {
            Desk other(m_path, journalMode);
            wrote = other.run("INSERT INTO u VALUES (1)");
        }
        m_disk.thawNames();
        Desk third(m_path, journalMode);
        const bool isWhole = third.answer("PRAGMA integrity_check") == "ok"
            && third.answer("PRAGMA cipher_integrity_check").isEmpty()
            && third.answer("SELECT count(DISTINCT x) FROM t") == "1"
            && third.answer("SELECT count(*) FROM t") == "200";
        return !isWhole || (wrote && third.answer("SELECT count(*) FROM u WHERE x = 1") != "1");
    }

    FaultDisk& m_disk = FaultDisk::instance();
    QTemporaryDir m_place;
    QString m_path;
};

} // namespace

TEST_CASE("a cache that hides a colleague's journal breaks nothing, where it would break SQLite's "
          "other journal modes")
{
    StaleNames test;
    const Outcome office = test.tryAll(nullptr);
    const Outcome deleted = test.tryAll("DELETE");
    const Outcome truncated = test.tryAll("TRUNCATE");
    std::printf("stale names: as built %d of %d broken, DELETE %d of %d, TRUNCATE %d of %d\n",
                office.broken,
                office.points,
                deleted.broken,
                deleted.points,
                truncated.broken,
                truncated.points);
    CHECK(office.points > 40);
    CHECK(office.broken == 0);
    CHECK(deleted.broken > 0);
    CHECK(truncated.broken > 0);
}
