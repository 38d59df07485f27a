// What somebody edits in a record, at random.
#include "core/duplicates/MergeWalk.h"
#include "core/records/Contact.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace duplicatestest {

namespace {

constexpr std::array editedFields{
    Field::Name,        Field::Contact,     Field::Position,    Field::Phone,
    Field::Email,       Field::Province,    Field::City,        Field::District,
    Field::Street,      Field::Postcode,    Field::Country,     Field::Industry,
    Field::Source,      Field::CreditCode,  Field::Website,     Field::LastContactAt,
    Field::IdNumber,    Field::BankAccount, Field::Phone,       Field::Email,
    Field::OtherPhones, Field::OtherEmails, Field::Tags,        Field::Notes,
    Field::Contacts,    Field::Custom,      Field::OtherPhones, Field::Tags,
    Field::Notes,       Field::Contacts,    Field::Custom,      Field::Owner};

QString ownFieldIn(const ClientValues& values, const QString& name)
{
    return QJsonDocument::fromJson(values.value(Field::Custom).toUtf8())
        .object()
        .value(name)
        .toString();
}

} // namespace

void MergeWalk::stepEdit()
{
    std::vector<int> seen = visible();
    // Mostly where something is merged.
    for (int tries = 0; tries < 3 && !m_inForce.empty(); ++tries) {
        const int one = m_values.oneOf(seen);
        if (!isAlone(one)) {
            seen = {one};
        }
    }
    const int record = m_values.oneOf(seen);
    const Client& client = m_records[std::size_t(record)].begin;
    const Client before = m_office.now(client);
    MadeEdit edit = someEdit(record, before);
    const ClientValues after = edit.applied(before.values);
    if (differences(before.values, after).empty()) {
        return;
    }
    QStringList words{edit.value};
    for (const PartChange& part : edit.parts) {
        words.append((part.kind == PartEdit::Remove ? u"-"_s : u"+"_s) + part.key + u' '
                     + part.text);
    }
    say(u"edit %1 %2: %3"_s.arg(idsOf({record}), fieldName(edit.field), words.join(u", "_s)));
    m_office.edit(client, after);
    readSealed(edit, m_office.now(client));
    m_records[std::size_t(record)].edits.push_back(std::move(edit));
    ++m_tally.edits;
}

/// What was sealed stands there as its token.
void MergeWalk::readSealed(MadeEdit& edit, const Client& now)
{
    const bool isSealedOwn = edit.field == Field::Custom && !edit.parts.empty()
        && edit.parts.front().key == sealedOwnField && edit.parts.front().kind == PartEdit::SetOwn;
    if (isSealedOwn) {
        edit.parts.front().text = ownFieldIn(now.values, sealedOwnField);
    } else if (isSealed(edit.field) && !edit.value.isEmpty()) {
        edit.value = now.value(edit.field);
    } else {
        return;
    }
    ++m_sealed;
    ++m_consents;
}

MadeEdit MergeWalk::someEdit(int record, const Client& now)
{
    MadeEdit edit;
    edit.at = m_at;
    edit.typed = m_at;
    edit.seen = now.values;
    edit.field = m_values.oneOf(editedFields);
    for (const Field list : {Field::OtherPhones, Field::OtherEmails, Field::Contacts}) {
        if (edit.field == mainOf(list)) {
            m_takenAway.emplace(list, edit.seen.value(edit.field));
        }
    }
    if (isList(edit.field)) {
        editParts(edit, record);
    } else if (edit.field == Field::Owner) {
        // There are few: one that none of the records has had, or none.
        edit.value = now.value(edit.field);
        for (const QString& name : {u"hu"_s, u"lin"_s, u"ma"_s}) {
            if (m_owners.insert(name).second) {
                edit.value = name;
                break;
            }
        }
    } else {
        const bool isCleared
            = m_values.chance(20) && edit.field != Field::Name && !m_blanked.contains(edit.field);
        edit.value = isCleared ? QString() : m_values.fresh(edit.field);
    }
    return edit;
}

