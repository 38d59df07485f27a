/// CrashDumps: a crash must not write the memory of the program to a disk, where clients and keys would lie in the open.
#pragma once

namespace core {

/// From here on this process leaves no image of its memory when it dies. First in main().
void keepNoCrashDumps();

} // namespace core
