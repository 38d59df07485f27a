// Views of the list under a name: one's own and the office's; and what is copied out of the list.
#include "core/workspace/EvidenceOffice.h"

using namespace evidencetest;

namespace {

QStringList namesOf(Office& office)
{
    const auto views = office.views().all();
    REQUIRE(views);
    QStringList names;
    for (const SavedView& view : *views) {
        names.append((view.isShared ? u"*"_s : QString()) + view.name);
    }
    return names;
}

ErrorCode refusal(const Result<SavedView>& saved)
{
    REQUIRE_FALSE(saved);
    return saved.error().code;
}

} // namespace

TEST_CASE("a view is kept, found by those whose it is, changed and removed, and the log says so")
{
    EvidenceOffice acme;
    acme.addUser(u"mei"_s, Role::Sales);
    const auto mei = acme.open(u"mei"_s);
    SavedViews& views = acme.office->views();
    auto mine
        = views.save({.name = u" 苏州  客户 "_s, .filter = u"city=苏州市"_s, .layout = u"{}"_s});
    REQUIRE(mine);
    CHECK(mine->name == u"苏州 客户"_s);
    auto shared = views.save({.name = u"安静"_s, .filter = u"stale=yes"_s, .isShared = true});
    REQUIRE(shared);
    REQUIRE(mei->views().save({.name = u"苏州 客户"_s})); // hers is another one
    CHECK(namesOf(*acme.office) == QStringList{u"*安静"_s, u"苏州 客户"_s});
    CHECK(namesOf(*mei) == QStringList{u"*安静"_s, u"苏州 客户"_s});
    CHECK(mei->views().all()->back().filter.isEmpty());

    SavedView changed = *mine;
    changed.name = u"杭州"_s;
    changed.filter = u"city=杭州市"_s;
    REQUIRE(views.save(changed));
    CHECK(namesOf(*acme.office) == QStringList{u"*安静"_s, u"杭州"_s});
    CHECK(refusal(views.save(changed)) == ErrorCode::Conflict); // of the version before
    REQUIRE(views.remove(shared->pk));
    CHECK(namesOf(*mei) == QStringList{u"苏州 客户"_s});
    CHECK(views.remove(shared->pk).error().code == ErrorCode::NotFound);
    CHECK(refusal(views.save(*shared)) == ErrorCode::NotFound);
    CHECK(acme.number("SELECT count(*) FROM audit_entries WHERE action LIKE 'view.%'") == 5);
    CHECK(acme.problems().empty());
    CHECK_FALSE(acme.verified().firstBad);

    acme.tamper("UPDATE saved_views SET filter = 'name=other' WHERE name = '杭州'");
    REQUIRE(acme.problems().size() == 1);
    CHECK(acme.problems().front().kind == u"view"_s);
}

TEST_CASE(
    "a view without a name, of a taken name, of no filter or with a confidential value is refused")
{
    EvidenceOffice acme;
    SavedViews& views = acme.office->views();
    REQUIRE(views.save({.name = u"Mine"_s}));
    CHECK(refusal(views.save({.name = u" "_s})) == ErrorCode::Invalid);
    CHECK(refusal(views.save({.name = QString(61, u'x')})) == ErrorCode::Invalid);
    CHECK(refusal(views.save({.name = u"MINE"_s})) == ErrorCode::Conflict);
    CHECK(refusal(views.save({.name = u"b"_s, .filter = u"(city="_s})) == ErrorCode::Invalid);
    CHECK(refusal(views.save({.name = u"c"_s, .filter = u"bank_account=31001234567890123"_s}))
          == ErrorCode::Invalid);
    CHECK(refusal(views.save({.name = u"d"_s, .layout = QString(30'000, u'x')}))
          == ErrorCode::Invalid);
}

TEST_CASE("the office's views are kept by those who approve, and nobody changes another's own")
{
    EvidenceOffice acme;
    acme.addUser(u"mei"_s, Role::Sales);
    acme.addUser(u"wang"_s, Role::Manager);
    const auto mei = acme.open(u"mei"_s);
    const auto wang = acme.open(u"wang"_s);
    CHECK_FALSE(mei->views().mayShare());
    CHECK(refusal(mei->views().save({.name = u"a"_s, .isShared = true})) == ErrorCode::Denied);
    auto shared = wang->views().save({.name = u"a"_s, .isShared = true});
    REQUIRE(shared);
    CHECK(mei->views().remove(shared->pk).error().code == ErrorCode::Denied);
    auto own = mei->views().save({.name = u"own"_s});
    REQUIRE(own);
    SavedView taken = *own;
    taken.name = u"taken"_s;
    CHECK(refusal(wang->views().save(taken)) == ErrorCode::NotFound); // is not even told of it
    SavedView given = *own;
    given.isShared = true;
    CHECK(refusal(mei->views().save(given)) == ErrorCode::Denied);
}

TEST_CASE("clients copied out of the list stand in the log, and several need the right to export")
{
    EvidenceOffice acme;
    const Client one = acme.add(u"Northgate Ltd"_s);
    const Client other = acme.add(u"Southgate Ltd"_s);
    acme.addUser(u"service"_s, Role::Service);
    const auto copied = acme.office->exporter().copy({other.pk, one.pk}, {Field::Name});
    REQUIRE(copied);
    REQUIRE(copied->rows.size() == 2);
    CHECK(copied->rows.front().client.pk == other.pk);
    CHECK(copied->leftOut == 0);
    const auto page = acme.office->logQueries().page({.group = LogGroup::Exports}, {}, 10);
    REQUIRE(page);
    CHECK(page->lines.front().detail.contains(one.id().value));
    const std::vector<ClientPk> many(Exporter::mostCopied + 1, one.pk);
    CHECK(acme.office->exporter().copy(many, {Field::Name}).error().code == ErrorCode::Invalid);
    const auto service = acme.open(u"service"_s);
    CHECK(service->exporter().copy({one.pk}, {Field::Name}));
    CHECK(service->exporter().copy({one.pk, other.pk}, {Field::Name}).error().code
          == ErrorCode::Denied);

    ExportOptions options;
    options.path = acme.folder.filePath(u"chosen.csv"_s);
    options.fields = {Field::Name};
    options.encoding = u"utf-8"_s;
    options.chosen = std::vector{other.pk};
    Progress quiet;
    const auto written = acme.office->exporter().run(options, quiet);
    REQUIRE(written);
    CHECK(written->rows == 1);
    CHECK(evidencetest::contentOf(options.path).contains("Southgate Ltd"));
    CHECK_FALSE(evidencetest::contentOf(options.path).contains("Northgate"));
}
