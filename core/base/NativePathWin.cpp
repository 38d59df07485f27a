#include "core/base/NativePath.h"

#include <QDir>

#include <algorithm>

namespace core {

namespace {

/// Of folders: room for a file's name of the old form, 8.3, within MAX_PATH (Microsoft, "Maximum Path Length Limitation").
constexpr std::size_t longestUnmarked = 247;

} // namespace

std::wstring markedWhereLong(std::wstring path)
{
    if (path.size() <= longestUnmarked) {
        return path;
    }
    std::replace(path.begin(), path.end(), L'/', L'\\'); // behind the mark nothing is put right
    if (path.rfind(L"\\\\?\\", 0) == 0 || path.rfind(L"\\\\.\\", 0) == 0) {
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
