/// SearchWords: what the index holds of a client, and what is asked of it. Every word carries its kind as first letter,
/// so that one table without columns answers each kind of question by prefix or by conjunction:
///
///     e  a whole value, letters and digits only: name, contact, id, e-mail, phone, pinyin, initials
///     h  one Han character, or two that stand together
///     w  a Latin word or number
///     p  pinyin from some syllable to the end; i  the initials likewise
///     d  three digits that stand together in a phone number
///     o  whose client it is: a salesperson's search joins it, so that a common surname costs no look at each record
///
/// Pure, any thread.
#pragma once

#include "core/records/Client.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace core {

/// Goes up when the words change: the index is then built anew.
inline constexpr int searchRulesVersion = 6;

/// Everything for one record, separated by blanks; the same for the same record, which deleting relies on.
[[nodiscard]] QString searchWords(const Client& client);

/// One question to the index, in FTS5's language.
struct SearchTier
{
    QString question;
    /// The index only knows the parts (four digits are windows of three that all occur, "shantf" a syllable and some
    /// initials): the record itself has to be looked at (matchIn().isSure).
    bool needsLook = false;
};

/// The questions for a typed text, best first: exact, prefix, contains, syllables mixed with initials, letters inside a word. Empty where the
/// text holds nothing to search for.
[[nodiscard]] std::vector<SearchTier> searchTiers(QStringView typed);

/// The word that limits a question to one person's clients, in FTS5's language.
[[nodiscard]] QString ownedBy(UserPk owner);

/// Which field of the record answers to the typed text, and its shown text.
struct SearchMatch
{
    Field field = Field::Name;
    QString text;
    bool isSure = true; ///< false: nothing that is shown holds the text; the name stands for it
};
[[nodiscard]] SearchMatch matchIn(const Client& client, QStringView typed);

} // namespace core
