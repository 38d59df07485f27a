/// Request: what somebody asked for who may not decide it: the fields with their old and new
/// values, or a merge, on which version, how important, and what became of it. Shown as R-<pk>.
/// Values: any thread.
///
///     if (request.state == RequestState::Open && request.requestedBy != me) …
#pragma once

#include "core/base/Id.h"
#include "core/records/Client.h"

#include <QDateTime>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace core {

enum class RequestKind : std::uint8_t
{
    Change,
    Merge,
    Unmerge,
    Trash, ///< of a record entered by mistake
    Restore, ///< out of the trash
    Import ///< a whole file, without a client of its own
};

/// Who decides: ordinary, the head of the department; important, data administration.
enum class RequestLevel : std::uint8_t
{
    Ordinary,
    Important
};

enum class RequestState : std::uint8_t
{
    Open,
    Approved, ///< all of it
    Partly, ///< some fields approved, the others rejected
    Rejected,
    Withdrawn, ///< by who asked
    Outdated, ///< the record had changed in the same fields before it was decided
};

/// One field that is asked for. Values in stored form.
struct RequestedChange
{
    enum class State : std::uint8_t
    {
        Open,
        Approved,
        Rejected
    };

    Field field = Field::Id;
    QString before;
    QString after;
    State state = State::Open;

    friend bool operator==(const RequestedChange&, const RequestedChange&) = default;
};

struct Request
{
    RequestPk pk;
    RequestKind kind = RequestKind::Change;
    ClientPk client; ///< of a merge: the survivor; of an import: none
    int baseVersion = 0; ///< the record's version when it was asked for
    RequestLevel level = RequestLevel::Ordinary;
    RequestState state = RequestState::Open;
    QString reason;
    QString
        payload; ///< JSON: of a merge or its undo the plan; of a change that a file brought, the row and
    ///< the batch it is from; of trash the id that was meant; of an import what it is and would do (core/exchange/StagedImport.h)
    DepartmentPk department; ///< the record's when it was asked for
    UserPk requestedBy;
    QDateTime requestedAt; ///< UTC
    QDateTime dueAt; ///< UTC
    UserPk decidedBy; ///< who approved, rejected, withdrew it or found it outdated
    QDateTime decidedAt; ///< UTC
    QString comment;
    std::int64_t askedSeq = 0; ///< the log entry of who asked
    std::int64_t decidedSeq = 0; ///< the log entry of who decided; 0 while it is open
    int version = 1;
    std::vector<RequestedChange> changes; ///< in the order of the field table
};

/// "change", "merge", "trash", …; "ordinary", "important"; "open", "approved", … : database and command line.
[[nodiscard]] QString requestKindName(RequestKind kind);
[[nodiscard]] QString requestLevelName(RequestLevel level);
[[nodiscard]] QString requestStateName(RequestState state);
[[nodiscard]] QString requestedStateName(RequestedChange::State state);
[[nodiscard]] std::optional<RequestKind> requestKindByName(QStringView name);
[[nodiscard]] std::optional<RequestLevel> requestLevelByName(QStringView name);
[[nodiscard]] std::optional<RequestState> requestStateByName(QStringView name);
/// In the language of the program.
[[nodiscard]] QString requestKindLabel(RequestKind kind);
[[nodiscard]] QString requestLevelLabel(RequestLevel level);
[[nodiscard]] QString requestStateLabel(RequestState state);

/// "R-12", and back; "r-12" and "12" are understood too.
[[nodiscard]] QString requestText(RequestPk pk);
[[nodiscard]] std::optional<RequestPk> requestByText(QStringView text);

} // namespace core
