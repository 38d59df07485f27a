// Key files, the cost of the password hash, recovery codes and keyrings put back, as scripts use them.
#include "cli/CommandLine.h"

#include <QDir>
#include <QFile>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using namespace Qt::StringLiterals;

namespace {

struct Keyed : CommandLine
{
    Keyed()
    {
        REQUIRE(
            run(u"office create --name Acme --admin li --recovery-file code.txt --kdf-memory 64"_s)
                .exit
            == 0);
        write(u"pw"_s, "salty pretzel orbit\n");
        write(u"pw2"_s, "velvet hammer lagoon\n");
    }
    void asWang(const char* password = "salty pretzel orbit")
    {
        actAs(u"wang"_s, QString::fromLatin1(password));
    }
    void asLi() { actAs(u"li"_s, u"granite walrus umbrella"_s); }
    [[nodiscard]] int with(const char* options) const
    {
        return run(QString::fromLatin1(options) + u" office info"_s).exit;
    }
};

} // namespace

TEST_CASE("a person's key file is made, needed, replaced and given up by the command line")
{
    Keyed acme;
    REQUIRE(acme.run(u"user add wang --role sales --new-password-file pw --new-key-file k1"_s).exit
            == 0);
    CHECK(acme.read(u"k1"_s).count('\n') == 2);
    CHECK(acme.run(u"user add wang --role sales --new-password-file pw --new-key-file k2"_s).exit
          == 1);
    CHECK_FALSE(QFile::exists(acme.path(u"k2"_s))); // nothing came of it
    acme.write(u"photo.jpg"_s, "any file works");
    acme.write(u"empty"_s, "");
    acme.asWang();
    CHECK(acme.with("") == 3);
    CHECK(acme.with("--key-file photo.jpg") == 3);
    CHECK(acme.with("--key-file none") == 3);
    CHECK(acme.with("--key-file k1") == 0);
    CHECK(acme.run(u"--key-file none office info"_s).error
          == acme.run(u"--key-file photo.jpg office info"_s).error);
    CHECK(acme.run(u"--key-file k1 user set-password wang --new-password-file pw2 "
                   "--new-key-file empty"_s)
              .exit
          == 1);
    REQUIRE(acme.run(u"--key-file k1 user set-password wang --new-password-file pw2 "
                     "--new-key-file photo.jpg"_s)
                .exit
            == 0);
    CHECK(acme.read(u"photo.jpg"_s) == "any file works");
    acme.asWang("velvet hammer lagoon");
    CHECK(acme.with("--key-file k1") == 3);
    CHECK(acme.with("--key-file photo.jpg") == 0);

    acme.asLi();
    const QJsonArray users = acme.run(u"user list"_s).json().value(u"users"_s).toArray();
    CHECK(users.at(1).toObject().value(u"second"_s).toObject().value(u"key_file"_s) == true);
    CHECK(acme.run(u"user set-password wang --new-password-file pw"_s).exit == 1);
    CHECK(
        acme.run(u"user set-password wang --new-password-file pw --no-key-file --new-key-file k1"_s)
            .exit
        == 2);
    CHECK(acme.run(u"user set-password wang --new-password-file pw --no-key-file"_s).exit == 0);
    acme.asWang();
    CHECK(acme.with("") == 0);
}

TEST_CASE("whoever takes access away is told to change the key, or does both at once")
{
    Keyed acme;
    for (const QString& name : {u"wang"_s, u"zhao"_s}) {
        REQUIRE(acme.run(u"user add %1 --role sales --new-password-file pw"_s.arg(name)).exit == 0);
    }
    const Answer left = acme.run(u"user disable wang"_s);
    CHECK(left.exit == 0);
    CHECK(left.json().value(u"rekey_advised"_s) == true);
    CHECK(left.error.contains("office rekey"));
    const Answer both = acme.run(u"user disable zhao --rekey"_s);
    CHECK(both.exit == 0);
    CHECK(both.json().value(u"rekey_advised"_s) == false);
    CHECK(both.json().value(u"epoch"_s) == 2);
    CHECK(acme.run(u"office check"_s).exit == 0);
}

TEST_CASE("cost of the password hash, recovery code and department are set by data administrators")
{
    Keyed acme;
    REQUIRE(acme.run(u"user add wang --role sales --new-password-file pw"_s).exit == 0);
    CHECK(acme.run(u"office set-kdf --memory 63"_s).exit == 1);
    CHECK(acme.run(u"office set-kdf --memory 72"_s).json().value(u"kdf_memory"_s) == 72);
    CHECK(acme.run(u"office new-recovery --recovery-file code.txt"_s).exit == 1); // is there
    CHECK(acme.run(u"office new-recovery --recovery-file code2.txt"_s).exit == 0);
    CHECK(acme.run(u"user set-department wang East"_s).json().value(u"department"_s) == u"East"_s);
    acme.asWang();
    CHECK(acme.with("") == 0);
    CHECK(acme.run(u"office set-kdf --memory 80"_s).exit == 4);
    CHECK(acme.run(u"office new-recovery --recovery-file code3.txt"_s).exit == 4);
    CHECK_FALSE(QFile::exists(acme.path(u"code3.txt"_s)));
    CHECK(acme.run(u"user set-department wang West"_s).exit == 4);
    acme.actAs(u"sun"_s, u"nothing"_s);
    CHECK(acme.run(u"office recover --recovery-file code.txt --new-password-file pw"_s).exit == 3);
    CHECK(acme.run(u"office recover --recovery-file code2.txt --new-password-file pw"_s).exit == 0);
    acme.asLi();
    CHECK(acme.run(u"office check"_s).exit == 0);
}

TEST_CASE("a keyring comes back from a backup, an older one where that is said, another never")
{
    Keyed acme;
    const QByteArray first = acme.read(u"Acme.dossier/keyring.a"_s);
    acme.write(u"old"_s, first);
    REQUIRE(acme.run(u"user add wang --role sales --new-password-file pw"_s).exit == 0);
    acme.write(u"new"_s, acme.read(u"Acme.dossier/keyring.a"_s));
    CHECK(acme.run(u"office repair-keyring --from old"_s).exit == 1);
    CHECK(acme.run(u"office repair-keyring --from code.txt"_s).exit == 6);
    for (const QString& copy : {u"keyring.a"_s, u"keyring.b"_s}) {
        REQUIRE(QFile::remove(acme.path(u"Acme.dossier/"_s + copy)));
    }
    CHECK(acme.run(u"office repair-keyring --from new"_s).json().value(u"older"_s) == false);
    CHECK(acme.read(u"Acme.dossier/keyring.b"_s) == acme.read(u"new"_s));
    const Answer accepted = acme.run(u"office repair-keyring --from old --accept-older"_s);
    CHECK(accepted.exit == 0);
    CHECK(accepted.json().value(u"older"_s) == true);
    acme.asWang();
    CHECK(acme.with("") == 3);
    acme.asLi();
    CHECK(acme.run(u"office check"_s).exit == 0);
}

#ifdef Q_OS_LINUX // Windows and macOS always have one
TEST_CASE("where there is no keystore, enrolling says so and changes nothing")
{
    Keyed acme;
    const QByteArray before = acme.read(u"Acme.dossier/keyring.a"_s);
    CHECK(acme.run(u"user enroll-computer"_s).exit == 1);
    CHECK(acme.run(u"user forget-computer"_s).exit == 1);
    CHECK(acme.read(u"Acme.dossier/keyring.a"_s) == before);
}
#endif
