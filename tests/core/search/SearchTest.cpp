#include "core/search/SearchOffice.h"

using namespace searchtest;

namespace {

struct Case
{
    QString asked;
    QString name; ///< of the client that must be found
};

} // namespace

TEST_CASE("a client is found by any part of its name, in characters, pinyin and initials")
{
    SearchOffice office;
    office.addPerson(u"曾伟");
    office.addPerson(u"单田芳");
    office.addPerson(u"解晓东");
    office.addPerson(u"查良镛");
    office.addPerson(u"仇和平");
    office.addPerson(u"区志强");
    office.addPerson(u"尉迟恭");
    office.addPerson(u"張國榮");
    office.add(u"苏州元诚科技有限公司");
    office.add(u"Müller & Söhne GmbH");
    office.add(u"上海3M中国有限公司");
    const std::vector<Case> cases{
        {u"曾"_s, u"曾伟"_s},
        {u"zeng"_s, u"曾伟"_s},
        {u"zengwei"_s, u"曾伟"_s},
        {u"zeng wei"_s, u"曾伟"_s},
        {u"zw"_s, u"曾伟"_s},
        {u"ZengW"_s, u"曾伟"_s},
        {u"曾wei"_s, u"曾伟"_s},
        {u"shantianfang"_s, u"单田芳"_s},
        {u"shantf"_s, u"单田芳"_s},
        {u"stianf"_s, u"单田芳"_s},
        {u"stfang"_s, u"单田芳"_s},
        {u"shan tian f"_s, u"单田芳"_s},
        {u"liangy"_s, u"查良镛"_s},
        {u"yuanchengkj"_s, u"苏州元诚科技有限公司"_s},
        {u"xiexiaodong"_s, u"解晓东"_s},
        {u"zhaliang"_s, u"查良镛"_s},
        {u"zly"_s, u"查良镛"_s},
        {u"qiu"_s, u"仇和平"_s},
        {u"ouzhiqiang"_s, u"区志强"_s},
        {u"yuchigong"_s, u"尉迟恭"_s},
        {u"张国荣"_s, u"張國榮"_s},
        {u"國榮"_s, u"張國榮"_s},
        {u"诚"_s, u"苏州元诚科技有限公司"_s},
        {u"元誠"_s, u"苏州元诚科技有限公司"_s},
        {u"元诚科技"_s, u"苏州元诚科技有限公司"_s},
        {u"yuancheng"_s, u"苏州元诚科技有限公司"_s},
        {u"yckj"_s, u"苏州元诚科技有限公司"_s},
        {u"szyc"_s, u"苏州元诚科技有限公司"_s},
        {u"muller"_s, u"Müller & Söhne GmbH"_s},
        {u"SÖHNE"_s, u"Müller & Söhne GmbH"_s},
        {u"3m"_s, u"上海3M中国有限公司"_s},
        {u"上海3m"_s, u"上海3M中国有限公司"_s},
    };
    for (const Case& one : cases) {
        INFO("asked: " << one.asked.toStdString());
        CHECK(office.found(one.asked).contains(one.name));
    }
    CHECK(office.found(u"不在"_s).isEmpty());
    CHECK(office.found(u"zzz"_s).isEmpty());
    CHECK(office.found(u"shantianb"_s).isEmpty()); // begins like one, and goes on otherwise
    CHECK(office.found(QString()).isEmpty());
    CHECK(office.found(u"\"*( OR"_s).isEmpty());
}

