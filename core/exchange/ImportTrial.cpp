// What ImportRun does in a dry run: it stores nothing, but knows the rows above, and notes of each row what somebody may want
// to look at.
#include "core/exchange/ImportMerge.h"
#include "core/exchange/ImportRun.h"
#include "core/security/Permissions.h"

namespace core {

/// Rows without a flaw get no more than half of the room: they are only there to be looked at.
void ImportRun::keepNote()
{
    const bool wantsLook = m_note.wantsLook();
    m_result.wantLook += wantsLook ? 1 : 0;
    const auto room = std::size_t(wantsLook ? m_options.notes : m_options.notes / 2);
    if (m_result.notes.size() < room) {
        m_result.notes.push_back(std::move(m_note));
    }
}

Result<ImportRun::Fate> ImportRun::tryOut(const ImportRow& row)
{
    const auto noteFindings = [this](const ClientValues& values) {
        const Findings findings = m_parts.check.check(values);
        m_tally.noteFindings(findings);
        if (isNoting()) {
            m_notes.add(m_note, findings);
        }
    };
    if (!looksForDuplicates(row.line)) {
        m_result.duplicates.reset();
        noteFindings(newClient(row).values);
        return Fate::Created;
    }
    const DuplicateMode mode = modeOf(row.line);
    auto found = m_matcher.known(row, mode, m_batch.has_value());
    if (!found) {
        return found.error();
    }
    const auto above = *found ? std::nullopt : m_seen.find(row.values, m_matcher.saysType());
    const bool isKnown = *found || above;
    m_result.duplicates = m_result.duplicates.value_or(0) + (isKnown ? 1 : 0);
    if (*found) {
        if (auto done = noteKnown(**found, row); !done) {
            return done.error();
        }
    } else if (above && *above < m_seenLines.size()) {
        m_note.above = m_seenLines[*above];
    }
    if (isKnown && mode == DuplicateMode::Skip) {
        return Fate::Skipped;
    }
    if (isKnown && mode != DuplicateMode::Create) {
        return tryUpdate(row, *std::move(found), above);
    }
    const ClientValues values = newClient(row).values;
    if (!above) {
        m_seen.add(values);
        m_seenLines.push_back(row.line);
    }
    noteFindings(values);
    return Fate::Created;
}

Result<ImportRun::Fate> ImportRun::tryUpdate(const ImportRow& row,
                                             std::optional<Client> found,
                                             std::optional<std::size_t> above)
{
    Client current;
    if (above) {
        current.values = m_seen.values(*above);
    } else {
        current = *std::move(found);
        current.values = m_changed.value(current.pk.value, current.values);
    }
    auto fate = update(current, row);
    if (!fate || *fate != Fate::Updated) {
        return fate;
    }
    for (const FieldEdit& edit : importEdits(current.values, row.values, m_matcher.saysType())) {
        current.set(edit.field, edit.typed);
    }
    if (above) {
        m_seen.replace(*above, current.values);
    } else {
        m_changed.insert(current.pk.value, current.values);
    }
    return fate;
}

/// Whoever left a row out may want to know what it was.
Result<> ImportRun::noteLeftOut(const ImportRow& row)
{
    if (!isNoting() || !row.rejection.isEmpty() || !looksForDuplicates(row.line)) {
        return {};
    }
    auto found = m_matcher.known(row, DuplicateMode::Skip, false);
    if (!found || !*found) {
        return found ? Result<>() : Result<>(found.error());
    }
    return noteKnown(**found, row);
}

/// As far as the person may see that client.
Result<> ImportRun::noteKnown(const Client& client, const ImportRow& row)
{
    if (!isNoting()) {
        return {};
    }
    auto subject = subjectOf(m_parts.office.writer, client);
    if (!subject) {
        return subject.error();
    }
    const Session& session = m_parts.office.session;
    m_note.known = client.pk;
    m_note.knownId = client.id();
    m_note.knownOwner = client.value(Field::Owner);
    if (decide(session, Action::SeeBasic, *subject) != Verdict::Allowed) {
        return {};
    }
    m_note.knownName = client.value(Field::Name);
    if (decide(session, Action::SeeAll, *subject) != Verdict::Allowed) {
        return {};
    }
    for (const FieldEdit& edit : importEdits(client.values, row.values, m_matcher.saysType())) {
        if (!isSealed(edit.field)) {
            m_note.changes.push_back({edit.field, client.value(edit.field), edit.typed});
        }
    }
    return {};
}

} // namespace core
