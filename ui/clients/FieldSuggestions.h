/// FieldSuggestions: what a field of a client may become, for a SuggestEdit: the industries by code, Chinese and English
/// name, the places of the code table, the people of the office, the tags in use. All of them in characters, by pinyin and
/// initials, too. From memory; any thread.
#pragma once

#include "core/records/Client.h"
#include "ui/widgets/SuggestEdit.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ui {

[[nodiscard]] std::vector<Suggestion> industriesLike(const QString& typed);
/// Province, city or district, those of the address in `around` first. `data` is the whole place, for chosenPlace().
[[nodiscard]] std::vector<Suggestion>
placesLike(core::Field field, const QString& typed, const core::ClientValues& around);
/// Of `words`, in their order where they fit alike; but not those that stand in the line already.
[[nodiscard]] std::vector<Suggestion>
wordsLike(const QStringList& words, const QString& typed, const QStringList& without = {});

struct OfficePerson
{
    QString name;
    QString department;
};
[[nodiscard]] std::vector<Suggestion> peopleLike(const std::vector<OfficePerson>& people,
                                                 const QString& typed);

/// The fields that a chosen place fills: itself, and what it lies in.
[[nodiscard]] std::vector<std::pair<core::Field, QString>> chosenPlace(const Suggestion& one);

} // namespace ui
