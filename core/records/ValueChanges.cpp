// A change of a combined value, made to another value part by part.
#include "core/records/Contact.h"
#include "core/records/ValueParts.h"

#include <algorithm>
#include <vector>

namespace core {

namespace {

using Part = ValuePart;
using Parts = ValuePartList;

/// Numbers or addresses of one contact.
QStringList applyToList(QStringList list, const QStringList& from, const QStringList& to)
{
    for (const QString& entry : from) {
        if (!to.contains(entry)) {
            list.removeAll(entry);
        }
    }
    for (const QString& entry : to) {
        if (!from.contains(entry) && !list.contains(entry)) {
            list.append(entry);
        }
    }
    return list;
}

/// A contact of one name that stands otherwise in value and change: numbers and addresses one by one.
QString applyToContact(const QString& value, const ValueChange& change, OnConflict onConflict)
{
    std::vector<Contact> mine = contactsFromText(value);
    const std::vector<Contact> from = contactsFromText(change.from);
    const std::vector<Contact> to = contactsFromText(change.to);
    if (mine.empty() || to.empty()) {
        return value;
    }
    const Contact before = from.empty() ? Contact{} : from.front();
    Contact& contact = mine.front();
    contact.phones = applyToList(contact.phones, before.phones, to.front().phones);
    contact.emails = applyToList(contact.emails, before.emails, to.front().emails);
    const bool isChanged = before.position != to.front().position;
    if (contact.position == before.position
        || (isChanged && onConflict == OnConflict::TakeChange)) {
        contact.position = to.front().position;
    }
    return contactsToText(mine);
}

/// A part of the same key in value and change, which ends as `change.to`.
QString
applyToPart(Field field, const QString& value, const ValueChange& change, OnConflict onConflict)
{
    if (value == change.from) {
        return change.to;
    }
    if (field == Field::Contacts) {
        return applyToContact(value, change, onConflict);
    }
    return onConflict == OnConflict::TakeChange ? change.to : value;
}

/// For each part of `from`, which one of `to` it is; -1 where it is none. Parts that stand in the same order first (lines of
/// notes may stand there twice), then those that were moved.
std::vector<std::ptrdiff_t> samePlaces(const Parts& from, const Parts& to)
{
    constexpr std::size_t most = 4'000'000;
    std::vector<std::ptrdiff_t> places(from.size(), -1);
    QSet<std::ptrdiff_t> taken;
    const auto take = [&](std::size_t i, std::size_t k) {
        places[i] = std::ptrdiff_t(k);
        taken.insert(std::ptrdiff_t(k));
    };
    const std::size_t width = to.size() + 1;
    // longest[i, k]: how many parts from there on stand in both in the same order.
    std::vector<std::uint32_t> longest((from.size() + 1) * width < most ? (from.size() + 1) * width
                                                                        : 0);
    for (std::size_t i = from.size(); i-- > 0 && !longest.empty();) {
        for (std::size_t k = to.size(); k-- > 0;) {
            longest[i * width + k] = from[i].key == to[k].key
                ? longest[(i + 1) * width + k + 1] + 1
                : std::max(longest[(i + 1) * width + k], longest[i * width + k + 1]);
        }
    }
    for (std::size_t i = 0, k = 0; !longest.empty() && i < from.size() && k < to.size();) {
        if (from[i].key == to[k].key) {
            take(i++, k++);
        } else if (longest[(i + 1) * width + k] >= longest[i * width + k + 1]) {
            ++i;
        } else {
            ++k;
        }
    }
    for (std::size_t i = 0; i < from.size(); ++i) {
        for (std::size_t k = 0; places[i] < 0 && k < to.size(); ++k) {
            if (from[i].key == to[k].key && !taken.contains(std::ptrdiff_t(k))) {
                take(i, k);
            }
        }
    }
    return places;
}

/// What a change added to a contact that the value does not have: its name with what is new.
QString addedToContact(const QString& from, const QString& to)
{
    const std::vector<Contact> before = contactsFromText(from);
    std::vector<Contact> after = contactsFromText(to);
    if (before.empty() || after.empty()) {
        return to;
    }
    Contact& contact = after.front();
    const auto isOld = [](const QStringList& list) {
        return [&list](const QString& entry) {
            return list.contains(entry);
        };
    };
    contact.phones.removeIf(isOld(before.front().phones));
    contact.emails.removeIf(isOld(before.front().emails));
    if (contact.position == before.front().position) {
        contact.position.clear();
    }
    const bool isAnything
        = !contact.phones.isEmpty() || !contact.emails.isEmpty() || !contact.position.isEmpty();
    return isAnything ? contactsToText(after) : QString();
}

/// A value while a change is made to it, part by part.
class ChangedParts
{
public:
    ChangedParts(
        Field field, const Parts& value, const Parts& from, const Parts& to, OnConflict onConflict);

