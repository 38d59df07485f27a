/// InThread: a function on a thread of its own, and what it gave once it has ended. As std::async, whose own part in the
/// standard library ThreadSanitizer cannot see into.
///
///     InThread<Result<Report>> running([] { return work(); });
///     const auto report = running.get();            // once
#pragma once

#include <functional>
#include <optional>
#include <thread>
#include <utility>

namespace tests {

template <typename T>
class InThread
{
public:
    explicit InThread(std::function<T()> work)
        : m_thread([this, work = std::move(work)] { m_result.emplace(work()); })
    { }
    ~InThread()
    {
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }
    InThread(const InThread&) = delete;
    InThread& operator=(const InThread&) = delete;

    T get()
    {
        m_thread.join();
        return *std::exchange(m_result, std::nullopt);
    }

private:
    std::optional<T> m_result; ///< before the thread that writes it
    std::thread m_thread;
};

} // namespace tests
