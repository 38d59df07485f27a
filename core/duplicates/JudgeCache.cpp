#include "core/duplicates/JudgeCache.h"

#include "core/duplicates/DuplicateStore.h"
#include "core/storage/Statement.h"

namespace core {

Result<std::shared_ptr<const MatchJudge>> JudgeCache::now(Connection& connection)
{
    auto scan
        = connection.statement("SELECT scan FROM duplicate_state").one([](const Statement& row) {
              return std::int64_t(row.int64(0));
          });
    if (!scan) {
        return scan.error();
    }
    if (m_judge && m_scan == scan->value_or(0)) {
        return m_judge;
    }
    auto state = DuplicateStore(connection).state();
    if (!state) {
        return state.error();
    }
    m_judge = *state ? std::make_shared<const MatchJudge>((*state)->model, (*state)->modelRecords)
                     : std::make_shared<const MatchJudge>();
    m_scan = *state ? (*state)->scan : 0;
    return m_judge;
}

} // namespace core
