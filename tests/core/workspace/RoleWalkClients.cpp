// The role walk's probes of records: entering, seeing, searching, changing, merging.
#include "RoleWalk.h"

#include "core/records/ClientTexts.h"

#include <algorithm>

namespace rolewalk {

namespace {

Verdict byOutcome(const Result<UpdateOutcome>& outcome)
{
    if (outcome && outcome->refusal) {
        FAIL(outcome->refusal->message.toStdString());
    }
    return answerOf(outcome,
                    outcome && !outcome->requests.empty() ? Verdict::ByRequest : Verdict::Allowed);
}

QString idFilter(const Client& client)
{
    return u"id="_s + client.id().value;
}

bool holds(const std::vector<ClientRow>& rows, ClientPk pk)
{
    return std::any_of(
        rows.begin(), rows.end(), [pk](const ClientRow& row) { return row.client.pk == pk; });
}

Verdict see(const Judge& judge)
{
    return judge.may(Action::SeeBasic);
}

Verdict seeWhole(const Judge& judge)
{
    return judge.may(Action::SeeAll);
}

Verdict seePhone(const Judge& judge)
{
    return onlyIf(judge.may(Action::SeeBasic) == Verdict::Allowed
                  && (judge.may(Action::SeeAll) == Verdict::Allowed
                      || judge.may(Action::SeePhones) == Verdict::Allowed));
}

std::function<Verdict(const Judge&)> changing(Action action)
{
    return [action](const Judge& judge) {
        return both(judge.may(Action::SeeBasic), judge.may(action));
    };
}

Verdict asking(Verdict verdict)
{
    return onlyIf(verdict != Verdict::Denied);
}

Verdict mergeAsk(const Judge& judge)
{
    return asking(judge.may(Action::Merge));
}

std::vector<Probe> seeing()
{
    return {
        {"ClientService::show",
         see,
         [](const Step& at) {
             return answerOf(at.office().clients().show(at.client.id()));
         }},
        {"ClientService::show of a field beyond the basics",
         seeWhole,
         [](const Step& at) {
             auto shown = at.office().clients().show(at.client.id());
             return onlyIf(shown && shown->values.has(Field::Notes));
         }},
        {"ClientService::show of a whole phone",
         seePhone,
         [](const Step& at) {
             auto shown = at.office().clients().show(at.client.id());
             return onlyIf(shown && shown->value(Field::Phone) == at.client.value(Field::Phone));
         }},
        {"ClientService::look",
         see,
         [](const Step& at) {
             return answerOf(at.office().clients().look(at.client.id()));
         }},
        {"ClientService::visible",
         see,
         [](const Step& at) {
             return answerOf(at.office().clients().visible(at.client));
         }},
        {"ClientService::history",
         seeWhole,
         [](const Step& at) {
             return answerOf(at.office().clients().history(at.client.id()));
         }},
        {"ClientQueries::list",
         see,
         [](const Step& at) {
             return onlyIf(
                 holds(need(at.office().queries().list({.filter = idFilter(at.client)})).rows,
                       at.client.pk));
         }},
        {"ClientQueries::list by a field beyond the basics",
         seeWhole,
         [](const Step& at) {
             auto page = at.office().queries().list(
                 {.filter = u"notes~"_s + at.client.value(Field::Notes)});
             return page ? onlyIf(holds(page->rows, at.client.pk)) : answerOf(page);
         }},
        {"ClientQueries::list by a phone",
         seePhone,
         [](const Step& at) {
             auto page = at.office().queries().list(
                 {.filter = u"phone~"_s + at.client.value(Field::Phone).right(8)});
             return page ? onlyIf(holds(page->rows, at.client.pk)) : answerOf(page);
         }},
        {"ClientQueries::count",
         see,
         [](const Step& at) {
             return onlyIf(need(at.office().queries().count(idFilter(at.client))) == 1);
         }},
        {"ClientQueries::tagsInUse",
         seeWhole,
         [](const Step& at) {
             auto tags = at.office().queries().tagsInUse();
             return tags ? onlyIf(tags->contains(at.client.value(Field::Tags))) : answerOf(tags);
         }},
        {"ClientQueries::search",
         see,
         [](const Step& at) {
             const auto page
                 = need(at.office().queries().search(at.client.value(Field::Name), 500));
             return onlyIf(std::any_of(
                 page.clients.begin(), page.clients.end(), [&at](const FoundClient& found) {
                     return found.row.client.pk == at.client.pk;
                 }));
         }},
        {"ClientQueries::searchPks",
         see,
         [](const Step& at) {
             const auto pks
                 = need(at.office().queries().searchPks(at.client.value(Field::Name), 500));
             return onlyIf(std::find(pks.begin(), pks.end(), at.client.pk) != pks.end());
         }},
        {"ClientQueries::searchPks by a field beyond the basics",
         seeWhole,
         [](const Step& at) {
             const auto pks
                 = need(at.office().queries().searchPks(at.client.value(Field::Email), 500));
             return onlyIf(std::find(pks.begin(), pks.end(), at.client.pk) != pks.end());
         }},
        {"ClientQueries::pks",
         see,
         [](const Step& at) {
             return onlyIf(
                 !need(at.office().queries().pks(idFilter(at.client), Field::Id, false)).empty());
         }},
        {"ClientQueries::listed",
         see,
         [](const Step& at) {
             Progress quiet;
             const auto pks = need(
                 at.office().queries().listed({.search = at.client.value(Field::Name),
                                               .filter = idFilter(at.client),
                                               .order = ListOrder{Field::City, false, false}},
                                              quiet));
             return onlyIf(std::find(pks.begin(), pks.end(), at.client.pk) != pks.end());
         }},
        {"ClientQueries::listed by a field beyond the basics",
         [](const Judge& judge) { return onlyIf(judge.scope(Action::SeeAll) != Scope::None); },
         [](const Step& at) {
             Progress quiet;
             return answerOf(at.office().queries().listed(
                 {.order = ListOrder{Field::Notes, false, false}}, quiet));
         },
         false},
        {"ClientQueries::rows",
         see,
         [](const Step& at) {
             return onlyIf(holds(need(at.office().queries().rows({at.client.pk})), at.client.pk));
         }},
        {"ClientQueries::survivorNamed",
         see,
         [](const Step& at) {
             const Client gone = at.walk.client(at.owner);
             at.walk.merged(at.client, gone);
             return onlyIf(need(at.office().queries().survivorNamed(gone.id().value)).has_value());
         }},
        {"ClientQueries::recent",
         see,
         [](const Step& at) {
             static_cast<void>(at.office().clients().look(at.client.id(), true));
             return onlyIf(holds(need(at.office().queries().recent(50)), at.client.pk));
         }},
        {"ClientQueries::forEach",
         [](const Judge& judge) {
             return onlyIf(judge.may(Action::SeeBasic) == Verdict::Allowed
                           && judge.may(Action::Export) == Verdict::Allowed);
         },
         [](const Step& at) {
             int found = 0;
             need(at.office().queries().forEach(
                 idFilter(at.client), Action::Export, [&found](const ClientTexts&) -> Result<> {
                     ++found;
                     return {};
                 }));
             return onlyIf(found == 1);
         }},
    };
}

std::vector<Probe> changes()
{
    return {
        {"ClientService::add",
         [](const Judge& judge) { return judge.mayAtAll(Action::CreateClient); },
         [](const Step& at) {
             ClientValues values;
             values.set(Field::Name, u"Entered %1"_s.arg(at.walk.next()));
             AddOptions options;
             options.force = true;
             auto added = at.office().clients().add(values, options);
             if (added) {
                 REQUIRE(added->client);
             }
             return answerOf(added);
         },
         false},
        {"ClientService::preview",
         [](const Judge& judge) {
             bool types = judge.mayAtAll(Action::CreateClient) != Verdict::Denied;
             for (const Action action :
                  {Action::ChangeFree, Action::ChangeOrdinary, Action::ChangeImportant}) {
                 types = types || judge.mayAtAll(action) != Verdict::Denied;
             }
             return onlyIf(types);
         },
         [](const Step& at) {
             ClientValues values;
             values.set(Field::Name, u"Entered"_s);
             return answerOf(at.office().clients().preview(values));
         },
         false},
        {"ChangeService::update of a free field",
         changing(Action::ChangeFree),
         [](const Step& at) {
             return byOutcome(
                 at.office().changes().update(at.client.id(), {{Field::Tags, u"VIP"_s, {}}}));
         }},
        {"ChangeService::update of contact details",
         changing(Action::ChangeOrdinary),
         [](const Step& at) {
             return byOutcome(at.office().changes().update(at.client.id(),
                                                           {{Field::Phone, u"13900139000"_s, {}}}));
         }},
        {"ChangeService::update of an important field",
         changing(Action::ChangeImportant),
         [](const Step& at) {
             return byOutcome(at.office().changes().update(
                 at.client.id(), {{Field::Name, u"Renamed %1"_s.arg(at.walk.next()), {}}}));
         }},
        {"ChangeService::updateIn",
         changing(Action::ChangeOrdinary),
         [](const Step& at) {
             auto operation = need(Operation::begin(at.office().context(), u"client.update"));
             Client current = at.client;
             return byOutcome(at.office().changes().updateIn(
                 operation, current, {{Field::Phone, u"13900139000"_s, {}}}, {}));
         }},
        {"ChangeService::wayOf",
         [](const Judge& judge) { return judge.may(Action::ChangeOrdinary); },
         [](const Step& at) {
             const Subject subject = need(subjectOf(at.office().context().reader, at.client));
             switch (at.office().changes().wayOf(Field::Phone, u"1"_s, subject, false)) {
             case ChangeWay::AtOnce:
                 return Verdict::Allowed;
             case ChangeWay::Denied:
                 return Verdict::Denied;
             case ChangeWay::OrdinaryRequest:
             case ChangeWay::ImportantRequest:
                 break;
             }
             return Verdict::ByRequest;
         }},
        {"ChangeService::moveToTrash",
         [](const Judge& judge) { return judge.may(Action::Trash); },
         [](const Step& at) {
             auto done = at.office().changes().moveToTrash({at.client.id()}, u"a mistake"_s);
             return answerOf(
                 done, done && !done->requests.empty() ? Verdict::ByRequest : Verdict::Allowed);
         }},
        {"ChangeService::restore",
         [](const Judge& judge) { return judge.may(Action::Trash); },
         [](const Step& at) {
             need(at.walk.admin().changes().moveToTrash({at.client.id()}, u"a mistake"_s));
             auto done = at.office().changes().restore({at.client.id()});
             return answerOf(
                 done, done && !done->requests.empty() ? Verdict::ByRequest : Verdict::Allowed);
         }},
        {"MassChanges::countOf",
         see,
         [](const Step& at) {
             return answerOf(at.office().massChanges().countOf({.from = at.owner.name, .to = {}}));
         }},
        {"MassChanges::handOver",
         [](const Judge& judge) {
             return onlyIf(both(see(judge), judge.may(Action::ChangeOrdinary)) == Verdict::Allowed);
         },
         [](const Step& at) {
             Progress quiet;
             auto moved = at.office().massChanges().handOver(
                 {.from = at.owner.name, .to = u"asker"_s, .filter = idFilter(at.client)}, quiet);
             return moved ? onlyIf(moved->changed == 1) : answerOf(moved);
         }},
        {"MassChanges::assign",
         [](const Judge& judge) { return judge.may(Action::ChangeOrdinary); },
         [](const Step& at) {
             Progress quiet;
             auto given = at.office().massChanges().assign(
                 {.chosen = {at.client.pk}, .to = u"asker"_s}, quiet);
             return given && given->asked > 0 ? Verdict::ByRequest
                 : given                      ? onlyIf(given->changed == 1)
                                              : answerOf(given);
         }},
        {"MassChanges::tag",
         [](const Judge& judge) {
             return onlyIf(judge.may(Action::ChangeFree) == Verdict::Allowed);
         },
         [](const Step& at) {
             Progress quiet;
             TagChange wanted;
             wanted.chosen = {at.client.pk};
             wanted.add = {u"walked"_s};
             auto tagged = at.office().massChanges().tag(wanted, quiet);
             return tagged ? onlyIf(tagged->changed == 1) : answerOf(tagged);
         }},
    };
}

std::vector<Probe> merging()
{
    return {
        {"MergeService::clientsFor",
         mergeAsk,
         [](const Step& at) {
             return answerOf(at.office().merges().clientsFor({at.client.id()}));
         }},
        {"MergeService::attachedTo",
         mergeAsk,
         [](const Step& at) {
             return answerOf(at.office().merges().attachedTo({at.client.id()}));
         }},
        {"ChangeService::forecast",
         [](const Judge& judge) { return judge.may(Action::Merge); },
         [](const Step& at) {
             const Client goes = at.walk.client(at.owner);
             const auto plan = need(proposeMerge(
                 need(at.walk.admin().merges().clientsFor({at.client.id(), goes.id()}))));
             auto forecast = at.office().changes().forecast(plan);
             return answerOf(forecast,
                             forecast && forecast->asks ? Verdict::ByRequest : Verdict::Allowed);
         }},
        {"ChangeService::merge",
         [](const Judge& judge) { return judge.may(Action::Merge); },
         [](const Step& at) {
             const Client goes = at.walk.client(at.owner);
             const auto plan = need(proposeMerge(
                 need(at.walk.admin().merges().clientsFor({at.client.id(), goes.id()}))));
             auto merged = at.office().changes().merge(plan);
             return answerOf(merged,
                             merged && merged->request ? Verdict::ByRequest : Verdict::Allowed);
         }},
        {"ChangeService::unmerge",
         [](const Judge& judge) { return judge.may(Action::Merge); },
         [](const Step& at) {
             const MergePk merge = at.walk.merged(at.client, at.walk.client(at.owner));
             const auto plan = need(at.walk.admin().merges().planUndo(merge));
             auto undone = at.office().changes().unmerge(plan);
             return answerOf(undone,
                             undone && undone->request ? Verdict::ByRequest : Verdict::Allowed);
         }},
        {"MergeService::planUndo",
         mergeAsk,
         [](const Step& at) {
             const MergePk merge = at.walk.merged(at.client, at.walk.client(at.owner));
             return answerOf(at.office().merges().planUndo(merge));
         }},
        {"MergeService::showUndo",
         [](const Judge& judge) { return both(mergeAsk(judge), seeWhole(judge)); },
         [](const Step& at) {
             const MergePk merge = at.walk.merged(at.client, at.walk.client(at.owner));
             return answerOf(at.office().merges().showUndo(merge));
         }},
        {"MergeService::mayUndo",
         [](const Judge& judge) { return judge.may(Action::Merge); },
         [](const Step& at) {
             const MergePk merge = at.walk.merged(at.client, at.walk.client(at.owner));
             const auto plan = need(at.walk.admin().merges().planUndo(merge));
             return need(at.office().merges().mayUndo(at.office().context().reader, plan));
         }},
        {"MergeService::planAgain",
         mergeAsk,
         [](const Step& at) {
             const MergePk merge = at.walk.merged(at.client, at.walk.client(at.owner));
             const auto plan = need(at.walk.admin().merges().planUndo(merge));
             need(at.walk.admin().changes().unmerge(plan));
             return answerOf(at.office().merges().planAgain(merge));
         }},
        {"MergeService::info",
         see,
         [](const Step& at) {
             const MergePk merge = at.walk.merged(at.client, at.walk.client(at.owner));
             return onlyIf(need(at.office().merges().info(merge)).has_value());
         }},
        {"DuplicateService::decide",
         mergeAsk,
         [](const Step& at) {
             const Client other = at.walk.client(at.owner);
             return answerOf(at.office().duplicates().decide(at.client.id(), other.id(), false));
         }},
        {"DuplicateService::revoke",
         mergeAsk,
         [](const Step& at) {
             const Client other = at.walk.client(at.owner);
             auto done = at.office().duplicates().revoke(at.client.id(), other.id());
             REQUIRE_FALSE(done);
             // Whoever may, learns that nothing was decided.
             return done.error().code == ErrorCode::NotFound ? Verdict::Allowed : answerOf(done);
         }},
    };
}

/// Whoever may change anything of the record, or ask for it.
bool edits(const Judge& judge)
{
    return judge.may(Action::ChangeFree) == Verdict::Allowed
        || judge.may(Action::ChangeOrdinary) != Verdict::Denied;
}

std::vector<Probe> sealing()
{
    return {
        {"SealedService::reveal",
         [](const Judge& judge) {
             return both(judge.mayAtAll(Action::OpenSealed), judge.may(Action::SeeAll));
         },
         [](const Step& at) {
             auto shown = at.office().sealed().reveal(at.client.id(), u"id_number"_s);
             REQUIRE_FALSE(shown);
             // Whoever may, learns that there is none.
             return shown.error().code == ErrorCode::NotFound ? Verdict::Allowed : answerOf(shown);
         }},
        {"SealedService::consents",
         seeWhole,
         [](const Step& at) {
             return answerOf(at.office().sealed().consents(at.client.id()));
         }},
        {"SealedService::recordConsent",
         [](const Judge& judge) { return onlyIf(edits(judge)); },
         [](const Step& at) {
             return answerOf(at.office().sealed().recordConsent(
                 at.client.id(), u"identity"_s, u"a signed form"_s));
         }},
        {"SealedService::withdrawConsent",
         [](const Judge& judge) {
             return onlyIf(judge.may(Action::ChangeOrdinary) == Verdict::Allowed);
         },
         [](const Step& at) {
             need(at.walk.admin().sealed().recordConsent(
                 at.client.id(), u"identity"_s, u"a signed form"_s));
             auto done = at.office().sealed().withdrawConsent(
                 at.client.id(), u"identity"_s, u"the client's word"_s);
             return done ? Verdict::Allowed : answerOf(Result<int>(done.error()));
         }},
        {"SealedService::mayWithdrawConsent",
         [](const Judge& judge) {
             return onlyIf(judge.may(Action::ChangeOrdinary) == Verdict::Allowed);
         },
         [](const Step& at) {
             auto may = at.office().sealed().mayWithdrawConsent(at.client.id());
             REQUIRE(may);
             return *may ? Verdict::Allowed : Verdict::Denied;
         }},
        {"SealedService::sealableFields",
         [](const Judge& judge) { return judge.mayAtAll(Action::Administer); },
         [](const Step& at) { return answerOf(at.office().sealed().sealableFields()); },
         false},
        {"SealedService::sealedCustom",
         [](const Judge&) { return Verdict::Allowed; },
         [](const Step& at) { return answerOf(at.office().sealed().sealedCustom()); },
         false},
        {"SealedService::sealCustom",
         [](const Judge& judge) { return judge.mayAtAll(Action::Administer); },
         [](const Step& at) {
             Progress quiet;
             return answerOf(
                 at.office().sealed().sealCustom(u"walked%1"_s.arg(at.walk.next()), quiet));
         },
         false},
    };
}

} // namespace

std::vector<Probe> clientProbes()
{
    std::vector<Probe> probes;
    for (const auto& some : {seeing(), changes(), merging(), sealing()}) {
        probes.insert(probes.end(), some.begin(), some.end());
    }
    return probes;
}

} // namespace rolewalk
