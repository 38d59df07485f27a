/// ClientStandardizer: what people type or a file brings -> the stored form of Client.h, and back to what people
/// read. Whole records, because a phone is read by the country and city beside it. Pure, any thread.
#pragma once

#include "core/records/Client.h"

#include <QString>

namespace core {

/// Typed text of a whole record -> stored values. Nothing is dropped: what cannot be standardized stays as written.
/// Sealed fields come as they will be sealed, or as the token that stands for them.
[[nodiscard]] ClientValues standardizeClient(const ClientValues& typed);

/// One field, with the record around it for hints (country, city).
[[nodiscard]] QString
standardizeValue(Field field, const QString& typed, const ClientValues& around);

/// By which country's rules this record's phones are read; empty: not known, so China's.
[[nodiscard]] QString phoneCountry(const ClientValues& around);

/// Stored -> as people read and type it ("+8613800138000" -> "13800138000", "I65" -> the industry's label).
/// standardizeValue() of the result gives the stored value again.
[[nodiscard]] QString shownValue(Field field, const QString& stored);
/// Of a country whose places the table does not have: 中山 in Korea is not 中山市.
[[nodiscard]] bool isForeignAddress(const ClientValues& values);

/// Like shownValue, but words that a program relies on stay codes ("company", "active"); used by JSON and CSV.
[[nodiscard]] QString plainValue(Field field, const QString& stored);

} // namespace core
