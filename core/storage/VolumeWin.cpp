#include "core/base/NativePath.h"
#include "core/storage/Volume.h"

#include <QDir>

#include <array>
#include <windows.h>
#include <winnetwk.h>

namespace core {

namespace {

/// Where a letter stands for a share: \\server\share\…; else the path itself.
QString universalName(const QString& path)
{
    alignas(UNIVERSAL_NAME_INFOW) std::array<char, 4096> buffer{};
    DWORD size = static_cast<DWORD>(buffer.size());
    const std::wstring plain = QDir::toNativeSeparators(path).toStdWString(); // it knows no mark
    if (::WNetGetUniversalNameW(plain.c_str(), UNIVERSAL_NAME_INFO_LEVEL, buffer.data(), &size)
        != NO_ERROR) {
        return QDir::toNativeSeparators(path);
    }
    const auto* info = reinterpret_cast<const UNIVERSAL_NAME_INFOW*>(buffer.data());
    return QString::fromWCharArray(info->lpUniversalName);
}

/// How a folder on another computer is reached (WNNC_NET_…); 0 for one of this computer.
std::uint32_t remoteProtocol(const QString& path)
{
    const HANDLE folder = ::CreateFileW(nativePath(path).c_str(),
                                        FILE_READ_ATTRIBUTES,
                                        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                        nullptr,
                                        OPEN_EXISTING,
                                        FILE_FLAG_BACKUP_SEMANTICS,
                                        nullptr);
    if (folder == INVALID_HANDLE_VALUE) {
        return 0;
    }
    FILE_REMOTE_PROTOCOL_INFO info{};
    const bool told
        = ::GetFileInformationByHandleEx(folder, FileRemoteProtocolInfo, &info, sizeof info) != 0;
    ::CloseHandle(folder);
    return told ? info.Protocol : 0;
}

} // namespace

VolumeFacts askVolume(const QString& canonicalFolder)
{
    std::array<wchar_t, MAX_PATH + 1> root{};
    WindowsVolume volume;
    volume.path = universalName(canonicalFolder);
    volume.remoteProtocol = remoteProtocol(canonicalFolder);
    if (::GetVolumePathNameW(
            nativePath(canonicalFolder).c_str(), root.data(), static_cast<DWORD>(root.size()))
        == 0) {
        return factsOf(volume);
    }
    volume.driveType = ::GetDriveTypeW(root.data());
    std::array<wchar_t, MAX_PATH + 1> label{};
    std::array<wchar_t, MAX_PATH + 1> fileSystem{};
    DWORD serial = 0;
    DWORD flags = 0;
    if (::GetVolumeInformationW(root.data(),
                                label.data(),
                                static_cast<DWORD>(label.size()),
                                &serial,
                                nullptr,
                                &flags,
                                fileSystem.data(),
                                static_cast<DWORD>(fileSystem.size()))
        != 0) {
        volume.label = QString::fromWCharArray(label.data());
        volume.fileSystem = QString::fromWCharArray(fileSystem.data());
        volume.flags = flags;
        volume.serial = serial;
    }
    return factsOf(volume);
}

} // namespace core