TEST_CASE("a client is found by three digits of a phone, by e-mail, contact and id")
{
    SearchOffice office;
    const Client client = office.add({{Field::Name, u"苏州元诚科技有限公司"_s},
                                      {Field::Contact, u"陈静"_s},
                                      {Field::Phone, u"13800138000"_s},
                                      {Field::OtherPhones, u"0512-38183752"_s},
                                      {Field::Email, u"Chen.Jing@yuancheng-tech.example"_s}});
    office.add({{Field::Name, u"另一家"_s}, {Field::Phone, u"13911119999"_s}});
    for (const QString& asked : {u"138"_s,
                                 u"0138"_s,
                                 u"8000"_s,
                                 u"13800138000"_s,
                                 u"138 0013 8000"_s,
                                 u"+86 138 0013 8000"_s,
                                 u"+86 138"_s,
                                 u"0086-1380013"_s,
                                 u"3818"_s,
                                 u"051238"_s,
                                 u"0512-3818"_s,
                                 u"chen.jing@yuancheng-tech.example"_s,
                                 u"chen.jing@yuan"_s,
                                 u"jing@yuancheng-tech.ex"_s,
                                 u"chen.jing@"_s,
                                 u"jing"_s,
                                 u"yuancheng"_s,
                                 u"陈静"_s,
                                 u"cj"_s,
                                 client.id().value,
                                 client.id().value.toLower(),
                                 u"CUST20261124000"_s,
                                 u"20261124"_s,
                                 u"0001"_s,
                                 u"uanch"_s,
                                 u"ample"_s}) {
        INFO("asked: " << asked.toStdString());
        const QStringList found = office.found(asked);
        CHECK(found.contains(u"苏州元诚科技有限公司"_s));
    }
    CHECK(office.found(u"777"_s).isEmpty());
    CHECK(office.found(u"8000"_s).size() == 1);
}

TEST_CASE("digits that stand in a phone number, but not in that order, are not found")
{
    SearchOffice office;
    office.add({{Field::Name, u"甲"_s}, {Field::Phone, u"13812341385"_s}});
    // Each window of three is there, the five together are not.
    office.add({{Field::Name, u"乙"_s}, {Field::Phone, u"13812351234"_s}});
    CHECK(office.found(u"12341"_s) == QStringList{u"甲"_s});
    CHECK(office.found(u"51235"_s).isEmpty());
}

TEST_CASE("the whole comes before the beginning, the beginning before the middle")
{
    SearchOffice office;
    office.addPerson(u"李张伟");
    office.addPerson(u"张伟强");
    office.addPerson(u"张伟");
    CHECK(office.found(u"张伟"_s) == QStringList{u"张伟"_s, u"张伟强"_s, u"李张伟"_s});
    CHECK(office.found(u"zhangwei"_s) == QStringList{u"张伟"_s, u"张伟强"_s, u"李张伟"_s});
    CHECK(office.found(u"张伟"_s, u"admin"_s, 2) == QStringList{u"张伟"_s, u"张伟强"_s});
    office.as(u"admin"_s, [](const ClientQueries& queries) {
        CHECK(done(queries.search(u"张伟"_s, 2)).total == 3);
        CHECK(done(queries.search(u"张伟"_s, 10)).total == 3);
    });
}

TEST_CASE("a search says which field it found")
{
    SearchOffice office;
    office.add({{Field::Name, u"元诚"_s},
                {Field::Contact, u"陈静"_s},
                {Field::Phone, u"13800138000"_s},
                {Field::Email, u"info@yc.example"_s}});
    const std::vector<std::pair<QString, Field>> cases{{u"元"_s, Field::Name},
                                                       {u"yuan"_s, Field::Name},
                                                       {u"chenjing"_s, Field::Contact},
                                                       {u"静"_s, Field::Contact},
                                                       {u"0013"_s, Field::Phone},
                                                       {u"info"_s, Field::Email},
                                                       {u"cust"_s, Field::Id}};
    for (const auto& [asked, field] : cases) {
        INFO("asked: " << asked.toStdString());
        office.as(u"admin"_s, [&, wanted = field, text = asked](const ClientQueries& queries) {
            const SearchPage page = done(queries.search(text, 5));
            REQUIRE(page.clients.size() == 1);
            CHECK(page.clients.front().match.field == wanted);
            CHECK_FALSE(page.clients.front().match.text.isEmpty());
        });
    }
}

TEST_CASE("a salesperson finds and lists own clients only")
{
    SearchOffice office;
    office.person("li", Role::Sales);
    office.person("sun", Role::Sales);
    office.person("service", Role::Service);
    office.add({{Field::Name, u"张一"_s}}, u"li"_s);
    office.add({{Field::Name, u"张二"_s}}, u"sun"_s);
    office.add({{Field::Name, u"张三"_s}});
    CHECK(office.found(u"张"_s, u"li"_s) == QStringList{u"张一"_s});
    CHECK(office.found(u"zhang"_s, u"sun"_s) == QStringList{u"张二"_s});
    CHECK(office.found(u"张"_s, u"service"_s).size() == 3);
    CHECK(office.listed({}, u"li"_s) == QStringList{u"张一"_s});
    office.as(u"li"_s, [](const ClientQueries& queries) {
        CHECK(done(queries.count({})) == 1);
        CHECK(done(queries.count(u"name=张二 or name=张三"_s)) == 0);
        CHECK(done(queries.pks({}, Field::Name, false)).size() == 1);
        CHECK(done(queries.search(u"张"_s, 1)).total == 1);
    });
}

