// ImportRun: how it begins, and how it goes on with one that broke off.
#include "core/exchange/ImportRun.h"
#include "core/exchange/UnfinishedImports.h"

#include <algorithm>

namespace core {

namespace {

/// Whether rows are looked for among the clients, in this one's batch too.
bool searches(const ImportOptions& options)
{
    const auto looks = [](DuplicateMode mode) {
        return mode == DuplicateMode::Update || mode == DuplicateMode::Request;
    };
    return options.duplicates != DuplicateMode::Create
        || std::any_of(options.choices.begin(), options.choices.end(), [&looks](const auto& one) {
               return looks(one.second);
           });
}

} // namespace

Result<ClientBatch> ImportRun::beginBatch()
{
    ClientBatch::Kind kind{
        .kind = QStringLiteral("import"), .name = m_fileName, .isSearched = searches(m_options)};
    const auto& behalf = m_options.behalf;
    if (!behalf) {
        if (!m_parts.office.worksInSlices() && !m_options.resume.isValid()) {
            return ClientBatch::begin(m_parts.office, m_parts.writer, kind);
        }
        auto hash = importFileHash(m_options.source);
        if (!hash) {
            return hash.error();
        }
        kind.source = importSourceHash(
            *hash, m_file, m_options.duplicates, {m_options.source.fixes, m_options.choices});
        return m_options.resume.isValid()
            ? ClientBatch::resume(m_parts.office, m_parts.writer, kind, m_options.resume)
            : ClientBatch::begin(m_parts.office, m_parts.writer, kind);
    }
    kind.reason = behalf->reason;
    kind.author = behalf->author;
    kind.request = behalf->request;
    return ClientBatch::within(*behalf->operation, m_parts.writer, kind);
}

/// Rows that came in before the break: passed over, but what is wrong with them is noted again, since the reject file of
/// then was not finished.
Result<> ImportRun::skipDone(Progress& progress)
{
    const BatchCounts before = m_batch->before();
    for (std::int64_t row = 0; row < before.rows; ++row) {
        auto source = nextRow(row, progress);
        if (!source) {
            return source.error();
        }
        if (!*source) {
            break;
        }
        const ImportRow read = m_plan.interpret(**source);
        if (isLeftOut(read.line)) {
            continue;
        }
        m_tally.note(**source, read);
        if (!read.rejection.isEmpty()) {
            if (auto noted = m_rejects.add(**source, read.rejection); !noted) {
                return noted;
            }
        }
    }
    m_result.counts = before;
    return {};
}

} // namespace core
