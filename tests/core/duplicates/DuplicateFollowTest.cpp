// What is saved after a scan is matched record by record, what people decide splits and joins groups, can be looked through
// and taken back, and is learned from.
#include "core/duplicates/DuplicateLabels.h"
#include "core/duplicates/DuplicateStore.h"
#include "core/duplicates/MatchJudge.h"
#include "core/duplicates/MergeOffice.h"
#include "core/security/AuditChain.h"

#include <random>
#include <set>

using namespace duplicatestest;

namespace {

struct Followed
{
    MergeOffice office;
    Progress quiet;
    Client a = office.add({{Field::Type, u"company"_s},
                           {Field::Name, u"苏州元诚科技有限公司"_s},
                           {Field::Phone, u"0512-38183752"_s},
                           {Field::City, u"苏州市"_s}});
    Client b = office.add({{Field::Type, u"company"_s},
                           {Field::Name, u"元诚科技"_s},
                           {Field::Phone, u"0512-38183752"_s}});
    Client other = office.add(
        {{Field::Type, u"person"_s}, {Field::Name, u"曾伟"_s}, {Field::Phone, u"13800138000"_s}});

    using Groups = std::set<std::vector<std::int64_t>>;
    Groups groups(const GroupFilter& filter = {})
    {
        Groups found;
        for (const DuplicateGroup& group : need(office.duplicates->groups(filter))) {
            std::vector<std::int64_t> members;
            for (const Client& client : group.clients) {
                members.push_back(client.pk.value);
            }
            std::sort(members.begin(), members.end());
            found.insert(members);
        }
        return found;
    }
    DuplicateCatchUp catchUp() { return need(office.duplicates->catchUp(quiet)); }
    ScanReport scan() { return need(office.duplicates->scan({}, quiet)); }
    std::int64_t scans()
    {
        const auto state = need(DuplicateStore(office.connection()).state());
        return state ? state->scan : 0;
    }
    Client addLikeA(const QString& name)
    {
        return office.add({{Field::Type, u"company"_s},
                           {Field::Name, name},
                           {Field::Phone, u"0512-38183752"_s},
                           {Field::City, u"苏州市"_s}});
    }
    static std::vector<std::int64_t> pks(std::initializer_list<Client> clients)
    {
        std::vector<std::int64_t> list;
        for (const Client& client : clients) {
            list.push_back(client.pk.value);
        }
        std::sort(list.begin(), list.end());
        return list;
    }
};

} // namespace

TEST_CASE_METHOD(Followed, "before the first scan nothing is matched")
{
    CHECK(catchUp().records == 0);
    CHECK(groups().empty());
    need(office.duplicates->decide(a.id(), b.id(), true));
    need(office.duplicates->revoke(a.id(), b.id()));
    CHECK(groups().empty());
}

TEST_CASE_METHOD(Followed,
                 "a decision is taken back also where one of its records was merged since")
{
    need(office.duplicates->decide(a.id(), b.id(), false));
    office.merge({other, b});
    REQUIRE(need(office.duplicates->decisions()).size() == 1);
    const DuplicateDecision decision = need(office.duplicates->decisions()).front();
    CHECK(decision.b == b.id());
    need(office.duplicates->revoke(decision.a, decision.b));
    CHECK(need(office.duplicates->decisions()).empty());
}

TEST_CASE_METHOD(Followed, "what is saved after a scan stands in the groups without another")
{
    scan();
    CHECK(groups() == Groups{pks({a, b})});
    const Client c = addLikeA(u"苏州元诚科技公司"_s);
    const DuplicateCatchUp done = catchUp();
    CHECK(done.records == 1);
    CHECK(done.changed);
    CHECK(groups() == Groups{pks({a, b, c})});
    CHECK(catchUp().records == 0);

    office.edit(c,
                {{Field::Name, u"成都宏达物流有限公司"_s},
                 {Field::Phone, u"+862862345678"_s},
                 {Field::City, u"成都市"_s}});
    catchUp();
    CHECK(groups() == Groups{pks({a, b})});

    const AppliedMerge merge = office.merge({a, b});
    catchUp();
    CHECK(groups().empty());
    office.undo(merge.pk);
    catchUp();
    CHECK(groups() == Groups{pks({a, b})});
    office.erase(b);
    CHECK(groups().empty());
    catchUp();
    CHECK(groups().empty());
    CHECK(scans() == 1);
}

