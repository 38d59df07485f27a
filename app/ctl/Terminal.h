/// What the platform knows of the console: is a stream a terminal, and how text gets onto it.
#pragma once

#include <QString>

#include <cstdio>

namespace ctl {

[[nodiscard]] bool isTerminal(std::FILE* stream);
/// Windows would put a CR before each LF of what other programs read, and take it out of what they send: here the bytes are
/// the same on every platform. First in main().
void prepareStreams();
/// In UTF-8, whatever the code page of the system, so that another program or a file gets the same everywhere; a console of
/// Windows takes UTF-16. All of it is there when this returns.
void writeText(std::FILE* stream, const QString& text);

} // namespace ctl
