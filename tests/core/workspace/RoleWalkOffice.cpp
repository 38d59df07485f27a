// The role walk's probes of requests, files, people and the office itself.
#include "RoleWalk.h"

#include "core/exchange/UnfinishedImports.h"

#include <algorithm>

namespace rolewalk {

namespace {

Verdict everybody(const Judge&)
{
    return Verdict::Allowed;
}

std::function<Verdict(const Judge&)> rightTo(Action action)
{
    return [action](const Judge& judge) {
        return judge.mayAtAll(action);
    };
}

/// Who may approve a change sees it; so does who sees the record, or the basics and the whole log.
Verdict seeRequest(const Judge& judge)
{
    return onlyIf(judge.may(Action::SeeAll) == Verdict::Allowed
                  || judge.may(Action::ApproveOrdinary) == Verdict::Allowed
                  || (judge.may(Action::SeeBasic) == Verdict::Allowed
                      && judge.scope(Action::SeeLog) == Scope::All));
}

/// The actor's own request where he may ask; else somebody's.
RequestPk ownRequest(const Step& at)
{
    auto asked
        = at.office().changes().update(at.client.id(), {{Field::Phone, u"13600136000"_s, {}}});
    return asked && !asked->requests.empty() ? asked->requests.front()
                                             : at.walk.request(at.walk.client(at.owner), false);
}

Verdict onlyAsker(const Judge& judge)
{
    return onlyIf(both(judge.may(Action::SeeBasic), judge.may(Action::ChangeOrdinary))
                  == Verdict::ByRequest);
}

bool holdsRequest(const std::vector<ListedRequest>& rows, RequestPk pk)
{
    return std::any_of(
        rows.begin(), rows.end(), [pk](const ListedRequest& row) { return row.request.pk == pk; });
}

QByteArray rowsFor(const Step& at)
{
    return "name,phone\nImported " + QByteArray::number(at.walk.next()) + ",\n";
}

ImportOptions importOf(const Step& at)
{
    ImportOptions options;
    options.source.path = at.walk.file(rowsFor(at));
    return options;
}

/// A file that waits: of the asker's department, so a record of it has no owner.
RequestPk stagedByAsker(const Step& at)
{
    Progress quiet;
    return need(at.walk.asker().stagedImports().stage(importOf(at), u"please"_s, quiet)).request;
}

Verdict mayLookIntoStaged(const Judge& judge)
{
    const auto covers = [&judge](Action action) {
        return judge.scope(action) == Scope::Department || judge.scope(action) == Scope::All;
    };
    return onlyIf(covers(Action::SeeAll) || covers(Action::ApproveOrdinary));
}

std::vector<Probe> importing()
{
    return {
        {"Importer::preview",
         [](const Judge& judge) {
             return onlyIf(judge.mayAtAll(Action::Import) != Verdict::Denied);
         },
         [](const Step& at) {
             return answerOf(at.office().importer().preview(importOf(at).source));
         },
         false},
        {"Importer::forgetMapping",
         [](const Judge& judge) {
             return onlyIf(judge.mayAtAll(Action::Import) != Verdict::Denied);
         },
         [](const Step& at) { return answerOf(at.office().importer().forgetMapping({})); },
         false},
        {"Importer::run",
         [](const Judge& judge) {
             return onlyIf(judge.mayAtAll(Action::Import) == Verdict::Allowed);
         },
         [](const Step& at) {
             Progress quiet;
             return answerOf(at.office().importer().run(importOf(at), quiet));
         },
         false},
        {"Importer::undo of somebody else's",
         [](const Judge& judge) { return onlyIf(judge.scope(Action::Import) == Scope::All); },
         [](const Step& at) {
             Progress quiet;
             const auto batch = need(at.walk.admin().importer().run(importOf(at), quiet)).batch;
             return answerOf(at.office().importer().undo(batch));
         },
         false},
        {"Importer::undo of one's own",
         [](const Judge& judge) {
             return onlyIf(judge.mayAtAll(Action::Import) == Verdict::Allowed);
         },
         [](const Step& at) {
             Progress quiet;
             auto imported = at.office().importer().run(importOf(at), quiet);
             return imported ? answerOf(at.office().importer().undo(imported->batch))
                             : answerOf(imported);
         },
         false},
        {"Importer::resume",
         [](const Judge& judge) {
             return onlyIf(judge.mayAtAll(Action::Import) == Verdict::Allowed);
         },
         [](const Step& at) {
             Progress quiet;
             auto gone = at.office().importer().resume(
                 BatchPk{999999}, at.walk.file("name\nNobody\n"), quiet);
             REQUIRE_FALSE(gone);
             // Whoever may, learns that there is none.
             return onlyIf(gone.error().code == ErrorCode::NotFound);
         },
         false},
        {"Importer::unfinished",
         everybody,
         [](const Step& at) { return answerOf(at.office().importer().unfinished()); },
         false},
        {"Importer::recent",
         [](const Judge& judge) { return onlyIf(judge.scope(Action::Import) == Scope::All); },
         [](const Step& at) {
             Progress quiet;
             const auto batch = need(at.walk.admin().importer().run(importOf(at), quiet)).batch;
             const auto recent = need(at.office().importer().recent(1000));
             return onlyIf(std::any_of(recent.begin(), recent.end(), [batch](const Batch& one) {
                 return one.pk == batch;
             }));
         },
         false},
        {"StagedImports::stage",
         [](const Judge& judge) {
             return judge.mayAtAll(Action::Import) == Verdict::Denied ? Verdict::Denied
                                                                      : Verdict::ByRequest;
         },
         [](const Step& at) {
             Progress quiet;
             return answerOf(at.office().stagedImports().stage(importOf(at), u"please"_s, quiet),
                             Verdict::ByRequest);
         },
         false},
        {"StagedImports::preview",
         mayLookIntoStaged,
         [](const Step& at) {
             return answerOf(at.office().stagedImports().preview(stagedByAsker(at), 5));
         },
         false},
        {"Exporter::run",
         rightTo(Action::Export),
         [](const Step& at) {
             Progress quiet;
             ExportOptions options;
             options.path = at.walk.path(u"out%1.csv"_s.arg(at.walk.next()));
             options.reason = u"walk"_s;
             auto written = at.office().exporter().run(options, quiet);
             CHECK(QFile::exists(options.path) == bool(written));
             return answerOf(written);
         },
         false},
        {"PrintService::preview",
         [](const Judge& judge) { return judge.may(Action::SeeBasic); },
         [](const Step& at) {
             auto shown = at.office().prints().preview({.clients = {at.client.pk}});
             return onlyIf(shown && shown->size() == 1);
         }},
        {"PrintService::preview of several",
         [](const Judge& judge) {
             return both(judge.may(Action::SeeBasic), judge.may(Action::Export));
         },
         [](const Step& at) {
             const ClientPk other = at.walk.client(at.owner).pk;
             auto shown = at.office().prints().preview(
                 {.kind = PrintKind::List, .clients = {at.client.pk, other}});
             return onlyIf(shown && shown->size() == 2);
         }},
        {"PrintService::take",
         [](const Judge& judge) { return judge.may(Action::SeeBasic); },
         [](const Step& at) {
             return onlyIf(at.office().prints().take({.clients = {at.client.pk}}).hasValue());
         }},
        {"PrintService::take of several",
         [](const Judge& judge) {
             return both(judge.may(Action::SeeBasic), judge.may(Action::Export));
         },
         [](const Step& at) {
             const ClientPk other = at.walk.client(at.owner).pk;
             auto taken = at.office().prints().take({.kind = PrintKind::Labels,
                                                     .clients = {at.client.pk, other},
                                                     .reason = u"walk"_s});
             return onlyIf(taken && taken->size() == 2);
         }},
        {"ReportService::waiting",
         everybody,
         [](const Step& at) { return answerOf(at.office().reports().waiting()); },
         false},
        {"ReportService::waiting for a decision",
         [](const Judge& judge) { return judge.may(Action::ApproveImportant); },
         [](const Step& at) {
             const int before = need(at.office().reports().waiting()).toDecide();
             at.walk.request(at.client, true);
             return onlyIf(need(at.office().reports().waiting()).toDecide() == before + 1);
         }},
        {"ReportService::numbers",
         [](const Judge& judge) { return judge.may(Action::SeeBasic); },
         [](const Step& at) {
             Progress quiet;
             const auto before = need(at.office().reports().numbers(quiet)).clients.all().clients;
             at.walk.client(at.owner);
             const auto after = need(at.office().reports().numbers(quiet)).clients.all().clients;
             return onlyIf(after == before + 1);
         }},
        {"ReportService::noteQuality",
         everybody,
         [](const Step& at) {
             Progress quiet;
             auto noted = at.office().reports().noteQuality(quiet);
             return onlyIf(noted.hasValue());
         },
         false},
        {"ReportService::trend",
         everybody,
         [](const Step& at) { return answerOf(at.office().reports().trend()); },
         false},
        {"Exporter::run of this record",
         [](const Judge& judge) { return judge.may(Action::Export); },
         [](const Step& at) {
             Progress quiet;
             ExportOptions options;
             options.path = at.walk.path(u"out%1.csv"_s.arg(at.walk.next()));
             options.filter = u"id="_s + at.client.id().value;
             auto written = at.office().exporter().run(options, quiet);
             return written ? onlyIf(written->rows == 1) : answerOf(written);
         }},
        {"Exporter::copy",
         [](const Judge& judge) { return onlyIf(judge.may(Action::SeeBasic) == Verdict::Allowed); },
         [](const Step& at) {
             return answerOf(at.office().exporter().copy({at.client.pk}, {Field::Name}));
         }},
        {"Exporter::copy of several",
         [](const Judge& judge) {
             return onlyIf(both(judge.may(Action::SeeBasic), judge.may(Action::Export))
                           == Verdict::Allowed);
         },
         [](const Step& at) {
             const Client other = at.walk.client(at.owner);
             return answerOf(at.office().exporter().copy({at.client.pk, other.pk}, {Field::Name}));
         }},
    };
}

SavedView viewFor(const Step& at, bool isShared)
{
    return {.pk = {},
            .name = u"View %1"_s.arg(at.walk.next()),
            .filter = u"city=Suzhou"_s,
            .layout = {},
            .isShared = isShared};
}

std::vector<Probe> views()
{
    return {
        {"SavedViews::all",
         everybody,
         [](const Step& at) { return answerOf(at.office().views().all()); },
         false},
        {"SavedViews::save",
         everybody,
         [](const Step& at) { return answerOf(at.office().views().save(viewFor(at, false))); },
         false},
        {"SavedViews::save for the office",
         rightTo(Action::ApproveOrdinary),
         [](const Step& at) {
             CHECK(at.office().views().mayShare()
                   == (at.office().views().save(viewFor(at, true)).hasValue()));
             return answerOf(at.office().views().save(viewFor(at, true)));
         },
         false},
        {"SavedViews::remove of the office's",
         rightTo(Action::ApproveOrdinary),
         [](const Step& at) {
             const auto view = need(at.walk.admin().views().save(viewFor(at, true)));
             const auto removed = at.office().views().remove(view.pk);
             return removed ? Verdict::Allowed : onlyIf(removed.error().code != ErrorCode::Denied);
         },
         false},
    };
}

std::vector<Probe> people()
{
    const auto administer = rightTo(Action::Administer);
    const auto user = [](const Step& at) {
        return u"walker%1"_s.arg(at.walk.next());
    };
    return {
        {"UserService::list",
         everybody,
         [](const Step& at) { return answerOf(at.office().users().list()); },
         false},
        {"UserService::add",
         administer,
         [user](const Step& at) {
             return answerOf(
                 at.office().users().add({user(at), Role::Sales, u"North"_s, u"granite walrus"_s}));
         },
         false},
        {"UserService::setRole",
         administer,
         [user](const Step& at) {
             const QString name = user(at);
             need(at.walk.admin().users().add({name, Role::Sales, {}, u"granite walrus"_s}));
             return answerOf(at.office().users().setRole(name, Role::Service));
         },
         false},
        {"UserService::setDepartment",
         administer,
         [user](const Step& at) {
             const QString name = user(at);
             need(at.walk.admin().users().add({name, Role::Sales, {}, u"granite walrus"_s}));
             return answerOf(at.office().users().setDepartment(name, u"West"_s));
         },
         false},
        {"UserService::setPassword of somebody else",
         administer,
         [user](const Step& at) {
             const QString name = user(at);
             need(at.walk.admin().users().add({name, Role::Sales, {}, u"granite walrus"_s}));
             return answerOf(at.office().users().setPassword(name, u"marble otter"_s));
         },
         false},
        {"UserService::disable",
         administer,
         [user](const Step& at) {
             const QString name = user(at);
             need(at.walk.admin().users().add({name, Role::Sales, {}, u"granite walrus"_s}));
             return answerOf(at.office().users().disable(name));
         },
         false},
        {"PolicyService::current",
         everybody,
         [](const Step& at) { return answerOf(at.office().policy().current()); },
         false},
        {"PolicyService::hasSoleUser",
         everybody,
         [](const Step& at) { return answerOf(at.office().policy().hasSoleUser()); },
         false},
        {"PolicyService::set",
         administer,
         [](const Step& at) {
             auto set = at.office().policy().set(
                 Role::Service, Action::Export, {Scope::Own, Scope::None});
             if (set) {
                 need(at.walk.admin().policy().resetAll());
             }
             return answerOf(set);
         },
         false},
        {"PolicyService::reset",
         administer,
         [](const Step& at) {
             return answerOf(at.office().policy().reset(Role::Service, Action::Export));
         },
         false},
        {"PolicyService::resetAll",
         administer,
         [](const Step& at) { return answerOf(at.office().policy().resetAll()); },
         false},
        {"UpdateService::place",
         everybody,
         [](const Step& at) { return answerOf(at.office().updates().place()); },
         false},
        {"UpdateService::setPlace",
         administer,
         [](const Step& at) {
             const auto done
                 = at.office().updates().setPlace(u"update%1.json"_s.arg(at.walk.next()));
             return done ? Verdict::Allowed : answerOf(Result<int>(done.error()));
         },
         false},
        {"KeyService::setKdfMemory",
         rightTo(Action::Administer),
         [](const Step& at) {
             const auto done = at.office().keys().setKdfMemory(64);
             return done ? Verdict::Allowed : answerOf(Result<int>(done.error()));
         },
         false},
        {"UserService::ways",
         everybody,
         [](const Step& at) { return answerOf(at.office().users().ways()); },
         false},
        {"KeyService::state",
         everybody,
         [](const Step& at) { return answerOf(at.office().keys().state()); },
         false},
        {"KeyService::isUnfinished",
         everybody,
         [](const Step& at) { return answerOf(at.office().keys().isUnfinished()); },
         false},
    };
}

std::vector<Probe> theLog()
{
    return {
        {"LogQueries::page",
         rightTo(Action::SeeLog),
         [](const Step& at) { return answerOf(at.office().logQueries().page({}, {}, 5)); },
         false},
        {"LogQueries::page about others",
         [](const Judge& judge) { return onlyIf(judge.scope(Action::SeeLog) == Scope::All); },
         [](const Step& at) {
             LogFilter filter;
             filter.user = u"stranger"_s; // of another department
             auto page = at.office().logQueries().page(filter, {}, 5);
             if (!page && page.error().code != ErrorCode::NotFound) {
                 return answerOf(page);
             }
             return onlyIf(page.hasValue());
         },
         false},
        {"LogQueries::people",
         rightTo(Action::SeeLog),
         [](const Step& at) { return answerOf(at.office().logQueries().people()); },
         false},
        {"LogQueries::problemOf",
         everybody,
         [](const Step& at) { return answerOf(at.office().logQueries().problemOf(1)); },
         false},
        {"LogService::unusual",
         [](const Judge& judge) {
             return onlyIf(judge.scope(Action::SeeLog) >= Scope::Department);
         },
         [](const Step& at) { return answerOf(at.office().log().unusual(30)); },
         false},
        {"LogService::prune",
         rightTo(Action::Administer),
         [](const Step& at) { return answerOf(at.office().log().prune()); },
         false},
        {"LogExporter::run",
         rightTo(Action::ExportLog),
         [](const Step& at) {
             Progress quiet;
             const QString path = at.walk.path(u"log%1.csv"_s.arg(at.walk.next()));
             auto written = at.office().logExporter().run(path, {}, quiet);
             CHECK(QFile::exists(path) == bool(written));
             return answerOf(written);
         },
         false},
    };
}

std::vector<Probe> wholeOffice()
{
    return {
        {"DuplicateService::scan",
         [](const Judge& judge) {
             return onlyIf(judge.mayAtAll(Action::Merge) != Verdict::Denied);
         },
         [](const Step& at) {
             Progress quiet;
             return answerOf(at.office().duplicates().scan({}, quiet));
         },
         false},
        {"DuplicateService::mark",
         [](const Judge& judge) {
             return onlyIf(judge.mayAtAll(Action::Merge) != Verdict::Denied);
         },
         [](const Step& at) {
             Progress quiet;
             return answerOf(at.office().duplicates().mark(BatchPk{1}, 1000, quiet));
         },
         false},
        {"DuplicateService::groups",
         everybody,
         [](const Step& at) { return answerOf(at.office().duplicates().groups({.limit = 10})); },
         false},
        {"DuplicateService::catchUp",
         everybody,
         [](const Step& at) {
             Progress quiet;
             return answerOf(at.office().duplicates().catchUp(quiet));
         },
         false},
        {"DuplicateService::decisions",
         everybody,
         [](const Step& at) { return answerOf(at.office().duplicates().decisions()); },
         false},
        {"DuplicateService::putOff",
         everybody,
         [](const Step& at) {
             return answerOf(at.office().duplicates().putOff(1, QDate(2030, 1, 1)));
         },
         false},
        {"DuplicateService::bringBack",
         everybody,
         [](const Step& at) { return answerOf(at.office().duplicates().bringBack(1)); },
         false},
        {"GroupMerges::propose",
         [](const Judge& judge) {
             return onlyIf(judge.mayAtAll(Action::Merge) != Verdict::Denied);
         },
         [](const Step& at) { return answerOf(at.office().groupMerges().propose(10)); },
         false},
        {"DuplicateService::groupCounts",
         everybody,
         [](const Step& at) { return answerOf(at.office().duplicates().groupCounts()); },
         false},
        {"Office::info",
         everybody,
         [](const Step& at) { return answerOf(at.office().info()); },
         false},
        {"Office::check",
         everybody,
         [](const Step& at) {
             Progress quiet;
             auto problems = at.office().check(quiet);
             for (const IntegrityProblem& problem :
                  problems ? *problems : std::vector<IntegrityProblem>{}) {
                 FAIL_CHECK(problem.where.toStdString() << ": " << problem.message.toStdString());
             }
             return answerOf(problems);
         },
         false},
        {"Office::verifyLog",
         rightTo(Action::SeeLog),
         [](const Step& at) {
             Progress quiet;
             return answerOf(at.office().verifyLog(quiet));
         },
         false},
        {"Office::revealKey",
         rightTo(Action::Administer),
         [](const Step& at) { return answerOf(at.office().revealKey()); },
         false},
        {"Office::setClock",
         everybody, // of a practice office
         [](const Step& at) {
             return answerOf(at.office().setClock(at.office().context().clock.now()));
         },
         false},
        {"Office::refresh",
         everybody,
         [](const Step& at) { return answerOf(at.office().refresh()); },
         false},
    };
}

} // namespace

std::vector<Probe> requestProbes()
{
    return {
        {"ChangeService::askAgain",
         onlyAsker,
         [](const Step& at) {
             const RequestPk request = ownRequest(at);
             need(at.walk.admin().requests().decide(request, Decision::rejection(u"no"_s)));
             return answerOf(at.office().changes().askAgain(request));
         }},
        {"RequestService::list",
         seeRequest,
         [](const Step& at) {
             const RequestPk request = at.walk.request(at.client, false);
             return onlyIf(holdsRequest(need(at.office().requests().list({.client = at.client.pk})),
                                        request));
         }},
        {"RequestService::show",
         seeRequest,
         [](const Step& at) {
             return answerOf(at.office().requests().show(at.walk.request(at.client, false)));
         }},
        {"RequestService::waitingFor",
         seeRequest,
         [](const Step& at) {
             at.walk.request(at.client, false);
             return onlyIf(!need(at.office().requests().waitingFor(at.client.id())).empty());
         }},
        {"RequestService::counts",
         everybody,
         [](const Step& at) { return answerOf(at.office().requests().counts()); },
         false},
        {"RequestService::decide an ordinary one",
         [](const Judge& judge) { return judge.may(Action::ApproveOrdinary); },
         [](const Step& at) {
             return answerOf(at.office().requests().decide(at.walk.request(at.client, false),
                                                           Decision::approval()));
         }},
        {"RequestService::decide an important one",
         [](const Judge& judge) { return judge.may(Action::ApproveImportant); },
         [](const Step& at) {
             return answerOf(at.office().requests().decide(at.walk.request(at.client, true),
                                                           Decision::approval()));
         }},
        {"RequestService::decide one's own",
         [](const Judge&) { return Verdict::Denied; },
         [](const Step& at) {
             auto asked = at.office().changes().update(at.client.id(),
                                                       {{Field::Phone, u"13600136000"_s, {}}});
             return asked && !asked->requests.empty()
                 ? answerOf(at.office().requests().decide(asked->requests.front(),
                                                          Decision::approval()))
                 : Verdict::Denied; // he cannot ask, so there is nothing to decide
         }},
        {"RequestService::decideEach",
         [](const Judge& judge) { return judge.may(Action::ApproveOrdinary); },
         [](const Step& at) {
             return onlyIf(
                 at.office()
                     .requests()
                     .decideEach({at.walk.request(at.client, false)}, Decision::approval())
                     .failed.empty());
         }},
        {"RequestService::withdraw",
         onlyAsker,
         [](const Step& at) {
             return answerOf(at.office().requests().withdraw(ownRequest(at)));
         }},
        {"RequestService::check",
         everybody,
         [](const Step& at) {
             Progress quiet;
             return answerOf(at.office().requests().check(quiet));
         },
         false},
    };
}

std::vector<Probe> officeProbes()
{
    std::vector<Probe> probes;
    for (const auto& some : {importing(), views(), people(), theLog(), wholeOffice()}) {
        probes.insert(probes.end(), some.begin(), some.end());
    }
    // The last one: the other desks would have to open the office anew.
    probes.push_back({"KeyService::change",
                      rightTo(Action::Administer),
                      [](const Step& at) {
                          Progress quiet;
                          return answerOf(at.office().keys().change(quiet));
                      },
                      false});
    return probes;
}

} // namespace rolewalk
