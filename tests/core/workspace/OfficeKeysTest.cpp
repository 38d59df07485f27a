// Second secrets, the cost of the password hash, and a keyring that is put back: at logins to a whole office.
#include "tests/support/MemoryKeystore.h"

#include "core/crypto/KeyFile.h"
#include "core/crypto/KeyringFile.h"
#include "core/security/SettingStore.h"
#include "core/storage/Statement.h"
#include "core/workspace/Office.h"
#include "core/workspace/OfficeKeyring.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace core;

namespace {

const QString walrus = QStringLiteral("granite walrus");

struct SecretOffice
{
    QTemporaryDir folder;
    QString place = folder.filePath(QStringLiteral("Acme.dossier"));
    CreatedOffice made = make();
    std::unique_ptr<Office> desk = open(made.access);
    Progress quiet;

    CreatedOffice make() const
    {
        NewOffice wanted;
        wanted.folder = place;
        wanted.name = QStringLiteral("Acme");
        wanted.adminName = QStringLiteral("li");
        wanted.adminPassword = walrus;
        wanted.kdfMemoryMib = 64;
        auto created = createOffice(wanted);
        REQUIRE(created);
        return *std::move(created);
    }
    static std::unique_ptr<Office> open(const std::shared_ptr<const OfficeAccess>& access)
    {
        auto office = Office::open(access);
        REQUIRE(office);
        return *std::move(office);
    }
    [[nodiscard]] Login as(const char* name, const QString& keyFile = {}) const
    {
        return {place, QString::fromLatin1(name), walrus, {}, keyFile};
    }
    [[nodiscard]] Result<std::shared_ptr<const OfficeAccess>>
    enter(const char* name, const QString& keyFile = {}) const
    {
        return login(as(name, keyFile));
    }
    void add(const char* name, Role role = Role::Sales) const
    {
        REQUIRE(desk->users().add({QString::fromLatin1(name), role, {}, walrus}));
    }
    [[nodiscard]] QString copy(int number) const
    {
        return QDir(place).filePath(number == 0 ? QStringLiteral("keyring.a")
                                                : QStringLiteral("keyring.b"));
    }
    [[nodiscard]] QByteArray bytes(int number = 0) const
    {
        QFile file(copy(number));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(int number, const QByteArray& bytes) const
    {
        QFile file(copy(number));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }
    void loseBoth() const
    {
        REQUIRE(QFile::remove(copy(0)));
        put(1, QByteArray(500, 'x'));
    }
    [[nodiscard]] QString save(const QByteArray& bytes) const
    {
        QFile file(folder.filePath(QStringLiteral("backup.keyring")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
        return file.fileName();
    }
    [[nodiscard]] QStringList actions() const
    {
        auto rows = desk->context()
                        .reader.statement("SELECT action FROM audit_entries ORDER BY seq")
                        .all([](const Statement& row) { return row.text(0); });
        REQUIRE(rows);
        return {rows->begin(), rows->end()};
    }
    [[nodiscard]] KdfCost costOf(const char* name) const
    {
        auto keyring = readKeyring(place);
        REQUIRE(keyring);
        auto person = keyring->unlock({QString::fromLatin1(name), walrus});
        REQUIRE(person);
        return keyring->costOf(person->slotId);
    }
    void checkWhole()
    {
        auto problems = desk->check(quiet);
        REQUIRE(problems);
        CHECK(problems->empty());
    }
};

/// What this computer remembers of offices, to go back to a former day of it.
class ComputerMemory
{
public:
    ComputerMemory()
    {
        for (const QString& name : dir().entryList(QDir::Files)) {
            QFile file(dir().filePath(name));
            REQUIRE(file.open(QIODevice::ReadOnly));
            m_files.insert(name, file.readAll());
        }
    }
    void putBack() const
    {
        forget();
        for (auto one = m_files.begin(); one != m_files.end(); ++one) {
            QFile file(dir().filePath(one.key()));
            REQUIRE(file.open(QIODevice::WriteOnly));
            file.write(one.value());
        }
    }
    static void forget()
    {
        for (const QString& name : dir().entryList(QDir::Files)) {
            QFile::remove(dir().filePath(name));
        }
    }

private:
    static QDir dir()
    {
        return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                    + QStringLiteral("/offices"));
    }
    QMap<QString, QByteArray> m_files;
};

} // namespace

TEST_CASE("a wrong or missing key file is refused like a wrong password, in the same words")
{
    SecretOffice office;
    const QString path = office.folder.filePath(QStringLiteral("wang.key"));
    auto secret = takeKeyFile(path);
    REQUIRE(secret);
    REQUIRE(office.desk->users().add({QStringLiteral("wang"), Role::Sales, {}, walrus, *secret}));
    CHECK(office.enter("wang", path));
    Login typo = office.as("wang", path);
    typo.password = QStringLiteral("wrong");
    const Error wrongPassword = login(typo).error();
    CHECK(wrongPassword.code == ErrorCode::Unauthenticated);
    const QString other = office.folder.filePath(QStringLiteral("other.key"));
    REQUIRE(takeKeyFile(other));
    for (const QString& file : {QString(), other, office.folder.filePath(QStringLiteral("none"))}) {
        const auto refused = office.enter("wang", file);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == wrongPassword.code);
        CHECK(refused.error().message == wrongPassword.message);
    }
    auto ways = office.desk->users().ways();
    REQUIRE(ways);
    const auto of = [&](const char* name) {
        auto users = office.desk->users().list();
        REQUIRE(users);
        for (const User& user : *users) {
            if (user.name == QLatin1String(name)) {
                return ways->value(user.uuid);
            }
        }
        return UserWays{};
    };
    CHECK(of("li").passwordAlone);
    CHECK(of("wang").keyFile);
    CHECK_FALSE(of("wang").passwordAlone);

