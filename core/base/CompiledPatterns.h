/// CompiledPatterns: Qt compiles a regular expression to machine code when it is used often, and keeps a stack for it per
/// thread. With MinGW that stack is given back when its pointer is gone already (GCC frees the variables of a thread before it
/// calls their destructors), and the program dies as a thread ends. There expressions are read, not compiled.
#pragma once

namespace core {

/// First in main(), before any regular expression is used. Does something with MinGW only.
void avoidCompiledPatterns();

} // namespace core
