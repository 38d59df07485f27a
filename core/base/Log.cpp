#include "core/base/Log.h"

#include "core/base/LogFileName.h"

#include <QDir>
#include <QFileInfo>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <mutex>

namespace core {

namespace {

std::mutex& logMutex()
{
    static std::mutex mutex;
    return mutex;
}

std::shared_ptr<spdlog::logger>& logger()
{
    static std::shared_ptr<spdlog::logger> instance;
    return instance;
}

void write(spdlog::level::level_enum level, const char* area, const QString& text)
{
    std::shared_ptr<spdlog::logger> target;
    {
        const std::lock_guard lock(logMutex());
        target = logger();
    }
    if (target) {
        target->log(level, "[{}] {}", area, text.toStdString());
    }
}

} // namespace

void startLog(const QString& file)
{
    constexpr std::size_t bytesPerFile = std::size_t{2} * 1024 * 1024;
    constexpr std::size_t files = 5;
    QDir().mkpath(QFileInfo(file).absolutePath());
    try {
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            logFileName(file), bytesPerFile, files);
        auto made = std::make_shared<spdlog::logger>("dossier", std::move(sink));
        made->flush_on(spdlog::level::warn);
        const std::lock_guard lock(logMutex());
        logger() = std::move(made);
    } catch (const spdlog::spdlog_ex&) {
        // A program that cannot write its log still works; there is nowhere to say so.
    }
}

void logInfo(const char* area, const QString& text)
{
    write(spdlog::level::info, area, text);
}

void logWarning(const char* area, const QString& text)
{
    write(spdlog::level::warn, area, text);
}

void logError(const char* area, const QString& text)
{
    write(spdlog::level::err, area, text);
}

} // namespace core