    SECTION("the own new password keeps it")
    {
        auto access = office.enter("wang", path);
        REQUIRE(access);
        auto own = SecretOffice::open(*access);
        REQUIRE(own->users().setPassword(QStringLiteral("wang"), QStringLiteral("second")));
        CHECK(login({office.place, QStringLiteral("wang"), QStringLiteral("second"), {}, path}));
        CHECK_FALSE(login({office.place, QStringLiteral("wang"), QStringLiteral("second"), {}}));
    }
    SECTION("one that was taken since the login cannot be kept by mistake")
    {
        const QString li = QStringLiteral("li");
        REQUIRE(office.desk->users().setPassword(
            li, {walrus, NewSecond::KeyFile, *readKeyFile(other)}));
        const auto unsaid = office.desk->users().setPassword(li, QStringLiteral("second"));
        REQUIRE_FALSE(unsaid);
        CHECK(unsaid.error().code == ErrorCode::Invalid);
        CHECK(office.enter("li", other));
    }
    SECTION("an administrator says what becomes of it")
    {
        const QString wang = QStringLiteral("wang");
        const auto unsaid = office.desk->users().setPassword(wang, QStringLiteral("second"));
        REQUIRE_FALSE(unsaid);
        CHECK(unsaid.error().code == ErrorCode::Invalid);
        REQUIRE(office.desk->users().setPassword(
            wang, {QStringLiteral("second"), NewSecond::KeyFile, *readKeyFile(other)}));
        CHECK(login({office.place, wang, QStringLiteral("second"), {}, other}));
        REQUIRE(office.desk->users().setPassword(wang, {QStringLiteral("third"), NewSecond::None}));
        CHECK(login({office.place, wang, QStringLiteral("third"), {}}));
    }
}

TEST_CASE("an enrolled computer is found by the login itself, and the password alone is not enough")
{
    SecretOffice office;
    tests::MemoryKeystore keystore;
    office.add("wang");
    OwnKeys& own = office.desk->ownKeys();
    CHECK(own.enrollComputer(QStringLiteral("wrong"), PasswordAlone::NoLonger).error().code
          == ErrorCode::Unauthenticated);
    CHECK(own.checkPassword(walrus));
    REQUIRE(own.enrollComputer(walrus, PasswordAlone::NoLonger));
    CHECK(office.enter("li"));
    CHECK(office.enter("wang")); // who is not enrolled goes on as before
    CHECK(office.actions().contains(QStringLiteral("user.enroll_computer")));
    auto ways = office.desk->users().ways();
    REQUIRE(ways);
    const UserWays mine = ways->value(office.desk->session().uuid);
    CHECK(mine.computers == QStringList{office.desk->context().host});
    CHECK_FALSE(mine.passwordAlone);
    {
        keystore.setState(tests::MemoryKeystore::State::Absent); // another computer
        CHECK(office.enter("li").error().code == ErrorCode::Unauthenticated);
        keystore.setState(tests::MemoryKeystore::State::Locked);
        CHECK(office.enter("li").error().code == ErrorCode::Unauthenticated);
        keystore.setState(tests::MemoryKeystore::State::Open);
    }
    auto access = office.enter("li");
    REQUIRE(access);
    auto desk = SecretOffice::open(*access);
    SECTION("enrolled again, it is one way, and the password alone another where that is wanted")
    {
        REQUIRE(desk->ownKeys().enrollComputer(walrus, PasswordAlone::Still));
        auto again = desk->users().ways();
        REQUIRE(again);
        CHECK(again->value(desk->session().uuid).computers.size() == 1);
        keystore.setState(tests::MemoryKeystore::State::Absent);
        CHECK(office.enter("li"));
    }
    SECTION("forgotten, the password alone opens the office, since there is no other way")
    {
        CHECK(desk->ownKeys().forgetComputer(walrus, QStringLiteral("laptop")).error().code
              == ErrorCode::NotFound);
        auto alone = desk->ownKeys().forgetComputer(walrus);
        REQUIRE(alone);
        CHECK(*alone);
        keystore.setState(tests::MemoryKeystore::State::Absent);
        CHECK(office.enter("li"));
    }
    SECTION("a new password keeps this computer")
    {
        REQUIRE(desk->users().setPassword(QStringLiteral("li"), QStringLiteral("second")));
        const Login second{office.place, QStringLiteral("li"), QStringLiteral("second"), {}};
        CHECK(login(second));
        keystore.setState(tests::MemoryKeystore::State::Absent);
        CHECK_FALSE(login(second));
    }
    office.checkWhole();
}

TEST_CASE(
    "a cheaper password hash is made anew at the login when the office asks for more, and never "
    "made cheaper")
{
    SecretOffice office;
    office.add("wang");
    for (const int outside : {0, 63, 2049, 1 << 30}) {
        CHECK(office.desk->keys().setKdfMemory(outside).error().code == ErrorCode::Invalid);
    }
    REQUIRE(office.desk->keys().setKdfMemory(72));
    CHECK(office.costOf("wang").memoryMib == 64);
    auto wang = office.enter("wang");
    REQUIRE(wang);
    CHECK(office.costOf("wang").memoryMib == 72);
    CHECK(office.costOf("li").memoryMib == 64); // only the person's own
    CHECK(office.actions().count(QStringLiteral("user.kdf")) == 1);
    CHECK(office.enter("wang"));
    CHECK(office.actions().count(QStringLiteral("user.kdf")) == 1);
    auto desk = SecretOffice::open(*wang); // with what the login had unlocked before
    CHECK(desk->keys().setKdfMemory(80).error().code == ErrorCode::Denied);

    REQUIRE(office.desk->keys().setKdfMemory(64));
    CHECK(office.enter("wang"));
    CHECK(office.costOf("wang").memoryMib == 72);
    office.add("chen");
    CHECK(office.costOf("chen").memoryMib == 64);
    office.checkWhole();

    SECTION("a setting that cannot be is as if there were none")
    {
        REQUIRE(office.desk->context().writer.execute(
            "UPDATE settings SET value = '999999' WHERE name = 'kdf_memory_mib'"));
        CHECK(office.enter("wang"));
        CHECK(office.costOf("wang").memoryMib == 72);
    }
    SECTION("there are never more costs than a login tries")
    {
        int refused = 0;
        for (int memory = 65; memory < 72 && refused == 0; ++memory) {
            auto set = office.desk->keys().setKdfMemory(memory);
            refused = set ? 0 : memory;
            if (set) {
                REQUIRE(office.desk->users().add(
                    {QStringLiteral("p%1").arg(memory), Role::Sales, {}, walrus}));
            }
        }
        CHECK(refused > 0);
        CHECK(office.enter("chen"));
    }
}

TEST_CASE("a copy of the keyring that is gone or damaged is written anew at the next login")
{
    SecretOffice office;
    for (const int broken : {0, 1}) {
        const QByteArray whole = office.bytes();
        REQUIRE(QFile::remove(office.copy(broken)));
        CHECK(office.enter("li"));
        CHECK(office.bytes(broken) == whole);
        office.put(broken, whole.left(300));
        CHECK(office.enter("li"));
        CHECK(office.bytes(broken) == whole);
        office.put(broken, QByteArray(whole).replace(200, 6, "damage"));
        CHECK(office.enter("li"));
        CHECK(office.bytes(broken) == whole);
    }
}

TEST_CASE("with both copies gone, what this computer has kept takes their place, and that is said")
{
    SecretOffice office;
    office.add("wang");
    const QByteArray whole = office.bytes();
    office.loseBoth();
    auto wang = office.enter("wang"); // whoever logs in
    REQUIRE(wang);
    CHECK(warningAbout(**wang).contains(QStringLiteral("written anew")));
    CHECK(office.bytes(0) == whole);
    CHECK(office.bytes(1) == whole);
    auto again = office.enter("li");
    REQUIRE(again);
    CHECK(warningAbout(**again).isEmpty());
    CHECK(office.actions().count(QStringLiteral("office.repair_keyring")) == 1);
    office.checkWhole();

    office.loseBoth();
    ComputerMemory::forget(); // a computer that never saw the office
    CHECK(office.enter("li").error().code == ErrorCode::Corrupt);
    REQUIRE(QFile::remove(office.copy(1)));
    CHECK(office.enter("li").error().code == ErrorCode::NotFound);
}

TEST_CASE("what a computer kept before others changed the people or the key takes nobody's place")
{
    SecretOffice office;
    office.add("wang");
    const ComputerMemory before;
    SECTION("somebody lost access meanwhile")
    {
        REQUIRE(office.desk->users().disable(QStringLiteral("wang")));
    }
    SECTION("somebody came meanwhile")
    {
        office.add("chen");
    }
    SECTION("the office has another key")
    {
        REQUIRE(office.desk->keys().change(office.quiet));
    }
    const QByteArray whole = office.bytes();
    office.loseBoth();
    before.putBack();
    for (const char* name : {"li", "wang"}) {
        const auto refused = office.enter(name);
        REQUIRE_FALSE(refused);
        CHECK((refused.error().code == ErrorCode::Corrupt));
        CHECK(refused.error().message.contains(QStringLiteral("repair-keyring")));
    }
    CHECK_FALSE(QFile::exists(office.copy(0)));

    auto repaired = repairKeyring(office.as("li"), {office.save(whole)});
    REQUIRE(repaired);
    CHECK(office.bytes(0) == whole);
    CHECK(office.enter("li"));
}

TEST_CASE("a copy from a backup is put back by a data administrator of it, an older one only where "
          "that is accepted")
{
    SecretOffice office;
    office.add("wang");
    office.add("zhao", Role::DataAdmin);
    const QString backup = office.save(office.bytes());
    CHECK(repairKeyring(office.as("wang"), {backup}).error().code == ErrorCode::Denied);
    CHECK(repairKeyring(office.as("nobody"), {backup}).error().code == ErrorCode::Unauthenticated);
    CHECK(repairKeyring(office.as("li"), {office.folder.filePath(QStringLiteral("none"))})
              .error()
              .code
          == ErrorCode::Io);
    CHECK(repairKeyring(office.as("li"), {backup}));

    REQUIRE(office.desk->users().disable(QStringLiteral("wang")));
    office.add("chen", Role::Manager);
    REQUIRE(office.desk->users().setRole(QStringLiteral("zhao"), Role::Manager));
    SECTION("while the folder has a newer one that is whole")
    { }
    SECTION("and where it has none")
    {
        office.loseBoth();
    }
    SECTION("and on a computer that never saw the office, where the folder has a newer one")
    {
        ComputerMemory::forget();
    }
    const auto refused = repairKeyring(office.as("li"), {backup});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Invalid);
    CHECK(repairKeyring(office.as("zhao"), {backup, true}).error().code == ErrorCode::Denied);

