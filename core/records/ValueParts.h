/// ValueParts: changes of values that are made of several: phones, e-mails, tags (parts separated by ';'), notes (lines),
/// further contacts and own fields (by name). A change of such a value can be carried over to another value part by
/// part, so that what a merge put together comes apart again while what was edited since stays. Pure; any thread.
///
///     // a tag came in by the merge, another one by hand; the merge is taken back:
///     applyChange(Field::Tags, u"VIP;monthly;gold", {u"VIP;monthly", u"VIP"}, OnConflict::KeepValue)  ->  "VIP;gold"
#pragma once

#include "core/records/Client.h"

#include <QSet>
#include <QString>

#include <vector>

namespace core {

/// Made of several parts, which merging puts together.
[[nodiscard]] bool isCombined(Field field);

/// One phone, tag, line, contact or own field. Of those without a name the key is all there is.
struct ValuePart
{
    QString key;
    QString value;

    friend bool operator==(const ValuePart&, const ValuePart&) = default;
};
using ValuePartList = std::vector<ValuePart>;

/// The parts of a combined field's value, in their order, and the value that they make.
[[nodiscard]] ValuePartList splitIntoParts(Field field, const QString& value);
[[nodiscard]] QString joinParts(Field field, const ValuePartList& parts);
[[nodiscard]] const ValuePart* partNamed(const ValuePartList& parts, const QString& key);

struct ValueChange
{
    QString from;
    QString to;
};

/// Where the value is no longer (or never was) what the change began with.
enum class OnConflict : std::uint8_t
{
    KeepValue, ///< it was edited, and that counts more
    TakeChange ///< what the change ends with counts more
};

/// `value` with the change made to it, as far as it concerns it. What is new stands where something went, else beside
/// what it stood beside in the change, at the end if it stood there. Of a contact that the value does not have, what the
/// change added to it.
[[nodiscard]] QString
applyChange(Field field, const QString& value, const ValueChange& change, OnConflict onConflict);

/// What tells the parts of a value apart: the part itself, or its name.
[[nodiscard]] QSet<QString> partKeys(Field field, const QString& value);

/// The combined value together with the main one that belongs to it, in the combined field's form: every phone of the
/// record, every e-mail, every contact. Of other fields the value itself.
[[nodiscard]] QString withMainValue(const ClientValues& values, Field field);
/// The main value's key among the parts; empty where the field has none.
[[nodiscard]] QString mainKey(const ClientValues& values, Field field);
/// `value` without the parts of that key.
[[nodiscard]] QString withoutPart(Field field, const QString& value, const QString& key);

} // namespace core
