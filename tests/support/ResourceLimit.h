/// ResourceLimit: the system itself refuses what a test wants to see refused: files longer than so many bytes as if the disk
/// were full (RLIMIT_FSIZE), more memory (RLIMIT_AS). Ends with its scope. Of systems that have setrlimit.
#pragma once

#include <QtGlobal>

#ifdef Q_OS_LINUX

#include <csignal>
#include <sys/resource.h>

class ResourceLimit
{
public:
    ResourceLimit(__rlimit_resource resource, rlim_t most)
        : m_resource(resource)
    {
        ::getrlimit(m_resource, &m_before);
        const rlimit limited{most, m_before.rlim_max};
        m_handler = std::signal(SIGXFSZ, SIG_IGN); // else the write ends the program
        ::setrlimit(m_resource, &limited);
    }
    ~ResourceLimit()
    {
        ::setrlimit(m_resource, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    ResourceLimit(const ResourceLimit&) = delete;
    ResourceLimit& operator=(const ResourceLimit&) = delete;

private:
    __rlimit_resource m_resource;
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

#endif
