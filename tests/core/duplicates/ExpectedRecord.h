/// ExpectedRecord: what a record has to be once nothing is merged with it any more: its beginning and the edits that are
/// its own, made anew on it in their order. Knows nothing of how merges are stored or taken back.
///
/// What the words mean where merged values and edits overlap, as a person would have it:
/// - An edit is the record's on which it was made, until an undo places it with others. Placed with a record, it is that
///   record's from then on, and a later undo may place it again. What is placed is a field: every edit of it since.
/// - A tag, number or line that is added stands behind the record's own; one that is taken away is gone from the record
///   if it was its own, and is nothing to it if it was another's, who gets it back.
/// - A number that is added to another's contact makes, with the record that stays, a contact of that name with this
///   number alone: what was added is not lost, what was the other's is not left.
/// - Where a main number, address or contact is replaced that was another's, the record's own stays among the further
///   ones. Taken away from the further ones of the merged record, a record's own main value is still its main one. Whether
///   it stands among the further ones after both, or after edits of a main value were placed, is not told.
/// - What is set and set back is no edit: the walk never sets a value back.
/// The place among the parts is told where the person saw all of the record's own: not where a merge had left some out,
/// another's main value was replaced, or what was placed here took the place of something.
#pragma once

#include "core/duplicates/MergeOffice.h"

#include <QHash>
#include <QSet>

namespace duplicatestest {

enum class PartEdit
{
    Append,
    Prepend,
    Remove,
    AddPhone, ///< to the contact named `key`
    SetOwn ///< the own field named `key`
};

struct PartChange
{
    PartEdit kind = PartEdit::Append;
    QString key;
    QString text;
};

struct MadeEdit
{
    int at = 0; ///< the step by which it came to this record
    int typed = 0; ///< the step in which somebody made it
    Field field = Field::Id;
    QString value; ///< of a field with one value
    std::vector<PartChange> parts; ///< of one made of several
    ClientValues seen; ///< the record as it was when this was typed
    bool isPlaced = false; ///< an undo brought it here

    [[nodiscard]] ClientValues applied(const ClientValues& values) const;
};

class ExpectedRecord
{
public:
    Client begin;
    std::vector<MadeEdit> edits;
    std::vector<qint64> requests;

    [[nodiscard]] ClientValues own() const;
    /// An undo placed edits of a field here, or took them from here.
    void notePlaced(Field field, const std::vector<MadeEdit>& placed);
    /// A list of the other record was placed here, in which main values may stand that were replaced.
    void leaveMainsUntold(Field list, const ExpectedRecord& other);
    /// Whether the list has this part in the end is not told.
    void leaveUntold(Field list, const QString& part) { m_untold[list].append(part); }
    /// What differs, in words; empty where the record is as it has to be.
    [[nodiscard]] QString problemWith(const Client& now) const;

private:
    [[nodiscard]] bool isInOrder(Field field) const;
    [[nodiscard]] bool isRight(Field field, const QString& wanted, const QString& now) const;
    [[nodiscard]] QStringList untoldIn(Field list) const;

    QSet<Field> m_placed;
    QHash<Field, QStringList> m_untold;
};

/// The parts of a list or of notes; names of contacts and own fields.
[[nodiscard]] QStringList partsOf(Field field, const QString& text);
[[nodiscard]] bool isList(Field field);
/// The field of the main number, address or contact that belongs to a list; Id where there is none.
[[nodiscard]] Field mainOf(Field list);
/// The main contact of a person who is the client is none.
[[nodiscard]] QString mainIn(const ClientValues& values, Field list);

} // namespace duplicatestest