TEST_CASE("the few clients of a salesperson are found as the index finds them")
{
    SearchOffice office;
    office.person("li", Role::Sales);
    for (const QString& name : {u"单田芳"_s,
                                u"张伟"_s,
                                u"张三丰"_s,
                                u"苏州元诚科技有限公司"_s,
                                u"元诚贸易"_s,
                                u"Acme Tools (Shanghai) Ltd."_s,
                                u"Zhang Wei Trading"_s,
                                u"O'Brien AND Sons"_s}) {
        office.add({{Field::Name, name},
                    {Field::Contact, u"陈静"_s},
                    {Field::Phone, u"1380013%1"_s.arg(8000 + name.size())},
                    {Field::Email, u"info%1@yuancheng.example"_s.arg(name.size())}},
                   u"li"_s);
    }
    for (const QString& asked : {u"张"_s,           u"张伟"_s,      u"zhang"_s,
                                 u"zw"_s,           u"zhangw"_s,    u"shantf"_s,
                                 u"stianf"_s,       u"yuancheng"_s, u"ycmy"_s,
                                 u"元诚"_s,         u"公司"_s,      u"013"_s,
                                 u"13800138003"_s,  u"acme sh"_s,   u"cme"_s,
                                 u"info3@yuan"_s,   u"and"_s,       u"or"_s,
                                 u"\"and\" or ("_s, u"o'b"_s,       u"chenjing 元诚"_s,
                                 u"nothing"_s,      u"*"_s,         u"2026"_s,
                                 u"0003"_s}) {
        INFO("asked: " << asked.toStdString());
        CHECK(office.found(asked, u"li"_s) == office.found(asked));
    }
}

TEST_CASE("a question to the index is answered from words alike")
{
    constexpr std::string_view words = " ezhangwei pzhangwei pwei izw iw ";
    const std::vector<std::pair<std::string_view, bool>> cases{
        {R"("ezhangwei")", true},
        {R"("ezhang")", false},
        {R"("ezhang"*)", true},
        {R"(("ezhang" OR "iw"))", true},
        {R"("pwei" AND "none")", false},
        {R"("none" AND "none" OR "iw")", true},
        {R"("iw" OR "none" AND "none")", true},
        {R"(("iw" OR "none") AND "none")", false},
        {R"((("izw" AND "pw"*)) AND ("o1" OR "iw"))", true},
        {"", false},
        {R"(("iw")", true},
        {R"("iw)", true},
    };
    for (const auto& [question, is] : cases) {
        INFO(question);
        CHECK(answers(words, question) == is);
    }
}

TEST_CASE("a client that goes to a colleague is found by the colleague")
{
    SearchOffice office;
    office.person("li", Role::Sales);
    office.person("sun", Role::Sales);
    const Client before = office.add({{Field::Name, u"张一"_s}}, u"li"_s);
    Client after = before;
    after.version = 2;
    after.set(Field::Owner, u"sun"_s);
    after.owner = UserPk{3};
    office.change(before, after);
    CHECK(office.found(u"张"_s, u"li"_s).isEmpty());
    CHECK(office.found(u"张"_s, u"sun"_s) == QStringList{u"张一"_s});
}

TEST_CASE("whoever sees basic fields only cannot ask about the others")
{
    SearchOffice office;
    office.person("service", Role::Service);
    office.add({{Field::Name, u"元诚"_s}, {Field::Notes, u"pays late"_s}});
    office.as(u"service"_s, [](const ClientQueries& queries) {
        for (const QString& filter :
             {u"notes~late"_s, u"name=元诚 and (credit_code= or city=苏州)"_s}) {
            auto count = queries.count(filter);
            REQUIRE_FALSE(count);
            CHECK(count.error().code == ErrorCode::Denied);
        }
        ListQuery sorted;
        sorted.sort = Field::Notes;
        CHECK_FALSE(queries.list(sorted));
        CHECK(done(queries.count(u"name=元诚"_s)) == 1);
    });
}

