/// What the platform knows of the console: is a stream a terminal, and (Windows) how Chinese gets onto it.
#pragma once

#include <cstdio>

namespace ctl {

[[nodiscard]] bool isTerminal(std::FILE* stream);
/// Makes the console take UTF-8; does nothing where it does so by itself.
void prepareConsole();

} // namespace ctl
