/// ImportUndo: takes an import back, an unfinished one or on any later day, in one transaction or in slices (one that broke
/// off is gone on with by undoing again): what it created goes, what it changed
/// gets its old values again; what was edited since stays, field by field, and is named. What it asked for and nobody
/// decided is sent back as outdated. Thread of the writer.
///
///     auto undone = ImportUndo(office, writer, batch).run(progress);
#pragma once

#include "core/base/Progress.h"
#include "core/records/ClientBatch.h"
#include "core/records/HistoryStore.h"

#include <vector>

namespace core {

class ImportUndo
{
public:
    ImportUndo(OfficeContext& office, const ClientWriter& writer, BatchPk batch);

    Result<BatchUndo> run(Progress& progress);

private:
    Result<Batch> allowedBatch() const;
    Result<> takeBack(Operation& operation, ClientPk pk);
    Result<>
    restore(Operation& operation, Client& current, const std::vector<HistoryEntry>& newestFirst);
    Result<> sendRequestsBack(Operation& operation) const;

    OfficeContext& m_office;
    const ClientWriter& m_writer;
    BatchPk m_batch;
    BatchUndo m_undo;
};

} // namespace core
