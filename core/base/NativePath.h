/// NativePath: a path as Windows' own functions take it, also a long one: without the mark \\?\ they refuse what has more than
/// 260 characters, whatever the disk can hold. Qt's classes do the same by themselves. Windows only; any thread.
#pragma once

#include <QString>

#include <string>

namespace core {

/// With backslashes; marked where it is absolute and long.
[[nodiscard]] std::wstring nativePath(const QString& path);
/// The same of a path that is native already.
[[nodiscard]] std::wstring markedWhereLong(std::wstring path);
/// It says itself that it lies on another computer: \\server\share, with either slash, also behind the mark. A letter may
/// stand for a share, too, which only Windows knows.
[[nodiscard]] bool isUncPath(const std::wstring& path);
/// The letter of its drive ("C" of C:\Acme and of \\?\C:\Acme); 0 where it has none.
[[nodiscard]] wchar_t driveLetter(const std::wstring& path);

} // namespace core
