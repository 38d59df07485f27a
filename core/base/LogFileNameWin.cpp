#include "core/base/LogFileName.h"
#include "core/base/NativePath.h"

#include <QFileInfo>

#include <windows.h>

namespace core {

namespace {

/// The 8.3 name that Windows gives a folder beside its own; the folder's own where it has none.
QString shortName(const QString& folder)
{
    const std::wstring native = nativePath(folder);
    std::wstring shorter(GetShortPathNameW(native.c_str(), nullptr, 0), L'\0');
    const DWORD length
        = GetShortPathNameW(native.c_str(), shorter.data(), static_cast<DWORD>(shorter.size()));
    return length == 0 ? folder : QString::fromWCharArray(shorter.c_str(), int(length));
}

} // namespace

std::string logFileName(const QString& path)
{
    // In the code page of the system, which may not have the characters of a person's name. (app/program.manifest asks for
    // UTF-8, which Windows before 10 version 1903 passes over.)
    const QByteArray bytes = path.toLocal8Bit();
    if (QString::fromLocal8Bit(bytes) == path) {
        return bytes.toStdString();
    }
    const QFileInfo file(path);
    return (shortName(file.absolutePath()) + QLatin1Char('\\') + file.fileName())
        .toLocal8Bit()
        .toStdString();
}

} // namespace core
