// What a console of Windows shows, whose code page is that of the system and not UTF-8.
#include "cli/CommandLine.h"

#include <QDir>

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>
#include <windows.h>

using namespace Qt::StringLiterals;

namespace {

/// What stands on the console of this process, in lines.
QString onScreen()
{
    const HANDLE screen = CreateFileW(L"CONOUT$",
                                      GENERIC_READ | GENERIC_WRITE,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE,
                                      nullptr,
                                      OPEN_EXISTING,
                                      0,
                                      nullptr);
    CONSOLE_SCREEN_BUFFER_INFO info{};
    QString text;
    if (GetConsoleScreenBufferInfo(screen, &info) != 0) {
        std::vector<wchar_t> row(std::size_t(info.dwSize.X));
        for (SHORT y = 0; y <= info.dwCursorPosition.Y; ++y) {
            DWORD read = 0;
            ReadConsoleOutputCharacterW(screen, row.data(), DWORD(row.size()), {0, y}, &read);
            text += QString::fromWCharArray(row.data(), int(read)) + u'\n';
        }
    }
    CloseHandle(screen);
    return text;
}

} // namespace

TEST_CASE("a console shows Chinese whatever its code page")
{
    FreeConsole();
    if (AllocConsole() == 0) {
        SKIP("no console can be made here");
    }
    SetConsoleOutputCP(437);
    const QString program = QDir::toNativeSeparators(qEnvironmentVariable("DOSSIERCTL"));
    std::wstring words = u"\"%1\" --language zh --help"_s.arg(program).toStdWString();
    STARTUPINFOW start{};
    start.cb = sizeof start;
    PROCESS_INFORMATION process{};
    REQUIRE(
        CreateProcessW(
            nullptr, words.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr, &start, &process)
        != 0);
    constexpr DWORD longestMs = 60'000;
    CHECK(WaitForSingleObject(process.hProcess, longestMs) == WAIT_OBJECT_0);
    const QString shown = onScreen();
    CHECK(GetConsoleOutputCP() == 437); // it is left as it was
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
    FreeConsole();
    INFO(shown.toStdString());
    CHECK(shown.contains(u"客"_s));
}
