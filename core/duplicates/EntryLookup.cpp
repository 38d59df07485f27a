#include "core/duplicates/EntryLookup.h"

#include "core/duplicates/KeySharers.h"
#include "core/duplicates/MatchedClient.h"
#include "core/records/ClientStore.h"
#include "core/security/Permissions.h"
#include "core/security/UserStore.h"
#include "core/standardize/Codes.h"
#include "core/standardize/NameKind.h"
#include "core/standardize/TextForm.h"

#include <algorithm>

namespace core {

namespace {

constexpr double shownAtEntry = 0.5;

/// Two companies of one full name are shown whatever else differs: where names are registered, as in China, they are one, or
/// one of them is written wrong. Two credit codes tell them apart.
bool isSameCompany(const MatchRecord& a, const MatchRecord& b)
{
    const auto isCompany = [](const MatchRecord& record) {
        return record.type.isEmpty() ? guessNameKind(record.name) == NameKind::Company
                                     : record.type == QLatin1String("company");
    };
    const bool toldApart
        = !a.code.isEmpty() && !b.code.isEmpty() && normalizeCode(a.code) != normalizeCode(b.code);
    return !toldApart && isCompany(a) && isCompany(b)
        && foldText(cleanText(a.name)) == foldText(cleanText(b.name));
}

} // namespace

EntryLookup::EntryLookup(OfficeContext& office)
    : m_office(office)
{ }

Result<std::vector<DuplicateHint>>
EntryLookup::candidates(Connection& connection, const ClientValues& values, ClientPk self)
{
    const MatchRecord entered = matchRecordOf(values, self.value);
    const MatchProbe probe(entered);
    auto judge = m_judges.now(connection);
    if (!judge) {
        return judge.error();
    }
    auto features = (*judge)->features(connection, entered);
    if (!features) {
        return features.error();
    }
    auto sharers = keySharers(connection, probe.keys(), self);
    if (!sharers) {
        return sharers.error();
    }
    auto clients = ClientStore(connection).byPks(*sharers);
    if (!clients) {
        return clients.error();
    }
    std::vector<DuplicateHint> hints;
    for (const Client& client : *clients) {
        if (!isMatched(client)) {
            continue;
        }
        const MatchRecord other = matchRecordOf(client.values, client.pk.value);
        const bool isNamesake = isSameCompany(entered, other);
        double score = probe.score(other);
        // Most that share a key are nobody in particular: how rare their values are is looked up for the others only.
        constexpr double worthLooking = 0.01;
        if ((*judge)->isLearned() && (score >= worthLooking || isNamesake)) {
            auto theirs = (*judge)->features(connection, other);
            if (!theirs) {
                return theirs.error();
            }
            score = (*judge)->score(*features, *theirs);
        }
        if (score < shownAtEntry && !isNamesake) {
            continue;
        }
        DuplicateHint hint{client.pk,
                           client.id(),
                           score,
                           {},
                           client.value(Field::Name),
                           client.value(Field::Owner),
                           tierOf(score) == MatchTier::Certain};
        auto subject = subjectOwnedBy(connection, client.owner);
        if (!subject) {
            return subject.error();
        }
        if (decide(m_office.session, Action::SeeBasic, *subject) == Verdict::Allowed) {
            hint.reasons = matchReasons(entered, other);
        } else {
            hint.name.clear();
        }
        hints.push_back(std::move(hint));
    }
    std::sort(hints.begin(), hints.end(), [](const DuplicateHint& a, const DuplicateHint& b) {
        return a.score != b.score ? a.score > b.score : a.pk < b.pk;
    });
    constexpr std::size_t mostHints = 10;
    if (hints.size() > mostHints) {
        hints.resize(mostHints);
    }
    return hints;
}

} // namespace core
