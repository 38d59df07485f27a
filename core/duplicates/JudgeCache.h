/// JudgeCache: the judge of an office, read again only after another scan. One per connection and thread.
#pragma once

#include "core/duplicates/MatchJudge.h"

#include <memory>

namespace core {

class JudgeCache
{
public:
    /// With the built-in weights before the first scan.
    Result<std::shared_ptr<const MatchJudge>> now(Connection& connection);

private:
    std::shared_ptr<const MatchJudge> m_judge;
    std::int64_t m_scan = -1; ///< by which it is
};

} // namespace core