void MergeWalk::editParts(MadeEdit& edit, int record)
{
    QStringList there = partsOf(edit.field, edit.seen.value(edit.field));
    const bool hasEmptyLines = there.removeAll(QString()) > 0;
    const int what = m_values.below(100);
    if (what < 45 || there.isEmpty()) {
        addPart(edit, record);
        return;
    }
    const QString key = m_values.oneOf(there);
    if (what < 80) {
        takeAway(edit, key);
    } else if (edit.field == Field::Contacts) {
        edit.parts.push_back({PartEdit::AddPhone, key, m_values.freshPhone()});
    } else if (edit.field == Field::Custom) {
        edit.parts.push_back({PartEdit::SetOwn, key, m_values.fresh(Field::IdNumber)});
    } else {
        // The whole list anew.
        if (hasEmptyLines) {
            edit.parts.push_back({PartEdit::Remove, QString(), {}});
        }
        for (const QString& part : std::as_const(there)) {
            takeAway(edit, part);
        }
        addPart(edit, record);
    }
}

void MergeWalk::takeAway(MadeEdit& edit, const QString& part)
{
    edit.parts.push_back({PartEdit::Remove, part, {}});
    m_takenAway.emplace(edit.field, part);
    const bool isUntold = isMainOfAny(edit.field, part) || m_freely.contains(edit.field);
    for (ExpectedRecord& record : m_records) {
        if (isUntold) {
            record.leaveUntold(edit.field, part);
        }
    }
}

bool MergeWalk::isMainOfAny(Field list, const QString& part) const
{
    return std::any_of(m_records.begin(), m_records.end(), [&](const ExpectedRecord& record) {
        return mainIn(record.own(), list) == part || mainIn(record.begin.values, list) == part;
    });
}

/// New to the record, to what is seen of it, and to what is merged into others: what a merge had left out would come back by
/// that merge's undo, and then nobody could say whose it is. Records that are apart may have it.
bool MergeWalk::isNewTo(const MadeEdit& edit, int record, const QString& part) const
{
    const auto has = [&](const ClientValues& values) {
        return partsOf(edit.field, values.value(edit.field)).contains(part)
            || values.value(mainOf(edit.field)) == part;
    };
    const std::vector<int> apart = visible();
    for (int i = 0; i < int(m_records.size()); ++i) {
        const bool isApart = std::find(apart.begin(), apart.end(), i) != apart.end();
        if ((i == record || !isApart) && has(m_records[std::size_t(i)].own())) {
            return false;
        }
    }
    return !has(edit.seen) && !m_takenAway.contains({edit.field, part});
}

void MergeWalk::addPart(MadeEdit& edit, int record)
{
    QString part = m_values.fresh(edit.field);
    if (m_values.chance(50)) {
        const QString shared = m_values.shared(edit.field);
        part = !shared.isEmpty() && isNewTo(edit, record, shared) ? shared : part;
    }
    if (edit.field == Field::Contacts) {
        edit.parts.push_back({PartEdit::AddPhone, part, m_values.freshPhone()});
        return;
    }
    if (edit.field == Field::Custom) {
        part = m_values.chance(30) ? sealedOwnField : part;
        edit.parts.push_back({PartEdit::SetOwn, part, m_values.fresh(Field::IdNumber)});
        return;
    }
    const QStringList own
        = partsOf(edit.field, m_records[std::size_t(record)].own().value(edit.field));
    const QStringList there = partsOf(edit.field, edit.seen.value(edit.field));
    const bool isFirst = edit.parts.empty() && m_values.chance(30) && !own.isEmpty()
        && !there.isEmpty() && own.first() == there.first();
    edit.parts.push_back({isFirst ? PartEdit::Prepend : PartEdit::Append, part, {}});
}

} // namespace duplicatestest