    auto accepted = repairKeyring(office.as("li"), {backup, true});
    REQUIRE(accepted);
    auto desk = SecretOffice::open(*accepted);
    auto users = desk->users().list();
    REQUIRE(users);
    for (const User& user : *users) {
        INFO(user.name.toStdString());
        CHECK(user.active
              == (user.name == QStringLiteral("li") || user.name == QStringLiteral("zhao")));
        CHECK((user.role == Role::DataAdmin) == (user.name == QStringLiteral("li")));
    }
    CHECK(office.enter("li"));
    CHECK(office.enter("zhao"));
    CHECK_FALSE(office.enter("wang"));
    CHECK_FALSE(office.enter("chen"));
    REQUIRE(desk->users().setPassword(QStringLiteral("chen"), walrus));
    CHECK(office.enter("chen"));
    office.checkWhole();
}

TEST_CASE("a keyring of another beginning, or that went another way, is not put back")
{
    SecretOffice office;
    office.add("zhao", Role::DataAdmin);
    auto fork = readKeyring(office.place);
    REQUIRE(fork);
    auto zhao = fork->unlock({QStringLiteral("zhao"), walrus});
    REQUIRE(zhao);
    REQUIRE(office.desk->users().setRole(QStringLiteral("zhao"), Role::Sales));
    // Demoted, he goes on from the copy in which he was an administrator, further than the office has come.
    for (int i = 0; i < 3; ++i) {
        REQUIRE(fork->newRecovery(*zhao, RecoveryCode::random()));
    }
    const auto forked = repairKeyring(office.as("zhao"), {office.save(fork->bytes()), true});
    REQUIRE_FALSE(forked);
    CHECK(forked.error().code == ErrorCode::Corrupt);
    auto other = Keyring::create(office.made.access->officeId,
                                 {QStringLiteral("li"), walrus, {}, {64, 3}});
    REQUIRE(other);
    CHECK(repairKeyring(office.as("li"), {office.save(other->keyring.bytes()), true}).error().code
          == ErrorCode::Corrupt);
    CHECK(repairKeyring(office.as("li"), {office.save("no keyring")}).error().code
          == ErrorCode::Corrupt);
}