TEST_CASE_METHOD(Followed, "one leaves a group, and the others stay as a scan would have them")
{
    const Client c = addLikeA(u"苏州元诚科技公司"_s);
    scan();
    REQUIRE(groups() == Groups{pks({a, b, c})});
    office.edit(b, {{Field::Name, u"成都宏达物流有限公司"_s}, {Field::Phone, u"+862862345678"_s}});
    catchUp();
    CHECK(groups() == Groups{pks({a, c})});
    need(office.duplicates->scan(0.5, quiet)); // everything anew
    CHECK(groups() == Groups{pks({a, c})});
}

TEST_CASE_METHOD(Followed, "an office in which nothing happened is not looked through again")
{
    const ScanReport first = scan();
    const ScanReport again = scan();
    CHECK(scans() == 1);
    CHECK(again.records == first.records);
    CHECK(again.clusters == first.clusters);
    REQUIRE(again.pairs.size() == first.pairs.size());
    CHECK(again.pairs.front().score == first.pairs.front().score);
    SECTION("a few records are matched")
    {
        addLikeA(u"苏州元诚科技公司"_s);
        CHECK(scan().pairs.size() == 3);
        CHECK(scans() == 1);
    }
    SECTION("a decision is learned from")
    {
        need(office.duplicates->decide(a.id(), b.id(), false));
        CHECK(scan().clusters == 0);
        CHECK(scans() == 2);
        CHECK(scan().clusters == 0);
        CHECK(scans() == 2);
    }
    SECTION("who asks for all pairs from a score on gets all of them")
    {
        need(office.duplicates->scan(0.1, quiet));
        CHECK(scans() == 2);
    }
    SECTION("where much happened, everything is looked through")
    {
        for (int i = 0; i < 210; ++i) {
            office.edit(other, {{Field::Notes, QString::number(i)}});
        }
        CHECK_FALSE(catchUp().needsScan); // one record, many times
        for (int i = 0; i < 210; ++i) {
            office.add({{Field::Name, u"客户%1"_s.arg(i)}});
        }
        CHECK(catchUp().needsScan);
        CHECK(catchUp().needsScan);
        scan();
        CHECK(scans() == 2);
        CHECK_FALSE(catchUp().needsScan);
    }
}

