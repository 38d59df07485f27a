/// Resources: what is built into the program: migrations, tables, icons, translations. A static library's resources
/// have to be asked for by name, once, before the first use; again is harmless. Any thread.
#pragma once

namespace core {

void initResources();

} // namespace core