TEST_CASE("a keyring is not put back over another that came meanwhile")
{
    SecretOffice office;
    auto keyring = readKeyring(office.place);
    REQUIRE(keyring);
    CHECK(putBack(office.place, *keyring, std::nullopt).error().code == ErrorCode::Conflict);
    CHECK(putBack(office.place, *keyring, keyring->generation() + 1).error().code
          == ErrorCode::Conflict);
    CHECK(putBack(office.place, *keyring, keyring->generation()));
}

TEST_CASE(
    "the old keyring and password of somebody who left do not open the office after the re-key")
{
    SecretOffice office;
    const QString name = QStringLiteral("wang");
    office.add("wang");
    auto own = office.enter("wang");
    REQUIRE(own);
    const QByteArray taken = office.bytes(); // copied home, with the key that it opens
    const SecureBytes takenKey = (*own)->person->databaseKey.clone();
    const ComputerMemory ofWang;
    REQUIRE(office.desk->users().disable(name));
    auto state = office.desk->keys().state();
    REQUIRE(state);
    CHECK(state->isChangeAdvised());
    CHECK(state->leftWithKey == QStringList{name});
    CHECK(state->seconds >= 1);
    const QString database = databasePath(office.place);
    CHECK(Connection::open({.path = database}, takenKey)); // why a re-key is advised

    REQUIRE(office.desk->keys().change(office.quiet));
    state = office.desk->keys().state();
    REQUIRE(state);
    CHECK_FALSE(state->isChangeAdvised());
    const QByteArray now = office.bytes();
    CHECK(Connection::open({.path = database}, takenKey).error().code
          == ErrorCode::Unauthenticated);
    auto keyring = Keyring::parse(taken);
    REQUIRE(keyring);
    auto unlocked = keyring->unlock({name, walrus});
    REQUIRE(unlocked); // the old copy opens with the old password, and holds no key that fits
    CHECK(Connection::open({.path = database}, unlocked->databaseKey).error().code
          == ErrorCode::Unauthenticated);
    office.put(0, taken);
    office.put(1, taken);
    for (const bool onHisComputer : {false, true}) {
        if (onHisComputer) {
            ofWang.putBack();
        }
        CHECK_FALSE(office.enter("wang"));
    }
    office.put(0, now);
    office.put(1, now);
    CHECK(office.enter("wang").error().code == ErrorCode::Unauthenticated);
    CHECK(office.enter("li"));
    office.checkWhole();
}

