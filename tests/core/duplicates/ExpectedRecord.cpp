#include "core/duplicates/ExpectedRecord.h"

#include "core/records/Contact.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace duplicatestest {

namespace {

constexpr std::array lists{Field::OtherPhones,
                           Field::OtherEmails,
                           Field::Tags,
                           Field::Notes,
                           Field::Contacts,
                           Field::Custom};

QChar separatorOf(Field field)
{
    return field == Field::Notes ? u'\n' : u';';
}

QString changedContacts(const QString& text, const PartChange& change)
{
    std::vector<Contact> contacts = contactsFromText(text);
    const auto found = std::find_if(contacts.begin(), contacts.end(), [&](const Contact& contact) {
        return contact.name == change.key;
    });
    const bool isThere = found != contacts.end();
    if (change.kind == PartEdit::Remove) {
        std::erase_if(contacts, [&](const Contact& contact) { return contact.name == change.key; });
    } else if (isThere && change.kind == PartEdit::AddPhone) {
        found->phones.append(change.text);
    } else if (!isThere) {
        contacts.push_back({change.key, {}, {change.text}, {}});
    }
    return contactsToText(contacts);
}

QString changedOwnFields(const QString& text, const PartChange& change)
{
    QJsonObject own = QJsonDocument::fromJson(text.toUtf8()).object();
    if (change.kind == PartEdit::Remove) {
        own.remove(change.key);
    } else {
        own.insert(change.key, change.text);
    }
    return own.isEmpty() ? QString()
                         : QString::fromUtf8(QJsonDocument(own).toJson(QJsonDocument::Compact));
}

QString changedList(Field field, const QString& text, const PartChange& change)
{
    QStringList parts = partsOf(field, text);
    if (change.kind == PartEdit::Remove) {
        parts.removeAll(change.key);
    } else if (!parts.contains(change.key) && !change.key.isEmpty()) {
        parts.insert(change.kind == PartEdit::Prepend ? 0 : parts.size(), change.key);
    }
    return parts.join(separatorOf(field));
}

QString changedParts(Field field, const QString& text, const PartChange& change)
{
    if (field == Field::Contacts) {
        return changedContacts(text, change);
    }
    return field == Field::Custom ? changedOwnFields(text, change)
                                  : changedList(field, text, change);
}

/// The main value as a part of its list.
QString withOwnMain(Field list, const ClientValues& own)
{
    if (list != Field::Contacts) {
        return changedList(list, own.value(list), {PartEdit::Append, mainIn(own, list), {}});
    }
    std::vector<Contact> contacts = contactsFromText(own.value(list));
    Contact main{mainIn(own, list), own.value(Field::Position), {}, {}};
    for (const auto& [field, texts] :
         {std::pair(Field::Phone, &main.phones), std::pair(Field::Email, &main.emails)}) {
        if (own.has(field)) {
            texts->append(own.value(field));
        }
    }
    contacts.push_back(std::move(main));
    return contactsToText(contacts);
}

/// Whether an edit replaces another's main value, which leaves the record's own among the further ones.
bool leavesOwnBehind(const MadeEdit& edit, Field list, const ClientValues& own)
{
    const QString main = mainIn(own, list);
    return mainOf(list) == edit.field && !main.isEmpty() && main != edit.value
        && mainIn(edit.seen, list) != main && !partsOf(list, own.value(list)).contains(main);
}

/// Whether the person saw all parts of the record's own.
bool sawAll(const MadeEdit& edit, Field list, const ClientValues& own)
{
    const QStringList seen = partsOf(list, edit.seen.value(list));
    const QStringList parts = partsOf(list, own.value(list));
    return std::all_of(
        parts.begin(), parts.end(), [&seen](const QString& part) { return seen.contains(part); });
}

QStringView withoutEdges(QStringView notes)
{
    while (notes.startsWith(u'\n')) {
        notes = notes.mid(1);
    }
    while (notes.endsWith(u'\n')) {
        notes.chop(1);
    }
    return notes;
}

/// Each part as it is, in any order.
QStringList sortedParts(Field list, const QString& text, const QStringList& without)
{
    QStringList parts = partsOf(list, text);
    std::vector<Contact> contacts
        = list == Field::Contacts ? contactsFromText(text) : std::vector<Contact>{};
    for (std::size_t i = 0; i < contacts.size(); ++i) {
        if (!without.contains(contacts[i].name)) {
            parts[qsizetype(i)] = contactsToText({contacts[i]});
        }
    }
    parts.removeIf([&without](const QString& part) { return without.contains(part); });
    parts.sort();
    return parts;
}

} // namespace

bool isList(Field field)
{
    return std::find(lists.begin(), lists.end(), field) != lists.end();
}

Field mainOf(Field list)
{
    if (list == Field::OtherPhones) {
        return Field::Phone;
    }
    if (list == Field::OtherEmails) {
        return Field::Email;
    }
    return list == Field::Contacts ? Field::Contact : Field::Id;
}

QString mainIn(const ClientValues& values, Field list)
{
    const Field main = mainOf(list);
    const bool isTheClient
        = main == Field::Contact && values.value(Field::Contact) == values.value(Field::Name);
    return main == Field::Id || isTheClient ? QString() : values.value(main);
}

