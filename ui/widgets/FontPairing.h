/// FontPairing: one font for Chinese and Latin letters, where the platform does not pair its own well. Thread of the window.
#pragma once

#include <QFont>

namespace ui::theme {

[[nodiscard]] QFont fontForBoth(QFont font);

} // namespace ui::theme
