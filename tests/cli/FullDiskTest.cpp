// A disk that takes no more, as another program sees it: exit code, sentence, and what is there afterwards.
#include "cli/CommandLine.h"
#include "support/ResourceLimit.h"

#include <QFileInfo>

#include <catch2/catch_test_macros.hpp>

#ifdef Q_OS_LINUX

using namespace tests;
using namespace Qt::StringLiterals;

TEST_CASE("where the disk takes no more, exit 1 says so, and the office is as it was")
{
    const CommandLine acme;
    REQUIRE(acme.run(u"office create --name Acme --admin li --recovery-file code.txt "
                     "--kdf-memory 64"_s)
                .exit
            == 0);
    REQUIRE(acme.run(u"client list"_s).exit == 0); // the first opening builds the indexes
    QByteArray rows = "name,type,notes\n";
    for (int i = 0; i < 200; ++i) {
        rows += "Acme " + QByteArray::number(i) + " Ltd,company," + QByteArray(500, 'n') + '\n';
    }
    acme.write(u"rows.csv"_s, rows);
    const QString database = acme.path(u"Acme.dossier/office.db"_s);
    const auto whole = QFileInfo(database).size();
    {
        const ResourceLimit full(RLIMIT_FSIZE, rlim_t(whole));
        const Answer refused = acme.run(u"import rows.csv"_s);
        INFO(refused.out.toStdString() << refused.error.toStdString());
        CHECK(refused.exit == 1);
        const QJsonObject error = refused.json().value(u"error"_s).toObject();
        CHECK(error.value(u"code"_s) == u"io"_s);
        CHECK(error.value(u"message"_s).toString().contains(u"nothing was saved"));
    }
    CHECK(QFileInfo(database).size() == whole);
    CHECK(acme.run(u"office check"_s).json().value(u"ok"_s) == true);
    CHECK(acme.run(u"client list"_s).json().value(u"total"_s) == 0);
    CHECK(acme.run(u"import rows.csv"_s).json().value(u"created"_s) == 200);
    CHECK(acme.run(u"client list"_s).json().value(u"total"_s) == 200);
}

#endif
