/// EvidenceOffice: a practice office with its administrator logged in, for tests of the log and of looks on their way into it.
#pragma once

#include "core/security/OfficeNotes.h"
#include "core/storage/Statement.h"
#include "core/workspace/Office.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace evidencetest {

using namespace core;
using namespace Qt::StringLiterals;

inline const QString evidencePassword = u"granite walrus umbrella"_s;

struct EvidenceOffice
{
    QTemporaryDir folder;
    QString place = folder.filePath(u"Acme.dossier"_s);
    std::unique_ptr<Office> office;

    EvidenceOffice()
    {
        NewOffice wanted;
        wanted.folder = place;
        wanted.name = u"Acme"_s;
        wanted.adminName = u"li"_s;
        wanted.adminPassword = evidencePassword;
        wanted.kdfMemoryMib = 64;
        wanted.practice = true;
        auto made = createOffice(wanted);
        REQUIRE(made);
        auto opened = Office::open(made->access);
        REQUIRE(opened);
        office = *std::move(opened);
    }

    [[nodiscard]] Login as(const QString& user, const QString& password = evidencePassword) const
    {
        return {place, user, password, {}};
    }

    /// Another login, as another program of this computer.
    std::unique_ptr<Office> open(const QString& user) const
    {
        auto access = login(as(user));
        INFO((access ? QString() : access.error().message + access.error().detail).toStdString());
        REQUIRE(access);
        auto opened = Office::open(*access);
        REQUIRE(opened);
        return *std::move(opened);
    }

    /// The program ends as a crash would end it: nothing is flushed.
    void crash() { office.reset(); }
    void start() { office = open(u"li"_s); }

    Client add(const QString& name)
    {
        ClientValues values;
        values.set(Field::Name, name);
        AddOptions options;
        options.force = true;
        auto added = office->clients().add(values, options);
        REQUIRE(added);
        REQUIRE(added->client);
        return *added->client;
    }

    void addUser(const QString& name, Role role)
    {
        REQUIRE(office->users().add({name, role, {}, evidencePassword}));
    }

    std::int64_t number(std::string_view sql)
    {
        auto value = office->context().reader.statement(sql).one(
            [](const Statement& row) { return row.int64(0); });
        REQUIRE(value);
        return value->value_or(-1);
    }

    void tamper(std::string_view sql)
    {
        REQUIRE(office->context().writer.execute("PRAGMA foreign_keys = OFF"));
        REQUIRE(office->context().writer.execute(sql));
    }

    AuditReport verified()
    {
        Progress quiet;
        auto report = office->verifyLog(quiet);
        REQUIRE(report);
        return *report;
    }

    std::vector<IntegrityProblem> problems()
    {
        Progress quiet;
        auto found = office->check(quiet);
        REQUIRE(found);
        return *found;
    }

    void flush() { REQUIRE(office->flushLooks(FlushLooks::Now)); }

    /// All that this computer keeps of the office.
    [[nodiscard]] QByteArray notes() const
    {
        QByteArray all;
        QDirIterator files(QFileInfo(officeNotePath({}, {})).absolutePath(),
                           QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly)) {
                all += file.fileName().toUtf8() + file.readAll();
            }
        }
        return all;
    }

    [[nodiscard]] QString journalPath(int slot = 0) const
    {
        return officeNotePath(office->access().officeId, u".looks/"_s)
            + QString::fromLatin1(office->session().uuid.toHex()) + u'-' + QString::number(slot);
    }
};

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

inline void putContent(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace evidencetest
