#include "app/ctl/Terminal.h"

#include <QByteArray>

#include <algorithm>
#include <fcntl.h>
#include <io.h>
#include <windows.h>

namespace ctl {

namespace {

/// Null where the stream goes elsewhere. A device such as NUL is a terminal for _isatty(), and no console.
HANDLE consoleOf(std::FILE* stream)
{
    const auto handle = reinterpret_cast<HANDLE>(::_get_osfhandle(::_fileno(stream)));
    DWORD mode = 0;
    return ::GetConsoleMode(handle, &mode) != 0 ? handle : nullptr;
}

} // namespace

bool isTerminal(std::FILE* stream)
{
    return consoleOf(stream) != nullptr;
}

void prepareStreams()
{
    // Read as text, a file with line ends of one byte is lost in: the runtime counts places wrongly there.
    ::_setmode(::_fileno(stdin), _O_BINARY);
    ::_setmode(::_fileno(stdout), _O_BINARY);
    ::_setmode(::_fileno(stderr), _O_BINARY);
}

void writeText(std::FILE* stream, const QString& text)
{
    std::fflush(stream);
    if (const HANDLE console = consoleOf(stream)) {
        // Old consoles take no more than 64 KiB at a time.
        constexpr qsizetype most = 8192;
        for (qsizetype from = 0; from < text.size(); from += most) {
            const QString part = text.mid(from, most);
            DWORD written = 0;
            ::WriteConsoleW(console, part.utf16(), DWORD(part.size()), &written, nullptr);
        }
        return;
    }
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace ctl
