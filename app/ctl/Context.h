/// Context: what a command runs with: the global options, and the office, logged in at the first use and kept for the
/// following lines of a batch.
#pragma once

#include "core/base/Progress.h"
#include "core/base/Result.h"
#include "core/workspace/Office.h"

#include <QString>

#include <memory>
#include <optional>
#include <stop_token>

namespace ctl {

struct GlobalOptions
{
    QString office;
    QString user;
    QString passwordFile;
    QString keyFile;
    QString language;
    bool json = false;
    bool quiet = false;
};

class Context
{
public:
    explicit Context(GlobalOptions options);

    [[nodiscard]] const GlobalOptions& options() const { return m_options; }
    /// The office folder as given; an error where none was.
    core::Result<QString> folder() const;
    /// What is logged in with; asks nobody.
    core::Result<core::Login> login();
    /// The open office; logs in at the first call.
    core::Result<core::Office*> office();
    /// Of the acting user, read once.
    core::Result<QString> password();
    /// Shows on standard error where that is a terminal, unless --quiet.
    core::Progress progress(std::stop_token stop = {}) const;
    /// First line of a file, '-' for standard input.
    static core::Result<QString> secretFrom(const QString& file);
    /// The office was needed, and nobody said which.
    [[nodiscard]] bool isOfficeUnnamed() const { return m_isOfficeUnnamed; }
    /// What was looked at comes into the log (core/security/LookLog.h).
    void flushLooks(core::FlushLooks when);
    /// Ends the login; looks are in the log then, or wait for the next one.
    void close();

private:
    void verifyNews();
    void matchSaved();

    GlobalOptions m_options;
    std::shared_ptr<const core::OfficeAccess> m_access;
    std::unique_ptr<core::Office> m_office;
    std::optional<QString> m_password;
    std::int64_t m_feedSeq = 0; ///< newest of the change feed at the login
    mutable bool m_isOfficeUnnamed = false;
};

} // namespace ctl