TEST_CASE("another recovery code counts from the moment it is set, the old one no longer")
{
    SecretOffice office;
    office.add("wang");
    auto wang = office.enter("wang");
    REQUIRE(wang);
    const RecoveryCode code = RecoveryCode::random();
    CHECK(SecretOffice::open(*wang)->keys().setRecovery(code).error().code == ErrorCode::Denied);
    REQUIRE(office.desk->keys().setRecovery(code));
    CHECK(office.actions().contains(QStringLiteral("office.new_recovery")));
    const QString second = QStringLiteral("second");
    CHECK(recoverOffice(office.place, office.made.recoveryCode, QStringLiteral("li"), second)
              .error()
              .code
          == ErrorCode::Unauthenticated);
    CHECK(office.enter("li"));
    REQUIRE(recoverOffice(office.place, code.toText(), QStringLiteral("li"), second));
    auto access = login({office.place, QStringLiteral("li"), second, {}});
    REQUIRE(access);
    auto report = SecretOffice::open(*access)->verifyLog(office.quiet);
    REQUIRE(report);
    CHECK_FALSE(report->firstBad);
}

TEST_CASE("a person moves to another department under log")
{
    SecretOffice office;
    office.add("wang");
    const QString wang = QStringLiteral("wang");
    auto moved = office.desk->users().setDepartment(wang, QStringLiteral(" East "));
    REQUIRE(moved);
    CHECK(moved->departmentName == QStringLiteral("East"));
    auto access = office.enter("wang");
    REQUIRE(access);
    CHECK((*access)->session.department == moved->department);
    CHECK(SecretOffice::open(*access)->users().setDepartment(wang, {}).error().code
          == ErrorCode::Denied);
    auto none = office.desk->users().setDepartment(wang, {});
    REQUIRE(none);
    CHECK_FALSE(none->department.isValid());
    CHECK(office.actions().count(QStringLiteral("user.set_department")) == 2);
    office.checkWhole();
}

TEST_CASE("the people of an office stand in the order in which names are looked for")
{
    SecretOffice office;
    for (const char16_t* name : {u"张伟", u"Bob", u"王芳", u"陈静"}) {
        REQUIRE(office.desk->users().add({QString::fromUtf16(name), Role::Sales, {}, walrus}));
    }
    auto users = office.desk->users().list();
    REQUIRE(users);
    QStringList names;
    for (const User& user : *users) {
        names.append(user.name);
    }
    CHECK(names
          == QStringList{QStringLiteral("Bob"),
                         QStringLiteral("陈静"),
                         QStringLiteral("li"),
                         QStringLiteral("王芳"),
                         QStringLiteral("张伟")});
}