TEST_CASE_METHOD(Followed, "following an office comes to the same groups as looking through it")
{
    std::mt19937 random(20261127);
    const auto below = [&random](int most) {
        return int(random() % unsigned(most));
    };
    const QString surnames = u"王李张刘陈杨黄赵吴周"_s;
    const QString given = u"伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"_s;
    std::vector<Client> clients;
    const auto fresh = [&] {
        return Values{
            {Field::Type, u"person"_s},
            {Field::Name, QString(surnames[below(10)]) + given[below(20)] + given[below(20)]},
            {Field::Phone, u"138%1"_s.arg(below(100'000'000), 8, 10, QChar(u'0'))},
            {Field::City, below(2) == 0 ? u"苏州市"_s : u"上海市"_s}};
    };
    for (int i = 0; i < 200; ++i) {
        clients.push_back(office.add(fresh()));
    }
    scan();
    for (int i = 0; i < 150; ++i) {
        const Client& of = clients[std::size_t(below(int(clients.size())))];
        switch (below(3)) {
        case 0: // once more, with another address
            clients.push_back(office.add({{Field::Type, u"person"_s},
                                          {Field::Name, office.value(of, Field::Name)},
                                          {Field::Phone, office.value(of, Field::Phone)},
                                          {Field::Email, u"u%1@example.com"_s.arg(i)}}));
            break;
        case 1: // somebody else
            clients.push_back(office.add(fresh()));
            break;
        default: { // a new number
            office.edit(
                of, {{Field::Phone, u"+86139%1"_s.arg(below(100'000'000), 8, 10, QChar(u'0'))}});
        }
        }
        if (below(4) == 0) {
            catchUp();
        }
    }
    catchUp();
    const Groups followed = groups({.limit = 10'000});
    CHECK(scans() == 1);
    need(office.duplicates->scan(0.9, quiet));
    CHECK(scans() == 2);
    const Groups whole = groups({.limit = 10'000});
    CHECK(whole.size() > 30);
    std::vector<std::vector<std::int64_t>> apart;
    std::set_symmetric_difference(
        followed.begin(), followed.end(), whole.begin(), whole.end(), std::back_inserter(apart));
    INFO(apart.size() << " of " << whole.size());
    CHECK(apart.size() * 20 <= whole.size()); // the weights are fitted anew, and nothing else
}

TEST_CASE_METHOD(Followed, "a decision takes one out of a group, and the others stay together")
{
    const Client c = addLikeA(u"苏州元诚科技公司"_s);
    scan();
    REQUIRE(groups() == Groups{pks({a, b, c})});
    need(office.duplicates->decide(a.id(), b.id(), false));
    need(office.duplicates->decide(b.id(), c.id(), false));
    CHECK(groups() == Groups{pks({a, c})});
    const auto decisions = need(office.duplicates->decisions());
    REQUIRE(decisions.size() == 2);
    CHECK(decisions.front().a == b.id());
    CHECK(decisions.front().b == c.id());
    CHECK_FALSE(decisions.front().same);
    CHECK(decisions.front().mayRevoke);
    CHECK(decisions.front().by == u"li");
    CHECK(decisions.front().nameA == b.value(Field::Name));

    need(office.duplicates->revoke(c.id(), b.id()));
    need(office.duplicates->revoke(a.id(), b.id()));
    CHECK(groups() == Groups{pks({a, b, c})});
    CHECK(need(office.duplicates->decisions()).empty());
    CHECK(failure(office.duplicates->revoke(a.id(), b.id())) == ErrorCode::NotFound);
    CHECK(scan().clusters == 1);
    Progress progress;
    CHECK(need(AuditChain(office.connection(), QByteArray(16, 'o')).verify(progress))
              .problems.empty());
}

TEST_CASE_METHOD(Followed, "a group that is put off comes back on its day, or with another record")
{
    scan();
    const std::int64_t cluster = need(office.duplicates->groups({})).front().cluster;
    need(office.duplicates->putOff(cluster, QDate(2026, 12, 1)));
    CHECK(groups().empty());
    CHECK(groups({.putOff = true}) == Groups{pks({a, b})});
    CHECK(need(office.duplicates->groupCounts()).all() == 0);
    CHECK(need(office.duplicates->groupCounts()).putOff == 1);
    SECTION("its day")
    {
        office.at(QDate(2026, 12, 2));
        CHECK(groups() == Groups{pks({a, b})});
    }
    SECTION("another record")
    {
        const Client c = addLikeA(u"苏州元诚科技公司"_s);
        catchUp();
        CHECK(groups() == Groups{pks({a, b, c})});
    }
    SECTION("called back; a scan forgets nothing of it")
    {
        need(office.duplicates->scan(0.5, quiet));
        CHECK(groups().empty());
        need(office.duplicates->bringBack(cluster));
        CHECK(groups() == Groups{pks({a, b})});
    }
}

TEST_CASE_METHOD(Followed, "groups by tier, by text and one's own")
{
    addLikeA(u"苏州元诚科技有限公司"_s);
    scan();
    const auto all = need(office.duplicates->groups({}));
    REQUIRE(all.size() == 1);
    const MatchTier tier = tierOf(all.front().score);
    CHECK(groups({.tier = tier}).size() == 1);
    CHECK(groups({.tier = tier == MatchTier::Certain ? MatchTier::Possible : MatchTier::Certain})
              .empty());
    CHECK(need(office.duplicates->groupCounts()).byTier[std::size_t(tier)] == 1);
    CHECK(groups({.text = u"元诚"_s}).size() == 1);
    CHECK(groups({.text = b.id().value}).size() == 1);
    CHECK(groups({.text = u"宏达"_s}).empty());
    CHECK(groups({.isOwn = true}).empty()); // nobody looks after them
}

TEST_CASE_METHOD(Followed, "what people decide is learned from")
{
    // Families: one telephone and street, other given names. The program alone takes some of them for one client.
    const QString surnames = u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"_s;
    std::vector<std::pair<Client, Client>> couples;
    for (int i = 0; i < surnames.size(); ++i) {
        const QString phone = u"1380013%1"_s.arg(8000 + i);
        const auto member = [&](const QString& given) {
            return office.add({{Field::Type, u"person"_s},
                               {Field::Name, surnames[i] + given},
                               {Field::Phone, phone},
                               {Field::City, u"苏州市"_s},
                               {Field::Street, u"干将路%1号"_s.arg(i + 1)}});
        };
        const Client mother = member(u"小红"_s);
        couples.emplace_back(mother, member(u"晓虹"_s));
    }
    const auto scoreOfLast = [&] {
        const ScanReport report = need(office.duplicates->scan(0.001, quiet));
        for (const MatchPair& pair : report.pairs) {
            if (std::pair(pair.a, pair.b)
                == std::pair(couples.back().first.pk.value, couples.back().second.pk.value)) {
                return pair.score;
            }
        }
        return 0.0;
    };
    const double before = scoreOfLast();
    for (std::size_t i = 0; i + 1 < couples.size(); ++i) {
        need(office.duplicates->decide(couples[i].first.id(), couples[i].second.id(), false));
    }
    CHECK(need(decidedPairs(office.connection())).size() == couples.size() - 1);
    const double different = scoreOfLast();
    CHECK(before > 0.9);
    CHECK(different < 0.5);
    for (std::size_t i = 0; i + 1 < couples.size(); ++i) {
        need(office.duplicates->decide(couples[i].first.id(), couples[i].second.id(), true));
    }
    CHECK(scoreOfLast() > 0.9);
}

TEST_CASE_METHOD(Followed, "a merge is a word, and its undo takes it back")
{
    const AppliedMerge merge = office.merge({a, b});
    auto labels = need(decidedPairs(office.connection()));
    REQUIRE(labels.size() == 1);
    CHECK(labels.front().same);
    CHECK(labels.front().b.name == b.value(Field::Name)); // as it was
    office.undo(merge.pk);
    labels = need(decidedPairs(office.connection()));
    REQUIRE(labels.size() == 1);
    CHECK_FALSE(labels.front().same);
    office.again(merge.pk);
    CHECK(need(decidedPairs(office.connection())).front().same);
    need(office.duplicates->decide(a.id(), other.id(), false));
    CHECK(need(decidedPairs(office.connection())).size() == 2);
}

TEST_CASE("weights that were fitted read back as they were, and nothing else is taken")
{
    MatchModel model(5000);
    const QByteArray bytes = model.toBytes();
    MatchModel read(5000);
    CHECK(read.takeBytes(bytes));
    CHECK(read.toBytes() == bytes);
    for (const QByteArray& wrong : QByteArrayList{
             QByteArray(), bytes.left(20), bytes.chopped(1), bytes + QByteArray(1, 'x')}) {
        CHECK_FALSE(read.takeBytes(wrong));
        CHECK_FALSE(MatchJudge(wrong, 5000).isLearned());
    }
    CHECK(read.toBytes() == bytes);
    CHECK(MatchJudge(bytes, 5000).isLearned());
}
