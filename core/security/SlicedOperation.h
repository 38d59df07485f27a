/// SlicedOperation: bulk work (an import, its undo) as one use case, or, on a shared office, as several short ones, so that
/// colleagues can save in between:
///
///     auto work = SlicedOperation::begin(office, u"import");
///     for (…) {
///         … store(work->current(), …) …
///         if (work->isDue()) { … write how far it is …; if (auto done = work->next(); !done) return done; }
///     }
///     return work->commit();
///
/// Every slice is a use case of its own: one transaction, one entry of the log, one op_id. Whoever uses it keeps a row that
/// says how far the work is, and looks at that row again in the next slice: colleagues may have stopped it.
/// Thread of the office's writer.
#pragma once

#include "core/security/Operation.h"

#include <chrono>
#include <memory>

namespace core {

class SlicedOperation
{
public:
    static Result<SlicedOperation> begin(OfficeContext& office, QStringView action);

    [[nodiscard]] Operation& current() { return *m_operation; }
    /// The slice has lasted long enough; never where all is done in one.
    [[nodiscard]] bool isDue() const;
    /// Saves this slice and begins the next.
    Result<> next();
    Result<> commit() { return m_operation->commit(); }
    [[nodiscard]] bool isSliced() const;
    /// A slice has been saved: giving up now leaves something.
    [[nodiscard]] bool hasSaved() const { return m_saved; }

private:
    SlicedOperation(OfficeContext& office, QString action, Operation operation);

    OfficeContext* m_office;
    QString m_action;
    std::unique_ptr<Operation> m_operation;
    std::chrono::steady_clock::time_point m_since;
    bool m_saved = false;
};

} // namespace core
