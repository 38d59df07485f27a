/// Language: which translation the program's texts come from. Called on the main thread; texts made later are in the
/// new language, which is how the window changes without a restart.
#pragma once

#include <QString>

namespace core {

/// "zh", "en"; empty: the system's. Anything but Chinese is English.
void useLanguage(const QString& code);
/// The one in use: "zh" or "en".
[[nodiscard]] QString currentLanguage();

} // namespace core
