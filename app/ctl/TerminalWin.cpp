#include "app/ctl/Terminal.h"

#include <io.h>
#include <windows.h>

namespace ctl {

bool isTerminal(std::FILE* stream)
{
    return ::_isatty(::_fileno(stream)) != 0;
}

void prepareConsole()
{
    ::SetConsoleOutputCP(CP_UTF8);
    ::SetConsoleCP(CP_UTF8);
}

} // namespace ctl
