#include "ui/shell/OwnInput.h"

namespace ui {

/// Its dialogs are Qt's, or those of another process.
std::optional<std::chrono::milliseconds> sinceOwnInput()
{
    return std::nullopt;
}

} // namespace ui
