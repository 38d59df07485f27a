/// giveBackMemory: what was freed after much was needed at once goes back to the system, so that a program that stands open all day
/// is as small as what it holds. Takes milliseconds; for the end of long work. Any thread.
#pragma once

namespace core {

void giveBackMemory();

} // namespace core