TEST_CASE("nobody finds a client by what he may not see of it")
{
    SearchOffice office;
    office.person("service", Role::Service);
    office.person("auditor", Role::Auditor);
    office.add({{Field::Name, u"元诚贸易"_s},
                {Field::Contact, u"陈静"_s},
                {Field::Phone, u"13800138000"_s},
                {Field::Email, u"hidden@example.com"_s}});
    struct Case
    {
        QString asked;
        int service;
        int auditor;
    };
    for (const Case& one : {Case{u"hidden"_s, 0, 0},
                            Case{u"yuancheng"_s, 1, 1},
                            Case{u"元诚 陈静"_s, 1, 1},
                            Case{u"13800138000"_s, 1, 0},
                            Case{u"380013"_s, 1, 0}}) {
        INFO(one.asked.toStdString());
        office.as(u"service"_s, [&one](const ClientQueries& queries) {
            CHECK(done(queries.search(one.asked, 10)).total == one.service);
        });
        office.as(u"auditor"_s, [&one](const ClientQueries& queries) {
            CHECK(done(queries.search(one.asked, 10)).total == one.auditor);
            CHECK_FALSE(queries.count(u"phone=13800138000"_s)); // it is shown masked
        });
    }
}

TEST_CASE(
    "what was changed is found by its new words and no longer by the old; the index stays sound")
{
    SearchOffice office;
    const Client before = office.add({{Field::Name, u"元诚"_s}, {Field::Phone, u"13800138000"_s}});
    office.add(u"元诚二");
    Client after = before;
    after.version = 2;
    after.set(Field::Name, u"宏达"_s);
    after.set(Field::Phone, u"+8613999999999"_s);
    office.change(before, after);
    CHECK(office.found(u"元诚"_s) == QStringList{u"元诚二"_s});
    CHECK(office.found(u"8000"_s).isEmpty());
    CHECK(office.found(u"hongda"_s) == QStringList{u"宏达"_s});
    Client merged = after;
    merged.version = 3;
    merged.set(Field::Status, u"merged"_s);
    office.change(after, merged);
    CHECK(office.found(u"hongda"_s).isEmpty());
    done(office.connection->execute(
        "INSERT INTO search_index (search_index) VALUES ('integrity-check')"));
}

TEST_CASE("a removed client is found no more, and no word of it is left in an optimized index")
{
    SearchOffice office;
    const Client client = office.add(u"絕無僅有 Xylophonia");
    office.add(u"元诚");
    const auto holds = [&office] {
        return office.number("SELECT count(*) FROM search_index_data WHERE instr(block, "
                             "CAST('ylophonia' AS BLOB)) > 0");
    };
    CHECK(holds() > 0);
    auto transaction = done(Transaction::begin(*office.connection));
    done(office.index.remove(*office.connection, client));
    done(transaction.commit());
    CHECK(office.found(u"xylophonia"_s).isEmpty());
    done(office.connection->execute("INSERT INTO search_index (search_index) VALUES ('optimize')"));
    CHECK(holds() == 0);
    CHECK(office.found(u"元诚"_s).size() == 1);
}

TEST_CASE("an index of older rules is built anew")
{
    SearchOffice office;
    office.add(u"元诚");
    done(office.connection->execute("DELETE FROM client_sort"));
    done(office.connection->execute(
        "INSERT INTO search_index (search_index) VALUES ('delete-all')"));
    CHECK(office.found(u"元"_s).isEmpty());
    Progress quiet;
    done(SearchIndex::prepare(*office.connection, quiet));
    CHECK(office.found(u"元"_s).isEmpty()); // same rules: left alone
    done(office.connection->execute(
        "UPDATE derived_versions SET version = 0 WHERE name = 'search'"));
    done(SearchIndex::prepare(*office.connection, quiet));
    CHECK(office.found(u"元"_s) == QStringList{u"元诚"_s});
    CHECK(office.number("SELECT count(*) FROM client_sort") == 1);
}