    void takeOut();
    void changeAndAdd();
    [[nodiscard]] Parts result() const;

private:
    using Place = std::ptrdiff_t;
    struct Slot
    {
        Part part;
        bool isGone = false;
    };

    void addNew(std::size_t k);
    /// Before which slot the new part stands.
    [[nodiscard]] Place placeFor(std::size_t k) const;
    [[nodiscard]] Place gapFor(Place first, Place end) const;
    void insert(Place place, Part part, Place k);

    Field m_field;
    const Parts& m_from;
    const Parts& m_to;
    OnConflict m_onConflict;
    std::vector<Slot> m_slots;
    std::vector<Place> m_slotOfFrom; ///< -1: the value does not have it
    std::vector<Place> m_slotOfTo;
    std::vector<Place> m_toOfFrom; ///< -1: the change takes it out
    std::vector<Place> m_fromOfTo; ///< -1: the change brings it
};

ChangedParts::ChangedParts(
    Field field, const Parts& value, const Parts& from, const Parts& to, OnConflict onConflict)
    : m_field(field)
    , m_from(from)
    , m_to(to)
    , m_onConflict(onConflict)
    , m_slotOfFrom(samePlaces(from, value))
    , m_slotOfTo(to.size(), -1)
    , m_toOfFrom(samePlaces(from, to))
    , m_fromOfTo(to.size(), -1)
{
    for (const Part& part : value) {
        m_slots.push_back({part, false});
    }
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (m_toOfFrom[i] >= 0) {
            m_fromOfTo[std::size_t(m_toOfFrom[i])] = Place(i);
            m_slotOfTo[std::size_t(m_toOfFrom[i])] = m_slotOfFrom[i];
        }
    }
    // What the change brings may be there already.
    for (std::size_t k = 0; k < to.size(); ++k) {
        for (std::size_t j = 0; j < m_slots.size() && m_fromOfTo[k] < 0 && m_slotOfTo[k] < 0; ++j) {
            const bool isFree = std::find(m_slotOfFrom.begin(), m_slotOfFrom.end(), Place(j))
                    == m_slotOfFrom.end()
                && std::find(m_slotOfTo.begin(), m_slotOfTo.end(), Place(j)) == m_slotOfTo.end();
            if (isFree && !to[k].key.isEmpty() && m_slots[j].part.key == to[k].key) {
                m_slotOfTo[k] = Place(j);
            }
        }
    }
}

void ChangedParts::takeOut()
{
    for (std::size_t i = 0; i < m_from.size(); ++i) {
        if (m_toOfFrom[i] >= 0 || m_slotOfFrom[i] < 0) {
            continue;
        }
        Slot& slot = m_slots[std::size_t(m_slotOfFrom[i])];
        slot.isGone = m_onConflict == OnConflict::TakeChange || slot.part.value == m_from[i].value;
    }
}

void ChangedParts::changeAndAdd()
{
    for (std::size_t k = 0; k < m_to.size(); ++k) {
        const Place i = m_fromOfTo[k];
        const QString before = i < 0 ? QString() : m_from[std::size_t(i)].value;
        const QString& after = m_to[k].value;
        if (m_slotOfTo[k] < 0) {
            addNew(k);
        } else if (before != after) {
            QString& value = m_slots[std::size_t(m_slotOfTo[k])].part.value;
            value = applyToPart(m_field, value, {before, after}, m_onConflict);
        }
    }
}

void ChangedParts::addNew(std::size_t k)
{
    const Place i = m_fromOfTo[k];
    if (i < 0) {
        insert(placeFor(k), m_to[k], Place(k));
        return;
    }
    // Changed, and the value never had it.
    Part part = m_to[k];
    const QString& before = m_from[std::size_t(i)].value;
    if (m_onConflict == OnConflict::KeepValue || before == part.value) {
        return;
    }
    if (m_field == Field::Contacts) {
        part.value = addedToContact(before, part.value);
    }
    if (!part.value.isEmpty()) {
        insert(Place(m_slots.size()), part, Place(k));
    }
}

ChangedParts::Place ChangedParts::gapFor(Place first, Place end) const
{
    for (Place i = first; i < end; ++i) {
        const Place slot = m_slotOfFrom[std::size_t(i)];
        if (slot >= 0 && m_slots[std::size_t(slot)].isGone) {
            return slot;
        }
    }
    return -1;
}

ChangedParts::Place ChangedParts::placeFor(std::size_t k) const
{
    if (k > 0 && m_fromOfTo[k - 1] < 0 && m_slotOfTo[k - 1] >= 0) {
        return m_slotOfTo[k - 1] + 1; // together with the one before it
    }
    std::size_t before = k;
    while (before > 0 && m_fromOfTo[before - 1] < 0) {
        --before;
    }
    std::size_t after = k + 1;
    while (after < m_to.size() && m_fromOfTo[after] < 0) {
        ++after;
    }
    const bool isLast = after == m_to.size();
    // Where something else went between the same neighbours.
    const Place gap = gapFor(before == 0 ? 0 : m_fromOfTo[before - 1] + 1,
                             isLast ? Place(m_from.size()) : m_fromOfTo[after]);
    if (gap >= 0) {
        return gap;
    }
    if (isLast) {
        return Place(m_slots.size());
    }
    for (std::size_t p = k; p-- > 0;) {
        if (m_slotOfTo[p] >= 0) {
            return m_slotOfTo[p] + 1;
        }
    }
    for (std::size_t s = after; s < m_to.size(); ++s) {
        if (m_slotOfTo[s] >= 0) {
            return m_slotOfTo[s];
        }
    }
    return Place(m_slots.size());
}

void ChangedParts::insert(Place place, Part part, Place k)
{
    m_slots.insert(m_slots.begin() + place, {std::move(part), false});
    for (std::vector<Place>* slots : {&m_slotOfFrom, &m_slotOfTo}) {
        for (Place& slot : *slots) {
            slot += slot >= place ? 1 : 0;
        }
    }
    m_slotOfTo[std::size_t(k)] = place;
}

Parts ChangedParts::result() const
{
    Parts parts;
    for (const Slot& slot : m_slots) {
        if (!slot.isGone) {
            parts.push_back(slot.part);
        }
    }
    return parts;
}

} // namespace

QString
applyChange(Field field, const QString& value, const ValueChange& change, OnConflict onConflict)
{
    if (change.from == change.to) {
        return value;
    }
    if (value == change.from) {
        return change.to;
    }
    if (!isCombined(field)) {
        return onConflict == OnConflict::TakeChange ? change.to : value;
    }
    const Parts from = splitIntoParts(field, change.from);
    const Parts to = splitIntoParts(field, change.to);
    ChangedParts parts(field, splitIntoParts(field, value), from, to, onConflict);
    parts.takeOut();
    parts.changeAndAdd();
    return joinParts(field, parts.result());
}

} // namespace core
