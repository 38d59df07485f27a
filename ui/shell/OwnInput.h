/// OwnInput: keys and movements that never pass through Qt. On Windows the file and print dialogs are the system's own and
/// have a loop of their own: somebody who looks for a folder in one is there, though no event says so. Thread of the window.
#pragma once

#include <chrono>
#include <optional>

namespace ui {

/// How long ago the computer saw the last input, where a window of this program has it now and the platform can tell.
/// Input to other programs says nothing: who works in them has left this one, and it locks.
[[nodiscard]] std::optional<std::chrono::milliseconds> sinceOwnInput();

} // namespace ui
