/// LogFileName: the path of a log file in the bytes that spdlog opens it by. Any thread.
#pragma once

#include <QString>

#include <string>

namespace core {

/// The folder must be there.
[[nodiscard]] std::string logFileName(const QString& path);

} // namespace core
