#include "core/base/NativePath.h"

#include <QDir>

#include <algorithm>
#include <cwchar>
#include <utility>

namespace core {

namespace {

/// Of folders: room for a file's name of the old form, 8.3, within MAX_PATH (Microsoft, "Maximum Path Length Limitation").
constexpr std::size_t longestUnmarked = 247;

std::wstring withBackslashes(std::wstring path)
{
    std::replace(path.begin(), path.end(), L'/', L'\\');
    return path;
}

/// Of a path with backslashes: a mark, or the name of a device.
bool isMarked(const std::wstring& path)
{
    return path.rfind(L"\\\\?\\", 0) == 0 || path.rfind(L"\\\\.\\", 0) == 0;
}

constexpr std::size_t markLength = 4;

} // namespace

bool isUncPath(const std::wstring& path)
{
    const std::wstring native = withBackslashes(path);
    if (isMarked(native)) {
        return _wcsnicmp(native.c_str() + markLength, L"UNC\\", 4) == 0;
    }
    return native.rfind(L"\\\\", 0) == 0;
}

wchar_t driveLetter(const std::wstring& path)
{
    const std::wstring native = withBackslashes(path);
    const std::size_t first = isMarked(native) ? markLength : 0;
    return native.size() > first + 1 && native[first + 1] == L':' ? native[first] : L'\0';
}

std::wstring markedWhereLong(std::wstring path)
{
    if (path.size() <= longestUnmarked) {
        return path;
    }
    path = withBackslashes(std::move(path)); // behind the mark nothing is put right
    if (isMarked(path)) {
        return path;
    }
    if (path.rfind(L"\\\\", 0) == 0) {
        return L"\\\\?\\UNC\\" + path.substr(2);
    }
    return path[1] == L':' ? L"\\\\?\\" + path : path;
}

std::wstring nativePath(const QString& path)
{
    return markedWhereLong(QDir::toNativeSeparators(path).toStdWString());
}

} // namespace core
