#include "DriverFixture.h"

#include <QSqlDriver>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlRecord>
#include <QSqlTableModel>

using namespace core;
using namespace storage_test;

namespace {

QStringList names(const QSqlRecord& record)
{
    QStringList result;
    for (int i = 0; i < record.count(); ++i)
        result.append(record.fieldName(i));
    return result;
}

} // namespace

TEST_CASE("Tables, columns and keys are described as they are")
{
    Database db;
    db.run(QStringLiteral(
        "CREATE TABLE \"odd.name [x]\" (\"a\"\"b\" VARCHAR(12) NOT NULL DEFAULT 'it''s', "
        "[c d] DECIMAL(8,2), \"e.f\" INTEGER, g AS (\"e.f\" * 2) STORED, h AS (g) VIRTUAL, "
        "PRIMARY KEY (\"e.f\", \"a\"\"b\"))"));
    db.run(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, x BLOB)"));
    db.run(QStringLiteral("CREATE VIEW v AS SELECT x FROM t"));
    db.run(QStringLiteral("CREATE VIRTUAL TABLE f USING fts5 (words)"));

    QStringList tables = db->tables(QSql::Tables);
    tables.sort();
    CHECK(tables
          == QStringList{QStringLiteral("f"), QStringLiteral("odd.name [x]"), QStringLiteral("t")});
    CHECK(db->tables(QSql::Views) == QStringList{QStringLiteral("v")});
    CHECK(db->tables(QSql::SystemTables).contains(QStringLiteral("sqlite_master")));

    const QString odd = QStringLiteral("odd.name [x]");
    const QSqlRecord record = db->record(odd);
    REQUIRE(names(record)
            == QStringList{QStringLiteral("a\"b"),
                           QStringLiteral("c d"),
                           QStringLiteral("e.f"),
                           QStringLiteral("g"),
                           QStringLiteral("h")});
    CHECK(record.field(0).length() == 12);
    CHECK(record.field(0).requiredStatus() == QSqlField::Required);
    CHECK(record.field(0).defaultValue().toString() == u"it's");
    CHECK(record.field(1).length() == 8);
    CHECK(record.field(1).precision() == 2);
    CHECK(record.field(3).isReadOnly());
    CHECK_FALSE(record.isGenerated(4));
    CHECK(names(db->primaryIndex(odd))
          == QStringList{QStringLiteral("e.f"), QStringLiteral("a\"b")});
    CHECK(names(db->record(db->driver()->escapeIdentifier(odd, QSqlDriver::TableName)))
          == names(record));

    CHECK(db->primaryIndex(QStringLiteral("t")).field(0).isAutoValue());
    CHECK_FALSE(db->primaryIndex(odd).field(0).isAutoValue());
    CHECK(names(db->record(QStringLiteral("main.t")))
          == QStringList{QStringLiteral("id"), QStringLiteral("x")});
    CHECK(db->record(QStringLiteral("nowhere")).isEmpty());
    CHECK(names(db->record(QStringLiteral("v"))) == QStringList{QStringLiteral("x")});
}

TEST_CASE("Identifiers are quoted whole, a schema in front of a table apart")
{
    Database db;
    const QSqlDriver* driver = db->driver();
    const auto table = [driver](const QString& name) {
        return driver->escapeIdentifier(name, QSqlDriver::TableName);
    };
    CHECK(table(QStringLiteral("t")) == u"\"t\"");
    CHECK(table(QStringLiteral("main.t")) == u"\"main\".\"t\"");
    CHECK(table(QStringLiteral("odd.t")) == u"\"odd.t\"");
    CHECK(table(QStringLiteral("\"t\"")) == u"\"t\"");
    CHECK(driver->escapeIdentifier(QStringLiteral("main.t"), QSqlDriver::FieldName)
          == u"\"main.t\"");
    CHECK(driver->isIdentifierEscaped(QStringLiteral("\"t\""), QSqlDriver::TableName));
    CHECK(driver->stripDelimiters(QStringLiteral("\"a\"\"b\""), QSqlDriver::FieldName) == u"a\"b");
}

TEST_CASE("Qt's table model reads, inserts, edits and deletes through the driver")
{
    Database db;
    db.run(QStringLiteral(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, twice AS (name || name) STORED)"));
    db.run(QStringLiteral("INSERT INTO t (name) VALUES ('one'), ('it''s')"));
    {
        QSqlTableModel model(nullptr, *db);
        model.setTable(QStringLiteral("t"));
        model.setEditStrategy(QSqlTableModel::OnManualSubmit);
        REQUIRE(model.select());
        REQUIRE(model.rowCount() == 2);
        CHECK(model.index(1, 1).data().toString() == u"it's");
        REQUIRE(model.setData(model.index(0, 1), QStringLiteral("first")));
        QSqlRecord added = model.record();
        added.setValue(QStringLiteral("name"), QStringLiteral("third"));
        added.setGenerated(QStringLiteral("id"), false);
        REQUIRE(model.insertRecord(-1, added));
        REQUIRE(model.removeRow(1));
        const bool isSubmitted = model.submitAll();
        INFO(model.lastError().text().toStdString());
        REQUIRE(isSubmitted);
    }
    CHECK(db.run(QStringLiteral("SELECT group_concat(name || twice) FROM t")).toString()
          == u"firstfirstfirst,thirdthirdthird");
}

TEST_CASE("A table model that has not read all of its rows shows each once after an edit")
{
    Database db;
    db.run(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)"));
    db.run(QStringLiteral(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600) "
        "INSERT INTO t SELECT i, 'n' || i FROM n"));
    QSqlTableModel model(nullptr, *db);
    model.setTable(QStringLiteral("t"));
    model.setEditStrategy(QSqlTableModel::OnFieldChange);
    model.setSort(0, Qt::AscendingOrder);
    REQUIRE(model.select());
    REQUIRE(model.canFetchMore());
    REQUIRE(model.setData(model.index(1, 1), QStringLiteral("edited")));
    REQUIRE(model.removeRow(2));
    CHECK(model.index(0, 1).data().toString() == u"n1");
    CHECK(model.index(1, 1).data().toString() == u"edited");
    // a second connection may write: the read's lock is gone
    Database other(rawKey + QStringLiteral(";QSQLCIPHER_BUSY_TIMEOUT=0"), QString(), db.path());
    other.run(QStringLiteral("UPDATE t SET name = 'other' WHERE id = 600"));
    while (model.canFetchMore())
        model.fetchMore();
    REQUIRE(model.rowCount() == 600);
    for (int row = 3; row < 600; ++row)
        REQUIRE(model.index(row, 0).data().toInt() == row + 1);
}
