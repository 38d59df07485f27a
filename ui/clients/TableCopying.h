/// TableCopying: chosen clients to the clipboard as a table (tab-separated, with a line of headers) that a spreadsheet takes as it
/// is. Core says what may be copied and notes it in the log; the clipboard forgets it after a minute. Thread of the window.
#pragma once

#include "core/base/Id.h"
#include "ui/jobs/OfficeJobs.h"

#include <functional>
#include <vector>

namespace ui {

/// `columns`: of ListColumns.h, from left to right. `said` gets what was done, or why not.
void copyAsTable(OfficeJobs& jobs,
                 QObject* guard,
                 const std::vector<core::ClientPk>& clients,
                 const std::vector<int>& columns,
                 const std::function<void(const QString&)>& said);

} // namespace ui
