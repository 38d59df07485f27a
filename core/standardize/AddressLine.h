/// AddressLine: a whole address as people write it in one line or on a label -> its parts, the postcode among them.
/// Chinese ones by the table of divisions (Address.h), others by the form that their country writes the postcode in;
/// what fits no form stays whole in the street. Pure, any thread.
///
///     splitAddressLine(u"215000 江苏省苏州市虎丘区朝阳路214号")   -> 江苏省, 苏州市, 虎丘区, 朝阳路214号, 215000
///     splitAddressLine(u"8284 Main Street, Dallas, TX 75201")      -> TX, Dallas, 8284 Main Street, 75201, US
///     splitAddressLine(u"Hauptstr. 5\n80331 München")              -> München, Hauptstr. 5, 80331
#pragma once

#include "core/standardize/Address.h"

#include <QString>

namespace core {

struct AddressLine
{
    Address parts;
    QString postcode;
    QString country; ///< ISO 3166 alpha-2; empty: China, or not said

    friend bool operator==(const AddressLine&, const AddressLine&) = default;
};

[[nodiscard]] AddressLine splitAddressLine(QStringView line);

} // namespace core
