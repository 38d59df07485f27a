#include "app/ctl/Terminal.h"

#include <unistd.h>

namespace ctl {

bool isTerminal(std::FILE* stream)
{
    return ::isatty(::fileno(stream)) == 1;
}

void prepareConsole()
{ }

} // namespace ctl
