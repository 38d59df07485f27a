// Damage that nobody's program did: flipped bits, a file cut by pages, an old page or the whole old file put back. All of it is
// found by `office check`, or already by opening, and named. DOSSIER_SWEEP=full flips 100,000 bits, DOSSIER_FLIPS as many as it
// says; DOSSIER_SEED chooses others.
#include "FaultOffice.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdio>
#include <random>

using namespace core;
using namespace faulttest;
using tests::FaultDisk;

namespace {

constexpr qsizetype pageSize = 4096;

struct DamageFixture
{
    FaultOffice office;
    Access admin = office.person(QStringLiteral("admin"));
    FaultDisk::Files whole = FaultDisk::instance().files();
    std::string database = QString(office.folder() + QStringLiteral("/office.db")).toStdString();

    /// Every row of every table.
    std::string everythingIn(const QByteArray& bytes) const
    {
        FaultDisk::Files files = whole;
        files[database] = bytes;
        FaultDisk::instance().restore(files);
        const auto opened = FaultOffice::open(admin);
        Connection& connection = opened->context().reader;
        auto tables
            = connection
                  .statement("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE "
                             "'CREATE VIRTUAL%' ORDER BY name")
                  .all([](const Statement& row) { return row.text(0); });
        REQUIRE(tables);
        std::string all;
        for (const QString& table : *tables) {
            auto rows = connection.statement(QString(QStringLiteral("SELECT * FROM ") + table))
                            .forEach([&all](const Statement& row) {
                                for (int column = 0; column < row.columnCount(); ++column) {
                                    all += row.blob(column).toStdString();
                                    all += '|';
                                }
                                all += '\n';
                            });
            REQUIRE(rows);
        }
        return all;
    }

    /// What opening or the check says of a database like this; empty: that it is sound.
    QStringList said(const QByteArray& bytes) const
    {
        FaultDisk::Files files = whole;
        files[database] = bytes;
        FaultDisk::instance().restore(files);
        auto opened = Office::open(admin);
        Progress quiet;
        if (!opened && opened.error().code != ErrorCode::Corrupt) {
            return {};
        }
        // What checkDamagedOffice() does behind the password.
        auto connection = opened
            ? Result<std::unique_ptr<Connection>>(std::unique_ptr<Connection>())
            : connectTo(*admin);
        if (!connection) {
            return {connection.error().message};
        }
        auto problems = opened ? (*opened)->check(quiet) : checkIntegrity(**connection, quiet);
        if (!problems) {
            return problems.error().code == ErrorCode::Corrupt
                ? QStringList{problems.error().message}
                : QStringList{};
        }
        QStringList words;
        for (const IntegrityProblem& problem : *problems) {
            words.append(problem.kind + u' ' + problem.where + u' ' + problem.message);
        }
        return words;
    }
};

bool isFull()
{
    return qEnvironmentVariable("DOSSIER_SWEEP") == QLatin1String("full");
}

} // namespace

TEST_CASE_METHOD(DamageFixture, "a sound office has no problem")
{
    CHECK(said(whole[database]).isEmpty());
}

TEST_CASE_METHOD(DamageFixture,
                 "every flipped bit is found, and its page named or the office does not open")
{
    std::mt19937 random(unsigned(qEnvironmentVariableIntValue("DOSSIER_SEED")) + 7);
    const int wanted = qEnvironmentVariableIntValue("DOSSIER_FLIPS");
    const int flips = wanted > 0 ? wanted : isFull() ? 100'000 : 300;
    int named = 0;
    int refused = 0;
    for (int i = 0; i < flips; ++i) {
        QByteArray damaged = whole[database];
        const auto at = qsizetype(random() % std::uint32_t(damaged.size()));
        damaged[at] = char(damaged.at(at) ^ char(1 << (random() % 8)));
        const QString page = QStringLiteral("page %1 ").arg(at / pageSize + 1);
        const QStringList words = said(damaged);
        INFO("byte " << at << ": " << words.join(u'\n').toStdString());
        REQUIRE_FALSE(words.isEmpty());
        const bool isNamed = std::any_of(
            words.begin(), words.end(), [&](const QString& one) { return one.contains(page); });
        named += isNamed ? 1 : 0;
        refused += isNamed ? 0 : 1;
    }
    std::printf(
        "flips: %d of %d named by their page, %d found by opening\n", named, flips, refused);
}

TEST_CASE_METHOD(
    DamageFixture,
    "a flipped bit in the salt, with which no page fits its key, is damage and no wrong key")
{
    for (int bit = 0; bit < 128; bit += 13) {
        QByteArray damaged = whole[database];
        damaged[bit / 8] = char(damaged.at(bit / 8) ^ (1 << (bit % 8)));
        const QStringList words = said(damaged);
        INFO("bit " << bit);
        REQUIRE(words.size() == 1);
        CHECK(words.first().contains(QStringLiteral("beginning of the database file is damaged")));
    }
}

TEST_CASE_METHOD(DamageFixture, "a file cut by whole pages is found")
{
    const QByteArray all = whole[database];
    const qsizetype pages = all.size() / pageSize;
    for (qsizetype left = 1; left < pages; left += isFull() ? 1 : 7) {
        INFO(left << " of " << pages << " pages");
        CHECK_FALSE(said(all.left(left * pageSize)).isEmpty());
    }
}

TEST_CASE_METHOD(DamageFixture, "an old page put back is found")
{
    // A change of some records, so that pages differ.
    FaultDisk::instance().restore(whole);
    {
        const auto desk = FaultOffice::open(admin);
        const auto page = desk->queries().list({.limit = 5});
        REQUIRE(page);
        for (const ClientRow& row : page->rows) {
            REQUIRE(desk->changes().update(
                row.client.id(),
                {{Field::Website, QStringLiteral("https://changed.example"), {}}}));
        }
    }
    const QByteArray before = whole[database];
    whole = FaultDisk::instance().files();
    const QByteArray after = whole[database];
    int tried = 0;
    int missed = 0;
    int harmless = 0;
    for (qsizetype at = 0; at + pageSize <= before.size(); at += pageSize) {
        if (before.mid(at, pageSize) == after.mid(at, pageSize)) {
            continue;
        }
        ++tried;
        QByteArray mixed = after;
        mixed.replace(at, pageSize, before.mid(at, pageSize));
        if (said(mixed).isEmpty()) {
            ++missed;
            // An index written anew with the same entries in another place, or a counter: nothing that anybody reads.
            harmless += everythingIn(mixed) == everythingIn(after) ? 1 : 0;
        }
    }
    std::printf("old pages: %d tried, %d not found, of which %d say the same as the new one\n",
                tried,
                missed,
                harmless);
    CHECK(tried > 5);
    CHECK(missed == harmless);
}