QStringList partsOf(Field field, const QString& text)
{
    if (text.isEmpty()) {
        return {};
    }
    if (field == Field::Custom) {
        return QJsonDocument::fromJson(text.toUtf8()).object().keys();
    }
    if (field != Field::Contacts) {
        return text.split(separatorOf(field));
    }
    QStringList names;
    for (const Contact& contact : contactsFromText(text)) {
        names.append(contact.name);
    }
    return names;
}

ClientValues MadeEdit::applied(const ClientValues& values) const
{
    ClientValues result = values;
    if (!isList(field)) {
        for (const Field list : lists) {
            if (leavesOwnBehind(*this, list, values)) {
                result.set(list, withOwnMain(list, values));
            }
        }
        result.set(field, value);
    }
    for (const PartChange& part : parts) {
        if (part.kind == PartEdit::Append && part.key == mainIn(result, field)) {
            continue; // it is there
        }
        result.set(field, changedParts(field, result.value(field), part));
    }
    return result;
}

ClientValues ExpectedRecord::own() const
{
    ClientValues values = begin.values;
    for (const MadeEdit& edit : edits) {
        values = edit.applied(values);
    }
    return values;
}

bool ExpectedRecord::isInOrder(Field field) const
{
    ClientValues values = begin.values;
    for (const MadeEdit& edit : edits) {
        const auto isOf = [&](PartEdit kind) {
            return std::any_of(edit.parts.begin(),
                               edit.parts.end(),
                               [kind](const PartChange& part) { return part.kind == kind; });
        };
        const bool isHere = edit.field == field;
        const bool isOthersContact = isHere && field == Field::Contacts && isOf(PartEdit::AddPhone)
            && edit.parts.size() == 1
            && !partsOf(field, values.value(field)).contains(edit.parts.front().key);
        if (leavesOwnBehind(edit, field, values) || isOthersContact
            || (isHere && !sawAll(edit, field, values))
            || (isHere && edit.isPlaced && !isOf(PartEdit::Append))) {
            return false;
        }
        values = edit.applied(values);
    }
    return true;
}

void ExpectedRecord::notePlaced(Field field, const std::vector<MadeEdit>& placed)
{
    m_placed.insert(field);
    for (const Field list : lists) {
        for (const MadeEdit& edit : placed) {
            if (mainOf(list) == field) {
                leaveUntold(list, edit.value);
            }
        }
    }
}

void ExpectedRecord::leaveMainsUntold(Field list, const ExpectedRecord& other)
{
    for (const MadeEdit& edit : other.edits) {
        if (edit.field == mainOf(list)) {
            leaveUntold(list, edit.value);
        }
    }
    m_untold[list] += other.m_untold.value(list);
}

QStringList ExpectedRecord::untoldIn(Field list) const
{
    QStringList parts = m_untold.value(list);
    const Field main = mainOf(list);
    const bool isContact = main == Field::Contact;
    if (m_placed.contains(main)) {
        parts.append(mainIn(begin.values, list));
    }
    for (const MadeEdit& edit : edits) {
        if (edit.field == main && m_placed.contains(main)) {
            parts.append(edit.value);
        }
        // With which of its positions and numbers a main contact is left among the further ones goes by each undo.
        if (isContact
            && (edit.field == Field::Position || edit.field == Field::Phone
                || edit.field == Field::Email)) {
            parts.append(mainIn(begin.values, list));
        }
        // Whether a main contact was the client goes by the name, which was edited, too.
        if (isContact && edit.field == Field::Name) {
            parts += {edit.value, begin.value(Field::Name)};
        }
    }
    return parts;
}

bool ExpectedRecord::isRight(Field field, const QString& wanted, const QString& now) const
{
    if (wanted == now) {
        return true;
    }
    if (field == Field::Notes && withoutEdges(wanted) == withoutEdges(now)) {
        return true; // an empty line between two that were taken away
    }
    if (field == Field::Custom || !isList(field)) {
        return false;
    }
    const QStringList untold = untoldIn(field);
    const bool hasUntold = sortedParts(field, wanted, untold) != sortedParts(field, wanted, {})
        || sortedParts(field, now, untold) != sortedParts(field, now, {});
    return (hasUntold || !isInOrder(field))
        && sortedParts(field, wanted, untold) == sortedParts(field, now, untold);
}

QString ExpectedRecord::problemWith(const Client& now) const
{
    QStringList problems;
    const ClientValues wanted = own();
    for (const FieldChange& change : differences(wanted, now.values)) {
        if (!isRight(change.field, change.before, change.after)) {
            problems.append(u"%1 is\n    %2\n  and not\n    %3"_s.arg(
                fieldName(change.field), change.after, change.before));
        }
    }
    if (now.mergedInto.isValid() || now.value(Field::Status) != begin.value(Field::Status)) {
        problems.append(u"status is "_s + now.value(Field::Status));
    }
    return problems.isEmpty() ? QString() : now.id().value + u": "_s + problems.join(u"\n  "_s);
}

} // namespace duplicatestest
