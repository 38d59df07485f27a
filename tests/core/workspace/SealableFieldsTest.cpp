// Which fields are confidential and which can be made so, and who is offered what cannot be taken back.
#include "core/records/ClientStore.h"
#include "core/workspace/Office.h"

#include <QDir>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// li administrates; the others are logged in where a test needs them.
struct FieldsOffice
{
    QTemporaryDir folder;
    NewOffice wanted{.folder = QDir(folder.path()).filePath(u"Acme.dossier"_s),
                     .name = u"Acme"_s,
                     .adminName = u"li"_s,
                     .adminPassword = u"granite walrus"_s,
                     .kdfMemoryMib = 64};
    std::unique_ptr<Office> li;

    FieldsOffice()
    {
        auto made = createOffice(wanted);
        REQUIRE(made);
        auto opened = Office::open(made->access);
        REQUIRE(opened);
        li = *std::move(opened);
    }

    std::unique_ptr<Office> hire(const QString& name, Role role) const
    {
        const QString password = u"password of "_s + name;
        REQUIRE(li->users().add({name, role, {}, password}));
        auto access = login({wanted.folder, name, password, {}});
        REQUIRE(access);
        auto opened = Office::open(*access);
        REQUIRE(opened);
        return *std::move(opened);
    }

    static ClientId add(Office& office, const QString& name, const char* custom)
    {
        ClientValues values;
        values.set(Field::Type, u"person"_s);
        values.set(Field::Name, name);
        values.set(Field::Phone, u"13800138000"_s);
        values.set(Field::Custom, QString::fromUtf8(custom));
        AddOptions options;
        options.force = true;
        options.consent = u"form 3"_s;
        auto added = office.clients().add(values, options);
        REQUIRE(added);
        REQUIRE(added->client);
        return added->client->id();
    }

    /// "NAME own confidential RECORDS", one line each.
    QStringList lines() const
    {
        auto fields = li->sealed().sealableFields();
        REQUIRE(fields);
        QStringList lines;
        for (const SealableField& field : *fields) {
            lines.append(u"%1 %2 %3 %4"_s
                             .arg(field.name,
                                  field.isOwn ? u"own"_s : u"always"_s,
                                  field.isConfidential ? u"confidential"_s : u"ordinary"_s)
                             .arg(field.records));
        }
        return lines;
    }
};

} // namespace

TEST_CASE_METHOD(FieldsOffice, "own fields are counted by the records that say something in them")
{
    CHECK(lines()
          == QStringList{u"id_number always confidential 0"_s,
                         u"bank_account always confidential 0"_s});
    add(*li, u"王小明"_s, R"({"Shoe":"43","Passport":"E12345678"})");
    add(*li, u"李大明"_s, R"({"Shoe":"44"})");
    add(*li, u"赵一"_s, "");
    const ClientId trashed = add(*li, u"钱二"_s, R"({"Shoe":"45"})");
    REQUIRE(li->changes().moveToTrash({trashed}, u"a test"_s));
    add(*li, u"孙三"_s, R"({"Shoe":"46"})");
    REQUIRE(
        li->context().writer.execute("UPDATE clients SET status = 'erased' WHERE name = '孙三'"));
    Progress quiet;
    REQUIRE(li->sealed().sealCustom(u"Passport"_s, quiet));
    REQUIRE(li->sealed().sealCustom(u"Visa"_s, quiet)); // before anybody uses it
    const QStringList expected{u"id_number always confidential 0"_s,
                               u"bank_account always confidential 0"_s,
                               u"Passport own confidential 1"_s,
                               u"Shoe own ordinary 3"_s,
                               u"Visa own confidential 0"_s};
    CHECK(lines() == expected);
}

TEST_CASE_METHOD(FieldsOffice, "the list of own fields is a data administrator's")
{
    for (const auto& [name, role] : {std::pair(u"wang"_s, Role::Sales),
                                     std::pair(u"sun"_s, Role::Service),
                                     std::pair(u"chief"_s, Role::Manager),
                                     std::pair(u"auditor"_s, Role::Auditor)}) {
        INFO(name.toStdString());
        auto fields = hire(name, role)->sealed().sealableFields();
        REQUIRE_FALSE(fields);
        CHECK(fields.error().code == ErrorCode::Denied);
    }
    CHECK(hire(u"chen"_s, Role::DataAdmin)->sealed().sealableFields());
}

TEST_CASE_METHOD(FieldsOffice, "the withdrawal of a consent is offered to whoever can do it")
{
    auto wang = hire(u"wang"_s, Role::Sales);
    const ClientId id = add(*wang, u"王小明"_s, "");
    const auto offered = [&id](Office& office) {
        auto may = office.sealed().mayWithdrawConsent(id);
        REQUIRE(may);
        return *may;
    };
    CHECK(offered(*li));
    CHECK_FALSE(offered(*wang)); // he may ask for a change, not make it
    CHECK_FALSE(offered(*hire(u"auditor"_s, Role::Auditor)));
    auto unknown = li->sealed().mayWithdrawConsent({u"CUST209901010001"_s});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::NotFound);
}
