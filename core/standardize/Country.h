/// Country: which country a word of an address stands for, as far as phones are written differently there. Any thread.
#pragma once

#include <QString>
#include <QStringView>

namespace core {

/// The country that a country's name or code, a state or a well-known city stands for; ISO 3166-1 alpha-2, empty: not
/// known.
[[nodiscard]] QString countryOf(QStringView text);

} // namespace core
