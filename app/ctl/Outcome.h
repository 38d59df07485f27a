/// Outcome: what one command came to: JSON for programs, text for people, or the error; and its exit code.
#pragma once

#include "core/base/Result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace ctl {

/// The exit codes of the command line's contract.
enum ExitCode : int
{
    Done = 0,
    Failed = 1,
    WrongUsage = 2,
    NotLoggedIn = 3,
    NotAllowed = 4,
    TryLater = 5,
    Damaged = 6,
    ChangedMeanwhile = 7,
};

[[nodiscard]] int exitCodeFor(core::ErrorCode code);

struct Outcome
{
    int exitCode = Done;
    QJsonObject json; ///< the result, or what is known beside the error
    QString text; ///< for people, with its line ends
    std::optional<core::Error> error;

    Outcome() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): «return error;» is the point
    Outcome(core::Error failure);
    Outcome(QJsonObject result, QString words);
};

/// {"error": {"code": …, "message": …}, …}
[[nodiscard]] QJsonObject errorDocument(const Outcome& outcome);

} // namespace ctl
